/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Puts the pages of the report's paginator on a printer, by the system's dialog, or into a file, and
 * shows them as they would be printed. */

#include "ui/reader/plx-reader-text.h"
#include "ui/report/plx-sheets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts what is to be printed on @pages. */
typedef void (*PlxPrintFunc)     (PlxPages *pages, gpointer user_data);

/* @error: (nullable): why it was not printed; NULL too if the user thought better of it */
typedef void (*PlxPrintDoneFunc) (const GError *error, gpointer user_data);

/* plx_print_run:
 * @parent: (nullable): of the dialog
 * @title: of the job, and at the foot of each page
 * @path: (nullable): of a PDF file to write; NULL asks for a printer
 * @fill: called when the paper is known, again if it is another; not after @done
 * @done: called once, when all is sent, or nothing will be
 *
 * Returns at once, or when there was an error; the pages are drawn in the main loop. */
void plx_print_run         (GtkWindow *parent, const char *title, const char *path,
                            PlxPrintFunc fill, PlxPrintDoneFunc done, gpointer user_data);

/* plx_print_preview: as plx_print_run(), but shows a dialog of the pages on the paper that is usual
 * here, from which they can be printed */
void plx_print_preview     (GtkWindow *parent, const char *title, PlxPrintFunc fill,
                            PlxPrintDoneFunc done, gpointer user_data);

/* plx_print_preview_sheets: likewise, of what is drawn already; another paper has it smaller */
void plx_print_preview_sheets (GtkWindow *parent, const char *title, PlxSheets *sheets,
                               PlxPrintDoneFunc done, gpointer user_data);

/* plx_print_add_article: headline, byline and blocks with their cues marked, as far as the reader
 * marks them; boilerplate is left out */
void plx_print_add_article (PlxPages *pages, PlxReaderText *text);

G_END_DECLS
