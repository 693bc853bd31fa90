/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-edits.h"

#include <string.h>

PlxLexiconLine *
plx_lexicon_line_new (void)
{
  PlxLexiconLine *self = g_new0 (PlxLexiconLine, 1);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    self->fields[i] = g_strdup ("");
  return self;
}

static char *
format_weight (double weight)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", weight));
}

PlxLexiconLine *
plx_lexicon_line_new_entry (const PlxLexicon *lexicon,
                            const PlxEntry   *entry)
{
  PlxLexiconLine *self;
  gboolean is_weighed;

  g_return_val_if_fail (lexicon != NULL && entry != NULL, NULL);

  is_weighed = entry->role != PLX_ROLE_REPORTING && entry->role != PLX_ROLE_BLOCK;
  self = g_new0 (PlxLexiconLine, 1);
  self->fields[PLX_FIELD_PATTERN] = g_strdup (entry->pattern);
  self->fields[PLX_FIELD_ROLE] = g_strdup (plx_role_to_string ((PlxRole) entry->role));
  self->fields[PLX_FIELD_AXIS] =
    g_strdup (entry->axis == PLX_AXIS_ALL ? "*" : plx_lexicon_get_axis (lexicon, entry->axis)->id);
  self->fields[PLX_FIELD_WEIGHT] = is_weighed ? format_weight (entry->weight) : g_strdup ("");
  self->fields[PLX_FIELD_CONDITION] = g_strdup (entry->condition);
  self->fields[PLX_FIELD_NOTE] = g_strdup (entry->note);
  return self;
}

PlxLexiconLine *
plx_lexicon_line_copy (const PlxLexiconLine *self)
{
  PlxLexiconLine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (PlxLexiconLine, 1);
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    copy->fields[i] = g_strdup (self->fields[i]);
  return copy;
}

void
plx_lexicon_line_free (PlxLexiconLine *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self);
}

void
plx_lexicon_line_set (PlxLexiconLine  *self,
                      PlxLexiconField  field,
                      const char      *text)
{
  char *copy;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (field < PLX_N_FIELDS);

  copy = g_strstrip (g_strdelimit (g_strdup (text), "\t\r\n", ' '));
  g_free (self->fields[field]);
  self->fields[field] = copy;
}

char *
plx_lexicon_line_to_string (const PlxLexiconLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strjoin ("\t", self->fields[0], self->fields[1], self->fields[2], self->fields[3],
                    self->fields[4], self->fields[5], NULL);
}

/* A lexicon of the axes and this line alone. */
static char *
make_file (const PlxLexiconLine *self,
           const PlxLexicon     *lexicon)
{
  GString *text = g_string_new ("#parallax-lexicon 1\n");
  g_autofree char *line = plx_lexicon_line_to_string (self);

  for (guint i = 0; i < plx_lexicon_get_n_axes (lexicon); i++)
    {
      const PlxAxis *axis = plx_lexicon_get_axis (lexicon, i);
      g_autofree char *negative = g_strdelimit (g_strdup (axis->negative), " ", '_');
      g_autofree char *positive = g_strdelimit (g_strdup (axis->positive), " ", '_');

      g_string_append_printf (text, "#axis %s %s %s\n", axis->id, negative, positive);
    }
  g_string_append_printf (text, "pattern\trole\taxis\tweight\tcondition\tnote\n%s\n", line);
  return g_string_free (text, FALSE);
}

/* The field that a column, in characters from 1, lies in. */
static PlxLexiconField
find_field (const PlxLexiconLine *self,
            guint                 column)
{
  guint end = 0;

  for (guint i = 0; column > 0 && i < PLX_N_FIELDS; i++)
    {
      end += (guint) g_utf8_strlen (self->fields[i], -1) + 1;
      if (column <= end)
        return (PlxLexiconField) i;
    }
  return PLX_FIELD_PATTERN;
}

static const PlxDiagnostic *
find_worst (GPtrArray *diagnostics)
{
  const PlxDiagnostic *worst = NULL;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlxDiagnostic *diagnostic = diagnostics->pdata[i];

      if (diagnostic->severity != PLX_SEVERITY_NOTE &&
          (worst == NULL || diagnostic->severity < worst->severity))
        worst = diagnostic;
    }
  return worst;
}

static PlxDiagnostic *
copy_diagnostic (const PlxDiagnostic *diagnostic)
{
  PlxDiagnostic *copy = g_memdup2 (diagnostic, sizeof *diagnostic);

  copy->path = g_strdup (diagnostic->path);
  copy->message = g_strdup (diagnostic->message);
  return copy;
}

PlxDiagnostic *
plx_lexicon_line_check (const PlxLexiconLine *self,
                        const PlxLexicon     *lexicon,
                        PlxLexiconField      *out_field)
{
  g_autoptr (PlxLexiconBuilder) builder = NULL;
  g_autoptr (PlxLexicon) compiled = NULL;
  g_autoptr (GPtrArray) lint = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const PlxDiagnostic *worst;
  char *text;

  g_return_val_if_fail (self != NULL && lexicon != NULL && out_field != NULL, NULL);

  builder = plx_lexicon_builder_new ();
  text = make_file (self, lexicon);
  bytes = g_bytes_new_take (text, strlen (text));
  *out_field = PLX_FIELD_PATTERN;
  if (!plx_lexicon_builder_add_bytes (builder, bytes, NULL, NULL))
    return NULL;
  worst = find_worst (plx_lexicon_builder_get_diagnostics (builder));
  if (worst == NULL)
    {
      compiled = plx_lexicon_builder_compile (builder);
      lint = plx_lexicon_lint (compiled);
      worst = find_worst (lint);
    }
  if (worst == NULL)
    return NULL;
  *out_field = find_field (self, worst->column);
  return copy_diagnostic (worst);
}
