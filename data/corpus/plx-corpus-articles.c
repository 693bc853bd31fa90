/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include <string.h>

/* How much of a SHA-256 tells texts apart. */
#define DIGEST_LENGTH 16

static const char sql_insert[] =
  "INSERT INTO articles (source_id, digest, n_words, name, title, byline, agency, date, updated,"
  " url, language, id, added) "
  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unixepoch ()) "
  "ON CONFLICT (source_id, digest) DO NOTHING";

static const char sql_set_details[] =
  "UPDATE OR IGNORE articles "
  "SET source_id = ?, digest = ?, title = ?, byline = ?, date = ?, url = ?, revision = revision + 1 "
  "WHERE id = ?";

static const char sql_insert_text[] =
  "INSERT INTO texts (article_id, text, blocks) VALUES (?, ?, ?)";

static const char sql_forget_readings[] = "DELETE FROM readings WHERE article_id = ?";

static const char sql_delete[] = "DELETE FROM articles WHERE id = ?";

/* The index is told what it shall forget in the very words it was given, so that this comes before
 * a change of them. */
static const char sql_forget_words[] =
  "INSERT INTO search (search, rowid, title, text) "
  "SELECT 'delete', id, title, text FROM searchable WHERE id = ?";

static const char sql_index_words[] =
  "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable WHERE id = ?";

static const char sql_get[] =
  "SELECT texts.text, texts.blocks, sources.name, articles.name, title, byline, agency, date,"
  " updated, url, language "
  "FROM articles JOIN texts ON texts.article_id = articles.id "
  "JOIN sources ON sources.id = articles.source_id "
  "WHERE articles.id = ?";

/* Words of the blocks that are read: what white space separates and has a letter or digit. */
static guint
count_words_of_span (const char *text,
                     PlxSpan     span)
{
  const char *end = text + span.end;
  gboolean counted = FALSE; /* the word that @p is in */
  guint n_words = 0;

  for (const char *p = text + span.start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          counted = FALSE;
        }
      else if (!counted && g_unichar_isalnum (c))
        {
          counted = TRUE;
          n_words++;
        }
    }

  return n_words;
}

guint
plx_corpus_article_count_words (const PlxArticle *article)
{
  guint n_words = 0;

  if (article->blocks->len == 0)
    return count_words_of_span (article->text, (PlxSpan) { 0, (guint32) article->length });

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      if (plx_block_kind_is_read (block->kind))
        n_words += count_words_of_span (article->text, block->span);
    }

  return n_words;
}

/* An article without text, of which only the headline is known, is told by that. */
static void
make_digest (const PlxArticle *article,
             guint8           *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 whole[32];
  gsize length = sizeof whole;

  if (article->length > 0 || article->title == NULL)
    g_checksum_update (checksum, (const guchar *) article->text, (gssize) article->length);
  else
    g_checksum_update (checksum, (const guchar *) article->title, -1);
  g_checksum_get_digest (checksum, whole, &length);
  memcpy (digest, whole, DIGEST_LENGTH);
}

static void
bind_article (PlxSqliteStatement *statement,
              gint64              source_id,
              const PlxArticle   *article)
{
  const char *const strings[] = { article->id, article->title, article->byline, article->agency,
                                  article->date, article->updated, article->url,
                                  article->language };
  guint8 digest[DIGEST_LENGTH];

  make_digest (article, digest);
  plx_sqlite_statement_bind_int64 (statement, 0, source_id);
  plx_sqlite_statement_bind_blob (statement, 1, digest, sizeof digest);
  plx_sqlite_statement_bind_int64 (statement, 2, plx_corpus_article_count_words (article));
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    plx_sqlite_statement_bind_text (statement, 3 + (int) i, strings[i]);
}

static gboolean
write_text (PlxSqliteConnection *connection,
            gint64               article_id,
            const PlxArticle    *article,
            GError             **error)
{
  g_autofree char *blocks = plx_corpus_blocks_to_string (article->blocks);
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_insert_text, error);

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, article_id);
  plx_sqlite_statement_bind_text (statement, 1, article->text);
  plx_sqlite_statement_bind_text (statement, 2, blocks);
  return plx_sqlite_statement_run (statement, error);
}

static gboolean
run_with_id (PlxSqliteConnection *connection,
             const char          *sql,
             gint64               id,
             GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, id);
  return plx_sqlite_statement_run (statement, error);
}

static const char *
get_source_name (const PlxArticle *article)
{
  return article->source != NULL ? article->source : "";
}

