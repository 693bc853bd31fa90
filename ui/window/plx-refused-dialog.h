/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which files of an import could not be read, and why. */

#include <adwaita.h>

G_BEGIN_DECLS

/* plx_refused_dialog_new: @failures: (element-type PlxImportFailure): read, not kept
 * Returns: (transfer none) */
GtkWidget *plx_refused_dialog_new (GtkWindow *parent, GPtrArray *failures);

G_END_DECLS
