/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

/* Reads lexicon files line by line into entries. A file's text is copied once and cut into
 * strings in place: an entry points into it. */

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

static const char *const column_names[N_COLUMNS] = {
  "pattern", "role", "axis", "weight", "condition", "note",
};

/* One include chain deeper than this is a mistake. */
#define MAX_DEPTH 16
/* So that a file that is no lexicon at all does not make a million messages. */
#define MAX_DIAGNOSTICS 1000

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
} FileState;

static void
diagnose (FileState   *file,
          guint        column,
          PlxSeverity  severity,
          const char  *format,
          ...) G_GNUC_PRINTF (4, 5);

static void
diagnose (FileState   *file,
          guint        column,
          PlxSeverity  severity,
          const char  *format,
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

static void
builder_reset (PlxLexiconBuilder *self)
{
  self->lexicon = plx_lexicon_new_empty ();
  self->parts.conditions = g_array_new (FALSE, FALSE, sizeof (PlxCondition));
  self->parts.terms = g_array_new (FALSE, FALSE, sizeof (PlxContextTerm));
  self->parts.context_words = g_array_new (FALSE, FALSE, sizeof (PlxLexiconWord));
  self->parts.pool = g_byte_array_new ();
  self->slots_mask = 4095;
  self->slots = g_new0 (guint32, self->slots_mask + 1);
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->dead = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
builder_clear (PlxLexiconBuilder *self)
{
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->parts.conditions, g_array_unref);
  g_clear_pointer (&self->parts.terms, g_array_unref);
  g_clear_pointer (&self->parts.context_words, g_array_unref);
  g_clear_pointer (&self->parts.pool, g_byte_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->dead, g_array_unref);
  g_clear_pointer (&self->done, g_hash_table_unref);
}

static void
free_diagnostic (gpointer data)
{
  plx_diagnostic_free (data);
}

PlxLexiconBuilder *
plx_lexicon_builder_new (void)
{
  PlxLexiconBuilder *self = g_new0 (PlxLexiconBuilder, 1);

  self->diagnostics = g_ptr_array_new_with_free_func (free_diagnostic);
  builder_reset (self);
  return self;
}

void
plx_lexicon_builder_free (PlxLexiconBuilder *self)
{
  if (self == NULL)
    return;

  builder_clear (self);
  g_ptr_array_unref (self->diagnostics);
  g_free (self);
}

void
plx_lexicon_builder_set_open (PlxLexiconBuilder *self,
                              PlxLexiconOpenFunc open,
                              gpointer           user_data)
{
  g_return_if_fail (self != NULL);

  self->open = open;
  self->open_data = user_data;
}

GPtrArray *
plx_lexicon_builder_get_diagnostics (PlxLexiconBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostics;
}

static guint64
hash_string (guint64     hash,
             const char *string)
{
  for (; *string != '\0'; string++)
    hash = (hash ^ (guchar) *string) * G_GUINT64_CONSTANT (0x100000001b3);
  return (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

static guint64
entry_key (const PlxEntry *entry)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) (guint8) entry->axis ^
                 ((guint64) entry->role << 8);

  hash = hash_string (hash, entry->pattern);
  return hash_string (hash, entry->condition);
}

static void
grow_slots (PlxLexiconBuilder *self)
{
  guint32 mask = self->slots_mask * 2 + 1;
  guint32 *slots = g_new0 (guint32, mask + 1);

  for (guint32 i = 0; i < self->keys->len; i++)
    {
      guint32 slot = (guint32) (g_array_index (self->keys, guint64, i) >> 20) & mask;

      while (slots[slot] != 0)
        slot = (slot + 1) & mask;
      slots[slot] = i + 1;
    }
  g_free (self->slots);
  self->slots = slots;
  self->slots_mask = mask;
}

/* Takes an entry in; one with the same pattern, axis, role and condition is replaced. */
static void
add_entry (PlxLexiconBuilder  *self,
           const PlxEntry     *entry,
           const PlxCondition *condition)
{
  PlxLexicon *lexicon = self->lexicon;
  guint64 key = entry_key (entry);
  guint32 slot;
  guint8 alive = 0;

  if (lexicon->entries->len * 2 >= self->slots_mask)
    grow_slots (self);

  slot = (guint32) (key >> 20) & self->slots_mask;
  for (; self->slots[slot] != 0; slot = (slot + 1) & self->slots_mask)
    {
      guint32 index = self->slots[slot] - 1;
      const PlxEntry *other = &g_array_index (lexicon->entries, PlxEntry, index);

      if (g_array_index (self->keys, guint64, index) == key && other->axis == entry->axis &&
          other->role == entry->role && strcmp (other->pattern, entry->pattern) == 0 &&
          strcmp (other->condition, entry->condition) == 0)
        {
          PlxReplacedEntry replaced = { *other, lexicon->entries->len };

          g_array_append_val (lexicon->replaced, replaced);
          g_array_index (self->dead, guint8, index) = 1;
          break;
        }
    }
  g_array_append_vals (lexicon->entries, entry, 1);
  g_array_append_vals (self->parts.conditions, condition, 1);
  g_array_append_val (self->keys, key);
  g_array_append_val (self->dead, alive);
  self->slots[slot] = lexicon->entries->len;
}

/* "off": every earlier entry of this pattern, role and axis. Rare, so by looking at them all. */
static guint
turn_off (PlxLexiconBuilder *self,
          const PlxEntry    *off)
{
  guint n = 0;

  for (guint32 i = 0; i < self->lexicon->entries->len; i++)
    {
      const PlxEntry *entry = &g_array_index (self->lexicon->entries, PlxEntry, i);
      guint8 *dead = &g_array_index (self->dead, guint8, i);

      if (!*dead && entry->role == off->role && entry->axis == off->axis &&
          strcmp (entry->pattern, off->pattern) == 0)
        {
          *dead = 1;
          n++;
        }
    }
  return n;
}

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
read_weight (FileState  *file,
             PlxEntry   *entry,
             const char *text,
             guint       column)
{
  PlxRole role = (PlxRole) entry->role;

  entry->weight = 0.0;
  if (role == PLX_ROLE_REPORTING || role == PLX_ROLE_BLOCK)
    return TRUE;
  if (*text == '\0')
    {
      diagnose (file, column, PLX_SEVERITY_ERROR, "the weight is missing: write a number from %g to %g",
                -max_weight (role), max_weight (role));
      return FALSE;
    }
  if (!parse_weight (text, &entry->weight))
    {
      diagnose (file, column, PLX_SEVERITY_ERROR,
                "“%.40s” is no weight: write a number such as -1.5, or “off”", text);
      return FALSE;
    }
  if (fabs (entry->weight) > max_weight (role))
    {
      diagnose (file, column, PLX_SEVERITY_ERROR,
                "the weight %g is out of range: %s entries go from %g to %g", entry->weight,
                plx_role_to_string (role), -max_weight (role), max_weight (role));
      return FALSE;
    }
  return TRUE;
}

/* Sets role and axis from their fields. Returns: FALSE if the line is no good */
static gboolean
read_role_and_axis (FileState   *file,
                    PlxEntry    *entry,
                    const char  *role_text,
                    const char  *axis_text,
                    char *const *fields)
{
  PlxLexicon *lexicon = file->builder->lexicon;
  PlxRole role;

  if (!plx_role_from_string (role_text, &role))
    {
      diagnose (file, field_column (fields, file->columns[COLUMN_ROLE]), PLX_SEVERITY_ERROR,
                "“%.40s” is no role: use cue, event, operator, shifter, reporting or block", role_text);
      return FALSE;
    }
  entry->role = (guint8) role;
  entry->axis = PLX_AXIS_ALL;
  if (strcmp (axis_text, "*") == 0 || (*axis_text == '\0' && role >= PLX_ROLE_OPERATOR))
    {
      if (role <= PLX_ROLE_EVENT)
        {
          diagnose (file, field_column (fields, file->columns[COLUMN_AXIS]), PLX_SEVERITY_ERROR,
                    "a %s needs an axis of its own, not “*”", role_text);
          return FALSE;
        }
      return TRUE;
    }
  entry->axis = plx_lexicon_find_axis (lexicon, axis_text);
  if (entry->axis == PLX_AXIS_ALL)
    {
      diagnose (file, field_column (fields, file->columns[COLUMN_AXIS]), PLX_SEVERITY_ERROR,
                "there is no axis “%.40s”: define it with “#axis %.40s NEGATIVE POSITIVE” or correct the name",
                axis_text, *axis_text != '\0' ? axis_text : "ID");
      return FALSE;
    }
  return TRUE;
}

/* Checks pattern and condition. Returns: FALSE if the line is no good */
static gboolean
read_pattern_and_condition (FileState    *file,
                            PlxEntry     *entry,
                            PlxCondition *out_condition,
                            char *const  *fields)
{
  PlxLexiconParts *parts = &file->builder->parts;
  PlxPattern pattern;
  PlxShifterKind shifter;
  guint column = 0;
  const char *problem = plx_pattern_parse (entry->pattern, &pattern, &column);
  g_autofree char *condition_problem = NULL;

  if (problem != NULL)
    {
      diagnose (file, field_column (fields, file->columns[COLUMN_PATTERN]) + column,
                PLX_SEVERITY_ERROR, "%s", problem);
      return FALSE;
    }
  condition_problem = plx_condition_parse (entry->condition, out_condition, &shifter, parts->terms,
                                           parts->context_words, parts->pool, &column);
  if (condition_problem != NULL)
    {
      diagnose (file, field_column (fields, file->columns[COLUMN_CONDITION]) + column,
                PLX_SEVERITY_ERROR, "%s", condition_problem);
      return FALSE;
    }
  entry->shifter = (guint8) shifter;
  if (entry->role == PLX_ROLE_SHIFTER && shifter == PLX_SHIFTER_NONE)
    {
      diagnose (file, field_column (fields, file->columns[COLUMN_CONDITION]), PLX_SEVERITY_ERROR,
                "a shifter must name its kind in the condition: negator, amplifier, downtoner, hedge, "
                "modal, contrast, concession or past");
      return FALSE;
    }
  if (entry->role != PLX_ROLE_SHIFTER && shifter != PLX_SHIFTER_NONE)
    {
      diagnose (file, field_column (fields, file->columns[COLUMN_CONDITION]), PLX_SEVERITY_WARNING,
                "the kind of a shifter means nothing for a %s", plx_role_to_string ((PlxRole) entry->role));
      entry->shifter = PLX_SHIFTER_NONE;
    }
  return TRUE;
}

/* Cuts a line at its tabs, in place. */
static guint
split_fields (char  *line,
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

#define MAX_FIELDS 16

static gboolean
read_header (FileState *file,
             char      *line)
{
  char *fields[MAX_FIELDS];
  guint n = split_fields (line, fields, MAX_FIELDS);

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
      diagnose (file, 1, PLX_SEVERITY_ERROR,
                "the first line after the directives must name the columns, separated by tabs: "
                "pattern, role, axis, weight, condition, note");
      return FALSE;
    }
  return TRUE;
}

static void
read_entry (FileState *file,
            char      *line)
{
  char *fields[MAX_FIELDS];
  guint n = split_fields (line, fields, MAX_FIELDS);
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
      diagnose (file, 1, PLX_SEVERITY_ERROR, "the line has only one column: separate columns by tabs");
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
      if (turn_off (file->builder, &entry) == 0)
        diagnose (file, 1, PLX_SEVERITY_WARNING,
                  "“off” disables nothing: no earlier line has this pattern, role and axis");
      file->n_entries++;
      return;
    }
  if (!read_weight (file, &entry, values[COLUMN_WEIGHT],
                    field_column (fields, file->columns[COLUMN_WEIGHT])) ||
      !read_pattern_and_condition (file, &entry, &condition, fields))
    return;

  add_entry (file->builder, &entry, &condition);
  file->n_entries++;
}

