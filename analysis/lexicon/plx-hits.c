/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hits.h"

#include <string.h>

#include "plx-matcher.h"

struct _PlxHitFinder
{
  PlxLexicon *lexicon;
  PlxMatcher  matcher;
  PlxText    *text;
  GArray     *hits;       /* of PlxHit */
  guint32     n_sentences; /* of this article, so far */
};

/* Sentences are looked at in pieces of this many tokens, as a reading does. */
#define MAX_PIECE_TOKENS 300

PlxHitFinder *
plx_hit_finder_new (PlxLexicon *lexicon)
{
  PlxHitFinder *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxHitFinder, 1);
  self->lexicon = plx_lexicon_ref (lexicon);
  plx_matcher_init (&self->matcher, lexicon);
  self->text = plx_text_new ();
  self->hits = g_array_new (FALSE, FALSE, sizeof (PlxHit));
  return self;
}

void
plx_hit_finder_free (PlxHitFinder *self)
{
  if (self == NULL)
    return;
  plx_matcher_clear (&self->matcher);
  plx_lexicon_unref (self->lexicon);
  plx_text_free (self->text);
  g_array_unref (self->hits);
  g_free (self);
}

static void
collect (PlxHitFinder *self,
         gboolean      in_title)
{
  const PlxToken *tokens = (const PlxToken *) (gconstpointer) self->text->tokens->data;

  for (guint i = 0; i < self->matcher.n_matches; i++)
    {
      const PlxMatch *match = &self->matcher.matches[i];
      PlxHit hit = { { tokens[match->first].span.start, tokens[match->last].span.end },
                     match->entry, self->n_sentences, in_title };

      g_array_append_val (self->hits, hit);
    }
}

/* The sentences of the text from @first on. */
static void
scan (PlxHitFinder *self,
      guint         first,
      gboolean      in_title)
{
  for (guint i = first; i < self->text->sentences->len; i++)
    {
      const PlxTextSentence *sentence = &g_array_index (self->text->sentences, PlxTextSentence, i);

      for (guint32 done = 0; done < sentence->n_tokens; done += MAX_PIECE_TOKENS)
        {
          PlxTextSentence piece = *sentence;

          piece.first_token = sentence->first_token + done;
          piece.n_tokens = MIN (sentence->n_tokens - done, MAX_PIECE_TOKENS);
          plx_matcher_scan (&self->matcher, self->text, &piece);
          collect (self, in_title);
        }
      self->n_sentences++;
    }
}

static void
scan_body (PlxHitFinder     *self,
           const PlxArticle *article)
{
  plx_text_set_bytes (self->text, article->text, article->length);
  if (article->blocks->len == 0)
    {
      plx_text_read_span (self->text, (PlxSpan) { 0, (guint32) article->length });
      scan (self, 0, FALSE);
    }
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);
      guint first = self->text->sentences->len;

      if (!plx_block_kind_is_read (block->kind))
        continue;
      plx_text_read_span (self->text, block->span);
      scan (self, first, FALSE);
    }
}

const GArray *
plx_hit_finder_find (PlxHitFinder     *self,
                     const PlxArticle *article)
{
  g_return_val_if_fail (self != NULL && article != NULL, NULL);

  g_array_set_size (self->hits, 0);
  self->n_sentences = 0;
  if (article->title != NULL && *article->title != '\0')
    {
      gsize length = strlen (article->title);

      plx_text_set_bytes (self->text, article->title, length);
      plx_text_read_span (self->text, (PlxSpan) { 0, (guint32) length });
      scan (self, 0, TRUE);
    }
  scan_body (self, article);
  return self->hits;
}
