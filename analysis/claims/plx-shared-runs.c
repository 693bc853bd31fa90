/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-shared-runs.h"

#include <stdlib.h>
#include <string.h>

#define GRAM 8 /* words to a hash */
/* Hashes to a window: a shared run of PLX_SHARED_RUN_MIN words has a whole window. */
#define WINDOW (PLX_SHARED_RUN_MIN - GRAM + 1)
/* Odd, so that it has an inverse and no word is lost; its powers spread over all bits. */
#define BASE 0x9e3779b97f4a7c15u
/* So many places with one hash are each compared with each; of more, each with so many, of which
 * so many may be of one source. */
#define MAX_PLACES 32
#define MAX_HUBS 12
#define MAX_HUBS_OF_SOURCE 2
/* Slots of the table of what sources have a hash. */
#define MIN_SLOTS (1u << 10)
#define MAX_SLOTS (1u << 24)
#define SEVERAL G_MAXUINT16
/* The search says how far it is once for so many sentences, or hashes. */
#define PROGRESS_STEP 8192

typedef struct
{
  guint32 start; /* its first word among all */
  guint32 source;
} Sentence;

typedef struct
{
  guint32 word; /* among all */
  guint32 sentence;
} Place;

struct _PlxSharedRuns
{
  GArray  *words;     /* of guint32: of all sentences */
  GArray  *sentences; /* of Sentence */
  guint16 *slots;     /* by hash: source + 1, 0 for none, or SEVERAL */
  guint32  slot_mask;
  GArray  *kept;      /* of guint64: hash, then place of the first word */
  GArray  *hubs;      /* of Place */
};

