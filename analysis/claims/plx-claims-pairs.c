/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claims-private.h"

#include <math.h>
#include <stdlib.h>

/* The search says how far it is once for so many sentences. */
#define PROGRESS_STEP 64
/* A word is followed to so many of the next sentences that have it and no further: a word that
 * thousands have would pair everything with everything. */
#define MAX_POSTINGS 400
/* How many of the rarest words of a sentence are looked up, and how many of the sentences found
 * through them are compared closely. */
#define MAX_KEYS 14
#define MAX_CANDIDATES 40
/* How much the rarity of shared letters raises a pair; the shift keeps unrelated pairs near 0, and
 * sentences of one fact above PLX_CLAIM_THRESHOLD. */
#define RARITY_WEIGHT 4.0
#define RARITY_SHIFT 0.25

/* The squared inverse frequency of each run of four letters among the sentences. */
static float *
list_rarities (const PlxAligner *self)
{
  float *rarities = g_new (float, self->gram_counts->len + 1);

  for (guint i = 0; i < self->gram_counts->len; i++)
    {
      double n = g_array_index (self->gram_counts, guint32, i);
      double rarity = log ((self->sentences->len + 1) / (n + 0.5));

      rarities[i] = (float) (rarity * rarity);
    }
  return rarities;
}

static double
measure_grams (const PlxAligner *self,
               const PlxProfile *profile)
{
  double sum = 0;

  for (guint32 i = 0; i < profile->n_grams; i++)
    sum += self->rarities[profile->grams[i]];
  return sqrt (sum);
}

/* Cosine of the two sentences' runs of four letters, each weighed by its rarity. */
static double
rare_cosine (const PlxAligner *self,
             const PlxAlignerSentence   *a,
             const PlxAlignerSentence   *b)
{
  const PlxProfile *p = a->profile, *q = b->profile;
  double sum = 0;

  for (guint32 i = 0, j = 0; i < p->n_grams && j < q->n_grams;)
    {
      if (p->grams[i] < q->grams[j])
        i++;
      else if (p->grams[i] > q->grams[j])
        j++;
      else
        {
          sum += self->rarities[p->grams[i]];
          i++;
          j++;
        }
    }
  return a->gram_norm > 0 && b->gram_norm > 0 ? sum / (a->gram_norm * b->gram_norm) : 0;
}

static double
score_pair (const PlxAligner *self,
            const PlxAlignerSentence   *a,
            const PlxAlignerSentence   *b)
{
  double alike = plx_similarity_score (self->vocabulary, a->profile, b->profile);
  double odds;

  if (alike <= 0 || alike >= 1)
    return alike;

  odds = log (alike / (1 - alike)) + RARITY_WEIGHT * rare_cosine (self, a, b) - RARITY_SHIFT;
  return 1 / (1 + exp (-odds));
}

typedef struct
{
  guint32 sentence;
  float   weight;
} Candidate;

/* Heavier ones first, then by sentence. */
static gboolean
goes_before (const Candidate *a,
             const Candidate *b)
{
  return a->weight != b->weight ? a->weight > b->weight : a->sentence < b->sentence;
}

typedef struct
{
  guint32 stem; /* a term */
  guint32 n;
} Key;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->n != y->n ? (x->n > y->n) - (x->n < y->n) : (x->stem > y->stem) - (x->stem < y->stem);
}

/* The rarest words of a sentence that others have too. */
static guint
list_keys (const PlxAligner *self,
           const PlxProfile *profile,
           GArray           *keys)
{
  g_array_set_size (keys, 0);
  for (guint32 i = 0; i < profile->n_terms; i++)
    {
      GArray *posting = profile->sorted[i] < self->postings->len
                          ? g_ptr_array_index (self->postings, profile->sorted[i])
                          : NULL;

      if (posting != NULL && posting->len > 1 &&
          (i == 0 || profile->sorted[i] != profile->sorted[i - 1]))
        {
          Key key = { profile->sorted[i], posting->len };
          g_array_append_val (keys, key);
        }
    }
  g_array_sort (keys, compare_keys);
  return MIN (keys->len, MAX_KEYS);
}

/* Buffers for the search of candidates, one for all sentences. */
typedef struct
{
  float  *weights; /* by sentence; zero outside a search */
  GArray *touched; /* of guint32: the sentences with a weight */
  GArray *best;    /* of Candidate: at most MAX_CANDIDATES, the first first */
  GArray *keys;
} Search;

