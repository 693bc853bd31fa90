/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claims.h"

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

typedef struct
{
  PlxProfile *profile;
  guint32     source;
  double      gram_norm;
} Sentence;

struct _PlxAligner
{
  PlxVocabulary *vocabulary;
  GArray        *sentences; /* of Sentence */
  GPtrArray     *postings;  /* by stem: GArray of guint32, the sentences with it, ascending */
  GHashTable    *gram_numbers; /* hash of a run of four letters → its number + 1 */
  GArray        *gram_counts;  /* of guint32: in how many sentences it is, by number */
  float         *rarities;     /* of each, squared, while pairs are looked for */
  PlxAlignerFunc progress; /* or NULL */
  gpointer       progress_data;
};

static void
clear_sentence (gpointer data)
{
  plx_profile_free (((Sentence *) data)->profile);
}

static void
free_posting (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

PlxAligner *
plx_aligner_new (void)
{
  PlxAligner *self = g_new0 (PlxAligner, 1);

  self->vocabulary = plx_vocabulary_new ();
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  g_array_set_clear_func (self->sentences, clear_sentence);
  self->postings = g_ptr_array_new_with_free_func (free_posting);
  self->gram_numbers = g_hash_table_new (NULL, NULL);
  self->gram_counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
plx_aligner_free (PlxAligner *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->sentences);
  g_ptr_array_unref (self->postings);
  g_hash_table_unref (self->gram_numbers);
  g_array_unref (self->gram_counts);
  plx_vocabulary_free (self->vocabulary);
  g_free (self);
}

static Sentence *
get_sentence (const PlxAligner *self,
              guint32           index)
{
  return &g_array_index (self->sentences, Sentence, index);
}

void
plx_aligner_set_aliases (PlxAligner *self,
                         PlxAliases *aliases)
{
  g_return_if_fail (self != NULL && self->sentences->len == 0);

  plx_vocabulary_set_aliases (self->vocabulary, aliases);
}

guint32
plx_aligner_get_source (const PlxAligner *self,
                        guint32           sentence)
{
  g_return_val_if_fail (self != NULL && sentence < self->sentences->len, 0);

  return get_sentence (self, sentence)->source;
}

void
plx_aligner_set_progress (PlxAligner     *self,
                          PlxAlignerFunc  func,
                          gpointer        user_data)
{
  g_return_if_fail (self != NULL);

  self->progress = func;
  self->progress_data = user_data;
}

static void
add_posting (PlxAligner *self,
             guint32     stem,
             guint32     sentence)
{
  GArray *posting;

  if (stem >= self->postings->len)
    g_ptr_array_set_size (self->postings, (int) stem + 1);
  posting = g_ptr_array_index (self->postings, stem);
  if (posting == NULL)
    {
      posting = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_ptr_array_index (self->postings, stem) = posting;
    }
  g_array_append_val (posting, sentence);
}

static int
compare_uint32 (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* Puts numbers that count from 0 for the hashes of the runs of four letters, so that their rarity
 * is found without a search, and counts the sentence to each. */
static void
number_grams (PlxAligner *self,
              PlxProfile *profile)
{
  for (guint32 i = 0; i < profile->n_grams; i++)
    {
      gpointer key = GUINT_TO_POINTER (profile->grams[i]);
      guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->gram_numbers, key));

      if (number == 0)
        {
          const guint32 none = 0;

          g_array_append_val (self->gram_counts, none);
          number = self->gram_counts->len;
          g_hash_table_insert (self->gram_numbers, key, GUINT_TO_POINTER (number));
        }
      profile->grams[i] = number - 1;
    }

  if (profile->n_grams > 0)
    qsort (profile->grams, profile->n_grams, sizeof (guint32), compare_uint32);
  for (guint32 i = 0; i < profile->n_grams; i++)
    {
      if (i == 0 || profile->grams[i] != profile->grams[i - 1])
        g_array_index (self->gram_counts, guint32, profile->grams[i])++;
    }
}

