/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include "analysis/claims/plx-wire.h"

/* Which sentences are wire copy depends on all articles together, not on the lexicon: it is found
 * out once for the same articles, and kept until they change. */

#define CHUNK 32 /* articles fetched at a time */
/* A request that waits for another's result looks so often whether it is still wanted. */
#define WAIT_USEC (50 * G_TIME_SPAN_MILLISECOND)

static PlxCorpusWire *
wire_ref (PlxCorpusWire *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_wire (gpointer data)
{
  PlxCorpusWire *self = data;

  g_hash_table_unref (self->by_id);
  for (guint i = 0; i < self->n; i++)
    g_free (self->marks[i]);
  g_free (self->marks);
}

void
plx_corpus_wire_unref (PlxCorpusWire *self)
{
  g_atomic_rc_box_release_full (self, clear_wire);
}

typedef struct
{
  const PlxCorpusSums *sums;
  guint                first, n; /* of its members */
  GPtrArray           *articles; /* of PlxArticle; NULL for one that is gone */
} Fetch;

static void
free_article (gpointer data)
{
  plx_article_free (data);
}

static gboolean
fetch_job (PlxSqliteConnection *connection,
           gpointer             data,
           GError             **error)
{
  Fetch *fetch = data;

  for (guint i = 0; i < fetch->n; i++)
    {
      g_autoptr (GError) local_error = NULL;
      gint64 id = g_array_index (fetch->sums->members, PlxCorpusMember, fetch->first + i).id;
      PlxArticle *article = plx_corpus_article_read (connection, id, &local_error);

      if (article == NULL &&
          !g_error_matches (local_error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_ptr_array_add (fetch->articles, article);
    }
  return TRUE;
}

/* Where the sentences stand is not kept, so all articles are read again. In @numbers goes the
 * number of each in the wire, PLX_NONE for one that is gone. */
static gboolean
add_articles (PlxCorpus           *self,
              const PlxCorpusSums *sums,
              PlxWire             *wire,
              guint               *numbers,
              GCancellable        *cancellable,
              GError             **error)
{
  static const PlxReadingOptions options = { .skip_voices = TRUE, .skip_targets = TRUE,
                                            .skip_cues = TRUE };
  g_autoptr (PlxReader) reader = plx_reader_new (sums->basis->lexicon);

  for (guint first = 0; first < sums->members->len; first += CHUNK)
    {
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (free_article);
      Fetch fetch = { sums, first, MIN (CHUNK, sums->members->len - first), articles };

      if (!plx_corpus_read (self, fetch_job, &fetch, cancellable, error))
        return FALSE;
      for (guint i = 0; i < articles->len; i++)
        {
          const PlxArticle *article = articles->pdata[i];

          numbers[first + i] =
            article != NULL ? plx_wire_add (wire, article,
                                            plx_reader_read (reader, article, &options))
                            : PLX_NONE;
        }
    }
  return TRUE;
}

static gboolean
is_wanted (guint32  done,
           guint32  total,
           gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

static PlxCorpusWire *
make_wire (PlxCorpus           *self,
           const PlxCorpusSums *sums,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr (PlxWire) wire = plx_wire_new ();
  g_autofree guint *numbers = g_new (guint, MAX (sums->members->len, 1));
  PlxCorpusWire *marks;

  if (!add_articles (self, sums, wire, numbers, cancellable, error))
    return NULL;

  if (!plx_wire_find (wire, is_wanted, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  marks = g_atomic_rc_box_new0 (PlxCorpusWire);
  marks->texts = sums->texts;
  marks->n = sums->members->len;
  marks->marks = g_new0 (guint8 *, MAX (marks->n, 1));
  marks->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < marks->n; i++)
    {
      gint64 id = g_array_index (sums->members, PlxCorpusMember, i).id;

      marks->marks[i] = numbers[i] != PLX_NONE ? plx_wire_dup_marks (wire, numbers[i]) : NULL;
      if (marks->marks[i] != NULL)
        g_hash_table_insert (marks->by_id, g_memdup2 (&id, sizeof id), marks->marks[i]);
    }
  return marks;
}

/* Waits while another thread looks for the wire copy, which may be that of the same articles; what
 * is asked for must not wait for it once it is cancelled. Returns: what there is of these articles,
 * or NULL when it is this thread's turn, with @error set if it was cancelled */
static PlxCorpusWire *
take_turn (PlxCorpus           *self,
           const PlxCorpusSums *sums,
           GCancellable        *cancellable,
           GError             **error)
{
  PlxCorpusWire *wire = NULL;
  gboolean cancelled = FALSE;

  g_mutex_lock (&self->lexicon_lock);
  while (!cancelled && self->wire_is_made &&
         (self->wire == NULL || self->wire->texts != sums->texts))
    {
      g_cond_wait_until (&self->wire_cond, &self->lexicon_lock,
                         g_get_monotonic_time () + WAIT_USEC);
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  if (self->wire != NULL && self->wire->texts == sums->texts && !cancelled)
    wire = wire_ref (self->wire);
  else if (!cancelled)
    self->wire_is_made = TRUE;
  g_mutex_unlock (&self->lexicon_lock);
  return wire;
}

PlxCorpusWire *
plx_corpus_dup_wire (PlxCorpus           *self,
                     const PlxCorpusSums *sums,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  PlxCorpusWire *wire = take_turn (self, sums, cancellable, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (wire != NULL)
    return wire;

  wire = make_wire (self, sums, cancellable, error);
  g_mutex_lock (&self->lexicon_lock);
  if (wire != NULL)
    {
      g_clear_pointer (&self->wire, plx_corpus_wire_unref);
      self->wire = wire_ref (wire);
    }
  self->wire_is_made = FALSE;
  g_cond_broadcast (&self->wire_cond);
  g_mutex_unlock (&self->lexicon_lock);
  return wire;
}

PlxReading *
plx_corpus_dup_filtered_reading (PlxCorpus             *self,
                                 gint64                 article_id,
                                 const PlxCorpusFilter *filter,
                                 GError               **error)
{
  g_autoptr (PlxReading) reading = plx_corpus_dup_reading (self, article_id, error);
  g_autoptr (PlxCorpusSums) sums = NULL;
  g_autoptr (PlxCorpusWire) wire = NULL;
  g_autoptr (PlxCorpusBasis) basis = NULL;
  const guint8 *marks;

  if (reading == NULL || plx_corpus_filter_is_empty (filter))
    return g_steal_pointer (&reading);

  basis = plx_corpus_dup_basis (self, error);
  if (basis == NULL)
    return NULL;

  if (filter->wire_once)
    {
      sums = plx_corpus_dup_sums (self, NULL, NULL, error);
      wire = sums != NULL ? plx_corpus_dup_wire (self, sums, NULL, error) : NULL;
      if (wire == NULL)
        return NULL;
      marks = g_hash_table_lookup (wire->by_id, &article_id);
      for (guint32 i = 0; marks != NULL && i < reading->sentences->len; i++)
        {
          if (marks[i / 8] >> i % 8 & 1)
            g_array_index (reading->sentences, PlxReadSentence, i).flags |= PLX_SENTENCE_WIRE;
        }
    }
  plx_corpus_filter_apply (filter, basis->aliases, reading);
  return g_steal_pointer (&reading);
}
