/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlxReportDialog
{
  AdwWindow            parent_instance;

  /* template widgets */
  AdwEntryRow         *title_row;
  AdwEntryRow         *author_row;
  GtkTextView         *notes_view;
  GtkListBox          *chart_list;
  AdwComboRow         *shift_a_row;
  AdwComboRow         *shift_b_row;
  AdwActionRow        *part_row;
  GtkSwitch           *part_switch;
  GtkSpinButton       *evidence_spin;
  AdwExpanderRow      *sources_row;
  AdwActionRow        *filter_row;
  AdwComboRow         *format_row;
  GtkButton           *accept_button;

  /* owned */
  PlxReportChoices    *choices; /* what it began with */
  GPtrArray           *names;   /* of the sources, as in the summary */
  GPtrArray           *charts;  /* of GtkCheckButton, as plx_report_choices_list_charts() */
  GPtrArray           *sources; /* of GtkCheckButton, as the names */

  /* state */
  PlxReportFunc        accept;
  gpointer             user_data;
  guint                n_rows;  /* of sources that have theirs */
  guint                rows_id; /* source that makes them; 0: none */
};

#define ROWS_A_TURN 8

/* The rows of the format. */
enum
{
  HTML,
  PDF,
  PAPER,
};

G_DEFINE_FINAL_TYPE (PlxReportDialog, plx_report_dialog, ADW_TYPE_WINDOW)

static gboolean
is_checked (GPtrArray *buttons,
            guint      index)
{
  return gtk_check_button_get_active (buttons->pdata[index]);
}

static gboolean
has_chart (PlxReportDialog *self,
           const char      *kind)
{
  const char *const *kinds = plx_report_choices_list_charts ();

  for (guint i = 0; kinds[i] != NULL && i < self->charts->len; i++)
    {
      if (strcmp (kinds[i], kind) == 0)
        return is_checked (self->charts, i);
    }
  return FALSE;
}

static guint
count_checked (GPtrArray *buttons)
{
  guint n = 0;

  for (guint i = 0; i < buttons->len; i++)
    n += is_checked (buttons, i);
  return n;
}

static const char *
get_label (const char *name)
{
  return *name != '\0' ? name : _("No source");
}

/* Without a source there is nothing to report on. */
static void
on_changed (PlxReportDialog *self)
{
  guint n_sources, n_all;
  gboolean has_shift;
  g_autofree char *subtitle = NULL;

  if (self->sources == NULL)
    return;
  n_sources = count_checked (self->sources);
  n_all = self->sources->len;
  has_shift = has_chart (self, "shift");
  gtk_widget_set_visible (GTK_WIDGET (self->shift_a_row), has_shift && n_all > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->shift_b_row), has_shift && n_all > 1);
  subtitle = n_sources == n_all
               ? g_strdup_printf (ngettext ("All %u", "All %u", n_all), n_all)
               /* Translators: so many of all sources */
               : g_strdup_printf (_("%u of %u"), n_sources, n_all);
  adw_expander_row_set_subtitle (self->sources_row, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.accept", n_sources > 0);
}

static void
on_format_changed (PlxReportDialog *self)
{
  gtk_button_set_label (self->accept_button,
                        adw_combo_row_get_selected (self->format_row) == PAPER ? _("Pre_view")
                                                                               : _("_Save…"));
}

static char *
dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
dup_notes (PlxReportDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes_view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char **
list_charts (PlxReportDialog *self)
{
  const char *const *kinds = plx_report_choices_list_charts ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->charts->len; i++)
    {
      if (is_checked (self->charts, i))
        g_strv_builder_add (builder, kinds[i]);
    }
  return g_strv_builder_end (builder);
}

/* NULL: all of them, those that come later too. */
static char **
list_sources (PlxReportDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (count_checked (self->sources) == self->sources->len)
    return NULL;
  for (guint i = 0; i < self->sources->len; i++)
    {
      if (is_checked (self->sources, i))
        g_strv_builder_add (builder, self->names->pdata[i]);
    }
  return g_strv_builder_end (builder);
}

