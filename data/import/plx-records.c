/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-records-private.h"

#include "plx-dates.h"
#include "plx-decode.h"

#include <string.h>

#define FILL_BYTES 65536

struct _PlxRecordReader
{
  GInputStream *stream;
  PlxFormat     format;
  PlxCsvHeader *header;

  /* What was read and not yet handed out. A record is parsed where it lies. */
  char         *buffer;
  gsize         size;
  gsize         start;   /* of the next record */
  gsize         scanned; /* up to here no end of the record was found */
  gsize         end;
  gboolean      is_quoted; /* at `scanned`: inside a quoted value of a CSV */

  char         *repaired;  /* a record whose UTF-8 was broken */
  guint64       line;      /* of the next record */
  guint64       n_inner_lines; /* line ends inside the record that is being scanned */
  gboolean      at_end;
  gboolean      is_started;
  gboolean      is_skipping; /* inside a record too large to keep */
};

gboolean
plx_record_find_field (const char     *name,
                       gsize           length,
                       PlxRecordField *out_field,
                       guint          *out_rank)
{
  static const char *const names[PLX_N_FIELDS] = {
    [PLX_FIELD_ID] = "id doc_id article_id uuid _id",
    [PLX_FIELD_TEXT] = "text body content article full_text fulltext maintext articlebody",
    [PLX_FIELD_TITLE] = "title headline",
    [PLX_FIELD_SOURCE] = "source outlet publisher publication newspaper site source_name",
    [PLX_FIELD_DATE] = "date published publish_date date_publish pub_date published_at",
    [PLX_FIELD_UPDATED] = "updated date_modify modified",
    [PLX_FIELD_BYLINE] = "byline author authors",
    [PLX_FIELD_AGENCY] = "agency",
    [PLX_FIELD_URL] = "url link",
    [PLX_FIELD_LANGUAGE] = "language lang",
    [PLX_FIELD_TARGET] = "target",
  };

  if (length == 0 || length > 16)
    return FALSE;
  for (guint field = 0; field < PLX_N_FIELDS; field++)
    {
      const char *at = names[field];

      for (guint rank = 0; at != NULL; rank++)
        {
          const char *blank = strchr (at, ' ');
          gsize n = blank != NULL ? (gsize) (blank - at) : strlen (at);

          if (n == length && g_ascii_strncasecmp (at, name, n) == 0)
            {
              *out_field = (PlxRecordField) field;
              *out_rank = rank;
              return TRUE;
            }
          at = blank != NULL ? blank + 1 : NULL;
        }
    }

  return FALSE;
}

PlxRecordReader *
plx_record_reader_new (GInputStream *stream,
                       PlxFormat     format)
{
  PlxRecordReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (format == PLX_FORMAT_JSONL || format == PLX_FORMAT_CSV, NULL);

  self = g_new0 (PlxRecordReader, 1);
  self->stream = g_object_ref (stream);
  self->format = format;
  self->size = 2 * FILL_BYTES;
  self->buffer = g_malloc (self->size + 1);
  self->line = 1;
  return self;
}

void
plx_record_reader_free (PlxRecordReader *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_clear_pointer (&self->header, plx_csv_header_free);
  g_free (self->buffer);
  g_free (self->repaired);
  g_free (self);
}

static void
make_room (PlxRecordReader *self)
{
  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->end -= self->start;
      self->scanned -= self->start;
      self->start = 0;
    }
  if (self->size - self->end < FILL_BYTES)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }
}

static gboolean
fill (PlxRecordReader *self,
      GCancellable    *cancellable,
      GError         **error)
{
  gssize n;

  make_room (self);
  n = g_input_stream_read (self->stream, self->buffer + self->end, self->size - self->end,
                           cancellable, error);
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->end += (gsize) n;
  return TRUE;
}

static GInputStream *
convert_stream (GInputStream *stream,
                GConverter   *converter)
{
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (stream, converter);

  return g_buffered_input_stream_new_sized (converted, FILL_BYTES);
}

static GConverter *
find_converter (const guint8 *head,
                gsize         length)
{
  const char *charset;
  GCharsetConverter *converter;
  gsize bom_length;

  if (length >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8)
    return G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  charset = plx_decode_find_unicode (head, length, &bom_length);
  if (charset == NULL || strcmp (charset, "UTF-8") == 0)
    return NULL;
  converter = g_charset_converter_new ("UTF-8", charset, NULL);
  if (converter != NULL)
    g_charset_converter_set_use_fallback (converter, TRUE);
  return (GConverter *) converter;
}

