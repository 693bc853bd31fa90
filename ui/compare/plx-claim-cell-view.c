/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claim-cell-view.h"

#include "ui/evidence/plx-marks.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-theme.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAME_LETTERS 24
#define MAX_LINES 3
#define LINE_GAP 2
#define CAPTION_GAP 3
#define BUTTON_GAP 6
#define MINIMUM_WIDTH 110
#define NATURAL_WIDTH 240
/* Longer lines are hard to read. */
#define MAX_FULL_WIDTH 760
/* How strong the ground of shared words is, and how faint words of less weight are. */
#define WIRE_ALPHA 0.13
#define DIM_ALPHA 0.7
/* Lines are guessed from the number of letters, with some room for ragged ends. */
#define RAGGED 1.12

struct _PlxClaimCellView
{
  GtkWidget           parent_instance;

  /* owned */
  PlxClaimItem       *claim;
  PangoLayout        *caption; /* both: NULL: to be laid out when they are looked at */
  PangoLayout        *text;
  GtkWidget          *button;  /* only where the wording is shown in full; else NULL */

  /* borrowed */
  const PlxClaimLook *look;

  /* state */
  guint               column;
  PlxClaimCellFlags   flags;
};

enum
{
  ACTIVATED,
  TOGGLED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimCellView, plx_claim_cell_view, GTK_TYPE_WIDGET)

static const PlxClaimCell *
get_cell (PlxClaimCellView *self)
{
  return plx_claim_item_get_cell (self->claim, self->column);
}

static gboolean
is_full (PlxClaimCellView *self)
{
  return (self->flags & PLX_CLAIM_CELL_FULL) != 0;
}

/* Attributes */

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        guint           start,
        guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static guint16
to_pango (double component)
{
  return (guint16) (CLAMP (component, 0, 1) * G_MAXUINT16);
}

static void
insert_ground (PlxClaimCellView *self,
               PangoAttrList    *attributes,
               PlxSpan           span)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  insert (attributes, pango_attr_background_new (to_pango (color.red), to_pango (color.green),
                                                 to_pango (color.blue)), span.start, span.end);
  insert (attributes, pango_attr_background_alpha_new (to_pango (WIRE_ALPHA)), span.start,
          span.end);
}

static PangoAttrList *
make_text_attributes (PlxClaimCellView *self)
{
  const PlxClaimCell *cell = get_cell (self);
  PangoAttrList *attributes;

  attributes = is_full (self) ? plx_marks_make_attributes (cell->sentence, self->look->axis)
                              : pango_attr_list_new ();
  if (cell->wire.end > cell->wire.start)
    insert_ground (self, attributes, cell->wire);
  for (guint i = 0; i < cell->n_differing; i++)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), cell->differing[i].start,
            cell->differing[i].end);
  if (cell->state == PLX_CLAIM_TOUCHED && !is_full (self))
    insert (attributes, pango_attr_foreground_alpha_new (to_pango (DIM_ALPHA)), 0, G_MAXUINT);
  return attributes;
}

/* The caption */

static void
append_dim (GString       *text,
            PangoAttrList *attributes,
            const char    *part)
{
  guint start = text->len;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  insert (attributes, pango_attr_foreground_alpha_new (to_pango (DIM_ALPHA)), start, text->len);
}

static void
append_mark (PlxClaimCellView *self,
             GString          *text,
             PangoAttrList    *attributes)
{
  const PlxClaimCell *cell = get_cell (self);
  const PlxPlotStyle *palette = plx_theme_get_palette ();
  double score = plx_sentence_item_get_score (cell->sentence, self->look->axis)->score;
  const PlxColor *color = score < 0 ? &palette->negative : &palette->positive;
  g_autofree char *mark = plx_claim_mark_text (cell->sentence, self->look->axis);
  guint start;

  if (text->len > 0)
    g_string_append (text, "   ");
  start = text->len;
  g_string_append (text, mark);
  if (score != 0)
    {
      insert (attributes, pango_attr_foreground_new (to_pango (color->red), to_pango (color->green),
                                                     to_pango (color->blue)), start, text->len);
      insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16), start, text->len);
    }
  else
    insert (attributes, pango_attr_foreground_alpha_new (to_pango (DIM_ALPHA)), start, text->len);
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
  insert (attributes, pango_attr_font_features_new ("tnum=1"), start, text->len);
}

