/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a page says of its article in machine-readable form: JSON-LD and <meta>. */

#include "plx-html-tree.h"

G_BEGIN_DECLS

typedef struct
{
  /* each nullable, plain text: entities and tags are gone */
  char *headline;     /* JSON-LD */
  char *authors;      /* JSON-LD: persons and organisations, joined by "; " */
  char *publisher;    /* JSON-LD */
  char *published;    /* JSON-LD: as written there */
  char *modified;
  char *url;
  char *language;
  char *article_body;
} PlxJsonLd;

/* plx_json_ld_read: the first article that the page's JSON-LD describes; what is no JSON, nested
 * too deeply or about something else is passed over. Returns: (transfer full) */
PlxJsonLd  *plx_json_ld_read     (const PlxHtmlTree *tree);
void        plx_json_ld_free     (PlxJsonLd *self);

typedef GHashTable PlxMetaTable; /* name in lower case → content */

/* plx_meta_table_new: all <meta> of the page by property, name or itemprop; of several with one
 * name the first. Returns: (transfer full): borrows from @tree */
PlxMetaTable *plx_meta_table_new (const PlxHtmlTree *tree);

/* plx_meta_table_find: @names: NULL-terminated, best first.
 * Returns: (nullable): the first that is there and not empty */
const char *plx_meta_table_find  (PlxMetaTable *self, const char *const *names);

/* plx_html_plain_text: @html: text that may hold entities and tags; Returns: (transfer full) */
char       *plx_html_plain_text  (const char *html);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxJsonLd, plx_json_ld_free)

G_END_DECLS
