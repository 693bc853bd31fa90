/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-lexicon.h"

#include "data/plx-shipped-lexicons.h"
#include "plx-cli.h"

gboolean
plx_cli_print_diagnostics (GPtrArray *diagnostics,
                           gboolean   to_stdout)
{
  gboolean has_errors = FALSE;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlxDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *line = plx_diagnostic_to_string (diagnostic);

      if (to_stdout)
        g_print ("%s\n", line);
      else
        g_printerr ("%s\n", line);
      has_errors |= diagnostic->severity == PLX_SEVERITY_ERROR;
    }
  return has_errors;
}

PlxLexicon *
plx_cli_load_lexicon (const char *const *paths,
                      gboolean          *out_had_errors)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  PlxLexicon *lexicon = plx_lexicon_files_load (paths, NULL, &diagnostics, &error);

  *out_had_errors = FALSE;
  if (diagnostics != NULL)
    *out_had_errors = plx_cli_print_diagnostics (diagnostics, FALSE);
  if (lexicon == NULL)
    plx_cli_error ("%s", error->message);
  return lexicon;
}

gboolean
plx_cli_load_families (const char *const *paths)
{
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);
  g_autoptr (GError) error = NULL;
  gboolean loaded = plx_family_files_load (paths, diagnostics, &error);

  plx_cli_print_diagnostics (diagnostics, FALSE);
  if (!loaded)
    plx_cli_error ("%s", error->message);
  return loaded;
}
