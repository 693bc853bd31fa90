/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corrections.h"

#include "plx-corpus-private.h"

#include <math.h>
#include <string.h>

/* Each kind has a table of its own: what a row is found by comes first, then what it says. */
static const struct
{
  const char *get;
  const char *set;
  const char *remove;
} sql[PLX_N_CORRECTION_KINDS] = {
  [PLX_CORRECTION_CUE] = {
    "SELECT weight FROM cues "
    "WHERE article_id = ? AND part = ? AND first = ? AND after = ? AND axis = ?",
    "INSERT OR REPLACE INTO cues (article_id, part, first, after, axis, weight, words) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)",
    "DELETE FROM cues WHERE article_id = ? AND part = ? AND first = ? AND after = ? AND axis = ?",
  },
  [PLX_CORRECTION_SPEAKER] = {
    "SELECT name FROM speakers WHERE article_id = ? AND first = ? AND after = ?",
    "INSERT OR REPLACE INTO speakers (article_id, first, after, name) VALUES (?, ?, ?, ?)",
    "DELETE FROM speakers WHERE article_id = ? AND first = ? AND after = ?",
  },
  [PLX_CORRECTION_BLOCK] = {
    "SELECT kind FROM kinds WHERE article_id = ? AND first = ? AND after = ?",
    "INSERT OR REPLACE INTO kinds (article_id, first, after, kind) VALUES (?, ?, ?, ?)",
    "DELETE FROM kinds WHERE article_id = ? AND first = ? AND after = ?",
  },
  [PLX_CORRECTION_ALIAS] = {
    "SELECT target FROM aliases WHERE name = ?",
    "INSERT OR REPLACE INTO aliases (name, target) VALUES (?, ?)",
    "DELETE FROM aliases WHERE name = ?",
  },
};

static const char sql_touch[] =
  "UPDATE articles SET n_words = ?, revision = revision + 1 WHERE id = ?";

static PlxCorrection *
correction_new (PlxCorrectionKind kind,
                gint64            article_id,
                PlxSpan           span)
{
  PlxCorrection *self = g_new0 (PlxCorrection, 1);

  self->kind = kind;
  self->is_set = TRUE;
  self->article_id = article_id;
  self->span = span;
  return self;
}

PlxCorrection *
plx_correction_new_cue (gint64      article_id,
                        PlxSpan     span,
                        gboolean    in_title,
                        const char *axis,
                        double      weight,
                        const char *words)
{
  PlxCorrection *self;

  g_return_val_if_fail (axis != NULL && words != NULL && isfinite (weight), NULL);

  self = correction_new (PLX_CORRECTION_CUE, article_id, span);
  self->in_title = in_title != FALSE;
  self->axis = g_strdup (axis);
  self->weight = weight;
  self->words = g_strdup (words);
  return self;
}

PlxCorrection *
plx_correction_new_speaker (gint64      article_id,
                            PlxSpan     span,
                            const char *name)
{
  PlxCorrection *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = correction_new (PLX_CORRECTION_SPEAKER, article_id, span);
  self->name = g_strdup (name);
  return self;
}

PlxCorrection *
plx_correction_new_block (gint64       article_id,
                          PlxSpan      span,
                          PlxBlockKind kind)
{
  PlxCorrection *self = correction_new (PLX_CORRECTION_BLOCK, article_id, span);

  self->block_kind = kind;
  return self;
}

PlxCorrection *
plx_correction_new_alias (const char *name,
                          const char *target)
{
  PlxCorrection *self;

  g_return_val_if_fail (name != NULL && target != NULL, NULL);

  self = correction_new (PLX_CORRECTION_ALIAS, 0, (PlxSpan) { 0, 0 });
  self->words = g_strdup (name);
  self->name = g_strdup (target);
  return self;
}

PlxCorrection *
plx_correction_copy (const PlxCorrection *self)
{
  PlxCorrection *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->axis = g_strdup (self->axis);
  copy->name = g_strdup (self->name);
  copy->words = g_strdup (self->words);
  copy->source = g_strdup (self->source);
  copy->title = g_strdup (self->title);
  return copy;
}

