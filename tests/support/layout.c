/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/layout.h"

#include <adwaita.h>

/* Rounding. */
#define SLACK 1.5f

/* What letters of another font may be taller than the line that was made for them. */
#define HEIGHT_SLACK 5

typedef struct
{
  GtkWidget      *native; /* the window or popover that is looked through */
  graphene_rect_t frame;  /* its size */
  GPtrArray      *faults;
  GPtrArray      *labels; /* of GtkWidget: those seen in full so far */
} Search;

static void look_through (GtkWidget *native, GPtrArray *faults);

static void
add_fault (Search     *search,
           GtkWidget  *widget,
           const char *what)
{
  GString *text = g_string_new (what);
  const char *id;

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, " “%.50s”", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *at = widget; at != NULL && at != search->native; at = gtk_widget_get_parent (at))
    {
      id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (at));
      /* What has no name of its own says little. */
      if (id != NULL && g_str_has_prefix (id, "___"))
        id = NULL;
      if (at == widget || id != NULL || g_str_has_prefix (G_OBJECT_TYPE_NAME (at), "Plx"))
        g_string_append_printf (text, " < %s%s%s", G_OBJECT_TYPE_NAME (at), id != NULL ? "#" : "",
                                id != NULL ? id : "");
    }
  g_string_append_printf (text, " < %s", G_OBJECT_TYPE_NAME (search->native));
  g_ptr_array_add (search->faults, g_string_free (text, FALSE));
}

/* What a widget shows of itself: cut by all that scroll. Returns: FALSE if that is nothing */
static gboolean
get_visible (Search          *search,
             GtkWidget       *widget,
             graphene_rect_t *out_visible)
{
  if (!gtk_widget_compute_bounds (widget, search->native, out_visible))
    return FALSE;
  for (GtkWidget *at = widget; at != NULL && at != search->native; at = gtk_widget_get_parent (at))
    {
      graphene_rect_t port;

      if (gtk_widget_get_overflow (at) == GTK_OVERFLOW_HIDDEN &&
          (!gtk_widget_compute_bounds (at, search->native, &port) ||
           !graphene_rect_intersection (out_visible, &port, out_visible)))
        return FALSE;
    }
  return TRUE;
}

/* Whether it can be moved to the side: by something that scrolls, or a sidebar that folds. */
static gboolean
moves_across (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      GtkAdjustment *across =
        GTK_IS_SCROLLED_WINDOW (at)
          ? gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (at)) : NULL;

      if (across != NULL &&
          gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + SLACK)
        return TRUE;
      if (ADW_IS_FLAP (at) && adw_flap_get_folded (ADW_FLAP (at)))
        return TRUE;
    }
  return FALSE;
}

/* A text view gives what is anchored in it a place when that comes into sight. */
static gboolean
is_unplaced (Search    *search,
             GtkWidget *widget)
{
  graphene_rect_t visible;

  return gtk_widget_get_ancestor (widget, GTK_TYPE_TEXT_VIEW) != NULL &&
         !get_visible (search, widget, &visible);
}

/* What reaches beyond the side of something that cuts it off, and cannot be scrolled to. */
static void
check_sides (Search    *search,
             GtkWidget *widget)
{
  graphene_rect_t bounds, port;

  if (!gtk_widget_compute_bounds (widget, search->native, &bounds) || bounds.size.width <= 0 ||
      moves_across (widget) || is_unplaced (search, widget))
    return;
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL && at != search->native;
       at = gtk_widget_get_parent (at))
    {
      if (gtk_widget_get_overflow (at) != GTK_OVERFLOW_HIDDEN ||
          !gtk_widget_compute_bounds (at, search->native, &port))
        continue;
      if (bounds.origin.x < port.origin.x - SLACK ||
          bounds.origin.x + bounds.size.width > port.origin.x + port.size.width + SLACK)
        {
          add_fault (search, widget, "reaches beyond what is shown:");
          return;
        }
    }
}

static gboolean
can_scroll (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

/* Whether it tells its whole text where a pointer rests on it. */
static gboolean
has_tooltip (Search    *search,
             GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL && at != search->native; at = gtk_widget_get_parent (at))
    {
      if (gtk_widget_get_has_tooltip (at))
        return TRUE;
    }
  return FALSE;
}

static void
check_label (Search    *search,
             GtkWidget *widget)
{
  GtkLabel *label = GTK_LABEL (widget);
  PangoLayout *layout = gtk_label_get_layout (label);
  graphene_rect_t visible;
  int width, height;

  if (*gtk_label_get_text (label) == '\0' || !get_visible (search, widget, &visible))
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (search, widget))
    add_fault (search, widget, "shortened without a tooltip:");
  if (width > gtk_widget_get_width (widget) + SLACK ||
      height > gtk_widget_get_height (widget) + HEIGHT_SLACK)
    {
      g_autofree char *what = g_strdup_printf ("cut off: %d × %d px in %d × %d", width, height,
                                               gtk_widget_get_width (widget),
                                               gtk_widget_get_height (widget));

      add_fault (search, widget, what);
    }
  g_ptr_array_add (search->labels, widget);
}

