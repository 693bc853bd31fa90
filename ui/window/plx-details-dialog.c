/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-details-dialog.h"

#include "data/import/plx-dates.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlxDetailsDialog
{
  AdwWindow            parent_instance;

  /* template widgets */
  AdwEntryRow         *source_row;
  AdwEntryRow         *title_row;
  AdwEntryRow         *byline_row;
  AdwEntryRow         *date_row;
  AdwEntryRow         *url_row;
  AdwPreferencesGroup *group;

  /* state */
  PlxArticle          *article;
  PlxDetailsFunc       accept;
  gpointer             user_data;
};

G_DEFINE_FINAL_TYPE (PlxDetailsDialog, plx_details_dialog, ADW_TYPE_WINDOW)

/* Returns: (transfer full) (nullable): NULL if nothing is written there */
static char *
dup_entered (AdwEntryRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  return *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4;
}

static guint
count_numbers (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) && !g_ascii_isdigit (p[1]);
  return n;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* Whether all numbers of what was typed are in the date that was found there: the 33rd of November is
 * not just November. A month's name stands for a number; a time is not typed. */
static gboolean
is_all_of (const char *date,
           const char *text)
{
  return count_numbers (text) + (has_letters (text) ? 1 : 0) == count_numbers (date);
}

/* A date in any form that an article may have it in, or what it is already.
 * Returns: FALSE for what is no date; @out_date: (transfer full) (nullable) */
static gboolean
parse_date (PlxDetailsDialog *self,
            char            **out_date)
{
  g_autofree char *text = dup_entered (self->date_row);
  g_autofree char *date = NULL;

  *out_date = NULL;
  if (text == NULL)
    return TRUE;
  if (g_strcmp0 (text, self->article->date) == 0 || is_year (text))
    date = g_steal_pointer (&text);
  else if (plx_date_is_line (text, strlen (text)))
    date = plx_date_find (text, strlen (text), plx_date_order_for_language (self->article->language));
  if (date != NULL && text != NULL && !is_all_of (date, text))
    return FALSE;
  *out_date = g_steal_pointer (&date);
  return *out_date != NULL;
}

static void
on_changed (PlxDetailsDialog *self)
{
  g_autofree char *source = dup_entered (self->source_row);
  g_autofree char *date = NULL;
  gboolean is_date = parse_date (self, &date);

  if (is_date)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_date ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  /* Translators: “2023-11” is a month, “3 Nov 2023” a day: leave the first as it is */
  adw_preferences_group_set_description (
    self->group, is_date ? NULL : _("Write the date as 2023-11-03, 2023-11, 2023 or 3 Nov 2023, or "
                                    "leave it out."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.save", is_date && source != NULL);
}

static void
replace (char **field,
         char  *value)
{
  g_free (*field);
  *field = value;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxDetailsDialog *self = PLX_DETAILS_DIALOG (widget);
  g_autoptr (PlxArticle) details = plx_article_copy (self->article);

  replace (&details->source, dup_entered (self->source_row));
  replace (&details->title, dup_entered (self->title_row));
  replace (&details->byline, dup_entered (self->byline_row));
  replace (&details->url, dup_entered (self->url_row));
  g_clear_pointer (&details->date, g_free);
  parse_date (self, &details->date);

  self->accept (g_steal_pointer (&details), self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
plx_details_dialog_finalize (GObject *object)
{
  PlxDetailsDialog *self = PLX_DETAILS_DIALOG (object);

  plx_article_free (self->article);
  G_OBJECT_CLASS (plx_details_dialog_parent_class)->finalize (object);
}

static void
plx_details_dialog_class_init (PlxDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_details_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "details.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDetailsDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDetailsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDetailsDialog, byline_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDetailsDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDetailsDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDetailsDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
plx_details_dialog_init (PlxDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (AdwEntryRow *row,
      const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

GtkWidget *
plx_details_dialog_new (GtkWindow        *parent,
                        const PlxArticle *article,
                        PlxDetailsFunc    accept,
                        gpointer          user_data)
{
  PlxDetailsDialog *self;

  g_return_val_if_fail (article != NULL && accept != NULL, NULL);

  self = g_object_new (PLX_TYPE_DETAILS_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  self->article = plx_article_copy (article);
  self->accept = accept;
  self->user_data = user_data;
  fill (self->source_row, article->source);
  fill (self->title_row, article->title);
  fill (self->byline_row, article->byline);
  fill (self->date_row, article->date);
  fill (self->url_row, article->url);
  on_changed (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->source_row));
  return GTK_WIDGET (self);
}
