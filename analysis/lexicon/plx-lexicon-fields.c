/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-builder-private.h"

#include <math.h>
#include <string.h>

/* The fields of a line that is an entry. */

/* The column, in characters from 1, at which a field of the line begins. */
static guint
field_column (char *const *fields,
              int          index)
{
  return index < 0 ? 0 : (guint) (g_utf8_pointer_to_offset (fields[0], fields[index]) + 1);
}

/* "-1.5": a number with few digits, which is nearly all that weights are. */
static gboolean
parse_weight (const char *text,
              double     *out_weight)
{
  const char *p = text;
  gboolean negative = FALSE;
  guint whole = 0;
  guint fraction = 0;
  double scale = 1.0;

  if (g_str_has_prefix (p, "\342\210\222")) /* U+2212 MINUS SIGN */
    {
      negative = TRUE;
      p += 3;
    }
  else if (*p == '-' || *p == '+')
    {
      negative = *p == '-';
      p++;
    }
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p) && whole < 1000; p++)
    whole = whole * 10 + (guint) (*p - '0');
  if (*p == '.' || *p == ',')
    {
      for (p++; g_ascii_isdigit (*p) && scale < 1e6; p++)
        {
          fraction = fraction * 10 + (guint) (*p - '0');
          scale *= 10.0;
        }
    }
  if (*p != '\0')
    return FALSE;
  *out_weight = whole + fraction / scale;
  if (negative)
    *out_weight = -*out_weight;
  return TRUE;
}

static double
max_weight (PlxRole role)
{
  return role == PLX_ROLE_CUE || role == PLX_ROLE_EVENT ? 3.0 : 2.0;
}

/* Sets the weight from its field. Returns: FALSE if the line is no good */
static gboolean
read_weight (PlxLexiconFile *file,
             PlxEntry       *entry,
             const char     *text,
             guint           column)
{
  PlxRole role = (PlxRole) entry->role;

  entry->weight = 0.0;
  if (role == PLX_ROLE_REPORTING || role == PLX_ROLE_BLOCK)
    return TRUE;
  if (*text == '\0')
    {
      plx_diagnose (file, column, PLX_SEVERITY_ERROR,
                    "the weight is missing: write a number from %g to %g",
                    -max_weight (role), max_weight (role));
      return FALSE;
    }
  if (!parse_weight (text, &entry->weight))
    {
      plx_diagnose (file, column, PLX_SEVERITY_ERROR,
                    "“%.40s” is no weight: write a number such as -1.5, or “off”", text);
      return FALSE;
    }
  if (fabs (entry->weight) > max_weight (role))
    {
      plx_diagnose (file, column, PLX_SEVERITY_ERROR,
                    "the weight %g is out of range: %s entries go from %g to %g", entry->weight,
                    plx_role_to_string (role), -max_weight (role), max_weight (role));
      return FALSE;
    }
  return TRUE;
}

/* Sets role and axis from their fields. Returns: FALSE if the line is no good */
static gboolean
read_role_and_axis (PlxLexiconFile *file,
                    PlxEntry       *entry,
                    const char     *role_text,
                    const char     *axis_text,
                    char *const    *fields)
{
  PlxLexicon *lexicon = file->builder->lexicon;
  PlxRole role;

  if (!plx_role_from_string (role_text, &role))
    {
      plx_diagnose (file, field_column (fields, file->columns[COLUMN_ROLE]), PLX_SEVERITY_ERROR,
                    "“%.40s” is no role: use cue, event, operator, shifter, reporting or block",
                    role_text);
      return FALSE;
    }
  entry->role = (guint8) role;
  entry->axis = PLX_AXIS_ALL;
  if (strcmp (axis_text, "*") == 0 || (*axis_text == '\0' && role >= PLX_ROLE_OPERATOR))
    {
      if (role <= PLX_ROLE_EVENT)
        {
          plx_diagnose (file, field_column (fields, file->columns[COLUMN_AXIS]), PLX_SEVERITY_ERROR,
                        "a %s needs an axis of its own, not “*”", role_text);
          return FALSE;
        }
      return TRUE;
    }
  entry->axis = plx_lexicon_find_axis (lexicon, axis_text);
  if (entry->axis == PLX_AXIS_ALL)
    {
      plx_diagnose (file, field_column (fields, file->columns[COLUMN_AXIS]), PLX_SEVERITY_ERROR,
                    "there is no axis “%.40s”: define it with “#axis %.40s NEGATIVE POSITIVE” or "
                    "correct the name",
                    axis_text, *axis_text != '\0' ? axis_text : "ID");
      return FALSE;
    }
  return TRUE;
}

