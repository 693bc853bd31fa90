/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-private.h"

#include <glib/gi18n.h>

#include "analysis/claims/plx-claims.h"
#include "data/plx-shipped-lexicons.h"
#include "plx-claim-scope.h"

/* Shorter sentences ("He did.") are no claim by themselves. */
#define MIN_WORDS 5

typedef struct
{
  PlxReport    *report;
  PlxCorpus    *corpus;
  PlxCorpusFilter *filter;
  PlxAligner   *aligner;
  GPtrArray    *texts; /* of the sentences of the aligner */
  PlxProgressFunc progress;
  gpointer      progress_data;
  GCancellable *cancellable;
} Finder;

static void
claim_free (gpointer data)
{
  PlxReportClaim *self = data;

  for (guint i = 0; i < PLX_REPORT_MAX_COLUMNS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/* The sources with the most articles, in the order of the rows. */
static void
choose_columns (PlxReport *self)
{
  const GPtrArray *rows = self->summary->rows;
  g_autofree gboolean *taken = g_new0 (gboolean, rows->len + 1);

  for (guint n = 0; n < PLX_REPORT_MAX_COLUMNS; n++)
    {
      guint best = PLX_NONE;

      for (guint i = 0; i < rows->len; i++)
        {
          const PlxSummaryRow *row = rows->pdata[i];

          if (!taken[i] && row->n_articles > 0 &&
              (best == PLX_NONE ||
               row->n_articles > ((const PlxSummaryRow *) rows->pdata[best])->n_articles))
            best = i;
        }
      if (best != PLX_NONE)
        taken[best] = TRUE;
    }
  self->n_columns = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      if (taken[i])
        self->columns[self->n_columns++] = i;
    }
}

static const char *
get_name (const PlxReport *self,
          guint            column)
{
  const PlxSummaryRow *row = self->summary->rows->pdata[self->columns[column]];

  return row->name;
}

static gint64
find_source (const GPtrArray *sources,
             const char      *name)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const PlxSourceInfo *info = sources->pdata[i];

      if (g_strcmp0 (info->name != NULL ? info->name : "", name) == 0)
        return info->id;
    }
  return 0;
}

static PlxClaimScope *
choose_scope (Finder  *self,
              GError **error)
{
  g_autoptr (GPtrArray) sources = plx_corpus_list_sources (self->corpus, error);
  g_autoptr (GPtrArray) columns =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (sources == NULL)
    return NULL;
  for (guint i = 0; i < self->report->n_columns; i++)
    {
      gint64 id = find_source (sources, get_name (self->report, i));
      GPtrArray *infos = id != 0 ? plx_corpus_list_filtered (self->corpus, id, self->filter, error)
                                 : g_ptr_array_new ();

      if (infos == NULL)
        return NULL;
      g_ptr_array_add (columns, infos);
    }
  return plx_claim_scope_choose ((GPtrArray *const *) columns->pdata, columns->len,
                                 PLX_CLAIM_SCOPE_WORDS);
}

static gboolean
add_article (Finder                 *self,
             const PlxScopeArticle  *chosen,
             GError                **error)
{
  g_autoptr (PlxArticle) article = plx_corpus_dup_article (self->corpus, chosen->article, error);
  g_autoptr (PlxReading) reading = NULL;

  if (article == NULL)
    return FALSE;
  reading = plx_corpus_dup_filtered_reading (self->corpus, chosen->article, self->filter, error);
  if (reading == NULL)
    return FALSE;
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      const char *text = article->text + sentence->span.start;

      /* Headlines repeat what the text below them says. */
      if (sentence->n_words < MIN_WORDS ||
          sentence->flags & (PLX_SENTENCE_IN_TITLE | PLX_SENTENCE_SUBHEADING))
        continue;
      plx_aligner_add (self->aligner, chosen->column, text, plx_span_length (sentence->span));
      g_ptr_array_add (self->texts, g_strndup (text, plx_span_length (sentence->span)));
    }
  return TRUE;
}

