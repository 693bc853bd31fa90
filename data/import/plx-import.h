/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From bytes to articles: what is it, in which encoding, where is the body, what is known of it. */

#include <gio/gio.h>

#include "analysis/text/plx-article.h"

G_BEGIN_DECLS

/* Bytes beyond this are refused: no news page is that long, and a mistake is. */
#define PLX_IMPORT_MAX_BYTES (64u * 1024 * 1024)

typedef enum
{
  PLX_IMPORT_ERROR_EMPTY,       /* no text in it */
  PLX_IMPORT_ERROR_BINARY,      /* neither text nor HTML */
  PLX_IMPORT_ERROR_TOO_LARGE,
  PLX_IMPORT_ERROR_NO_ARTICLE,  /* a page without an article */
  PLX_IMPORT_ERROR_FORMAT,      /* a record that is not as its format says */
} PlxImportError;
#define PLX_IMPORT_ERROR (plx_import_error_quark ())
GQuark plx_import_error_quark (void);

typedef enum
{
  PLX_FORMAT_AUTO,
  PLX_FORMAT_TEXT,  /* one article as copied from a page or typed */
  PLX_FORMAT_HTML,  /* one saved page */
  PLX_FORMAT_JSONL, /* a record a line */
  PLX_FORMAT_CSV,   /* a record a row, with a header */
} PlxFormat;

/* plx_import_bytes:
 * @name: (nullable): the file's name; helps to tell the format and, lacking any other, the source
 *
 * Imports one article from text or HTML. Any encoding that the bytes declare or betray (BOM,
 * UTF-16, meta charset, Latin-1 and Windows-1252) is turned into UTF-8; what is broken becomes
 * U+FFFD. Never crashes or hangs on hostile input; takes time linear in the length.
 * Returns: (transfer full): the article, or NULL with @error set (PLX_IMPORT_ERROR) */
PlxArticle *plx_import_bytes (GBytes *bytes, const char *name, PlxFormat format, GError **error);

/* plx_import_file: reads the file, then as plx_import_bytes(). Errors of PLX_IMPORT_ERROR or
 * G_IO_ERROR. */
PlxArticle *plx_import_file  (GFile *file, PlxFormat format, GCancellable *cancellable,
                              GError **error);

/* plx_import_guess_format: Returns: AUTO resolved by name and first bytes */
PlxFormat   plx_import_guess_format (GBytes *bytes, const char *name);

/* plx_import_decode:
 * @declared: (nullable): the encoding that a transport or the page declares
 * @out_had_errors: (out) (optional)
 * Returns: (transfer full): valid UTF-8 without BOM and NUL, line ends as \n */
char       *plx_import_decode (GBytes *bytes, const char *declared, gboolean *out_had_errors);

G_END_DECLS
