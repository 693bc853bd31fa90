/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The visible text of a page as units: paragraphs, headings, list items, captions, each with where
 * it stands in the tree and how much of it is links. */

#include "plx-html-tree.h"
#include "plx-lines.h"

G_BEGIN_DECLS

typedef struct
{
  PlxLine line;         /* span in the page's text, measures and cues */
  guint32 node;         /* its first text node */
  guint32 last_node;    /* and its last */
  guint32 block;        /* the innermost block element it is in */
  guint   n_bytes;
  guint   n_link_bytes; /* of them, inside links */
  guint   n_lead_bytes; /* of those, in the link that the unit begins with */
  guint8  tag;          /* of the block: PlxTag; headings and captions also from outer elements */
} PlxHtmlUnit;

typedef struct
{
  GString *text;  /* units joined by newlines */
  GArray  *units; /* of PlxHtmlUnit */
} PlxHtmlUnits;

/* plx_html_units_new: Returns: (transfer full) */
PlxHtmlUnits *plx_html_units_new  (const PlxHtmlTree *tree);
void          plx_html_units_free (PlxHtmlUnits *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlUnits, plx_html_units_free)

G_END_DECLS
