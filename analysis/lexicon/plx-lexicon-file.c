/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-builder-private.h"

#include <stdarg.h>
#include <string.h>

/* Reads lexicon files line by line into entries. A file's text is copied once and cut into
 * strings in place: an entry points into it. */

static const char *const column_names[N_COLUMNS] = {
  "pattern", "role", "axis", "weight", "condition", "note",
};

/* One include chain deeper than this is a mistake. */
#define MAX_DEPTH 16
/* So that a file that is no lexicon at all does not make a million messages. */
#define MAX_DIAGNOSTICS 1000

void
plx_diagnose (PlxLexiconFile *file,
              guint           column,
              PlxSeverity     severity,
              const char     *format,
              ...)
{
  GPtrArray *diagnostics = file->builder->diagnostics;
  PlxDiagnostic *diagnostic;
  va_list args;

  if (diagnostics->len > MAX_DIAGNOSTICS)
    return;

  diagnostic = g_new0 (PlxDiagnostic, 1);
  diagnostic->path = g_strdup (file->path);
  diagnostic->severity = severity;
  if (diagnostics->len == MAX_DIAGNOSTICS)
    {
      diagnostic->message = g_strdup ("too many mistakes; the rest are not shown");
    }
  else
    {
      diagnostic->line = file->line;
      diagnostic->column = column;
      va_start (args, format);
      diagnostic->message = g_strdup_vprintf (format, args);
      va_end (args);
    }
  g_ptr_array_add (diagnostics, diagnostic);
}

static gboolean
read_header (PlxLexiconFile *file,
             char           *line)
{
  char *fields[PLX_LEXICON_MAX_FIELDS];
  guint n = plx_lexicon_split_fields (line, fields, PLX_LEXICON_MAX_FIELDS);

  file->has_header = TRUE;
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      file->columns[c] = -1;
      for (guint i = 0; i < n; i++)
        {
          if (strcmp (fields[i], column_names[c]) == 0)
            file->columns[c] = (int) i;
        }
    }
  if (file->columns[COLUMN_PATTERN] < 0 || file->columns[COLUMN_ROLE] < 0)
    {
      plx_diagnose (file, 1, PLX_SEVERITY_ERROR,
                    "the first line after the directives must name the columns, separated by tabs: "
                    "pattern, role, axis, weight, condition, note");
      return FALSE;
    }
  return TRUE;
}

static void
read_axis (PlxLexiconFile *file,
           char          **words,
           guint           n_words)
{
  PlxLexicon *lexicon = file->builder->lexicon;
  PlxAxis axis;

  if (n_words != 4)
    {
      plx_diagnose (file, 1, PLX_SEVERITY_ERROR,
                    "write “#axis ID NEGATIVE POSITIVE”; “_” stands for a space");
      return;
    }
  if (plx_lexicon_find_axis (lexicon, words[1]) != PLX_AXIS_ALL)
    return;
  if (lexicon->axes->len == PLX_MAX_AXES)
    {
      plx_diagnose (file, 1, PLX_SEVERITY_ERROR, "too many axes: at most %d", PLX_MAX_AXES);
      return;
    }
  axis.id = g_strdup (words[1]);
  axis.negative = g_strdelimit (g_strdup (words[2]), "_", ' ');
  axis.positive = g_strdelimit (g_strdup (words[3]), "_", ' ');
  g_array_append_val (lexicon->axes, axis);
}

static void
read_include (PlxLexiconFile *file,
              const char     *name)
{
  PlxLexiconBuilder *builder = file->builder;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gpointer state = NULL;

  if (g_hash_table_lookup_extended (builder->done, name, NULL, &state))
    {
      if (state != NULL)
        plx_diagnose (file, 10, PLX_SEVERITY_ERROR,
                      "“%.100s” includes itself, directly or through others: take out one #include",
                      name);
      return;
    }
  if (builder->open == NULL || builder->depth >= MAX_DEPTH)
    {
      plx_diagnose (file, 10, PLX_SEVERITY_ERROR, "“%.100s” cannot be included here", name);
      return;
    }
  bytes = builder->open (name, file->path, builder->open_data, &error);
  if (bytes == NULL)
    {
      plx_diagnose (file, 10, PLX_SEVERITY_ERROR, "“%.100s” cannot be included: %s", name,
                    error->message);
      return;
    }
  if (!plx_lexicon_builder_add_bytes (builder, bytes, name, &error))
    plx_diagnose (file, 10, PLX_SEVERITY_ERROR, "“%.100s” cannot be included: %s", name,
                  error->message);
}

