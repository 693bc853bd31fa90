/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Text as numbers, months, words and marks: what dates are read from. */

#include <glib.h>

G_BEGIN_DECLS

#define PLX_DATE_MAX_TOKENS 128

typedef enum
{
  PLX_DATE_TOKEN_NUMBER,
  PLX_DATE_TOKEN_MONTH,
  PLX_DATE_TOKEN_WORD,
  PLX_DATE_TOKEN_MARK,
} PlxDateTokenKind;

typedef struct
{
  PlxDateTokenKind   kind;
  const char *start;
  guint       length;
  int         value;     /* the number, the month, or the character of a mark */
  guint       n_digits;
  gboolean    has_gap;   /* white space comes before it */
} PlxDateToken;

typedef struct
{
  PlxDateToken tokens[PLX_DATE_MAX_TOKENS];
  guint n_tokens;
} PlxDateTokens;

/* plx_date_tokenise: @text: valid UTF-8; only the first @max_bytes are looked at */
void                plx_date_tokenise (PlxDateTokens *self, const char *text, gsize length,
                                       gsize max_bytes);

/* plx_date_token_at: Returns: the token, or a mark of value 0 beyond the last */
const PlxDateToken *plx_date_token_at (const PlxDateTokens *self, guint i);

gboolean            plx_date_is_mark  (const PlxDateTokens *self, guint i, int mark);

/* plx_date_is_word: @word: in ASCII lower case; compared without case */
gboolean            plx_date_is_word  (const PlxDateTokens *self, guint i, const char *word);

G_END_DECLS
