/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include <string.h>

static const char sql_get_alias[] = "SELECT target FROM aliases WHERE name = ?";
static const char sql_set_alias[] =
  "INSERT OR REPLACE INTO aliases (name, target) VALUES (?, ?)";
static const char sql_remove_alias[] = "DELETE FROM aliases WHERE name = ?";
static const char sql_list_aliases[] = "SELECT name, target FROM aliases ORDER BY name";

static const char sql_get_speaker[] =
  "SELECT name FROM speakers WHERE article_id = ? AND first = ? AND after = ?";
static const char sql_set_speaker[] =
  "INSERT OR REPLACE INTO speakers (article_id, first, after, name) VALUES (?, ?, ?, ?)";
static const char sql_remove_speaker[] =
  "DELETE FROM speakers WHERE article_id = ? AND first = ? AND after = ?";
static const char sql_list_speakers[] =
  "SELECT first, after, name FROM speakers WHERE article_id = ? ORDER BY first, after";
static const char sql_touch[] = "UPDATE articles SET revision = revision + 1 WHERE id = ?";

void
plx_alias_free (PlxAlias *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->target);
  g_free (self);
}

void
plx_speaker_free (PlxSpeaker *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/* Runs a prepared statement, whose parameters are bound, for the one text that it may find. */
static gboolean
find_text (PlxSqliteStatement *statement,
           char              **out_text,
           GError            **error)
{
  PlxSqliteStep step = plx_sqlite_statement_step (statement, error);

  *out_text = step == PLX_SQLITE_ROW ? plx_sqlite_statement_dup_text (statement, 0) : NULL;
  return step != PLX_SQLITE_ERROR;
}

typedef struct
{
  const char *name;
  const char *target; /* NULL: remove */
  char       *before; /* owned by the caller */
} AliasChange;

static gboolean
set_alias_job (PlxSqliteConnection *connection,
               gpointer             data,
               GError             **error)
{
  AliasChange *change = data;
  g_autoptr (PlxSqliteStatement) find =
    plx_sqlite_connection_prepare (connection, sql_get_alias, error);
  g_autoptr (PlxSqliteStatement) set = NULL;

  if (find == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (find, 0, change->name);
  g_clear_pointer (&change->before, g_free);
  if (!find_text (find, &change->before, error))
    return FALSE;

  set = plx_sqlite_connection_prepare (
    connection, change->target != NULL ? sql_set_alias : sql_remove_alias, error);
  if (set == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (set, 0, change->name);
  if (change->target != NULL)
    plx_sqlite_statement_bind_text (set, 1, change->target);
  return plx_sqlite_statement_run (set, error);
}

gboolean
plx_corpus_set_alias (PlxCorpus  *self,
                      const char *name,
                      const char *target,
                      char      **out_before,
                      GError    **error)
{
  AliasChange change = { name, target, NULL };
  gboolean succeeded;

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);
  g_return_val_if_fail (target == NULL || g_utf8_validate (target, -1, NULL), FALSE);

  succeeded = plx_corpus_write (self, set_alias_job, &change, NULL, error);
  if (succeeded && out_before != NULL)
    *out_before = g_steal_pointer (&change.before);
  g_free (change.before);
  return succeeded;
}

static gboolean
list_aliases_job (PlxSqliteConnection *connection,
                  gpointer             data,
                  GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_list_aliases, error);
  GPtrArray *aliases = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      PlxAlias *alias = g_new0 (PlxAlias, 1);

      alias->name = plx_sqlite_statement_dup_text (statement, 0);
      alias->target = plx_sqlite_statement_dup_text (statement, 1);
      g_ptr_array_add (aliases, alias);
    }

  return step == PLX_SQLITE_DONE;
}

GPtrArray *
plx_corpus_list_aliases (PlxCorpus *self,
                         GError   **error)
{
  g_autoptr (GPtrArray) aliases = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_alias_free);
  if (!plx_corpus_read (self, list_aliases_job, aliases, NULL, error))
    return NULL;

  return g_steal_pointer (&aliases);
}

typedef struct
{
  gint64      article_id;
  PlxSpan     span;
  const char *name;   /* NULL: remove */
  char       *before; /* owned by the caller */
} SpeakerChange;

static PlxSqliteStatement *
prepare_for_span (PlxSqliteConnection *connection,
                  const char          *sql,
                  const SpeakerChange *change,
                  GError             **error)
{
  PlxSqliteStatement *statement = plx_sqlite_connection_prepare (connection, sql, error);

  if (statement != NULL)
    {
      plx_sqlite_statement_bind_int64 (statement, 0, change->article_id);
      plx_sqlite_statement_bind_int64 (statement, 1, change->span.start);
      plx_sqlite_statement_bind_int64 (statement, 2, change->span.end);
    }
  return statement;
}

