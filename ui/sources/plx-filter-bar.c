/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-filter-bar.h"

#include "plx-date-button.h"
#include "plx-name-button.h"
#include "ui/plot/plx-plot.h"
#include "ui/report/plx-filter-wording.h"
#include "ui/widgets/plx-fit.h"

#include <glib/gi18n.h>

struct _PlxFilterBar
{
  GtkBox           parent_instance;

  /* template widgets */
  GtkSearchEntry  *search_entry;
  GtkWidget       *wide_scroller;
  GtkBox          *wide_slot, *narrow_slot;
  GtkBox          *controls; /* in one of the two slots */
  GtkDropDown     *axis_drop_down;
  PlxNameButton   *voice_button;
  PlxNameButton   *target_button;
  PlxDateButton   *date_button;
  GtkToggleButton *wire_button;
  GtkMenuButton   *menu_button;
  GtkPopover      *popover;
  GtkWidget       *clear_button;
  GtkLabel        *summary_label;

  /* owned */
  PlxSession      *session;

  /* state */
  gboolean         folded;
  guint            fold_id;
  gboolean         updating;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlxFilterBar, plx_filter_bar, GTK_TYPE_BOX)

static guint
count_articles (PlxSession *session)
{
  const PlxSummary *summary = plx_session_get_summary (session);
  guint n = 0;

  for (guint i = 0; summary != NULL && i < summary->rows->len; i++)
    n += ((const PlxSummaryRow *) summary->rows->pdata[i])->n_articles;
  return n;
}

static char *
describe (PlxFilterBar *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  PlxAxisId axis = plx_session_get_axis (self->session);
  g_autofree char *words = plx_filter_describe (plx_session_get_filter (self->session));
  g_autofree char *name = NULL;
  g_autofree char *only = NULL;

  if (axis == PLX_AXIS_ALL)
    return g_steal_pointer (&words);
  name = plx_wording_axis (&summary->axes[axis]);
  /* Translators: an axis, as in “Tone only” */
  only = g_strdup_printf (_("%s only"), name);
  return *words == '\0' ? g_steal_pointer (&only) : g_strdup_printf (_("%s · %s"), only, words);
}

static char *
make_summary (PlxFilterBar *self)
{
  guint n_all = plx_session_get_n_articles (self->session);
  g_autofree char *words = describe (self);
  g_autofree char *count = NULL;

  if (*words == '\0')
    return g_strdup ("");
  /* Translators: how many articles something of which is shown, and how many there are */
  count = g_strdup_printf (ngettext ("%'u of %'u article", "%'u of %'u articles", n_all),
                           count_articles (self->session), n_all);
  /* Translators: a number of articles, then what of them is shown */
  return g_strdup_printf (_("%s · %s"), count, words);
}

static void
update_summary (PlxFilterBar *self)
{
  g_autofree char *text = make_summary (self);

  gtk_label_set_text (self->summary_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), *text != '\0');
}

static guint
count_filters (PlxFilterBar *self)
{
  const PlxCorpusFilter *filter = plx_session_get_filter (self->session);

  return (plx_session_get_axis (self->session) != PLX_AXIS_ALL) + (filter->voice != NULL) + (filter->target != NULL) +
         (filter->from != NULL || filter->to != NULL) + filter->wire_once;
}

/* Says how many filters act that cannot be seen. */
static void
update_menu_label (PlxFilterBar *self)
{
  guint n = count_filters (self);
  /* Translators: the number of filters that are set */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Filters (%u)"), n) : g_strdup (_("Filters"));

  gtk_menu_button_set_label (self->menu_button, label);
}

