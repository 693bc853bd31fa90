/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <string.h>

/* The image of a compiled lexicon: a header with the place of each section, then the sections.
 * It is made when Parallax is built and read by that very program, so what is checked is that it
 * is of the same version and that no section reaches beyond the end. */

#define IMAGE_MAGIC G_GUINT64_CONSTANT (0x31786c5078654c50)
/* Goes up with every change of a structure that is written, or of plx_word_hash(). */
#define IMAGE_VERSION (PLX_LEXICON_READING_VERSION * 1000u + 10u)
#define IMAGE_ALIGNMENT 16u

typedef enum
{
  SECTION_ENTRIES,
  SECTION_STRINGS,
  SECTION_AXES,
  SECTION_SOURCES,
  SECTION_CONDITIONS,
  SECTION_TERMS,
  SECTION_CONTEXT_WORDS,
  SECTION_POOL,
  SECTION_ROOTS,
  SECTION_BITMAP,
  SECTION_STATES,
  SECTION_EDGES,
  SECTION_ACCEPTS,
  SECTION_WILD_EDGES,
  SECTION_WILD_HEADS,
  SECTION_VOICE_WORDS,
  N_SECTIONS
} Section;

typedef struct
{
  guint64 magic;
  guint32 version;
  guint32 total;
  char    digest[40];
  struct
  {
    guint32 offset;
    guint32 n; /* elements */
  } sections[N_SECTIONS];
} ImageHeader;

typedef struct
{
  double  weight;
  guint32 pattern; /* offsets into the strings */
  guint32 condition;
  guint32 note;
  guint32 line;
  guint16 source;
  gint8   axis;
  guint8  role;
  guint8  shifter;
  guint8  padding[3];
} ImageEntry;

typedef struct
{
  guint32 strings[3]; /* G_MAXUINT32 for NULL */
} ImageStrings;

typedef struct
{
  GByteArray *bytes;
  ImageHeader header;
  GString    *strings;
} Writer;

static void
write_section (Writer       *self,
               Section       section,
               gconstpointer data,
               gsize         size,
               guint32       n)
{
  static const guint8 zeros[IMAGE_ALIGNMENT];
  guint rest = self->bytes->len % IMAGE_ALIGNMENT;

  if (rest != 0)
    g_byte_array_append (self->bytes, zeros, IMAGE_ALIGNMENT - rest);
  self->header.sections[section].offset = self->bytes->len;
  self->header.sections[section].n = n;
  g_byte_array_append (self->bytes, data, (guint) (size * n));
}

static guint32
add_string (Writer     *self,
            const char *string)
{
  guint32 offset = (guint32) self->strings->len;

  if (string == NULL)
    return G_MAXUINT32;
  if (*string == '\0' && offset > 0)
    return 0; /* the first string is empty */
  g_string_append_len (self->strings, string, (gssize) strlen (string) + 1);
  return offset;
}

static void
write_entries (Writer           *self,
               const PlxLexicon *lexicon)
{
  g_autofree ImageEntry *entries = g_new0 (ImageEntry, lexicon->entries->len);

  for (guint32 i = 0; i < lexicon->entries->len; i++)
    {
      const PlxEntry *entry = &g_array_index (lexicon->entries, PlxEntry, i);

      entries[i].weight = entry->weight;
      entries[i].pattern = add_string (self, entry->pattern);
      entries[i].condition = add_string (self, entry->condition);
      entries[i].note = add_string (self, entry->note);
      entries[i].line = entry->line;
      entries[i].source = entry->source;
      entries[i].axis = entry->axis;
      entries[i].role = entry->role;
      entries[i].shifter = entry->shifter;
    }
  write_section (self, SECTION_ENTRIES, entries, sizeof *entries, lexicon->entries->len);
}

static void
write_names (Writer           *self,
             const PlxLexicon *lexicon)
{
  g_autoptr (GArray) axes = g_array_new (FALSE, FALSE, sizeof (ImageStrings));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (ImageStrings));

  for (guint i = 0; i < lexicon->axes->len; i++)
    {
      const PlxAxis *axis = &g_array_index (lexicon->axes, PlxAxis, i);
      ImageStrings strings = { { add_string (self, axis->id), add_string (self, axis->negative),
                                 add_string (self, axis->positive) } };

      g_array_append_val (axes, strings);
    }
  for (guint i = 0; i < lexicon->sources->len; i++)
    {
      const PlxLexiconSource *source = &g_array_index (lexicon->sources, PlxLexiconSource, i);
      ImageStrings strings = { { add_string (self, source->name), add_string (self, source->version),
                                 add_string (self, source->path) } };

      g_array_append_val (sources, strings);
    }
  write_section (self, SECTION_AXES, axes->data, sizeof (ImageStrings), axes->len);
  write_section (self, SECTION_SOURCES, sources->data, sizeof (ImageStrings), sources->len);
}

