/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-palette.h"

#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-spare-rows.h"

#include <glib/gi18n.h>

/* How many rows Page Up and Page Down go. */
#define PAGE_ROWS 6

struct _PlxPalette
{
  AdwWindow           parent_instance;

  /* template widgets */
  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list_view;

  /* owned */
  PlxPaletteModel    *model;
  GtkSingleSelection *selection;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxPalette, plx_palette, ADW_TYPE_WINDOW)

/* The keyboard stays in the entry: what the entry leads to is its description. */
static void
describe_selected (PlxPalette *self)
{
  PlxPaletteItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *spoken = item != NULL ? plx_palette_item_dup_spoken (item) : NULL;
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = NULL;

  if (spoken != NULL)
    /* Translators: what is selected in a list, its position, and how many there are */
    text = g_strdup_printf (_("%s, %u of %u"), spoken, position + 1, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : _("Nothing found"), -1);
}

static void
select_position (PlxPalette *self,
                 guint       position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
on_model_changed (PlxPalette *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n > 0)
    {
      select_position (self, 0);
      gtk_stack_set_visible_child_name (self->stack, "results");
    }
  else if (!plx_palette_model_is_searching (self->model))
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  describe_selected (self);
}

static void
on_search_changed (PlxPalette *self)
{
  plx_palette_model_set_query (self->model, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
choose (PlxPalette *self,
        guint       position)
{
  g_autoptr (PlxPaletteItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  /* What is chosen may open a window: this one must have gone by then. */
  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, item);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
on_entry_activate (PlxPalette *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_activate (PlxPalette *self,
             guint       position)
{
  choose (self, position);
}

static void
on_stop (PlxPalette *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* The first row comes after the last. */
static void
move (PlxPalette *self,
      int         by,
      gboolean    around)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int to = (int) gtk_single_selection_get_selected (self->selection) + by;

  if (n == 0)
    return;
  to = around ? (to + n) % n : CLAMP (to, 0, n - 1);
  select_position (self, (guint) to);
}

static gboolean
on_key_pressed (PlxPalette      *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move (self, -PAGE_ROWS, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move (self, PAGE_ROWS, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Rows */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  plx_label_tell_all (GTK_LABEL (label));
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
on_row_clicked (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                gpointer         user_data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkListItem *list_item = g_object_get_data (G_OBJECT (row), "list-item");

  choose (PLX_PALETTE (gtk_widget_get_root (row)), gtk_list_item_get_position (list_item));
}

/* One click chooses. GTK's way to that selects the row that the pointer is over, too, and a pointer
 * that lies where the list comes up would decide what Enter does. */
static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkGesture *click;
  GtkWidget *row, *words;

  if (plx_spare_rows_give (factory, list_item))
    return;
  click = gtk_gesture_click_new ();
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), make_label ("caption"));
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  g_signal_connect (click, "released", G_CALLBACK (on_row_clicked), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  plx_spare_rows_add (factory, list_item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  PlxPaletteItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (row);
  GtkWidget *words = gtk_widget_get_next_sibling (icon);
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  GtkWidget *end = gtk_widget_get_next_sibling (words);
  PlxPaletteKind kind = plx_palette_item_get_kind (item);
  const char *shortcut = plx_palette_item_get_shortcut (item);
  g_autofree char *spoken = plx_palette_item_dup_spoken (item);

  /* Of several, in the course of time. */
  g_object_set_data (G_OBJECT (row), "list-item", list_item);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), plx_palette_kind_get_icon (kind));
  gtk_label_set_text (GTK_LABEL (title), plx_palette_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (detail), plx_palette_item_get_detail (item));
  gtk_widget_set_visible (detail, *plx_palette_item_get_detail (item) != '\0');
  gtk_label_set_text (GTK_LABEL (end), shortcut != NULL ? shortcut
                                                        : plx_palette_kind_get_label (kind));
  /* The widget around the row is what a screen reader comes to. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
plx_palette_dispose (GObject *object)
{
  PlxPalette *self = PLX_PALETTE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plx_palette_parent_class)->dispose (object);
}

static void
plx_palette_class_init (PlxPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_palette_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_PALETTE_ITEM);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, PlxPalette, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxPalette, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_palette_init (PlxPalette *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);

  /* Before the entry takes them for moving its cursor. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
plx_palette_new (GtkWindow       *parent,
                 PlxPaletteModel *model)
{
  PlxPalette *self;
  int width;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (PLX_IS_PALETTE_MODEL (model), NULL);

  self = g_object_new (PLX_TYPE_PALETTE, "transient-for", parent, NULL);
  self->model = g_object_ref (model);
  self->selection =
    gtk_single_selection_new (g_object_ref (plx_palette_model_get_items (model)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (describe_selected), self);
  g_signal_connect_swapped (model, "changed", G_CALLBACK (on_model_changed), self);
  on_model_changed (self);

  width = gtk_widget_get_width (GTK_WIDGET (parent));
  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (580, width - 24), 460);
  return GTK_WIDGET (self);
}
