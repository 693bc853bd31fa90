/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "plx-cli.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

static const PlxCliCommand commands[] = {
  { "extract", N_("Find the article in saved pages and copied text"),
    plx_cli_cmd_extract },
  { "align", N_("Find the claims that several articles share"), plx_cli_cmd_align },
  { "sentences", N_("Cut plain text into sentences"), plx_cli_cmd_sentences },
  { "lexicon", N_("Check, list or convert lexicons"), plx_cli_cmd_lexicon },
  { "score", N_("Score articles: how each source frames the story"),
    plx_cli_cmd_score },
  { "quotes", N_("Find quotations, reported speech and their speakers"), plx_cli_cmd_quotes },
  { "similarity", N_("Say how likely it is that two sentences state one fact"),
    plx_cli_cmd_similarity },
  { "new", N_("Make an empty corpus file"), plx_cli_cmd_new },
  { "add", N_("Import articles into a corpus file"), plx_cli_cmd_add },
  { "sources", N_("Print the table of a corpus’ sources"), plx_cli_cmd_sources },
  { "export", N_("Write a corpus’ tables as CSV or JSON"), plx_cli_cmd_export },
  { "chart", N_("Draw a corpus or articles as SVG, PDF or PNG"), plx_cli_cmd_chart },
  { "report", N_("Write a report with charts, evidence and method as HTML"),
    plx_cli_cmd_report },
  { "verify", N_("Look whether a corpus file is whole"), plx_cli_cmd_verify },
  { "recover", N_("Save what can be read of a damaged corpus file"), plx_cli_cmd_recover },
  { NULL }
};

static void
print_help (void)
{
  g_print ("%s\n  parallax-cli %s\n\n%s\n",
           _("Usage:"), _("COMMAND [OPTION…] [ARGUMENT…]"), _("Commands:"));
  for (const PlxCliCommand *command = commands; command->name != NULL; command++)
    g_print ("  %-11s %s\n", command->name, _(command->summary));
  g_print ("\n%s\n", _("“parallax-cli COMMAND --help” tells more of each."));
}

/* Texts and tables are UTF-8 on every output. In the C locale GLib would print a question mark for
 * each character beyond ASCII; its own CHARSET variable overrules that. */
static void
print_utf8_in_c_locale (void)
{
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    g_setenv ("CHARSET", "UTF-8", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("PLX_LOCALE_DIR");

  setlocale (LC_ALL, "");
  print_utf8_in_c_locale ();
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("parallax-cli");

  if (argc < 2)
    {
      plx_cli_error ("%s", _("no command given; “parallax-cli --help” lists them"));
      return PLX_CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return PLX_CLI_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("parallax-cli %s\n", PLX_VERSION);
      return PLX_CLI_OK;
    }

  for (const PlxCliCommand *command = commands; command->name != NULL; command++)
    {
      if (strcmp (argv[1], command->name) == 0)
        return command->run (argc - 1, argv + 1);
    }

  plx_cli_error (_("there is no command “%s”; “parallax-cli --help” lists them"), argv[1]);
  return PLX_CLI_USAGE;
}
