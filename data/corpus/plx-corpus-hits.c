/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-hits.h"

#include "data/plx-task.h"
#include "plx-corpus-private.h"

/* What was counted is kept for so many lexicons: the one of now and the one of before. */
#define MAX_KEPT 2

static const char sql_members[] =
  "SELECT articles.id, source_id, revision FROM sources "
  "CROSS JOIN articles ON articles.source_id = sources.id ORDER BY sources.name, date, title, "
  "articles.id";

typedef struct
{
  gint64 id;
  gint64 source;
} Member;

typedef struct
{
  char         *digest;      /* of the lexicon */
  guint64       fingerprint; /* of the articles */
  PlxHitCounts *counts;
} Kept;

/* Guards what is kept with any corpus: it is looked at for a moment only. */
static GMutex kept_lock;

static GQuark
kept_quark (void)
{
  return g_quark_from_static_string ("plx-corpus-kept-hits");
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->digest);
  plx_hit_counts_unref (kept->counts);
  g_free (kept);
}

static PlxHitCounts *
find_kept (PlxCorpus  *self,
           PlxLexicon *lexicon,
           guint64     fingerprint)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);
  GPtrArray *all = g_object_get_qdata (G_OBJECT (self), kept_quark ());

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const Kept *kept = all->pdata[i];

      if (kept->fingerprint == fingerprint &&
          g_strcmp0 (kept->digest, plx_lexicon_get_digest (lexicon)) == 0 &&
          plx_hit_counts_get_n_entries (kept->counts) == plx_lexicon_get_n_entries (lexicon))
        return plx_hit_counts_ref (kept->counts);
    }
  return NULL;
}

static void
keep_counts (PlxCorpus    *self,
             PlxLexicon   *lexicon,
             guint64       fingerprint,
             PlxHitCounts *counts)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);
  GPtrArray *all = g_object_get_qdata (G_OBJECT (self), kept_quark ());
  Kept *kept = g_new (Kept, 1);

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func (kept_free);
      g_object_set_qdata_full (G_OBJECT (self), kept_quark (), all,
                               (GDestroyNotify) g_ptr_array_unref);
    }
  if (all->len == MAX_KEPT)
    g_ptr_array_remove_index (all, 0);
  *kept = (Kept) { g_strdup (plx_lexicon_get_digest (lexicon)), fingerprint,
                   plx_hit_counts_ref (counts) };
  g_ptr_array_add (all, kept);
}

typedef struct
{
  GArray *members;     /* of Member */
  guint64 fingerprint; /* over their ids, sources and revisions */
} Members;

static guint64
mix (guint64 hash,
     gint64  value)
{
  hash = (hash ^ (guint64) value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

static gboolean
list_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_members, error);
  Members *members = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      Member member = { plx_sqlite_statement_get_int64 (statement, 0),
                        plx_sqlite_statement_get_int64 (statement, 1) };

      g_array_append_val (members->members, member);
      members->fingerprint = mix (mix (mix (members->fingerprint, member.id), member.source),
                                  plx_sqlite_statement_get_int64 (statement, 2));
    }
  return step == PLX_SQLITE_DONE;
}

typedef struct
{
  PlxLexicon  *lexicon;
  PlxProgress *progress;
} CountRequest;

static void
count_request_free (gpointer data)
{
  CountRequest *request = data;

  g_clear_pointer (&request->lexicon, plx_lexicon_unref);
  plx_progress_unref (request->progress);
  g_free (request);
}

static PlxHitCounts *
count_articles (PlxCorpus           *self,
                const CountRequest  *request,
                GArray              *members,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr (PlxHitCounts) counts =
    plx_hit_counts_new (plx_lexicon_get_n_entries (request->lexicon));
  g_autoptr (PlxHitFinder) finder = plx_hit_finder_new (request->lexicon);

  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      g_autoptr (PlxArticle) article = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      /* One that was removed meanwhile is not missed: the corpus has said that it changed. */
      article = plx_corpus_dup_article (self, member->id, NULL);
      if (article != NULL)
        plx_hit_counts_add (counts, member->source, member->id,
                            plx_hit_finder_find (finder, article));
      plx_progress_set (request->progress, i + 1, members->len);
    }
  plx_hit_counts_finish (counts);
  return g_steal_pointer (&counts);
}

static gpointer
count_in_thread (gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  PlxCorpus *self = PLX_CORPUS (source);
  CountRequest *request = data;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Member));
  Members members = { list, 0 };
  PlxHitCounts *counts;

  request->lexicon = plx_corpus_dup_lexicon (self, error);
  if (request->lexicon == NULL ||
      !plx_corpus_read (self, list_job, &members, cancellable, error))
    return NULL;
  counts = find_kept (self, request->lexicon, members.fingerprint);
  if (counts != NULL)
    return counts;
  counts = count_articles (self, request, list, cancellable, error);
  if (counts != NULL)
    keep_counts (self, request->lexicon, members.fingerprint, counts);
  return counts;
}

