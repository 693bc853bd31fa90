/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-kinds.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *label;
  const char *hint;
  gboolean    scoped;
} kinds[PLX_N_CHART_KINDS] = {
  { "framing", N_("Framing of each source"),
    N_("Choose a mark to see the sentences behind it."), FALSE },
  { "map", N_("Framing map"),
    N_("Choose a mark to see the sentences behind it. Plus and minus zoom, 0 shows all."), FALSE },
  { "flow", N_("Flow of the articles"),
    N_("Choose a sentence to see its evidence; press Enter or click twice to read on there."), TRUE },
  { "timeline", N_("Timeline"),
    N_("Choose an article to see its evidence; press Enter or click twice to read it."), TRUE },
  { "voices", N_("Voices"),
    N_("Choose a voice to see what it says."), TRUE },
};

const char *
plx_chart_kind_get_id (PlxChartKind kind)
{
  g_return_val_if_fail (kind < PLX_N_CHART_KINDS, NULL);

  return kinds[kind].id;
}

PlxChartKind
plx_chart_kind_find (const char *id)
{
  for (guint kind = 0; kind < PLX_N_CHART_KINDS; kind++)
    {
      if (g_strcmp0 (kinds[kind].id, id) == 0)
        return kind;
    }
  return PLX_CHART_FRAMING;
}

const char *
plx_chart_kind_get_label (PlxChartKind kind)
{
  g_return_val_if_fail (kind < PLX_N_CHART_KINDS, NULL);

  return _(kinds[kind].label);
}

const char *
plx_chart_kind_get_hint (PlxChartKind kind)
{
  g_return_val_if_fail (kind < PLX_N_CHART_KINDS, NULL);

  return _(kinds[kind].hint);
}

gboolean
plx_chart_kind_is_scoped (PlxChartKind kind)
{
  g_return_val_if_fail (kind < PLX_N_CHART_KINDS, FALSE);

  return kinds[kind].scoped;
}

static guint
count_choices (PlxChartKind      kind,
               const PlxSummary *summary)
{
  if (kind == PLX_CHART_MAP)
    return summary->n_axes * (summary->n_axes - 1) / 2;
  return kind == PLX_CHART_FRAMING ? summary->n_axes + 1 : summary->n_axes;
}

static char *
make_choice_label (PlxChartKind      kind,
                   const PlxSummary *summary,
                   guint             choice)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  g_autofree char *axis = NULL;
  g_autofree char *x_axis = NULL;

  if (kind == PLX_CHART_FRAMING && choice == 0)
    return g_strdup (_("By name"));
  plx_chart_kind_apply (kind, summary, choice, &options);
  axis = plx_wording_axis (&summary->axes[options.axis]);
  if (kind == PLX_CHART_FRAMING)
    /* Translators: the sources are in the order of their scores on this axis */
    return g_strdup_printf (_("By %s"), axis);
  if (kind != PLX_CHART_MAP)
    return g_steal_pointer (&axis);
  x_axis = plx_wording_axis (&summary->axes[options.x_axis]);
  /* Translators: a map of two axes across each other */
  return g_strdup_printf (_("%s × %s"), x_axis, axis);
}

static gboolean
is_about (PlxChartKind      kind,
          const PlxSummary *summary,
          PlxAxisId         only,
          guint             choice)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;

  if (only == PLX_AXIS_ALL || (kind == PLX_CHART_FRAMING && choice == 0))
    return TRUE;
  plx_chart_kind_apply (kind, summary, choice, &options);
  return options.axis == (guint) only || (kind == PLX_CHART_MAP && options.x_axis == (guint) only);
}

GtkStringList *
plx_chart_kind_list_choices (PlxChartKind      kind,
                             const PlxSummary *summary,
                             PlxAxisId         only,
                             GArray          **out_choices)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  g_return_val_if_fail (kind < PLX_N_CHART_KINDS && summary != NULL, list);
  g_return_val_if_fail (out_choices != NULL, list);

  *out_choices = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint choice = 0; choice < count_choices (kind, summary); choice++)
    {
      if (!is_about (kind, summary, only, choice))
        continue;
      gtk_string_list_take (list, make_choice_label (kind, summary, choice));
      g_array_append_val (*out_choices, choice);
    }
  return list;
}

static guint
get_default (PlxChartKind      kind,
             const PlxSummary *summary)
{
  if (kind == PLX_CHART_FRAMING)
    return MIN (1, summary->n_axes);
  return kind == PLX_CHART_MAP ? 0 : plx_framing_chart_find_axis (summary);
}

guint
plx_chart_kind_fit_choice (PlxChartKind      kind,
                           const PlxSummary *summary,
                           PlxAxisId         only,
                           guint             choice)
{
  guint n;

  g_return_val_if_fail (kind < PLX_N_CHART_KINDS && summary != NULL, choice);

  n = count_choices (kind, summary);
  if (choice >= n)
    choice = get_default (kind, summary);
  if (is_about (kind, summary, only, choice))
    return choice;
  /* The first of the framing is by name, which is no order of the axis that was asked for. */
  for (guint other = kind == PLX_CHART_FRAMING ? 1 : 0; other < n; other++)
    {
      if (is_about (kind, summary, only, other))
        return other;
    }
  return choice;
}

const char *
plx_chart_kind_get_choices_label (PlxChartKind kind)
{
  if (kind == PLX_CHART_FRAMING)
    return _("Order of the sources");
  return kind == PLX_CHART_MAP ? _("Axes of the map") : _("Axis of the chart");
}

void
plx_chart_kind_apply (PlxChartKind           kind,
                      const PlxSummary      *summary,
                      guint                  choice,
                      PlxCorpusChartOptions *options)
{
  guint n = 0;

  g_return_if_fail (summary != NULL && summary->n_axes > 0 && options != NULL);

  options->axis = MIN (choice, summary->n_axes - 1);
  options->x_axis = 0;
  if (kind == PLX_CHART_FRAMING)
    options->axis = choice > 0 ? MIN (choice, summary->n_axes) - 1 : 0;
  if (kind != PLX_CHART_MAP)
    return;

  options->axis = MIN (1, summary->n_axes - 1);
  for (guint x = 0; x < summary->n_axes; x++)
    {
      for (guint y = x + 1; y < summary->n_axes; y++)
        {
          if (n++ != choice)
            continue;
          options->x_axis = x;
          options->axis = y;
        }
    }
}

PlxChart *
plx_chart_kind_make_now (PlxChartKind      kind,
                         const PlxSummary *summary,
                         PlxAxisId         only,
                         guint             choice)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  PlxSummary *kept;
  PlxChart *chart;

  g_return_val_if_fail (summary != NULL, NULL);

  if (kind != PLX_CHART_FRAMING && kind != PLX_CHART_MAP)
    return NULL;

  kept = plx_summary_copy (summary);
  plx_chart_kind_apply (kind, kept, choice, &options);
  if (kind == PLX_CHART_MAP)
    chart = plx_map_chart_new (kept, options.x_axis, options.axis);
  else
    {
      chart = plx_framing_chart_new (kept);
      plx_framing_chart_set_sort (chart, choice == 0 ? PLX_PLOT_SORT_NAME : PLX_PLOT_SORT_SCORE,
                                  options.axis);
      if (only != PLX_AXIS_ALL)
        plx_framing_chart_set_only_axis (chart, (guint) only);
    }
  plx_chart_keep (chart, kept, (GDestroyNotify) plx_summary_free);
  return chart;
}
