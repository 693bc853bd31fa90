/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What somebody wants in a report, and the report made to it: for the window and the command
 * line. */

#include "plx-report.h"

G_BEGIN_DECLS

/* The most sources that the claims stand side by side of. */
#define PLX_REPORT_MAX_CLAIM_SOURCES 4

/* What the evidence is of, where it is not of everything. Zero-initialised is not valid: take
 * PLX_REPORT_PART_INIT. */
typedef struct
{
  char     *source;  /* (nullable): all */
  gint64    article; /* 0: all */
  PlxAxisId axis;    /* PLX_AXIS_ALL: all */
} PlxReportPart;
#define PLX_REPORT_PART_INIT { NULL, 0, PLX_AXIS_ALL }

typedef struct
{
  char           *title;      /* (nullable): that of plx_report_new() */
  char           *author;     /* (nullable) */
  char           *notes;      /* (nullable) */
  char          **charts;     /* of plx_report_choices_list_charts(), in this order */
  char          **sources;    /* (nullable): NULL: all */
  char           *shift_a;    /* (nullable): of the word shift: those farthest apart */
  char           *shift_b;    /* (nullable) */
  guint           n_evidence; /* sentences of each source and axis; 0: fewer the more sources */
  PlxReportPart   part;       /* of the evidence */
  PlxReportFormat format;
  gboolean        is_preview; /* its pages are looked at first, and may be printed; not kept */
  gboolean        rtl;
} PlxReportChoices;

/* plx_report_choices_new: Returns: a web page with the framing chart, of everything */
PlxReportChoices  *plx_report_choices_new  (void);
PlxReportChoices  *plx_report_choices_copy (const PlxReportChoices *self);
void               plx_report_choices_free (PlxReportChoices *self);

/* plx_report_choices_list_charts: Returns: "framing", "map" … "claims", NULL-terminated; static */
const char *const *plx_report_choices_list_charts (void);

/* plx_report_choices_get_label: Returns: (nullable): what a chart is called, translated; NULL if
 *   there is none of that kind */
const char        *plx_report_choices_get_label   (const char *kind);

/* plx_report_choices_has_chart: whether it was chosen */
gboolean           plx_report_choices_has_chart   (const PlxReportChoices *self,
                                                   const char *kind);

/* plx_report_choices_to_variant: Returns: (transfer full): floating: a dictionary of all that is
 *   worth keeping: not what the evidence is a part of */
GVariant          *plx_report_choices_to_variant  (const PlxReportChoices *self);

/* plx_report_choices_from_variant: @variant: (nullable): what it does not say, or says in another
 *   type, is as in a new one */
PlxReportChoices  *plx_report_choices_from_variant (GVariant *variant);

/* plx_report_make: reads the whole corpus; may be called on any thread
 * @filter: (nullable)
 * @progress: (nullable): called with steps done and their total
 *
 * Returns: (transfer full): the report, or NULL with @error set: nothing is in, a source is not
 *   there (both G_IO_ERROR_NOT_FOUND), an article cannot be read, @cancellable was cancelled */
PlxReport         *plx_report_make (PlxCorpus *corpus, const PlxSummaryOptions *options,
                                    const PlxCorpusFilter *filter,
                                    const PlxReportChoices *choices, PlxProgressFunc progress,
                                    gpointer progress_data, GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReportChoices, plx_report_choices_free)

G_END_DECLS
