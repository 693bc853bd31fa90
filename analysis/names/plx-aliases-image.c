/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-aliases-private.h"

#include <string.h>

/* The image of an alias table: a header, then the names, the two tables and the strings. Like that
 * of the lexicon it is made when Parallax is built and read by that very program; reading the text
 * took a third of the start of a run over one sentence. */

#define IMAGE_MAGIC G_GUINT64_CONSTANT (0x3161786c41786c50)
/* Goes up with every change of a structure that is written, or of plx_word_hash(). */
#define IMAGE_VERSION 2u

typedef struct
{
  guint64 magic;
  guint32 version;
  guint32 total;
  guint32 n_names;
  guint32 n_aliases, aliases_mask;
  guint32 n_firsts, firsts_mask;
  guint32 n_string_bytes;
  guint32 bitmap[1024];
} ImageHeader;

typedef struct
{
  guint32 name; /* offset into the strings */
  guint32 kind; /* PlxNameKind */
} ImageName;

static gsize
slots_size (guint32 mask)
{
  return ((gsize) mask + 1) * sizeof (PlxAliasSlot);
}

GBytes *
plx_aliases_write_image (const PlxAliases *self)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (ImageName));
  g_autoptr (GString) strings = g_string_new (NULL);
  GByteArray *bytes = g_byte_array_new ();
  ImageHeader header = { .magic = IMAGE_MAGIC, .version = IMAGE_VERSION };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const PlxAliasName *from = &g_array_index (self->names, PlxAliasName, i);
      ImageName name = { (guint32) strings->len, from->kind };

      g_array_append_val (names, name);
      g_string_append_len (strings, from->name, (gssize) strlen (from->name) + 1);
    }
  header.n_names = names->len;
  header.n_aliases = self->n_aliases;
  header.aliases_mask = self->aliases_mask;
  header.n_firsts = self->n_firsts;
  header.firsts_mask = self->firsts_mask;
  header.n_string_bytes = (guint32) strings->len;
  header.total = (guint32) (sizeof header + names->len * sizeof (ImageName) +
                            slots_size (self->aliases_mask) + slots_size (self->firsts_mask) +
                            strings->len);
  memcpy (header.bitmap, self->bitmap, sizeof header.bitmap);

  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) names->data, names->len * (guint) sizeof (ImageName));
  g_byte_array_append (bytes, (const guint8 *) self->aliases, (guint) slots_size (self->aliases_mask));
  g_byte_array_append (bytes, (const guint8 *) self->firsts, (guint) slots_size (self->firsts_mask));
  g_byte_array_append (bytes, (const guint8 *) strings->str, (guint) strings->len);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
is_usable (const ImageHeader *header,
           gsize              length)
{
  return length >= sizeof *header && header->magic == IMAGE_MAGIC &&
         header->version == IMAGE_VERSION && header->total == length &&
         sizeof *header + header->n_names * sizeof (ImageName) + slots_size (header->aliases_mask) +
             slots_size (header->firsts_mask) + header->n_string_bytes == length;
}

PlxAliases *
plx_aliases_new_from_image (GBytes *image)
{
  gsize length;
  const guint8 *data;
  const ImageHeader *header;
  const ImageName *names;
  const char *strings;
  PlxAliases *self;

  g_return_val_if_fail (image != NULL, NULL);

  data = g_bytes_get_data (image, &length);
  header = (const ImageHeader *) (gconstpointer) data;
  if (GPOINTER_TO_SIZE (data) % G_ALIGNOF (ImageHeader) != 0 || !is_usable (header, length))
    return NULL;

  self = g_new0 (PlxAliases, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->image = g_bytes_ref (image);
  self->strings = g_string_chunk_new (1024);
  self->n_aliases = header->n_aliases;
  self->aliases_mask = header->aliases_mask;
  self->n_firsts = header->n_firsts;
  self->firsts_mask = header->firsts_mask;
  memcpy (self->bitmap, header->bitmap, sizeof self->bitmap);

  names = (const ImageName *) (gconstpointer) (header + 1);
  data = (const guint8 *) (names + header->n_names);
  /* copied, since a user's table may be added */
  self->aliases = g_memdup2 (data, slots_size (self->aliases_mask));
  data += slots_size (self->aliases_mask);
  self->firsts = g_memdup2 (data, slots_size (self->firsts_mask));
  strings = (const char *) data + slots_size (self->firsts_mask);
  self->names = g_array_sized_new (FALSE, FALSE, sizeof (PlxAliasName), header->n_names);
  g_array_set_size (self->names, header->n_names);
  for (guint32 i = 0; i < header->n_names; i++)
    g_array_index (self->names, PlxAliasName, i) =
      (PlxAliasName) { strings + names[i].name, (PlxNameKind) names[i].kind };
  return self;
}