void
plx_correction_free (PlxCorrection *self)
{
  if (self == NULL)
    return;

  g_free (self->axis);
  g_free (self->name);
  g_free (self->words);
  g_free (self->source);
  g_free (self->title);
  g_free (self);
}

/* Binds what the row is found by. Returns: the next parameter */
static int
bind_key (PlxSqliteStatement  *statement,
          const PlxCorrection *correction)
{
  int parameter = 0;

  if (correction->kind == PLX_CORRECTION_ALIAS)
    {
      plx_sqlite_statement_bind_text (statement, parameter++, correction->words);
      return parameter;
    }

  plx_sqlite_statement_bind_int64 (statement, parameter++, correction->article_id);
  if (correction->kind == PLX_CORRECTION_CUE)
    plx_sqlite_statement_bind_int64 (statement, parameter++, correction->in_title ? 0 : 1);
  plx_sqlite_statement_bind_int64 (statement, parameter++, correction->span.start);
  plx_sqlite_statement_bind_int64 (statement, parameter++, correction->span.end);
  if (correction->kind == PLX_CORRECTION_CUE)
    plx_sqlite_statement_bind_text (statement, parameter++, correction->axis);
  return parameter;
}

/* Takes the one value that a row has, but for its key. An unknown kind of block, which another
 * program has written, is body. */
static void
take_value (PlxSqliteStatement *statement,
            int                 column,
            PlxCorrection      *correction)
{
  g_autofree char *text = plx_sqlite_statement_dup_text (statement, column);

  if (correction->kind == PLX_CORRECTION_CUE)
    {
      correction->weight = plx_sqlite_statement_get_double (statement, column);
    }
  else if (correction->kind == PLX_CORRECTION_BLOCK)
    {
      correction->block_kind = PLX_BLOCK_BODY;
      if (text != NULL)
        plx_block_kind_from_string (text, &correction->block_kind);
    }
  else
    {
      g_free (correction->name);
      correction->name = g_steal_pointer (&text);
    }
}

/* Returns: (transfer full): what brings back what is there now, or NULL with @error set */
static PlxCorrection *
find_inverse (PlxSqliteConnection *connection,
              const PlxCorrection *correction,
              GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql[correction->kind].get, error);
  g_autoptr (PlxCorrection) inverse = NULL;
  PlxSqliteStep step;

  if (statement == NULL)
    return NULL;
  bind_key (statement, correction);
  step = plx_sqlite_statement_step (statement, error);
  if (step == PLX_SQLITE_ERROR)
    return NULL;

  inverse = plx_correction_copy (correction);
  inverse->is_set = step == PLX_SQLITE_ROW;
  if (inverse->is_set)
    take_value (statement, 0, inverse);
  return g_steal_pointer (&inverse);
}

static gboolean
write_row (PlxSqliteConnection *connection,
           const PlxCorrection *correction,
           GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = plx_sqlite_connection_prepare (
    connection, correction->is_set ? sql[correction->kind].set : sql[correction->kind].remove,
    error);
  int next;

  if (statement == NULL)
    return FALSE;
  next = bind_key (statement, correction);
  if (correction->is_set)
    {
      if (correction->kind == PLX_CORRECTION_CUE)
        {
          plx_sqlite_statement_bind_double (statement, next, correction->weight);
          plx_sqlite_statement_bind_text (statement, next + 1, correction->words);
        }
      else if (correction->kind == PLX_CORRECTION_BLOCK)
        {
          plx_sqlite_statement_bind_text (statement, next,
                                          plx_block_kind_to_string (correction->block_kind));
        }
      else
        {
          plx_sqlite_statement_bind_text (statement, next, correction->name);
        }
    }
  return plx_sqlite_statement_run (statement, error);
}

