/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a window shows where something is missing, has gone wrong or is still under way: each state
 * is come to from a new window, by what a person would do. */

#include "ui/window/plx-window.h"

G_BEGIN_DECLS

/* states_get_names: Returns: (transfer none): of all states, NULL-terminated */
const char **states_get_names (void);

/* states_begin: brings a window of pages_open() to a state, and leaves it there */
void         states_begin     (PlxWindow *window, const char *name);

/* states_end: lets what was held up go on, and removes what the state needed; before pages_close() */
void         states_end       (PlxWindow *window);

G_END_DECLS
