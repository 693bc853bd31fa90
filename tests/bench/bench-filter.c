/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What a change of the filter computes, without a window: bench-filter FILE [ROUNDS [FILTER]]. For each kind
 * of filter what is let through is found anew, then each kind of chart is made of it. Prints the
 * least milliseconds of the processor (all threads) and of the clock. */

#include "data/corpus/plx-corpus-kept.h"
#include "data/plx-shipped-lexicons.h"
#include "ui/report/plx-corpus-chart.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MANY_ARTICLES 2000 /* as in a session */

typedef struct
{
  double cpu_ms, wall_ms;
} Cost;

static Cost
get_cost (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (Cost) { (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6,
                  (double) g_get_monotonic_time () / 1e3 };
}

static double
get_allocated_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1048576;
}

static void
take_least (Cost *least,
            Cost  start,
            guint round)
{
  Cost now = get_cost ();
  Cost cost = { now.cpu_ms - start.cpu_ms, now.wall_ms - start.wall_ms };

  least->cpu_ms = round == 0 ? cost.cpu_ms : MIN (least->cpu_ms, cost.cpu_ms);
  least->wall_ms = round == 0 ? cost.wall_ms : MIN (least->wall_ms, cost.wall_ms);
}

static void
on_surveyed (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  PlxCorpusKept **kept = user_data;

  *kept = plx_corpus_survey_finish (PLX_CORPUS (source), result, &error);
  if (*kept == NULL)
    g_error ("%s", error->message);
}

static PlxCorpusKept *
survey (PlxCorpus             *corpus,
        const PlxCorpusFilter *filter)
{
  static const PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  PlxCorpusKept *kept = NULL;

  plx_corpus_survey_async (corpus, &options, filter, MANY_ARTICLES, NULL, NULL, NULL, on_surveyed,
                           &kept);
  while (kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  return kept;
}

static void
make_chart (PlxCorpus             *corpus,
            const PlxCorpusFilter *filter,
            PlxCorpusKept         *kept,
            const char            *kind)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxChart) chart = NULL;

  options.filter = filter;
  options.kept = kept;
  options.lexicon = plx_corpus_kept_get_lexicon (kept);
  options.options.rounds = 0;
  chart = plx_corpus_chart_new (kind, corpus, plx_corpus_kept_get_summary (kept), &options, NULL,
                                NULL, NULL, &error);
  if (chart == NULL)
    g_error ("%s", error->message);
}

static void
measure (PlxCorpus             *corpus,
         const char            *name,
         const PlxCorpusFilter *filter,
         guint                  rounds)
{
  static const char *const kinds[] = { "framing", "map", "flow", "timeline", "voices" };
  /* The last filter's answer is kept. */
  static const PlxCorpusFilter other_filter = { .from = (char *) "2020" };
  Cost surveyed = { 0 }, charts[G_N_ELEMENTS (kinds)] = { { 0 } };

  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (PlxCorpusKept) other = survey (corpus, &other_filter);
      Cost start = get_cost ();
      g_autoptr (PlxCorpusKept) kept = survey (corpus, filter);

      take_least (&surveyed, start, round);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          start = get_cost ();
          make_chart (corpus, filter, kept, kinds[i]);
          take_least (&charts[i], start, round);
        }
    }
  g_print ("%-9s found %6.1f (%6.1f)", name, surveyed.cpu_ms, surveyed.wall_ms);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_print ("; %s %6.1f (%6.1f)", kinds[i], charts[i].cpu_ms, charts[i].wall_ms);
  g_print ("\n");
}

int
main (int   argc,
      char *argv[])
{
  static const PlxCorpusFilter none, reporter = { .voice = (char *) "" },
    speaker = { .voice = (char *) "Ilan Verin" }, target = { .target = (char *) "China" },
    dates = { .from = (char *) "2015", .to = (char *) "2018" },
    words = { .search = (char *) "harbour" }, wire = { .wire_once = TRUE };
  static const struct
  {
    const char            *name;
    const PlxCorpusFilter *filter;
  } filters[] = { { "none", &none }, { "reporter", &reporter }, { "speaker", &speaker },
                  { "target", &target }, { "dates", &dates }, { "words", &words }, { "wire", &wire } };
  guint rounds = argc > 2 ? (guint) atoi (argv[2]) : 5;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (PlxCorpusKept) all = NULL;
  Cost start = get_cost (), opened = { 0 }, prepared = { 0 };

  if (argc < 2)
    {
      g_printerr ("usage: bench-filter FILE [ROUNDS [FILTER]]\n");
      return 2;
    }
  corpus = plx_corpus_open (argv[1], PLX_CORPUS_OPEN_EXISTING, &error);
  if (corpus == NULL)
    g_error ("%s", error->message);
  lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  if (lexicon == NULL)
    g_error ("%s", error->message);
  plx_corpus_set_lexicon (corpus, lexicon);
  all = survey (corpus, NULL);
  take_least (&opened, start, 0);
  g_print ("milliseconds of the processor (of the clock)\nopened %.1f (%.1f), %.1f MB allocated\n",
           opened.cpu_ms, opened.wall_ms, get_allocated_mb ());
  start = get_cost ();
  plx_corpus_kept_prepare (all, NULL);
  take_least (&prepared, start, 0);
  g_print ("prepared %.1f (%.1f), %.1f MB allocated\n", prepared.cpu_ms, prepared.wall_ms,
           get_allocated_mb ());
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (argc <= 3 || strcmp (argv[3], filters[i].name) == 0)
      measure (corpus, filters[i].name, filters[i].filter, rounds);
  return 0;
}
