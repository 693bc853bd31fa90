/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-write.h"

#include <math.h>

static const char pairs[] =
  "00010203040506070809" "10111213141516171819" "20212223242526272829" "30313233343536373839"
  "40414243444546474849" "50515253545556575859" "60616263646566676869" "70717273747576777879"
  "80818283848586878889" "90919293949596979899";

char *
plx_json_put_unsigned (char    *at,
                       guint64  value)
{
  char digits[20];
  guint n = sizeof digits;

  while (value >= 100)
    {
      n -= 2;
      memcpy (digits + n, pairs + 2 * (value % 100), 2);
      value /= 100;
    }
  n -= 2;
  memcpy (digits + n, pairs + 2 * value, 2);
  n += value < 10;
  memcpy (at, digits + n, sizeof digits - n);
  return at + (sizeof digits - n);
}

/* A point and the six decimals of @fraction, without the zeros they end in, which is all of it for
 * 0. Which numbers are whole, or how long others are, cannot be guessed: hence no branches. */
static inline char *
put_decimals (char    *at,
              guint32  fraction)
{
  char decimals[8] = { '0', '.' };
  guint64 bits;

  memcpy (decimals + 2, pairs + 2 * (fraction / 10000), 2);
  memcpy (decimals + 4, pairs + 2 * (fraction / 100 % 100), 2);
  memcpy (decimals + 6, pairs + 2 * (fraction % 100), 2);
  memcpy (at, decimals + 1, 7);
  memcpy (&bits, decimals, sizeof bits);
  /* what is not '0', with the last decimal on top; the point counts only with one behind it */
  bits = (GUINT64_FROM_LE (bits) ^ G_GUINT64_CONSTANT (0x3030303030303030)) >> 16;
  return at + (bits != 0) * (7 - (guint) (__builtin_clzll (bits | 1) - 16) / 8);
}

char *
plx_json_put_number (char   *at,
                     double  value)
{
  double size = fabs (value);
  guint64 scaled;

  if (G_UNLIKELY (!(size < 1e12)))
    return plx_json_put (at, "null");
  scaled = (guint64) (size * 1e6 + 0.5);
  *at = '-';
  at += (value < 0) & (scaled > 0);
  if (G_LIKELY (scaled < 1000000))
    *at++ = '0';
  else
    at = plx_json_put_unsigned (at, scaled / 1000000);
  return put_decimals (at, (guint32) (scaled % 1000000));
}

/* @c, escaped. */
static char *
put_escaped (char   *at,
             guchar  c)
{
  static const char hex[] = "0123456789abcdef";

  *at++ = '\\';
  switch (c)
    {
    case '"':
    case '\\':
      *at++ = (char) c;
      break;
    case '\n':
      *at++ = 'n';
      break;
    case '\t':
      *at++ = 't';
      break;
    default:
      at = plx_json_put (at, "u00");
      *at++ = hex[c >> 4];
      *at++ = hex[c & 15];
      break;
    }
  return at;
}

char *
plx_json_put_string (char       *at,
                     const char *string)
{
  if (string == NULL)
    return plx_json_put (at, "null");

  *at++ = '"';
  for (; *string != '\0'; string++)
    {
      guchar c = (guchar) *string;

      if (G_LIKELY (c >= 0x20 && c != '"' && c != '\\'))
        *at++ = (char) c;
      else
        at = put_escaped (at, c);
    }
  *at++ = '"';
  return at;
}
