/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How the search for wire copy grows: bench-wire [ARTICLES]. Makes as many articles (50,000) of 19
 * sentences of 22 words by 40 sources. Four runs: nothing shared; one article in five a reprint of
 * the one before; an appeal of each source in each of its articles; and all one text. Prints CPU
 * milliseconds of each step and the memory that the process took at most until then. */

#include "analysis/claims/plx-wire.h"
#include "analysis/summary/plx-random.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define N_SOURCES 40
#define SENTENCES 19
#define WORDS 22
#define VOCABULARY 30000

typedef enum
{
  KIND_NOTHING,
  KIND_REPRINTS,
  KIND_APPEALS,
  KIND_ONE_TEXT,
  N_KINDS
} Kind;

static const char *const kind_names[N_KINDS] = { "nothing shared", "reprints", "appeals", "one text" };

static double
cpu_msec (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

static void
append_word (GString   *text,
             PlxRandom *random)
{
  /* squared, so that some words are frequent */
  guint64 draw = plx_random_below (random, VOCABULARY);
  guint rank = (guint) (draw * draw / VOCABULARY);

  g_string_append_c (text, ' ');
  for (guint i = rank + 26; i > 0; i /= 26)
    {
      g_string_append_c (text, (char) ('a' + i % 26));
      g_string_append_c (text, "aeiou"[i % 5]);
    }
}

/* Appends an article to the wire; the sentences are as the reader would have cut them. */
static void
add_article (PlxWire *wire,
             guint    index,
             Kind     kind)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxReadSentence));
  PlxReading reading = { .sentences = sentences };
  PlxArticle *article;
  PlxRandom random;

  plx_random_init (&random, kind == KIND_ONE_TEXT                          ? 0
                            : kind == KIND_REPRINTS && index % 5 == 4 ? index - 1
                                                                      : index);
  for (guint i = 0; i < SENTENCES; i++)
    {
      PlxReadSentence sentence = { .span.start = (guint32) text->len, .n_words = WORDS };

      if (kind == KIND_APPEALS && i == SENTENCES - 1)
        plx_random_init (&random, G_MAXINT - index % N_SOURCES);
      for (guint k = 0; k < WORDS; k++)
        append_word (text, &random);
      sentence.span.end = (guint32) text->len;
      g_array_append_val (sentences, sentence);
    }
  article = plx_article_new (g_string_free (g_steal_pointer (&text), FALSE));
  article->source = g_strdup_printf ("Source %02u", index % N_SOURCES);
  article->date = g_strdup_printf ("2023-%02u-%02u", 1 + index % 12, 1 + index % 28);
  plx_wire_add (wire, article, &reading);
  plx_article_free (article);
}

static void
measure (guint n_articles,
         Kind  kind)
{
  g_autoptr (PlxWire) wire = plx_wire_new ();
  double start = cpu_msec (), added;
  struct rusage usage;
  guint n_marked = 0;

  for (guint i = 0; i < n_articles; i++)
    add_article (wire, i, kind);
  added = cpu_msec ();
  plx_wire_find (wire, NULL, NULL);
  getrusage (RUSAGE_SELF, &usage);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree guint8 *marks = plx_wire_dup_marks (wire, i);
      n_marked += marks != NULL;
    }
  printf ("%6u articles, %-14s: make and add %6.0f ms, find %6.0f ms, %6u with copies; %ld MB\n",
          n_articles, kind_names[kind], added - start, cpu_msec () - added, n_marked,
          usage.ru_maxrss / 1024);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 50000;

  for (Kind kind = 0; kind < N_KINDS; kind++)
    measure (n, kind);
  return 0;
}
