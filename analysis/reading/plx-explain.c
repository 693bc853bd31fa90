/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading.h"

/* The words a span covers, on one line. */
static void
append_words (GString    *string,
              const char *bytes,
              PlxSpan     span)
{
  g_string_append_c (string, '"');
  for (guint32 i = span.start; i < span.end; i++)
    g_string_append_c (string, g_ascii_isspace (bytes[i]) ? ' ' : bytes[i]);
  g_string_append_c (string, '"');
}

static void
append_number (GString *string,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.4g", value));
}

static void
append_cue (GString          *string,
            const PlxReading *self,
            const PlxLexicon *lexicon,
            const PlxCue     *cue,
            const char       *bytes)
{
  append_words (string, bytes, cue->span);
  g_string_append_printf (string, " [%s] ", plx_lexicon_get_entry (lexicon, cue->entry)->pattern);
  append_number (string, cue->base);
  for (guint32 i = cue->first_step; i < cue->first_step + cue->n_steps; i++)
    {
      const PlxStep *step = &g_array_index (self->steps, PlxStep, i);

      g_string_append (string, " × ");
      append_number (string, step->factor);
      g_string_append_printf (string, " (%s", plx_rule_to_string ((PlxRule) step->rule));
      if (step->trigger.end > step->trigger.start)
        {
          g_string_append_c (string, ' ');
          append_words (string, bytes, step->trigger);
        }
      g_string_append_c (string, ')');
    }
  g_string_append (string, " = ");
  append_number (string, cue->weight);
  g_string_append_c (string, '\n');
}

char *
plx_reading_explain (const PlxReading *self,
                     const PlxLexicon *lexicon,
                     const PlxArticle *article,
                     guint32           sentence_index,
                     PlxAxisId         axis)
{
  const PlxReadSentence *sentence;
  const PlxAxisScore *score;
  const char *bytes;
  GString *string;

  g_return_val_if_fail (self != NULL && lexicon != NULL && article != NULL, NULL);
  g_return_val_if_fail (sentence_index < self->sentences->len, NULL);
  g_return_val_if_fail (axis >= 0 && (guint) axis < self->n_axes, NULL);

  string = g_string_new (NULL);
  sentence = &g_array_index (self->sentences, PlxReadSentence, sentence_index);
  score = &sentence->axes[axis];
  bytes = sentence->flags & PLX_SENTENCE_IN_TITLE ? article->title : article->text;
  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (self->cues, PlxCue, i);

      if (cue->axis == axis)
        append_cue (string, self, lexicon, cue, bytes);
    }
  g_string_append (string, "P = ");
  append_number (string, score->positive);
  g_string_append (string, ", N = ");
  append_number (string, score->negative);
  g_string_append (string, ", score = (P - N) / sqrt ((P - N)² + ");
  append_number (string, PLX_SCORE_ALPHA);
  g_string_append_printf (string, " × %u words) = ", MAX (sentence->n_words, 1));
  append_number (string, score->score);
  g_string_append_c (string, '\n');
  return g_string_free (string, FALSE);
}