/* The article has to be read again. */
static gboolean
touch (PlxSqliteConnection *connection,
       gint64               article_id,
       GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_touch, error);

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, article_id);
  if (!plx_sqlite_statement_run (statement, error))
    return FALSE;
  if (plx_sqlite_connection_get_n_changed (connection) > 0)
    return TRUE;

  plx_corpus_set_not_found ("article", article_id, error);
  return FALSE;
}

static gboolean
set_speaker_job (PlxSqliteConnection *connection,
                 gpointer             data,
                 GError             **error)
{
  SpeakerChange *change = data;
  g_autoptr (PlxSqliteStatement) find =
    prepare_for_span (connection, sql_get_speaker, change, error);
  g_autoptr (PlxSqliteStatement) set = NULL;

  g_clear_pointer (&change->before, g_free);
  if (find == NULL || !find_text (find, &change->before, error) ||
      !touch (connection, change->article_id, error))
    return FALSE;

  set = prepare_for_span (connection,
                          change->name != NULL ? sql_set_speaker : sql_remove_speaker, change,
                          error);
  if (set == NULL)
    return FALSE;
  if (change->name != NULL)
    plx_sqlite_statement_bind_text (set, 3, change->name);
  return plx_sqlite_statement_run (set, error);
}

gboolean
plx_corpus_set_speaker (PlxCorpus  *self,
                        gint64      article_id,
                        PlxSpan     span,
                        const char *name,
                        char      **out_before,
                        GError    **error)
{
  SpeakerChange change = { article_id, span, name, NULL };
  gboolean succeeded;

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (span.start < span.end, FALSE);
  g_return_val_if_fail (name == NULL || g_utf8_validate (name, -1, NULL), FALSE);

  succeeded = plx_corpus_write (self, set_speaker_job, &change, NULL, error);
  if (succeeded && out_before != NULL)
    *out_before = g_steal_pointer (&change.before);
  g_free (change.before);
  return succeeded;
}

typedef struct
{
  gint64     article_id;
  GPtrArray *speakers; /* of PlxSpeaker */
} SpeakerList;

static gboolean
list_speakers_job (PlxSqliteConnection *connection,
                   gpointer             data,
                   GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_list_speakers, error);
  SpeakerList *list = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, list->article_id);
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      PlxSpeaker *speaker = g_new0 (PlxSpeaker, 1);

      speaker->span.start = (guint32) plx_sqlite_statement_get_int64 (statement, 0);
      speaker->span.end = (guint32) plx_sqlite_statement_get_int64 (statement, 1);
      speaker->name = plx_sqlite_statement_dup_text (statement, 2);
      g_ptr_array_add (list->speakers, speaker);
    }

  return step == PLX_SQLITE_DONE;
}

GPtrArray *
plx_corpus_list_speakers (PlxCorpus *self,
                          gint64     article_id,
                          GError   **error)
{
  g_autoptr (GPtrArray) speakers = NULL;
  SpeakerList list;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_speaker_free);
  list = (SpeakerList) { article_id, speakers };
  if (!plx_corpus_read (self, list_speakers_job, &list, NULL, error))
    return NULL;

  return g_steal_pointer (&speakers);
}

typedef struct
{
  gint64       article_id;
  guint        block;
  PlxBlockKind kind;
  PlxBlockKind before;
} BlockChange;

static gboolean
set_block_kind_job (PlxSqliteConnection *connection,
                    gpointer             data,
                    GError             **error)
{
  BlockChange *change = data;
  g_autoptr (PlxArticle) article =
    plx_corpus_article_read (connection, change->article_id, error);
  PlxBlock *block;

  if (article == NULL)
    return FALSE;

  /* Without any, all of the text is one block of body. */
  if (article->blocks->len == 0 && article->length > 0)
    plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 0, (guint32) article->length });
  if (change->block >= article->blocks->len)
    {
      plx_corpus_set_not_found ("block", change->block, error);
      return FALSE;
    }

  block = &g_array_index (article->blocks, PlxBlock, change->block);
  change->before = block->kind;
  block->kind = change->kind;
  return plx_corpus_article_update (connection, change->article_id, article, error);
}

gboolean
plx_corpus_set_block_kind (PlxCorpus    *self,
                           gint64        article_id,
                           guint         block,
                           PlxBlockKind  kind,
                           PlxBlockKind *out_before,
                           GError      **error)
{
  BlockChange change = { article_id, block, kind, kind };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);

  if (!plx_corpus_write (self, set_block_kind_job, &change, NULL, error))
    return FALSE;

  if (out_before != NULL)
    *out_before = change.before;
  return TRUE;
}
