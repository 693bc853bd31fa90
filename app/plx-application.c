/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-application.h"

#include "data/plx-user-lexicons.h"
#include "plx-about.h"
#include "plx-preferences.h"
#include "ui/plx-ui.h"
#include "ui/window/plx-window.h"

#include <glib/gi18n.h>

struct _PlxApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
  GtkCssProvider *reading_style;
  gboolean        sample; /* asked for on the command line */
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 's', 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample story"), NULL },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { NULL }
};

static void
apply_color_scheme (PlxApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme]);
}

static void
apply_reading_size (PlxApplication *self)
{
  g_autofree char *css =
    g_strdup_printf ("textview.reader, .sentence { font-size: %u%%; }",
                     g_settings_get_uint (self->settings, "reading-size"));

  gtk_css_provider_load_from_data (self->reading_style, css, -1);
}

static void
apply_lexicon_files (PlxApplication *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "lexicon-files");
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  plx_user_lexicons_set ((const char *const *) paths);
  for (GList *window = windows; window != NULL; window = window->next)
    {
      if (PLX_IS_WINDOW (window->data))
        plx_window_reload_lexicon (PLX_WINDOW (window->data));
    }
}

static gboolean
percent_to_share (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  g_value_set_double (value, g_variant_get_uint32 (variant) / 100.0);
  return TRUE;
}

/* What was open last is a corpus with a file: the sample and what is not saved cannot come back. */
static void
on_corpus_changed (PlxSession     *session,
                   GParamSpec     *pspec,
                   PlxApplication *self)
{
  PlxCorpus *corpus = plx_session_get_corpus (session);
  const char *path = corpus != NULL ? plx_corpus_get_path (corpus) : NULL;
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

  if (absolute != NULL && g_utf8_validate (absolute, -1, NULL))
    g_settings_set_string (self->settings, "last-corpus", absolute);
}

/* Not presented: what it is to open is said first, so that its first frame is of that. */
static PlxWindow *
make_window (PlxApplication *self)
{
  PlxWindow *window = PLX_WINDOW (plx_window_new (GTK_APPLICATION (self)));
  PlxSession *session = plx_window_get_session (window);

  gtk_window_set_default_size (GTK_WINDOW (window),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  g_settings_bind (self->settings, "window-width", window, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-height", window, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "bootstrap-rounds", session, "rounds", G_SETTINGS_BIND_GET);
  g_settings_bind_with_mapping (self->settings, "confidence", session, "confidence",
                                G_SETTINGS_BIND_GET, percent_to_share, NULL, NULL, NULL);
  g_settings_bind (self->settings, "reporter-only", session, "reporter-only",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self, 0);
  g_settings_bind (self->settings, "chart-kind", window, "chart-kind", G_SETTINGS_BIND_DEFAULT);
  return window;
}

/* A window in which something may be opened: the active one if it is free, else a new one. */
static PlxWindow *
get_free_window (PlxApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (PLX_IS_WINDOW (active) && plx_window_is_free (PLX_WINDOW (active)))
    return PLX_WINDOW (active);
  return make_window (self);
}

static void
open_sample (PlxApplication *self)
{
  PlxWindow *window = get_free_window (self);

  plx_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
restore_corpus (PlxApplication *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "last-corpus");
  PlxWindow *window = make_window (self);

  if (*path == '\0' || !g_settings_get_boolean (self->settings, "restore-corpus"))
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  /* Said once, not at every start. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_settings_reset (self->settings, "last-corpus");
  plx_window_restore_corpus (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
plx_application_activate (GApplication *application)
{
  PlxApplication *self = PLX_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->sample)
    {
      self->sample = FALSE;
      open_sample (self);
    }
  else if (active != NULL)
    gtk_window_present (active);
  else
    restore_corpus (self);
}

/* Corpora get a window each; pages and texts go together into one. */
static void
plx_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  PlxApplication *self = PLX_APPLICATION (application);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_file_get_basename (files[i]);

      if (name != NULL && g_str_has_suffix (name, ".parallax"))
        {
          PlxWindow *window = plx_window_find (GTK_APPLICATION (self), files[i]);

          if (window == NULL)
            {
              window = get_free_window (self);
              plx_window_open_corpus (window, files[i]);
            }
          gtk_window_present (GTK_WINDOW (window));
        }
      else
        g_ptr_array_add (articles, g_object_ref (files[i]));
    }
  if (articles->len > 0)
    {
      PlxWindow *window = get_free_window (self);

      plx_window_add_files (window, articles);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static int
plx_application_handle_local_options (GApplication *application,
                                      GVariantDict *given)
{
  PlxApplication *self = PLX_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("parallax %s\n", PLX_VERSION);
      return EXIT_SUCCESS;
    }
  if (!g_variant_dict_contains (given, "sample"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("parallax: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);
      return EXIT_SUCCESS;
    }
  self->sample = TRUE;
  return -1;
}

/* Actions */

static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window is asked: it may hold work that is not saved. */
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (GTK_WINDOW (window->data));
  g_list_free (windows);
}

static void
new_window_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (make_window (PLX_APPLICATION (user_data))));
}

static void
sample_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  open_sample (PLX_APPLICATION (user_data));
}

