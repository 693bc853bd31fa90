/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-pages-private.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "ui/plot/plx-wording.h"

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612
#define LETTER_HEIGHT 792

/* A chart is not made smaller than this, but cut. */
#define MIN_SCALE 0.6
/* Nobody sees that it is so much smaller. */
#define LITTLE_SMALLER 0.85
#define SCALE_STEP 0.05
#define GAP 8

static const struct
{
  double   size;  /* points */
  gboolean bold;
  double   space; /* above it */
  gboolean keep;  /* with what follows */
} fonts[PLX_N_PAGES_FONTS] = {
  [PLX_PAGES_TITLE] = { 20, TRUE, 0, TRUE },
  [PLX_PAGES_HEADING] = { 14, TRUE, 22, TRUE },
  [PLX_PAGES_SECTION] = { 11.5, TRUE, 16, TRUE },
  [PLX_PAGES_MINOR] = { 9.5, TRUE, 10, TRUE },
  [PLX_PAGES_BODY] = { 9.5, FALSE, 5, FALSE },
  [PLX_PAGES_STRONG] = { 9.5, TRUE, 5, FALSE },
  [PLX_PAGES_SMALL] = { 8, FALSE, 3, FALSE },
  [PLX_PAGES_MUTED] = { 8, FALSE, 3, FALSE },
};

static void
area_clear (gpointer data)
{
  g_free (((PlxPagesArea *) data)->link);
}

static void
block_free (gpointer data)
{
  PlxPagesBlock *self = data;

  for (guint i = 0; i < self->n_texts; i++)
    {
      g_object_unref (self->texts[i].layout);
      g_free (self->texts[i].link);
    }
  g_clear_pointer (&self->areas, g_array_unref);
  g_free (self->texts);
  g_free (self->name);
  g_free (self->outline);
  g_free (self);
}

PlxPages *
plx_pages_new (double              width,
               double              height,
               double              margin,
               const PlxPlotStyle *style,
               const char         *footer)
{
  PlxPages *self;
  cairo_font_options_t *options;

  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (width > 2 * margin && height > 2 * margin + 2 * PLX_PAGES_FOOTER, NULL);

  self = g_new0 (PlxPages, 1);
  self->width = width;
  self->height = height;
  self->margin = margin;
  self->style = *style;
  self->style.text_size = fonts[PLX_PAGES_SMALL].size;
  self->footer = g_strdup (footer);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (PlxPagesPiece));
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* What is measured is the same on any device, and a point a unit of the drawing. */
  pango_cairo_context_set_resolution (self->context, 72);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, style->rtl ? PANGO_DIRECTION_WEAK_RTL
                                                        : PANGO_DIRECTION_WEAK_LTR);
  return self;
}

void
plx_pages_free (PlxPages *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->pieces);
  g_hash_table_unref (self->names);
  g_object_unref (self->context);
  g_free (self->footer);
  g_free (self);
}

void
plx_pages_get_paper (double *out_width,
                     double *out_height)
{
  /* glibc gives the number itself, in millimetres, in place of the address. */
  gsize millimetres = (gsize) nl_langinfo (_NL_PAPER_WIDTH);
  gboolean is_letter = (int) (guint32) millimetres == 216;

  *out_width = is_letter ? LETTER_WIDTH : A4_WIDTH;
  *out_height = is_letter ? LETTER_HEIGHT : A4_HEIGHT;
}

double
plx_pages_get_width (const PlxPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width - 2 * self->margin;
}

static double
get_room (const PlxPages *self)
{
  return self->height - 2 * self->margin - PLX_PAGES_FOOTER;
}

static void
add_color (PangoAttrList *list,
           PlxColor       color)
{
  pango_attr_list_insert (list, pango_attr_foreground_new ((guint16) lround (color.red * 65535),
                                                           (guint16) lround (color.green * 65535),
                                                           (guint16) lround (color.blue * 65535)));
}

/* Lines begin where those of the document do. Pango by itself turns a text around that runs against the
 * page: right and left are those of one that does not. */
