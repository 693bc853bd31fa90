/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/corpus/plx-corrections.h"
#include "data/corpus/plx-sqlite-statement.h"
#include "data/plx-shipped-lexicons.h"
#include "tests/support/folder.h"

#include <math.h>
#include <string.h>

/* Words that no lexicon has, so that no edit of the shipped ones changes what is expected. */
#define OWN_ENTRIES \
  "zorbly\tcue\ttone\t2\t\t\n" \
  "gromly\tcue\ttone\t-2\t\t\n"

static const struct
{
  const char *source;
  const char *title;
  const char *text;
} stories[] = {
  { "Courier", "A zorbly day", "The plan was zorbly on Monday.\n\nThe road was very gromly there." },
  { "Ledger", "The plan", "“The plan was not zorbly at all,” said Mara Vint. Zorbland agreed.\n" },
  { "Notes", "Weather", "Nothing was gromly in Beijing on Monday." },
};

typedef struct
{
  char      *folder;
  char      *path;
  PlxCorpus *corpus;
} Fixture;

static void
open_corpus (Fixture      *fixture,
             PlxCorpusMode mode)
{
  static PlxLexicon *lexicon; /* compiled once for all tests */
  g_autoptr (GError) error = NULL;

  if (lexicon == NULL)
    lexicon = plx_lexicon_files_load (NULL, OWN_ENTRIES, NULL, &error);
  g_assert_no_error (error);
  fixture->corpus = plx_corpus_open (fixture->path, mode, &error);
  g_assert_no_error (error);
  plx_corpus_set_lexicon (fixture->corpus, lexicon);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (GError) error = NULL;

  fixture->folder = folder_make ();
  fixture->path = g_build_filename (fixture->folder, "story.parallax", NULL);
  open_corpus (fixture, PLX_CORPUS_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      PlxArticle *article = plx_article_new (g_strdup (stories[i].text));

      article->source = g_strdup (stories[i].source);
      article->title = g_strdup (stories[i].title);
      g_ptr_array_add (articles, article);
    }
  plx_corpus_add_articles (fixture->corpus, articles, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->corpus);
  folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static PlxReading *
read_article (Fixture *fixture,
              gint64   id)
{
  g_autoptr (GError) error = NULL;
  PlxReading *reading = plx_corpus_dup_reading (fixture->corpus, id, &error);

  g_assert_no_error (error);
  return reading;
}

static PlxAxisId
find_axis (Fixture    *fixture,
           const char *id)
{
  PlxLexicon *lexicon = plx_corpus_get_lexicon (fixture->corpus);

  for (guint i = 0; i < plx_lexicon_get_n_axes (lexicon); i++)
    {
      if (g_str_equal (plx_lexicon_get_axis (lexicon, i)->id, id))
        return (PlxAxisId) i;
    }
  g_assert_not_reached ();
}

/* The cue with these words; its sentence says where they are. */
static const PlxCue *
find_cue (Fixture          *fixture,
          const PlxReading *reading,
          guint             story,
          const char       *words,
          gboolean          in_title)
{
  const char *text = in_title ? stories[story].title : stories[story].text;

  for (guint i = 0; i < reading->cues->len; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      const PlxReadSentence *sentence =
        &g_array_index (reading->sentences, PlxReadSentence, cue->sentence);

      if (((sentence->flags & PLX_SENTENCE_IN_TITLE) != 0) == in_title &&
          cue->axis == find_axis (fixture, "tone") &&
          strlen (words) == plx_span_length (cue->span) &&
          memcmp (words, text + cue->span.start, strlen (words)) == 0)
        return cue;
    }
  g_error ("no cue “%s”", words);
}

/* What is kept of readings; nothing of those that a correction has touched. */
static guint
count_evidence (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) evidence = plx_corpus_dup_evidence (fixture->corpus, NULL, &error);

  g_assert_no_error (error);
  return g_hash_table_size (evidence);
}

