/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-paste-dialog.h"

#include "data/import/plx-import.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlxPasteDialog
{
  AdwWindow       parent_instance;

  /* template widgets */
  AdwEntryRow    *source_row;
  AdwEntryRow    *title_row;
  GtkTextView    *text_view;

  /* state */
  PlxArticleFunc  accept;
  gpointer        user_data;
};

G_DEFINE_FINAL_TYPE (PlxPasteDialog, plx_paste_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (PlxPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static PlxArticle *
import_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return plx_import_bytes (bytes, NULL, PLX_FORMAT_TEXT, NULL);
}

static void
on_changed (PlxPasteDialog *self)
{
  g_autofree char *source = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->source_row)));
  gboolean has_source = *g_strstrip (source) != '\0';
  gboolean has_text = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text_view)) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.add", has_source && has_text);
}

static void
replace (char       **field,
         AdwEntryRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  if (*g_strstrip (text) == '\0')
    return;
  g_free (*field);
  *field = g_steal_pointer (&text);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PlxPasteDialog *self = PLX_PASTE_DIALOG (widget);
  g_autofree char *text = dup_text (self);
  PlxArticle *article = import_text (text);

  /* What the importer takes for no article may still be what the user wants: a headline, a few
   * words. */
  if (article == NULL)
    article = plx_article_new (g_steal_pointer (&text));
  replace (&article->source, self->source_row);
  replace (&article->title, self->title_row);
  self->accept (article, self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
plx_paste_dialog_class_init (PlxPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "paste.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paste.add",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPasteDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, PlxPasteDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxPasteDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
plx_paste_dialog_init (PlxPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_paste_dialog_new (GtkWindow      *parent,
                      const char     *text,
                      PlxArticleFunc  accept,
                      gpointer        user_data)
{
  PlxPasteDialog *self;
  g_autoptr (PlxArticle) guess = NULL;

  g_return_val_if_fail (text != NULL && accept != NULL, NULL);

  self = g_object_new (PLX_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
  self->accept = accept;
  self->user_data = user_data;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  guess = import_text (text);
  if (guess != NULL && guess->source != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->source_row), guess->source);
  if (guess != NULL && guess->title != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->title_row), guess->title);
  on_changed (self);
  return GTK_WIDGET (self);
}
