/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-similarity.h"

#include <libstemmer.h>
#include <math.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* How much a function word counts beside any other. */
#define COMMON_WEIGHT 0.30
#define CONTENT_WEIGHT 1.25

#define MAX_WORD_BYTES 64

struct _PlxVocabulary
{
  struct sb_stemmer *stemmer;
  GHashTable        *numbers_of_stems; /* char * → number + 1 */
  GStringChunk      *strings;
  GArray            *is_common;        /* of guint8, by stem */
  GHashTable        *common;           /* set of folded words */
  GHashTable        *rewritten;        /* folded word → what stands for it; "" drops it */
  GString           *scratch;
};

/* Shared runs of words count against a pair: at the same cover of words and letters, a pair that
 * repeats long runs is more often one text changed in the fact that matters. */
static const double weights[PLX_N_FEATURES] = {
  [PLX_FEATURE_COVER_LESS] = 2.189,
  [PLX_FEATURE_COVER_MORE] = 0.749,
  [PLX_FEATURE_TRIGRAMS] = -2.129,
  [PLX_FEATURE_LETTERS] = 2.875,
  [PLX_FEATURE_NUMBERS] = -0.787,
  [PLX_FEATURE_LENGTH_RATIO] = 1.001,
  [PLX_FEATURE_LENGTH] = 4.046,
  [PLX_FEATURE_REST] = -1.668,
  [PLX_FEATURE_DENIAL] = -0.772,
};
static const double bias = -4.752;

static const char *const feature_names[PLX_N_FEATURES] = {
  [PLX_FEATURE_COVER_LESS] = "cover_less",
  [PLX_FEATURE_COVER_MORE] = "cover_more",
  [PLX_FEATURE_TRIGRAMS] = "trigrams",
  [PLX_FEATURE_LETTERS] = "letters",
  [PLX_FEATURE_NUMBERS] = "numbers",
  [PLX_FEATURE_LENGTH_RATIO] = "length_ratio",
  [PLX_FEATURE_LENGTH] = "length",
  [PLX_FEATURE_REST] = "rest",
  [PLX_FEATURE_DENIAL] = "denial",
};

/* Words that hold a sentence together, and the reporting verbs, which are how a fact is told and
 * not the fact. */
static const char common_words[] =
  "a an the of in on at to for from by with as and or but if that which who whom whose this these "
  "those it its he she they them his her their we our you your i is are was were be been being has "
  "have had do does did will would can could may might shall should not no nor so than then there "
  "here also into over out up down about after before between during through under against s t ll "
  "re ve d m said say says saying told tell tells";

static const char denials[] = "not no never without deni declin reject refus cannot";

static const struct
{
  const char *from;
  const char *to;
} rewrites[] = {
  { "zero", "0" }, { "one", "1" }, { "two", "2" }, { "three", "3" }, { "four", "4" },
  { "five", "5" }, { "six", "6" }, { "seven", "7" }, { "eight", "8" }, { "nine", "9" },
  { "ten", "10" }, { "eleven", "11" }, { "twelve", "12" }, { "dozen", "12" },
  { "twenty", "20" }, { "thirty", "30" }, { "forty", "40" }, { "fifty", "50" },
  { "sixty", "60" }, { "hundred", "100" }, { "%", "percent" }, { "cent", "percent" },
  { "pct", "percent" }, { "jan", "january" }, { "feb", "february" }, { "aug", "august" },
  { "sept", "september" }, { "sep", "september" }, { "oct", "october" }, { "nov", "november" },
  { "dec", "december" }, { "u", "us" }, { "govt", "government" },
  { "mr", "" }, { "mrs", "" }, { "ms", "" }, { "inc", "" }, { "corp", "" }, { "co", "" },
  { "ltd", "" },
};

static void
add_words (GHashTable *set,
           const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (list[i]));
}

PlxVocabulary *
plx_vocabulary_new (void)
{
  PlxVocabulary *self = g_new0 (PlxVocabulary, 1);

  self->stemmer = sb_stemmer_new ("english", "UTF_8");
  self->numbers_of_stems = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  self->is_common = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rewritten = g_hash_table_new (g_str_hash, g_str_equal);
  self->scratch = g_string_new (NULL);

  add_words (self->common, common_words);
  for (guint i = 0; i < G_N_ELEMENTS (rewrites); i++)
    g_hash_table_insert (self->rewritten, (char *) rewrites[i].from, (char *) rewrites[i].to);

  return self;
}