static PlxCorrection *
correct (Fixture             *fixture,
         const PlxCorrection *correction)
{
  g_autoptr (GError) error = NULL;
  PlxCorrection *inverse = NULL;

  plx_corpus_correct (fixture->corpus, correction, &inverse, &error);
  g_assert_no_error (error);
  g_assert_nonnull (inverse);
  return inverse;
}

/* Makes and frees them. */
static void
correct_all (Fixture        *fixture,
             PlxCorrection **corrections,
             guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      plx_correction_free (correct (fixture, corrections[i]));
      plx_correction_free (corrections[i]);
    }
}

static PlxSummaryAxis
sum_up (Fixture    *fixture,
        const char *source,
        gboolean    reporter_only)
{
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  PlxCorpusFilter filter = { .voice = reporter_only ? (char *) "" : NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSummary) summary = NULL;

  options.rounds = 0;
  summary = plx_corpus_summarise (fixture->corpus, &options, &filter, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];

      if (g_strcmp0 (row->name, source) == 0)
        return row->axes[find_axis (fixture, "tone")];
    }
  g_assert_not_reached ();
}

static double
get_source_score (Fixture    *fixture,
                  const char *source,
                  gboolean    reporter_only)
{
  return sum_up (fixture, source, reporter_only).score;
}

/* The trace says how every weight came about. */
static void
check_trace (const PlxReading *reading)
{
  for (guint i = 0; i < reading->cues->len; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      double weight = cue->base;

      for (guint j = 0; j < cue->n_steps; j++)
        weight *= g_array_index (reading->steps, PlxStep, cue->first_step + j).factor;
      g_assert_cmpfloat (weight, ==, cue->weight);
    }
}

static const struct
{
  const char *name;
  guint       story;
  const char *words;
  gboolean    in_title;
  double      weight;
} cue_cases[] = {
  { "none-in-text", 0, "zorbly", FALSE, 0.0 },
  { "none-in-title", 0, "zorbly", TRUE, 0.0 },
  { "other-sign", 0, "gromly", FALSE, 1.5 },
  { "stronger", 2, "gromly", FALSE, -2.5 },
  { "after-rules", 1, "zorbly", FALSE, 0.7 },
};

static void
test_cue (Fixture      *fixture,
          gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  guint story = cue_cases[index].story;
  gboolean in_title = cue_cases[index].in_title;
  const char *words = cue_cases[index].words;
  double weight = cue_cases[index].weight;
  gint64 id = story + 1;
  PlxSummaryAxis before = sum_up (fixture, stories[story].source, FALSE), after;
  g_autoptr (PlxReading) reading = read_article (fixture, id);
  g_autoptr (PlxReading) corrected = NULL;
  g_autoptr (PlxReading) again = NULL;
  const PlxCue *cue = find_cue (fixture, reading, story, words, in_title);
  const PlxReadSentence *sentence;
  const PlxStep *step;
  PlxAxisId axis = cue->axis;
  g_autoptr (PlxCorrection) correction =
    plx_correction_new_cue (id, cue->span, in_title, "tone", weight, words);
  g_autoptr (PlxCorrection) inverse = correct (fixture, correction);
  g_autoptr (PlxCorrection) redo = NULL;

  corrected = read_article (fixture, id);
  check_trace (corrected);
  cue = find_cue (fixture, corrected, story, words, in_title);
  g_assert_cmpfloat_with_epsilon (cue->weight, weight, 1e-12);
  step = &g_array_index (corrected->steps, PlxStep, cue->first_step + cue->n_steps - 1);
  g_assert_cmpstr (plx_rule_to_string (step->rule), ==, "correction");
  sentence = &g_array_index (corrected->sentences, PlxReadSentence, cue->sentence);
  g_assert_cmpuint (sentence->axes[axis].n_cues, ==, weight != 0.0);
  g_assert_cmpuint (sentence->n_cues, ==, 1);
  after = sum_up (fixture, stories[story].source, FALSE);
  g_assert_cmpfloat (after.score, !=, before.score);
  g_assert_cmpuint (after.n_cues, ==, before.n_cues - (weight == 0.0));

  redo = correct (fixture, inverse);
  g_assert_true (redo->is_set);
  g_assert_cmpfloat (redo->weight, ==, weight);
  again = read_article (fixture, id);
  g_assert_cmpuint (again->steps->len, ==, reading->steps->len);
  g_assert_cmpfloat (get_source_score (fixture, stories[story].source, FALSE), ==, before.score);
}