static PangoAlignment
get_alignment (const PlxPages *self,
               PangoLayout    *layout,
               gboolean        at_end)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean is_turned =
    (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL) != self->style.rtl;

  return (self->style.rtl != at_end) != is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

PangoLayout *
plx_pages_make_layout (PlxPages           *self,
                       const PlxPagesCell *cell,
                       double              width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_from_string (self->style.font != NULL ? self->style.font : "Sans");
  g_autofree char *valid = g_utf8_make_valid (cell->text != NULL ? cell->text : "", -1);
  PangoAttrList *attributes = cell->attributes != NULL ? pango_attr_list_copy (cell->attributes)
                                                       : pango_attr_list_new ();

  pango_font_description_set_size (font, (int) lround (fonts[cell->font].size * PANGO_SCALE));
  pango_font_description_set_weight (font, fonts[cell->font].bold ? PANGO_WEIGHT_BOLD
                                                                  : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  if (cell->font == PLX_PAGES_MUTED)
    add_color (attributes, self->style.muted);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, valid, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  pango_layout_set_alignment (layout, get_alignment (self, layout, cell->at_end));
  if (width > 0)
    pango_layout_set_width (layout, (int) lround (width * PANGO_SCALE));
  return layout;
}

static void
take_name (PlxPages      *self,
           PlxPagesBlock *block,
           const char    *name)
{
  if (name == NULL || g_hash_table_contains (self->names, name))
    return;
  block->name = g_strdup (name);
  g_hash_table_add (self->names, block->name);
}

static PlxPagesBlock *
add_block (PlxPages *self)
{
  PlxPagesBlock *block = g_new0 (PlxPagesBlock, 1);

  block->head = self->head;
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
plx_pages_add_row (PlxPages           *self,
                   const PlxPagesCell *cells,
                   guint               n,
                   const PlxPagesRow  *row)
{
  static const PlxPagesRow ordinary = { 0 };
  PlxPagesBlock *block;

  g_return_if_fail (self != NULL && cells != NULL && self->n_pages == 0);
  g_return_if_fail (n > 0 && n <= PLX_PAGES_MAX_CELLS);

  row = row != NULL ? row : &ordinary;
  block = add_block (self);
  block->texts = g_new0 (PlxPagesText, n);
  block->n_texts = n;
  block->font = cells[0].font;
  for (guint i = 0; i < n; i++)
    {
      double width = cells[i].width > 0 ? cells[i].width : plx_pages_get_width (self) - cells[i].x;
      PangoLayout *layout = plx_pages_make_layout (self, &cells[i], width);

      block->texts[i].layout = layout;
      block->texts[i].link = g_strdup (cells[i].link);
      block->texts[i].x = self->style.rtl ? plx_pages_get_width (self) - cells[i].x - width
                                          : cells[i].x;
      block->height = MAX (block->height, plx_pages_lines_height (layout, 0, G_MAXUINT));
    }
  block->height += row->rule ? PLX_PAGES_RULE : 0;
  block->space = row->space;
  block->keep = row->keep || row->is_head;
  block->rule = row->rule;
  take_name (self, block, row->name);
  block->is_head = row->is_head;
  if (row->is_head)
    self->head = self->blocks->len;
}

void
plx_pages_end_table (PlxPages *self)
{
  g_return_if_fail (self != NULL);

  self->head = 0;
}

void
plx_pages_add_heading (PlxPages     *self,
                       PlxPagesFont  font,
                       const char   *text,
                       const char   *name)
{
  PlxPagesCell cell = { .text = text, .font = font };
  PlxPagesRow row = { .space = fonts[font].space, .keep = fonts[font].keep, .name = name };
  PlxPagesBlock *block;

  g_return_if_fail (self != NULL && text != NULL);

  plx_pages_add_row (self, &cell, 1, &row);
  block = self->blocks->pdata[self->blocks->len - 1];
  if (font == PLX_PAGES_HEADING || font == PLX_PAGES_SECTION)
    block->outline = g_utf8_make_valid (text, -1);
}

void
plx_pages_add_text (PlxPages     *self,
                    PlxPagesFont  font,
                    const char   *text)
{
  PlxPagesCell cell = { .text = text, .font = font };
  PlxPagesRow row = { .space = fonts[font].space, .keep = fonts[font].keep };

  plx_pages_add_row (self, &cell, 1, &row);
}

static GArray *
list_areas (GArray           *marks,
            PlxPagesLinkFunc  link,
            gpointer          user_data)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (PlxPagesArea));

  g_array_set_clear_func (areas, area_clear);
  for (guint i = 0; link != NULL && i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      PlxPagesArea area = { { mark->x, mark->y, mark->width, mark->height },
                            link (mark, user_data) };

      if (area.link != NULL)
        g_array_append_val (areas, area);
    }
  return areas;
}

