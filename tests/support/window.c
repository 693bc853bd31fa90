/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/window.h"

#include "ui/evidence/plx-evidence-view.h"
#include "ui/evidence/plx-sentence-item.h"
#include "ui/plx-ui.h"

int
start_display_test (int    *argc,
                    char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 77;
    }
  adw_init ();
  plx_ui_init ();
  return 0;
}

void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

void
run_turns (guint n)
{
  for (guint i = 0; i < n; i++)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find_below (GtkWidget *root,
            GType      type,
            gboolean   mapped_only)
{
  GtkWidget *found = NULL;

  if (mapped_only && !gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type, mapped_only);
  return found;
}

GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  return find_below (root, type, FALSE);
}

GtkWidget *
find_mapped (GtkWidget *root,
             GType      type)
{
  return find_below (root, type, TRUE);
}

GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

PlxWindow *
open_window (void)
{
  PlxWindow *window = PLX_WINDOW (plx_window_new (NULL));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

PlxWindow *
open_sample (void)
{
  PlxWindow *window = open_window ();

  plx_window_open_sample (window);
  wait_until (g_str_equal (plx_window_get_page (window), "ready"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static void
wait_for_end (PlxWindow  *window,
              void      (*end) (GtkWindow *window))
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  end (GTK_WINDOW (window));
  wait_until (weak == NULL);
}

void
close_window (PlxWindow *window)
{
  wait_for_end (window, gtk_window_destroy);
}

void
leave_window (PlxWindow *window)
{
  wait_for_end (window, gtk_window_close);
}

gboolean
is_evidence_on (PlxWindow *window,
                PlxAxisId  axis)
{
  PlxEvidenceView *view =
    PLX_EVIDENCE_VIEW (find_widget (GTK_WIDGET (window), PLX_TYPE_EVIDENCE_VIEW));
  GListModel *items = plx_evidence_view_get_items (view);
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSentenceItem) item = g_list_model_get_item (items, i);

      if (plx_sentence_item_get_axis (item) != axis)
        return FALSE;
    }
  return n > 0 && g_strcmp0 (plx_evidence_view_get_page (view), "ready") == 0;
}