static gboolean
on_aligned (guint32  done,
            guint32  total,
            gpointer user_data)
{
  const Finder *self = user_data;

  if (self->progress != NULL && total > 0)
    self->progress (done, total, self->progress_data);
  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
add_claim (Finder         *self,
           const PlxClaim *found)
{
  PlxReportClaim *claim = g_new0 (PlxReportClaim, 1);

  claim->n_sources = found->n_sources;
  for (guint i = 0; i < found->members->len; i++)
    {
      const PlxClaimMember *member = &g_array_index (found->members, PlxClaimMember, i);
      guint column = plx_aligner_get_source (self->aligner, member->sentence);

      g_free (claim->texts[column]);
      claim->texts[column] = g_strdup (self->texts->pdata[member->sentence]);
      claim->weak[column] = member->weak;
    }
  g_ptr_array_add (self->report->claims, claim);
}

static gboolean
find_claims (Finder  *self,
             GError **error)
{
  PlxReport *report = self->report;
  g_autoptr (PlxClaimScope) scope = choose_scope (self, error);
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < scope->chosen->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !add_article (self, &g_array_index (scope->chosen, PlxScopeArticle, i), error))
        return FALSE;
    }
  plx_aligner_set_progress (self->aligner, on_aligned, self);
  pairs = plx_aligner_find_pairs (self->aligner, PLX_CLAIM_WEAK_THRESHOLD);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  found = plx_aligner_list_claims (self->aligner, pairs);
  for (guint i = 0; i < found->len; i++)
    {
      const PlxClaim *claim = found->pdata[i];

      if (claim->n_sources < 2)
        continue;
      if (report->n_claims++ < PLX_REPORT_MAX_CLAIMS)
        add_claim (self, claim);
    }
  return TRUE;
}

gboolean
plx_report_add_claims (PlxReport        *self,
                       PlxCorpus        *corpus,
                       PlxProgressFunc   progress,
                       gpointer          progress_data,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr (PlxCorpusFilter) filter = NULL;
  g_autoptr (PlxAligner) aligner = plx_aligner_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Finder finder = { self, corpus, NULL, aligner, texts, progress, progress_data, cancellable };

  g_return_val_if_fail (self != NULL && PLX_IS_CORPUS (corpus), FALSE);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = g_ptr_array_new_with_free_func (claim_free);
  self->n_claims = 0;
  choose_columns (self);
  if (self->n_columns < 2)
    return TRUE;
  /* A copy of wire text is a report of the claim as well. */
  finder.filter = filter = self->filter != NULL ? plx_corpus_filter_copy (self->filter)
                                                : plx_corpus_filter_new ();
  filter->wire_once = FALSE;
  plx_aligner_set_aliases (aligner, plx_shipped_aliases_get ());
  return find_claims (&finder, error);
}

/* The table */

static void
append_cell (GString              *out,
             const PlxReportClaim *claim,
             guint                 column)
{
  if (claim->texts[column] == NULL)
    plx_report_append (out, "<td class=\"omits\">%s</td>", _("omits it"), NULL);
  else if (claim->weak[column])
    plx_report_append (out, "<td dir=\"auto\"><span class=\"omits\">%s</span> %s</td>",
                       _("only touches on it:"), claim->texts[column], NULL);
  else
    plx_report_append (out, "<td dir=\"auto\">%s</td>", claim->texts[column], NULL);
}

static void
append_rows (PlxReport *self,
             GString   *out)
{
  plx_report_append (out, "<div class=\"scroll\"><table class=\"claims\">\n<thead><tr>"
                     "<th scope=\"col\" class=\"number\">%s</th>", _("Sources"), NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *name = get_name (self, i);

      plx_report_append (out, "<th scope=\"col\"><bdi>%s</bdi></th>",
                         *name != '\0' ? name : _("no source"), NULL);
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < self->claims->len; i++)
    {
      const PlxReportClaim *claim = self->claims->pdata[i];

      g_string_append_printf (out, "<tr><td class=\"number\">%u</td>", claim->n_sources);
      for (guint k = 0; k < self->n_columns; k++)
        append_cell (out, claim, k);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table></div>\n");
}

char *
plx_report_describe_claims (PlxReport *self)
{
  guint n_more = self->n_claims - self->claims->len;
  g_autofree char *more = NULL;

  if (self->claims->len == 0)
    return g_strdup (_("No fact was found that two sources report."));
  if (n_more > 0)
    more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);
  return g_strconcat (_("Facts that at least two sources report, found by aligning their "
                        "sentences; most reported first. Mistakes happen: read the sentences."),
                      more != NULL ? " · " : NULL, more, NULL);
}

void
plx_report_append_claims (PlxReport *self,
                          GString   *out)
{
  g_autofree char *words = NULL;

  if (self->claims == NULL)
    return;
  words = plx_report_describe_claims (self);
  g_string_append (out, "<section id=\"claims\">\n");
  plx_report_append_element (out, "h2", _("Claims"));
  plx_report_append_element (out, "p", words);
  if (self->claims->len > 0)
    append_rows (self, out);
  g_string_append (out, "</section>\n");
}
