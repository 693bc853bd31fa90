/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"

#include <string.h>

#include "plx-corpus-private.h"

struct _PlxCorpusKept
{
  PlxCorpusSums     *sums;
  PlxCorpusFilter   *filter;    /* nullable */
  PlxCorpusSelection selection; /* of the filter */
  PlxSummaryDetails *own;       /* nullable: of each member of the sums, of what is in */
  const PlxSummaryDetails *details; /* that, or those of the sums */
  PlxSummaryOptions  options; /* of the summary */
  guint              max_articles;
  PlxSummary        *summary;
  gboolean           is_rough;
  GArray            *members;   /* of guint32: those of the sums that are listed */
  GArray            *sources;   /* of PlxKeptSource */
  GMutex             voices_lock; /* guards the next */
  PlxVoiceSums      *voices;    /* nullable: of what is in, where that is not all */
};

static void
clear_kept (gpointer data)
{
  PlxCorpusKept *self = data;

  g_clear_pointer (&self->voices, plx_voice_sums_free);
  g_mutex_clear (&self->voices_lock);
  plx_corpus_selection_clear (&self->selection);
  g_clear_pointer (&self->sums, plx_corpus_sums_unref);
  g_clear_pointer (&self->filter, plx_corpus_filter_free);
  g_clear_pointer (&self->summary, plx_summary_free);
  plx_summary_details_free (self->own);
  g_array_unref (self->members);
  g_array_unref (self->sources);
}

PlxCorpusKept *
plx_corpus_kept_ref (PlxCorpusKept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
plx_corpus_kept_unref (PlxCorpusKept *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_kept);
}

static const PlxCorpusMember *
get_member (const PlxCorpusKept *self,
            guint                index)
{
  return &g_array_index (self->sums->members, PlxCorpusMember,
                         g_array_index (self->members, guint32, index));
}

/* Whether a source may have no part in what the filter asks for. */
static gboolean
is_narrow (const PlxCorpusFilter *filter)
{
  return plx_corpus_filter_needs_reading (filter) ||
         (filter != NULL && (filter->from != NULL || filter->to != NULL || filter->search != NULL));
}

/* What has no sentences at all is in where nothing is left out. */
static gboolean
is_whole (const PlxSummarySelection *selection)
{
  return selection->voice == NULL && selection->target == NULL && !selection->wire_once;
}

static void
list_members (PlxCorpusKept *self)
{
  gboolean reading = plx_corpus_filter_needs_reading (self->filter);
  PlxKeptSource *source = NULL;

  for (guint i = 0; i < self->sums->members->len; i++)
    {
      const PlxCorpusMember *member = &g_array_index (self->sums->members, PlxCorpusMember, i);
      guint32 index = i;

      if (self->selection.readings != NULL && !self->selection.readings[i])
        continue;
      if (reading && self->details->n_sentences[i] == 0)
        continue;
      if (source == NULL || source->id != member->source_id)
        {
          PlxKeptSource next = { member->source_id, member->source, self->members->len, 0 };

          g_array_append_val (self->sources, next);
          source = &g_array_index (self->sources, PlxKeptSource, self->sources->len - 1);
        }
      source->n++;
      g_array_append_val (self->members, index);
    }
}

static void
drop_empty_rows (PlxSummary *summary)
{
  for (guint i = summary->rows->len; i > 0; i--)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i - 1);

      if (row->n_articles == 0)
        g_ptr_array_remove_index (summary->rows, i - 1);
    }
}

