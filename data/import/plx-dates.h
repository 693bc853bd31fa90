/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Dates as pages write them, turned into ISO 8601 without adding anything: no year is guessed, a
 * time keeps the offset it was given with, and one without an offset stays local. */

#include <glib.h>

G_BEGIN_DECLS

/* How a date of three numbers with slashes is to be read where both readings are possible. */
typedef enum
{
  PLX_DATE_ORDER_UNKNOWN, /* then such a date is no date */
  PLX_DATE_DAY_FIRST,
  PLX_DATE_MONTH_FIRST,
} PlxDateOrder;

/* plx_date_find:
 * @text: valid UTF-8 of @length bytes; only the first 512 are looked at
 *
 * Finds the first date in @text, in figures or with a month's name in English, German, French,
 * Spanish, Italian, Portuguese, Dutch, Polish, Swedish or Turkish.
 * Returns: (transfer full) (nullable): "2023-11", "2023-11-03", "2023-11-03T13:19:00" or, with an
 *   offset, "2023-11-03T13:19:00+08:00", "…Z"; NULL if there is no date with a year */
char        *plx_date_find           (const char *text, gsize length, PlxDateOrder order);

/* plx_date_find_in_url: the date in a path like /2023/11/03/, /2023-11-03-title, /20231103/.
 * Returns: (transfer full) (nullable): a full date, never only a year and month */
char        *plx_date_find_in_url    (const char *url);

/* plx_date_is_line: whether @text is nothing but a date, with words like "Published" around it and
 * perhaps a time; the year may be missing ("Updated: Jan 8") */
gboolean     plx_date_is_line        (const char *text, gsize length);

/* plx_date_order_for_language: @language: (nullable): BCP 47 */
PlxDateOrder plx_date_order_for_language (const char *language);

G_END_DECLS
