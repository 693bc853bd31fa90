/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claim-set.h"

#include "analysis/claims/plx-phrasing.h"
#include "analysis/claims/plx-wire.h"

#include <math.h>

typedef struct
{
  PlxArticle *article;
  PlxReading *reading;
  gint64      id;
  guint       column;
} SetArticle;

/* Where a sentence of the aligner stands, and what was found about it. */
typedef struct
{
  guint32  article;  /* index into the articles */
  guint32  sentence; /* index into its reading's sentences */
  guint32  n_words;
  gboolean has_pair; /* another source has a sentence like it or near it */
  gboolean is_said;  /* a claim reports it */
  gboolean is_touched; /* a claim shows it as near */
  gboolean is_listed;  /* as what only one says */
  PlxSentenceItem *item; /* nullable: all claims that show it share it */
} Place;

struct _PlxClaimSet
{
  PlxAligner *aligner;
  PlxLexicon *lexicon;
  GPtrArray  *articles; /* of SetArticle */
  GArray     *places;   /* of Place */
  guint       n_columns;

  /* while claims are made */
  GArray     *pairs;
  GArray     *passages; /* of PlxWirePassage */
  GHashTable *wire;     /* two sentences → PlxWirePassage, borrowed from passages */
  GPtrArray  *claims;
};

static void
clear_place (gpointer data)
{
  g_clear_object (&((Place *) data)->item);
}

static void
article_free (gpointer data)
{
  SetArticle *self = data;

  plx_article_free (self->article);
  plx_reading_free (self->reading);
  g_free (self);
}

PlxClaimSet *
plx_claim_set_new (PlxLexicon *lexicon,
                   PlxAliases *aliases,
                   guint       n_columns)
{
  PlxClaimSet *self;

  g_return_val_if_fail (lexicon != NULL, NULL);
  g_return_val_if_fail (n_columns >= 2 && n_columns <= PLX_MAX_COLUMNS, NULL);

  self = g_new0 (PlxClaimSet, 1);
  self->aligner = plx_aligner_new ();
  plx_aligner_set_aliases (self->aligner, aliases);
  self->lexicon = plx_lexicon_ref (lexicon);
  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->n_columns = n_columns;
  return self;
}

void
plx_claim_set_free (PlxClaimSet *self)
{
  if (self == NULL)
    return;
  plx_aligner_free (self->aligner);
  plx_lexicon_unref (self->lexicon);
  g_ptr_array_unref (self->articles);
  g_array_unref (self->places);
  g_free (self);
}

static Place *
get_place (const PlxClaimSet *self,
           guint32            sentence)
{
  return &g_array_index (self->places, Place, sentence);
}

static const SetArticle *
get_article (const PlxClaimSet *self,
             guint32            sentence)
{
  return self->articles->pdata[get_place (self, sentence)->article];
}

static const PlxReadSentence *
get_read (const PlxClaimSet *self,
          guint32            sentence)
{
  return &g_array_index (get_article (self, sentence)->reading->sentences, PlxReadSentence,
                         get_place (self, sentence)->sentence);
}

static guint
get_column (const PlxClaimSet *self,
            guint32            sentence)
{
  return get_article (self, sentence)->column;
}

void
plx_claim_set_add (PlxClaimSet *self,
                   guint        column,
                   gint64       article_id,
                   PlxArticle  *article,
                   PlxReading  *reading)
{
  SetArticle *added;

  g_return_if_fail (self != NULL && column < self->n_columns);
  g_return_if_fail (article != NULL && reading != NULL);

  added = g_new0 (SetArticle, 1);
  *added = (SetArticle) { article, reading, article_id, column };
  g_ptr_array_add (self->articles, added);
  for (guint32 i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      Place place = { .article = self->articles->len - 1, .sentence = i,
                      .n_words = sentence->n_words };

      if (sentence->flags & (PLX_SENTENCE_IN_TITLE | PLX_SENTENCE_SUBHEADING))
        continue;
      plx_aligner_add (self->aligner, column, article->text + sentence->span.start,
                       plx_span_length (sentence->span));
      g_array_append_val (self->places, place);
    }
}

/* Wire copy */

static guint64
pair_key (guint32 a,
          guint32 b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

static void
index_wire (PlxClaimSet *self)
{
  self->passages = plx_aligner_find_wire (self->aligner, self->pairs);
  self->wire = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->passages->len; i++)
    {
      PlxWirePassage *passage = &g_array_index (self->passages, PlxWirePassage, i);
      guint64 key = pair_key (passage->a, passage->b);

      g_hash_table_insert (self->wire, g_memdup2 (&key, sizeof key), passage);
    }
}