/* The article has to be read again, and may have more words that are read, or fewer. */
static gboolean
touch (PlxSqliteConnection *connection,
       gint64               article_id,
       GError             **error)
{
  g_autoptr (PlxArticle) article = plx_corpus_article_read (connection, article_id, error);
  g_autoptr (PlxSqliteStatement) statement = NULL;

  if (article == NULL)
    return FALSE;
  statement = plx_sqlite_connection_prepare (connection, sql_touch, error);
  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, plx_corpus_article_count_words (article));
  plx_sqlite_statement_bind_int64 (statement, 1, article_id);
  return plx_sqlite_statement_run (statement, error);
}

typedef struct
{
  PlxCorpus           *corpus;     /* borrowed */
  const PlxCorrection *correction; /* borrowed */
  PlxCorrection       *owned;      /* nullable: the same, where nobody else keeps it */
  PlxCorrection       *inverse;    /* owned */
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->owned, plx_correction_free);
  g_clear_pointer (&change->inverse, plx_correction_free);
}

static void
change_free (gpointer data)
{
  change_clear (data);
  g_free (data);
}

static gboolean
correct_job (PlxSqliteConnection *connection,
             gpointer             data,
             GError             **error)
{
  Change *change = data;
  const PlxCorrection *correction = change->correction;
  g_autoptr (PlxArticle) article = NULL;

  if (correction->kind != PLX_CORRECTION_ALIAS)
    {
      article = plx_corpus_article_read (connection, correction->article_id, error);
      if (article == NULL)
        return FALSE;
    }

  g_clear_pointer (&change->inverse, plx_correction_free);
  change->inverse = find_inverse (connection, correction, error);
  if (change->inverse == NULL || !write_row (connection, correction, error))
    return FALSE;
  if (correction->kind != PLX_CORRECTION_ALIAS)
    return touch (connection, correction->article_id, error);

  /* Once it is committed. */
  g_atomic_int_set (&change->corpus->aliases_changed, TRUE);
  return TRUE;
}

static gboolean
is_good (const PlxCorrection *correction)
{
  if (correction->kind == PLX_CORRECTION_ALIAS)
    return correction->words != NULL && g_utf8_validate (correction->words, -1, NULL) &&
           (!correction->is_set ||
            (correction->name != NULL && g_utf8_validate (correction->name, -1, NULL)));
  if (correction->span.start >= correction->span.end)
    return FALSE;
  if (correction->kind == PLX_CORRECTION_CUE)
    return correction->axis != NULL && correction->words != NULL && isfinite (correction->weight);
  return correction->kind != PLX_CORRECTION_SPEAKER || !correction->is_set ||
         (correction->name != NULL && g_utf8_validate (correction->name, -1, NULL));
}

gboolean
plx_corpus_correct (PlxCorpus           *self,
                    const PlxCorrection *correction,
                    PlxCorrection      **out_inverse,
                    GError             **error)
{
  Change change = { .corpus = self, .correction = correction };
  gboolean succeeded;

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (correction != NULL && is_good (correction), FALSE);

  succeeded = plx_corpus_write (self, correct_job, &change, NULL, error);
  if (succeeded && out_inverse != NULL)
    *out_inverse = g_steal_pointer (&change.inverse);
  change_clear (&change);
  return succeeded;
}

void
plx_corpus_correct_async (PlxCorpus           *self,
                          const PlxCorrection *correction,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (PLX_IS_CORPUS (self));
  g_return_if_fail (correction != NULL && is_good (correction));

  change = g_new0 (Change, 1);
  change->corpus = self;
  change->correction = change->owned = plx_correction_copy (correction);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_corpus_correct_async);
  g_task_set_task_data (task, change, change_free);
  plx_corpus_write_async (self, correct_job, change, task);
  g_object_unref (task);
}

PlxCorrection *
plx_corpus_correct_finish (PlxCorpus    *self,
                           GAsyncResult *result,
                           GError      **error)
{
  Change *change;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  change = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&change->inverse)
                                                           : NULL;
}
