/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-recent.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-messages.h"
#include "ui/widgets/plx-toast.h"

#include <glib/gi18n.h>

/* The least width at which the list of sources may stand beside their chart. */
#define LEAST_UNFOLDED 600

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (PLX_TYPE_CORRECTOR, plx_window_corrector_init))

#define MAX_RECENT 5

enum
{
  PROP_0,
  PROP_CHART_KIND
};

void
plx_window_toast (PlxWindow  *self,
                  const char *text)
{
  plx_toast_show (self->toast_overlay, text, NULL, NULL);
}

void
plx_window_show_progress (guint    done,
                          guint    total,
                          gpointer window)
{
  if (total > 0)
    gtk_progress_bar_set_fraction (PLX_WINDOW (window)->progress_bar, (double) done / total);
}

void
plx_window_toast_action (PlxWindow  *self,
                         const char *text,
                         const char *label,
                         const char *action)
{
  plx_toast_show (self->toast_overlay, text, label, action);
}

void
plx_window_toast_undo (PlxWindow  *self,
                       const char *text)
{
  plx_window_toast_action (self, text, _("Undo"), "win.undo");
}

void
plx_window_toast_error (PlxWindow    *self,
                        const char   *what,
                        const GError *error)
{
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  reason = plx_message_for_error (error);
  text = g_strdup_printf ("%s %s", what, reason);
  plx_window_toast (self, text);
}

/* The welcome page: what was open before */

static void
on_recent_clicked (GtkButton *button,
                   PlxWindow *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (button), "uri"));

  plx_window_open_corpus (self, file);
}

static void
append_recent (PlxWindow       *self,
               const PlxRecent *recent)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (recent->name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, recent->folder);
  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (recent->uri), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_recent_clicked), self, 0);
  gtk_box_append (self->recent_box, button);
}

void
plx_window_fill_recent (PlxWindow *self)
{
  g_autoptr (GPtrArray) recent = plx_recent_list (MAX_RECENT);

  for (guint i = 0; i < recent->len; i++)
    append_recent (self, recent->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_box), recent->len > 0);
}

/* What is shown */

static const char *
choose_page (PlxWindow *self)
{
  if (self->opening != NULL)
    return "loading";
  switch (plx_session_get_state (self->session))
    {
    case PLX_SESSION_LOADING:
      return "loading";
    case PLX_SESSION_READY:
      return "ready";
    case PLX_SESSION_ERROR:
      return "error";
    case PLX_SESSION_EMPTY:
    default:
      if (self->open_error != NULL && self->importing == NULL)
        return "error";
      return self->importing != NULL ? "loading" : "welcome";
    }
}

static void
update_title (PlxWindow *self,
              gboolean   ready)
{
  g_autofree char *name = plx_session_dup_name (self->session);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  const PlxSummary *summary = plx_session_get_summary (self->session);
  guint n_articles = plx_session_get_n_articles (self->session);

  if (ready && name == NULL)
    name = g_strdup (_("Unsaved Corpus"));
  if (summary != NULL)
    subtitle = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  adw_view_switcher_title_set_title (self->switcher_title, name != NULL ? name : "Parallax");
  adw_view_switcher_title_set_subtitle (self->switcher_title, subtitle != NULL ? subtitle : "");
  if (ready && adw_view_switcher_title_get_stack (self->switcher_title) == NULL)
    {
      adw_view_switcher_title_set_stack (self->switcher_title, self->view_stack);
      adw_view_switcher_bar_set_stack (self->switcher_bar, self->view_stack);
    }
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, ready);
  /* The title may be shortened where there is little room; the pages beside it need no words. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->switcher_title), name);
  title = name != NULL ? g_strdup_printf ("%s – Parallax", name) : g_strdup ("Parallax");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_progress (PlxWindow *self)
{
  double progress = plx_session_get_progress (self->session);
  gboolean busy = self->importing != NULL || (progress > 0 && progress < 1);

  if (self->importing == NULL)
    {
      gtk_label_set_text (self->progress_label, _("Reading the articles"));
      gtk_progress_bar_set_fraction (self->progress_bar, progress);
    }
  gtk_revealer_set_reveal_child (self->progress_revealer, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel",
                                 busy && !g_cancellable_is_cancelled (self->importing));
}

/* A corpus without an article is no new beginning: all it lacks is articles. */
static void
update_welcome (PlxWindow *self)
{
  g_autofree char *name = plx_session_dup_name (self->session);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (name != NULL)
    {
      /* Translators: the name of a corpus */
      text = g_strdup_printf (_("“%s” is empty.\nDrop saved pages or texts here, or paste one."), name);
      escaped = g_markup_escape_text (text, -1);
    }
  adw_status_page_set_title (self->welcome_page,
                             name != NULL ? _("No Articles Yet") : _("One Story, Many Framings"));
  adw_status_page_set_description (
    self->welcome_page, escaped != NULL ? escaped
                                        : _("Add articles of several sources on the same story.\n"
                                            "Drop saved pages or texts here, or paste one."));
  gtk_widget_set_visible (self->begin_box, name == NULL);
}

