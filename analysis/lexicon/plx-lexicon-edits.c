/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-edits.h"

#include <string.h>

struct _PlxLexiconEdits
{
  PlxLexicon *base;
  GHashTable *groups; /* base entries by pattern, role and axis: the last of each, as index + 1 */
  guint32    *others; /* by base entry: the one before it in its group, as index + 1 */
  GPtrArray  *edits;  /* of PlxLexiconEdit, in the order in which they were made */
  GHashTable *by_key; /* of edits, by their key */
  GPtrArray  *axes;   /* of char: "#axis" lines */
};

static const char *const names[PLX_N_FIELDS] = {
  "pattern", "role", "axis", "weight", "condition", "note",
};

static void
edit_free (gpointer data)
{
  PlxLexiconEdit *edit = data;

  plx_lexicon_line_free (edit->line);
  g_free (edit);
}

/* "*" and nothing are the same axis. */
static const char *
get_axis (const PlxLexiconLine *line)
{
  return *line->fields[PLX_FIELD_AXIS] != '\0' ? line->fields[PLX_FIELD_AXIS] : "*";
}

static char *
make_group_key (const PlxLexiconLine *line)
{
  return g_strjoin ("\t", line->fields[PLX_FIELD_PATTERN], line->fields[PLX_FIELD_ROLE],
                    get_axis (line), NULL);
}

static char *
make_key (const PlxLexiconLine *line)
{
  return g_strjoin ("\t", line->fields[PLX_FIELD_PATTERN], line->fields[PLX_FIELD_ROLE],
                    get_axis (line), line->fields[PLX_FIELD_CONDITION], NULL);
}

static char *
make_entry_group_key (const PlxLexicon *lexicon,
                      const PlxEntry   *entry)
{
  const char *axis = entry->axis == PLX_AXIS_ALL
                       ? "*" : plx_lexicon_get_axis (lexicon, entry->axis)->id;

  return g_strjoin ("\t", entry->pattern, plx_role_to_string ((PlxRole) entry->role), axis, NULL);
}

PlxLexiconEdits *
plx_lexicon_edits_new (PlxLexicon *base)
{
  PlxLexiconEdits *self;
  guint32 n;

  g_return_val_if_fail (base != NULL, NULL);

  self = g_new0 (PlxLexiconEdits, 1);
  n = plx_lexicon_get_n_entries (base);
  self->base = plx_lexicon_ref (base);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->others = g_new0 (guint32, n + 1);
  self->edits = g_ptr_array_new_with_free_func (edit_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->axes = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < n; i++)
    {
      char *key = make_entry_group_key (base, plx_lexicon_get_entry (base, i));

      self->others[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->groups, key));
      g_hash_table_replace (self->groups, key, GUINT_TO_POINTER (i + 1));
    }
  return self;
}

void
plx_lexicon_edits_free (PlxLexiconEdits *self)
{
  if (self == NULL)
    return;
  plx_lexicon_unref (self->base);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->axes);
  g_free (self->others);
  g_free (self);
}

/* The last entry of the base with this pattern, role and axis, as index + 1; see others. */
static guint32
find_group (PlxLexiconEdits      *self,
            const PlxLexiconLine *line)
{
  g_autofree char *key = make_group_key (line);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->groups, key));
}

static guint32
find_base (PlxLexiconEdits      *self,
           const PlxLexiconLine *line)
{
  for (guint32 i = find_group (self, line); i != 0; i = self->others[i - 1])
    {
      if (strcmp (plx_lexicon_get_entry (self->base, i - 1)->condition,
                  line->fields[PLX_FIELD_CONDITION]) == 0)
        return i - 1;
    }
  return PLX_NONE;
}

static PlxLexiconEdit *
find (PlxLexiconEdits      *self,
      const PlxLexiconLine *line)
{
  g_autofree char *key = make_key (line);

  return g_hash_table_lookup (self->by_key, key);
}

static void
forget (PlxLexiconEdits      *self,
        const PlxLexiconLine *line)
{
  g_autofree char *key = make_key (line);
  PlxLexiconEdit *edit = g_hash_table_lookup (self->by_key, key);

  if (edit == NULL)
    return;
  g_hash_table_remove (self->by_key, key);
  g_ptr_array_remove (self->edits, edit);
}

/* @line: (transfer full) */
static void
put (PlxLexiconEdits *self,
     PlxEditKind      kind,
     PlxLexiconLine  *line,
     guint32          base)
{
  PlxLexiconEdit *edit = find (self, line);

  if (edit == NULL)
    {
      edit = g_new0 (PlxLexiconEdit, 1);
      g_ptr_array_add (self->edits, edit);
      g_hash_table_insert (self->by_key, make_key (line), edit);
    }
  plx_lexicon_line_free (edit->line);
  *edit = (PlxLexiconEdit) { kind, line, base };
}

