/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-panes.h"

#include <adwaita.h>

static void
collect (GtkWidget *widget,
         GPtrArray *panes)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (gtk_widget_has_css_class (widget, "pane"))
    g_ptr_array_add (panes, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, panes);
}

/* As one reads: what lies below something comes after it, and so does what lies beside its end. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      root)
{
  GtkWidget *first = *(GtkWidget *const *) a;
  GtkWidget *second = *(GtkWidget *const *) b;
  gboolean is_rtl = gtk_widget_get_direction (root) == GTK_TEXT_DIR_RTL;
  graphene_rect_t p, q;

  if (!gtk_widget_compute_bounds (first, root, &p) || !gtk_widget_compute_bounds (second, root, &q))
    return 0;
  if (p.origin.x < q.origin.x + q.size.width && q.origin.x < p.origin.x + p.size.width)
    return (p.origin.y > q.origin.y) - (p.origin.y < q.origin.y);
  return (p.origin.x > q.origin.x) != is_rtl ? 1 : -1;
}

/* The innermost: those within others come after them. Returns: n if none has the keyboard */
static guint
find_current (GPtrArray *panes,
              GtkWidget *focus)
{
  guint found = panes->len;

  for (guint i = 0; i < panes->len && focus != NULL; i++)
    {
      if (focus == panes->pdata[i] || gtk_widget_is_ancestor (focus, panes->pdata[i]))
        found = i;
    }
  return found;
}

static gboolean
enter (GtkWidget *pane)
{
  GtkWidget *first = g_object_get_data (G_OBJECT (pane), "plx-pane-first");

  return first != NULL ? gtk_widget_grab_focus (first)
                       : gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

gboolean
plx_panes_step (GtkWidget *root,
                gboolean   forward)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  GtkWidget *focus;
  guint current, n;

  g_return_val_if_fail (GTK_IS_WIDGET (root) && gtk_widget_get_root (root) != NULL, FALSE);

  collect (root, panes);
  g_ptr_array_sort_with_data (panes, compare, root);
  n = panes->len;
  focus = gtk_root_get_focus (gtk_widget_get_root (root));
  current = find_current (panes, focus);
  for (guint i = 1; i <= n; i++)
    {
      guint next = current == n ? (forward ? i - 1 : n - i)
                                : (current + (forward ? i : n - i)) % n;
      GtkWidget *now;

      if (next == current || !enter (panes->pdata[next]))
        continue;
      /* One that led into a pane within it, from where we come, is no step. */
      now = gtk_root_get_focus (gtk_widget_get_root (root));
      if (now != focus)
        return TRUE;
    }
  return FALSE;
}

void
plx_pane_set_first (GtkWidget *pane,
                    GtkWidget *first)
{
  g_return_if_fail (GTK_IS_WIDGET (pane) && GTK_IS_WIDGET (first));

  g_object_set_data (G_OBJECT (pane), "plx-pane-first", first);
}

void
plx_panes_set_shadows_last (GtkWidget *leaflet_or_flap)
{
  static const char *const shadows[] = { "dimming", "shadow", "border", "outline", NULL };
  GtkWidget *last = gtk_widget_get_last_child (leaflet_or_flap);
  GtkWidget *next;
  gboolean is_last = FALSE;

  g_return_if_fail (ADW_IS_LEAFLET (leaflet_or_flap) || ADW_IS_FLAP (leaflet_or_flap));

  for (GtkWidget *child = gtk_widget_get_first_child (leaflet_or_flap); !is_last; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      is_last = child == last;
      if (g_strv_contains (shadows, gtk_widget_get_css_name (child)))
        gtk_widget_insert_before (child, leaflet_or_flap, NULL);
    }
}
