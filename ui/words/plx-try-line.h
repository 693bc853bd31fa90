/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A line to type a sentence into, which is scored at once: its cues marked, and the arithmetic
 * of every axis that it touches. */

#include "analysis/lexicon/plx-lexicon.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TRY_LINE (plx_try_line_get_type ())
G_DECLARE_FINAL_TYPE (PlxTryLine, plx_try_line, PLX, TRY_LINE, GtkBox)

/* plx_try_line_set_lexicon: @lexicon: (nullable); what is typed is scored again */
void        plx_try_line_set_lexicon (PlxTryLine *self, PlxLexicon *lexicon);

void        plx_try_line_set_text    (PlxTryLine *self, const char *text);

void        plx_try_line_focus       (PlxTryLine *self);

/* plx_try_line_get_n_cues: Returns: how many cues were found in what is typed */
guint       plx_try_line_get_n_cues  (PlxTryLine *self);

G_END_DECLS
