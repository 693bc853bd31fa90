/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/plx-claims.h"

#include <string.h>

/* Three sources on one event: the first two lines of each tell the same facts. */
static const struct
{
  guint32     source;
  const char *text;
} story[] = {
  { 0, "The ferry company will raise its fares by 8 percent from 1 March, it said on Monday." },
  { 0, "About 4,000 islanders use the ferry every week." },
  { 0, "Gulls nest on the northern cliffs." },
  { 1, "Fares on the ferry will rise 8 percent on March 1, the ferry company said on Monday." },
  { 1, "The company has not replaced its oldest vessel, the Marigold." },
  { 2, "From 1 March the ferry will cost 8% more, the company said." },
  { 2, "Some 4,000 islanders use the ferry each week." },
  { 2, "A baker in the harbour complained about the price of flour." },
};

static PlxAligner *
align_story (void)
{
  PlxAligner *aligner = plx_aligner_new ();

  for (guint i = 0; i < G_N_ELEMENTS (story); i++)
    g_assert_cmpuint (
      plx_aligner_add (aligner, story[i].source, story[i].text, strlen (story[i].text)), ==, i);
  return aligner;
}

static gboolean
has_pair (GArray *pairs,
          guint32 a,
          guint32 b)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (pairs, PlxSentencePair, i);

      if (pair->a == a && pair->b == b)
        return TRUE;
    }
  return FALSE;
}

static void
test_pairs (void)
{
  g_autoptr (PlxAligner) aligner = align_story ();
  g_autoptr (GArray) pairs = plx_aligner_find_pairs (aligner, PLX_CLAIM_THRESHOLD);

  g_assert_true (has_pair (pairs, 0, 3));
  g_assert_true (has_pair (pairs, 1, 6));
  g_assert_false (has_pair (pairs, 0, 1)); /* one source */
  g_assert_false (has_pair (pairs, 2, 7));
  g_assert_false (has_pair (pairs, 4, 7));
}

static gboolean
give_up (guint32  done,
         guint32  total,
         gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  ++*(guint *) user_data;
  return FALSE;
}

/* A search that is given up finds nothing more and asks nobody again. */
static void
test_give_up (void)
{
  g_autoptr (PlxAligner) aligner = align_story ();
  guint n_calls = 0;

  plx_aligner_set_progress (aligner, give_up, &n_calls);
  {
    g_autoptr (GArray) pairs = plx_aligner_find_pairs (aligner, PLX_CLAIM_THRESHOLD);

    g_assert_cmpuint (pairs->len, ==, 0);
    g_assert_cmpuint (n_calls, ==, 1);
  }
}

static void
test_claims (void)
{
  g_autoptr (PlxAligner) aligner = align_story ();
  g_autoptr (GArray) pairs = plx_aligner_find_pairs (aligner, PLX_CLAIM_WEAK_THRESHOLD);
  g_autoptr (GPtrArray) claims = plx_aligner_list_claims (aligner, pairs);
  const PlxClaim *first, *second;

  g_assert_cmpuint (claims->len, ==, 2);
  first = g_ptr_array_index (claims, 0);
  g_assert_cmpuint (first->members->len, ==, 3);
  second = g_ptr_array_index (claims, 1);
  g_assert_cmpuint (second->n_sources, ==, 2);
  g_assert_cmpuint (g_array_index (second->members, PlxClaimMember, 0).sentence, ==, 1);
  g_assert_cmpuint (g_array_index (second->members, PlxClaimMember, 1).sentence, ==, 6);
}

static void
test_order_does_not_matter (void)
{
  g_autoptr (PlxAligner) forward = align_story ();
  g_autoptr (PlxAligner) backward = plx_aligner_new ();
  g_autoptr (GArray) pairs = plx_aligner_find_pairs (forward, 0.3);
  g_autoptr (GArray) reversed = NULL;
  guint32 last = G_N_ELEMENTS (story) - 1;

  for (guint i = 0; i <= last; i++)
    plx_aligner_add (backward, story[last - i].source, story[last - i].text,
                     strlen (story[last - i].text));
  reversed = plx_aligner_find_pairs (backward, 0.3);
  g_assert_cmpuint (pairs->len, ==, reversed->len);
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (pairs, PlxSentencePair, i);
      g_assert_true (has_pair (reversed, last - pair->b, last - pair->a));
    }
}

static void
test_wire (void)
{
  const char *wire = "Officials closed the old bridge on Tuesday after divers found cracks in two of "
                     "its piers, the council said.";
  const char *copy = "BREAKING: officials closed the old bridge on Tuesday after divers found cracks "
                     "in two of its piers. Scary!";
  g_autoptr (PlxAligner) aligner = plx_aligner_new ();
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) passages = NULL;
  const PlxWirePassage *passage;

  plx_aligner_add (aligner, 0, wire, strlen (wire));
  plx_aligner_add (aligner, 1, copy, strlen (copy));
  plx_aligner_add (aligner, 1, "The bridge is old.", 18);
  pairs = plx_aligner_find_pairs (aligner, PLX_CLAIM_WEAK_THRESHOLD);
  passages = plx_aligner_find_wire (aligner, pairs);

  g_assert_cmpuint (passages->len, ==, 1);
  passage = &g_array_index (passages, PlxWirePassage, 0);
  g_assert_cmpuint (passage->n_words, ==, 16);
  g_assert_cmpint (strncmp (wire + passage->span_a.start, "Officials", 9), ==, 0);
  g_assert_cmpint (strncmp (copy + passage->span_b.start, "officials", 9), ==, 0);
  g_assert_cmpint (strncmp (copy + passage->span_b.end, ". Scary!", 8), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (PlxAligner) aligner = plx_aligner_new ();
  g_autoptr (GArray) none = plx_aligner_find_pairs (aligner, 0);
  g_autoptr (GPtrArray) claims = plx_aligner_list_claims (aligner, none);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (claims->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/pairs", test_pairs);
  g_test_add_func ("/claims/give-up", test_give_up);
  g_test_add_func ("/claims/claims", test_claims);
  g_test_add_func ("/claims/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/claims/wire", test_wire);
  g_test_add_func ("/claims/empty", test_empty);
  return g_test_run ();
}
