/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-corpus-opener.h"
#include "data/plx-file.h"
#include "ui/evidence/plx-corrections-dialog.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

/* Charts in files are as wide as a page of a report. */
#define EXPORT_WIDTH 720

static gboolean
is_comparing (PlxWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "compare") == 0;
}

/* The chart that is looked at; on a page that never has one, that of the sources. Where there is
 * none just now, this is said. */
static gboolean
get_chart (PlxWindow  *self,
           PlxChart  **out_chart)
{
  *out_chart = is_comparing (self)
                 ? plx_compare_page_get_chart (plx_window_get_compare_page (self))
                 : plx_sources_page_get_chart (plx_window_get_sources_page (self));
  if (*out_chart == NULL)
    plx_window_toast (self, _("There is no chart here: save or copy the table"));
  return *out_chart != NULL;
}

/* Open and save */

static void
on_corpus_chosen (GFile    *file,
                  gpointer  user_data)
{
  plx_window_open_corpus (PLX_WINDOW (user_data), file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_choose_file (GTK_WINDOW (widget), _("Open a Corpus"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                   PLX_FILES_CORPUS, on_corpus_chosen, widget);
}

static void
sample_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  plx_window_open_sample (PLX_WINDOW (widget));
}

/* A full copy is written, and from then on the copy is what is open. */
static void
on_save_chosen (GFile    *file,
                gpointer  user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (corpus == NULL || path == NULL)
    return;
  if (g_strcmp0 (path, plx_corpus_get_path (corpus)) == 0)
    return;
  /* The chooser has asked whether to replace what is there. */
  if (g_file_query_exists (file, NULL) && !g_file_delete (file, NULL, &error))
    {
      plx_window_toast_error (self, _("Could not replace the file."), error);
      return;
    }
  plx_window_save_state (self);
  if (!plx_corpus_save_copy (corpus, path, &error))
    {
      plx_window_toast_error (self, _("Could not save the corpus."), error);
      return;
    }
  plx_session_set_saved (self->session);
  plx_window_open_corpus (self, file);
  plx_window_toast (self, _("Corpus saved; changes are kept in it from now on"));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  g_autofree char *corpus = plx_session_dup_name (self->session);
  g_autofree char *suggested = g_strdup_printf ("%s.parallax", corpus != NULL ? corpus : _("Story"));

  plx_choose_file (GTK_WINDOW (self), _("Save the Corpus"), GTK_FILE_CHOOSER_ACTION_SAVE, suggested,
                   PLX_FILES_CORPUS, on_save_chosen, self);
}

/* Export */

void
plx_window_export_chart (PlxWindow *self,
                         GFile     *file)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PlxExportFormat format = PLX_EXPORT_SVG;
  PlxChart *chart;

  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!get_chart (self, &chart))
    return;
  name = g_file_get_basename (file);
  plx_export_format_from_name (name, &format);
  bytes = plx_chart_render (chart, format, &plx_plot_style_print, EXPORT_WIDTH, &error);
  if (bytes == NULL || !plx_file_write (file, bytes, &error))
    {
      plx_window_toast_error (self, _("Could not save the chart."), error);
      return;
    }
  /* Translators: the name of a file */
  text = g_strdup_printf (_("Chart saved as “%s”"), name);
  plx_window_toast (self, text);
}

static void
on_chart_chosen (GFile    *file,
                 gpointer  user_data)
{
  plx_window_export_chart (PLX_WINDOW (user_data), file);
}

/* Returns: (transfer full): what to call a file of the chart that is looked at */
static char *
suggest_name (PlxWindow  *self,
              const char *format)
{
  PlxChart *chart;

  return g_strdup_printf ("%s.%s",
                          get_chart (self, &chart) ? plx_chart_get_kind (chart) : _("framing"),
                          format);
}

static void
export_chart_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  const char *format = g_variant_get_string (parameter, NULL);
  g_autofree char *suggested = suggest_name (PLX_WINDOW (widget), format);

  plx_choose_file (GTK_WINDOW (widget), _("Save the Chart"), GTK_FILE_CHOOSER_ACTION_SAVE,
                   suggested, PLX_FILES_ANY, on_chart_chosen, widget);
}

