/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Asks what is to be in a report: title, author, notes, charts, evidence, sources, and whether it
 * is a web page or pages. Keys: Ctrl+Return goes on to the file, Escape gives it up. */

#include "ui/report/plx-report-choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_REPORT_DIALOG (plx_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxReportDialog, plx_report_dialog, PLX, REPORT_DIALOG, AdwWindow)

typedef void (*PlxReportFunc) (const PlxReportChoices *choices, gpointer user_data);

/* plx_report_dialog_new:
 * @summary: of what is shown; copied as far as it is needed
 * @choices: what it begins with; `part` is that of the selection
 * @part: (nullable): the selection in words; NULL: nothing in particular is selected
 * @filter: what the window's filter lets through, in words; "" for everything
 * @accept: called if the user goes on */
GtkWidget        *plx_report_dialog_new          (GtkWindow *parent, const PlxSummary *summary,
                                                  const PlxReportChoices *choices,
                                                  const char *part, const char *filter,
                                                  PlxReportFunc accept, gpointer user_data);

G_END_DECLS
