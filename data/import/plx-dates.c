/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-dates.h"

#include "plx-date-tokens.h"

#include <string.h>

#define MAX_BYTES 512

typedef struct
{
  int year, month, day; /* day 0: only the month is known */
  guint n_tokens;       /* that it takes */
} Day;

typedef struct
{
  int      hour, minute, second;
  gboolean has_offset;
  int      offset_minutes;
  guint    n_tokens;
} Time;

static gboolean
is_year (const PlxDateToken *token)
{
  return token->kind == PLX_DATE_TOKEN_NUMBER && token->n_digits == 4 && token->value >= 1800 &&
         token->value < 2100;
}

static gboolean
is_day (const PlxDateToken *token)
{
  return token->kind == PLX_DATE_TOKEN_NUMBER && token->n_digits <= 2 && token->value >= 1 &&
         token->value <= 31;
}

static gboolean
day_is_valid (const Day *day)
{
  if (day->month < 1 || day->month > 12)
    return FALSE;
  return day->day == 0 || g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month,
                                            (GDateYear) day->year);
}

/* 2023-11-03, 2023/11/03, 2023.11.03, 2023年11月3日 */
static gboolean
read_year_first (const PlxDateTokens *self,
                 guint         i,
                 Day          *day)
{
  const PlxDateToken *separator = plx_date_token_at (self, i + 1);
  gboolean is_cjk = plx_date_is_mark (self, i + 1, 0x5E74);

  if (!is_year (plx_date_token_at (self, i)) || separator->kind != PLX_DATE_TOKEN_MARK ||
      !is_day (plx_date_token_at (self, i + 2)))
    return FALSE;
  if (!is_cjk && (separator->has_gap || strchr ("-/.", separator->value & 0x7F) == NULL ||
                  separator->value > 0x7F))
    return FALSE;

  day->year = plx_date_token_at (self, i)->value;
  day->month = plx_date_token_at (self, i + 2)->value;
  if ((is_cjk ? plx_date_is_mark (self, i + 3, 0x6708) : plx_date_is_mark (self, i + 3, separator->value)) &&
      is_day (plx_date_token_at (self, i + 4)))
    {
      day->day = plx_date_token_at (self, i + 4)->value;
      day->n_tokens = is_cjk && plx_date_is_mark (self, i + 5, 0x65E5) ? 6 : 5;
    }
  else
    {
      day->day = 0;
      day->n_tokens = 3;
      /* 2023/11 and 2023.11 are more often something else */
      if (separator->value != '-' && !is_cjk)
        return FALSE;
    }

  return day_is_valid (day);
}

/* 20231103, 20231103T131900 */
static gboolean
read_compact (const PlxDateTokens *self,
              guint         i,
              Day          *day)
{
  const PlxDateToken *token = plx_date_token_at (self, i);

  if (token->kind != PLX_DATE_TOKEN_NUMBER || token->n_digits != 8)
    return FALSE;

  day->year = token->value / 10000;
  day->month = token->value / 100 % 100;
  day->day = token->value % 100;
  day->n_tokens = 1;
  return day->year >= 1900 && day->year < 2100 && day->day > 0 && day_is_valid (day);
}

/* 03.11.2023, 3/11/2023, 03-11-2023, 03.11.23 */
static gboolean
read_year_last (const PlxDateTokens *self,
                guint         i,
                PlxDateOrder  order,
                Day          *day)
{
  const PlxDateToken *a = plx_date_token_at (self, i), *b = plx_date_token_at (self, i + 2), *c = plx_date_token_at (self, i + 4);
  int mark = plx_date_token_at (self, i + 1)->value;
  gboolean has_short_year = c->kind == PLX_DATE_TOKEN_NUMBER && c->n_digits == 2;

  if (!is_day (a) || !is_day (b) || !plx_date_is_mark (self, i + 1, mark) || !plx_date_is_mark (self, i + 3, mark))
    return FALSE;
  if (mark != '.' && mark != '/' && mark != '-')
    return FALSE;
  if (mark != '.' && (b->has_gap || c->has_gap))
    return FALSE;
  if (!is_year (c) && !(has_short_year && (mark == '.' || order != PLX_DATE_ORDER_UNKNOWN)))
    return FALSE;
  if (mark == '.' || a->value > 12 || a->value == b->value)
    order = PLX_DATE_DAY_FIRST;
  else if (b->value > 12)
    order = PLX_DATE_MONTH_FIRST;
  if (order == PLX_DATE_ORDER_UNKNOWN)
    return FALSE;

  day->year = has_short_year ? (c->value < 70 ? 2000 : 1900) + c->value : c->value;
  day->day = order == PLX_DATE_DAY_FIRST ? a->value : b->value;
  day->month = order == PLX_DATE_DAY_FIRST ? b->value : a->value;
  day->n_tokens = 5;
  return day_is_valid (day);
}

