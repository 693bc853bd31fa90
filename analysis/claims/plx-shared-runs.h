/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Runs of words that sentences of different sources share.
 *
 * Of each sentence the hashes of its runs of eight words are taken, and of every three neighbours
 * the lowest is kept, so that any shared run of PLX_SHARED_RUN_MIN words has one that is kept in
 * both sentences (winnowing: Schleimer, Wilkerson & Aiken, Winnowing: Local Algorithms for Document
 * Fingerprinting, 2003). What only one source has is dropped before anything is stored, and what
 * meets is compared word by word. Time and memory grow with the number of words. */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

/* Shorter runs are not looked for. */
#define PLX_SHARED_RUN_MIN 10

typedef struct
{
  guint32 a, b;             /* sentences of different sources, a < b */
  guint32 start_a, start_b; /* words into them */
  guint32 n_words;
} PlxSharedRun;

typedef void     (*PlxSharedRunFunc)     (const PlxSharedRun *run, gpointer user_data);

/* Told now and then how far the search is. Returns: FALSE to give it up */
typedef gboolean (*PlxSharedRunProgress) (guint32 done, guint32 total, gpointer user_data);

typedef struct _PlxSharedRuns PlxSharedRuns;

PlxSharedRuns *plx_shared_runs_new  (void);
void           plx_shared_runs_free (PlxSharedRuns *self);

/* plx_shared_runs_add:
 * @source: a number for the source; sentences of one source are never compared
 * @words: numbers for the words; equal ones are the same word
 *
 * Returns: the number of the sentence: 0, 1, 2 … */
guint32        plx_shared_runs_add  (PlxSharedRuns *self, guint32 source, const guint32 *words,
                                     guint32 n_words);

/* plx_shared_runs_find:
 * @func: told of each shared run at its full length, in no order; of one run more than once, where
 *   several of its hashes were kept
 * @progress: (nullable)
 *
 * Finds every run of two sentences that has PLX_SHARED_RUN_MIN words or more, but of words that
 * more sentences have than could each be compared with each: of those, each sentence is compared
 * with the first few of every source. All of them are still connected through those few.
 * Returns: FALSE if @progress gave it up */
gboolean       plx_shared_runs_find (PlxSharedRuns *self, PlxSharedRunFunc func,
                                     PlxSharedRunProgress progress, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSharedRuns, plx_shared_runs_free)

G_END_DECLS
