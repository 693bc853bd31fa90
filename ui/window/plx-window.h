/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The main window: one corpus, from the welcome page to the exported chart. */

#include <adwaita.h>

#include "ui/session/plx-session.h"
#include "ui/sources/plx-sources-page.h"
#include "ui/words/plx-words-page.h"

#include "data/corpus/plx-corrections.h"

G_BEGIN_DECLS

#define PLX_TYPE_WINDOW (plx_window_get_type ())
G_DECLARE_FINAL_TYPE (PlxWindow, plx_window, PLX, WINDOW, AdwApplicationWindow)

GtkWidget  *plx_window_new         (GtkApplication *application);

/* plx_window_get_session: Returns: (transfer none): what it shows */
PlxSession *plx_window_get_session (PlxWindow *self);

/* plx_window_is_free: whether it shows the welcome page, so that a corpus may be opened in it */
gboolean    plx_window_is_free     (PlxWindow *self);

/* plx_window_find: Returns: (transfer none) (nullable): the window of @application that shows the
 * corpus @file or is about to
 * @application: (nullable) */
PlxWindow  *plx_window_find        (GtkApplication *application, GFile *file);

/* plx_window_open_corpus: opens a corpus file in this window, in place of what it shows; if another
 * window shows it, that one comes to the front instead */
void        plx_window_open_corpus (PlxWindow *self, GFile *file);

/* plx_window_restore_corpus: opens the corpus of the last time; where it has gone a passing word
 * says so */
void        plx_window_restore_corpus (PlxWindow *self, const char *path);

/* plx_window_reload_lexicon: reads the corpus with the lexicons as they are now, as after
 * plx_user_lexicons_set() */
void        plx_window_reload_lexicon (PlxWindow *self);

/* plx_window_open_sample: opens the sample story in this window */
void        plx_window_open_sample (PlxWindow *self);

/* plx_window_add_files: (element-type GFile): imports articles into the window's corpus, or into a
 * new one */
void        plx_window_add_files   (PlxWindow *self, GPtrArray *files);

/* plx_window_save_copy: begins to write a full copy of the corpus that is open; from when it is there
 * on, it is what is open. What is at @file is replaced. Not while articles are imported or a report is
 * written */
void        plx_window_save_copy    (PlxWindow *self, GFile *file);
/* plx_window_export_chart: writes the chart; the ending of the file's name says in which format */
void        plx_window_export_chart (PlxWindow *self, GFile *file);

/* plx_window_export_table: writes the table that is looked at, or that of the chart, as CSV */
void        plx_window_export_table (PlxWindow *self, GFile *file);

/* plx_window_print: prints what is on the screen. @path: (nullable): into a PDF file, without asking */
void        plx_window_print        (PlxWindow *self, const char *path);

/* plx_window_get_page: Returns: "welcome", "loading", "error" or "ready" */
const char *plx_window_get_page    (PlxWindow *self);

/* plx_window_get_view: Returns: which page shows the corpus: "sources", "compare", "words" */
const char *plx_window_get_view    (PlxWindow *self);

/* plx_window_get_sources_page: Returns: (transfer none) */
PlxSourcesPage *plx_window_get_sources_page (PlxWindow *self);

/* plx_window_get_words_page: Returns: (transfer none) */
PlxWordsPage *plx_window_get_words_page (PlxWindow *self);

G_END_DECLS
