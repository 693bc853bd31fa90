/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-details-dialog.h"
#include "plx-edit-job.h"
#include "ui/widgets/plx-source-row.h"

#include <glib/gi18n.h>

/* Nothing waits for the corpus: what is asked for is done on another thread, and what goes wrong is
 * said when it does. */
typedef struct _Edit Edit;

/* Says what has been done: as the name of a step that can be undone, and to the user. Both are
 * (transfer full). */
typedef void (*DescribeFunc) (const Edit *edit, char **out_step, char **out_said);

struct _Edit
{
  PlxEditFunc func;
  DescribeFunc describe; /* NULL: who asks for it says so */
  const char *failure; /* what to say if it cannot be done, translated */
  PlxCorpus  *corpus;
  GWeakRef    window;
  gint64      source_id;
  gint64      article_id; /* of a removal; 0: of all articles of the source */

  /* of a removal or an addition */
  GArray     *ids;        /* of gint64; NULL before it was done */
  gint64      aside;      /* where the corpus keeps what is out; 0: nothing was taken out */
  char       *name;       /* of a removal: of the source, or the headline of the article */
  GPtrArray  *articles;   /* of an addition: of PlxArticle; NULL if they are in already */

  /* of a renaming */
  char       *before;
  char       *after;

  /* of a change of details */
  PlxArticle *old_details;
  PlxArticle *new_details;
};

static void
edit_clear (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->corpus);
  g_weak_ref_clear (&edit->window);
  g_clear_pointer (&edit->articles, g_ptr_array_unref);
  g_clear_pointer (&edit->ids, g_array_unref);
  g_free (edit->name);
  g_free (edit->before);
  g_free (edit->after);
  plx_article_free (edit->old_details);
  plx_article_free (edit->new_details);
}

/* The history has a step as long as it can be undone, a job as long as it works on it. */
static void
edit_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, edit_clear);
}

static Edit *
edit_new (PlxWindow   *window,
          PlxEditFunc  func,
          DescribeFunc describe,
          const char  *failure,
          gint64       source_id)
{
  Edit *edit = g_atomic_rc_box_new0 (Edit);

  edit->func = func;
  edit->describe = describe;
  edit->failure = failure;
  edit->corpus = g_object_ref (plx_session_get_corpus (window->session));
  edit->source_id = source_id;
  g_weak_ref_init (&edit->window, window);
  return edit;
}

static void
edit_run (Edit                *edit,
          gboolean             forward,
          GAsyncReadyCallback  callback)
{
  plx_edit_job_async (edit->corpus, edit->func, forward, g_atomic_rc_box_acquire (edit), edit_unref,
                      callback, g_atomic_rc_box_acquire (edit));
}

/* Returns: (transfer full) (nullable): the window, if all went well and it still shows the corpus */
static PlxWindow *
edit_finish (Edit         *edit,
             GAsyncResult *result)
{
  g_autoptr (PlxWindow) window = g_weak_ref_get (&edit->window);
  g_autoptr (GError) error = NULL;

  if (!plx_edit_job_finish (edit->corpus, result, &error))
    {
      if (window != NULL)
        plx_window_toast_error (window, edit->failure, error);
      return NULL;
    }
  if (window == NULL || plx_session_get_corpus (window->session) != edit->corpus)
    return NULL;
  return g_steal_pointer (&window);
}

static void
on_step_taken (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (PlxWindow) window = edit_finish (user_data, result);

  edit_unref (user_data);
}

static gboolean
take_step (gboolean   forward,
           gpointer   data,
           GError   **error)
{
  edit_run (data, forward, on_step_taken);
  return TRUE;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Edit *edit = user_data;
  g_autoptr (PlxWindow) self = edit_finish (edit, result);
  g_autofree char *step = NULL;
  g_autofree char *said = NULL;

  if (self == NULL)
    {
      edit_unref (edit);
      return;
    }
  edit->describe (edit, &step, &said);
  plx_history_add (self->history, step, take_step, edit, edit_unref);
  plx_window_toast_undo (self, said);
}

