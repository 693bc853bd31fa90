/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sentence-layout.h"

/* In pixels: between the score and the text, the text and what is below it, and there. */
#define BESIDE_SCORE 12
#define BELOW_TEXT 3
#define BESIDE_CAPTION 6

struct _PlxSentenceLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxSentenceLayout, plx_sentence_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *score;
  GtkWidget *text;
  GtkWidget *caption; /* the buttons are its siblings */
} Parts;

static Parts
get_parts (GtkWidget *widget)
{
  Parts parts;

  parts.score = gtk_widget_get_first_child (widget);
  parts.text = gtk_widget_get_next_sibling (parts.score);
  parts.caption = gtk_widget_get_next_sibling (parts.text);
  return parts;
}

static int
get_least (GtkWidget      *widget,
           GtkOrientation  orientation,
           int             for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

static int
get_buttons_width (const Parts *parts)
{
  int width = 0;

  for (GtkWidget *button = gtk_widget_get_next_sibling (parts->caption); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    width += BESIDE_CAPTION + get_least (button, GTK_ORIENTATION_HORIZONTAL, -1);
  return width;
}

static void
measure_width (const Parts *parts,
               int         *minimum,
               int         *natural)
{
  int score = get_least (parts->score, GTK_ORIENTATION_HORIZONTAL, -1);
  int buttons = get_buttons_width (parts);
  int text_min, text_nat, caption_min, caption_nat;

  gtk_widget_measure (parts->text, GTK_ORIENTATION_HORIZONTAL, -1, &text_min, &text_nat, NULL, NULL);
  gtk_widget_measure (parts->caption, GTK_ORIENTATION_HORIZONTAL, -1, &caption_min, &caption_nat,
                      NULL, NULL);
  *minimum = score + BESIDE_SCORE + MAX (text_min, caption_min + buttons);
  *natural = score + BESIDE_SCORE + MAX (text_nat, caption_nat + buttons);
}

/* What is below the text: as tall as the tallest of it. */
static int
get_foot_height (const Parts *parts,
                 int          width)
{
  int height = get_least (parts->caption, GTK_ORIENTATION_VERTICAL,
                          MAX (1, width - get_buttons_width (parts)));

  for (GtkWidget *button = gtk_widget_get_next_sibling (parts->caption); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    height = MAX (height, get_least (button, GTK_ORIENTATION_VERTICAL, -1));
  return height;
}

static int
get_body_width (const Parts *parts,
                int          width)
{
  return MAX (1, width - get_least (parts->score, GTK_ORIENTATION_HORIZONTAL, -1) - BESIDE_SCORE);
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  Parts parts = get_parts (widget);
  int width, least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (&parts, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (&parts, &least, &for_size);
  width = get_body_width (&parts, for_size);
  *minimum = get_least (parts.text, GTK_ORIENTATION_VERTICAL, width) + BELOW_TEXT +
             get_foot_height (&parts, width);
  *minimum = MAX (*minimum, get_least (parts.score, GTK_ORIENTATION_VERTICAL, -1));
  *natural = *minimum;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* @x: from where a line begins, which may be on the right */
static void
place (GtkWidget *child,
       GtkWidget *within,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gboolean is_mirrored = gtk_widget_get_direction (within) == GTK_TEXT_DIR_RTL;
  GtkAllocation room = { is_mirrored ? gtk_widget_get_width (within) - x - width : x, y, width, height };

  gtk_widget_size_allocate (child, &room, -1);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  Parts parts = get_parts (widget);
  int score = get_least (parts.score, GTK_ORIENTATION_HORIZONTAL, -1);
  int body = get_body_width (&parts, width);
  int x = score + BESIDE_SCORE;
  int text = get_least (parts.text, GTK_ORIENTATION_VERTICAL, body);
  int foot = get_foot_height (&parts, body);
  int caption = MAX (1, body - get_buttons_width (&parts));

  place (parts.score, widget, 0, 0, score, get_least (parts.score, GTK_ORIENTATION_VERTICAL, -1));
  place (parts.text, widget, x, 0, body, text);
  for (GtkWidget *child = parts.caption; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width = child == parts.caption ? caption
                                               : get_least (child, GTK_ORIENTATION_HORIZONTAL, -1);
      int child_height = get_least (child, GTK_ORIENTATION_VERTICAL, child_width);

      place (child, widget, x, text + BELOW_TEXT + (foot - child_height) / 2, child_width,
             child_height);
      x += child_width + BESIDE_CAPTION;
    }
}

static void
plx_sentence_layout_class_init (PlxSentenceLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
plx_sentence_layout_init (PlxSentenceLayout *self)
{
}

GtkLayoutManager *
plx_sentence_layout_new (void)
{
  return g_object_new (PLX_TYPE_SENTENCE_LAYOUT, NULL);
}
