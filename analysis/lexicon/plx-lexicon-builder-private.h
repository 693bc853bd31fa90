/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A lexicon while it is built: the builder, which keeps the entries apart, and the file being read.
 * plx-lexicon-file.c reads its lines, plx-lexicon-fields.c those that are entries. */

#include "plx-lexicon-private.h"

G_BEGIN_DECLS

typedef enum
{
  COLUMN_PATTERN,
  COLUMN_ROLE,
  COLUMN_AXIS,
  COLUMN_WEIGHT,
  COLUMN_CONDITION,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

struct _PlxLexiconBuilder
{
  PlxLexicon        *lexicon;
  PlxLexiconParts    parts;
  GPtrArray         *diagnostics;
  PlxLexiconOpenFunc open;
  gpointer           open_data;

  GHashTable        *done;    /* names of files read or being read; value 1 while being read */
  guint32           *slots;   /* open addressing: entry index + 1, by key hash */
  guint32            slots_mask;
  GArray            *keys;    /* of guint64, one for each entry */
  GArray            *dead;    /* of guint8, one for each entry: replaced or turned off */
  guint              depth;
};

/* The file being read. */
typedef struct
{
  PlxLexiconBuilder *builder;
  const char        *path;
  guint              source;
  guint              line;
  int                columns[N_COLUMNS]; /* the field that holds it, or -1 */
  gboolean           has_header;
  guint32            n_entries;
} PlxLexiconFile;

/* plx_diagnose: adds a message about the line being read; @column: from 1, 0 for none */
void plx_diagnose (PlxLexiconFile *file, guint column, PlxSeverity severity, const char *format,
                   ...) G_GNUC_PRINTF (4, 5);

#define PLX_LEXICON_MAX_FIELDS 16

/* plx_lexicon_split_fields: cuts a line at its tabs, in place. Returns: their number, at most @max */
guint plx_lexicon_split_fields (char *line, char **fields, guint max);

/* plx_lexicon_file_read_entry: takes in the entry of a line, or says what is wrong with it */
void plx_lexicon_file_read_entry (PlxLexiconFile *file, char *line);

/* plx_lexicon_builder_add_entry: takes an entry in; one with the same pattern, axis, role and
 *   condition is replaced */
void plx_lexicon_builder_add_entry (PlxLexiconBuilder *self, const PlxEntry *entry,
                                    const PlxCondition *condition);

/* plx_lexicon_builder_turn_off: "off": every earlier entry of this pattern, role and axis. Returns:
 *   how many there were */
guint plx_lexicon_builder_turn_off (PlxLexiconBuilder *self, const PlxEntry *off);

G_END_DECLS
