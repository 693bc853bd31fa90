/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "data/corpus/plx-corpus-repair.h"

#include <glib/gi18n.h>

PlxCliStatus
plx_cli_cmd_verify (int   argc,
                    char *argv[])
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse (argv[0], _("CORPUS"),
                      _("Looks whether a corpus file is whole, and says what is wrong with it. "
                        "The file is not changed."),
                      NULL, &argc, &argv))
    return PLX_CLI_USAGE;
  if (argc != 2)
    {
      plx_cli_error ("%s", _("name one corpus file"));
      return PLX_CLI_USAGE;
    }

  problems = plx_corpus_verify (argv[1], plx_cli_on_progress, (gpointer) _("Checking articles"),
                                NULL, &error);
  if (problems == NULL)
    {
      plx_cli_error ("%s", error->message);
      return PLX_CLI_FAILED;
    }
  if (problems->len == 0)
    {
      g_print ("%s\n", _("The corpus is whole."));
      return PLX_CLI_OK;
    }

  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) problems->pdata[i]);
  plx_cli_error ("%s", _("the corpus is damaged; “parallax-cli recover CORPUS NEW” saves what can "
                         "be read of it"));
  return PLX_CLI_FAILED;
}
