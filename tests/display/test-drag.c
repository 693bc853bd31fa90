/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/window.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-source-row.h"

#include <string.h>

/* The @n-th widget of a type, in the order of the tree. */
static GtkWidget *
find_nth (GtkWidget *root,
             GType      type,
             guint     *n)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);
  return found;
}

/* What would be dragged away from a widget; NULL: nothing. */
static GdkContentProvider *
prepare (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GdkContentProvider *content = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", 5.0, 5.0, &content);
    }
  return content;
}

static void
test_chart (void)
{
  PlxWindow *window = open_sample ();
  guint n = 0;
  GtkWidget *view = find_nth (GTK_WIDGET (window), PLX_TYPE_CHART_VIEW, &n);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;

  wait_until (plx_chart_view_get_chart (PLX_CHART_VIEW (view)) != NULL);
  content = prepare (view);
  g_assert_nonnull (content);
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  close_window (window);
}

static char *
dup_text (GtkWidget *row)
{
  g_autoptr (GdkContentProvider) content = prepare (row);
  g_auto (GValue) value = G_VALUE_INIT;

  if (content == NULL)
    return NULL;
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

/* Row 0 is everything, which nobody needs; 1 the first source, below which its article opens. */
static void
test_rows (void)
{
  PlxWindow *window = open_sample ();
  guint n = 1;
  GtkWidget *row = find_nth (GTK_WIDGET (window), PLX_TYPE_SOURCE_ROW, &n);
  g_autofree char *source = NULL;
  g_autofree char *article = NULL;

  n = 0;
  g_assert_null (dup_text (find_nth (GTK_WIDGET (window), PLX_TYPE_SOURCE_ROW, &n)));
  source = dup_text (row);
  g_assert_true (g_str_has_prefix (source, "Continental Press\n"));
  g_assert_cmpuint (strlen (source), >, strlen ("Continental Press\n"));

  gtk_tree_list_row_set_expanded (plx_source_row_get_row (PLX_SOURCE_ROW (row)), TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  for (n = 2; article == NULL || strlen (article) < 1000; n++)
    {
      guint left = n;

      g_assert_cmpuint (n, <, 12);
      row = find_nth (GTK_WIDGET (window), PLX_TYPE_SOURCE_ROW, &left);
      g_free (article);
      article = row != NULL ? dup_text (row) : NULL;
    }
  g_assert_nonnull (strstr (article, "\nContinental Press"));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/drag/chart", test_chart);
  g_test_add_func ("/drag/rows", test_rows);
  return g_test_run ();
}
