/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* test-layout VARIANT: no page has a text that is cut off, lies on another one, or is shortened where
 * the whole cannot be read; and none needs more room than there is. */

#include "tests/support/layout.h"
#include "tests/support/pages.h"

static const PagesVariant *variant;
static PlxWindow *window;

static void
check_page (gconstpointer data)
{
  const char *page = data;
  GtkWidget *top;
  g_auto (GStrv) faults = NULL;

  if (!pages_show (window, page))
    {
      g_test_skip ("not there");
      return;
    }
  top = pages_get_top (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, variant->width);
  faults = layout_find_faults (top);
  for (guint i = 0; faults[i] != NULL; i++)
    g_test_message ("%s", faults[i]);
  g_assert_cmpuint (g_strv_length (faults), ==, 0);
}

static void
check_welcome (void)
{
  g_auto (GStrv) faults = layout_find_faults (GTK_WIDGET (window));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, variant->width);
  for (guint i = 0; faults[i] != NULL; i++)
    g_test_message ("%s", faults[i]);
  g_assert_cmpuint (g_strv_length (faults), ==, 0);
  pages_fill (window, NULL);
}

int
main (int   argc,
      char *argv[])
{
  const char **names = pages_get_names ();
  int status;

  g_test_init (&argc, &argv, NULL);
  variant = argc > 1 ? pages_find_variant (argv[1]) : NULL;
  if (variant == NULL)
    g_error ("no variant is named");
  pages_init (variant);
  window = pages_open (variant);
  g_test_add_func ("/layout/welcome", check_welcome);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/%s", names[i]);

      g_test_add_data_func (path, names[i], check_page);
    }
  status = g_test_run ();
  pages_close (window);
  return status;
}
