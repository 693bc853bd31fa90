/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-differences-dialog.h"

#include "plx-words-page-private.h"
#include "ui/plot/plx-wording.h"
#include "ui/widgets/plx-dialogs.h"
#include "ui/widgets/plx-messages.h"

#include "data/plx-file.h"
#include "data/plx-shipped-lexicons.h"

#include <glib/gi18n.h>
#include <string.h>

/* A list of more rows than these is a file to be looked at elsewhere. */
#define MAX_ROWS 500

struct _PlxDifferencesDialog
{
  AdwWindow     parent_instance;

  /* template widgets */
  GtkStack     *stack;
  GtkListBox   *list;
  GtkLabel     *more_label;

  /* owned */
  PlxWordsPage *page;
};

G_DEFINE_FINAL_TYPE (PlxDifferencesDialog, plx_differences_dialog, ADW_TYPE_WINDOW)

static char *
describe_change (PlxWordsPage         *page,
                 const PlxLexiconEdit *edit)
{
  const PlxEntry *before = plx_lexicon_get_entry (page->base, edit->base);
  g_autoptr (PlxLexiconLine) line = plx_lexicon_line_new_entry (page->base, before);

  if (g_strcmp0 (line->fields[PLX_FIELD_WEIGHT], edit->line->fields[PLX_FIELD_WEIGHT]) != 0)
    /* Translators: the weight of an entry after and before a change */
    return g_strdup_printf (_("Weight %s instead of %s"), edit->line->fields[PLX_FIELD_WEIGHT],
                            line->fields[PLX_FIELD_WEIGHT]);
  return g_strdup (_("Another note"));
}

/* The axis as the table names it. */
static char *
dup_axis (PlxWordsPage *page,
          const char   *id)
{
  PlxAxisId axis = plx_lexicon_find_axis (page->base, id);

  if (strcmp (id, "*") == 0)
    return g_strdup (_("All axes"));
  return axis != PLX_AXIS_ALL ? plx_wording_axis (plx_lexicon_get_axis (page->base, axis))
                              : g_strdup (id);
}

static char *
describe (PlxWordsPage         *page,
          const PlxLexiconEdit *edit)
{
  g_autofree char *axis = dup_axis (page, edit->line->fields[PLX_FIELD_AXIS]);
  PlxRole role = PLX_ROLE_CUE;
  g_autofree char *what = NULL;

  switch (edit->kind)
    {
    case PLX_EDIT_ADDED:
      /* Translators: an entry that was added, and its weight */
      what = *edit->line->fields[PLX_FIELD_WEIGHT] != '\0'
               ? g_strdup_printf (_("Added, weight %s"), edit->line->fields[PLX_FIELD_WEIGHT])
               : g_strdup (_("Added"));
      break;
    case PLX_EDIT_CHANGED:
      what = describe_change (page, edit);
      break;
    case PLX_EDIT_OFF:
    default:
      what = g_strdup (_("Turned off"));
      break;
    }
  if (!plx_role_from_string (edit->line->fields[PLX_FIELD_ROLE], &role))
    return g_steal_pointer (&what);
  return g_strjoin (" · ", what, plx_word_get_role_label (role), axis, NULL);
}

static GtkWidget *
make_row (PlxDifferencesDialog *self,
          const PlxLexiconEdit *edit,
          guint                 index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *subtitle = describe (self->page, edit);
  g_autofree char *pattern = g_markup_escape_text (edit->line->fields[PLX_FIELD_PATTERN], -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pattern);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  /* Translators: takes back the change of an entry of the lexicon */
  label = g_strdup_printf (_("Revert “%s”"), edit->line->fields[PLX_FIELD_PATTERN]);
  gtk_widget_set_tooltip_text (button, _("Revert"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "differences.revert");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (PlxDifferencesDialog *self)
{
  PlxLexiconEdits *edits = self->page->edits;
  guint n = edits != NULL ? plx_lexicon_edits_get_n (edits) : 0;
  PlxCorpus *corpus = self->page->session != NULL ? plx_session_get_corpus (self->page->session)
                                                  : NULL;
  gboolean may_change = corpus != NULL && !plx_corpus_is_read_only (corpus);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    gtk_list_box_append (self->list, make_row (self, plx_lexicon_edits_get (edits, i), i));
  if (n > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         n - MAX_ROWS), n - MAX_ROWS);

      gtk_label_set_text (self->more_label, more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n > MAX_ROWS);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "differences.save", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "differences.load", may_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "differences.revert", may_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "differences.revert-all", may_change && n > 0);
}

static void
toast_error (PlxDifferencesDialog *self,
             const char           *what,
             const GError         *error)
{
  g_autofree char *message = plx_message_for_error (error);
  g_autofree char *text = g_strdup_printf ("%s %s", what, message);

  plx_words_page_toast (self->page, text, FALSE);
}

