/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-matcher-private.h"

/* What matches that overlap make of each other. */

/* A cue for exactly the words of a block was meant: the block keeps other words from matching. */
static gboolean
is_cue_for_same_words (const PlxMatch *match,
                       const PlxMatch *block)
{
  return match->layer < PLX_MAX_AXES && match->first == block->first && match->last == block->last;
}

/* Takes out what a block of at least as many words shields. */
void
plx_matcher_apply_blocks (PlxMatcher *self)
{
  guint kept = 0;
  PlxMatch *all = self->matches;

  for (guint i = 0; i < self->n_matches; i++)
    {
      gboolean shielded = FALSE;

      /* blocks are short: those that reach a match begin among its near neighbours */
      for (int step = -1; step <= 1 && all[i].layer != PLX_LAYER_BLOCK && !shielded; step += 2)
        {
          for (guint j = i + (guint) step; j < self->n_matches; j += (guint) step)
            {
              if (all[j].first + PLX_PATTERN_MAX_WORDS * (PLX_PATTERN_MAX_GAP + 1) < all[i].first ||
                  all[j].first > all[i].last)
                break;
              if (all[j].layer == PLX_LAYER_BLOCK && all[j].last >= all[i].first &&
                  all[j].n_words >= all[i].n_words && !is_cue_for_same_words (&all[i], &all[j]))
                {
                  shielded = TRUE;
                  break;
                }
            }
        }
      if (shielded)
        all[i].form = G_MAXUINT8; /* marked; taken out below, when no other looks at it any more */
    }
  for (guint i = 0; i < self->n_matches; i++)
    {
      if (all[i].form != G_MAXUINT8 && all[i].layer != PLX_LAYER_BLOCK)
        all[kept++] = all[i];
    }
  self->n_matches = kept;
}

/* Whether a shifter stands in the gap of a cue ("imposed no sanctions") and so is none of its
 * words. */
static gboolean
is_in_gap (const PlxMatch *shifter,
           const PlxMatch *cue)
{
  return shifter->layer == PLX_LAYER_SHIFTER && cue->n_words == 2 &&
         cue->first < shifter->first && shifter->last < cue->last;
}

/* Notes for each operator and shifter on which axes a longer cue or event holds its words: the
 * "no" of "no confidence" is part of the cue there, and negates nothing. */
void
plx_matcher_apply_shadows (PlxMatcher *self)
{
  PlxMatch *all = self->matches;

  for (guint i = 0; i < self->n_matches; i++)
    {
      const PlxMatch *cue = &all[i];

      if (cue->layer >= PLX_MAX_AXES || cue->n_words < 2)
        continue;
      for (guint j = i + 1; j < self->n_matches && all[j].first <= cue->last; j++)
        {
          if (all[j].layer >= PLX_MAX_AXES && all[j].last <= cue->last &&
              all[j].n_words < cue->n_words && !is_in_gap (&all[j], cue))
            all[j].shadow |= (guint8) (1u << cue->layer);
        }
      for (guint j = i; j > 0 && all[j - 1].first == cue->first; j--)
        {
          if (all[j - 1].layer >= PLX_MAX_AXES && all[j - 1].last <= cue->last &&
              all[j - 1].n_words < cue->n_words)
            all[j - 1].shadow |= (guint8) (1u << cue->layer);
        }
    }
}
