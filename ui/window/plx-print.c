/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-print.h"

#include "ui/session/plx-article-item.h"

#include <string.h>

#define MARGIN 50
/* No paper that anything can be read on. */
#define MIN_PAPER 72

typedef struct
{
  char            *title;
  PlxPrintFunc     fill;
  PlxPrintDoneFunc done; /* NULL once it was called */
  gpointer         user_data;
  GPtrArray       *drawn; /* of cairo_surface_t: the pages */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->drawn);
  g_free (self);
}

static void
finish (Job          *self,
        const GError *error)
{
  PlxPrintDoneFunc done = g_steal_pointer (&self->done);

  if (done != NULL)
    done (error, self->user_data);
}

/* Pages borrow their charts, which a window may replace while the printer is busy: drawn at once,
 * as vectors and text. */
static void
draw_all (Job      *self,
          PlxPages *pages,
          double    width,
          double    height)
{
  guint n = plx_pages_count (pages);

  for (guint i = 0; i < n; i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (
        CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t) { 0, 0, width, height });
      cairo_t *cr = cairo_create (surface);

      plx_pages_draw (pages, cr, i);
      cairo_destroy (cr);
      g_ptr_array_add (self->drawn, surface);
    }
}

static void
on_begin (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Job               *self)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  PlxPlotStyle style = plx_plot_style_print;
  g_autoptr (PlxPages) pages = NULL;

  if (MIN (width, height) >= MIN_PAPER && self->done != NULL)
    {
      style.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
      pages = plx_pages_new (width, height, MIN (MARGIN, MIN (width, height) / 8), &style,
                             self->title);
      self->fill (pages, self->user_data);
      draw_all (self, pages, width, height);
    }
  if (self->drawn->len > 0)
    gtk_print_operation_set_n_pages (operation, (int) self->drawn->len);
  else
    gtk_print_operation_cancel (operation);
}

static void
on_draw (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         Job               *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (page < 0 || (guint) page >= self->drawn->len)
    return;
  cairo_set_source_surface (cr, self->drawn->pdata[page], 0, 0);
  cairo_paint (cr);
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  finish (self, error);
}

void
plx_print_run (GtkWindow        *parent,
               const char       *title,
               const char       *path,
               PlxPrintFunc      fill,
               PlxPrintDoneFunc  done,
               gpointer          user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  Job *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && fill != NULL && done != NULL);

  operation = gtk_print_operation_new ();
  self = g_new0 (Job, 1);
  self->title = g_strdup (title);
  self->fill = fill;
  self->done = done;
  self->user_data = user_data;
  self->drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  g_object_set_data_full (G_OBJECT (operation), "plx-print-job", self, job_free);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), self);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), self);
  /* While it goes on it keeps itself. */
  if (gtk_print_operation_run (operation,
                               path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                            : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    finish (self, error);
}

/* An article */

static PangoAttrList *
mark_cues (PlxReaderText *text,
           PlxSpan        span,
           gboolean       in_title)
{
  const PlxReading *reading = plx_reader_text_get_reading (text);
  GArray *cues = plx_reader_text_get_cues (text);
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; plx_reader_text_get_marked (text) && i < cues->len; i++)
    {
      const PlxReaderCue *cue = &g_array_index (cues, PlxReaderCue, i);
      const PlxReadSentence *sentence =
        &g_array_index (reading->sentences, PlxReadSentence, cue->sentence);

      if (((sentence->flags & PLX_SENTENCE_IN_TITLE) != 0) == in_title && !cue->is_void &&
          cue->span.start >= span.start && cue->span.end <= span.end)
        plx_pages_mark_cue (list, (PlxSpan) { cue->span.start - span.start,
                                              cue->span.end - span.start }, cue->weight > 0);
    }
  return list;
}

static void
add_block (PlxPages      *pages,
           PlxReaderText *text,
           PlxSpan        span,
           PlxBlockKind   kind,
           gboolean       in_title)
{
  static const PlxPagesFont fonts[] = {
    [PLX_BLOCK_HEADLINE] = PLX_PAGES_TITLE,   [PLX_BLOCK_STANDFIRST] = PLX_PAGES_STRONG,
    [PLX_BLOCK_BODY] = PLX_PAGES_BODY,        [PLX_BLOCK_SUBHEADING] = PLX_PAGES_SECTION,
    [PLX_BLOCK_CAPTION] = PLX_PAGES_MUTED,    [PLX_BLOCK_METADATA] = PLX_PAGES_MUTED,
    [PLX_BLOCK_BOILERPLATE] = PLX_PAGES_MUTED,
  };
  const PlxArticle *article = plx_reader_text_get_article (text);
  g_autofree char *part = g_strndup ((in_title ? article->title : article->text) + span.start,
                                     plx_span_length (span));
  g_autoptr (PangoAttrList) marks = mark_cues (text, span, in_title);
  gboolean is_heading = kind == PLX_BLOCK_HEADLINE || kind == PLX_BLOCK_SUBHEADING;

  plx_pages_add_row (pages, &(PlxPagesCell) {
                       .text = part, .font = fonts[kind], .attributes = marks,
                     }, 1, &(PlxPagesRow) { .space = is_heading ? 12 : 7, .keep = is_heading });
}

void
plx_print_add_article (PlxPages      *pages,
                       PlxReaderText *text)
{
  const PlxArticle *article;
  g_autofree char *byline = NULL;

  g_return_if_fail (pages != NULL && text != NULL);

  article = plx_reader_text_get_article (text);
  byline = plx_reader_text_dup_byline (text);
  if (article->title != NULL && *article->title != '\0')
    {
      add_block (pages, text, (PlxSpan) { 0, (guint32) strlen (article->title) },
                 PLX_BLOCK_HEADLINE, TRUE);
    }
  else
    {
      g_autofree char *title = plx_article_dup_title (article->title);

      plx_pages_add_text (pages, PLX_PAGES_TITLE, title);
    }
  if (*byline != '\0')
    plx_pages_add_text (pages, PLX_PAGES_MUTED, byline);
  if (article->blocks->len == 0)
    add_block (pages, text, (PlxSpan) { 0, article->length }, PLX_BLOCK_BODY, FALSE);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      /* As the reader has it: the headline stands above already, boilerplate is folded. */
      if (block->kind != PLX_BLOCK_HEADLINE && block->kind != PLX_BLOCK_BOILERPLATE)
        add_block (pages, text, block->span, block->kind, FALSE);
    }
}