/* The table that is looked at, or that of the chart; NULL where there is none, which is said. */
static GBytes *
make_csv (PlxWindow *self)
{
  g_autoptr (PlxPlotTable) table = NULL;
  PlxChart *chart;
  char *csv;

  if (is_comparing (self))
    table = plx_compare_page_make_table (plx_window_get_compare_page (self));
  else if ((chart = plx_sources_page_get_chart (plx_window_get_sources_page (self))) != NULL)
    table = plx_chart_to_table (chart);
  if (table == NULL)
    {
      plx_window_toast (self, _("There is no table here yet"));
      return NULL;
    }
  csv = plx_plot_table_to_csv (table);
  return g_bytes_new_take (csv, strlen (csv));
}

void
plx_window_export_table (PlxWindow *self,
                         GFile     *file)
{
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  csv = make_csv (self);
  if (csv == NULL)
    return;
  if (plx_file_write (file, csv, &error))
    plx_window_toast (self, _("Table saved"));
  else
    plx_window_toast_error (self, _("Could not save the table."), error);
}

static void
on_table_chosen (GFile    *file,
                 gpointer  user_data)
{
  plx_window_export_table (PLX_WINDOW (user_data), file);
}

static void
export_table_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autofree char *suggested = suggest_name (PLX_WINDOW (widget), "csv");

  plx_choose_file (GTK_WINDOW (widget), _("Save the Table"), GTK_FILE_CHOOSER_ACTION_SAVE,
                   suggested, PLX_FILES_ANY, on_table_chosen, widget);
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;

  csv = make_csv (self);
  if (csv == NULL)
    return;
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  plx_window_toast (self, _("Table copied"));
}

static void
copy_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  PlxChart *chart;

  if (!get_chart (self, &chart))
    return;
  png = plx_chart_render (chart, PLX_EXPORT_PNG, &plx_plot_style_print, EXPORT_WIDTH, &error);
  if (png != NULL)
    texture = gdk_texture_new_from_bytes (png, &error);
  if (texture == NULL)
    {
      plx_window_toast_error (self, _("Could not copy the chart."), error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  plx_window_toast (self, _("Chart copied"));
}

static void
export_report_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  plx_window_report (PLX_WINDOW (widget));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  plx_window_print (PLX_WINDOW (widget), NULL);
}

/* The rest */

static void
add_files_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  plx_window_choose_files (PLX_WINDOW (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  plx_window_paste (PLX_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  if (g_strcmp0 (plx_window_get_view (self), "words") == 0)
    plx_words_page_start_search (plx_window_get_words_page (self));
  else
    plx_sources_page_start_search (plx_window_get_sources_page (self));
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "sources");
  plx_sources_page_start_filter (plx_window_get_sources_page (self));
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  plx_window_go (PLX_WINDOW (widget));
}

static void
recover_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  plx_window_recover (PLX_WINDOW (widget));
}

static void
tour_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_window_take_tour (PLX_WINDOW (widget));
}

static void
show_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, g_variant_get_string (parameter, NULL));
  /* Who goes there by a key goes on by keys: those of a page work where the focus is in it. */
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->view_stack),
                          GTK_DIR_TAB_FORWARD);
}

static void
table_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "sources");
  plx_sources_page_toggle_table (plx_window_get_sources_page (self));
}

static void
show_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "sources");
  plx_sources_page_show_kind (plx_window_get_sources_page (self),
                              g_variant_get_string (parameter, NULL));
}

static void
sidebar_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  gtk_toggle_button_set_active (self->sidebar_button,
                                !gtk_toggle_button_get_active (self->sidebar_button));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
  else
    plx_session_stop (self->session);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  plx_session_reload (PLX_WINDOW (widget)->session);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  gboolean undo = g_str_equal (name, "win.undo");
  g_autofree char *step = g_strdup (undo ? plx_history_get_undo_name (self->history)
                                         : plx_history_get_redo_name (self->history));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (step == NULL)
    return;
  done = undo ? plx_history_undo (self->history, &error) : plx_history_redo (self->history, &error);
  if (!done)
    {
      plx_window_toast_error (self, _("That did not work."), error);
      return;
    }
  /* Translators: the name of a step, such as “Remove Article” */
  text = g_strdup_printf (undo ? _("Undone: %s") : _("Done again: %s"), step);
  plx_window_toast (self, text);
}

