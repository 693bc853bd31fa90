/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

#include "data/plx-task.h"

void
plx_words_page_stop_counting (PlxWordsPage *self)
{
  plx_clear_cancellable (&self->counting);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxWordsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (PlxHitCounts) counts =
    plx_corpus_count_hits_finish (PLX_CORPUS (source), result, &lexicon, &error);

  if (self->counting != g_task_get_cancellable (G_TASK (result)))
    return;
  plx_words_page_stop_counting (self);
  /* Where the lexicon has changed meanwhile, the session will say so. */
  if (counts != NULL && self->lexicon != NULL &&
      g_str_equal (plx_lexicon_get_digest (lexicon), plx_lexicon_get_digest (self->lexicon)))
    plx_words_page_take_counts (self, g_steal_pointer (&counts));
}

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (user_data);

  if (self->counting == NULL || total == 0)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), done < total);
}

/* Only while the page is looked at: nobody waits for the counts elsewhere. */
void
plx_words_page_start_counting (PlxWordsPage *self)
{
  PlxCorpus *corpus = self->session != NULL ? plx_session_get_corpus (self->session) : NULL;

  plx_words_page_stop_counting (self);
  if (corpus == NULL || self->lexicon == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->counting = g_cancellable_new ();
  plx_corpus_count_hits_async (corpus, on_progress, self, self->counting, on_counted,
                               g_object_ref (self));
}
