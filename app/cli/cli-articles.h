/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/import/plx-import.h"

G_BEGIN_DECLS

/* plx_cli_import_articles:
 * @path: a file, or "-" for standard input
 * @articles: (element-type PlxArticle): where they are appended
 *
 * Imports all articles of a file of whatever format. What is wrong with it, or with single records
 * of it, is said on standard error as "FILE:LINE: why".
 * Returns: FALSE if anything was wrong; the articles that were not are there nevertheless */
gboolean plx_cli_import_articles (const char *path, PlxFormat format, GPtrArray *articles);

G_END_DECLS
