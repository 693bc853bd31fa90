/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-pane-private.h"

#include "plx-chart-job.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-messages.h"

#include <glib/gi18n.h>

#define SPINNER_DELAY_MS 300
/* The intervals of the speakers of so many articles take as long as it takes to notice. */
#define MANY_ARTICLES 2000
/* They wait until what is there is on the screen. */
#define REFINE_DELAY_MS 150

const PlxSummary *
plx_chart_pane_get_summary (PlxChartPane *self)
{
  return self->session != NULL ? plx_session_get_summary (self->session) : NULL;
}

/* What is shown */

static void
update_table (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);

  if (!gtk_toggle_button_get_active (self->table_button))
    {
      /* One of fifty thousand articles is larger than all else that is kept of them. */
      if (plx_table_view_get_table (self->table_view) != NULL)
        plx_table_view_set_table (self->table_view, NULL);
      self->has_table = FALSE;
      return;
    }
  if (self->has_table)
    return;
  self->has_table = TRUE;
  plx_table_view_set_table (self->table_view, chart != NULL ? plx_chart_to_table (chart) : NULL);
}

static gboolean
is_empty (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);

  return chart != NULL && plx_chart_kind_is_scoped (self->shown) &&
         gtk_widget_get_width (GTK_WIDGET (self->chart_view)) > 0 &&
         plx_chart_view_get_marks (self->chart_view)->len == 0;
}

static void
fill_empty_page (PlxChartPane *self)
{
  const PlxCorpusFilter *filter = plx_session_get_filter (self->session);
  gboolean dates = self->shown == PLX_CHART_TIMELINE;

  adw_status_page_set_icon_name (self->empty_page, dates ? "x-office-calendar-symbolic"
                                                         : "edit-find-symbolic");
  adw_status_page_set_title (self->empty_page, dates ? _("No Dates") : _("Nothing to Show"));
  if (!plx_corpus_filter_is_empty (filter) && !dates)
    adw_status_page_set_description (self->empty_page,
                                     _("No article passes the filter. Take a part of it away."));
  else if (dates)
    adw_status_page_set_description (
      self->empty_page,
      _("A timeline needs articles that say when they came out. Saved web pages mostly do. In a "
        "pasted text, write the date on a line of its own below the headline, such as “3 November "
        "2023”; in a table or JSON lines, give it in a column “date”."));
  else
    adw_status_page_set_description (self->empty_page, _("There are no articles here."));
}

void
plx_chart_pane_update_page (PlxChartPane *self)
{
  const char *page = "chart";

  if (self->failed)
    page = "error";
  else if (self->session != NULL && is_empty (self))
    {
      page = "empty";
      fill_empty_page (self);
    }
  else if (gtk_toggle_button_get_active (self->table_button))
    page = "table";
  update_table (self);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_pager (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  gboolean flow = chart != NULL && self->shown == PLX_CHART_FLOW;
  guint n = flow ? plx_flow_chart_get_n_all (chart) : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->pager_box, n > PLX_CHART_PAGE_SIZE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.previous", self->first > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.next", self->first + PLX_CHART_PAGE_SIZE < n);
  if (n <= PLX_CHART_PAGE_SIZE)
    return;
  /* Translators: numbers of articles, as in “Articles 61 to 120 of 314” */
  text = g_strdup_printf (_("Articles %'u to %'u of %'u"), self->first + 1,
                          MIN (self->first + PLX_CHART_PAGE_SIZE, n), n);
  gtk_label_set_text (self->pager_label, text);
}

void
plx_chart_pane_update_zoom (PlxChartPane *self)
{
  gtk_widget_set_visible (self->zoom_box, plx_chart_view_can_zoom (self->chart_view));
  gtk_widget_set_sensitive (self->zoom_all_button, plx_chart_view_is_zoomed (self->chart_view));
  plx_chart_view_select_mark (self->chart_view, plx_chart_pane_find_mark (self));
}

void
plx_chart_pane_update_description (PlxChartPane *self)
{
  const char *text = plx_chart_view_get_description (self->chart_view);

  /* Where nothing is pointed at, what could be; in an empty chart there is nothing to choose. */
  if (*text == '\0' && !is_empty (self))
    text = plx_chart_kind_get_hint (self->shown);
  gtk_label_set_text (self->description_label, text);
}

static void
show_chart (PlxChartPane *self,
            PlxChart     *chart)
{
  self->shown = self->kind;
  self->shown_axis = self->axis;
  self->has_table = FALSE;
  self->failed = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plx_chart_kind_get_label (self->shown), -1);
  plx_chart_view_set_chart (self->chart_view, chart);
  plx_chart_view_select_mark (self->chart_view, plx_chart_pane_find_mark (self));
  update_pager (self);
  plx_chart_pane_update_page (self);
  plx_chart_pane_update_description (self);
}