/* Before one line of what is said of it, a name leaves room for that. */
static char *
dup_name (PlxClaimCellView *self)
{
  const char *name = self->look->names[self->column];
  g_autofree char *start = NULL;

  if (is_full (self) || g_utf8_strlen (name, -1) <= MAX_NAME_LETTERS)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, MAX_NAME_LETTERS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
fill_caption (PlxClaimCellView *self,
              GString          *text,
              PangoAttrList    *attributes)
{
  const PlxClaimCell *cell = get_cell (self);
  g_autofree char *wire = plx_claim_wire_text (cell, self->look);

  if ((self->flags & PLX_CLAIM_CELL_SOURCE) != 0)
    {
      g_autofree char *name = dup_name (self);

      g_string_append (text, name);
      insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, text->len);
    }
  if (cell->sentence == NULL)
    {
      append_dim (text, attributes, _("omitted"));
      return;
    }
  append_mark (self, text, attributes);
  if (cell->state == PLX_CLAIM_TOUCHED)
    append_dim (text, attributes, _("touches on it"));
  if (wire != NULL)
    append_dim (text, attributes, wire);
}

static PangoLayout *
make_caption (PlxClaimCellView *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  fill_caption (self, text, attributes);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, is_full (self) ? -MAX_LINES : -1);
  return layout;
}

static PangoLayout *
make_text (PlxClaimCellView *self)
{
  PangoLayout *layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                    plx_sentence_item_get_text (get_cell (self)->sentence));
  g_autoptr (PangoAttrList) attributes = make_text_attributes (self);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, LINE_GAP * PANGO_SCALE);
  if (!is_full (self))
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -MAX_LINES);
    }
  return layout;
}

static gboolean
has_text (PlxClaimCellView *self)
{
  return self->claim != NULL && get_cell (self)->sentence != NULL;
}

static void
ensure_layouts (PlxClaimCellView *self)
{
  if (self->caption == NULL)
    self->caption = make_caption (self);
  if (self->text == NULL && has_text (self))
    self->text = make_text (self);
}

static void
forget_layouts (PlxClaimCellView *self)
{
  g_clear_object (&self->caption);
  g_clear_object (&self->text);
}

/* Sizes */

static int
get_button_width (PlxClaimCellView *self)
{
  int natural = 0;

  if (self->button == NULL)
    return 0;
  gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural + BUTTON_GAP;
}

static int
get_button_height (PlxClaimCellView *self)
{
  int natural = 0;

  if (self->button != NULL)
    gtk_widget_measure (self->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_layout (PangoLayout *layout,
                int          width)
{
  int height;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
limit_width (PlxClaimCellView *self,
             int               width)
{
  return is_full (self) ? MIN (width, MAX_FULL_WIDTH) : width;
}

static int
measure_full (PlxClaimCellView *self,
              int               width)
{
  int height;

  width = limit_width (self, width);
  ensure_layouts (self);
  height = MAX (measure_layout (self->caption, width - get_button_width (self)),
                get_button_height (self));
  if (self->text != NULL)
    height += CAPTION_GAP + measure_layout (self->text, width);
  return height;
}

static int
measure_cut (PlxClaimCellView *self,
             int               width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  double letter = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  int n_lines;

  pango_font_metrics_unref (metrics);
  if (!has_text (self))
    return line;
  n_lines = (int) (strlen (plx_sentence_item_get_text (get_cell (self)->sentence)) * letter *
                   RAGGED / MAX (width, 1)) + 1;
  n_lines = CLAMP (n_lines, 1, MAX_LINES);
  return line + CAPTION_GAP + n_lines * line + (n_lines - 1) * LINE_GAP;
}

static GtkSizeRequestMode
plx_claim_cell_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_claim_cell_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  PlxClaimCellView *self = PLX_CLAIM_CELL_VIEW (widget);
  int width = for_size > 0 ? for_size : NATURAL_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->claim == NULL)
    *minimum = *natural = 0;
  else
    *minimum = *natural = is_full (self) ? measure_full (self, width) : measure_cut (self, width);
}

static void
plx_claim_cell_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PlxClaimCellView *self = PLX_CLAIM_CELL_VIEW (widget);
  int button_width = get_button_width (self) - BUTTON_GAP;
  int used = limit_width (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->button != NULL)
    gtk_widget_size_allocate (self->button,
                              &(GtkAllocation) { rtl ? width - used : MAX (used - button_width, 0),
                                                 0, MIN (button_width, used),
                                                 get_button_height (self) }, -1);
}

