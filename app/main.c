/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-application.h"

#include "data/plx-task.h"

#include <glib/gi18n.h>
#include <locale.h>

/* How long the end of the program waits for work that has been given up. */
#define LAST_WORK_USEC (3 * G_USEC_PER_SEC)

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("PLX_LOCALE_DIR");
  GApplication *application;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("parallax");
  g_set_application_name ("Parallax");

  application = G_APPLICATION (plx_application_new ());
  status = g_application_run (application, argc, argv);
  g_object_unref (application);
  plx_task_wait_for_all (LAST_WORK_USEC);
  return status;
}