static void
read_directive (PlxLexiconFile *file,
                char           *line)
{
  PlxLexiconSource *source = &g_array_index (file->builder->lexicon->sources, PlxLexiconSource,
                                             file->source);
  char *rest = strchr (line, ' ');
  g_auto (GStrv) words = NULL;

  if (rest == NULL)
    return;
  rest = g_strstrip (rest + 1);

  if (g_str_has_prefix (line, "#name "))
    {
      g_free (source->name);
      source->name = g_strdup (rest);
    }
  else if (g_str_has_prefix (line, "#version "))
    {
      g_free (source->version);
      source->version = g_strdup (rest);
    }
  else if (g_str_has_prefix (line, "#include "))
    {
      read_include (file, rest);
    }
  else if (g_str_has_prefix (line, "#axis "))
    {
      g_autofree char *copy = g_strdup_printf ("#axis %s", rest);

      words = g_strsplit_set (copy, " \t", 16);
      read_axis (file, words, g_strv_length (words));
    }
}

static void
read_line (PlxLexiconFile *file,
           char           *line,
           gsize           length,
           gboolean        check_utf8)
{
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';
  while (length > 0 && line[length - 1] == ' ')
    line[--length] = '\0';
  if (length == 0)
    return;
  if (check_utf8 && !g_utf8_validate (line, (gssize) length, NULL))
    {
      const char *bad;

      g_utf8_validate (line, (gssize) length, &bad);
      plx_diagnose (file, (guint) g_utf8_strlen (line, bad - line) + 1, PLX_SEVERITY_ERROR,
                    "the line is not UTF-8: save the file in that encoding");
      return;
    }
  if (line[0] == '#')
    read_directive (file, line);
  else if (!file->has_header)
    read_header (file, line);
  else if (file->columns[COLUMN_PATTERN] >= 0 && file->columns[COLUMN_ROLE] >= 0)
    plx_lexicon_file_read_entry (file, line);
}

/* Says why bytes are no lexicon, if they are none. */
static gboolean
check_is_lexicon (const char *data,
                  gsize       length,
                  GError    **error)
{
  static const char magic[] = "#parallax-lexicon ";

  if (length > PLX_LEXICON_MAX_BYTES)
    {
      g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_TOO_LARGE,
                   "the file is larger than %u MB: split it, and name the parts one after the other",
                   PLX_LEXICON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (length < sizeof magic || memcmp (data, magic, sizeof magic - 1) != 0)
    {
      g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_FORMAT,
                   "this is not a lexicon: its first line must be “#parallax-lexicon 1”");
      return FALSE;
    }
  if (data[sizeof magic - 1] != '1' || g_ascii_isalnum (data[sizeof magic]))
    {
      g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_FORMAT,
                   "the lexicon is of a later format than this program knows (1)");
      return FALSE;
    }
  if (memchr (data, '\0', length) != NULL)
    {
      g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_FORMAT,
                   "the file has bytes in it that are not text");
      return FALSE;
    }
  return TRUE;
}

gboolean
plx_lexicon_builder_add_bytes (PlxLexiconBuilder *self,
                               GBytes            *bytes,
                               const char        *path,
                               GError           **error)
{
  PlxLexiconFile file = { .builder = self, .path = path };
  PlxLexiconSource source = { 0 };
  gsize length;
  const char *data;
  char *text;
  gboolean check_utf8;
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!check_is_lexicon (data, length, error))
    return FALSE;

  key = path != NULL ? g_path_get_basename (path) : g_strdup ("");
  if (*key != '\0')
    g_hash_table_insert (self->done, g_strdup (key), GINT_TO_POINTER (1));
  self->depth++;

  source.path = g_strdup (path);
  source.name = *key != '\0' ? g_strdup (key) : g_strdup ("lexicon");
  file.source = self->lexicon->sources->len;
  g_array_append_val (self->lexicon->sources, source);

  text = g_malloc (length + 1);
  memcpy (text, data, length);
  text[length] = '\0';
  g_ptr_array_add (self->lexicon->blocks, text);
  check_utf8 = !g_utf8_validate (text, (gssize) length, NULL);

  for (char *p = text; p < text + length; )
    {
      char *end = memchr (p, '\n', (gsize) (text + length - p));
      gsize n = (gsize) ((end != NULL ? end : text + length) - p);

      p[n] = '\0';
      file.line++;
      read_line (&file, p, n, check_utf8);
      p += n + 1;
    }

  if (*key != '\0')
    g_hash_table_insert (self->done, g_strdup (key), NULL);
  self->depth--;
  return TRUE;
}
