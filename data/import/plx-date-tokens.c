/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-date-tokens.h"

#include <string.h>

/* Names by month: full names and the abbreviations in use. */
static const char *const month_names[12] = {
  "january jan jänner januar janvier janv enero ene gennaio gen janeiro januari stycznia sty ocak",
  "february feb februar febr février févr fév febrero febbraio febbr fevereiro fev februari "
  "lutego lut şubat",
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
month_of_word (const char *word, gsize length)
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
read_word (const char *at, const char *end)
{
  while (at < end && (g_unichar_isalpha (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

static void
read_token (PlxDateToken *token, const char *at, const char *end)
{
  token->start = at;
  token->n_digits = 0;
  if (g_ascii_isdigit (*at))
    {
      token->kind = PLX_DATE_TOKEN_NUMBER;
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
          token->kind = PLX_DATE_TOKEN_MARK;
          token->value = (int) first;
          at = g_utf8_next_char (at);
        }
      else
        {
          at = read_word (at, end);
          token->value = month_of_word (token->start, at - token->start);
          token->kind = token->value > 0 ? PLX_DATE_TOKEN_MONTH : PLX_DATE_TOKEN_WORD;
        }
    }
  else
    {
      token->kind = PLX_DATE_TOKEN_MARK;
      token->value = (int) g_utf8_get_char (at);
      at = g_utf8_next_char (at);
    }
  token->length = (guint) (at - token->start);
}

void
plx_date_tokenise (PlxDateTokens *self, const char *text, gsize length, gsize max_bytes)
{
  const char *at = text;
  const char *end = text + MIN (length, max_bytes);
  gboolean has_gap = FALSE;

  /* a cut inside a character moves to its start */
  while (end < text + length && end > text && ((guint8) *end & 0xC0) == 0x80)
    end--;
  self->n_tokens = 0;
  while (at < end && self->n_tokens < PLX_DATE_MAX_TOKENS)
    {
      PlxDateToken *token = &self->tokens[self->n_tokens];

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

const PlxDateToken *
plx_date_token_at (const PlxDateTokens *self, guint i)
{
  static const PlxDateToken nothing = { PLX_DATE_TOKEN_MARK, "", 0, 0, 0, TRUE };

  return i < self->n_tokens ? &self->tokens[i] : &nothing;
}

gboolean
plx_date_is_mark (const PlxDateTokens *self, guint i, int mark)
{
  const PlxDateToken *token = plx_date_token_at (self, i);

  return token->kind == PLX_DATE_TOKEN_MARK && token->value == mark;
}

gboolean
plx_date_is_word (const PlxDateTokens *self, guint i, const char *word)
{
  const PlxDateToken *token = plx_date_token_at (self, i);

  return token->kind == PLX_DATE_TOKEN_WORD && token->length == strlen (word) &&
         g_ascii_strncasecmp (token->start, word, token->length) == 0;
}
