/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sheets.h"

#include "plx-pages-private.h"

struct _PlxSheets
{
  GPtrArray *surfaces; /* of cairo_surface_t */
  double     width, height;
};

PlxSheets *
plx_sheets_new (PlxPages *pages)
{
  PlxSheets *self;
  guint n;

  g_return_val_if_fail (pages != NULL, NULL);

  self = g_atomic_rc_box_new0 (PlxSheets);
  n = plx_pages_count (pages);
  self->surfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->width = pages->width;
  self->height = pages->height;
  for (guint i = 0; i < n; i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (
        CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t) { 0, 0, self->width, self->height });
      cairo_t *cr = cairo_create (surface);

      plx_pages_draw (pages, cr, i);
      cairo_destroy (cr);
      g_ptr_array_add (self->surfaces, surface);
    }
  return self;
}

PlxSheets *
plx_sheets_ref (PlxSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_ptr_array_unref (((PlxSheets *) data)->surfaces);
}

void
plx_sheets_unref (PlxSheets *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

guint
plx_sheets_count (const PlxSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->surfaces->len;
}

void
plx_sheets_get_paper (const PlxSheets *self,
                      double          *out_width,
                      double          *out_height)
{
  g_return_if_fail (self != NULL);

  *out_width = self->width;
  *out_height = self->height;
}

void
plx_sheets_draw (const PlxSheets *self,
                 cairo_t         *cr,
                 guint            sheet)
{
  g_return_if_fail (self != NULL && cr != NULL && sheet < self->surfaces->len);

  cairo_set_source_surface (cr, self->surfaces->pdata[sheet], 0, 0);
  cairo_paint (cr);
}

void
plx_sheets_draw_on (const PlxSheets *self,
                    cairo_t         *cr,
                    guint            sheet,
                    double           width,
                    double           height)
{
  double scale;

  g_return_if_fail (self != NULL && cr != NULL && sheet < self->surfaces->len);

  scale = MIN (width / self->width, height / self->height);
  cairo_save (cr);
  cairo_translate (cr, (width - scale * self->width) / 2, (height - scale * self->height) / 2);
  cairo_scale (cr, scale, scale);
  plx_sheets_draw (self, cr, sheet);
  cairo_restore (cr);
}
