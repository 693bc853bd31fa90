/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claim-words.h"

#include "ui/report/plx-report.h"
#include "ui/session/plx-article-item.h"

#include <glib/gi18n.h>
#include <math.h>

char *
plx_claim_mark_text (PlxSentenceItem *sentence,
                     PlxAxisId        axis)
{
  const PlxAxisScore *figures;
  g_autofree char *score = NULL;

  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (sentence) && axis >= 0, NULL);

  figures = plx_sentence_item_get_score (sentence, axis);
  if (figures->n_cues == 0)
    return g_strdup ("–");
  score = plx_wording_score (figures->score);
  return g_strdup_printf ("%s %s", figures->score > 0 ? "▲" : figures->score < 0 ? "▼" : "◇", score);
}

char *
plx_claim_wire_text (const PlxClaimCell *cell,
                     const PlxClaimLook *look)
{
  const char *other;

  g_return_val_if_fail (cell != NULL && look != NULL, NULL);

  if (cell->wire.end <= cell->wire.start)
    return NULL;
  other = look->names[cell->wire_column];
  switch (cell->origin)
    {
    case PLX_CLAIM_CREDITED:
      /* Translators: of a passage that two sources share; the name of the other source */
      return g_strdup_printf (_("word for word as in %s, which it credits"), other);
    case PLX_CLAIM_LATER:
      /* Translators: of a passage that two sources share; the name of the other source */
      return g_strdup_printf (_("word for word as in %s, which had it first"), other);
    case PLX_CLAIM_FIRST:
      /* Translators: of a passage that two sources share; the name of the other source */
      return g_strdup_printf (_("taken over word for word by %s"), other);
    case PLX_CLAIM_AGENCY:
      /* Translators: of a passage that two sources share; the other source, then an agency */
      return g_strdup_printf (_("word for word as in %s, both from %s"), other, cell->agency);
    case PLX_CLAIM_SHARED:
    default:
      /* Translators: of a passage that two sources share; the name of the other source */
      return g_strdup_printf (_("word for word as in %s"), other);
    }
}

static const char *
get_centre_text (PlxClaimItem *claim)
{
  const PlxClaimCell *centre =
    plx_claim_item_get_cell (claim, plx_claim_item_get_centre (claim));

  return centre->sentence != NULL ? plx_sentence_item_get_text (centre->sentence) : "";
}

char *
plx_claim_describe (PlxClaimItem       *claim,
                    const PlxClaimLook *look)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (claim) && look != NULL, NULL);

  /* Translators: a number, how many there are, and the claim's wording */
  return g_strdup_printf (_("Claim %u of %u: %s"), plx_claim_item_get_number (claim),
                          look->n_claims, get_centre_text (claim));
}

static char *
describe_sentence (const PlxClaimCell *cell,
                   const PlxClaimLook *look)
{
  PlxLexicon *lexicon = plx_sentence_item_get_lexicon (cell->sentence);
  const PlxAxisScore *figures = plx_sentence_item_get_score (cell->sentence, look->axis);
  g_autofree char *score = plx_wording_score (figures->score);
  g_autofree char *pole = NULL;

  if (figures->n_cues == 0)
    /* Translators: of a sentence without words that the lexicon knows */
    return g_strdup (_("no framing"));
  if (figures->score == 0)
    return g_steal_pointer (&score);
  pole = plx_wording_pole (plx_lexicon_get_axis (lexicon, look->axis), figures->score > 0);
  /* Translators: a score, then the pole of an axis it leans to: “+0.45, towards thaw” */
  return g_strdup_printf (_("%s, towards %s"), score, pole);
}

static char *
describe_cell (const PlxClaimCell *cell,
               const PlxClaimLook *look)
{
  GString *text;
  g_autofree char *framing = NULL;
  g_autofree char *wire = NULL;

  if (cell->sentence == NULL)
    return g_strdup (_("omitted"));
  text = g_string_new (NULL);
  if (cell->state == PLX_CLAIM_TOUCHED)
    g_string_append_printf (text, "%s, ", _("touches on it"));
  framing = describe_sentence (cell, look);
  g_string_append_printf (text, "%s: “%s”", framing, plx_sentence_item_get_text (cell->sentence));
  wire = plx_claim_wire_text (cell, look);
  if (wire != NULL)
    g_string_append_printf (text, ", %s", wire);
  return g_string_free (text, FALSE);
}

char *
plx_claim_describe_cell (PlxClaimItem       *claim,
                         guint               column,
                         const PlxClaimLook *look)
{
  g_autofree char *whole = plx_claim_describe (claim, look);
  g_autofree char *said = NULL;

  g_return_val_if_fail (whole != NULL && column < plx_claim_item_get_n_columns (claim), NULL);

  said = describe_cell (plx_claim_item_get_cell (claim, column), look);
  /* The claim was just read out: its centre's own wording would say it again. */
  if (column == plx_claim_item_get_centre (claim))
    {
      g_free (said);
      said = describe_sentence (plx_claim_item_get_cell (claim, column), look);
    }
  /* Translators: “Claim 3 of 23: …; The Courier: omitted” */
  return g_strdup_printf (_("%s; %s: %s"), whole, look->names[column], said);
}

