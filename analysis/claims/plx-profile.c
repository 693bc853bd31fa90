/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-profile.h"

#include "analysis/text/plx-figures.h"
#include "analysis/text/plx-text.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

typedef struct
{
  PlxSpan span;
  guint32 name; /* index into the alias table */
} NamePlace;

typedef struct
{
  PlxVocabulary *vocabulary;
  PlxText       *text;
  GArray        *stems;
  GArray        *spans;
  GArray        *terms;
  GArray        *numbers;
  GArray        *names; /* of NamePlace */
  gboolean       denies;
} ProfileBuilder;

static int
compare_uint32 (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static const PlxToken *
get_token (const ProfileBuilder *builder,
           guint32               index)
{
  return &g_array_index (builder->text->tokens, PlxToken, index);
}

typedef struct
{
  GArray *grams;
  guint32 window[4];
  guint   n_letters;
} GramScanner;

/* Appends the hashes of the runs of four letters of @text to those before, one space between
 * words. */
static void
scan_grams (GramScanner *scanner,
            const char  *text,
            gsize        length)
{
  int at = 0;

  while (at < (int) length)
    {
      guint32 hash = 2166136261u;
      UChar32 c;

      U8_NEXT_OR_FFFD (text, at, (int) length, c);
      c = u_isalnum (c) ? u_foldCase (c, U_FOLD_CASE_DEFAULT) : ' ';
      if (c == ' ' && scanner->window[3] == ' ')
        continue;

      memmove (scanner->window, scanner->window + 1, 3 * sizeof (guint32));
      scanner->window[3] = (guint32) c;
      if (++scanner->n_letters < 4)
        continue;

      /* FNV-1a over the letters */
      for (guint i = 0; i < 4; i++)
        hash = (hash ^ scanner->window[i]) * 16777619u;
      g_array_append_val (scanner->grams, hash);
    }
}

/* The grams of the sentence, with each name as the alias table calls it. */
static GArray *
list_grams (const ProfileBuilder *builder,
            const char           *text,
            gsize                 length)
{
  const PlxAliases *aliases = plx_vocabulary_get_aliases (builder->vocabulary);
  GramScanner scanner = {
    .grams = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) length + 2),
    .window = { 0, 0, 0, ' ' },
    .n_letters = 1,
  };
  guint32 at = 0;

  for (guint i = 0; i < builder->names->len; i++)
    {
      const NamePlace *place = &g_array_index (builder->names, NamePlace, i);
      const char *name = plx_aliases_get_name (aliases, place->name);

      scan_grams (&scanner, text + at, place->span.start - at);
      scan_grams (&scanner, name, strlen (name));
      at = place->span.end;
    }
  scan_grams (&scanner, text + at, length - at);
  scan_grams (&scanner, " ", 1);
  return scanner.grams;
}

/* Appends the words as they stand. */
static void
add_stems (ProfileBuilder *builder)
{
  for (guint32 i = 0; i < builder->text->tokens->len; i++)
    {
      const PlxToken *token = get_token (builder, i);
      guint32 stem = PLX_NONE;

      /* 's and 'll go with the word before. */
      if (token->flags & PLX_TOKEN_CLITIC)
        {
          if (builder->spans->len > 0)
            g_array_index (builder->spans, PlxSpan, builder->spans->len - 1).end = token->span.end;
          continue;
        }
      if (!(token->flags & PLX_TOKEN_PUNCTUATION) || token->mark == '%')
        stem = plx_vocabulary_add_word (builder->vocabulary,
                                        builder->text->bytes + token->span.start,
                                        plx_span_length (token->span));
      if (stem == PLX_NONE)
        continue;

      g_array_append_val (builder->stems, stem);
      g_array_append_val (builder->spans, token->span);
      builder->denies |= plx_vocabulary_denies (builder->vocabulary, stem) ||
                         (token->flags & PLX_TOKEN_NEGATED) != 0;
    }
}

/* The longest name of the alias table that begins at @first; @out_last: its last token. */
static guint32
match_name (const ProfileBuilder *builder,
            guint32               first,
            guint32              *out_last)
{
  const PlxAliases *aliases = plx_vocabulary_get_aliases (builder->vocabulary);
  guint32 key = PLX_ALIASES_KEY_INIT, found = PLX_NONE;
  guint n = 0, max;

  if (aliases == NULL || !(get_token (builder, first)->flags & PLX_TOKEN_CAPITALISED))
    return PLX_NONE;

  max = plx_aliases_max_words (aliases, get_token (builder, first)->hash);
  for (guint32 i = first; i < builder->text->tokens->len && n < max; i++)
    {
      const PlxToken *token = get_token (builder, i);
      guint32 flags = 0, alias;

      if (token->hash == 0)
        {
          if (token->mark != '&' && token->mark != '.')
            break;
          continue;
        }
      n++;
      key = plx_aliases_key (key, token->hash);
      alias = plx_aliases_lookup_key (aliases, key, &flags);
      if (alias == PLX_NONE ||
          ((flags & PLX_ALIAS_CAPITALS) && !(token->flags & PLX_TOKEN_ALL_CAPS)))
        continue;
      found = alias;
      *out_last = i;
    }
  return found;
}

