/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-phrasing.h"

#include "analysis/text/plx-text.h"
#include "plx-vocabulary.h"

#include <string.h>

/* What an aligned word counts; a word that goes on a run counts one more. */
#define CONTENT_GAIN 4
#define COMMON_GAIN 1
#define RUN_GAIN 1

typedef struct
{
  PlxSpan        span;
  guint32        stem; /* PLX_NONE for a word that says nothing, such as "Mr" */
  gboolean       is_common;
  PlxPhrasingKind kind;
  guint32        n_texts;
  guint32        partner; /* the word of the other text, while two are compared, or PLX_NONE */
} Word;

/* The tables of the alignment: the best gain of the first i and j words, and the best that ends
 * with the two being aligned. One for all pairs. */
typedef struct
{
  guint32 *best;
  guint32 *joined;
  guint32  n_columns;
} Tables;

static GArray *
list_words (PlxVocabulary *vocabulary,
            PlxText       *text,
            const char    *bytes)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gsize length = strlen (bytes);

  plx_text_set_bytes (text, bytes, length);
  plx_text_read_span (text, (PlxSpan) { 0, (guint32) MIN (length, G_MAXUINT32 - 1) });
  for (guint i = 0; i < text->tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (text->tokens, PlxToken, i);
      Word word = { .span = token->span, .n_texts = 1, .partner = PLX_NONE };

      /* 's and 'll go with the word before. */
      if (token->flags & PLX_TOKEN_CLITIC && words->len > 0)
        {
          g_array_index (words, Word, words->len - 1).span.end = token->span.end;
          continue;
        }
      if (token->flags & PLX_TOKEN_PUNCTUATION && token->mark != '%')
        continue;

      word.stem = plx_vocabulary_add_word (vocabulary, bytes + token->span.start,
                                           plx_span_length (token->span));
      word.is_common = word.stem == PLX_NONE || plx_vocabulary_is_common (vocabulary, word.stem);
      g_array_append_val (words, word);
    }
  return words;
}

static Word *
get_word (GArray *words,
          guint32 index)
{
  return &g_array_index (words, Word, index);
}

static guint32
count_aligned (GArray *words)
{
  return MIN (words->len, PLX_PHRASING_MAX_WORDS);
}

static void
fill_tables (Tables *tables,
             GArray *a,
             GArray *b)
{
  guint32 n_a = count_aligned (a), n_b = count_aligned (b), n = n_b + 1;

  tables->n_columns = n;
  memset (tables->best, 0, n * sizeof (guint32));
  memset (tables->joined, 0, n * sizeof (guint32));
  for (guint32 i = 1; i <= n_a; i++)
    {
      const Word *word = get_word (a, i - 1);
      guint32 *best = tables->best + (gsize) i * n, *joined = tables->joined + (gsize) i * n;
      const guint32 *best_above = best - n, *joined_above = joined - n;

      best[0] = joined[0] = 0;
      for (guint32 j = 1; j <= n_b; j++)
        {
          best[j] = MAX (best[j - 1], best_above[j]);
          joined[j] = 0;
          if (word->stem == PLX_NONE || word->stem != get_word (b, j - 1)->stem)
            continue;

          joined[j] = best_above[j - 1];
          if (joined_above[j - 1] > 0)
            joined[j] = MAX (joined[j], joined_above[j - 1] + RUN_GAIN);
          joined[j] += word->is_common ? COMMON_GAIN : CONTENT_GAIN;
          best[j] = MAX (best[j], joined[j]);
        }
    }
}

/* Walks the best alignment from its end and makes partners of the words it aligns. */
static void
trace_alignment (const Tables *tables,
                 GArray       *a,
                 GArray       *b)
{
  guint32 n = tables->n_columns, i = count_aligned (a), j = count_aligned (b);
  gboolean in_run = FALSE; /* the words after these are aligned as part of one run */

  while (i > 0 && j > 0)
    {
      const guint32 *best = tables->best + (gsize) i * n + j;
      const guint32 *joined = tables->joined + (gsize) i * n + j;

      if (!in_run && (*joined == 0 || *best != *joined))
        {
          if (*best == *(best - n))
            i--;
          else
            j--;
          continue;
        }

      get_word (a, i - 1)->partner = j - 1;
      get_word (b, j - 1)->partner = i - 1;
      joined -= n + 1;
      best -= n + 1;
      in_run = *joined > 0 && *joined + RUN_GAIN >= *best;
      i--;
      j--;
    }
}

