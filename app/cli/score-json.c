/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "score-json.h"

#include "json-write.h"

/* What the keys and constant values of an object take at most. */
#define KEYS_ROOM 256

/* A constant string as it is put out. */
typedef struct
{
  char *text;
  gsize length;
} Piece;

struct _PlxScoreJson
{
  const PlxLexicon *lexicon;
  PlxScoreDetail    detail;
  guint             n_axes;
  Piece             names[PLX_MAX_AXES]; /* "tone" */
  Piece             keys[PLX_MAX_AXES];  /* ,"tone": */
  gsize             keys_room;
};

static Piece
piece_new (const char *before,
           const char *string,
           const char *after)
{
  GString *text = g_string_new (before);
  gsize length;

  plx_json_commit (text, plx_json_put_string (plx_json_reserve (text, plx_json_string_room (string)),
                                              string));
  g_string_append (text, after);
  length = text->len;
  return (Piece) { g_string_free (text, FALSE), length };
}

PlxScoreJson *
plx_score_json_new (const PlxLexicon *lexicon,
                    PlxScoreDetail    detail)
{
  PlxScoreJson *self = g_new0 (PlxScoreJson, 1);

  self->lexicon = lexicon;
  self->detail = detail;
  self->n_axes = plx_lexicon_get_n_axes (lexicon);
  for (guint i = 0; i < self->n_axes; i++)
    {
      const char *id = plx_lexicon_get_axis (lexicon, i)->id;

      self->names[i] = piece_new ("", id, "");
      self->keys[i] = piece_new (",", id, ":");
      self->keys_room += self->keys[i].length;
    }
  return self;
}

void
plx_score_json_free (PlxScoreJson *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_axes; i++)
    {
      g_free (self->names[i].text);
      g_free (self->keys[i].text);
    }
  g_free (self);
}

static inline char *
put_piece (char        *at,
           const Piece *piece)
{
  memcpy (at, piece->text, piece->length);
  return at + piece->length;
}

static inline char *
put_member (char       *at,
            const char *key,
            double      value)
{
  return plx_json_put_number (plx_json_put (at, key), value);
}

static inline char *
put_span (char   *at,
          PlxSpan span)
{
  at = plx_json_put_unsigned (plx_json_put (at, "\"start\":"), span.start);
  return plx_json_put_unsigned (plx_json_put (at, ",\"end\":"), span.end);
}

static char *
put_axes (const PlxScoreJson *self,
          char               *at,
          const PlxReading   *reading,
          const double       *low,
          const double       *high)
{
  at = plx_json_put (at, ",\"axes\":{");
  for (guint i = 0; i < reading->n_axes; i++)
    {
      if (i > 0)
        *at++ = ',';
      at = put_piece (at, &self->names[i]);
      at = put_member (at, ":{\"score\":", reading->axes[i].score);
      at = put_member (at, ",\"low\":", low[i]);
      at = put_member (at, ",\"high\":", high[i]);
      at = put_member (at, ",\"direction\":", reading->axes[i].direction);
      at = put_member (at, ",\"intensity\":", reading->axes[i].intensity);
      at = put_member (at, ",\"positive\":", reading->axes[i].positive);
      at = put_member (at, ",\"negative\":", reading->axes[i].negative);
      *at++ = '}';
    }
  *at++ = '}';
  return at;
}

