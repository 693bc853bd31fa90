/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reader-view.h"

#include "plx-page-view.h"
#include "plx-reader-text.h"
#include "plx-strip.h"
#include "data/plx-task.h"
#include "ui/evidence/plx-arithmetic.h"
#include "ui/evidence/plx-citation.h"
#include "ui/evidence/plx-correct-menu.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-messages.h"
#include "ui/widgets/plx-theme.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxReaderView
{
  GtkBox           parent_instance;

  /* template widgets */
  GtkDropDown     *axis_drop_down;
  GtkToggleButton *marks_button;
  GtkSearchBar    *find_bar;
  GtkSearchEntry  *find_entry;
  GtkStack        *stack;
  AdwStatusPage   *error_page;
  GtkScrolledWindow *scrolled;
  GtkTextView     *text_view;
  PlxStrip        *strip;

  /* owned */
  PlxCorpus       *corpus;
  PlxReaderText   *text; /* NULL: nothing is open */
  GtkWidget       *popover;
  PlxArithmetic   *arithmetic; /* in the popover */
  PlxCorrectMenu  *menu;
  GMenu           *copy_section;
  GCancellable    *cancellable;

  /* state */
  gint64           article_id;
  guint32          sentence;
  PlxAxisId        axis;
  guint            scroll_id;
  gboolean         updating;
  gboolean         take_focus; /* once the text is there */
  int              cursor;     /* where it stands once the text is there; -1: at the sentence */
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Instead of a place in the text. */
#define AT_CURSOR -1

G_DEFINE_FINAL_TYPE (PlxReaderView, plx_reader_view, GTK_TYPE_BOX)

/* Fetched in a thread. */
typedef struct
{
  gint64      id;
  PlxArticle *article;
  PlxReading *reading;
  PlxLexicon *lexicon;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->article, plx_article_free);
  g_clear_pointer (&loaded->reading, plx_reading_free);
  g_clear_pointer (&loaded->lexicon, plx_lexicon_unref);
  g_free (loaded);
}

static gpointer
load_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  PlxCorpus *corpus = PLX_CORPUS (source);
  Loaded *loaded = data;

  loaded->article = plx_corpus_dup_article (corpus, loaded->id, error);
  if (loaded->article != NULL)
    loaded->reading = plx_corpus_dup_reading (corpus, loaded->id, error);
  return loaded->reading != NULL ? PLX_TASK_DONE : NULL;
}

static GArray *
make_lines (PlxReaderView *self)
{
  const PlxReading *reading = plx_reader_text_get_reading (self->text);
  double length = MAX (plx_reader_text_get_article (self->text)->length, 1);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PlxStripLine));

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      PlxAxisId axis = self->axis;
      PlxStripLine line;

      if (axis == PLX_AXIS_ALL)
        {
          for (PlxAxisId a = 0; a < (int) reading->n_axes && axis == PLX_AXIS_ALL; a++)
            axis = sentence->axes[a].n_cues > 0 ? a : PLX_AXIS_ALL;
        }
      if (axis == PLX_AXIS_ALL || sentence->axes[axis].n_cues == 0 ||
          sentence->axes[axis].score == 0 || (sentence->flags & PLX_SENTENCE_IN_TITLE) != 0)
        continue;
      line = (PlxStripLine) { sentence->span.start / length, sentence->span.end / length,
                              sentence->axes[axis].score };
      g_array_append_val (lines, line);
    }
  return lines;
}

static int
get_cursor (PlxReaderView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&iter);
}

static gboolean
scroll_when_laid_out (gpointer user_data)
{
  PlxReaderView *self = PLX_READER_VIEW (user_data);
  GtkTextIter start, end;

  self->scroll_id = 0;
  if (self->text != NULL && self->cursor >= 0)
    {
      gtk_text_view_scroll_to_mark (
        self->text_view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->text_view)),
        0, TRUE, 0, 0.3);
      return G_SOURCE_REMOVE;
    }
  if (self->text != NULL &&
      plx_reader_text_find_sentence (self->text, self->sentence, &start, &end))
    {
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->text_view), &start);
      gtk_text_view_scroll_to_iter (self->text_view, &start, 0, TRUE, 0, 0.3);
    }
  return G_SOURCE_REMOVE;
}

