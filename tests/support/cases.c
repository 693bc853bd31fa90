/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/cases.h"

#include <string.h>

char *
cases_path (const char *name)
{
  return g_build_filename (g_getenv ("PLX_SOURCE_DIR"), "tests", "cases", name, NULL);
}

static void
check_case (char    *text,
            CaseFunc func,
            gpointer user_data)
{
  char *line_end = strchr (text, '\n');
  char *rule = strstr (text, "\n--\n");
  const char *expected;
  g_autofree char *found = NULL;

  /* Where nothing is expected, the line may be the last one. */
  if (rule == NULL && g_str_has_suffix (text, "\n--"))
    rule = text + strlen (text) - strlen ("\n--");
  g_assert_nonnull (line_end);
  g_assert_nonnull (rule);
  expected = g_strstrip (rule + strlen ("\n--"));
  *line_end = *rule = '\0';
  found = func (line_end + 1, user_data);
  if (strcmp (expected, found) != 0)
    {
      g_test_message ("%s: wanted\n%s\nbut found\n%s", text, expected, found);
      g_test_fail ();
    }
}

guint
cases_run (const char *name,
           CaseFunc    func,
           gpointer    user_data)
{
  g_autofree char *path = cases_path (name);
  g_autofree char *contents = NULL;
  g_auto (GStrv) cases = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  cases = g_strsplit (contents, "\n## ", -1);
  for (guint i = 1; cases[i] != NULL; i++)
    check_case (cases[i], func, user_data);
  return g_strv_length (cases) - 1;
}
