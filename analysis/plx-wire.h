/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which sentences of a corpus are wire copy: shared with another source almost word for word, and
 * not where they come from. A chart that counts wire copy once leaves these out, so that ten
 * outlets that print one agency's text do not count as ten. */

#include "plx-claims.h"
#include "plx-reading.h"

G_BEGIN_DECLS

/* A sentence is a copy if a shared run of words covers this much of it. */
#define PLX_WIRE_MIN_SHARE 0.6

typedef struct _PlxWire PlxWire;

PlxWire *plx_wire_new  (void);
void     plx_wire_free (PlxWire *self);

/* plx_wire_add:
 * @reading: of @article; only the places of its sentences are used
 *
 * Returns: the number of the article: 0, 1, 2 … */
guint    plx_wire_add  (PlxWire *self, const PlxArticle *article, const PlxReading *reading);

/* plx_wire_find:
 *
 * Compares all sentences of all sources. Of two that share a passage, the copy is the one whose
 * article credits the other's source, by name or as its agency; else the one published later;
 * else, where no date tells, the one that was added later. */
void     plx_wire_find (PlxWire *self);

/* plx_wire_mark: sets PLX_SENTENCE_WIRE on the copies among the sentences of @reading, whose
 * sentences must be those of the article's reading that was added */
void     plx_wire_mark (const PlxWire *self, guint article, PlxReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWire, plx_wire_free)

G_END_DECLS
