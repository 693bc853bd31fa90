/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-wire.h"

#include "analysis/text/plx-text.h"
#include "plx-vocabulary.h"

#include <string.h>

G_STATIC_ASSERT (PLX_SHARED_RUN_MIN <= PLX_WIRE_MIN_WORDS);

typedef struct
{
  char     *source;
  char     *agency;
  char     *date;
  gboolean *is_copy; /* by sentence of the reading */
  guint32   n_sentences;
} WireArticle;

/* Where a sentence that is compared stands. */
typedef struct
{
  guint32 article;
  guint32 sentence;
  guint32 n_words;
} Place;

struct _PlxWire
{
  PlxSharedRuns *runs;
  PlxText       *text;
  PlxVocabulary *vocabulary;
  GHashTable    *stems;    /* hash of a word → number of its stem + 2, 1 for none */
  GArray        *words;    /* of guint32: stems of the sentence that is added */
  GPtrArray     *articles; /* of WireArticle */
  GArray        *places;   /* of Place */
  GHashTable    *sources;  /* name → number + 1 */
  guint32       *parents;  /* while runs are looked for: of each place, one of its group, or itself */
};

typedef struct
{
  PlxWire             *wire;
  PlxSharedRunProgress progress; /* nullable */
  gpointer             user_data;
} WireSearch;

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

  self->runs = plx_shared_runs_new ();
  self->text = plx_text_new ();
  self->vocabulary = plx_vocabulary_new ();
  self->stems = g_hash_table_new (NULL, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
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

  plx_shared_runs_free (self->runs);
  plx_text_free (self->text);
  plx_vocabulary_free (self->vocabulary);
  g_hash_table_unref (self->stems);
  g_array_unref (self->words);
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

/* The number of a word's stem. Words go by their hashes, most of which have been met before: to
 * fold and stem each anew would take longer than all else. */
static guint32
number_word (PlxWire        *self,
             const PlxToken *token)
{
  gpointer key = GUINT_TO_POINTER (token->hash);
  guint32 known = token->hash != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (self->stems, key)) : 0;

  if (known == 0)
    {
      known = plx_vocabulary_add_word (self->vocabulary, self->text->bytes + token->span.start,
                                       plx_span_length (token->span)) + 2;
      if (token->hash != 0)
        g_hash_table_insert (self->stems, key, GUINT_TO_POINTER (known));
    }
  return known - 2;
}

/* Fills self->words as profiles have them: stems, in order, what belongs to the word before
 * left out. */
static void
list_words (PlxWire    *self,
            const char *text,
            gsize       length)
{
  g_array_set_size (self->words, 0);
  plx_text_set_bytes (self->text, text, length);
  plx_text_read_span (self->text, (PlxSpan) { 0, (guint32) length });
  for (guint32 i = 0; i < self->text->tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (self->text->tokens, PlxToken, i);
      guint32 stem;

      if (token->flags & PLX_TOKEN_CLITIC ||
          (token->flags & PLX_TOKEN_PUNCTUATION && token->mark != '%'))
        continue;
      stem = number_word (self, token);
      if (stem != PLX_NONE)
        g_array_append_val (self->words, stem);
    }
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
      list_words (self, article->text + sentence->span.start, plx_span_length (sentence->span));
      plx_shared_runs_add (self->runs, source, (const guint32 *) (gconstpointer) self->words->data,
                           self->words->len);
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

/* Of hundreds of prints of one text each is paired with some only, and the earliest of
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

/* Marks the copy of two sentences that share a run; where it covers both, they are of one group. */
static void
take_run (const PlxSharedRun *run,
          gpointer            data)
{
  const PlxWire *self = ((WireSearch *) data)->wire;
  const Place *a = &g_array_index (self->places, Place, run->a);
  const Place *b = &g_array_index (self->places, Place, run->b);
  gboolean a_is_copy;
  const Place *origin;

  if (run->n_words < PLX_WIRE_MIN_WORDS ||
      run->n_words < PLX_WIRE_MIN_SHARE * MIN (a->n_words, b->n_words))
    return;

  a_is_copy = is_copy_of (self, a, b);
  origin = a_is_copy ? b : a;
  if (mark_copy (self, a_is_copy ? a : b, run->n_words) &&
      run->n_words >= PLX_WIRE_MIN_SHARE * origin->n_words)
    self->parents[find_root (self->parents, run->a)] = find_root (self->parents, run->b);
}

static gboolean
tell_progress (guint32  done,
               guint32  total,
               gpointer data)
{
  const WireSearch *search = data;

  return search->progress == NULL || search->progress (done, total, search->user_data);
}

gboolean
plx_wire_find (PlxWire              *self,
               PlxSharedRunProgress  progress,
               gpointer              user_data)
{
  WireSearch search = { self, progress, user_data };
  gboolean finished;

  g_return_val_if_fail (self != NULL, FALSE);

  self->parents = g_new (guint32, self->places->len + 1);
  for (guint32 i = 0; i < self->places->len; i++)
    self->parents[i] = i;
  finished = plx_shared_runs_find (self->runs, take_run, tell_progress, &search);
  if (finished)
    mark_groups (self, self->parents);
  g_clear_pointer (&self->parents, g_free);
  return finished;
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
