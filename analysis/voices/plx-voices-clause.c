/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-clause.h"

/* What follows a reporting verb, and where its clause ends. */

/* Whether the quotation around @i is a title behind a possessor, told the paper's “Morning Show”,
 * and not what was told. */
static gboolean
names_hearer (PlxVoices *v,
              guint32    i)
{
  const PlxMarked *marked = plx_voices_marked_at (v, i);

  return marked != NULL && marked->range.start > v->sentence.start &&
         plx_voices_is_possessive (v, marked->range.start - 1);
}

static Right
right_at (PlxVoices *v,
          guint32    i)
{
  guint32 class;

  if (is_end (v, i))
    return (Right) { RIGHT_END, i };
  if (is_quoted (v, i))
    return (Right) { names_hearer (v, i) ? RIGHT_OTHER : RIGHT_QUOTE, i };
  if (v->tokens[i].mark == ',')
    return (Right) { RIGHT_COMMA, i };
  if (v->tokens[i].mark == ':')
    return (Right) { RIGHT_COLON, i };
  class = class_at (v, i);
  if (class & PLX_GRAMMAR_THAT)
    return (Right) { RIGHT_THAT, i };
  if (class & PLX_GRAMMAR_TO)
    return (Right) { RIGHT_TO, i };
  if (class & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL))
    return (Right) { RIGHT_QUESTION, i };
  return (Right) { RIGHT_OTHER, i };
}

guint32
plx_voices_skip_times (PlxVoices *v,
                       guint32    i)
{
  for (;;)
    {
      guint32 class = class_at (v, i);

      /* said Friday's figures were good */
      if (is_quoted (v, i) || ((class & PLX_CLASS_TIME) && i + 1 < v->sentence.end &&
                               plx_voices_is_possessive (v, i + 1)))
        return i;
      if ((class & PLX_CLASS_TIME) || (is_adverb (v, i) && !(class & PLX_GRAMMAR_PREPOSITION)))
        i++;
      else if ((class & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_DETERMINER)) &&
               (class_at (v, i + 1) & PLX_CLASS_TIME))
        i += 2;
      else if ((v->tokens[MIN (i, v->n_tokens - 1)].flags & PLX_TOKEN_NUMBER) && i > 0 &&
               ((class_at (v, i - 1) & PLX_CLASS_TIME) || mark_at (v, i - 1) == '.'))
        i++;
      else if (mark_at (v, i) == '.' && i + 1 < v->sentence.end && i > 0 &&
               (class_at (v, i - 1) & PLX_CLASS_TIME))
        i++;
      else
        return i;
    }
}

#define SHORT_MARK_TOKENS 7

gboolean
plx_voices_is_short_mark (PlxVoices *v,
                          guint32    i)
{
  const PlxMarked *marked = plx_voices_marked_at (v, i);

  return marked == NULL || marked->range.end - marked->range.start < SHORT_MARK_TOKENS;
}

Right
plx_voices_look_right (PlxVoices *v,
                       guint32    from)
{
  guint32 i = plx_voices_skip_times (v, from);
  Right right = right_at (v, i);

  if ((right.kind != RIGHT_OTHER && right.kind != RIGHT_TO) ||
      !(class_at (v, i) & PLX_GRAMMAR_PREPOSITION))
    return right;
  /* "said to reporters", but not "vowed to fight" */
  if (right.kind == RIGHT_TO && !is_capitalised (v, i + 1) &&
      !(class_at (v, i + 1) &
        (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_OBJECT | PLX_CLASS_PERSON)))
    return right;
  for (guint32 k = i + 1; k < MIN (i + MAX_ADJUNCT_TOKENS, v->sentence.end + 1); k++)
    {
      Right next = right_at (v, k);
      guint32 class = class_at (v, k);

      if (next.kind == RIGHT_QUOTE && plx_voices_is_short_mark (v, k) &&
          v->tokens[k - 1].mark != ',' && v->tokens[k - 1].mark != ':')
        {
          k = plx_voices_marked_at (v, k)->range.end - 1;
          continue;
        }
      if (next.kind == RIGHT_THAT && (class_at (v, k - 1) & PLX_GRAMMAR_PREPOSITION))
        continue;

      if (next.kind == RIGHT_END || next.kind == RIGHT_COMMA || next.kind == RIGHT_QUOTE ||
          next.kind == RIGHT_COLON || next.kind == RIGHT_THAT)
        return next;
      if (class & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE))
        break;
    }
  return right;
}

/* "told the clerk, an old man, that …": the "that" behind the comma at @comma, else @comma. */
static guint32
that_behind (PlxVoices *v,
             guint32    comma)
{
  for (guint32 i = comma + 1; i < MIN (comma + MAX_ADJUNCT_TOKENS, v->sentence.end); i++)
    {
      if (is_quoted (v, i) || (class_at (v, i) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE)))
        break;
      if ((class_at (v, i) & PLX_GRAMMAR_THAT) && v->tokens[i - 1].mark == ',')
        return i;
    }
  return comma;
}

