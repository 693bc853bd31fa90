/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A text view set like a page: its margins grow with the width, so that lines stay readable. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_PAGE_VIEW (plx_page_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxPageView, plx_page_view, PLX, PAGE_VIEW, GtkTextView)

G_END_DECLS
