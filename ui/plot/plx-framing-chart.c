/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-framing-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
is_known (const PlxSummaryAxis *figures)
{
  return plx_evidence_of (figures) >= PLX_EVIDENCE_UNCLEAR;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const PlxFraming *self = user_data;
  const PlxSummaryRow *row_a = g_ptr_array_index (self->summary->rows, *(const guint *) a);
  const PlxSummaryRow *row_b = g_ptr_array_index (self->summary->rows, *(const guint *) b);

  if (self->sort == PLX_PLOT_SORT_SCORE && self->sort_axis < self->summary->n_axes)
    {
      const PlxSummaryAxis *axis_a = &row_a->axes[self->sort_axis];
      const PlxSummaryAxis *axis_b = &row_b->axes[self->sort_axis];

      if (is_known (axis_a) != is_known (axis_b))
        return is_known (axis_a) ? -1 : 1;
      if (is_known (axis_a) && axis_a->score != axis_b->score)
        return axis_a->score > axis_b->score ? -1 : 1;
    }
  return g_utf8_collate (row_a->name, row_b->name);
}

void
plx_framing_sort (PlxFraming *self)
{
  g_array_set_size (self->order, 0);
  for (guint i = 0; i < self->summary->rows->len; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_rows, self);
}

static char *
describe_mark (PlxChart          *chart,
               const PlxPlotMark *mark)
{
  const PlxFraming *self = (const PlxFraming *) chart;
  const PlxSummaryRow *row;
  g_autofree char *axis = NULL;
  g_autofree char *evidence = NULL;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (mark->row < self->summary->rows->len, NULL);
  g_return_val_if_fail (mark->axis < self->summary->n_axes, NULL);

  row = g_ptr_array_index (self->summary->rows, mark->row);
  axis = plx_wording_axis (&self->summary->axes[mark->axis]);
  evidence = plx_wording_evidence (&self->summary->axes[mark->axis], &row->axes[mark->axis]);
  counts = plx_wording_counts (row->n_articles, row->n_sentences);
  /* Translators: a source, an axis, its score in words, numbers of articles and sentences */
  return g_strdup_printf (_("%s, %s: %s; %s"), row->name, axis, evidence, counts);
}

static void
describe_axis (const PlxFraming *self,
               guint             axis,
               GString          *out)
{
  const PlxSummaryRow *lowest = NULL;
  const PlxSummaryRow *highest = NULL;
  g_autofree char *title = plx_wording_axis (&self->summary->axes[axis]);
  guint n_little = 0;

  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, i);

      if (!is_known (&row->axes[axis]))
        n_little++;
      else if (lowest == NULL || row->axes[axis].score < lowest->axes[axis].score)
        lowest = row;
      if (is_known (&row->axes[axis]) &&
          (highest == NULL || row->axes[axis].score > highest->axes[axis].score))
        highest = row;
    }

  if (highest != NULL)
    {
      g_autofree char *from = plx_wording_score (lowest->axes[axis].score);
      g_autofree char *to = plx_wording_score (highest->axes[axis].score);

      /* Translators: an axis, then score and source at its lower and at its upper end */
      g_string_append_printf (out, _(" %s: from %s (%s) to %s (%s)."), title, from, lowest->name,
                              to, highest->name);
    }
  if (n_little > 0)
    /* Translators: a number of sources, an axis */
    g_string_append_printf (out, ngettext (" %u source has too little evidence on %s.",
                                           " %u sources have too little evidence on %s.",
                                           n_little),
                            n_little, title);
}

