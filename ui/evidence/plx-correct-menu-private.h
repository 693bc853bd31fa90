/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the menu share: plx-correct-menu.c (what is offered) and plx-correct-actions.c
 * (what becomes of it). */

#include "plx-correct-menu.h"

G_BEGIN_DECLS

struct _PlxCorrectMenu
{
  GObject             parent_instance;

  GtkWidget          *owner; /* borrowed */

  /* owned */
  GMenu              *menu;
  GSimpleActionGroup *actions;
  PlxSentenceItem    *item; /* NULL: of a paragraph alone, or nothing */

  /* state */
  gint64              article_id;
  PlxSpan             block; /* empty: none that has a kind */
};

/* plx_correct_menu_make_actions: Returns: (transfer full): those of the menu's items, about what it
 *   is set to; they hold no reference on @self */
GSimpleActionGroup *plx_correct_menu_make_actions (PlxCorrectMenu *self);

G_END_DECLS