/* The text view knows heights only after it has been laid out: scroll in an idle after that. */
static void
show_sentence (PlxReaderView *self,
               guint32        sentence)
{
  self->sentence = sentence;
  plx_reader_text_show_sentence (self->text, sentence);
  if (sentence != PLX_NONE && self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_when_laid_out, self, NULL);
}

static void
apply_axis (PlxReaderView *self)
{
  plx_reader_text_set_axis (self->text, self->axis);
  plx_strip_set_lines (self->strip, make_lines (self));
}

static void
fill_axes (PlxReaderView *self)
{
  PlxLexicon *lexicon = plx_reader_text_get_lexicon (self->text);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("All axes"));
  for (guint i = 0; i < plx_lexicon_get_n_axes (lexicon); i++)
    gtk_string_list_take (list, plx_wording_axis (plx_lexicon_get_axis (lexicon, i)));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->axis_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->axis_drop_down, self->axis + 1);
  self->updating = FALSE;
}

/* The text is laid out anew after a change: the reader goes on where he was. */
static void
restore_cursor (PlxReaderView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, self->cursor);
  gtk_text_buffer_place_cursor (buffer, &iter);
  plx_reader_text_show_sentence (self->text, self->sentence);
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_when_laid_out, self, NULL);
}

static void
show_loaded (PlxReaderView *self,
             Loaded        *loaded)
{
  gtk_widget_hide (self->popover);
  g_clear_pointer (&self->text, plx_reader_text_free);
  self->text = plx_reader_text_new (self->text_view, g_steal_pointer (&loaded->article),
                                    g_steal_pointer (&loaded->reading), loaded->lexicon);
  plx_reader_text_set_marked (self->text, gtk_toggle_button_get_active (self->marks_button));
  fill_axes (self);
  apply_axis (self);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  if (self->take_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  self->take_focus = FALSE;
  if (self->cursor < 0)
    show_sentence (self, self->sentence);
  else
    restore_cursor (self);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxReaderView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = g_task_propagate_pointer (G_TASK (result), &error) != NULL;
  g_autofree char *message = NULL;

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  if (loaded)
    {
      show_loaded (self, g_task_get_task_data (G_TASK (result)));
      return;
    }
  message = plx_message_for_error (error);
  adw_status_page_set_description (self->error_page, message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
stop (PlxReaderView *self)
{
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  plx_clear_cancellable (&self->cancellable);
}

static void
load (PlxReaderView *self)
{
  PlxLexicon *lexicon = plx_corpus_get_lexicon (self->corpus);
  Loaded *loaded;

  stop (self);
  if (lexicon == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  loaded = g_new0 (Loaded, 1);
  loaded->id = self->article_id;
  loaded->lexicon = plx_lexicon_ref (lexicon);
  plx_task_run (self->corpus, load_in_thread, loaded, (GDestroyNotify) loaded_free,
                /* free_result= */ NULL, self->cancellable, on_loaded, g_object_ref (self));
}

void
plx_reader_view_open (PlxReaderView *self,
                      PlxCorpus     *corpus,
                      gint64         article_id,
                      guint32        sentence,
                      PlxAxisId      axis)
{
  g_return_if_fail (PLX_IS_READER_VIEW (self));
  g_return_if_fail (PLX_IS_CORPUS (corpus));

  if (self->text == NULL || self->article_id != article_id)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  g_set_object (&self->corpus, corpus);
  self->article_id = article_id;
  self->sentence = sentence;
  self->axis = axis;
  self->take_focus = TRUE;
  self->cursor = -1;
  load (self);
}

void
plx_reader_view_reload (PlxReaderView *self)
{
  g_return_if_fail (PLX_IS_READER_VIEW (self));

  if (self->article_id == 0)
    return;
  self->cursor = self->text != NULL ? get_cursor (self) : -1;
  load (self);
}

void
plx_reader_view_clear (PlxReaderView *self)
{
  g_return_if_fail (PLX_IS_READER_VIEW (self));

  stop (self);
  gtk_widget_hide (self->popover);
  self->article_id = 0;
  g_clear_pointer (&self->text, plx_reader_text_free);
  g_clear_object (&self->corpus);
  plx_strip_set_lines (self->strip, NULL);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

gint64
plx_reader_view_get_article_id (PlxReaderView *self)
{
  g_return_val_if_fail (PLX_IS_READER_VIEW (self), 0);

  return self->article_id;
}

PlxReaderText *
plx_reader_view_get_seen (PlxReaderView *self)
{
  g_return_val_if_fail (PLX_IS_READER_VIEW (self), NULL);

  return gtk_widget_get_mapped (GTK_WIDGET (self->text_view)) ? self->text : NULL;
}

void
plx_reader_view_start_find (PlxReaderView *self)
{
  g_return_if_fail (PLX_IS_READER_VIEW (self));

  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

/* Cues */

static const PlxReaderCue *
find_cue_at (PlxReaderView *self,
             int            offset)
{
  GArray *cues = plx_reader_text_get_cues (self->text);

  for (guint i = 0; i < cues->len; i++)
    {
      const PlxReaderCue *cue = &g_array_index (cues, PlxReaderCue, i);

      if (cue->start <= offset && offset < cue->end)
        return cue;
    }
  return NULL;
}

static void
explain (PlxReaderView      *self,
         const PlxReaderCue *cue)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (PlxSentenceItem) item =
    plx_sentence_item_new (plx_reader_text_get_article (self->text), self->article_id,
                           plx_reader_text_get_reading (self->text),
                           plx_reader_text_get_lexicon (self->text), cue->sentence, cue->axis);
  GtkTextIter iter;
  GdkRectangle buffer_area, area;
  double x, y;

  plx_arithmetic_set_item (self->arithmetic, item, cue->axis);
  plx_reader_text_show_sentence (self->text, cue->sentence);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, cue->start);
  gtk_text_view_get_iter_location (self->text_view, &iter, &buffer_area);
  gtk_text_view_buffer_to_window_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, buffer_area.x,
                                         buffer_area.y, &area.x, &area.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->text_view), GTK_WIDGET (self), area.x,
                                         area.y, &x, &y))
    return;
  area = (GdkRectangle) { x, y, MAX (buffer_area.width, 1), buffer_area.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  plx_popover_fit (GTK_POPOVER (self->popover));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
go_to_cue (PlxReaderView      *self,
           const PlxReaderCue *cue)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, cue->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, cue->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0,
                                0);
  plx_reader_text_show_sentence (self->text, cue->sentence);
}

static void
cue_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PlxReaderView *self = PLX_READER_VIEW (widget);
  gboolean forward = g_str_equal (name, "reader.next-cue");
  const PlxReaderCue *found = NULL;
  GArray *cues;
  int cursor;

  if (self->text == NULL)
    return;
  cues = plx_reader_text_get_cues (self->text);
  cursor = get_cursor (self);
  for (guint i = 0; i < cues->len; i++)
    {
      const PlxReaderCue *cue = &g_array_index (cues, PlxReaderCue, i);

      if (forward && cue->start > cursor)
        {
          found = cue;
          break;
        }
      if (!forward && cue->start < cursor)
        found = cue;
    }
  if (found != NULL)
    go_to_cue (self, found);
  else
    gtk_widget_error_bell (widget);
}

