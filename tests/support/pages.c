/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/pages.h"

#include "app/plx-about.h"
#include "app/plx-preferences.h"
#include "tests/support/window.h"
#include "ui/compare/plx-claim-cell-view.h"
#include "ui/compare/plx-compare-page.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/evidence/plx-sentence-row.h"
#include "ui/plx-ui.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/sources/plx-filter-bar.h"
#include "ui/sources/plx-source-sidebar.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-table-view.h"
#include "ui/window/plx-tour.h"
#include "ui/words/plx-try-line.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

/* Nothing has come in for so long: nothing more will. */
#define QUIET (60 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE (90 * G_TIME_SPAN_SECOND)

static const PagesVariant variants[] = {
  { "light", 1180, 760, NULL, 0, FALSE, FALSE, FALSE },
  { "dark", 1180, 760, NULL, 0, FALSE, TRUE, FALSE },
  { "contrast", 1180, 760, NULL, 0, FALSE, FALSE, TRUE },
  { "contrast-dark", 1180, 760, NULL, 0, FALSE, TRUE, TRUE },
  { "narrow", 360, 720, NULL, 0, FALSE, FALSE, FALSE },
  { "half", 720, 760, NULL, 0, FALSE, FALSE, FALSE },
  { "wide", 3840, 2160, NULL, 0, FALSE, FALSE, FALSE },
  { "german", 1180, 760, "de", 0, FALSE, FALSE, FALSE },
  { "german-narrow", 360, 720, "de", 0, FALSE, FALSE, FALSE },
  { "long", 1180, 760, "eo", 0, FALSE, FALSE, FALSE },
  { "long-narrow", 360, 720, "eo", 0, FALSE, FALSE, FALSE },
  { "rtl", 1180, 760, "he", 0, TRUE, FALSE, FALSE },
  { "rtl-narrow", 360, 720, "he", 0, TRUE, FALSE, FALSE },
  { "large", 1180, 760, NULL, 1.5, FALSE, FALSE, FALSE },
  { "larger", 1180, 760, NULL, 2, FALSE, FALSE, FALSE },
  { "large-narrow", 360, 720, NULL, 1.5, FALSE, FALSE, FALSE },
};

const PagesVariant *
pages_get_variants (guint *out_n)
{
  *out_n = G_N_ELEMENTS (variants);
  return variants;
}

const PagesVariant *
pages_find_variant (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      if (g_str_equal (variants[i].name, name))
        return &variants[i];
    }
  return NULL;
}

static void
add_style (GdkDisplay *display,
           const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* An application does this by itself. */
static void
load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  add_style (display, "/io/github/parallax_app/Parallax/style.css");
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    add_style (display, "/io/github/parallax_app/Parallax/style-hc.css");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/parallax_app/Parallax/icons");
}

void
pages_init (const PagesVariant *variant)
{
  const char *locale_dir = g_getenv ("PLX_LOCALE_DIR");

  if (variant->language != NULL)
    {
      g_setenv ("LANGUAGE", variant->language, TRUE);
      bindtextdomain (GETTEXT_PACKAGE, locale_dir);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  setlocale (LC_ALL, "");
  if (variant->contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  if (variant->dark)
    g_setenv ("ADW_DEBUG_COLOR_SCHEME", "prefer-dark", TRUE);
  gtk_init ();
  adw_init ();
  gtk_widget_set_default_direction (variant->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (variant->text > 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * variant->text),
                  NULL);
  plx_ui_init ();
  load_style ();
}

static GtkWidget *
find_id (GtkWidget  *root,
         const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0 &&
      gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_id (child, id);
  return found;
}

static gboolean
is_busy (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_SPINNER (root) && gtk_spinner_get_spinning (GTK_SPINNER (root)))
    return TRUE;
  if (GTK_IS_PROGRESS_BAR (root))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_busy (child))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_any_busy (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window) && gtk_widget_get_width (window) == 0)
        return TRUE;
      if (is_busy (window))
        return TRUE;
    }
  return FALSE;
}

/* Runs the main loop until it has had nothing to do for a while; something that moves may keep it
 * from that for a second. */