static PlxWireParty
get_party (const PlxArticle *article,
           gboolean          dated)
{
  return (PlxWireParty) { article->source, article->agency, article->text,
                          dated ? article->date : NULL };
}

static PlxClaimOrigin
find_origin (const PlxArticle *here,
             const PlxArticle *there)
{
  PlxWireParty a = get_party (here, FALSE), b = get_party (there, FALSE);
  int order = plx_wire_compare_origin (&a, &b);

  if (order != 0)
    return order > 0 ? PLX_CLAIM_CREDITED : PLX_CLAIM_FIRST;
  if (here->agency != NULL && g_strcmp0 (here->agency, there->agency) == 0)
    return PLX_CLAIM_AGENCY;
  a = get_party (here, TRUE);
  b = get_party (there, TRUE);
  order = plx_wire_compare_origin (&a, &b);
  return order > 0 ? PLX_CLAIM_LATER : order < 0 ? PLX_CLAIM_FIRST : PLX_CLAIM_SHARED;
}

/* Of several columns that share a passage with this one, the longest passage counts. */
static void
mark_wire (const PlxClaimSet *self,
           PlxClaimItem      *claim,
           const guint32     *sentences)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      PlxClaimCell *cell = plx_claim_item_edit_cell (claim, c);
      guint32 longest = 0;

      for (guint other = 0; other < self->n_columns; other++)
        {
          guint64 key = pair_key (sentences[c], sentences[other]);
          const PlxWirePassage *passage;

          if (other == c || sentences[c] == PLX_NONE || sentences[other] == PLX_NONE)
            continue;
          passage = g_hash_table_lookup (self->wire, &key);
          if (passage == NULL || passage->n_words <= longest)
            continue;
          longest = passage->n_words;
          cell->wire = passage->a == sentences[c] ? passage->span_a : passage->span_b;
          cell->wire_column = other;
          cell->origin = find_origin (get_article (self, sentences[c])->article,
                                      get_article (self, sentences[other])->article);
          g_free (cell->agency);
          cell->agency = cell->origin == PLX_CLAIM_AGENCY
                           ? g_strdup (get_article (self, sentences[c])->article->agency) : NULL;
        }
    }
}

/* Wordings */

static void
take_own_words (PlxClaimCell *cell,
                GArray       *ranges)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  for (guint i = 0; i < ranges->len; i++)
    {
      const PlxPhrasingRange *range = &g_array_index (ranges, PlxPhrasingRange, i);

      if (range->kind == PLX_PHRASING_OWN)
        g_array_append_val (own, range->span);
    }
  cell->n_differing = own->len;
  cell->differing = (PlxSpan *) g_array_free (g_steal_pointer (&own), FALSE);
}

/* Which words of each wording no other one has. */
static void
mark_differing (const PlxClaimSet *self,
                PlxClaimItem      *claim)
{
  const char *texts[PLX_MAX_COLUMNS + 1] = { NULL };
  PlxClaimCell *cells[PLX_MAX_COLUMNS];
  g_autoptr (GPtrArray) ranges = NULL;
  guint n = 0;

  for (guint c = 0; c < self->n_columns; c++)
    {
      PlxClaimCell *cell = plx_claim_item_edit_cell (claim, c);

      if (cell->sentence == NULL)
        continue;
      texts[n] = plx_sentence_item_get_text (cell->sentence);
      cells[n++] = cell;
    }
  if (n < 2)
    return;
  ranges = plx_phrasing_compare (texts);
  for (guint i = 0; i < n; i++)
    take_own_words (cells[i], ranges->pdata[i]);
}

/* Claims */

static void
set_cell (PlxClaimSet   *self,
          PlxClaimItem  *claim,
          guint32        sentence,
          PlxClaimState  state,
          double         alike)
{
  Place *place = get_place (self, sentence);
  const SetArticle *article = get_article (self, sentence);
  PlxClaimCell *cell = plx_claim_item_edit_cell (claim, article->column);

  cell->state = state;
  cell->alike = alike;
  if (place->item == NULL)
    place->item = plx_sentence_item_new (article->article, article->id, article->reading,
                                         self->lexicon, place->sentence, PLX_AXIS_ALL);
  cell->sentence = g_object_ref (place->item);
  if (state == PLX_CLAIM_REPORTED)
    place->is_said = TRUE;
  else
    place->is_touched = TRUE;
}

