/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is kept of the readings of a corpus, article by article as a filter lets them through: for
 * charts that need figures of every article and no text. */

#include "analysis/reading/plx-evidence.h"
#include "plx-corpus.h"

G_BEGIN_DECLS

/* Everything is borrowed from the PlxCorpusKept. */
typedef struct
{
  gint64         id;
  const char    *source;
  const char    *title;
  const char    *date;     /* nullable */
  GBytes        *evidence;
  PlxReadingPart part;     /* what is in: for plx_evidence_iter_init(), as the next */
  const guint8  *wire;     /* nullable */
} PlxKeptArticle;

typedef struct _PlxCorpusKept PlxCorpusKept;

/* plx_corpus_dup_kept: reads what is not read yet.
 * @lexicon: what the caller reads figures with; if that of the corpus is another by now, there
 *   are no articles
 * @source_id: 0 for all
 * @filter: (nullable)
 *
 * Returns: (transfer full): or NULL with @error set */
PlxCorpusKept        *plx_corpus_dup_kept          (PlxCorpus *self, PlxLexicon *lexicon,
                                                    gint64 source_id,
                                                    const PlxCorpusFilter *filter,
                                                    GCancellable *cancellable, GError **error);
void                  plx_corpus_kept_free         (PlxCorpusKept *self);

/* plx_corpus_kept_get_articles: by source, date, title. With a voice, a target or wire copy only
 * once, there may be articles of which nothing is in. */
const PlxKeptArticle *plx_corpus_kept_get_articles (const PlxCorpusKept *self, guint *out_n);

/* plx_kept_article_is_in: Returns: whether the filter lets something of the article through */
gboolean              plx_kept_article_is_in       (const PlxKeptArticle *self);

/* plx_kept_article_sum:
 * @out_axes: (out): of PLX_MAX_AXES, as plx_evidence_iter_sum() gives them
 * Returns: FALSE if the filter lets nothing of the article through */
gboolean              plx_kept_article_sum         (const PlxKeptArticle *self,
                                                    PlxAxisScore *out_axes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorpusKept, plx_corpus_kept_free)

G_END_DECLS
