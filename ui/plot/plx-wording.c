/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-wording-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* So that xgettext finds what only lexicons name. */
static const struct
{
  const char *id;
  const char *title;
} axis_titles[] = {
  { "tone", N_("Tone") },
  { "relations", N_("Relations") },
  { "stance", N_("Stance") },
};

static const char *const pole_names[] = {
  /* Translators: the poles of the axes, as they stand at the ends of a scale */
  N_("negative"), N_("positive"), N_("retaliation"), N_("thaw"), N_("skeptical"), N_("favorable"),
};

PlxEvidence
plx_evidence_of (const PlxSummaryAxis *figures)
{
  if (!isfinite (figures->score))
    return PLX_EVIDENCE_NONE;
  if (!figures->enough)
    return PLX_EVIDENCE_LITTLE;
  if (figures->low > 0)
    return PLX_EVIDENCE_POSITIVE;
  if (figures->high < 0)
    return PLX_EVIDENCE_NEGATIVE;
  return PLX_EVIDENCE_UNCLEAR;
}

char *
plx_wording_axis (const PlxAxis *axis)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (axis_titles); i++)
    {
      if (strcmp (axis->id, axis_titles[i].id) == 0)
        return g_strdup (_(axis_titles[i].title));
    }
  if (*axis->id == '\0' || !g_utf8_validate (axis->id, -1, NULL))
    return g_utf8_make_valid (axis->id, -1);

  first = g_utf8_strup (axis->id, g_utf8_next_char (axis->id) - axis->id);
  return g_strconcat (first, g_utf8_next_char (axis->id), NULL);
}

char *
plx_wording_pole (const PlxAxis *axis,
                  gboolean       positive)
{
  const char *name = positive ? axis->positive : axis->negative;

  if (name == NULL || *name == '\0')
    return g_strdup (positive ? "+" : "−");
  for (guint i = 0; i < G_N_ELEMENTS (pole_names); i++)
    {
      if (strcmp (name, pole_names[i]) == 0)
        return g_strdup (_(pole_names[i]));
    }
  return g_utf8_make_valid (name, -1);
}

char *
plx_wording_pole_with_arrow (const PlxAxis *axis,
                             gboolean       positive,
                             gboolean       rtl)
{
  g_autofree char *pole = plx_wording_pole (axis, positive);

  /* A mark of direction first: the arrow has to stand on the outer side, whatever the script of
   * the name itself. */
  if (rtl)
    return g_strdup_printf (positive ? "\u200F%s\u200F\u00A0←" : "\u200F→\u00A0%s", pole);
  return g_strdup_printf (positive ? "\u200E%s\u200E\u00A0→" : "\u200E←\u00A0%s", pole);
}

static gboolean is_right_to_left;

void
plx_wording_set_right_to_left (gboolean right_to_left)
{
  is_right_to_left = right_to_left;
}

const char *
plx_wording_get_number_mark (void)
{
  return is_right_to_left ? "\u200E" : "";
}

char *
plx_wording_score (double score)
{
  double rounded = round (score * 100) / 100;

  if (!isfinite (score))
    return g_strdup ("–");
  if (rounded == 0)
    return g_strdup_printf ("%.2f", 0.0);
  return g_strdup_printf ("%s%s%.2f", plx_wording_get_number_mark (), rounded < 0 ? "−" : "+",
                          fabs (rounded));
}

char *
plx_wording_verdict (const PlxAxis *axis,
                     PlxEvidence    evidence)
{
  g_autofree char *pole = plx_wording_pole (axis, evidence == PLX_EVIDENCE_POSITIVE);

  switch (evidence)
    {
    case PLX_EVIDENCE_NEGATIVE:
    case PLX_EVIDENCE_POSITIVE:
      /* Translators: %s is the pole of an axis: "towards thaw" */
      return g_strdup_printf (_("towards %s"), pole);
    case PLX_EVIDENCE_UNCLEAR:
      return g_strdup (_("no clear direction"));
    case PLX_EVIDENCE_LITTLE:
      return g_strdup (_("too little evidence"));
    case PLX_EVIDENCE_NONE:
    default:
      return g_strdup (_("no articles"));
    }
}

char *
plx_wording_articles (guint n)
{
  return g_strdup_printf (ngettext ("%'u article", "%'u articles", n), n);
}

char *
plx_wording_sentences (guint n)
{
  return g_strdup_printf (ngettext ("%'u sentence", "%'u sentences", n), n);
}

char *
plx_wording_cues (guint n)
{
  return g_strdup_printf (ngettext ("%'u cue", "%'u cues", n), n);
}

char *
plx_wording_words (guint n)
{
  return g_strdup_printf (ngettext ("%'u word", "%'u words", n), n);
}

