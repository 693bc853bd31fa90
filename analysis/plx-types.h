/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The small values that every other header of the analysis floor speaks in.
 *
 * Offsets are bytes into valid UTF-8 and always fall on the border of a character; spans are
 * half open. Texts are at most G_MAXUINT32 - 1 bytes. */

#include <glib.h>

G_BEGIN_DECLS

/* The most axes one set of lexicons may define: three ship, five are free for the user. */
#define PLX_MAX_AXES 8

/* An index into PlxLexicon's axes; PLX_AXIS_ALL in an entry means "whatever axis it meets". */
typedef gint8 PlxAxisId;
#define PLX_AXIS_ALL ((PlxAxisId) -1)

/* Marks "no such element" wherever an index into an array is stored. */
#define PLX_NONE G_MAXUINT32

typedef struct
{
  guint32 start; /* first byte */
  guint32 end;   /* byte after the last */
} PlxSpan;

static inline guint32
plx_span_length (PlxSpan span)
{
  return span.end - span.start;
}

G_END_DECLS