/* Names of steps stand in a menu and in toasts: no more of a headline than fits there. */
static char *
shorten (const char *what)
{
  const glong max_chars = 40;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (what, -1) <= max_chars)
    return g_strdup (what);
  start = g_utf8_substring (what, 0, max_chars - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* Removing */

/* Says which articles are to be removed, and what to call them. */
static gboolean
collect (PlxCorpus  *corpus,
         Edit       *edit,
         GError    **error)
{
  g_autoptr (GPtrArray) infos = plx_corpus_list_articles (corpus, edit->source_id, NULL, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (infos == NULL)
    return FALSE;
  for (guint i = 0; i < infos->len; i++)
    {
      const PlxArticleInfo *info = infos->pdata[i];

      if (edit->article_id != 0 && info->id != edit->article_id)
        continue;
      if (ids->len == 0)
        edit->name = edit->article_id == 0 ? plx_source_dup_label (info->source)
                                           : plx_article_dup_title (info->title);
      g_array_append_val (ids, info->id);
    }
  edit->ids = g_steal_pointer (&ids);
  return TRUE;
}

static gboolean
bring_back (PlxCorpus  *corpus,
            Edit       *edit,
            GError    **error)
{
  return edit->aside == 0 || plx_corpus_bring_back (corpus, edit->aside, error);
}

static gboolean
run_removal (PlxCorpus  *corpus,
             gboolean    forward,
             gpointer    data,
             GError    **error)
{
  Edit *edit = data;

  if (edit->ids == NULL && !collect (corpus, edit, error))
    return FALSE;
  return forward ? plx_corpus_take_out (corpus, edit->ids, &edit->aside, error)
                 : bring_back (corpus, edit, error);
}

static void
describe_removal (const Edit *edit,
                  char      **out_step,
                  char      **out_said)
{
  g_autofree char *shown = edit->name != NULL ? shorten (edit->name) : NULL;

  *out_step = shown == NULL ? g_strdup (_("Remove Source"))
                            /* Translators: the name of a step that can be undone; a source or the
                             * headline of an article */
                            : g_strdup_printf (_("Remove “%s”"), shown);
  *out_said = g_strdup_printf (ngettext ("%u article removed", "%u articles removed",
                                         edit->ids->len), edit->ids->len);
}

void
plx_window_remove (PlxWindow *self,
                   gint64     source_id,
                   gint64     article_id)
{
  Edit *edit;

  if (plx_session_get_corpus (self->session) == NULL)
    return;
  edit = edit_new (self, run_removal, describe_removal, _("Could not remove it."), source_id);
  edit->article_id = article_id;
  edit_run (edit, TRUE, on_done);
  edit_unref (edit);
}

/* Adding */

static gboolean
run_addition (PlxCorpus  *corpus,
              gboolean    forward,
              gpointer    data,
              GError    **error)
{
  Edit *edit = data;
  g_autoptr (GPtrArray) articles = g_steal_pointer (&edit->articles);

  if (articles != NULL)
    {
      edit->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      return plx_corpus_add_listed (corpus, articles, edit->ids, error);
    }
  return forward ? bring_back (corpus, edit, error)
                 : plx_corpus_take_out (corpus, edit->ids, &edit->aside, error);
}

/* @edit: (transfer full): that was done */
static void
add_addition (PlxWindow *self,
              Edit      *edit)
{
  g_autofree char *name = g_strdup_printf (ngettext ("Add %u article", "Add %u articles",
                                                     edit->ids->len), edit->ids->len);

  plx_history_add (self->history, name, take_step, edit, edit_unref);
}

void
plx_window_note_added (PlxWindow *self,
                       GArray    *ids)
{
  Edit *edit;

  if (ids->len == 0 || plx_session_get_corpus (self->session) == NULL)
    return;
  edit = edit_new (self, run_addition, NULL, _("Could not add the articles."), 0);
  edit->ids = g_array_ref (ids);
  add_addition (self, edit);
}

static void
on_added (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Edit *edit = user_data;
  g_autoptr (PlxWindow) self = edit_finish (edit, result);

  if (self == NULL)
    {
      edit_unref (edit);
    }
  else if (edit->ids->len == 0)
    {
      plx_window_toast (self, _("This article is in the corpus already"));
      edit_unref (edit);
    }
  else
    {
      add_addition (self, edit);
      plx_window_toast_undo (self, _("Article added"));
    }
}

void
plx_window_add_articles (PlxWindow *self,
                         GPtrArray *articles)
{
  Edit *edit = edit_new (self, run_addition, NULL, _("Could not add the article."), 0);

  edit->articles = g_ptr_array_ref (articles);
  edit_run (edit, TRUE, on_added);
  edit_unref (edit);
}

/* Renaming */

static gboolean
run_renaming (PlxCorpus  *corpus,
              gboolean    forward,
              gpointer    data,
              GError    **error)
{
  Edit *edit = data;

  return plx_corpus_rename_source (corpus, edit->source_id, forward ? edit->after : edit->before,
                                   error);
}

static void
describe_renaming (const Edit *edit,
                   char      **out_step,
                   char      **out_said)
{
  g_autofree char *shown = shorten (edit->before);

  /* Translators: the name of a step that can be undone; a source */
  *out_step = g_strdup_printf (_("Rename “%s”"), shown);
  *out_said = g_strdup_printf (_("Renamed to “%s”"), edit->after);
}

static char *
dup_source_name (PlxWindow *self,
                 gint64     source_id)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (plx_source_item_get_id (item) == source_id)
        return g_strdup (plx_source_item_get_name (item));
    }
  return NULL;
}