/* Checks pattern and condition. Returns: FALSE if the line is no good */
static gboolean
read_pattern_and_condition (PlxLexiconFile *file,
                            PlxEntry       *entry,
                            PlxCondition   *out_condition,
                            char *const    *fields)
{
  PlxLexiconParts *parts = &file->builder->parts;
  PlxPattern pattern;
  PlxShifterKind shifter;
  guint column = 0;
  const char *problem = plx_pattern_parse (entry->pattern, &pattern, &column);
  g_autofree char *condition_problem = NULL;

  if (problem != NULL)
    {
      plx_diagnose (file, field_column (fields, file->columns[COLUMN_PATTERN]) + column,
                    PLX_SEVERITY_ERROR, "%s", problem);
      return FALSE;
    }
  condition_problem = plx_condition_parse (entry->condition, out_condition, &shifter, parts->terms,
                                           parts->context_words, parts->pool, &column);
  if (condition_problem != NULL)
    {
      plx_diagnose (file, field_column (fields, file->columns[COLUMN_CONDITION]) + column,
                    PLX_SEVERITY_ERROR, "%s", condition_problem);
      return FALSE;
    }
  entry->shifter = (guint8) shifter;
  if (entry->role == PLX_ROLE_SHIFTER && shifter == PLX_SHIFTER_NONE)
    {
      plx_diagnose (file, field_column (fields, file->columns[COLUMN_CONDITION]),
                    PLX_SEVERITY_ERROR,
                    "a shifter must name its kind in the condition: negator, amplifier, "
                    "downtoner, hedge, modal, contrast, concession or past");
      return FALSE;
    }
  if (entry->role != PLX_ROLE_SHIFTER && shifter != PLX_SHIFTER_NONE)
    {
      plx_diagnose (file, field_column (fields, file->columns[COLUMN_CONDITION]),
                    PLX_SEVERITY_WARNING,
                    "the kind of a shifter means nothing for a %s",
                    plx_role_to_string ((PlxRole) entry->role));
      entry->shifter = PLX_SHIFTER_NONE;
    }
  return TRUE;
}

/* Cuts a line at its tabs, in place. */
guint
plx_lexicon_split_fields (char  *line,
                          char **fields,
                          guint  max)
{
  guint n = 0;

  for (char *p = line; p != NULL && n < max; )
    {
      char *tab = strchr (p, '\t');
      gsize length;

      if (tab != NULL)
        *tab = '\0';
      /* what a spreadsheet does to a field that it takes for text */
      length = strlen (p);
      if (length >= 2 && p[0] == '"' && p[length - 1] == '"')
        {
          p[length - 1] = '\0';
          p++;
        }
      fields[n++] = p;
      p = tab != NULL ? tab + 1 : NULL;
    }
  return n;
}

void
plx_lexicon_file_read_entry (PlxLexiconFile *file,
                             char           *line)
{
  char *fields[PLX_LEXICON_MAX_FIELDS];
  guint n = plx_lexicon_split_fields (line, fields, PLX_LEXICON_MAX_FIELDS);
  const char *values[N_COLUMNS];
  PlxEntry entry = { 0 };
  PlxCondition condition;

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      int index = file->columns[c];

      values[c] = index >= 0 && (guint) index < n ? fields[index] : "";
    }
  if (n == 1 && file->columns[COLUMN_PATTERN] == 0)
    {
      plx_diagnose (file, 1, PLX_SEVERITY_ERROR,
                    "the line has only one column: separate columns by tabs");
      return;
    }

  entry.pattern = values[COLUMN_PATTERN];
  entry.condition = values[COLUMN_CONDITION];
  entry.note = values[COLUMN_NOTE];
  entry.line = file->line;
  entry.source = (guint16) file->source;
  /* a field that is missing at the end of the line has no column of its own */
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      if (file->columns[c] >= (int) n)
        fields[file->columns[c]] = fields[n - 1];
    }

  if (!read_role_and_axis (file, &entry, values[COLUMN_ROLE], values[COLUMN_AXIS], fields))
    return;
  if (strcmp (values[COLUMN_WEIGHT], "off") == 0)
    {
      if (plx_lexicon_builder_turn_off (file->builder, &entry) == 0)
        plx_diagnose (file, 1, PLX_SEVERITY_WARNING,
                      "“off” disables nothing: no earlier line has this pattern, role and axis");
      file->n_entries++;
      return;
    }
  if (!read_weight (file, &entry, values[COLUMN_WEIGHT],
                    field_column (fields, file->columns[COLUMN_WEIGHT])) ||
      !read_pattern_and_condition (file, &entry, &condition, fields))
    return;

  plx_lexicon_builder_add_entry (file->builder, &entry, &condition);
  file->n_entries++;
}