/* Parts the words of a run again if none of them carries meaning. */
static void
part_empty_runs (GArray *a,
                 GArray *b)
{
  for (guint32 start = 0, end; start < a->len; start = end)
    {
      guint32 partner = get_word (a, start)->partner;
      gboolean is_empty = get_word (a, start)->is_common;

      end = start + 1;
      if (partner == PLX_NONE)
        continue;

      for (; end < a->len && get_word (a, end)->partner == partner + (end - start); end++)
        is_empty &= get_word (a, end)->is_common;
      for (guint32 i = start; is_empty && i < end; i++)
        {
          get_word (b, get_word (a, i)->partner)->partner = PLX_NONE;
          get_word (a, i)->partner = PLX_NONE;
        }
    }
}

static void
credit (Word          *word,
        PlxPhrasingKind kind)
{
  word->kind = MAX (word->kind, kind);
  word->n_texts++;
}

/* Finds what is left of @a's words elsewhere in @b, each word of @b once. */
static void
find_moved (GArray *a,
            GArray *b)
{
  guint32 n_a = count_aligned (a), n_b = count_aligned (b);

  for (guint32 i = 0; i < n_a; i++)
    {
      Word *word = get_word (a, i);

      for (guint32 j = 0; word->partner == PLX_NONE && !word->is_common && j < n_b; j++)
        {
          Word *other = get_word (b, j);

          if (other->stem == word->stem && other->partner == PLX_NONE)
            {
              word->partner = j;
              other->partner = i;
              credit (word, PLX_PHRASING_MOVED);
              credit (other, PLX_PHRASING_MOVED);
            }
        }
    }
}

static void
compare_two (Tables *tables,
             GArray *a,
             GArray *b)
{
  fill_tables (tables, a, b);
  trace_alignment (tables, a, b);
  part_empty_runs (a, b);
  for (guint32 i = 0; i < a->len; i++)
    {
      if (get_word (a, i)->partner != PLX_NONE)
        {
          credit (get_word (a, i), PLX_PHRASING_SHARED);
          credit (get_word (b, get_word (a, i)->partner), PLX_PHRASING_SHARED);
        }
    }
  find_moved (a, b);

  for (guint32 i = 0; i < a->len; i++)
    get_word (a, i)->partner = PLX_NONE;
  for (guint32 i = 0; i < b->len; i++)
    get_word (b, i)->partner = PLX_NONE;
}

static GArray *
join_words (GArray *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (PlxPhrasingRange));

  for (guint32 i = 0; i < words->len; i++)
    {
      const Word *word = get_word (words, i);
      PlxPhrasingRange *last =
        ranges->len > 0 ? &g_array_index (ranges, PlxPhrasingRange, ranges->len - 1) : NULL;
      PlxPhrasingRange range = { word->span, word->kind, word->n_texts };

      if (last != NULL && last->kind == word->kind && last->n_texts == word->n_texts)
        last->span.end = word->span.end;
      else
        g_array_append_val (ranges, range);
    }
  return ranges;
}

GPtrArray *
plx_phrasing_compare (const char *const *texts)
{
  const gsize n_cells = (gsize) (PLX_PHRASING_MAX_WORDS + 1) * (PLX_PHRASING_MAX_WORDS + 1);
  g_autoptr (PlxVocabulary) vocabulary = NULL;
  g_autoptr (PlxText) text = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autofree guint32 *cells = NULL;
  GPtrArray *ranges;
  Tables tables;

  g_return_val_if_fail (texts != NULL, NULL);

  vocabulary = plx_vocabulary_new ();
  text = plx_text_new ();
  words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (words, list_words (vocabulary, text, texts[i]));

  cells = g_new (guint32, 2 * n_cells);
  tables = (Tables) { cells, cells + n_cells, 0 };
  for (guint i = 0; i < words->len; i++)
    for (guint k = i + 1; k < words->len; k++)
      compare_two (&tables, g_ptr_array_index (words, i), g_ptr_array_index (words, k));

  ranges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (ranges, join_words (g_ptr_array_index (words, i)));
  return ranges;
}