static void
draw_layout (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             double         x,
             double         y,
             int            width,
             const GdkRGBA *color)
{
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
plx_claim_cell_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PlxClaimCellView *self = PLX_CLAIM_CELL_VIEW (widget);
  int width = limit_width (self, gtk_widget_get_width (widget));
  int button_width = get_button_width (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = rtl ? gtk_widget_get_width (widget) - width : 0;
  GdkRGBA color;
  int caption_height, height;

  if (self->claim == NULL)
    return;
  ensure_layouts (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  caption_height = measure_layout (self->caption, width - button_width);
  height = MAX (caption_height, get_button_height (self));
  draw_layout (snapshot, self->caption, rtl ? x + button_width : 0, (height - caption_height) / 2,
               width - button_width, &color);
  if (self->text != NULL)
    draw_layout (snapshot, self->text, x, height + CAPTION_GAP, width, &color);
  GTK_WIDGET_CLASS (plx_claim_cell_view_parent_class)->snapshot (widget, snapshot);
}

static void
plx_claim_cell_view_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_claim_cell_view_parent_class)->css_changed (widget, change);
  forget_layouts (PLX_CLAIM_CELL_VIEW (widget));
}

static void
on_style_changed (PlxClaimCellView *self)
{
  forget_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Input */

static gboolean
activate (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlxClaimCellView *self = PLX_CLAIM_CELL_VIEW (widget);

  if (!has_text (self))
    return FALSE;
  g_signal_emit (self, signals[ACTIVATED], 0);
  return TRUE;
}

static gboolean
toggle (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  g_signal_emit (widget, signals[TOGGLED], 0);
  return TRUE;
}

static gboolean
move (GtkWidget *widget,
      GVariant  *arguments,
      gpointer   user_data)
{
  int step = g_variant_get_int32 (arguments);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  g_signal_emit (widget, signals[MOVED], 0, step);
  return TRUE;
}

static void
on_released (PlxClaimCellView *self,
             int               n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 1)
    g_signal_emit (self, signals[TOGGLED], 0);
  else if (n_press == 2 && has_text (self))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_clicked (PlxClaimCellView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
update_button (PlxClaimCellView *self)
{
  gboolean wanted = has_text (self) && is_full (self);

  if (wanted == (self->button != NULL))
    return;
  if (!wanted)
    {
      g_clear_pointer (&self->button, gtk_widget_unparent);
      return;
    }
  /* The cell itself has the key for it. */
  self->button = gtk_button_new_with_label (_("Read"));
  gtk_widget_set_focusable (self->button, FALSE);
  plx_widget_tell (self->button, _("Read On in the Article (Return)"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "small");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
plx_claim_cell_view_bind (PlxClaimCellView   *self,
                          PlxClaimItem       *claim,
                          guint               column,
                          const PlxClaimLook *look,
                          PlxClaimCellFlags   flags)
{
  g_autofree char *description = NULL;
  g_autofree char *wire = NULL;

  g_return_if_fail (PLX_IS_CLAIM_CELL_VIEW (self));
  g_return_if_fail (claim == NULL || look != NULL);

  g_set_object (&self->claim, claim);
  self->column = column;
  self->look = look;
  self->flags = flags;
  forget_layouts (self);
  update_button (self);
  if (claim != NULL)
    {
      description = plx_claim_describe_cell (claim, column, look);
      wire = plx_claim_wire_text (get_cell (self), look);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      description, -1);
    }
  /* In full, the caption has room for it. */
  plx_widget_tell (GTK_WIDGET (self), is_full (self) ? NULL : wire);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plx_claim_cell_view_dispose (GObject *object)
{
  PlxClaimCellView *self = PLX_CLAIM_CELL_VIEW (object);

  forget_layouts (self);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->claim);

  G_OBJECT_CLASS (plx_claim_cell_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (widget_class, activating[i], 0, activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, toggle, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, move, "i", 1);
}

static void
plx_claim_cell_view_class_init (PlxClaimCellViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_claim_cell_view_dispose;
  widget_class->get_request_mode = plx_claim_cell_view_get_request_mode;
  widget_class->measure = plx_claim_cell_view_measure;
  widget_class->size_allocate = plx_claim_cell_view_size_allocate;
  widget_class->snapshot = plx_claim_cell_view_snapshot;
  widget_class->css_changed = plx_claim_cell_view_css_changed;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[TOGGLED] = g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "claimcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
plx_claim_cell_view_init (PlxClaimCellView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (on_style_changed));
}

GtkWidget *
plx_claim_cell_view_new (void)
{
  return g_object_new (PLX_TYPE_CLAIM_CELL_VIEW, NULL);
}
