/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("PLX_LOCALE_DIR");
  g_autoptr (GApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("parallax");
  g_set_application_name ("Parallax");

  application = G_APPLICATION (plx_application_new ());
  return g_application_run (application, argc, argv);
}
