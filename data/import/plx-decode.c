/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-decode.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* How much of the bytes is looked at to find out what they are. */
#define SNIFF_BYTES (64u * 1024)
/* A longer run of combining marks than any script has is an attack: normalising it would take
 * quadratic time. */
#define MAX_COMBINING_RUN 30

typedef struct
{
  gsize n_multibyte; /* well-formed sequences of two bytes and more */
  gsize n_broken;    /* bytes that no sequence accounts for */
} Utf8Census;

/* Counts like a decoder that puts one U+FFFD for each broken byte. */
static Utf8Census
count_utf8 (const guint8 *data,
            gsize         length)
{
  Utf8Census census = { 0, 0 };
  const char *at = (const char *) data;
  const char *end = at + length;

  while (at < end)
    {
      gunichar c;

      if (!(*at & 0x80))
        {
          at++;
          continue;
        }
      c = g_utf8_get_char_validated (at, end - at);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          census.n_broken++;
          at++;
        }
      else
        {
          census.n_multibyte++;
          at = g_utf8_next_char (at);
        }
    }

  return census;
}

static const char *
charset_of_bom (const guint8 *data,
                gsize         length,
                gsize        *out_bom_length)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *charset;
  } boms[] = {
    /* UTF-32LE begins like UTF-16LE: longest first */
    { "\xFF\xFE\0\0", 4, "UTF-32LE" }, { "\0\0\xFE\xFF", 4, "UTF-32BE" },
    { "\xEF\xBB\xBF", 3, "UTF-8" },    { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boms); i++)
    {
      if (length >= boms[i].length && memcmp (data, boms[i].bytes, boms[i].length) == 0)
        {
          *out_bom_length = boms[i].length;
          return boms[i].charset;
        }
    }

  return NULL;
}

/* UTF-16 and UTF-32 without a BOM: mostly Latin text shows by where the zero bytes stand. */
static const char *
charset_of_zeros (const guint8 *data,
                  gsize         length)
{
  gsize zeros[4] = { 0, };
  gsize n = MIN (length, SNIFF_BYTES) & ~(gsize) 3;
  gsize quarter = n / 4;

  if (length >= 2 && n == 0 && length % 2 == 0)
    {
      if (data[0] != 0 && data[1] == 0)
        return "UTF-16LE";
      if (data[0] == 0 && data[1] != 0)
        return "UTF-16BE";
    }
  for (gsize i = 0; i < n; i++)
    zeros[i % 4] += data[i] == 0;
  if (quarter == 0)
    return NULL;

#define FULL(i)  (zeros[i] * 10 >= quarter * 9)
#define HALF(i)  (zeros[i] * 2 >= quarter)
#define CLEAR(i) (zeros[i] * 10 <= quarter)
  if (CLEAR (0) && FULL (2) && FULL (3))
    return "UTF-32LE";
  if (CLEAR (3) && FULL (0) && FULL (1))
    return "UTF-32BE";
  if (CLEAR (0) && CLEAR (2) && HALF (1) && HALF (3))
    return "UTF-16LE";
  if (CLEAR (1) && CLEAR (3) && HALF (0) && HALF (2))
    return "UTF-16BE";
#undef FULL
#undef HALF
#undef CLEAR

  return NULL;
}

/* What pages call Latin-1 or ASCII is Windows-1252 in every browser. */
static const char *
correct_charset (const char *declared)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *mime = ucnv_getStandardName (declared, "MIME", &status);

  if (U_FAILURE (status) || mime == NULL)
    mime = declared;
  if (g_ascii_strcasecmp (mime, "ISO-8859-1") == 0 || g_ascii_strcasecmp (mime, "US-ASCII") == 0)
    return "windows-1252";
  if (g_ascii_strcasecmp (mime, "ISO-8859-9") == 0)
    return "windows-1254";
  if (g_ascii_strcasecmp (mime, "GB2312") == 0)
    return "GB18030";
  /* The page was read as ASCII to find this name, so it is not what it says. */
  if (g_ascii_strncasecmp (mime, "UTF-16", 6) == 0 || g_ascii_strncasecmp (mime, "UTF-32", 6) == 0)
    return "UTF-8";
  return declared;
}

static gboolean
charset_is_known (const char *charset)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (charset, &status);

  if (U_FAILURE (status))
    return FALSE;

  ucnv_close (converter);
  return TRUE;
}

/* Lets ICU judge by byte statistics, and believes it only on scripts that look unlike Windows-1252;
 * among the Latin alphabets its guesses on a short text are no better than chance. */