static gboolean
is_wanted (gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

PlxSummary *
plx_corpus_kept_sum_up (const PlxCorpusKept     *self,
                        const PlxSummaryOptions *options,
                        GCancellable            *cancellable)
{
  PlxSummarySelection selection = self->selection.selection;
  PlxSummaryOptions cancellable_options = *options;
  PlxSummary *summary;

  selection.details = self->details;
  cancellable_options.is_wanted = is_wanted;
  cancellable_options.wanted_data = cancellable;
  summary = plx_summariser_finish_selection (self->sums->summariser, &cancellable_options,
                                             &selection);
  if (is_narrow (self->filter))
    drop_empty_rows (summary);
  return summary;
}

static guint
count_selected (const PlxCorpusKept *self)
{
  guint n = 0;

  if (self->selection.readings == NULL)
    return self->sums->members->len;
  for (guint i = 0; i < self->sums->members->len; i++)
    n += self->selection.readings[i];
  return n;
}

static void
sum_up (PlxCorpusKept           *self,
        const PlxSummaryOptions *options,
        guint                    max_articles,
        GCancellable            *cancellable)
{
  PlxSummaryOptions quick = *options;

  self->is_rough = options->rounds > 0 && count_selected (self) > max_articles;
  if (self->is_rough)
    quick.rounds = 0;
  if (!is_whole (&self->selection.selection))
    self->own = plx_summariser_make_details (self->sums->summariser, &self->selection.selection);
  self->details = self->own != NULL ? self->own : self->sums->details;
  self->summary = plx_corpus_kept_sum_up (self, &quick, cancellable);
}

/* Whether a summary made with the options would be that of what is kept. */
static gboolean
has_options (const PlxCorpusKept     *self,
             const PlxSummaryOptions *options,
             guint                    max_articles)
{
  return options == NULL ||
         (self->options.rounds == options->rounds && self->options.seed == options->seed &&
          self->options.confidence == options->confidence && self->max_articles == max_articles);
}

/* What was kept last often is what is asked for: a chart's evidence has the filter of the chart. */
static PlxCorpusKept *
find_kept (PlxCorpus               *self,
           const PlxCorpusSums     *sums,
           const PlxSummaryOptions *options,
           const PlxCorpusFilter   *filter,
           guint                    max_articles)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lexicon_lock);

  if (self->kept == NULL || self->kept->sums != sums ||
      !plx_corpus_filter_equal (self->kept->filter, filter) ||
      !has_options (self->kept, options, max_articles))
    return NULL;
  return plx_corpus_kept_ref (self->kept);
}

static void
publish_kept (PlxCorpus     *self,
              PlxCorpusKept *kept)
{
  g_autoptr (PlxCorpusKept) old = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lexicon_lock);

  if (self->sums != kept->sums)
    return;
  old = g_steal_pointer (&self->kept);
  self->kept = plx_corpus_kept_ref (kept);
}

/* Whether figures of the sums mean what @lexicon says. */
static gboolean
is_read_with (const PlxCorpusSums *sums,
              PlxLexicon          *lexicon)
{
  return lexicon == NULL || strcmp (plx_lexicon_get_digest (sums->basis->lexicon),
                                    plx_lexicon_get_digest (lexicon)) == 0;
}

