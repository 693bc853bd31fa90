/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-style.h"

#include <math.h>
#include <string.h>

#define RGB(r, g, b) { (r) / 255.0, (g) / 255.0, (b) / 255.0, 1.0 }

const PlxPlotStyle plx_plot_style_light = {
  .background = RGB (255, 255, 255),
  .foreground = RGB (30, 30, 34),
  .muted = RGB (94, 92, 100),
  .negative = RGB (190, 76, 0),
  .positive = RGB (20, 72, 134),
  .focus = RGB (28, 113, 216),
  .text_size = 11,
};

const PlxPlotStyle plx_plot_style_dark = {
  .background = RGB (30, 30, 30),
  .foreground = RGB (242, 242, 242),
  .muted = RGB (170, 168, 176),
  .negative = RGB (255, 184, 120),
  .positive = RGB (98, 160, 234),
  .focus = RGB (120, 174, 237),
  .text_size = 11,
};

const PlxPlotStyle plx_plot_style_light_strong = {
  .background = RGB (255, 255, 255),
  .foreground = RGB (0, 0, 0),
  .muted = RGB (46, 46, 50),
  .negative = RGB (152, 56, 0),
  .positive = RGB (0, 40, 96),
  .focus = RGB (0, 0, 0),
  .text_size = 11,
  .strong = TRUE,
};

const PlxPlotStyle plx_plot_style_dark_strong = {
  .background = RGB (0, 0, 0),
  .foreground = RGB (255, 255, 255),
  .muted = RGB (216, 216, 222),
  .negative = RGB (255, 214, 170),
  .positive = RGB (130, 186, 255),
  .focus = RGB (255, 255, 255),
  .text_size = 11,
  .strong = TRUE,
};

const PlxPlotStyle plx_plot_style_print = {
  .background = RGB (255, 255, 255),
  .foreground = RGB (0, 0, 0),
  .muted = RGB (80, 80, 80),
  .negative = RGB (176, 68, 0),
  .positive = RGB (8, 40, 84),
  .focus = RGB (0, 0, 0),
  .text_size = 10,
};

const PlxPlotStyle *
plx_plot_style_find (const char *name)
{
  static const struct
  {
    const char         *name;
    const PlxPlotStyle *style;
  } styles[] = {
    { "light", &plx_plot_style_light },
    { "dark", &plx_plot_style_dark },
    { "light-strong", &plx_plot_style_light_strong },
    { "dark-strong", &plx_plot_style_dark_strong },
    { "print", &plx_plot_style_print },
  };

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (strcmp (styles[i].name, name) == 0)
        return styles[i].style;
    }
  return NULL;
}

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
plx_color_luminance (PlxColor color)
{
  return 0.2126 * linearise (color.red) + 0.7152 * linearise (color.green) +
         0.0722 * linearise (color.blue);
}

double
plx_color_contrast (PlxColor a,
                    PlxColor b)
{
  double la = plx_color_luminance (a);
  double lb = plx_color_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
