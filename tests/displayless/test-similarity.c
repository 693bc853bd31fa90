/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/plx-concepts.h"
#include "analysis/claims/plx-similarity.h"
#include "analysis/lexicon/plx-lexicon.h"

#include <string.h>

static double
score (PlxVocabulary *vocabulary,
       const char    *a,
       const char    *b)
{
  g_autoptr (PlxProfile) profile_a = plx_profile_new (vocabulary, a, strlen (a));
  g_autoptr (PlxProfile) profile_b = plx_profile_new (vocabulary, b, strlen (b));

  return plx_similarity_score (vocabulary, profile_a, profile_b);
}

static double
feature (const char          *a,
         const char          *b,
         PlxSimilarityFeature index)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (PlxProfile) profile_a = plx_profile_new (vocabulary, a, strlen (a));
  g_autoptr (PlxProfile) profile_b = plx_profile_new (vocabulary, b, strlen (b));
  double features[PLX_N_FEATURES];

  plx_similarity_features (vocabulary, profile_a, profile_b, features);
  return features[index];
}

/* Must come first: families are read before any vocabulary is made. */
static void
test_own_families (void)
{
  static const struct
  {
    const char *lines;
    guint       n_wrong;
  } files[] = {
    { "#parallax-families 1\n# note\n\nquibble cavil\ta note\r\n", 0 },
    { "#parallax-families 1\nQuibble cavil\n", 1 },
    { "#parallax-families 1\nquibble 12\n \tnote\n", 2 },
    { "#parallax-families 1\nquibble cavil\ncavil carp\n", 1 },
    { "#parallax-families 1\nquib\xff\n", 1 },
  };
  g_autoptr (GBytes) other = g_bytes_new_static ("quibble cavil", 13);
  g_autoptr (GBytes) bytes = g_bytes_new_static (files[0].lines, strlen (files[0].lines));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxVocabulary) vocabulary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (files[i].lines, strlen (files[i].lines));
      g_autoptr (GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);

      g_assert_cmpint (plx_concepts_check (file, "own.tsv", diagnostics, &error), >=, 0);
      g_assert_no_error (error);
      g_assert_cmpuint (diagnostics->len, ==, files[i].n_wrong);
    }
  g_assert_cmpint (plx_concepts_check (other, NULL, NULL, &error), ==, -1);
  g_assert_error (error, PLX_CONCEPTS_ERROR, PLX_CONCEPTS_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_true (plx_concepts_add_bytes (bytes, NULL, NULL, &error));
  g_assert_cmpstr (plx_concepts_get (0), ==, "quibble cavil");
  vocabulary = plx_vocabulary_new ();
  g_assert_cmpuint (plx_vocabulary_get_concept (vocabulary, plx_vocabulary_add_word (vocabulary, "cavils", 6)),
                    ==, 0);
  g_assert_false (plx_concepts_add_bytes (bytes, NULL, NULL, &error));
  g_assert_error (error, PLX_CONCEPTS_ERROR, PLX_CONCEPTS_ERROR_TOO_LATE);
}

static const char fact[] =
  "The harbour board on Friday approved a 12 percent rise in berth fees, which takes effect in June.";

static void
test_order (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  const char *ranked[] = {
    fact,
    "A 12% rise in berth fees was approved by the harbour board on Friday and takes effect in June.",
    "The harbour board met on Friday to discuss the dredging of the northern channel.",
    "Snow closed three mountain roads overnight.",
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (ranked); i++)
    g_assert_cmpfloat (score (vocabulary, fact, ranked[i]), >, score (vocabulary, fact, ranked[i + 1]));
  g_assert_cmpfloat (score (vocabulary, fact, ranked[1]), >, 0.5);
  g_assert_cmpfloat (score (vocabulary, fact, ranked[3]), <, 0.1);
}

static void
test_symmetric (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  const char *other = "Berth fees rise by twelve percent, the board of the harbour decided.";

  g_assert_cmpfloat (score (vocabulary, fact, other), ==, score (vocabulary, other, fact));
}

static void
test_normalised (void)
{
  /* One of each: the other spelling shares every word. */
  g_assert_cmpfloat (feature ("Twelve ships", "12 ships", PLX_FEATURE_COVER_LESS), ==, 1);
  g_assert_cmpfloat (feature ("a 5% cut", "a five percent cut", PLX_FEATURE_COVER_LESS), ==, 1);
  g_assert_cmpfloat (feature ("U.S. envoy", "US envoy", PLX_FEATURE_COVER_LESS), ==, 1);
  g_assert_cmpfloat (feature ("Mr. Alder’s boat", "Alder's boats", PLX_FEATURE_COVER_LESS), ==, 1);
  g_assert_cmpfloat (feature ("1,250 tonnes", "1250 tonnes", PLX_FEATURE_NUMBERS), ==, 0);
  g_assert_cmpfloat (feature ("$2bn more", "2 billion more", PLX_FEATURE_NUMBERS), ==, 0);
  g_assert_cmpfloat (feature ("Fees rose", "fees rise", PLX_FEATURE_COVER_LESS), ==, 1);
  g_assert_cmpfloat (feature ("9 boats", "7 boats", PLX_FEATURE_NUMBERS), ==, 0.5);
  g_assert_cmpfloat (feature ("He will not go", "He will go", PLX_FEATURE_DENIAL), ==, 1);
  g_assert_cmpfloat (feature ("He won't go", "He will go", PLX_FEATURE_DENIAL), ==, 1);
}