PlxCorpusKept *
plx_corpus_make_kept (PlxCorpus               *self,
                      PlxLexicon              *lexicon,
                      const PlxSummaryOptions *options,
                      const PlxCorpusFilter   *filter,
                      guint                    max_articles,
                      PlxProgress             *progress,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  static const PlxSummaryOptions quick = { .rounds = 0 };
  g_autoptr (PlxCorpusSums) sums = plx_corpus_dup_sums (self, progress, cancellable, error);
  g_autoptr (PlxCorpusKept) kept = NULL;
  gboolean is_good;

  if (sums == NULL)
    return NULL;
  is_good = is_read_with (sums, lexicon);
  kept = is_good ? find_kept (self, sums, options, filter, max_articles) : NULL;
  if (kept != NULL)
    return g_steal_pointer (&kept);

  kept = g_atomic_rc_box_new0 (PlxCorpusKept);
  g_mutex_init (&kept->voices_lock);
  kept->sums = plx_corpus_sums_ref (sums);
  kept->filter = plx_corpus_filter_copy (filter);
  kept->options = options != NULL ? *options : quick;
  kept->max_articles = max_articles;
  kept->members = g_array_new (FALSE, FALSE, sizeof (guint32));
  kept->sources = g_array_new (FALSE, FALSE, sizeof (PlxKeptSource));
  if (!plx_corpus_select (self, sums, kept->filter, &kept->selection, cancellable, error))
    return NULL;
  sum_up (kept, &kept->options, max_articles, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (is_good)
    {
      list_members (kept);
      publish_kept (self, kept);
    }
  return g_steal_pointer (&kept);
}

PlxCorpusKept *
plx_corpus_dup_kept (PlxCorpus             *self,
                     PlxLexicon            *lexicon,
                     const PlxCorpusFilter *filter,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  return plx_corpus_make_kept (self, lexicon, NULL, filter, 0, NULL, cancellable, error);
}

void
plx_corpus_kept_prepare (PlxCorpusKept *self,
                         GCancellable  *cancellable)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->sums->prepare_lock);
  plx_summariser_prepare (self->sums->summariser, is_wanted, cancellable);
}

/* Looking at it */

