/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sentence-row.h"

#include "plx-arithmetic.h"
#include "plx-correct-menu.h"
#include "plx-marks.h"
#include "ui/session/plx-article-item.h"
#include "ui/widgets/plx-theme.h"

#include <glib/gi18n.h>

struct _PlxSentenceRow
{
  GtkBox           parent_instance;

  /* template widgets */
  GtkLabel        *heading_label;
  GtkLabel        *score_label;
  GtkLabel        *text_label;
  GtkLabel        *caption_label;
  GtkMenuButton   *correct_button;
  GtkToggleButton *why_button;
  GtkRevealer     *revealer;
  PlxArithmetic   *arithmetic;

  /* owned */
  PlxSentenceItem *item;
  GBinding        *expanded;
  PlxCorrectMenu  *menu; /* NULL until it is first asked for */

  /* state */
  PlxSentenceShow  show;
};

G_DEFINE_FINAL_TYPE (PlxSentenceRow, plx_sentence_row, GTK_TYPE_BOX)

/* Translators: who speaks a sentence, if it is not the reporter and the name is unknown */
#define UNNAMED_VOICE _("a quoted voice")

static char *
dup_speaker (PlxSentenceItem *item)
{
  const char *speaker = plx_sentence_item_get_speaker (item);

  if (speaker == NULL)
    return NULL;
  return g_strdup (*speaker != '\0' ? speaker : UNNAMED_VOICE);
}

static guint
count_corrected (PlxSentenceItem *item)
{
  const PlxSentenceCue *cues;
  guint n, n_corrected = 0;

  cues = plx_sentence_item_get_cues (item, &n);
  for (guint i = 0; i < n; i++)
    n_corrected += cues[i].is_corrected;
  return n_corrected;
}

static char *
describe_corrections (PlxSentenceItem *item)
{
  guint n = count_corrected (item);

  return n > 0 ? g_strdup_printf (ngettext ("%u cue corrected", "%u cues corrected", n), n) : NULL;
}

char *
plx_sentence_item_describe (PlxSentenceItem *item)
{
  PlxAxisId axis;
  g_autofree char *score = NULL;
  g_autofree char *speaker = NULL;
  g_autofree char *description = NULL;
  g_autofree char *corrections = NULL;

  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (item), NULL);

  axis = plx_sentence_item_get_axis (item);
  score = axis != PLX_AXIS_ALL
            ? plx_wording_score (plx_sentence_item_get_score (item, axis)->score) : g_strdup ("");
  speaker = dup_speaker (item);
  if (speaker != NULL)
    /* Translators: a score, a sentence, who says it, and in which source */
    description = g_strdup_printf (_("%s: “%s”, said by %s in %s"), score,
                                   plx_sentence_item_get_text (item), speaker,
                                   plx_sentence_item_get_source (item));
  else
    /* Translators: a score, a sentence, and the source it stands in */
    description = g_strdup_printf (_("%s: “%s”, in %s"), score, plx_sentence_item_get_text (item),
                                   plx_sentence_item_get_source (item));
  corrections = describe_corrections (item);
  return corrections != NULL ? g_strdup_printf ("%s, %s", description, corrections)
                             : g_steal_pointer (&description);
}

static void
append_part (GString    *caption,
             const char *part)
{
  g_string_append_printf (caption, "%s%s", caption->len > 0 ? " · " : "", part);
}

static void
append_speaker (GString         *caption,
                PlxSentenceItem *item,
                const char      *speaker)
{
  g_autofree char *voice = NULL;

  if (plx_sentence_item_is_speaker_corrected (item))
    /* Translators: who says a sentence; a person has said that it is so */
    voice = speaker != NULL ? g_strdup_printf (_("Voice: %s (corrected)"), speaker)
                            : g_strdup (_("Voice: the reporter (corrected)"));
  else if (speaker != NULL)
    /* Translators: in front of the name of who is quoted */
    voice = g_strdup_printf (_("Voice: %s"), speaker);
  if (voice != NULL)
    append_part (caption, voice);
}

/* Whom or what the cues are about, each named once. */
static void
append_targets (GString         *caption,
                PlxSentenceItem *item,
                PlxAxisId        axis)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *about = NULL;
  const PlxSentenceCue *cues;
  guint n;

  cues = plx_sentence_item_get_cues (item, &n);
  for (guint i = 0; i < n; i++)
    {
      if (cues[i].target != NULL && cues[i].axis == axis && !cues[i].is_void &&
          !g_ptr_array_find_with_equal_func (names, cues[i].target, g_str_equal, NULL))
        g_ptr_array_add (names, cues[i].target);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  /* Translators: between the names in a short list */
  joined = g_strjoinv (_(", "), (char **) names->pdata);
  /* Translators: in front of whom or what a sentence is about */
  about = g_strdup_printf (_("About: %s"), joined);
  append_part (caption, about);
}

static char *
make_caption (PlxSentenceRow *self)
{
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autofree char *speaker = dup_speaker (self->item);
  g_autofree char *title = plx_article_dup_title (plx_sentence_item_get_title (self->item));
  g_autofree char *corrections = describe_corrections (self->item);
  PlxAxisId axis = plx_sentence_item_get_axis (self->item);

  if ((self->show & PLX_SENTENCE_SHOW_AXIS) != 0 && axis != PLX_AXIS_ALL)
    {
      g_autofree char *name =
        plx_wording_axis (plx_lexicon_get_axis (plx_sentence_item_get_lexicon (self->item), axis));

      append_part (caption, name);
    }
  if (corrections != NULL)
    append_part (caption, corrections);
  append_speaker (caption, self->item, speaker);
  append_targets (caption, self->item, axis);
  if ((self->show & PLX_SENTENCE_SHOW_SOURCE) != 0)
    append_part (caption, plx_sentence_item_get_source (self->item));
  if (plx_sentence_item_is_title (self->item))
    append_part (caption, _("Headline"));
  else if ((self->show & PLX_SENTENCE_SHOW_TITLE) != 0)
    append_part (caption, title);
  return g_string_free (g_steal_pointer (&caption), FALSE);
}