double
plx_pages_find_cut (const GArray *marks,
                    double        top,
                    double        most)
{
  double cut = top;

  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      double bottom = mark->y + mark->height;
      gboolean is_free = bottom > cut && bottom <= most;

      for (guint j = 0; is_free && j < marks->len; j++)
        {
          const PlxPlotMark *other = &g_array_index (marks, PlxPlotMark, j);

          is_free = other->y > bottom - 0.01 || other->y + other->height < bottom + 0.01;
        }
      if (is_free)
        cut = bottom;
    }
  return cut >= top + (most - top) / 2 ? cut : most;
}

/* Charts that are too high are laid out for a wider page and drawn smaller, so that they use the width
 * there is. Returns: the scale; 0 if none of @least or more lets it fit */
static double
find_scale (PlxPages *self,
            PlxChart *chart,
            double    least,
            double    room)
{
  double width = plx_pages_get_width (self);

  for (double scale = 1; scale >= least - SCALE_STEP / 2; scale -= SCALE_STEP)
    {
      if (plx_chart_measure (chart, &self->style, width / scale) * scale <= room)
        return scale;
    }
  return 0;
}

/* A little smaller rather than leave much of this page empty, and much smaller rather than cut. */
static double
choose_scale (PlxPages *self,
              PlxChart *chart,
              double    room)
{
  double scale = find_scale (self, chart, LITTLE_SMALLER, plx_pages_find_left (self) - GAP);

  if (scale <= 0)
    scale = find_scale (self, chart, MIN_SCALE, room);
  return scale > 0 ? scale : 1;
}

void
plx_pages_add_chart (PlxPages         *self,
                     PlxChart         *chart,
                     PlxPagesLinkFunc  link,
                     gpointer          user_data)
{
  double width, height, room, scale;
  g_autoptr (GArray) marks = NULL;
  GArray *areas;

  g_return_if_fail (self != NULL && chart != NULL && self->n_pages == 0);

  /* Room for its heading on the same page. */
  room = get_room (self) - 40;
  scale = choose_scale (self, chart, room);
  width = plx_pages_get_width (self) / scale;
  height = plx_chart_measure (chart, &self->style, width);
  marks = plx_chart_list_marks (chart, &self->style, width);
  areas = list_areas (marks, link, user_data);
  for (double top = 0; top < height - 0.5;)
    {
      double bottom = height * scale > room && height - top > room
                        ? plx_pages_find_cut (marks, top, top + room) : height;
      PlxPagesBlock *block = add_block (self);

      block->chart = chart;
      block->scale = scale;
      block->top = top;
      block->height = (bottom - top) * scale;
      block->space = GAP;
      block->areas = g_array_ref (areas);
      top = bottom;
    }
  g_array_unref (areas);
}

/* Tables */

/* Of a cell: all on one line, or (@least) its longest word. */
static double
measure_cell (PlxPages           *self,
              const PlxPlotTable *table,
              guint               column,
              guint               row,
              gboolean            least)
{
  PlxPagesCell cell = {
    .text = row == 0 ? plx_plot_table_get_column (table, column)->title
                     : plx_plot_table_get_cell (table, row - 1, column)->text,
    .font = row == 0 ? PLX_PAGES_STRONG : PLX_PAGES_SMALL,
  };
  g_autoptr (PangoLayout) layout = plx_pages_make_layout (self, &cell, 0);
  int width;

  if (least)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, 0);
    }
  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width) + 1;
}

