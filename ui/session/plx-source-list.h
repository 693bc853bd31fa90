/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The list of sources that a corpus has, as the sidebar and others show it. */

#include "data/corpus/plx-corpus-kept.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* plx_source_list_update: makes @list (of PlxSourceItem) say what @kept does
 *
 * Sources that stay keep their object, so that a view keeps what is open and selected, and only what
 * lies between the first and the last difference is replaced. Sources without an article, as there
 * are with a filter, are left out. */
void plx_source_list_update (GListStore *list, PlxCorpusKept *kept);

G_END_DECLS