PlxSharedRuns *
plx_shared_runs_new (void)
{
  PlxSharedRuns *self = g_new0 (PlxSharedRuns, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->hubs = g_array_sized_new (FALSE, FALSE, sizeof (Place), MAX_PLACES);
  return self;
}

void
plx_shared_runs_free (PlxSharedRuns *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_array_unref (self->kept);
  g_array_unref (self->hubs);
  g_free (self->slots);
  g_free (self);
}

guint32
plx_shared_runs_add (PlxSharedRuns *self,
                     guint32        source,
                     const guint32 *words,
                     guint32        n_words)
{
  Sentence sentence;

  g_return_val_if_fail (self != NULL && (words != NULL || n_words == 0), 0);

  /* What lies beyond the room of an array is not looked at. */
  if (n_words > G_MAXUINT32 / 2 - self->words->len)
    n_words = 0;
  sentence = (Sentence) { self->words->len, source };
  g_array_append_val (self->sentences, sentence);
  if (n_words > 0)
    g_array_append_vals (self->words, words, n_words);
  return self->sentences->len - 1;
}

static const Sentence *
get_sentence (const PlxSharedRuns *self,
              guint32              index)
{
  return &g_array_index (self->sentences, Sentence, index);
}

static guint32
get_end (const PlxSharedRuns *self,
         guint32              sentence)
{
  return sentence + 1 < self->sentences->len ? get_sentence (self, sentence + 1)->start
                                             : self->words->len;
}

/* The sentence that has the word at @place. */
static guint32
find_sentence (const PlxSharedRuns *self,
               guint32              place)
{
  guint32 low = 0, high = self->sentences->len;

  /* the last that starts at or before it; those of no words share their start with the next */
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (get_sentence (self, middle)->start <= place)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static guint32
finish_hash (guint64 hash)
{
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93u;
  return (guint32) (hash >> 32);
}

typedef void (*KeepFunc) (PlxSharedRuns *self, guint32 source, guint32 hash, guint32 place);

/* Rolls over the words of a sentence and tells @keep the hashes that are kept, each once. */
static void
winnow (PlxSharedRuns *self,
        guint32        index,
        KeepFunc       keep)
{
  const Sentence *sentence = get_sentence (self, index);
  const guint32 *words = (const guint32 *) (gconstpointer) self->words->data + sentence->start;
  guint32 n = get_end (self, index) - sentence->start;
  guint32 hashes[WINDOW] = { 0 };
  guint32 last = PLX_NONE;
  guint64 rolling = 0, leaving = 1;

  if (n < PLX_SHARED_RUN_MIN)
    return;

  for (guint i = 0; i < GRAM; i++)
    leaving *= BASE;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 first = i + 1 - GRAM, best;

      rolling = rolling * BASE + words[i] + 1;
      if (i >= GRAM)
        rolling -= leaving * (words[i - GRAM] + (guint64) 1);
      if (i + 1 < GRAM)
        continue;
      hashes[first % WINDOW] = finish_hash (rolling);
      if (first + 1 < WINDOW)
        continue;

      /* of equal ones the last, which the next windows are likelier to keep too */
      best = first;
      for (guint32 k = first - 1; k + WINDOW > first && k < first; k--)
        {
          if (hashes[k % WINDOW] < hashes[best % WINDOW])
            best = k;
        }
      if (best != last)
        keep (self, sentence->source, hashes[best % WINDOW], sentence->start + best);
      last = best;
    }
}

static void
mark_source (PlxSharedRuns *self,
             guint32        source,
             guint32        hash,
             guint32        place)
{
  guint16 *slot = &self->slots[hash & self->slot_mask];
  guint16 mark = (guint16) (source < SEVERAL - 1 ? source + 1 : SEVERAL);

  if (*slot != mark)
    *slot = *slot == 0 ? mark : SEVERAL;
}

static void
keep_shared (PlxSharedRuns *self,
             guint32        source,
             guint32        hash,
             guint32        place)
{
  guint64 kept = (guint64) hash << 32 | place;

  if (self->slots[hash & self->slot_mask] == SEVERAL)
    g_array_append_val (self->kept, kept);
}

static int
compare_kept (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* Sorts in place into parts by the first byte, then each: qsort() takes as much room again as what
 * it sorts. */
static void
sort_kept (GArray *kept)
{
  guint64 *values = (guint64 *) (gpointer) kept->data;
  gsize starts[257] = { 0 }, next[256];

  for (gsize i = 0; i < kept->len; i++)
    starts[(values[i] >> 56) + 1]++;
  for (guint part = 0; part < 256; part++)
    starts[part + 1] += starts[part];
  memcpy (next, starts, sizeof next);

  for (guint part = 0; part < 256; part++)
    {
      while (next[part] < starts[part + 1])
        {
          guint64 value = values[next[part]];
          gsize *to = &next[value >> 56];

          values[next[part]] = values[*to];
          values[(*to)++] = value;
        }
    }
  for (guint part = 0; part < 256; part++)
    {
      if (starts[part + 1] - starts[part] > 1)
        qsort (values + starts[part], starts[part + 1] - starts[part], sizeof (guint64),
               compare_kept);
    }
}

typedef struct
{
  PlxSharedRunFunc     func;
  PlxSharedRunProgress progress; /* nullable */
  gpointer             user_data;
} Search;

static gboolean
go_on (const Search *search,
       gsize         done,
       gsize         total)
{
  return search->progress == NULL ||
         search->progress ((guint32) done, (guint32) total, search->user_data);
}

/* Compares what lies around two places that have one hash, @p before @q. */
static void
compare_places (const PlxSharedRuns *self,
                Place                p,
                Place                q,
                const Search        *search)
{
  const guint32 *words = (const guint32 *) (gconstpointer) self->words->data;
  const Sentence *a = get_sentence (self, p.sentence), *b = get_sentence (self, q.sentence);
  guint32 x = p.word, y = q.word, end_a, end_b, length = GRAM;
  PlxSharedRun run;

  if (a->source == b->source || memcmp (words + x, words + y, GRAM * sizeof (guint32)) != 0)
    return;

  end_a = get_end (self, p.sentence);
  end_b = get_end (self, q.sentence);
  while (x + length < end_a && y + length < end_b && words[x + length] == words[y + length])
    length++;
  while (x > a->start && y > b->start && words[x - 1] == words[y - 1])
    {
      x--;
      y--;
      length++;
    }
  run = (PlxSharedRun) { p.sentence, q.sentence, x - a->start, y - b->start, length };
  if (length >= PLX_SHARED_RUN_MIN)
    search->func (&run, search->user_data);
}

/* Lists the first few of the places with one hash, and if there are more, not all of one source.
 * They are in order. */
static void
list_hubs (PlxSharedRuns *self,
           const guint64 *kept,
           gsize          n)
{
  guint32 sources[MAX_PLACES];
  guint max_hubs = n <= MAX_PLACES ? MAX_PLACES : MAX_HUBS;

  g_array_set_size (self->hubs, 0);
  for (gsize i = 0; i < n && self->hubs->len < max_hubs; i++)
    {
      Place place = { (guint32) kept[i], find_sentence (self, (guint32) kept[i]) };
      guint32 source = get_sentence (self, place.sentence)->source;
      guint n_same = 0;

      for (guint k = 0; k < self->hubs->len; k++)
        n_same += sources[k] == source;
      if (n > MAX_PLACES && n_same >= MAX_HUBS_OF_SOURCE)
        continue;
      sources[self->hubs->len] = source;
      g_array_append_val (self->hubs, place);
    }
}

/* Compares a place with the hubs; a hub with those before it only, or two would meet twice. */
static void
compare_with_hubs (PlxSharedRuns *self,
                   guint32        word,
                   const Search  *search)
{
  Place place = { word, find_sentence (self, word) };

  for (guint i = 0; i < self->hubs->len; i++)
    {
      Place hub = g_array_index (self->hubs, Place, i);

      if (hub.word == word)
        break;
      if (hub.word < word)
        compare_places (self, hub, place, search);
      else
        compare_places (self, place, hub, search);
    }
}

static gboolean
compare_all (PlxSharedRuns *self,
             const Search  *search)
{
  const guint64 *kept = (const guint64 *) (gconstpointer) self->kept->data;
  gsize n, told = 0;

  for (gsize first = 0; first < self->kept->len; first += n)
    {
      for (n = 1; first + n < self->kept->len && kept[first + n] >> 32 == kept[first] >> 32;)
        n++;
      if (n < 2)
        continue;

      list_hubs (self, kept + first, n);
      for (gsize i = first; i < first + n; i++)
        {
          if (i >= told + PROGRESS_STEP && !go_on (search, (told = i), self->kept->len))
            return FALSE;
          compare_with_hubs (self, (guint32) kept[i], search);
        }
    }
  return go_on (search, self->kept->len, self->kept->len);
}

static gboolean
winnow_all (PlxSharedRuns *self,
            KeepFunc       keep,
            const Search  *search)
{
  for (guint32 i = 0; i < self->sentences->len; i++)
    {
      if (i % PROGRESS_STEP == 0 && !go_on (search, 0, MAX (self->sentences->len, 1)))
        return FALSE;
      winnow (self, i, keep);
    }
  return TRUE;
}

gboolean
plx_shared_runs_find (PlxSharedRuns        *self,
                      PlxSharedRunFunc      func,
                      PlxSharedRunProgress  progress,
                      gpointer              user_data)
{
  const Search search = { func, progress, user_data };
  guint32 n_slots = MIN_SLOTS;
  gboolean finished;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  while (n_slots < MAX_SLOTS && n_slots < self->words->len)
    n_slots *= 2;
  self->slots = g_new0 (guint16, n_slots);
  self->slot_mask = n_slots - 1;
  finished = winnow_all (self, mark_source, &search) && winnow_all (self, keep_shared, &search);
  g_clear_pointer (&self->slots, g_free);
  if (finished)
    sort_kept (self->kept);
  finished = finished && compare_all (self, &search);
  g_array_set_size (self->kept, 0);
  return finished;
}