GBytes *
plx_lexicon_write_image (const PlxLexicon *lexicon)
{
  const PlxLexiconTables *tables;
  g_autoptr (PlxVoiceWords) voice_words = NULL;
  Writer writer = { .bytes = g_byte_array_new (), .strings = g_string_new (NULL) };

  g_return_val_if_fail (lexicon != NULL, NULL);

  tables = &lexicon->tables;
  voice_words = plx_voice_words_new (lexicon);
  g_string_append_c (writer.strings, '\0');
  g_byte_array_append (writer.bytes, (const guint8 *) &writer.header, sizeof writer.header);
  write_entries (&writer, lexicon);
  write_names (&writer, lexicon);
  write_section (&writer, SECTION_STRINGS, writer.strings->str, 1, (guint32) writer.strings->len);
  write_section (&writer, SECTION_CONDITIONS, tables->conditions, sizeof (PlxCondition),
                 lexicon->entries->len);
  write_section (&writer, SECTION_TERMS, tables->terms, sizeof (PlxContextTerm), tables->n_terms);
  write_section (&writer, SECTION_CONTEXT_WORDS, tables->context_words, sizeof (PlxLexiconWord),
                 tables->n_context_words);
  write_section (&writer, SECTION_POOL, tables->pool, 1, tables->n_pool);
  write_section (&writer, SECTION_ROOTS, tables->roots, sizeof (PlxRootSlot), tables->roots_mask + 1);
  write_section (&writer, SECTION_BITMAP, tables->bitmap, 4, (tables->bitmap_mask + 1) / 32);
  write_section (&writer, SECTION_STATES, tables->states, sizeof (PlxState), tables->n_states);
  write_section (&writer, SECTION_EDGES, tables->edges, sizeof (PlxEdge),
                 tables->edges_mask + 1);
  write_section (&writer, SECTION_ACCEPTS, tables->accepts, sizeof (PlxAccept), tables->n_accepts);
  write_section (&writer, SECTION_WILD_EDGES, tables->wild_edges, sizeof (PlxWildEdge),
                 tables->n_wild_edges);
  write_section (&writer, SECTION_WILD_HEADS, tables->wild_heads, sizeof (PlxWildHeads), 1);
  write_section (&writer, SECTION_VOICE_WORDS, voice_words->slots, sizeof (PlxVoiceWord),
                 voice_words->mask + 1);

  writer.header.magic = IMAGE_MAGIC;
  writer.header.version = IMAGE_VERSION;
  writer.header.total = writer.bytes->len;
  memcpy (writer.header.digest, lexicon->digest, sizeof lexicon->digest);
  memcpy (writer.bytes->data, &writer.header, sizeof writer.header);
  g_string_free (writer.strings, TRUE);
  return g_byte_array_free_to_bytes (writer.bytes);
}

static const gsize section_sizes[N_SECTIONS] = {
  [SECTION_ENTRIES] = sizeof (ImageEntry),
  [SECTION_STRINGS] = 1,
  [SECTION_AXES] = sizeof (ImageStrings),
  [SECTION_SOURCES] = sizeof (ImageStrings),
  [SECTION_CONDITIONS] = sizeof (PlxCondition),
  [SECTION_TERMS] = sizeof (PlxContextTerm),
  [SECTION_CONTEXT_WORDS] = sizeof (PlxLexiconWord),
  [SECTION_POOL] = 1,
  [SECTION_ROOTS] = sizeof (PlxRootSlot),
  [SECTION_BITMAP] = 4,
  [SECTION_STATES] = sizeof (PlxState),
  [SECTION_EDGES] = sizeof (PlxEdge),
  [SECTION_ACCEPTS] = sizeof (PlxAccept),
  [SECTION_WILD_EDGES] = sizeof (PlxWildEdge),
  [SECTION_WILD_HEADS] = sizeof (PlxWildHeads),
  [SECTION_VOICE_WORDS] = sizeof (PlxVoiceWord),
};

static gboolean
is_usable (const ImageHeader *header,
           gsize              length)
{
  if (length < sizeof *header || header->magic != IMAGE_MAGIC || header->version != IMAGE_VERSION ||
      header->total != length)
    return FALSE;
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      guint64 end = header->sections[i].offset + (guint64) header->sections[i].n * section_sizes[i];

      if (header->sections[i].offset % IMAGE_ALIGNMENT != 0 || end > length)
        return FALSE;
    }
  return header->sections[SECTION_STRINGS].n > 0 && header->sections[SECTION_AXES].n <= PLX_MAX_AXES;
}

