/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-pages-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <gio/gio.h>
#include <math.h>

/* What a page is drawn on. Only a file of our own has links, structure and an outline. */
typedef struct
{
  PlxPages        *pages;
  cairo_t         *cr;
  cairo_surface_t *pdf; /* NULL: none */
  guint            table; /* that is being written, as in find_table() */
} Painter;

static void
set_color (cairo_t  *cr,
           PlxColor  color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/* Names of places are our own; addresses are anybody's.
 * Returns: (transfer full) (nullable): the attributes of a link tag, or NULL for no link */
static char *
make_link (const Painter *self,
           const char    *link)
{
  g_autofree char *valid = NULL;
  g_autofree char *uri = NULL;

  if (self->pdf == NULL || link == NULL)
    return NULL;
  if (*link == '#')
    return g_hash_table_contains (self->pages->names, link + 1)
             ? g_strdup_printf ("dest='%s'", link + 1) : NULL;
  valid = g_utf8_make_valid (link, -1);
  uri = g_uri_escape_string (valid, ":/?#[]@!$&()*+,;=%", /* allow_utf8= */ FALSE);
  return g_strdup_printf ("uri='%s'", uri);
}

static void
draw_lines (cairo_t     *cr,
            PangoLayout *layout,
            double       x,
            double       y,
            guint        first,
            guint        end)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0;
  guint i = 0;

  do
    {
      PangoRectangle logical;
      int y0;

      if (i >= first && i < end)
        {
          pango_layout_iter_get_line_yrange (iter, &y0, NULL);
          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          top = i == first ? y0 : top;
          cairo_move_to (cr, x + pango_units_to_double (logical.x),
                         y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - top));
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      i++;
    }
  while (i < end && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static const char *
get_structure (const PlxPagesBlock *block)
{
  if (block->chart != NULL)
    return "Figure";
  switch (block->font)
    {
    case PLX_PAGES_TITLE:
      return "H1";
    case PLX_PAGES_HEADING:
      return "H2";
    case PLX_PAGES_SECTION:
      return "H3";
    case PLX_PAGES_MINOR:
      return "H4";
    default:
      return "P";
    }
}

/* Returns: the number of the head of the table that a row belongs to, + 1; 0: none */
static guint
find_table (const Painter *self,
            guint          index)
{
  const PlxPagesBlock *block = self->pages->blocks->pdata[index];

  return block->chart != NULL ? 0 : block->is_head ? index + 1 : block->head;
}

/* A table is one for who reads with a screen reader, over as many pages as it takes. */
static void
turn_to_table (Painter *self,
               guint    table)
{
  if (self->pdf == NULL || self->table == table)
    return;
  if (self->table != 0)
    cairo_tag_end (self->cr, "Table");
  if (table != 0)
    cairo_tag_begin (self->cr, "Table", NULL);
  self->table = table;
}

static void
draw_row (Painter             *self,
          const PlxPagesBlock *block,
          const PlxPagesPiece *piece,
          gboolean             has_structure)
{
  cairo_t *cr = self->cr;
  const char *part = !has_structure || self->table == 0 ? NULL : block->is_head ? "TH" : "TD";

  set_color (cr, self->pages->style.foreground);
  for (guint i = 0; i < block->n_texts; i++)
    {
      const PlxPagesText *text = &block->texts[i];
      g_autofree char *link = make_link (self, text->link);

      if (piece->end[i] <= piece->first[i])
        continue;
      if (part != NULL)
        cairo_tag_begin (cr, part, NULL);
      if (link != NULL)
        cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
      draw_lines (cr, text->layout, text->x, piece->y, piece->first[i], piece->end[i]);
      if (link != NULL)
        cairo_tag_end (cr, CAIRO_TAG_LINK);
      if (part != NULL)
        cairo_tag_end (cr, part);
    }
}

static void
draw_rule (Painter *self,
           double   y)
{
  cairo_t *cr = self->cr;

  set_color (cr, self->pages->style.muted);
  cairo_set_line_width (cr, 0.4);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, plx_pages_get_width (self->pages), y);
  cairo_stroke (cr);
}

static void
link_area (Painter             *self,
           const PlxPagesBlock *block,
           const PlxPagesArea  *area,
           double               y)
{
  g_autofree char *link = make_link (self, area->link);
  g_autofree char *attributes = NULL;
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[4] = {
    area->area.x * block->scale, y + (area->area.y - block->top) * block->scale,
    area->area.width * block->scale, area->area.height * block->scale,
  };

  if (link == NULL || area->area.y < block->top ||
      (area->area.y - block->top) * block->scale >= block->height)
    return;
  for (guint i = 0; i < 4; i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);
  attributes = g_strdup_printf ("rect=[%s %s %s %s] %s", numbers[0], numbers[1], numbers[2],
                                numbers[3], link);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
draw_chart (Painter             *self,
            const PlxPagesBlock *block,
            const PlxPagesPiece *piece)
{
  cairo_t *cr = self->cr;
  double width = plx_pages_get_width (self->pages);

  cairo_save (cr);
  cairo_rectangle (cr, 0, piece->y, width, block->height);
  cairo_clip (cr);
  cairo_translate (cr, 0, piece->y - block->top * block->scale);
  cairo_scale (cr, block->scale, block->scale);
  plx_chart_draw (block->chart, cr, &self->pages->style, width / block->scale,
                  block->top + block->height / block->scale, NULL);
  cairo_restore (cr);
  for (guint i = 0; self->pdf != NULL && i < block->areas->len; i++)
    link_area (self, block, &g_array_index (block->areas, PlxPagesArea, i), piece->y);
}

static void
draw_piece (Painter             *self,
            const PlxPagesPiece *piece)
{
  const PlxPagesBlock *block = self->pages->blocks->pdata[piece->block];
  gboolean is_first = !piece->is_repeat && piece->first[0] == 0;
  gboolean has_structure = self->pdf != NULL && !piece->is_repeat;
  const char *structure;

  if (self->pdf != NULL && block->name != NULL && is_first)
    {
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      /* From the corner of the paper: cairo does not transform it. */
      g_autofree char *name =
        g_strdup_printf ("name='%s' x=0 y=%s", block->name,
                         g_ascii_formatd (y, sizeof y, "%.2f",
                                          self->pages->margin + piece->y));

      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, name);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
  if (has_structure)
    turn_to_table (self, find_table (self, piece->block));
  structure = self->table != 0 ? "TR" : get_structure (block);
  if (has_structure)
    cairo_tag_begin (self->cr, structure, NULL);
  if (block->chart != NULL)
    draw_chart (self, block, piece);
  else
    draw_row (self, block, piece, has_structure);
  if (has_structure)
    cairo_tag_end (self->cr, structure);
  if (block->rule && piece->is_whole)
    draw_rule (self, piece->y + block->height - PLX_PAGES_RULE / 2.0);
}

static void
draw_footer (Painter *self,
             guint    page)
{
  PlxPages *pages = self->pages;
  double width = plx_pages_get_width (pages);
  double y = pages->height - 2 * pages->margin - PLX_PAGES_FOOTER / 2.0;
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, pages->n_pages);
  PlxPagesCell cells[2] = {
    { .text = pages->footer, .font = PLX_PAGES_MUTED },
    { .text = number, .font = PLX_PAGES_MUTED, .at_end = TRUE },
  };

  for (guint i = 0; i < 2; i++)
    {
      double room = i == 0 ? width * 0.75 : width * 0.25;
      g_autoptr (PangoLayout) layout = plx_pages_make_layout (pages, &cells[i], room);

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -1);
      set_color (self->cr, pages->style.foreground);
      draw_lines (self->cr, layout, (i == 0) == pages->style.rtl ? width - room : 0, y, 0, 1);
    }
}

