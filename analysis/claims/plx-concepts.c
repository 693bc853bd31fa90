/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-concepts.h"

#include "analysis/lexicon/plx-lexicon.h"

#include <string.h>

G_DEFINE_QUARK (plx-concepts-error-quark, plx_concepts_error)

/* The lines of data/lexicons/families.tsv, as list-families.sh has them. */
static const char *const shipped[] = {
#include "plx-families-list.h"
};

static GPtrArray *own; /* of char *; NULL: none */
static gsize is_frozen;

const char *
plx_concepts_get (guint index)
{
  guint n_own = own != NULL ? own->len : 0;

  if (index < n_own)
    return g_ptr_array_index (own, index);
  return index - n_own < G_N_ELEMENTS (shipped) ? shipped[index - n_own] : NULL;
}

void
plx_concepts_freeze (void)
{
  g_atomic_pointer_set (&is_frozen, 1);
}

static void
complain (GPtrArray  *diagnostics,
          const char *path,
          guint       line,
          const char *format,
          const char *word)
{
  PlxDiagnostic *diagnostic;

  if (diagnostics == NULL)
    return;
  diagnostic = g_new0 (PlxDiagnostic, 1);
  diagnostic->path = g_strdup (path != NULL ? path : "families");
  diagnostic->line = line;
  diagnostic->severity = PLX_SEVERITY_ERROR;
  diagnostic->message = g_strdup_printf ("%s%s%s", format, word != NULL ? ": " : "", word != NULL ? word : "");
  g_ptr_array_add (diagnostics, diagnostic);
}

/* Whether it is a word as a vocabulary has them: letters in lower case and apostrophes. */
static gboolean
is_plain_word (const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!(c == '\'' || (g_unichar_isalpha (c) && !g_unichar_isupper (c))))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the family of a line without its note; NULL if something is
 * wrong with it */
static char *
read_line (const char *line,
           GHashTable *seen,
           const char *path,
           guint       number,
           GPtrArray  *diagnostics)
{
  g_autofree char *words_only = g_strndup (line, strcspn (line, "\t"));
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (words_only), " ", -1);
  g_autoptr (GString) family = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *wrong = NULL;

      if (words[i][0] == '\0')
        continue;
      if (!is_plain_word (words[i]))
        wrong = "a family has single words in lower case";
      else if (g_hash_table_contains (seen, words[i]))
        wrong = "the word is of a family above";
      if (wrong != NULL)
        {
          complain (diagnostics, path, number, wrong, words[i]);
          return NULL;
        }
      g_string_append_printf (family, "%s%s", n++ > 0 ? " " : "", words[i]);
    }
  if (n == 0 || n > PLX_CONCEPTS_MAX_WORDS)
    {
      complain (diagnostics, path, number,
                n == 0 ? "the line names no word" : "more words than a family may have", NULL);
      return NULL;
    }
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (seen, g_strdup (words[i]));
  return g_string_free (g_steal_pointer (&family), FALSE);
}

/* Returns: (transfer full): the families of a file, or NULL with @error set */
static GPtrArray *
read_bytes (GBytes     *bytes,
            const char *path,
            GPtrArray  *diagnostics,
            GError    **error)
{
  static const char head[] = "#parallax-families 1";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (g_free);
  guint number = 0;

  if (size > PLX_CONCEPTS_MAX_BYTES)
    {
      g_set_error (error, PLX_CONCEPTS_ERROR, PLX_CONCEPTS_ERROR_TOO_LARGE,
                   "the file of word families is larger than %u MB", PLX_CONCEPTS_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (size < sizeof head - 1 || memcmp (data, head, sizeof head - 1) != 0)
    {
      g_set_error (error, PLX_CONCEPTS_ERROR, PLX_CONCEPTS_ERROR_FORMAT,
                   "these are no word families: the first line must be “%s”", head);
      return NULL;
    }
  for (gsize at = 0; at < size;)
    {
      const char *end = memchr (data + at, '\n', size - at);
      gsize length = end != NULL ? (gsize) (end - (data + at)) : size - at;
      g_autofree char *line = g_strndup (data + at, length);
      char *family;

      at += length + 1;
      number++;
      g_strchomp (line);
      if (line[0] == '#' || line[0] == '\0')
        continue;
      if (!g_utf8_validate (line, -1, NULL))
        {
          complain (diagnostics, path, number, "the line is not UTF-8", NULL);
          continue;
        }
      family = read_line (line, seen, path, number, diagnostics);
      if (family != NULL)
        g_ptr_array_add (families, family);
    }
  return g_steal_pointer (&families);
}

int
plx_concepts_check (GBytes     *bytes,
                    const char *path,
                    GPtrArray  *diagnostics,
                    GError    **error)
{
  g_autoptr (GPtrArray) families = NULL;

  g_return_val_if_fail (bytes != NULL, -1);

  families = read_bytes (bytes, path, diagnostics, error);
  return families != NULL ? (int) families->len : -1;
}

gboolean
plx_concepts_add_bytes (GBytes     *bytes,
                        const char *path,
                        GPtrArray  *diagnostics,
                        GError    **error)
{
  g_autoptr (GPtrArray) families = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_atomic_pointer_get (&is_frozen))
    {
      g_set_error (error, PLX_CONCEPTS_ERROR, PLX_CONCEPTS_ERROR_TOO_LATE,
                   "sentences have been compared already: word families must be read before");
      return FALSE;
    }
  families = read_bytes (bytes, path, diagnostics, error);
  if (families == NULL)
    return FALSE;
  if (own == NULL)
    own = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_extend_and_steal (own, g_steal_pointer (&families));
  return TRUE;
}
