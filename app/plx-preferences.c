/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-preferences.h"

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
  return group;
}

static GtkWidget *
make_rounds_row (PlxPreferences *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (100, 20000, 100);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Bootstrap rounds"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("How often the articles are drawn anew to find an interval: more "
                                 "is steadier and slower"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  g_settings_bind (self->settings, "bootstrap-rounds", spin, "value", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static GtkWidget *
make_voices_row (PlxPreferences *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Leave quoted voices out"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Count only what the reporter says, in every chart"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  g_settings_bind (self->settings, "reporter-only", toggle, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static GtkWidget *
make_scores (PlxPreferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Scores"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_rounds_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_voices_row (self));
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
                       "default-height", 420, NULL);
  self->settings = g_object_ref (settings);
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_look (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_scores (self)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return GTK_WIDGET (self);
}
