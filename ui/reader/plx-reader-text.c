/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reader-text.h"

#include "ui/evidence/plx-marks.h"
#include "ui/session/plx-article-item.h"
#include "ui/widgets/plx-theme.h"

#include <glib/gi18n.h>
#include <string.h>

/* A stretch of the article's text and where it begins in the buffer. */
typedef struct
{
  PlxSpan span;
  int     offset;   /* in characters */
  gboolean in_title;
} Segment;

struct _PlxReaderText
{
  GtkTextView   *view;     /* borrowed */
  GtkTextBuffer *buffer;
  PlxArticle    *article;
  PlxReading    *reading;
  PlxLexicon    *lexicon;
  GArray        *segments; /* of Segment, in order */
  GArray        *cues;     /* of PlxReaderCue */
  PlxAxisId      axis;
  gboolean       marked;
};

static const struct
{
  const char *name;
  double      scale;
  int         weight;
  int         above, below; /* pixels around a paragraph */
  gboolean    dim;
} paragraph_tags[] = {
  [PLX_BLOCK_HEADLINE] = { "headline", 1.6, PANGO_WEIGHT_BOLD, 6, 6, FALSE },
  [PLX_BLOCK_STANDFIRST] = { "standfirst", 1.15, PANGO_WEIGHT_SEMIBOLD, 6, 6, FALSE },
  [PLX_BLOCK_BODY] = { "body", 1.05, PANGO_WEIGHT_NORMAL, 6, 6, FALSE },
  [PLX_BLOCK_SUBHEADING] = { "subheading", 1.15, PANGO_WEIGHT_BOLD, 12, 3, FALSE },
  [PLX_BLOCK_CAPTION] = { "caption", 0.9, PANGO_WEIGHT_NORMAL, 3, 3, TRUE },
  [PLX_BLOCK_METADATA] = { "metadata", 0.9, PANGO_WEIGHT_NORMAL, 3, 3, TRUE },
  [PLX_BLOCK_BOILERPLATE] = { "boilerplate", 0.9, PANGO_WEIGHT_NORMAL, 3, 3, TRUE },
};

#define DIM_ALPHA 0.65
#define SENTENCE_ALPHA 0.10

static GtkTextTag *
find_tag (PlxReaderText *self,
          const char    *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), name);
}

static void
make_tags (PlxReaderText *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_tags); i++)
    gtk_text_buffer_create_tag (self->buffer, paragraph_tags[i].name,
                                "scale", paragraph_tags[i].scale,
                                "weight", paragraph_tags[i].weight,
                                "pixels-above-lines", paragraph_tags[i].above,
                                "pixels-below-lines", paragraph_tags[i].below,
                                NULL);
  gtk_text_buffer_create_tag (self->buffer, "sentence", NULL);
  gtk_text_buffer_create_tag (self->buffer, "positive", NULL);
  gtk_text_buffer_create_tag (self->buffer, "negative", NULL);
  gtk_text_buffer_create_tag (self->buffer, "corrected", "overline", PANGO_OVERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (self->buffer, "void", "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (self->buffer, "found", NULL);
  gtk_text_buffer_create_tag (self->buffer, "folded", "invisible", TRUE, NULL);
}

void
plx_reader_text_update_style (PlxReaderText *self)
{
  const PlxPlotStyle *palette = plx_theme_get_palette ();
  GdkRGBA dim, ground, found;

  g_return_if_fail (self != NULL);

  dim = plx_color_to_rgba (&palette->foreground, DIM_ALPHA);
  ground = plx_color_to_rgba (&palette->foreground, SENTENCE_ALPHA);
  found = plx_color_to_rgba (&palette->focus, 0.35);
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_tags); i++)
    {
      if (paragraph_tags[i].dim)
        g_object_set (find_tag (self, paragraph_tags[i].name), "foreground-rgba", &dim, NULL);
    }
  g_object_set (find_tag (self, "sentence"), "background-rgba", &ground, NULL);
  g_object_set (find_tag (self, "found"), "background-rgba", &found, NULL);
  plx_marks_style_tag (find_tag (self, "positive"), TRUE);
  plx_marks_style_tag (find_tag (self, "negative"), FALSE);
}

/* Returns: the offset, in characters, that @text begins at */
static int
append (PlxReaderText *self,
        const char    *text,
        gsize          length,
        const char    *tag)
{
  GtkTextIter end;
  int offset;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, text, length, tag, NULL);
  gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, "\n", 1, tag, NULL);
  return offset;
}

