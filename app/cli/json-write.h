/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JSON put out by hand: printf() and a tree of json-glib nodes each took longer than reading the
 * article. Room is made once for an object, whose members are then stored one behind the other,
 * without a question whether they fit: asking a GString at each comma took a tenth of a run.
 *
 * The functions store at @at and return the byte after what they stored. What they need at most is
 * PLX_JSON_NUMBER_ROOM or plx_json_string_room(); they may write on behind what they return, up to
 * PLX_JSON_SLACK bytes. */

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define PLX_JSON_NUMBER_ROOM 32
#define PLX_JSON_SLACK 8

/* plx_json_string_room: of plx_json_put_string() */
static inline gsize
plx_json_string_room (const char *string)
{
  return string != NULL ? 6 * strlen (string) + 2 : 4;
}

/* plx_json_reserve: makes room for @room bytes at the end of @out. Returns: the place, to be given
 *   back to plx_json_commit() behind what was stored */
static inline char *
plx_json_reserve (GString *out,
                  gsize    room)
{
  gsize length = out->len;

  if (G_UNLIKELY (length + room + PLX_JSON_SLACK >= out->allocated_len))
    {
      g_string_set_size (out, length + room + PLX_JSON_SLACK);
      out->len = length;
    }
  return out->str + length;
}

static inline void
plx_json_commit (GString *out,
                 char    *at)
{
  out->len = (gsize) (at - out->str);
  *at = '\0';
}

/* plx_json_put: @text as it is, mostly a constant */
static inline char *
plx_json_put (char       *at,
              const char *text)
{
  gsize length = strlen (text);

  memcpy (at, text, length);
  return at + length;
}

/* plx_json_put_unsigned: in decimal */
char *plx_json_put_unsigned (char *at, guint64 value);

/* plx_json_put_number: at most six decimals, no exponent, the same in every locale; "null" for a
 *   number that is none, or from 1e12 on */
char *plx_json_put_number   (char *at, double value);

/* plx_json_put_string: in quotes and escaped; "null" for NULL */
char *plx_json_put_string   (char *at, const char *string);

G_END_DECLS