/* Making */

void
plx_chart_pane_stop (PlxChartPane *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_handle_id (&self->refine_id, g_source_remove);
  plx_clear_cancellable (&self->cancellable);
  self->waiting = FALSE;
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->working_box, FALSE);
}

static gboolean
on_spinner_due (gpointer user_data)
{
  PlxChartPane *self = PLX_CHART_PANE (user_data);

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (self->working_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  PlxChartPane *self = PLX_CHART_PANE (user_data);
  g_autofree char *text = NULL;

  if (total == 0)
    return;
  /* Translators: how far the articles have been read, in per cent */
  text = g_strdup_printf (_("Reading the articles: %u %%"), (guint) (100.0 * done / total));
  gtk_label_set_text (self->working_label, text);
}

static void request_chart (PlxChartPane *self, gboolean rough);

static gboolean
on_refine_due (gpointer user_data)
{
  PlxChartPane *self = PLX_CHART_PANE (user_data);

  self->refine_id = 0;
  request_chart (self, /* rough= */ FALSE);
  self->waiting = FALSE;
  return G_SOURCE_REMOVE;
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxChartPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxChart) chart = plx_chart_job_finish (PLX_CORPUS (source), result, &error);

  /* A newer chart was asked for, or the corpus is another. */
  if (self->cancellable == NULL ||
      self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;

  plx_chart_pane_stop (self);
  if (chart == NULL)
    {
      g_autofree char *message = plx_message_for_error (error);

      adw_status_page_set_description (self->error_page, message);
      self->failed = TRUE;
      plx_chart_pane_update_page (self);
      return;
    }
  /* Articles were taken away, and the page is behind the last one. */
  if (self->kind == PLX_CHART_FLOW && self->first > 0 &&
      self->first >= plx_flow_chart_get_n_all (chart))
    {
      self->first = 0;
      plx_chart_pane_request (self);
      return;
    }
  show_chart (self, g_steal_pointer (&chart));
  if (self->rough)
    self->refine_id = g_timeout_add (REFINE_DELAY_MS, on_refine_due, self);
}

static gboolean
takes_long (PlxChartPane *self)
{
  return self->kind == PLX_CHART_VOICES && self->session != NULL &&
         plx_session_get_options (self->session)->rounds > 0 &&
         plx_session_get_n_articles (self->session) > MANY_ARTICLES;
}

static void
start_job (PlxChartPane          *self,
           PlxCorpusChartOptions *options)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  options->options = *plx_session_get_options (self->session);
  if (self->rough)
    options->options.rounds = 0;
  options->filter = plx_session_get_filter (self->session);
  options->kept = plx_session_get_kept (self->session);
  options->source_id = plx_chart_kind_is_scoped (self->kind) ? self->scope : 0;
  options->max_articles = PLX_CHART_PAGE_SIZE;
  options->first_article = self->first;
  gtk_label_set_text (self->working_label, _("Reading the articles"));
  self->cancellable = g_cancellable_new ();
  self->waiting = TRUE;
  self->spinner_id = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  plx_chart_job_async (corpus, plx_chart_kind_get_id (self->kind),
                       plx_chart_pane_get_summary (self), options,
                       /* gives_way= */ !self->rough && takes_long (self), on_progress, self,
                       self->cancellable, on_made, g_object_ref (self));
}

guint
plx_chart_pane_get_choice (PlxChartPane *self)
{
  const PlxSummary *summary = plx_chart_pane_get_summary (self);

  return plx_chart_kind_fit_choice (self->kind, summary, plx_session_get_axis (self->session),
                                    self->choices[self->kind]);
}

void
plx_chart_pane_request (PlxChartPane *self)
{
  request_chart (self, takes_long (self));
}

static void
request_chart (PlxChartPane *self,
               gboolean      rough)
{
  const PlxSummary *summary = plx_chart_pane_get_summary (self);
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  gboolean had_map = self->shown == PLX_CHART_MAP;
  PlxChart *now;

  plx_chart_pane_stop (self);
  self->stale = FALSE;
  self->rough = rough;
  if (summary == NULL || summary->n_axes == 0 || plx_session_get_corpus (self->session) == NULL)
    {
      show_chart (self, NULL);
      return;
    }

  plx_chart_kind_apply (self->kind, summary, plx_chart_pane_get_choice (self), &options);
  self->axis = options.axis;
  /* A map without its articles for a moment would flicker where there is one already. */
  if (self->kind == PLX_CHART_FRAMING || (self->kind == PLX_CHART_MAP && !had_map))
    {
      now = plx_chart_kind_make_now (self->kind, summary, plx_session_get_axis (self->session),
                                     plx_chart_pane_get_choice (self));
      show_chart (self, now);
    }
  if (self->kind == PLX_CHART_FRAMING)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_job (self, &options);
  else
    self->stale = TRUE;
}
