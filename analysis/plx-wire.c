/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-wire.h"

#include <string.h>

typedef struct
{
  char     *source;
  char     *agency;
  char     *date;
  gboolean *is_copy; /* by sentence of the reading */
  guint32   n_sentences;
} WireArticle;

/* Where a sentence of the aligner stands. */
typedef struct
{
  guint32 article;
  guint32 sentence;
  guint32 n_words;
} Place;

struct _PlxWire
{
  PlxAligner *aligner;
  GPtrArray  *articles; /* of WireArticle */
  GArray     *places;   /* of Place */
  GHashTable *sources;  /* name → number + 1 */
};

/* Whether @text has @name as words of its own. */
static gboolean
has_name (const char *text,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *at = text; length > 0 && (at = strstr (at, name)) != NULL; at++)
    {
      gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (at + length)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
credits (const PlxWireParty *party,
         const PlxWireParty *other)
{
  return other->source != NULL &&
         (g_strcmp0 (party->agency, other->source) == 0 ||
          (party->text != NULL && has_name (party->text, other->source)));
}

int
plx_wire_compare_origin (const PlxWireParty *a,
                         const PlxWireParty *b)
{
  gboolean a_credits, b_credits;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  a_credits = credits (a, b);
  b_credits = credits (b, a);
  if (a_credits != b_credits)
    return a_credits ? 1 : -1;
  return a->date != NULL && b->date != NULL ? strcmp (a->date, b->date) : 0;
}

static void
article_free (gpointer data)
{
  WireArticle *article = data;

  g_free (article->source);
  g_free (article->agency);
  g_free (article->date);
  g_free (article->is_copy);
  g_free (article);
}

PlxWire *
plx_wire_new (void)
{
  PlxWire *self = g_new0 (PlxWire, 1);

  self->aligner = plx_aligner_new ();
  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
plx_wire_free (PlxWire *self)
{
  if (self == NULL)
    return;

  plx_aligner_free (self->aligner);
  g_ptr_array_unref (self->articles);
  g_array_unref (self->places);
  g_hash_table_unref (self->sources);
  g_free (self);
}

static guint32
number_source (PlxWire    *self,
               const char *source)
{
  const char *name = source != NULL ? source : "";
  gpointer found = g_hash_table_lookup (self->sources, name);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  g_hash_table_insert (self->sources, g_strdup (name),
                       GUINT_TO_POINTER (g_hash_table_size (self->sources) + 1));
  return g_hash_table_size (self->sources) - 1;
}

guint
plx_wire_add (PlxWire          *self,
              const PlxArticle *article,
              const PlxReading *reading)
{
  WireArticle *added;
  guint32 source;

  g_return_val_if_fail (self != NULL && article != NULL && reading != NULL, 0);

  added = g_new0 (WireArticle, 1);
  added->source = g_strdup (article->source);
  added->agency = g_strdup (article->agency);
  added->date = g_strdup (article->date);
  added->n_sentences = reading->sentences->len;
  added->is_copy = g_new0 (gboolean, added->n_sentences + 1);
  source = number_source (self, article->source);
  for (guint32 i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      Place place = { self->articles->len, i, sentence->n_words };

      if (sentence->flags & PLX_SENTENCE_IN_TITLE || sentence->n_words < PLX_WIRE_MIN_WORDS)
        continue;
      plx_aligner_add (self->aligner, source, article->text + sentence->span.start,
                       plx_span_length (sentence->span));
      g_array_append_val (self->places, place);
    }
  g_ptr_array_add (self->articles, added);
  return self->articles->len - 1;
}

static const WireArticle *
article_of (const PlxWire *self,
            const Place   *place)
{
  return g_ptr_array_index (self->articles, place->article);
}

/* Whether @a is the copy of the two; see the header. */
static gboolean
is_copy_of (const PlxWire *self,
            const Place   *a,
            const Place   *b)
{
  const WireArticle *x = article_of (self, a), *y = article_of (self, b);
  int order = plx_wire_compare_origin (&(PlxWireParty) { x->source, x->agency, NULL, x->date },
                                       &(PlxWireParty) { y->source, y->agency, NULL, y->date });

  return order != 0 ? order > 0 : a->article > b->article;
}

/* Marks @place as a copy if @n_words shared words make most of it; whether they do. */
static gboolean
mark_copy (const PlxWire *self,
           const Place   *place,
           guint32        n_words)
{
  WireArticle *article = g_ptr_array_index (self->articles, place->article);

  if (n_words < PLX_WIRE_MIN_SHARE * place->n_words)
    return FALSE;

  article->is_copy[place->sentence] = TRUE;
  return TRUE;
}

static guint32
find_root (guint32 *parents,
           guint32  index)
{
  while (parents[index] != index)
    index = parents[index] = parents[parents[index]];
  return index;
}

/* Of hundreds of prints of one text the aligner pairs each with some only, and the earliest of
 * those is not the origin of all. Leaves one in each group as the origin, of those that are no
 * copy of any they were paired with. */
static void
mark_groups (const PlxWire *self,
             guint32       *parents)
{
  g_autofree guint32 *origins = g_new (guint32, self->places->len + 1);

  memset (origins, 0xff, (self->places->len + 1) * sizeof (guint32)); /* PLX_NONE */
  for (guint32 i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      guint32 *origin = &origins[find_root (parents, i)];
      const Place *copy = place;

      if (article_of (self, place)->is_copy[place->sentence])
        continue;
      if (*origin == PLX_NONE)
        {
          *origin = i;
          continue;
        }
      if (!is_copy_of (self, place, &g_array_index (self->places, Place, *origin)))
        {
          copy = &g_array_index (self->places, Place, *origin);
          *origin = i;
        }
      mark_copy (self, copy, copy->n_words);
    }
}

void
plx_wire_find (PlxWire *self)
{
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) passages = NULL;
  g_autofree guint32 *parents = NULL;

  g_return_if_fail (self != NULL);

  pairs = plx_aligner_find_pairs (self->aligner, PLX_CLAIM_THRESHOLD);
  passages = plx_aligner_find_wire (self->aligner, pairs);
  parents = g_new (guint32, self->places->len + 1);
  for (guint32 i = 0; i < self->places->len; i++)
    parents[i] = i;

  for (guint i = 0; i < passages->len; i++)
    {
      const PlxWirePassage *passage = &g_array_index (passages, PlxWirePassage, i);
      const Place *a = &g_array_index (self->places, Place, passage->a);
      const Place *b = &g_array_index (self->places, Place, passage->b);
      gboolean a_is_copy = is_copy_of (self, a, b);
      const Place *origin = a_is_copy ? b : a;

      if (mark_copy (self, a_is_copy ? a : b, passage->n_words) &&
          passage->n_words >= PLX_WIRE_MIN_SHARE * origin->n_words)
        parents[find_root (parents, passage->a)] = find_root (parents, passage->b);
    }
  mark_groups (self, parents);
}

void
plx_wire_mark (const PlxWire *self,
               guint          article,
               PlxReading    *reading)
{
  const WireArticle *added;

  g_return_if_fail (self != NULL && article < self->articles->len && reading != NULL);

  added = g_ptr_array_index (self->articles, article);
  for (guint32 i = 0; i < MIN (added->n_sentences, reading->sentences->len); i++)
    {
      if (added->is_copy[i])
        g_array_index (reading->sentences, PlxReadSentence, i).flags |= PLX_SENTENCE_WIRE;
    }
}

guint8 *
plx_wire_dup_marks (const PlxWire *self,
                    guint          article)
{
  const WireArticle *added;
  guint8 *marks = NULL;

  g_return_val_if_fail (self != NULL && article < self->articles->len, NULL);

  added = g_ptr_array_index (self->articles, article);
  for (guint32 i = 0; i < added->n_sentences; i++)
    {
      if (!added->is_copy[i])
        continue;
      if (marks == NULL)
        marks = g_new0 (guint8, added->n_sentences / 8 + 1);
      marks[i / 8] |= (guint8) (1 << i % 8);
    }
  return marks;
}