static void
read_axis (FileState *file,
           char     **words,
           guint      n_words)
{
  PlxLexicon *lexicon = file->builder->lexicon;
  PlxAxis axis;

  if (n_words != 4)
    {
      diagnose (file, 1, PLX_SEVERITY_ERROR, "write “#axis ID NEGATIVE POSITIVE”; “_” stands for a space");
      return;
    }
  if (plx_lexicon_find_axis (lexicon, words[1]) != PLX_AXIS_ALL)
    return;
  if (lexicon->axes->len == PLX_MAX_AXES)
    {
      diagnose (file, 1, PLX_SEVERITY_ERROR, "too many axes: at most %d", PLX_MAX_AXES);
      return;
    }
  axis.id = g_strdup (words[1]);
  axis.negative = g_strdelimit (g_strdup (words[2]), "_", ' ');
  axis.positive = g_strdelimit (g_strdup (words[3]), "_", ' ');
  g_array_append_val (lexicon->axes, axis);
}

static void
read_include (FileState  *file,
              const char *name)
{
  PlxLexiconBuilder *builder = file->builder;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gpointer state = NULL;

  if (g_hash_table_lookup_extended (builder->done, name, NULL, &state))
    {
      if (state != NULL)
        diagnose (file, 10, PLX_SEVERITY_ERROR,
                  "“%.100s” includes itself, directly or through others: take out one #include", name);
      return;
    }
  if (builder->open == NULL || builder->depth >= MAX_DEPTH)
    {
      diagnose (file, 10, PLX_SEVERITY_ERROR, "“%.100s” cannot be included here", name);
      return;
    }
  bytes = builder->open (name, file->path, builder->open_data, &error);
  if (bytes == NULL)
    {
      diagnose (file, 10, PLX_SEVERITY_ERROR, "“%.100s” cannot be included: %s", name, error->message);
      return;
    }
  if (!plx_lexicon_builder_add_bytes (builder, bytes, name, &error))
    diagnose (file, 10, PLX_SEVERITY_ERROR, "“%.100s” cannot be included: %s", name, error->message);
}