static guint
skip_after_day (const PlxDateTokens *self,
                guint         i)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th", "er", "º", "de", "of", "del" };
  gboolean found;

  do
    {
      found = plx_date_is_mark (self, i, '.') || plx_date_is_mark (self, i, ',') || plx_date_is_mark (self, i, 0xBA);
      for (guint k = 0; k < G_N_ELEMENTS (ordinals) && !found; k++)
        found = plx_date_is_word (self, i, ordinals[k]);
      if (found)
        i++;
    }
  while (found);

  return i;
}

/* 3 November 2023, 3. Nov. 2023, 3rd of November, 2023, 3-Nov-2023, 1 de mayo de 2023 */
static gboolean
read_day_month (const PlxDateTokens *self,
                guint         i,
                Day          *day)
{
  guint at = i + 1;

  if (!is_day (plx_date_token_at (self, i)))
    return FALSE;
  at = skip_after_day (self, at);
  at += plx_date_is_mark (self, at, '-') || plx_date_is_mark (self, at, '/');
  if (plx_date_token_at (self, at)->kind != PLX_DATE_TOKEN_MONTH)
    return FALSE;
  day->day = plx_date_token_at (self, i)->value;
  day->month = plx_date_token_at (self, at)->value;
  at = skip_after_day (self, at + 1);
  at += plx_date_is_mark (self, at, '-') || plx_date_is_mark (self, at, '/');
  if (!is_year (plx_date_token_at (self, at)))
    return FALSE;

  day->year = plx_date_token_at (self, at)->value;
  day->n_tokens = at + 1 - i;
  return day_is_valid (day);
}

/* November 3, 2023; Nov. 3rd 2023; Nov 2023; Fri Nov 03 13:19:00 UTC 2023 */
static gboolean
read_month_day (const PlxDateTokens *self,
                guint         i,
                Day          *day)
{
  guint at = i + 1;

  if (plx_date_token_at (self, i)->kind != PLX_DATE_TOKEN_MONTH)
    return FALSE;
  day->month = plx_date_token_at (self, i)->value;
  day->day = 0;
  at = skip_after_day (self, at);
  at += plx_date_is_mark (self, at, '-');
  if (is_day (plx_date_token_at (self, at)))
    {
      day->day = plx_date_token_at (self, at)->value;
      at = skip_after_day (self, at + 1);
      at += plx_date_is_mark (self, at, '-');
      /* the order of date(1): a time may stand before the year */
      if (plx_date_is_mark (self, at + 1, ':') && plx_date_is_mark (self, at + 3, ':') &&
          plx_date_token_at (self, at + 5)->kind == PLX_DATE_TOKEN_WORD && is_year (plx_date_token_at (self, at + 6)))
        at += 6;
    }
  if (!is_year (plx_date_token_at (self, at)))
    return FALSE;

  day->year = plx_date_token_at (self, at)->value;
  day->n_tokens = at + 1 - i;
  return day_is_valid (day);
}

static gboolean
read_day (const PlxDateTokens *self,
          guint         i,
          PlxDateOrder  order,
          Day          *day)
{
  return read_year_first (self, i, day) || read_day_month (self, i, day) ||
         read_month_day (self, i, day) || read_year_last (self, i, order, day) ||
         read_compact (self, i, day);
}