static void
update_score (PlxSentenceRow *self,
              PlxAxisId       axis)
{
  const PlxPlotStyle *palette = plx_theme_get_palette ();
  double score = plx_sentence_item_get_score (self->item, axis)->score;
  const PlxColor *color = score < 0 ? &palette->negative
                          : score > 0 ? &palette->positive : &palette->foreground;
  g_autofree char *text = plx_wording_score (score);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_foreground_new (color->red * G_MAXUINT16,
                                                                 color->green * G_MAXUINT16,
                                                                 color->blue * G_MAXUINT16));
  gtk_label_set_attributes (self->score_label, attributes);
  gtk_label_set_text (self->score_label, text);
}

static void
update_marks (PlxSentenceRow *self)
{
  PlxAxisId axis;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->item == NULL)
    return;
  axis = plx_sentence_item_get_axis (self->item);
  attributes = plx_marks_make_attributes (self->item, axis);
  gtk_label_set_attributes (self->text_label, attributes);
  if (axis != PLX_AXIS_ALL)
    update_score (self, axis);
}

/* The menu is made when it is first asked for, and anew each time: the list binds rows again and
 * again. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  PlxSentenceRow *self = PLX_SENTENCE_ROW (user_data);

  if (self->menu == NULL)
    self->menu = plx_correct_menu_new (GTK_WIDGET (self));
  if (self->item != NULL)
    plx_correct_menu_set_sentence (self->menu, self->item,
                                   plx_sentence_item_get_axis (self->item), NULL);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (
                                         plx_correct_menu_get_model (self->menu)));
}

void
plx_sentence_row_popup_menu (PlxSentenceRow *self)
{
  g_return_if_fail (PLX_IS_SENTENCE_ROW (self));

  gtk_menu_button_popup (self->correct_button);
}

static void
on_secondary_pressed (GtkGesture     *gesture,
                      int             n_press,
                      double          x,
                      double          y,
                      PlxSentenceRow *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plx_sentence_row_popup_menu (self);
}

/* The arithmetic is laid out when it is first asked for: a list of hundreds scrolls without it. */
static void
on_why_toggled (PlxSentenceRow *self)
{
  gboolean active = gtk_toggle_button_get_active (self->why_button);

  plx_arithmetic_set_item (self->arithmetic, active ? self->item : NULL,
                           self->item != NULL ? plx_sentence_item_get_axis (self->item)
                                              : PLX_AXIS_ALL);
}

void
plx_sentence_row_set_item (PlxSentenceRow  *self,
                           PlxSentenceItem *item,
                           PlxSentenceShow  show)
{
  g_autofree char *caption = NULL;
  const char *heading;

  g_return_if_fail (PLX_IS_SENTENCE_ROW (self));
  g_return_if_fail (item == NULL || PLX_IS_SENTENCE_ITEM (item));

  if (self->expanded != NULL)
    g_binding_unbind (self->expanded);
  g_clear_object (&self->expanded);
  g_set_object (&self->item, item);
  self->show = show;
  if (item == NULL)
    {
      plx_arithmetic_set_item (self->arithmetic, NULL, PLX_AXIS_ALL);
      return;
    }

  heading = plx_sentence_item_get_heading (item);
  gtk_label_set_text (self->heading_label, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), heading != NULL);
  gtk_label_set_text (self->text_label, plx_sentence_item_get_text (item));
  caption = make_caption (self);
  gtk_label_set_text (self->caption_label, caption);
  update_marks (self);
  self->expanded = g_object_ref (g_object_bind_property (item, "expanded", self->why_button,
                                                         "active", G_BINDING_SYNC_CREATE |
                                                         G_BINDING_BIDIRECTIONAL));
  on_why_toggled (self);
}

PlxSentenceItem *
plx_sentence_row_get_item (PlxSentenceRow *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ROW (self), NULL);

  return self->item;
}

static void
plx_sentence_row_dispose (GObject *object)
{
  PlxSentenceRow *self = PLX_SENTENCE_ROW (object);

  if (self->expanded != NULL)
    g_binding_unbind (self->expanded);
  g_clear_object (&self->expanded);
  g_clear_object (&self->item);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (plx_sentence_row_parent_class)->dispose (object);
}

static void
plx_sentence_row_class_init (PlxSentenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_sentence_row_dispose;

  g_type_ensure (PLX_TYPE_ARITHMETIC);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-sentence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, score_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, correct_button);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxSentenceRow, arithmetic);
}

static void
plx_sentence_row_init (PlxSentenceRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_menu_button_set_create_popup_func (self->correct_button, make_menu, self, NULL);
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (update_marks));
  g_signal_connect_swapped (self->why_button, "toggled", G_CALLBACK (on_why_toggled), self);
}

GtkWidget *
plx_sentence_row_new (void)
{
  return g_object_new (PLX_TYPE_SENTENCE_ROW, NULL);
}
