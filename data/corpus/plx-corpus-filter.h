/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What of a corpus is looked at: by whom it is said, about whom, when it came out, with which
 * words. One filter rules all charts and lists, and the evidence beside them.
 *
 * An article is in if its date and its words are, and something of it is said by the voice about
 * the target. Of it the sentences count that the voice speaks, and those with cues it gives, and
 * of these only the cues of the voice; with a target only sentences with cues about the target,
 * and of these only those cues. */

#include <glib-object.h>

#include "analysis/reading/plx-reading.h"

G_BEGIN_DECLS

/* Zero-initialised: everything is in. */
typedef struct
{
  char    *from;      /* (nullable): ISO 8601 date, as precise as given ("2023", "2023-11"): on from
                         its first day; leaves out articles without a date, as the next does */
  char    *to;        /* (nullable): likewise: up to and with its last day */
  char    *voice;     /* (nullable): NULL: all; "": the reporter's own words; else who speaks, as
                         resolved in an article */
  char    *target;    /* (nullable): whom or what it is about; NULL: all; an alias means its target */
  char    *search;    /* (nullable): words that title or text must have: see
                         plx_corpus_list_articles() */
  gboolean wire_once; /* count a passage that several sources share only in its origin */
} PlxCorpusFilter;

#define PLX_TYPE_CORPUS_FILTER (plx_corpus_filter_get_type ())
GType plx_corpus_filter_get_type (void);

PlxCorpusFilter *plx_corpus_filter_new  (void);

/* plx_corpus_filter_copy: @self: (nullable)
 * Returns: (transfer full) (nullable): NULL for NULL */
PlxCorpusFilter *plx_corpus_filter_copy (const PlxCorpusFilter *self);
void             plx_corpus_filter_free (PlxCorpusFilter *self);

/* plx_corpus_filter_equal: @a, @b: (nullable): NULL equals one that is empty */
gboolean plx_corpus_filter_equal (const PlxCorpusFilter *a, const PlxCorpusFilter *b);

/* plx_corpus_filter_is_empty: Returns: whether everything is in; TRUE for NULL */
gboolean plx_corpus_filter_is_empty (const PlxCorpusFilter *self);

/* plx_corpus_filter_set_string: replaces one of the strings, as `&filter->voice`; "" means none
 * but of a voice */
void     plx_corpus_filter_set_string (PlxCorpusFilter *self, char **field, const char *value);

/* plx_corpus_filter_has_date: @self, @date: (nullable)
 *
 * Returns: whether an article of that date is in. Of a date less precise than the filter's, what
 *   it says must not lie outside: "2023" is in from "2023-05" on */
gboolean plx_corpus_filter_has_date (const PlxCorpusFilter *self, const char *date);

/* plx_corpus_filter_check_date: Returns: whether @text is an ISO 8601 date: a year, a month or a
 *   day */
gboolean plx_corpus_filter_check_date (const char *text);

/* plx_corpus_filter_get_target:
 * @aliases: (nullable): those that readings are made with; NULL: those that ship
 * Returns: (nullable) (transfer none): the target's name in readings; valid as long as both */
const char *plx_corpus_filter_get_target (const PlxCorpusFilter *self, PlxAliases *aliases);

/* plx_corpus_filter_apply:
 * @self: (nullable)
 * @aliases: (nullable): as above
 * @reading: a copy: see plx_reading_keep_part()
 *
 * Leaves out of a reading what is not in. Date, words and wire copy are the corpus' to know:
 * plx_corpus_dup_filtered_reading() does all. */
void     plx_corpus_filter_apply (const PlxCorpusFilter *self, PlxAliases *aliases,
                                  PlxReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorpusFilter, plx_corpus_filter_free)

G_END_DECLS
