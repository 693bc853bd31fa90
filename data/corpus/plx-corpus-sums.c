/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include "analysis/reading/plx-evidence.h"

/* Sums are made in three steps: list the articles; read those that no evidence is kept of, on
 * several threads; put together the evidence of all. The first two are short when little has changed
 * since the last time, and if nothing has, so is the third: the sums are kept too. */

#define CHUNK 32        /* articles that a thread fetches at a time */
#define KEEP_EVERY 2000 /* readings written in one transaction */
#define MAX_THREADS 8

static const char sql_list[] =
  "SELECT articles.id, revision, sources.id, sources.name, date, title, byline, n_words "
  "FROM sources CROSS JOIN articles ON articles.source_id = sources.id "
  "ORDER BY sources.name, date, title, articles.id";

/* Differs after every change that this or any other program has made. */
static const char sql_data_version[] = "PRAGMA data_version";
static const char sql_total_changes[] = "SELECT total_changes ()";

typedef struct
{
  PlxCorpusMember member; /* strings owned by the run; the evidence is this one's own */
  gint64          revision;
} Member;

typedef struct
{
  PlxCorpus    *corpus;
  PlxCorpusBasis *basis;
  PlxLexicon   *lexicon;     /* the basis' */
  PlxProgress  *progress;    /* nullable */
  GCancellable *cancellable; /* nullable */
  GArray       *members;     /* of Member, in the order of the list */
  GStringChunk *strings;
  gint64        serial;

  /* Shared by the threads that read. */
  GArray       *unread;    /* of guint: indices into members */
  int           next;      /* atomic: the first of `unread` that nobody has taken */
  GMutex        lock;      /* guards what follows */
  guint         n_read;
  GPtrArray    *new_evidence; /* of PlxCorpusEvidence, not kept yet */
  GError       *error;        /* the first */
} Run;

static void
clear_member (gpointer data)
{
  Member *member = data;

  g_clear_pointer (&member->member.evidence, g_bytes_unref);
}

static void
run_init (Run *run)
{
  run->members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_array_set_clear_func (run->members, clear_member);
  run->strings = g_string_chunk_new (1024);
  run->unread = g_array_new (FALSE, FALSE, sizeof (guint));
  run->new_evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_corpus_evidence_free);
  g_mutex_init (&run->lock);
}

static void
run_clear (Run *run)
{
  g_array_unref (run->members);
  g_clear_pointer (&run->strings, g_string_chunk_free);
  g_array_unref (run->unread);
  g_ptr_array_unref (run->new_evidence);
  g_clear_error (&run->error);
  g_mutex_clear (&run->lock);
  g_clear_pointer (&run->basis, plx_corpus_basis_unref);
}

static gboolean
get_serial (PlxSqliteConnection *connection,
            gint64              *out_serial,
            GError             **error)
{
  gint64 data_version, total_changes;

  if (!plx_sqlite_connection_query_int64 (connection, sql_data_version, &data_version, error) ||
      !plx_sqlite_connection_query_int64 (connection, sql_total_changes, &total_changes, error))
    return FALSE;

  /* The one counts what other connections do, the other what this one does. */
  *out_serial = (data_version << 32) + total_changes;
  return TRUE;
}

static gboolean
serial_job (PlxSqliteConnection *connection,
            gpointer             data,
            GError             **error)
{
  return get_serial (connection, data, error);
}

/* Few days and few people have many articles each. */
static const char *
keep_string (Run                *run,
             PlxSqliteStatement *statement,
             int                 column)
{
  g_autofree char *text = plx_sqlite_statement_dup_text (statement, column);

  return text != NULL ? g_string_chunk_insert_const (run->strings, text) : NULL;
}

static void
add_member (Run                *run,
            PlxSqliteStatement *statement,
            gint64              source_id,
            const char         *source)
{
  g_autofree char *title = plx_sqlite_statement_dup_text (statement, 5);
  Member member = {
    .member = {
      .id = plx_sqlite_statement_get_int64 (statement, 0),
      .source_id = source_id,
      .source = source,
      .title = g_string_chunk_insert (run->strings, title != NULL ? title : ""),
      .byline = keep_string (run, statement, 6),
      .date = keep_string (run, statement, 4),
      .n_words = (guint32) plx_sqlite_statement_get_int64 (statement, 7),
    },
    .revision = plx_sqlite_statement_get_int64 (statement, 1),
  };

  g_array_append_val (run->members, member);
}

