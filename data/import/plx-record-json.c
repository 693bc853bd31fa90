/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-records-private.h"

#include <string.h>

/* A reader for one flat JSON object a line, which a corpus has millions of. json-glib builds a
 * tree of objects for each, several times slower than all the scoring of a record; this one
 * unescapes in place and allocates nothing. It accepts exactly what RFC 8259 does, with nesting
 * bounded. */

#define MAX_NESTING 64

typedef struct
{
  char      *start;
  char      *at;
  char      *end;   /* a NUL stands there */
  guint      nesting;
  PlxRecord *record;
  guint      ranks[PLX_N_FIELDS];
  const char *problem;
} Parser;

static gboolean parse_value (Parser *self);

static gboolean
fail (Parser     *self,
      const char *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  return FALSE;
}

static void
skip_space (Parser *self)
{
  while (*self->at == ' ' || *self->at == '\t' || *self->at == '\r' || *self->at == '\n')
    self->at++;
}

static gboolean
read_hex (Parser   *self,
          gunichar *out_code)
{
  gunichar code = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return fail (self, "\\u needs four hexadecimal digits");
      code = code * 16 + (guint) digit;
    }
  self->at += 4;
  *out_code = code;
  return TRUE;
}

/* After "\u": one character, of two escapes for those beyond the BMP. */
static gboolean
unescape_unicode (Parser *self,
                  char  **out)
{
  gunichar code, low;

  if (!read_hex (self, &code))
    return FALSE;
  if (code >= 0xD800 && code < 0xDC00 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      self->at += 2;
      if (!read_hex (self, &low))
        return FALSE;
      if (low >= 0xDC00 && low < 0xE000)
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      else
        self->at -= 6; /* a lone first half; what follows is read by itself */
    }
  if (code >= 0xD800 && code < 0xE000)
    code = 0xFFFD;
  if (code == 0)
    code = ' ';
  *out += g_unichar_to_utf8 (code, *out);
  return TRUE;
}

static gboolean
unescape (Parser *self,
          char  **out)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  char c = *self->at++;
  const char *found;

  if (c == 'u')
    return unescape_unicode (self, out);
  found = c != '\0' ? strchr (from, c) : NULL;
  if (found == NULL)
    return fail (self, "unknown escape in a string");
  *(*out)++ = to[found - from];
  return TRUE;
}

/* Sixteen bytes that are looked at together; GCC and Clang have the type on every machine. */
typedef guint8 Bytes __attribute__ ((vector_size (16), aligned (1)));

/* The first byte from @at on that is a quote, a backslash or a control character. There is one
 * before the NUL at the end, which is one itself. */
static char *
find_special (char       *at,
              const char *end)
{
  for (; end - at >= 16; at += 16)
    {
      const Bytes *bytes = (const Bytes *) (gconstpointer) at;
      Bytes special = (Bytes) ((*bytes == '"') | (*bytes == '\\') | (*bytes < 0x20));
      guint64 halves[2];

      memcpy (halves, &special, sizeof halves);
      if ((halves[0] | halves[1]) != 0)
        break;
    }
  while (*at != '"' && *at != '\\' && (guint8) *at >= 0x20)
    at++;
  return at;
}

/* Reads a string and leaves it, unescaped and with a NUL, where it stood. */
static gboolean
parse_string (Parser *self,
              char  **out_string,
              gsize  *out_length)
{
  char *out;

  if (*self->at != '"')
    return fail (self, "a string in double quotes expected");
  out = *out_string = ++self->at;

  /* up to the first escape nothing moves */
  out = self->at = find_special (self->at, self->end);
  while (*self->at != '"')
    {
      if ((guint8) *self->at < 0x20)
        return fail (self, self->at == self->end ? "the string has no end"
                                                 : "control character in a string");
      if (*self->at == '\\')
        {
          self->at++;
          if (!unescape (self, &out))
            return FALSE;
        }
      else
        {
          char *stop = find_special (self->at, self->end);

          memmove (out, self->at, (gsize) (stop - self->at));
          out += stop - self->at;
          self->at = stop;
        }
    }
  self->at++;
  *out = '\0';
  *out_length = out - *out_string;
  return TRUE;
}

static gboolean
skip_digits (Parser *self)
{
  if (!g_ascii_isdigit (*self->at))
    return fail (self, "a digit expected");
  while (g_ascii_isdigit (*self->at))
    self->at++;
  return TRUE;
}

