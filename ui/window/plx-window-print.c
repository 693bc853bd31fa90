/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-print.h"
#include "ui/report/plx-filter-wording.h"
#include "ui/report/plx-report.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of what stands behind a chart or the lexicon: more nobody reads on paper. */
#define MAX_ROWS 500

static gboolean
is_view (PlxWindow  *self,
         const char *name)
{
  return g_strcmp0 (plx_window_get_view (self), name) == 0;
}

/* Returns: (nullable): the article that is read on the page that is shown */
static PlxReaderText *
get_reading (PlxWindow *self)
{
  if (is_view (self, "compare"))
    return plx_compare_page_get_reading (plx_window_get_compare_page (self));
  if (is_view (self, "words"))
    return plx_words_page_get_reading (plx_window_get_words_page (self));
  return plx_sources_page_get_reading (plx_window_get_sources_page (self));
}

/* Returns: (transfer full): of the corpus; if it has none, what is shown of it */
static char *
dup_name (PlxWindow *self)
{
  char *name = plx_session_dup_name (self->session);

  if (name != NULL)
    return name;
  return g_strdup (is_view (self, "compare") ? _("Compare")
                   : is_view (self, "words") ? _("Words")
                   : _("Framing by source"));
}

static void
add_opening (PlxWindow *self,
             PlxPages  *pages)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *filter = plx_filter_describe (plx_session_get_filter (self->session));

  plx_pages_add_text (pages, PLX_PAGES_TITLE, name);
  if (*filter != '\0')
    {
      g_autofree char *only = g_strdup_printf ("%s %s", _("Only:"), filter);

      plx_pages_add_text (pages, PLX_PAGES_MUTED, only);
    }
}

static void
add_chart (PlxWindow *self,
           PlxPages  *pages)
{
  PlxChart *chart = plx_sources_page_get_chart (plx_window_get_sources_page (self));
  const char *kind = plx_chart_get_kind (chart);
  const char *label = plx_chart_kind_get_label (plx_chart_kind_find (kind));
  const PlxSummary *summary = plx_session_get_summary (self->session);

  plx_pages_add_text (pages, PLX_PAGES_SECTION, label);
  plx_pages_add_chart (pages, chart, NULL, NULL);
  plx_pages_add_text (pages, PLX_PAGES_SECTION, _("Table"));
  /* All figures of the scores are more columns than paper has room for. */
  if (strcmp (kind, "framing") == 0 && summary != NULL)
    {
      plx_report_add_scores (pages, summary, FALSE);
    }
  else
    {
      g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);

      plx_pages_add_table (pages, table, MAX_ROWS);
    }
}

/* Puts on @pages what is on the screen; NULL only asks. Returns: FALSE if that is nothing */
static gboolean
add_shown (PlxWindow *self,
           PlxPages  *pages)
{
  PlxReaderText *reading = get_reading (self);

  if (plx_session_get_summary (self->session) == NULL)
    return FALSE;
  if (reading != NULL)
    {
      if (pages != NULL)
        plx_print_add_article (pages, reading);
      return TRUE;
    }
  if (pages != NULL)
    add_opening (self, pages);
  if (is_view (self, "compare"))
    return plx_compare_page_add_to_pages (plx_window_get_compare_page (self), pages);
  if (is_view (self, "words"))
    {
      g_autoptr (PlxPlotTable) table = plx_words_page_make_table (plx_window_get_words_page (self));

      if (pages != NULL)
        plx_pages_add_table (pages, table, MAX_ROWS);
      return TRUE;
    }
  if (plx_sources_page_get_chart (plx_window_get_sources_page (self)) == NULL)
    return FALSE;
  if (pages != NULL)
    add_chart (self, pages);
  return TRUE;
}

static void
on_fill (PlxPages *pages,
         gpointer  user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);

  /* While the dialog was open the window may have been closed. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    add_shown (self, pages);
}

static void
on_done (const GError *error,
         gpointer      user_data)
{
  g_autoptr (PlxWindow) self = PLX_WINDOW (user_data);

  if (error != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    plx_window_toast_error (self, _("Could not print."), error);
}

/* Returns: (transfer full) (nullable): of what is shown; NULL, which is said, if there is nothing */
static char *
dup_title (PlxWindow *self)
{
  PlxReaderText *reading;

  if (!add_shown (self, NULL))
    {
      plx_window_toast (self, _("There is nothing to print here yet"));
      return NULL;
    }
  reading = get_reading (self);
  if (reading != NULL && plx_reader_text_get_article (reading)->title != NULL)
    return g_strdup (plx_reader_text_get_article (reading)->title);
  return dup_name (self);
}

void
plx_window_print (PlxWindow  *self,
                  const char *path)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));

  title = dup_title (self);
  if (title != NULL)
    plx_print_run (GTK_WINDOW (self), title, path, on_fill, on_done, g_object_ref (self));
}

void
plx_window_preview (PlxWindow *self)
{
  g_autofree char *title = dup_title (self);

  if (title != NULL)
    plx_print_preview (GTK_WINDOW (self), title, on_fill, on_done, g_object_ref (self));
}

void
plx_window_preview_sheets (PlxWindow  *self,
                           const char *title,
                           PlxSheets  *sheets)
{
  g_autofree char *name = title == NULL ? dup_name (self) : NULL;

  plx_print_preview_sheets (GTK_WINDOW (self), title != NULL ? title : name, sheets, on_done,
                            g_object_ref (self));
}