/* A correction of a place where no cue is any more, or of other words, does nothing. */
static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  static const PlxSpan spans[] = { { 0, 3 }, { 13, 19 }, { 4, 900 }, { 5000, 5001 } };
  double before = get_source_score (fixture, "Courier", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (PlxCorrection) correction =
        plx_correction_new_cue (1, spans[i], FALSE, "tone", 0, "others");
      g_autoptr (PlxCorrection) speaker = plx_correction_new_speaker (
        1, (PlxSpan) { spans[i].start + 4000, spans[i].end + 4000 }, "Nobody");
      g_autoptr (PlxCorrection) block = plx_correction_new_block (
        1, (PlxSpan) { spans[i].start + 4000, spans[i].end + 4000 }, PLX_BLOCK_CAPTION);
      g_autoptr (PlxCorrection) inverse = correct (fixture, correction);
      g_autoptr (PlxCorrection) second = correct (fixture, speaker);
      g_autoptr (PlxCorrection) third = correct (fixture, block);

      g_assert_false (inverse->is_set);
      g_assert_cmpfloat (get_source_score (fixture, "Courier", FALSE), ==, before);
    }
}

static guint
count_corrections (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_corpus_list_corrections (fixture->corpus, &error);

  g_assert_no_error (error);
  return list->len;
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (PlxReading) reading = read_article (fixture, 1);
  guint n = 0;

  for (guint i = 0; i < reading->steps->len; i++)
    n += g_array_index (reading->steps, PlxStep, i).rule == PLX_RULE_CORRECTION;
  return n;
}

