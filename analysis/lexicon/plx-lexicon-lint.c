/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* What can be said about a lexicon without a text: entries that say the same twice, that
 * contradict each other, or that can never match. */

typedef struct
{
  const PlxLexicon *lexicon;
  GPtrArray        *diagnostics;
  PlxText          *text;
} Lint;

static const char *
source_path (const Lint *lint,
             guint       source)
{
  const PlxLexiconSource *from = &g_array_index (lint->lexicon->sources, PlxLexiconSource, source);

  return from->path != NULL ? from->path : from->name;
}

/* Where an entry stands: "line 12", or "FILE:12" if that is another file. */
static char *
describe_place (const Lint     *lint,
                const PlxEntry *entry,
                guint           seen_from)
{
  return entry->source == seen_from
           ? g_strdup_printf ("line %u", entry->line)
           : g_strdup_printf ("%s:%u", source_path (lint, entry->source), entry->line);
}

static void
report (Lint           *lint,
        const PlxEntry *entry,
        PlxSeverity     severity,
        char           *message)
{
  PlxDiagnostic *diagnostic = g_new0 (PlxDiagnostic, 1);

  diagnostic->path = g_strdup (source_path (lint, entry->source));
  diagnostic->line = entry->line;
  diagnostic->column = 1;
  diagnostic->severity = severity;
  diagnostic->message = message;
  g_ptr_array_add (lint->diagnostics, diagnostic);
}

static void
check_replaced (Lint *lint)
{
  for (guint i = 0; i < lint->lexicon->replaced->len; i++)
    {
      const PlxReplacedEntry *replaced = &g_array_index (lint->lexicon->replaced, PlxReplacedEntry, i);
      const PlxEntry *by;
      g_autofree char *place = NULL;

      /* an own lexicon that overrules a shipped one does what it is there for */
      if (replaced->by == PLX_NONE)
        continue;
      by = &g_array_index (lint->lexicon->entries, PlxEntry, replaced->by);
      if (by->source != replaced->entry.source)
        continue;
      place = describe_place (lint, by, replaced->entry.source);
      if (by->weight == replaced->entry.weight)
        report (lint, &replaced->entry, PLX_SEVERITY_WARNING,
                g_strdup_printf ("“%s” is a duplicate of %s: take one out", by->pattern, place));
      else
        report (lint, &replaced->entry, PLX_SEVERITY_WARNING,
                g_strdup_printf ("“%s” has the weight %g here and %g in %s, which counts: take one out",
                                 by->pattern, replaced->entry.weight, by->weight, place));
    }
}

/* Whether an entry, where it matches, matches in any surroundings. */
static gboolean
is_unconditional (const Lint *lint,
                  guint32     entry)
{
  return !(lint->lexicon->tables.conditions[entry].flags &
           (PLX_CONDITION_CONTEXT | PLX_CONDITION_AS | PLX_CONDITION_NAME));
}

static gboolean
covers (const Lint      *lint,
        const PlxAccept *winner,
        const PlxAccept *loser)
{
  if (winner->layer != loser->layer || winner->entry == loser->entry ||
      !is_unconditional (lint, winner->entry))
    return FALSE;
  if (winner->n_wildcards != loser->n_wildcards)
    return winner->n_wildcards < loser->n_wildcards;
  return winner->entry > loser->entry;
}

/* The accepts of one state stand in a row. Returns: the first after the row that begins at @first */
static guint32
next_row (const PlxAccept *accepts,
          guint32          first)
{
  while (accepts[first].next != PLX_NONE)
    first++;
  return first + 1;
}

/* Looks at the entries that end at one state, from the accept @first on: marks those that another one does not cover there,
 * and notes which one covers the others. */
static void
look_at_state (const Lint *lint,
               guint32     first,
               guint8     *reachable,
               guint32    *covered_by)
{
  const PlxAccept *accepts = lint->lexicon->tables.accepts;

  for (guint32 i = first; i != PLX_NONE; i = accepts[i].next)
    {
      gboolean covered = FALSE;

      for (guint32 j = first; j != PLX_NONE && !covered; j = accepts[j].next)
        {
          covered = covers (lint, &accepts[j], &accepts[i]);
          if (covered)
            covered_by[accepts[i].entry] = accepts[j].entry;
        }
      if (!covered)
        reachable[accepts[i].entry] = TRUE;
    }
}

static void
check_covered (Lint *lint)
{
  const PlxLexiconTables *tables = &lint->lexicon->tables;
  guint32 n = lint->lexicon->entries->len;
  g_autofree guint8 *reachable = g_new0 (guint8, n + 1);
  g_autofree guint32 *covered_by = g_new (guint32, n + 1);

  memset (covered_by, 0xff, (n + 1) * sizeof *covered_by);
  for (guint32 i = 0; i < tables->n_accepts; i = next_row (tables->accepts, i))
    look_at_state (lint, i, reachable, covered_by);

  for (guint32 i = 0; i < n; i++)
    {
      const PlxEntry *entry = &g_array_index (lint->lexicon->entries, PlxEntry, i);
      const PlxEntry *by;
      g_autofree char *place = NULL;

      if (reachable[i] || covered_by[i] == PLX_NONE)
        continue;
      by = &g_array_index (lint->lexicon->entries, PlxEntry, covered_by[i]);
      place = describe_place (lint, by, entry->source);
      if (entry->weight * by->weight < 0.0)
        report (lint, entry, PLX_SEVERITY_WARNING,
                g_strdup_printf ("“%s” contradicts “%s” (%s), which always wins", entry->pattern,
                                 by->pattern, place));
      else
        report (lint, entry, PLX_SEVERITY_WARNING,
                g_strdup_printf ("“%s” can never count: “%s” (%s) always wins", entry->pattern, by->pattern,
                                 place));
    }
}

