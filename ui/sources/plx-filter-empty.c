/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-filter-empty.h"

#include "data/plx-task.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxFilterEmpty
{
  GtkBox         parent_instance;

  AdwStatusPage *page;

  /* owned */
  PlxSession    *session;
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (PlxFilterEmpty, plx_filter_empty, GTK_TYPE_BOX)

/* The parts of a filter that can keep articles out. */
typedef enum
{
  PART_SEARCH,
  PART_VOICE,
  PART_TARGET,
  PART_DATES,
  N_PARTS
} Part;

static gboolean
has_part (const PlxCorpusFilter *filter,
          Part                   part)
{
  switch (part)
    {
    case PART_SEARCH:
      return filter->search != NULL;
    case PART_VOICE:
      return filter->voice != NULL && *filter->voice != '\0';
    case PART_TARGET:
      return filter->target != NULL;
    case PART_DATES:
      return filter->from != NULL || filter->to != NULL;
    case N_PARTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static PlxCorpusFilter *
copy_without (const PlxCorpusFilter *filter,
              Part                   part)
{
  PlxCorpusFilter *copy = plx_corpus_filter_copy (filter);

  if (part == PART_SEARCH)
    g_clear_pointer (&copy->search, g_free);
  if (part == PART_VOICE)
    g_clear_pointer (&copy->voice, g_free);
  if (part == PART_TARGET)
    g_clear_pointer (&copy->target, g_free);
  if (part == PART_DATES)
    {
      g_clear_pointer (&copy->from, g_free);
      g_clear_pointer (&copy->to, g_free);
    }
  return copy;
}

static char *
describe_part (const PlxCorpusFilter *filter,
               Part                   part,
               guint                  n)
{
  switch (part)
    {
    case PART_SEARCH:
      return g_strdup_printf (ngettext ("Without the search for “%s” there is %'u article.",
                                        "Without the search for “%s” there are %'u articles.", n),
                              filter->search, n);
    case PART_VOICE:
      return g_strdup_printf (ngettext ("With all voices, not %s alone, there is %'u article.",
                                        "With all voices, not %s alone, there are %'u articles.", n),
                              filter->voice, n);
    case PART_TARGET:
      return g_strdup_printf (ngettext ("About anything, not %s alone, there is %'u article.",
                                        "About anything, not %s alone, there are %'u articles.", n),
                              filter->target, n);
    case PART_DATES:
      return g_strdup_printf (ngettext ("Of any date there is %'u article.",
                                        "Of any date there are %'u articles.", n), n);
    case N_PARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gpointer
count_in_thread (gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  const PlxCorpusFilter *filter = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (Part part = 0; part < N_PARTS; part++)
    {
      g_autoptr (PlxCorpusFilter) without = NULL;
      g_autoptr (GPtrArray) articles = NULL;
      g_autofree char *line = NULL;

      if (!has_part (filter, part))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      without = copy_without (filter, part);
      articles = plx_corpus_list_filtered (PLX_CORPUS (source), 0, without, NULL);
      if (articles == NULL || articles->len == 0)
        continue;
      line = describe_part (filter, part, articles->len);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (text->len == 0)
    g_string_append (text, _("It takes more than one of the filters away to find any."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxFilterEmpty) self = user_data;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *escaped = NULL;

  if (text == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  /* A status page takes markup. */
  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->page, escaped);
}

static void
on_changed (PlxFilterEmpty *self)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  plx_clear_cancellable (&self->cancellable);
  adw_status_page_set_description (self->page, "");
  if (corpus == NULL || !plx_filter_empty_is_needed (self->session))
    return;
  self->cancellable = g_cancellable_new ();
  plx_task_run (corpus, count_in_thread,
                plx_corpus_filter_copy (plx_session_get_filter (self->session)),
                (GDestroyNotify) plx_corpus_filter_free, g_free, self->cancellable, on_counted,
                g_object_ref (self));
}

static void
on_clicked (PlxFilterEmpty *self)
{
  if (self->session != NULL)
    plx_session_set_filter (self->session, NULL);
}

static void
plx_filter_empty_dispose (GObject *object)
{
  PlxFilterEmpty *self = PLX_FILTER_EMPTY (object);

  plx_clear_cancellable (&self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_filter_empty_parent_class)->dispose (object);
}

static void
plx_filter_empty_class_init (PlxFilterEmptyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_filter_empty_dispose;
}

static void
plx_filter_empty_init (PlxFilterEmpty *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Take All Filters Away"));

  self->page = ADW_STATUS_PAGE (page);
  adw_status_page_set_icon_name (self->page, "edit-find-symbolic");
  adw_status_page_set_title (self->page, _("Nothing Passes the Filters"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  adw_status_page_set_child (self->page, button);
  gtk_widget_set_hexpand (page, TRUE);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (self), page);
}

gboolean
plx_filter_empty_is_needed (PlxSession *session)
{
  const PlxSummary *summary;

  g_return_val_if_fail (PLX_IS_SESSION (session), FALSE);

  summary = plx_session_get_summary (session);
  return summary != NULL && summary->rows->len == 0 &&
         !plx_corpus_filter_is_empty (plx_session_get_filter (session));
}

void
plx_filter_empty_set_session (PlxFilterEmpty *self,
                              PlxSession     *session)
{
  g_return_if_fail (PLX_IS_FILTER_EMPTY (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  plx_clear_cancellable (&self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

const char *
plx_filter_empty_get_description (PlxFilterEmpty *self)
{
  const char *text;

  g_return_val_if_fail (PLX_IS_FILTER_EMPTY (self), NULL);

  text = adw_status_page_get_description (self->page);
  return text != NULL ? text : "";
}
