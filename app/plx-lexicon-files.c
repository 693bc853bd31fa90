/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-files.h"

#include "data/plx-user-lexicons.h"
#include "ui/widgets/plx-dialogs.h"
#include "ui/widgets/plx-messages.h"

#include <glib/gi18n.h>

#define KEY "lexicon-files"

struct _PlxLexiconFiles
{
  AdwPreferencesGroup parent_instance;

  GSettings          *settings;
  GPtrArray          *rows; /* of GtkWidget: borrowed, the group's */
};

G_DEFINE_FINAL_TYPE (PlxLexiconFiles, plx_lexicon_files, ADW_TYPE_PREFERENCES_GROUP)

/* What a file gives, or where its first mistake is. */
static char *
describe_file (const char *path,
               gboolean   *out_is_wrong)
{
  g_autoptr (GError) error = NULL;
  guint n_entries = 0, n_wrong = 0;
  g_autoptr (GPtrArray) said = plx_user_lexicon_check (path, &n_entries, &error);
  const PlxDiagnostic *first = NULL;
  g_autofree char *entries = NULL;

  *out_is_wrong = TRUE;
  if (said == NULL)
    return plx_message_for_error (error);
  entries = g_strdup_printf (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  for (guint i = 0; i < said->len; i++)
    {
      const PlxDiagnostic *diagnostic = said->pdata[i];

      if (diagnostic->severity != PLX_SEVERITY_ERROR)
        continue;
      n_wrong++;
      first = first != NULL ? first : diagnostic;
    }
  *out_is_wrong = first != NULL;
  if (first == NULL)
    return g_steal_pointer (&entries);
  /* Translators: of a file: so many entries, so many lines that are wrong, where the first of
   * them is (line and column), and what is wrong there */
  return g_strdup_printf (ngettext ("%s, %u line is wrong. Line %u, column %u: %s",
                                    "%s, %u lines are wrong. Line %u, column %u: %s", n_wrong),
                          entries, n_wrong, first->line, MAX (first->column, 1), first->message);
}

static void
set_files (PlxLexiconFiles *self,
           GPtrArray       *paths)
{
  g_ptr_array_add (paths, NULL);
  g_settings_set_strv (self->settings, KEY, (const char *const *) paths->pdata);
}

/* All paths but @without, and then @with. Either may be NULL. */
static void
change_files (PlxLexiconFiles *self,
              const char      *without,
              const char      *with)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, KEY);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (g_strcmp0 (paths[i], without) != 0 && g_strcmp0 (paths[i], with) != 0)
        g_ptr_array_add (kept, paths[i]);
    }
  if (with != NULL)
    g_ptr_array_add (kept, (gpointer) with);
  set_files (self, kept);
}

static void
on_remove_clicked (GtkButton       *button,
                   PlxLexiconFiles *self)
{
  change_files (self, g_object_get_data (G_OBJECT (button), "path"), NULL);
}

static GtkWidget *
make_row (PlxLexiconFiles *self,
          const char      *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gboolean is_wrong;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = g_markup_escape_text (name, -1);
  g_autofree char *what = describe_file (path, &is_wrong);
  g_autofree char *escaped = g_markup_escape_text (what, -1);
  g_autofree char *label = g_strdup_printf (_("Remove %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_tooltip_text (row, path);
  if (is_wrong)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_files (PlxLexiconFiles *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, KEY);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      GtkWidget *row = make_row (self, paths[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
on_file_chosen (GFile    *file,
                gpointer  user_data)
{
  g_autofree char *path = g_file_get_path (file);

  /* Settings hold text. */
  if (path != NULL && g_utf8_validate (path, -1, NULL))
    change_files (PLX_LEXICON_FILES (user_data), NULL, path);
}

static void
on_add_clicked (PlxLexiconFiles *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  plx_choose_file (GTK_WINDOW (root), _("Add a Lexicon"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                   PLX_FILES_ANY, on_file_chosen, self);
}

static void
plx_lexicon_files_finalize (GObject *object)
{
  PlxLexiconFiles *self = PLX_LEXICON_FILES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_lexicon_files_parent_class)->finalize (object);
}

static void
plx_lexicon_files_class_init (PlxLexiconFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_lexicon_files_finalize;
}

static void
plx_lexicon_files_init (PlxLexiconFiles *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add…"));

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Own Lexicons"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _("Files that are read after the shipped lexicons, for every corpus. A line for the same "
      "pattern overrules a shipped one."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_clicked), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

GtkWidget *
plx_lexicon_files_new (GSettings *settings)
{
  PlxLexiconFiles *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PLX_TYPE_LEXICON_FILES, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (show_files), self,
                           G_CONNECT_SWAPPED);
  show_files (self);
  return GTK_WIDGET (self);
}