static void
read_directive (FileState *file,
                char      *line)
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
read_line (FileState *file,
           char      *line,
           gsize      length,
           gboolean   check_utf8)
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
      diagnose (file, (guint) g_utf8_strlen (line, bad - line) + 1, PLX_SEVERITY_ERROR,
                "the line is not UTF-8: save the file in that encoding");
      return;
    }
  if (line[0] == '#')
    read_directive (file, line);
  else if (!file->has_header)
    read_header (file, line);
  else if (file->columns[COLUMN_PATTERN] >= 0 && file->columns[COLUMN_ROLE] >= 0)
    read_entry (file, line);
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
  FileState file = { .builder = self, .path = path };
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

/* Drops the entries that were replaced or turned off. */
static void
drop_dead (PlxLexiconBuilder *self)
{
  PlxLexicon *lexicon = self->lexicon;
  PlxEntry *entries = (PlxEntry *) (gpointer) lexicon->entries->data;
  PlxCondition *conditions = (PlxCondition *) (gpointer) self->parts.conditions->data;
  g_autofree guint32 *moved = g_new (guint32, lexicon->entries->len + 1);
  guint32 kept = 0;

  for (guint32 i = 0; i < lexicon->entries->len; i++)
    {
      moved[i] = g_array_index (self->dead, guint8, i) ? PLX_NONE : kept;
      if (moved[i] == PLX_NONE)
        continue;
      entries[kept] = entries[i];
      conditions[kept++] = conditions[i];
    }
  g_array_set_size (lexicon->entries, kept);
  g_array_set_size (self->parts.conditions, kept);
  for (guint i = 0; i < lexicon->replaced->len; i++)
    {
      PlxReplacedEntry *replaced = &g_array_index (lexicon->replaced, PlxReplacedEntry, i);

      replaced->by = moved[replaced->by];
    }
}

PlxLexicon *
plx_lexicon_builder_compile (PlxLexiconBuilder *self)
{
  PlxLexicon *lexicon;

  g_return_val_if_fail (self != NULL, NULL);

  drop_dead (self);
  lexicon = g_steal_pointer (&self->lexicon);
  plx_lexicon_compile_tables (lexicon, &self->parts);
  plx_lexicon_compute_digest (lexicon);
  builder_clear (self);
  builder_reset (self);
  return lexicon;
}
