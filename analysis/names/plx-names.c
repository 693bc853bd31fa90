/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-names.h"

#include "plx-name-words.h"

/* One table holds names under several keys: their words, their number in the alias table, and
 * the last or first word by which they go alone. */
#define KEY_ALIAS 0x51ed270bu
#define KEY_PART 0x2545f491u
#define MIN_SLOTS 1024
/* Names of more words are headlines in capitals, not people who go by their last word. */
#define MAX_PERSON_WORDS 4

void
plx_names_init (PlxNames         *self,
                const PlxLexicon *lexicon)
{
  plx_name_words_init ();
  *self = (PlxNames) { .lexicon = lexicon };
  self->names = g_array_new (FALSE, FALSE, sizeof (PlxName));
  self->mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->mask = MIN_SLOTS - 1;
  self->slots = g_new0 (PlxNameSlot, MIN_SLOTS);
  self->person = self->thing = PLX_NONE;
}

void
plx_names_clear (PlxNames *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->points, g_free);
}

void
plx_names_begin (PlxNames *self)
{
  g_array_set_size (self->names, 0);
  g_array_set_size (self->mentions, 0);
  self->n_used = 0;
  self->n_sentences = 0;
  self->person = self->thing = PLX_NONE;
  if (++self->stamp == 0)
    {
      for (guint32 i = 0; i <= self->mask; i++)
        self->slots[i].stamp = 0;
      self->stamp = 1;
    }
}

static PlxNameSlot *
find_slot (const PlxNames *self,
           guint32         key)
{
  guint32 i = (key ^ key >> 15) & self->mask;

  while (self->slots[i].stamp == self->stamp && self->slots[i].key != key)
    i = (i + 1) & self->mask;
  return &self->slots[i];
}

static guint32
lookup (const PlxNames *self,
        guint32         key)
{
  const PlxNameSlot *slot = find_slot (self, key);

  return slot->stamp == self->stamp ? slot->name : PLX_NONE;
}

static void
grow (PlxNames *self)
{
  PlxNameSlot *old = self->slots;
  guint32 n = self->mask + 1;

  self->mask = n * 2 - 1;
  self->slots = g_new0 (PlxNameSlot, (gsize) n * 2);
  for (guint32 i = 0; i < n; i++)
    {
      if (old[i].stamp == self->stamp)
        *find_slot (self, old[i].key) = old[i];
    }
  g_free (old);
}

static void
insert (PlxNames *self,
        guint32   key,
        guint32   name)
{
  PlxNameSlot *slot;

  if (self->n_used * 2 > self->mask)
    grow (self);
  slot = find_slot (self, key);
  if (slot->stamp != self->stamp)
    self->n_used++;
  *slot = (PlxNameSlot) { key, name, self->stamp };
}

static guint32
part_key (guint32 word_hash)
{
  return word_hash * KEY_PART;
}

guint32
plx_names_resolve (const PlxNames *self,
                   guint32         index)
{
  while (index != PLX_NONE && plx_names_get (self, index)->same_as != index)
    index = plx_names_get (self, index)->same_as;
  return index;
}

gboolean
plx_name_is_person (const PlxName *self)
{
  return self->kind == PLX_NAME_PERSON ||
         (self->kind == PLX_NAME_UNKNOWN && self->n_words <= MAX_PERSON_WORDS);
}

gboolean
plx_name_is_thing (const PlxName *self)
{
  return self->kind == PLX_NAME_PLACE || self->kind == PLX_NAME_ORGANISATION;
}

/* Lets a name of several words go by one of them, and takes in what went by it alone so far. */
static void
register_part (PlxNames *self,
               guint32   word_hash,
               guint32   name,
               gboolean  overrule)
{
  guint32 key = part_key (word_hash);
  guint32 single = lookup (self, plx_aliases_key (PLX_ALIASES_KEY_INIT, word_hash));

  if (!overrule && lookup (self, key) != PLX_NONE)
    return;
  insert (self, key, name);
  if (single != PLX_NONE && single != name)
    {
      PlxName *short_name = plx_names_get (self, single);

      if (short_name->alias == PLX_NONE && short_name->same_as == single && short_name->n_words == 1)
        short_name->same_as = name;
    }
}

static void
register_parts (PlxNames *self,
                guint32   index)
{
  const PlxName name = *plx_names_get (self, index);

  if (name.n_words < 2 || name.n_words > MAX_PERSON_WORDS || !plx_name_is_person (&name))
    return;
  register_part (self, name.last_word, index, TRUE);
  register_part (self, name.first_word, index, FALSE);
}

static guint32
add_name (PlxNames      *self,
          const PlxName *name)
{
  guint32 index = self->names->len;

  g_array_append_vals (self->names, name, 1);
  plx_names_get (self, index)->same_as = index;
  plx_names_get (self, index)->target = PLX_NONE;
  return index;
}

/* A longer mention gives a better name, and so does one in small letters: "PORT ANSEL, June 2". */
static void
note_mention (PlxName       *name,
              const PlxName *mention)
{
  /* what stands in a headline may be cut short or in capitals */
  if (plx_span_length (mention->span) > plx_span_length (name->span) ||
      (name->in_title && !mention->in_title) ||
      (name->in_capitals && !mention->in_capitals && name->in_title == mention->in_title))
    {
      name->span = mention->span;
      name->in_title = mention->in_title;
      name->in_capitals = mention->in_capitals;
    }
}