/* Filling it makes all its rows anew. */
static gboolean
has_axes_of (PlxFilterBar     *self,
             const PlxSummary *summary)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->axis_drop_down));

  if (list == NULL || g_list_model_get_n_items (G_LIST_MODEL (list)) != summary->n_axes + 1)
    return FALSE;
  for (guint i = 0; i < summary->n_axes; i++)
    {
      g_autofree char *name = plx_wording_axis (&summary->axes[i]);

      if (!g_str_equal (gtk_string_list_get_string (list, i + 1), name))
        return FALSE;
    }
  return TRUE;
}

static void
fill_axes (PlxFilterBar *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (GtkStringList) list = NULL;

  if (summary == NULL || has_axes_of (self, summary))
    return;
  list = gtk_string_list_new ((const char *[]) { _("All axes"), NULL });
  for (guint i = 0; i < summary->n_axes; i++)
    gtk_string_list_take (list, plx_wording_axis (&summary->axes[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->axis_drop_down, G_LIST_MODEL (list));
  self->updating = FALSE;
}

static void
update_clear (PlxFilterBar *self)
{
  gboolean is_empty = plx_corpus_filter_is_empty (plx_session_get_filter (self->session)) &&
                      plx_session_get_axis (self->session) == PLX_AXIS_ALL;

  update_menu_label (self);
  /* The button that goes must not take the focus with it. */
  if (is_empty && gtk_widget_has_focus (self->clear_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_widget_set_visible (self->clear_button, !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.clear", !is_empty);
}

static void
update_filter (PlxFilterBar *self)
{
  const PlxCorpusFilter *filter = plx_session_get_filter (self->session);
  const char *search = filter->search != NULL ? filter->search : "";

  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), search) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
  plx_name_button_set_value (self->voice_button, filter->voice);
  plx_name_button_set_value (self->target_button, filter->target);
  plx_date_button_set_range (self->date_button, filter->from, filter->to);
  gtk_toggle_button_set_active (self->wire_button, filter->wire_once);
  self->updating = FALSE;
  update_clear (self);
}

static void
update_axis (PlxFilterBar *self)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->axis_drop_down, plx_session_get_axis (self->session) + 1);
  self->updating = FALSE;
  update_clear (self);
  update_summary (self);
}

static void
apply (PlxFilterBar *self)
{
  g_autoptr (PlxCorpusFilter) filter = plx_corpus_filter_new ();

  if (self->updating || self->session == NULL)
    return;
  plx_corpus_filter_set_string (filter, &filter->search,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  plx_corpus_filter_set_string (filter, &filter->voice,
                                plx_name_button_get_value (self->voice_button));
  plx_corpus_filter_set_string (filter, &filter->target,
                                plx_name_button_get_value (self->target_button));
  plx_corpus_filter_set_string (filter, &filter->from, plx_date_button_get_from (self->date_button));
  plx_corpus_filter_set_string (filter, &filter->to, plx_date_button_get_to (self->date_button));
  filter->wire_once = gtk_toggle_button_get_active (self->wire_button);
  plx_session_set_filter (self->session, filter);
}

static void
on_axis_chosen (PlxFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->axis_drop_down);

  if (!self->updating && self->session != NULL && selected != GTK_INVALID_LIST_POSITION)
    plx_session_set_axis (self->session, (PlxAxisId) selected - 1);
}

static void
on_changed (PlxFilterBar *self)
{
  fill_axes (self);
  update_axis (self);
}

static void
on_search_changed (PlxFilterBar *self)
{
  apply (self);
}

static void
on_search_stopped (PlxFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  apply (self);
}

static void
on_chosen (PlxFilterBar *self)
{
  apply (self);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PlxFilterBar *self = PLX_FILTER_BAR (widget);

  if (self->session == NULL)
    return;
  plx_session_set_axis (self->session, PLX_AXIS_ALL);
  plx_session_set_filter (self->session, NULL);
}

static void
on_corpus_changed (PlxFilterBar *self)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  plx_name_button_set_corpus (self->voice_button, corpus);
  plx_name_button_set_corpus (self->target_button, corpus);
  plx_date_button_set_corpus (self->date_button, corpus);
}

