/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-ui.h"

#include "ui/plx-ui-resources.h"

void
plx_ui_init (void)
{
  /* A static library drops what nobody names: this keeps the resources in the program. */
  g_resources_register (plx_ui_get_resource ());
}