static gboolean
is_in_capitals (const PlxText *text,
                guint32        first,
                guint32        last)
{
  return (g_array_index (text->tokens, PlxToken, first).flags & PLX_TOKEN_ALL_CAPS) &&
         (g_array_index (text->tokens, PlxToken, last).flags & PLX_TOKEN_ALL_CAPS);
}

guint32
plx_names_ensure_alias (PlxNames *self,
                        guint32   alias,
                        PlxSpan   span,
                        gboolean  is_title)
{
  guint32 key = (alias + 1) * KEY_ALIAS;
  guint32 index = lookup (self, key);

  if (index == PLX_NONE)
    {
      PlxName name = { .span = span, .alias = alias, .n_words = 1, .in_title = is_title != FALSE,
                       .kind = (guint8) plx_aliases_get_kind (self->aliases, alias),
                       .confirmed = TRUE };

      index = add_name (self, &name);
      insert (self, key, index);
    }
  return index;
}

/* The words of a name that matter: initials inside it and a final Jr or Inc do not. */
static guint32
key_of_tokens (const PlxText *text,
               guint32        first,
               guint32        last,
               PlxName       *out_name)
{
  guint32 key = PLX_ALIASES_KEY_INIT;

  out_name->n_words = 0;
  for (guint32 i = first; i <= last; i++)
    {
      const PlxToken *token = &g_array_index (text->tokens, PlxToken, i);
      guint32 words;

      if (token->hash == 0 || (token->flags & PLX_TOKEN_CLITIC))
        continue;
      if (i > first && plx_span_length (token->span) == 1 && i < last)
        continue;
      words = plx_name_word_lookup (token->hash);
      if ((words & PLX_NAME_WORD_SUFFIX) && out_name->n_words > 0)
        continue;
      if (out_name->n_words == 0)
        out_name->first_word = token->hash;
      out_name->last_word = token->hash;
      if (words & PLX_NAME_WORD_BODY)
        out_name->kind = PLX_NAME_ORGANISATION;
      if (out_name->n_words < G_MAXUINT8)
        out_name->n_words++;
      key = plx_aliases_key (key, token->hash);
    }
  return key;
}

/* Whether the alias table knows a place or an organisation by this key. */
static gboolean
is_thing_alias (const PlxNames *self,
                guint32         key)
{
  guint32 alias = self->aliases != NULL ? plx_aliases_lookup_key (self->aliases, key, NULL) : PLX_NONE;

  return alias != PLX_NONE && plx_aliases_get_kind (self->aliases, alias) != PLX_NAME_PERSON;
}

guint32
plx_names_ensure (PlxNames      *self,
                  const PlxText *text,
                  guint32        first,
                  guint32        last,
                  gboolean       is_title)
{
  PlxName name = { .alias = PLX_NONE, .in_title = is_title != FALSE,
                   .in_capitals = is_in_capitals (text, first, last) };
  guint32 key = key_of_tokens (text, first, last, &name);
  guint32 alias;
  guint32 index;

  if (name.n_words == 0)
    return PLX_NONE;
  name.span = (PlxSpan) { g_array_index (text->tokens, PlxToken, first).span.start,
                          g_array_index (text->tokens, PlxToken, last).span.end };
  index = lookup (self, key);
  /* within an article the last name seen goes before what the world calls so, unless that is a
   * place or an organisation: "China" is no "North China" */
  if (name.n_words == 1 && (index == PLX_NONE || !plx_name_is_thing (plx_names_get (self, index))))
    {
      guint32 whole = lookup (self, part_key (name.last_word));

      if (whole != PLX_NONE && !is_thing_alias (self, key))
        index = whole;
    }
  if (index == PLX_NONE)
    {
      guint32 flags = 0;

      alias = self->aliases != NULL ? plx_aliases_lookup_key (self->aliases, key, &flags) : PLX_NONE;
      if (alias != PLX_NONE &&
          !((flags & PLX_ALIAS_CAPITALS) && !(g_array_index (text->tokens, PlxToken, first).flags & PLX_TOKEN_ALL_CAPS)))
        {
          index = plx_names_ensure_alias (self, alias, name.span, is_title);
          plx_names_get (self, index)->first_word = name.first_word;
          plx_names_get (self, index)->last_word = name.last_word;
          plx_names_get (self, index)->n_words = MAX (plx_names_get (self, index)->n_words, name.n_words);
        }
      else
        {
          index = add_name (self, &name);
        }
      insert (self, key, index);
      register_parts (self, index);
    }
  index = plx_names_resolve (self, index);
  note_mention (plx_names_get (self, index), &name);
  return index;
}

void
plx_names_add_acronym (PlxNames *self,
                       guint32   word_hash,
                       guint32   name)
{
  guint32 key = plx_aliases_key (PLX_ALIASES_KEY_INIT, word_hash);
  guint32 before = lookup (self, key);

  /* only a single word can have stood for it so far; so no name ever hangs on a chain of others */
  if (before != PLX_NONE && before != name)
    {
      PlxName *short_name = plx_names_get (self, before);

      if (short_name->n_words == 1 && short_name->alias == PLX_NONE && short_name->same_as == before)
        short_name->same_as = name;
    }
  insert (self, key, name);
}

void
plx_names_merge (PlxNames *self)
{
  for (guint32 i = 0; i < self->names->len; i++)
    {
      PlxName *name = plx_names_get (self, i);
      guint32 root = plx_names_resolve (self, i);
      PlxName *into = plx_names_get (self, root);

      if (root == i)
        continue;
      name->same_as = root;
      into->n_mentions += name->n_mentions;
      into->n_leading += name->n_leading;
      into->confirmed |= name->confirmed;
      name->n_mentions = name->n_leading = 0;
    }
}
