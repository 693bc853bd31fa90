/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-plot-table.h"

#include "plx-markup.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
column_clear (gpointer data)
{
  g_free (((PlxPlotColumn *) data)->title);
}

PlxPlotTable *
plx_plot_table_new (const char *title)
{
  PlxPlotTable *self = g_new0 (PlxPlotTable, 1);

  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlxPlotColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (PlxPlotCell));
  self->marks = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  self->texts = g_string_chunk_new (1024);
  return self;
}

void
plx_plot_table_free (PlxPlotTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_array_unref (self->marks);
  g_string_chunk_free (self->texts);
  g_free (self->title);
  g_free (self);
}

void
plx_plot_table_add_column (PlxPlotTable *self,
                           const char   *title,
                           PlxCellKind   kind,
                           guint         decimals,
                           gboolean      is_signed)
{
  PlxPlotColumn column = { g_strdup (title), kind, decimals, is_signed };

  g_return_if_fail (self != NULL && self->cells->len == 0);

  g_array_append_val (self->columns, column);
}

static const PlxPlotColumn *
next_column (PlxPlotTable *self)
{
  return plx_plot_table_get_column (self, self->cells->len % self->columns->len);
}

void
plx_plot_table_begin_row (PlxPlotTable *self,
                          guint         row,
                          guint         item)
{
  const guint mark[] = { row, item };

  g_return_if_fail (self != NULL && self->cells->len == self->marks->len * self->columns->len);

  g_array_append_vals (self->marks, mark, 1);
}

gboolean
plx_plot_table_get_mark (const PlxPlotTable *self,
                         guint               table_row,
                         guint              *out_row,
                         guint              *out_item)
{
  const guint *mark;

  g_return_val_if_fail (self != NULL && out_row != NULL && out_item != NULL, FALSE);

  if (table_row >= self->marks->len)
    return FALSE;

  mark = (const guint *) (gpointer) self->marks->data + 2 * table_row;
  *out_row = mark[0];
  *out_item = mark[1];
  return TRUE;
}

void
plx_plot_table_add_text (PlxPlotTable *self,
                         const char   *text)
{
  PlxPlotCell cell = { .value = NAN };

  g_return_if_fail (self != NULL && next_column (self)->kind == PLX_CELL_TEXT);

  if (text == NULL)
    cell.text = "";
  else if (g_utf8_validate (text, -1, NULL))
    cell.text = g_string_chunk_insert (self->texts, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      cell.text = g_string_chunk_insert (self->texts, valid);
    }
  g_array_append_val (self->cells, cell);
}

void
plx_plot_table_add_number (PlxPlotTable *self,
                           double        value)
{
  PlxPlotCell cell = { .value = value };

  g_return_if_fail (self != NULL && next_column (self)->kind == PLX_CELL_NUMBER);

  g_array_append_val (self->cells, cell);
}

static char *
dup_number (const PlxPlotColumn *column,
            double               value)
{
  double unit = pow (10, column->decimals);
  double rounded = round (value * unit) / unit;

  return g_strdup_printf ("%s%'.*f",
                          rounded < 0 ? "−" : rounded > 0 && column->is_signed ? "+" : "",
                          (int) column->decimals, fabs (rounded));
}

static const char *
word_number (const PlxPlotTable  *self,
             const PlxPlotColumn *column,
             double               value)
{
  g_autofree char *text = NULL;

  if (!isfinite (value))
    return "–";
  text = dup_number (column, value);
  return g_string_chunk_insert (self->texts, text);
}

guint
plx_plot_table_get_n_columns (const PlxPlotTable *self)
{
  return self->columns->len;
}

guint
plx_plot_table_get_n_rows (const PlxPlotTable *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

const PlxPlotColumn *
plx_plot_table_get_column (const PlxPlotTable *self,
                           guint               column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, PlxPlotColumn, column);
}