/* Pictures are read from files: those of pages that are not seen can wait, and the spinner for the
 * first frame. */
static void
show_pictures (PlxWindow *self)
{
  const char *page = plx_window_get_page (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (g_strcmp0 (page, "welcome") == 0 && adw_status_page_get_icon_name (self->welcome_page) == NULL)
    adw_status_page_set_icon_name (self->welcome_page, "io.github.parallax_app.Parallax");
  if (g_strcmp0 (page, "loading") == 0 && self->has_painted &&
      adw_bin_get_child (self->spinner_bin) == NULL)
    {
      GtkWidget *spinner = gtk_spinner_new ();

      gtk_spinner_start (GTK_SPINNER (spinner));
      adw_bin_set_child (self->spinner_bin, spinner);
    }
}

/* Before its first layout the page does not know, and a window that buttons have made wider stays
 * so. */
static gboolean
has_little_room (PlxWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;
  gboolean folded;

  if (self->sources_page != NULL && gtk_widget_get_width (GTK_WIDGET (self->sources_page)) > 0)
    {
      g_object_get (self->sources_page, "folded", &folded, NULL);
      return folded;
    }
  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width < LEAST_UNFOLDED;
}

void
plx_window_update (PlxWindow *self)
{
  const char *page = choose_page (self);
  gboolean ready = g_str_equal (page, "ready");
  const GError *error = plx_session_get_error (self->session);
  gboolean folded, on_sources;

  if (error == NULL)
    error = self->open_error;

  if (g_str_equal (page, "error") && error != NULL)
    {
      plx_window_note_damage (self, error);
      plx_window_show_error (self, error);
    }
  if (g_str_equal (page, "welcome"))
    update_welcome (self);
  if (ready)
    plx_window_ensure_view (self);
  else if (g_str_equal (page, "loading"))
    plx_window_prepare_pages (self);
  gtk_stack_set_visible_child_name (self->stack, page);
  show_pictures (self);
  folded = has_little_room (self);
  on_sources =
    g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "sources") == 0;
  /* Both are in the menu too, for windows without room for them. */
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), ready && on_sources);
  gtk_widget_set_visible (self->search_button, ready && !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), ready && !folded);
  if (ready)
    {
      plx_window_apply_state (self);
      plx_window_begin_tour (self);
    }
  update_title (self, ready);
  update_progress (self);
  plx_window_update_actions (self);
}

static gboolean
on_update_due (gpointer user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);

  self->update_id = 0;
  plx_window_update (self);
  return G_SOURCE_REMOVE;
}

/* Folding is found out while sizes are given out: what is shown may change only after that. */
void
plx_window_queue_update (PlxWindow *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (on_update_due, self);
}

static void
on_session_progress (PlxWindow *self)
{
  update_progress (self);
}

PlxSession *
plx_window_get_session (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  return self->session;
}

const char *
plx_window_get_page (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

const char *
plx_window_get_view (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->view_stack);
}

gboolean
plx_window_is_free (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), FALSE);

  return self->opening == NULL && self->importing == NULL &&
         plx_session_get_corpus (self->session) == NULL;
}

/* Closing */

