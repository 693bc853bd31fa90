/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "data/corpus/plx-corpus-repair.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-dialogs.h"
#include "ui/widgets/plx-messages.h"
#include "ui/widgets/plx-toast.h"

#include <glib/gi18n.h>
#include <string.h>

/* What can be read of a damaged corpus goes into a new one; the damaged file stays as it is. */

typedef struct
{
  char        *path;
  char        *new_path;
  PlxProgress *progress;
  PlxRecovery  recovery;
} Job;

static void
job_free (Job *job)
{
  plx_progress_unref (job->progress);
  g_free (job->path);
  g_free (job->new_path);
  g_free (job);
}

static gpointer
recover_in_thread (gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  Job *job = data;

  return plx_corpus_recover (job->path, job->new_path, plx_progress_pass_on, job->progress,
                             cancellable, &job->recovery, error)
           ? PLX_TASK_DONE : NULL;
}

static void
say_what_was_saved (PlxWindow         *self,
                    const PlxRecovery *recovery)
{
  g_autofree char *saved =
    g_strdup_printf (ngettext ("%u article recovered", "%u articles recovered",
                               recovery->n_recovered), recovery->n_recovered);
  g_autofree char *lost =
    g_strdup_printf (ngettext ("%u could not be read", "%u could not be read", recovery->n_lost),
                     recovery->n_lost);
  g_autofree char *both = g_strjoin (", ", saved, lost, NULL);

  plx_window_toast (self, recovery->n_lost > 0 ? both : saved);
}

static void
on_recovered (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const Job *job = g_task_get_task_data (G_TASK (result));
  gboolean recovered = g_task_propagate_pointer (G_TASK (result), &error) != NULL;

  if (self->importing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->importing);
  if (recovered)
    {
      g_autoptr (GFile) file = g_file_new_for_path (job->new_path);

      say_what_was_saved (self, &job->recovery);
      plx_window_open_corpus (self, file);
    }
  else if (g_error_matches (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT))
    /* What is usually said of it is that it can be recovered. */
    plx_window_toast (self, _("Nothing could be recovered: the damage goes too far."));
  else
    plx_window_toast_error (self, _("Nothing could be recovered."), error);
  plx_window_update (self);
}

void
plx_window_start_recovery (PlxWindow  *self,
                           const char *path,
                           const char *new_path)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->new_path = g_strdup (new_path);
  job->progress = plx_progress_new (plx_window_show_progress, self);
  self->importing = g_cancellable_new ();
  gtk_label_set_text (self->progress_label, _("Recovering the corpus"));
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  plx_task_run (NULL, recover_in_thread, job, (GDestroyNotify) job_free,
                /* free_result= */ NULL, self->importing, on_recovered, g_object_ref (self));
  plx_window_update (self);
}

static void
on_new_chosen (GFile    *file,
               gpointer  user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);
  g_autofree char *new_path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (self->damaged == NULL || new_path == NULL || self->importing != NULL)
    return;
  if (g_str_equal (new_path, self->damaged))
    {
      plx_window_toast (self, _("The damaged file is kept: choose another name."));
      return;
    }
  /* The chooser has asked whether to replace what is there. */
  if (g_file_query_exists (file, NULL) && !g_file_delete (file, NULL, &error))
    plx_window_toast_error (self, _("Could not replace the file."), error);
  else
    plx_window_start_recovery (self, self->damaged, new_path);
}

void
plx_window_recover (PlxWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *suggested = NULL;

  if (self->damaged == NULL)
    return;
  name = g_filename_display_basename (self->damaged);
  if (g_str_has_suffix (name, ".parallax"))
    name[strlen (name) - strlen (".parallax")] = '\0';
  /* Translators: the name of a file for what could be saved of another */
  suggested = g_strdup_printf (_("%s recovered.parallax"), name);
  plx_choose_file (GTK_WINDOW (self), _("Save What Can Be Recovered"),
                   GTK_FILE_CHOOSER_ACTION_SAVE, suggested, PLX_FILES_CORPUS, on_new_chosen, self);
}

/* Of a corpus that could not be opened while another one is shown. */
void
plx_window_offer_recovery (PlxWindow  *self,
                           const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” is damaged"), name);
  toast = plx_toast_show (self->toast_overlay, text, _("_Recover…"), "win.recover");
  adw_toast_set_timeout (toast, 0);
}

/* Trying again helps where the world may have changed, not where the file is what it is. */
static gboolean
may_pass (const GError *error)
{
  return error->domain != PLX_CORPUS_ERROR || error->code == PLX_CORPUS_ERROR_BUSY ||
         error->code == PLX_CORPUS_ERROR_NO_SPACE || error->code == PLX_CORPUS_ERROR_FAILED ||
         error->code == PLX_CORPUS_ERROR_NOT_FOUND;
}

void
plx_window_show_error (PlxWindow    *self,
                       const GError *error)
{
  gboolean is_damaged = g_error_matches (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT) &&
                        self->opening_path != NULL;
  g_autofree char *message = plx_message_for_error (error);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (self->opening_path != NULL)
    {
      name = g_filename_display_basename (self->opening_path);
      /* Translators: the name of a file */
      title = g_strdup_printf (_("Could Not Open “%s”"), name);
    }
  adw_status_page_set_icon_name (self->error_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->error_page, title != NULL ? title : _("Could Not Show This Corpus"));
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->recover_button, is_damaged);
  gtk_widget_set_visible (self->retry_button, may_pass (error));
}