/* The first in the list leaves it to the report; a source that is not in it cannot be compared. */
static char *
dup_shift (PlxReportDialog *self,
           AdwComboRow     *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0 || selected > self->names->len || !is_checked (self->sources, selected - 1))
    return NULL;
  return g_strdup (self->names->pdata[selected - 1]);
}

static PlxReportChoices *
dup_choices (PlxReportDialog *self)
{
  PlxReportChoices *choices;

  g_return_val_if_fail (PLX_IS_REPORT_DIALOG (self), NULL);

  choices = plx_report_choices_new ();
  choices->title = dup_text (self->title_row);
  choices->author = dup_text (self->author_row);
  choices->notes = dup_notes (self);
  g_strfreev (choices->charts);
  choices->charts = list_charts (self);
  choices->sources = list_sources (self);
  choices->shift_a = dup_shift (self, self->shift_a_row);
  choices->shift_b = dup_shift (self, self->shift_b_row);
  if (g_strcmp0 (choices->shift_a, choices->shift_b) == 0)
    g_clear_pointer (&choices->shift_b, g_free);
  choices->n_evidence = (guint) gtk_spin_button_get_value_as_int (self->evidence_spin);
  choices->format = adw_combo_row_get_selected (self->format_row) == HTML ? PLX_REPORT_HTML
                                                                          : PLX_REPORT_PDF;
  choices->is_preview = adw_combo_row_get_selected (self->format_row) == PAPER;
  choices->rtl = self->choices->rtl;
  if (gtk_switch_get_active (self->part_switch))
    {
      choices->part = self->choices->part;
      choices->part.source = g_strdup (self->choices->part.source);
    }
  return choices;
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxReportDialog *self = PLX_REPORT_DIALOG (widget);
  g_autoptr (PlxReportChoices) choices = dup_choices (self);
  PlxReportFunc accept = self->accept;
  gpointer user_data = self->user_data;

  gtk_window_close (GTK_WINDOW (self));
  accept (choices, user_data);
}

static void
plx_report_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&PLX_REPORT_DIALOG (object)->rows_id, g_source_remove);

  G_OBJECT_CLASS (plx_report_dialog_parent_class)->dispose (object);
}

static void
plx_report_dialog_finalize (GObject *object)
{
  PlxReportDialog *self = PLX_REPORT_DIALOG (object);

  g_clear_pointer (&self->choices, plx_report_choices_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_report_dialog_parent_class)->finalize (object);
}

static void
plx_report_dialog_class_init (PlxReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_report_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_report_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "report.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "report.accept", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, notes_view);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, chart_list);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, shift_a_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, shift_b_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, part_switch);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, evidence_spin);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, sources_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, filter_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, PlxReportDialog, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
}

static void
plx_report_dialog_init (PlxReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_check_button (PlxReportDialog *self,
                   const char      *label,
                   gboolean         active)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_check_row (const char *label,
                GtkWidget  *button)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_charts (PlxReportDialog *self)
{
  const char *const *kinds = plx_report_choices_list_charts ();

  self->charts = g_ptr_array_new ();
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const char *label = plx_report_choices_get_label (kinds[i]);
      GtkWidget *button =
        make_check_button (self, label, plx_report_choices_has_chart (self->choices, kinds[i]));

      g_ptr_array_add (self->charts, button);
      gtk_list_box_insert (self->chart_list, make_check_row (label, button), (int) i);
    }
}

static void
select_name (PlxReportDialog *self,
             AdwComboRow     *row,
             const char      *name)
{
  guint index;

  if (name != NULL && g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &index))
    adw_combo_row_set_selected (row, index + 1);
}

/* Of hundreds of sources the rows would hold up the dialog: they come when they are asked for, some at
 * a time. */
