/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is shown where a filter lets nothing through: which of its parts to loosen, and a button
 * that takes it away. */

#include "ui/session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_FILTER_EMPTY (plx_filter_empty_get_type ())
G_DECLARE_FINAL_TYPE (PlxFilterEmpty, plx_filter_empty, PLX, FILTER_EMPTY, GtkBox)

/* plx_filter_empty_set_session: @session: (nullable) */
void        plx_filter_empty_set_session     (PlxFilterEmpty *self, PlxSession *session);

/* plx_filter_empty_is_needed: Returns: whether the session's filter lets nothing through */
gboolean    plx_filter_empty_is_needed       (PlxSession *session);

/* plx_filter_empty_get_description: Returns: (transfer none): which part to loosen; "" until it is
 *   found out */
const char *plx_filter_empty_get_description (PlxFilterEmpty *self);

G_END_DECLS
