/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claims-private.h"

static void
clear_sentence (gpointer data)
{
  plx_profile_free (((PlxAlignerSentence *) data)->profile);
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
  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxAlignerSentence));
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

  return plx_aligner_get_sentence (self, sentence)->source;
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
  PlxAlignerSentence sentence = { .source = source };
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

      if (plx_aligner_get_source (self, other->sentence) == plx_aligner_get_source (self, sentence))
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
      const PlxProfile *a = plx_aligner_get_sentence (self, pair->a)->profile;
      const PlxProfile *b = plx_aligner_get_sentence (self, pair->b)->profile;
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