static char *
put_steps (char             *at,
           const PlxReading *reading,
           const PlxCue     *cue)
{
  at = plx_json_put (at, ",\"steps\":[");
  for (guint32 i = 0; i < cue->n_steps; i++)
    {
      const PlxStep *step = &g_array_index (reading->steps, PlxStep, cue->first_step + i);

      if (i > 0)
        *at++ = ',';
      at = plx_json_put (at, "{\"rule\":\"");
      at = plx_json_put (at, plx_rule_to_string ((PlxRule) step->rule));
      at = put_member (at, "\",\"factor\":", step->factor);
      if (step->trigger.end > step->trigger.start)
        {
          *at++ = ',';
          at = put_span (at, step->trigger);
        }
      *at++ = '}';
    }
  *at++ = ']';
  return at;
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

/* Who speaks a sentence or a cue. */
typedef struct
{
  PlxVoiceKind kind;
  const char  *name; /* NULL: the reporter, or somebody who is not named */
} Speaker;

static Speaker
find_speaker (const PlxReading *reading,
              guint32           voice,
              PlxSpan           span,
              guint             first)
{
  if (voice == 0 || voice >= reading->voices->len)
    return (Speaker) { PLX_VOICE_REPORTER, NULL };
  return (Speaker) { find_voice_kind (reading, voice, span, first),
                     g_array_index (reading->voices, PlxVoice, voice).name };
}

static inline char *
put_speaker (char    *at,
             Speaker  speaker)
{
  at = plx_json_put (at, ",\"voice\":\"");
  at = plx_json_put (at, plx_voice_kind_to_string (speaker.kind));
  at = plx_json_put (at, "\",\"speaker\":");
  return plx_json_put_string (at, speaker.name);
}

static void
append_cue (const PlxScoreJson *self,
            GString            *out,
            const PlxReading   *reading,
            const PlxCue       *cue,
            guint               first_quote)
{
  Speaker speaker = find_speaker (reading, cue->voice, cue->span, first_quote);
  const char *pattern = plx_lexicon_get_entry (self->lexicon, cue->entry)->pattern;
  const char *target = cue->target < reading->targets->len
                         ? g_array_index (reading->targets, PlxTarget, cue->target).name : NULL;
  gsize room = KEYS_ROOM + 4 * PLX_JSON_NUMBER_ROOM + self->names[cue->axis].length +
               plx_json_string_room (speaker.name) + plx_json_string_room (pattern) +
               plx_json_string_room (target) + cue->n_steps * (KEYS_ROOM + 3 * PLX_JSON_NUMBER_ROOM);
  char *at = plx_json_reserve (out, room);

  *at++ = '{';
  at = put_span (at, cue->span);
  at = plx_json_put_string (plx_json_put (at, ",\"entry\":"), pattern);
  at = put_piece (plx_json_put (at, ",\"axis\":"), &self->names[cue->axis]);
  at = put_member (at, ",\"base\":", cue->base);
  at = put_member (at, ",\"weight\":", cue->weight);
  at = put_speaker (at, speaker);
  if (target != NULL)
    at = plx_json_put_string (plx_json_put (at, ",\"target\":"), target);
  at = put_steps (at, reading, cue);
  *at++ = '}';
  plx_json_commit (out, at);
}

static void
append_cues (const PlxScoreJson    *self,
             GString               *out,
             const PlxReading      *reading,
             const PlxReadSentence *sentence,
             guint                  first_quote)
{
  g_string_append (out, ",\"cues\":[");
  for (guint32 i = 0; i < sentence->n_cues; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cue (self, out, reading,
                  &g_array_index (reading->cues, PlxCue, sentence->first_cue + i), first_quote);
    }
  g_string_append_c (out, ']');
}

/* A sentence without its cues and its end. */
static void
append_sentence (const PlxScoreJson    *self,
                 GString               *out,
                 const PlxReading      *reading,
                 const PlxReadSentence *sentence,
                 guint                  first_quote)
{
  Speaker speaker = find_speaker (reading, sentence->voice, sentence->span, first_quote);
  char *at = plx_json_reserve (out, KEYS_ROOM + plx_json_string_room (speaker.name) + self->keys_room +
                                      (2 + reading->n_axes) * PLX_JSON_NUMBER_ROOM);

  *at++ = '{';
  at = put_span (at, sentence->span);
  if (sentence->flags & PLX_SENTENCE_IN_TITLE)
    at = plx_json_put (at, ",\"in\":\"title\"");
  at = put_speaker (at, speaker);
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      at = put_piece (at, &self->keys[axis]);
      at = plx_json_put_number (at, sentence->axes[axis].score);
    }
  plx_json_commit (out, at);
}

static void
append_sentences (const PlxScoreJson *self,
                  GString            *out,
                  const PlxReading   *reading)
{
  guint quote = 0;

  g_string_append (out, ",\"sentences\":[");
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (i > 0)
        g_string_append_c (out, ',');
      if (!(sentence->flags & PLX_SENTENCE_IN_TITLE))
        skip_quotes (reading, sentence->span, &quote);
      append_sentence (self, out, reading, sentence, quote);
      if (self->detail & PLX_SCORE_CUES)
        append_cues (self, out, reading, sentence, quote);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

void
plx_score_json_append (const PlxScoreJson *self,
                       GString            *out,
                       const PlxReading   *reading,
                       const PlxArticle   *article,
                       const double       *low,
                       const double       *high)
{
  char *at = plx_json_reserve (out, plx_json_string_room (article->id) +
                                      plx_json_string_room (article->source) +
                                      plx_json_string_room (article->title) + self->keys_room +
                                      (1 + reading->n_axes) * (KEYS_ROOM + 7 * PLX_JSON_NUMBER_ROOM));

  at = plx_json_put_string (plx_json_put (at, "{\"id\":"), article->id);
  at = plx_json_put_string (plx_json_put (at, ",\"source\":"), article->source);
  at = plx_json_put_string (plx_json_put (at, ",\"title\":"), article->title);
  at = plx_json_put_unsigned (plx_json_put (at, ",\"words\":"), reading->n_words);
  plx_json_commit (out, put_axes (self, at, reading, low, high));
  if (self->detail & PLX_SCORE_SENTENCES)
    append_sentences (self, out, reading);
  g_string_append (out, "}\n");
}