static void
run_until_quiet (void)
{
  gint64 now = g_get_monotonic_time ();
  gint64 deadline = now + G_TIME_SPAN_SECOND;

  for (gint64 last = now; now < last + QUIET && now < deadline; now = g_get_monotonic_time ())
    {
      if (g_main_context_iteration (NULL, FALSE))
        last = g_get_monotonic_time ();
      else
        g_usleep (500);
    }
}

/* How many rows the lists show: of long ones more come in with every frame. */
static guint
count_rows (GtkWidget *root)
{
  GtkSelectionModel *rows = GTK_IS_LIST_VIEW (root)     ? gtk_list_view_get_model (GTK_LIST_VIEW (root))
                            : GTK_IS_COLUMN_VIEW (root) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (root))
                                                        : NULL;
  guint n = rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (rows)) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); rows == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_mapped (child))
        n += count_rows (child);
    }
  return n;
}

static guint
count_all_rows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n += count_rows (window);
    }
  return n;
}

void
pages_settle (void)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  guint before, n = count_all_rows ();

  do
    {
      before = n;
      run_until_quiet ();
      n = count_all_rows ();
    }
  while ((is_any_busy () || n != before) && g_get_monotonic_time () < deadline);
}

GtkWidget *
pages_get_top (PlxWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != GTK_WIDGET (window) && gtk_widget_get_mapped (other))
        return other;
    }
  return GTK_WIDGET (window);
}

static void
close_popovers (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        gtk_popover_popdown (GTK_POPOVER (child));
      else
        close_popovers (child);
    }
}

static void
close_dialogs (PlxWindow *window)
{
  GtkWidget *top;

  while ((top = pages_get_top (window)) != GTK_WIDGET (window))
    gtk_window_destroy (GTK_WINDOW (top));
  close_popovers (GTK_WIDGET (window));
}

static void
do_action (gpointer    widget,
           const char *name,
           const char *parameter)
{
  if (parameter != NULL)
    gtk_widget_activate_action (widget, name, "s", parameter);
  else
    gtk_widget_activate_action (widget, name, NULL);
  pages_settle ();
}

/* The pages. Each finds the window with its sources page, the scores, and all evidence. */

static gboolean
show_nothing_more (PlxWindow *window)
{
  return TRUE;
}

static gboolean
show_kind (PlxWindow  *window,
           const char *kind)
{
  PlxSourcesPage *page = plx_window_get_sources_page (window);
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  PlxChart *chart;

  if (g_list_model_get_n_items (plx_session_get_sources (plx_window_get_session (window))) == 0)
    return FALSE;

  /* One that needs all articles comes when it is made. */
  do
    do_action (window, "win.show-chart", kind);
  while (((chart = plx_sources_page_get_chart (page)) == NULL ||
          !g_str_equal (plx_chart_get_kind (chart), kind)) &&
         g_get_monotonic_time () < deadline);
  return TRUE;
}

static gboolean
show_map (PlxWindow *window)
{
  return show_kind (window, "map");
}

static gboolean
show_flow (PlxWindow *window)
{
  return show_kind (window, "flow");
}

static gboolean
show_timeline (PlxWindow *window)
{
  return show_kind (window, "timeline");
}

static gboolean
show_voices (PlxWindow *window)
{
  return show_kind (window, "voices");
}

static gboolean
show_table (PlxWindow *window)
{
  do_action (window, "win.toggle-table", NULL);
  return TRUE;
}

static gboolean
show_sidebar (PlxWindow *window)
{
  g_object_set (plx_window_get_sources_page (window), "show-sidebar", TRUE, NULL);
  pages_settle ();
  return TRUE;
}

/* A mark is chosen, and what it says is read. */
static gboolean
show_mark (PlxWindow *window)
{
  GtkWidget *chart = find_mapped (GTK_WIDGET (window), PLX_TYPE_CHART_VIEW);

  if (chart == NULL)
    return FALSE;
  gtk_widget_grab_focus (chart);
  do_action (chart, "chart.first", NULL);
  do_action (chart, "chart.down", NULL);
  do_action (chart, "chart.select", NULL);
  return TRUE;
}

