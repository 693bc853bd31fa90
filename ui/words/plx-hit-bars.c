/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hit-bars.h"

#define MAX_BARS 12
#define BAR_WIDTH 5
#define BAR_STEP 7
#define HEIGHT 14

struct _PlxHitBars
{
  GtkWidget parent_instance;

  guint32   bars[MAX_BARS]; /* hits */
  guint     n_bars;
};

G_DEFINE_FINAL_TYPE (PlxHitBars, plx_hit_bars, GTK_TYPE_WIDGET)

static void
plx_hit_bars_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PlxHitBars *self = PLX_HIT_BARS (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : (int) self->n_bars * BAR_STEP;
  *natural = *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
plx_hit_bars_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PlxHitBars *self = PLX_HIT_BARS (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  guint32 most = 1;
  GdkRGBA color, faint;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  faint = color;
  faint.alpha *= 0.3f;
  for (guint i = 0; i < self->n_bars; i++)
    most = MAX (most, self->bars[i]);
  for (guint i = 0; i < self->n_bars; i++)
    {
      /* The fewest hits are seen; none is a line on the ground. */
      int bar = self->bars[i] == 0 ? 1 : MAX (3, (int) ((gint64) self->bars[i] * height / most));
      int x = is_mirrored ? width - (int) (i + 1) * BAR_STEP : (int) i * BAR_STEP;

      gtk_snapshot_append_color (snapshot, self->bars[i] == 0 ? &faint : &color,
                                 &GRAPHENE_RECT_INIT (x, height - bar, BAR_WIDTH, bar));
    }
}

static void
plx_hit_bars_class_init (PlxHitBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plx_hit_bars_measure;
  widget_class->snapshot = plx_hit_bars_snapshot;
  gtk_widget_class_set_css_name (widget_class, "hitbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_hit_bars_init (PlxHitBars *self)
{
}

GtkWidget *
plx_hit_bars_new (void)
{
  return g_object_new (PLX_TYPE_HIT_BARS, NULL);
}

void
plx_hit_bars_set_counts (PlxHitBars    *self,
                         const guint32 *counts,
                         guint          n)
{
  guint n_bars = MIN (n, MAX_BARS);

  g_return_if_fail (PLX_IS_HIT_BARS (self));
  g_return_if_fail (counts != NULL || n == 0);

  for (guint i = 0; i < n_bars; i++)
    self->bars[i] = 0;
  for (guint i = 0; i < n; i++)
    {
      guint bar = (guint) ((guint64) i * n_bars / n);

      self->bars[bar] = MAX (self->bars[bar], counts[i]);
    }
  if (self->n_bars != n_bars)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n_bars = n_bars;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
