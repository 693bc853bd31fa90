/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-row.h"

#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-list-focus.h"

#include <glib/gi18n.h>

struct _PlxSourceRow
{
  GtkBox           parent_instance;

  /* template widgets */
  GtkTreeExpander *expander;
  GtkLabel        *title_label;
  GtkLabel        *caption_label;
  GtkLabel        *count_label;

  /* owned */
  GtkTreeListRow  *row;
  PlxSourceItem   *source;
  gulong           notify_id;
};

G_DEFINE_FINAL_TYPE (PlxSourceRow, plx_source_row, GTK_TYPE_BOX)

char *
plx_source_dup_label (const char *name)
{
  /* Translators: stands for the name of an outlet that is not known */
  return g_strdup (name != NULL && *name != '\0' ? name : _("Unknown source"));
}

static void
update_source (PlxSourceRow *self)
{
  guint n = g_list_model_get_n_items (plx_source_item_get_articles (self->source));
  g_autofree char *title = plx_source_dup_label (plx_source_item_get_name (self->source));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u article", "%s, %u articles", n),
                                             title, n);
  gboolean is_everything = plx_source_item_get_id (self->source) == 0;

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !is_everything);
  gtk_widget_set_visible (GTK_WIDGET (self->caption_label), FALSE);
  plx_list_row_tell (GTK_WIDGET (self), is_everything ? title : spoken);
}

static void
update_article (PlxSourceRow   *self,
                PlxArticleItem *article)
{
  g_autofree char *title = plx_article_dup_title (plx_article_item_get_info (article)->title);
  g_autofree char *caption = plx_article_item_dup_caption (article);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->caption_label, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption_label), *caption != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), FALSE);
  plx_list_row_tell (GTK_WIDGET (self), title);
}

static void
unbind (PlxSourceRow *self)
{
  if (self->source != NULL)
    g_clear_signal_handler (&self->notify_id, self->source);
  g_clear_object (&self->source);
  g_clear_object (&self->row);
  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (self->expander, NULL);
}

void
plx_source_row_bind (PlxSourceRow   *self,
                     GtkTreeListRow *row)
{
  g_autoptr (GObject) item = NULL;

  g_return_if_fail (PLX_IS_SOURCE_ROW (self));
  g_return_if_fail (row == NULL || GTK_IS_TREE_LIST_ROW (row));

  unbind (self);
  if (row == NULL)
    return;

  self->row = g_object_ref (row);
  gtk_tree_expander_set_list_row (self->expander, row);
  item = gtk_tree_list_row_get_item (row);
  if (PLX_IS_ARTICLE_ITEM (item))
    {
      update_article (self, PLX_ARTICLE_ITEM (item));
      return;
    }
  self->source = PLX_SOURCE_ITEM (g_steal_pointer (&item));
  self->notify_id = g_signal_connect_swapped (self->source, "notify", G_CALLBACK (update_source),
                                              self);
  update_source (self);
}

GtkTreeListRow *
plx_source_row_get_row (PlxSourceRow *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_ROW (self), NULL);

  return self->row;
}

static void
plx_source_row_dispose (GObject *object)
{
  PlxSourceRow *self = PLX_SOURCE_ROW (object);

  unbind (self);
  self->expander = NULL;

  G_OBJECT_CLASS (plx_source_row_parent_class)->dispose (object);
}

static void
plx_source_row_class_init (PlxSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_source_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSourceRow, expander);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceRow, count_label);
}

static void
plx_source_row_init (PlxSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_label_tell_all (self->title_label);
  plx_label_tell_all (self->caption_label);
}

GtkWidget *
plx_source_row_new (void)
{
  return g_object_new (PLX_TYPE_SOURCE_ROW, NULL);
}