static void
preferences_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PlxApplication *self = PLX_APPLICATION (user_data);
  GtkWidget *preferences = plx_preferences_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_help_shown (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (source), _("The Help Cannot Be Shown"),
                                   _("It needs a help viewer. Install “yelp” with the software "
                                     "manager of your system, or with: sudo apt install yelp"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
help_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (active != NULL)
    gtk_show_uri_full (active, "help:parallax", GDK_CURRENT_TIME, NULL, on_help_shown, NULL);
}

static void
about_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  plx_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated },
  { .name = "new-window", .activate = new_window_activated },
  { .name = "sample", .activate = sample_activated },
  { .name = "preferences", .activate = preferences_activated },
  { .name = "help", .activate = help_activated },
  { .name = "about", .activate = about_activated },
};

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control>n" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.add-files", { "<Control>i" } },
    { "win.paste", { "<Control>v" } },
    { "win.search", { "<Control>f" } },
    { "win.filter", { "<Control><Shift>f" } },
    { "win.go", { "<Control>k" } },
    { "win.export-report", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.print-preview", { "<Control><Shift>p" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<Shift>F6" } },
    { "win.words::words.try", { "<Control>l" } },
    { "win.show-view::sources", { "<Alt>1" } },
    { "win.show-view::compare", { "<Alt>2" } },
    { "win.show-view::words", { "<Alt>3" } },
    { "win.show-chart::framing", { "<Control>1" } },
    { "win.show-chart::map", { "<Control>2" } },
    { "win.show-chart::flow", { "<Control>3" } },
    { "win.show-chart::timeline", { "<Control>4" } },
    { "win.show-chart::voices", { "<Control>5" } },
    { "win.toggle-table", { "<Control>t" } },
    { "win.export-table", { "<Control><Shift>t" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char **) accels[i].accels);
}

static void
plx_application_startup (GApplication *application)
{
  PlxApplication *self = PLX_APPLICATION (application);

  G_APPLICATION_CLASS (plx_application_parent_class)->startup (application);

  plx_ui_init ();
  gtk_window_set_default_icon_name (PLX_APP_ID);
  self->settings = g_settings_new ("io.github.parallax_app.Parallax");
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                           self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  self->reading_style = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->reading_style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (self->settings, "changed::reading-size", G_CALLBACK (apply_reading_size),
                           self, G_CONNECT_SWAPPED);
  apply_reading_size (self);
  g_signal_connect_object (self->settings, "changed::lexicon-files",
                           G_CALLBACK (apply_lexicon_files), self, G_CONNECT_SWAPPED);
  apply_lexicon_files (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (GTK_APPLICATION (self));
}

static void
plx_application_finalize (GObject *object)
{
  g_clear_object (&PLX_APPLICATION (object)->settings);
  g_clear_object (&PLX_APPLICATION (object)->reading_style);

  G_OBJECT_CLASS (plx_application_parent_class)->finalize (object);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_application_finalize;
  application_class->startup = plx_application_startup;
  application_class->activate = plx_application_activate;
  application_class->open = plx_application_open;
  application_class->handle_local_options = plx_application_handle_local_options;
}

static void
plx_application_init (PlxApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  /* The resources must be there before GTK looks for the style and the shortcuts in startup. */
  plx_ui_init ();
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (application,
                                            _("See how different sources frame the same story."));
}

PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION,
                       "application-id", PLX_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/parallax_app/Parallax",
                       NULL);
}
