/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

#include "data/plx-csv.h"
#include "data/plx-file.h"
#include "ui/widgets/plx-dialogs.h"
#include "ui/widgets/plx-messages.h"

#include <glib/gi18n.h>

/* The columns of a lexicon file, so that the entries can be read again as one, then the hits. */
static void
add_header (PlxWordsPage *self,
            PlxCsv       *csv)
{
  static const char *const names[] = { "pattern", "role", "axis", "weight", "condition", "note",
                                       "state", "hits" };
  GListModel *sources = plx_session_get_sources (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    plx_csv_add_text (csv, names[i]);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (PlxSourceItem) source = g_list_model_get_item (sources, i);

      plx_csv_add_text (csv, plx_source_item_get_name (source));
    }
  plx_csv_end_row (csv);
}

static void
add_entry (PlxWordsPage *self,
           PlxCsv       *csv,
           PlxWord      *word)
{
  static const char *const states[] = {
    [PLX_WORD_SHIPPED] = "", [PLX_WORD_ADDED] = "added", [PLX_WORD_CHANGED] = "changed",
    [PLX_WORD_OFF] = "off",
  };
  g_autoptr (PlxLexiconLine) line = plx_word_dup_line (word);
  g_autofree guint32 *hits = NULL;
  gboolean is_counted = plx_word_is_counted (word);
  guint n = 0;

  for (guint i = PLX_FIELD_PATTERN; i <= PLX_FIELD_NOTE; i++)
    {
      if (i == PLX_FIELD_WEIGHT && *line->fields[i] != '\0')
        plx_csv_add_number (csv, plx_word_get_entry (word)->weight, 2);
      else
        plx_csv_add_text (csv, line->fields[i]);
    }
  plx_csv_add_text (csv, states[plx_word_get_state (word)]);
  hits = plx_words_page_dup_source_hits (self, word, &n);
  if (is_counted)
    plx_csv_add_number (csv, plx_word_get_n_hits (word), 0);
  else
    plx_csv_add_text (csv, NULL);
  for (guint i = 0; i < n; i++)
    {
      if (is_counted)
        plx_csv_add_number (csv, hits[i], 0);
      else
        plx_csv_add_text (csv, NULL);
    }
  plx_csv_end_row (csv);
}

GBytes *
plx_words_page_make_csv (PlxWordsPage *self)
{
  g_auto (PlxCsv) csv = { 0 };
  GListModel *words = G_LIST_MODEL (self->model);

  if (self->session == NULL)
    return NULL;
  plx_csv_init (&csv, TRUE);
  add_header (self, &csv);
  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    {
      g_autoptr (PlxWord) word = g_list_model_get_item (words, i);

      add_entry (self, &csv, word);
    }
  return g_bytes_new (csv.buffer->str, csv.buffer->len);
}

static void
save (PlxWordsPage *self,
      GFile        *file,
      GBytes       *csv)
{
  g_autoptr (GError) error = NULL;

  if (plx_file_write (file, csv, &error))
    {
      plx_words_page_toast (self, _("Table saved"), FALSE);
    }
  else
    {
      g_autofree char *message = plx_message_for_error (error);
      g_autofree char *text = g_strdup_printf ("%s %s", _("Could not save the table."), message);

      plx_words_page_toast (self, text, FALSE);
    }
}

static void
on_entries_chosen (GFile    *file,
                   gpointer  user_data)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (user_data);
  g_autoptr (GBytes) csv = plx_words_page_make_csv (self);

  if (csv != NULL)
    save (self, file, csv);
}

static void
on_hits_chosen (GFile    *file,
                gpointer  user_data)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (user_data);
  g_autoptr (GBytes) csv = plx_hits_view_make_csv (self->hits_view);

  save (self, file, csv);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean is_hits = g_str_equal (name, "words.export-hits");
  g_autofree char *suggested = g_strdup_printf ("%s.csv", is_hits ? _("hits") : _("lexicon"));

  if (GTK_IS_WINDOW (root))
    plx_choose_file (GTK_WINDOW (root), _("Save the Table"), GTK_FILE_CHOOSER_ACTION_SAVE,
                     suggested, PLX_FILES_ANY, is_hits ? on_hits_chosen : on_entries_chosen,
                     widget);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);
  gboolean is_one = g_str_equal (name, "words.copy-hit");
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  guint n;

  text = plx_hits_view_dup_text (self->hits_view, is_one, &n);
  if (n == 0)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  said = g_strdup_printf (ngettext ("%u hit copied", "%u hits copied", n), n);
  plx_words_page_toast (self, said, FALSE);
}

void
plx_words_page_update_export (PlxWordsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_hits = g_list_model_get_n_items (plx_hits_view_get_lines (self->hits_view)) > 0;

  gtk_widget_action_set_enabled (widget, "words.copy-hit", has_hits);
  gtk_widget_action_set_enabled (widget, "words.copy-hits", has_hits);
  gtk_widget_action_set_enabled (widget, "words.export-hits", has_hits);
}

void
plx_words_page_install_export (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "words.copy-hit", NULL, copy_action);
  gtk_widget_class_install_action (klass, "words.copy-hits", NULL, copy_action);
  gtk_widget_class_install_action (klass, "words.export-entries", NULL, export_action);
  gtk_widget_class_install_action (klass, "words.export-hits", NULL, export_action);
}
