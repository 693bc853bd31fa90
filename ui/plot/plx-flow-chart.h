/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The flow: each article as a strip of its sentences from headline to end, on one axis. A bar
 * rises towards the pole at +1 and hangs towards the one at -1, as wide as its sentence is long;
 * what others than the reporter say is hollow, a sentence without cue a mere line. */

#include "plx-chart.h"

#include "analysis/reading/plx-reading.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FLOW_TITLE = 1 << 0,
  PLX_FLOW_QUOTE = 1 << 1, /* spoken by somebody else than the reporter */
} PlxFlowFlags;

typedef struct
{
  double  score;   /* -1 … +1 */
  guint32 n_words;
  guint32 n_cues;  /* 0: the sentence carries nothing on this axis */
  guint32 flags;   /* PlxFlowFlags */
} PlxFlowSentence;

/* plx_flow_chart_new:
 * @axis: copied
 *
 * Marks: row is the number of an article in the order they were added, item that of its
 * sentence, the title's first. */
PlxChart *plx_flow_chart_new         (const PlxAxis *axis);

/* plx_flow_chart_add_article:
 * @id: what plx_chart_locate() is to call the article; 0: nothing
 * @title: (nullable)
 *
 * All is copied. */
void      plx_flow_chart_add_article (PlxChart *self, gint64 id, const char *source,
                                      const char *title, const PlxFlowSentence *sentences,
                                      guint n_sentences);

/* plx_flow_chart_add_reading: likewise, from a reading: @axis as in its lexicon */
void      plx_flow_chart_add_reading (PlxChart *self, gint64 id, const char *source,
                                      const char *title, const PlxReading *reading,
                                      PlxAxisId axis);

/* plx_flow_chart_set_part:
 * @n_before: of articles that come before those added
 * @n_all: of articles of which those added are a part, as is told below; 0, the default: they are
 *   all */
void      plx_flow_chart_set_part    (PlxChart *self, guint n_before, guint n_all);
/* Returns: @n_all, or how many were added */
guint     plx_flow_chart_get_n_all   (PlxChart *self);

G_END_DECLS
