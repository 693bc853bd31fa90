/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-report-dialog.h"
#include "plx-report-job.h"
#include "ui/report/plx-filter-wording.h"
#include "ui/widgets/plx-dialogs.h"

#include <glib/gi18n.h>

static void
on_report_written (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (PlxReportChoices) choices = NULL;
  g_autoptr (PlxSheets) sheets = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made = plx_report_job_finish (PLX_CORPUS (source), result, &sheets, &error);

  if (self->importing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->importing);
  if (sheets != NULL)
    {
      choices = plx_report_choices_from_variant (self->report);
      plx_window_preview_sheets (self, choices->title, sheets);
    }
  else if (made)
    plx_window_toast (self, _("Report saved"));
  else
    plx_window_toast_error (self, _("Could not write the report."), error);
  plx_window_update (self);
}

/* @file: (nullable): NULL: only its pages are wanted */
static void
write_report (PlxWindow              *self,
              const PlxReportChoices *choices,
              GFile                  *file)
{
  PlxCorpus *corpus;
  g_autofree char *path = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (choices != NULL && (file == NULL || G_IS_FILE (file)));

  corpus = plx_session_get_corpus (self->session);
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (corpus == NULL || (file != NULL && path == NULL) || self->importing != NULL)
    return;
  self->importing = g_cancellable_new ();
  gtk_label_set_text (self->progress_label, _("Writing the report"));
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  plx_report_job_async (corpus, plx_session_get_options (self->session),
                        plx_session_get_filter (self->session), choices, path,
                        plx_window_show_progress, self, self->importing, on_report_written,
                        g_object_ref (self));
  plx_window_update (self);
}

static void
on_report_chosen (GFile    *file,
                  gpointer  user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);
  g_autoptr (PlxReportChoices) choices = g_steal_pointer (&self->report_choices);
  g_autofree char *name = g_file_get_basename (file);

  if (choices == NULL)
    return;
  /* What the file is called counts for more. */
  if (name != NULL)
    plx_report_format_from_name (name, &choices->format);
  write_report (self, choices, file);
}

static void
on_report_accepted (const PlxReportChoices *choices,
                    gpointer                user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);
  g_autofree char *suggested =
    g_strdup_printf ("%s.%s", _("report"), choices->format == PLX_REPORT_PDF ? "pdf" : "html");

  g_clear_pointer (&self->report, g_variant_unref);
  self->report = g_variant_ref_sink (plx_report_choices_to_variant (choices));
  plx_window_save_state (self);
  if (choices->is_preview)
    {
      write_report (self, choices, NULL);
      return;
    }
  g_clear_pointer (&self->report_choices, plx_report_choices_free);
  self->report_choices = plx_report_choices_copy (choices);
  plx_choose_file (GTK_WINDOW (self), _("Save the Report"), GTK_FILE_CHOOSER_ACTION_SAVE,
                   suggested, PLX_FILES_ANY, on_report_chosen, self);
}

/* What the evidence list shows, unless that is everything. */
static char *
get_part (PlxWindow     *self,
          PlxReportPart *part)
{
  g_autofree char *title = NULL;
  GListModel *sources = plx_session_get_sources (self->session);
  PlxChartSelection selection;

  plx_sources_page_get_selection (plx_window_get_sources_page (self), &selection, &title);
  *part = (PlxReportPart) { NULL, selection.article_id, selection.axis };
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (selection.source_id != 0 && plx_source_item_get_id (item) == selection.source_id)
        {
          const char *name = plx_source_item_get_name (item);

          part->source = g_strdup (name != NULL ? name : "");
        }
    }
  if (part->source == NULL && part->axis == PLX_AXIS_ALL)
    return NULL;
  return g_steal_pointer (&title);
}

void
plx_window_report (PlxWindow *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (PlxReportChoices) choices = plx_report_choices_from_variant (self->report);
  g_autofree char *name = plx_session_dup_name (self->session);
  g_autofree char *part = NULL;
  g_autofree char *filter = NULL;
  GtkWidget *dialog;

  if (summary == NULL)
    return;
  if (choices->title == NULL)
    choices->title = g_steal_pointer (&name);
  choices->rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  part = get_part (self, &choices->part);
  filter = plx_filter_describe (plx_session_get_filter (self->session));
  dialog = plx_report_dialog_new (GTK_WINDOW (self), summary, choices, part, filter,
                                  on_report_accepted, self);
  gtk_window_present (GTK_WINDOW (dialog));
}
