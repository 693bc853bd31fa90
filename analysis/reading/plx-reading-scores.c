/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading.h"

#include <math.h>
#include <string.h>

/* What a reading's numbers are, and what its kinds are called. */

static const char *const rule_names[PLX_N_RULES] = {
  [PLX_RULE_OPERATOR] = "operator",
  [PLX_RULE_NEGATION] = "negation",
  [PLX_RULE_AMPLIFIER] = "amplifier",
  [PLX_RULE_DOWNTONER] = "downtoner",
  [PLX_RULE_HEDGE] = "hedge",
  [PLX_RULE_MODALITY] = "modality",
  [PLX_RULE_BACKGROUND] = "background",
  [PLX_RULE_CONTRAST] = "contrast",
  [PLX_RULE_QUESTION] = "question",
  [PLX_RULE_NAME] = "name",
  [PLX_RULE_REPEAT] = "repeat",
  [PLX_RULE_SCARE_QUOTE] = "scare quotes",
  [PLX_RULE_TARGET] = "target",
  [PLX_RULE_CALIBRATION] = "calibration",
  [PLX_RULE_CORRECTION] = "correction",
};

const char *
plx_rule_to_string (PlxRule rule)
{
  g_return_val_if_fail ((guint) rule < PLX_N_RULES, NULL);

  return rule_names[rule];
}

double
plx_score_from_evidence (double  positive,
                         double  negative,
                         guint32 n_words)
{
  double difference = positive - negative;

  return difference / sqrt (difference * difference + PLX_SCORE_ALPHA * MAX (n_words, 1));
}

double
plx_sentence_weight (guint32 flags,
                     guint32 n_words,
                     guint32 n_left_out)
{
  guint32 n_all = n_words + n_left_out;
  double weight = 1.0;

  if (flags & PLX_SENTENCE_IN_TITLE)
    weight = PLX_WEIGHT_TITLE;
  else if (flags & PLX_SENTENCE_STANDFIRST)
    weight = PLX_WEIGHT_STANDFIRST;
  else if (flags & PLX_SENTENCE_LEAD)
    weight = PLX_WEIGHT_LEAD;

  /* a fragment ("More soon.") says less than a sentence */
  if (n_all < PLX_FULL_SENTENCE_WORDS)
    weight *= (n_all + 1.0) / (PLX_FULL_SENTENCE_WORDS + 1.0);
  if (n_left_out > 0)
    weight *= (double) n_words / n_all;
  return weight;
}

double
plx_reading_sentence_weight (const PlxReading      *self,
                             const PlxReadSentence *sentence)
{
  return plx_sentence_weight (sentence->flags, sentence->n_words, sentence->n_left_out);
}

void
plx_reading_sum_up (PlxReading *reading)
{
  double weights = 0.0;
  double sums[PLX_MAX_AXES] = { 0.0 };

  g_return_if_fail (reading != NULL);

  reading->n_words = 0;
  memset (reading->axes, 0, sizeof reading->axes);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      double weight = plx_reading_sentence_weight (reading, sentence);

      if (sentence->flags & PLX_SENTENCE_LEFT_OUT)
        continue;
      weights += weight;
      reading->n_words += sentence->n_words;
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          const PlxAxisScore *from = &sentence->axes[axis];

          sums[axis] += weight * from->score;
          reading->axes[axis].positive += from->positive;
          reading->axes[axis].negative += from->negative;
          reading->axes[axis].n_cues += from->n_cues;
        }
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      double p = reading->axes[axis].positive;
      double n = reading->axes[axis].negative;

      reading->axes[axis].score = weights > 0.0 ? sums[axis] / weights : 0.0;
      reading->axes[axis].direction = reading->axes[axis].n_cues < PLX_DIRECTION_MIN_CUES
                                        ? NAN : (p - n) / (p + n + PLX_DIRECTION_PRIOR);
      reading->axes[axis].intensity = reading->n_words > 0
                                        ? 100.0 * reading->axes[axis].n_cues / reading->n_words : 0.0;
    }
}
