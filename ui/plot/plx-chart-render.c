/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-private.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define PNG_SCALE 2.0
/* Cairo's image surfaces end here. */
#define PNG_MAX_PIXELS 32767.0

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Failed to draw the chart: %s",
               cairo_status_to_string (status));
  return FALSE;
}

/* Draws and finishes; only then does cairo tell whether all went well. */
static gboolean
draw_to_surface (PlxChart            *self,
                 cairo_surface_t     *surface,
                 const PlxPlotStyle  *style,
                 double               width,
                 double               height,
                 GError             **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  plx_chart_draw (self, cr, style, width, height, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return check_status (status, error) && check_status (cairo_surface_status (surface), error);
}

static cairo_surface_t *
render_image (PlxChart            *self,
              const PlxPlotStyle  *style,
              double               width,
              double               height,
              GError             **error)
{
  cairo_surface_t *surface;

  if (width * PNG_SCALE > PNG_MAX_PIXELS || height * PNG_SCALE > PNG_MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   "The chart is too tall for a PNG picture; SVG and PDF have no such limit");
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * PNG_SCALE,
                                        height * PNG_SCALE);
  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  if (!draw_to_surface (self, surface, style, width, height, error))
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

static GBytes *
render_png (PlxChart            *self,
            const PlxPlotStyle  *style,
            double               width,
            double               height,
            GError             **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = render_image (self, style, width, height, error);
  gboolean ok = surface != NULL &&
                check_status (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), error);

  g_clear_pointer (&surface, cairo_surface_destroy);
  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
render_pdf (PlxChart            *self,
            const PlxPlotStyle  *style,
            double               width,
            double               height,
            GError             **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width,
                                                                  height);
  gboolean ok;

  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Parallax " PLX_VERSION);
  ok = draw_to_surface (self, surface, style, width, height, error);
  cairo_surface_finish (surface);
  ok = ok && check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* Returns: the height at @width, which becomes what the chart takes at least */
static double
prepare (PlxChart           *self,
         const PlxPlotStyle *style,
         PlxPlotStyle       *opaque,
         double             *width)
{
  double height;

  *opaque = *style;
  opaque->on_ground = FALSE;
  if (opaque->background.alpha <= 0)
    opaque->background = (PlxColor) { 1, 1, 1, 1 };
  height = ceil (plx_chart_measure (self, opaque, *width));
  *width = ceil (self->width);
  return height;
}

cairo_surface_t *
plx_chart_render_image (PlxChart            *self,
                        const PlxPlotStyle  *style,
                        double               width,
                        GError             **error)
{
  PlxPlotStyle opaque;
  double height;

  g_return_val_if_fail (self != NULL && style != NULL, NULL);

  height = prepare (self, style, &opaque, &width);
  return render_image (self, &opaque, width, height, error);
}

GBytes *
plx_chart_render (PlxChart            *self,
                  PlxExportFormat      format,
                  const PlxPlotStyle  *style,
                  double               width,
                  GError             **error)
{
  PlxPlotStyle opaque;
  double height;

  g_return_val_if_fail (self != NULL && style != NULL, NULL);

  height = prepare (self, style, &opaque, &width);
  switch (format)
    {
    case PLX_EXPORT_PNG:
      return render_png (self, &opaque, width, height, error);
    case PLX_EXPORT_PDF:
      return render_pdf (self, &opaque, width, height, error);
    case PLX_EXPORT_SVG:
    default:
      {
        PlxSvgOptions options = { .standalone = TRUE };
        char *svg = plx_chart_to_svg (self, &opaque, width, &options);

        return g_bytes_new_take (svg, strlen (svg));
      }
    }
}

gboolean
plx_export_format_from_name (const char      *name,
                             PlxExportFormat *out_format)
{
  static const struct
  {
    const char     *suffix;
    PlxExportFormat format;
  } formats[] = {
    { ".png", PLX_EXPORT_PNG }, { ".svg", PLX_EXPORT_SVG }, { ".pdf", PLX_EXPORT_PDF },
  };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL && out_format != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (lower, formats[i].suffix))
        {
          *out_format = formats[i].format;
          return TRUE;
        }
    }
  return FALSE;
}
