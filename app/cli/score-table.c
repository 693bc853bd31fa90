/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "score-table.h"
#include "ui/plot/plx-wording.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "json-write.h"

static void
append_fixed (GString *out,
              double   value,
              guint    decimals,
              gboolean sign)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, sign ? "%%+.%uf" : "%%.%uf", decimals);
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, format, value));
}

/* Pads to @width characters, on the left if @right. */
static void
append_padded (GString    *out,
               const char *text,
               glong       width,
               gboolean    right)
{
  glong n = width - g_utf8_strlen (text, -1);

  for (glong i = 0; right && i < n; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
  for (glong i = 0; !right && i < n; i++)
    g_string_append_c (out, ' ');
}

static char *
format_axis (const PlxSummaryAxis *axis)
{
  GString *cell = g_string_new (NULL);

  if (isnan (axis->score) || !axis->enough)
    {
      g_string_append (cell, _("too little evidence"));
    }
  else
    {
      append_fixed (cell, axis->score, 2, TRUE);
      g_string_append (cell, " [");
      append_fixed (cell, axis->low, 2, TRUE);
      g_string_append (cell, ", ");
      append_fixed (cell, axis->high, 2, TRUE);
      g_string_append_c (cell, ']');
    }
  return g_string_free (cell, FALSE);
}

/* The cells of a row, freed by the caller. */
static char **
format_row (const PlxSummary    *summary,
            const PlxSummaryRow *row)
{
  char **cells = g_new0 (char *, summary->n_axes + 4);
  guint n = 0;

  cells[n++] = g_strdup (row->name[0] != '\0' ? row->name : "-");
  cells[n++] = g_strdup_printf ("%u", row->n_articles);
  cells[n++] = g_strdup_printf ("%u", row->n_sentences);
  for (guint i = 0; i < summary->n_axes; i++)
    cells[n++] = format_axis (&row->axes[i]);
  return cells;
}

static void
append_cells (GString *out,
              char   **cells,
              glong   *widths)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, "  ");
      append_padded (out, cells[i], cells[i + 1] != NULL || (i > 0 && i < 3) ? widths[i] : 0,
                     i == 1 || i == 2);
    }
  g_string_append_c (out, '\n');
}

void
plx_score_table_append (GString          *out,
                        const PlxSummary *summary)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char **head = g_new0 (char *, summary->n_axes + 4);
  glong widths[PLX_MAX_AXES + 4] = { 0 };

  head[0] = g_strdup (_("source"));
  head[1] = g_strdup (_("articles"));
  head[2] = g_strdup (_("sentences"));
  for (guint i = 0; i < summary->n_axes; i++)
    {
      g_autofree char *negative = plx_wording_pole (&summary->axes[i], FALSE);
      g_autofree char *positive = plx_wording_pole (&summary->axes[i], TRUE);

      /* The id stays as it is: options take it. */
      head[3 + i] = g_strdup_printf ("%s (%s ↔ %s)", summary->axes[i].id, negative, positive);
    }
  g_ptr_array_add (rows, head);
  for (guint i = 0; i < summary->rows->len; i++)
    g_ptr_array_add (rows, format_row (summary, g_ptr_array_index (summary->rows, i)));

  for (guint r = 0; r < rows->len; r++)
    {
      char **cells = g_ptr_array_index (rows, r);

      for (guint i = 0; cells[i] != NULL; i++)
        widths[i] = MAX (widths[i], g_utf8_strlen (cells[i], -1));
    }
  for (guint r = 0; r < rows->len; r++)
    append_cells (out, g_ptr_array_index (rows, r), widths);
}

static void
append_csv_string (GString    *out,
                   const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_number (GString *out,
                   double   value)
{
  g_string_append_c (out, ',');
  if (!isnan (value))
    plx_json_commit (out, plx_json_put_number (plx_json_reserve (out, PLX_JSON_NUMBER_ROOM), value));
}

void
plx_score_table_append_csv (GString          *out,
                            const PlxSummary *summary)
{
  static const char *const figures[] = { "score", "low", "high", "direction", "intensity", "positive",
                                         "negative", "cues" };

  g_string_append (out, "source,articles,sentences,words");
  for (guint i = 0; i < summary->n_axes; i++)
    {
      for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
        g_string_append_printf (out, ",%s_%s", summary->axes[i].id, figures[f]);
    }
  g_string_append (out, "\r\n");
  for (guint r = 0; r < summary->rows->len; r++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, r);

      append_csv_string (out, row->name);
      g_string_append_printf (out, ",%u,%u,%u", row->n_articles, row->n_sentences, row->n_words);
      for (guint i = 0; i < summary->n_axes; i++)
        {
          const PlxSummaryAxis *axis = &row->axes[i];
          double values[] = { axis->score, axis->low, axis->high, axis->direction, axis->intensity,
                              axis->positive, axis->negative, axis->n_cues };

          for (guint f = 0; f < G_N_ELEMENTS (values); f++)
            append_csv_number (out, values[f]);
        }
      g_string_append (out, "\r\n");
    }
}

static void
append_one_line (GString    *out,
                 const char *bytes,
                 PlxSpan     span)
{
  for (guint32 i = span.start; i < span.end; i++)
    g_string_append_c (out, (guchar) bytes[i] < 0x20 ? ' ' : bytes[i]);
}

static void
append_explanation (GString          *out,
                    const PlxReading *reading,
                    const PlxLexicon *lexicon,
                    const PlxArticle *article,
                    guint32           sentence,
                    PlxAxisId         axis)
{
  g_autofree char *text = plx_reading_explain (reading, lexicon, article, sentence, axis);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_string_append_printf (out, "    %s\n", plx_lexicon_get_axis (lexicon, (guint) axis)->id);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != '\0')
        g_string_append_printf (out, "      %s\n", lines[i]);
    }
}

void
plx_score_table_append_sentences (GString          *out,
                                  const PlxReading *reading,
                                  const PlxLexicon *lexicon,
                                  const PlxArticle *article,
                                  PlxScoreDetail    detail)
{
  g_string_append_printf (out, "%s\n", article->title != NULL ? article->title
                                       : article->id != NULL ? article->id : "-");
  for (guint32 i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      g_string_append (out, "  ");
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          if (sentence->axes[axis].n_cues > 0)
            append_fixed (out, sentence->axes[axis].score, 2, TRUE);
          else
            g_string_append (out, "  .  ");
          g_string_append (out, "  ");
        }
      append_one_line (out, sentence->flags & PLX_SENTENCE_IN_TITLE ? article->title : article->text,
                       sentence->span);
      g_string_append_c (out, '\n');
      for (guint axis = 0; axis < reading->n_axes && (detail & PLX_SCORE_CUES); axis++)
        {
          if (sentence->axes[axis].n_cues > 0)
            append_explanation (out, reading, lexicon, article, i, (PlxAxisId) axis);
        }
    }
  g_string_append_c (out, '\n');
}