static gboolean
parse_number (Parser *self)
{
  if (*self->at == '-')
    self->at++;
  if (self->at[0] == '0' && g_ascii_isdigit (self->at[1]))
    return fail (self, "a number does not begin with 0");
  if (!skip_digits (self))
    return FALSE;
  if (*self->at == '.')
    {
      self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  if (*self->at == 'e' || *self->at == 'E')
    {
      self->at++;
      if (*self->at == '+' || *self->at == '-')
        self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_word (Parser *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (self->at, words[i]))
        {
          self->at += strlen (words[i]);
          return TRUE;
        }
    }

  return fail (self, "a value expected");
}

/* The rest of an array or object whose opening bracket was read. */
static gboolean
parse_members (Parser *self,
               char    close)
{
  if (++self->nesting > MAX_NESTING)
    return fail (self, "nested too deeply");

  skip_space (self);
  if (*self->at == close)
    {
      self->at++;
      self->nesting--;
      return TRUE;
    }
  while (TRUE)
    {
      char *name;
      gsize length;

      skip_space (self);
      if (close == '}')
        {
          if (!parse_string (self, &name, &length))
            return FALSE;
          skip_space (self);
          if (*self->at != ':')
            return fail (self, "“:” expected");
          self->at++;
        }
      if (!parse_value (self))
        return FALSE;
      skip_space (self);
      if (*self->at == close)
        break;
      if (*self->at != ',')
        return fail (self, close == '}' ? "“,” or “}” expected" : "“,” or “]” expected");
      self->at++;
    }
  self->at++;
  self->nesting--;
  return TRUE;
}

static gboolean
parse_value (Parser *self)
{
  char *string;
  gsize length;

  skip_space (self);
  switch (*self->at)
    {
    case '"':
      return parse_string (self, &string, &length);
    case '{':
    case '[':
      self->at++;
      return parse_members (self, self->at[-1] == '{' ? '}' : ']');
    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return parse_number (self);
    default:
      return parse_word (self);
    }
}

/* The strings of an array, as authors or paragraphs are given, joined in place by @glue of two
 * bytes, for which the quotes and the comma leave room. Other members are passed over. */
static gboolean
parse_strings (Parser     *self,
               const char *glue,
               char      **out_string,
               gsize      *out_length)
{
  char *start = self->at, *out = self->at;
  gboolean has_any = FALSE;

  do
    {
      char *string;
      gsize length;

      self->at++;
      skip_space (self);
      if (*self->at == ']' && out == start)
        break;
      if (*self->at != '"')
        {
          if (!parse_value (self))
            return FALSE;
        }
      else
        {
          if (!parse_string (self, &string, &length))
            return FALSE;
          if (has_any)
            out = mempcpy (out, glue, 2);
          out = (char *) memmove (out, string, length) + length;
          has_any = TRUE;
        }
      skip_space (self);
    }
  while (*self->at == ',');

  if (*self->at != ']')
    return fail (self, "“,” or “]” expected");
  self->at++;
  *out_string = has_any ? start : NULL;
  *out_length = out - start;
  return TRUE;
}

/* The value of a field that is wanted: a string, a list of strings or a number. */
static gboolean
parse_field (Parser        *self,
             PlxRecordField field,
             guint          rank)
{
  char *string = NULL;
  gsize length = 0;
  gboolean is_null = *self->at == 'n' || *self->at == '{';

  if (*self->at == '"')
    {
      if (!parse_string (self, &string, &length))
        return FALSE;
    }
  else if (*self->at == '[')
    {
      if (!parse_strings (self, field == PLX_FIELD_TEXT ? "\n\n" : "; ", &string, &length))
        return FALSE;
    }
  else
    {
      string = self->at;
      if (!parse_value (self))
        return FALSE;
      length = self->at - string;
      if (is_null)
        string = NULL;
    }
  if (string != NULL && rank < self->ranks[field])
    {
      self->ranks[field] = rank;
      self->record->fields[field] = string;
      self->record->lengths[field] = length;
    }
  return TRUE;
}

static gboolean
parse_member (Parser *self)
{
  PlxRecordField field;
  guint rank;
  char *name;
  gsize length;

  skip_space (self);
  if (!parse_string (self, &name, &length))
    return FALSE;
  skip_space (self);
  if (*self->at != ':')
    return fail (self, "“:” expected");
  self->at++;
  skip_space (self);
  if (!plx_record_find_field (name, length, &field, &rank))
    return parse_value (self);
  return parse_field (self, field, rank);
}

static gboolean
parse_object (Parser *self)
{
  skip_space (self);
  if (*self->at != '{')
    return fail (self, "an object in braces expected");
  self->at++;
  skip_space (self);
  if (*self->at == '}')
    {
      self->at++;
    }
  else
    {
      while (TRUE)
        {
          if (!parse_member (self))
            return FALSE;
          skip_space (self);
          if (*self->at == '}')
            break;
          if (*self->at != ',')
            return fail (self, "“,” or “}” expected");
          self->at++;
        }
      self->at++;
    }
  skip_space (self);
  return self->at == self->end || fail (self, "nothing may follow the object");
}

/* A number ends where the next mark stands, which could not be overwritten while reading. */
static void
terminate_values (Parser *self)
{
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      if (self->record->fields[i] != NULL)
        ((char *) self->record->fields[i])[self->record->lengths[i]] = '\0';
    }
}

gboolean
plx_record_parse_json (char      *line,
                       gsize      length,
                       PlxRecord *record,
                       GError   **error)
{
  Parser self = { line, line, line + length, 0, record, { 0, }, NULL };

  g_return_val_if_fail (line != NULL && line[length] == '\0', FALSE);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    self.ranks[i] = G_MAXUINT;
  if (parse_object (&self))
    {
      terminate_values (&self);
      if (record->fields[PLX_FIELD_TEXT] != NULL)
        return TRUE;
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_FORMAT,
                           "the record has no text");
      return FALSE;
    }

  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_FORMAT, "column %" G_GSIZE_FORMAT ": %s",
               (gsize) (self.at - self.start) + 1, self.problem);
  return FALSE;
}
