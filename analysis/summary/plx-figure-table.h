/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What comes out of each reading for each voice that speaks in it, and for each target that it is
 * about: what a filter of a large corpus asks of every reading, so that it need not go through their
 * sentences again. Some twenty bytes a voice or target. Never changed once it is made: threads may
 * share it. */

#include "plx-summary.h"

G_BEGIN_DECLS

typedef struct _PlxFigureTable PlxFigureTable;

/* plx_figure_table_new: on several threads
 * @evidence: the readings' as plx_summariser_add_evidence() takes it; all must outlive the table
 * @is_wanted: (nullable): asked now and then, on any thread: with FALSE no table is made
 *
 * Returns: (transfer full) (nullable): NULL if it is not wanted */
PlxFigureTable *plx_figure_table_new  (GBytes *const *evidence, guint n, guint n_axes,
                                       gboolean (*is_wanted) (gpointer data), gpointer data);
void            plx_figure_table_free (PlxFigureTable *self);

/* plx_figure_table_get_n_names: Returns: how many names voices and targets have; 0 is "", of the
 *   reporter and of those without one */
guint           plx_figure_table_get_n_names (const PlxFigureTable *self);
const char     *plx_figure_table_get_name    (const PlxFigureTable *self, guint32 number);
/* plx_figure_table_find_name: Returns: its number, or PLX_NONE if nobody and nothing has it */
guint32         plx_figure_table_find_name   (const PlxFigureTable *self, const char *name);

/* plx_figure_table_has_wire: Returns: whether sentences of a reading are flagged as wire copy. What
 *   the table says is of all sentences */
gboolean        plx_figure_table_has_wire    (const PlxFigureTable *self, guint32 reading);

/* What one voice says in a reading, or what is said there of one target. */
typedef struct
{
  guint32          name; /* number */
  guint32          n_sentences, n_words;
  gboolean         counts; /* it has a weight in a mean */
  PlxSummaryFigure figures[PLX_MAX_AXES]; /* of the axes there are */
} PlxFigurePart;

/* Goes through the voices or targets of a reading, by their index; on the stack. */
typedef struct
{
  const guint8  *next;
  guint32        n_left;
  guint          n_axes;
  const guint32 *names; /* by the number in its piece of the table */
} PlxFigureIter;

/* plx_figure_iter_init: @reading: by the order in which the table got it
 * @targets: FALSE: the voices */
void            plx_figure_iter_init (PlxFigureIter *self, const PlxFigureTable *table,
                                      guint32 reading, gboolean targets);
gboolean        plx_figure_iter_next (PlxFigureIter *self, PlxFigurePart *out);
/* plx_figure_iter_skip: goes on. Returns: the number of its name; PLX_NONE if there was none left */
guint32         plx_figure_iter_skip (PlxFigureIter *self);

/* plx_figure_table_find_voice:
 * plx_figure_table_find_target:
 * @number: of the name; PLX_NONE: one that nobody has; as a voice, 0: the reporter
 * @out: what was found; all 0 if nothing was
 *
 * Returns: the index, as plx_evidence_find_voice() does */
guint32         plx_figure_table_find_voice  (const PlxFigureTable *self, guint32 reading,
                                              guint32 number, PlxFigurePart *out);
guint32         plx_figure_table_find_target (const PlxFigureTable *self, guint32 reading,
                                              guint32 number, PlxFigurePart *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFigureTable, plx_figure_table_free)

G_END_DECLS
