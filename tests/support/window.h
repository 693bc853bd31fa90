/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests with a display have in common: a window, waiting for it, and what is in it. */

#include "ui/window/plx-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* wait_until: runs the main loop until @condition holds, and fails after a minute without it */
#define wait_until(condition) \
  G_STMT_START { \
    gint64 deadline = g_get_monotonic_time () + G_TIME_SPAN_MINUTE; \
    while (!(condition) && g_get_monotonic_time () < deadline) \
      if (!g_main_context_iteration (NULL, FALSE)) \
        g_usleep (500); \
    g_assert_true (condition); \
  } G_STMT_END

/* start_display_test: the beginning of main(); Returns: the status to end with if there is no
 * display, which it has said, or 0 */
int        start_display_test (int *argc, char ***argv);

/* run_for: runs the main loop for a time */
void       run_for            (guint milliseconds);

/* run_turns: runs @n turns of the main loop, or as many as have something to do */
void       run_turns          (guint n);

/* find_widget: Returns: (nullable) (transfer none): the first widget of a type in @root and below
 * it, in the order of the tree */
GtkWidget *find_widget        (GtkWidget *root, GType type);

/* find_mapped: find_widget(), of those that are to be seen */
GtkWidget *find_mapped        (GtkWidget *root, GType type);

/* find_dialog: Returns: (nullable) (transfer none): a window of a type among all there are */
GtkWidget *find_dialog        (GType type);

/* is_evidence_on: Returns: whether the evidence beside the chart is there, and all of it on @axis */
gboolean   is_evidence_on     (PlxWindow *window, PlxAxisId axis);

/* open_window: Returns: (transfer none): a new window without a corpus */
PlxWindow *open_window        (void);

/* open_sample: Returns: (transfer none): a new window with the sample story, read and drawn */
PlxWindow *open_sample        (void);

/* close_window: destroys a window, and asserts that nothing keeps it alive, whatever is still being
 * made */
void       close_window       (PlxWindow *window);

/* leave_window: close_window() as a person does it, so that the window keeps its state first */
void       leave_window       (PlxWindow *window);

G_END_DECLS