static void
read_offset (const PlxDateTokens *self,
             guint         i,
             Time         *time)
{
  static const struct
  {
    const char *name;
    int         minutes;
  } zones[] = {
    { "z", 0 },       { "utc", 0 },     { "gmt", 0 },     { "est", -300 }, { "edt", -240 },
    { "cst", -360 },  { "cdt", -300 },  { "mst", -420 },  { "mdt", -360 }, { "pst", -480 },
    { "pdt", -420 },  { "bst", 60 },    { "cet", 60 },    { "cest", 120 }, { "mez", 60 },
    { "mesz", 120 },  { "jst", 540 },   { "hkt", 480 },   { "sgt", 480 },  { "aest", 600 },
    { "aedt", 660 },
  };
  const PlxDateToken *number = plx_date_token_at (self, i + 1);
  gboolean is_minus = plx_date_is_mark (self, i, '-') || plx_date_is_mark (self, i, 0x2212);

  for (guint k = 0; k < G_N_ELEMENTS (zones); k++)
    {
      if (plx_date_is_word (self, i, zones[k].name))
        {
          time->has_offset = TRUE;
          time->offset_minutes = zones[k].minutes;
          time->n_tokens++;
          return;
        }
    }
  if ((!plx_date_is_mark (self, i, '+') && !is_minus) || number->kind != PLX_DATE_TOKEN_NUMBER || number->has_gap)
    return;

  if (number->n_digits == 4)
    time->offset_minutes = number->value / 100 * 60 + number->value % 100;
  else if (number->n_digits <= 2)
    time->offset_minutes = number->value * 60;
  else
    return;
  time->n_tokens += 2;
  if (number->n_digits == 2 && plx_date_is_mark (self, i + 2, ':') &&
      plx_date_token_at (self, i + 3)->n_digits == 2)
    {
      time->offset_minutes += plx_date_token_at (self, i + 3)->value;
      time->n_tokens += 2;
    }
  time->has_offset = time->offset_minutes <= 14 * 60;
  if (is_minus)
    time->offset_minutes = -time->offset_minutes;
}

static guint
read_half_of_day (const PlxDateTokens *self,
                  guint         i,
                  Time         *time)
{
  gboolean is_pm =
      plx_date_is_word (self, i, "pm") || (plx_date_is_word (self, i, "p") && plx_date_is_mark (self, i + 1, '.'));
  gboolean is_am =
      plx_date_is_word (self, i, "am") || (plx_date_is_word (self, i, "a") && plx_date_is_mark (self, i + 1, '.'));

  if (!is_pm && !is_am)
    return 0;
  if (is_pm && time->hour < 12)
    time->hour += 12;
  else if (is_am && time->hour == 12)
    time->hour = 0;
  if (plx_date_token_at (self, i)->length == 2)
    return 1;
  return plx_date_is_mark (self, i + 3, '.') ? 4 : 3;
}

/* 13:19, 13:19:00.000, 1:19 PM, each with or without an offset */
static gboolean
read_time (const PlxDateTokens *self,
           guint         i,
           Time         *time)
{
  const PlxDateToken *hour = plx_date_token_at (self, i), *minute = plx_date_token_at (self, i + 2);
  guint at = i + 3;

  memset (time, 0, sizeof *time);
  if (hour->kind != PLX_DATE_TOKEN_NUMBER || hour->n_digits > 2 || hour->value > 23)
    return FALSE;
  if (!plx_date_is_mark (self, i + 1, ':') || minute->kind != PLX_DATE_TOKEN_NUMBER || minute->n_digits != 2 ||
      minute->value > 59)
    return FALSE;

  time->hour = hour->value;
  time->minute = minute->value;
  if (plx_date_is_mark (self, at, ':') && plx_date_token_at (self, at + 1)->n_digits == 2 &&
      plx_date_token_at (self, at + 1)->value < 60)
    {
      time->second = plx_date_token_at (self, at + 1)->value;
      at += 2;
      if ((plx_date_is_mark (self, at, '.') || plx_date_is_mark (self, at, ',')) &&
          !plx_date_token_at (self, at + 1)->has_gap && plx_date_token_at (self, at + 1)->kind == PLX_DATE_TOKEN_NUMBER)
        at += 2;
    }
  at += read_half_of_day (self, at, time);
  time->n_tokens = at - i;
  read_offset (self, at, time);
  return TRUE;
}

static gboolean
find_time_after (const PlxDateTokens *self,
                 guint         i,
                 Time         *time)
{
  /* "2023-11-03T13:19", "Nov 03, 2023 01:19 PM", "3. November 2023, um 13:19 Uhr" */
  for (guint skipped = 0; skipped < 3; skipped++)
    {
      const PlxDateToken *token = plx_date_token_at (self, i + skipped);

      if (read_time (self, i + skipped, time))
        return TRUE;
      if (token->kind == PLX_DATE_TOKEN_NUMBER || token->length > 4)
        break;
    }

  return FALSE;
}

static char *
format_day (const Day  *day,
            const Time *time)
{
  g_autofree char *offset = NULL;
  int minutes;

  if (day->day == 0)
    return g_strdup_printf ("%04d-%02d", day->year, day->month);
  if (time == NULL)
    return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);

  minutes = ABS (time->offset_minutes);
  if (!time->has_offset)
    offset = g_strdup ("");
  else if (minutes == 0)
    offset = g_strdup ("Z");
  else
    offset = g_strdup_printf ("%c%02d:%02d", time->offset_minutes < 0 ? '-' : '+', minutes / 60,
                              minutes % 60);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", day->year, day->month, day->day,
                          time->hour, time->minute, time->second, offset);
}

