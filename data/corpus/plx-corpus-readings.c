/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"
#include "plx-corpus-private.h"

#include "analysis/reading/plx-evidence.h"

/* Readings of this many lexicons are kept, so that undoing an edit does not read all again. */
#define N_LEXICONS_KEPT "3"

/* The index of the list has both. */
static const char sql_revisions[] = "SELECT id, revision FROM articles";

static const char sql_find_lexicon[] = "SELECT id FROM lexicons WHERE digest = ?";

static const char sql_insert_lexicon[] = "INSERT INTO lexicons (digest) VALUES (?)";

static const char sql_prune_readings[] =
  "DELETE FROM readings WHERE lexicon_id NOT IN "
  "(SELECT id FROM lexicons ORDER BY id DESC LIMIT " N_LEXICONS_KEPT ")";

static const char sql_prune_lexicons[] =
  "DELETE FROM lexicons WHERE id NOT IN "
  "(SELECT id FROM lexicons ORDER BY id DESC LIMIT " N_LEXICONS_KEPT ")";

static const char sql_load[] =
  "SELECT article_id, revision, evidence FROM readings "
  "WHERE lexicon_id = (SELECT id FROM lexicons WHERE digest = ?)";

/* Nothing is kept of an article that was changed or removed while it was read. */
static const char sql_insert[] =
  "INSERT OR REPLACE INTO readings (article_id, lexicon_id, revision, evidence) "
  "SELECT id, ?, revision, ? FROM articles WHERE id = ? AND revision = ?";

void
plx_corpus_evidence_free (PlxCorpusEvidence *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

PlxCorpusSums *
plx_corpus_sums_ref (PlxCorpusSums *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sums (gpointer data)
{
  PlxCorpusSums *self = data;

  g_clear_pointer (&self->voices, plx_voice_sums_free);
  g_mutex_clear (&self->prepare_lock);
  g_mutex_clear (&self->voices_lock);
  plx_summariser_free (self->summariser);
  plx_summary_details_free (self->details);
  plx_corpus_basis_unref (self->basis);
  g_array_unref (self->members);
  g_string_chunk_free (self->strings);
}

void
plx_corpus_sums_unref (PlxCorpusSums *self)
{
  g_atomic_rc_box_release_full (self, clear_sums);
}

void
plx_corpus_clear_sums (PlxCorpus *self)
{
  g_clear_pointer (&self->kept, plx_corpus_kept_unref);
  g_clear_pointer (&self->sums, plx_corpus_sums_unref);
}

void
plx_corpus_clear_readings (PlxCorpus *self)
{
  g_hash_table_remove_all (self->evidence);
  self->evidence_is_loaded = FALSE;
  g_clear_pointer (&self->evidence_key, g_free);
  plx_corpus_clear_sums (self);
  g_clear_pointer (&self->spare_reader, plx_reader_free);
  g_clear_pointer (&self->basis, plx_corpus_basis_unref);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
}

void
plx_corpus_set_lexicon (PlxCorpus  *self,
                        PlxLexicon *lexicon)
{
  gboolean is_same;

  g_return_if_fail (PLX_IS_CORPUS (self));
  g_return_if_fail (lexicon != NULL);

  g_mutex_lock (&self->lexicon_lock);
  is_same = self->lexicon != NULL && g_strcmp0 (plx_lexicon_get_digest (self->lexicon),
                                                plx_lexicon_get_digest (lexicon)) == 0;
  plx_lexicon_ref (lexicon);
  if (is_same)
    {
      /* Equal in what it says, perhaps not in where its lines stand. */
      g_clear_pointer (&self->spare_reader, plx_reader_free);
      g_clear_pointer (&self->basis, plx_corpus_basis_unref);
      plx_lexicon_unref (self->lexicon);
    }
  else
    {
      plx_corpus_clear_readings (self);
    }
  self->lexicon = lexicon;
  g_mutex_unlock (&self->lexicon_lock);

  if (!is_same)
    plx_corpus_queue_changed (self);
}

PlxLexicon *
plx_corpus_get_lexicon (PlxCorpus *self)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  return self->lexicon;
}

PlxLexicon *
plx_corpus_dup_lexicon (PlxCorpus *self,
                        GError   **error)
{
  PlxLexicon *lexicon = NULL;

  g_mutex_lock (&self->lexicon_lock);
  if (self->lexicon != NULL)
    lexicon = plx_lexicon_ref (self->lexicon);
  g_mutex_unlock (&self->lexicon_lock);

  if (lexicon == NULL)
    g_set_error_literal (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_FAILED,
                         "The corpus has no lexicon to be read with; choose one");
  return lexicon;
}

/* Whether evidence of @basis is evidence of what readings are made with now. The lock must be
 * held. */
static gboolean
is_current (PlxCorpus      *self,
            PlxCorpusBasis *basis)
{
  return g_strcmp0 (self->evidence_key, basis->key) == 0;
}

typedef struct
{
  PlxCorpusBasis *basis;
  GPtrArray      *evidence; /* of PlxCorpusEvidence */
} Batch;

static gboolean
load_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_load, error);
  Batch *batch = data;
  guint n_axes = plx_lexicon_get_n_axes (batch->basis->lexicon);
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, batch->basis->key);
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      PlxCorpusEvidence *evidence = g_new0 (PlxCorpusEvidence, 1);
      gsize length;
      gconstpointer bytes = plx_sqlite_statement_get_blob (statement, 2, &length);

      evidence->article_id = plx_sqlite_statement_get_int64 (statement, 0);
      evidence->revision = plx_sqlite_statement_get_int64 (statement, 1);
      evidence->bytes = g_bytes_new (bytes, length);
      /* What has been damaged is made again. */
      if (plx_evidence_check (evidence->bytes, n_axes))
        g_ptr_array_add (batch->evidence, evidence);
      else
        plx_corpus_evidence_free (evidence);
    }

  return step == PLX_SQLITE_DONE;
}