static void
corrections_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  if (corpus != NULL)
    gtk_window_present (GTK_WINDOW (plx_corrections_dialog_new (self, corpus)));
}

/* GTK would make it with every window, of a file where it looks for it by itself. */
static void
help_overlay_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/parallax_app/Parallax/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (overlay, TRUE);
  gtk_window_present (overlay);
}

void
plx_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, save_action);
  gtk_widget_class_install_action (klass, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (klass, "win.add-files", NULL, add_files_action);
  gtk_widget_class_install_action (klass, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (klass, "win.export-chart", "s", export_chart_action);
  gtk_widget_class_install_action (klass, "win.export-table", NULL, export_table_action);
  gtk_widget_class_install_action (klass, "win.export-report", NULL, export_report_action);
  gtk_widget_class_install_action (klass, "win.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.copy-chart", NULL, copy_chart_action);
  gtk_widget_class_install_action (klass, "win.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.filter", NULL, filter_action);
  gtk_widget_class_install_action (klass, "win.go", NULL, go_action);
  gtk_widget_class_install_action (klass, "win.tour", NULL, tour_action);
  gtk_widget_class_install_action (klass, "win.recover", NULL, recover_action);
  gtk_widget_class_install_action (klass, "win.toggle-table", NULL, table_action);
  gtk_widget_class_install_action (klass, "win.show-chart", "s", show_chart_action);
  gtk_widget_class_install_action (klass, "win.toggle-sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (klass, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (klass, "win.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (klass, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, help_overlay_action);
  gtk_widget_class_install_action (klass, "win.corrections", NULL, corrections_action);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_action);
}

char *
plx_window_dup_undo_label (PlxWindow *self,
                           gboolean   undo)
{
  const char *step = undo ? plx_history_get_undo_name (self->history)
                          : plx_history_get_redo_name (self->history);
  g_auto (GStrv) parts = step != NULL ? g_strsplit (step, "_", -1) : NULL;
  g_autofree char *escaped = parts != NULL ? g_strjoinv ("__", parts) : NULL;

  if (step == NULL)
    return NULL;
  /* Translators: the name of a step, such as: Remove “Daily Gull” */
  return undo ? g_strdup_printf (_("_Undo: %s"), escaped)
              /* Translators: the name of a step, such as: Remove “Daily Gull” */
              : g_strdup_printf (_("_Redo: %s"), escaped);
}

/* The menu says which steps it takes. */
static void
update_undo_section (PlxWindow *self)
{
  g_autofree char *undo = plx_window_dup_undo_label (self, TRUE);
  g_autofree char *redo = plx_window_dup_undo_label (self, FALSE);

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo != NULL ? undo : _("_Undo"), "win.undo");
  g_menu_append (self->undo_section, redo != NULL ? redo : _("_Redo"), "win.redo");
}

void
plx_window_update_actions (PlxWindow *self)
{
  static const char *const of_chart[] = { "win.export-chart", "win.export-table", "win.export-report",
                                          "win.copy-chart", "win.print",
                                          "win.copy-table", "win.search", "win.filter",
                                          "win.toggle-sidebar",
                                          "win.toggle-table", "win.show-chart" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean ready = plx_session_get_summary (self->session) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_chart); i++)
    gtk_widget_action_set_enabled (widget, of_chart[i], ready);
  gtk_widget_action_set_enabled (widget, "win.save-as",
                                 plx_session_get_corpus (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-view", ready);
  gtk_widget_action_set_enabled (widget, "win.corrections",
                                 plx_session_get_corpus (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 plx_history_get_undo_name (self->history) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 plx_history_get_redo_name (self->history) != NULL);
}

void
plx_window_update_history (PlxWindow *self)
{
  update_undo_section (self);
  plx_window_update_actions (self);
}
