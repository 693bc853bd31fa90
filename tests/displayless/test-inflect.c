/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/text/plx-inflect.h"

#include <string.h>

typedef struct
{
  const char *word;
  const char *forms; /* all, in order, separated by blanks */
} Case;

static const Case verbs[] = {
  { "impose", "impose imposes imposed imposing" },
  { "lift", "lift lifts lifted lifting" },
  { "stop", "stop stops stopped stopping" },
  { "visit", "visit visits visited visiting" },
  { "permit", "permit permits permitted permitting" },
  { "cancel", "cancel cancels canceled cancelled canceling cancelling" },
  { "deny", "deny denies denied denying" },
  { "play", "play plays played playing" },
  { "reach", "reach reaches reached reaching" },
  { "agree", "agree agrees agreed agreeing" },
  { "die", "die dies died dying" },
  { "panic", "panic panics panicked panicking" },
  { "veto", "veto vetoes vetoed vetoing" },
  { "quit", "quit quits quitted quitting" },
  { "withdraw", "withdraw withdraws withdrew withdrawn withdrawing" },
  { "cut", "cut cuts cutting" },
  { "be", "be is are am was were been being" },
  { "have", "have has had having" },
  { "undo", "undo undoes undid undone undoing" },
  { "rebuild", "rebuild rebuilds rebuilt rebuilding" },
  { "overpay", "overpay overpays overpaid overpaying" },
  { "relay", "relay relays relayed relaying" },
  { "fix", "fix fixes fixed fixing" },
  { "show", "show shows showed shown showing" },
};

static const Case nouns[] = {
  { "tariff", "tariff tariffs" },   { "duty", "duty duties" },        { "attack", "attack attacks" },
  { "crisis", "crisis crises" },    { "woman", "woman women" },       { "chairman", "chairman chairmen" },
  { "human", "human humans" },      { "loss", "loss losses" },        { "hero", "hero heroes" },
  { "way", "way ways" },            { "knife", "knife knives" },      { "referendum", "referendum referenda referendums" },
};

static const Case adjectives[] = {
  { "good", "good better best" },     { "harsh", "harsh harsher harshest" },
  { "large", "large larger largest" },{ "ugly", "ugly uglier ugliest" },
  { "sad", "sad sadder saddest" },    { "dangerous", "dangerous" },
};

static void
check (const Case *cases,
       guint       n,
       void      (*inflect) (const char *, gsize, PlxForms *))
{
  for (guint i = 0; i < n; i++)
    {
      PlxForms forms;
      GString *found = g_string_new (NULL);

      inflect (cases[i].word, strlen (cases[i].word), &forms);
      for (guint k = 0; k < forms.n; k++)
        g_string_append_printf (found, "%s%.*s", k > 0 ? " " : "", forms.forms[k].length,
                                forms.forms[k].text);
      g_assert_cmpstr (found->str, ==, cases[i].forms);
      g_string_free (found, TRUE);
    }
}

static void
test_verbs (void)
{
  check (verbs, G_N_ELEMENTS (verbs), plx_inflect_verb);
}

static void
test_nouns (void)
{
  check (nouns, G_N_ELEMENTS (nouns), plx_inflect_noun);
}

static void
test_adjectives (void)
{
  check (adjectives, G_N_ELEMENTS (adjectives), plx_inflect_adjective);
}

static void
test_flags (void)
{
  PlxForms forms;

  plx_inflect_verb ("impose", 6, &forms);
  g_assert_cmpint (forms.forms[0].flags, ==, PLX_FORM_BASE);
  g_assert_cmpint (forms.forms[1].flags, ==, PLX_FORM_THIRD);
  g_assert_cmpint (forms.forms[2].flags, ==, PLX_FORM_PAST | PLX_FORM_PARTICIPLE);
  g_assert_cmpint (forms.forms[3].flags, ==, PLX_FORM_GERUND);
  plx_inflect_verb ("cut", 3, &forms);
  g_assert_cmpint (forms.forms[0].flags, ==, PLX_FORM_BASE | PLX_FORM_PAST | PLX_FORM_PARTICIPLE);
}

static void
test_long_and_short_words (void)
{
  PlxForms forms;
  g_autofree char *word = g_strnfill (200, 'a');

  plx_inflect_verb (word, 200, &forms);
  g_assert_cmpuint (forms.n, ==, 1);
  g_assert_cmpuint (forms.forms[0].length, ==, PLX_FORM_MAX_BYTES);
  plx_inflect_verb (word, PLX_FORM_MAX_BYTES, &forms);
  g_assert_cmpuint (forms.n, ==, 1);
  plx_inflect_noun ("x", 1, &forms);
  g_assert_cmpuint (forms.n, ==, 1);
  plx_inflect_adjective ("", 0, &forms);
  g_assert_cmpuint (forms.n, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inflect/verbs", test_verbs);
  g_test_add_func ("/inflect/nouns", test_nouns);
  g_test_add_func ("/inflect/adjectives", test_adjectives);
  g_test_add_func ("/inflect/flags", test_flags);
  g_test_add_func ("/inflect/long-and-short-words", test_long_and_short_words);
  return g_test_run ();
}