static const char *
detect_charset (const guint8 *data,
                gsize         length)
{
  static const struct
  {
    const char *name;
    int         least_confidence;
  } believable[] = {
    { "Shift_JIS", 30 },    { "EUC-JP", 30 },       { "EUC-KR", 30 },       { "GB18030", 30 },
    { "Big5", 30 },         { "ISO-2022-JP", 50 },  { "ISO-2022-KR", 50 },  { "ISO-2022-CN", 50 },
    { "windows-1251", 30 }, { "KOI8-R", 30 },       { "ISO-8859-5", 30 },   { "windows-1253", 30 },
    { "ISO-8859-7", 30 },   { "windows-1255", 30 }, { "ISO-8859-8", 30 },   { "windows-1256", 30 },
    { "ISO-8859-6", 30 },
  };
  const char *found = "windows-1252";
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;

  ucsdet_setText (detector, (const char *) data, (int32_t) MIN (length, SNIFF_BYTES), &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL)
    {
      const char *name = ucsdet_getName (match, &status);
      int confidence = ucsdet_getConfidence (match, &status);

      for (guint i = 0; i < G_N_ELEMENTS (believable); i++)
        {
          if (strcmp (name, believable[i].name) == 0 &&
              confidence >= believable[i].least_confidence)
            found = believable[i].name;
        }
    }
  ucsdet_close (detector);

  return found;
}

static const char *
choose_charset (const guint8 *data,
                gsize         length,
                const char   *declared)
{
  Utf8Census census;
  gboolean has_escapes = memchr (data, 0x1B, MIN (length, SNIFF_BYTES)) != NULL;
  const char *charset = NULL;

  if (declared != NULL && *declared != '\0')
    {
      charset = correct_charset (declared);
      if (!charset_is_known (charset))
        charset = NULL;
    }

  census = count_utf8 (data, length);
  if (census.n_broken == 0 && (census.n_multibyte > 0 || !has_escapes))
    return "UTF-8";
  if (charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") != 0)
    return charset;
  /* Bytes that are not UTF-8 by chance hardly ever form sequences. */
  if (census.n_multibyte * 2 > census.n_broken)
    return "UTF-8";
  if (census.n_broken == 0)
    return has_escapes ? detect_charset (data, length) : "UTF-8";

  return detect_charset (data, length);
}

static GString *
convert_with_icu (const guint8 *data,
                  gsize         length,
                  const char   *charset)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (charset, &status);
  UConverter *to = ucnv_open ("UTF-8", &status);
  GString *text = g_string_sized_new (length + length / 8);
  const char *source = (const char *) data;
  UChar pivot[4096];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  gboolean is_first = TRUE;

  if (U_FAILURE (status))
    {
      g_string_append_len (text, source, length);
      source += length;
    }
  else
    {
      do
        {
          char buffer[16384];
          char *target = buffer;

          status = U_ZERO_ERROR;
          ucnv_convertEx (to, from, &target, buffer + sizeof buffer, &source,
                          (const char *) data + length, pivot, &pivot_source, &pivot_target,
                          pivot + G_N_ELEMENTS (pivot), is_first, TRUE, &status);
          g_string_append_len (text, buffer, target - buffer);
          is_first = FALSE;
        }
      while (status == U_BUFFER_OVERFLOW_ERROR);
    }
  ucnv_close (from);
  ucnv_close (to);

  return text;
}

/* What Windows-1252 has at 0x80 to 0x9F; in Unicode these are control characters that no text
 * means, left by a conversion that took the page for Latin-1. */
