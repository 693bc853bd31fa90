/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The application: start-up, command line, settings, and the actions that belong to no window. It
 * alone knows the settings; windows get theirs as properties. */

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_APPLICATION (plx_application_get_type ())
G_DECLARE_FINAL_TYPE (PlxApplication, plx_application, PLX, APPLICATION, AdwApplication)

PlxApplication *plx_application_new (void);

G_END_DECLS
