/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Families of words that news copy uses for one thing, so that "the thaw" and "the easing of
 * tensions", "shares rose" and "shares climbed" have something in common. A word is in one family
 * at most, that of its commonest sense; opposites are in different ones.
 *
 * The shipped ones stand in data/lexicons/families.tsv, which is made part of the program when it is
 * built. A user's own file is read before them and so overrules them. data/lexicons/FORMAT.md
 * describes the format. */

#include <glib.h>

G_BEGIN_DECLS

/* A file with more bytes than this, or a family with more words, is a mistake. */
#define PLX_CONCEPTS_MAX_BYTES (4u * 1024 * 1024)
#define PLX_CONCEPTS_MAX_WORDS 64

typedef enum
{
  PLX_CONCEPTS_ERROR_FORMAT, /* not a file of families at all */
  PLX_CONCEPTS_ERROR_TOO_LARGE,
  PLX_CONCEPTS_ERROR_TOO_LATE, /* a vocabulary has been made already */
} PlxConceptsError;
#define PLX_CONCEPTS_ERROR (plx_concepts_error_quark ())
GQuark plx_concepts_error_quark (void);

/* plx_concepts_get: Returns: (transfer none): a family, its words in dictionary form, in lower
 *   case and separated by spaces; NULL from the first index on that there is none for. Families of
 *   a user's own come first. A family of one word, which only they may have, takes the word out of
 *   every other. */
const char *plx_concepts_get (guint index);

/* plx_concepts_add_bytes:
 * @path: (nullable): the file's name for messages
 * @diagnostics: (nullable) (element-type PlxDiagnostic): where what is wrong with single lines is
 *   added; such lines are skipped
 *
 * Reads a user's own families. They hold for the whole program, so that this must happen before the
 * first vocabulary is made, and on one thread.
 *
 * Returns: FALSE with @error set if it is no file of families at all, or too late */
gboolean    plx_concepts_add_bytes (GBytes *bytes, const char *path, GPtrArray *diagnostics, GError **error);

/* plx_concepts_check: as plx_concepts_add_bytes(), but nothing is kept. Returns: the number of
 * families that could be read; -1 with @error set if it is no file of families at all */
int         plx_concepts_check     (GBytes *bytes, const char *path, GPtrArray *diagnostics, GError **error);

/* plx_concepts_freeze: called by the first vocabulary; families cannot be added any more */
void        plx_concepts_freeze    (void);

G_END_DECLS
