/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The filter of the commands that sum a corpus up. */

#include "data/corpus/plx-corpus-filter.h"
#include "plx-cli.h"

G_BEGIN_DECLS

typedef struct
{
  PlxCorpusFilter filter;
  gboolean        reporter_only; /* until it is checked */
} PlxCliFilter;

/* The options, for a table of them; @self: (PlxCliFilter *) */
#define PLX_CLI_FILTER_ENTRIES(self) \
  { "from", 0, 0, G_OPTION_ARG_STRING, &(self)->filter.from, \
    N_("Only articles of this day, month or year, or later"), N_("DATE") }, \
  { "to", 0, 0, G_OPTION_ARG_STRING, &(self)->filter.to, \
    N_("Only articles of this day, month or year, or earlier"), N_("DATE") }, \
  { "voice", 0, 0, G_OPTION_ARG_STRING, &(self)->filter.voice, \
    N_("Only what this speaker says"), N_("NAME") }, \
  { "about", 0, 0, G_OPTION_ARG_STRING, &(self)->filter.target, \
    N_("Only what is said of this person, place or organisation"), N_("NAME") }, \
  { "search", 0, 0, G_OPTION_ARG_STRING, &(self)->filter.search, \
    N_("Only articles with these words"), N_("WORDS") }, \
  { "reporter-only", 0, 0, G_OPTION_ARG_NONE, &(self)->reporter_only, \
    N_("Leave out what others than the reporter say"), NULL }, \
  { "wire-once", 0, 0, G_OPTION_ARG_NONE, &(self)->filter.wire_once, \
    N_("Count what sources share only where it comes from"), NULL }

/* plx_cli_filter_check: completes the filter once the options are parsed.
 * Returns: FALSE if they make none, which was said on standard error */
gboolean plx_cli_filter_check (PlxCliFilter *self);
void     plx_cli_filter_clear (PlxCliFilter *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCliFilter, plx_cli_filter_clear)

G_END_DECLS
