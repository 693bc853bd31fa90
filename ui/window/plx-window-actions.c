/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-corpus-opener.h"
#include "ui/evidence/plx-corrections-dialog.h"
#include "ui/widgets/plx-dialogs.h"
#include "ui/widgets/plx-panes.h"

#include <glib/gi18n.h>

/* Open and save */

static void
on_corpus_chosen (GFile    *file,
                  gpointer  user_data)
{
  plx_window_open_corpus (PLX_WINDOW (user_data), file);
}

static void
choose_corpus (PlxWindow *self)
{
  plx_choose_file (GTK_WINDOW (self), _("Open a Corpus"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                   PLX_FILES_CORPUS, on_corpus_chosen, self);
}

/* What is shown */

static void
print (PlxWindow *self)
{
  plx_window_print (self, NULL);
}

static void
start_search (PlxWindow *self)
{
  if (g_strcmp0 (plx_window_get_view (self), "words") == 0)
    plx_words_page_start_search (plx_window_get_words_page (self));
  else
    {
      adw_view_stack_set_visible_child_name (self->view_stack, "sources");
      plx_sources_page_start_search (plx_window_get_sources_page (self));
    }
}

static void
start_filter (PlxWindow *self)
{
  adw_view_stack_set_visible_child_name (self->view_stack, "sources");
  plx_sources_page_start_filter (plx_window_get_sources_page (self));
}

static void
show_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, g_variant_get_string (parameter, NULL));
  /* Who goes there by a key goes on by keys: those of a page work where the focus is in it. */
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->view_stack),
                          GTK_DIR_TAB_FORWARD);
}

static void
next_pane (PlxWindow *self)
{
  plx_panes_step (GTK_WIDGET (self), TRUE);
}

static void
previous_pane (PlxWindow *self)
{
  plx_panes_step (GTK_WIDGET (self), FALSE);
}

static void
toggle_table (PlxWindow *self)
{
  adw_view_stack_set_visible_child_name (self->view_stack, "sources");
  plx_sources_page_toggle_table (plx_window_get_sources_page (self));
}

static void
show_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "sources");
  plx_sources_page_show_kind (plx_window_get_sources_page (self),
                              g_variant_get_string (parameter, NULL));
}

static void
toggle_sidebar (PlxWindow *self)
{
  gtk_toggle_button_set_active (self->sidebar_button,
                                !gtk_toggle_button_get_active (self->sidebar_button));
}

static void
cancel (PlxWindow *self)
{
  if (self->importing != NULL)
    {
      g_cancellable_cancel (self->importing);
      /* What is being read from a slow place may still take a while. */
      gtk_label_set_text (self->progress_label, _("Stopping"));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", FALSE);
    }
  else
    plx_session_stop (self->session);
}

static void
reload (PlxWindow *self)
{
  g_autofree char *path = g_strdup (self->opening_path);

  if (plx_session_get_corpus (self->session) == NULL && path != NULL)
    plx_window_start_open (self, PLX_OPEN_FILE, path);
  else
    plx_session_reload (self->session);
}

typedef struct
{
  PlxWindow *window; /* owned */
  char      *text;   /* what to say when it is done */
} Undo;

static void
on_step_taken (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Undo *undo = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_history_step_finish (PLX_HISTORY (source), result, &error))
    plx_window_toast (undo->window, undo->text);
  else if (error != NULL)
    plx_window_toast_error (undo->window, _("That did not work."), error);
  g_object_unref (undo->window);
  g_free (undo->text);
  g_free (undo);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  gboolean is_undo = g_str_equal (name, "win.undo");
  const char *step = is_undo ? plx_history_get_undo_name (self->history)
                             : plx_history_get_redo_name (self->history);
  Undo *undo;

  if (step == NULL)
    return;
  undo = g_new (Undo, 1);
  undo->window = g_object_ref (self);
  /* Translators: the name of a step, such as “Remove Article” */
  undo->text = g_strdup_printf (is_undo ? _("Undone: %s") : _("Done again: %s"), step);
  plx_history_step_async (self->history, !is_undo, on_step_taken, undo);
}

static void
show_corrections (PlxWindow *self)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  if (corpus != NULL)
    gtk_window_present (GTK_WINDOW (plx_corrections_dialog_new (PLX_CORRECTOR (self), corpus)));
}

/* GTK would make it with every window, of a file where it looks for it by itself. */
static void
show_help_overlay (PlxWindow *self)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/parallax_app/Parallax/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (overlay, TRUE);
  gtk_window_present (overlay);
}

static void
export_chart_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  plx_window_choose_chart_file (PLX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  plx_window_edit_details (PLX_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* What is done on the page of words is offered everywhere. */
static void
words_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "words");
  gtk_widget_activate_action (GTK_WIDGET (plx_window_get_words_page (self)),
                              g_variant_get_string (parameter, NULL), NULL);
}

