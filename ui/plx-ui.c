/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-ui.h"

#include "ui/plot/plx-wording.h"
#include "ui/plx-ui-resources.h"

#include <gtk/gtk.h>

void
plx_ui_init (void)
{
  /* A static library drops what nobody names: this keeps the resources in the program. */
  g_resources_register (plx_ui_get_resource ());
  plx_wording_set_right_to_left (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
}
