/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the page share: plx-words-page.c (what is shown), -table.c (the columns),
 * -count.c (hits being counted), -actions.c (ways about the page), -edit.c (what the user changes),
 * -export.c (what is taken elsewhere). */

#include "plx-hits-view.h"
#include "plx-try-line.h"
#include "plx-words-model.h"
#include "plx-words-page.h"
#include "ui/reader/plx-reader-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* So many sources of a word are told by name. */
#define PLX_WORDS_MOST_TOLD 12

struct _PlxWordsPage
{
  GtkBox              parent_instance;

  /* template widgets */
  AdwLeaflet         *leaflet;
  GtkSearchEntry     *search_entry;
  GtkDropDown        *axis_drop_down;
  GtkDropDown        *role_drop_down;
  GtkToggleButton    *hits_button;
  GtkToggleButton    *own_button;
  GtkStack           *table_stack;
  GtkColumnView      *column_view;
  GtkLabel           *count_label;
  GtkProgressBar     *progress_bar;
  PlxTryLine         *try_line;
  GtkStack           *detail_stack;
  GtkWidget          *entry_box;
  GtkLabel           *entry_label;
  GtkLabel           *facts_label;
  GtkLabel           *note_label;
  GtkLabel           *sources_label;
  GtkButton          *toggle_button;
  PlxHitsView        *hits_view;
  PlxReaderView      *reader_view;

  /* owned */
  PlxSession         *session;
  PlxHistory         *history;
  PlxWordsModel      *model;
  GtkSliceListModel  *shown;    /* of it, as it comes into the table */
  GtkSingleSelection *selection;
  PlxLexicon         *lexicon;  /* what the table shows; NULL before there is one */
  PlxLexicon         *base;     /* the shipped one, with the user's files */
  PlxLexiconEdits    *edits;    /* NULL before there is a lexicon */
  PlxHitCounts       *counts;   /* of the lexicon; NULL while they are being counted */
  PlxLexiconLine     *selected; /* what was selected, to be found again */
  GCancellable       *counting; /* NULL if nothing is being counted */
  GCancellable       *changing; /* NULL if no change is being made */

  /* state */
  guint               fitting;     /* source of the columns' being fitted; 0: none */
  int                 table_width; /* for which the columns were last fitted */
  guint               base_serial; /* of the user's files when the base was loaded */
  gboolean            updating;
  gboolean            was_counted; /* the table shows hits, of the lexicon or of the one before */
  PlxWordsOrder       order;
  gboolean            descending;
};

/* plx-words-page.c */
/* Returns: (transfer full) (nullable) */
PlxWord *plx_words_page_dup_selected  (PlxWordsPage *self);
/* plx_words_page_set_order: what is selected stays selected */
void     plx_words_page_set_order     (PlxWordsPage *self, PlxWordsOrder order,
                                       gboolean descending);
/* plx_words_page_take_counts: @counts: (transfer full): of the lexicon that is shown */
void     plx_words_page_take_counts   (PlxWordsPage *self, PlxHitCounts *counts);

/* plx-words-count.c */
void     plx_words_page_start_counting (PlxWordsPage *self);
void     plx_words_page_stop_counting (PlxWordsPage *self);

/* plx-words-actions.c */
void     plx_words_page_install_actions (GtkWidgetClass *klass);
void     plx_words_page_focus_table   (PlxWordsPage *self);

/* plx-words-table.c */
void     plx_words_page_init_table    (PlxWordsPage *self);
/* plx_words_page_queue_fit: shows as many columns as there is room for */
void     plx_words_page_queue_fit     (PlxWordsPage *self);
/* plx_words_page_dup_sources: Returns: (transfer full): the sources with the most hits of @word, @most
 *   of them, each with how many, and how many more there are */
char    *plx_words_page_dup_sources   (PlxWordsPage *self, PlxWord *word, const char *separator,
                                       guint most);

/* plx_words_page_dup_source_hits: Returns: (transfer full): the hits of @word in each source of the
 *   session, in its order */
guint32 *plx_words_page_dup_source_hits (PlxWordsPage *self, PlxWord *word, guint *out_n);

/* plx_words_page_sort: by a column, as by a click on its head: again, in the other direction */
void     plx_words_page_sort          (PlxWordsPage *self, PlxWordsOrder order);

/* plx-words-export.c */
void     plx_words_page_update_export (PlxWordsPage *self);
void     plx_words_page_install_export (GtkWidgetClass *klass);

/* plx-words-edit.c */
void     plx_words_page_install_edit  (GtkWidgetClass *klass);
void     plx_words_page_update_edit   (PlxWordsPage *self);
/* plx_words_page_apply: makes @edits (as they are now) what differs; @name: of the step */
void     plx_words_page_apply         (PlxWordsPage *self, PlxLexiconEdits *edits,
                                       const char *name);
/* plx_words_page_dup_edits: Returns: (transfer full): a copy to be changed and applied */
PlxLexiconEdits *plx_words_page_dup_edits (PlxWordsPage *self);
void     plx_words_page_toast         (PlxWordsPage *self, const char *text, gboolean undo);

G_END_DECLS