static gint64
get_source (PlxWindow *window,
            guint      position)
{
  GListModel *sources = plx_session_get_sources (plx_window_get_session (window));
  g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, position);

  return item != NULL ? plx_source_item_get_id (item) : 0;
}

/* The evidence of a source, which in a narrow window takes the place of the chart. */
static GtkWidget *
show_sentence (PlxWindow *window)
{
  GtkWidget *chart = find_mapped (GTK_WIDGET (window), PLX_TYPE_CHART_VIEW);

  plx_sources_page_select_source (plx_window_get_sources_page (window), get_source (window, 0));
  pages_settle ();
  if (find_mapped (GTK_WIDGET (window), PLX_TYPE_EVIDENCE_VIEW) == NULL && chart != NULL)
    {
      do_action (chart, "chart.first", NULL);
      do_action (chart, "chart.activate", NULL);
    }
  return find_mapped (GTK_WIDGET (window), PLX_TYPE_SENTENCE_ROW);
}

static gboolean
show_evidence (PlxWindow *window)
{
  return show_sentence (window) != NULL;
}

static gboolean
show_why (PlxWindow *window)
{
  GtkWidget *row = show_sentence (window);

  if (row == NULL)
    return FALSE;
  plx_sentence_item_set_expanded (plx_sentence_row_get_item (PLX_SENTENCE_ROW (row)), TRUE);
  pages_settle ();
  return TRUE;
}

static gboolean
show_correct_menu (PlxWindow *window)
{
  GtkWidget *row = show_sentence (window);

  if (row == NULL)
    return FALSE;
  plx_sentence_row_popup_menu (PLX_SENTENCE_ROW (row));
  pages_settle ();
  return TRUE;
}

static gboolean
show_corrections (PlxWindow *window)
{
  GtkWidget *row = show_sentence (window);

  if (row != NULL)
    {
      plx_sentence_row_popup_menu (PLX_SENTENCE_ROW (row));
      pages_settle ();
      gtk_widget_activate_action (row, "correct.void", "u", 0);
      close_popovers (GTK_WIDGET (window));
      pages_settle ();
    }
  do_action (window, "win.corrections", NULL);
  return TRUE;
}

/* A small question that a correction asks. */
static gboolean
show_question (PlxWindow  *window,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GVariant) sunk = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  GtkWidget *row = show_sentence (window);

  if (row == NULL)
    return FALSE;
  plx_sentence_row_popup_menu (PLX_SENTENCE_ROW (row));
  gtk_widget_activate_action_variant (row, action, sunk);
  close_popovers (GTK_WIDGET (window));
  pages_settle ();
  return TRUE;
}

static gboolean
show_weight (PlxWindow *window)
{
  return show_question (window, "correct.weigh", g_variant_new_uint32 (0));
}

static gboolean
show_speaker (PlxWindow *window)
{
  return show_question (window, "correct.other-speaker", NULL);
}

static gboolean
show_alias (PlxWindow *window)
{
  return show_question (window, "correct.alias", g_variant_new_string (""));
}

static gboolean
show_reader (PlxWindow *window)
{
  GtkWidget *row = show_sentence (window);

  if (row == NULL)
    return FALSE;
  g_signal_emit_by_name (find_mapped (GTK_WIDGET (window), PLX_TYPE_EVIDENCE_VIEW), "activated",
                         plx_sentence_row_get_item (PLX_SENTENCE_ROW (row)));
  pages_settle ();
  return TRUE;
}

static gboolean
show_reader_why (PlxWindow *window)
{
  GtkWidget *reader;

  if (!show_reader (window))
    return FALSE;
  reader = find_mapped (GTK_WIDGET (window), PLX_TYPE_READER_VIEW);
  do_action (reader, "reader.next-cue", NULL);
  do_action (reader, "reader.explain", NULL);
  return TRUE;
}

static gboolean
show_reader_find (PlxWindow *window)
{
  GtkWidget *entry;

  if (!show_reader (window))
    return FALSE;
  do_action (find_mapped (GTK_WIDGET (window), PLX_TYPE_READER_VIEW), "reader.find", NULL);
  entry = find_id (GTK_WIDGET (window), "find_entry");
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), "the");
  pages_settle ();
  return TRUE;
}

