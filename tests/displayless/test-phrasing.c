/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/plx-phrasing.h"

#include <string.h>

/* Shared words stand in [ ], moved ones in < >, those of the text alone bare; punctuation is left
 * out. Of three texts or more, the number of texts follows the bracket where it is not all. */
static const struct
{
  const char *name;
  const char *texts[4];
  const char *marked[4];
} cases[] = {
  { "case-and-inflection",
    { "The company RAISES fares.", "The companies raised the fare." },
    { "[The company RAISES fares]", "[The companies raised] the [fare]" } },
  { "irregular",
    { "Fares rose.", "Fares rise." },
    { "[Fares rose]", "[Fares rise]" } },
  { "numbers",
    { "Fares rise eight percent.", "Fares rise 8%." },
    { "[Fares rise eight percent]", "[Fares rise 8%]" } },
  { "moved",
    { "The harbour was closed by the mayor.", "The mayor closed the harbour." },
    { "[The harbour] was <closed> by the <mayor>", "The <mayor closed> [the harbour]" } },
  { "function-words-alone",
    { "A ship of the line left.", "One owner of the bakery wept." },
    { "A ship of the line left", "One owner of the bakery wept" } },
  { "possessive-goes-with-its-word",
    { "Poland's baker wept.", "The baker of Poland wept." },
    { "[Poland's] <baker> [wept]", "The <baker> of [Poland wept]" } },
  { "titles-say-nothing",
    { "Mr Brook slept.", "Brook slept." },
    { "Mr [Brook slept]", "[Brook slept]" } },
  { "abbreviation",
    { "U.S. bakers slept.", "US bakers wept." },
    { "[U.S. bakers] slept", "[US bakers] wept" } },
  { "one-is-empty", { "Fares rise.", "" }, { "Fares rise", "" } },
  { "only-one", { "Fares rise." }, { "Fares rise" } },
  { "three",
    { "Fares rise in March.", "Fares fall in March.", "Prices fall." },
    { "[Fares]2 rise [in March]2", "[Fares fall in March]2", "Prices [fall]2" } },
};

static char *
mark (const char *text,
      GArray     *ranges,
      guint       n_texts)
{
  static const char *const brackets[][2] = { { "", "" }, { "<", ">" }, { "[", "]" } };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const PlxPhrasingRange *range = &g_array_index (ranges, PlxPhrasingRange, i);

      g_string_append_printf (out, "%s%s%.*s%s", i > 0 ? " " : "", brackets[range->kind][0],
                              (int) plx_span_length (range->span), text + range->span.start,
                              brackets[range->kind][1]);
      if (range->kind != PLX_PHRASING_OWN && range->n_texts != n_texts)
        g_string_append_printf (out, "%u", range->n_texts);
    }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data), n = 0;
  g_autoptr (GPtrArray) ranges = plx_phrasing_compare (cases[index].texts);

  while (cases[index].texts[n] != NULL)
    n++;
  g_assert_cmpuint (ranges->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *marked = mark (cases[index].texts[i], g_ptr_array_index (ranges, i), n);
      g_assert_cmpstr (marked, ==, cases[index].marked[i]);
    }
}

/* Whatever the texts, the ranges are in order and lie on words. */
static void
test_hostile (void)
{
  g_autofree char *many = g_strnfill (4000, 'a');
  g_autoptr (GPtrArray) ranges = NULL;
  const char *texts[] = { many, "%%% 's 's ’s — …", "\xf0\x9f\x98\x80 ü Ü. \xe2\x80\x9c", many, NULL };

  for (gsize i = 1; i < 4000; i += 2)
    many[i] = ' ';
  ranges = plx_phrasing_compare (texts);
  g_assert_cmpuint (ranges->len, ==, 4);
  for (guint i = 0; i < ranges->len; i++)
    {
      GArray *of_text = g_ptr_array_index (ranges, i);
      guint32 last = 0;

      for (guint k = 0; k < of_text->len; k++)
        {
          PlxSpan span = g_array_index (of_text, PlxPhrasingRange, k).span;

          g_assert_cmpuint (span.start, >=, last);
          g_assert_cmpuint (span.end, >, span.start);
          g_assert_cmpuint (span.end, <=, strlen (texts[i]));
          g_assert_true (g_utf8_validate (texts[i] + span.start, plx_span_length (span), NULL));
          last = span.end;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/phrasing/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/phrasing/hostile", test_hostile);
  return g_test_run ();
}