static void
explain_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PlxReaderView *self = PLX_READER_VIEW (widget);
  const PlxReaderCue *cue = self->text != NULL ? find_cue_at (self, get_cursor (self)) : NULL;

  if (cue != NULL)
    explain (self, cue);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_reader_view_start_find (PLX_READER_VIEW (widget));
}

static void
on_released (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             PlxReaderView   *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  const PlxReaderCue *cue;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  /* A click that selected words wants these, not the arithmetic. */
  if (self->text == NULL || n_press != 1 || gtk_text_buffer_get_has_selection (buffer))
    return;
  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->text_view, &iter, buffer_x, buffer_y))
    return;
  cue = find_cue_at (self, gtk_text_iter_get_offset (&iter));
  if (cue != NULL)
    explain (self, cue);
}

/* What can be corrected at a place */

static guint32
find_sentence_at (PlxReaderView *self,
                  guint32        byte,
                  gboolean       in_title)
{
  const PlxReading *reading = plx_reader_text_get_reading (self->text);

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (((sentence->flags & PLX_SENTENCE_IN_TITLE) != 0) == in_title &&
          sentence->span.start <= byte && byte <= sentence->span.end)
        return i;
    }
  return PLX_NONE;
}

/* Copying. Without words that are selected, the sentence at the cursor is meant. */

