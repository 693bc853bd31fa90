/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the commands that print a summary have a row for: sources, or something else. */

#include "data/corpus/plx-corpus-kept.h"
#include "plx-cli.h"

G_BEGIN_DECLS

/* What a table of a corpus is made of. */
typedef struct
{
  PlxGrouping    grouping;
  PlxCorpusKept *kept;    /* the articles behind it */
  PlxSummary    *summary;
  GHashTable    *indices; /* nullable: of the articles, once names are asked for */
} PlxCliGroups;

/* The option for so many rows, for a table of options; @top: (int *) */
#define PLX_CLI_TOP_ENTRY(top) \
  { "top", 0, 0, G_OPTION_ARG_INT, (top), \
    N_("Only the N rows with the most sentences"), N_("N") }

/* plx_cli_top_check: Returns: FALSE if there cannot be so many rows, which was said */
gboolean plx_cli_top_check (int top);

/* plx_cli_grouping_parse: @name: as “voice” or “voices”. Returns: FALSE if there is none such */
gboolean plx_cli_grouping_parse (const char *name, PlxGrouping *out_grouping);

/* plx_cli_grouping_title: Returns: (transfer none): translated, as the head of a column: “Voice” */
const char *plx_cli_grouping_title (PlxGrouping grouping);

/* plx_cli_groups_make: sums a corpus up, with progress on a terminal.
 * @filter: (nullable)
 * @max_rows: those with most sentences; 0: all
 * Returns: FALSE if it failed, which was said */
gboolean plx_cli_groups_make  (PlxCliGroups *self, PlxCorpus *corpus, PlxGrouping grouping,
                               const PlxCorpusFilter *filter, int max_rows);
void     plx_cli_groups_clear (PlxCliGroups *self);

/* plx_cli_groups_dup_name: Returns: (transfer full): what a row is called in a table that people
 *   read: an article by its title */
char    *plx_cli_groups_dup_name (PlxCliGroups *self, const PlxSummaryRow *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCliGroups, plx_cli_groups_clear)

G_END_DECLS