static void
on_rename_response (AdwMessageDialog *dialog,
                    const char       *response,
                    PlxWindow        *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  Edit *edit;

  if (!g_str_equal (response, "rename") || *g_strstrip (name) == '\0' ||
      plx_session_get_corpus (self->session) == NULL)
    return;
  edit = edit_new (self, run_renaming, describe_renaming, _("Could not rename the source."),
                   *(gint64 *) g_object_get_data (G_OBJECT (dialog), "source-id"));
  edit->before = dup_source_name (self, edit->source_id);
  edit->after = g_steal_pointer (&name);
  edit_run (edit, TRUE, on_done);
  edit_unref (edit);
}

void
plx_window_rename (PlxWindow *self,
                   gint64     source_id)
{
  g_autofree char *name = dup_source_name (self, source_id);
  GtkWidget *dialog, *entry;

  if (name == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Rename Source"), NULL);
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the source"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "rename",
                                    _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "source-id", g_memdup2 (&source_id, sizeof source_id),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_rename_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Details of an article */

static gboolean
run_details (PlxCorpus  *corpus,
             gboolean    forward,
             gpointer    data,
             GError    **error)
{
  Edit *edit = data;

  return plx_corpus_set_details (corpus, edit->article_id,
                                 forward ? edit->new_details : edit->old_details, error);
}

static void
describe_details (const Edit *edit,
                  char      **out_step,
                  char      **out_said)
{
  g_autofree char *title = plx_article_dup_title (edit->new_details->title);
  g_autofree char *shown = shorten (title);

  /* Translators: the name of a step that can be undone; the headline of an article */
  *out_step = g_strdup_printf (_("Change the Details of “%s”"), shown);
  *out_said = g_strdup (_("Details changed"));
}

/* What is being asked for in the dialog. */
typedef struct
{
  PlxWindow *window; /* its parent */
  Edit      *edit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  edit_unref (question->edit);
  g_free (question);
}

static gboolean
is_same (const PlxArticle *a,
         const PlxArticle *b)
{
  return g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->byline, b->byline) == 0 && g_strcmp0 (a->date, b->date) == 0 &&
         g_strcmp0 (a->url, b->url) == 0;
}

static void
on_details_chosen (PlxArticle *details,
                   gpointer    user_data)
{
  Question *question = user_data;
  Edit *edit = question->edit;

  g_clear_pointer (&edit->new_details, plx_article_free);
  edit->new_details = details;
  if (!is_same (edit->old_details, details) &&
      plx_session_get_corpus (question->window->session) == edit->corpus)
    edit_run (edit, TRUE, on_done);
}

void
plx_window_edit_details (PlxWindow *self,
                         gint64     article_id)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  Question *question;
  GtkWidget *dialog;

  if (corpus == NULL)
    return;
  article = plx_corpus_dup_article (corpus, article_id, &error);
  if (article == NULL)
    {
      plx_window_toast_error (self, _("Could not open the article."), error);
      return;
    }

  question = g_new0 (Question, 1);
  question->window = self;
  question->edit = edit_new (self, run_details, describe_details,
                             _("Could not change the details."), 0);
  question->edit->article_id = article_id;
  dialog = plx_details_dialog_new (GTK_WINDOW (self), article, on_details_chosen, question);
  question->edit->old_details = g_steal_pointer (&article);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  gtk_window_present (GTK_WINDOW (dialog));
}