static const char *
get_string (const char *strings,
            guint32     offset)
{
  return offset == G_MAXUINT32 ? NULL : strings + offset;
}

static void
read_names (PlxLexicon         *self,
            const ImageStrings *axes,
            guint               n_axes,
            const ImageStrings *sources,
            guint               n_sources,
            const char         *strings)
{
  for (guint i = 0; i < n_axes; i++)
    {
      PlxAxis axis = { g_strdup (get_string (strings, axes[i].strings[0])),
                       g_strdup (get_string (strings, axes[i].strings[1])),
                       g_strdup (get_string (strings, axes[i].strings[2])) };

      g_array_append_val (self->axes, axis);
    }
  for (guint i = 0; i < n_sources; i++)
    {
      PlxLexiconSource source = { g_strdup (get_string (strings, sources[i].strings[0])),
                                  g_strdup (get_string (strings, sources[i].strings[1])),
                                  g_strdup (get_string (strings, sources[i].strings[2])) };

      g_array_append_val (self->sources, source);
    }
}

static void
read_entries (PlxLexicon       *self,
              const ImageEntry *from,
              guint32           n,
              const char       *strings)
{
  g_array_set_size (self->entries, n);
  for (guint32 i = 0; i < n; i++)
    {
      g_array_index (self->entries, PlxEntry, i) = (PlxEntry) {
        .pattern = strings + from[i].pattern,
        .condition = strings + from[i].condition,
        .note = strings + from[i].note,
        .weight = from[i].weight,
        .line = from[i].line,
        .source = from[i].source,
        .axis = from[i].axis,
        .role = from[i].role,
        .shifter = from[i].shifter,
      };
    }
}

PlxLexicon *
plx_lexicon_new_from_image (GBytes *image)
{
  gsize length;
  const guint8 *data;
  const ImageHeader *header;
  PlxLexicon *self;
  const char *strings;

  g_return_val_if_fail (image != NULL, NULL);

  data = g_bytes_get_data (image, &length);
  header = (const ImageHeader *) (gconstpointer) data;
  if (GPOINTER_TO_SIZE (data) % G_ALIGNOF (ImageHeader) != 0 || !is_usable (header, length))
    return NULL;

#define SECTION(which) ((gconstpointer) (data + header->sections[which].offset))
#define COUNT(which) (header->sections[which].n)
  self = plx_lexicon_new_empty ();
  self->image = g_bytes_ref (image);
  memcpy (self->digest, header->digest, sizeof self->digest);
  strings = SECTION (SECTION_STRINGS);
  read_entries (self, SECTION (SECTION_ENTRIES), COUNT (SECTION_ENTRIES), strings);
  read_names (self, SECTION (SECTION_AXES), COUNT (SECTION_AXES), SECTION (SECTION_SOURCES),
              COUNT (SECTION_SOURCES), strings);
  self->tables = (PlxLexiconTables) {
    .conditions = SECTION (SECTION_CONDITIONS),
    .terms = SECTION (SECTION_TERMS),
    .context_words = SECTION (SECTION_CONTEXT_WORDS),
    .pool = SECTION (SECTION_POOL),
    .roots = SECTION (SECTION_ROOTS),
    .bitmap = SECTION (SECTION_BITMAP),
    .states = SECTION (SECTION_STATES),
    .edges = SECTION (SECTION_EDGES),
    .accepts = SECTION (SECTION_ACCEPTS),
    .wild_edges = SECTION (SECTION_WILD_EDGES),
    .wild_heads = SECTION (SECTION_WILD_HEADS),
    .voice_words = SECTION (SECTION_VOICE_WORDS),
    .voice_words_mask = COUNT (SECTION_VOICE_WORDS) - 1,
    .roots_mask = COUNT (SECTION_ROOTS) - 1,
    .bitmap_mask = COUNT (SECTION_BITMAP) * 32 - 1,
    .n_terms = COUNT (SECTION_TERMS),
    .n_context_words = COUNT (SECTION_CONTEXT_WORDS),
    .n_pool = COUNT (SECTION_POOL),
    .n_states = COUNT (SECTION_STATES),
    .edges_mask = COUNT (SECTION_EDGES) - 1,
    .n_accepts = COUNT (SECTION_ACCEPTS),
    .n_wild_edges = COUNT (SECTION_WILD_EDGES),
  };
#undef SECTION
#undef COUNT
  return self;
}