static void
append_segment (PlxReaderText *self,
                const char    *text,
                PlxSpan        span,
                PlxBlockKind   kind,
                gboolean       in_title)
{
  Segment segment = { .span = span, .in_title = in_title };

  segment.offset = append (self, text + span.start, plx_span_length (span),
                           paragraph_tags[kind].name);
  g_array_append_val (self->segments, segment);
}

typedef struct
{
  GtkTextBuffer *buffer;
  GtkTextMark   *start;
  GtkTextMark   *end;
  GtkImage      *arrow; /* borrowed from the button */
} Fold;

static void
fold_free (gpointer  data,
           GClosure *closure)
{
  Fold *fold = data;

  g_object_unref (fold->start);
  g_object_unref (fold->end);
  g_free (fold);
}

static void
on_fold_toggled (GtkToggleButton *button,
                 Fold            *fold)
{
  GtkTextIter start, end;

  gtk_image_set_from_icon_name (fold->arrow, gtk_toggle_button_get_active (button)
                                               ? "pan-down-symbolic" : "pan-end-symbolic");
  if (gtk_text_mark_get_deleted (fold->start))
    return;
  gtk_text_buffer_get_iter_at_mark (fold->buffer, &start, fold->start);
  gtk_text_buffer_get_iter_at_mark (fold->buffer, &end, fold->end);
  if (gtk_toggle_button_get_active (button))
    gtk_text_buffer_remove_tag_by_name (fold->buffer, "folded", &start, &end);
  else
    gtk_text_buffer_apply_tag_by_name (fold->buffer, "folded", &start, &end);
}

static void
insert_fold_button (PlxReaderText *self,
                    GtkTextIter   *where,
                    guint          n_blocks,
                    Fold          *fold)
{
  GtkTextChildAnchor *anchor = gtk_text_buffer_create_child_anchor (self->buffer, where);
  g_autofree char *label = g_strdup_printf (ngettext ("%u passage left out",
                                                      "%u passages left out", n_blocks), n_blocks);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  fold->arrow = GTK_IMAGE (gtk_image_new_from_icon_name ("pan-end-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (fold->arrow));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_add_css_class (button, "fold");
  gtk_widget_set_tooltip_text (button, _("Menus, adverts, bylines and the like take no part in "
                                         "the score"));
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_fold_toggled), fold,
                         (GClosureNotify) fold_free, 0);
  gtk_text_view_add_child_at_anchor (self->view, button, anchor);
}

/* What is no part of the story, and what the line below the headline says already. */
static gboolean
is_folded (const PlxBlock *block)
{
  return block->kind == PLX_BLOCK_BOILERPLATE || block->kind == PLX_BLOCK_METADATA;
}

/* What is folded goes behind one button, as far as it stands in a row. Returns: the index after the
 * last of it */
static guint
append_folded (PlxReaderText *self,
               GArray        *blocks,
               guint          first)
{
  Fold *fold = g_new0 (Fold, 1);
  GtkTextIter start, end;
  GtkTextMark *button_mark;
  guint after = first;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  button_mark = gtk_text_buffer_create_mark (self->buffer, NULL, &end, TRUE);
  gtk_text_buffer_insert (self->buffer, &end, "\n", 1);
  fold->buffer = self->buffer;
  fold->start = g_object_ref (gtk_text_buffer_create_mark (self->buffer, NULL, &end, TRUE));
  for (; after < blocks->len; after++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, after);

      if (!is_folded (block))
        break;
      append_segment (self, self->article->text, block->span, block->kind, FALSE);
    }
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  fold->end = g_object_ref (gtk_text_buffer_create_mark (self->buffer, NULL, &end, TRUE));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, fold->start);
  gtk_text_buffer_apply_tag_by_name (self->buffer, "folded", &start, &end);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, button_mark);
  insert_fold_button (self, &start, after - first, fold);
  gtk_text_buffer_delete_mark (self->buffer, button_mark);
  /* The button is a character of the buffer too, in front of what was just put in. */
  for (guint i = self->segments->len - (after - first); i < self->segments->len; i++)
    g_array_index (self->segments, Segment, i).offset++;
  return after;
}

char *
plx_reader_text_dup_byline (PlxReaderText *self)
{
  g_autofree char *date = NULL;
  const char *parts[4];
  GString *line;

  g_return_val_if_fail (self != NULL, NULL);

  date = plx_date_format (self->article->date);
  parts[0] = self->article->source;
  parts[1] = self->article->byline;
  parts[2] = self->article->agency;
  parts[3] = date;
  line = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
    }
  return g_string_free (line, FALSE);
}

