/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/corpus.h"

#include "data/corpus/plx-corpus-repair.h"

GPtrArray *
corpus_make_articles (guint first,
                      guint n)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

  for (guint i = first; i < first + n; i++)
    {
      GString *text = g_string_new (NULL);
      PlxArticle *article;

      for (guint line = 0; line < 40; line++)
        g_string_append_printf (text, "Sentence %u of article %u says w%u.\n", line, i,
                                (i * 2654435761u + line) % 5000);
      article = plx_article_new (g_string_free (text, FALSE));
      article->source = g_strdup_printf ("Source %u", i % 7);
      article->title = g_strdup_printf ("Title %u", i);
      article->date = g_strdup ("2023-11-03");
      plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 0, (guint32) article->length });
      g_ptr_array_add (articles, article);
    }
  return articles;
}

guint
corpus_count_articles (PlxCorpus *corpus)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_corpus_list_articles (corpus, 0, NULL, &error);

  g_assert_no_error (error);
  return list->len;
}

void
corpus_assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = plx_corpus_verify (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}
