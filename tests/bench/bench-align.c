/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How the aligner grows: bench-align [ARTICLES]. Makes as many articles (1,000) of 30 sentences by
 * 20 sources, ten on each story, of words as frequent as words are in text, and measures a half of
 * them, then all. Each tells facts of its story in words of its own; the second run of each size
 * puts a phrase that all articles have into one sentence of five, and an appeal into every article.
 * Prints CPU milliseconds of each step and the memory that the process took at most. */

#include "analysis/claims/plx-claims.h"
#include "analysis/summary/plx-random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define N_SOURCES 20
#define ARTICLES_A_STORY 10
#define SENTENCES 30
#define WORDS 22
#define FACTS_A_STORY 60
#define VOCABULARY 30000.0

static double
cpu_msec (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

/* A word by its rank, such that the second is half as frequent as the first, and so on. */
static void
append_word (GString   *text,
             PlxRandom *random)
{
  double draw = plx_random_below (random, 1000000) / 1e6;
  guint rank = (guint) pow (VOCABULARY, draw);

  g_string_append_c (text, ' ');
  for (guint i = rank + 26; i > 0; i /= 26)
    {
      g_string_append_c (text, (char) ('a' + i % 26));
      g_string_append_c (text, "aeiou"[i % 5]);
    }
}

/* The fact's words are those of its seed; a sentence leaves out some and adds others. */
static void
write_sentence (GString   *text,
                PlxRandom *random,
                guint      fact)
{
  PlxRandom words;

  plx_random_init (&words, fact);
  for (guint i = 0; i < WORDS; i++)
    {
      gsize before = text->len;

      append_word (text, &words);
      if (plx_random_below (random, 100) < 30)
        {
          g_string_truncate (text, before);
          append_word (text, random);
        }
    }
}

static void
measure (guint    n_articles,
         gboolean with_phrases)
{
  static const char phrase[] = "according to people who were briefed on the matter";
  static const char appeal[] = "Sign up to our free newsletter for the best of our reporting every day";
  g_autoptr (PlxAligner) aligner = plx_aligner_new ();
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  double start = cpu_msec (), added, paired;
  struct rusage usage;
  PlxRandom random;

  plx_random_init (&random, 1);
  for (guint i = 0; i < n_articles; i++)
    {
      for (guint k = 0; k < SENTENCES; k++)
        {
          g_string_truncate (text, 0);
          write_sentence (text, &random,
                          i / ARTICLES_A_STORY * FACTS_A_STORY + plx_random_below (&random, FACTS_A_STORY));
          if (with_phrases && k % 5 == 0)
            g_string_append_printf (text, ", %s", phrase);
          plx_aligner_add (aligner, i % N_SOURCES, text->str, text->len);
        }
      if (with_phrases)
        plx_aligner_add (aligner, i % N_SOURCES, appeal, sizeof appeal - 1);
    }
  added = cpu_msec ();
  pairs = plx_aligner_find_pairs (aligner, PLX_CLAIM_WEAK_THRESHOLD);
  paired = cpu_msec ();
  claims = plx_aligner_list_claims (aligner, pairs);
  getrusage (RUSAGE_SELF, &usage);
  printf ("%6u articles%s: add %6.0f ms, pairs %6.0f ms (%u), claims %5.0f ms (%u); %ld MB\n",
          n_articles, with_phrases ? ", common phrases" : "                ", added - start,
          paired - added, pairs->len, cpu_msec () - paired, claims->len, usage.ru_maxrss / 1024);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) MAX (atoi (argv[1]), 2) : 1000;

  measure (n / 2, FALSE);
  measure (n, FALSE);
  measure (n / 2, TRUE);
  measure (n, TRUE);
  return 0;
}
