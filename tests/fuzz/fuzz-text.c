/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "analysis/voices/plx-voices.h"

#include <string.h>

/* Sentences, tokens and voices of any bytes made valid. */

static void
check_text (const PlxText *text)
{
  guint32 at = 0, token = 0;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      PlxSpan span = g_array_index (text->tokens, PlxToken, i).span;

      g_assert_cmpuint (span.start, >=, at);
      g_assert_cmpuint (span.end, >, span.start);
      at = span.end;
    }
  g_assert_cmpuint (at, <=, text->length);
  for (guint i = 0; i < text->sentences->len; i++)
    {
      const PlxTextSentence *sentence = &g_array_index (text->sentences, PlxTextSentence, i);

      g_assert_cmpuint (sentence->first_token, ==, token);
      g_assert_cmpuint (sentence->n_tokens, >, 0);
      token += sentence->n_tokens;
    }
  g_assert_cmpuint (token, ==, text->tokens->len);
}

static void
check_quotes (const PlxText   *text,
              const PlxVoices *voices)
{
  const GArray *quotes = plx_voices_get_quotes (voices);

  for (guint i = 0; i < quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (quotes, PlxQuote, i);

      g_assert_cmpuint (plx_span_length (quote->content[0]), >, 0);
      g_assert_cmpuint (quote->content[0].end, <=, text->length);
      g_assert_cmpuint (quote->content[1].start, <=, quote->content[1].end);
      g_assert_cmpuint (quote->content[1].end, <=, text->length);
      g_assert_true (quote->name == PLX_NONE || quote->name < plx_voices_get_n_names (voices));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static PlxVoiceWords *words;
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (PlxText) text = plx_text_new ();
  g_autoptr (PlxVoices) voices = NULL;
  gsize length = strlen (valid);

  if (words == NULL)
    words = plx_voice_words_new (NULL);
  voices = plx_voices_new (words);
  plx_text_set_bytes (text, valid, length);
  plx_text_read_span (text, (PlxSpan) { 0, (guint32) length });
  check_text (text);
  plx_voices_find (voices, text);
  check_quotes (text, voices);
  return 0;
}
