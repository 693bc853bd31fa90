/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "data/plx-file.h"
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

static gboolean
is_at_words (PlxWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "words") == 0;
}

/* The chart that is looked at. Where there is none just now, this is said. */
static gboolean
get_chart (PlxWindow  *self,
           PlxChart  **out_chart)
{
  if (is_at_words (self))
    *out_chart = NULL;
  else if (is_comparing (self))
    *out_chart = plx_compare_page_get_chart (plx_window_get_compare_page (self));
  else
    *out_chart = plx_sources_page_get_chart (plx_window_get_sources_page (self));
  if (*out_chart == NULL)
    plx_window_toast (self, _("There is no chart here: save or copy the table"));
  return *out_chart != NULL;
}

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

/* Returns: (transfer full): what to call a file of the chart or table that is looked at */
static char *
suggest_name (PlxWindow  *self,
              const char *format)
{
  PlxChart *chart;

  if (is_at_words (self))
    return g_strdup_printf ("%s.%s", _("lexicon"), format);
  return g_strdup_printf ("%s.%s",
                          get_chart (self, &chart) ? plx_chart_get_kind (chart) : _("framing"),
                          format);
}

void
plx_window_choose_chart_file (PlxWindow  *self,
                              const char *format)
{
  g_autofree char *suggested = suggest_name (self, format);

  plx_choose_file (GTK_WINDOW (self), _("Save the Chart"), GTK_FILE_CHOOSER_ACTION_SAVE,
                   suggested, PLX_FILES_ANY, on_chart_chosen, self);
}

/* The table that is looked at, or that of the chart; NULL where there is none, which is said. */
static GBytes *
make_csv (PlxWindow *self)
{
  g_autoptr (PlxPlotTable) table = NULL;
  PlxChart *chart;
  char *csv;

  if (is_at_words (self))
    return plx_words_page_make_csv (plx_window_get_words_page (self));
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

void
plx_window_choose_table_file (PlxWindow *self)
{
  g_autofree char *suggested = suggest_name (self, "csv");

  plx_choose_file (GTK_WINDOW (self), _("Save the Table"), GTK_FILE_CHOOSER_ACTION_SAVE,
                   suggested, PLX_FILES_ANY, on_table_chosen, self);
}

void
plx_window_copy_table (PlxWindow *self)
{
  g_autoptr (GBytes) csv = make_csv (self);
  g_autofree char *text = NULL;

  if (csv == NULL)
    return;
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  plx_window_toast (self, _("Table copied"));
}

void
plx_window_copy_chart (PlxWindow *self)
{
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
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  plx_window_toast (self, _("Chart copied"));
}