/* As wide as the texts are, or as far down to their longest words as there is room. */
static void
find_widths (PlxPages           *self,
             const PlxPlotTable *table,
             guint               n_columns,
             guint               n_rows,
             double             *widths)
{
  double least[PLX_PAGES_MAX_CELLS] = { 0 };
  double sum = 0, least_sum = 0, share;
  double room = plx_pages_get_width (self) - (n_columns - 1) * GAP;

  for (guint c = 0; c < n_columns; c++)
    {
      for (guint r = 0; r <= n_rows; r++)
        {
          widths[c] = MAX (widths[c], measure_cell (self, table, c, r, FALSE));
          least[c] = MAX (least[c], measure_cell (self, table, c, r, TRUE));
        }
      /* An address may be one word of any length. */
      widths[c] = MIN (widths[c], room / 2);
      if (plx_plot_table_get_column (table, c)->kind != PLX_CELL_NUMBER)
        least[c] = MIN (least[c], room / 5);
      least[c] = MIN (least[c], widths[c]);
      sum += widths[c];
      least_sum += least[c];
    }
  if (sum <= room)
    return;
  share = least_sum < room ? (room - least_sum) / (sum - least_sum) : 0;
  for (guint c = 0; c < n_columns; c++)
    widths[c] = least_sum < room ? least[c] + (widths[c] - least[c]) * share
                                 : least[c] * room / least_sum;
}

static void
add_table_row (PlxPages           *self,
               const PlxPlotTable *table,
               guint               n_columns,
               int                 row,
               const double       *widths)
{
  PlxPagesCell cells[PLX_PAGES_MAX_CELLS] = { 0 };
  PlxPagesRow how = { .space = 3, .rule = TRUE, .is_head = row < 0 };
  char *marked[PLX_PAGES_MAX_CELLS] = { NULL };
  double x = 0;

  for (guint c = 0; c < n_columns; c++)
    {
      const PlxPlotColumn *column = plx_plot_table_get_column (table, c);

      cells[c].text = row < 0 ? column->title
                              : plx_plot_table_get_cell (table, (guint) row, c)->text;
      if (row >= 0 && column->kind == PLX_CELL_NUMBER)
        cells[c].text = marked[c] =
          g_strconcat (plx_wording_get_number_mark (), cells[c].text, NULL);
      cells[c].font = row < 0 ? PLX_PAGES_STRONG : PLX_PAGES_SMALL;
      cells[c].x = x;
      cells[c].width = widths[c];
      cells[c].at_end = column->kind == PLX_CELL_NUMBER;
      x += widths[c] + GAP;
    }
  plx_pages_add_row (self, cells, n_columns, &how);
  for (guint c = 0; c < n_columns; c++)
    g_free (marked[c]);
}

void
plx_pages_add_table (PlxPages           *self,
                     const PlxPlotTable *table,
                     guint               max_rows)
{
  double widths[PLX_PAGES_MAX_CELLS] = { 0 };
  guint n_columns, n_rows, n_shown;

  g_return_if_fail (self != NULL && table != NULL);

  n_columns = MIN (plx_plot_table_get_n_columns (table), PLX_PAGES_MAX_CELLS);
  n_rows = plx_plot_table_get_n_rows (table);
  n_shown = MIN (n_rows, max_rows);
  if (n_columns == 0)
    return;
  find_widths (self, table, n_columns, MIN (n_shown, 200), widths);
  for (int row = -1; row < (int) n_shown; row++)
    add_table_row (self, table, n_columns, row, widths);
  plx_pages_end_table (self);
  if (n_shown < n_rows)
    {
      guint n = n_rows - n_shown;
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);

      plx_pages_add_text (self, PLX_PAGES_MUTED, more);
    }
}

guint
plx_pages_count (PlxPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->n_pages == 0)
    plx_pages_flow (self);
  return self->n_pages;
}