guint32
plx_aligner_add (PlxAligner *self,
                 guint32     source,
                 const char *text,
                 gsize       length)
{
  Sentence sentence = { .source = source };
  PlxProfile *profile;
  guint32 index;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  profile = sentence.profile = plx_profile_new (self->vocabulary, text, length);
  index = self->sentences->len;
  g_array_append_val (self->sentences, sentence);

  for (guint32 i = 0; i < profile->n_terms; i++)
    {
      if ((i == 0 || profile->sorted[i] != profile->sorted[i - 1]) &&
          !plx_vocabulary_is_common (self->vocabulary, profile->sorted[i]))
        add_posting (self, profile->sorted[i], index);
    }
  number_grams (self, profile);
  return index;
}

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
             const Sentence   *a,
             const Sentence   *b)
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
            const Sentence   *a,
            const Sentence   *b)
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
  const Sentence *sentence = get_sentence (self, index);
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

          if (get_sentence (self, other)->source == sentence->source)
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
      offer_candidate (search->best,
                       (Candidate) { other, search->weights[other] /
                                              (float) sqrt (get_sentence (self, other)->profile->n_terms) });
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
      Sentence *sentence = get_sentence (self, i);
      sentence->gram_norm = measure_grams (self, sentence->profile);
    }

  for (guint32 i = 0; i < self->sentences->len; i++)
    {
      if (self->progress != NULL && i % PROGRESS_STEP == 0 &&
          !self->progress (i, self->sentences->len, self->progress_data))
        break;
      find_candidates (self, i, &search);
      for (guint k = 0; k < search.best->len; k++)
        {
          guint32 other = g_array_index (search.best, Candidate, k).sentence;
          PlxSentencePair pair = {
            i, other, score_pair (self, get_sentence (self, i), get_sentence (self, other))
          };

          if (pair.score >= threshold)
            g_array_append_val (pairs, pair);
        }
    }

  g_clear_pointer (&self->rarities, g_free);
  g_free (search.weights);
  g_array_unref (search.touched);
  g_array_unref (search.best);
  g_array_unref (search.keys);
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

static void
claim_free (PlxClaim *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->members);
  g_free (self);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const PlxClaimMember *x = a, *y = b;

  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

/* Puts @sentence into the claim unless a better one of its source is there. */
static void
offer_member (const PlxAligner *self,
              PlxClaim         *claim,
              guint32           sentence,
              double            score)
{
  PlxClaimMember member = { sentence, score, score < PLX_CLAIM_THRESHOLD };

  for (guint i = 0; i < claim->members->len; i++)
    {
      PlxClaimMember *other = &g_array_index (claim->members, PlxClaimMember, i);

      if (get_sentence (self, other->sentence)->source == get_sentence (self, sentence)->source)
        {
          if (score > other->score)
            *other = member;
          return;
        }
    }
  g_array_append_val (claim->members, member);
}

static gboolean
has_strong_member (const PlxClaim *claim,
                   guint32         sentence)
{
  for (guint i = 0; i < claim->members->len; i++)
    {
      const PlxClaimMember *member = &g_array_index (claim->members, PlxClaimMember, i);

      if (member->sentence == sentence)
        return !member->weak;
    }
  return FALSE;
}

/* Whether all that @claim reports is in @larger too. */
static gboolean
is_within (const PlxClaim *claim,
           const PlxClaim *larger)
{
  for (guint i = 0; i < claim->members->len; i++)
    {
      const PlxClaimMember *member = &g_array_index (claim->members, PlxClaimMember, i);

      if (!member->weak && !has_strong_member (larger, member->sentence))
        return FALSE;
    }
  return TRUE;
}

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const PlxClaim *x = *(const PlxClaim *const *) a, *y = *(const PlxClaim *const *) b;

  if (x->n_sources != y->n_sources)
    return x->n_sources < y->n_sources ? 1 : -1;
  return (x->centre > y->centre) - (x->centre < y->centre);
}

/* One claim around each sentence that has a partner. */
static GPtrArray *
gather_stars (const PlxAligner *self,
              GArray           *pairs)
{
  GPtrArray *stars = g_ptr_array_new_with_free_func ((GDestroyNotify) claim_free);
  g_autofree PlxClaim **by_centre = g_new0 (PlxClaim *, self->sentences->len + 1);

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (pairs, PlxSentencePair, i);
      guint32 ends[] = { pair->a, pair->b };

      for (guint k = 0; k < 2; k++)
        {
          PlxClaim **claim = &by_centre[ends[k]];

          if (*claim == NULL)
            {
              PlxClaimMember centre = { ends[k], 1, FALSE };

              *claim = g_new0 (PlxClaim, 1);
              (*claim)->centre = ends[k];
              (*claim)->members = g_array_new (FALSE, FALSE, sizeof (PlxClaimMember));
              g_array_append_val ((*claim)->members, centre);
              g_ptr_array_add (stars, *claim);
            }
          offer_member (self, *claim, ends[1 - k], pair->score);
        }
    }

  for (guint i = 0; i < stars->len; i++)
    {
      PlxClaim *claim = g_ptr_array_index (stars, i);

      g_array_sort (claim->members, compare_members);
      for (guint k = 0; k < claim->members->len; k++)
        claim->n_sources += !g_array_index (claim->members, PlxClaimMember, k).weak;
    }
  g_ptr_array_sort (stars, compare_claims);
  return stars;
}