static char *
describe (PlxChart *chart)
{
  const PlxFraming *self = (const PlxFraming *) chart;
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_rows = self->summary->rows->len;

  g_string_append_printf (out, ngettext ("Framing of %u source.", "Framing of %u sources.", n_rows),
                          n_rows);
  for (guint axis = 0; axis < self->summary->n_axes; axis++)
    {
      if (self->only_axis == PLX_NONE || self->only_axis == axis)
        describe_axis (self, axis, out);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_number_column (PlxPlotTable *table,
                   char         *title,
                   guint         decimals,
                   gboolean      is_signed)
{
  plx_plot_table_add_column (table, title, PLX_CELL_NUMBER, decimals, is_signed);
  g_free (title);
}

static void
add_axis_columns (PlxPlotTable  *table,
                  const PlxAxis *axis)
{
  g_autofree char *title = plx_wording_axis (axis);
  g_autofree char *evidence = NULL;

  /* Translators: columns of a table; %s is an axis */
  add_number_column (table, g_strdup_printf (_("%s: score"), title), 2, TRUE);
  add_number_column (table, g_strdup_printf (_("%s: from"), title), 2, TRUE);
  add_number_column (table, g_strdup_printf (_("%s: to"), title), 2, TRUE);
  add_number_column (table, g_strdup_printf (_("%s: direction"), title), 2, TRUE);
  add_number_column (table, g_strdup_printf (_("%s: cues per 100 words"), title), 2, FALSE);
  add_number_column (table, g_strdup_printf (_("%s: cues"), title), 0, FALSE);
  evidence = g_strdup_printf (_("%s: evidence"), title);
  plx_plot_table_add_column (table, evidence, PLX_CELL_TEXT, 0, FALSE);
}

static void
add_axis_cells (PlxPlotTable         *table,
                const PlxAxis        *axis,
                const PlxSummaryAxis *figures)
{
  g_autofree char *verdict = plx_wording_verdict (axis, plx_evidence_of (figures));
  gboolean known = is_known (figures);

  plx_plot_table_add_number (table, known ? figures->score : NAN);
  plx_plot_table_add_number (table, known ? figures->low : NAN);
  plx_plot_table_add_number (table, known ? figures->high : NAN);
  plx_plot_table_add_number (table, known ? figures->direction : NAN);
  plx_plot_table_add_number (table, figures->intensity);
  plx_plot_table_add_number (table, figures->n_cues);
  plx_plot_table_add_text (table, verdict);
}

static PlxPlotTable *
to_table (PlxChart *chart)
{
  PlxFraming *self = (PlxFraming *) chart;
  PlxPlotTable *table = plx_plot_table_new (chart->title != NULL ? chart->title
                                                                 : _("Framing by source"));

  plx_plot_table_add_column (table, _("Source"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Articles"), PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_column (table, _("Sentences"), PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_column (table, _("Words"), PLX_CELL_NUMBER, 0, FALSE);
  for (guint axis = 0; axis < self->summary->n_axes; axis++)
    {
      if (self->only_axis == PLX_NONE || self->only_axis == axis)
        add_axis_columns (table, &self->summary->axes[axis]);
    }

  plx_framing_sort (self);
  for (guint i = 0; i < self->order->len; i++)
    {
      const PlxSummaryRow *row = plx_framing_get_row (self, i);

      plx_plot_table_begin_row (table, g_array_index (self->order, guint, i), PLX_NONE);
      plx_plot_table_add_text (table, row->name);
      plx_plot_table_add_number (table, row->n_articles);
      plx_plot_table_add_number (table, row->n_sentences);
      plx_plot_table_add_number (table, row->n_words);
      for (guint axis = 0; axis < self->summary->n_axes; axis++)
        {
          if (self->only_axis == PLX_NONE || self->only_axis == axis)
            add_axis_cells (table, &self->summary->axes[axis], &row->axes[axis]);
        }
    }
  return table;
}

static void
finalize (PlxChart *chart)
{
  PlxFraming *self = (PlxFraming *) chart;

  g_array_unref (self->order);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  plx_key_clear (&self->key);
}

static void
locate (PlxChart          *chart,
        const PlxPlotMark *mark,
        PlxPlotPlace      *place)
{
  const PlxFraming *self = (const PlxFraming *) chart;

  g_return_if_fail (mark->row < self->summary->rows->len);

  place->source = ((const PlxSummaryRow *) g_ptr_array_index (self->summary->rows, mark->row))->name;
  place->axis = mark->axis;
}

PlxChart *
plx_framing_chart_new (const PlxSummary *summary)
{
  static const PlxChartClass klass = {
    .kind = "framing",
    .layout = plx_framing_layout,
    .draw = plx_framing_draw,
    .describe_mark = describe_mark,
    .describe = describe,
    .to_table = to_table,
    .locate = locate,
    .finalize = finalize,
  };
  PlxFraming *self;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_new0 (PlxFraming, 1);
  plx_chart_init (&self->parent, &klass);
  self->summary = summary;
  self->only_axis = PLX_NONE;
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, TRUE, sizeof (PlxFramingRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (PlxFramingCell));
  plx_key_init (&self->key);
  return &self->parent;
}

static PlxFraming *
get_framing (PlxChart *chart)
{
  g_return_val_if_fail (chart != NULL && chart->klass->layout == plx_framing_layout, NULL);

  return (PlxFraming *) chart;
}

void
plx_framing_chart_set_sort (PlxChart   *chart,
                            PlxPlotSort sort,
                            guint       axis)
{
  PlxFraming *self = get_framing (chart);

  g_return_if_fail (self != NULL);

  if (self->sort == sort && self->sort_axis == axis)
    return;

  self->sort = sort;
  self->sort_axis = axis;
  plx_chart_invalidate (chart);
}

void
plx_framing_chart_set_only_axis (PlxChart *chart,
                                 guint     axis)
{
  PlxFraming *self = get_framing (chart);

  g_return_if_fail (self != NULL);

  if (self->only_axis == axis)
    return;

  self->only_axis = axis;
  plx_chart_invalidate (chart);
}

void
plx_framing_chart_set_extent (PlxChart *chart,
                              double    extent)
{
  PlxFraming *self = get_framing (chart);

  g_return_if_fail (self != NULL && extent >= 0 && extent <= 1);

  if (self->fixed_extent == extent)
    return;

  self->fixed_extent = extent;
  plx_chart_invalidate (chart);
}

guint
plx_framing_chart_find_axis (const PlxSummary *summary)
{
  guint widest = 0;
  double widest_span = -1;

  g_return_val_if_fail (summary != NULL, 0);

  for (guint axis = 0; axis < summary->n_axes; axis++)
    {
      double low = INFINITY;
      double high = -INFINITY;

      for (guint i = 0; i < summary->rows->len; i++)
        {
          const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

          if (plx_evidence_of (&row->axes[axis]) < PLX_EVIDENCE_UNCLEAR)
            continue;
          low = MIN (low, row->axes[axis].score);
          high = MAX (high, row->axes[axis].score);
        }
      if (high - low > widest_span)
        {
          widest = axis;
          widest_span = high - low;
        }
    }
  return widest;
}
