/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "data/corpus/plx-corpus-repair.h"

#include <glib/gi18n.h>

static void
print_recovery (const PlxRecovery *recovery)
{
  g_print (ngettext ("%u article saved", "%u articles saved", recovery->n_recovered),
           recovery->n_recovered);
  if (recovery->n_partial > 0)
    /* Translators: follows “… articles saved” */
    g_print (ngettext ("; of %u not everything that was known about it",
                       "; of %u not everything that was known about them", recovery->n_partial),
             recovery->n_partial);
  if (recovery->n_lost > 0)
    /* Translators: follows “… articles saved” */
    g_print (ngettext ("; %u could not be read", "; %u could not be read", recovery->n_lost),
             recovery->n_lost);
  g_print ("\n");
}

PlxCliStatus
plx_cli_cmd_recover (int   argc,
                     char *argv[])
{
  g_autoptr (GError) error = NULL;
  PlxRecovery recovery;

  if (!plx_cli_parse (argv[0], _("CORPUS NEW"),
                      _("Saves what can be read of a damaged corpus file into a new one. The "
                        "damaged file is not changed. The status is 1 if anything is missing."),
                      NULL, &argc, &argv))
    return PLX_CLI_USAGE;
  if (argc != 3)
    {
      plx_cli_error ("%s", _("name the damaged corpus file, then a new one"));
      return PLX_CLI_USAGE;
    }

  if (!plx_corpus_recover (argv[1], argv[2], plx_cli_on_progress,
                           (gpointer) _("Saving articles"), NULL, &recovery, &error))
    {
      plx_cli_error ("%s", error->message);
      return PLX_CLI_FAILED;
    }

  print_recovery (&recovery);
  return recovery.n_lost == 0 && recovery.n_partial == 0 ? PLX_CLI_OK : PLX_CLI_FAILED;
}
