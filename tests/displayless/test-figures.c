/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/text/plx-figures.h"

#include <string.h>

static const struct
{
  const char *text;
  guint32     n_tokens; /* 0: no number begins here */
  double      value;
} cases[] = {
  { "8 ships", 1, 8 },
  { "eight ships", 1, 8 },
  { "Eight", 1, 8 },
  { "1,250 tonnes", 1, 1250 },
  { "4.5 tonnes", 1, 4.5 },
  { "2 billion people", 2, 2e9 },
  { "two billion", 2, 2e9 },
  { "2bn", 1, 2e9 },
  { "2bn.", 1, 2e9 },
  { "1.5m", 1, 1.5e6 },
  { "30k", 1, 30000 },
  { "twenty-five", 2, 25 },
  { "twenty boats", 1, 20 },
  { "sixty ten", 1, 60 },
  { "hundred", 1, 100 },
  { "three hundred thousand", 3, 300000 },
  { "two dozen eggs", 2, 24 },
  { "1st of May", 1, 1 },
  { "3rd", 1, 3 },
  { "2003", 1, 2003 },
  { "million", 0, 0 },
  { "millions of", 0, 0 },
  { "boats", 0, 0 },
  { "1990s", 0, 0 },
  { "1.2.3", 0, 0 },
  { "%", 0, 0 },
  { "onerous", 0, 0 },
  { "99999999999999999999999999999999999999999999", 0, 0 },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (PlxText) text = plx_text_new ();
  gsize length = strlen (cases[index].text);
  double value = 0;

  plx_text_set_bytes (text, cases[index].text, length);
  plx_text_read_span (text, (PlxSpan) { 0, (guint32) length });
  g_assert_cmpuint (plx_figure_read (text, 0, text->tokens->len, &value), ==, cases[index].n_tokens);
  g_assert_cmpfloat (value, ==, cases[index].value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/", cases[i].text, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
