/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-corpus.h"
#include "commands.h"

#include <glib/gi18n.h>

PlxCliStatus
plx_cli_cmd_new (int   argc,
                 char *argv[])
{
  g_autoptr (PlxCorpus) corpus = NULL;

  if (!plx_cli_parse (argv[0], _("CORPUS"),
                      _("Makes an empty corpus file. A file that is already there is not touched."),
                      NULL, &argc, &argv))
    return PLX_CLI_USAGE;
  if (argc != 2)
    {
      plx_cli_error ("%s", _("name one corpus file"));
      return PLX_CLI_USAGE;
    }

  corpus = plx_cli_open_corpus (argv[1], PLX_CORPUS_CREATE);
  return corpus != NULL ? PLX_CLI_OK : PLX_CLI_FAILED;
}