const PlxSummary *
plx_corpus_kept_get_summary (const PlxCorpusKept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

gboolean
plx_corpus_kept_is_rough (const PlxCorpusKept *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_rough;
}

PlxLexicon *
plx_corpus_kept_get_lexicon (const PlxCorpusKept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sums->basis->lexicon;
}

guint
plx_corpus_kept_get_n_all (const PlxCorpusKept *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sums->members->len;
}

const PlxKeptSource *
plx_corpus_kept_get_sources (const PlxCorpusKept *self,
                             guint               *out_n)
{
  g_return_val_if_fail (self != NULL && out_n != NULL, NULL);

  *out_n = self->sources->len;
  return (const PlxKeptSource *) (gpointer) self->sources->data;
}

guint
plx_corpus_kept_find_source (const PlxCorpusKept *self,
                             gint64               source_id,
                             guint               *out_first)
{
  g_return_val_if_fail (self != NULL && out_first != NULL, 0);

  *out_first = 0;
  if (source_id == 0)
    return self->members->len;
  for (guint i = 0; i < self->sources->len; i++)
    {
      const PlxKeptSource *source = &g_array_index (self->sources, PlxKeptSource, i);

      if (source->id != source_id)
        continue;
      *out_first = source->first;
      return source->n;
    }
  return 0;
}

guint
plx_corpus_kept_get_n_articles (const PlxCorpusKept *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->members->len;
}

void
plx_corpus_kept_get_article (const PlxCorpusKept *self,
                             guint                index,
                             PlxKeptArticle      *out)
{
  const PlxSummarySelection *selection;
  const PlxCorpusMember *member;
  guint32 reading;
  guint n_axes;

  g_return_if_fail (self != NULL && out != NULL);
  g_return_if_fail (index < self->members->len);

  selection = &self->selection.selection;
  member = get_member (self, index);
  reading = g_array_index (self->members, guint32, index);
  n_axes = self->summary->n_axes;
  *out = (PlxKeptArticle) {
    .id = member->id,
    .source_id = member->source_id,
    .source = member->source,
    .title = member->title,
    .byline = member->byline,
    .date = member->date,
    .n_words = member->n_words,
    .is_in = self->details->n_sentences[reading] > 0 || is_whole (selection),
    .figures = self->details->figures + (gsize) reading * n_axes,
    .evidence = member->evidence,
    .part = {
      .voice = self->details->voices != NULL ? self->details->voices[reading] : PLX_NONE,
      .target = self->details->targets != NULL ? self->details->targets[reading] : PLX_NONE,
      .wire_once = selection->wire_once,
    },
  };
  if (selection->wire_once && selection->wire != NULL)
    out->wire = selection->wire[reading];
}

gboolean
plx_corpus_kept_is_same (const PlxCorpusKept *self,
                         guint                index,
                         const PlxCorpusKept *other,
                         guint                other_index)
{
  const PlxCorpusMember *a, *b;

  g_return_val_if_fail (self != NULL && index < self->members->len, FALSE);
  g_return_val_if_fail (other != NULL && other_index < other->members->len, FALSE);

  a = get_member (self, index);
  b = get_member (other, other_index);
  return a == b ||
         (a->id == b->id && a->source_id == b->source_id && a->n_words == b->n_words &&
          strcmp (a->source, b->source) == 0 && strcmp (a->title, b->title) == 0 &&
          g_strcmp0 (a->byline, b->byline) == 0 && g_strcmp0 (a->date, b->date) == 0);
}

/* Who speaks */

/* So many of each source are kept. */
#define MAX_SPEAKERS 40

static PlxVoiceSums *
sum_voices_of_all (const PlxCorpusSums *sums)
{
  const PlxReadingPart all = PLX_READING_PART_INIT;
  PlxVoiceSums *voices = plx_voice_sums_new (sums->basis->lexicon, MAX_SPEAKERS);

  plx_voice_sums_set_table (voices, plx_summariser_get_table (sums->summariser));
  for (guint i = 0; i < sums->members->len; i++)
    {
      const PlxCorpusMember *member = &g_array_index (sums->members, PlxCorpusMember, i);

      plx_voice_sums_add (voices, member->source, member->evidence, i, &all, NULL);
    }
  plx_voice_sums_finish (voices);
  return voices;
}

static PlxVoiceSums *
sum_voices_of_kept (const PlxCorpusKept *self)
{
  PlxVoiceSums *voices = plx_voice_sums_new (self->sums->basis->lexicon, MAX_SPEAKERS);

  plx_voice_sums_set_table (voices, plx_summariser_get_table (self->sums->summariser));
  for (guint i = 0; i < self->members->len; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (self, i, &article);
      if (article.is_in)
        plx_voice_sums_add (voices, article.source, article.evidence,
                            g_array_index (self->members, guint32, i), &article.part, article.wire);
    }
  plx_voice_sums_finish (voices);
  return voices;
}

/* Whether what is in is all of the articles, or all that their reporters say. */
static gboolean
is_of_all (const PlxCorpusKept *self)
{
  const PlxSummarySelection *selection = &self->selection.selection;

  return self->selection.readings == NULL && selection->target == NULL && !selection->wire_once &&
         (selection->voice == NULL || *selection->voice == '\0');
}

static const PlxVoiceSums *
get_voices (PlxCorpusKept *self)
{
  if (is_of_all (self))
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->sums->voices_lock);

      if (self->sums->voices == NULL)
        self->sums->voices = sum_voices_of_all (self->sums);
      return self->sums->voices;
    }
  else
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->voices_lock);

      if (self->voices == NULL)
        self->voices = sum_voices_of_kept (self);
      return self->voices;
    }
}

GArray *
plx_corpus_kept_list_voices (PlxCorpusKept           *self,
                             gint64                   source_id,
                             const PlxSummaryOptions *options,
                             guint                    max_speakers,
                             GCancellable            *cancellable)
{
  PlxSummaryOptions cancellable_options = *options;
  PlxVoiceChoice choice = { .max_speakers = max_speakers };
  guint first;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);
  g_return_val_if_fail (max_speakers <= MAX_SPEAKERS, NULL);

  if (plx_corpus_kept_find_source (self, source_id, &first) == 0)
    return g_array_new (FALSE, FALSE, sizeof (PlxVoiceRow));
  if (source_id != 0)
    choice.source = get_member (self, first)->source;
  choice.reporter = self->selection.selection.voice != NULL && is_of_all (self);
  cancellable_options.is_wanted = is_wanted;
  cancellable_options.wanted_data = cancellable;
  return plx_voice_sums_list (get_voices (self), &choice, &cancellable_options);
}
