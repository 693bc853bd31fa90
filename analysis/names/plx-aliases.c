/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-aliases-private.h"

#include <string.h>

#include "analysis/lexicon/plx-lexicon.h"

typedef PlxAliasSlot Slot;
typedef PlxAliasName Name;

static const char *const kind_names[] = { "unknown", "person", "place", "organisation" };

G_DEFINE_QUARK (plx-aliases-error-quark, plx_aliases_error)

PlxAliases *
plx_aliases_new (void)
{
  PlxAliases *self = g_new0 (PlxAliases, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->strings = g_string_chunk_new (1024);
  self->aliases_mask = self->firsts_mask = 255;
  self->aliases = g_new0 (Slot, self->aliases_mask + 1);
  self->firsts = g_new0 (Slot, self->firsts_mask + 1);
  return self;
}

PlxAliases *
plx_aliases_ref (PlxAliases *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
plx_aliases_unref (PlxAliases *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->names);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->image, g_bytes_unref);
  g_free (self->aliases);
  g_free (self->firsts);
  g_free (self);
}

/* The slot of a key, or the free one where it belongs. */
static Slot *
find_slot (Slot   *slots,
           guint32 mask,
           guint32 key)
{
  guint32 i = (key ^ key >> 16) & mask;

  while (slots[i].key != 0 && slots[i].key != key)
    i = (i + 1) & mask;
  return &slots[i];
}

/* The slot of a key, made if need be; the table keeps half of its slots free. */
static Slot *
ensure_slot (Slot   **slots,
             guint32 *mask,
             guint32 *n,
             guint32  key)
{
  Slot *slot;

  if (*n * 2 > *mask)
    {
      guint32 new_mask = *mask * 2 + 1;
      Slot *grown = g_new0 (Slot, (gsize) new_mask + 1);

      for (guint32 i = 0; i <= *mask; i++)
        {
          if ((*slots)[i].key != 0)
            *find_slot (grown, new_mask, (*slots)[i].key) = (*slots)[i];
        }
      g_free (*slots);
      *slots = grown;
      *mask = new_mask;
    }
  slot = find_slot (*slots, *mask, key);
  if (slot->key == 0)
    {
      slot->key = key;
      slot->name = PLX_NONE;
      (*n)++;
    }
  return slot;
}

/* What reading a table takes besides the table. */
typedef struct
{
  PlxAliases *aliases;
  GHashTable *by_name; /* name → index + 1 */
  PlxText    *text;    /* scratch: cuts an alias into words */
} Adding;

static void
adding_init (Adding     *self,
             PlxAliases *aliases)
{
  self->aliases = aliases;
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->text = plx_text_new ();
  for (guint i = 0; i < aliases->names->len; i++)
    g_hash_table_insert (self->by_name, (char *) g_array_index (aliases->names, Name, i).name,
                         GUINT_TO_POINTER (i + 1));
}

static void
adding_clear (Adding *self)
{
  g_hash_table_unref (self->by_name);
  plx_text_free (self->text);
}

static guint32
ensure_name (Adding     *self,
             const char *text,
             PlxNameKind kind)
{
  GArray *names = self->aliases->names;
  guint32 index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, text));
  Name name = { NULL, kind };

  if (index > 0)
    {
      g_array_index (names, Name, index - 1).kind = kind;
      return index - 1;
    }
  name.name = g_string_chunk_insert (self->aliases->strings, text);
  g_array_append_val (names, name);
  g_hash_table_insert (self->by_name, (char *) name.name, GUINT_TO_POINTER (names->len));
  return names->len - 1;
}

/* The key of a name as its words make it, and how many they are: 0 if none or too many. */
static guint32
key_of_text (PlxText    *text,
             const char *name,
             guint      *out_n_words,
             guint32    *out_first)
{
  gsize length = strlen (name);
  guint32 key = PLX_ALIASES_KEY_INIT;
  guint n = 0;

  plx_text_set_bytes (text, name, length);
  plx_text_read_span (text, (PlxSpan) { 0, (guint32) length });
  for (guint i = 0; i < text->tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (text->tokens, PlxToken, i);

      if (token->hash == 0)
        continue;
      if (n++ == 0)
        *out_first = token->hash;
      key = plx_aliases_key (key, token->hash);
    }
  *out_n_words = n <= PLX_ALIAS_MAX_WORDS ? n : 0;
  return key != 0 ? key : 1;
}