/* Corrections in the headline rest with another headline, and are back with the former one. */
static void
test_other_headline (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) before = plx_corpus_dup_article (fixture->corpus, 1, &error);
  g_autoptr (PlxArticle) after = plx_article_copy (before);
  PlxCorrection *corrections[] = {
    plx_correction_new_cue (1, (PlxSpan) { 2, 8 }, TRUE, "tone", 0, "zorbly"),
    plx_correction_new_cue (1, (PlxSpan) { 13, 19 }, FALSE, "tone", 0, "zorbly"),
    plx_correction_new_speaker (1, (PlxSpan) { 0, 30 }, "Mara Vint"),
  };
  guint n_steps;

  correct_all (fixture, corrections, G_N_ELEMENTS (corrections));
  n_steps = count_steps (fixture);
  g_assert_cmpuint (n_steps, ==, 2);

  g_free (after->title);
  after->title = g_strdup ("No zorbly day");
  g_assert_true (plx_corpus_set_details (fixture->corpus, 1, after, &error));
  g_assert_cmpuint (count_corrections (fixture), ==, 3);
  g_assert_cmpuint (count_steps (fixture), ==, 1);

  g_assert_true (plx_corpus_set_details (fixture->corpus, 1, before, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
}

static const char *
get_speaker (const PlxReading *reading,
             guint             sentence)
{
  guint32 voice = g_array_index (reading->sentences, PlxReadSentence, sentence).voice;

  return voice != 0 ? g_array_index (reading->voices, PlxVoice, voice).name : "";
}

static void
test_speaker (Fixture      *fixture,
              gconstpointer data)
{
  double all = get_source_score (fixture, "Ledger", FALSE);
  double reporter = get_source_score (fixture, "Ledger", TRUE);
  g_autoptr (PlxReading) before = read_article (fixture, 2);
  PlxSpan span = g_array_index (before->sentences, PlxReadSentence, 1).span;
  g_autoptr (PlxCorrection) to_reporter = plx_correction_new_speaker (2, span, "");
  g_autoptr (PlxCorrection) to_other = plx_correction_new_speaker (2, span, "Ada Brask");
  g_autoptr (PlxCorrection) undo = NULL, undo_other = NULL, done = NULL;
  g_autoptr (PlxReading) reading = NULL, other = NULL, again = NULL;

  g_assert_cmpstr (get_speaker (before, 1), ==, "Mara Vint");
  g_assert_cmpuint (before->quotes->len, ==, 1);
  g_assert_cmpfloat (reporter, !=, all);

  undo = correct (fixture, to_reporter);
  reading = read_article (fixture, 2);
  g_assert_cmpstr (get_speaker (reading, 1), ==, "");
  g_assert_cmpuint (reading->quotes->len, ==, 0);
  g_assert_cmpfloat (get_source_score (fixture, "Ledger", TRUE), ==, all);

  undo_other = correct (fixture, to_other);
  g_assert_cmpstr (undo_other->name, ==, "");
  other = read_article (fixture, 2);
  g_assert_cmpstr (get_speaker (other, 1), ==, "Ada Brask");
  g_assert_cmpuint (other->quotes->len, ==, 1);
  g_assert_cmpstr (get_speaker (other, 2), ==, get_speaker (before, 2));

  done = correct (fixture, undo);
  again = read_article (fixture, 2);
  g_assert_cmpstr (get_speaker (again, 1), ==, "Mara Vint");
  g_assert_cmpfloat (get_source_score (fixture, "Ledger", TRUE), ==, reporter);
}

/* A text without blocks is parted where a paragraph is of another kind. */
static void
test_block (Fixture      *fixture,
            gconstpointer data)
{
  double before = get_source_score (fixture, "Courier", FALSE);
  PlxSpan span = { 32, (guint32) strlen (stories[0].text) };
  g_autoptr (PlxCorrection) correction = plx_correction_new_block (1, span, PLX_BLOCK_CAPTION);
  g_autoptr (PlxCorrection) undo = correct (fixture, correction);
  g_autoptr (PlxArticle) article = plx_corpus_dup_article (fixture->corpus, 1, NULL);
  g_autoptr (PlxReading) reading = read_article (fixture, 1);
  g_autoptr (PlxArticle) again = NULL;
  g_autoptr (PlxCorrection) done = NULL;
  g_autoptr (GPtrArray) infos = plx_corpus_list_articles (fixture->corpus, 1, NULL, NULL);

  g_assert_cmpuint (article->blocks->len, ==, 2);
  g_assert_cmpint (g_array_index (article->blocks, PlxBlock, 0).kind, ==, PLX_BLOCK_BODY);
  g_assert_cmpuint (g_array_index (article->blocks, PlxBlock, 0).span.end, ==, 32);
  g_assert_cmpint (g_array_index (article->blocks, PlxBlock, 1).kind, ==, PLX_BLOCK_CAPTION);
  g_assert_cmpuint (reading->sentences->len, ==, 2);
  g_assert_cmpuint (((PlxArticleInfo *) infos->pdata[0])->n_words, ==, 6);
  g_assert_cmpfloat (get_source_score (fixture, "Courier", FALSE), >, before);

  done = correct (fixture, undo);
  again = plx_corpus_dup_article (fixture->corpus, 1, NULL);
  g_assert_cmpuint (again->blocks->len, ==, 0);
  g_assert_cmpfloat (get_source_score (fixture, "Courier", FALSE), ==, before);
}

/* Corrections within each other, and across the borders of blocks. */
static void
test_block_overlaps (Fixture      *fixture,
                     gconstpointer data)
{
  PlxCorrection *corrections[] = {
    plx_correction_new_block (1, (PlxSpan) { 4, 12 }, PLX_BLOCK_SUBHEADING),
    plx_correction_new_block (1, (PlxSpan) { 0, 20 }, PLX_BLOCK_CAPTION),
    plx_correction_new_block (1, (PlxSpan) { 16, 40 }, PLX_BLOCK_BOILERPLATE),
  };
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GString) blocks = g_string_new (NULL);

  correct_all (fixture, corrections, G_N_ELEMENTS (corrections));
  article = plx_corpus_dup_article (fixture->corpus, 1, NULL);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      g_string_append_printf (blocks, "%u-%u %s; ", block->span.start, block->span.end,
                              plx_block_kind_to_string (block->kind));
    }
  g_assert_cmpstr (blocks->str, ==,
                   "0-4 caption; 4-12 subheading; 12-16 caption; 16-20 boilerplate; "
                   "20-40 boilerplate; 40-63 body; ");
}