static void
move_controls (PlxFilterBar *self,
               GtkBox       *slot)
{
  GtkWidget *controls = GTK_WIDGET (self->controls);
  GtkWidget *parent = gtk_widget_get_parent (controls);

  if (parent == GTK_WIDGET (slot))
    return;
  g_object_ref (controls);
  gtk_box_remove (GTK_BOX (parent), controls);
  gtk_box_append (slot, controls);
  g_object_unref (controls);
}

static void
fold (PlxFilterBar *self)
{
  gboolean folded = self->folded;

  gtk_popover_popdown (self->popover);
  move_controls (self, folded ? self->narrow_slot : self->wide_slot);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->controls),
                                  folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->wide_scroller, !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), folded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->search_entry), folded);
}

static gboolean
on_fold_due (gpointer user_data)
{
  PlxFilterBar *self = PLX_FILTER_BAR (user_data);

  self->fold_id = 0;
  fold (self);
  return G_SOURCE_REMOVE;
}

/* The window says so while it is being laid out, when nothing may be moved. */
static void
set_folded (PlxFilterBar *self,
            gboolean      folded)
{
  if (self->folded == folded)
    return;

  self->folded = folded;
  if (self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fold_due, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
plx_filter_bar_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, PLX_FILTER_BAR (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_filter_bar_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_FOLDED:
      set_folded (PLX_FILTER_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_filter_bar_dispose (GObject *object)
{
  PlxFilterBar *self = PLX_FILTER_BAR (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_filter_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/parallax_app/Parallax/ui/plx-filter-bar.ui");
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, search_entry);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, wide_scroller);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, wide_slot);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, narrow_slot);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, controls);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, axis_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, voice_button);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, target_button);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, date_button);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, wire_button);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, menu_button);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, popover);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, clear_button);
  gtk_widget_class_bind_template_child (klass, PlxFilterBar, summary_label);
  gtk_widget_class_bind_template_callback (klass, on_search_changed);
  gtk_widget_class_bind_template_callback (klass, on_search_stopped);
  gtk_widget_class_bind_template_callback (klass, on_chosen);
}

static void
plx_filter_bar_class_init (PlxFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_filter_bar_get_property;
  object_class->set_property = plx_filter_bar_set_property;
  object_class->dispose = plx_filter_bar_dispose;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_action);
  g_type_ensure (PLX_TYPE_NAME_BUTTON);
  g_type_ensure (PLX_TYPE_DATE_BUTTON);
  bind_template (widget_class);
}

static void
plx_filter_bar_init (PlxFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_label_tell_all (self->summary_label);
  plx_drop_down_tell (self->axis_drop_down);
  plx_drop_down_shorten (self->axis_drop_down, 0, -1);
  g_signal_connect_swapped (self->axis_drop_down, "notify::selected", G_CALLBACK (on_axis_chosen),
                            self);
  g_signal_connect_swapped (self->wire_button, "toggled", G_CALLBACK (on_chosen), self);
}

void
plx_filter_bar_set_session (PlxFilterBar *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_FILTER_BAR (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (update_filter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::axis", G_CALLBACK (update_axis), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_corpus_changed (self);
  update_filter (self);
  on_changed (self);
}

void
plx_filter_bar_start_search (PlxFilterBar *self)
{
  g_return_if_fail (PLX_IS_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
plx_filter_bar_start (PlxFilterBar *self)
{
  g_return_if_fail (PLX_IS_FILTER_BAR (self));

  /* A popover takes the focus to its first control by itself. */
  if (self->folded)
    gtk_menu_button_popup (self->menu_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->controls), GTK_DIR_TAB_FORWARD);
}

const char *
plx_filter_bar_get_summary (PlxFilterBar *self)
{
  g_return_val_if_fail (PLX_IS_FILTER_BAR (self), NULL);

  return gtk_label_get_text (self->summary_label);
}
