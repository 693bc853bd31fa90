/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-marks.h"

#include "ui/widgets/plx-theme.h"

/* The ground behind a mark is faint, so that the words keep the contrast of the text around. */
#define GROUND_ALPHA 0.16

typedef struct
{
  GdkRGBA        color;
  GdkRGBA        ground;
  PangoUnderline underline;
} Mark;

static Mark
get_mark (gboolean positive)
{
  const PlxPlotStyle *palette = plx_theme_get_palette ();
  const PlxColor *color = positive ? &palette->positive : &palette->negative;

  return (Mark) {
    .color = plx_color_to_rgba (color, 1),
    .ground = plx_color_to_rgba (color, GROUND_ALPHA),
    .underline = positive ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_DOUBLE,
  };
}

static guint16
to_pango (float component)
{
  return (guint16) (CLAMP (component, 0, 1) * G_MAXUINT16);
}

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        PlxSpan         span)
{
  attribute->start_index = span.start;
  attribute->end_index = span.end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark_span (PangoAttrList *attributes,
           PlxSpan        span,
           const Mark    *mark)
{
  guint16 red = to_pango (mark->color.red), green = to_pango (mark->color.green);
  guint16 blue = to_pango (mark->color.blue);

  insert (attributes, pango_attr_underline_new (mark->underline), span);
  insert (attributes, pango_attr_underline_color_new (red, green, blue), span);
  insert (attributes, pango_attr_background_new (red, green, blue), span);
  insert (attributes, pango_attr_background_alpha_new (to_pango (mark->ground.alpha)), span);
}

/* What a person has corrected: an overline besides, or struck through where it is no cue. */
static void
mark_correction (PangoAttrList *attributes,
                 PlxSpan        span,
                 gboolean       is_void)
{
  if (is_void)
    insert (attributes, pango_attr_strikethrough_new (TRUE), span);
  else
    insert (attributes, pango_attr_overline_new (PANGO_OVERLINE_SINGLE), span);
}

PangoAttrList *
plx_marks_make_attributes (PlxSentenceItem *item,
                           PlxAxisId        axis)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const PlxSentenceCue *cues;
  Mark positive, negative;
  guint n_cues;

  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (item), attributes);

  positive = get_mark (TRUE);
  negative = get_mark (FALSE);
  cues = plx_sentence_item_get_cues (item, &n_cues);
  for (guint i = 0; i < n_cues; i++)
    {
      if ((axis == PLX_AXIS_ALL || cues[i].axis == axis) && cues[i].weight != 0)
        mark_span (attributes, cues[i].span, cues[i].weight > 0 ? &positive : &negative);
      if ((axis == PLX_AXIS_ALL || cues[i].axis == axis) && cues[i].is_corrected)
        mark_correction (attributes, cues[i].span, cues[i].is_void);
    }
  return attributes;
}

void
plx_marks_style_tag (GtkTextTag *tag,
                     gboolean    positive)
{
  Mark mark = get_mark (positive);

  g_return_if_fail (GTK_IS_TEXT_TAG (tag));

  g_object_set (tag,
                "background-rgba", &mark.ground,
                "underline", mark.underline,
                "underline-rgba", &mark.color,
                NULL);
}

void
plx_marks_show_score (GtkLabel *label,
                      double    score)
{
  const PlxPlotStyle *palette = plx_theme_get_palette ();
  const PlxColor *color = score < 0 ? &palette->negative
                          : score > 0 ? &palette->positive : &palette->foreground;
  g_autofree char *text = plx_wording_score (score);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (GTK_IS_LABEL (label));

  pango_attr_list_insert (attributes, pango_attr_foreground_new (color->red * G_MAXUINT16,
                                                                 color->green * G_MAXUINT16,
                                                                 color->blue * G_MAXUINT16));
  /* Else that of the text around, which is not quite opaque, and the contrast is lost. */
  pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_text (label, text);
}