static gboolean
show_nothing_found (PlxWindow *window)
{
  plx_session_set_search (plx_window_get_session (window), "qqxyzzy");
  pages_settle ();
  return TRUE;
}

static gboolean
pop_up (GtkWidget *button)
{
  if (button == NULL)
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  pages_settle ();
  return TRUE;
}

static gboolean
show_filter (PlxWindow *window)
{
  GtkWidget *bar = find_mapped (GTK_WIDGET (window), PLX_TYPE_FILTER_BAR);

  return bar != NULL && pop_up (find_mapped (bar, GTK_TYPE_MENU_BUTTON));
}

static gboolean
show_axis (PlxWindow *window)
{
  plx_session_set_axis (plx_window_get_session (window), 1);
  pages_settle ();
  return TRUE;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *icon)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, icon);
  return found;
}

static gboolean
show_menu (PlxWindow *window)
{
  return pop_up (find_button (GTK_WIDGET (window), "open-menu-symbolic"));
}

static gboolean
show_add_menu (PlxWindow *window)
{
  return pop_up (find_button (GTK_WIDGET (window), "list-add-symbolic"));
}

static gboolean
show_export_menu (PlxWindow *window)
{
  return pop_up (find_button (GTK_WIDGET (window), "document-save-symbolic"));
}

static GtkWidget *
show_compare (PlxWindow  *window,
              const char *view)
{
  GtkWidget *page;

  do_action (window, "win.show-view", "compare");
  page = find_mapped (GTK_WIDGET (window), PLX_TYPE_COMPARE_PAGE);
  if (page == NULL)
    return NULL;
  plx_compare_page_show (PLX_COMPARE_PAGE (page), view);
  pages_settle ();
  return page;
}

static gboolean
show_claims (PlxWindow *window)
{
  return show_compare (window, "claims") != NULL;
}

static gboolean
show_claim (PlxWindow *window)
{
  GtkWidget *page = show_compare (window, "claims");
  GtkWidget *cell = page != NULL ? find_mapped (page, PLX_TYPE_CLAIM_CELL_VIEW) : NULL;

  if (cell == NULL)
    return FALSE;
  g_signal_emit_by_name (cell, "toggled");
  pages_settle ();
  return TRUE;
}

static gboolean
show_claims_key (PlxWindow *window)
{
  show_compare (window, "claims");
  return pop_up (find_id (GTK_WIDGET (window), "key_button"));
}

static gboolean
show_only (PlxWindow *window)
{
  return show_compare (window, "only") != NULL;
}

static gboolean
show_shift (PlxWindow *window)
{
  return show_compare (window, "words") != NULL;
}

static gboolean
show_words (PlxWindow *window)
{
  do_action (window, "win.show-view", "words");
  return TRUE;
}

static gboolean
show_tried (PlxWindow *window)
{
  GtkWidget *line;

  show_words (window);
  line = find_mapped (GTK_WIDGET (window), PLX_TYPE_TRY_LINE);
  if (line == NULL)
    return FALSE;
  plx_try_line_set_text (PLX_TRY_LINE (line), "The minister hailed a thaw but halted the talks.");
  pages_settle ();
  return TRUE;
}

/* The entry with the most hits. */
static gboolean
show_hits (PlxWindow *window)
{
  show_words (window);
  plx_words_page_select (plx_window_get_words_page (window), 0);
  pages_settle ();
  return TRUE;
}

static gboolean
show_entry_dialog (PlxWindow *window)
{
  show_hits (window);
  do_action (plx_window_get_words_page (window), "words.edit", NULL);
  return TRUE;
}

static gboolean
show_new_entry_dialog (PlxWindow *window)
{
  show_words (window);
  do_action (plx_window_get_words_page (window), "words.add", NULL);
  return TRUE;
}

/* A change is written on another thread, and nothing in sight says so. */
static void
wait_for_edits (PlxCorpus *corpus)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  g_autofree char *edits = NULL;

  do
    {
      pages_settle ();
      g_free (edits);
      edits = plx_corpus_dup_lexicon_edits (corpus, NULL);
    }
  while ((edits == NULL || *edits == '\0') && g_get_monotonic_time () < deadline);
}

