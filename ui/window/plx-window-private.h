/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the window share: plx-window.c (what is shown), -open.c (which corpus), -actions.c
 * (what can be chosen), -import.c (how articles come in) and more, each with its calls below. */

#include "plx-tour.h"
#include "plx-window.h"
#include "ui/compare/plx-compare-page.h"
#include "ui/evidence/plx-corrector.h"
#include "ui/report/plx-report-choices.h"
#include "ui/report/plx-sheets.h"
#include "ui/session/plx-history.h"
#include "ui/sources/plx-sources-page.h"
#include "ui/words/plx-words-page.h"

G_BEGIN_DECLS

struct _PlxWindow
{
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwToastOverlay     *toast_overlay;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar  *switcher_bar;
  AdwViewStack        *view_stack;
  GtkToggleButton     *sidebar_button;
  GtkWidget           *search_button;
  GtkMenuButton       *add_button;
  GtkMenuButton       *export_button;
  GtkMenuButton       *menu_button;
  GtkRevealer         *progress_revealer;
  GtkProgressBar      *progress_bar;
  GtkLabel            *progress_label;
  GtkStack            *stack;
  AdwStatusPage       *welcome_page;
  GtkWidget           *begin_box;   /* what a window offers that has no corpus */
  AdwStatusPage       *error_page;
  GtkWidget           *recover_button;
  GtkWidget           *retry_button;
  AdwBin              *spinner_bin;
  GtkBox              *recent_box;
  AdwBin              *sources_bin;
  AdwBin              *compare_bin;
  AdwBin              *words_bin;
  GMenuModel          *add_menu;
  GMenuModel          *export_menu;
  GMenuModel          *primary_menu;
  GMenu               *undo_section;

  /* owned */
  PlxSession          *session;
  PlxHistory          *history;
  GCancellable        *opening;   /* NULL if no corpus is being opened */
  char                *opening_path; /* of the file that is, or was last, being opened */
  GError              *open_error; /* why that could not be; NULL: it could */
  GCancellable        *importing; /* NULL if no articles come in and no report goes out */
  GPtrArray           *waiting;   /* of GFile: to be added once the corpus is there */
  GPtrArray           *refused;   /* of PlxImportFailure: the files of the last import; NULL: none */
  GPtrArray           *waiting_articles; /* of PlxArticle, likewise */
  char                *damaged;   /* path of the corpus that could not be opened; NULL: none */
  GVariant            *report;    /* what was last wanted in one; NULL: nothing yet */
  PlxReportChoices    *report_choices; /* of the one whose file is being chosen */
  GVariant            *state;     /* how the corpus was looked at, until that is brought back */

  /* borrowed: each NULL until it is first looked at; see plx_window_get_sources_page() */
  PlxSourcesPage      *sources_page;
  PlxComparePage      *compare_page;
  PlxWordsPage        *words_page;

  /* state */
  PlxTour             *tour;         /* borrowed: a child of the window; NULL until it is taken */
  gboolean             tour_is_due;  /* as soon as there is something to point at */
  gboolean             is_restoring; /* what is being opened, or was last, nobody asked for */
  gboolean             closing; /* the user has confirmed that work may be lost */
  guint                update_id;
  char                *chart_kind;   /* for the page of the sources, once that is there */
  guint                pages_id;     /* they are about to be made */
  gulong               painted_id;
  gboolean             has_painted;  /* the window has been on the screen */
  guint                open_id;      /* a corpus is to be opened after the first frame */
  int                  open_kind;    /* what is being opened: a PlxOpenKind */
};

/* plx-window.c */
void plx_window_toast          (PlxWindow *self, const char *text);
void plx_window_toast_undo     (PlxWindow *self, const char *text);
/* plx_window_toast_action: with a button that does @action */
void plx_window_toast_action   (PlxWindow *self, const char *text, const char *label,
                                const char *action);
void plx_window_toast_error    (PlxWindow *self, const char *what, const GError *error);
/* plx_window_show_progress: on the bar of the window; a PlxProgressFunc */
void plx_window_show_progress  (guint done, guint total, gpointer window);
void plx_window_update         (PlxWindow *self);
/* plx_window_fill_recent: once: reads the list of what was open before */
void plx_window_fill_recent    (PlxWindow *self);
/* plx_window_queue_update: plx_window_update(), when nothing else is under way */
void plx_window_queue_update   (PlxWindow *self);

