/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-filter.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
check_date (const char *date)
{
  if (date == NULL || *date == '\0' || plx_corpus_filter_check_date (date))
    return TRUE;

  plx_cli_error (_("“%s” is no date: write it as 2023-11-03, 2023-11 or 2023"), date);
  return FALSE;
}

/* "" is as good as no option. */
static void
drop_empty (char **field)
{
  if (*field != NULL && **field == '\0')
    g_clear_pointer (field, g_free);
}

gboolean
plx_cli_filter_check (PlxCliFilter *self)
{
  PlxCorpusFilter *filter = &self->filter;

  if (!check_date (filter->from) || !check_date (filter->to))
    return FALSE;
  if (self->reporter_only && filter->voice != NULL && *filter->voice != '\0')
    {
      plx_cli_error ("%s", _("--voice and --reporter-only exclude each other"));
      return FALSE;
    }

  drop_empty (&filter->from);
  drop_empty (&filter->to);
  drop_empty (&filter->target);
  drop_empty (&filter->search);
  if (self->reporter_only && filter->voice == NULL)
    filter->voice = g_strdup ("");
  return TRUE;
}

void
plx_cli_filter_clear (PlxCliFilter *self)
{
  g_free (self->filter.from);
  g_free (self->filter.to);
  g_free (self->filter.voice);
  g_free (self->filter.target);
  g_free (self->filter.search);
  memset (self, 0, sizeof *self);
}