static double
get_relative_place (const PlxClaimSet *self,
                    guint32            sentence)
{
  const Place *place = get_place (self, sentence);
  guint n = get_article (self, sentence)->reading->sentences->len;

  return (double) place->sentence / MAX (n, 1);
}

/* @sentences: by column, PLX_NONE where it has none */
static void
finish_claim (PlxClaimSet   *self,
              PlxClaimItem  *claim,
              const guint32 *sentences,
              guint32        centre)
{
  plx_claim_item_set_centre (claim, get_column (self, centre));
  for (guint c = self->n_columns; c-- > 0;)
    {
      if (plx_claim_item_get_cell (claim, c)->state == PLX_CLAIM_REPORTED)
        plx_claim_item_set_place (claim, get_relative_place (self, sentences[c]));
    }
  mark_wire (self, claim, sentences);
  mark_differing (self, claim);
  g_ptr_array_add (self->claims, claim);
}

static void
add_common (PlxClaimSet    *self,
            const PlxClaim *found)
{
  PlxClaimItem *claim = plx_claim_item_new (self->n_columns);
  guint32 sentences[PLX_MAX_COLUMNS] = { PLX_NONE, PLX_NONE, PLX_NONE, PLX_NONE };

  for (guint i = 0; i < found->members->len; i++)
    {
      const PlxClaimMember *member = &g_array_index (found->members, PlxClaimMember, i);

      set_cell (self, claim, member->sentence,
                member->weak ? PLX_CLAIM_TOUCHED : PLX_CLAIM_REPORTED, member->score);
      sentences[get_column (self, member->sentence)] = member->sentence;
    }
  finish_claim (self, claim, sentences, found->centre);
}

/* Sentences near another source's, but not near enough to state one fact: each is a claim that
 * the others touch on. Of two such sentences the first one makes the claim. */
static void
add_touched (PlxClaimSet *self)
{
  for (guint i = 0; i < self->pairs->len;)
    {
      guint32 centre = g_array_index (self->pairs, PlxSentencePair, i).a;
      gboolean skip = get_place (self, centre)->is_said || get_place (self, centre)->is_touched;
      guint32 sentences[PLX_MAX_COLUMNS] = { PLX_NONE, PLX_NONE, PLX_NONE, PLX_NONE };
      double scores[PLX_MAX_COLUMNS] = { 0 };
      PlxClaimItem *claim;

      for (; i < self->pairs->len && g_array_index (self->pairs, PlxSentencePair, i).a == centre; i++)
        {
          const PlxSentencePair *pair = &g_array_index (self->pairs, PlxSentencePair, i);
          guint column = get_column (self, pair->b);

          if (pair->score > scores[column])
            {
              sentences[column] = pair->b;
              scores[column] = pair->score;
            }
        }
      if (skip)
        continue;

      claim = plx_claim_item_new (self->n_columns);
      sentences[get_column (self, centre)] = centre;
      scores[get_column (self, centre)] = 1;
      for (guint c = 0; c < self->n_columns; c++)
        {
          if (sentences[c] != PLX_NONE)
            set_cell (self, claim, sentences[c],
                      sentences[c] == centre ? PLX_CLAIM_REPORTED : PLX_CLAIM_TOUCHED, scores[c]);
        }
      finish_claim (self, claim, sentences, centre);
    }
}

/* What only one source says */

static gboolean
is_only (const PlxClaimSet *self,
         guint32            sentence)
{
  const Place *place = get_place (self, sentence);

  return !place->has_pair && place->n_words >= PLX_CLAIM_SET_MIN_WORDS;
}

typedef struct
{
  guint32 sentence;
  double  strength;
} Strong;

static int
compare_strength (gconstpointer a,
                  gconstpointer b)
{
  const Strong *x = a, *y = b;

  if (x->strength != y->strength)
    return x->strength < y->strength ? 1 : -1;
  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static void
list_strongest (PlxClaimSet *self,
                GArray      *only,
                PlxAxisId    axis)
{
  for (guint i = 0; i < only->len; i++)
    {
      Strong *strong = &g_array_index (only, Strong, i);

      strong->strength = axis == PLX_AXIS_ALL
                           ? 0 : fabs (get_read (self, strong->sentence)->axes[axis].score);
    }
  g_array_sort (only, compare_strength);
  for (guint i = 0; i < MIN (only->len, PLX_CLAIM_SET_MAX_ONLY); i++)
    get_place (self, g_array_index (only, Strong, i).sentence)->is_listed = TRUE;
}

static guint
choose_only (PlxClaimSet *self,
             guint        column)
{
  g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (Strong));

  for (guint32 i = 0; i < self->places->len; i++)
    {
      Strong strong = { i, 0 };

      if (get_column (self, i) == column && is_only (self, i))
        g_array_append_val (only, strong);
    }
  list_strongest (self, only, PLX_AXIS_ALL);
  for (guint axis = 0; axis < plx_lexicon_get_n_axes (self->lexicon); axis++)
    list_strongest (self, only, (PlxAxisId) axis);
  return only->len;
}

