/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Corpora as a stream of records: JSONL (an object a line) and CSV (a row with a header). One
 * record is in memory at a time, whatever the length of the stream. */

#include "plx-import.h"

G_BEGIN_DECLS

/* The fields that are understood, with the other names they are found under in the wild. Names are
 * compared without case; where a record has several of one field, the first name here wins. */
typedef enum
{
  PLX_FIELD_ID,       /* id, doc_id, article_id, uuid, _id */
  PLX_FIELD_TEXT,     /* text, body, content, article, full_text, fulltext, maintext, articlebody */
  PLX_FIELD_TITLE,    /* title, headline */
  PLX_FIELD_SOURCE,   /* source, outlet, publisher, publication, newspaper, site, source_name */
  PLX_FIELD_DATE,     /* date, published, publish_date, date_publish, pub_date, published_at */
  PLX_FIELD_UPDATED,  /* updated, date_modify, modified */
  PLX_FIELD_BYLINE,   /* byline, author, authors */
  PLX_FIELD_AGENCY,   /* agency */
  PLX_FIELD_URL,      /* url, link */
  PLX_FIELD_LANGUAGE, /* language, lang */
  PLX_FIELD_TARGET,   /* target */
  PLX_N_FIELDS
} PlxRecordField;

/* A record's values, valid UTF-8 and NUL-terminated, NULL for a field that it lacks or that is
 * null. They belong to the reader and last until its next call. A NUL in a value has become a
 * blank, so that byte offsets into the text stay true. */
typedef struct
{
  const char *fields[PLX_N_FIELDS];
  gsize       lengths[PLX_N_FIELDS]; /* in bytes */
  guint64     line;                  /* that it begins on, from 1 */
} PlxRecord;

typedef enum
{
  PLX_RECORD_READY, /* a record was read */
  PLX_RECORD_BAD,   /* this one is not as it should be, @error says why; the next may be good */
  PLX_RECORD_END,   /* there are no more */
  PLX_RECORD_FAILED /* the stream cannot be read any further; @error says why */
} PlxRecordStatus;

typedef struct _PlxRecordReader PlxRecordReader;

/* plx_record_reader_new:
 * @stream: kept referenced; need not be seekable; may be packed with gzip
 * @format: PLX_FORMAT_JSONL or PLX_FORMAT_CSV
 *
 * UTF-8 is expected; UTF-16 and, for bytes that are no UTF-8, Windows-1252 are found by the first
 * bytes of the stream. A CSV's separator (comma, semicolon or tab) is found by its header.
 * Returns: (transfer full) */
PlxRecordReader *plx_record_reader_new  (GInputStream *stream, PlxFormat format);
void             plx_record_reader_free (PlxRecordReader *self);

/* plx_record_reader_next:
 * @out_record: filled if PLX_RECORD_READY; else only its `line` is
 *
 * A record without a text is bad (PLX_IMPORT_ERROR_FORMAT), as is one of more than
 * PLX_IMPORT_MAX_BYTES (PLX_IMPORT_ERROR_TOO_LARGE); an empty text is not. The message gives the
 * column, the caller adds file and line. @error is set exactly with BAD and FAILED. */
PlxRecordStatus  plx_record_reader_next (PlxRecordReader *self, PlxRecord *out_record,
                                         GCancellable *cancellable, GError **error);

/* plx_record_dup_article: the record as an article whose whole text is body; its date is turned
 * into ISO 8601 where it can be read, and left out where not. Returns: (transfer full) */
PlxArticle      *plx_record_dup_article (const PlxRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRecordReader, plx_record_reader_free)

G_END_DECLS
