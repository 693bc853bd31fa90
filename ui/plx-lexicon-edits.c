/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-edits.h"

#include <string.h>

enum
{
  COLUMN_PATTERN,
  COLUMN_ROLE,
  COLUMN_AXIS,
  COLUMN_WEIGHT,
  COLUMN_CONDITION,
  COLUMN_NOTE,
  N_COLUMNS
};

static const char *
text_of (const char *text)
{
  return text != NULL ? text : "";
}

/* A cell holds one line without tabs: they would start another. */
static void
append_cell (GString    *row,
             const char *text)
{
  if (row->len > 0)
    g_string_append_c (row, '\t');
  for (const char *p = text_of (text); *p != '\0'; p++)
    g_string_append_c (row, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

static char *
to_row (const PlxLexiconLine *line)
{
  GString *row = g_string_new (NULL);

  append_cell (row, line->pattern);
  append_cell (row, plx_role_to_string (line->role));
  append_cell (row, line->axis);
  append_cell (row, line->weight);
  append_cell (row, line->condition);
  append_cell (row, line->note);
  return g_string_free (row, FALSE);
}

static gboolean
is_same (const char           *row,
         const PlxLexiconLine *line)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", N_COLUMNS);
  guint n = g_strv_length (cells);

  return n > COLUMN_AXIS && g_ascii_strcasecmp (cells[COLUMN_PATTERN], text_of (line->pattern)) == 0 &&
         g_str_equal (cells[COLUMN_ROLE], plx_role_to_string (line->role)) &&
         g_str_equal (cells[COLUMN_AXIS], text_of (line->axis)) &&
         g_str_equal (n > COLUMN_CONDITION ? cells[COLUMN_CONDITION] : "",
                      text_of (line->condition));
}

static char *
without (const char           *edits,
         const PlxLexiconLine *line,
         gboolean             *out_found)
{
  g_auto (GStrv) rows = g_strsplit (text_of (edits), "\n", -1);
  GString *kept = g_string_new (NULL);

  *out_found = FALSE;
  for (guint i = 0; rows[i] != NULL; i++)
    {
      if (*rows[i] == '\0')
        continue;
      if (is_same (rows[i], line))
        *out_found = TRUE;
      else
        g_string_append_printf (kept, "%s\n", rows[i]);
    }
  return g_string_free (kept, FALSE);
}

char *
plx_lexicon_edits_put (const char           *edits,
                       const PlxLexiconLine *line)
{
  g_autofree char *others = NULL;
  g_autofree char *row = NULL;
  gboolean found;

  g_return_val_if_fail (line != NULL, NULL);

  others = without (edits, line, &found);
  row = to_row (line);
  return g_strconcat (others, row, "\n", NULL);
}

char *
plx_lexicon_edits_remove (const char           *edits,
                          const PlxLexiconLine *line)
{
  gboolean found;

  g_return_val_if_fail (line != NULL, NULL);

  return without (edits, line, &found);
}

gboolean
plx_lexicon_edits_contain (const char           *edits,
                           const PlxLexiconLine *line)
{
  g_autofree char *others = NULL;
  gboolean found;

  g_return_val_if_fail (line != NULL, FALSE);

  others = without (edits, line, &found);
  return found;
}

static char *
find_error (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlxDiagnostic *diagnostic = diagnostics->pdata[i];

      if (diagnostic->severity == PLX_SEVERITY_ERROR)
        return g_strdup (diagnostic->message);
    }
  return NULL;
}

char *
plx_lexicon_line_check (const PlxLexicon     *lexicon,
                        const PlxLexiconLine *line)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (GString) file = g_string_new ("#parallax-lexicon 1\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *row = NULL;

  g_return_val_if_fail (lexicon != NULL && line != NULL, NULL);

  row = to_row (line);
  for (guint i = 0; i < plx_lexicon_get_n_axes (lexicon); i++)
    {
      const PlxAxis *axis = plx_lexicon_get_axis (lexicon, i);
      g_autofree char *negative = g_strdelimit (g_strdup (axis->negative), " ", '_');
      g_autofree char *positive = g_strdelimit (g_strdup (axis->positive), " ", '_');

      g_string_append_printf (file, "#axis %s %s %s\n", axis->id, negative, positive);
    }
  g_string_append_printf (file, "pattern\trole\taxis\tweight\tcondition\tnote\n%s\n", row);
  bytes = g_bytes_new (file->str, file->len);
  if (!plx_lexicon_builder_add_bytes (builder, bytes, "edit", &error))
    return g_strdup (error->message);
  return find_error (plx_lexicon_builder_get_diagnostics (builder));
}

void
plx_lexicon_line_from_entry (const PlxLexicon *lexicon,
                             const PlxEntry   *entry,
                             PlxLexiconLine   *out_line,
                             char             *out_weight)
{
  gboolean has_weight;

  g_return_if_fail (lexicon != NULL && entry != NULL);
  g_return_if_fail (out_line != NULL && out_weight != NULL);

  has_weight = entry->role != PLX_ROLE_BLOCK && entry->role != PLX_ROLE_REPORTING;
  if (has_weight)
    g_ascii_formatd (out_weight, G_ASCII_DTOSTR_BUF_SIZE, "%.2g", entry->weight);
  else
    *out_weight = '\0';
  *out_line = (PlxLexiconLine) {
    .pattern = entry->pattern,
    .role = entry->role,
    .axis = entry->axis == PLX_AXIS_ALL ? "*" : plx_lexicon_get_axis (lexicon, entry->axis)->id,
    .weight = out_weight,
    .condition = entry->condition,
    .note = entry->note,
  };
}
