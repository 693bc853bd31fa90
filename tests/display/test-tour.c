/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/plx-types.h"
#include "tests/support/window.h"
#include "ui/window/plx-tour.h"

/* From the welcome page the tour brings the sample. */
static PlxWindow *
take_tour (PlxTour **out_tour)
{
  PlxWindow *window = open_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.tour", NULL);
  wait_until (find_widget (GTK_WIDGET (window), PLX_TYPE_TOUR) != NULL);
  *out_tour = PLX_TOUR (find_widget (GTK_WIDGET (window), PLX_TYPE_TOUR));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (*out_tour)));
  return window;
}

/* Every card points at something that is there to be seen. */
static void
test_steps (void)
{
  PlxTour *tour;
  PlxWindow *window = take_tour (&tour);

  g_assert_cmpuint (plx_tour_get_n_steps (), >=, 6);
  for (guint i = 0; i < plx_tour_get_n_steps (); i++)
    {
      g_assert_cmpuint (plx_tour_get_step (tour), ==, i);
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (tour)));
      g_test_message ("card %u on %s", i, plx_window_get_view (window));
      g_assert_nonnull (plx_tour_get_target (tour));
      gtk_widget_activate_action (GTK_WIDGET (tour), "tour.next", NULL);
    }
  g_assert_cmpuint (plx_tour_get_step (tour), ==, PLX_NONE);
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (tour)));
  close_window (window);
}

static void
test_back_and_again (void)
{
  PlxTour *tour;
  PlxWindow *window = take_tour (&tour);

  plx_tour_go (tour, -1);
  g_assert_cmpuint (plx_tour_get_step (tour), ==, 0);
  for (guint i = 0; i < 4; i++)
    plx_tour_go (tour, 1);
  g_assert_cmpstr (plx_window_get_view (window), ==, "compare");
  plx_tour_go (tour, -1);
  g_assert_cmpstr (plx_window_get_view (window), ==, "sources");
  g_assert_cmpuint (plx_tour_get_step (tour), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (tour), "tour.skip", NULL);
  g_assert_cmpuint (plx_tour_get_step (tour), ==, PLX_NONE);

  /* It begins anew, over what is open. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tour", NULL);
  g_assert_cmpuint (plx_tour_get_step (tour), ==, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (tour)));
  close_window (window);
}

/* The keyboard can leave the card, which stays, and the window can be used. */
static void
test_no_trap (void)
{
  PlxTour *tour;
  PlxWindow *window = take_tour (&tour);
  GtkWidget *focus;

  wait_until (gtk_root_get_focus (GTK_ROOT (window)) != NULL);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (tour)));
  for (guint i = 0; i < 8 && gtk_widget_is_ancestor (focus, GTK_WIDGET (tour)); i++)
    {
      g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (window));
    }
  g_assert_false (gtk_widget_is_ancestor (focus, GTK_WIDGET (tour)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (tour)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "words");
  g_assert_cmpstr (plx_window_get_view (window), ==, "words");
  close_window (window);
}

/* A narrow window shows one pane at a time: cards about the others point at the page. */
static void
test_narrow (void)
{
  PlxWindow *window = PLX_WINDOW (plx_window_new (NULL));
  PlxTour *tour;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tour", NULL);
  wait_until (find_widget (GTK_WIDGET (window), PLX_TYPE_TOUR) != NULL);
  tour = PLX_TOUR (find_widget (GTK_WIDGET (window), PLX_TYPE_TOUR));
  for (guint i = 0; i < plx_tour_get_n_steps (); i++)
    {
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (tour)));
      plx_tour_go (tour, 1);
    }
  g_assert_cmpuint (plx_tour_get_step (tour), ==, PLX_NONE);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/tour/steps", test_steps);
  g_test_add_func ("/tour/back-and-again", test_back_and_again);
  g_test_add_func ("/tour/no-trap", test_no_trap);
  g_test_add_func ("/tour/narrow", test_narrow);
  return g_test_run ();
}