void
plx_differences_dialog_save (PlxDifferencesDialog *self,
                             GFile                *file)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLX_IS_DIFFERENCES_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->page->edits == NULL)
    return;
  name = plx_session_dup_name (self->page->session);
  text = plx_lexicon_edits_to_file (self->page->edits, name != NULL ? name : "Own entries");
  bytes = g_bytes_new_static (text, strlen (text));
  if (plx_file_write (file, bytes, &error))
    plx_words_page_toast (self->page, _("Differences saved"), FALSE);
  else
    toast_error (self, _("Could not save the differences."), error);
}

static char *
read_text (GFile   *file,
           GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) bytes = path != NULL ? plx_lexicon_file_read (path, error) : NULL;
  gconstpointer data;
  gsize length;

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         "the file is not on this computer");
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (length > 0 && (memchr (data, 0, length) != NULL ||
                     !g_utf8_validate (data, (gssize) length, NULL)))
    {
      g_set_error_literal (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_FORMAT,
                           "the file is no text in UTF-8");
      return NULL;
    }
  return g_strndup (data != NULL ? data : "", length);
}

void
plx_differences_dialog_load (PlxDifferencesDialog *self,
                             GFile                *file)
{
  g_autofree char *text = NULL;
  g_autoptr (PlxLexiconEdits) edits = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLX_IS_DIFFERENCES_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->page->edits == NULL)
    return;
  text = read_text (file, &error);
  if (text == NULL)
    {
      toast_error (self, _("Could not load the differences."), error);
      return;
    }
  edits = plx_words_page_dup_edits (self->page);
  plx_lexicon_edits_merge (edits, text);
  plx_words_page_apply (self->page, edits, _("Load Differences"));
}

static void
on_save_chosen (GFile    *file,
                gpointer  user_data)
{
  plx_differences_dialog_save (PLX_DIFFERENCES_DIALOG (user_data), file);
}

static void
on_load_chosen (GFile    *file,
                gpointer  user_data)
{
  plx_differences_dialog_load (PLX_DIFFERENCES_DIALOG (user_data), file);
}

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (g_str_equal (name, "differences.save"))
    {
      g_autofree char *suggested = g_strdup_printf ("%s.tsv", _("lexicon"));

      plx_choose_file (GTK_WINDOW (widget), _("Save the Differences"),
                       GTK_FILE_CHOOSER_ACTION_SAVE, suggested, PLX_FILES_ANY, on_save_chosen,
                       widget);
    }
  else
    {
      plx_choose_file (GTK_WINDOW (widget), _("Load Differences"), GTK_FILE_CHOOSER_ACTION_OPEN,
                       NULL, PLX_FILES_ANY, on_load_chosen, widget);
    }
}

static void
revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxDifferencesDialog *self = PLX_DIFFERENCES_DIALOG (widget);
  guint index = g_variant_get_uint32 (parameter);
  g_autoptr (PlxLexiconEdits) edits = NULL;
  g_autoptr (PlxLexiconLine) line = NULL;

  if (self->page->edits == NULL || index >= plx_lexicon_edits_get_n (self->page->edits))
    return;
  line = plx_lexicon_line_copy (plx_lexicon_edits_get (self->page->edits, index)->line);
  edits = plx_words_page_dup_edits (self->page);
  plx_lexicon_edits_revert (edits, line);
  plx_words_page_apply (self->page, edits, _("Revert Entry"));
}

static void
revert_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PlxDifferencesDialog *self = PLX_DIFFERENCES_DIALOG (widget);
  g_autoptr (PlxLexiconEdits) none = NULL;

  if (self->page->base == NULL)
    return;
  none = plx_lexicon_edits_new (self->page->base);
  plx_words_page_apply (self->page, none, _("Revert All Entries"));
}

static void
plx_differences_dialog_dispose (GObject *object)
{
  g_clear_object (&PLX_DIFFERENCES_DIALOG (object)->page);

  G_OBJECT_CLASS (plx_differences_dialog_parent_class)->dispose (object);
}

static void
plx_differences_dialog_class_init (PlxDifferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_differences_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "differences.save", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "differences.load", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "differences.revert", "u", revert_action);
  gtk_widget_class_install_action (widget_class, "differences.revert-all", NULL, revert_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "differences.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "differences.load", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-differences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDifferencesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxDifferencesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxDifferencesDialog, more_label);
}

static void
plx_differences_dialog_init (PlxDifferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plx_differences_dialog_new (GtkWindow    *parent,
                            PlxWordsPage *page)
{
  PlxDifferencesDialog *self;

  g_return_val_if_fail (PLX_IS_WORDS_PAGE (page), NULL);

  self = g_object_new (PLX_TYPE_DIFFERENCES_DIALOG, "transient-for", parent, NULL);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  self->page = g_object_ref (page);
  /* The table is filled anew after each change; so is the list. */
  g_signal_connect_object (page->model, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
