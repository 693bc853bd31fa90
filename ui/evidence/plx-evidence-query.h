/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences behind a score, strongest first, found off the main thread. */

#include "plx-sentence-item.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_POLE_BOTH,
  PLX_POLE_NEGATIVE,
  PLX_POLE_POSITIVE,
} PlxPole;

/* What evidence is asked for. Zero-initialised, with axis PLX_AXIS_ALL: everything. */
typedef struct
{
  gint64    source_id;  /* 0: of all sources */
  gint64    article_id; /* 0: of all articles */
  PlxAxisId axis;       /* PLX_AXIS_ALL: whichever a sentence is strongest on */
  PlxPole   pole;
  const PlxCorpusFilter *filter; /* (nullable): copied by whom it is given to */
  guint32   entry;      /* of the lexicon, counted from 1: only sentences with a cue of it; 0: any */
  guint32   sentence;   /* of the article, counted from 1: only this one, with cues or without; 0: any */
  gboolean  unnamed;    /* only what those say who have no name */
  guint     limit;      /* so many of the strongest; 0: all */
} PlxEvidenceQuery;

typedef struct
{
  GPtrArray *items;   /* of PlxSentenceItem */
  guint      n_found; /* before the limit was applied */
} PlxEvidenceResult;

void               plx_evidence_async       (PlxCorpus *corpus, const PlxEvidenceQuery *query,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) */
PlxEvidenceResult *plx_evidence_finish      (PlxCorpus *corpus, GAsyncResult *result,
                                             GError **error);
void               plx_evidence_result_free (PlxEvidenceResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEvidenceResult, plx_evidence_result_free)

G_END_DECLS