/* Weights that are written differently may be the same number. */
static gboolean
is_same_weight (const char *a,
                const char *b)
{
  g_autofree char *first = g_strdelimit (g_strdup (a), ",", '.');
  g_autofree char *second = g_strdelimit (g_strdup (b), ",", '.');
  char *end_a, *end_b;
  double value_a = g_ascii_strtod (first, &end_a);
  double value_b = g_ascii_strtod (second, &end_b);

  if (end_a == first || end_b == second || *end_a != '\0' || *end_b != '\0')
    return strcmp (a, b) == 0;
  return value_a == value_b;
}

const PlxLexiconEdit *
plx_lexicon_edits_find (PlxLexiconEdits      *self,
                        const PlxLexiconLine *line)
{
  g_return_val_if_fail (self != NULL && line != NULL, NULL);

  return find (self, line);
}

void
plx_lexicon_edits_set (PlxLexiconEdits      *self,
                       const PlxLexiconLine *line)
{
  guint32 base;

  g_return_if_fail (self != NULL && line != NULL);

  base = find_base (self, line);
  if (base != PLX_NONE)
    {
      g_autoptr (PlxLexiconLine) before =
        plx_lexicon_line_new_entry (self->base, plx_lexicon_get_entry (self->base, base));

      if (is_same_weight (before->fields[PLX_FIELD_WEIGHT], line->fields[PLX_FIELD_WEIGHT]) &&
          strcmp (before->fields[PLX_FIELD_NOTE], line->fields[PLX_FIELD_NOTE]) == 0)
        {
          forget (self, line);
          return;
        }
    }
  put (self, base != PLX_NONE ? PLX_EDIT_CHANGED : PLX_EDIT_ADDED, plx_lexicon_line_copy (line),
       base);
}

void
plx_lexicon_edits_remove (PlxLexiconEdits      *self,
                          const PlxLexiconLine *line)
{
  guint32 base;

  g_return_if_fail (self != NULL && line != NULL);

  base = find_base (self, line);
  if (base == PLX_NONE)
    forget (self, line);
  else
    put (self, PLX_EDIT_OFF,
         plx_lexicon_line_new_entry (self->base, plx_lexicon_get_entry (self->base, base)), base);
}

void
plx_lexicon_edits_replace (PlxLexiconEdits      *self,
                           const PlxLexiconLine *before,
                           const PlxLexiconLine *after)
{
  g_autofree char *old_key = NULL;
  g_autofree char *new_key = NULL;

  g_return_if_fail (self != NULL && before != NULL && after != NULL);

  old_key = make_key (before);
  new_key = make_key (after);
  if (strcmp (old_key, new_key) != 0)
    plx_lexicon_edits_remove (self, before);
  plx_lexicon_edits_set (self, after);
}

void
plx_lexicon_edits_revert (PlxLexiconEdits      *self,
                          const PlxLexiconLine *line)
{
  g_return_if_fail (self != NULL && line != NULL);

  forget (self, line);
}

guint
plx_lexicon_edits_get_n (PlxLexiconEdits *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edits->len;
}

const PlxLexiconEdit *
plx_lexicon_edits_get (PlxLexiconEdits *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->edits->len, NULL);

  return self->edits->pdata[index];
}

/* "off" turns off all of the group, what was added to it before included. */
static void
turn_off (PlxLexiconEdits      *self,
          const PlxLexiconLine *line)
{
  g_autofree char *group = make_group_key (line);
  guint32 first = find_group (self, line);

  for (guint i = self->edits->len; i > 0; i--)
    {
      const PlxLexiconEdit *edit = self->edits->pdata[i - 1];
      g_autofree char *key = make_group_key (edit->line);

      if (strcmp (key, group) == 0)
        forget (self, edit->line);
    }
  for (guint32 i = first; i != 0; i = self->others[i - 1])
    put (self, PLX_EDIT_OFF,
         plx_lexicon_line_new_entry (self->base, plx_lexicon_get_entry (self->base, i - 1)), i - 1);
  /* It may mean an entry of another version of the base. */
  if (first == 0)
    put (self, PLX_EDIT_OFF, plx_lexicon_line_copy (line), PLX_NONE);
}

/* What a spreadsheet does to a field that it takes for text is undone. */
static char *
unquote (const char *field)
{
  gsize length = strlen (field);

  if (length >= 2 && field[0] == '"' && field[length - 1] == '"')
    return g_strndup (field + 1, length - 2);
  return g_strdup (field);
}

