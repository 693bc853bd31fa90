/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-ui.h"

#include "ui/plot/plx-wording.h"
#include "ui/plx-ui-resources.h"
#include "ui/widgets/plx-list-layout.h"

#include <gtk/gtk.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Arrays as long as a large corpus are given back to the system when they are freed. */
#define MAP_FROM_BYTES (512 * 1024)

/* Threads that come and go leave what they have freed in heaps of their own, of which glibc would
 * make eight for each processor: with fifty thousand articles, a third of all memory. */
static void
keep_heaps_few (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, (int) g_get_num_processors ());
  mallopt (M_MMAP_THRESHOLD, MAP_FROM_BYTES);
#endif
}

void
plx_ui_init (void)
{
  keep_heaps_few ();
  /* A static library drops what nobody names: this keeps the resources in the program. */
  g_resources_register (plx_ui_get_resource ());
  /* Only .ui files name it. */
  g_type_ensure (PLX_TYPE_LIST_LAYOUT);
  plx_wording_set_right_to_left (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
}
