/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"
#include "plx-corpus-private.h"

PlxSummary *
plx_corpus_summarise (PlxCorpus               *self,
                      const PlxSummaryOptions *options,
                      const PlxCorpusFilter   *filter,
                      GError                 **error)
{
  g_autoptr (PlxCorpusKept) kept = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  kept = plx_corpus_make_kept (self, NULL, options, filter, G_MAXUINT, NULL, NULL, error);
  return kept != NULL ? plx_summary_copy (plx_corpus_kept_get_summary (kept)) : NULL;
}