void
plx_vocabulary_free (PlxVocabulary *self)
{
  if (self == NULL)
    return;

  sb_stemmer_delete (self->stemmer);
  g_hash_table_unref (self->numbers_of_stems);
  g_string_chunk_free (self->strings);
  g_array_unref (self->is_common);
  g_hash_table_unref (self->common);
  g_hash_table_unref (self->rewritten);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

guint32
plx_vocabulary_get_size (const PlxVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->is_common->len;
}

gboolean
plx_vocabulary_is_common (const PlxVocabulary *self,
                          guint32              stem)
{
  g_return_val_if_fail (self != NULL && stem < self->is_common->len, FALSE);

  return g_array_index (self->is_common, guint8, stem);
}

/* The number of the stem of a folded word. */
static guint32
intern_word (PlxVocabulary *self,
             const char    *word,
             gsize          length)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) length);
  const char *key = (const char *) stem;
  gpointer found = g_hash_table_lookup (self->numbers_of_stems, key);
  guint8 is_common;
  guint32 number;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  number = self->is_common->len;
  is_common = g_hash_table_contains (self->common, word);
  g_array_append_val (self->is_common, is_common);
  g_hash_table_insert (self->numbers_of_stems,
                       g_string_chunk_insert (self->strings, key),
                       GUINT_TO_POINTER (number + 1));
  return number;
}

typedef struct
{
  PlxVocabulary *vocabulary;
  GArray        *stems;
  GArray        *spans;
  GArray        *numbers;
  GArray        *grams;
  guint32        window[4]; /* the last four letters of the text, spaces between words */
  guint          n_letters;
  guint32        word_start;
  gboolean       denies;
} ProfileBuilder;

static void
push_letter (ProfileBuilder *builder,
             guint32         letter)
{
  guint32 hash = 2166136261u;

  memmove (builder->window, builder->window + 1, 3 * sizeof (guint32));
  builder->window[3] = letter;
  if (++builder->n_letters < 4)
    return;

  /* FNV-1a over the letters */
  for (guint i = 0; i < 4; i++)
    hash = (hash ^ builder->window[i]) * 16777619u;
  g_array_append_val (builder->grams, hash);
}

/* The number of the stem of a folded word, or PLX_NONE if it is one of those that are left out.
 * @word is left in no certain state. */
static guint32
number_word (PlxVocabulary *self,
             GString       *word)
{
  const char *rewritten;

  if (word->len > 2 && g_str_has_suffix (word->str, "'s"))
    g_string_truncate (word, word->len - 2);
  while (word->len > 0 && strchr (".,'", word->str[word->len - 1]) != NULL)
    g_string_truncate (word, word->len - 1);

  rewritten = g_hash_table_lookup (self->rewritten, word->str);
  if (rewritten != NULL)
    g_string_assign (word, rewritten);
  return word->len > 0 ? intern_word (self, word->str, word->len) : PLX_NONE;
}

/* Appends the word that ends at byte @end; @word is scratch and left in no certain state. */
static void
push_word (ProfileBuilder *builder,
           GString        *word,
           guint32         end)
{
  PlxSpan span = { builder->word_start, end };
  guint32 stem = number_word (builder->vocabulary, word);

  if (stem == PLX_NONE)
    return;

  g_array_append_val (builder->stems, stem);
  g_array_append_val (builder->spans, span);
  if (g_ascii_isdigit (word->str[0]))
    g_array_append_val (builder->numbers, stem);
}

/* Whether @c, between @before and @after, belongs to a word: stops in "u.s.", separators in
 * "1,250.5", apostrophes in "don't". */
static gboolean
joins_word (UChar32 before,
            UChar32 c,
            UChar32 after)
{
  if (c == '.' || c == ',')
    return u_isdigit (before) && u_isdigit (after);
  return c == '\'' && u_isalpha (before) && u_isalpha (after);
}

/* Stops between single letters are left out: "U.S." is "us". */
static gboolean
is_initial_stop (const char *text,
                 gsize       length,
                 gsize       at)
{
  return text[at] == '.' && at > 0 && g_ascii_isalpha (text[at - 1]) &&
         (at == 1 || !g_ascii_isalnum (text[at - 2])) && at + 1 < length &&
         (g_ascii_isalpha (text[at + 1]) && (at + 2 >= length || !g_ascii_isalnum (text[at + 2])));
}

static UChar32
fold (UChar32 c)
{
  if (c == 0x2019 || c == 0x2018)
    return '\'';
  return u_foldCase (c, U_FOLD_CASE_DEFAULT);
}

guint32
plx_vocabulary_add_word (PlxVocabulary *self,
                         const char    *word,
                         gsize          length)
{
  GString *folded;
  int at = 0;

  g_return_val_if_fail (self != NULL && word != NULL, PLX_NONE);

  folded = self->scratch;
  g_string_truncate (folded, 0);
  while (at < (int) MIN (length, MAX_WORD_BYTES))
    {
      UChar32 c;

      U8_NEXT_OR_FFFD (word, at, (int) length, c);
      if (c != ',' && (c != '.' || g_ascii_isdigit (word[0])))
        g_string_append_unichar (folded, (gunichar) fold (c));
    }
  return number_word (self, folded);
}