const PlxPlotCell *
plx_plot_table_get_cell (const PlxPlotTable *self,
                         guint               row,
                         guint               column)
{
  guint index = row * self->columns->len + column;
  PlxPlotCell *cell;

  g_return_val_if_fail (column < self->columns->len && index < self->cells->len, NULL);

  cell = &g_array_index (self->cells, PlxPlotCell, index);
  if (cell->text == NULL)
    cell->text = word_number (self, plx_plot_table_get_column (self, column), cell->value);
  return cell;
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

/* The longest number is the greatest or the least. */
static guint
count_digits (const PlxPlotTable  *self,
              const PlxPlotColumn *column,
              guint                index)
{
  double ends[2] = { 0, 0 };
  guint n = 1;

  for (guint i = index; i < self->cells->len; i += self->columns->len)
    {
      double value = g_array_index (self->cells, PlxPlotCell, i).value;

      if (isfinite (value))
        {
          ends[0] = MIN (ends[0], value);
          ends[1] = MAX (ends[1], value);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = dup_number (column, ends[i]);

      n = MAX (n, count_letters (text));
    }
  return n;
}

guint
plx_plot_table_count_letters (const PlxPlotTable *self,
                              guint               column,
                              guint               most)
{
  const PlxPlotColumn *of;
  guint n = 0;

  g_return_val_if_fail (self != NULL && column < self->columns->len, 0);

  of = plx_plot_table_get_column (self, column);
  if (of->kind == PLX_CELL_NUMBER)
    return MIN (most, count_digits (self, of, column));
  for (guint i = column; i < self->cells->len && n < most; i += self->columns->len)
    {
      const char *text = g_array_index (self->cells, PlxPlotCell, i).text;

      /* No letter is wider than it has bytes. */
      if (strlen (text) > n)
        n = MAX (n, count_letters (text));
    }
  return MIN (most, n);
}

static void
append_csv_text (GString    *out,
                 const char *text)
{
  gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (!is_formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  if (is_formula)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_number (GString *out,
                   double   value,
                   guint    decimals)
{
  char format[16];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return;
  /* Two digits more than a reader is shown: to compute with. */
  g_snprintf (format, sizeof format, "%%.%uf", decimals > 0 ? decimals + 2 : 0);
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, format, value));
}

char *
plx_plot_table_to_csv (const PlxPlotTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_columns, n_rows;

  g_return_val_if_fail (self != NULL, NULL);

  n_columns = plx_plot_table_get_n_columns (self);
  n_rows = plx_plot_table_get_n_rows (self);
  for (guint i = 0; i < n_columns; i++)
    {
      append_csv_text (out, plx_plot_table_get_column (self, i)->title);
      g_string_append (out, i + 1 < n_columns ? "," : "\r\n");
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        const PlxPlotColumn *column = plx_plot_table_get_column (self, i);
        const PlxPlotCell *cell = &g_array_index (self->cells, PlxPlotCell, row * n_columns + i);

        if (column->kind == PLX_CELL_NUMBER)
          append_csv_number (out, cell->value, column->decimals);
        else
          append_csv_text (out, cell->text);
        g_string_append (out, i + 1 < n_columns ? "," : "\r\n");
      }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
append_html_row (GString            *out,
                 const PlxPlotTable *self,
                 guint               row)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; i < self->columns->len; i++)
    {
      gboolean is_number = plx_plot_table_get_column (self, i)->kind == PLX_CELL_NUMBER;

      g_string_append (out, i == 0 ? "<th scope=\"row\"><bdi>"
                                   : is_number ? "<td class=\"number\">" : "<td><bdi>");
      plx_markup_append (out, plx_plot_table_get_cell (self, row, i)->text, -1);
      g_string_append (out, i == 0 ? "</bdi></th>" : is_number ? "</td>" : "</bdi></td>");
    }
  g_string_append (out, "</tr>\n");
}

char *
plx_plot_table_to_html (const PlxPlotTable *self,
                        guint               max_rows)
{
  g_autoptr (GString) out = g_string_new ("<table>\n<caption>");
  guint n_rows;

  g_return_val_if_fail (self != NULL, NULL);

  plx_markup_append (out, self->title, -1);
  g_string_append (out, "</caption>\n<thead><tr>");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlxPlotColumn *column = plx_plot_table_get_column (self, i);

      g_string_append (out, column->kind == PLX_CELL_NUMBER ? "<th scope=\"col\" class=\"number\">"
                                                            : "<th scope=\"col\">");
      plx_markup_append (out, column->title, -1);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  n_rows = plx_plot_table_get_n_rows (self);
  for (guint row = 0; row < MIN (n_rows, max_rows); row++)
    append_html_row (out, self, row);
  if (n_rows > max_rows)
    {
      guint n = n_rows - max_rows;
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u further row",
                                                         "and %'u further rows", n), n);

      g_string_append_printf (out, "<tr><td colspan=\"%u\">", self->columns->len);
      plx_markup_append (out, more, -1);
      g_string_append (out, "</td></tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