/* The place in @posting of the first sentence after @index. */
static guint
skip_postings (GArray *posting,
               guint32 index)
{
  guint low = 0, high = posting->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (posting, guint32, middle) <= index)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Keeps the best candidates in their order. */
static void
offer_candidate (GArray   *best,
                 Candidate candidate)
{
  guint at = best->len;

  if (at == MAX_CANDIDATES)
    {
      if (!goes_before (&candidate, &g_array_index (best, Candidate, at - 1)))
        return;
      g_array_set_size (best, --at);
    }
  while (at > 0 && goes_before (&candidate, &g_array_index (best, Candidate, at - 1)))
    at--;
  g_array_insert_val (best, at, candidate);
}

/* The sentences after @index, of other sources, that share the most rare words with it. Looking
 * only ahead finds each pair once. */
static void
find_candidates (const PlxAligner *self,
                 guint32           index,
                 Search           *search)
{
  const PlxAlignerSentence *sentence = plx_aligner_get_sentence (self, index);
  guint n_keys = list_keys (self, sentence->profile, search->keys);

  g_array_set_size (search->touched, 0);
  for (guint k = 0; k < n_keys; k++)
    {
      Key key = g_array_index (search->keys, Key, k);
      GArray *posting = g_ptr_array_index (self->postings, key.stem);
      float rarity = (float) log ((self->sentences->len + 1.0) / key.n);
      guint first = skip_postings (posting, index);

      for (guint i = first; i < posting->len && i - first < MAX_POSTINGS; i++)
        {
          guint32 other = g_array_index (posting, guint32, i);

          if (plx_aligner_get_sentence (self, other)->source == sentence->source)
            continue;
          if (search->weights[other] == 0)
            g_array_append_val (search->touched, other);
          search->weights[other] += rarity * rarity;
        }
    }

  g_array_set_size (search->best, 0);
  for (guint i = 0; i < search->touched->len; i++)
    {
      guint32 other = g_array_index (search->touched, guint32, i);
      /* Long sentences share words by their length alone. */
      const PlxProfile *profile = plx_aligner_get_sentence (self, other)->profile;

      offer_candidate (search->best, (Candidate) {
                         other, search->weights[other] / (float) sqrt (profile->n_terms) });
      search->weights[other] = 0;
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const PlxSentencePair *x = a, *y = b;

  return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* Adds the pairs of the sentence @index with those after it. */
static void
pair_up (const PlxAligner *self,
         guint32           index,
         double            threshold,
         Search           *search,
         GArray           *pairs)
{
  const PlxAlignerSentence *sentence = plx_aligner_get_sentence (self, index);

  find_candidates (self, index, search);
  for (guint i = 0; i < search->best->len; i++)
    {
      guint32 other = g_array_index (search->best, Candidate, i).sentence;
      double score = score_pair (self, sentence, plx_aligner_get_sentence (self, other));
      PlxSentencePair pair = { index, other, score };

      if (score >= threshold)
        g_array_append_val (pairs, pair);
    }
}

GArray *
plx_aligner_find_pairs (PlxAligner *self,
                        double      threshold)
{
  GArray *pairs;
  Search search;

  g_return_val_if_fail (self != NULL, NULL);

  pairs = g_array_new (FALSE, FALSE, sizeof (PlxSentencePair));
  search.weights = g_new0 (float, self->sentences->len + 1);
  search.touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.best = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), MAX_CANDIDATES);
  search.keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->rarities = list_rarities (self);
  for (guint32 i = 0; i < self->sentences->len; i++)
    {
      PlxAlignerSentence *sentence = plx_aligner_get_sentence (self, i);

      sentence->gram_norm = measure_grams (self, sentence->profile);
    }

  for (guint32 i = 0; i < self->sentences->len; i++)
    {
      if (self->progress != NULL && i % PROGRESS_STEP == 0 &&
          !self->progress (i, self->sentences->len, self->progress_data))
        break;
      pair_up (self, i, threshold, &search, pairs);
    }

  g_clear_pointer (&self->rarities, g_free);
  g_free (search.weights);
  g_array_unref (search.touched);
  g_array_unref (search.best);
  g_array_unref (search.keys);
  g_array_sort (pairs, compare_pairs);
  return pairs;
}