/* Takes all evidence out of the array into the corpus. The lock must be held. */
static void
take_evidence (PlxCorpus *self,
               GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      PlxCorpusEvidence *entry = evidence->pdata[i];

      g_hash_table_replace (self->evidence, &entry->article_id, entry);
    }
}

gboolean
plx_corpus_load_evidence (PlxCorpus      *self,
                          PlxCorpusBasis *basis,
                          GCancellable   *cancellable,
                          GError        **error)
{
  g_autoptr (GPtrArray) evidence = NULL;
  gboolean is_loaded;
  Batch batch;

  g_mutex_lock (&self->lexicon_lock);
  is_loaded = self->evidence_is_loaded && is_current (self, basis);
  g_mutex_unlock (&self->lexicon_lock);
  if (is_loaded)
    return TRUE;

  evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_corpus_evidence_free);
  batch = (Batch) { basis, evidence };
  if (!plx_corpus_read (self, load_job, &batch, cancellable, error))
    return FALSE;

  g_mutex_lock (&self->lexicon_lock);
  if (!self->evidence_is_loaded && is_current (self, basis))
    {
      take_evidence (self, evidence);
      g_ptr_array_set_free_func (evidence, NULL);
      self->evidence_is_loaded = TRUE;
    }
  g_mutex_unlock (&self->lexicon_lock);
  return TRUE;
}

GBytes *
plx_corpus_find_evidence (PlxCorpus      *self,
                          PlxCorpusBasis *basis,
                          gint64          article_id,
                          gint64          revision)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lexicon_lock);
  PlxCorpusEvidence *evidence;

  if (!is_current (self, basis))
    return NULL;

  evidence = g_hash_table_lookup (self->evidence, &article_id);
  return evidence != NULL && evidence->revision == revision ? g_bytes_ref (evidence->bytes) : NULL;
}

typedef struct
{
  PlxCorpus      *corpus;
  PlxCorpusBasis *basis;
  GHashTable     *evidence;
} Collection;

static gboolean
collect_job (PlxSqliteConnection *connection,
             gpointer             data,
             GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_revisions, error);
  Collection *collection = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      gint64 id = plx_sqlite_statement_get_int64 (statement, 0);
      GBytes *bytes = plx_corpus_find_evidence (collection->corpus, collection->basis, id,
                                                plx_sqlite_statement_get_int64 (statement, 1));

      if (bytes != NULL)
        g_hash_table_insert (collection->evidence, g_memdup2 (&id, sizeof id), bytes);
    }

  return step == PLX_SQLITE_DONE;
}

GHashTable *
plx_corpus_dup_evidence (PlxCorpus    *self,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (PlxCorpusBasis) basis = NULL;
  g_autoptr (GHashTable) evidence = NULL;
  Collection collection;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  basis = plx_corpus_dup_basis (self, error);
  if (basis == NULL || !plx_corpus_load_evidence (self, basis, cancellable, error))
    return NULL;

  evidence = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                    (GDestroyNotify) g_bytes_unref);
  collection = (Collection) { self, basis, evidence };
  if (!plx_corpus_read (self, collect_job, &collection, cancellable, error))
    return NULL;
  return g_steal_pointer (&evidence);
}