static void
scan_words (ProfileBuilder *builder,
            const char     *text,
            gsize           length)
{
  GString *word = builder->vocabulary->scratch;
  UChar32 before = ' ';
  int at = 0;

  g_string_truncate (word, 0);
  push_letter (builder, ' ');
  while (at < (int) length)
    {
      int start = at;
      UChar32 c, after = ' ';

      U8_NEXT_OR_FFFD (text, at, (int) length, c);
      c = fold (c);
      if (at < (int) length)
        {
          int next = at;
          U8_NEXT_OR_FFFD (text, next, (int) length, after);
        }

      if (u_isalnum (c) || joins_word (before, c, after))
        {
          if (word->len == 0)
            builder->word_start = (guint32) start;
          /* Thousands' separators do not make another number. */
          if (c != ',' && word->len < MAX_WORD_BYTES)
            g_string_append_unichar (word, (gunichar) c);
          if (u_isalnum (c))
            push_letter (builder, (guint32) c);
        }
      else if (!is_initial_stop (text, length, (gsize) start))
        {
          push_word (builder, word, (guint32) start);
          g_string_truncate (word, 0);
          if (builder->window[3] != ' ')
            push_letter (builder, ' ');
          if (c == '%')
            {
              builder->word_start = (guint32) start;
              g_string_assign (word, "percent");
              push_word (builder, word, (guint32) at);
              g_string_truncate (word, 0);
            }
        }
      before = c;
    }
  push_word (builder, word, (guint32) length);
  if (builder->window[3] != ' ')
    push_letter (builder, ' ');
}

static int
compare_uint32 (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static gboolean
has_denial (PlxVocabulary *vocabulary,
            GArray        *stems)
{
  g_auto (GStrv) list = g_strsplit (denials, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      gpointer found = g_hash_table_lookup (vocabulary->numbers_of_stems, list[i]);

      for (guint j = 0; found != NULL && j < stems->len; j++)
        {
          if (g_array_index (stems, guint32, j) == GPOINTER_TO_UINT (found) - 1)
            return TRUE;
        }
    }

  return FALSE;
}

PlxProfile *
plx_profile_new (PlxVocabulary *vocabulary,
                 const char    *text,
                 gsize          length)
{
  ProfileBuilder builder = { .vocabulary = vocabulary };
  PlxProfile *self;

  g_return_val_if_fail (vocabulary != NULL && text != NULL, NULL);

  builder.stems = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  builder.numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.grams = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) length + 2);
  scan_words (&builder, text, MIN (length, G_MAXINT / 2));

  self = g_new0 (PlxProfile, 1);
  self->denies = has_denial (vocabulary, builder.stems);
  self->n_words = builder.stems->len;
  self->sorted = g_memdup2 (builder.stems->data, builder.stems->len * sizeof (guint32));
  if (self->n_words > 0)
    qsort (self->sorted, self->n_words, sizeof (guint32), compare_uint32);
  g_array_sort (builder.numbers, compare_uint32);
  g_array_sort (builder.grams, compare_uint32);
  self->n_numbers = builder.numbers->len;
  self->n_grams = builder.grams->len;
  self->stems = (guint32 *) (gpointer) g_array_free (builder.stems, FALSE);
  self->spans = (PlxSpan *) (gpointer) g_array_free (builder.spans, FALSE);
  self->numbers = (guint32 *) (gpointer) g_array_free (builder.numbers, FALSE);
  self->grams = (guint32 *) (gpointer) g_array_free (builder.grams, FALSE);
  return self;
}

void
plx_profile_free (PlxProfile *self)
{
  if (self == NULL)
    return;

  g_free (self->stems);
  g_free (self->sorted);
  g_free (self->spans);
  g_free (self->grams);
  g_free (self->numbers);
  g_free (self);
}

static double
stem_weight (const PlxVocabulary *vocabulary,
             guint32              stem)
{
  return g_array_index (vocabulary->is_common, guint8, stem) ? COMMON_WEIGHT : CONTENT_WEIGHT;
}

/* How many elements two sorted arrays share, each as often as the rarer side has it. */
static guint
count_shared (const guint32 *a,
              guint32        n_a,
              const guint32 *b,
              guint32        n_b)
{
  guint shared = 0;

  for (guint32 i = 0, j = 0; i < n_a && j < n_b;)
    {
      if (a[i] < b[j])
        i++;
      else if (a[i] > b[j])
        j++;
      else
        {
          shared++;
          i++;
          j++;
        }
    }

  return shared;
}

static double
dice (guint shared,
      guint n_a,
      guint n_b)
{
  return n_a + n_b == 0 ? 0 : 2.0 * shared / (n_a + n_b);
}

