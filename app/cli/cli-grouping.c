/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-grouping.h"

#include "cli-corpus.h"

#include <glib/gi18n.h>
#include <string.h>

/* The rows of those who have no name, as tables for other programs have them in any language. */
#define REPORTER "(reporter)"
#define UNNAMED "(unnamed)"

static const struct
{
  const char *one;
  const char *many;
  const char *title;
} groupings[PLX_N_GROUPINGS] = {
  [PLX_GROUPING_SOURCE] = { "source", "sources", N_("Source") },
  [PLX_GROUPING_ARTICLE] = { "article", "articles", N_("Article") },
  [PLX_GROUPING_VOICE] = { "voice", "voices", N_("Voice") },
  [PLX_GROUPING_TARGET] = { "target", "targets", N_("Target") },
  [PLX_GROUPING_DAY] = { "day", "days", N_("Day") },
  [PLX_GROUPING_MONTH] = { "month", "months", N_("Month") },
  [PLX_GROUPING_YEAR] = { "year", "years", N_("Year") },
};

gboolean
plx_cli_top_check (int top)
{
  if (top >= 0)
    return TRUE;

  plx_cli_error ("%s", _("--top takes a number of rows"));
  return FALSE;
}

gboolean
plx_cli_grouping_parse (const char  *name,
                        PlxGrouping *out_grouping)
{
  for (guint i = 0; i < PLX_N_GROUPINGS; i++)
    {
      if (strcmp (name, groupings[i].one) != 0 && strcmp (name, groupings[i].many) != 0)
        continue;
      *out_grouping = i;
      return TRUE;
    }
  return FALSE;
}

const char *
plx_cli_grouping_title (PlxGrouping grouping)
{
  return _(groupings[grouping].title);
}

gboolean
plx_cli_groups_make (PlxCliGroups          *self,
                     PlxCorpus             *corpus,
                     PlxGrouping            grouping,
                     const PlxCorpusFilter *filter,
                     int                    max_rows)
{
  static const PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  static const PlxSummaryOptions quick = { .rounds = 0 };
  gboolean is_plain = grouping == PLX_GROUPING_SOURCE && max_rows == 0;

  /* The rows of sources without a sentence are there too. */
  self->grouping = grouping;
  self->kept = plx_cli_survey_corpus (corpus, is_plain ? &options : &quick, filter);
  if (self->kept == NULL)
    return FALSE;
  if (is_plain)
    self->summary = plx_summary_copy (plx_corpus_kept_get_summary (self->kept));
  else
    self->summary = plx_corpus_kept_summarise (self->kept, grouping, REPORTER, UNNAMED,
                                               &options,
                                               max_rows > 0 ? (guint) max_rows : G_MAXUINT);
  return TRUE;
}

char *
plx_cli_groups_dup_name (PlxCliGroups        *self,
                         const PlxSummaryRow *row)
{
  PlxKeptArticle article;
  gint64 id;

  if (self->grouping == PLX_GROUPING_SOURCE && *row->name == '\0')
    return g_strdup (_("(unknown source)"));
  if (*row->name == '\0')
    return g_strdup (_("(no date)"));
  if (self->grouping == PLX_GROUPING_VOICE && strcmp (row->name, REPORTER) == 0)
    return g_strdup (_("the reporters"));
  if (self->grouping == PLX_GROUPING_VOICE && strcmp (row->name, UNNAMED) == 0)
    return g_strdup (_("unnamed speakers"));
  if (self->grouping != PLX_GROUPING_ARTICLE)
    return g_strdup (row->name);

  if (self->indices == NULL)
    self->indices = plx_corpus_kept_index_articles (self->kept);
  id = g_ascii_strtoll (row->name, NULL, 10);
  plx_corpus_kept_get_article (self->kept,
                               GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, &id)),
                               &article);
  return g_strdup (*article.title != '\0' ? article.title : _("(no title)"));
}

void
plx_cli_groups_clear (PlxCliGroups *self)
{
  g_clear_pointer (&self->kept, plx_corpus_kept_unref);
  g_clear_pointer (&self->summary, plx_summary_free);
  g_clear_pointer (&self->indices, g_hash_table_unref);
}
