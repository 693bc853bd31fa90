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

/* What sentences come to, one after the other: evidence, and for a score the weighted sum so far. */
typedef struct
{
  PlxAxisScore axes[PLX_MAX_AXES];
  double       weights;
  guint32      n_sentences, n_words;
} Sum;

static void
sum_add (Sum                   *self,
         const PlxReading      *reading,
         const PlxReadSentence *sentence)
{
  double weight = plx_reading_sentence_weight (reading, sentence);

  self->weights += weight;
  self->n_sentences++;
  self->n_words += sentence->n_words;
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      const PlxAxisScore *from = &sentence->axes[axis];

      self->axes[axis].score += weight * from->score;
      self->axes[axis].positive += from->positive;
      self->axes[axis].negative += from->negative;
      self->axes[axis].n_cues += from->n_cues;
    }
}

static double
sum_get_score (const Sum *self,
               guint      axis)
{
  return self->weights > 0.0 ? self->axes[axis].score / self->weights : 0.0;
}

void
plx_reading_sum_up (PlxReading *reading)
{
  Sum sum = { .weights = 0.0 };

  g_return_if_fail (reading != NULL);

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if ((sentence->flags & PLX_SENTENCE_LEFT_OUT) == 0)
        sum_add (&sum, reading, sentence);
    }
  reading->n_words = sum.n_words;
  memset (reading->axes, 0, sizeof reading->axes);
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      double p = sum.axes[axis].positive;
      double n = sum.axes[axis].negative;

      reading->axes[axis].positive = p;
      reading->axes[axis].negative = n;
      reading->axes[axis].n_cues = sum.axes[axis].n_cues;
      reading->axes[axis].score = sum_get_score (&sum, axis);
      reading->axes[axis].direction = sum.axes[axis].n_cues < PLX_DIRECTION_MIN_CUES
                                        ? NAN : (p - n) / (p + n + PLX_DIRECTION_PRIOR);
      reading->axes[axis].intensity = sum.n_words > 0
                                        ? 100.0 * sum.axes[axis].n_cues / sum.n_words : 0.0;
    }
}

guint
plx_reading_sum_apart (const PlxReading *self,
                       gboolean          of_headline,
                       PlxAxisScore     *out_axes)
{
  Sum sum = { .weights = 0.0 };

  g_return_val_if_fail (self != NULL && out_axes != NULL, 0);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (self->sentences, PlxReadSentence, i);

      if ((sentence->flags & PLX_SENTENCE_LEFT_OUT) == 0 &&
          ((sentence->flags & PLX_SENTENCE_IN_TITLE) != 0) == !!of_headline)
        sum_add (&sum, self, sentence);
    }
  for (guint axis = 0; axis < self->n_axes; axis++)
    {
      out_axes[axis] = sum.axes[axis];
      out_axes[axis].score = sum_get_score (&sum, axis);
    }
  return sum.n_sentences;
}
