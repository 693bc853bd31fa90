/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

/* Going on leads from the search to the table, and from there to the hits. */
void
plx_words_page_focus_table (PlxWordsPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "table");
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

/* Whether there are hits to see, rather than an article. */
static gboolean
shows_hits (PlxWordsPage *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->detail_stack), "hits");
}

static void
try_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "table");
  plx_try_line_focus (self->try_line);
}

static void
search_hits_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);

  gtk_stack_set_visible_child_name (self->detail_stack, "hits");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  plx_hits_view_start_search (self->hits_view);
}

static void
order_hits_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  static const char *const orders[] = {
    [PLX_KWIC_BY_PLACE] = "place", [PLX_KWIC_BY_LEFT] = "left", [PLX_KWIC_BY_RIGHT] = "right",
    [PLX_KWIC_BY_WORD] = "form",
  };
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (orders) && shows_hits (self); i++)
    {
      if (g_str_equal (g_variant_get_string (parameter, NULL), orders[i]))
        plx_hits_view_set_order (self->hits_view, i);
    }
}

static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_words_page_sort (PLX_WORDS_PAGE (widget), (PlxWordsOrder) g_variant_get_int32 (parameter));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_words_page_focus_table (PLX_WORDS_PAGE (widget));
}

static void
add_keys (GtkWidgetClass *klass)
{
  const GdkModifierType control = GDK_CONTROL_MASK, shift = GDK_SHIFT_MASK;
  static const struct { guint key; const char *order; } orders[] = {
    { GDK_KEY_s, "place" }, { GDK_KEY_l, "left" }, { GDK_KEY_r, "right" }, { GDK_KEY_f, "form" },
  };

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "words.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "words.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "words.toggle", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "words.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, control, "words.revert", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, control, "words.differences", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, control, "words.search-hits", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, control | shift, "words.export-hits",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, control, "words.copy-hit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, control | shift, "words.copy-hits", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    gtk_widget_class_add_binding_action (klass, orders[i].key, 0, "words.order-hits", "s",
                                         orders[i].order);
  for (int i = 0; i < PLX_N_WORDS_ORDERS; i++)
    {
      gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, 0, "words.sort", "i", i);
      gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_1 + i, 0, "words.sort", "i", i);
    }
}

void
plx_words_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "words.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "words.try", NULL, try_action);
  gtk_widget_class_install_action (klass, "words.search-hits", NULL, search_hits_action);
  gtk_widget_class_install_action (klass, "words.order-hits", "s", order_hits_action);
  gtk_widget_class_install_action (klass, "words.sort", "i", sort_action);
  add_keys (klass);
}
