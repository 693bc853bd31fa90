/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person puts right in a corpus: this cue here, this speaker, this paragraph, this alias.
 *
 * Corrections are kept beside the articles, which stay as they were imported, and act whenever an
 * article is read. One of a place goes when the article gets another text. Making a correction
 * gives the correction that undoes it. */

#include "plx-corpus.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_CORRECTION_CUE,     /* what a cue weighs at this place */
  PLX_CORRECTION_SPEAKER, /* who says this stretch of a text */
  PLX_CORRECTION_BLOCK,   /* of what kind this stretch of a text is */
  PLX_CORRECTION_ALIAS,   /* whom a name stands for, in all texts */
  PLX_N_CORRECTION_KINDS
} PlxCorrectionKind;

/* Which members a kind has stands behind them; `words` besides is what a list shows of the place. */
typedef struct
{
  PlxCorrectionKind kind;
  gboolean          is_set;     /* FALSE: nothing is corrected (any more) */
  gint64            article_id; /* all but aliases: 0 */
  PlxSpan           span;       /* likewise: bytes of the text */
  gboolean          in_title;   /* CUE: the span is one of the title */
  char             *axis;       /* CUE: its name */
  double            weight;     /* CUE: what it counts, after all rules; 0: it is no cue */
  PlxBlockKind      block_kind; /* BLOCK */
  char             *name;       /* SPEAKER: "" is the reporter; ALIAS: whom it stands for */
  char             *words;      /* CUE: that stand there; ALIAS: the name in texts */
  char             *source;     /* only in lists: of the article */
  char             *title;      /* likewise; nullable */
} PlxCorrection;

/* plx_correction_new_cue: @words: those of the span */
PlxCorrection *plx_correction_new_cue     (gint64 article_id, PlxSpan span, gboolean in_title,
                                           const char *axis, double weight, const char *words);
PlxCorrection *plx_correction_new_speaker (gint64 article_id, PlxSpan span, const char *name);
PlxCorrection *plx_correction_new_block   (gint64 article_id, PlxSpan span, PlxBlockKind kind);
PlxCorrection *plx_correction_new_alias   (const char *name, const char *target);
PlxCorrection *plx_correction_copy        (const PlxCorrection *self);
void           plx_correction_free        (PlxCorrection *self);

/* plx_corpus_correct:
 * @out_inverse: (out) (optional) (transfer full): what undoes it */
gboolean       plx_corpus_correct         (PlxCorpus *self, const PlxCorrection *correction,
                                           PlxCorrection **out_inverse, GError **error);

/* plx_corpus_correct_async: as plx_corpus_correct(), without waiting */
void           plx_corpus_correct_async   (PlxCorpus *self, const PlxCorrection *correction,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): what undoes it, or NULL with @error set */
PlxCorrection *plx_corpus_correct_finish  (PlxCorpus *self, GAsyncResult *result, GError **error);

/* plx_corpus_list_corrections:
 * Returns: (transfer full) (element-type PlxCorrection): all, by kind, source and place */
GPtrArray     *plx_corpus_list_corrections (PlxCorpus *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorrection, plx_correction_free)

G_END_DECLS