/* Runs of three stems as sorted hashes; @out has room for n_words. */
static guint
hash_trigrams (const PlxProfile *profile,
               guint32          *out)
{
  guint n = 0;

  for (guint32 i = 0; i + 2 < profile->n_words; i++)
    {
      const guint32 *stem = profile->stems + i;

      out[n++] = ((stem[0] * 16777619u ^ stem[1]) * 16777619u ^ stem[2]) * 16777619u;
    }
  qsort (out, n, sizeof (guint32), compare_uint32);
  return n;
}

static double
compare_trigrams (const PlxProfile *a,
                  const PlxProfile *b)
{
  g_autofree guint32 *of_a = g_new (guint32, a->n_words + 1);
  g_autofree guint32 *of_b = g_new (guint32, b->n_words + 1);
  guint n_a = hash_trigrams (a, of_a), n_b = hash_trigrams (b, of_b);

  return dice (count_shared (of_a, n_a, of_b, n_b), n_a, n_b);
}

/* The summed weight of each side's words and of what they share. */
static void
weigh_words (const PlxVocabulary *vocabulary,
             const PlxProfile    *a,
             const PlxProfile    *b,
             double              *out_a,
             double              *out_b,
             double              *out_shared)
{
  *out_a = *out_b = *out_shared = 0;
  for (guint32 i = 0; i < a->n_words; i++)
    *out_a += stem_weight (vocabulary, a->sorted[i]);
  for (guint32 i = 0; i < b->n_words; i++)
    *out_b += stem_weight (vocabulary, b->sorted[i]);
  for (guint32 i = 0, j = 0; i < a->n_words && j < b->n_words;)
    {
      if (a->sorted[i] < b->sorted[j])
        i++;
      else if (a->sorted[i] > b->sorted[j])
        j++;
      else
        {
          *out_shared += stem_weight (vocabulary, a->sorted[i]);
          i++;
          j++;
        }
    }
}

void
plx_similarity_features (const PlxVocabulary *vocabulary,
                         const PlxProfile    *a,
                         const PlxProfile    *b,
                         double               out[PLX_N_FEATURES])
{
  double weight_a, weight_b, shared, cover_a, cover_b;
  guint common_numbers;

  g_return_if_fail (vocabulary != NULL && a != NULL && b != NULL);

  memset (out, 0, PLX_N_FEATURES * sizeof (double));
  if (a->n_words == 0 || b->n_words == 0)
    return;

  weigh_words (vocabulary, a, b, &weight_a, &weight_b, &shared);
  cover_a = shared / weight_a;
  cover_b = shared / weight_b;
  common_numbers = count_shared (a->numbers, a->n_numbers, b->numbers, b->n_numbers);

  out[PLX_FEATURE_COVER_LESS] = MIN (cover_a, cover_b);
  out[PLX_FEATURE_COVER_MORE] = MAX (cover_a, cover_b);
  out[PLX_FEATURE_TRIGRAMS] = compare_trigrams (a, b);
  out[PLX_FEATURE_LETTERS] =
    dice (count_shared (a->grams, a->n_grams, b->grams, b->n_grams), a->n_grams, b->n_grams);
  out[PLX_FEATURE_NUMBERS] = MIN (a->n_numbers + b->n_numbers - 2 * common_numbers, 4) / 4.0;
  out[PLX_FEATURE_LENGTH_RATIO] =
    (double) MIN (a->n_words, b->n_words) / MAX (a->n_words, b->n_words);
  out[PLX_FEATURE_LENGTH] = log1p ((a->n_words + b->n_words) / 2.0) / 4;
  out[PLX_FEATURE_REST] = MIN (MAX (weight_a, weight_b) - shared, 12) / 12;
  out[PLX_FEATURE_DENIAL] = a->denies != b->denies;
}

double
plx_similarity_score (const PlxVocabulary *vocabulary,
                      const PlxProfile    *a,
                      const PlxProfile    *b)
{
  double features[PLX_N_FEATURES];
  double sum = bias;

  g_return_val_if_fail (vocabulary != NULL && a != NULL && b != NULL, 0);

  if (a->n_words == 0 || b->n_words == 0)
    return 0;
  if (a->n_words == b->n_words &&
      memcmp (a->stems, b->stems, a->n_words * sizeof (guint32)) == 0)
    return 1;

  plx_similarity_features (vocabulary, a, b, features);
  for (guint i = 0; i < PLX_N_FEATURES; i++)
    sum += weights[i] * features[i];
  return 1 / (1 + exp (-sum));
}

const char *
plx_similarity_feature_to_string (PlxSimilarityFeature feature)
{
  g_return_val_if_fail (feature < PLX_N_FEATURES, NULL);

  return feature_names[feature];
}
