/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include <string.h>

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

/* Whether two lines of the lexicon format say something of the same entry: pattern, role, axis and
 * condition are equal. */
static gboolean
is_same_entry (const char *a,
               const char *b)
{
  static const guint key_columns[] = { 0, 1, 2, 4 };
  g_auto (GStrv) first = g_strsplit (a, "\t", -1);
  g_auto (GStrv) second = g_strsplit (b, "\t", -1);
  guint n_first = g_strv_length (first);
  guint n_second = g_strv_length (second);

  for (guint i = 0; i < G_N_ELEMENTS (key_columns); i++)
    {
      guint column = key_columns[i];

      if (g_strcmp0 (column < n_first ? first[column] : "",
                     column < n_second ? second[column] : "") != 0)
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  const char *line;
  char       *before; /* owned by the caller */
} Edit;

static gboolean
edit_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  Edit *edit = data;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) after = g_string_new (NULL);
  Setting setting = { LEXICON_EDITS, NULL, NULL };

  if (!get_job (connection, &setting, error))
    return FALSE;

  edit->before = setting.found != NULL ? setting.found : g_strdup ("");
  lines = g_strsplit (edit->before, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && !is_same_entry (lines[i], edit->line))
        g_string_append_printf (after, "%s\n", lines[i]);
    }
  g_string_append_printf (after, "%s\n", edit->line);

  setting.value = after->str;
  return set_job (connection, &setting, error);
}

gboolean
plx_corpus_edit_lexicon (PlxCorpus  *self,
                         const char *line,
                         char      **out_before,
                         GError    **error)
{
  Edit edit = { line, NULL };
  gboolean succeeded;

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (line != NULL && g_utf8_validate (line, -1, NULL), FALSE);
  g_return_val_if_fail (strchr (line, '\n') == NULL, FALSE);

  succeeded = plx_corpus_write (self, edit_job, &edit, NULL, error);
  if (succeeded && out_before != NULL)
    *out_before = g_steal_pointer (&edit.before);
  g_free (edit.before);
  return succeeded;
}
