/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-filter-wording.h"
#include "plx-report-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* One line: names, versions, number of entries, digest. */
static char *
word_lexicons (PlxReport *self)
{
  guint n_entries = plx_lexicon_get_n_entries (self->lexicon);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < plx_lexicon_get_n_sources (self->lexicon); i++)
    {
      const PlxLexiconSource *source = plx_lexicon_get_source (self->lexicon, i);

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", source->name);
      if (source->version != NULL)
        g_string_append_printf (out, " %s", source->version);
    }
  g_string_append (out, " (");
  g_string_append_printf (out, ngettext ("%'u entry", "%'u entries", n_entries), n_entries);
  g_string_append_printf (out, ") %s", plx_lexicon_get_digest (self->lexicon));
  return g_string_free (out, FALSE);
}

static void
add_item (GPtrArray  *items,
          const char *term,
          const char *text)
{
  g_ptr_array_add (items, g_strdup (term));
  g_ptr_array_add (items, g_strdup (text));
}

static void
add_interval (PlxReport *self,
              GPtrArray *items)
{
  const PlxSummaryOptions *options = &self->options;
  g_autofree char *interval = NULL;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, options->seed);

  if (options->rounds == 0)
    interval = g_strdup (_("none computed"));
  else
    /* Translators: a percentage, a number of rounds, the seed of a generator */
    interval = g_strdup_printf (_("%.0f %% by bootstrap: articles are drawn with replacement "
                                  "within a source and sentences within an article, %'u times, "
                                  "with seed %s. It tells how much a score hangs on the "
                                  "articles at hand, not how well the lexicon reads them."),
                                options->confidence * 100, options->rounds, seed);
  add_item (items, _("Interval"), interval);
}

/* What the report leaves out. */
static void
add_filter (PlxReport *self,
            GPtrArray *items)
{
  g_autofree char *words = self->filter != NULL ? plx_filter_describe (self->filter) : NULL;
  g_autofree char *text = NULL;

  if (words == NULL || *words == '\0')
    return;
  /* Translators: what is shown, such as “what reporters say about Micron” */
  text = g_strdup_printf (_("Only part of the corpus is shown: %s."), words);
  add_item (items, _("Selection"), text);
}

GPtrArray *
plx_report_list_method (PlxReport *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  gboolean is_reporter = self->filter != NULL && self->filter->voice != NULL &&
                         *self->filter->voice == '\0';
  g_autofree char *lexicons = word_lexicons (self);
  g_autofree char *little = NULL;

  add_item (items, _("Sentence"),
               _("Words and phrases of the lexicon are looked up in every sentence. What stands "
                 "around them changes their weight: negation, doubt, possibility, contrast, who "
                 "does what to whom. The sum of weights for each pole gives the score of the "
                 "sentence, from −1 to +1; the arithmetic stands below each sentence here."));
  add_item (items, _("Article and source"),
               _("An article scores the mean of its sentences, headline and lead weighed more. "
                 "A source scores the mean of its articles."));
  add_interval (self, items);
  little = g_strdup_printf (ngettext ("A source with fewer than %u cue on an axis gets no score "
                                      "there.",
                                      "A source with fewer than %u cues on an axis gets no score "
                                      "there.",
                                      PLX_SUMMARY_MIN_CUES), PLX_SUMMARY_MIN_CUES);
  add_item (items, _("Too little evidence"), little);
  add_item (items, _("Voices"),
               is_reporter ? _("Only the reporters’ own words count.")
                                           : _("What reporters write and whom they quote count "
                                               "alike."));
  add_item (items, _("Wire copy"),
               self->filter != NULL && self->filter->wire_once ? _("A passage that several sources share counts once, "
                                           "where it comes from.")
                                       : _("A passage that several sources share counts in each "
                                           "of them."));
  add_filter (self, items);
  add_item (items, _("Lexicon"), lexicons);
  add_item (items, _("Program"), "Parallax " PLX_VERSION);
  return items;
}

static void
append_method (PlxReport *self,
               GString   *out)
{
  g_autoptr (GPtrArray) items = plx_report_list_method (self);

  g_string_append (out, "<section id=\"method\">\n");
  plx_report_append_element (out, "h2", _("Method"));
  g_string_append (out, "<dl>\n");
  for (guint i = 0; i + 1 < items->len; i += 2)
    plx_report_append (out, "<dt>%s</dt><dd dir=\"auto\">%s</dd>\n", items->pdata[i],
                       items->pdata[i + 1], NULL);
  g_string_append (out, "</dl>\n</section>\n");
}

char **
plx_report_list_limits (void)
{
  const char *const limits[] = {
    _("Truth: a false report can be worded calmly and a true one harshly."),
    _("Fairness or bias of an outlet: these are scores of the articles at hand, not of the house "
      "that published them."),
    _("Intention: why somebody chose a word."),
    _("What is left out: a source that omits a fact scores as if there were none."),
    _("Pictures, layout and prominence beyond headline and lead."),
    _("Irony, allusion and what only the context tells. Lexicons misread single sentences; the "
      "mean of many is safer, and an interval that spans zero allows no conclusion."),
    _("What people who read the articles would say. To find out, code some sentences by hand and "
      "compare."),
    NULL
  };

  return g_strdupv ((char **) limits);
}

static void
append_limits (GString *out)
{
  g_auto (GStrv) limits = plx_report_list_limits ();

  g_string_append (out, "<section id=\"limits\">\n");
  plx_report_append_element (out, "h2", _("What the scores do not say"));
  g_string_append (out, "<ul>\n");
  for (guint i = 0; limits[i] != NULL; i++)
    plx_report_append_element (out, "li", limits[i]);
  g_string_append (out, "</ul>\n</section>\n");
}

void
plx_report_append_notes (PlxReport *self,
                         GString   *out)
{
  g_auto (GStrv) paragraphs = NULL;

  if (self->notes == NULL || *self->notes == '\0')
    return;

  g_string_append (out, "<section id=\"notes\">\n");
  plx_report_append_element (out, "h2", _("Notes"));
  paragraphs = g_strsplit (self->notes, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (*g_strstrip (paragraphs[i]) != '\0')
        plx_report_append (out, "<p dir=\"auto\">%s</p>\n", paragraphs[i], NULL);
    }
  g_string_append (out, "</section>\n");
}

void
plx_report_append_method (PlxReport *self,
                          GString   *out)
{
  append_method (self, out);
  append_limits (out);
}
