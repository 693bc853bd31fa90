/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The commands of parallax-cli, one to a file cmd-NAME.c; argv[0] is the command's name. */

#include "plx-cli.h"

G_BEGIN_DECLS

PlxCliStatus plx_cli_cmd_align (int argc, char **argv);
PlxCliStatus plx_cli_cmd_sentences (int argc, char **argv);
PlxCliStatus plx_cli_cmd_quotes (int argc, char **argv);
PlxCliStatus plx_cli_cmd_similarity (int argc, char **argv);
PlxCliStatus plx_cli_cmd_extract (int argc, char **argv);
PlxCliStatus plx_cli_cmd_lexicon (int argc, char **argv);
PlxCliStatus plx_cli_cmd_score (int argc, char **argv);
PlxCliStatus plx_cli_cmd_new (int argc, char **argv);
PlxCliStatus plx_cli_cmd_add (int argc, char **argv);
PlxCliStatus plx_cli_cmd_sources (int argc, char **argv);
PlxCliStatus plx_cli_cmd_export (int argc, char **argv);
PlxCliStatus plx_cli_cmd_verify (int argc, char **argv);
PlxCliStatus plx_cli_cmd_recover (int argc, char **argv);
PlxCliStatus plx_cli_cmd_chart (int argc, char **argv);
PlxCliStatus plx_cli_cmd_report (int argc, char **argv);

G_END_DECLS
