/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/window.h"
#include "ui/evidence/plx-corrections-dialog.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/evidence/plx-marks.h"
#include "ui/evidence/plx-sentence-row.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/sources/plx-sources-page.h"
#include "ui/words/plx-entry-dialog.h"

#include <string.h>

typedef struct
{
  PlxWindow       *window;
  PlxSourcesPage  *sources;
  PlxEvidenceView *evidence;
} Fixture;

static guint
count_items (Fixture *fixture)
{
  return g_list_model_get_n_items (plx_evidence_view_get_items (fixture->evidence));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = open_sample ();
  fixture->sources =
    PLX_SOURCES_PAGE (find_widget (GTK_WIDGET (fixture->window), PLX_TYPE_SOURCES_PAGE));
  fixture->evidence =
    PLX_EVIDENCE_VIEW (find_widget (GTK_WIDGET (fixture->sources), PLX_TYPE_EVIDENCE_VIEW));
  wait_until (count_items (fixture) > 0);
  wait_until (find_widget (GTK_WIDGET (fixture->evidence), PLX_TYPE_SENTENCE_ROW) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_window (fixture->window);
}

/* What the chart says, in numbers. */
static char *
dup_chart (Fixture *fixture)
{
  PlxChart *chart = plx_sources_page_get_chart (fixture->sources);
  g_autoptr (PlxPlotTable) table = chart != NULL ? plx_chart_to_table (chart) : NULL;

  return table != NULL ? plx_plot_table_to_csv (table) : g_strdup ("");
}

static gboolean
chart_is (Fixture    *fixture,
          const char *expected)
{
  g_autofree char *now = dup_chart (fixture);

  return g_str_equal (now, expected);
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
}

/* The row of the strongest sentence of a text that has cues, with its menu made. */
static PlxSentenceRow *
open_menu (GtkWidget *row)
{
  plx_sentence_row_popup_menu (PLX_SENTENCE_ROW (row));
  return PLX_SENTENCE_ROW (row);
}

static GtkWidget *
find_row (GtkWidget *root,
          gboolean   in_text)
{
  GtkWidget *found = NULL;

  if (PLX_IS_SENTENCE_ROW (root))
    {
      PlxSentenceItem *item = plx_sentence_row_get_item (PLX_SENTENCE_ROW (root));

      return item != NULL && plx_sentence_item_is_title (item) != in_text ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, in_text);
  return found;
}

static guint
find_cue (PlxSentenceItem *item)
{
  const PlxSentenceCue *cues;
  guint n;

  cues = plx_sentence_item_get_cues (item, &n);
  for (guint i = 0; i < n; i++)
    {
      if (cues[i].axis == plx_sentence_item_get_axis (item))
        return i;
    }
  g_assert_not_reached ();
}

static guint
count_corrections (Fixture *fixture)
{
  PlxCorpus *corpus = plx_session_get_corpus (plx_window_get_session (fixture->window));
  g_autoptr (GPtrArray) list = plx_corpus_list_corrections (corpus, NULL);

  return list->len;
}

/* Waits until the chart has moved, undoes, and waits until it has come back. */
static void
check_moves_and_comes_back (Fixture    *fixture,
                            const char *before)
{
  wait_until (!chart_is (fixture, before));
  undo (fixture);
  wait_until (chart_is (fixture, before));
  g_assert_cmpuint (count_corrections (fixture), ==, 0);
}

static void
test_not_a_cue (Fixture      *fixture,
                gconstpointer data)
{
  gboolean in_text = GPOINTER_TO_INT (data);
  g_autofree char *before = dup_chart (fixture);
  PlxSentenceRow *row =
    open_menu (find_row (GTK_WIDGET (fixture->evidence), in_text));

  gtk_widget_activate_action (GTK_WIDGET (row), "correct.void", "u",
                              find_cue (plx_sentence_row_get_item (row)));
  wait_until (count_corrections (fixture) == 1);
  check_moves_and_comes_back (fixture, before);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  wait_until (!chart_is (fixture, before));
  g_assert_cmpuint (count_corrections (fixture), ==, 1);
}

static void
test_weigh (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = dup_chart (fixture);
  PlxSentenceRow *row = open_menu (find_row (GTK_WIDGET (fixture->evidence), TRUE));
  PlxSentenceItem *item = plx_sentence_row_get_item (row);
  double score = plx_sentence_item_get_score (item, plx_sentence_item_get_axis (item))->score;
  GtkWidget *dialog, *spin;

  gtk_widget_activate_action (GTK_WIDGET (row), "correct.weigh", "u", find_cue (item));
  wait_until ((dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  spin = find_widget (dialog, GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), score > 0 ? -4 : 4);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  wait_until (count_corrections (fixture) == 1);
  check_moves_and_comes_back (fixture, before);
}

static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = dup_chart (fixture);
  PlxSentenceRow *row = open_menu (find_row (GTK_WIDGET (fixture->evidence), TRUE));
  PlxEntryDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (row), "correct.entry", "u",
                              find_cue (plx_sentence_row_get_item (row)));
  wait_until (find_dialog (PLX_TYPE_ENTRY_DIALOG) != NULL);
  dialog = PLX_ENTRY_DIALOG (find_dialog (PLX_TYPE_ENTRY_DIALOG));
  plx_entry_dialog_set_field (dialog, PLX_FIELD_WEIGHT, "0.5");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.accept", NULL);
  check_moves_and_comes_back (fixture, before);
}

