/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-dates.h"

#include <string.h>

#define MAX_BYTES  512
#define MAX_TOKENS 128

typedef enum
{
  TOKEN_NUMBER,
  TOKEN_MONTH,
  TOKEN_WORD,
  TOKEN_MARK,
} TokenKind;

typedef struct
{
  TokenKind   kind;
  const char *start;
  guint       length;
  int         value;     /* the number, the month, or the character of a mark */
  guint       n_digits;
  gboolean    has_gap;   /* white space comes before it */
} Token;

typedef struct
{
  Token tokens[MAX_TOKENS];
  guint n_tokens;
} Tokens;

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

/* Names by month: full names and the abbreviations in use. */
static const char *const month_names[12] = {
  "january jan jänner januar janvier janv enero ene gennaio gen janeiro januari stycznia sty ocak",
  "february feb februar febr février févr fév febrero febbraio febbr fevereiro fev februari lutego "
  "lut şubat",
  "march mar märz mär mrz mars marzo março maart mrt marca mart",
  "april apr avril avr abril abr aprile abr kwietnia kwi nisan",
  "may mai mayo maggio mag maio mei maja maj mayıs",
  "june jun juni juin junio giugno giu junho czerwca cze haziran",
  "july jul juli juillet juil julio luglio lug julho lipca lip temmuz",
  "august aug août aout agosto ago augustus augusti sierpnia sie ağustos",
  "september sep sept septembre septiembre settembre set setembro września wrz eylül",
  "october oct oktober okt octobre octubre ottobre ott outubro out października paź ekim",
  "november nov novembre noviembre novembro listopada lis kasım",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia gru aralık",
};

static int
month_of_word (const char *word,
               gsize       length)
{
  g_autofree char *folded = NULL;

  if (length < 3 || length > 16)
    return 0;

  folded = g_utf8_strdown (word, (gssize) length);
  length = strlen (folded);
  for (int month = 0; month < 12; month++)
    {
      const char *at = month_names[month];

      while ((at = strstr (at, folded)) != NULL)
        {
          if ((at == month_names[month] || at[-1] == ' ') &&
              (at[length] == ' ' || at[length] == '\0'))
            return month + 1;
          at += length;
        }
    }

  return 0;
}