gboolean
plx_corpus_article_insert (PlxSqliteConnection *connection,
                           gint64               id,
                           const PlxArticle    *article,
                           gint64              *out_id,
                           GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_insert, error);
  gint64 source_id;

  if (statement == NULL ||
      !plx_corpus_source_ensure (connection, get_source_name (article), &source_id, error))
    return FALSE;

  bind_article (statement, source_id, article);
  if (id != 0)
    plx_sqlite_statement_bind_int64 (statement, 11, id);
  else
    plx_sqlite_statement_bind_null (statement, 11);
  if (!plx_sqlite_statement_run (statement, error))
    return FALSE;

  *out_id = 0;
  if (plx_sqlite_connection_get_n_changed (connection) == 0)
    return TRUE;

  *out_id = plx_sqlite_connection_get_last_id (connection);
  return write_text (connection, *out_id, article, error) &&
         run_with_id (connection, sql_index_words, *out_id, error);
}

typedef struct
{
  GPtrArray    *articles;
  guint         n_added;
  GArray       *ids;         /* borrowed, nullable: gets those of the new ones */
  PlxProgress  *progress;    /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable */
} Addition;

static void
addition_free (gpointer data)
{
  Addition *self = data;

  g_ptr_array_unref (self->articles);
  g_clear_pointer (&self->progress, plx_progress_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static gboolean
add_job (PlxSqliteConnection *connection,
         gpointer             data,
         GError             **error)
{
  Addition *addition = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < addition->articles->len; i++)
    {
      gint64 id;

      if (g_cancellable_set_error_if_cancelled (addition->cancellable, error) ||
          !plx_corpus_article_insert (connection, 0, addition->articles->pdata[i], &id, error))
        return FALSE;
      if (id != 0)
        g_array_append_val (ids, id);
      if (addition->progress != NULL)
        plx_progress_set (addition->progress, i + 1, addition->articles->len);
    }

  addition->n_added = ids->len;
  if (addition->ids != NULL)
    g_array_append_vals (addition->ids, ids->data, ids->len);
  return TRUE;
}

gboolean
plx_corpus_add_articles (PlxCorpus *self,
                         GPtrArray *articles,
                         guint     *out_added,
                         GError   **error)
{
  Addition addition = { .articles = articles };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (articles != NULL, FALSE);

  if (!plx_corpus_write (self, add_job, &addition, NULL, error))
    return FALSE;

  if (out_added != NULL)
    *out_added = addition.n_added;
  return TRUE;
}

gboolean
plx_corpus_add_listed (PlxCorpus  *self,
                       GPtrArray  *articles,
                       GArray     *ids,
                       GError    **error)
{
  Addition addition = { .articles = articles, .ids = ids };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (articles != NULL && ids != NULL, FALSE);

  return plx_corpus_write (self, add_job, &addition, NULL, error);
}

void
plx_corpus_add_articles_async (PlxCorpus          *self,
                               GPtrArray          *articles,
                               PlxProgressFunc     progress,
                               gpointer            progress_data,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Addition *addition = g_new0 (Addition, 1);

  g_return_if_fail (PLX_IS_CORPUS (self));
  g_return_if_fail (articles != NULL);

  g_task_set_source_tag (task, plx_corpus_add_articles_async);
  addition->articles = g_ptr_array_ref (articles);
  addition->progress = plx_progress_new (progress, progress_data);
  g_set_object (&addition->cancellable, cancellable);
  g_task_set_task_data (task, addition, addition_free);
  plx_corpus_write_async (self, add_job, addition, task);
}

gboolean
plx_corpus_add_articles_finish (PlxCorpus    *self,
                                GAsyncResult *result,
                                guint        *out_added,
                                GError      **error)
{
  Addition *addition;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  addition = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (out_added != NULL)
    *out_added = addition->n_added;
  return TRUE;
}

static gboolean
remove_job (PlxSqliteConnection *connection,
            gpointer             data,
            GError             **error)
{
  gint64 article_id = *(gint64 *) data;

  if (!run_with_id (connection, sql_forget_words, article_id, error) ||
      !run_with_id (connection, sql_delete, article_id, error))
    return FALSE;
  if (plx_sqlite_connection_get_n_changed (connection) == 0)
    {
      plx_corpus_set_not_found ("article", article_id, error);
      return FALSE;
    }

  return plx_corpus_source_prune (connection, error);
}

gboolean
plx_corpus_remove_article (PlxCorpus *self,
                           gint64     article_id,
                           GError   **error)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);

  return plx_corpus_write (self, remove_job, &article_id, NULL, error);
}

/* Texts are written valid; anything else has been damaged since. */
static PlxArticle *
article_from_text (PlxSqliteStatement *statement,
                   GError            **error)
{
  g_autoptr (PlxArticle) article = NULL;
  gsize length;
  const char *text = plx_sqlite_statement_get_text (statement, 0, &length);

  if (text == NULL || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT,
                           "The text of an article is not UTF-8; the file is damaged: "
                           "“parallax-cli verify” says more");
      return NULL;
    }

  article = plx_article_new (g_strndup (text, length));
  if (!plx_corpus_blocks_parse (plx_sqlite_statement_get_text (statement, 1, NULL), article, error))
    return NULL;

  return g_steal_pointer (&article);
}

