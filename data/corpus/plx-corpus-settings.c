/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#define LEXICON_EDITS "lexicon-edits"
#define VIEW_STATE "view-state"

static const char sql_get[] = "SELECT value FROM settings WHERE name = ?";

static const char sql_set[] =
  "INSERT INTO settings (name, value) VALUES (?, ?) "
  "ON CONFLICT (name) DO UPDATE SET value = excluded.value";

typedef struct
{
  const char *name;
  const char *value; /* to be set */
  char       *found; /* owned by the caller; NULL if there is none */
} Setting;

static gboolean
get_job (PlxSqliteConnection *connection,
         gpointer             data,
         GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_get, error);
  Setting *setting = data;
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, setting->name);
  step = plx_sqlite_statement_step (statement, error);
  if (step == PLX_SQLITE_ROW)
    setting->found = plx_sqlite_statement_dup_text (statement, 0);
  return step != PLX_SQLITE_ERROR;
}

static gboolean
set_job (PlxSqliteConnection *connection,
         gpointer             data,
         GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_set, error);
  Setting *setting = data;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, setting->name);
  plx_sqlite_statement_bind_text (statement, 1, setting->value);
  return plx_sqlite_statement_run (statement, error);
}

gboolean
plx_corpus_set_lexicon_edits (PlxCorpus  *self,
                              const char *tsv,
                              GError    **error)
{
  Setting setting = { LEXICON_EDITS, tsv, NULL };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (tsv != NULL && g_utf8_validate (tsv, -1, NULL), FALSE);

  return plx_corpus_write (self, set_job, &setting, NULL, error);
}

char *
plx_corpus_dup_lexicon_edits (PlxCorpus *self,
                              GError   **error)
{
  Setting setting = { LEXICON_EDITS, NULL, NULL };

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  if (!plx_corpus_read (self, get_job, &setting, NULL, error))
    return NULL;

  return setting.found != NULL ? setting.found : g_strdup ("");
}

gboolean
plx_corpus_set_view_state (PlxCorpus  *self,
                           const char *state,
                           GError    **error)
{
  Setting setting = { VIEW_STATE, state, NULL };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (state != NULL && g_utf8_validate (state, -1, NULL), FALSE);

  return plx_corpus_write_quietly (self, set_job, &setting, error);
}

char *
plx_corpus_dup_view_state (PlxCorpus *self,
                           GError   **error)
{
  Setting setting = { VIEW_STATE, NULL, NULL };

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  if (!plx_corpus_read (self, get_job, &setting, NULL, error))
    return NULL;

  return setting.found != NULL ? setting.found : g_strdup ("");
}