static void
append_byline (PlxReaderText *self)
{
  g_autofree char *line = plx_reader_text_dup_byline (self);

  if (*line != '\0')
    append (self, line, strlen (line), "metadata");
}

static void
append_blocks (PlxReaderText *self)
{
  GArray *blocks = self->article->blocks;
  guint i = 0;

  if (blocks->len == 0)
    {
      append_segment (self, self->article->text, (PlxSpan) { 0, self->article->length },
                      PLX_BLOCK_BODY, FALSE);
      return;
    }
  while (i < blocks->len)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, i);

      if (is_folded (block))
        {
          i = append_folded (self, blocks, i);
          continue;
        }
      /* The headline stands above already. */
      if (block->kind != PLX_BLOCK_HEADLINE)
        append_segment (self, self->article->text, block->span, block->kind, FALSE);
      i++;
    }
}

static void
append_title (PlxReaderText *self)
{
  const char *title = self->article->title;
  g_autofree char *shown = plx_article_dup_title (title);

  if (title != NULL && *title != '\0')
    append_segment (self, title, (PlxSpan) { 0, strlen (title) }, PLX_BLOCK_HEADLINE, TRUE);
  else
    append (self, shown, strlen (shown), "headline");
}

/* Returns: -1 if the offset is not laid out */
static int
to_buffer (PlxReaderText *self,
           guint32        offset,
           gboolean       in_title)
{
  const char *text = in_title ? self->article->title : self->article->text;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      if (segment->in_title == in_title && segment->span.start <= offset &&
          offset <= segment->span.end)
        return segment->offset +
               g_utf8_pointer_to_offset (text + segment->span.start, text + offset);
    }
  return -1;
}

static gboolean
is_corrected (const PlxReading *reading,
              const PlxCue     *cue)
{
  return cue->n_steps > 0 &&
         g_array_index (reading->steps, PlxStep, cue->first_step + cue->n_steps - 1).rule ==
           PLX_RULE_CORRECTION;
}

static void
add_cues_of (PlxReaderText         *self,
             const PlxReadSentence *sentence,
             guint32                index)
{
  gboolean in_title = (sentence->flags & PLX_SENTENCE_IN_TITLE) != 0;

  for (guint i = 0; i < sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (self->reading->cues, PlxCue, sentence->first_cue + i);
      PlxReaderCue laid = {
        .start = to_buffer (self, cue->span.start, in_title),
        .end = to_buffer (self, cue->span.end, in_title),
        .sentence = index,
        .axis = cue->axis,
        .weight = cue->weight,
        .span = cue->span,
        .is_corrected = is_corrected (self->reading, cue),
        .is_void = cue->is_void,
      };

      if (laid.start >= 0 && laid.end > laid.start && (cue->weight != 0 || cue->is_void) &&
          (self->axis == PLX_AXIS_ALL || self->axis == cue->axis))
        g_array_append_val (self->cues, laid);
    }
}

static void
apply_cues (PlxReaderText *self)
{
  static const char *const tags[] = { "positive", "negative", "corrected", "void" };
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag_by_name (self->buffer, tags[i], &start, &end);
  for (guint i = 0; self->marked && i < self->cues->len; i++)
    {
      const PlxReaderCue *cue = &g_array_index (self->cues, PlxReaderCue, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, cue->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, cue->end);
      if (!cue->is_void)
        gtk_text_buffer_apply_tag_by_name (self->buffer,
                                           cue->weight > 0 ? "positive" : "negative", &start,
                                           &end);
      if (cue->is_corrected)
        gtk_text_buffer_apply_tag_by_name (self->buffer, cue->is_void ? "void" : "corrected",
                                           &start, &end);
    }
}

void
plx_reader_text_set_axis (PlxReaderText *self,
                          PlxAxisId      axis)
{
  g_return_if_fail (self != NULL);

  self->axis = axis;
  g_array_set_size (self->cues, 0);
  for (guint i = 0; i < self->reading->sentences->len; i++)
    add_cues_of (self, &g_array_index (self->reading->sentences, PlxReadSentence, i), i);
  apply_cues (self);
}

void
plx_reader_text_set_marked (PlxReaderText *self,
                            gboolean       marked)
{
  g_return_if_fail (self != NULL);

  self->marked = marked;
  apply_cues (self);
}

gboolean
plx_reader_text_get_marked (PlxReaderText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->marked;
}

