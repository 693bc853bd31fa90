/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-arithmetic.h"

#include "ui/plot/plx-plot.h"

#include <glib/gi18n.h>
#include <math.h>

struct _PlxArithmetic
{
  GtkWidget  parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (PlxArithmetic, plx_arithmetic, GTK_TYPE_WIDGET)

#define MAX_CHARS 34

static void
attach_label (PlxArithmetic *self,
              const char    *text,
              int            column,
              int            row,
              int            width,
              const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gboolean is_number = column > 0;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), !is_number);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* In a popover, which is as wide as its texts want. */
  if (!is_number)
    gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_hexpand (label, !is_number);
  gtk_widget_set_valign (label, is_number ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, width, 1);
}

static char *
quote_span (PlxSentenceItem *item,
            PlxSpan          span)
{
  const char *text = plx_sentence_item_get_text (item);

  /* Translators: quotes a word of an article */
  return g_strdup_printf (_("“%.*s”"), (int) plx_span_length (span), text + span.start);
}

static int
attach_cue (PlxArithmetic        *self,
            PlxSentenceItem      *item,
            const PlxSentenceCue *cue,
            int                   row)
{
  g_autofree char *words = quote_span (item, cue->span);
  g_autofree char *base = plx_wording_score (cue->base);

  attach_label (self, words, 0, row, 1, "heading");
  attach_label (self, base, 1, row++, 1, NULL);
  if (*cue->note != '\0')
    attach_label (self, cue->note, 0, row++, 2, "dim-label");

  for (guint i = 0; i < cue->n_steps; i++)
    {
      const PlxSentenceStep *step = &cue->steps[i];
      g_autofree char *what = plx_wording_step (step->rule, step->trigger, -1);
      g_autofree char *factor = plx_wording_score (step->factor);
      g_autofree char *times = NULL;

      times = g_strdup_printf ("%s× %s", plx_wording_get_number_mark (),
                               step->factor > 0 ? strchr (factor, '+') + 1 : factor);
      attach_label (self, what, 0, row, 1, "dim-label");
      attach_label (self, times, 1, row++, 1, "dim-label");
    }

  if (cue->n_steps > 0)
    {
      g_autofree char *weight = plx_wording_score (cue->weight);
      g_autofree char *equals = g_strdup_printf ("%s= %s", plx_wording_get_number_mark (), weight);

      attach_label (self, _("counts as"), 0, row, 1, NULL);
      attach_label (self, equals, 1, row++, 1, NULL);
    }
  return row;
}

static int
attach_separator (PlxArithmetic *self,
                  int            row)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_grid_attach (GTK_GRID (self->grid), line, 0, row, 2, 1);
  return row + 1;
}

static void
attach_sum (PlxArithmetic   *self,
            PlxSentenceItem *item,
            PlxAxisId        axis,
            int              row)
{
  const PlxAxis *poles = plx_lexicon_get_axis (plx_sentence_item_get_lexicon (item), axis);
  const PlxAxisScore *score = plx_sentence_item_get_score (item, axis);
  g_autofree char *positive_pole = plx_wording_pole (poles, TRUE);
  g_autofree char *negative_pole = plx_wording_pole (poles, FALSE);
  /* Translators: the sum of the weights towards a pole, e.g. “Towards thaw (P)” */
  g_autofree char *positive = g_strdup_printf (_("Towards %s (P)"), positive_pole);
  g_autofree char *negative = g_strdup_printf (_("Towards %s (N)"), negative_pole);
  g_autofree char *positive_sum = plx_wording_score (score->positive);
  g_autofree char *negative_sum = plx_wording_score (-score->negative);
  g_autofree char *result = plx_wording_score (score->score);
  guint n_words = plx_sentence_item_get_n_words (item);
  /* Translators: how a score is made of P and N; the number is a constant, then a count of words */
  g_autofree char *formula =
    g_strdup_printf (ngettext ("(P − N) / √((P − N)² + %.1f × %u word)",
                               "(P − N) / √((P − N)² + %.1f × %u words)", n_words),
                     PLX_SCORE_ALPHA, n_words);

  attach_label (self, positive, 0, row, 1, NULL);
  attach_label (self, positive_sum, 1, row++, 1, NULL);
  attach_label (self, negative, 0, row, 1, NULL);
  attach_label (self, negative_sum, 1, row++, 1, NULL);
  row = attach_separator (self, row);
  attach_label (self, _("Score"), 0, row, 1, "heading");
  attach_label (self, result, 1, row++, 1, "heading");
  attach_label (self, formula, 0, row, 2, "dim-label");
}

void
plx_arithmetic_set_item (PlxArithmetic   *self,
                         PlxSentenceItem *item,
                         PlxAxisId        axis)
{
  const PlxSentenceCue *cues;
  GtkWidget *child;
  guint n_cues;
  int row = 0;

  g_return_if_fail (PLX_IS_ARITHMETIC (self));
  g_return_if_fail (item == NULL || PLX_IS_SENTENCE_ITEM (item));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  if (item == NULL || axis == PLX_AXIS_ALL)
    return;

  cues = plx_sentence_item_get_cues (item, &n_cues);
  for (guint i = 0; i < n_cues; i++)
    {
      if (cues[i].axis != axis)
        continue;
      row = attach_cue (self, item, &cues[i], row);
      row = attach_separator (self, row);
    }
  attach_sum (self, item, axis, row);
}

static void
plx_arithmetic_dispose (GObject *object)
{
  PlxArithmetic *self = PLX_ARITHMETIC (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (plx_arithmetic_parent_class)->dispose (object);
}

static void
plx_arithmetic_class_init (PlxArithmeticClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_arithmetic_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "arithmetic");
}

static void
plx_arithmetic_init (PlxArithmetic *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
plx_arithmetic_new (void)
{
  return g_object_new (PLX_TYPE_ARITHMETIC, NULL);
}