static gboolean
on_rows_due (gpointer user_data)
{
  PlxReportDialog *self = PLX_REPORT_DIALOG (user_data);
  guint end = MIN (self->sources->len, self->n_rows + ROWS_A_TURN);

  for (; self->n_rows < end; self->n_rows++)
    adw_expander_row_add_row (self->sources_row,
                              make_check_row (get_label (self->names->pdata[self->n_rows]),
                                              self->sources->pdata[self->n_rows]));
  if (self->n_rows < self->sources->len)
    return G_SOURCE_CONTINUE;
  self->rows_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_sources_expanded (PlxReportDialog *self)
{
  if (self->rows_id == 0 && self->n_rows < self->sources->len)
    self->rows_id = g_idle_add (on_rows_due, self);
}

static void
add_sources (PlxReportDialog  *self,
             const PlxSummary *summary)
{
  const char *const *chosen = (const char *const *) self->choices->sources;
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  gboolean any = FALSE;

  self->names = g_ptr_array_new_with_free_func (g_free);
  /* Those remembered may all be gone, or filtered out. */
  for (guint i = 0; i < summary->rows->len && chosen != NULL; i++)
    any = any || g_strv_contains (chosen, ((const PlxSummaryRow *) summary->rows->pdata[i])->name);
  /* Translators: of two sources, whichever lies farthest from the other */
  gtk_string_list_append (model, _("Farthest apart"));
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];

      g_ptr_array_add (self->names, g_strdup (row->name));
      gtk_string_list_append (model, get_label (row->name));
      g_ptr_array_add (buttons,
                       g_object_ref_sink (make_check_button (self, get_label (row->name),
                                                             !any || g_strv_contains (chosen,
                                                                                      row->name))));
    }
  self->sources = g_steal_pointer (&buttons);
  g_signal_connect_swapped (self->sources_row, "notify::expanded", G_CALLBACK (on_sources_expanded),
                            self);
  adw_combo_row_set_model (self->shift_a_row, G_LIST_MODEL (model));
  adw_combo_row_set_model (self->shift_b_row, G_LIST_MODEL (model));
  select_name (self, self->shift_a_row, self->choices->shift_a);
  select_name (self, self->shift_b_row, self->choices->shift_b);
}

static void
show_choices (PlxReportDialog *self,
              const char      *part,
              const char      *filter)
{
  const PlxReportChoices *choices = self->choices;

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), choices->title != NULL ? choices->title
                                                                                : "");
  gtk_editable_set_text (GTK_EDITABLE (self->author_row), choices->author != NULL ? choices->author
                                                                                  : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes_view),
                            choices->notes != NULL ? choices->notes : "", -1);
  gtk_spin_button_set_value (self->evidence_spin, choices->n_evidence);
  adw_combo_row_set_selected (self->format_row, choices->format == PLX_REPORT_PDF ? PDF : HTML);
  gtk_widget_set_visible (GTK_WIDGET (self->part_row), part != NULL);
  if (part != NULL)
    adw_action_row_set_subtitle (self->part_row, part);
  adw_action_row_set_subtitle (self->filter_row,
                               *filter != '\0' ? filter : _("None: the whole corpus"));
}

GtkWidget *
plx_report_dialog_new (GtkWindow              *parent,
                       const PlxSummary       *summary,
                       const PlxReportChoices *choices,
                       const char             *part,
                       const char             *filter,
                       PlxReportFunc           accept,
                       gpointer                user_data)
{
  PlxReportDialog *self;

  g_return_val_if_fail (summary != NULL && choices != NULL && accept != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_object_new (PLX_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  self->accept = accept;
  self->user_data = user_data;
  self->choices = plx_report_choices_copy (choices);
  show_choices (self, part, filter);
  add_charts (self);
  add_sources (self, summary);
  on_changed (self);
  return GTK_WIDGET (self);
}