static void
add_only (PlxClaimSet *self,
          guint       *out_n_only)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      guint n = choose_only (self, c);

      if (out_n_only != NULL)
        out_n_only[c] = n;
    }
  for (guint32 i = 0; i < self->places->len; i++)
    {
      guint32 sentences[PLX_MAX_COLUMNS] = { PLX_NONE, PLX_NONE, PLX_NONE, PLX_NONE };
      PlxClaimItem *claim;

      if (!get_place (self, i)->is_listed)
        continue;
      claim = plx_claim_item_new (self->n_columns);
      sentences[get_column (self, i)] = i;
      set_cell (self, claim, i, PLX_CLAIM_REPORTED, 1);
      finish_claim (self, claim, sentences, i);
    }
}

/* Most reported first; within that as they come in the articles. */
static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  PlxClaimItem *x = *(PlxClaimItem *const *) a, *y = *(PlxClaimItem *const *) b;
  guint n_x = plx_claim_item_get_n_reported (x), n_y = plx_claim_item_get_n_reported (y);
  double place_x = plx_claim_item_get_place (x), place_y = plx_claim_item_get_place (y);

  if (n_x != n_y)
    return n_x < n_y ? 1 : -1;
  if (place_x != place_y)
    return place_x < place_y ? -1 : 1;
  return (plx_claim_item_get_number (x) > plx_claim_item_get_number (y)) -
         (plx_claim_item_get_number (x) < plx_claim_item_get_number (y));
}

static void
number_claims (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    plx_claim_item_set_number (claims->pdata[i], i + 1);
}

static void
make_claims (PlxClaimSet *self,
             guint       *out_n_only)
{
  g_autoptr (GPtrArray) found = plx_aligner_list_claims (self->aligner, self->pairs);

  /* It takes as much memory as what comes now. */
  g_clear_pointer (&self->aligner, plx_aligner_free);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (self->pairs, PlxSentencePair, i);

      get_place (self, pair->a)->has_pair = TRUE;
      get_place (self, pair->b)->has_pair = TRUE;
    }
  for (guint i = 0; i < found->len; i++)
    add_common (self, found->pdata[i]);
  add_touched (self);
  add_only (self, out_n_only);
  number_claims (self->claims);
  g_ptr_array_sort (self->claims, compare_claims);
  number_claims (self->claims);
}

typedef struct
{
  PlxAlignerFunc func;
  gpointer       user_data;
  gboolean       is_given_up;
} Progress;

static gboolean
on_progress (guint32  done,
             guint32  total,
             gpointer user_data)
{
  Progress *progress = user_data;

  if (progress->func != NULL && !progress->func (done, total, progress->user_data))
    progress->is_given_up = TRUE;
  return !progress->is_given_up;
}

GPtrArray *
plx_claim_set_find (PlxClaimSet    *self,
                    PlxAlignerFunc  progress,
                    gpointer        user_data,
                    guint          *out_n_only)
{
  Progress state = { progress, user_data, FALSE };

  g_return_val_if_fail (self != NULL && self->aligner != NULL, NULL);

  plx_aligner_set_progress (self->aligner, on_progress, &state);
  self->pairs = plx_aligner_find_pairs (self->aligner, PLX_CLAIM_WEAK_THRESHOLD);
  plx_aligner_set_progress (self->aligner, NULL, NULL);
  if (!state.is_given_up)
    {
      self->claims = g_ptr_array_new_with_free_func (g_object_unref);
      index_wire (self);
      make_claims (self, out_n_only);
      g_clear_pointer (&self->wire, g_hash_table_unref);
      g_clear_pointer (&self->passages, g_array_unref);
    }
  g_clear_pointer (&self->pairs, g_array_unref);
  return g_steal_pointer (&self->claims);
}