/* @offset: in characters; AT_CURSOR */
static void
copy_sentence (PlxReaderView *self,
               int            offset)
{
  g_autoptr (PlxSentenceItem) item = NULL;
  guint32 byte, sentence = PLX_NONE;
  gboolean in_title;

  if (self->text != NULL &&
      plx_reader_text_get_place (self->text, offset == AT_CURSOR ? get_cursor (self) : offset, &byte,
                                 &in_title))
    sentence = find_sentence_at (self, byte, in_title);
  if (sentence == PLX_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  item = plx_sentence_item_new (plx_reader_text_get_article (self->text), self->article_id,
                                plx_reader_text_get_reading (self->text),
                                plx_reader_text_get_lexicon (self->text), sentence, self->axis);
  plx_citation_copy (GTK_WIDGET (self), item);
}

static void
copy_sentence_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  copy_sentence (PLX_READER_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
on_copy (PlxReaderView *self)
{
  if (!gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->text_view)))
    copy_sentence (self, AT_CURSOR);
}

static void
set_menu_to_sentence (PlxReaderView      *self,
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
  plx_correct_menu_set_sentence (self->menu, item, self->axis, cue != NULL ? &span : NULL);
}

static void
update_menu (PlxReaderView *self,
             int            offset)
{
  const PlxReaderCue *cue;
  guint32 byte, sentence;
  gboolean in_title;

  plx_correct_menu_clear (self->menu);
  g_menu_remove_all (self->copy_section);
  if (self->text == NULL ||
      !plx_reader_text_get_place (self->text, offset, &byte, &in_title))
    return;
  cue = find_cue_at (self, offset);
  sentence = cue != NULL ? cue->sentence : find_sentence_at (self, byte, in_title);
  if (sentence != PLX_NONE)
    {
      g_autoptr (GMenuItem) copy = g_menu_item_new (_("Copy _Sentence With Source"), NULL);

      set_menu_to_sentence (self, sentence, cue);
      g_menu_item_set_action_and_target (copy, "reader.copy-sentence", "i", offset);
      g_menu_append_item (self->copy_section, copy);
    }
  else if (!in_title)
    {
      PlxSpan span;
      PlxBlockKind kind =
        plx_article_find_paragraph (plx_reader_text_get_article (self->text), byte, &span);

      plx_correct_menu_set_paragraph (self->menu, self->article_id, span, kind);
    }
}

/* The text view shows its menu by itself, with this one at its end; it only has to be about the
 * right place by then. */
static void
on_secondary_pressed (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      PlxReaderView   *self)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_iter_at_location (self->text_view, &iter, buffer_x, buffer_y);
  update_menu (self, gtk_text_iter_get_offset (&iter));
}

static gboolean
on_key_pressed (PlxReaderView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    update_menu (self, get_cursor (self));
  return GDK_EVENT_PROPAGATE;
}

static void
add_menu (PlxReaderView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) article = g_menu_new ();

  self->copy_section = g_menu_new ();
  self->menu = plx_correct_menu_new (GTK_WIDGET (self->text_view));
  g_menu_append_section (menu, NULL, plx_correct_menu_get_model (self->menu));
  g_menu_append (article, _("_Details of the Article…"), "reader.details");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->copy_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (article));
  gtk_text_view_set_extra_menu (self->text_view, G_MENU_MODEL (menu));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (self->text_view, "copy-clipboard", G_CALLBACK (on_copy), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), keys);
}

/* Find in the text */

static void
find (PlxReaderView *self,
      gboolean       forward,
      gboolean       from_selection)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  const GtkTextSearchFlags flags = GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_VISIBLE_ONLY |
                                   GTK_TEXT_SEARCH_TEXT_ONLY;
  GtkTextIter start, end, from;
  gboolean found;

  gtk_widget_remove_css_class (GTK_WIDGET (self->find_entry), "error");
  if (*words == '\0' || self->text == NULL)
    return;
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = forward && !from_selection ? end : start;
  found = forward ? gtk_text_iter_forward_search (&from, words, flags, &start, &end, NULL)
                  : gtk_text_iter_backward_search (&from, words, flags, &start, &end, NULL);
  if (!found)
    {
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      from = forward ? start : end;
      found = forward ? gtk_text_iter_forward_search (&from, words, flags, &start, &end, NULL)
                      : gtk_text_iter_backward_search (&from, words, flags, &start, &end, NULL);
    }
  if (!found)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->find_entry), "error");
      return;
    }
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->text_view, &start, 0.1, FALSE, 0, 0);
}

