/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Watches how long the main loop is away: from the end of one wait for events to the beginning of
 * the next. Time in which the thread could run but had no processor, be it for other programs or for
 * the limit of a container, does not count, nor does waiting for an answer of the display server, so that a busy machine does not look
 * like a slow program; time spent waiting for a lock, a file or another thread does. */

#include <glib.h>

G_BEGIN_DECLS

/* loop_watch_start: on the thread of the default main context */
void    loop_watch_start (void);

/* loop_watch_take: Returns: the longest time away since the last call, in milliseconds */
double  loop_watch_take  (void);

/* loop_watch_take_cpu: Returns: the most that was computed in one go since the last call, in
 * milliseconds: what is left of loop_watch_take() where no lock is held by a thread that has no
 * processor */
double  loop_watch_take_cpu  (void);

/* loop_watch_get_cpu_ms: Returns: what the calling thread has computed so far */
double  loop_watch_get_cpu_ms (void);

G_END_DECLS