char *
plx_claim_scope_text (const PlxClaimScope *scope,
                      const char          *search)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (scope != NULL, NULL);

  if (search != NULL)
    /* Translators: so many articles have the words that are searched for */
    what = g_strdup_printf (ngettext ("%u article with “%s”", "%u articles with “%s”", scope->n_all),
                            scope->n_all, search);
  else
    what = plx_wording_articles (scope->n_all);
  switch (scope->kind)
    {
    case PLX_SCOPE_DAYS:
      from = plx_date_format (scope->from);
      to = plx_date_format (scope->to);
      /* Translators: a number of articles, of how many (“2,000 articles”), and two dates */
      return g_strdup_printf (_("Compared: %u of %s, those from %s to %s. All at once are too many: "
                                "search for a story to compare other ones."), scope->n_chosen, what,
                              from, to);
    case PLX_SCOPE_FIRST:
      /* Translators: a number of articles, and of how many (“2,000 articles”) */
      return g_strdup_printf (_("Compared: %u of %s, the first of each source. All at once are too "
                                "many: search for a story to compare its articles."),
                              scope->n_chosen, what);
    case PLX_SCOPE_ALL:
    default:
      /* Translators: “6 articles” */
      return g_strdup_printf (_("Compared: %s."), what);
    }
}

/* The table */

static void
add_column (PlxPlotTable *table,
            const char   *source,
            const char   *what,
            PlxCellKind   kind)
{
  /* Translators: a column of a table: a source, and what of it: “Daily Gull: wording” */
  g_autofree char *title = g_strdup_printf (_("%s: %s"), source, what);

  plx_plot_table_add_column (table, title, kind, 2, TRUE);
}

static void
add_cells (PlxPlotTable       *table,
           const PlxClaimCell *cell,
           const PlxClaimLook *look)
{
  static const char *const states[] = {
    [PLX_CLAIM_OMITTED] = N_("omitted"),
    [PLX_CLAIM_TOUCHED] = N_("touches on it"),
    [PLX_CLAIM_REPORTED] = N_("reported"),
  };
  g_autofree char *wire = plx_claim_wire_text (cell, look);
  gboolean has_score =
    cell->sentence != NULL && plx_sentence_item_get_score (cell->sentence, look->axis)->n_cues > 0;

  plx_plot_table_add_text (table, _(states[cell->state]));
  plx_plot_table_add_text (table, cell->sentence != NULL
                                    ? plx_sentence_item_get_text (cell->sentence) : "");
  plx_plot_table_add_number (
    table, has_score ? plx_sentence_item_get_score (cell->sentence, look->axis)->score : NAN);
  plx_plot_table_add_text (table, wire != NULL ? wire : "");
}

PlxPlotTable *
plx_claims_to_table (GPtrArray          *claims,
                     const PlxClaimLook *look)
{
  PlxPlotTable *table;
  guint n_columns;

  g_return_val_if_fail (claims != NULL && look != NULL, NULL);

  table = plx_plot_table_new (_("Claims"));
  n_columns = g_strv_length (look->names);
  plx_plot_table_add_column (table, _("Claim"), PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_column (table, _("Sources"), PLX_CELL_NUMBER, 0, FALSE);
  for (guint c = 0; c < n_columns; c++)
    {
      add_column (table, look->names[c], _("reports it"), PLX_CELL_TEXT);
      add_column (table, look->names[c], _("wording"), PLX_CELL_TEXT);
      add_column (table, look->names[c], _("score"), PLX_CELL_NUMBER);
      add_column (table, look->names[c], _("word for word"), PLX_CELL_TEXT);
    }
  for (guint i = 0; i < claims->len; i++)
    {
      PlxClaimItem *claim = claims->pdata[i];

      plx_plot_table_add_number (table, plx_claim_item_get_number (claim));
      plx_plot_table_add_number (table, plx_claim_item_get_n_reported (claim));
      for (guint c = 0; c < n_columns; c++)
        add_cells (table, plx_claim_item_get_cell (claim, c), look);
    }
  return table;
}

void
plx_claims_add_to_pages (GPtrArray          *claims,
                         const PlxClaimLook *look,
                         PlxPages           *pages)
{
  guint n;

  g_return_if_fail (claims != NULL && look != NULL && pages != NULL);

  n = MIN (g_strv_length (look->names), PLX_MAX_COLUMNS);
  plx_report_add_claim_head (pages, (const char *const *) look->names, n);
  for (guint i = 0; i < claims->len; i++)
    {
      const char *wordings[PLX_MAX_COLUMNS] = { NULL };
      gboolean weak[PLX_MAX_COLUMNS] = { FALSE };

      for (guint c = 0; c < n; c++)
        {
          const PlxClaimCell *cell = plx_claim_item_get_cell (claims->pdata[i], c);

          if (cell->sentence != NULL)
            wordings[c] = plx_sentence_item_get_text (cell->sentence);
          weak[c] = cell->state == PLX_CLAIM_TOUCHED;
        }
      plx_report_add_claim (pages, wordings, weak, n);
    }
  plx_pages_end_table (pages);
}
