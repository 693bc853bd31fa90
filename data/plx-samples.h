/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sample story (data/samples/), held in the program itself. */

#include <gio/gio.h>

#include "analysis/text/plx-article.h"

G_BEGIN_DECLS

/* plx_samples_import:
 *
 * Imports the pages and texts of the sample story as they would be from files.
 * Returns: (transfer full) (element-type PlxArticle): NULL with @error set if one cannot be read */
GPtrArray *plx_samples_import (GError **error);

G_END_DECLS
