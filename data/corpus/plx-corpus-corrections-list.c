/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corrections.h"

#include "plx-corpus-private.h"

#include <string.h>

/* So much of a passage is shown in a list. */
#define SHOWN_BYTES "300"

static const char sql_list_aliases[] = "SELECT name, target FROM aliases ORDER BY name";

/* Columns: article, source, title, first, after, value, words, part, axis. */
#define SHOWN_WORDS \
  "CAST (substr (CAST (text AS BLOB), first + 1, min (after - first, " SHOWN_BYTES ")) AS TEXT)"
#define OF_ARTICLES(TABLE) \
  "FROM " TABLE " JOIN articles ON articles.id = " TABLE ".article_id " \
  "JOIN sources ON sources.id = source_id JOIN texts ON texts.article_id = articles.id "
#define IN_ORDER "ORDER BY sources.name, date, title, articles.id, first"

static const char *const sql_list[PLX_N_CORRECTION_KINDS] = {
  [PLX_CORRECTION_CUE] =
    "SELECT articles.id, sources.name, title, first, after, weight, words, part, axis "
    OF_ARTICLES ("cues") IN_ORDER,
  [PLX_CORRECTION_SPEAKER] =
    "SELECT articles.id, sources.name, title, first, after, speakers.name, " SHOWN_WORDS " "
    OF_ARTICLES ("speakers") IN_ORDER,
  [PLX_CORRECTION_BLOCK] =
    "SELECT articles.id, sources.name, title, first, after, kind, " SHOWN_WORDS " "
    OF_ARTICLES ("kinds") IN_ORDER,
  [PLX_CORRECTION_ALIAS] = "SELECT 0, NULL, NULL, 0, 0, target, name FROM aliases ORDER BY name",
};

void
plx_alias_free (PlxAlias *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->target);
  g_free (self);
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

static PlxCorrection *
read_correction (PlxSqliteStatement *statement,
                 PlxCorrectionKind   kind)
{
  PlxCorrection *self = g_new0 (PlxCorrection, 1);
  g_autofree char *value = plx_sqlite_statement_dup_text (statement, 5);

  self->kind = kind;
  self->is_set = TRUE;
  self->article_id = plx_sqlite_statement_get_int64 (statement, 0);
  self->source = plx_sqlite_statement_dup_text (statement, 1);
  self->title = plx_sqlite_statement_dup_text (statement, 2);
  self->span.start = (guint32) plx_sqlite_statement_get_int64 (statement, 3);
  self->span.end = (guint32) plx_sqlite_statement_get_int64 (statement, 4);
  self->words = plx_sqlite_statement_dup_text (statement, 6);
  if (self->words == NULL)
    self->words = g_strdup ("");
  if (kind == PLX_CORRECTION_CUE)
    {
      self->weight = plx_sqlite_statement_get_double (statement, 5);
      self->in_title = plx_sqlite_statement_get_int64 (statement, 7) == 0;
      self->axis = plx_sqlite_statement_dup_text (statement, 8);
    }
  else if (kind == PLX_CORRECTION_BLOCK)
    {
      self->block_kind = PLX_BLOCK_BODY;
      plx_block_kind_from_string (value, &self->block_kind);
    }
  else
    {
      self->name = g_steal_pointer (&value);
    }
  return self;
}

static gboolean
list_corrections_job (PlxSqliteConnection *connection,
                      gpointer             data,
                      GError             **error)
{
  GPtrArray *corrections = data;

  for (guint kind = 0; kind < PLX_N_CORRECTION_KINDS; kind++)
    {
      g_autoptr (PlxSqliteStatement) statement =
        plx_sqlite_connection_prepare (connection, sql_list[kind], error);
      PlxSqliteStep step = PLX_SQLITE_ERROR;

      while (statement != NULL &&
             (step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
        g_ptr_array_add (corrections, read_correction (statement, kind));
      if (step == PLX_SQLITE_ERROR)
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
plx_corpus_list_corrections (PlxCorpus *self,
                             GError   **error)
{
  g_autoptr (GPtrArray) corrections = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_correction_free);
  if (!plx_corpus_read (self, list_corrections_job, corrections, NULL, error))
    return NULL;

  return g_steal_pointer (&corrections);
}
