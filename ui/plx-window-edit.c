/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-source-row.h"

#include <glib/gi18n.h>

/* Removing: the articles are kept, whole, until the step is forgotten. */
typedef struct
{
  PlxCorpus *corpus;
  GPtrArray *articles; /* of PlxArticle */
  GArray    *ids;      /* of gint64, by which they are known now */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->corpus);
  g_ptr_array_unref (removal->articles);
  g_array_unref (removal->ids);
  g_free (removal);
}

static gboolean
remove_all (Removal  *removal,
            GError  **error)
{
  for (guint i = 0; i < removal->ids->len; i++)
    {
      if (!plx_corpus_remove_article (removal->corpus, g_array_index (removal->ids, gint64, i),
                                      error))
        return FALSE;
    }
  return TRUE;
}

/* An article comes back under its former number, so that what was said of it is its own again. One
 * whose text has been added anew meanwhile is there already. */
static gboolean
restore_all (Removal  *removal,
             GError  **error)
{
  for (guint i = 0; i < removal->ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (!plx_corpus_restore_article (removal->corpus, g_array_index (removal->ids, gint64, i),
                                       removal->articles->pdata[i], &local_error) &&
          !g_error_matches (local_error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
step_removal (gboolean   forward,
              gpointer   data,
              GError   **error)
{
  return forward ? remove_all (data, error) : restore_all (data, error);
}

static Removal *
removal_new (PlxWindow  *self,
             gint64      source_id,
             gint64      article_id,
             GError    **error)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  g_autoptr (GPtrArray) infos = plx_corpus_list_articles (corpus, source_id, NULL, error);
  Removal *removal;

  if (infos == NULL)
    return NULL;
  removal = g_new0 (Removal, 1);
  removal->corpus = g_object_ref (corpus);
  removal->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  removal->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < infos->len; i++)
    {
      gint64 id = ((PlxArticleInfo *) infos->pdata[i])->id;
      PlxArticle *article;

      if (article_id != 0 && id != article_id)
        continue;
      article = plx_corpus_dup_article (corpus, id, error);
      if (article == NULL)
        {
          removal_free (removal);
          return NULL;
        }
      g_ptr_array_add (removal->articles, article);
      g_array_append_val (removal->ids, id);
    }
  return removal;
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

static char *
make_removal_name (const Removal *removal,
                   gboolean       whole_source)
{
  const PlxArticle *first = removal->articles->len > 0 ? removal->articles->pdata[0] : NULL;
  g_autofree char *what = NULL;
  g_autofree char *shown = NULL;

  if (first == NULL)
    return g_strdup (_("Remove Source"));
  what = whole_source ? plx_source_dup_label (first->source) : plx_article_dup_title (first->title);
  shown = shorten (what);
  /* Translators: the name of a step that can be undone; a source or the headline of an article */
  return g_strdup_printf (_("Remove “%s”"), shown);
}

void
plx_window_remove (PlxWindow *self,
                   gint64     source_id,
                   gint64     article_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  Removal *removal = removal_new (self, source_id, article_id, &error);
  guint n;

  if (removal == NULL || !remove_all (removal, &error))
    {
      g_clear_pointer (&removal, removal_free);
      plx_window_toast_error (self, _("Could not remove it."), error);
      return;
    }
  n = removal->ids->len;
  name = make_removal_name (removal, article_id == 0);
  plx_history_add (self->history, name, step_removal, removal, removal_free);
  text = g_strdup_printf (ngettext ("%u article removed", "%u articles removed", n), n);
  plx_window_toast_undo (self, text);
}

/* Renaming */

typedef struct
{
  PlxCorpus *corpus;
  gint64     source_id;
  char      *before;
  char      *after;
} Renaming;

static void
renaming_free (gpointer data)
{
  Renaming *renaming = data;

  g_object_unref (renaming->corpus);
  g_free (renaming->before);
  g_free (renaming->after);
  g_free (renaming);
}

static gboolean
step_renaming (gboolean   forward,
               gpointer   data,
               GError   **error)
{
  Renaming *renaming = data;

  return plx_corpus_rename_source (renaming->corpus, renaming->source_id,
                                   forward ? renaming->after : renaming->before, error);
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
  g_autofree char *shown = NULL;
  g_autofree char *step = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Renaming *renaming;

  if (!g_str_equal (response, "rename") || *g_strstrip (name) == '\0')
    return;
  renaming = g_new0 (Renaming, 1);
  renaming->corpus = g_object_ref (plx_session_get_corpus (self->session));
  renaming->source_id = *(gint64 *) g_object_get_data (G_OBJECT (dialog), "source-id");
  renaming->before = dup_source_name (self, renaming->source_id);
  renaming->after = g_steal_pointer (&name);
  if (!step_renaming (TRUE, renaming, &error))
    {
      renaming_free (renaming);
      plx_window_toast_error (self, _("Could not rename the source."), error);
      return;
    }
  shown = shorten (renaming->before);
  /* Translators: the name of a step that can be undone; a source */
  step = g_strdup_printf (_("Rename “%s”"), shown);
  text = g_strdup_printf (_("Renamed to “%s”"), renaming->after);
  plx_history_add (self->history, step, step_renaming, renaming, renaming_free);
  plx_window_toast_undo (self, text);
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