static void
on_close_response (AdwMessageDialog *dialog,
                   const char       *response,
                   PlxWindow        *self)
{
  if (g_str_equal (response, "save"))
    plx_window_save_and_close (self);
  else if (g_str_equal (response, "discard"))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_before_closing (PlxWindow  *self,
                    const char *heading,
                    const char *body,
                    const char *discard,
                    const char *save)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    discard, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  if (save != NULL)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "save", save);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           save != NULL ? "save" : "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
plx_window_close_request (GtkWindow *window)
{
  PlxWindow *self = PLX_WINDOW (window);

  if (!self->closing && plx_session_is_modified (self->session))
    {
      ask_before_closing (self, _("Save This Corpus?"),
                          _("Its articles are kept only as long as the window is open."),
                          _("_Discard"), _("_Save…"));
      return GDK_EVENT_STOP;
    }
  if (!self->closing && self->importing != NULL)
    {
      ask_before_closing (self, _("Stop What Is Under Way?"),
                          _("What has not been done yet will be missing."), _("_Stop and Close"),
                          NULL);
      return GDK_EVENT_STOP;
    }
  plx_window_save_state (self);
  return GTK_WINDOW_CLASS (plx_window_parent_class)->close_request (window);
}

/* The menus have more widgets than the rest of a new window: they wait until one is opened. */
static void
make_menu (GtkMenuButton *button,
           gpointer       model)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (model));
}

static void
plx_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_window_parent_class)->map (widget);

  plx_window_await_frame (PLX_WINDOW (widget));
  show_pictures (PLX_WINDOW (widget));
}

/* The kind of chart is the page's own once that is there. */

static void
plx_window_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxWindow *self = PLX_WINDOW (object);

  if (id != PROP_CHART_KIND)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (self->sources_page != NULL)
    g_object_get_property (G_OBJECT (self->sources_page), "chart-kind", value);
  else
    g_value_set_string (value, self->chart_kind);
}

static void
plx_window_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxWindow *self = PLX_WINDOW (object);

  if (id != PROP_CHART_KIND)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->chart_kind);
  self->chart_kind = g_value_dup_string (value);
  if (self->sources_page != NULL)
    g_object_set_property (G_OBJECT (self->sources_page), "chart-kind", value);
}

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  plx_clear_cancellable (&self->opening);
  plx_clear_cancellable (&self->importing);
  plx_window_drop_pages (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      plx_session_set_corpus (self->session, NULL);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->history);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->waiting_articles, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->report, g_variant_unref);
  g_clear_pointer (&self->report_choices, plx_report_choices_free);
  g_clear_pointer (&self->state, g_variant_unref);
  g_clear_pointer (&self->damaged, g_free);
  g_clear_error (&self->open_error);
  g_clear_pointer (&self->opening_path, g_free);
  g_clear_pointer (&self->chart_kind, g_free);

  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_window_dispose;
  object_class->get_property = plx_window_get_property;
  object_class->set_property = plx_window_set_property;
  widget_class->map = plx_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = plx_window_close_request;

  g_object_class_install_property (
    object_class, PROP_CHART_KIND,
    g_param_spec_string ("chart-kind", NULL, NULL, "framing",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  plx_window_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallax_app/Parallax/ui/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, words_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, compare_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, add_menu);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, export_menu);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, spinner_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, begin_box);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, recover_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, recent_box);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sources_bin);
}

static void
plx_window_init (PlxWindow *self)
{
  self->session = plx_session_new ();
  self->history = plx_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->switcher_title, "title-visible", self->switcher_bar, "reveal",
                          G_BINDING_SYNC_CREATE);
  gtk_menu_button_set_create_popup_func (self->add_button, make_menu, self->add_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->export_button, make_menu, self->export_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self->primary_menu, NULL);
  plx_label_tell_all (self->progress_label);
  plx_window_init_import (self);
  /* After the pages, which may come to listen later. */
  g_signal_connect_object (self->session, "changed", G_CALLBACK (plx_window_update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->session, "notify::state", G_CALLBACK (plx_window_update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->session, "notify::progress", G_CALLBACK (on_session_progress),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (plx_window_update_history), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (plx_window_update), self, G_CONNECT_SWAPPED);
  plx_window_update (self);
}

GtkWidget *
plx_window_new (GtkApplication *application)
{
  return g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);
}
