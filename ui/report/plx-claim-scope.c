/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claim-scope.h"

#include <string.h>

/* "2023-11-03" */
#define DAY_LENGTH 10

typedef struct
{
  const PlxArticleInfo *info;
  guint                 column;
  guint                 order;
} Dated;

void
plx_claim_scope_free (PlxClaimScope *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->to);
  g_array_unref (self->chosen);
  g_free (self);
}

static void
choose (PlxClaimScope        *self,
        const PlxArticleInfo *info,
        guint                 column)
{
  PlxScopeArticle article = { info->id, column };

  g_array_append_val (self->chosen, article);
  self->n_chosen++;
}

static gboolean
is_dated (const PlxArticleInfo *info)
{
  return info->date != NULL && strlen (info->date) >= DAY_LENGTH;
}

static int
compare_days (const char *a,
              const char *b)
{
  return strncmp (a, b, DAY_LENGTH);
}

/* The last day on which every source has written or could still write: the earliest of their
 * newest days; NULL if one of them has no dates. */
static const char *
find_last_day (GPtrArray *const *columns,
               guint             n_columns)
{
  const char *last = NULL;

  for (guint c = 0; c < n_columns; c++)
    {
      const char *newest = NULL;

      for (guint i = 0; i < columns[c]->len; i++)
        {
          const PlxArticleInfo *info = columns[c]->pdata[i];

          if (is_dated (info) && (newest == NULL || compare_days (info->date, newest) > 0))
            newest = info->date;
        }
      if (newest == NULL && columns[c]->len > 0)
        return NULL;
      if (newest != NULL && (last == NULL || compare_days (newest, last) < 0))
        last = newest;
    }
  return last;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const Dated *x = a, *y = b;
  int order = compare_days (y->info->date, x->info->date);

  if (order != 0)
    return order;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

static GArray *
list_dated (GPtrArray *const *columns,
            guint             n_columns,
            const char       *last)
{
  GArray *dated = g_array_new (FALSE, FALSE, sizeof (Dated));

  for (guint c = 0; c < n_columns; c++)
    {
      for (guint i = 0; i < columns[c]->len; i++)
        {
          Dated entry = { columns[c]->pdata[i], c, i };

          if (is_dated (entry.info) && compare_days (entry.info->date, last) <= 0)
            g_array_append_val (dated, entry);
        }
    }
  g_array_sort (dated, compare_newest_first);
  return dated;
}

static int
compare_given (gconstpointer a,
               gconstpointer b)
{
  const Dated *x = a, *y = b;

  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* Whole days, back from @last, as long as they fit. Returns: FALSE if that leaves out a source. */
static gboolean
choose_days (PlxClaimScope    *self,
             GPtrArray *const *columns,
             guint             n_columns,
             guint64           budget)
{
  const char *last = find_last_day (columns, n_columns);
  g_autoptr (GArray) dated = NULL;
  g_autofree gboolean *has = g_new0 (gboolean, n_columns);
  guint64 used = 0;
  guint n_fit = 0;

  if (last == NULL)
    return FALSE;

  dated = list_dated (columns, n_columns, last);
  for (guint i = 0; i < dated->len; i++)
    {
      const Dated *entry = &g_array_index (dated, Dated, i);

      used += entry->info->n_words;
      if (used > budget)
        break;
      if (i + 1 == dated->len ||
          compare_days (entry->info->date, g_array_index (dated, Dated, i + 1).info->date) != 0)
        n_fit = i + 1;
    }
  g_array_set_size (dated, n_fit);
  for (guint i = 0; i < n_fit; i++)
    has[g_array_index (dated, Dated, i).column] = TRUE;
  for (guint c = 0; c < n_columns; c++)
    {
      if (!has[c] && columns[c]->len > 0)
        return FALSE;
    }

  self->kind = PLX_SCOPE_DAYS;
  self->to = g_strndup (last, DAY_LENGTH);
  self->from = g_strndup (g_array_index (dated, Dated, n_fit - 1).info->date, DAY_LENGTH);
  g_array_sort (dated, compare_given);
  for (guint i = 0; i < n_fit; i++)
    choose (self, g_array_index (dated, Dated, i).info, g_array_index (dated, Dated, i).column);
  return TRUE;
}

/* An equal share for each source, from the first of its articles. */
static void
choose_first (PlxClaimScope    *self,
              GPtrArray *const *columns,
              guint             n_columns,
              guint64           budget)
{
  self->kind = PLX_SCOPE_FIRST;
  for (guint c = 0; c < n_columns; c++)
    {
      guint64 used = 0;

      for (guint i = 0; i < columns[c]->len; i++)
        {
          const PlxArticleInfo *info = columns[c]->pdata[i];

          used += info->n_words;
          if (i > 0 && used > budget / n_columns)
            break;
          choose (self, info, c);
        }
    }
}

PlxClaimScope *
plx_claim_scope_choose (GPtrArray *const *columns,
                        guint             n_columns,
                        guint64           budget)
{
  PlxClaimScope *self;
  guint64 n_words = 0;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (PlxClaimScope, 1);
  self->chosen = g_array_new (FALSE, FALSE, sizeof (PlxScopeArticle));
  for (guint c = 0; c < n_columns; c++)
    {
      self->n_all += columns[c]->len;
      for (guint i = 0; i < columns[c]->len; i++)
        n_words += ((const PlxArticleInfo *) columns[c]->pdata[i])->n_words;
    }

  if (n_words > budget)
    {
      if (!choose_days (self, columns, n_columns, budget))
        choose_first (self, columns, n_columns, budget);
      return self;
    }
  for (guint c = 0; c < n_columns; c++)
    {
      for (guint i = 0; i < columns[c]->len; i++)
        choose (self, columns[c]->pdata[i], c);
    }
  return self;
}