static void
on_find_changed (PlxReaderView *self)
{
  find (self, TRUE, TRUE);
}

static void
on_find_next (PlxReaderView *self)
{
  find (self, TRUE, FALSE);
}

static void
on_find_previous (PlxReaderView *self)
{
  find (self, FALSE, FALSE);
}

static void
on_find_stopped (PlxReaderView *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
on_axis_changed (PlxReaderView *self)
{
  if (self->updating || self->text == NULL)
    return;
  self->axis = (PlxAxisId) gtk_drop_down_get_selected (self->axis_drop_down) - 1;
  apply_axis (self);
}

static void
on_marks_toggled (PlxReaderView *self)
{
  if (self->text != NULL)
    plx_reader_text_set_marked (self->text, gtk_toggle_button_get_active (self->marks_button));
}

static void
on_style_changed (PlxReaderView *self)
{
  if (self->text != NULL)
    plx_reader_text_update_style (self->text);
}

static void
plx_reader_view_dispose (GObject *object)
{
  PlxReaderView *self = PLX_READER_VIEW (object);

  stop (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->text, plx_reader_text_free);
  g_clear_object (&self->corpus);
  g_clear_object (&self->menu);
  g_clear_object (&self->copy_section);

  G_OBJECT_CLASS (plx_reader_view_parent_class)->dispose (object);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PlxReaderView *self = PLX_READER_VIEW (widget);
  gint64 article_id = plx_reader_view_get_article_id (self);

  if (article_id != 0)
    gtk_widget_activate_action (widget, "win.details", "x", article_id);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.copy-sentence", "i", copy_sentence_action);
  gtk_widget_class_install_action (klass, "reader.next-cue", NULL, cue_action);
  gtk_widget_class_install_action (klass, "reader.previous-cue", NULL, cue_action);
  gtk_widget_class_install_action (klass, "reader.explain", NULL, explain_action);
  gtk_widget_class_install_action (klass, "reader.close", NULL, close_action);
  gtk_widget_class_install_action (klass, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "reader.details", NULL, details_action);
}

static void
plx_reader_view_class_init (PlxReaderViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_reader_view_dispose;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "reader.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "reader.details",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "reader.copy-sentence", "i", AT_CURSOR);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "reader.close", NULL);

  g_type_ensure (PLX_TYPE_PAGE_VIEW);
  g_type_ensure (PLX_TYPE_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, axis_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, marks_button);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, find_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, text_view);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, strip);
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next);
  gtk_widget_class_bind_template_callback (widget_class, on_find_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_find_stopped);
}

static GtkShortcut *
make_shortcut (guint       key,
               const char *action)
{
  return gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_named_action_new (action));
}

/* Single letters act only in the text itself: in the entry they are to be typed. */
static void
add_text_keys (PlxReaderView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        make_shortcut (GDK_KEY_n, "reader.next-cue"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        make_shortcut (GDK_KEY_p, "reader.previous-cue"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        make_shortcut (GDK_KEY_Return, "reader.explain"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), keys);
}

static void
make_popover (PlxReaderView *self)
{
  self->popover = gtk_popover_new ();
  self->arithmetic = PLX_ARITHMETIC (plx_arithmetic_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->arithmetic), 260, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->arithmetic));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The arithmetic of this sentence"), -1);
}

static void
plx_reader_view_init (PlxReaderView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->axis_drop_down);
  plx_drop_down_shorten (self->axis_drop_down, 0, -1);
  self->axis = PLX_AXIS_ALL;
  self->sentence = PLX_NONE;
  self->cursor = -1;
  add_menu (self);
  make_popover (self);
  add_text_keys (self);
  gtk_search_bar_connect_entry (self->find_bar, GTK_EDITABLE (self->find_entry));
  plx_strip_set_adjustment (self->strip, gtk_scrolled_window_get_vadjustment (self->scrolled));
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (on_style_changed));
  g_signal_connect_swapped (self->axis_drop_down, "notify::selected", G_CALLBACK (on_axis_changed),
                            self);
  g_signal_connect_swapped (self->marks_button, "toggled", G_CALLBACK (on_marks_toggled), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), GTK_EVENT_CONTROLLER (click));
}
