/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The lines of a text as they come from a page, measured, and what their words betray: that one
 * is a menu entry, a credit, a byline. Both importers build their blocks from these. */

#include "plx-import.h"

G_BEGIN_DECLS

/* What the wording of a line says it may be; several at once are possible. */
typedef enum
{
  PLX_CUE_NONE = 0,
  PLX_CUE_CONTROL = 1 << 0,  /* a page's own words: "top of page", "Share", "Sign in" */
  PLX_CUE_RELATED = 1 << 1,  /* opens or is a pointer to other articles: "ALSO SEE: …" */
  PLX_CUE_CREDIT = 1 << 2,   /* "Photo: …", "Getty Images" */
  PLX_CUE_CAPTION = 1 << 3,  /* "This image shows … (Reuters)." */
  PLX_CUE_BYLINE = 1 << 4,   /* "By Ann Example" */
  PLX_CUE_DATE = 1 << 5,     /* nothing but a date */
  PLX_CUE_AGENCY = 1 << 6,   /* "Reuters, with additional reporting by …" */
  PLX_CUE_LEGAL = 1 << 7,    /* "All rights reserved" */
  PLX_CUE_PROMOTION = 1 << 8, /* the site about itself: its newsletter, its reviews, its staff */
  PLX_CUE_AUTHOR = 1 << 9,   /* "Ann Example is a journalist based in …" */
} PlxCues;

typedef struct
{
  PlxSpan      span;          /* without white space at the ends */
  PlxBlockKind kind;
  guint        n_words;
  guint        n_long_words;  /* of four letters and more */
  guint        n_capitalised; /* of those, with a capital first letter */
  guint        n_blank_before; /* empty lines before it */
  PlxCues      cues;
  guint        is_bullet : 1;
  guint        ends_sentence : 1; /* with a full stop or like, quotation marks after it allowed */
  guint        is_prose : 1;      /* reads like a sentence or more of running text */
  guint        is_settled : 1;    /* `kind` is final */
} PlxLine;

/* No article has as many lines; a text that has is taken as it is. */
#define PLX_LINES_MAX 100000

/* plx_lines_split:
 * @text: valid UTF-8, less than 4 GiB
 *
 * Cuts into lines; those of a text wrapped at a fixed width are joined to paragraphs.
 * Returns: (transfer full) (nullable) (element-type PlxLine): all but the blank ones, measured, as
 *   body; NULL if there are more than PLX_LINES_MAX */
GArray  *plx_lines_split   (const char *text, gsize length);

/* plx_line_measure: fills everything but `span`, `kind`, `n_blank_before` and `is_settled` */
void     plx_line_measure  (PlxLine *line, const char *text);

/* plx_line_fold: the line's words in lower case, one space between them, typographic quotation
 * marks and dashes as ASCII; for comparing.  Returns: (transfer full) */
char    *plx_line_fold     (const char *text, gsize length);

/* plx_line_is_title_case: most of its longer words begin with a capital */
gboolean plx_line_is_title_case (const PlxLine *line);

/* plx_line_is_name: two to four capitalised words and nothing else, as a person's name is; names
 * of sections and like are refused */
gboolean plx_line_is_name  (const char *text, gsize length);

/* plx_line_cues: @folded: from plx_line_fold().  What the words alone say */
PlxCues  plx_line_cues     (const char *text, gsize length, const char *folded, guint n_words);

/* plx_line_dup_names: the persons of a byline or credit line, joined by "; ".
 * Returns: (transfer full) (nullable) */
char    *plx_line_dup_names (const char *text, gsize length);

/* plx_line_dup_agency: the first wire agency that a credit line names.
 * Returns: (transfer full) (nullable): its usual short name */
char    *plx_line_dup_agency (const char *text, gsize length);

/* plx_line_dup_dateline_agency: the agency of a dateline, "SHANGHAI, Nov 3 (Reuters) - …".
 * Returns: (transfer full) (nullable) */
char    *plx_line_dup_dateline_agency (const char *text, gsize length);

/* plx_line_is_about: whether @folded begins with the (folded) name of @person and goes on like a
 * note on an author */
gboolean plx_line_is_about (const char *folded, const char *person);

G_END_DECLS
