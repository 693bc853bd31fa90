/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The tour: some cards, one after the other, that point at the widgets of the window and say what
 * they are for. It takes nothing over: everything can be used while a card is shown, and Tab leads
 * out of it.
 *
 * Keys: Enter or Alt+Page Down goes on, Alt+Page Up back, Escape in the card ends it. */

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_TOUR (plx_tour_get_type ())
G_DECLARE_FINAL_TYPE (PlxTour, plx_tour, PLX, TOUR, GtkPopover)

/* plx_tour_new:
 * @parent: a box of the window, below which all that is pointed at lies; owns the tour
 * @pages: shows the page that a card is about */
GtkWidget *plx_tour_new         (GtkWidget *parent, AdwViewStack *pages);

/* plx_tour_start: shows the first card, wherever the tour was */
void       plx_tour_start       (PlxTour *self);

/* plx_tour_go: goes to the next (@by 1) or former (-1) card; after the last one the tour ends */
void       plx_tour_go          (PlxTour *self, int by);

guint      plx_tour_get_n_steps (void);
/* plx_tour_get_step: Returns: the card that is shown, from 0; PLX_NONE: none */
guint      plx_tour_get_step    (PlxTour *self);
/* plx_tour_get_target: Returns: (nullable) (transfer none): what the card points at; NULL where it
 *   is not to be seen, as in a narrow window */
GtkWidget *plx_tour_get_target  (PlxTour *self);

G_END_DECLS
