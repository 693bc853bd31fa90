/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How fast sentences, tokens and voices are found: bench-text FILE [MEGABYTES]. The file is plain
 * text; it is read as often as it takes to make so many megabytes (10). Prints CPU milliseconds and
 * megabytes per second of each step. */

#include "analysis/voices/plx-voices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double
cpu_msec (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

static void
print_step (const char *name,
            double      msec,
            gsize       bytes)
{
  printf ("%-10s %8.1f ms %8.1f MB/s\n", name, msec, (double) bytes / 1e3 / MAX (msec, 0.001));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *bytes = NULL;
  g_autoptr (PlxText) text = plx_text_new ();
  g_autoptr (PlxVoiceWords) words = plx_voice_words_new (NULL);
  g_autoptr (PlxVoices) voices = plx_voices_new (words);
  double text_msec = 0, voices_msec = 0;
  gsize length, total = 0, wanted = 10;
  guint64 n_sentences = 0, n_tokens = 0, n_quotes = 0;

  if (argc > 2)
    wanted = (gsize) MAX (atoi (argv[2]), 1);
  if (argc < 2 || !g_file_get_contents (argv[1], &bytes, &length, NULL) || length == 0 ||
      !g_utf8_validate (bytes, (gssize) length, NULL))
    {
      fprintf (stderr, "bench-text: a file of valid UTF-8 is needed\n");
      return 2;
    }

  while (total < wanted * 1000 * 1000)
    {
      double start = cpu_msec (), middle;

      plx_text_set_bytes (text, bytes, length);
      plx_text_read_span (text, (PlxSpan) { 0, (guint32) length });
      middle = cpu_msec ();
      plx_voices_find (voices, text);
      voices_msec += cpu_msec () - middle;
      text_msec += middle - start;
      n_sentences += text->sentences->len;
      n_tokens += text->tokens->len;
      n_quotes += plx_voices_get_quotes (voices)->len;
      total += length;
    }
  print_step ("text", text_msec, total);
  print_step ("voices", voices_msec, total);
  printf ("%" G_GUINT64_FORMAT " sentences, %" G_GUINT64_FORMAT " tokens, %" G_GUINT64_FORMAT
          " voices\n", n_sentences, n_tokens, n_quotes);
  return 0;
}
