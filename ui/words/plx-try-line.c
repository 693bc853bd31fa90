/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-try-line.h"

#include "ui/evidence/plx-arithmetic.h"
#include "ui/evidence/plx-marks.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-panes.h"

#include <glib/gi18n.h>

/* More than a paragraph is an article: it belongs in the corpus. */
#define MAX_CHARACTERS 2000

struct _PlxTryLine
{
  GtkBox       parent_instance;

  /* children */
  GtkRevealer *revealer;
  GtkBox      *result_box;
  GtkEditable *entry;

  /* owned */
  PlxLexicon  *lexicon;
  PlxReader   *reader;

  /* state */
  guint        n_cues;
};

G_DEFINE_FINAL_TYPE (PlxTryLine, plx_try_line, GTK_TYPE_BOX)

static GtkWidget *
append_label (PlxTryLine *self,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->result_box, label);
  return label;
}

static void
append_axis (PlxTryLine      *self,
             PlxSentenceItem *item,
             PlxAxisId        axis)
{
  const PlxAxisScore *score = plx_sentence_item_get_score (item, axis);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  GtkWidget *arithmetic;

  if (score->n_cues == 0)
    return;
  name = plx_wording_axis (plx_lexicon_get_axis (self->lexicon, axis));
  value = plx_wording_score (score->score);
  /* Translators: an axis and a score, e.g. “Tone: −0.42” */
  text = g_strdup_printf (_("%s: %s"), name, value);
  append_label (self, text, "heading");
  arithmetic = plx_arithmetic_new ();
  plx_arithmetic_set_item (PLX_ARITHMETIC (arithmetic), item, axis);
  gtk_widget_add_css_class (arithmetic, "card");
  gtk_widget_add_css_class (arithmetic, "tried");
  gtk_box_append (self->result_box, arithmetic);
}

static void
append_sentence (PlxTryLine       *self,
                 const PlxArticle *article,
                 const PlxReading *reading,
                 guint32           index)
{
  g_autoptr (PlxSentenceItem) item =
    plx_sentence_item_new (article, 0, reading, self->lexicon, index, PLX_AXIS_ALL);
  g_autoptr (PangoAttrList) attributes = plx_marks_make_attributes (item, PLX_AXIS_ALL);
  GtkWidget *label = append_label (self, plx_sentence_item_get_text (item), "sentence");

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  for (guint i = 0; i < reading->n_axes; i++)
    append_axis (self, item, (PlxAxisId) i);
}

static void
update (PlxTryLine *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));
  g_autoptr (PlxArticle) article = NULL;
  const PlxReading *reading;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->result_box))) != NULL)
    gtk_box_remove (self->result_box, child);
  self->n_cues = 0;
  if (self->lexicon == NULL || *g_strstrip (text) == '\0')
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  if (self->reader == NULL)
    self->reader = plx_reader_new (self->lexicon);
  article = plx_article_new (g_steal_pointer (&text));
  reading = plx_reader_read (self->reader, article, NULL);
  self->n_cues = reading->cues->len;
  for (guint32 i = 0; i < reading->sentences->len; i++)
    append_sentence (self, article, reading, i);
  if (self->n_cues == 0)
    append_label (self, _("No cue: this says nothing on any axis."), "dim-label");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
plx_try_line_set_lexicon (PlxTryLine *self,
                          PlxLexicon *lexicon)
{
  g_return_if_fail (PLX_IS_TRY_LINE (self));

  if (self->lexicon == lexicon)
    return;
  g_clear_pointer (&self->reader, plx_reader_free);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  self->lexicon = lexicon != NULL ? plx_lexicon_ref (lexicon) : NULL;
  update (self);
}

void
plx_try_line_set_text (PlxTryLine *self,
                       const char *text)
{
  g_return_if_fail (PLX_IS_TRY_LINE (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->entry, text);
}

guint
plx_try_line_get_n_cues (PlxTryLine *self)
{
  g_return_val_if_fail (PLX_IS_TRY_LINE (self), 0);

  return self->n_cues;
}

static void
plx_try_line_finalize (GObject *object)
{
  PlxTryLine *self = PLX_TRY_LINE (object);

  g_clear_pointer (&self->reader, plx_reader_free);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);

  G_OBJECT_CLASS (plx_try_line_parent_class)->finalize (object);
}

static void
plx_try_line_class_init (PlxTryLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_try_line_finalize;
}

static void
plx_try_line_init (PlxTryLine *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->result_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->result_box));
  gtk_revealer_set_child (self->revealer, scrolled);
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->revealer));

  self->entry = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Type a sentence to score it"));
  gtk_widget_set_tooltip_text (entry, _("Type a Sentence to Score It (Ctrl+L)"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), MAX_CHARACTERS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("A sentence to score"), -1);
  gtk_box_append (GTK_BOX (self), entry);
  plx_pane_set_first (GTK_WIDGET (self), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
}

void
plx_try_line_focus (PlxTryLine *self)
{
  g_return_if_fail (PLX_IS_TRY_LINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
