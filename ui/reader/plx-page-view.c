/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-page-view.h"

struct _PlxPageView
{
  GtkTextView parent_instance;
};

/* Lines longer than this are hard to follow. */
#define MAX_TEXT_WIDTH 680
#define MIN_MARGIN 18

G_DEFINE_FINAL_TYPE (PlxPageView, plx_page_view, GTK_TYPE_TEXT_VIEW)

static void
plx_page_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int margin = MAX (MIN_MARGIN, (width - MAX_TEXT_WIDTH) / 2);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }

  GTK_WIDGET_CLASS (plx_page_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
plx_page_view_class_init (PlxPageViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = plx_page_view_size_allocate;
}

static void
plx_page_view_init (PlxPageView *self)
{
}
