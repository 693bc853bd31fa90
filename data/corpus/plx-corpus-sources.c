/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

static const char sql_find[] = "SELECT id FROM sources WHERE name = ?";

static const char sql_insert[] = "INSERT INTO sources (name) VALUES (?)";

static const char sql_rename[] = "UPDATE sources SET name = ? WHERE id = ?";

static const char sql_list[] =
  "SELECT id, name, (SELECT count(*) FROM articles WHERE source_id = sources.id) "
  "FROM sources ORDER BY name";

static const char sql_prune[] =
  "DELETE FROM sources "
  "WHERE NOT EXISTS (SELECT 1 FROM articles WHERE source_id = sources.id)";

static gboolean
find (PlxSqliteConnection *connection,
      const char          *name,
      gint64              *out_id, /* 0: there is none */
      GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_find, error);
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, name);
  step = plx_sqlite_statement_step (statement, error);
  if (step == PLX_SQLITE_ERROR)
    return FALSE;

  *out_id = step == PLX_SQLITE_ROW ? plx_sqlite_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

gboolean
plx_corpus_source_ensure (PlxSqliteConnection *connection,
                          const char          *name,
                          gint64              *out_id,
                          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = NULL;
  gint64 id;

  if (!find (connection, name, &id, error))
    return FALSE;

  if (id == 0)
    {
      statement = plx_sqlite_connection_prepare (connection, sql_insert, error);
      if (statement == NULL)
        return FALSE;
      plx_sqlite_statement_bind_text (statement, 0, name);
      if (!plx_sqlite_statement_run (statement, error))
        return FALSE;
      id = plx_sqlite_connection_get_last_id (connection);
    }

  *out_id = id;
  return TRUE;
}

gboolean
plx_corpus_source_prune (PlxSqliteConnection *connection,
                         GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_prune, error);

  return statement != NULL && plx_sqlite_statement_run (statement, error);
}

static gboolean
list_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_list, error);
  GPtrArray *sources = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      PlxSourceInfo *info = g_new0 (PlxSourceInfo, 1);

      info->id = plx_sqlite_statement_get_int64 (statement, 0);
      info->name = plx_sqlite_statement_dup_text (statement, 1);
      info->n_articles = (guint) plx_sqlite_statement_get_int64 (statement, 2);
      g_ptr_array_add (sources, info);
    }

  return step == PLX_SQLITE_DONE;
}

GPtrArray *
plx_corpus_list_sources (PlxCorpus *self,
                         GError   **error)
{
  g_autoptr (GPtrArray) sources = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_source_info_free);
  if (!plx_corpus_read (self, list_job, sources, NULL, error))
    return NULL;

  return g_steal_pointer (&sources);
}

typedef struct
{
  gint64      id;
  const char *name;
} Rename;

static gboolean
rename_job (PlxSqliteConnection *connection,
            gpointer             data,
            GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = NULL;
  Rename *rename = data;
  gint64 holder;

  if (!find (connection, rename->name, &holder, error))
    return FALSE;
  if (holder == rename->id)
    return TRUE;
  if (holder != 0)
    {
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS,
                   "There is another source named “%s”; choose another name", rename->name);
      return FALSE;
    }

  statement = plx_sqlite_connection_prepare (connection, sql_rename, error);
  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, rename->name);
  plx_sqlite_statement_bind_int64 (statement, 1, rename->id);
  if (!plx_sqlite_statement_run (statement, error))
    return FALSE;
  if (plx_sqlite_connection_get_n_changed (connection) == 0)
    {
      plx_corpus_set_not_found ("source", rename->id, error);
      return FALSE;
    }

  return TRUE;
}

gboolean
plx_corpus_rename_source (PlxCorpus  *self,
                          gint64      source_id,
                          const char *name,
                          GError    **error)
{
  Rename rename = { source_id, name };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);

  return plx_corpus_write (self, rename_job, &rename, NULL, error);
}
