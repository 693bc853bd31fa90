/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-filter-wording.h"

#include <glib/gi18n.h>

static char *
describe_words (const PlxCorpusFilter *filter)
{
  const char *voice = filter->voice, *target = filter->target;

  if (voice == NULL && target == NULL)
    return g_strdup ("");
  if (voice == NULL)
    /* Translators: a name, of somebody or something */
    return g_strdup_printf (_("what is said about %s"), target);
  if (*voice == '\0')
    return target != NULL ? g_strdup_printf (_("what reporters say about %s"), target)
                          : g_strdup (_("the reporters’ own words"));
  if (target == NULL)
    /* Translators: the name of a speaker */
    return g_strdup_printf (_("what %s says"), voice);
  /* Translators: the name of a speaker, then of whom or what is spoken of */
  return g_strdup_printf (_("what %s says about %s"), voice, target);
}

char *
plx_filter_describe_dates (const char *from,
                           const char *to)
{
  if (from != NULL && to != NULL)
    return g_strcmp0 (from, to) == 0 ? g_strdup (from)
                                     /* Translators: two dates */
                                     : g_strdup_printf (_("%s to %s"), from, to);
  if (from != NULL)
    /* Translators: a date */
    return g_strdup_printf (_("from %s on"), from);
  /* Translators: a date */
  return to != NULL ? g_strdup_printf (_("up to %s"), to) : g_strdup ("");
}

static void
append (GString    *text,
        const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
plx_filter_describe (const PlxCorpusFilter *filter)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *dates = NULL;

  g_return_val_if_fail (filter != NULL, NULL);

  words = describe_words (filter);
  dates = plx_filter_describe_dates (filter->from, filter->to);
  append (text, words);
  append (text, dates);
  if (filter->search != NULL)
    {
      /* Translators: words that are searched for */
      g_autofree char *search = g_strdup_printf (_("with “%s”"), filter->search);

      append (text, search);
    }
  if (filter->wire_once)
    append (text, _("wire copy once"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
