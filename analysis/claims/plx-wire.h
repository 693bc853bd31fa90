/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which sentences of a corpus are wire copy: shared with another source almost word for word, and
 * not where they come from. A chart that counts wire copy once leaves these out, so that ten
 * outlets that print one agency's text do not count as ten. */

#include "analysis/reading/plx-reading.h"
#include "plx-claims.h"
#include "plx-shared-runs.h"

G_BEGIN_DECLS

/* A sentence is a copy if a shared run of words covers this much of it. */
#define PLX_WIRE_MIN_SHARE 0.6

/* What tells where a shared passage comes from; each may be NULL. */
typedef struct
{
  const char *source;
  const char *agency; /* that the article is credited to */
  const char *text;   /* of the article, where another source may be credited by name */
  const char *date;   /* as articles have it; ISO 8601, so that its order is that of time */
} PlxWireParty;

/* plx_wire_compare_origin:
 *
 * Of two articles that share a passage, the copy is the one that credits the other's source, as
 * its agency or by naming it in its text; where neither does, or both do, the one published later.
 * Returns: below 0 if @a is the origin, above 0 if @b is; 0 where nothing tells */
int      plx_wire_compare_origin (const PlxWireParty *a, const PlxWireParty *b);

typedef struct _PlxWire PlxWire;

PlxWire *plx_wire_new  (void);
void     plx_wire_free (PlxWire *self);

/* plx_wire_add:
 * @reading: of @article; only the places of its sentences are used
 *
 * Returns: the number of the article: 0, 1, 2 … */
guint    plx_wire_add  (PlxWire *self, const PlxArticle *article, const PlxReading *reading);

/* plx_wire_find:
 * @progress: (nullable): told now and then how far the search is, to give it up
 *
 * Compares all sentences of all sources, as plx_shared_runs_find() does; time and memory grow with
 * the number of words. A sentence is a copy where a run of PLX_WIRE_MIN_WORDS words or more covers
 * PLX_WIRE_MIN_SHARE of it. Of two that share a passage, plx_wire_compare_origin()
 * tells the copy, but texts are not kept, so that only agencies credit; where it does not tell, the
 * copy is the one that was added later. Of a text that many print, one sentence stays. Call it once.
 * Returns: FALSE if @progress gave it up: then nothing is known */
gboolean plx_wire_find (PlxWire *self, PlxSharedRunProgress progress, gpointer user_data);

/* plx_wire_dup_marks: Returns: (transfer full) (nullable): which sentences of an article are copies:
 *   bit (i % 8) of byte i / 8; NULL if none is */
guint8  *plx_wire_dup_marks (const PlxWire *self, guint article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWire, plx_wire_free)

G_END_DECLS