static gboolean
show_differences (PlxWindow *window)
{
  show_hits (window);
  do_action (plx_window_get_words_page (window), "words.toggle", NULL);
  wait_for_edits (plx_session_get_corpus (plx_window_get_session (window)));
  do_action (plx_window_get_words_page (window), "words.differences", NULL);
  return TRUE;
}

static gboolean
show_report (PlxWindow *window)
{
  do_action (window, "win.export-report", NULL);
  return TRUE;
}

static gboolean
show_preview (PlxWindow *window)
{
  do_action (window, "win.print-preview", NULL);
  return TRUE;
}

static gboolean
show_preview_larger (PlxWindow *window)
{
  show_preview (window);
  do_action (pages_get_top (window), "preview.larger", NULL);
  return TRUE;
}

static gboolean
show_palette (PlxWindow *window)
{
  do_action (window, "win.go", NULL);
  return TRUE;
}

static gboolean
show_palette_typed (PlxWindow *window)
{
  GtkWidget *text;

  do_action (window, "win.go", NULL);
  text = find_mapped (pages_get_top (window), GTK_TYPE_TEXT);
  gtk_editable_set_text (GTK_EDITABLE (text), "co");
  pages_settle ();
  return TRUE;
}

static gboolean
show_details (PlxWindow *window)
{
  PlxCorpus *corpus = plx_session_get_corpus (plx_window_get_session (window));
  g_autoptr (GPtrArray) articles = plx_corpus_list_articles (corpus, 0, NULL, NULL);

  if (articles == NULL || articles->len == 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.details", "x",
                              ((const PlxArticleInfo *) articles->pdata[0])->id);
  pages_settle ();
  return TRUE;
}

static gboolean
show_paste (PlxWindow *window)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "Port Workers Reject Offer\n\nThe union turned down a pay offer on Monday.\n");
  do_action (window, "win.paste", NULL);
  return TRUE;
}

static gboolean
show_tour (PlxWindow *window)
{
  do_action (window, "win.tour", NULL);
  return TRUE;
}

static gboolean
show_tour_next (PlxWindow *window)
{
  GtkWidget *tour;

  do_action (window, "win.tour", NULL);
  tour = find_mapped (GTK_WIDGET (window), PLX_TYPE_TOUR);
  for (guint i = 0; i < 2 && tour != NULL; i++)
    do_action (tour, "tour.next", NULL);
  return TRUE;
}

/* The keys, as the application shows them. */
static gboolean
show_shortcuts (PlxWindow *window)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/parallax_app/Parallax/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (window));
  gtk_window_present (overlay);
  pages_settle ();
  return TRUE;
}

static gboolean
show_preferences (PlxWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.parallax_app.Parallax");
  GtkWidget *preferences = plx_preferences_new (settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (window));
  g_object_set_data_full (G_OBJECT (preferences), "settings", g_steal_pointer (&settings),
                          g_object_unref);
  gtk_window_present (GTK_WINDOW (preferences));
  pages_settle ();
  return TRUE;
}

static gboolean
show_about (PlxWindow *window)
{
  plx_about_show (GTK_WINDOW (window));
  pages_settle ();
  return TRUE;
}

static gboolean
show_rename (PlxWindow *window)
{
  GtkWidget *sidebar;

  show_sidebar (window);
  plx_sources_page_select_source (plx_window_get_sources_page (window), get_source (window, 0));
  pages_settle ();
  sidebar = find_mapped (GTK_WIDGET (window), PLX_TYPE_SOURCE_SIDEBAR);
  if (sidebar == NULL)
    return FALSE;
  do_action (sidebar, "sidebar.rename", NULL);
  return TRUE;
}

