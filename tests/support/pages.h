/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Every page and dialog of the window, each to be brought to the screen by its name; and the ways in
 * which a page is to look good: themes, sizes, languages. */

#include "ui/window/plx-window.h"

G_BEGIN_DECLS

/* A way in which every page has to look good. */
typedef struct
{
  const char *name;
  int         width;
  int         height;
  const char *language; /* NULL: English; see in-languages.py */
  double      text;     /* scale; 0: as usual */
  gboolean    rtl;
  gboolean    dark;
  gboolean    contrast; /* high */
} PagesVariant;

/* pages_get_variants: Returns: (transfer none) */
const PagesVariant *pages_get_variants (guint *out_n);

/* pages_find_variant: Returns: (transfer none) (nullable) */
const PagesVariant *pages_find_variant (const char *name);

/* pages_init: starts GTK and what is ours, in the way of @variant; once in a process */
void         pages_init         (const PagesVariant *variant);

/* pages_get_names: Returns: (transfer none): of all pages, NULL-terminated, in the order in which they
 * are best shown */
const char **pages_get_names    (void);

/* pages_open: Returns: (transfer none): a window as large as @variant wants it, with nothing in it */
PlxWindow   *pages_open         (const PagesVariant *variant);

/* pages_fill: shows a corpus. @corpus: (nullable): its file, or one with articles; NULL: the sample */
void         pages_fill         (PlxWindow *window, const char *corpus);

/* pages_show: shows a page, after closing whatever the last one opened
 * Returns: FALSE if the corpus has nothing to show there */
gboolean     pages_show         (PlxWindow *window, const char *name);

/* pages_get_top: Returns: (transfer none): the dialog that lies above the window, else the window */
GtkWidget   *pages_get_top      (PlxWindow *window);

/* pages_settle: runs the main loop until nothing more comes in */
void         pages_settle       (void);

/* pages_close: closes the window and all dialogs */
void         pages_close        (PlxWindow *window);

G_END_DECLS
