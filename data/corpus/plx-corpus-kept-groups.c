/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"

GHashTable *
plx_corpus_kept_index_articles (const PlxCorpusKept *self)
{
  GHashTable *indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = plx_corpus_kept_get_n_articles (self);

  for (guint i = 0; i < n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (self, i, &article);
      g_hash_table_insert (indices, g_memdup2 (&article.id, sizeof article.id),
                           GUINT_TO_POINTER (i));
    }
  return indices;
}

PlxSummary *
plx_corpus_kept_summarise (const PlxCorpusKept     *self,
                           PlxGrouping              grouping,
                           const char              *reporter,
                           const char              *unnamed,
                           const PlxSummaryOptions *options,
                           guint                    max_rows)
{
  g_autoptr (PlxGroupSums) sums = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  n = plx_corpus_kept_get_n_articles (self);
  sums = plx_group_sums_new (plx_corpus_kept_get_lexicon (self), grouping, reporter, unnamed);
  for (guint i = 0; i < n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (self, i, &article);
      plx_group_sums_add (sums, &(PlxGroupedArticle) { article.id, article.source, article.date,
                                                       article.evidence, article.part,
                                                       article.wire });
    }
  return plx_group_sums_finish (sums, options, max_rows);
}
