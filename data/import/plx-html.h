/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-import.h"

G_BEGIN_DECLS

/* plx_html_import:
 * @charset: (nullable): the encoding that the transport declared
 *
 * The article of a saved page. Its text is all the visible text of the page, each paragraph on a
 * line of its own; the page around the article is in blocks of boilerplate.
 * Returns: (transfer full): the article, or NULL with @error set (PLX_IMPORT_ERROR_NO_ARTICLE) */
PlxArticle *plx_html_import (GBytes *bytes, const char *charset, GError **error);

G_END_DECLS
