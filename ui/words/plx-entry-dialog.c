/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-entry-dialog.h"

#include "plx-word.h"
#include "ui/plot/plx-plot.h"

#include <glib/gi18n.h>
#include <math.h>

struct _PlxEntryDialog
{
  AdwWindow       parent_instance;

  /* template widgets */
  GtkListBox     *list;
  AdwEntryRow    *pattern_row;
  AdwComboRow    *role_row;
  AdwComboRow    *axis_row;
  AdwActionRow   *weight_row;
  GtkSpinButton  *weight_spin;
  AdwEntryRow    *condition_row;
  AdwEntryRow    *note_row;
  GtkButton      *accept_button;

  /* what is said below each field */
  GtkWidget      *message_rows[PLX_N_FIELDS];
  GtkLabel       *messages[PLX_N_FIELDS];

  /* owned */
  PlxLexicon     *lexicon;
  PlxLexiconLine *before;
  char           *shown; /* what the fields said at first */

  /* state */
  PlxLineFunc     accept;
  gpointer        user_data;
};

G_DEFINE_FINAL_TYPE (PlxEntryDialog, plx_entry_dialog, ADW_TYPE_WINDOW)

static gboolean
is_weighed (PlxRole role)
{
  return role != PLX_ROLE_REPORTING && role != PLX_ROLE_BLOCK;
}

static PlxRole
get_role (PlxEntryDialog *self)
{
  return (PlxRole) MIN (adw_combo_row_get_selected (self->role_row), PLX_N_ROLES - 1);
}

/* The first axis in the list is all of them. */
static const char *
get_axis (PlxEntryDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->axis_row);

  if (selected == 0 || selected > plx_lexicon_get_n_axes (self->lexicon))
    return "*";
  return plx_lexicon_get_axis (self->lexicon, selected - 1)->id;
}

static PlxLexiconLine *
make_line (PlxEntryDialog *self)
{
  PlxLexiconLine *line = plx_lexicon_line_new ();
  PlxRole role = get_role (self);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  plx_lexicon_line_set (line, PLX_FIELD_PATTERN,
                        gtk_editable_get_text (GTK_EDITABLE (self->pattern_row)));
  plx_lexicon_line_set (line, PLX_FIELD_ROLE, plx_role_to_string (role));
  plx_lexicon_line_set (line, PLX_FIELD_AXIS, get_axis (self));
  if (is_weighed (role))
    {
      double weight = gtk_spin_button_get_value (self->weight_spin);

      /* no −0 */
      weight = fabs (weight) < 0.005 ? 0 : weight;
      plx_lexicon_line_set (line, PLX_FIELD_WEIGHT,
                            g_ascii_formatd (buffer, sizeof buffer, "%.4g", weight));
    }
  plx_lexicon_line_set (line, PLX_FIELD_CONDITION,
                        gtk_editable_get_text (GTK_EDITABLE (self->condition_row)));
  plx_lexicon_line_set (line, PLX_FIELD_NOTE,
                        gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  return line;
}

static GtkWidget *
get_row (PlxEntryDialog  *self,
         PlxLexiconField  field)
{
  GtkWidget *rows[PLX_N_FIELDS] = {
    GTK_WIDGET (self->pattern_row), GTK_WIDGET (self->role_row), GTK_WIDGET (self->axis_row),
    GTK_WIDGET (self->weight_row), GTK_WIDGET (self->condition_row), GTK_WIDGET (self->note_row),
  };

  return rows[field];
}

static void
show_message (PlxEntryDialog      *self,
              PlxLexiconField      field,
              const PlxDiagnostic *diagnostic)
{
  gboolean is_error = diagnostic != NULL && diagnostic->severity == PLX_SEVERITY_ERROR;
  GtkWidget *row = get_row (self, field);

  gtk_label_set_text (self->messages[field], diagnostic != NULL ? diagnostic->message : "");
  gtk_widget_set_visible (self->message_rows[field], diagnostic != NULL);
  (is_error ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (row, "error");
  (is_error ? gtk_widget_add_css_class : gtk_widget_remove_css_class)
    (GTK_WIDGET (self->messages[field]), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  diagnostic != NULL ? diagnostic->message : "", -1);
}

static void
on_changed (PlxEntryDialog *self)
{
  g_autoptr (PlxLexiconLine) line = NULL;
  g_autoptr (PlxDiagnostic) diagnostic = NULL;
  PlxLexiconField at = PLX_FIELD_PATTERN;
  gboolean is_empty;

  if (self->lexicon == NULL || self->messages[PLX_FIELD_NOTE] == NULL)
    return;
  line = make_line (self);
  is_empty = *line->fields[PLX_FIELD_PATTERN] == '\0';
  gtk_widget_set_visible (GTK_WIDGET (self->weight_row), is_weighed (get_role (self)));
  diagnostic = is_empty ? NULL : plx_lexicon_line_check (line, self->lexicon, &at);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    show_message (self, i, diagnostic != NULL && i == at ? diagnostic : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.accept",
                                 !is_empty && (diagnostic == NULL ||
                                               diagnostic->severity != PLX_SEVERITY_ERROR));
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxEntryDialog *self = PLX_ENTRY_DIALOG (widget);
  g_autoptr (PlxLexiconLine) line = NULL;
  g_autofree char *text = NULL;

  /* What is being typed counts. */
  gtk_spin_button_update (self->weight_spin);
  line = make_line (self);
  text = plx_lexicon_line_to_string (line);
  /* Who changed nothing has no step to undo. */
  if (self->before == NULL || !g_str_equal (text, self->shown))
    self->accept (self->before, line, self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_messages (PlxEntryDialog *self)
{
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "entry-message");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_visible (row, FALSE);
      gtk_list_box_insert (self->list, row,
                           gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (get_row (self, i))) + 1);
      self->message_rows[i] = row;
      self->messages[i] = GTK_LABEL (label);
    }
}

static void
plx_entry_dialog_finalize (GObject *object)
{
  PlxEntryDialog *self = PLX_ENTRY_DIALOG (object);

  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->before, plx_lexicon_line_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (plx_entry_dialog_parent_class)->finalize (object);
}

static void
plx_entry_dialog_class_init (PlxEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_entry_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "entry.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "entry.accept", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, pattern_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, axis_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, weight_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, weight_spin);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, condition_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, PlxEntryDialog, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
plx_entry_dialog_init (PlxEntryDialog *self)
{
  GtkEditable *delegate;

  gtk_widget_init_template (GTK_WIDGET (self));
  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->weight_spin));
  gtk_text_set_activates_default (GTK_TEXT (delegate), TRUE);
  add_messages (self);
}