static gboolean
has_target (Fixture    *fixture,
            gint64      id,
            const char *name)
{
  g_autoptr (PlxReading) reading = read_article (fixture, id);

  return plx_reading_find_target (reading, name) != PLX_NONE;
}

static void
test_alias (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (PlxCorrection) known = plx_correction_new_alias ("Zorbland", "Beijing");
  g_autoptr (PlxCorrection) wins = plx_correction_new_alias ("Beijing", "Capital");
  g_autoptr (PlxCorrection) undo_known = NULL, undo_wins = NULL, done = NULL, done_too = NULL;

  g_assert_true (has_target (fixture, 2, "Zorbland"));
  g_assert_true (has_target (fixture, 3, "China"));

  undo_known = correct (fixture, known);
  g_assert_true (has_target (fixture, 2, "China"));
  g_assert_false (has_target (fixture, 2, "Zorbland"));

  /* A user's alias wins over a shipped one, and one of them may stand for another. */
  undo_wins = correct (fixture, wins);
  g_assert_true (has_target (fixture, 3, "Capital"));
  g_assert_true (has_target (fixture, 2, "Capital"));

  done = correct (fixture, undo_wins);
  done_too = correct (fixture, undo_known);
  g_assert_true (has_target (fixture, 2, "Zorbland"));
  g_assert_true (has_target (fixture, 3, "China"));
}