/* plx-window-save.c */
/* plx_window_choose_copy: asks where to, then plx_window_save_copy() */
void plx_window_choose_copy    (PlxWindow *self);
/* plx_window_save_and_close: the same, and closes the window when the copy is there */
void plx_window_save_and_close (PlxWindow *self);
/* plx_window_save: the same, if the corpus has no file yet; if it has one all is in it already, which
 * is said */
void plx_window_save           (PlxWindow *self);

/* plx-window-open.c */
void plx_window_start_open     (PlxWindow *self, int kind, const char *path);
void plx_window_open_now       (PlxWindow *self);
/* plx_window_note_damage: where @error says that the file is damaged, what of it can be read can be
 * saved */
void plx_window_note_damage    (PlxWindow *self, const GError *error);

/* plx-window-pages.c */
/* plx_window_get_compare_page: Returns: (transfer none): made when it is first asked for */
PlxComparePage *plx_window_get_compare_page (PlxWindow *self);
/* plx_window_ensure_view: the page that is in front is there */
void plx_window_ensure_view     (PlxWindow *self);
/* plx_window_prepare_pages: has the page of the sources made while nothing else is to be done */
void plx_window_prepare_pages   (PlxWindow *self);
void plx_window_drop_pages      (PlxWindow *self);
/* plx_window_queue_open: calls plx_window_open_now() once the window is on the screen */
void plx_window_queue_open      (PlxWindow *self);
/* plx_window_await_frame: from when the window is mapped */
void plx_window_await_frame     (PlxWindow *self);

/* plx-window-actions.c */
void plx_window_install_actions (GtkWidgetClass *klass);
void plx_window_update_actions  (PlxWindow *self);
void plx_window_update_history  (PlxWindow *self);
/* plx_window_dup_undo_label: Returns: (transfer full) (nullable): for a menu; NULL if there is no
 * step to undo (else: to redo) */
char *plx_window_dup_undo_label (PlxWindow *self, gboolean undo);

/* plx-window-export.c */
void plx_window_choose_chart_file (PlxWindow *self, const char *format);
void plx_window_choose_table_file (PlxWindow *self);
void plx_window_copy_chart        (PlxWindow *self);
void plx_window_copy_table        (PlxWindow *self);

/* plx-window-go.c */
void plx_window_go              (PlxWindow *self);
void plx_window_take_tour       (PlxWindow *self);

/* plx-window-correct.c */
void plx_window_corrector_init (PlxCorrectorInterface *iface);

/* plx-window-edit.c */
void plx_window_remove         (PlxWindow *self, gint64 source_id, gint64 article_id);
void plx_window_rename         (PlxWindow *self, gint64 source_id);
/* plx_window_edit_details: asks what is to be known about an article */
void plx_window_edit_details   (PlxWindow *self, gint64 article_id);
/* plx_window_add_articles: @articles: (element-type PlxArticle): to be added to the open corpus */
void plx_window_add_articles   (PlxWindow *self, GPtrArray *articles);
/* plx_window_note_added: @ids: (element-type gint64): what was added can be undone */
void plx_window_note_added     (PlxWindow *self, GArray *ids);

/* plx_window_begin_tour: if it is due and there is something to point at */
void plx_window_begin_tour      (PlxWindow *self);

/* plx-window-state.c */
void plx_window_save_state     (PlxWindow *self);
void plx_window_load_state     (PlxWindow *self, PlxCorpus *corpus);
void plx_window_apply_state    (PlxWindow *self);

/* plx-window-report.c */
void plx_window_report         (PlxWindow *self);

/* plx-window-print.c */
void plx_window_preview        (PlxWindow *self);
/* plx_window_preview_sheets: @title: (nullable): that of the corpus */
void plx_window_preview_sheets (PlxWindow *self, const char *title, PlxSheets *sheets);

/* plx-window-recover.c */
void plx_window_recover        (PlxWindow *self);
void plx_window_offer_recovery (PlxWindow *self, const char *path);
/* plx_window_show_error: on the page for that */
void plx_window_show_error     (PlxWindow *self, const GError *error);
void plx_window_start_recovery (PlxWindow *self, const char *path, const char *new_path);

/* plx-window-import.c */
void plx_window_init_import    (PlxWindow *self);
void plx_window_corpus_ready   (PlxWindow *self);
void plx_window_choose_files   (PlxWindow *self);
/* plx_window_show_refused: which files the last import could not read, and why */
void plx_window_show_refused   (PlxWindow *self);
void plx_window_paste          (PlxWindow *self);

G_END_DECLS