static gboolean
list_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_list, error);
  const char *name = NULL;
  gint64 last_source_id = 0;
  Run *run = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      gint64 source_id = plx_sqlite_statement_get_int64 (statement, 2);

      if (name == NULL || source_id != last_source_id)
        {
          g_autofree char *text = plx_sqlite_statement_dup_text (statement, 3);

          name = g_string_chunk_insert (run->strings, text);
          last_source_id = source_id;
        }
      add_member (run, statement, source_id, name);
    }

  return step == PLX_SQLITE_DONE && get_serial (connection, &run->serial, error);
}

/* Finds what evidence there is; the rest goes to `unread`. */
static void
find_evidence (Run *run)
{
  for (guint i = 0; i < run->members->len; i++)
    {
      Member *member = &g_array_index (run->members, Member, i);

      member->member.evidence = plx_corpus_find_evidence (run->corpus, run->basis,
                                                          member->member.id, member->revision);
      if (member->member.evidence == NULL)
        g_array_append_val (run->unread, i);
    }
}

typedef struct
{
  Run       *run;
  guint      first; /* of `unread` */
  guint      n;
  GPtrArray *articles; /* of PlxArticle; NULL for one that is gone */
  GArray    *corrections; /* of PlxCorpusCorrections, one for each article */
} Fetch;

static void
free_article (gpointer data)
{
  plx_article_free (data);
}

static void
clear_corrections (gpointer data)
{
  plx_corpus_corrections_clear (data);
}

