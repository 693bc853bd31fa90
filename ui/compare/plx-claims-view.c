/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claims-view.h"

#include "plx-claim-row.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-gradual.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-spare-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Columns narrower than this are one above another. */
#define MINIMUM_COLUMN 150
/* What cells have inside. */
#define HEAD_MARGIN 6

struct _PlxClaimsView
{
  GtkWidget        parent_instance;

  /* template widgets */
  GtkWidget       *content;
  GtkDropDown     *which_drop_down;
  GtkDropDown     *order_drop_down;
  GtkLabel        *count_label;
  GtkStack        *stack;
  GtkBox          *header;
  GtkListView     *list_view;
  GtkLabel        *scope_label;
  GtkWidget       *key_label;
  GtkWidget       *key_button;

  /* owned */
  GPtrArray       *claims; /* of PlxClaimItem: all; NULL if there are none */
  GListStore      *items;  /* of PlxClaimItem: those chosen */
  GPtrArray       *chosen; /* the same; NULL: nothing found yet */

  /* borrowed from the list */
  GtkSliceListModel *shown; /* those of the items that it has rows for */

  /* state */
  PlxClaimRowLook  look;
  GPtrArray       *rows;   /* of PlxClaimRow, borrowed: those in use */
  guint            stack_id;
  gboolean         updating;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimsView, plx_claims_view, GTK_TYPE_WIDGET)

static guint
get_n_columns (PlxClaimsView *self)
{
  return self->look.look.names != NULL ? g_strv_length (self->look.look.names) : 0;
}

/* The choice of what is shown: everything, in common, omitted by each, only in each. */

#define N_GENERAL 2

static void
fill_which (PlxClaimsView *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n = get_n_columns (self);
  guint selected = gtk_drop_down_get_selected (self->which_drop_down);

  gtk_string_list_append (list, _("All claims"));
  gtk_string_list_append (list, _("Reported by several"));
  for (guint i = 0; i < n; i++)
    /* Translators: claims that this source leaves out */
    gtk_string_list_take (list, g_strdup_printf (_("Omitted by %s"), self->look.look.names[i]));
  for (guint i = 0; i < n; i++)
    /* Translators: claims that none but this source reports */
    gtk_string_list_take (list, g_strdup_printf (_("Only in %s"), self->look.look.names[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->which_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->which_drop_down, selected < N_GENERAL + 2 * n ? selected : 0);
  self->updating = FALSE;
}

static PlxClaimsWhich
get_which (PlxClaimsView *self,
           guint         *out_column)
{
  guint selected = gtk_drop_down_get_selected (self->which_drop_down);
  guint n = get_n_columns (self);

  *out_column = 0;
  if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return PLX_CLAIMS_ALL;
  if (selected < N_GENERAL || n == 0)
    return PLX_CLAIMS_COMMON;
  *out_column = (selected - N_GENERAL) % n;
  return selected - N_GENERAL < n ? PLX_CLAIMS_OMITTED : PLX_CLAIMS_ONLY;
}

static void
fill_order (PlxClaimsView *self)
{
  const char *const orders[] = { _("Most reported first"), _("Greatest difference first"),
                                 _("As in the article"), _("Strongest first"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (orders);

  G_STATIC_ASSERT (G_N_ELEMENTS (orders) == PLX_N_CLAIMS_ORDERS + 1);
  gtk_drop_down_set_model (self->order_drop_down, G_LIST_MODEL (list));
}

/* What is shown */

static guint
count_common (PlxClaimsView *self)
{
  guint n = 0;

  for (guint i = 0; self->claims != NULL && i < self->claims->len; i++)
    n += plx_claim_item_get_n_reported (self->claims->pdata[i]) > 1;
  return n;
}

static const char *
choose_page (PlxClaimsView  *self,
             PlxClaimsWhich  which)
{
  if (which <= PLX_CLAIMS_COMMON && count_common (self) == 0)
    return "nothing";
  return self->chosen->len > 0 ? "ready" : "none-such";
}

/* @chosen: (nullable) */
static void
set_chosen (PlxClaimsView *self,
            GPtrArray     *chosen)
{
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  self->chosen = chosen != NULL ? g_ptr_array_ref (chosen) : NULL;
  plx_gradual_restart (self->shown);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       chosen != NULL ? chosen->pdata : NULL, chosen != NULL ? chosen->len : 0);
}

static void
refill (PlxClaimsView *self)
{
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree char *count = NULL;
  guint order = gtk_drop_down_get_selected (self->order_drop_down);
  guint column;
  PlxClaimsWhich which = get_which (self, &column);

  if (self->updating)
    return;
  if (self->claims == NULL)
    {
      set_chosen (self, NULL);
      return;
    }
  shown = plx_claims_select (self->claims, which, column,
                             order < PLX_N_CLAIMS_ORDERS ? order : PLX_CLAIMS_BY_SOURCES,
                             self->look.look.axis);
  set_chosen (self, shown);
  if (shown->len == self->claims->len)
    count = g_strdup_printf (ngettext ("%u claim", "%u claims", shown->len), shown->len);
  else
    /* Translators: so many of all claims are shown */
    count = g_strdup_printf (_("%u of %u claims"), shown->len, self->claims->len);
  gtk_label_set_text (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self, which));
}

static void
update_rows (PlxClaimsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    plx_claim_row_update (self->rows->pdata[i]);
}

/* The heads of the columns, in line with the rows below. */

static GtkWidget *
make_head (PlxClaimsView *self,
           guint          column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (self->look.look.names[column]);
  GtkWidget *caption;
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < self->claims->len; i++)
    n += plx_claim_item_get_cell (self->claims->pdata[i], column)->state == PLX_CLAIM_REPORTED &&
         plx_claim_item_get_n_reported (self->claims->pdata[i]) > 1;
  /* Translators: how many claims that several sources report are in this one */
  count = g_strdup_printf (_("%u of %u in common"), n, count_common (self));
  caption = gtk_label_new (count);
  gtk_widget_set_margin_start (box, HEAD_MARGIN);
  gtk_widget_set_margin_end (box, HEAD_MARGIN);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  plx_label_tell_all (GTK_LABEL (name));
  plx_label_tell_all (GTK_LABEL (caption));
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static void
fill_header (PlxClaimsView *self)
{
  GtkWidget *child, *corner, *columns;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->header))) != NULL)
    gtk_box_remove (self->header, child);
  if (self->claims == NULL)
    return;
  corner = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (corner), PLX_CLAIM_ROW_NUMBER_CHARS);
  gtk_widget_add_css_class (corner, "numeric");
  columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, PLX_CLAIM_ROW_SPACING);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_hexpand (columns, TRUE);
  for (guint i = 0; i < get_n_columns (self); i++)
    gtk_box_append (GTK_BOX (columns), make_head (self, i));
  gtk_box_append (self->header, corner);
  gtk_box_append (self->header, columns);
}