static const char *
read_word (const char *at,
           const char *end)
{
  while (at < end && (g_unichar_isalpha (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

static void
read_token (Token      *token,
            const char *at,
            const char *end)
{
  token->start = at;
  token->n_digits = 0;
  if (g_ascii_isdigit (*at))
    {
      token->kind = TOKEN_NUMBER;
      token->value = 0;
      while (at < end && g_ascii_isdigit (*at))
        {
          if (token->n_digits < 9)
            token->value = token->value * 10 + (*at - '0');
          token->n_digits++;
          at++;
        }
    }
  else if (g_unichar_isalpha (g_utf8_get_char (at)))
    {
      gunichar first = g_utf8_get_char (at);

      /* 2023年11月3日: each is a mark by itself */
      if (first >= 0x4E00 && first < 0xA000)
        {
          token->kind = TOKEN_MARK;
          token->value = (int) first;
          at = g_utf8_next_char (at);
        }
      else
        {
          at = read_word (at, end);
          token->value = month_of_word (token->start, at - token->start);
          token->kind = token->value > 0 ? TOKEN_MONTH : TOKEN_WORD;
        }
    }
  else
    {
      token->kind = TOKEN_MARK;
      token->value = (int) g_utf8_get_char (at);
      at = g_utf8_next_char (at);
    }
  token->length = (guint) (at - token->start);
}

static void
tokenise (Tokens     *self,
          const char *text,
          gsize       length,
          gsize       max_bytes)
{
  const char *at = text;
  const char *end = text + MIN (length, max_bytes);
  gboolean has_gap = FALSE;

  /* a cut inside a character moves to its start */
  while (end < text + length && end > text && ((guint8) *end & 0xC0) == 0x80)
    end--;
  self->n_tokens = 0;
  while (at < end && self->n_tokens < MAX_TOKENS)
    {
      Token *token = &self->tokens[self->n_tokens];

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          has_gap = TRUE;
          at = g_utf8_next_char (at);
          continue;
        }
      read_token (token, at, end);
      token->has_gap = has_gap;
      has_gap = FALSE;
      at += token->length;
      self->n_tokens++;
    }
}

static const Token *
token_at (const Tokens *self,
          guint         i)
{
  static const Token nothing = { TOKEN_MARK, "", 0, 0, 0, TRUE };

  return i < self->n_tokens ? &self->tokens[i] : &nothing;
}

static gboolean
is_mark (const Tokens *self,
         guint         i,
         int           mark)
{
  const Token *token = token_at (self, i);

  return token->kind == TOKEN_MARK && token->value == mark;
}

static gboolean
is_word (const Tokens *self,
         guint         i,
         const char   *word)
{
  const Token *token = token_at (self, i);

  return token->kind == TOKEN_WORD && token->length == strlen (word) &&
         g_ascii_strncasecmp (token->start, word, token->length) == 0;
}

static gboolean
is_year (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->n_digits == 4 && token->value >= 1800 &&
         token->value < 2100;
}

static gboolean
is_day (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->n_digits <= 2 && token->value >= 1 &&
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
read_year_first (const Tokens *self,
                 guint         i,
                 Day          *day)
{
  const Token *separator = token_at (self, i + 1);
  gboolean is_cjk = is_mark (self, i + 1, 0x5E74);

  if (!is_year (token_at (self, i)) || separator->kind != TOKEN_MARK ||
      !is_day (token_at (self, i + 2)))
    return FALSE;
  if (!is_cjk && (separator->has_gap || strchr ("-/.", separator->value & 0x7F) == NULL ||
                  separator->value > 0x7F))
    return FALSE;

  day->year = token_at (self, i)->value;
  day->month = token_at (self, i + 2)->value;
  if ((is_cjk ? is_mark (self, i + 3, 0x6708) : is_mark (self, i + 3, separator->value)) &&
      is_day (token_at (self, i + 4)))
    {
      day->day = token_at (self, i + 4)->value;
      day->n_tokens = is_cjk && is_mark (self, i + 5, 0x65E5) ? 6 : 5;
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
read_compact (const Tokens *self,
              guint         i,
              Day          *day)
{
  const Token *token = token_at (self, i);

  if (token->kind != TOKEN_NUMBER || token->n_digits != 8)
    return FALSE;

  day->year = token->value / 10000;
  day->month = token->value / 100 % 100;
  day->day = token->value % 100;
  day->n_tokens = 1;
  return day->year >= 1900 && day->year < 2100 && day->day > 0 && day_is_valid (day);
}

/* 03.11.2023, 3/11/2023, 03-11-2023, 03.11.23 */
static gboolean
read_year_last (const Tokens *self,
                guint         i,
                PlxDateOrder  order,
                Day          *day)
{
  const Token *a = token_at (self, i), *b = token_at (self, i + 2), *c = token_at (self, i + 4);
  int mark = token_at (self, i + 1)->value;
  gboolean has_short_year = c->kind == TOKEN_NUMBER && c->n_digits == 2;

  if (!is_day (a) || !is_day (b) || !is_mark (self, i + 1, mark) || !is_mark (self, i + 3, mark))
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
skip_after_day (const Tokens *self,
                guint         i)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th", "er", "º", "de", "of", "del" };
  gboolean found;

  do
    {
      found = is_mark (self, i, '.') || is_mark (self, i, ',') || is_mark (self, i, 0xBA);
      for (guint k = 0; k < G_N_ELEMENTS (ordinals) && !found; k++)
        found = is_word (self, i, ordinals[k]);
      if (found)
        i++;
    }
  while (found);

  return i;
}

/* 3 November 2023, 3. Nov. 2023, 3rd of November, 2023, 3-Nov-2023, 1 de mayo de 2023 */
static gboolean
read_day_month (const Tokens *self,
                guint         i,
                Day          *day)
{
  guint at = i + 1;

  if (!is_day (token_at (self, i)))
    return FALSE;
  at = skip_after_day (self, at);
  at += is_mark (self, at, '-') || is_mark (self, at, '/');
  if (token_at (self, at)->kind != TOKEN_MONTH)
    return FALSE;
  day->day = token_at (self, i)->value;
  day->month = token_at (self, at)->value;
  at = skip_after_day (self, at + 1);
  at += is_mark (self, at, '-') || is_mark (self, at, '/');
  if (!is_year (token_at (self, at)))
    return FALSE;

  day->year = token_at (self, at)->value;
  day->n_tokens = at + 1 - i;
  return day_is_valid (day);
}

/* November 3, 2023; Nov. 3rd 2023; Nov 2023; Fri Nov 03 13:19:00 UTC 2023 */
static gboolean
read_month_day (const Tokens *self,
                guint         i,
                Day          *day)
{
  guint at = i + 1;

  if (token_at (self, i)->kind != TOKEN_MONTH)
    return FALSE;
  day->month = token_at (self, i)->value;
  day->day = 0;
  at = skip_after_day (self, at);
  at += is_mark (self, at, '-');
  if (is_day (token_at (self, at)))
    {
      day->day = token_at (self, at)->value;
      at = skip_after_day (self, at + 1);
      at += is_mark (self, at, '-');
      /* the order of date(1): a time may stand before the year */
      if (is_mark (self, at + 1, ':') && is_mark (self, at + 3, ':') &&
          token_at (self, at + 5)->kind == TOKEN_WORD && is_year (token_at (self, at + 6)))
        at += 6;
    }
  if (!is_year (token_at (self, at)))
    return FALSE;

  day->year = token_at (self, at)->value;
  day->n_tokens = at + 1 - i;
  return day_is_valid (day);
}

static gboolean
read_day (const Tokens *self,
          guint         i,
          PlxDateOrder  order,
          Day          *day)
{
  return read_year_first (self, i, day) || read_day_month (self, i, day) ||
         read_month_day (self, i, day) || read_year_last (self, i, order, day) ||
         read_compact (self, i, day);
}

static void
read_offset (const Tokens *self,
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
  const Token *number = token_at (self, i + 1);
  gboolean is_minus = is_mark (self, i, '-') || is_mark (self, i, 0x2212);

  for (guint k = 0; k < G_N_ELEMENTS (zones); k++)
    {
      if (is_word (self, i, zones[k].name))
        {
          time->has_offset = TRUE;
          time->offset_minutes = zones[k].minutes;
          time->n_tokens++;
          return;
        }
    }
  if ((!is_mark (self, i, '+') && !is_minus) || number->kind != TOKEN_NUMBER || number->has_gap)
    return;

  if (number->n_digits == 4)
    time->offset_minutes = number->value / 100 * 60 + number->value % 100;
  else if (number->n_digits <= 2)
    time->offset_minutes = number->value * 60;
  else
    return;
  time->n_tokens += 2;
  if (number->n_digits == 2 && is_mark (self, i + 2, ':') &&
      token_at (self, i + 3)->n_digits == 2)
    {
      time->offset_minutes += token_at (self, i + 3)->value;
      time->n_tokens += 2;
    }
  time->has_offset = time->offset_minutes <= 14 * 60;
  if (is_minus)
    time->offset_minutes = -time->offset_minutes;
}

static guint
read_half_of_day (const Tokens *self,
                  guint         i,
                  Time         *time)
{
  gboolean is_pm = is_word (self, i, "pm") || (is_word (self, i, "p") && is_mark (self, i + 1, '.'));
  gboolean is_am = is_word (self, i, "am") || (is_word (self, i, "a") && is_mark (self, i + 1, '.'));

  if (!is_pm && !is_am)
    return 0;
  if (is_pm && time->hour < 12)
    time->hour += 12;
  else if (is_am && time->hour == 12)
    time->hour = 0;
  if (token_at (self, i)->length == 2)
    return 1;
  return is_mark (self, i + 3, '.') ? 4 : 3;
}

/* 13:19, 13:19:00.000, 1:19 PM, each with or without an offset */
static gboolean
read_time (const Tokens *self,
           guint         i,
           Time         *time)
{
  const Token *hour = token_at (self, i), *minute = token_at (self, i + 2);
  guint at = i + 3;

  memset (time, 0, sizeof *time);
  if (hour->kind != TOKEN_NUMBER || hour->n_digits > 2 || hour->value > 23)
    return FALSE;
  if (!is_mark (self, i + 1, ':') || minute->kind != TOKEN_NUMBER || minute->n_digits != 2 ||
      minute->value > 59)
    return FALSE;

  time->hour = hour->value;
  time->minute = minute->value;
  if (is_mark (self, at, ':') && token_at (self, at + 1)->n_digits == 2 &&
      token_at (self, at + 1)->value < 60)
    {
      time->second = token_at (self, at + 1)->value;
      at += 2;
      if ((is_mark (self, at, '.') || is_mark (self, at, ',')) && !token_at (self, at + 1)->has_gap &&
          token_at (self, at + 1)->kind == TOKEN_NUMBER)
        at += 2;
    }
  at += read_half_of_day (self, at, time);
  time->n_tokens = at - i;
  read_offset (self, at, time);
  return TRUE;
}

static gboolean
find_time_after (const Tokens *self,
                 guint         i,
                 Time         *time)
{
  /* "2023-11-03T13:19", "Nov 03, 2023 01:19 PM", "3. November 2023, um 13:19 Uhr", "… at 1:19 pm" */
  for (guint skipped = 0; skipped < 3; skipped++)
    {
      const Token *token = token_at (self, i + skipped);

      if (read_time (self, i + skipped, time))
        return TRUE;
      if (token->kind == TOKEN_NUMBER || token->length > 4)
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
  Tokens tokens;
  Day day, month = { 0, };
  Time time;

  g_return_val_if_fail (text != NULL, NULL);

  tokenise (&tokens, text, length, MAX_BYTES);
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
      Tokens tokens;
      Day day;

      if (!g_ascii_isdigit (at[1]))
        continue;
      /* the few bytes that a date can take; the rest of the path is no part of it */
      tokenise (&tokens, at + 1, url + length - at - 1, 12);
      if (tokens.n_tokens >= 5 && read_year_first (&tokens, 0, &day) && day.day > 0 &&
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
    "published", "updated",  "last",    "posted", "on",      "at",     "modified", "first", "date",
    "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",      "wed",      "thu",     "thur",   "thurs",   "fri",    "sat",      "sun",   "am",
    "pm",        "a",        "p",       "m",      "gmt",     "utc",    "et",       "est",   "edt",
    "pt",        "bst",      "ist",     "cet",    "cest",    "hkt",    "sgt",      "cst",   "pst",
    "pdt",       "z",        "t",       "of",     "st",      "nd",     "rd",       "th",    "the",
    "min",       "mins",     "minutes", "minute", "read",    "hours",  "hour",     "ago",   "issued",
    "created",   "am",       "um",      "uhr",    "stand",   "veröffentlicht",     "aktualisiert",
    "vom",       "den",      "montag",  "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag",   "publié",   "le",      "mis",    "à",       "jour",   "publicado", "el",   "de",
    "del",       "h",        "min",     "days",   "day",     "edited", "by",
  };
  Tokens tokens;
  guint n_months = 0, n_numbers = 0;
  Day day;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length > 120)
    return FALSE;
  tokenise (&tokens, text, length, MAX_BYTES);
  for (guint i = 0; i < tokens.n_tokens; i++)
    {
      const Token *token = &tokens.tokens[i];
      gboolean is_filler = token->kind != TOKEN_WORD;

      for (guint k = 0; k < G_N_ELEMENTS (fillers) && !is_filler; k++)
        is_filler = is_word (&tokens, i, fillers[k]);
      if (!is_filler)
        return FALSE;
      if (read_day (&tokens, i, PLX_DATE_DAY_FIRST, &day) ||
          read_day (&tokens, i, PLX_DATE_MONTH_FIRST, &day))
        n_months++, n_numbers++;
      n_months += token->kind == TOKEN_MONTH;
      n_numbers += token->kind == TOKEN_NUMBER;
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
