/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Small questions whose answers are corrections. Each calls back once, if the user agrees; its data
 * is freed when the dialog is gone. */

#include "analysis/lexicon/plx-lexicon.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PlxWeightFunc) (double weight, gpointer user_data);
typedef void (*PlxNameFunc)   (const char *name, gpointer user_data);
typedef void (*PlxAliasFunc)  (const char *alias, const char *target, gpointer user_data);

/* plx_ask_weight: what @words weigh at this place, on @axis; @weight: what they do now */
void plx_ask_weight  (GtkWindow *parent, const char *words, const PlxAxis *axis, double weight,
                      PlxWeightFunc func, gpointer user_data, GDestroyNotify free_data);

/* plx_ask_speaker: @name: (nullable): who is taken for it now */
void plx_ask_speaker (GtkWindow *parent, const char *name, PlxNameFunc func, gpointer user_data,
                      GDestroyNotify free_data);

/* plx_ask_alias: @alias: a name to begin with; may be empty */
void plx_ask_alias   (GtkWindow *parent, const char *alias, PlxAliasFunc func, gpointer user_data,
                      GDestroyNotify free_data);

G_END_DECLS