/* How many articles have a reading in the file that is up to date, in that of the last key. */
static gint64
count_fresh (Fixture *fixture)
{
  static const char sql[] =
    "SELECT count (*) FROM readings JOIN articles ON articles.id = article_id "
    "WHERE readings.revision = articles.revision AND "
    "lexicon_id = (SELECT max (id) FROM lexicons)";
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSqliteConnection) connection =
    plx_sqlite_connection_open (fixture->path, PLX_SQLITE_READ_ONLY, 0, &error);
  gint64 n = -1;

  g_assert_no_error (error);
  plx_sqlite_connection_query_int64 (connection, sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_reads_what_it_touches (Fixture      *fixture,
                            gconstpointer data)
{
  PlxCorrection *corrections[] = {
    plx_correction_new_cue (1, (PlxSpan) { 2, 8 }, TRUE, "tone", 0, "zorbly"),
    plx_correction_new_speaker (1, (PlxSpan) { 0, 30 }, "Mara Vint"),
    plx_correction_new_block (1, (PlxSpan) { 0, 30 }, PLX_BLOCK_CAPTION),
  };

  get_source_score (fixture, "Courier", FALSE);
  g_assert_cmpint (count_fresh (fixture), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      correct_all (fixture, &corrections[i], 1);
      g_assert_cmpint (count_fresh (fixture), ==, 2);
      g_assert_cmpuint (count_evidence (fixture), ==, 2);
      get_source_score (fixture, "Courier", FALSE);
      g_assert_cmpint (count_fresh (fixture), ==, 3);
    }
}

static void
test_is_kept (Fixture      *fixture,
              gconstpointer data)
{
  PlxCorrection *corrections[] = {
    plx_correction_new_cue (1, (PlxSpan) { 13, 19 }, FALSE, "tone", -0.25, "zorbly"),
    plx_correction_new_speaker (2, (PlxSpan) { 0, 30 }, "Mara Vint"),
    plx_correction_new_block (3, (PlxSpan) { 0, 10 }, PLX_BLOCK_CAPTION),
    plx_correction_new_alias ("Zorbland", "China"),
  };
  g_autoptr (GPtrArray) list = NULL;
  double score;

  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    plx_correction_free (correct (fixture, corrections[i]));
  score = get_source_score (fixture, "Courier", FALSE);
  g_clear_object (&fixture->corpus);
  open_corpus (fixture, PLX_CORPUS_OPEN_EXISTING);
  g_assert_cmpfloat (get_source_score (fixture, "Courier", FALSE), ==, score);

  list = plx_corpus_list_corrections (fixture->corpus, NULL);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (corrections));
  for (guint i = 0; i < list->len; i++)
    {
      const PlxCorrection *listed = list->pdata[i];

      g_assert_cmpint (listed->kind, ==, corrections[i]->kind);
      g_assert_true (listed->is_set);
      g_assert_cmpint (listed->article_id, ==, corrections[i]->article_id);
      g_assert_cmpuint (listed->span.end, ==, corrections[i]->span.end);
      g_assert_cmpstr (listed->axis, ==, corrections[i]->axis);
      g_assert_cmpfloat (listed->weight, ==, corrections[i]->weight);
      g_assert_cmpint (listed->block_kind, ==, corrections[i]->block_kind);
      g_assert_cmpstr (listed->name, ==, corrections[i]->name);
      if (corrections[i]->words != NULL)
        g_assert_cmpstr (listed->words, ==, corrections[i]->words);
      else
        g_assert_true (g_str_has_prefix (stories[listed->article_id - 1].text, listed->words));
      plx_correction_free (corrections[i]);
    }
}

static void
test_no_such_article (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (PlxCorrection) correction =
    plx_correction_new_speaker (99, (PlxSpan) { 0, 1 }, "Mara Vint");
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_corpus_correct (fixture->corpus, correction, NULL, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND);
}

typedef struct
{
  GMainLoop     *loop;
  PlxCorrection *inverse;
} Waiting;

static void
on_corrected (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->inverse = plx_corpus_correct_finish (PLX_CORPUS (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PlxCorrection) correction = plx_correction_new_alias ("Zorbland", "China");
  g_autoptr (PlxCorrection) inverse = NULL;
  Waiting waiting = { loop, NULL };

  plx_corpus_correct_async (fixture->corpus, correction, NULL, on_corrected, &waiting);
  g_main_loop_run (loop);
  inverse = waiting.inverse;
  g_assert_false (inverse->is_set);
  g_assert_true (has_target (fixture, 2, "China"));
}

static void
add_test (const char   *name,
          gconstpointer data,
          void        (*func) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/corrections/", name, NULL);

  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cue_cases); i++)
    {
      g_autofree char *name = g_strconcat ("cue/", cue_cases[i].name, NULL);

      add_test (name, GUINT_TO_POINTER (i), test_cue);
    }
  add_test ("stale", NULL, test_stale);
  add_test ("other-headline", NULL, test_other_headline);
  add_test ("speaker", NULL, test_speaker);
  add_test ("block", NULL, test_block);
  add_test ("block/overlaps", NULL, test_block_overlaps);
  add_test ("alias", NULL, test_alias);
  add_test ("reads-what-it-touches", NULL, test_reads_what_it_touches);
  add_test ("is-kept", NULL, test_is_kept);
  add_test ("no-such-article", NULL, test_no_such_article);
  add_test ("async", NULL, test_async);
  return g_test_run ();
}