static void
fill_lists (PlxEntryDialog *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) axes = gtk_string_list_new (NULL);

  for (guint i = 0; i < PLX_N_ROLES; i++)
    gtk_string_list_append (roles, plx_word_get_role_label (i));
  gtk_string_list_append (axes, C_("axis", "All"));
  for (guint i = 0; i < plx_lexicon_get_n_axes (self->lexicon); i++)
    gtk_string_list_take (axes, plx_wording_axis (plx_lexicon_get_axis (self->lexicon, i)));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (roles));
  adw_combo_row_set_model (self->axis_row, G_LIST_MODEL (axes));
  adw_combo_row_set_selected (self->axis_row, 1);
}

void
plx_entry_dialog_set_field (PlxEntryDialog  *self,
                            PlxLexiconField  field,
                            const char      *text)
{
  PlxRole role;

  g_return_if_fail (PLX_IS_ENTRY_DIALOG (self));
  g_return_if_fail (field < PLX_N_FIELDS && text != NULL);

  if (field == PLX_FIELD_ROLE && plx_role_from_string (text, &role))
    adw_combo_row_set_selected (self->role_row, role);
  else if (field == PLX_FIELD_AXIS)
    adw_combo_row_set_selected (self->axis_row,
                                (guint) (plx_lexicon_find_axis (self->lexicon, text) + 1));
  else if (field == PLX_FIELD_WEIGHT)
    gtk_spin_button_set_value (self->weight_spin, g_ascii_strtod (text, NULL));
  else if (field != PLX_FIELD_ROLE)
    gtk_editable_set_text (GTK_EDITABLE (get_row (self, field)), text);
}

const char *
plx_entry_dialog_get_message (PlxEntryDialog  *self,
                              PlxLexiconField  field)
{
  const char *text;

  g_return_val_if_fail (PLX_IS_ENTRY_DIALOG (self), NULL);
  g_return_val_if_fail (field < PLX_N_FIELDS, NULL);

  text = gtk_label_get_text (self->messages[field]);
  return *text != '\0' ? text : NULL;
}

GtkWidget *
plx_entry_dialog_new (GtkWindow            *parent,
                      PlxLexicon           *lexicon,
                      const PlxLexiconLine *line,
                      PlxLineFunc           accept,
                      gpointer              user_data)
{
  PlxEntryDialog *self;
  g_autoptr (PlxLexiconLine) line_shown = NULL;
  const char *title = line != NULL ? _("Edit Entry") : _("Add Entry");

  g_return_val_if_fail (lexicon != NULL && accept != NULL, NULL);

  self = g_object_new (PLX_TYPE_ENTRY_DIALOG, "transient-for", parent, "title", title, NULL);
  self->accept = accept;
  self->user_data = user_data;
  self->lexicon = plx_lexicon_ref (lexicon);
  gtk_button_set_label (self->accept_button, line != NULL ? _("_Save") : _("_Add"));
  fill_lists (self);
  if (line != NULL)
    {
      self->before = plx_lexicon_line_copy (line);
      for (guint i = 0; i < PLX_N_FIELDS; i++)
        plx_entry_dialog_set_field (self, i, line->fields[i]);
    }
  on_changed (self);
  line_shown = make_line (self);
  self->shown = plx_lexicon_line_to_string (line_shown);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->pattern_row));
  return GTK_WIDGET (self);
}
