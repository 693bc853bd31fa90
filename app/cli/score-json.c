/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "score-json.h"

#include <math.h>
#include <string.h>

static void
append_unsigned (GString *out,
                 guint64  value)
{
  char digits[20];
  guint n = sizeof digits;

  do
    {
      digits[--n] = (char) ('0' + value % 10);
      value /= 10;
    }
  while (value > 0);
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

void
plx_json_append_number (GString *out,
                        double   value)
{
  guint64 scaled;
  guint64 fraction;
  char decimals[6];
  guint n = 6;

  if (!(fabs (value) < 1e12))
    {
      g_string_append (out, "null");
      return;
    }
  scaled = (guint64) (fabs (value) * 1e6 + 0.5);
  if (value < 0 && scaled > 0)
    g_string_append_c (out, '-');
  append_unsigned (out, scaled / 1000000);
  fraction = scaled % 1000000;
  if (fraction == 0)
    return;
  for (int i = 5; i >= 0; i--)
    {
      decimals[i] = (char) ('0' + fraction % 10);
      fraction /= 10;
    }
  while (decimals[n - 1] == '0')
    n--;
  g_string_append_c (out, '.');
  g_string_append_len (out, decimals, n);
}

void
plx_json_append_string (GString    *out,
                        const char *string)
{
  static const char hex[] = "0123456789abcdef";
  const char *run = string;

  if (string == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (; *string != '\0'; string++)
    {
      guchar c = (guchar) *string;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, run, string - run);
      run = string + 1;
      g_string_append_c (out, '\\');
      if (c == '"' || c == '\\')
        g_string_append_c (out, (char) c);
      else if (c == '\n')
        g_string_append_c (out, 'n');
      else if (c == '\t')
        g_string_append_c (out, 't');
      else
        {
          g_string_append (out, "u00");
          g_string_append_c (out, hex[c >> 4]);
          g_string_append_c (out, hex[c & 15]);
        }
    }
  g_string_append_len (out, run, string - run);
  g_string_append_c (out, '"');
}

/* ,"NAME":VALUE */
static void
append_member (GString    *out,
               const char *name,
               double      value)
{
  g_string_append_c (out, ',');
  g_string_append (out, name);
  g_string_append_c (out, ':');
  plx_json_append_number (out, value);
}

static void
append_axes (GString          *out,
             const PlxReading *reading,
             const PlxLexicon *lexicon,
             const double     *low,
             const double     *high)
{
  g_string_append (out, ",\"axes\":{");
  for (guint i = 0; i < reading->n_axes; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      plx_json_append_string (out, plx_lexicon_get_axis (lexicon, i)->id);
      g_string_append (out, ":{\"score\":");
      plx_json_append_number (out, reading->axes[i].score);
      append_member (out, "\"low\"", low[i]);
      append_member (out, "\"high\"", high[i]);
      append_member (out, "\"direction\"", reading->axes[i].direction);
      append_member (out, "\"intensity\"", reading->axes[i].intensity);
      append_member (out, "\"positive\"", reading->axes[i].positive);
      append_member (out, "\"negative\"", reading->axes[i].negative);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, '}');
}

static void
append_span (GString *out,
             PlxSpan  span)
{
  g_string_append (out, "\"start\":");
  append_unsigned (out, span.start);
  g_string_append (out, ",\"end\":");
  append_unsigned (out, span.end);
}

static void
append_steps (GString          *out,
              const PlxReading *reading,
              const PlxCue     *cue)
{
  g_string_append (out, ",\"steps\":[");
  for (guint32 i = 0; i < cue->n_steps; i++)
    {
      const PlxStep *step = &g_array_index (reading->steps, PlxStep, cue->first_step + i);

      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, "{\"rule\":");
      plx_json_append_string (out, plx_rule_to_string ((PlxRule) step->rule));
      append_member (out, "\"factor\"", step->factor);
      if (step->trigger.end > step->trigger.start)
        {
          g_string_append_c (out, ',');
          append_span (out, step->trigger);
        }
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* How @voice, somebody else than the reporter, speaks in @span: as the quotation of theirs that
 * covers most of it. Quotations come by first byte; @first is one before which none reaches into
 * @span. */
static PlxVoiceKind
find_voice_kind (const PlxReading *reading,
                 guint32           voice,
                 PlxSpan           span,
                 guint             first)
{
  const char *name = g_array_index (reading->voices, PlxVoice, voice).name;
  PlxVoiceKind kind = PLX_VOICE_INDIRECT;
  guint32 most = 0;

  for (guint i = first; i < reading->quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (reading->quotes, PlxQuote, i);

      if (quote->content[0].start >= span.end)
        break;
      if (quote->name != voice && !(quote->name == PLX_NONE && name == NULL))
        continue;
      for (guint part = 0; part < G_N_ELEMENTS (quote->content); part++)
        {
          guint32 start = MAX (quote->content[part].start, span.start);
          guint32 end = MIN (quote->content[part].end, span.end);

          if (end > start && end - start > most)
            {
              most = end - start;
              kind = quote->kind;
            }
        }
    }
  return kind;
}

/* Passes over the quotations that end before @span. */
static void
skip_quotes (const PlxReading *reading,
             PlxSpan           span,
             guint            *first)
{
  while (*first < reading->quotes->len)
    {
      const PlxQuote *quote = &g_array_index (reading->quotes, PlxQuote, *first);

      if (MAX (quote->content[0].end, quote->content[1].end) > span.start)
        break;
      (*first)++;
    }
}

static void
append_speaker (GString          *out,
                const PlxReading *reading,
                guint32           voice,
                PlxSpan           span,
                guint             first)
{
  PlxVoiceKind kind = PLX_VOICE_REPORTER;
  const char *name = NULL;

  if (voice != 0 && voice < reading->voices->len)
    {
      name = g_array_index (reading->voices, PlxVoice, voice).name;
      kind = find_voice_kind (reading, voice, span, first);
    }
  g_string_append (out, ",\"voice\":");
  plx_json_append_string (out, plx_voice_kind_to_string (kind));
  g_string_append (out, ",\"speaker\":");
  plx_json_append_string (out, name);
}

static void
append_cues (GString               *out,
             const PlxReading      *reading,
             const PlxLexicon      *lexicon,
             const PlxReadSentence *sentence,
             guint                  first_quote)
{
  g_string_append (out, ",\"cues\":[");
  for (guint32 i = 0; i < sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, sentence->first_cue + i);

      g_string_append (out, i > 0 ? ",{" : "{");
      append_span (out, cue->span);
      g_string_append (out, ",\"entry\":");
      plx_json_append_string (out, plx_lexicon_get_entry (lexicon, cue->entry)->pattern);
      g_string_append (out, ",\"axis\":");
      plx_json_append_string (out, plx_lexicon_get_axis (lexicon, (guint) cue->axis)->id);
      append_member (out, "\"base\"", cue->base);
      append_member (out, "\"weight\"", cue->weight);
      append_speaker (out, reading, cue->voice, cue->span, first_quote);
      if (cue->target < reading->targets->len)
        {
          g_string_append (out, ",\"target\":");
          plx_json_append_string (out, g_array_index (reading->targets, PlxTarget, cue->target).name);
        }
      append_steps (out, reading, cue);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_sentences (GString          *out,
                  const PlxReading *reading,
                  const PlxLexicon *lexicon,
                  PlxScoreDetail    detail)
{
  guint quote = 0;

  g_string_append (out, ",\"sentences\":[");
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      append_span (out, sentence->span);
      if (sentence->flags & PLX_SENTENCE_IN_TITLE)
        g_string_append (out, ",\"in\":\"title\"");
      else
        skip_quotes (reading, sentence->span, &quote);
      append_speaker (out, reading, sentence->voice, sentence->span, quote);
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          g_string_append_c (out, ',');
          plx_json_append_string (out, plx_lexicon_get_axis (lexicon, axis)->id);
          g_string_append_c (out, ':');
          plx_json_append_number (out, sentence->axes[axis].score);
        }
      if (detail & PLX_SCORE_CUES)
        append_cues (out, reading, lexicon, sentence, quote);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

void
plx_score_json_append (GString          *out,
                       const PlxReading *reading,
                       const PlxLexicon *lexicon,
                       const PlxArticle *article,
                       const double     *low,
                       const double     *high,
                       PlxScoreDetail    detail)
{
  g_string_append (out, "{\"id\":");
  plx_json_append_string (out, article->id);
  g_string_append (out, ",\"source\":");
  plx_json_append_string (out, article->source);
  g_string_append (out, ",\"title\":");
  plx_json_append_string (out, article->title);
  g_string_append (out, ",\"words\":");
  append_unsigned (out, reading->n_words);
  append_axes (out, reading, lexicon, low, high);
  if (detail & PLX_SCORE_SENTENCES)
    append_sentences (out, reading, lexicon, detail);
  g_string_append (out, "}\n");
}