PlxReaderText *
plx_reader_text_new (GtkTextView *view,
                     PlxArticle  *article,
                     PlxReading  *reading,
                     PlxLexicon  *lexicon)
{
  PlxReaderText *self;
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);
  g_return_val_if_fail (article != NULL && reading != NULL && lexicon != NULL, NULL);

  self = g_new0 (PlxReaderText, 1);
  self->view = view;
  self->buffer = g_object_ref (buffer);
  self->article = article;
  self->reading = reading;
  self->lexicon = plx_lexicon_ref (lexicon);
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->cues = g_array_new (FALSE, FALSE, sizeof (PlxReaderCue));
  self->axis = PLX_AXIS_ALL;
  self->marked = TRUE;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  make_tags (self);
  plx_reader_text_update_style (self);
  /* Buttons can be put in only where the view shows the buffer. */
  gtk_text_view_set_buffer (view, buffer);
  append_title (self);
  append_byline (self);
  append_blocks (self);
  plx_reader_text_set_axis (self, PLX_AXIS_ALL);
  return self;
}

void
plx_reader_text_free (PlxReaderText *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->article, plx_article_free);
  g_clear_pointer (&self->reading, plx_reading_free);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->cues, g_array_unref);
  g_free (self);
}

const PlxArticle *
plx_reader_text_get_article (PlxReaderText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->article;
}

const PlxReading *
plx_reader_text_get_reading (PlxReaderText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reading;
}

PlxLexicon *
plx_reader_text_get_lexicon (PlxReaderText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lexicon;
}

GArray *
plx_reader_text_get_cues (PlxReaderText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cues;
}

gboolean
plx_reader_text_find_sentence (PlxReaderText *self,
                               guint32        sentence,
                               GtkTextIter   *out_start,
                               GtkTextIter   *out_end)
{
  const PlxReadSentence *read;
  gboolean in_title;
  int start, end;

  g_return_val_if_fail (self != NULL, FALSE);

  if (sentence >= self->reading->sentences->len)
    return FALSE;
  read = &g_array_index (self->reading->sentences, PlxReadSentence, sentence);
  in_title = (read->flags & PLX_SENTENCE_IN_TITLE) != 0;
  start = to_buffer (self, read->span.start, in_title);
  end = to_buffer (self, read->span.end, in_title);
  if (start < 0 || end < start)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, out_start, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, out_end, end);
  return TRUE;
}

gboolean
plx_reader_text_get_place (PlxReaderText *self,
                           int            offset,
                           guint32       *out_byte,
                           gboolean      *out_in_title)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (out_byte != NULL && out_in_title != NULL, FALSE);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      const char *text = segment->in_title ? self->article->title : self->article->text;
      const char *place;

      if (offset < segment->offset)
        continue;
      if (i + 1 < self->segments->len &&
          offset >= g_array_index (self->segments, Segment, i + 1).offset)
        continue;
      /* The end of the line is behind the last character. */
      place = text + segment->span.start;
      for (int n = offset - segment->offset; n > 0 && place < text + segment->span.end; n--)
        place = g_utf8_next_char (place);
      *out_byte = (guint32) (place - text);
      *out_in_title = segment->in_title;
      return TRUE;
    }
  return FALSE;
}

const PlxReaderCue *
plx_reader_text_get_cue_at (PlxReaderText *self,
                            int            offset)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->cues->len; i++)
    {
      const PlxReaderCue *cue = &g_array_index (self->cues, PlxReaderCue, i);

      if (cue->start <= offset && offset < cue->end)
        return cue;
    }
  return NULL;
}

guint32
plx_reader_text_get_sentence_at (PlxReaderText *self,
                                 int            offset)
{
  gboolean in_title;
  guint32 byte;

  g_return_val_if_fail (self != NULL, PLX_NONE);

  if (!plx_reader_text_get_place (self, offset, &byte, &in_title))
    return PLX_NONE;
  for (guint i = 0; i < self->reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence =
        &g_array_index (self->reading->sentences, PlxReadSentence, i);

      if (((sentence->flags & PLX_SENTENCE_IN_TITLE) != 0) == in_title &&
          sentence->span.start <= byte && byte <= sentence->span.end)
        return i;
    }
  return PLX_NONE;
}

void
plx_reader_text_show_sentence (PlxReaderText *self,
                               guint32        sentence)
{
  GtkTextIter start, end;

  g_return_if_fail (self != NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, "sentence", &start, &end);
  if (plx_reader_text_find_sentence (self, sentence, &start, &end))
    gtk_text_buffer_apply_tag_by_name (self->buffer, "sentence", &start, &end);
}
