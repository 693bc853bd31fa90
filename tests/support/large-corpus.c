/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "large-corpus.h"

#define N_SENTENCES 30
#define CHUNK 5000 /* articles made and added at a time */

static const char *const sides[] = {
  "Kestova", "Merland", "China", "France", "the commission", "the ministry", "the port authority",
  "Aldane Lines",
};

static const char *const people[] = {
  "Ilan Verin", "Marta Oake", "Jonah Carrick", "Lisa Bloom", "Peter Marsh", "Anna Reyde",
  "Tomas Hale", "Ruth Lindqvist",
};

static const char *const deeds[] = {
  "imposed new sanctions on", "lifted the tariffs against", "agreed to reopen talks with",
  "warned of a crisis caused by", "welcomed the good news from", "refused to negotiate with",
  "signed a trade deal with", "criticised the failed policy of", "published figures about",
  "sent a delegation to", "held a meeting with", "asked for a report by",
};

static const char *const ends[] = {
  "after three days of talks", "in spite of the growing risk", "to the relief of exporters",
  "on Tuesday morning", "as prices rose again", "despite strong growth", "for the second time",
  "at the harbour of Port Sella", "according to the statute of the river",
};

static guint32
next_random (guint64 *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (guint32) (*state >> 33);
}

#define pick(list, state) ((list)[next_random (state) % G_N_ELEMENTS (list)])

static void
append_sentence (GString *text,
                 guint64 *state)
{
  const char *person = pick (people, state);
  const char *side = pick (sides, state);
  const char *deed = pick (deeds, state);
  const char *other = pick (sides, state);
  guint32 number = next_random (state) % 9000;

  switch (next_random (state) % 4)
    {
    case 0:
      g_string_append_printf (text, "“It is a %s step that %s %s %s,” %s said. ",
                              next_random (state) % 2 ? "good" : "dangerous", side, deed, other, person);
      break;
    case 1:
      g_string_append_printf (text, "%s said that %s %s %s %s. ", person, side, deed, other,
                              pick (ends, state));
      break;
    default:
      g_string_append_printf (text, "In case %u %s %s %s %s. ", number, side, deed, other,
                              pick (ends, state));
      break;
    }
  *text->str = g_ascii_toupper (*text->str);
}

static PlxArticle *
make_article (guint index,
              guint n_sources)
{
  GString *text = g_string_new (NULL);
  guint64 state = index * 7919u + 1;
  const char *side = pick (sides, &state);
  PlxArticle *article;
  guint32 title_length;

  g_string_append_printf (text, "%s %s %s", side, pick (deeds, &state), pick (sides, &state));
  *text->str = g_ascii_toupper (*text->str);
  title_length = (guint32) text->len;
  g_string_append (text, "\n\n");
  for (guint i = 0; i < N_SENTENCES; i++)
    {
      append_sentence (text, &state);
      if (i % 5 == 4)
        g_string_append (text, "\n\n");
    }
  article = plx_article_new (g_string_free (text, FALSE));
  article->source = g_strdup_printf ("Paper %03u", index % n_sources);
  article->title = g_strndup (article->text, title_length);
  article->byline = g_strdup ("A. Writer");
  article->date = g_strdup_printf ("20%02u-%02u-%02u", 10 + next_random (&state) % 14,
                                   1 + next_random (&state) % 12, 1 + next_random (&state) % 28);
  plx_article_add_block (article, PLX_BLOCK_HEADLINE, (PlxSpan) { 0, title_length });
  plx_article_add_block (article, PLX_BLOCK_BODY,
                         (PlxSpan) { title_length + 2, (guint32) article->length });
  return article;
}

void
large_corpus_create (const char *path,
                     guint       n_articles,
                     guint       n_sources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);

  g_assert_no_error (error);
  for (guint first = 0; first < n_articles; first += CHUNK)
    {
      g_autoptr (GPtrArray) articles =
        g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

      for (guint i = first; i < MIN (n_articles, first + CHUNK); i++)
        g_ptr_array_add (articles, make_article (i, n_sources));
      plx_corpus_add_articles (corpus, articles, NULL, &error);
      g_assert_no_error (error);
    }
}
