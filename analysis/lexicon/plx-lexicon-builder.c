/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-builder-private.h"

#include <string.h>

/* The entries of a lexicon while it is built: which of them replace others. */

static void
builder_reset (PlxLexiconBuilder *self)
{
  self->lexicon = plx_lexicon_new_empty ();
  self->parts.conditions = g_array_new (FALSE, FALSE, sizeof (PlxCondition));
  self->parts.terms = g_array_new (FALSE, FALSE, sizeof (PlxContextTerm));
  self->parts.context_words = g_array_new (FALSE, FALSE, sizeof (PlxLexiconWord));
  self->parts.pool = g_byte_array_new ();
  self->slots_mask = 4095;
  self->slots = g_new0 (guint32, self->slots_mask + 1);
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->dead = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
builder_clear (PlxLexiconBuilder *self)
{
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->parts.conditions, g_array_unref);
  g_clear_pointer (&self->parts.terms, g_array_unref);
  g_clear_pointer (&self->parts.context_words, g_array_unref);
  g_clear_pointer (&self->parts.pool, g_byte_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->dead, g_array_unref);
  g_clear_pointer (&self->done, g_hash_table_unref);
}

static void
free_diagnostic (gpointer data)
{
  plx_diagnostic_free (data);
}

PlxLexiconBuilder *
plx_lexicon_builder_new (void)
{
  PlxLexiconBuilder *self = g_new0 (PlxLexiconBuilder, 1);

  self->diagnostics = g_ptr_array_new_with_free_func (free_diagnostic);
  builder_reset (self);
  return self;
}

void
plx_lexicon_builder_free (PlxLexiconBuilder *self)
{
  if (self == NULL)
    return;

  builder_clear (self);
  g_ptr_array_unref (self->diagnostics);
  g_free (self);
}

void
plx_lexicon_builder_set_open (PlxLexiconBuilder *self,
                              PlxLexiconOpenFunc open,
                              gpointer           user_data)
{
  g_return_if_fail (self != NULL);

  self->open = open;
  self->open_data = user_data;
}

GPtrArray *
plx_lexicon_builder_get_diagnostics (PlxLexiconBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostics;
}

static guint64
hash_string (guint64     hash,
             const char *string)
{
  for (; *string != '\0'; string++)
    hash = (hash ^ (guchar) *string) * G_GUINT64_CONSTANT (0x100000001b3);
  return (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

static guint64
entry_key (const PlxEntry *entry)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) (guint8) entry->axis ^
                 ((guint64) entry->role << 8);

  hash = hash_string (hash, entry->pattern);
  return hash_string (hash, entry->condition);
}

static void
grow_slots (PlxLexiconBuilder *self)
{
  guint32 mask = self->slots_mask * 2 + 1;
  guint32 *slots = g_new0 (guint32, mask + 1);

  for (guint32 i = 0; i < self->keys->len; i++)
    {
      guint32 slot = (guint32) (g_array_index (self->keys, guint64, i) >> 20) & mask;

      while (slots[slot] != 0)
        slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    }
  g_free (self->slots);
  self->slots = slots;
  self->slots_mask = mask;
}

/* Takes an entry in; one with the same pattern, axis, role and condition is replaced. */
void
plx_lexicon_builder_add_entry (PlxLexiconBuilder  *self,
                               const PlxEntry     *entry,
                               const PlxCondition *condition)
{
  PlxLexicon *lexicon = self->lexicon;
  guint64 key = entry_key (entry);
  guint32 slot;
  guint8 alive = 0;

  if (lexicon->entries->len * 2 >= self->slots_mask)
    grow_slots (self);

  slot = (guint32) (key >> 20) & self->slots_mask;
  for (; self->slots[slot] != 0; slot = (slot + 1) & self->slots_mask)
    {
      guint32 index = self->slots[slot] - 1;
      const PlxEntry *other = &g_array_index (lexicon->entries, PlxEntry, index);

      if (g_array_index (self->keys, guint64, index) == key && other->axis == entry->axis &&
          other->role == entry->role && strcmp (other->pattern, entry->pattern) == 0 &&
          strcmp (other->condition, entry->condition) == 0)
        {
          PlxReplacedEntry replaced = { *other, lexicon->entries->len };

          g_array_append_val (lexicon->replaced, replaced);
          g_array_index (self->dead, guint8, index) = 1;
          break;
        }
    }
  g_array_append_vals (lexicon->entries, entry, 1);
  g_array_append_vals (self->parts.conditions, condition, 1);
  g_array_append_val (self->keys, key);
  g_array_append_val (self->dead, alive);
  self->slots[slot] = lexicon->entries->len;
}

/* "off": every earlier entry of this pattern, role and axis. Rare, so by looking at them all. */
guint
plx_lexicon_builder_turn_off (PlxLexiconBuilder *self,
                              const PlxEntry    *off)
{
  guint n = 0;

  for (guint32 i = 0; i < self->lexicon->entries->len; i++)
    {
      const PlxEntry *entry = &g_array_index (self->lexicon->entries, PlxEntry, i);
      guint8 *dead = &g_array_index (self->dead, guint8, i);

      if (!*dead && entry->role == off->role && entry->axis == off->axis &&
          strcmp (entry->pattern, off->pattern) == 0)
        {
          *dead = 1;
          n++;
        }
    }
  return n;
}

/* Drops the entries that were replaced or turned off. */
static void
drop_dead (PlxLexiconBuilder *self)
{
  PlxLexicon *lexicon = self->lexicon;
  PlxEntry *entries = (PlxEntry *) (gpointer) lexicon->entries->data;
  PlxCondition *conditions = (PlxCondition *) (gpointer) self->parts.conditions->data;
  g_autofree guint32 *moved = g_new (guint32, lexicon->entries->len + 1);
  guint32 kept = 0;

  for (guint32 i = 0; i < lexicon->entries->len; i++)
    {
      moved[i] = g_array_index (self->dead, guint8, i) ? PLX_NONE : kept;
      if (moved[i] == PLX_NONE)
        continue;
      entries[kept] = entries[i];
      conditions[kept++] = conditions[i];
    }
  g_array_set_size (lexicon->entries, kept);
  g_array_set_size (self->parts.conditions, kept);
  for (guint i = 0; i < lexicon->replaced->len; i++)
    {
      PlxReplacedEntry *replaced = &g_array_index (lexicon->replaced, PlxReplacedEntry, i);

      replaced->by = moved[replaced->by];
    }
}

PlxLexicon *
plx_lexicon_builder_compile (PlxLexiconBuilder *self)
{
  PlxLexicon *lexicon;

  g_return_val_if_fail (self != NULL, NULL);

  drop_dead (self);
  lexicon = g_steal_pointer (&self->lexicon);
  plx_lexicon_compile_tables (lexicon, &self->parts);
  plx_lexicon_compute_digest (lexicon);
  builder_clear (self);
  builder_reset (self);
  return lexicon;
}
