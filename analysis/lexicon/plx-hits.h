/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where the entries of a lexicon match: every entry but blocks, whether or not it came to weigh
 * in a score (an event that nobody brought about is a hit all the same).
 *
 * A finder finds the hits of one article; counts gather those of a corpus: how many there are of
 * each entry, in which sources, and in which articles to look for them. */

#include "analysis/text/plx-article.h"
#include "plx-lexicon.h"

G_BEGIN_DECLS

typedef struct
{
  PlxSpan  span;     /* in the article's text, or in its title if in_title */
  guint32  entry;    /* index into the lexicon */
  guint32  sentence; /* index into the sentences of the article's reading */
  gboolean in_title;
} PlxHit;

/* A finder holds one thread's buffers. */
typedef struct _PlxHitFinder PlxHitFinder;

PlxHitFinder *plx_hit_finder_new  (PlxLexicon *lexicon);
void          plx_hit_finder_free (PlxHitFinder *self);

/* plx_hit_finder_find:
 * Returns: (transfer none) (element-type PlxHit): in the order of the text, the title first; valid
 *   until the next call on @self */
const GArray *plx_hit_finder_find (PlxHitFinder *self, const PlxArticle *article);

typedef struct
{
  gint64  source;
  guint32 n_hits; /* > 0 */
} PlxSourceHits;

/* Counts are built by one thread, finished, and then read by any number. */
typedef struct _PlxHitCounts PlxHitCounts;

/* plx_hit_counts_new: @n_entries: of the lexicon */
PlxHitCounts        *plx_hit_counts_new   (guint32 n_entries);
PlxHitCounts        *plx_hit_counts_ref   (PlxHitCounts *self);
void                 plx_hit_counts_unref (PlxHitCounts *self);

/* plx_hit_counts_add: takes in an article; those of one source must come one after the other */
void                 plx_hit_counts_add   (PlxHitCounts *self, gint64 source, gint64 article,
                                           const GArray *hits);

/* plx_hit_counts_finish: no more articles are added; to be called before anything is asked */
void                 plx_hit_counts_finish (PlxHitCounts *self);

guint32              plx_hit_counts_get_n_entries (const PlxHitCounts *self);

/* plx_hit_counts_get: Returns: how many hits the entry has in all */
guint32              plx_hit_counts_get         (const PlxHitCounts *self, guint32 entry);

/* plx_hit_counts_get_sources: Returns: (transfer none) (array length=out_n) (nullable): those in
 *   which the entry has hits, most hits first */
const PlxSourceHits *plx_hit_counts_get_sources (const PlxHitCounts *self, guint32 entry,
                                                 guint *out_n);

/* plx_hit_counts_list_articles: Returns: (transfer full) (element-type gint64): the articles in
 *   which the entry has hits, in the order in which they were added */
GArray              *plx_hit_counts_list_articles (const PlxHitCounts *self, guint32 entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHitFinder, plx_hit_finder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHitCounts, plx_hit_counts_unref)

G_END_DECLS