char *
plx_wording_counts (guint32 n_articles,
                    guint32 n_sentences)
{
  g_autofree char *articles = plx_wording_articles (n_articles);
  g_autofree char *sentences = plx_wording_sentences (n_sentences);

  return g_strdup_printf ("%s · %s", articles, sentences);
}

char *
plx_wording_counts_short (guint32 n_articles,
                          guint32 n_sentences)
{
  /* Translators: numbers of articles and sentences, abbreviated for lack of room */
  return g_strdup_printf (_("%'u art. · %'u sent."), n_articles, n_sentences);
}

char *
plx_wording_interval (double low,
                      double high)
{
  g_autofree char *from = plx_wording_score (low);
  g_autofree char *to = plx_wording_score (high);

  /* Translators: the two ends of an interval, "−0.61 to −0.20" */
  return g_strdup_printf (_("%s to %s"), from, to);
}

char *
plx_wording_evidence (const PlxAxis        *axis,
                      const PlxSummaryAxis *figures)
{
  PlxEvidence evidence = plx_evidence_of (figures);
  g_autofree char *score = plx_wording_score (figures->score);
  g_autofree char *interval = plx_wording_interval (figures->low, figures->high);
  g_autofree char *cues = plx_wording_cues (figures->n_cues);
  g_autofree char *pole = plx_wording_pole (axis, evidence == PLX_EVIDENCE_POSITIVE);

  switch (evidence)
    {
    case PLX_EVIDENCE_LITTLE:
      /* Translators: %s is a number of cues: "2 cues" */
      return g_strdup_printf (_("too little evidence (%s)"), cues);
    case PLX_EVIDENCE_UNCLEAR:
      /* Translators: a score, its interval, a number of cues */
      return g_strdup_printf (_("%s, no clear direction; interval %s; %s"), score, interval, cues);
    case PLX_EVIDENCE_NEGATIVE:
    case PLX_EVIDENCE_POSITIVE:
      /* Translators: a score, the pole it leans to, its interval, a number of cues */
      return g_strdup_printf (_("%s, towards %s; interval %s; %s"), score, pole, interval, cues);
    case PLX_EVIDENCE_NONE:
    default:
      return g_strdup (_("no articles"));
    }
}

static const char *
word_rule (PlxRule rule)
{
  static const char *const labels[PLX_N_RULES] = {
    [PLX_RULE_OPERATOR] = NC_("rule", "brought about or undone"),
    [PLX_RULE_NEGATION] = NC_("rule", "negated"),
    [PLX_RULE_AMPLIFIER] = NC_("rule", "made stronger"),
    [PLX_RULE_DOWNTONER] = NC_("rule", "made weaker"),
    [PLX_RULE_HEDGE] = NC_("rule", "hedged"),
    [PLX_RULE_MODALITY] = NC_("rule", "not done yet"),
    [PLX_RULE_BACKGROUND] = NC_("rule", "background"),
    [PLX_RULE_CONTRAST] = NC_("rule", "contrasted"),
    [PLX_RULE_QUESTION] = NC_("rule", "asked"),
    [PLX_RULE_NAME] = NC_("rule", "part of a name"),
    [PLX_RULE_REPEAT] = NC_("rule", "repeated"),
    [PLX_RULE_SCARE_QUOTE] = NC_("rule", "in scare quotes"),
    [PLX_RULE_TARGET] = NC_("rule", "about something else"),
    [PLX_RULE_CALIBRATION] = NC_("rule", "calibrated"),
    [PLX_RULE_CORRECTION] = NC_("rule", "corrected here"),
  };

  if (labels[rule] == NULL)
    return plx_rule_to_string (rule);
  return g_dpgettext2 (GETTEXT_PACKAGE, "rule", labels[rule]);
}

char *
plx_wording_step (PlxRule     rule,
                  const char *trigger,
                  gssize      length)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (rule < PLX_N_RULES, NULL);

  if (trigger != NULL)
    words = length < 0 ? g_strdup (trigger) : g_strndup (trigger, (gsize) length);
  if (words == NULL || *words == '\0')
    return g_strdup (word_rule (rule));
  /* Translators: a rule of the arithmetic, then the words that made it act */
  return g_strdup_printf (_("%s by “%s”"), word_rule (rule), words);
}

/* By the first letter, as the bidirectional algorithm has it. */
static gboolean
runs_from_right (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      GUnicodeScript script = g_unichar_get_script (letter);

      if (g_unichar_isalpha (letter))
        return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
               script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
               script == G_UNICODE_SCRIPT_NKO;
    }
  return FALSE;
}

char *
plx_wording_isolate (const char *part)
{
  g_return_val_if_fail (part != NULL, NULL);

  return runs_from_right (part) ? g_strconcat ("\342\201\250", part, "\342\201\251", NULL)
                                : g_strdup (part);
}
