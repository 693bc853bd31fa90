/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reader-menu.h"

#include "ui/evidence/plx-correct-menu.h"
#include "ui/widgets/plx-menu-gesture.h"

#include <glib/gi18n.h>

struct _PlxReaderMenu
{
  GObject         parent_instance;

  /* owned */
  PlxCorrectMenu *correct_menu;
  GMenu          *copy_section;

  /* not owned */
  GtkTextView    *view;
  PlxReaderText  *text; /* (nullable) */

  /* state */
  gint64          article_id;
  PlxAxisId       axis;
};

G_DEFINE_FINAL_TYPE (PlxReaderMenu, plx_reader_menu, G_TYPE_OBJECT)

static void
set_sentence (PlxReaderMenu      *self,
              guint32             sentence,
              const PlxReaderCue *cue)
{
  const PlxReading *reading = plx_reader_text_get_reading (self->text);
  g_autoptr (PlxSentenceItem) item =
    plx_sentence_item_new (plx_reader_text_get_article (self->text), self->article_id, reading,
                           plx_reader_text_get_lexicon (self->text), sentence, self->axis);
  guint32 start = g_array_index (reading->sentences, PlxReadSentence, sentence).span.start;
  PlxSpan span;

  if (cue != NULL)
    span = (PlxSpan) { cue->span.start - start, cue->span.end - start };
  plx_correct_menu_set_sentence (self->correct_menu, item, self->axis, cue != NULL ? &span : NULL);
}

static void
set_paragraph (PlxReaderMenu *self,
               guint32        byte)
{
  PlxSpan span;
  PlxBlockKind kind =
    plx_article_find_paragraph (plx_reader_text_get_article (self->text), byte, &span);

  plx_correct_menu_set_paragraph (self->correct_menu, self->article_id, span, kind);
}

static void
offer_copy (PlxReaderMenu *self,
            int            offset)
{
  g_autoptr (GMenuItem) copy = g_menu_item_new (_("Copy _Sentence With Source"), NULL);

  g_menu_item_set_action_and_target (copy, "reader.copy-sentence", "i", offset);
  g_menu_append_item (self->copy_section, copy);
}

/* @offset: in characters of the buffer */
static void
update (PlxReaderMenu *self,
        int            offset)
{
  const PlxReaderCue *cue;
  guint32 byte, sentence;
  gboolean in_title;

  plx_correct_menu_clear (self->correct_menu);
  g_menu_remove_all (self->copy_section);
  if (self->text == NULL || !plx_reader_text_get_place (self->text, offset, &byte, &in_title))
    return;
  cue = plx_reader_text_get_cue_at (self->text, offset);
  sentence = cue != NULL ? cue->sentence : plx_reader_text_get_sentence_at (self->text, offset);
  if (sentence != PLX_NONE)
    {
      set_sentence (self, sentence, cue);
      offer_copy (self, offset);
    }
  else if (!in_title)
    set_paragraph (self, byte);
}

void
plx_reader_menu_set_text (PlxReaderMenu *self,
                          PlxReaderText *text,
                          gint64         article_id,
                          PlxAxisId      axis)
{
  g_return_if_fail (PLX_IS_READER_MENU (self));

  self->text = text;
  self->article_id = article_id;
  self->axis = axis;
}

/* The text view shows its menu by itself, with this one at its end; it only has to be about the
 * right place by then. */
static void
on_pressed (GtkWidget *widget,
            double     x,
            double     y,
            gpointer   user_data)
{
  PlxReaderMenu *self = PLX_READER_MENU (user_data);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y);
  update (self, gtk_text_iter_get_offset (&iter));
}

/* A finger moves the cursor there, where the text view shows its menu then. */
static void
on_touched (GtkWidget *widget,
            double     x,
            double     y,
            gpointer   user_data)
{
  PlxReaderMenu *self = PLX_READER_MENU (user_data);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  on_pressed (widget, x, y, self);
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->view), &iter);
  gtk_widget_activate_action (widget, "menu.popup", NULL);
}

static gboolean
on_key_pressed (PlxReaderMenu   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter iter;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      update (self, gtk_text_iter_get_offset (&iter));
    }
  return GDK_EVENT_PROPAGATE;
}

static void
plx_reader_menu_dispose (GObject *object)
{
  PlxReaderMenu *self = PLX_READER_MENU (object);

  g_clear_object (&self->correct_menu);
  g_clear_object (&self->copy_section);

  G_OBJECT_CLASS (plx_reader_menu_parent_class)->dispose (object);
}

static void
plx_reader_menu_class_init (PlxReaderMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_reader_menu_dispose;
}

static void
plx_reader_menu_init (PlxReaderMenu *self)
{
  self->axis = PLX_AXIS_ALL;
}

static void
watch (PlxReaderMenu *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  plx_menu_gesture_add_full (GTK_WIDGET (self->view), GTK_PHASE_CAPTURE, on_pressed, on_touched, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

PlxReaderMenu *
plx_reader_menu_new (GtkTextView *view)
{
  PlxReaderMenu *self = g_object_new (PLX_TYPE_READER_MENU, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) article = g_menu_new ();

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), self);

  self->view = view;
  self->copy_section = g_menu_new ();
  self->correct_menu = plx_correct_menu_new (GTK_WIDGET (view));
  g_menu_append (article, _("_Details of the Article…"), "reader.details");
  g_menu_append_section (menu, NULL, plx_correct_menu_get_model (self->correct_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->copy_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (article));
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (menu));
  watch (self);
  return self;
}
