/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a window shows: one corpus, its sources and articles, and their summary, kept up to date.
 *
 * Lists and summary are made off the main thread, anew whenever the corpus or an option changes;
 * a newer request drops the older one. `changed` is emitted when both are there. */

#include "plx-source-item.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SESSION_EMPTY,   /* no corpus, or one without an article */
  PLX_SESSION_LOADING, /* nothing to show yet */
  PLX_SESSION_READY,
  PLX_SESSION_ERROR,   /* see plx_session_get_error() */
} PlxSessionState;

#define PLX_TYPE_SESSION_STATE (plx_session_state_get_type ())
GType plx_session_state_get_type (void);

#define PLX_TYPE_SESSION (plx_session_get_type ())
G_DECLARE_FINAL_TYPE (PlxSession, plx_session, PLX, SESSION, GObject)

PlxSession       *plx_session_new               (void);

PlxCorpus        *plx_session_get_corpus        (PlxSession *self);

/* Properties `state`, `progress` (0 … 1 while articles are read; 0: nothing to show) */
PlxSessionState   plx_session_get_state         (PlxSession *self);
double            plx_session_get_progress      (PlxSession *self);

/* plx_session_get_error: Returns: (nullable) (transfer none): why the state is an error */
const GError     *plx_session_get_error         (PlxSession *self);

/* plx_session_get_sources: Returns: (transfer none): of PlxSourceItem, by name */
GListModel       *plx_session_get_sources       (PlxSession *self);

/* plx_session_get_n_articles: Returns: how many articles the corpus has, whatever the filter */
guint             plx_session_get_n_articles    (PlxSession *self);

/* plx_session_get_kept: Returns: (nullable) (transfer none): what the filter lets through: that of
 *   which lists and summary are; as long as the summary */
PlxCorpusKept    *plx_session_get_kept          (PlxSession *self);

/* Signal `refined`: the summary is the one it was, and has intervals now. Of many articles, scores
 * come first, with intervals that are empty (low = high = score), and these follow. */

/* plx_session_get_summary: Returns: (nullable) (transfer none): valid until the handlers of the
 *   next `changed` have run */
const PlxSummary *plx_session_get_summary       (PlxSession *self);

/* plx_session_get_name: Returns: (transfer full): the corpus file's name without its ending;
 *   NULL for a corpus without a file */
char             *plx_session_dup_name          (PlxSession *self);

/* Property `modified`: whether a corpus without a file holds articles, which would be lost */
gboolean          plx_session_is_modified       (PlxSession *self);

/* plx_session_set_corpus: @corpus: (nullable) */
void              plx_session_set_corpus        (PlxSession *self, PlxCorpus *corpus);

/* plx_session_set_saved: says that the corpus in memory was written to a file as it now is */
void              plx_session_set_saved         (PlxSession *self);

/* Property `filter` (PlxCorpusFilter): what of the corpus lists and summary show; `changed` is
 * emitted when they do. It stays when the corpus changes. */

/* plx_session_get_filter: Returns: (transfer none): never NULL; valid until it is set */
const PlxCorpusFilter *plx_session_get_filter   (PlxSession *self);

/* plx_session_set_filter: @filter: (nullable): copied; NULL: everything is shown */
void              plx_session_set_filter        (PlxSession *self, const PlxCorpusFilter *filter);

/* Properties `search` and `reporter-only`: parts of the filter by themselves; `reporter-only` is
 * whether its voice is the reporter's */
void              plx_session_set_search        (PlxSession *self, const char *words);
gboolean          plx_session_get_reporter_only (PlxSession *self);
void              plx_session_set_reporter_only (PlxSession *self, gboolean reporter_only);

/* Property `axis`: the one axis that charts and evidence are about; it changes nothing of what is
 * counted. It stays when the corpus changes, and is back where a lexicon has it again. */

/* plx_session_get_axis: Returns: PLX_AXIS_ALL: all of them */
PlxAxisId         plx_session_get_axis          (PlxSession *self);
/* plx_session_set_axis: @axis: of the summary; PLX_AXIS_ALL */
void              plx_session_set_axis          (PlxSession *self, PlxAxisId axis);

/* Properties `rounds` (of the bootstrap) and `confidence` (of its intervals, 0.95) */
void              plx_session_set_rounds        (PlxSession *self, guint rounds);
void              plx_session_set_confidence    (PlxSession *self, double confidence);
/* Returns: (transfer none): what the summary is made with */
const PlxSummaryOptions *plx_session_get_options (PlxSession *self);

/* plx_session_reload: makes lists and summary anew, as after an error */
void              plx_session_reload            (PlxSession *self);

/* plx_session_stop: gives up what is being made; what is shown stays */
void              plx_session_stop              (PlxSession *self);

G_END_DECLS