char *
plx_date_find (const char  *text,
               gsize        length,
               PlxDateOrder order)
{
  PlxDateTokens tokens;
  Day day, month = { 0, };
  Time time;

  g_return_val_if_fail (text != NULL, NULL);

  plx_date_tokenise (&tokens, text, length, MAX_BYTES);
  for (guint i = 0; i < tokens.n_tokens; i++)
    {
      if (!read_day (&tokens, i, order, &day))
        continue;
      if (day.day == 0)
        {
          /* a full date further on is worth more than a month */
          if (month.year == 0)
            month = day;
          i += day.n_tokens - 1;
          continue;
        }
      if (find_time_after (&tokens, i + day.n_tokens, &time))
        return format_day (&day, &time);
      return format_day (&day, NULL);
    }

  return month.year != 0 ? format_day (&month, NULL) : NULL;
}

char *
plx_date_find_in_url (const char *url)
{
  const char *at;
  gsize length;

  g_return_val_if_fail (url != NULL, NULL);

  length = strlen (url);
  for (at = strpbrk (url, "/-_="); at != NULL; at = strpbrk (at + 1, "/-_="))
    {
      PlxDateTokens tokens;
      Day day;

      if (!g_ascii_isdigit (at[1]))
        continue;
      /* the few bytes that a date can take; the rest of the path is no part of it */
      plx_date_tokenise (&tokens, at + 1, url + length - at - 1, 12);
      if (tokens.n_tokens >= 5 && read_year_first (&tokens, 0, &day) && day.day > 0 &&
          day.year >= 1990)
        return format_day (&day, NULL);
      /* /20231103/ is one; of other numbers of eight figures too many are not */
      if (*at == '/' && plx_date_is_mark (&tokens, 1, '/') && read_compact (&tokens, 0, &day) &&
          day.year >= 1990)
        return format_day (&day, NULL);
    }

  return NULL;
}

gboolean
plx_date_is_line (const char *text,
                  gsize       length)
{
  static const char *const fillers[] = {
    "published", "updated", "last", "posted", "on", "at", "modified", "first", "date", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "am", "pm", "a", "p", "m", "gmt", "utc",
    "et", "est", "edt", "pt", "bst", "ist", "cet", "cest", "hkt", "sgt", "cst", "pst", "pdt", "z",
    "t", "of", "st", "nd", "rd", "th", "the", "min", "mins", "minutes", "minute", "read", "hours",
    "hour", "ago", "issued", "created", "am", "um", "uhr", "stand", "veröffentlicht",
    "aktualisiert", "vom", "den", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "publié", "le", "mis", "à", "jour", "publicado", "el", "de", "del", "h",
    "min", "days", "day", "edited", "by",
  };
  PlxDateTokens tokens;
  guint n_months = 0, n_numbers = 0;
  Day day;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length > 120)
    return FALSE;
  plx_date_tokenise (&tokens, text, length, MAX_BYTES);
  for (guint i = 0; i < tokens.n_tokens; i++)
    {
      const PlxDateToken *token = &tokens.tokens[i];
      gboolean is_filler = token->kind != PLX_DATE_TOKEN_WORD;

      for (guint k = 0; k < G_N_ELEMENTS (fillers) && !is_filler; k++)
        is_filler = plx_date_is_word (&tokens, i, fillers[k]);
      if (!is_filler)
        return FALSE;
      if (read_day (&tokens, i, PLX_DATE_DAY_FIRST, &day) ||
          read_day (&tokens, i, PLX_DATE_MONTH_FIRST, &day))
        n_months++, n_numbers++;
      n_months += token->kind == PLX_DATE_TOKEN_MONTH;
      n_numbers += token->kind == PLX_DATE_TOKEN_NUMBER;
    }

  return n_months > 0 && n_numbers > 0;
}

PlxDateOrder
plx_date_order_for_language (const char *language)
{
  if (language == NULL)
    return PLX_DATE_ORDER_UNKNOWN;
  if (g_ascii_strcasecmp (language, "en-us") == 0 || g_ascii_strcasecmp (language, "en_us") == 0)
    return PLX_DATE_MONTH_FIRST;
  /* bare "en" is as often American as not */
  if (g_ascii_strcasecmp (language, "en") == 0)
    return PLX_DATE_ORDER_UNKNOWN;
  return PLX_DATE_DAY_FIRST;
}