static gboolean
fetch_corrections (PlxSqliteConnection *connection,
                   Fetch               *fetch,
                   guint                index,
                   gint64               article_id,
                   GError             **error)
{
  const PlxArticle *article = fetch->articles->pdata[index];

  g_array_set_size (fetch->corrections, index + 1);
  return article == NULL ||
         plx_corpus_corrections_load (connection, article_id, article,
                                      &g_array_index (fetch->corrections, PlxCorpusCorrections,
                                                      index), error);
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
      guint index = g_array_index (fetch->run->unread, guint, fetch->first + i);
      Member *member = &g_array_index (fetch->run->members, Member, index);
      PlxArticle *article = plx_corpus_article_read (connection, member->member.id, &local_error);

      if (article == NULL &&
          !g_error_matches (local_error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_ptr_array_add (fetch->articles, article);
      if (!fetch_corrections (connection, fetch, i, member->member.id, error))
        return FALSE;
    }

  return TRUE;
}

/* Keeps what has been read so far, once it is worth a transaction. */
static void
keep_evidence (Run     *run,
               gboolean is_last)
{
  g_autoptr (GPtrArray) evidence = NULL;

  g_mutex_lock (&run->lock);
  if (run->new_evidence->len >= KEEP_EVERY || is_last)
    {
      evidence = g_steal_pointer (&run->new_evidence);
      run->new_evidence =
        g_ptr_array_new_with_free_func ((GDestroyNotify) plx_corpus_evidence_free);
    }
  g_mutex_unlock (&run->lock);

  if (evidence != NULL && evidence->len > 0)
    plx_corpus_keep_evidence (run->corpus, run->basis, evidence);
}

static void
read_articles (Run       *run,
               PlxReader *reader,
               Fetch     *fetch)
{
  for (guint i = 0; i < fetch->articles->len; i++)
    {
      guint index = g_array_index (run->unread, guint, fetch->first + i);
      Member *member = &g_array_index (run->members, Member, index);
      PlxReadingOptions options = { 0 };
      PlxCorpusEvidence *evidence;

      if (fetch->articles->pdata[i] == NULL)
        continue;
      plx_corpus_corrections_set (
        &g_array_index (fetch->corrections, PlxCorpusCorrections, i), &options);
      member->member.evidence =
        plx_evidence_pack (plx_reader_read (reader, fetch->articles->pdata[i], &options));
      evidence = g_new0 (PlxCorpusEvidence, 1);
      *evidence = (PlxCorpusEvidence) { member->member.id, member->revision,
                                        g_bytes_ref (member->member.evidence) };
      g_mutex_lock (&run->lock);
      g_ptr_array_add (run->new_evidence, evidence);
      g_mutex_unlock (&run->lock);
    }
}

static gboolean
read_chunk (Run       *run,
            PlxReader *reader,
            guint      first,
            GError   **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (free_article);
  g_autoptr (GArray) corrections = g_array_new (FALSE, TRUE, sizeof (PlxCorpusCorrections));
  Fetch fetch = { run, first, MIN (CHUNK, run->unread->len - first), articles, corrections };

  g_array_set_clear_func (corrections, clear_corrections);
  if (!plx_corpus_read (run->corpus, fetch_job, &fetch, run->cancellable, error))
    return FALSE;

  read_articles (run, reader, &fetch);
  keep_evidence (run, /* is_last= */ FALSE);

  g_mutex_lock (&run->lock);
  run->n_read += fetch.n;
  if (run->progress != NULL)
    plx_progress_set (run->progress, run->n_read, run->unread->len);
  g_mutex_unlock (&run->lock);
  return TRUE;
}

static gpointer
read_thread (gpointer data)
{
  Run *run = data;
  g_autoptr (PlxReader) reader = plx_corpus_basis_make_reader (run->basis);
  g_autoptr (GError) error = NULL;

  while (error == NULL)
    {
      guint first = (guint) g_atomic_int_add (&run->next, CHUNK);

      if (first >= run->unread->len)
        break;
      read_chunk (run, reader, first, &error);
    }

  if (error != NULL)
    {
      /* Nobody takes another chunk. */
      g_atomic_int_set (&run->next, (int) run->unread->len);
      g_mutex_lock (&run->lock);
      if (run->error == NULL)
        run->error = g_steal_pointer (&error);
      g_mutex_unlock (&run->lock);
    }

  return NULL;
}

static gboolean
read_unread (Run     *run,
             GError **error)
{
  GThread *threads[MAX_THREADS - 1];
  guint n_chunks = (run->unread->len + CHUNK - 1) / CHUNK;
  guint n_threads = MIN (MIN (g_get_num_processors (), MAX_THREADS), n_chunks);

  if (n_threads == 0)
    return TRUE;

  for (guint i = 0; i + 1 < n_threads; i++)
    threads[i] = g_thread_new ("plx-read", read_thread, run);
  read_thread (run);
  for (guint i = 0; i + 1 < n_threads; i++)
    g_thread_join (threads[i]);

  keep_evidence (run, /* is_last= */ TRUE);
  if (run->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&run->error));
  return FALSE;
}

static guint64
mix (guint64 hash,
     guint64 value)
{
  hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
  return hash ^ hash >> 29;
}

static guint64
mix_string (guint64     hash,
            const char *string)
{
  return mix (hash, string != NULL ? g_str_hash (string) + 1 : 0);
}

/* Tells the articles that evidence was found of from any others. */
static guint64
hash_texts (const Run *run)
{
  guint64 hash = 0;

  for (guint i = 0; i < run->members->len; i++)
    {
      const Member *from = &g_array_index (run->members, Member, i);

      if (from->member.evidence == NULL)
        continue;
      hash = mix (mix (hash, (guint64) from->member.id), (guint64) from->revision);
      hash = mix_string (mix_string (hash, from->member.source), from->member.date);
    }
  return hash;
}

static guint64
hash_members (const Run *run)
{
  guint64 hash = hash_texts (run);

  for (guint i = 0; i < run->members->len; i++)
    {
      const PlxCorpusMember *member = &g_array_index (run->members, Member, i).member;

      if (member->evidence == NULL)
        continue;
      hash = mix (mix (hash, (guint64) member->source_id), member->n_words);
      hash = mix_string (mix_string (hash, member->title), member->byline);
    }
  return hash;
}