static gboolean
ensure_lexicon (PlxSqliteConnection *connection,
                const char          *key,
                gint64              *out_id,
                GError             **error)
{
  g_autoptr (PlxSqliteStatement) find =
    plx_sqlite_connection_prepare (connection, sql_find_lexicon, error);
  g_autoptr (PlxSqliteStatement) insert = NULL;
  PlxSqliteStep step;

  if (find == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (find, 0, key);
  step = plx_sqlite_statement_step (find, error);
  if (step == PLX_SQLITE_ROW)
    *out_id = plx_sqlite_statement_get_int64 (find, 0);
  if (step != PLX_SQLITE_DONE)
    return step == PLX_SQLITE_ROW;

  insert = plx_sqlite_connection_prepare (connection, sql_insert_lexicon, error);
  if (insert == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (insert, 0, key);
  if (!plx_sqlite_statement_run (insert, error))
    return FALSE;
  *out_id = plx_sqlite_connection_get_last_id (connection);
  return TRUE;
}

static gboolean
run (PlxSqliteConnection *connection,
     const char          *sql,
     GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql, error);

  return statement != NULL && plx_sqlite_statement_run (statement, error);
}

static gboolean
keep_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = NULL;
  Batch *batch = data;
  gint64 lexicon_id;

  if (!ensure_lexicon (connection, batch->basis->key, &lexicon_id, error) ||
      !run (connection, sql_prune_readings, error) || !run (connection, sql_prune_lexicons, error))
    return FALSE;
  statement = plx_sqlite_connection_prepare (connection, sql_insert, error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < batch->evidence->len; i++)
    {
      const PlxCorpusEvidence *evidence = batch->evidence->pdata[i];
      gsize length;
      gconstpointer bytes = g_bytes_get_data (evidence->bytes, &length);

      plx_sqlite_statement_bind_int64 (statement, 0, lexicon_id);
      plx_sqlite_statement_bind_blob (statement, 1, bytes, length);
      plx_sqlite_statement_bind_int64 (statement, 2, evidence->article_id);
      plx_sqlite_statement_bind_int64 (statement, 3, evidence->revision);
      if (!plx_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

void
plx_corpus_keep_evidence (PlxCorpus      *self,
                          PlxCorpusBasis *basis,
                          GPtrArray      *evidence)
{
  Batch batch = { basis, evidence };

  /* Only a cache: where it cannot be written, the next session reads the articles again. */
  if (!self->read_only)
    plx_corpus_write_quietly (self, keep_job, &batch, NULL);

  g_mutex_lock (&self->lexicon_lock);
  if (is_current (self, basis))
    {
      take_evidence (self, evidence);
      g_ptr_array_set_free_func (evidence, NULL);
    }
  g_mutex_unlock (&self->lexicon_lock);
}

typedef struct
{
  gint64               id;
  PlxArticle          *article;
  PlxCorpusCorrections corrections;
} Lookup;

static gboolean
look_up_job (PlxSqliteConnection *connection,
             gpointer             data,
             GError             **error)
{
  Lookup *lookup = data;

  lookup->article = plx_corpus_article_read (connection, lookup->id, error);
  return lookup->article != NULL &&
         plx_corpus_corrections_load (connection, lookup->id, lookup->article,
                                      &lookup->corrections, error);
}

static void
lookup_clear (Lookup *lookup)
{
  plx_article_free (lookup->article);
  plx_corpus_corrections_clear (&lookup->corrections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lookup, lookup_clear)

PlxReading *
plx_corpus_dup_reading (PlxCorpus *self,
                        gint64     article_id,
                        GError   **error)
{
  g_autoptr (PlxCorpusBasis) basis = NULL;
  g_auto (Lookup) lookup = { .id = article_id };
  g_autoptr (PlxReader) reader = NULL;
  PlxReadingOptions options = { 0 };
  PlxReading *reading;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  basis = plx_corpus_dup_basis (self, error);
  if (basis == NULL || !plx_corpus_read (self, look_up_job, &lookup, NULL, error))
    return NULL;

  g_mutex_lock (&self->lexicon_lock);
  if (self->basis == basis)
    reader = g_steal_pointer (&self->spare_reader);
  g_mutex_unlock (&self->lexicon_lock);
  if (reader == NULL)
    reader = plx_corpus_basis_make_reader (basis);

  plx_corpus_corrections_set (&lookup.corrections, &options);
  reading = plx_reading_copy (plx_reader_read (reader, lookup.article, &options));

  g_mutex_lock (&self->lexicon_lock);
  if (self->basis == basis && self->spare_reader == NULL)
    self->spare_reader = g_steal_pointer (&reader);
  g_mutex_unlock (&self->lexicon_lock);
  return reading;
}
