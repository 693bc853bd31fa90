/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-corpus.h"
#include "cli-filter.h"
#include "cli-grouping.h"
#include "commands.h"
#include "ui/plot/plx-wording.h"

#include <glib/gi18n.h>
#include <math.h>

/* The widest a name is shown; the rest of the table should fit beside it. */
#define MAX_NAME_COLUMNS 32

/* The columns of a terminal that a text takes. */
static guint
measure (const char *text)
{
  guint n_columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        n_columns += g_unichar_iswide (c) ? 2 : 1;
    }

  return n_columns;
}

static void
print_blanks (guint n)
{
  g_print ("%*s", (int) n, "");
}

static void
print_left (const char *text,
            guint       n_columns)
{
  guint width = measure (text);

  g_print ("%s", text);
  print_blanks (width < n_columns ? n_columns - width : 0);
}

static void
print_right (const char *text,
             guint       n_columns)
{
  guint width = measure (text);

  print_blanks (width < n_columns ? n_columns - width : 0);
  g_print ("%s", text);
}

/* Names come from pages: what would move the cursor is shown as a blank. */
static char *
shorten_name (const char *text)
{
  GString *name = g_string_new (NULL);
  guint n_columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint width = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      if (n_columns + width > MAX_NAME_COLUMNS - (*g_utf8_next_char (p) != '\0'))
        {
          g_string_append (name, "…");
          break;
        }
      g_string_append_unichar (name, g_unichar_isprint (c) || width == 0 ? c : ' ');
      n_columns += width;
    }

  return g_string_free (name, FALSE);
}

static char *
describe_axis (const PlxSummaryAxis *axis)
{
  if (isnan (axis->score) || !axis->enough)
    /* Translators: stands in a table in the place of a score */
    return g_strdup (_("too little evidence"));

  /* Translators: a score and its interval; where the comma divides decimals, part them by “;” */
  return g_strdup_printf (_("%+.2f [%+.2f, %+.2f]"), axis->score, axis->low, axis->high);
}

typedef struct
{
  GPtrArray *cells; /* of char: n_columns for each row, the header first */
  guint      n_columns;
} Grid;

static void
add_count (Grid *grid,
           guint count)
{
  g_ptr_array_add (grid->cells, g_strdup_printf ("%u", count));
}

static void
fill_grid (Grid         *grid,
           PlxCliGroups *groups)
{
  const PlxSummary *summary = groups->summary;

  g_ptr_array_add (grid->cells, g_strdup (plx_cli_grouping_title (groups->grouping)));
  g_ptr_array_add (grid->cells, g_strdup (_("Articles")));
  g_ptr_array_add (grid->cells, g_strdup (_("Sentences")));
  for (guint i = 0; i < summary->n_axes; i++)
    {
      g_autofree char *negative = plx_wording_pole (&summary->axes[i], FALSE);
      g_autofree char *positive = plx_wording_pole (&summary->axes[i], TRUE);

      /* Translators: the two ends of a scale, as in “negative ↔ positive” */
      g_ptr_array_add (grid->cells, g_strdup_printf (_("%s ↔ %s"), negative, positive));
    }

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];
      g_autofree char *name = plx_cli_groups_dup_name (groups, row);

      g_ptr_array_add (grid->cells, shorten_name (name));
      add_count (grid, row->n_articles);
      add_count (grid, row->n_sentences);
      for (guint axis = 0; axis < summary->n_axes; axis++)
        g_ptr_array_add (grid->cells, describe_axis (&row->axes[axis]));
    }
}

static void
print_grid (const Grid *grid)
{
  g_autofree guint *widths = g_new0 (guint, grid->n_columns);

  for (guint i = 0; i < grid->cells->len; i++)
    widths[i % grid->n_columns] = MAX (widths[i % grid->n_columns], measure (grid->cells->pdata[i]));

  for (guint i = 0; i < grid->cells->len; i++)
    {
      guint column = i % grid->n_columns;

      if (column == 0)
        {
          print_left (grid->cells->pdata[i], widths[column]);
        }
      else
        {
          print_blanks (2);
          print_right (grid->cells->pdata[i], widths[column]);
        }
      if (column == grid->n_columns - 1)
        g_print ("\n");
    }
}

static void
print_groups (PlxCliGroups *groups)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Grid grid = { cells, 3 + groups->summary->n_axes };

  fill_grid (&grid, groups);
  print_grid (&grid);
}

PlxCliStatus
plx_cli_cmd_sources (int   argc,
                     char *argv[])
{
  g_auto (GStrv) lexicons = NULL;
  g_auto (PlxCliFilter) filter = { { NULL } };
  g_auto (PlxCliGroups) groups = { PLX_GROUPING_SOURCE };
  g_autofree char *by = NULL;
  int top = 0;
  const GOptionEntry entries[] = {
    { "by", 'b', 0, G_OPTION_ARG_STRING, &by,
      N_("A row for each “source” (default), “article”, “voice”, “target”, “day”, “month” or “year”"),
      N_("WHAT") },
    PLX_CLI_TOP_ENTRY (&top),
    PLX_CLI_LEXICON_ENTRY (&lexicons),
    PLX_CLI_FILTER_ENTRIES (&filter),
    { NULL }
  };
  g_autoptr (PlxCorpus) corpus = NULL;
  PlxGrouping grouping = PLX_GROUPING_SOURCE;

  if (!plx_cli_parse (argv[0], _("CORPUS"),
                      /* A per cent sign, not a format. xgettext:no-c-format */
                      _("Prints the table of the sources: articles, sentences, and on each axis the "
                        "score from −1 to +1 with its 95 % interval. “parallax-cli export” writes "
                        "it for other programs."),
                      entries, &argc, &argv) ||
      !plx_cli_filter_check (&filter) || !plx_cli_top_check (top))
    return PLX_CLI_USAGE;
  if (by != NULL && !plx_cli_grouping_parse (by, &grouping))
    {
      plx_cli_error (_("there are no rows by “%s”; use “source”, “article”, “voice”, “target”, "
                       "“day”, “month” or “year”"), by);
      return PLX_CLI_USAGE;
    }
  if (argc != 2)
    {
      plx_cli_error ("%s", _("name one corpus file"));
      return PLX_CLI_USAGE;
    }

  corpus = plx_cli_open_corpus_with_lexicon (argv[1], (const char *const *) lexicons);
  if (corpus == NULL || !plx_cli_groups_make (&groups, corpus, grouping, &filter.filter, top))
    return PLX_CLI_FAILED;

  print_groups (&groups);
  return PLX_CLI_OK;
}