static void
draw_page (Painter *self,
           guint    page)
{
  PlxPages *pages = self->pages;

  cairo_save (self->cr);
  cairo_translate (self->cr, pages->margin, pages->margin);
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const PlxPagesPiece *piece = &g_array_index (pages->pieces, PlxPagesPiece, i);

      if (piece->page == page)
        draw_piece (self, piece);
    }
  draw_footer (self, page);
  cairo_restore (self->cr);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               PlxSpan         span)
{
  attribute->start_index = span.start;
  attribute->end_index = span.end;
  pango_attr_list_insert (list, attribute);
}

static guint16
to_channel (double value)
{
  return (guint16) lround (value * 65535);
}

/* Poles differ in their underline too, as on the page: for print without colours. */
void
plx_pages_mark_cue (PangoAttrList *list,
                    PlxSpan        span,
                    gboolean       positive)
{
  PlxColor color = positive ? plx_plot_style_print.positive : plx_plot_style_print.negative;

  g_return_if_fail (list != NULL);

  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  add_attribute (list, pango_attr_underline_new (positive ? PANGO_UNDERLINE_DOUBLE
                                                          : PANGO_UNDERLINE_ERROR), span);
  add_attribute (list, pango_attr_foreground_new (to_channel (color.red), to_channel (color.green),
                                                  to_channel (color.blue)), span);
}

void
plx_pages_draw (PlxPages *self,
                cairo_t  *cr,
                guint     page)
{
  Painter painter = { self, cr };

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < plx_pages_count (self));

  draw_page (&painter, page);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *bytes,
              unsigned int         length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_outline (PlxPages        *self,
             cairo_surface_t *surface)
{
  int chapter = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PlxPagesBlock *block = self->blocks->pdata[i];
      g_autofree char *link = NULL;
      gboolean is_chapter = block->font == PLX_PAGES_HEADING;
      int id;

      if (block->outline == NULL || block->name == NULL)
        continue;
      link = g_strdup_printf ("dest='%s'", block->name);
      id = cairo_pdf_surface_add_outline (surface,
                                          is_chapter ? CAIRO_PDF_OUTLINE_ROOT : chapter,
                                          block->outline, link,
                                          is_chapter ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      if (is_chapter)
        chapter = id;
    }
}

static void
set_metadata (cairo_surface_t *surface,
              const char      *title,
              const char      *author)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, valid);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Parallax " PLX_VERSION);
  if (author != NULL && *author != '\0')
    {
      g_autofree char *name = g_utf8_make_valid (author, -1);

      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, name);
    }
}

GBytes *
plx_pages_to_pdf (PlxPages    *self,
                  const char  *title,
                  const char  *author,
                  GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Painter painter = { self };
  cairo_status_t status;
  guint n_pages;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  n_pages = plx_pages_count (self);
  painter.pdf = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width,
                                                     self->height);
  painter.cr = cairo_create (painter.pdf);
  set_metadata (painter.pdf, title, author);
  add_outline (self, painter.pdf);
  cairo_tag_begin (painter.cr, "Document", NULL);
  for (guint i = 0; i < n_pages; i++)
    {
      draw_page (&painter, i);
      if (i + 1 == n_pages)
        {
          turn_to_table (&painter, 0);
          cairo_tag_end (painter.cr, "Document");
        }
      cairo_show_page (painter.cr);
    }
  status = cairo_status (painter.cr);
  cairo_destroy (painter.cr);
  cairo_surface_finish (painter.pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (painter.pdf);
  cairo_surface_destroy (painter.pdf);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Failed to make a PDF: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
