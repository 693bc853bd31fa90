/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-cell.h"

#include "plx-letters.h"

struct _PlxCell
{
  GtkWidget    parent_instance;

  /* owned */
  char        *text;
  PangoLayout *layout; /* NULL until it is drawn */

  /* state */
  guint        least, most; /* letters */
  gboolean     is_number;
  gboolean     is_untold;   /* and in the queue of those */
  GList        link;        /* there */
};

G_DEFINE_FINAL_TYPE (PlxCell, plx_cell, GTK_TYPE_WIDGET)

/* Telling a screen reader takes longer than all else that a new text needs, and a table that is
 * scrolled far gives one to all of its hundreds of cells in every frame. So those that are drawn tell
 * it then, and the others when the table has come to rest. */

#define REST_USEC 60000
#define TICK_MS 20
#define TOLD_A_TICK 200

static struct
{
  GQueue cells;
  guint  source;
  gint64 last_usec;
} untold = { G_QUEUE_INIT, 0, 0 };

static void
tell (PlxCell *self)
{
  if (!self->is_untold)
    return;
  g_queue_unlink (&untold.cells, &self->link);
  self->is_untold = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
}

static gboolean
on_tell_due (gpointer user_data)
{
  if (g_get_monotonic_time () - untold.last_usec < REST_USEC)
    return G_SOURCE_CONTINUE;
  for (guint i = 0; i < TOLD_A_TICK && !g_queue_is_empty (&untold.cells); i++)
    tell (g_queue_peek_head (&untold.cells));
  if (!g_queue_is_empty (&untold.cells))
    return G_SOURCE_CONTINUE;
  untold.source = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_tell (PlxCell *self)
{
  untold.last_usec = g_get_monotonic_time ();
  if (self->is_untold)
    return;
  self->is_untold = TRUE;
  self->link.data = self;
  g_queue_push_tail_link (&untold.cells, &self->link);
  if (untold.source == 0)
    untold.source = g_timeout_add (TICK_MS, on_tell_due, NULL);
}

static void
plx_cell_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  PlxCell *self = PLX_CELL (widget);
  PlxLetters letters = plx_letters_measure (widget);
  int width = self->is_number ? letters.digit_width : letters.width;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? letters.height : (int) self->least * width;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? letters.height
                                                     : (int) MAX (self->least, self->most) * width;
}

static void
make_layout (PlxCell *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  if (self->is_number)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (self->layout, attributes);
    }
  else
    pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

static void
plx_cell_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  PlxCell *self = PLX_CELL (widget);
  int width = gtk_widget_get_width (widget);
  gboolean is_at_right = (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) != self->is_number;
  int text_width, text_height;

  tell (self);
  if (*self->text == '\0')
    return;
  if (self->layout == NULL)
    make_layout (self);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  if (text_width > width && !self->is_number)
    {
      pango_layout_set_width (self->layout, width * PANGO_SCALE);
      text_width = width;
    }
  /* Letters of another script may be taller than the line: they reach into the cell's padding. */
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              is_at_right ? width - text_width : 0,
                              (gtk_widget_get_height (widget) - text_height) / 2, self->layout);
}

static gboolean
plx_cell_query_tooltip (GtkWidget  *widget,
                        int         x,
                        int         y,
                        gboolean    by_keyboard,
                        GtkTooltip *tooltip)
{
  PlxCell *self = PLX_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
plx_cell_css_changed (GtkWidget         *widget,
                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_cell_parent_class)->css_changed (widget, change);

  g_clear_object (&PLX_CELL (widget)->layout);
}

static void
plx_cell_direction_changed (GtkWidget        *widget,
                            GtkTextDirection  before)
{
  g_clear_object (&PLX_CELL (widget)->layout);

  GTK_WIDGET_CLASS (plx_cell_parent_class)->direction_changed (widget, before);
}

static void
plx_cell_finalize (GObject *object)
{
  PlxCell *self = PLX_CELL (object);

  if (self->is_untold)
    g_queue_unlink (&untold.cells, &self->link);
  g_free (self->text);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (plx_cell_parent_class)->finalize (object);
}

static void
plx_cell_class_init (PlxCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_cell_finalize;
  widget_class->measure = plx_cell_measure;
  widget_class->snapshot = plx_cell_snapshot;
  widget_class->query_tooltip = plx_cell_query_tooltip;
  widget_class->css_changed = plx_cell_css_changed;
  widget_class->direction_changed = plx_cell_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
plx_cell_init (PlxCell *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
plx_cell_new_text (guint least,
                   guint most)
{
  PlxCell *self = g_object_new (PLX_TYPE_CELL, "has-tooltip", TRUE, NULL);

  self->least = least;
  self->most = most;
  return GTK_WIDGET (self);
}

GtkWidget *
plx_cell_new_number (guint least)
{
  PlxCell *self = g_object_new (PLX_TYPE_CELL, NULL);

  self->least = least;
  self->is_number = TRUE;
  return GTK_WIDGET (self);
}

void
plx_cell_set_text (PlxCell    *self,
                   const char *text)
{
  guint n;

  g_return_if_fail (PLX_IS_CELL (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  queue_tell (self);
  n = self->is_number ? (guint) g_utf8_strlen (text, -1) : 0;
  if (n > self->least)
    {
      self->least = n;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
