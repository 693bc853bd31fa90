/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-preferences.h"

#include "plx-lexicon-files.h"

#include <glib/gi18n.h>

struct _PlxPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings           *settings;
  AdwComboRow         *scheme_row;
};

G_DEFINE_FINAL_TYPE (PlxPreferences, plx_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
on_scheme_changed (PlxPreferences *self)
{
  g_settings_set_enum (self->settings, "color-scheme", adw_combo_row_get_selected (self->scheme_row));
}

/* A row for a control that stands at its end and is named by it. */
static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          GtkWidget  *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  row, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return row;
}

static GtkWidget *
make_spin_row (PlxPreferences *self,
               const char     *key,
               double          low,
               double          high,
               double          step,
               const char     *title,
               const char     *subtitle)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (low, high, step);
  GtkWidget *row = make_row (title, subtitle, spin);

  g_settings_bind (self->settings, key, spin, "value", G_SETTINGS_BIND_DEFAULT);
  /* A number is not switched: the keyboard goes to it at once. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_switch_row (PlxPreferences *self,
                 const char     *key,
                 const char     *title,
                 const char     *subtitle)
{
  GtkWidget *toggle = gtk_switch_new ();

  g_settings_bind (self->settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  return make_row (title, subtitle, toggle);
}

static AdwPreferencesGroup *
make_start (PlxPreferences *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Start"));
  adw_preferences_group_add (
    group, make_switch_row (self, "restore-corpus", _("Open the last corpus"),
                            _("Begin where you left off")));
  return group;
}

static GtkWidget *
make_look (PlxPreferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *const schemes[] = { _("As the desktop"), _("Light"), _("Dark"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (schemes);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Look"));
  self->scheme_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->scheme_row), _("Style"));
  adw_combo_row_set_model (self->scheme_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->scheme_row, g_settings_get_enum (self->settings, "color-scheme"));
  g_signal_connect_swapped (self->scheme_row, "notify::selected", G_CALLBACK (on_scheme_changed),
                            self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->scheme_row));
  adw_preferences_group_add (
    ADW_PREFERENCES_GROUP (group),
    make_spin_row (self, "reading-size", 70, 250, 10, _("Size of reading text in per cent"),
                   _("Of articles and sentences")));
  return group;
}

static AdwPreferencesGroup *
make_scores (PlxPreferences *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Scores"));
  adw_preferences_group_add (
    group, make_spin_row (self, "confidence", 50, 99, 1, _("Confidence in per cent"),
                          _("A higher one makes wider intervals")));
  adw_preferences_group_add (
    group, make_spin_row (self, "bootstrap-rounds", 100, 20000, 100, _("Bootstrap rounds"),
                          _("More make intervals steadier, and take longer")));
  adw_preferences_group_add (
    group, make_switch_row (self, "reporter-only", _("Leave quoted voices out"),
                            _("Count only what the reporter says, in every chart")));
  return group;
}

static void
plx_preferences_finalize (GObject *object)
{
  g_clear_object (&PLX_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (plx_preferences_parent_class)->finalize (object);
}

static void
plx_preferences_class_init (PlxPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_preferences_finalize;
}

static void
plx_preferences_init (PlxPreferences *self)
{
}

GtkWidget *
plx_preferences_new (GSettings *settings)
{
  PlxPreferences *self;
  GtkWidget *page;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PLX_TYPE_PREFERENCES, "modal", TRUE, "search-enabled", FALSE,
                       "default-height", 640, NULL);
  self->settings = g_object_ref (settings);
  page = adw_preferences_page_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("Preferences"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), make_start (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_look (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), make_scores (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (plx_lexicon_files_new (self->settings)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return GTK_WIDGET (self);
}