GPtrArray *
plx_aligner_list_claims (PlxAligner *self,
                         GArray     *pairs)
{
  g_autoptr (GPtrArray) stars = NULL;
  GPtrArray *claims;
  g_autofree GPtrArray **claims_of = NULL;

  g_return_val_if_fail (self != NULL && pairs != NULL, NULL);

  stars = gather_stars (self, pairs);
  g_ptr_array_set_free_func (stars, NULL);
  claims = g_ptr_array_new_with_free_func ((GDestroyNotify) claim_free);
  claims_of = g_new0 (GPtrArray *, self->sentences->len + 1);

  for (guint i = 0; i < stars->len; i++)
    {
      PlxClaim *claim = g_ptr_array_index (stars, i);
      GPtrArray *around = claims_of[claim->centre];
      gboolean within = claim->n_sources < 2;

      /* A claim that holds this one holds its centre, so only those need a look. */
      for (guint k = 0; !within && around != NULL && k < around->len; k++)
        within = is_within (claim, g_ptr_array_index (around, k));
      if (within)
        {
          claim_free (claim);
          continue;
        }

      g_ptr_array_add (claims, claim);
      for (guint k = 0; k < claim->members->len; k++)
        {
          guint32 sentence = g_array_index (claim->members, PlxClaimMember, k).sentence;

          if (claims_of[sentence] == NULL)
            claims_of[sentence] = g_ptr_array_new ();
          g_ptr_array_add (claims_of[sentence], claim);
        }
    }

  for (guint32 i = 0; i < self->sentences->len; i++)
    g_clear_pointer (&claims_of[i], g_ptr_array_unref);
  return claims;
}

/* The longest run of stems that both have, by the usual table kept one row at a time. */
static guint32
longest_run (const PlxProfile *a,
             const PlxProfile *b,
             guint32          *out_end_a,
             guint32          *out_end_b)
{
  g_autofree guint32 *row = g_new0 (guint32, b->n_words + 1);
  guint32 longest = 0;

  for (guint32 i = 0; i < a->n_words; i++)
    {
      guint32 diagonal = 0;

      for (guint32 j = 0; j < b->n_words; j++)
        {
          guint32 above = row[j + 1];

          row[j + 1] = a->stems[i] == b->stems[j] ? diagonal + 1 : 0;
          if (row[j + 1] > longest)
            {
              longest = row[j + 1];
              *out_end_a = i + 1;
              *out_end_b = j + 1;
            }
          diagonal = above;
        }
    }
  return longest;
}

GArray *
plx_aligner_find_wire (PlxAligner *self,
                       GArray     *pairs)
{
  GArray *passages;

  g_return_val_if_fail (self != NULL && pairs != NULL, NULL);

  passages = g_array_new (FALSE, FALSE, sizeof (PlxWirePassage));
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (pairs, PlxSentencePair, i);
      const PlxProfile *a = get_sentence (self, pair->a)->profile;
      const PlxProfile *b = get_sentence (self, pair->b)->profile;
      PlxWirePassage passage = { .a = pair->a, .b = pair->b };
      guint32 end_a = 0, end_b = 0;

      passage.n_words = longest_run (a, b, &end_a, &end_b);
      if (passage.n_words < PLX_WIRE_MIN_WORDS)
        continue;

      passage.span_a.start = a->spans[end_a - passage.n_words].start;
      passage.span_a.end = a->spans[end_a - 1].end;
      passage.span_b.start = b->spans[end_b - passage.n_words].start;
      passage.span_b.end = b->spans[end_b - 1].end;
      g_array_append_val (passages, passage);
    }
  return passages;
}