guint32
plx_voices_skip_hearer (PlxVoices *v,
                        guint32    from)
{
  guint32 i = plx_voices_skip_times (v, from);

  for (guint32 k = i; k < MIN (i + MAX_ADJUNCT_TOKENS, v->sentence.end); k++)
    {
      Right right = right_at (v, k);

      if (right.kind == RIGHT_THAT || right.kind == RIGHT_QUOTE || right.kind == RIGHT_COLON ||
          (k > i && (right.kind == RIGHT_TO || right.kind == RIGHT_QUESTION)))
        return k;
      if (right.kind == RIGHT_COMMA)
        return that_behind (v, k);
      if (right.kind == RIGHT_END)
        return k;
      if (k > i && class_at (v, k) & PLX_GRAMMAR_OF && !is_capitalised (v, k - 1))
        return k;
      if (class_at (v, k) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE))
        break;
      if (k > i && (class_at (v, k) & PLX_GRAMMAR_SUBJECT))
        return k;
    }
  if (class_at (v, i) & (PLX_GRAMMAR_OBJECT | PLX_GRAMMAR_SUBJECT))
    return i + 1;
  if (class_at (v, i) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE))
    return i + 2;
  if (!is_capitalised (v, i))
    return i + 1;
  while (is_capitalised (v, i) || mark_at (v, i) == '.')
    i++;
  /* told the Dorn Bank's head the fee was off */
  if (i < v->sentence.end && plx_voices_is_possessive (v, i))
    {
      i++;
      if (is_quoted (v, i))
        i = MIN (plx_voices_marked_at (v, i)->range.end, v->sentence.end);
      while (is_word (v, i) && !is_capitalised (v, i) &&
             !(class_at (v, i) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_POSSESSIVE |
                                  PLX_GRAMMAR_THAT | PLX_GRAMMAR_TO | PLX_GRAMMAR_AUXILIARY)))
        i++;
    }
  return plx_voices_skip_times (v, i);
}

/* Whether a new voice begins at @k, behind a comma or without one. */
static gboolean
voice_begins (PlxVoices *v,
              guint32    k,
              gboolean   comma)
{
  guint32 end;

  if (comma && (is_reporting_verb (v, k, PLX_FRAME_GERUND) ||
                (plx_voices_frames (v, k) & PLX_FRAME_ACCORDING)))
    return TRUE;
  if (class_at (v, k) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT | PLX_GRAMMAR_SUBORDINATOR))
    {
      k++;
      while (k < v->sentence.end && is_adverb (v, k))
        k++;
      if (is_reporting_verb (v, k, PLX_FRAME_PAST | PLX_FRAME_THIRD | PLX_FRAME_GERUND))
        return TRUE;
      if (!comma)
        return FALSE;
      for (end = MIN (k + 5, v->sentence.end); k < end && is_word (v, k); k++)
        {
          if (is_reporting_verb (v, k, PLX_FRAME_PAST | PLX_FRAME_THIRD))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a new voice begins behind the comma or "and" at @i. */
static gboolean
clause_ends_at (PlxVoices *v,
                guint32    i)
{
  gboolean comma = v->tokens[i].mark == ',';

  if (!comma && !(class_at (v, i) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)))
    return FALSE;
  return voice_begins (v, comma ? i + 1 : i, comma);
}

/* Whether the reporter speaks again behind the mark at @i: "…, but they went on", "…, a plan that
 * failed". */
static gboolean
tail_begins (PlxVoices *v,
             guint32    i)
{
  return v->tokens[i].mark == ';' ||
         (v->tokens[i].mark == ',' &&
          (class_at (v, i + 1) & (PLX_GRAMMAR_BUT | PLX_GRAMMAR_DETERMINER)));
}

guint32
plx_voices_clause_end (PlxVoices *v,
                       guint32    from,
                       gboolean   embedded)
{
  guint32 i;

  for (i = from; i < v->sentence.end; i++)
    {
      if (is_quoted (v, i))
        {
          /* "…," she said: the comma that closes the clause stands inside the mark. */
          if (i > from && v->tokens[i - 1].mark == ',' && !is_quoted (v, i + 1) &&
              i + 1 < v->sentence.end && (embedded || voice_begins (v, i + 1, TRUE)))
            return i + 1;
          continue;
        }
      if (embedded && v->tokens[i].mark == ',')
        return i;
      if (v->tokens[i].mark == ',' && i > from &&
          ((class_at (v, i + 1) & (PLX_GRAMMAR_AUXILIARY & ~PLX_GRAMMAR_DO)) ||
           is_reporting_verb (v, i + 1, PLX_FRAME_PAST | PLX_FRAME_THIRD)) &&
          !(class_at (v, i + 1) & PLX_GRAMMAR_AND))
        return i;
      if (i > from && (clause_ends_at (v, i) || tail_begins (v, i)))
        return i;
    }
  return v->sentence.end;
}

guint32
plx_voices_object_end (PlxVoices *v,
                       guint32    from)
{
  guint32 end = plx_voices_clause_end (v, from, FALSE);

  for (guint32 i = from + 1; i < end; i++)
    {
      guint32 class;

      if (is_quoted (v, i))
        continue;
      class = class_at (v, i);
      if (v->tokens[i].mark == ',' || v->tokens[i].mark == ';')
        {
          guint32 next = class_at (v, i + 1);

          if ((next & (PLX_GRAMMAR_BUT | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_RELATIVE |
                       PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AUXILIARY)) ||
              ends_in (v, i + 1, "ing") || ends_in (v, i + 1, "ed") ||
              ((next & PLX_GRAMMAR_AND) && !is_capitalised (v, i + 2)))
            return i;
        }
      if ((class & PLX_GRAMMAR_SUBORDINATOR) && i > from + 1)
        return i;
    }
  return end;
}
