/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the commands of parallax-cli share. */

#include <glib.h>

G_BEGIN_DECLS

/* The exit statuses of every command. */
typedef enum
{
  PLX_CLI_OK = 0,
  PLX_CLI_FAILED = 1, /* some input was bad, or something could not be done */
  PLX_CLI_USAGE = 2,  /* the call itself was wrong; nothing was done */
} PlxCliStatus;

typedef struct
{
  const char *name;
  const char *summary;   /* one line, marked with N_() */
  /* @argv[0] is the command's name */
  PlxCliStatus (*run) (int argc, char **argv);
} PlxCliCommand;

/* plx_cli_parse:
 * @arguments, @description: for --help; @description is translated and may be NULL
 *
 * Parses the options of a command; what remains of @argv are its operands. --help is printed and
 * the program left with status 0; a mistake is said on standard error with a hint at --help.
 * Returns: FALSE for a usage error: return PLX_CLI_USAGE then */
gboolean plx_cli_parse (const char *command, const char *arguments, const char *description,
                        const GOptionEntry *entries, int *argc, char ***argv);

/* plx_cli_error: prints "parallax-cli: MESSAGE" on standard error */
void     plx_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* plx_cli_progress: shows "LABEL  DONE/TOTAL" on a terminal's last line, at most ten times a
 * second; nothing if standard error is no terminal. @done == @total clears the line. */
void     plx_cli_progress (const char *label, guint done, guint total);

/* plx_cli_on_progress: plx_cli_progress() as a PlxProgressFunc; @label: (const char *) */
void     plx_cli_on_progress (guint done, guint total, gpointer label);

G_END_DECLS
