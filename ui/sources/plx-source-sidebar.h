/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sources of a corpus, each to be opened down to its articles. */

#include "ui/session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_SIDEBAR (plx_source_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PlxSourceSidebar, plx_source_sidebar, PLX, SOURCE_SIDEBAR, GtkBox)

/* Signal `selected` (gint64 source, gint64 article): the user chose a source (article 0), an
 *   article, or everything (both 0)
 * Signal `opened` (gint64 article): the user wants to read it
 * Signals `remove`, `rename` (gint64 source, gint64 article): asked for in the context menu */

/* plx_source_sidebar_set_session: @session: (nullable) */
void       plx_source_sidebar_set_session (PlxSourceSidebar *self, PlxSession *session);

/* plx_source_sidebar_select_source: marks a source without emitting `selected`; 0: everything */
void       plx_source_sidebar_select_source (PlxSourceSidebar *self, gint64 source_id);

G_END_DECLS
