/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences window: every setting that a user may want to change. */

#define PLX_TYPE_PREFERENCES (plx_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PlxPreferences, plx_preferences, PLX, PREFERENCES, AdwPreferencesWindow)

/* plx_preferences_new: @settings: borrowed while the window is open; changes are kept at once */
GtkWidget *plx_preferences_new (GSettings *settings);

G_END_DECLS
