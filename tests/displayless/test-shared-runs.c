/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/plx-shared-runs.h"
#include "analysis/summary/plx-random.h"

#include <string.h>

#define MAX_SENTENCES 24
#define MAX_WORDS 40

/* The longest run that each two sentences were told to share. */
typedef struct
{
  guint32 longest[MAX_SENTENCES][MAX_SENTENCES];
  guint   n_told;
} Told;

typedef struct
{
  guint32 words[MAX_WORDS];
  guint32 n_words;
  guint32 source;
} Sentence;

static void
take_run (const PlxSharedRun *run,
          gpointer            data)
{
  Told *told = data;

  g_assert_cmpuint (run->a, <, run->b);
  g_assert_cmpuint (run->n_words, >=, PLX_SHARED_RUN_MIN);
  told->n_told++;
  told->longest[run->a][run->b] = MAX (told->longest[run->a][run->b], run->n_words);
}

static guint32
search_longest (const Sentence *a,
                const Sentence *b)
{
  guint32 longest = 0;

  for (guint32 i = 0; i < a->n_words; i++)
    for (guint32 k = 0; k < b->n_words; k++)
      {
        guint32 n = 0;

        while (i + n < a->n_words && k + n < b->n_words && a->words[i + n] == b->words[k + n])
          n++;
        longest = MAX (longest, n);
      }
  return longest;
}

/* Few different words, so that there are runs by chance and repeats within a sentence, and pieces
 * of sentences before, so that there are long ones. */
static void
make_sentence (Sentence  *all,
               guint      n,
               PlxRandom *random)
{
  Sentence *sentence = &all[n];
  guint n_different = plx_random_below (random, 3) == 0 ? 2 : 50;

  sentence->source = plx_random_below (random, 4);
  sentence->n_words = plx_random_below (random, MAX_WORDS + 1);
  for (guint32 i = 0; i < sentence->n_words; i++)
    sentence->words[i] = plx_random_below (random, n_different);
  if (n > 0 && plx_random_below (random, 2) == 0)
    {
      const Sentence *from = &all[plx_random_below (random, n)];
      guint32 room = MIN (from->n_words, sentence->n_words);
      guint32 length = room > 0 ? plx_random_below (random, room + 1) : 0;

      memcpy (sentence->words + plx_random_below (random, sentence->n_words - length + 1),
              from->words + plx_random_below (random, from->n_words - length + 1),
              length * sizeof (guint32));
    }
}

static void
test_same_as_brute_force (void)
{
  PlxRandom random;
  guint n_long = 0;

  plx_random_init (&random, 7);
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (PlxSharedRuns) runs = plx_shared_runs_new ();
      guint n = 1 + plx_random_below (&random, MAX_SENTENCES);
      Sentence all[MAX_SENTENCES];
      Told told = { 0 };

      for (guint i = 0; i < n; i++)
        {
          make_sentence (all, i, &random);
          g_assert_cmpuint (plx_shared_runs_add (runs, all[i].source, all[i].words, all[i].n_words),
                            ==, i);
        }
      g_assert_true (plx_shared_runs_find (runs, take_run, NULL, &told));
      for (guint a = 0; a < n; a++)
        for (guint b = a + 1; b < n; b++)
          {
            guint32 longest = all[a].source != all[b].source ? search_longest (&all[a], &all[b]) : 0;

            if (longest < PLX_SHARED_RUN_MIN)
              longest = 0;
            n_long += longest > 0;
            g_assert_cmpuint (told.longest[a][b], ==, longest);
          }
    }
  g_assert_cmpuint (n_long, >, 1000);
}

/* Two sentences of 30 words that share @n_words of them. */
static guint32
find_shared (guint32 n_words,
             guint32 at_a,
             guint32 at_b,
             guint32 source_b)
{
  g_autoptr (PlxSharedRuns) runs = plx_shared_runs_new ();
  guint32 a[30], b[30];
  Told told = { 0 };

  for (guint32 i = 0; i < 30; i++)
    {
      a[i] = 1000 + i;
      b[i] = 2000 + i;
    }
  for (guint32 i = 0; i < n_words; i++)
    a[at_a + i] = b[at_b + i] = i;
  plx_shared_runs_add (runs, 0, a, 30);
  plx_shared_runs_add (runs, source_b, b, 30);
  g_assert_true (plx_shared_runs_find (runs, take_run, NULL, &told));
  return told.longest[0][1];
}

static void
test_exact_length (void)
{
  for (guint32 at_a = 0; at_a <= 20; at_a++)
    for (guint32 at_b = 0; at_b <= 20; at_b++)
      {
        g_assert_cmpuint (find_shared (PLX_SHARED_RUN_MIN, at_a, at_b, 1), ==, PLX_SHARED_RUN_MIN);
        g_assert_cmpuint (find_shared (PLX_SHARED_RUN_MIN - 1, at_a, at_b, 1), ==, 0);
        g_assert_cmpuint (find_shared (PLX_SHARED_RUN_MIN, at_a, at_b, 0), ==, 0);
      }
}

/* What thousands print is compared with a few of them only, and all are still reached. */
static void
count_run (const PlxSharedRun *run,
           gpointer            data)
{
  guint *n_runs = data;

  (*n_runs)++;
}

static void
test_common_text_is_linear (void)
{
  const guint n = 20000;
  guint32 words[20];

  for (guint32 i = 0; i < 20; i++)
    words[i] = i;
  for (guint n_sources = 1; n_sources <= 1000; n_sources += 333)
    {
      g_autoptr (PlxSharedRuns) runs = plx_shared_runs_new ();
      guint n_runs = 0;

      for (guint i = 0; i < n; i++)
        plx_shared_runs_add (runs, i % n_sources, words, 20);
      g_assert_true (plx_shared_runs_find (runs, count_run, NULL, &n_runs));
      if (n_sources == 1)
        g_assert_cmpuint (n_runs, ==, 0);
      else
        g_assert_cmpuint (n_runs, >=, n - 1);
      g_assert_cmpuint (n_runs, <, n * 13 * 12);
    }
}

static gboolean
give_up (guint32  done,
         guint32  total,
         gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  return FALSE;
}

static void
test_given_up (void)
{
  g_autoptr (PlxSharedRuns) runs = plx_shared_runs_new ();
  static const guint32 words[12] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
  guint n_runs = 0;

  g_assert_true (plx_shared_runs_find (runs, count_run, NULL, &n_runs));
  plx_shared_runs_add (runs, 0, words, 12);
  plx_shared_runs_add (runs, 1, words, 12);
  g_assert_false (plx_shared_runs_find (runs, count_run, give_up, &n_runs));
  g_assert_cmpuint (n_runs, ==, 0);
  g_assert_true (plx_shared_runs_find (runs, count_run, NULL, &n_runs));
  g_assert_cmpuint (n_runs, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shared-runs/same-as-brute-force", test_same_as_brute_force);
  g_test_add_func ("/shared-runs/exact-length", test_exact_length);
  g_test_add_func ("/shared-runs/common-text-is-linear", test_common_text_is_linear);
  g_test_add_func ("/shared-runs/given-up", test_given_up);
  return g_test_run ();
}