/* The actions that need to know the window alone. */
static const struct
{
  const char *name;
  void      (*run) (PlxWindow *self);
} plain_actions[] = {
  { "win.open", choose_corpus },
  { "win.save", plx_window_save },
  { "win.save-as", plx_window_choose_copy },
  { "win.sample", plx_window_open_sample },
  { "win.add-files", plx_window_choose_files },
  { "win.paste", plx_window_paste },
  { "win.export-table", plx_window_choose_table_file },
  { "win.export-report", plx_window_report },
  { "win.print", print },
  { "win.print-preview", plx_window_preview },
  { "win.copy-chart", plx_window_copy_chart },
  { "win.copy-table", plx_window_copy_table },
  { "win.search", start_search },
  { "win.filter", start_filter },
  { "win.go", plx_window_go },
  { "win.next-pane", next_pane },
  { "win.previous-pane", previous_pane },
  { "win.tour", plx_window_take_tour },
  { "win.recover", plx_window_recover },
  { "win.toggle-table", toggle_table },
  { "win.toggle-sidebar", toggle_sidebar },
  { "win.cancel", cancel },
  { "win.show-refused", plx_window_show_refused },
  { "win.reload", reload },
  { "win.show-help-overlay", show_help_overlay },
  { "win.corrections", show_corrections },
};

static void
plain_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_actions); i++)
    {
      if (g_str_equal (plain_actions[i].name, name))
        plain_actions[i].run (PLX_WINDOW (widget));
    }
}

void
plx_window_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_actions); i++)
    gtk_widget_class_install_action (klass, plain_actions[i].name, NULL, plain_action);
  gtk_widget_class_install_action (klass, "win.export-chart", "s", export_chart_action);
  gtk_widget_class_install_action (klass, "win.show-chart", "s", show_chart_action);
  gtk_widget_class_install_action (klass, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (klass, "win.words", "s", words_action);
  gtk_widget_class_install_action (klass, "win.details", "x", details_action);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_action);
}

char *
plx_window_dup_undo_label (PlxWindow *self,
                           gboolean   undo)
{
  const char *step = undo ? plx_history_get_undo_name (self->history)
                          : plx_history_get_redo_name (self->history);
  g_auto (GStrv) parts = step != NULL ? g_strsplit (step, "_", -1) : NULL;
  g_autofree char *escaped = parts != NULL ? g_strjoinv ("__", parts) : NULL;

  if (step == NULL)
    return NULL;
  /* Translators: the name of a step, such as: Remove “Daily Gull” */
  return undo ? g_strdup_printf (_("_Undo: %s"), escaped)
              /* Translators: the name of a step, such as: Remove “Daily Gull” */
              : g_strdup_printf (_("_Redo: %s"), escaped);
}

/* The menu says which steps it takes. */
static void
update_undo_section (PlxWindow *self)
{
  g_autofree char *undo = plx_window_dup_undo_label (self, TRUE);
  g_autofree char *redo = plx_window_dup_undo_label (self, FALSE);

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo != NULL ? undo : _("_Undo"), "win.undo");
  g_menu_append (self->undo_section, redo != NULL ? redo : _("_Redo"), "win.redo");
}

void
plx_window_update_actions (PlxWindow *self)
{
  static const char *const of_corpus[] = { "win.export-table", "win.export-report", "win.print",
                                           "win.print-preview",
                                           "win.copy-table", "win.search", "win.filter",
                                           "win.toggle-sidebar", "win.toggle-table",
                                           "win.show-chart", "win.words" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean ready = plx_session_get_summary (self->session) != NULL;
  gboolean has_chart = ready && g_strcmp0 (plx_window_get_view (self), "words") != 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_corpus); i++)
    gtk_widget_action_set_enabled (widget, of_corpus[i], ready);
  gtk_widget_action_set_enabled (widget, "win.export-chart", has_chart);
  gtk_widget_action_set_enabled (widget, "win.copy-chart", has_chart);
  gtk_widget_action_set_enabled (widget, "win.save",
                                 plx_session_get_corpus (self->session) != NULL &&
                                   self->importing == NULL);
  gtk_widget_action_set_enabled (widget, "win.save-as",
                                 plx_session_get_corpus (self->session) != NULL &&
                                   self->importing == NULL);
  gtk_widget_action_set_enabled (widget, "win.show-view", ready);
  gtk_widget_action_set_enabled (widget, "win.corrections",
                                 plx_session_get_corpus (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 plx_history_get_undo_name (self->history) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 plx_history_get_redo_name (self->history) != NULL);
}

void
plx_window_update_history (PlxWindow *self)
{
  update_undo_section (self);
  plx_window_update_actions (self);
}