PlxArticle *
plx_corpus_article_read (PlxSqliteConnection *connection,
                         gint64               article_id,
                         GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_get, error);
  PlxArticle *article;
  PlxSqliteStep step;

  if (statement == NULL)
    return NULL;
  plx_sqlite_statement_bind_int64 (statement, 0, article_id);
  step = plx_sqlite_statement_step (statement, error);
  if (step == PLX_SQLITE_DONE)
    plx_corpus_set_not_found ("article", article_id, error);
  if (step != PLX_SQLITE_ROW)
    return NULL;

  article = article_from_text (statement, error);
  if (article == NULL)
    return NULL;

  article->source = plx_sqlite_statement_dup_text (statement, 2);
  article->id = plx_sqlite_statement_dup_text (statement, 3);
  article->title = plx_sqlite_statement_dup_text (statement, 4);
  article->byline = plx_sqlite_statement_dup_text (statement, 5);
  article->agency = plx_sqlite_statement_dup_text (statement, 6);
  article->date = plx_sqlite_statement_dup_text (statement, 7);
  article->updated = plx_sqlite_statement_dup_text (statement, 8);
  article->url = plx_sqlite_statement_dup_text (statement, 9);
  article->language = plx_sqlite_statement_dup_text (statement, 10);
  if (*article->source == '\0')
    g_clear_pointer (&article->source, g_free);
  if (!plx_corpus_blocks_correct (connection, article_id, article, error))
    g_clear_pointer (&article, plx_article_free);
  return article;
}

typedef struct
{
  gint64      id;
  PlxArticle *article; /* owned by the caller */
} Lookup;

static gboolean
get_job (PlxSqliteConnection *connection,
         gpointer             data,
         GError             **error)
{
  Lookup *lookup = data;

  lookup->article = plx_corpus_article_read (connection, lookup->id, error);
  return lookup->article != NULL;
}

PlxArticle *
plx_corpus_dup_article (PlxCorpus *self,
                        gint64     article_id,
                        GError   **error)
{
  Lookup lookup = { article_id, NULL };

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  return plx_corpus_read (self, get_job, &lookup, NULL, error) ? lookup.article : NULL;
}

typedef struct
{
  gint64            id;
  const PlxArticle *details;
} Change;

static gboolean
write_details (PlxSqliteConnection *connection,
               gint64               article_id,
               const PlxArticle    *article,
               GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_set_details, error);
  const char *const strings[] = { article->title, article->byline, article->date, article->url };
  guint8 digest[DIGEST_LENGTH];
  gint64 source_id;

  if (statement == NULL ||
      !plx_corpus_source_ensure (connection, get_source_name (article), &source_id, error))
    return FALSE;

  make_digest (article, digest);
  plx_sqlite_statement_bind_int64 (statement, 0, source_id);
  plx_sqlite_statement_bind_blob (statement, 1, digest, sizeof digest);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    plx_sqlite_statement_bind_text (statement, 2 + (int) i, strings[i]);
  plx_sqlite_statement_bind_int64 (statement, 6, article_id);
  if (!plx_sqlite_statement_run (statement, error))
    return FALSE;
  if (plx_sqlite_connection_get_n_changed (connection) > 0)
    return TRUE;

  g_set_error_literal (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS,
                       "This source has an article with the same text already");
  return FALSE;
}

static void
replace (char      **field,
         const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static gboolean
set_details_job (PlxSqliteConnection *connection,
                 gpointer             data,
                 GError             **error)
{
  const Change *change = data;
  g_autoptr (PlxArticle) article = plx_corpus_article_read (connection, change->id, error);

  if (article == NULL)
    return FALSE;
  replace (&article->source, change->details->source);
  replace (&article->title, change->details->title);
  replace (&article->byline, change->details->byline);
  replace (&article->date, change->details->date);
  replace (&article->url, change->details->url);
  return run_with_id (connection, sql_forget_words, change->id, error) &&
         write_details (connection, change->id, article, error) &&
         run_with_id (connection, sql_index_words, change->id, error) &&
         run_with_id (connection, sql_forget_readings, change->id, error) &&
         plx_corpus_source_prune (connection, error);
}

gboolean
plx_corpus_set_details (PlxCorpus        *self,
                        gint64            article_id,
                        const PlxArticle *details,
                        GError          **error)
{
  Change change = { article_id, details };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (details != NULL, FALSE);

  return plx_corpus_write (self, set_details_job, &change, NULL, error);
}
