/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-row-text.h"

#include "plx-letters.h"

/* However narrow: words are broken before that. */
#define MIN_CHARS 6

struct _PlxRowText
{
  GtkWidget      parent_instance;

  /* owned */
  char          *text;
  PangoAttrList *attributes; /* NULL: none */
  PangoLayout   *layout;     /* NULL until it is measured or drawn */

  /* state */
  guint          width_chars;
  guint          max_lines;
  double         line_height;
};

G_DEFINE_FINAL_TYPE (PlxRowText, plx_row_text, GTK_TYPE_WIDGET)

static PangoAttrList *
make_attributes (PlxRowText *self)
{
  PangoAttrList *all =
    self->attributes != NULL ? pango_attr_list_copy (self->attributes) : pango_attr_list_new ();

  if (self->line_height != 1)
    pango_attr_list_insert (all, pango_attr_line_height_new (self->line_height));
  return all;
}

static PangoLayout *
ensure_layout (PlxRowText *self,
               int         width)
{
  if (self->layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = make_attributes (self);

      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_attributes (self->layout, attributes);
      if (self->max_lines > 0)
        {
          pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
          pango_layout_set_height (self->layout, -(int) self->max_lines);
        }
    }
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  return self->layout;
}

static void
plx_row_text_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PlxRowText *self = PLX_ROW_TEXT (widget);
  int char_width, height;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    {
      pango_layout_get_pixel_size (ensure_layout (self, for_size), NULL, &height);
      *minimum = *natural = height;
      return;
    }
  char_width = plx_letters_measure (widget).width;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = char_width * MIN_CHARS;
      *natural = char_width * (int) MAX (self->width_chars, MIN_CHARS);
      return;
    }
  pango_layout_get_pixel_size (ensure_layout (self, char_width * MIN_CHARS), NULL, &height);
  *minimum = *natural = height;
}

static GtkSizeRequestMode
plx_row_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_row_text_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PlxRowText *self = PLX_ROW_TEXT (widget);

  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0,
                              ensure_layout (self, gtk_widget_get_width (widget)));
}

static void
plx_row_text_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_row_text_parent_class)->css_changed (widget, change);

  g_clear_object (&PLX_ROW_TEXT (widget)->layout);
}

static void
plx_row_text_direction_changed (GtkWidget        *widget,
                                GtkTextDirection  before)
{
  g_clear_object (&PLX_ROW_TEXT (widget)->layout);

  GTK_WIDGET_CLASS (plx_row_text_parent_class)->direction_changed (widget, before);
}

void
plx_row_text_set (PlxRowText    *self,
                  const char    *text,
                  PangoAttrList *attributes)
{
  gboolean is_other;

  g_return_if_fail (PLX_IS_ROW_TEXT (self));
  g_return_if_fail (text != NULL);

  is_other = !g_str_equal (text, self->text);
  if (!is_other && (self->attributes != NULL) == (attributes != NULL) &&
      (attributes == NULL || pango_attr_list_equal (attributes, self->attributes)))
    return;
  if (is_other)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->text, -1);
    }
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plx_row_text_finalize (GObject *object)
{
  PlxRowText *self = PLX_ROW_TEXT (object);

  g_free (self->text);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (plx_row_text_parent_class)->finalize (object);
}

static gboolean
plx_row_text_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    by_keyboard,
                            GtkTooltip *tooltip)
{
  PlxRowText *self = PLX_ROW_TEXT (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
plx_row_text_class_init (PlxRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_row_text_finalize;
  widget_class->measure = plx_row_text_measure;
  widget_class->get_request_mode = plx_row_text_get_request_mode;
  widget_class->snapshot = plx_row_text_snapshot;
  widget_class->query_tooltip = plx_row_text_query_tooltip;
  widget_class->css_changed = plx_row_text_css_changed;
  widget_class->direction_changed = plx_row_text_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
plx_row_text_init (PlxRowText *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
plx_row_text_new (guint  width_chars,
                  guint  max_lines,
                  double line_height)
{
  PlxRowText *self = g_object_new (PLX_TYPE_ROW_TEXT, NULL);

  self->width_chars = width_chars;
  self->max_lines = max_lines;
  self->line_height = line_height;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), max_lines > 0);
  return GTK_WIDGET (self);
}