/* Whether a text could have this as one word. */
static gboolean
is_one_word (Lint       *lint,
             const char *word,
             gsize       length)
{
  const PlxToken *token;

  /* a wildcard may stand for what makes a word of it */
  if (memchr (word, '*', length) != NULL || (length == 3 && memcmp (word, "n't", 3) == 0))
    return TRUE;
  plx_text_set_bytes (lint->text, word, length);
  plx_text_read_span (lint->text, (PlxSpan) { 0, (guint32) length });
  if (lint->text->tokens->len == 0)
    return FALSE;
  token = &g_array_index (lint->text->tokens, PlxToken, 0);
  return lint->text->tokens->len == 1 && token->hash == plx_word_hash (word, length);
}

static void
check_words (Lint    *lint,
             guint32  index)
{
  const PlxEntry *entry = &g_array_index (lint->lexicon->entries, PlxEntry, index);
  PlxPattern pattern;
  guint column;

  if (plx_pattern_parse (entry->pattern, &pattern, &column) != NULL)
    return;
  for (guint i = 0; i < pattern.n_words; i++)
    {
      const PlxPatternWord *word = &pattern.words[i];

      for (guint k = 0; k < word->n_alternatives; k++)
        {
          /* clitics are words only after another one */
          if (word->text[k][0] == '\'' || is_one_word (lint, word->text[k], word->length[k]))
            continue;
          report (lint, entry, PLX_SEVERITY_WARNING,
                  g_strdup_printf ("“%.*s” can never match: no word of a text is written so",
                                   word->length[k], word->text[k]));
        }
    }
  if ((lint->lexicon->tables.conditions[index].flags & PLX_CONDITION_NAME) &&
      !g_unichar_isupper (g_utf8_get_char (entry->pattern)))
    report (lint, entry, PLX_SEVERITY_WARNING,
            g_strdup_printf ("“%s” is marked as a name, but written without a capital", entry->pattern));
}

/* Entries that a block of the very same words shields. (A cue or an event of them counts.) */
static void
check_blocked (Lint *lint)
{
  const PlxAccept *accepts = lint->lexicon->tables.accepts;

  for (guint32 first = 0; first < lint->lexicon->tables.n_accepts; first = next_row (accepts, first))
    {
      const PlxAccept *block = NULL;

      for (guint32 i = first; i != PLX_NONE; i = accepts[i].next)
        {
          if (accepts[i].layer == PLX_LAYER_BLOCK && is_unconditional (lint, accepts[i].entry))
            block = &accepts[i];
        }
      for (guint32 i = first; i != PLX_NONE && block != NULL; i = accepts[i].next)
        {
          const PlxEntry *entry = &g_array_index (lint->lexicon->entries, PlxEntry, accepts[i].entry);
          const PlxEntry *by = &g_array_index (lint->lexicon->entries, PlxEntry, block->entry);
          g_autofree char *place = NULL;

          /* said once, of the form that the line gives */
          if (accepts[i].layer < PLX_MAX_AXES || accepts[i].layer == PLX_LAYER_BLOCK ||
              (accepts[i].form != 0 && !(accepts[i].form & PLX_FORM_BASE)))
            continue;
          place = describe_place (lint, by, entry->source);
          report (lint, entry, PLX_SEVERITY_WARNING,
                  g_strdup_printf ("“%s” can never count: the block “%s” (%s) shields it", entry->pattern,
                                   by->pattern, place));
        }
    }
}

static int
compare_diagnostics (gconstpointer a,
                     gconstpointer b)
{
  const PlxDiagnostic *first = *(const PlxDiagnostic *const *) a;
  const PlxDiagnostic *second = *(const PlxDiagnostic *const *) b;
  int order = g_strcmp0 (first->path, second->path);

  if (order != 0)
    return order;
  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return g_strcmp0 (first->message, second->message);
}

static void
free_diagnostic (gpointer data)
{
  plx_diagnostic_free (data);
}

GPtrArray *
plx_lexicon_lint (const PlxLexicon *self)
{
  Lint lint = { self, NULL, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  lint.diagnostics = g_ptr_array_new_with_free_func (free_diagnostic);
  lint.text = plx_text_new ();
  check_replaced (&lint);
  check_covered (&lint);
  check_blocked (&lint);
  for (guint32 i = 0; i < self->entries->len; i++)
    check_words (&lint, i);
  plx_text_free (lint.text);
  g_ptr_array_sort (lint.diagnostics, compare_diagnostics);
  return lint.diagnostics;
}
