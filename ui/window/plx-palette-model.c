/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-palette-model.h"

#include "plx-match.h"

#include "data/plx-task.h"

#include <string.h>

/* More of one kind than this is a list to read, not a choice. */
#define MAX_OF_KIND 12
/* Of what is found in the corpus first, the best are shown. */
#define MAX_ARTICLES 200
/* An article that has the words in its text, but not in its title. */
#define SCORE_IN_TEXT 5
/* What is few goes before what is many, even where a word of the lexicon is just what was typed. */
static const guint kind_bonus[PLX_N_PALETTE_KINDS] = {
  [PLX_PALETTE_ACTION] = 24, [PLX_PALETTE_CORPUS] = 20, [PLX_PALETTE_SOURCE] = 28,
  [PLX_PALETTE_ARTICLE] = 12, [PLX_PALETTE_ENTRY] = 0,
};

typedef struct
{
  PlxPaletteItem *item;  /* NULL: the entry at index */
  guint32         index;
  guint           score;
  guint           order;
} Hit;

struct _PlxPaletteModel
{
  GObject       parent_instance;

  /* owned */
  PlxCorpus    *corpus;
  PlxLexicon   *lexicon;
  GListStore   *store;
  GPtrArray    *added;    /* of PlxPaletteItem */
  GPtrArray    *articles; /* of PlxPaletteItem: found for the query */
  GPtrArray    *patterns; /* of char *: the entries', folded; NULL until something is typed */
  char         *folded;   /* the query */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxPaletteModel, plx_palette_model, G_TYPE_OBJECT)

static gint
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (first->order > second->order) - (first->order < second->order);
}

static PlxPaletteKind
get_kind (const Hit *hit)
{
  return hit->item != NULL ? plx_palette_item_get_kind (hit->item) : PLX_PALETTE_ENTRY;
}

static void
add_hit (GArray         *hits,
         PlxPaletteItem *item,
         guint32         index,
         guint           score)
{
  Hit hit = { item, index, score, hits->len };

  if (score == 0)
    return;
  hit.score += kind_bonus[get_kind (&hit)];
  g_array_append_val (hits, hit);
}

/* Folding some thousand patterns takes some milliseconds, once. */
static void
fold_patterns (PlxPaletteModel *self)
{
  guint32 n = self->lexicon != NULL ? plx_lexicon_get_n_entries (self->lexicon) : 0;

  if (self->patterns != NULL)
    return;
  self->patterns = g_ptr_array_new_full (n, g_free);
  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (self->patterns,
                     plx_match_fold (plx_lexicon_get_entry (self->lexicon, i)->pattern));
}

static GArray *
find_hits (PlxPaletteModel *self)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < self->added->len; i++)
    {
      PlxPaletteItem *item = self->added->pdata[i];

      add_hit (hits, item, 0,
               plx_match_score (self->folded, plx_palette_item_get_folded (item)));
    }
  for (guint i = 0; i < self->articles->len; i++)
    {
      PlxPaletteItem *item = self->articles->pdata[i];
      guint score = plx_match_score (self->folded, plx_palette_item_get_folded (item));

      add_hit (hits, item, 0, MAX (score, SCORE_IN_TEXT));
    }
  fold_patterns (self);
  for (guint32 i = 0; i < self->patterns->len; i++)
    add_hit (hits, NULL, i, plx_match_score (self->folded, self->patterns->pdata[i]));
  g_array_sort (hits, compare_hits);
  return hits;
}

static void
show_hits (PlxPaletteModel *self)
{
  g_autoptr (GArray) hits = find_hits (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_of_kind[PLX_N_PALETTE_KINDS] = { 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (n_of_kind[get_kind (hit)]++ >= MAX_OF_KIND)
        continue;
      g_ptr_array_add (items, hit->item != NULL
                                ? g_object_ref (hit->item)
                                : plx_palette_item_new_entry (self->lexicon, hit->index));
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
}

static void
show (PlxPaletteModel *self)
{
  if (*self->folded != '\0')
    show_hits (self);
  else
    g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                         self->added->pdata, self->added->len);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Looking for articles */

static gpointer
find_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return plx_corpus_find_articles (PLX_CORPUS (source), data, MAX_ARTICLES, cancellable, error);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxPaletteModel) self = user_data;
  g_autoptr (GPtrArray) infos = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->articles, 0);
  for (guint i = 0; infos != NULL && i < infos->len; i++)
    g_ptr_array_add (self->articles, plx_palette_item_new_article (infos->pdata[i]));
  show (self);
}

static void
find_articles (PlxPaletteModel *self,
               const char      *words)
{
  self->cancellable = g_cancellable_new ();
  plx_task_run (self->corpus, find_in_thread, g_strdup (words), g_free,
                (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_found,
                g_object_ref (self));
}

void
plx_palette_model_set_query (PlxPaletteModel *self,
                             const char      *words)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (PLX_IS_PALETTE_MODEL (self));
  g_return_if_fail (words != NULL);

  folded = plx_match_fold (words);
  if (g_strcmp0 (folded, self->folded) == 0)
    return;
  plx_clear_cancellable (&self->cancellable);
  g_free (self->folded);
  self->folded = g_steal_pointer (&folded);
  if (*self->folded != '\0' && self->corpus != NULL)
    find_articles (self, words);
  else
    g_ptr_array_set_size (self->articles, 0);
  show (self);
}

static void
plx_palette_model_dispose (GObject *object)
{
  PlxPaletteModel *self = PLX_PALETTE_MODEL (object);

  plx_clear_cancellable (&self->cancellable);
  g_clear_object (&self->corpus);
  g_clear_object (&self->store);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (plx_palette_model_parent_class)->dispose (object);
}

static void
plx_palette_model_class_init (PlxPaletteModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_palette_model_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_palette_model_init (PlxPaletteModel *self)
{
  self->store = g_list_store_new (PLX_TYPE_PALETTE_ITEM);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_strdup ("");
}

PlxPaletteModel *
plx_palette_model_new (PlxCorpus *corpus)
{
  PlxPaletteModel *self = g_object_new (PLX_TYPE_PALETTE_MODEL, NULL);
  PlxLexicon *lexicon = corpus != NULL ? plx_corpus_get_lexicon (corpus) : NULL;

  g_set_object (&self->corpus, corpus);
  self->lexicon = lexicon != NULL ? plx_lexicon_ref (lexicon) : NULL;
  return self;
}

void
plx_palette_model_add (PlxPaletteModel *self,
                       PlxPaletteItem  *item)
{
  g_return_if_fail (PLX_IS_PALETTE_MODEL (self));
  g_return_if_fail (PLX_IS_PALETTE_ITEM (item));

  g_ptr_array_add (self->added, g_object_ref (item));
  if (*self->folded == '\0')
    g_list_store_append (self->store, item);
}

GListModel *
plx_palette_model_get_items (PlxPaletteModel *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_MODEL (self), NULL);

  return G_LIST_MODEL (self->store);
}

gboolean
plx_palette_model_is_searching (PlxPaletteModel *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_MODEL (self), FALSE);

  return self->cancellable != NULL;
}
