/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A page as a compact tree: what libxml2's HTML parser reports, without what no reader sees
 * (scripts but JSON-LD, styles, vector graphics), with depth and size bounded.
 *
 * Nodes lie in one array in document order; 0 is the root. A node's descendants are the nodes from
 * the next index up to its `end`, so that a subtree is a range. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_TAG_TEXT,  /* no element but a stretch of text */
  PLX_TAG_OTHER, /* an element without meaning here: inline */
  PLX_TAG_A,
  PLX_TAG_ARTICLE,
  PLX_TAG_ASIDE,
  PLX_TAG_BLOCKQUOTE,
  PLX_TAG_BODY,
  PLX_TAG_BR,
  PLX_TAG_BUTTON,
  PLX_TAG_DD,
  PLX_TAG_DIV, /* and all other plain blocks */
  PLX_TAG_DT,
  PLX_TAG_FIGCAPTION,
  PLX_TAG_FIGURE,
  PLX_TAG_FOOTER,
  PLX_TAG_FORM,
  PLX_TAG_H1,
  PLX_TAG_H2,
  PLX_TAG_H3,
  PLX_TAG_H4,
  PLX_TAG_H5,
  PLX_TAG_H6,
  PLX_TAG_HEAD,
  PLX_TAG_HEADER,
  PLX_TAG_HTML,
  PLX_TAG_IMG,
  PLX_TAG_LI,
  PLX_TAG_LINK,
  PLX_TAG_LIST,
  PLX_TAG_MAIN,
  PLX_TAG_META,
  PLX_TAG_NAV,
  PLX_TAG_P,
  PLX_TAG_PRE,
  PLX_TAG_SCRIPT, /* JSON-LD; its text is a child */
  PLX_TAG_SECTION,
  PLX_TAG_TABLE,
  PLX_TAG_TD,
  PLX_TAG_TIME,
  PLX_TAG_TITLE,
  PLX_TAG_TR,
  PLX_N_TAGS
} PlxTag;

typedef enum
{
  PLX_ATTR_CLASS,
  PLX_ATTR_ID,
  PLX_ATTR_ROLE,
  PLX_ATTR_ITEMPROP,
  PLX_ATTR_ITEMTYPE,
  PLX_ATTR_PROPERTY,
  PLX_ATTR_NAME,
  PLX_ATTR_CONTENT,
  PLX_ATTR_HREF,
  PLX_ATTR_REL,
  PLX_ATTR_DATETIME,
  PLX_ATTR_LANG,
  PLX_ATTR_STYLE,
  PLX_ATTR_HIDDEN,
  PLX_ATTR_TYPE,
  PLX_ATTR_TITLE,
  PLX_ATTR_DATA_HINT, /* data-testid, data-component, data-type … run together */
  PLX_N_ATTRS
} PlxAttr;

typedef struct
{
  guint32 parent;
  guint32 end;        /* index after the last descendant */
  guint32 start;      /* of a text: offset into the text pool */
  guint32 length;     /* of a text: in bytes */
  guint32 first_attr; /* index of its attributes */
  guint8  n_attrs;
  guint8  tag;        /* PlxTag */
  guint16 depth;
} PlxHtmlNode;

typedef struct _PlxHtmlTree PlxHtmlTree;

/* plx_html_tree_new:
 * @html: valid UTF-8; the attributes of an element that has hundreds are blanked in it
 *
 * Parses the page. Beyond a bound on nodes, on depth or on the parser's work, the rest is left out
 * (depth: flattened). No network, no external entities.
 * Returns: (transfer full) */
PlxHtmlTree       *plx_html_tree_new        (char *html);
void               plx_html_tree_free       (PlxHtmlTree *self);

guint32            plx_html_tree_get_size   (const PlxHtmlTree *self);
const PlxHtmlNode *plx_html_tree_get_node   (const PlxHtmlTree *self, guint32 node);
/* Returns: the bytes of a text node, `length` of them, not terminated */
const char        *plx_html_tree_get_text   (const PlxHtmlTree *self, guint32 node);
/* Returns: (nullable): the value of an attribute */
const char        *plx_html_tree_get_attr   (const PlxHtmlTree *self, guint32 node, PlxAttr attr);
/* plx_html_tree_dup_text: all text of a subtree, white space collapsed; (transfer full) */
char              *plx_html_tree_dup_text   (const PlxHtmlTree *self, guint32 node);
/* plx_html_tag_is_block: whether an element of this kind breaks the line */
gboolean           plx_html_tag_is_block    (PlxTag tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlTree, plx_html_tree_free)

G_END_DECLS
