/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-print.h"

#include "plx-preview-dialog.h"
#include "ui/session/plx-article-item.h"

#include <string.h>

#define MARGIN 50
/* No paper that anything can be read on. */
#define MIN_PAPER 72

/* What one wants on paper, from when it is asked for until it is sent or given up: an operation holds
 * it, or a preview, which may lead to another operation. */
typedef struct
{
  GWeakRef          parent; /* of the dialogs */
  char             *title;
  PlxPrintFunc      fill;   /* NULL: there are sheets */
  PlxSheets        *sheets; /* NULL: made for the paper */
  PlxPrintDoneFunc  done;   /* NULL once it was called */
  gpointer          user_data;

  PlxSheets        *drawn;    /* NULL until the paper is known */
  GtkPrintSettings *settings; /* nullable: of a former try */
  GtkPageSetup     *setup;    /* likewise */
  gboolean          is_looked_at;
} Job;

static void
job_clear (gpointer data)
{
  Job *self = data;

  g_weak_ref_clear (&self->parent);
  g_free (self->title);
  g_clear_pointer (&self->sheets, plx_sheets_unref);
  g_clear_pointer (&self->drawn, plx_sheets_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->setup);
}

static void
job_unref (gpointer job)
{
  g_rc_box_release_full (job, job_clear);
}

static Job *
job_new (GtkWindow        *parent,
         const char       *title,
         PlxPrintFunc      fill,
         PlxSheets        *sheets,
         PlxPrintDoneFunc  done,
         gpointer          user_data)
{
  Job *self = g_rc_box_new0 (Job);

  g_weak_ref_init (&self->parent, parent);
  self->title = g_strdup (title);
  self->fill = fill;
  self->sheets = sheets != NULL ? plx_sheets_ref (sheets) : NULL;
  self->done = done;
  self->user_data = user_data;
  return self;
}

static void
finish (Job          *self,
        const GError *error)
{
  PlxPrintDoneFunc done = g_steal_pointer (&self->done);

  if (done != NULL)
    done (error, self->user_data);
}

/* Pages borrow their charts, which a window may replace while the printer is busy or somebody looks:
 * drawn at once. */
static void
draw_all (Job    *self,
          double  width,
          double  height)
{
  PlxPlotStyle style = plx_plot_style_print;
  g_autoptr (PlxPages) pages = NULL;

  g_clear_pointer (&self->drawn, plx_sheets_unref);
  if (self->sheets != NULL)
    {
      self->drawn = plx_sheets_ref (self->sheets);
      return;
    }
  if (MIN (width, height) < MIN_PAPER || self->done == NULL)
    return;
  style.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  pages = plx_pages_new (width, height, MIN (MARGIN, MIN (width, height) / 8), &style, self->title);
  self->fill (pages, self->user_data);
  self->drawn = plx_sheets_new (pages);
}

static void
on_begin (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Job               *self)
{
  draw_all (self, gtk_print_context_get_width (context), gtk_print_context_get_height (context));
  if (self->drawn != NULL)
    gtk_print_operation_set_n_pages (operation, (int) plx_sheets_count (self->drawn));
  else
    gtk_print_operation_cancel (operation);
}

static void
on_draw (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         Job               *self)
{
  if (self->drawn != NULL && page >= 0 && (guint) page < plx_sheets_count (self->drawn))
    plx_sheets_draw_on (self->drawn, gtk_print_context_get_cairo_context (context), (guint) page,
                        gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context));
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL || !self->is_looked_at)
    finish (self, error);
}

/* The preview */

static void run (Job *self, const char *path);

static void
on_preview_print (Job *self)
{
  self->is_looked_at = FALSE;
  run (self, NULL);
}

static void
on_preview_closed (Job *self)
{
  if (self->is_looked_at)
    finish (self, NULL);
  self->is_looked_at = FALSE;
  job_unref (self);
}

static void
look (Job *self)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  GtkWidget *dialog = plx_preview_dialog_new (parent, self->title, self->drawn);

  self->is_looked_at = TRUE;
  g_signal_connect_swapped (dialog, "print", G_CALLBACK (on_preview_print), self);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_preview_closed),
                            g_rc_box_acquire (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
end_preview (gpointer operation)
{
  gtk_print_operation_preview_end_preview (GTK_PRINT_OPERATION_PREVIEW (operation));
  return G_SOURCE_REMOVE;
}

static void
on_preview_ready (GtkPrintOperation *operation,
                  GtkPrintContext   *context,
                  Job               *self)
{
  look (self);
  g_idle_add_full (G_PRIORITY_DEFAULT, end_preview, g_object_ref (operation), g_object_unref);
}

/* The system's dialog has a preview of its own, which needs one certain viewer to be installed. */
static gboolean
on_preview (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            Job                      *self)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);

  self->is_looked_at = TRUE;
  g_set_object (&self->settings, gtk_print_operation_get_print_settings (operation));
  g_set_object (&self->setup, gtk_print_context_get_page_setup (context));
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  g_signal_connect (preview, "ready", G_CALLBACK (on_preview_ready), self);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  return TRUE;
}

/* @path: (nullable): of a PDF file, instead of a printer */
static void
run (Job        *self,
     const char *path)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;

  g_object_set_data_full (G_OBJECT (operation), "plx-print-job", g_rc_box_acquire (self), job_unref);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (self->settings != NULL)
    gtk_print_operation_set_print_settings (operation, self->settings);
  if (self->setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, self->setup);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), self);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview), self);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), self);
  /* While it goes on it keeps itself. */
  if (gtk_print_operation_run (operation,
                               path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                            : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
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
  Job *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && fill != NULL && done != NULL);

  self = job_new (parent, title, fill, NULL, done, user_data);
  run (self, path);
  job_unref (self);
}

void
plx_print_preview (GtkWindow        *parent,
                   const char       *title,
                   PlxPrintFunc      fill,
                   PlxPrintDoneFunc  done,
                   gpointer          user_data)
{
  double width, height;
  Job *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && fill != NULL && done != NULL);

  self = job_new (parent, title, fill, NULL, done, user_data);
  plx_pages_get_paper (&width, &height);
  draw_all (self, width, height);
  look (self);
  job_unref (self);
}

void
plx_print_preview_sheets (GtkWindow        *parent,
                          const char       *title,
                          PlxSheets        *sheets,
                          PlxPrintDoneFunc  done,
                          gpointer          user_data)
{
  Job *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && sheets != NULL && done != NULL);

  self = job_new (parent, title, NULL, sheets, done, user_data);
  self->drawn = plx_sheets_ref (sheets);
  look (self);
  job_unref (self);
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
