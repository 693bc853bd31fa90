/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-only-view.h"

#include "ui/evidence/plx-sentence-row.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-gradual.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-spare-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxOnlyView
{
  GtkBox        parent_instance;

  /* template widgets */
  GtkDropDown  *source_drop_down;
  GtkLabel     *count_label;
  GtkStack     *stack;
  GtkListView  *list_view;

  /* owned */
  GPtrArray    *claims; /* of PlxClaimItem: all; NULL if there are none */
  GListStore   *items;  /* of PlxSentenceItem */
  PlxClaimLook  look;

  /* borrowed from the list */
  GtkSliceListModel *shown; /* those of the items that it has rows for */

  /* state */
  guint         n_only[PLX_MAX_COLUMNS];
  gboolean      updating;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxOnlyView, plx_only_view, GTK_TYPE_BOX)

static GPtrArray *
list_claims (PlxOnlyView *self)
{
  guint column = gtk_drop_down_get_selected (self->source_drop_down);

  if (self->claims == NULL || column == GTK_INVALID_LIST_POSITION)
    return NULL;
  return plx_claims_select (self->claims, PLX_CLAIMS_ONLY, column, PLX_CLAIMS_BY_STRENGTH,
                            self->look.axis);
}

static void
show_count (PlxOnlyView *self,
            guint        n_shown)
{
  guint column = gtk_drop_down_get_selected (self->source_drop_down);
  guint n = column < PLX_MAX_COLUMNS ? self->n_only[column] : 0;
  g_autofree char *text = NULL;

  if (n_shown < n)
    /* Translators: so many of all sentences that only one source has are listed */
    text = g_strdup_printf (_("the strongest %u of %u sentences"), n_shown, n);
  else
    text = plx_wording_sentences (n_shown);
  gtk_label_set_text (self->count_label, text);
}

static void
refill (PlxOnlyView *self)
{
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_object_unref);
  guint column = gtk_drop_down_get_selected (self->source_drop_down);

  if (self->updating)
    return;
  claims = list_claims (self);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const PlxClaimCell *cell = plx_claim_item_get_cell (claims->pdata[i], column);

      plx_sentence_item_set_axis (cell->sentence, self->look.axis);
      g_ptr_array_add (sentences, g_object_ref (cell->sentence));
    }
  plx_gradual_restart (self->shown);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       sentences->pdata, sentences->len);
  show_count (self, sentences->len);
  gtk_stack_set_visible_child_name (self->stack, sentences->len > 0 ? "ready" : "empty");
}

void
plx_only_view_show (PlxOnlyView           *self,
                    const PlxClaimsResult *result,
                    const char *const     *names,
                    PlxAxisId              axis)
{
  g_autoptr (GtkStringList) list = NULL;
  guint selected, n_names;

  g_return_if_fail (PLX_IS_ONLY_VIEW (self));
  g_return_if_fail (result == NULL || names != NULL);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->look.names, g_strfreev);
  self->look.names = g_strdupv ((char **) names);
  self->look.axis = axis;
  if (result != NULL)
    {
      self->claims = g_ptr_array_ref (result->claims);
      self->look.n_claims = self->claims->len;
      for (guint i = 0; i < PLX_MAX_COLUMNS; i++)
        self->n_only[i] = result->n_only[i];
    }

  n_names = names != NULL ? g_strv_length ((char **) names) : 0;
  list = gtk_string_list_new (names);
  selected = gtk_drop_down_get_selected (self->source_drop_down);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->source_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->source_drop_down, selected < n_names ? selected : 0);
  self->updating = FALSE;
  refill (self);
}

void
plx_only_view_set_axis (PlxOnlyView *self,
                        PlxAxisId    axis)
{
  g_return_if_fail (PLX_IS_ONLY_VIEW (self));
  g_return_if_fail (axis >= 0);

  if (self->look.axis == axis)
    return;
  self->look.axis = axis;
  refill (self);
}

GListModel *
plx_only_view_get_items (PlxOnlyView *self)
{
  g_return_val_if_fail (PLX_IS_ONLY_VIEW (self), NULL);

  return G_LIST_MODEL (self->items);
}

PlxPlotTable *
plx_only_view_make_table (PlxOnlyView *self)
{
  g_autoptr (GPtrArray) claims = NULL;

  g_return_val_if_fail (PLX_IS_ONLY_VIEW (self), NULL);

  claims = list_claims (self);
  return claims != NULL && claims->len > 0 ? plx_claims_to_table (claims, &self->look) : NULL;
}

gboolean
plx_only_view_add_to_pages (PlxOnlyView *self,
                            PlxPages    *pages)
{
  g_autoptr (GPtrArray) claims = NULL;

  g_return_val_if_fail (PLX_IS_ONLY_VIEW (self), FALSE);

  claims = list_claims (self);
  if (claims == NULL || claims->len == 0)
    return FALSE;
  if (pages != NULL)
    plx_claims_add_to_pages (claims, &self->look, pages);
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  if (!plx_spare_rows_give (factory, list_item))
    plx_spare_rows_add (factory, list_item, plx_sentence_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  PlxSentenceItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *description = plx_sentence_item_describe (item);

  plx_sentence_row_set_item (PLX_SENTENCE_ROW (row), item, PLX_SENTENCE_SHOW_TITLE);
  plx_list_row_tell (row, description);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  plx_sentence_row_set_item (PLX_SENTENCE_ROW (gtk_list_item_get_child (list_item)), NULL, 0);
}

static void
on_activate (PlxOnlyView *self,
             guint        position)
{
  g_autoptr (PlxSentenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPENED], 0, item);
}

static void
plx_only_view_dispose (GObject *object)
{
  PlxOnlyView *self = PLX_ONLY_VIEW (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_ONLY_VIEW);
  g_clear_object (&self->items);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->look.names, g_strfreev);

  G_OBJECT_CLASS (plx_only_view_parent_class)->dispose (object);
}

static void
plx_only_view_class_init (PlxOnlyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_only_view_dispose;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-only-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxOnlyView, source_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxOnlyView, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlxOnlyView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxOnlyView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);

  plx_sentence_row_install_keys (widget_class);
}

static void
plx_only_view_init (PlxOnlyView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->source_drop_down);
  plx_label_tell_all (self->count_label);
  self->items = g_list_store_new (PLX_TYPE_SENTENCE_ITEM);
  self->shown = plx_gradual_new (GTK_WIDGET (self->list_view), g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
  plx_list_watch_tab (GTK_WIDGET (self->list_view));
  g_signal_connect_swapped (self->source_drop_down, "notify::selected", G_CALLBACK (refill), self);
}