static void
merge_line (PlxLexiconEdits *self,
            char           **fields,
            const int       *columns)
{
  g_autoptr (PlxLexiconLine) line = plx_lexicon_line_new ();
  int n = (int) g_strv_length (fields);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      g_autofree char *field = columns[i] >= 0 && columns[i] < n ? unquote (fields[columns[i]])
                                                                 : NULL;

      if (field != NULL)
        plx_lexicon_line_set (line, (PlxLexiconField) i, field);
    }
  if (strcmp (line->fields[PLX_FIELD_WEIGHT], "off") == 0)
    turn_off (self, line);
  else
    plx_lexicon_edits_set (self, line);
}

/* Returns: whether the line names the columns, which are then found by their names */
static gboolean
read_header (char **fields,
             int   *columns)
{
  if (!g_strv_contains ((const char *const *) fields, names[PLX_FIELD_PATTERN]) ||
      !g_strv_contains ((const char *const *) fields, names[PLX_FIELD_ROLE]))
    return FALSE;
  for (int i = 0; i < PLX_N_FIELDS; i++)
    {
      columns[i] = -1;
      for (int j = 0; fields[j] != NULL; j++)
        {
          if (strcmp (fields[j], names[i]) == 0)
            columns[i] = j;
        }
    }
  return TRUE;
}

static void
keep_axis (PlxLexiconEdits *self,
           const char      *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (!g_ptr_array_find_with_equal_func (self->axes, line, g_str_equal, NULL) &&
      g_strv_length (words) >= 2 && plx_lexicon_find_axis (self->base, words[1]) == PLX_AXIS_ALL)
    g_ptr_array_add (self->axes, g_strdup (line));
}

void
plx_lexicon_edits_merge (PlxLexiconEdits *self,
                         const char      *text)
{
  int columns[PLX_N_FIELDS] = { 0, 1, 2, 3, 4, 5 };
  g_auto (GStrv) lines = NULL;
  gboolean is_first = TRUE;

  g_return_if_fail (self != NULL && text != NULL);

  if (g_str_has_prefix (text, "\357\273\277"))
    text += 3;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      g_strchomp (lines[i]);
      if (g_str_has_prefix (lines[i], "#axis "))
        keep_axis (self, lines[i]);
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      if (!is_first || !read_header (fields, columns))
        merge_line (self, fields, columns);
      is_first = FALSE;
    }
}

static void
append_line (GString              *text,
             const PlxLexiconLine *line)
{
  g_autofree char *string = plx_lexicon_line_to_string (line);

  g_string_append (text, string);
  g_string_append_c (text, '\n');
}

/* "off" takes all of a group: those of it that are still on are written again after it. */
static void
append_off (PlxLexiconEdits      *self,
            GString              *text,
            const PlxLexiconLine *line)
{
  g_autoptr (PlxLexiconLine) off = plx_lexicon_line_copy (line);

  plx_lexicon_line_set (off, PLX_FIELD_WEIGHT, "off");
  plx_lexicon_line_set (off, PLX_FIELD_CONDITION, "");
  plx_lexicon_line_set (off, PLX_FIELD_NOTE, "");
  append_line (text, off);
  for (guint32 i = find_group (self, line); i != 0; i = self->others[i - 1])
    {
      g_autoptr (PlxLexiconLine) other =
        plx_lexicon_line_new_entry (self->base, plx_lexicon_get_entry (self->base, i - 1));

      if (find (self, other) == NULL)
        append_line (text, other);
    }
}

char *
plx_lexicon_edits_to_string (PlxLexiconEdits *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->axes->len; i++)
    g_string_append_printf (text, "%s\n", (char *) self->axes->pdata[i]);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const PlxLexiconEdit *edit = self->edits->pdata[i];

      if (edit->kind == PLX_EDIT_OFF && g_hash_table_add (done, make_group_key (edit->line)))
        append_off (self, text, edit->line);
    }
  for (guint i = 0; i < self->edits->len; i++)
    {
      const PlxLexiconEdit *edit = self->edits->pdata[i];

      if (edit->kind != PLX_EDIT_OFF)
        append_line (text, edit->line);
    }
  return g_string_free (text, FALSE);
}

char *
plx_lexicon_edits_to_file (PlxLexiconEdits *self,
                           const char      *name)
{
  g_autofree char *lines = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  lines = plx_lexicon_edits_to_string (self);
  return g_strdup_printf ("#parallax-lexicon 1\n#name %s\n"
                          "pattern\trole\taxis\tweight\tcondition\tnote\n%s", name, lines);
}
