/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-entry-dialog.h"

#include "ui/plot/plx-plot.h"

#include <glib/gi18n.h>
#include <math.h>

struct _PlxEntryDialog
{
  AdwWindow      parent_instance;

  /* children */
  AdwEntryRow   *pattern_row;
  AdwComboRow   *role_row;
  AdwComboRow   *axis_row;
  GtkSpinButton *weight_spin;
  AdwEntryRow   *condition_row;
  AdwEntryRow   *note_row;
  GtkLabel      *problem_label;

  /* owned */
  PlxLexicon    *lexicon;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a person adds by hand; shifters and reporting verbs are for the files. */
static const PlxRole offered_roles[] = { PLX_ROLE_CUE, PLX_ROLE_EVENT, PLX_ROLE_OPERATOR,
                                         PLX_ROLE_BLOCK };

G_DEFINE_FINAL_TYPE (PlxEntryDialog, plx_entry_dialog, ADW_TYPE_WINDOW)

const char *
plx_role_get_label (PlxRole role)
{
  static const char *const labels[PLX_N_ROLES] = {
    [PLX_ROLE_CUE] = NC_("role", "Cue"),
    [PLX_ROLE_EVENT] = NC_("role", "Event"),
    [PLX_ROLE_OPERATOR] = NC_("role", "Operator"),
    [PLX_ROLE_SHIFTER] = NC_("role", "Shifter"),
    [PLX_ROLE_REPORTING] = NC_("role", "Reporting verb"),
    [PLX_ROLE_BLOCK] = NC_("role", "Block"),
  };

  g_return_val_if_fail (role < PLX_N_ROLES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "role", labels[role]);
}

static void
fill_line (PlxEntryDialog *self,
           PlxLexiconLine *line,
           char           *weight)
{
  guint axis = adw_combo_row_get_selected (self->axis_row);

  *line = (PlxLexiconLine) {
    .pattern = gtk_editable_get_text (GTK_EDITABLE (self->pattern_row)),
    .role = offered_roles[adw_combo_row_get_selected (self->role_row)],
    .axis = axis < plx_lexicon_get_n_axes (self->lexicon)
              ? plx_lexicon_get_axis (self->lexicon, axis)->id : "*",
    .weight = weight,
    .condition = gtk_editable_get_text (GTK_EDITABLE (self->condition_row)),
    .note = gtk_editable_get_text (GTK_EDITABLE (self->note_row)),
  };
  g_ascii_formatd (weight, G_ASCII_DTOSTR_BUF_SIZE, "%.2g",
                   gtk_spin_button_get_value (self->weight_spin));
  if (line->role == PLX_ROLE_BLOCK)
    {
      *weight = '\0';
      line->axis = "*";
    }
}

static void
update (PlxEntryDialog *self)
{
  char weight[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *problem = NULL;
  PlxLexiconLine line;
  gboolean is_empty;

  fill_line (self, &line, weight);
  is_empty = *line.pattern == '\0';
  problem = is_empty ? NULL : plx_lexicon_line_check (self->lexicon, &line);
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->weight_spin), line.role != PLX_ROLE_BLOCK);
  gtk_widget_set_sensitive (GTK_WIDGET (self->axis_row), line.role != PLX_ROLE_BLOCK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.accept", !is_empty && problem == NULL);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxEntryDialog *self = PLX_ENTRY_DIALOG (widget);
  char weight[G_ASCII_DTOSTR_BUF_SIZE];
  PlxLexiconLine line;

  fill_line (self, &line, weight);
  g_signal_emit (self, signals[ACCEPTED], 0, &line);
  gtk_window_close (GTK_WINDOW (self));
}

static void
plx_entry_dialog_dispose (GObject *object)
{
  g_clear_pointer (&PLX_ENTRY_DIALOG (object)->lexicon, plx_lexicon_unref);

  G_OBJECT_CLASS (plx_entry_dialog_parent_class)->dispose (object);
}

static void
plx_entry_dialog_class_init (PlxEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_entry_dialog_dispose;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "entry.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static AdwEntryRow *
add_entry_row (GtkWidget  *group,
               const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ENTRY_ROW (row);
}

static AdwComboRow *
add_combo_row (GtkWidget     *group,
               const char    *title,
               GtkStringList *list)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

static GtkSpinButton *
add_weight_row (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (-3, 3, 0.5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Weight"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("0.5 faint, 1 plain, 2 strong, 3 extreme"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_header (const char *accept)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *add = gtk_button_new_with_mnemonic (accept);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "entry.accept");
  gtk_widget_add_css_class (add, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), add);
  return header;
}

static GtkWidget *
make_form (PlxEntryDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) axes = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (offered_roles); i++)
    gtk_string_list_append (roles, plx_role_get_label (offered_roles[i]));
  for (guint i = 0; i < plx_lexicon_get_n_axes (self->lexicon); i++)
    gtk_string_list_take (axes, plx_wording_axis (plx_lexicon_get_axis (self->lexicon, i)));
  gtk_string_list_append (axes, _("All axes"));

  self->pattern_row = add_entry_row (group, _("Words"));
  self->role_row = add_combo_row (group, _("Role"), roles);
  self->axis_row = add_combo_row (group, _("Axis"), axes);
  self->weight_spin = add_weight_row (group);
  self->condition_row = add_entry_row (group, _("Condition"));
  self->note_row = add_entry_row (group, _("Note"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static void
fill (PlxEntryDialog *self,
      const PlxEntry *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (self->pattern_row), entry->pattern);
  gtk_editable_set_text (GTK_EDITABLE (self->condition_row), entry->condition);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), entry->note);
  gtk_spin_button_set_value (self->weight_spin, entry->weight);
  adw_combo_row_set_selected (self->axis_row, entry->axis != PLX_AXIS_ALL
                                                ? (guint) entry->axis
                                                : plx_lexicon_get_n_axes (self->lexicon));
  for (guint i = 0; i < G_N_ELEMENTS (offered_roles); i++)
    {
      if (offered_roles[i] == entry->role)
        adw_combo_row_set_selected (self->role_row, i);
    }
  /* These say which entry it is: with others it would be another one beside it. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->pattern_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->condition_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->role_row), FALSE);
}

static void
plx_entry_dialog_init (PlxEntryDialog *self)
{
}

static void
watch (PlxEntryDialog *self)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->pattern_row), GTK_WIDGET (self->condition_row),
                        GTK_WIDGET (self->note_row) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_swapped (rows[i], "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->role_row, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->axis_row, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->weight_spin, "value-changed", G_CALLBACK (update), self);
}

GtkWidget *
plx_entry_dialog_new (GtkWindow      *parent,
                      PlxLexicon     *lexicon,
                      const PlxEntry *entry)
{
  PlxEntryDialog *self;
  GtkWidget *box;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_object_new (PLX_TYPE_ENTRY_DIALOG, "transient-for", parent, "modal", TRUE,
                       "title", entry != NULL ? _("Change Entry") : _("Add Entry"),
                       "default-width", 460, "width-request", 320, "default-height", 520, NULL);
  self->lexicon = plx_lexicon_ref (lexicon);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), make_header (entry != NULL ? _("_Change") : _("_Add")));
  gtk_box_append (GTK_BOX (box), make_form (self));
  self->problem_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "pane-bar");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem_label));
  adw_window_set_content (ADW_WINDOW (self), box);
  if (entry != NULL)
    fill (self, entry);
  watch (self);
  update (self);
  return GTK_WIDGET (self);
}
