/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The alias table: which names mean the same. "Washington", "U.S." and "American" are the United
 * States; "MOFCOM" is the Ministry of Commerce. A plain text file that anyone can edit:
 *
 *   #parallax-aliases 1
 *   ALIAS <tab> NAME <tab> person|place|organisation <tab> NOTE
 *
 * Lines that begin with # and empty lines are comments. The name that all aliases of a thing share
 * is what targets are called by; it is an alias of itself. A later line for the same alias
 * overrules an earlier one, so that a user's file can be read after the shipped one. An alias of
 * two to four capitals ("US", "WHO") matches only in capitals, any other only when capitalised. A
 * note that begins with "people" says that the alias is an adjective or a people's name: in
 * "Chinese Academy", unlike "China Daily", it stays a name of its own. */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_NAME_UNKNOWN,
  PLX_NAME_PERSON,
  PLX_NAME_PLACE,
  PLX_NAME_ORGANISATION,
} PlxNameKind;

#define PLX_ALIAS_MAX_WORDS 8
/* More bytes than this are a mistake, not a table. */
#define PLX_ALIASES_MAX_BYTES (16u * 1024 * 1024)

typedef enum
{
  PLX_ALIASES_ERROR_FORMAT, /* not an alias table at all */
  PLX_ALIASES_ERROR_TOO_LARGE,
} PlxAliasesError;
#define PLX_ALIASES_ERROR (plx_aliases_error_quark ())
GQuark plx_aliases_error_quark (void);

typedef struct _PlxAliases PlxAliases;

/* plx_aliases_new: Returns: (transfer full): an empty table. Once it is filled and handed to a
 * reader it must not change; any number of threads may then share it. */
PlxAliases *plx_aliases_new   (void);
PlxAliases *plx_aliases_ref   (PlxAliases *self);
void        plx_aliases_unref (PlxAliases *self);

/* plx_aliases_add_bytes:
 * @path: (nullable): the file's name for messages
 * @diagnostics: (nullable) (element-type PlxDiagnostic): where what is wrong with single lines is
 *   added; such lines are skipped
 *
 * Reads one table. Returns: FALSE with @error set if it is no alias table at all */
gboolean    plx_aliases_add_bytes (PlxAliases *self, GBytes *bytes, const char *path,
                                   GPtrArray *diagnostics, GError **error);

/* plx_aliases_add:
 * @target: a name that the table knows, under any of its aliases, or a new one
 *
 * Makes @alias mean @target, whatever it meant before. Returns: FALSE if either is no name: empty,
 *   or of too many words */
gboolean    plx_aliases_add       (PlxAliases *self, const char *alias, const char *target);

/* plx_aliases_write_image: Returns: (transfer full): the table as bytes for
 *   plx_aliases_new_from_image() of the same build; no format for files that are passed on */
GBytes     *plx_aliases_write_image    (const PlxAliases *self);

/* plx_aliases_new_from_image: Returns: (transfer full) (nullable): the table, to which more may be
 *   added; it keeps a reference of @image. NULL if @image was made by another version or is cut
 *   short. The contents are trusted: never use it on files from elsewhere. */
PlxAliases *plx_aliases_new_from_image (GBytes *image);

/* plx_aliases_get_n_names: Returns: how many things the table names; they count from 0 */
guint32     plx_aliases_get_n_names (const PlxAliases *self);
const char *plx_aliases_get_name    (const PlxAliases *self, guint32 index);
PlxNameKind plx_aliases_get_kind    (const PlxAliases *self, guint32 index);

/* plx_aliases_key: the key of a name so far, with one more word, by its plx_word_hash(); begin
 * with PLX_ALIASES_KEY_INIT */
#define PLX_ALIASES_KEY_INIT 0x9e3779b9u
static inline guint32
plx_aliases_key (guint32 key,
                 guint32 word_hash)
{
  return (key ^ word_hash) * 0x85ebca6bu + (key >> 15);
}

typedef enum
{
  PLX_ALIAS_CAPITALS = 1 << 0, /* means anything only in capitals */
  PLX_ALIAS_PEOPLE = 1 << 1,   /* an adjective or a people's name */
} PlxAliasFlags;

/* plx_aliases_lookup_key:
 * @out_flags: (out) (optional): PlxAliasFlags
 *
 * Returns: the thing that a name with this key means, or PLX_NONE */
guint32     plx_aliases_lookup_key (const PlxAliases *self, guint32 key, guint32 *out_flags);

/* plx_aliases_lookup: Returns: the thing that @alias means, or PLX_NONE */
guint32     plx_aliases_lookup     (const PlxAliases *self, const char *alias);

/* plx_aliases_max_words: Returns: at most how many words an alias has that begins with the word
 *   with this hash; 0: none does */
guint       plx_aliases_max_words  (const PlxAliases *self, guint32 word_hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAliases, plx_aliases_unref)

G_END_DECLS