/* A file that is no article comes in: what went wrong is said. */
static gboolean
show_toast (PlxWindow *window)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "plx-pages-empty.html", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_file_set_contents (path, "<html></html>", -1, NULL);
  g_ptr_array_add (files, g_file_new_for_path (path));
  plx_window_add_files (window, files);
  pages_settle ();
  g_remove (path);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean  (*show) (PlxWindow *window);
} pages[] = {
  { "sources", show_nothing_more },
  { "sidebar", show_sidebar },
  { "mark", show_mark },
  { "map", show_map },
  { "flow", show_flow },
  { "timeline", show_timeline },
  { "voices", show_voices },
  { "table", show_table },
  { "evidence", show_evidence },
  { "why", show_why },
  { "correct-menu", show_correct_menu },
  { "weight-dialog", show_weight },
  { "speaker-dialog", show_speaker },
  { "alias-dialog", show_alias },
  { "rename-dialog", show_rename },
  { "reader", show_reader },
  { "reader-why", show_reader_why },
  { "reader-find", show_reader_find },
  { "nothing-found", show_nothing_found },
  { "filter", show_filter },
  { "axis", show_axis },
  { "menu", show_menu },
  { "add-menu", show_add_menu },
  { "export-menu", show_export_menu },
  { "compare-claims", show_claims },
  { "compare-claim", show_claim },
  { "compare-key", show_claims_key },
  { "compare-only", show_only },
  { "compare-words", show_shift },
  { "words", show_words },
  { "words-tried", show_tried },
  { "words-hits", show_hits },
  { "entry-dialog", show_entry_dialog },
  { "new-entry-dialog", show_new_entry_dialog },
  { "differences-dialog", show_differences },
  { "report-dialog", show_report },
  { "print-preview", show_preview },
  { "print-preview-larger", show_preview_larger },
  { "palette", show_palette },
  { "palette-typed", show_palette_typed },
  { "details-dialog", show_details },
  { "paste-dialog", show_paste },
  { "preferences", show_preferences },
  { "shortcuts", show_shortcuts },
  { "about", show_about },
  { "tour", show_tour },
  { "tour-next", show_tour_next },
  { "corrections-dialog", show_corrections },
  { "toast", show_toast },
};

const char **
pages_get_names (void)
{
  static const char *names[G_N_ELEMENTS (pages) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    names[i] = pages[i].name;
  return names;
}

PlxWindow *
pages_open (const PagesVariant *variant)
{
  PlxWindow *window = PLX_WINDOW (plx_window_new (NULL));

  gtk_window_set_default_size (GTK_WINDOW (window), variant->width, variant->height);
  gtk_window_present (GTK_WINDOW (window));
  pages_settle ();
  return window;
}

void
pages_fill (PlxWindow  *window,
            const char *corpus)
{
  g_autoptr (GFile) file = corpus != NULL ? g_file_new_for_path (corpus) : NULL;

  if (file != NULL && g_str_has_suffix (corpus, ".parallax"))
    plx_window_open_corpus (window, file);
  else if (file != NULL)
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (files, g_steal_pointer (&file));
      plx_window_add_files (window, files);
    }
  else
    plx_window_open_sample (window);
  pages_settle ();
}

static void
go_home (PlxWindow *window)
{
  GtkWidget *reader, *tour;

  close_dialogs (window);
  tour = find_mapped (GTK_WIDGET (window), PLX_TYPE_TOUR);
  if (tour != NULL)
    do_action (tour, "tour.skip", NULL);
  do_action (window, "win.show-view", "sources");
  reader = find_mapped (GTK_WIDGET (window), PLX_TYPE_READER_VIEW);
  if (reader != NULL)
    do_action (reader, "reader.close", NULL);
  plx_session_set_filter (plx_window_get_session (window), NULL);
  plx_session_set_axis (plx_window_get_session (window), PLX_AXIS_ALL);
  plx_sources_page_select_source (plx_window_get_sources_page (window), 0);
  gtk_widget_activate_action (GTK_WIDGET (plx_window_get_sources_page (window)), "sources.back",
                              NULL);
  do_action (window, "win.show-chart", "framing");
  if (find_mapped (GTK_WIDGET (plx_window_get_sources_page (window)), PLX_TYPE_TABLE_VIEW) != NULL)
    do_action (window, "win.toggle-table", NULL);
}

gboolean
pages_show (PlxWindow  *window,
            const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (!g_str_equal (pages[i].name, name))
        continue;
      go_home (window);
      return pages[i].show (window);
    }
  g_error ("there is no page %s", name);
}

void
pages_close (PlxWindow *window)
{
  close_dialogs (window);
  gtk_window_destroy (GTK_WINDOW (window));
  pages_settle ();
}
