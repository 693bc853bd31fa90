/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-corpus-opener.h"

/* The window comes up without its pages: they are made when a corpus is to be shown, and those
 * behind when they are first asked for. Nor is a corpus opened before the window is on the screen:
 * the threads that read it would only make it wait. */

/* A window that is never shown, or that nobody draws, opens its corpus after so long. */
#define FIRST_FRAME_MS 250

static void
on_folded_changed (PlxWindow *self)
{
  plx_window_queue_update (self);
}

static void
on_kind_changed (PlxWindow *self)
{
  g_object_notify (G_OBJECT (self), "chart-kind");
}

static void
on_remove (PlxWindow *self,
           gint64     source_id,
           gint64     article_id)
{
  plx_window_remove (self, source_id, article_id);
}

static void
on_rename (PlxWindow *self,
           gint64     source_id,
           gint64     article_id)
{
  plx_window_rename (self, source_id);
}

static void
connect_sources_page (PlxWindow *self)
{
  g_signal_connect_object (self->sources_page, "remove", G_CALLBACK (on_remove), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sources_page, "rename", G_CALLBACK (on_rename), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sources_page, "notify::folded", G_CALLBACK (on_folded_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sources_page, "notify::chart-kind", G_CALLBACK (on_kind_changed),
                           self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->sources_page, "show-sidebar", self->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

PlxSourcesPage *
plx_window_get_sources_page (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  if (self->sources_page == NULL && self->session != NULL)
    {
      self->sources_page = PLX_SOURCES_PAGE (plx_sources_page_new ());
      if (self->chart_kind != NULL)
        g_object_set (self->sources_page, "chart-kind", self->chart_kind, NULL);
      connect_sources_page (self);
      plx_sources_page_set_session (self->sources_page, self->session);
      adw_bin_set_child (self->sources_bin, GTK_WIDGET (self->sources_page));
    }
  return self->sources_page;
}

PlxComparePage *
plx_window_get_compare_page (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  if (self->compare_page == NULL && self->session != NULL)
    {
      self->compare_page = PLX_COMPARE_PAGE (plx_compare_page_new ());
      plx_compare_page_set_session (self->compare_page, self->session);
      adw_bin_set_child (self->compare_bin, GTK_WIDGET (self->compare_page));
    }
  return self->compare_page;
}

PlxWordsPage *
plx_window_get_words_page (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  if (self->words_page == NULL && self->session != NULL)
    {
      self->words_page = PLX_WORDS_PAGE (plx_words_page_new ());
      plx_words_page_set_session (self->words_page, self->session, self->history);
      adw_bin_set_child (self->words_bin, GTK_WIDGET (self->words_page));
    }
  return self->words_page;
}

void
plx_window_ensure_view (PlxWindow *self)
{
  const char *view = plx_window_get_view (self);

  plx_window_get_sources_page (self);
  if (g_strcmp0 (view, "compare") == 0)
    plx_window_get_compare_page (self);
  else if (g_strcmp0 (view, "words") == 0)
    plx_window_get_words_page (self);
}

static gboolean
on_pages_due (gpointer user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);

  self->pages_id = 0;
  plx_window_get_sources_page (self);
  return G_SOURCE_REMOVE;
}

void
plx_window_prepare_pages (PlxWindow *self)
{
  if (self->has_painted && self->sources_page == NULL && self->pages_id == 0)
    self->pages_id = g_idle_add (on_pages_due, self);
}

void
plx_window_drop_pages (PlxWindow *self)
{
  g_clear_handle_id (&self->pages_id, g_source_remove);
  g_clear_handle_id (&self->open_id, g_source_remove);
  if (self->sources_page != NULL)
    plx_sources_page_set_session (self->sources_page, NULL);
  self->sources_page = NULL;
  if (self->compare_page != NULL)
    plx_compare_page_set_session (self->compare_page, NULL);
  self->compare_page = NULL;
  if (self->words_page != NULL)
    plx_words_page_set_session (self->words_page, NULL, NULL);
  self->words_page = NULL;
}

/* Opening after the first frame */

static gboolean
on_open_due (gpointer user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);

  self->open_id = 0;
  plx_window_open_now (self);
  return G_SOURCE_REMOVE;
}

void
plx_window_queue_open (PlxWindow *self)
{
  g_clear_handle_id (&self->open_id, g_source_remove);
  if (self->has_painted)
    plx_window_open_now (self);
  else
    self->open_id = g_timeout_add (FIRST_FRAME_MS, on_open_due, self);
}

static void
on_painted (GdkFrameClock *clock,
            PlxWindow     *self)
{
  g_clear_signal_handler (&self->painted_id, clock);
  self->has_painted = TRUE;
  if (self->open_id != 0)
    plx_window_queue_open (self);
  plx_window_fill_recent (self);
  plx_window_update (self);
}

void
plx_window_await_frame (PlxWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->has_painted && self->painted_id == 0 && clock != NULL)
    self->painted_id = g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self,
                                                0);
}