/* Looks at the first bytes, puts gzip and UTF-16 converters before the stream as they need, and
 * drops a BOM. */
static gboolean
start (PlxRecordReader *self,
       GCancellable    *cancellable,
       GError         **error)
{
  GInputStream *buffered = g_buffered_input_stream_new_sized (self->stream, FILL_BYTES);

  g_object_unref (self->stream);
  self->stream = buffered;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GConverter) converter = NULL;
      GBufferedInputStream *peeked = G_BUFFERED_INPUT_STREAM (self->stream);
      gsize length;
      const guint8 *head;

      if (g_buffered_input_stream_fill (peeked, -1, cancellable, error) < 0)
        return FALSE;
      head = g_buffered_input_stream_peek_buffer (peeked, &length);
      converter = find_converter (head, length);
      if (converter == NULL)
        break;
      buffered = convert_stream (self->stream, converter);
      g_object_unref (self->stream);
      self->stream = buffered;
    }

  if (!fill (self, cancellable, error))
    return FALSE;
  if (self->end >= 3 && memcmp (self->buffer, "\xEF\xBB\xBF", 3) == 0)
    self->start = self->scanned = 3;
  self->is_started = TRUE;
  return TRUE;
}

/* The line end that closes the record at `start`, or NULL if it is not in the buffer yet. */
static char *
find_end (PlxRecordReader *self)
{
  char *at = self->buffer + self->scanned;
  char *end = self->buffer + self->end;

  if (self->format == PLX_FORMAT_JSONL || self->is_skipping)
    {
      self->scanned = self->end;
      return memchr (at, '\n', end - at);
    }
  for (; at < end; at++)
    {
      if (*at == '"')
        {
          /* one inside a value that does not begin with one means inches */
          if (self->is_quoted || at == self->buffer + self->start || at[-1] == '"' ||
              self->header == NULL || at[-1] == self->header->separator)
            self->is_quoted = !self->is_quoted;
        }
      else if (*at == '\n')
        {
          if (!self->is_quoted)
            return at;
          self->n_inner_lines++;
        }
    }
  self->scanned = self->end;
  return NULL;
}

/* Takes the next record out of the stream, as it lies in the buffer and without its line end. */
static PlxRecordStatus
take_record (PlxRecordReader *self,
             char           **out_record,
             gsize           *out_length,
             guint64         *out_line,
             GCancellable    *cancellable,
             GError         **error)
{
  char *newline;
  char *stop;

  *out_line = self->line;
  self->is_quoted = FALSE;
  self->n_inner_lines = 0;
  self->scanned = self->start;
  while ((newline = find_end (self)) == NULL && !self->at_end)
    {
      if (self->end - self->start > PLX_IMPORT_MAX_BYTES)
        {
          /* keep on reading to the end of the line, but keep nothing */
          self->is_skipping = TRUE;
          self->start = self->scanned = self->end;
        }
      if (!fill (self, cancellable, error))
        return PLX_RECORD_FAILED;
    }

  if (newline == NULL && self->start == self->end && !self->is_skipping)
    return PLX_RECORD_END;
  stop = newline != NULL ? newline : self->buffer + self->end;
  *out_record = self->buffer + self->start;
  self->start = (gsize) (stop - self->buffer) + (newline != NULL);
  self->line += 1 + self->n_inner_lines;
  if (self->is_skipping || (gsize) (stop - *out_record) > PLX_IMPORT_MAX_BYTES)
    {
      self->is_skipping = FALSE;
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                   "the record is larger than %u MB", PLX_IMPORT_MAX_BYTES / (1024 * 1024));
      return PLX_RECORD_BAD;
    }
  if (stop > *out_record && stop[-1] == '\r')
    stop--;
  *out_length = stop - *out_record;
  *stop = '\0';
  return PLX_RECORD_READY;
}