static const gunichar c1_meaning[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

void
plx_decode_append_references (GString    *out,
                              const char *text,
                              gsize       length)
{
  const char *end = text + length, *from = text;

  g_return_if_fail (out != NULL && text != NULL);

  /* U+0080 to U+009F are C2 80 to C2 9F in UTF-8 */
  for (const char *at = text; (at = memchr (at, 0xC2, (gsize) (end - at))) != NULL;)
    {
      guint8 second = at + 1 < end ? (guint8) at[1] : 0;

      if (second >= 0x80 && second <= 0x9F)
        {
          g_string_append_len (out, from, at - from);
          g_string_append_unichar (out, c1_meaning[second - 0x80]);
          at += 2;
          from = at;
        }
      else
        {
          at++;
        }
    }
  g_string_append_len (out, from, end - from);
}

static gboolean
is_invisible (gunichar c)
{
  /* soft hyphen, zero-width space, word joiner, BOM: they only split words that belong together */
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

typedef struct
{
  GString *out;
  gsize    n_replaced;
  guint    combining_run;
  guint    longest_combining_run;
} Cleaner;

static void
clean_multibyte (Cleaner    *self,
                 const char *at,
                 gunichar    c)
{
  if (c == 0xFFFD)
    self->n_replaced++;
  if (c >= 0x0300 && c <= 0x036F)
    self->longest_combining_run = MAX (self->longest_combining_run, ++self->combining_run);
  else
    self->combining_run = 0;

  if (c >= 0x80 && c < 0xA0)
    {
      gunichar meaning = c == 0x85 ? '\n' : c1_meaning[c - 0x80];

      self->n_replaced += meaning == 0xFFFD;
      g_string_append_unichar (self->out, meaning);
    }
  else if (c == 0x2028 || c == 0x2029)
    g_string_append_c (self->out, '\n');
  else if (!is_invisible (c))
    g_string_append_len (self->out, at, g_utf8_next_char (at) - at);
}

static const char *
clean_ascii (Cleaner    *self,
             const char *at,
             const char *end)
{
  const char *run = at;

  while (at < end && ((guint8) *at < 0x80) &&
         ((guint8) *at >= 0x20 || *at == '\n' || *at == '\t') && *at != 0x7F)
    at++;
  if (at > run)
    {
      g_string_append_len (self->out, run, at - run);
      self->combining_run = 0;
    }
  if (at == end || (guint8) *at >= 0x80)
    return at;

  if (*at == '\r')
    {
      if (at + 1 == end || at[1] != '\n')
        g_string_append_c (self->out, '\n');
    }
  else if (*at == '\f' || *at == '\v')
    g_string_append_c (self->out, '\n');
  /* other control characters, NUL among them, are left out */

  return at + 1;
}

/* Makes @text what the header promises; broken sequences become one U+FFFD a byte. */
static char *
clean_text (const char *text,
            gsize       length,
            gsize      *out_n_replaced)
{
  Cleaner self = { g_string_sized_new (length + 1), 0, 0, 0 };
  const char *at = text;
  const char *end = text + length;

  while (at < end)
    {
      gunichar c;

      if (!(*at & 0x80))
        {
          at = clean_ascii (&self, at, end);
          continue;
        }
      c = g_utf8_get_char_validated (at, end - at);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append (self.out, "\xEF\xBF\xBD");
          self.n_replaced++;
          at++;
        }
      else
        {
          clean_multibyte (&self, at, c);
          at = g_utf8_next_char (at);
        }
    }
  *out_n_replaced = self.n_replaced;

  if (self.longest_combining_run > 0 && self.longest_combining_run <= MAX_COMBINING_RUN)
    {
      g_autofree char *decomposed = g_string_free (self.out, FALSE);

      return g_utf8_normalize (decomposed, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    }
  return g_string_free (self.out, FALSE);
}

const char *
plx_decode_find_unicode (const guint8 *data,
                         gsize         length,
                         gsize        *out_bom_length)
{
  const char *charset = charset_of_bom (data, length, out_bom_length);

  if (charset != NULL)
    return charset;
  *out_bom_length = 0;
  return charset_of_zeros (data, length);
}

char *
plx_import_decode (GBytes     *bytes,
                   const char *declared,
                   gboolean   *out_had_errors)
{
  gsize length;
  gsize bom_length = 0;
  gsize n_replaced;
  const guint8 *data;
  const char *charset;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    {
      if (out_had_errors != NULL)
        *out_had_errors = FALSE;
      return g_strdup ("");
    }

  charset = plx_decode_find_unicode (data, length, &bom_length);
  if (charset == NULL)
    charset = choose_charset (data, length, declared);

  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    {
      text = clean_text ((const char *) data + bom_length, length - bom_length, &n_replaced);
    }
  else
    {
      GString *converted = convert_with_icu (data + bom_length, length - bom_length, charset);

      text = clean_text (converted->str, converted->len, &n_replaced);
      g_string_free (converted, TRUE);
    }

  if (out_had_errors != NULL)
    *out_had_errors = n_replaced > 0;
  return text;
}

static gboolean
has_magic (const guint8 *data,
           gsize         length)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
  } magics[] = {
    { "%PDF-", 5 },   { "PK\x03\x04", 4 },       { "\x89PNG", 4 },         { "\xFF\xD8\xFF", 3 },
    { "GIF8", 4 },    { "\x7F" "ELF", 4 },       { "SQLite format 3", 15 }, { "{\\rtf", 5 },
    { "7z\xBC\xAF", 4 }, { "\xD0\xCF\x11\xE0", 4 }, { "\xFD" "7zXZ", 5 },
    { "\x28\xB5\x2F\xFD", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (length >= magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
plx_decode_is_binary (const guint8 *data,
                      gsize         length)
{
  gsize n = MIN (length, SNIFF_BYTES);
  gsize bom_length;
  gsize n_controls = 0;

  if (has_magic (data, length))
    return TRUE;
  if (plx_decode_find_unicode (data, length, &bom_length) != NULL)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      guint8 c = data[i];

      n_controls += c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' &&
                                  c != '\v' && c != 0x1A && c != 0x1B);
    }

  /* Of random bytes one in nine is such a control character; a text with a few is a damaged one. */
  return n_controls * 20 > n;
}
