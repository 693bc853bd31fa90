/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-summary-private.h"

#include <string.h>

static void
copy_axes (PlxAxis       *to,
           const PlxAxis *from,
           guint          n)
{
  for (guint i = 0; i < n; i++)
    to[i] = (PlxAxis) { g_strdup (from[i].id), g_strdup (from[i].negative), g_strdup (from[i].positive) };
}

static void
clear_axes (PlxAxis *axes,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free (axes[i].id);
      g_free (axes[i].negative);
      g_free (axes[i].positive);
    }
}

static void
clear_article (gpointer data)
{
  g_bytes_unref (((PlxSummaryArticle *) data)->evidence);
}

static void
group_free (gpointer data)
{
  PlxSummaryGroup *group = data;

  g_free (group->name);
  g_array_unref (group->articles);
  g_free (group);
}

PlxSummariser *
plx_summariser_new (const PlxLexicon *lexicon)
{
  PlxSummariser *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxSummariser, 1);
  self->n_axes = plx_lexicon_get_n_axes (lexicon);
  for (guint i = 0; i < self->n_axes; i++)
    copy_axes (&self->axes[i], plx_lexicon_get_axis (lexicon, i), 1);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
plx_summariser_free (PlxSummariser *self)
{
  if (self == NULL)
    return;

  clear_axes (self->axes, self->n_axes);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->table, plx_figure_table_free);
  g_free (self);
}

static PlxSummaryGroup *
ensure_group (PlxSummariser *self,
              const char    *name)
{
  PlxSummaryGroup *group = g_hash_table_lookup (self->by_name, name);

  if (group != NULL)
    return group;
  group = g_new0 (PlxSummaryGroup, 1);
  group->name = g_strdup (name);
  group->articles = g_array_new (FALSE, FALSE, sizeof (PlxSummaryArticle));
  g_array_set_clear_func (group->articles, clear_article);
  g_hash_table_insert (self->by_name, group->name, group);
  g_ptr_array_add (self->groups, group);
  return group;
}

void
plx_summariser_add_evidence (PlxSummariser        *self,
                             const char           *group,
                             GBytes               *evidence,
                             const PlxReadingPart *part)
{
  static const PlxReadingPart all = PLX_READING_PART_INIT;
  PlxSummaryArticle article;

  g_return_if_fail (self != NULL && evidence != NULL);

  g_clear_pointer (&self->table, plx_figure_table_free);
  article = (PlxSummaryArticle) { g_bytes_ref (evidence), self->n_readings++,
                                  part != NULL ? *part : all };
  g_array_append_val (ensure_group (self, group != NULL ? group : "")->articles, article);
}

void
plx_summariser_add (PlxSummariser    *self,
                    const char       *group,
                    const PlxReading *reading)
{
  g_autoptr (GBytes) evidence = NULL;

  g_return_if_fail (self != NULL && reading != NULL);
  g_return_if_fail (reading->n_axes == self->n_axes);

  evidence = plx_evidence_pack (reading);
  plx_summariser_add_evidence (self, group, evidence, NULL);
}

/* Returns: (nullable): the evidence by order of adding; NULL if there are parts of readings only */
static GBytes **
list_evidence (const PlxSummariser *self)
{
  g_autofree GBytes **evidence = g_new (GBytes *, MAX (self->n_readings, 1));

  for (guint g = 0; g < self->groups->len; g++)
    {
      const PlxSummaryGroup *group = g_ptr_array_index (self->groups, g);

      for (guint i = 0; i < group->articles->len; i++)
        {
          const PlxSummaryArticle *article = &g_array_index (group->articles, PlxSummaryArticle, i);

          if (article->part.voice != PLX_NONE || article->part.target != PLX_NONE ||
              article->part.wire_once)
            return NULL;
          evidence[article->index] = article->evidence;
        }
    }
  return g_steal_pointer (&evidence);
}

void
plx_summariser_prepare (PlxSummariser *self,
                        gboolean     (*is_wanted) (gpointer data),
                        gpointer       data)
{
  g_autofree GBytes **evidence = NULL;
  PlxFigureTable *table;

  g_return_if_fail (self != NULL);

  evidence = plx_summariser_get_table (self) == NULL ? list_evidence (self) : NULL;
  if (evidence == NULL)
    return;
  table = plx_figure_table_new (evidence, self->n_readings, self->n_axes, is_wanted, data);
  if (!g_atomic_pointer_compare_and_exchange (&self->table, NULL, table))
    plx_figure_table_free (table);
}

const PlxFigureTable *
plx_summariser_get_table (const PlxSummariser *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_pointer_get (&((PlxSummariser *) self)->table);
}

void
plx_summariser_foreach (const PlxSummariser *self,
                        PlxSummariserVisit   visit,
                        gpointer             user_data)
{
  g_return_if_fail (self != NULL && visit != NULL);

  for (guint g = 0; g < self->groups->len; g++)
    {
      const PlxSummaryGroup *group = g_ptr_array_index (self->groups, g);

      for (guint i = 0; i < group->articles->len; i++)
        visit (g_array_index (group->articles, PlxSummaryArticle, i).evidence, user_data);
    }
}

static void
row_free (gpointer data)
{
  PlxSummaryRow *row = data;

  g_free (row->name);
  g_free (row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PlxSummaryRow *first = *(const PlxSummaryRow *const *) a;
  const PlxSummaryRow *second = *(const PlxSummaryRow *const *) b;

  return strcmp (first->name, second->name);
}

PlxSummary *
plx_summariser_finish_selection (const PlxSummariser       *self,
                                 const PlxSummaryOptions   *options,
                                 const PlxSummarySelection *selection)
{
  static const PlxSummarySelection everything;
  PlxSummary *summary;
  PlxSummaryRow **rows;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  summary = g_new0 (PlxSummary, 1);
  summary->n_axes = self->n_axes;
  copy_axes (summary->axes, self->axes, self->n_axes);
  summary->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < self->groups->len; i++)
    {
      PlxSummaryRow *row = g_new0 (PlxSummaryRow, 1);

      row->name = g_strdup (((const PlxSummaryGroup *) g_ptr_array_index (self->groups, i))->name);
      g_ptr_array_add (summary->rows, row);
    }
  rows = (PlxSummaryRow **) summary->rows->pdata;
  if (selection == NULL)
    selection = &everything;
  plx_summary_fill (self, selection, rows);
  plx_summary_set_intervals (self, selection, options, rows);
  g_ptr_array_sort (summary->rows, compare_rows);
  return summary;
}

PlxSummary *
plx_summariser_finish (const PlxSummariser     *self,
                       const PlxSummaryOptions *options)
{
  return plx_summariser_finish_selection (self, options, NULL);
}

PlxSummary *
plx_summary_copy (const PlxSummary *self)
{
  PlxSummary *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (PlxSummary, 1);
  copy->n_axes = self->n_axes;
  copy_axes (copy->axes, self->axes, self->n_axes);
  copy->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < self->rows->len; i++)
    {
      PlxSummaryRow *row = g_memdup2 (g_ptr_array_index (self->rows, i), sizeof *row);

      row->name = g_strdup (row->name);
      g_ptr_array_add (copy->rows, row);
    }
  return copy;
}

void
plx_summary_free (PlxSummary *self)
{
  if (self == NULL)
    return;

  clear_axes (self->axes, self->n_axes);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const PlxSummaryRow *
plx_summary_find_row (const PlxSummary *self,
                      const char       *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (row->name, name) == 0)
        return row;
    }
  return NULL;
}