static PlxCorpusSums *
add_up (Run     *run,
        GError **error)
{
  g_autoptr (PlxCorpusSums) sums = g_atomic_rc_box_new0 (PlxCorpusSums);

  g_mutex_init (&sums->prepare_lock);
  g_mutex_init (&sums->voices_lock);
  sums->summariser = plx_summariser_new (run->lexicon);
  sums->members = g_array_sized_new (FALSE, FALSE, sizeof (PlxCorpusMember), run->members->len);
  sums->strings = g_steal_pointer (&run->strings);
  sums->basis = plx_corpus_basis_ref (run->basis);
  sums->serial = run->serial;
  sums->texts = hash_texts (run);
  sums->members_hash = hash_members (run);
  for (guint i = 0; i < run->members->len; i++)
    {
      const PlxCorpusMember *member = &g_array_index (run->members, Member, i).member;

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return NULL;
      if (member->evidence == NULL)
        continue;
      plx_summariser_add_evidence (sums->summariser, member->source, member->evidence, NULL);
      g_array_append_vals (sums->members, member, 1);
    }
  sums->details = plx_summariser_make_details (sums->summariser, NULL);

  return g_steal_pointer (&sums);
}

static PlxCorpusSums *
find_sums (Run *run)
{
  PlxCorpusSums *sums = NULL;
  gint64 serial;

  if (!plx_corpus_read (run->corpus, serial_job, &serial, run->cancellable, NULL))
    return NULL;

  g_mutex_lock (&run->corpus->lexicon_lock);
  if (run->corpus->basis == run->basis && run->corpus->sums != NULL &&
      run->corpus->sums->serial == serial)
    sums = plx_corpus_sums_ref (run->corpus->sums);
  g_mutex_unlock (&run->corpus->lexicon_lock);
  return sums;
}

/* Much is written to a corpus that changes no article: a setting, a coding, readings. */
static PlxCorpusSums *
renew_sums (Run *run)
{
  PlxCorpusSums *sums = NULL;
  guint64 hash = hash_members (run);

  g_mutex_lock (&run->corpus->lexicon_lock);
  if (run->corpus->basis == run->basis && run->corpus->sums != NULL &&
      run->corpus->sums->members_hash == hash)
    {
      sums = plx_corpus_sums_ref (run->corpus->sums);
      sums->serial = run->serial;
    }
  g_mutex_unlock (&run->corpus->lexicon_lock);
  return sums;
}

static void
publish_sums (Run           *run,
              PlxCorpusSums *sums)
{
  g_mutex_lock (&run->corpus->lexicon_lock);
  if (run->corpus->basis == run->basis)
    {
      plx_corpus_clear_sums (run->corpus);
      run->corpus->sums = plx_corpus_sums_ref (sums);
    }
  g_mutex_unlock (&run->corpus->lexicon_lock);
}

static PlxCorpusSums *
make_sums (Run     *run,
           GError **error)
{
  PlxCorpusSums *sums = find_sums (run);

  if (sums != NULL)
    return sums;

  if (!plx_corpus_load_evidence (run->corpus, run->basis, run->cancellable, error) ||
      !plx_corpus_read (run->corpus, list_job, run, run->cancellable, error))
    return NULL;
  find_evidence (run);
  if (!read_unread (run, error))
    return NULL;

  sums = renew_sums (run);
  if (sums != NULL)
    return sums;
  sums = add_up (run, error);
  if (sums != NULL)
    publish_sums (run, sums);
  return sums;
}

PlxCorpusSums *
plx_corpus_dup_sums (PlxCorpus    *self,
                     PlxProgress  *progress,
                     GCancellable *cancellable,
                     GError      **error)
{
  Run run = { .corpus = self, .progress = progress, .cancellable = cancellable };
  g_autoptr (PlxCorpusSums) sums = NULL;

  run.basis = plx_corpus_dup_basis (self, error);
  if (run.basis == NULL)
    return NULL;
  run.lexicon = run.basis->lexicon;

  run_init (&run);
  sums = make_sums (&run, error);
  run_clear (&run);
  if (sums == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&sums);
}
