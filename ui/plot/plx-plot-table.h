/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The table behind a chart: the same figures for those who read rather than look, and for
 * spreadsheets. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_CELL_TEXT,
  PLX_CELL_NUMBER,
} PlxCellKind;

typedef struct
{
  char       *title;    /* translated */
  PlxCellKind kind;
  guint       decimals; /* of numbers */
  gboolean    is_signed;   /* numbers show a plus, too */
} PlxPlotColumn;

/* A cell of a number has a value (NaN: none), any cell a text: what a reader sees. */
typedef struct
{
  const char *text;  /* NULL: not worded yet; see plx_plot_table_get_cell() */
  double      value;
} PlxPlotCell;

typedef struct
{
  char   *title;   /* translated: what the table is of */
  GArray *columns; /* of PlxPlotColumn */
  GArray *cells;   /* of PlxPlotCell, row by row */
  GArray *marks;   /* of two guints for each row: see plx_plot_table_begin_row() */
  GStringChunk *texts; /* of the cells */
} PlxPlotTable;

PlxPlotTable      *plx_plot_table_new        (const char *title);
void               plx_plot_table_free       (PlxPlotTable *self);

/* Columns first, then cells, row by row. Numbers are worded with the locale's decimal mark, a
 * true minus sign, and a dash where there is none. */
void               plx_plot_table_add_column (PlxPlotTable *self, const char *title,
                                              PlxCellKind kind, guint decimals,
                                              gboolean is_signed);
/* plx_plot_table_begin_row: before the cells of a row: whose figures they are, by row and item of
 * the chart's mark */
void               plx_plot_table_begin_row  (PlxPlotTable *self, guint row, guint item);
void               plx_plot_table_add_text   (PlxPlotTable *self, const char *text);
void               plx_plot_table_add_number (PlxPlotTable *self, double value);

guint              plx_plot_table_get_n_columns (const PlxPlotTable *self);
guint              plx_plot_table_get_n_rows    (const PlxPlotTable *self);
const PlxPlotColumn *plx_plot_table_get_column  (const PlxPlotTable *self, guint column);
/* plx_plot_table_get_cell: words the cell when it is first asked for: of tens of thousands of rows
 * few are looked at. Not for two threads at a time. */
const PlxPlotCell *plx_plot_table_get_cell      (const PlxPlotTable *self, guint row,
                                                 guint column);

/* plx_plot_table_count_letters: how many letters the longest text of a column has, or @most if that
 * is fewer; one of an East Asian script counts as two. Without wording its numbers */
guint              plx_plot_table_count_letters (const PlxPlotTable *self, guint column,
                                                 guint most);

/* plx_plot_table_get_mark: Returns: FALSE if the row is of no mark */
gboolean           plx_plot_table_get_mark      (const PlxPlotTable *self, guint table_row,
                                                 guint *out_row, guint *out_item);

/* plx_plot_table_to_csv:
 * Returns: (transfer full): the table as RFC 4180 has it, with a header row; numbers with a
 *   decimal point and empty where there is none. A text that a spreadsheet would take for a
 *   formula is given an apostrophe in front */
char              *plx_plot_table_to_csv     (const PlxPlotTable *self);

/* plx_plot_table_to_html:
 * @max_rows: how many rows it has at most; what is left out is counted in its last line
 *
 * Returns: (transfer full): a <table> with caption and header cells */
char              *plx_plot_table_to_html    (const PlxPlotTable *self, guint max_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPlotTable, plx_plot_table_free)

G_END_DECLS
