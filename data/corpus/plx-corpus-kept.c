/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"

#include <string.h>

#include "plx-corpus-private.h"

struct _PlxCorpusKept
{
  PlxCorpusSums     *sums;
  PlxCorpusSelection selection;
  GArray            *articles; /* of PlxKeptArticle */
};

void
plx_corpus_kept_free (PlxCorpusKept *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->articles);
  plx_corpus_selection_clear (&self->selection);
  g_clear_pointer (&self->sums, plx_corpus_sums_unref);
  g_free (self);
}

static void
add_member (PlxCorpusKept         *self,
            guint                  index,
            const PlxCorpusMember *member)
{
  const PlxSummarySelection *selection = &self->selection.selection;
  PlxKeptArticle article = {
    .id = member->id,
    .source = member->source,
    .title = member->title,
    .date = member->date,
    .evidence = member->evidence,
  };

  article.part = (PlxReadingPart) {
    .voice = plx_evidence_find_voice (member->evidence, selection->voice),
    .target = plx_evidence_find_target (member->evidence, selection->target),
    .wire_once = selection->wire_once,
  };
  if (selection->wire_once && selection->wire != NULL)
    article.wire = selection->wire[index];
  g_array_append_val (self->articles, article);
}

PlxCorpusKept *
plx_corpus_dup_kept (PlxCorpus             *self,
                     PlxLexicon            *lexicon,
                     gint64                 source_id,
                     const PlxCorpusFilter *filter,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr (PlxCorpusKept) kept = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);
  g_return_val_if_fail (lexicon != NULL, NULL);

  kept = g_new0 (PlxCorpusKept, 1);
  kept->articles = g_array_new (FALSE, FALSE, sizeof (PlxKeptArticle));
  kept->sums = plx_corpus_dup_sums (self, NULL, cancellable, error);
  if (kept->sums == NULL || !plx_corpus_select (self, kept->sums, filter, &kept->selection,
                                                cancellable, error))
    return NULL;

  if (strcmp (plx_lexicon_get_digest (kept->sums->basis->lexicon),
              plx_lexicon_get_digest (lexicon)) != 0)
    return g_steal_pointer (&kept);
  for (guint i = 0; i < kept->sums->members->len; i++)
    {
      const PlxCorpusMember *member = &g_array_index (kept->sums->members, PlxCorpusMember, i);

      if ((source_id == 0 || member->source_id == source_id) &&
          (kept->selection.readings == NULL || kept->selection.readings[i]))
        add_member (kept, i, member);
    }
  return g_steal_pointer (&kept);
}

const PlxKeptArticle *
plx_corpus_kept_get_articles (const PlxCorpusKept *self,
                              guint               *out_n)
{
  g_return_val_if_fail (self != NULL && out_n != NULL, NULL);

  *out_n = self->articles->len;
  return (const PlxKeptArticle *) (gpointer) self->articles->data;
}

/* What has no sentences at all is in where nothing is left out. */
static gboolean
is_whole (const PlxKeptArticle *self)
{
  return self->part.voice == PLX_NONE && self->part.target == PLX_NONE && !self->part.wire_once;
}

gboolean
plx_kept_article_is_in (const PlxKeptArticle *self)
{
  PlxEvidenceIter iter;
  PlxEvidenceSentence sentence;

  g_return_val_if_fail (self != NULL, FALSE);

  if (is_whole (self))
    return TRUE;
  plx_evidence_iter_init (&iter, self->evidence, &self->part, self->wire);
  return plx_evidence_iter_next (&iter, &sentence);
}

gboolean
plx_kept_article_sum (const PlxKeptArticle *self,
                      PlxAxisScore         *out_axes)
{
  PlxEvidenceIter iter;

  g_return_val_if_fail (self != NULL && out_axes != NULL, FALSE);

  plx_evidence_iter_init (&iter, self->evidence, &self->part, self->wire);
  return plx_evidence_iter_sum (&iter, out_axes) > 0 || is_whole (self);
}
