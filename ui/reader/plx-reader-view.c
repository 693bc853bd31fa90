/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reader-view.h"

#include "plx-find-bar.h"
#include "plx-page-view.h"
#include "plx-part-scores.h"
#include "plx-reader-menu.h"
#include "plx-strip.h"
#include "data/plx-task.h"
#include "ui/evidence/plx-arithmetic.h"
#include "ui/evidence/plx-citation.h"
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
  PlxFindBar      *find_bar;
  GtkStack        *stack;
  AdwStatusPage   *error_page;
  GtkScrolledWindow *scrolled;
  GtkTextView     *text_view;
  PlxStrip        *strip;
  PlxPartScores   *part_scores;

  /* owned */
  PlxCorpus       *corpus;
  PlxReaderText   *text; /* NULL: nothing is open */
  GtkWidget       *popover;
  PlxArithmetic   *arithmetic; /* in the popover */
  PlxReaderMenu   *menu;
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
  plx_reader_menu_set_text (self->menu, self->text, self->article_id, self->axis);
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
clear_text (PlxReaderView *self)
{
  gtk_widget_hide (self->popover);
  plx_reader_menu_set_text (self->menu, NULL, 0, self->axis);
  plx_part_scores_set (self->part_scores, NULL, NULL);
  g_clear_pointer (&self->text, plx_reader_text_free);
}

static void
show_loaded (PlxReaderView *self,
             Loaded        *loaded)
{
  clear_text (self);
  self->text = plx_reader_text_new (self->text_view, g_steal_pointer (&loaded->article),
                                    g_steal_pointer (&loaded->reading), loaded->lexicon);
  plx_reader_text_set_marked (self->text, gtk_toggle_button_get_active (self->marks_button));
  plx_part_scores_set (self->part_scores, plx_reader_text_get_reading (self->text),
                       plx_reader_text_get_lexicon (self->text));
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
  clear_text (self);
  self->article_id = 0;
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

  plx_find_bar_start (self->find_bar);
}

/* Cues */

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
  const PlxReaderCue *cue;

  if (self->text == NULL)
    return;
  cue = plx_reader_text_get_cue_at (self->text, get_cursor (self));
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
  cue = plx_reader_text_get_cue_at (self->text, gtk_text_iter_get_offset (&iter));
  if (cue != NULL)
    explain (self, cue);
}

/* Copying. Without words that are selected, the sentence at the cursor is meant. */

/* @offset: in characters; AT_CURSOR */
static void
copy_sentence (PlxReaderView *self,
               int            offset)
{
  g_autoptr (PlxSentenceItem) item = NULL;
  guint32 sentence = PLX_NONE;

  if (self->text != NULL)
    sentence = plx_reader_text_get_sentence_at (
      self->text, offset == AT_CURSOR ? get_cursor (self) : offset);
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

  g_type_ensure (PLX_TYPE_FIND_BAR);
  g_type_ensure (PLX_TYPE_PAGE_VIEW);
  g_type_ensure (PLX_TYPE_PART_SCORES);
  g_type_ensure (PLX_TYPE_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, axis_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, marks_button);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, text_view);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, strip);
  gtk_widget_class_bind_template_child (widget_class, PlxReaderView, part_scores);
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
  self->menu = plx_reader_menu_new (self->text_view);
  make_popover (self);
  add_text_keys (self);
  g_signal_connect_swapped (self->text_view, "copy-clipboard", G_CALLBACK (on_copy), self);
  plx_strip_set_adjustment (self->strip, gtk_scrolled_window_get_vadjustment (self->scrolled));
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (on_style_changed));
  g_signal_connect_swapped (self->axis_drop_down, "notify::selected", G_CALLBACK (on_axis_changed),
                            self);
  g_signal_connect_swapped (self->marks_button, "toggled", G_CALLBACK (on_marks_toggled), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), GTK_EVENT_CONTROLLER (click));
}
