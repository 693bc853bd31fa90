/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-part-scores.h"

#include "ui/evidence/plx-marks.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-theme.h"

#include <glib/gi18n.h>
#include <math.h>

/* The rows below the names of the axes. */
enum
{
  HEADLINE,
  BODY,
  N_PARTS
};

struct _PlxPartScores
{
  AdwBin   parent_instance;

  GtkGrid *grid; /* borrowed: below the bin; NULL: nothing is shown */

  /* state */
  guint    n_axes;
  double   scores[N_PARTS][PLX_MAX_AXES]; /* NaN: no cue */
};

G_DEFINE_FINAL_TYPE (PlxPartScores, plx_part_scores, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            double      xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
show_scores (PlxPartScores *self)
{
  for (guint part = 0; self->grid != NULL && part < N_PARTS; part++)
    {
      for (guint axis = 0; axis < self->n_axes; axis++)
        plx_marks_show_score (GTK_LABEL (gtk_grid_get_child_at (self->grid, axis + 1, part + 1)),
                              self->scores[part][axis]);
    }
}

static void
add_part (PlxPartScores *self,
          guint          part,
          const char    *name)
{
  GtkWidget *label = make_label (name, 0);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->grid, label, 0, part + 1, 1, 1);
  for (guint axis = 0; axis < self->n_axes; axis++)
    {
      label = make_label (NULL, 1);
      gtk_widget_add_css_class (label, "numeric");
      gtk_grid_attach (self->grid, label, axis + 1, part + 1, 1, 1);
    }
}

/* More axes than there is room for can be scrolled to. */
static void
make_grid (PlxPartScores *self,
           PlxLexicon    *lexicon)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 3);
  for (guint axis = 0; axis < self->n_axes; axis++)
    {
      g_autofree char *name = plx_wording_axis (plx_lexicon_get_axis (lexicon, axis));
      GtkWidget *label = make_label (name, 1);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, axis + 1, 0, 1, 1);
    }
  add_part (self, HEADLINE, _("Headline"));
  add_part (self, BODY, _("Body"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (scrolled, "bar");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
take_scores (PlxPartScores    *self,
             const PlxReading *reading)
{
  for (guint part = 0; part < N_PARTS; part++)
    {
      PlxAxisScore axes[PLX_MAX_AXES];

      plx_reading_sum_apart (reading, part == HEADLINE, axes);
      for (guint axis = 0; axis < self->n_axes; axis++)
        self->scores[part][axis] = axes[axis].n_cues > 0 ? axes[axis].score : NAN;
    }
}

void
plx_part_scores_set (PlxPartScores    *self,
                     const PlxReading *reading,
                     PlxLexicon       *lexicon)
{
  g_return_if_fail (PLX_IS_PART_SCORES (self));
  g_return_if_fail (reading == NULL || lexicon != NULL);

  self->grid = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->n_axes = reading != NULL ? reading->n_axes : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), reading != NULL);
  if (reading == NULL)
    return;
  take_scores (self, reading);
  make_grid (self, lexicon);
  show_scores (self);
}

static void
plx_part_scores_class_init (PlxPartScoresClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_part_scores_init (PlxPartScores *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "part-scores");
  gtk_widget_set_tooltip_text (
    GTK_WIDGET (self),
    _("The mean of the sentences of the headline, and of those below it. The article's score is "
      "made of both."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Scores of headline and body"), -1);
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (show_scores));
}
