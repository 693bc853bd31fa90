/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "data/plx-shipped-lexicons.h"
#include "data/plx-task.h"
#include "plx-corpus-opener.h"
#include "ui/widgets/plx-toast.h"

#include <glib/gi18n.h>

/* How a corpus was looked at is kept in the corpus, as the text of a dictionary, and brought back
 * when it is opened again. */

static char *
make_state (PlxWindow *self)
{
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) all = NULL;

  g_variant_dict_insert (&state, "page", "s", plx_window_get_view (self));
  plx_sources_page_add_state (plx_window_get_sources_page (self), &state);
  if (self->report != NULL)
    g_variant_dict_insert_value (&state, "report", self->report);
  all = g_variant_ref_sink (g_variant_dict_end (&state));
  return g_variant_print (all, /* type_annotate= */ TRUE);
}

void
plx_window_save_state (PlxWindow *self)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  g_autofree char *state = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  /* A corpus that never came up has nothing to keep, nor one whose state is still to be applied. */
  if (corpus == NULL || plx_corpus_is_read_only (corpus) || self->state != NULL ||
      plx_session_get_summary (self->session) == NULL)
    return;
  state = make_state (self);
  before = plx_corpus_dup_view_state (corpus, NULL);
  if (g_strcmp0 (state, before) != 0 && !plx_corpus_set_view_state (corpus, state, &error))
    g_debug ("The state of the window is not kept: %s", error->message);
}

/* What is in the file may be of another version, or of nobody. Before the session has the corpus:
 * as soon as articles are listed this would have to wait for them. */
void
plx_window_load_state (PlxWindow *self,
                       PlxCorpus *corpus)
{
  g_autofree char *text = plx_corpus_dup_view_state (corpus, NULL);

  g_clear_pointer (&self->state, g_variant_unref);
  g_clear_pointer (&self->report, g_variant_unref);
  if (text != NULL && *text != '\0')
    self->state = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
}

void
plx_window_apply_state (PlxWindow *self)
{
  g_autoptr (GVariant) all = g_steal_pointer (&self->state);
  const char *page;

  if (all == NULL)
    return;
  {
    g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (all);

    plx_sources_page_set_state (plx_window_get_sources_page (self), &state);
    if (self->report == NULL)
      self->report = g_variant_dict_lookup_value (&state, "report", G_VARIANT_TYPE_VARDICT);
    if (g_variant_dict_lookup (&state, "page", "&s", &page) &&
        adw_view_stack_get_child_by_name (self->view_stack, page) != NULL)
      adw_view_stack_set_visible_child_name (self->view_stack, page);
  }
}

void
plx_window_restore_corpus (PlxWindow  *self,
                           const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      plx_window_start_open (self, PLX_OPEN_FILE, path);
      self->is_restoring = TRUE;
      return;
    }
  name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” is no longer there"), name);
  /* whoever starts the program may be looking elsewhere yet */
  adw_toast_set_timeout (plx_toast_show (self->toast_overlay, text, NULL, NULL), 0);
}

/* The lexicon with the user's files as they are now */

static gpointer
load_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *edits = plx_corpus_dup_lexicon_edits (PLX_CORPUS (source), error);

  if (edits == NULL)
    return NULL;
  return plx_lexicon_files_load (NULL, *edits != '\0' ? edits : NULL, NULL, error);
}

/* It changes hands here: pages borrow the lexicon of the corpus on this thread. */
static void
on_lexicon_loaded (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) lexicon = g_task_propagate_pointer (G_TASK (result), &error);

  if (lexicon != NULL)
    plx_corpus_set_lexicon (PLX_CORPUS (source), lexicon);
  else
    plx_window_toast_error (self, _("Could not load the lexicon."), error);
}

void
plx_window_reload_lexicon (PlxWindow *self)
{
  PlxCorpus *corpus;

  g_return_if_fail (PLX_IS_WINDOW (self));

  corpus = plx_session_get_corpus (self->session);
  if (corpus == NULL)
    return;
  plx_task_run (corpus, load_in_thread, NULL, NULL, (GDestroyNotify) plx_lexicon_unref, NULL,
                on_lexicon_loaded, g_object_ref (self));
}