/* Narrow or wide */

static gboolean
on_stack_due (gpointer user_data)
{
  PlxClaimsView *self = PLX_CLAIMS_VIEW (user_data);

  self->stack_id = 0;
  self->look.stacked = !self->look.stacked;
  gtk_widget_set_visible (GTK_WIDGET (self->header), !self->look.stacked);
  gtk_widget_set_visible (self->key_label, !self->look.stacked);
  gtk_widget_set_visible (self->key_button, self->look.stacked);
  if (self->look.stacked)
    plx_popover_fit (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->key_button)));
  update_rows (self);
  return G_SOURCE_REMOVE;
}

static void
plx_claims_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PlxClaimsView *self = PLX_CLAIMS_VIEW (widget);
  gboolean stacked = width < (int) (get_n_columns (self) + 1) * MINIMUM_COLUMN;

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  /* What is shown may change only after sizes were given out. */
  if (stacked == self->look.stacked)
    g_clear_handle_id (&self->stack_id, g_source_remove);
  else if (self->stack_id == 0)
    self->stack_id = g_idle_add (on_stack_due, self);
}

static void
plx_claims_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (PLX_CLAIMS_VIEW (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* Rows */

static void
on_read (PlxClaimsView   *self,
         PlxSentenceItem *sentence)
{
  g_signal_emit (self, signals[OPENED], 0, sentence);
}

static void
on_setup (PlxClaimsView            *self,
          GtkListItem              *list_item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row;

  gtk_list_item_set_activatable (list_item, FALSE);
  if (plx_spare_rows_give (factory, list_item))
    return;
  row = plx_claim_row_new ();
  g_signal_connect_object (row, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  plx_spare_rows_add (factory, list_item, row);
}

static void
on_bind (PlxClaimsView *self,
         GtkListItem   *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  plx_claim_row_bind (PLX_CLAIM_ROW (row), gtk_list_item_get_item (list_item), &self->look);
  g_ptr_array_add (self->rows, row);
}

static void
on_unbind (PlxClaimsView *self,
           GtkListItem   *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  plx_claim_row_bind (PLX_CLAIM_ROW (row), NULL, NULL);
  g_ptr_array_remove_fast (self->rows, row);
}

void
plx_claims_view_show (PlxClaimsView         *self,
                      const PlxClaimsResult *result,
                      const char *const     *names,
                      PlxAxisId              axis,
                      const char            *search)
{
  g_autofree char *scope = NULL;

  g_return_if_fail (PLX_IS_CLAIMS_VIEW (self));
  g_return_if_fail (result == NULL || names != NULL);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->look.look.names, g_strfreev);
  if (result != NULL)
    {
      self->claims = g_ptr_array_ref (result->claims);
      self->look.look.names = g_strdupv ((char **) names);
      self->look.look.n_claims = self->claims->len;
      self->look.look.axis = axis;
      scope = plx_claim_scope_text (result->scope, search);
      gtk_label_set_text (self->scope_label, scope);
    }
  fill_which (self);
  fill_header (self);
  refill (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
plx_claims_view_set_axis (PlxClaimsView *self,
                          PlxAxisId      axis)
{
  guint order;

  g_return_if_fail (PLX_IS_CLAIMS_VIEW (self));
  g_return_if_fail (axis >= 0);

  if (self->look.look.axis == axis)
    return;
  self->look.look.axis = axis;
  order = gtk_drop_down_get_selected (self->order_drop_down);
  if (order == PLX_CLAIMS_BY_GAP || order == PLX_CLAIMS_BY_STRENGTH)
    refill (self);
  update_rows (self);
}

void
plx_claims_view_select (PlxClaimsView  *self,
                        PlxClaimsWhich  which,
                        guint           column)
{
  guint n;

  g_return_if_fail (PLX_IS_CLAIMS_VIEW (self));

  n = get_n_columns (self);
  gtk_drop_down_set_selected (self->which_drop_down,
                              which == PLX_CLAIMS_ONLY ? N_GENERAL + n + column
                              : which == PLX_CLAIMS_OMITTED ? N_GENERAL + column : (guint) which);
}

GListModel *
plx_claims_view_get_items (PlxClaimsView *self)
{
  g_return_val_if_fail (PLX_IS_CLAIMS_VIEW (self), NULL);

  return G_LIST_MODEL (self->items);
}

PlxPlotTable *
plx_claims_view_make_table (PlxClaimsView *self)
{
  g_return_val_if_fail (PLX_IS_CLAIMS_VIEW (self), NULL);

  return self->chosen != NULL && self->chosen->len > 0
           ? plx_claims_to_table (self->chosen, &self->look.look) : NULL;
}

gboolean
plx_claims_view_add_to_pages (PlxClaimsView *self,
                              PlxPages      *pages)
{
  g_return_val_if_fail (PLX_IS_CLAIMS_VIEW (self), FALSE);

  if (self->chosen == NULL || self->chosen->len == 0)
    return FALSE;
  if (pages != NULL)
    plx_claims_add_to_pages (self->chosen, &self->look.look, pages);
  return TRUE;
}

static void
plx_claims_view_dispose (GObject *object)
{
  PlxClaimsView *self = PLX_CLAIMS_VIEW (object);

  g_clear_handle_id (&self->stack_id, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_CLAIMS_VIEW);
  g_clear_object (&self->items);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_claims_view_parent_class)->dispose (object);
}

static void
plx_claims_view_finalize (GObject *object)
{
  PlxClaimsView *self = PLX_CLAIMS_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->look.look.names, g_strfreev);

  G_OBJECT_CLASS (plx_claims_view_parent_class)->finalize (object);
}

static void
plx_claims_view_class_init (PlxClaimsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_claims_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_claims_view_finalize;
  widget_class->measure = plx_claims_view_measure;
  widget_class->size_allocate = plx_claims_view_size_allocate;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-claims-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, content);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, which_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, header);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, scope_label);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, key_label);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimsView, key_button);
}

static void
plx_claims_view_init (PlxClaimsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->which_drop_down);
  plx_drop_down_tell (self->order_drop_down);
  self->items = g_list_store_new (PLX_TYPE_CLAIM_ITEM);
  self->shown = plx_gradual_new (GTK_WIDGET (self->list_view), g_object_ref (G_LIST_MODEL (self->items)));
  fill_order (self);
  fill_which (self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
  plx_list_watch_tab (GTK_WIDGET (self->list_view));
  g_signal_connect_swapped (self->which_drop_down, "notify::selected", G_CALLBACK (refill), self);
  g_signal_connect_swapped (self->order_drop_down, "notify::selected", G_CALLBACK (refill), self);
}