/* Where the ASCII that begins at @at ends, eight bytes at a time: a byte beyond it, a NUL, or @end. */
static const char *
skip_ascii (const char *at,
            const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);

  for (; end - at >= 8; at += 8)
    {
      guint64 bytes;

      memcpy (&bytes, at, 8);
      /* neither a byte beyond ASCII nor a NUL */
      if (((bytes | (bytes - ones)) & (ones << 7)) != 0)
        break;
    }
  while (at < end && (guint8) (*at - 1) < 0x7f)
    at++;
  return at;
}

/* g_utf8_validate_len() for what is nearly all ASCII: it looks at the rest only, which lies in short
 * runs, since no character is of both. */
static gboolean
is_valid_utf8 (const char *record,
               gsize       length)
{
  const char *end = record + length;
  const char *at = skip_ascii (record, end);

  while (at < end)
    {
      const char *run = at;

      while (at < end && (guint8) *at >= 0x80)
        at++;
      if (at == run || !g_utf8_validate_len (run, (gsize) (at - run), NULL))
        return FALSE;
      at = skip_ascii (at, end);
    }
  return TRUE;
}

/* Makes the record valid UTF-8, in a copy if it is not. */
static void
repair_record (PlxRecordReader *self,
               char           **record,
               gsize           *length)
{
  g_autoptr (GBytes) bytes = NULL;

  if (is_valid_utf8 (*record, *length))
    return;

  bytes = g_bytes_new_static (*record, *length);
  g_free (self->repaired);
  self->repaired = plx_import_decode (bytes, NULL, NULL);
  *record = self->repaired;
  *length = strlen (self->repaired);
}

static gboolean
is_blank (const char *record,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (record[i]))
        return FALSE;
    }

  return TRUE;
}

PlxRecordStatus
plx_record_reader_next (PlxRecordReader *self,
                        PlxRecord       *out_record,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL && out_record != NULL, PLX_RECORD_FAILED);
  g_return_val_if_fail (error == NULL || *error == NULL, PLX_RECORD_FAILED);

  memset (out_record, 0, sizeof *out_record);
  out_record->line = self->line;
  if (!self->is_started && !start (self, cancellable, error))
    return PLX_RECORD_FAILED;

  while (TRUE)
    {
      char *record = NULL;
      gsize length = 0;
      PlxRecordStatus status;

      status = take_record (self, &record, &length, &out_record->line, cancellable, error);
      if (status != PLX_RECORD_READY)
        return status;
      if (is_blank (record, length))
        continue;
      repair_record (self, &record, &length);

      if (self->format == PLX_FORMAT_JSONL)
        {
          if (!plx_record_parse_json (record, length, out_record, error))
            return PLX_RECORD_BAD;
          return PLX_RECORD_READY;
        }
      if (self->header != NULL)
        {
          if (!plx_csv_row_parse (self->header, record, length, out_record, error))
            return PLX_RECORD_BAD;
          return PLX_RECORD_READY;
        }
      self->header = plx_csv_header_parse (record, length, error);
      if (self->header == NULL)
        return PLX_RECORD_FAILED;
    }
}

PlxArticle *
plx_record_dup_article (const PlxRecord *record)
{
  PlxArticle *article;
  const char *date;
  const char *updated;

  g_return_val_if_fail (record != NULL && record->fields[PLX_FIELD_TEXT] != NULL, NULL);

  date = record->fields[PLX_FIELD_DATE];
  updated = record->fields[PLX_FIELD_UPDATED];
  article = plx_article_new (g_strdup (record->fields[PLX_FIELD_TEXT]));
  article->id = g_strdup (record->fields[PLX_FIELD_ID]);
  article->title = g_strdup (record->fields[PLX_FIELD_TITLE]);
  article->source = g_strdup (record->fields[PLX_FIELD_SOURCE]);
  article->byline = g_strdup (record->fields[PLX_FIELD_BYLINE]);
  article->agency = g_strdup (record->fields[PLX_FIELD_AGENCY]);
  article->url = g_strdup (record->fields[PLX_FIELD_URL]);
  article->language = g_strdup (record->fields[PLX_FIELD_LANGUAGE]);
  if (date != NULL)
    article->date = plx_date_find (date, strlen (date), PLX_DATE_ORDER_UNKNOWN);
  if (updated != NULL)
    article->updated = plx_date_find (updated, strlen (updated), PLX_DATE_ORDER_UNKNOWN);
  return article;
}
