/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/lexicon.h"

#include <string.h>

PlxLexicon *
lexicon_compile (const char *text)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  plx_lexicon_builder_add_bytes (builder, bytes, "test.tsv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_lexicon_builder_get_diagnostics (builder)->len, ==, 0);
  return plx_lexicon_builder_compile (builder);
}