/* Names that the table knows share their words; without the table, or in lower case, they don't. */
static void
test_aliases (void)
{
  const char table[] = "#parallax-aliases 1\nPort Alder\tAlderland\tplace\tcapital\n"
                       "Alderish\tAlderland\tplace\tpeople\nAL\tAlderland\tplace\n";
  const char *pairs[][2] = { { "Port Alder votes", "Alderland votes" },
                             { "the Alderish fleet", "Alderland's fleet" },
                             { "AL votes", "Alderland votes" } };
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (PlxAliases) aliases = plx_aliases_new ();
  g_autoptr (PlxVocabulary) plain = plx_vocabulary_new ();
  g_autoptr (PlxVocabulary) knowing = plx_vocabulary_new ();
  g_autoptr (GError) error = NULL;

  plx_aliases_add_bytes (aliases, bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  plx_vocabulary_set_aliases (knowing, aliases);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpfloat (score (knowing, pairs[i][0], pairs[i][1]), >,
                         score (plain, pairs[i][0], pairs[i][1]));
    }
  g_assert_cmpfloat (score (knowing, "Port Alder votes", "Alderland votes"), ==, 1);
  g_assert_cmpfloat (score (knowing, "Al votes", "Alderland votes"), <, 1);
}

/* A relative is less than the word itself, and more than nothing. */
static void
test_concepts (void)
{
  const double same = feature ("Fees rose", "Fees rise", PLX_FEATURE_COVER_LESS);
  const double related = feature ("Fees rose", "Fees climbed", PLX_FEATURE_COVER_LESS);
  const double opposite = feature ("Fees rose", "Fees fell", PLX_FEATURE_COVER_LESS);

  g_assert_cmpfloat (same, >, related);
  g_assert_cmpfloat (related, >, opposite);
  /* One word has one relative: the second is left over. */
  g_assert_cmpfloat (feature ("Fees rose", "Fees climbed, climbed", PLX_FEATURE_COVER_LESS), <, related);
  /* Words that both have are not counted once more as relatives. */
  g_assert_cmpfloat (feature ("Fees rose, climbed", "Fees climbed, rose", PLX_FEATURE_COVER_LESS), ==, 1);
}

/* Every word of the families is of its own family, so of one only. */
static void
test_families (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  const char *family;
  guint n = 0;

  for (guint32 i = 0; (family = plx_concepts_get (i)) != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (family, " ", -1);

      g_assert_cmpuint (g_strv_length (words), >, 1);
      for (guint k = 0; words[k] != NULL; k++, n++)
        {
          guint32 stem = plx_vocabulary_add_word (vocabulary, words[k], strlen (words[k]));

          if (stem == PLX_NONE || plx_vocabulary_is_common (vocabulary, stem) ||
              plx_vocabulary_get_concept (vocabulary, stem) != i)
            {
              g_test_message ("\"%s\" of \"%s\" is a function word, or of another family too",
                              words[k], words[0]);
              g_test_fail ();
            }
        }
    }
  g_assert_cmpuint (n, >, 1000);
}

/* Words keep their places beside the terms, which are fewer. */
static void
test_profile (void)
{
  const char text[] = "Mr Brook's 2 billion boats, 5%";
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (PlxProfile) profile = plx_profile_new (vocabulary, text, strlen (text));

  g_assert_cmpuint (profile->n_words, ==, 6);
  g_assert_cmpuint (profile->n_terms, ==, 5);
  g_assert_cmpuint (profile->n_numbers, ==, 2);
  g_assert_cmpint (strncmp (text + profile->spans[0].start, "Brook's ", 8), ==, 0);
  g_assert_cmpuint (profile->spans[0].end, ==, strlen ("Mr Brook's"));
  g_assert_cmpuint (profile->spans[5].end, ==, strlen (text));
}

static void
test_hostile (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autofree char *endless = g_strnfill (100000, 'x');

  g_assert_cmpfloat (score (vocabulary, "", fact), ==, 0);
  g_assert_cmpfloat (score (vocabulary, "…—!", fact), ==, 0);
  g_assert_cmpfloat (score (vocabulary, endless, fact), <, 0.5);
  g_assert_cmpfloat (score (vocabulary, "第一 句子", "第一 句子"), >, score (vocabulary, "第一 句子", fact));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/similarity/own-families", test_own_families);
  g_test_add_func ("/similarity/order", test_order);
  g_test_add_func ("/similarity/symmetric", test_symmetric);
  g_test_add_func ("/similarity/normalised", test_normalised);
  g_test_add_func ("/similarity/aliases", test_aliases);
  g_test_add_func ("/similarity/concepts", test_concepts);
  g_test_add_func ("/similarity/families", test_families);
  g_test_add_func ("/similarity/profile", test_profile);
  g_test_add_func ("/similarity/hostile", test_hostile);
  return g_test_run ();
}
