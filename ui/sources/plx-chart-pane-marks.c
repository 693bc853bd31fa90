/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-pane-private.h"

/* Sources by number and name */

static gint64
find_source_id (PlxChartPane *self,
                const char   *name)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (g_strcmp0 (plx_source_item_get_name (item), name) == 0)
        return plx_source_item_get_id (item);
    }
  return 0;
}

static char *
dup_source_name (PlxChartPane *self,
                 gint64        id)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (plx_source_item_get_id (item) == id)
        return g_strdup (plx_source_item_get_name (item));
    }
  return NULL;
}

/* The selection */

void
plx_chart_pane_set_selection (PlxChartPane            *self,
               const PlxChartSelection *selection)
{
  char *speaker = g_strdup (selection->speaker);

  g_free (self->speaker);
  self->speaker = speaker;
  self->selection = *selection;
  self->selection.speaker = speaker;
}

static gboolean
is_selected (PlxChartPane       *self,
             const char         *source,
             const PlxPlotPlace *place)
{
  const PlxChartSelection *selection = &self->selection;

  switch (self->shown)
    {
    case PLX_CHART_FRAMING:
      return selection->article_id == 0 && place->axis == (guint) selection->axis &&
             g_strcmp0 (place->source, source) == 0;
    case PLX_CHART_VOICES:
      return selection->voice == place->voice && g_strcmp0 (place->source, source) == 0 &&
             g_strcmp0 (place->speaker, selection->speaker) == 0;
    case PLX_CHART_FLOW:
      return place->article == selection->article_id &&
             (selection->sentence == 0 || selection->sentence == place->sentence + 1);
    case PLX_CHART_MAP:
      return place->article == selection->article_id &&
             (place->article != 0 || g_strcmp0 (place->source, source) == 0);
    case PLX_CHART_TIMELINE:
    case PLX_N_CHART_KINDS:
    default:
      return place->article == selection->article_id;
    }
}

const PlxPlotMark *
plx_chart_pane_find_mark (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  GArray *marks = plx_chart_view_get_marks (self->chart_view);
  g_autofree char *source = NULL;

  if (chart == NULL || self->session == NULL ||
      (self->selection.source_id == 0 && self->selection.article_id == 0))
    return NULL;

  source = dup_source_name (self, self->selection.source_id);
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      PlxPlotPlace place;

      if (plx_chart_locate (chart, mark, &place) && is_selected (self, source, &place))
        return mark;
    }
  return NULL;
}

/* What a mark stands for; a chart of one source is never about more. */
void
plx_chart_pane_read_mark (PlxChartPane      *self,
           const PlxPlotMark *mark,
           PlxChartSelection *selection)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  gboolean scoped = plx_chart_kind_is_scoped (self->shown);
  PlxPlotPlace place;

  *selection = (PlxChartSelection) { .axis = PLX_AXIS_ALL, .source_id = scoped ? self->scope : 0 };
  if (mark->row == PLX_NONE || chart == NULL || !plx_chart_locate (chart, mark, &place))
    return;

  selection->source_id = find_source_id (self, place.source);
  selection->article_id = place.article;
  selection->sentence = place.sentence != PLX_NONE ? place.sentence + 1 : 0;
  selection->voice = place.voice;
  selection->speaker = place.speaker;
  if (place.axis != PLX_NONE)
    selection->axis = (PlxAxisId) place.axis;
  else if (self->shown != PLX_CHART_MAP)
    selection->axis = (PlxAxisId) self->shown_axis;
}
