/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "analysis/reading/plx-reading.h"
#include "analysis/summary/plx-resampler.h"

#include <math.h>
#include <string.h>

/* The bytes are an article; its first line is the target. The lexicon is small and full of
 * function words, so that nearly any text sets off rules. */

static const char lines[] =
  "#parallax-lexicon 1\n#axis tone negative positive\n#axis relations bad good\npattern\trole\taxis\tweight\tcondition\n"
  "good\tcue\ttone\t1\tadj\nbad\tcue\ttone\t-1\tadj\nthe ... of\tcue\ttone\t0.5\nsaid\tcue\trelations\t-1\tas=verb\n"
  "was\tevent\ttone\t-2\nand\tevent\trelations\t2\nin\toperator\t*\t-1\tverb\nto\toperator\t*\t1\tnoun\n"
  "not\tshifter\t*\t-0.6\tnegator\na\tshifter\t*\t1.4\tamplifier\nis\tshifter\t*\t0.5\tdowntoner\n"
  "that\tshifter\t*\t0.5\tmodal scope=clause\nit\tshifter\t*\t0.5\thedge scope=before\nhe\tshifter\t*\t0.6\tpast\n"
  "but\tshifter\t*\t1.3\tcontrast\nfor\tshifter\t*\t0.5\tconcession\nof a\tblock\t*\nthe*\tcue\ttone\t0.5\n*ing\tcue\ttone\t-0.5\n";

static PlxLexicon *lexicon;

static void
check_cue (const PlxReading *reading,
           const PlxCue     *cue)
{
  double weight = cue->base;

  for (guint32 i = cue->first_step; i < cue->first_step + cue->n_steps; i++)
    weight *= g_array_index (reading->steps, PlxStep, i).factor;
  g_assert (weight == cue->weight);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (PlxReader) reader = NULL;
  g_autoptr (PlxResampler) resampler = plx_resampler_new (50, 1, 0.95);
  g_autoptr (PlxArticle) article = NULL;
  g_autofree char *target = NULL;
  PlxReadingOptions options = { 0 };
  const PlxReading *reading;
  double low[PLX_MAX_AXES], high[PLX_MAX_AXES];

  if (lexicon == NULL)
    {
      g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (lines, strlen (lines));

      plx_lexicon_builder_add_bytes (builder, bytes, NULL, NULL);
      lexicon = plx_lexicon_builder_compile (builder);
    }
  reader = plx_reader_new (lexicon);
  target = g_strndup (valid, strcspn (valid, "\n"));
  options.target = target;
  article = plx_article_new (g_steal_pointer (&valid));
  article->title = g_strdup (target);
  reading = plx_reader_read (reader, article, &options);
  for (guint i = 0; i < reading->cues->len; i++)
    check_cue (reading, &g_array_index (reading->cues, PlxCue, i));
  for (guint32 i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      gsize length = sentence->flags & PLX_SENTENCE_IN_TITLE ? strlen (article->title) : article->length;
      g_autofree char *explained = plx_reading_explain (reading, lexicon, article, i, 0);

      g_assert (sentence->span.start <= sentence->span.end && sentence->span.end <= length);
      g_assert (explained != NULL);
      g_assert (fabs (sentence->axes[0].score) <= 1.0 && fabs (sentence->axes[1].score) <= 1.0);
    }
  plx_resampler_run (resampler, reading, low, high);
  g_assert (low[0] <= high[0] && low[1] <= high[1]);
  return 0;
}
