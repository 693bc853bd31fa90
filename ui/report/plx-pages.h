/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Text, tables and charts set on pages: for a PDF file and for a printer alike. What is added
 * flows from page to page: a heading stays with what follows it, a row of a table is not torn if
 * it need not be, and a table's head is repeated. All lengths are points (1/72 inch).
 *
 * Used from one thread at a time, which need not be the main one. */

#include <cairo.h>
#include <pango/pango.h>

#include "ui/plot/plx-chart.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_PAGES_BODY,
  PLX_PAGES_TITLE,
  PLX_PAGES_HEADING, /* of a chapter, in the outline */
  PLX_PAGES_SECTION, /* likewise, below it */
  PLX_PAGES_MINOR,
  PLX_PAGES_STRONG,
  PLX_PAGES_SMALL,
  PLX_PAGES_MUTED, /* small and grey */
  PLX_N_PAGES_FONTS
} PlxPagesFont;

/* A place on paper for a text. Zero-initialised: all of the width, nothing special. */
typedef struct
{
  const char    *text;
  PlxPagesFont   font;
  double         x;          /* from where lines begin */
  double         width;      /* 0: up to where lines end */
  PangoAttrList *attributes; /* (nullable): beyond those of the font */
  const char    *link;       /* (nullable): "#NAME" of a place in these pages, or a web address */
  gboolean       at_end;     /* numbers: flush with the end of the cell */
} PlxPagesCell;

/* How a row of cells goes onto the pages. Zero-initialised: an ordinary one. */
typedef struct
{
  double      space;   /* above it, unless it is the first on a page */
  gboolean    keep;    /* with the row or chart that follows */
  gboolean    rule;    /* a line below it */
  gboolean    is_head; /* repeated on every page until plx_pages_end_table() */
  const char *name;    /* (nullable): of the place, for links */
} PlxPagesRow;

#define PLX_PAGES_MAX_CELLS 16

typedef struct _PlxPages PlxPages;

/* plx_pages_new:
 * @width, @height: of the paper
 * @margin: on all sides
 * @style: of charts and colours; copied
 * @footer: (nullable): at the foot of each page, beside its number */
PlxPages *plx_pages_new         (double width, double height, double margin,
                                 const PlxPlotStyle *style, const char *footer);
void      plx_pages_free        (PlxPages *self);

/* plx_pages_get_paper: the paper that is usual in the locale: Letter or A4 */
void      plx_pages_get_paper   (double *out_width, double *out_height);

/* plx_pages_get_width: Returns: of what stands between the margins */
double    plx_pages_get_width   (const PlxPages *self);

/* plx_pages_add_row: @cells: @n of them, side by side, PLX_PAGES_MAX_CELLS at most
 * @row: (nullable) */
void      plx_pages_add_row     (PlxPages *self, const PlxPagesCell *cells, guint n,
                                 const PlxPagesRow *row);
/* plx_pages_mark_cue: underlines a cue in a text, each pole in a way of its own */
void      plx_pages_mark_cue    (PangoAttrList *list, PlxSpan span, gboolean positive);

/* plx_pages_end_table: the head is not repeated from here on */
void      plx_pages_end_table   (PlxPages *self);

/* plx_pages_add_text: a row of one cell, set as its font demands */
void      plx_pages_add_text    (PlxPages *self, PlxPagesFont font, const char *text);

/* plx_pages_add_heading: @name: (nullable): of the place. Goes into the outline. */
void      plx_pages_add_heading (PlxPages *self, PlxPagesFont font, const char *text,
                                 const char *name);

/* Returns: (transfer full) (nullable): the link of a mark, as in a cell */
typedef char *(*PlxPagesLinkFunc) (const PlxPlotMark *mark, gpointer user_data);

/* plx_pages_add_chart:
 * @chart: borrowed until the pages are freed
 * @link: (nullable): called at once
 *
 * A chart is made a little smaller if it then fits on the page that has been begun. One higher than
 * a page is made much smaller, and if that would make it too small, cut between its marks. */
void      plx_pages_add_chart   (PlxPages *self, PlxChart *chart, PlxPagesLinkFunc link,
                                 gpointer user_data);

/* plx_pages_add_table: @max_rows: what is more is counted below it */
void      plx_pages_add_table   (PlxPages *self, const PlxPlotTable *table, guint max_rows);

/* plx_pages_count: Returns: how many pages it takes; nothing may be added from then on */
guint     plx_pages_count       (PlxPages *self);

/* plx_pages_draw: draws page @page (from 0) with the paper's corner at the origin */
void      plx_pages_draw        (PlxPages *self, cairo_t *cr, guint page);

/* plx_pages_to_pdf:
 * @author: (nullable)
 *
 * Returns: (transfer full): the bytes of a PDF file with links and outline, or NULL with @error set */
GBytes   *plx_pages_to_pdf      (PlxPages *self, const char *title, const char *author,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPages, plx_pages_free)

G_END_DECLS
