/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/plx-samples.h"
#include "data/plx-shipped-lexicons.h"
#include "tests/support/window.h"
#include "ui/window/plx-match.h"
#include "ui/window/plx-palette.h"

#include <string.h>

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "Daily Gull", "daily gull" },  { "  Café – Ünter  ", "cafe unter" },
    { "STRASSE Straße", "strasse strasse" }, { "tit-for-tat", "tit for tat" },
    { "embargo*", "embargo*" },      { "贸易战", "贸易战" },
    { "", "" },                      { "…!", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = plx_match_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

/* Of each row, the earlier is the better; the last does not fit at all. */
static void
test_order (void)
{
  static const char *const cases[][6] = {
    { "gull", "Gull", "Gull Weekly", "The Daily Gull", "Seagulls" , "Daily Globe" },
    { "open", "Open", "Open Corpus…", "Reopen", "Oil Pen", "Save" },
    { "dgl", "Daily Gull", "Riverside Notes" },
    { "trade war", "trade war", "The war on trade", "postwar trades", "trade" },
    { "ta", "Talks", "Peace talks", "Total ban" , "The end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *typed = plx_match_fold (cases[i][0]);
      guint last = G_MAXUINT;

      for (guint j = 1; j < 6 && cases[i][j] != NULL; j++)
        {
          g_autofree char *text = plx_match_fold (cases[i][j]);
          guint score = plx_match_score (typed, text);
          gboolean is_last = j == 5 || cases[i][j + 1] == NULL;

          g_test_message ("%s in %s: %u", cases[i][0], cases[i][j], score);
          g_assert_cmpuint (score, <, last);
          g_assert_cmpint (score == 0, ==, is_last);
          last = score;
        }
    }
  g_assert_cmpuint (plx_match_score ("", "anything"), ==, 0);
}

static PlxCorpus *
make_corpus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = plx_samples_import (&error);
  g_autoptr (PlxLexicon) lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  PlxCorpus *corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  plx_corpus_set_lexicon (corpus, lexicon);
  return corpus;
}

static PlxPaletteModel *
make_model (PlxCorpus *corpus)
{
  PlxPaletteModel *model = plx_palette_model_new (corpus);
  g_autoptr (PlxPaletteItem) action = plx_palette_item_new_action ("_Open Corpus…", "win.open", "Ctrl+O");
  g_autoptr (PlxPaletteItem) source = plx_palette_item_new_source (1, "Daily Gull", 2);

  plx_palette_model_add (model, action);
  plx_palette_model_add (model, source);
  return model;
}

static PlxPaletteItem *
find_first (PlxPaletteModel *model,
            const char      *words)
{
  plx_palette_model_set_query (model, words);
  wait_until (!plx_palette_model_is_searching (model));
  return g_list_model_get_item (plx_palette_model_get_items (model), 0);
}

static void
test_model (void)
{
  static const struct
  {
    const char     *words;
    PlxPaletteKind  kind;
    const char     *title; /* NULL: any */
  } cases[] = {
    { "open", PLX_PALETTE_ACTION, "Open Corpus…" },
    { "gull", PLX_PALETTE_SOURCE, "Daily Gull" },
    { "olive branch", PLX_PALETTE_ENTRY, "olive branch" },
    { "OLIVE bran", PLX_PALETTE_ENTRY, "olive branch" },
    { "lock keeper", PLX_PALETTE_ARTICLE, NULL },
  };
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (PlxPaletteModel) model = make_model (corpus);
  GListModel *items = plx_palette_model_get_items (model);

  /* Before anything is typed there is what was put there. */
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxPaletteItem) first = find_first (model, cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_nonnull (first);
      g_assert_cmpint (plx_palette_item_get_kind (first), ==, cases[i].kind);
      if (cases[i].title != NULL)
        g_assert_cmpstr (plx_palette_item_get_title (first), ==, cases[i].title);
    }
  g_assert_null (find_first (model, "qqxyzzy"));
  plx_palette_model_set_query (model, "");
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
}

/* The one who asks may have gone before the answer comes. */
static void
test_gone (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  PlxPaletteModel *model = make_model (corpus);
  gpointer weak = model;

  g_object_add_weak_pointer (G_OBJECT (model), &weak);
  plx_palette_model_set_query (model, "talks");
  plx_palette_model_set_query (model, "talks about");
  g_object_unref (model);
  wait_until (weak == NULL);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/palette/fold", test_fold);
  g_test_add_func ("/palette/order", test_order);
  g_test_add_func ("/palette/model", test_model);
  g_test_add_func ("/palette/gone", test_gone);
  return g_test_run ();
}
