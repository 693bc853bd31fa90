/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-preview-dialog.h"

#include <glib/gi18n.h>

struct _PlxPreviewDialog
{
  AdwWindow          parent_instance;

  /* template widgets */
  AdwWindowTitle    *title;
  GtkScrolledWindow *scrolled;
  GtkDrawingArea    *paper;
  GtkLabel          *page_label;

  /* owned */
  PlxSheets         *sheets;

  /* state */
  guint              sheet;
  guint              zoom; /* index */
};

enum
{
  PRINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Of the whole page. */
static const double zooms[] = { 1, 1.5, 2, 3, 4 };
/* Around the paper. */
#define EDGE 12

G_DEFINE_FINAL_TYPE (PlxPreviewDialog, plx_preview_dialog, ADW_TYPE_WINDOW)

/* How large it is drawn where there is so much room. */
static double
find_scale (PlxPreviewDialog *self,
            int               width,
            int               height)
{
  double paper_width, paper_height;

  plx_sheets_get_paper (self->sheets, &paper_width, &paper_height);
  return MAX (MIN ((width - 2 * EDGE) / paper_width, (height - 2 * EDGE) / paper_height), 0.01);
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  PlxPreviewDialog *self = PLX_PREVIEW_DIALOG (user_data);
  double paper_width, paper_height, scale;

  if (self->sheets == NULL)
    return;
  plx_sheets_get_paper (self->sheets, &paper_width, &paper_height);
  scale = find_scale (self, width, height);
  cairo_translate (cr, (int) ((width - scale * paper_width) / 2),
                   (int) ((height - scale * paper_height) / 2));
  /* Paper is white in the dark, too. */
  cairo_rectangle (cr, -0.5, -0.5, scale * paper_width + 1, scale * paper_height + 1);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_rectangle (cr, 0, 0, scale * paper_width, scale * paper_height);
  cairo_clip (cr);
  cairo_scale (cr, scale, scale);
  plx_sheets_draw (self->sheets, cr, self->sheet);
}

/* The whole page is as large as there is room; larger than that it is scrolled. */
static void
update_size (PlxPreviewDialog *self)
{
  double scale = zooms[self->zoom] *
                 find_scale (self, gtk_widget_get_width (GTK_WIDGET (self->scrolled)),
                             gtk_widget_get_height (GTK_WIDGET (self->scrolled)));
  double paper_width, paper_height;

  plx_sheets_get_paper (self->sheets, &paper_width, &paper_height);
  gtk_drawing_area_set_content_width (self->paper,
                                      self->zoom > 0 ? (int) (scale * paper_width) + 2 * EDGE : 0);
  gtk_drawing_area_set_content_height (self->paper,
                                       self->zoom > 0 ? (int) (scale * paper_height) + 2 * EDGE : 0);
}

static void
update (PlxPreviewDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = plx_sheets_count (self->sheets);
  /* Translators: such as: Page 2 of 5 */
  g_autofree char *place = g_strdup_printf (_("Page %u of %u"), self->sheet + 1, n);

  gtk_label_set_text (self->page_label, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  place, -1);
  gtk_widget_action_set_enabled (widget, "preview.previous", self->sheet > 0);
  gtk_widget_action_set_enabled (widget, "preview.first", self->sheet > 0);
  gtk_widget_action_set_enabled (widget, "preview.next", self->sheet + 1 < n);
  gtk_widget_action_set_enabled (widget, "preview.last", self->sheet + 1 < n);
  gtk_widget_action_set_enabled (widget, "preview.larger", self->zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (widget, "preview.smaller", self->zoom > 0);
  gtk_widget_action_set_enabled (widget, "preview.whole", self->zoom > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self->paper));
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxPreviewDialog *self = PLX_PREVIEW_DIALOG (widget);
  guint last = plx_sheets_count (self->sheets) - 1;

  if (g_str_equal (name, "preview.first"))
    self->sheet = 0;
  else if (g_str_equal (name, "preview.last"))
    self->sheet = last;
  else if (g_str_equal (name, "preview.next"))
    self->sheet = MIN (self->sheet + 1, last);
  else
    self->sheet -= MIN (self->sheet, 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  update (self);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxPreviewDialog *self = PLX_PREVIEW_DIALOG (widget);

  if (g_str_equal (name, "preview.larger"))
    self->zoom = MIN (self->zoom + 1, G_N_ELEMENTS (zooms) - 1);
  else if (g_str_equal (name, "preview.smaller"))
    self->zoom -= MIN (self->zoom, 1);
  else
    self->zoom = 0;
  update_size (self);
  update (self);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[PRINT], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

/* The arrows lead over the page if not all of it is shown, else from page to page. */
static gboolean
move (GtkWidget *paper,
      GVariant  *args,
      gpointer   user_data)
{
  PlxPreviewDialog *self = PLX_PREVIEW_DIALOG (user_data);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkScrollType type = (GtkScrollType) g_variant_get_int32 (args);
  gboolean horizontal = type == GTK_SCROLL_STEP_LEFT || type == GTK_SCROLL_STEP_RIGHT;
  gboolean forward = type == GTK_SCROLL_STEP_DOWN ||
                     type == (is_rtl ? GTK_SCROLL_STEP_LEFT : GTK_SCROLL_STEP_RIGHT);
  gboolean moved;

  if (self->zoom > 0)
    g_signal_emit_by_name (self->scrolled, "scroll-child", type, horizontal, &moved);
  else
    gtk_widget_activate_action (widget, forward ? "preview.next" : "preview.previous", NULL);
  return GDK_EVENT_STOP;
}

static void
plx_preview_dialog_dispose (GObject *object)
{
  g_clear_pointer (&PLX_PREVIEW_DIALOG (object)->sheets, plx_sheets_unref);

  G_OBJECT_CLASS (plx_preview_dialog_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Escape, "window.close" },
    { GDK_KEY_plus, "preview.larger" },
    { GDK_KEY_KP_Add, "preview.larger" },
    { GDK_KEY_minus, "preview.smaller" },
    { GDK_KEY_KP_Subtract, "preview.smaller" },
    { GDK_KEY_0, "preview.whole" },
    { GDK_KEY_KP_0, "preview.whole" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, 0, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const turns[] = { "preview.first", "preview.previous", "preview.next",
                                       "preview.last" };
  static const char *const looks[] = { "preview.larger", "preview.smaller", "preview.whole" };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_install_action (klass, turns[i], NULL, turn_action);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_class_install_action (klass, looks[i], NULL, zoom_action);
  gtk_widget_class_install_action (klass, "preview.print", NULL, print_action);
}

static void
plx_preview_dialog_class_init (PlxPreviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_preview_dialog_dispose;

  signals[PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);
  install_keys (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-preview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPreviewDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PlxPreviewDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlxPreviewDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, PlxPreviewDialog, page_label);
}

/* Before the scrolled window takes them for itself. */
static void
add_turning_keys (PlxPreviewDialog *self)
{
  static const struct
  {
    const char *trigger;
    const char *action; /* NULL: moves */
    int         type;
  } keys[] = {
    { "Page_Down|KP_Page_Down|space", "preview.next", 0 },
    { "Page_Up|KP_Page_Up|BackSpace", "preview.previous", 0 },
    { "Home|KP_Home", "preview.first", 0 },
    { "End|KP_End", "preview.last", 0 },
    { "Up|KP_Up", NULL, GTK_SCROLL_STEP_UP },
    { "Down|KP_Down", NULL, GTK_SCROLL_STEP_DOWN },
    { "Left|KP_Left", NULL, GTK_SCROLL_STEP_LEFT },
    { "Right|KP_Right", NULL, GTK_SCROLL_STEP_RIGHT },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (
        gtk_shortcut_trigger_parse_string (keys[i].trigger),
        keys[i].action != NULL ? gtk_named_action_new (keys[i].action)
                               : gtk_callback_action_new (move, self, NULL));

      if (keys[i].action == NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].type));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->paper), controller);
}

static void
plx_preview_dialog_init (PlxPreviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->paper, draw, self, NULL);
  add_turning_keys (self);
}

GtkWidget *
plx_preview_dialog_new (GtkWindow  *parent,
                        const char *title,
                        PlxSheets  *sheets)
{
  PlxPreviewDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (title != NULL && sheets != NULL, NULL);

  self = g_object_new (PLX_TYPE_PREVIEW_DIALOG, "transient-for", parent, NULL);
  self->sheets = plx_sheets_ref (sheets);
  adw_window_title_set_subtitle (self->title, title);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
  return GTK_WIDGET (self);
}

guint
plx_preview_dialog_get_sheet (PlxPreviewDialog *self)
{
  g_return_val_if_fail (PLX_IS_PREVIEW_DIALOG (self), 0);

  return self->sheet;
}