static void
test_block (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = dup_chart (fixture);
  PlxSentenceRow *row = open_menu (find_row (GTK_WIDGET (fixture->evidence), TRUE));

  gtk_widget_activate_action (GTK_WIDGET (row), "correct.block", "s", "boilerplate");
  wait_until (count_corrections (fixture) == 1);
  check_moves_and_comes_back (fixture, before);
}

/* With the reporter's own words alone, who says a sentence moves the chart. */
static void
test_speaker (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *whole = dup_chart (fixture);
  g_autofree char *before = NULL;
  PlxSentenceRow *row;
  GtkWidget *dialog, *entry;

  plx_session_set_reporter_only (plx_window_get_session (fixture->window), TRUE);
  wait_until (!chart_is (fixture, whole));
  before = dup_chart (fixture);
  wait_until (find_row (GTK_WIDGET (fixture->evidence), TRUE) != NULL &&
              plx_sentence_item_get_speaker (plx_sentence_row_get_item (PLX_SENTENCE_ROW (
                find_row (GTK_WIDGET (fixture->evidence), TRUE)))) == NULL);
  row = open_menu (find_row (GTK_WIDGET (fixture->evidence), TRUE));
  gtk_widget_activate_action (GTK_WIDGET (row), "correct.other-speaker", NULL);
  wait_until ((dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  entry = find_widget (dialog, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Mara Vint");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  wait_until (count_corrections (fixture) == 1);
  check_moves_and_comes_back (fixture, before);
}

/* The names that the evidence is about. */
static gboolean
is_about (Fixture    *fixture,
          const char *name)
{
  for (guint i = 0; i < count_items (fixture); i++)
    {
      g_autoptr (PlxSentenceItem) item =
        g_list_model_get_item (plx_evidence_view_get_items (fixture->evidence), i);
      const PlxSentenceCue *cues;
      guint n;

      cues = plx_sentence_item_get_cues (item, &n);
      for (guint j = 0; j < n; j++)
        {
          if (g_strcmp0 (cues[j].target, name) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_alias (Fixture      *fixture,
            gconstpointer data)
{
  PlxSentenceRow *row = open_menu (find_row (GTK_WIDGET (fixture->evidence), TRUE));
  GtkWidget *dialog, *first;

  g_assert_false (is_about (fixture, "Upper Brava"));
  gtk_widget_activate_action (GTK_WIDGET (row), "correct.alias", "s", "Kestova");
  wait_until ((dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  first = find_widget (dialog, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "Kestova");
  gtk_editable_set_text (
    GTK_EDITABLE (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (first))),
    "Upper Brava");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  wait_until (is_about (fixture, "Upper Brava"));
  undo (fixture);
  wait_until (!is_about (fixture, "Upper Brava") && count_items (fixture) > 0);
}

static void
test_dialog (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = dup_chart (fixture);
  PlxSentenceRow *row = open_menu (find_row (GTK_WIDGET (fixture->evidence), TRUE));
  PlxCorrectionsDialog *dialog;
  GtkWidget *button;
  gpointer weak;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.corrections", NULL);
  dialog = PLX_CORRECTIONS_DIALOG (find_dialog (PLX_TYPE_CORRECTIONS_DIALOG));
  wait_until (g_str_equal (plx_corrections_dialog_get_page (dialog), "empty"));

  gtk_widget_activate_action (GTK_WIDGET (row), "correct.void", "u",
                              find_cue (plx_sentence_row_get_item (row)));
  wait_until (plx_corrections_dialog_get_n (dialog) == 1);
  wait_until (!chart_is (fixture, before));
  button = find_widget (find_widget (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  wait_until (g_str_equal (plx_corrections_dialog_get_page (dialog), "empty"));
  wait_until (chart_is (fixture, before));

  /* Taking back can be undone too. */
  undo (fixture);
  wait_until (plx_corrections_dialog_get_n (dialog) == 1);
  weak = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_until (weak == NULL);
}

static void
test_group (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *items = plx_evidence_view_get_items (fixture->evidence);
  GtkWidget *button = NULL;
  guint n = count_items (fixture);
  const char *last = "";

  for (GtkWidget *child = find_widget (GTK_WIDGET (fixture->evidence), GTK_TYPE_DROP_DOWN);
       child != NULL && button == NULL; child = gtk_widget_get_next_sibling (child))
    button = GTK_IS_TOGGLE_BUTTON (child) ? child : NULL;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  wait_until (count_items (fixture) == n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSentenceItem) item = g_list_model_get_item (items, i);
      const char *source = plx_sentence_item_get_source (item);

      g_assert_cmpint (g_utf8_collate (last, source), <=, 0);
      g_assert_cmpint (plx_sentence_item_get_heading (item) != NULL, ==,
                       !g_str_equal (source, last));
      last = source;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  wait_until (count_items (fixture) == n);
}

/* A score is as dark as the palette says: its contrast was measured without the text's alpha. */
static void
test_score_is_opaque (void)
{
  GtkLabel *label = GTK_LABEL (g_object_ref_sink (gtk_label_new (NULL)));
  PangoAttrIterator *iter;
  PangoAttribute *alpha, *color;

  plx_marks_show_score (label, -0.5);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "−0.50");
  iter = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  alpha = pango_attr_iterator_get (iter, PANGO_ATTR_FOREGROUND_ALPHA);
  color = pango_attr_iterator_get (iter, PANGO_ATTR_FOREGROUND);
  g_assert_true (color != NULL && alpha != NULL);
  g_assert_cmpuint (((PangoAttrInt *) alpha)->value, ==, G_MAXUINT16);
  pango_attr_iterator_destroy (iter);
  g_object_unref (label);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char    *path;
    gconstpointer  data;
    void         (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/correcting/not-a-cue/text", GINT_TO_POINTER (TRUE), test_not_a_cue },
    { "/correcting/not-a-cue/title", GINT_TO_POINTER (FALSE), test_not_a_cue },
    { "/correcting/weigh", NULL, test_weigh },
    { "/correcting/entry", NULL, test_entry },
    { "/correcting/block", NULL, test_block },
    { "/correcting/speaker", NULL, test_speaker },
    { "/correcting/alias", NULL, test_alias },
    { "/correcting/dialog", NULL, test_dialog },
    { "/correcting/group", NULL, test_group },
  };
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].func, tear_down);
  g_test_add_func ("/correcting/score-is-opaque", test_score_is_opaque);
  return g_test_run ();
}