/* Appends what the words mean. */
static void
add_terms (ProfileBuilder *builder)
{
  guint32 n = builder->text->tokens->len;

  for (guint32 i = 0, last; i < n; i = last + 1)
    {
      const PlxToken *token = get_token (builder, i);
      guint32 name = match_name (builder, i, &last), term, n_taken;
      double value;

      if (name != PLX_NONE)
        {
          NamePlace place = { { token->span.start, get_token (builder, last)->span.end }, name };

          g_array_append_val (builder->names, place);
          term = plx_vocabulary_add_name (builder->vocabulary, name);
          g_array_append_val (builder->terms, term);
          continue;
        }

      last = i;
      n_taken = plx_figure_read (builder->text, i, n, &value);
      if (n_taken > 0)
        {
          term = plx_vocabulary_add_value (builder->vocabulary, value);
          g_array_append_val (builder->terms, term);
          g_array_append_val (builder->numbers, term);
          last = i + n_taken - 1;
          continue;
        }

      if (token->flags & PLX_TOKEN_CLITIC ||
          (token->flags & PLX_TOKEN_PUNCTUATION && token->mark != '%'))
        continue;
      term = plx_vocabulary_add_word (builder->vocabulary, builder->text->bytes + token->span.start,
                                      plx_span_length (token->span));
      if (term != PLX_NONE)
        g_array_append_val (builder->terms, term);
    }
}

/* Fills the sorted terms and the runs of three. */
static void
sort_terms (PlxProfile *self)
{
  self->sorted = g_memdup2 (self->terms, self->n_terms * sizeof (guint32));
  if (self->n_terms > 0)
    qsort (self->sorted, self->n_terms, sizeof (guint32), compare_uint32);

  self->n_trigrams = self->n_terms > 2 ? self->n_terms - 2 : 0;
  self->trigrams = g_new (guint32, self->n_trigrams);
  for (guint32 i = 0; i < self->n_trigrams; i++)
    {
      const guint32 *term = self->terms + i;

      self->trigrams[i] = ((term[0] * 16777619u ^ term[1]) * 16777619u ^ term[2]) * 16777619u;
    }
  if (self->n_trigrams > 0)
    qsort (self->trigrams, self->n_trigrams, sizeof (guint32), compare_uint32);
}

/* Fills what families of words the sorted terms are of. */
static void
list_concepts (PlxProfile          *self,
               const PlxVocabulary *vocabulary)
{
  self->concepts = g_new (guint32, self->n_terms);
  self->kin = g_new (guint32, self->n_terms);
  for (guint32 i = 0; i < self->n_terms; i++)
    {
      guint32 concept = plx_vocabulary_get_concept (vocabulary, self->sorted[i]);

      if (concept != PLX_NONE)
        {
          self->concepts[self->n_concepts] = concept;
          self->kin[self->n_concepts++] = self->sorted[i];
        }
    }
  if (self->n_concepts > 0)
    qsort (self->concepts, self->n_concepts, sizeof (guint32), compare_uint32);
}

static guint32 *
steal_array (GArray  *array,
             guint32 *out_length)
{
  *out_length = array->len;
  return (guint32 *) (gpointer) g_array_free (array, FALSE);
}

PlxProfile *
plx_profile_new (PlxVocabulary *vocabulary,
                 const char    *text,
                 gsize          length)
{
  g_autoptr (PlxText) tokens = NULL;
  ProfileBuilder builder = { .vocabulary = vocabulary };
  PlxProfile *self;
  GArray *grams;

  g_return_val_if_fail (vocabulary != NULL && text != NULL, NULL);

  length = MIN (length, G_MAXINT / 2);
  builder.text = tokens = plx_text_new ();
  plx_text_set_bytes (tokens, text, length);
  plx_text_read_span (tokens, (PlxSpan) { 0, (guint32) length });
  builder.stems = g_array_sized_new (FALSE, FALSE, sizeof (guint32), tokens->tokens->len);
  builder.spans = g_array_sized_new (FALSE, FALSE, sizeof (PlxSpan), tokens->tokens->len);
  builder.terms = g_array_sized_new (FALSE, FALSE, sizeof (guint32), tokens->tokens->len);
  builder.numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.names = g_array_new (FALSE, FALSE, sizeof (NamePlace));
  add_stems (&builder);
  add_terms (&builder);
  grams = list_grams (&builder, text, length);
  g_array_sort (builder.numbers, compare_uint32);
  g_array_unref (builder.names);
  g_array_sort (grams, compare_uint32);

  self = g_new0 (PlxProfile, 1);
  self->denies = builder.denies;
  self->spans = (PlxSpan *) (gpointer) g_array_free (builder.spans, FALSE);
  self->stems = steal_array (builder.stems, &self->n_words);
  self->terms = steal_array (builder.terms, &self->n_terms);
  self->numbers = steal_array (builder.numbers, &self->n_numbers);
  self->grams = steal_array (grams, &self->n_grams);
  sort_terms (self);
  list_concepts (self, vocabulary);
  return self;
}

void
plx_profile_free (PlxProfile *self)
{
  if (self == NULL)
    return;

  g_free (self->stems);
  g_free (self->spans);
  g_free (self->terms);
  g_free (self->sorted);
  g_free (self->trigrams);
  g_free (self->concepts);
  g_free (self->kin);
  g_free (self->grams);
  g_free (self->numbers);
  g_free (self);
}