static gboolean
is_short_capitals (const char *alias)
{
  guint n = 0;

  for (; *alias != '\0'; alias++)
    {
      if (*alias == '.')
        continue;
      if (!g_ascii_isupper (*alias))
        return FALSE;
      n++;
    }
  return n >= 2 && n <= 4;
}

/* Returns: NULL, or what is wrong with the alias */
static const char *
add_alias (Adding     *adding,
           const char *alias,
           guint32     name,
           guint32     flags)
{
  PlxAliases *self = adding->aliases;
  guint n_words;
  guint32 first = 0;
  guint32 key = key_of_text (adding->text, alias, &n_words, &first);
  Slot *slot;

  if (n_words == 0)
    return "an alias has between one and eight words";
  slot = ensure_slot (&self->aliases, &self->aliases_mask, &self->n_aliases, key);
  slot->name = name;
  slot->flags = (guint8) (flags | (is_short_capitals (alias) ? PLX_ALIAS_CAPITALS : 0));
  slot = ensure_slot (&self->firsts, &self->firsts_mask, &self->n_firsts, first);
  slot->max_words = (guint8) MAX (slot->max_words, n_words);
  self->bitmap[first >> 12 & 1023] |= 1u << (first >> 7 & 31);
  return NULL;
}

static gboolean
kind_from_string (const char  *text,
                  PlxNameKind *out_kind)
{
  for (guint i = PLX_NAME_PERSON; i < G_N_ELEMENTS (kind_names); i++)
    {
      if (strcmp (text, kind_names[i]) == 0)
        {
          *out_kind = (PlxNameKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
complain (GPtrArray  *diagnostics,
          const char *path,
          guint       line,
          const char *message)
{
  PlxDiagnostic *diagnostic;

  if (diagnostics == NULL)
    return;
  diagnostic = g_new0 (PlxDiagnostic, 1);
  diagnostic->path = g_strdup (path != NULL ? path : "aliases");
  diagnostic->line = line;
  diagnostic->severity = PLX_SEVERITY_ERROR;
  diagnostic->message = g_strdup (message);
  g_ptr_array_add (diagnostics, diagnostic);
}

static guint32
lookup (const PlxAliases *self,
        PlxText          *scratch,
        const char       *alias)
{
  guint n_words;
  guint32 first;
  guint32 key = key_of_text (scratch, alias, &n_words, &first);

  return n_words > 0 ? plx_aliases_lookup_key (self, key, NULL) : PLX_NONE;
}

/* Returns: NULL, or what is wrong with the line */
static const char *
add_line (Adding     *self,
          const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  PlxNameKind kind;
  guint32 name;
  guint32 flags = 0;
  const char *wrong;

  if (g_strv_length (fields) < 3)
    return "the line needs three fields with tabs between them: alias, name, kind";
  for (guint i = 0; i < 3; i++)
    g_strstrip (fields[i]);
  if (*fields[0] == '\0' || *fields[1] == '\0')
    return "the alias or the name is empty";
  if (!kind_from_string (fields[2], &kind))
    return "the kind is none of person, place and organisation";
  name = ensure_name (self, fields[1], kind);
  if (fields[3] != NULL && g_str_has_prefix (fields[3], "people"))
    flags |= PLX_ALIAS_PEOPLE;
  wrong = add_alias (self, fields[0], name, flags);
  if (wrong != NULL)
    return wrong;
  /* the name means itself, unless the table says otherwise elsewhere */
  if (lookup (self->aliases, self->text, fields[1]) == PLX_NONE)
    return add_alias (self, fields[1], name, 0);
  return NULL;
}

gboolean
plx_aliases_add (PlxAliases *self,
                 const char *alias,
                 const char *target)
{
  Adding adding;
  guint32 name;
  guint32 flags = 0;
  gboolean succeeded;

  g_return_val_if_fail (self != NULL && alias != NULL && target != NULL, FALSE);

  adding_init (&adding, self);
  name = lookup (self, adding.text, target);
  succeeded = name != PLX_NONE;
  if (!succeeded && *target != '\0')
    {
      name = ensure_name (&adding, target, PLX_NAME_UNKNOWN);
      succeeded = add_alias (&adding, target, name, 0) == NULL;
    }
  if (succeeded)
    {
      guint n_words;
      guint32 first;

      /* An adjective stays one, whomever it is made to mean. */
      plx_aliases_lookup_key (self, key_of_text (adding.text, alias, &n_words, &first), &flags);
      succeeded = add_alias (&adding, alias, name, flags & PLX_ALIAS_PEOPLE) == NULL;
    }
  adding_clear (&adding);
  return succeeded;
}

gboolean
plx_aliases_add_bytes (PlxAliases *self,
                       GBytes     *bytes,
                       const char *path,
                       GPtrArray  *diagnostics,
                       GError    **error)
{
  static const char head[] = "#parallax-aliases 1";
  gsize size;
  const char *data;
  Adding adding;
  guint number = 0;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  if (size > PLX_ALIASES_MAX_BYTES)
    {
      g_set_error (error, PLX_ALIASES_ERROR, PLX_ALIASES_ERROR_TOO_LARGE,
                   "the alias table is larger than %u MB", PLX_ALIASES_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (size < sizeof head - 1 || memcmp (data, head, sizeof head - 1) != 0)
    {
      g_set_error (error, PLX_ALIASES_ERROR, PLX_ALIASES_ERROR_FORMAT,
                   "this is no alias table: its first line must be “%s”", head);
      return FALSE;
    }
  adding_init (&adding, self);
  for (gsize at = 0; at < size; number++)
    {
      const char *end = memchr (data + at, '\n', size - at);
      gsize length = end != NULL ? (gsize) (end - (data + at)) : size - at;
      g_autofree char *line = g_strndup (data + at, length);
      const char *wrong = NULL;

      at += length + 1;
      g_strchomp (line);
      if (line[0] == '#' || line[0] == '\0')
        continue;
      wrong = g_utf8_validate (line, -1, NULL) ? add_line (&adding, line) : "the line is not UTF-8";
      if (wrong != NULL)
        complain (diagnostics, path, number + 1, wrong);
    }
  adding_clear (&adding);
  return TRUE;
}

guint32
plx_aliases_get_n_names (const PlxAliases *self)
{
  return self->names->len;
}

const char *
plx_aliases_get_name (const PlxAliases *self,
                      guint32           index)
{
  g_return_val_if_fail (index < self->names->len, NULL);

  return g_array_index (self->names, Name, index).name;
}

PlxNameKind
plx_aliases_get_kind (const PlxAliases *self,
                      guint32           index)
{
  g_return_val_if_fail (index < self->names->len, PLX_NAME_UNKNOWN);

  return g_array_index (self->names, Name, index).kind;
}

guint32
plx_aliases_lookup_key (const PlxAliases *self,
                        guint32           key,
                        guint32          *out_flags)
{
  const Slot *slot = find_slot (self->aliases, self->aliases_mask, key != 0 ? key : 1);

  if (slot->key == 0)
    return PLX_NONE;
  if (out_flags != NULL)
    *out_flags = slot->flags;
  return slot->name;
}

guint32
plx_aliases_lookup (const PlxAliases *self,
                    const char       *alias)
{
  g_autoptr (PlxText) text = NULL;

  g_return_val_if_fail (self != NULL && alias != NULL, PLX_NONE);

  text = plx_text_new ();
  return lookup (self, text, alias);
}

guint
plx_aliases_max_words (const PlxAliases *self,
                       guint32           word_hash)
{
  if (!(self->bitmap[word_hash >> 12 & 1023] & 1u << (word_hash >> 7 & 31)))
    return 0;
  return find_slot (self->firsts, self->firsts_mask, word_hash)->max_words;
}
