/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A window that makes corrections: each becomes a step that can be undone, and what goes wrong is
 * said there. What shows evidence asks the window it is in, and need not know which kind that is. */

#include "data/corpus/plx-corrections.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTOR (plx_corrector_get_type ())
G_DECLARE_INTERFACE (PlxCorrector, plx_corrector, PLX, CORRECTOR, GtkWindow)

struct _PlxCorrectorInterface
{
  GTypeInterface parent_iface;

  void (*correct)    (PlxCorrector *self, PlxCorrection *correction, const char *name);
  void (*edit_entry) (PlxCorrector *self, PlxLexicon *lexicon, guint32 entry);
};

/* plx_corrector_find: Returns: (transfer none) (nullable): the one that @widget is in */
PlxCorrector *plx_corrector_find       (GtkWidget *widget);

/* plx_corrector_correct:
 * @correction: (transfer full)
 * @name: of the step, translated */
void          plx_corrector_correct    (PlxCorrector *self, PlxCorrection *correction,
                                        const char *name);

/* plx_corrector_edit_entry: lets the user edit an entry of @lexicon, which acts in all articles */
void          plx_corrector_edit_entry (PlxCorrector *self, PlxLexicon *lexicon, guint32 entry);

G_END_DECLS
