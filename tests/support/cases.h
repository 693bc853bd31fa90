/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The golden cases of tests/cases. */

#include <glib.h>

G_BEGIN_DECLS

/* CaseFunc: Returns: (transfer full): what came out for @input */
typedef char *(*CaseFunc) (const char *input, gpointer user_data);

/* cases_path: Returns: (transfer full): where a file below tests/cases is */
char *cases_path (const char *name);

/* cases_run: compares what @func returns for each case of a file; a case is a line "## NAME", the
 * input, a line "--" and what is expected, white space around it aside; Returns: how many there
 * were */
guint cases_run  (const char *name, CaseFunc func, gpointer user_data);

G_END_DECLS
