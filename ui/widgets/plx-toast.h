/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is said in passing: the whole of it, in as many lines as a narrow window needs, and for as
 * long as it takes to read. */

#include <adwaita.h>

G_BEGIN_DECLS

/* plx_toast_show:
 * @text: no markup
 * @label: (nullable): of a button, which does @action
 *
 * Returns: (transfer none): the toast, which @overlay shows as soon as it can */
AdwToast *plx_toast_show (AdwToastOverlay *overlay, const char *text, const char *label,
                          const char *action);

G_END_DECLS