/* A widget that has less than it needs draws over its neighbours, or is cut. */
static void
check_size (Search    *search,
            GtkWidget *widget)
{
  int needed, given;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  given = gtk_widget_get_allocated_width (widget) + gtk_widget_get_margin_start (widget) +
          gtk_widget_get_margin_end (widget);
  if (given < needed)
    {
      g_autofree char *what = g_strdup_printf ("needs %d px, has %d:", needed, given);

      add_fault (search, widget, what);
    }
}

static void
check_place (Search    *search,
             GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (can_scroll (widget) || !gtk_widget_compute_bounds (widget, search->native, &bounds) ||
      bounds.size.width <= 0 || bounds.size.height <= 0)
    return;
  if (bounds.origin.x < -SLACK || bounds.origin.y < -SLACK ||
      bounds.origin.x + bounds.size.width > search->frame.size.width + SLACK ||
      bounds.origin.y + bounds.size.height > search->frame.size.height + SLACK)
    add_fault (search, widget, "outside of its window:");
}

static void
look_at (Search    *search,
         GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child) || !gtk_widget_get_child_visible (child))
        continue;
      if (GTK_IS_NATIVE (child))
        {
          look_through (child, search->faults);
          continue;
        }
      /* A list keeps rows that it does not lay out just now. */
      if (gtk_widget_get_allocated_width (child) == 0 && gtk_widget_get_allocated_height (child) == 0)
        continue;
      if (GTK_IS_LABEL (child))
        check_label (search, child);
      if (GTK_IS_LABEL (child) || GTK_IS_BUTTON (child) || GTK_IS_EDITABLE (child) ||
          GTK_IS_DROP_DOWN (child) || GTK_IS_MENU_BUTTON (child))
        {
          check_place (search, child);
          check_sides (search, child);
          check_size (search, child);
        }
      look_at (search, child);
    }
}

/* A toast, a bar that floats, or a sidebar where there is little room may lie on a page. */
static gboolean
is_overlaid (Search    *search,
             GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL && at != search->native; at = gtk_widget_get_parent (at))
    {
      GtkWidget *parent = gtk_widget_get_parent (at);

      if (g_str_equal (G_OBJECT_TYPE_NAME (at), "AdwToastWidget") ||
          (GTK_IS_OVERLAY (parent) && gtk_overlay_get_child (GTK_OVERLAY (parent)) != at) ||
          (ADW_IS_FLAP (parent) && adw_flap_get_flap (ADW_FLAP (parent)) == at))
        return TRUE;
    }
  return FALSE;
}

static void
check_overlaps (Search *search)
{
  for (guint i = 0; i < search->labels->len; i++)
    {
      graphene_rect_t first, second, both;

      if (is_overlaid (search, search->labels->pdata[i]) ||
          !get_visible (search, search->labels->pdata[i], &first))
        continue;
      for (guint j = i + 1; j < search->labels->len; j++)
        {
          GtkWidget *other = search->labels->pdata[j];

          /* The title of an entry row is there twice, for when it is empty, and one is not drawn. */
          if (!g_str_equal (gtk_label_get_text (GTK_LABEL (search->labels->pdata[i])),
                            gtk_label_get_text (GTK_LABEL (other))) &&
              !is_overlaid (search, other) && get_visible (search, other, &second) &&
              graphene_rect_intersection (&first, &second, &both) &&
              both.size.width > 2 && both.size.height > 2)
            {
              add_fault (search, search->labels->pdata[i], "lies on another text:");
              add_fault (search, other, "… this one:");
            }
        }
    }
}

static void
look_through (GtkWidget *native,
              GPtrArray *faults)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  Search search = { .native = native, .faults = faults, .labels = labels };

  search.frame = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (native),
                                     gtk_widget_get_height (native));
  look_at (&search, native);
  check_overlaps (&search);
}

char **
layout_find_faults (GtkWidget *window)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();

  g_return_val_if_fail (GTK_IS_NATIVE (window), NULL);

  look_through (window, faults);
  g_ptr_array_add (faults, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&faults), FALSE);
}

static gboolean
look_for_wide (Search    *search,
               GtkWidget *widget,
               int        width)
{
  g_autofree char *what = NULL;
  gboolean found = FALSE;
  int needed;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  if (needed <= width || !gtk_widget_get_mapped (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = (!GTK_IS_NATIVE (child) && look_for_wide (search, child, width)) || found;
  if (found || widget == search->native)
    return found;
  what = g_strdup_printf ("needs %d px:", needed);
  add_fault (search, widget, what);
  return TRUE;
}

char **
layout_find_wide (GtkWidget *window,
                  int        width)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  Search search = { .native = window, .faults = faults };

  g_return_val_if_fail (GTK_IS_NATIVE (window), NULL);

  look_for_wide (&search, window, width);
  g_ptr_array_add (faults, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&faults), FALSE);
}
