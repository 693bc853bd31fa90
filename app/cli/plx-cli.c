/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void
plx_cli_error (const char *format,
               ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("parallax-cli: %s\n", message);
}

gboolean
plx_cli_parse (const char         *command,
               const char         *arguments,
               const char         *description,
               const GOptionEntry *entries,
               int                *argc,
               char             ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autofree char *program = g_strdup_printf ("parallax-cli %s", command);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_description (context, description);
  g_set_prgname (program);

  if (g_option_context_parse (context, argc, argv, &error))
    {
      g_set_prgname ("parallax-cli");
      return TRUE;
    }

  g_set_prgname ("parallax-cli");
  plx_cli_error ("%s", error->message);
  /* Translators: %s is the name of a command */
  g_printerr (_("Try “parallax-cli %s --help”.\n"), command);
  return FALSE;
}

void
plx_cli_progress (const char *label,
                  guint       done,
                  guint       total)
{
  static gint64 last_usec;
  gint64 now_usec = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO))
    return;

  if (done == total)
    {
      fputs ("\r\033[K", stderr);
    }
  else if (now_usec - last_usec >= G_USEC_PER_SEC / 10)
    {
      last_usec = now_usec;
      fprintf (stderr, "\r\033[K%s  %u/%u", label, done, total);
    }
  fflush (stderr);
}

void
plx_cli_on_progress (guint    done,
                     guint    total,
                     gpointer label)
{
  plx_cli_progress (label, done, total);
}