void
plx_corpus_count_hits_async (PlxCorpus           *self,
                             PlxProgressFunc      progress,
                             gpointer             progress_data,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  CountRequest *request;

  g_return_if_fail (PLX_IS_CORPUS (self));

  request = g_new0 (CountRequest, 1);
  request->progress = plx_progress_new (progress, progress_data);
  plx_task_run (self, count_in_thread, request, count_request_free,
                (GDestroyNotify) plx_hit_counts_unref, cancellable, callback, user_data);
}

PlxHitCounts *
plx_corpus_count_hits_finish (PlxCorpus     *self,
                              GAsyncResult  *result,
                              PlxLexicon   **out_lexicon,
                              GError       **error)
{
  CountRequest *request;
  PlxHitCounts *counts;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  request = g_task_get_task_data (G_TASK (result));
  counts = g_task_propagate_pointer (G_TASK (result), error);
  if (out_lexicon != NULL)
    *out_lexicon = counts != NULL ? plx_lexicon_ref (request->lexicon) : NULL;
  return counts;
}

typedef struct
{
  PlxLexicon   *lexicon;
  PlxHitCounts *counts;
  guint32       entry;
  guint         limit;

  PlxHitKeepFunc keep; /* NULL: all */
  gpointer       keep_data;
  GDestroyNotify keep_free; /* nullable */

  guint          n_seen;
  guint          n_kept;
} ListRequest;

static void
list_request_free (gpointer data)
{
  ListRequest *request = data;

  plx_lexicon_unref (request->lexicon);
  plx_hit_counts_unref (request->counts);
  if (request->keep_free != NULL)
    request->keep_free (request->keep_data);
  g_free (request);
}

/* What is looked for is counted to the end. */
static gboolean
is_enough (const ListRequest *request,
           const GPtrArray   *lines)
{
  return request->keep == NULL && lines->len >= request->limit;
}

static void
append_lines (ListRequest      *request,
              GPtrArray        *lines,
              const PlxArticle *article,
              gint64            id,
              const GArray     *hits)
{
  for (guint i = 0; i < hits->len && !is_enough (request, lines); i++)
    {
      const PlxHit *hit = &g_array_index (hits, PlxHit, i);
      PlxKwicLine *line;
      gboolean is_kept;

      if (hit->entry != request->entry)
        continue;
      line = plx_kwic_line_new (article, id, hit);
      line->place = request->n_seen++;
      is_kept = request->keep == NULL || request->keep (line, request->keep_data);
      request->n_kept += is_kept;
      if (is_kept && lines->len < request->limit)
        g_ptr_array_add (lines, line);
      else
        plx_kwic_line_free (line);
    }
}

static void
free_line (gpointer data)
{
  plx_kwic_line_free (data);
}

static gpointer
list_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  PlxCorpus *self = PLX_CORPUS (source);
  ListRequest *request = data;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (GArray) articles = plx_hit_counts_list_articles (request->counts, request->entry);
  g_autoptr (PlxHitFinder) finder = plx_hit_finder_new (request->lexicon);

  for (guint i = 0; i < articles->len && !is_enough (request, lines); i++)
    {
      gint64 id = g_array_index (articles, gint64, i);
      g_autoptr (PlxArticle) article = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      article = plx_corpus_dup_article (self, id, NULL);
      if (article != NULL)
        append_lines (request, lines, article, id, plx_hit_finder_find (finder, article));
    }
  return g_steal_pointer (&lines);
}

void
plx_corpus_list_hits_async (PlxCorpus           *self,
                            PlxLexicon          *lexicon,
                            PlxHitCounts        *counts,
                            guint32              entry,
                            guint                limit,
                            PlxHitKeepFunc       wants,
                            gpointer             keep_data,
                            GDestroyNotify       keep_free,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ListRequest *request;

  g_return_if_fail (PLX_IS_CORPUS (self));
  g_return_if_fail (lexicon != NULL && counts != NULL);

  request = g_new (ListRequest, 1);
  *request = (ListRequest) {
    .lexicon = plx_lexicon_ref (lexicon), .counts = plx_hit_counts_ref (counts), .entry = entry,
    .limit = limit, .keep = wants, .keep_data = keep_data, .keep_free = keep_free,
  };
  plx_task_run (self, list_in_thread, request, list_request_free,
                (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
plx_corpus_list_hits_finish (PlxCorpus     *self,
                             GAsyncResult  *result,
                             guint         *out_n_kept,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (out_n_kept != NULL)
    *out_n_kept = ((ListRequest *) g_task_get_task_data (G_TASK (result)))->n_kept;
  return g_task_propagate_pointer (G_TASK (result), error);
}
