/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Two sources of a corpus against each other on one axis, off the main thread. */

#include "analysis/summary/plx-comparison.h"
#include "data/corpus/plx-corpus.h"
#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

typedef struct
{
  PlxChart *chart;  /* the word shift; NULL once it was taken */
  GArray   *shifts; /* of PlxShift: what the chart's rows stand for */
} PlxCompareResult;

/* plx_compare_async: @name_a, @name_b: of the sources, as the chart is to call them */
void              plx_compare_async       (PlxCorpus *corpus, gint64 source_a, const char *name_a,
                                           gint64 source_b, const char *name_b, PlxAxisId axis,
                                           GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
/* Returns: (transfer full) */
PlxCompareResult *plx_compare_finish      (PlxCorpus *corpus, GAsyncResult *result, GError **error);
void              plx_compare_result_free (PlxCompareResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCompareResult, plx_compare_result_free)

G_END_DECLS
