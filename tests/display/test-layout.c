/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* test-layout VARIANT [FILE]: no page, with the sample or with the articles of a file, and no state has a text that is cut off, lies on another one, or is shortened where
 * the whole cannot be read; and none needs more room than there is. */

#include "tests/support/layout.h"
#include "tests/support/pages.h"
#include "tests/support/states.h"

#include <string.h>

static const PagesVariant *variant;
static PlxWindow *window;
static const char *corpus;

static void
say (char **faults)
{
  for (guint i = 0; faults[i] != NULL; i++)
    {
      g_test_message ("%s", faults[i]);
      g_test_fail ();
    }
}

/* Says all that is wrong with what lies on top, and fails if anything is. */
static void
check_top (void)
{
  GtkWidget *top = pages_get_top (window);
  g_auto (GStrv) faults = layout_find_faults (top);
  g_auto (GStrv) wide = layout_find_wide (top, variant->width);

  say (faults);
  say (wide);
}

static void
check_page (gconstpointer page)
{
  if (pages_show (window, page))
    check_top ();
  else
    g_test_skip ("not there");
}

static void
check_welcome (void)
{
  check_top ();
  pages_fill (window, corpus);
}

static void
close_pages (void)
{
  pages_close (window);
  window = NULL;
}

static void
check_state (gconstpointer state)
{
  window = pages_open (variant);
  states_begin (window, state);
  check_top ();
  states_end (window);
  close_pages ();
}

/* A warning is a fault of the page that is shown. But without a window manager a window lies at the
 * edge of the screen, and GDK finds no monitor below a popover that reaches beyond. */
static void
on_log (const char    *domain,
        GLogLevelFlags level,
        const char    *message,
        gpointer       user_data)
{
  if ((level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0 ||
      strstr (message, "gdk_monitor_get_geometry") != NULL)
    return;
  g_test_message ("%s: %s", domain, message);
  g_test_fail ();
}

int
main (int   argc,
      char *argv[])
{
  const char **names = pages_get_names (), **states = states_get_names ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_default_handler (on_log, NULL);
  variant = argc > 1 ? pages_find_variant (argv[1]) : NULL;
  if (variant == NULL)
    g_error ("no variant is named");
  corpus = argc > 2 ? argv[2] : NULL;
  pages_init (variant);
  window = pages_open (variant);
  g_test_add_func ("/layout/welcome", check_welcome);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/%s", names[i]);

      /* GTK's own, which needs more than any of ours, and warns in some languages. */
      if (!g_str_equal (names[i], "shortcuts"))
        g_test_add_data_func (path, names[i], check_page);
    }
  g_test_add_func ("/layout/close", close_pages);
  for (guint i = 0; states[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/state/%s", states[i]);

      g_test_add_data_func (path, states[i], check_state);
    }
  status = g_test_run ();
  return status;
}
