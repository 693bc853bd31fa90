/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/text/plx-article.h"

static void
test_block_kinds_round_trip (void)
{
  for (PlxBlockKind kind = PLX_BLOCK_HEADLINE; kind <= PLX_BLOCK_BOILERPLATE; kind++)
    {
      PlxBlockKind back = PLX_BLOCK_HEADLINE;

      g_assert_true (plx_block_kind_from_string (plx_block_kind_to_string (kind), &back));
      g_assert_cmpint (back, ==, kind);
    }

  PlxBlockKind untouched = PLX_BLOCK_CAPTION;
  g_assert_false (plx_block_kind_from_string ("paragraph", &untouched));
  g_assert_cmpint (untouched, ==, PLX_BLOCK_CAPTION);
}

static void
test_copy_is_deep (void)
{
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup ("Menu\nThe body."));
  g_autoptr (PlxArticle) copy = NULL;

  article->source = g_strdup ("The Example");
  plx_article_add_block (article, PLX_BLOCK_BOILERPLATE, (PlxSpan) { 0, 4 });
  plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 5, 14 });
  copy = plx_article_copy (article);

  g_assert_cmpstr (copy->text, ==, article->text);
  g_assert_true (copy->text != article->text);
  g_assert_cmpstr (copy->source, ==, "The Example");
  g_assert_null (copy->title);
  g_assert_cmpuint (copy->blocks->len, ==, 2);
  g_assert_cmpint (g_array_index (copy->blocks, PlxBlock, 1).kind, ==, PLX_BLOCK_BODY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/block-kinds-round-trip", test_block_kinds_round_trip);
  g_test_add_func ("/article/copy-is-deep", test_copy_is_deep);
  return g_test_run ();
}
