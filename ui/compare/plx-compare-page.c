/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-compare-page.h"

#include "plx-claims-view.h"
#include "plx-only-view.h"
#include "plx-shift-view.h"
#include "plx-source-picker.h"
#include "data/plx-task.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-messages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxComparePage
{
  GtkBox            parent_instance;

  /* template widgets */
  GtkStack         *stack;
  AdwStatusPage    *too_few_page;
  GtkButton        *too_few_button;
  PlxSourcePicker  *picker;
  GtkDropDown      *axis_drop_down;
  GtkStack         *work_stack;
  GtkProgressBar   *finding_bar;
  GtkProgressBar   *progress_bar;
  AdwStatusPage    *error_page;
  GtkStack         *views;
  PlxClaimsView    *claims_view;
  PlxShiftView     *shift_view;
  PlxOnlyView      *only_view;
  PlxReaderView    *reader_view;

  /* owned */
  PlxSession       *session;
  GCancellable     *cancellable; /* of the claims; NULL if none are being looked for */
  GError           *error;       /* why there are none */
  GtkWidget        *opener;      /* weak: what had the focus before the reader opened */

  /* state */
  gboolean          has_claims;
  gboolean          outdated; /* the session has changed since the page was last looked at */
  gboolean          stale;    /* to be compared anew when the page is looked at */
  gboolean          updating;
};

static const char *const view_names[] = { "claims", "words", "only" };

G_DEFINE_FINAL_TYPE (PlxComparePage, plx_compare_page, GTK_TYPE_BOX)

static PlxAxisId
get_axis (PlxComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->axis_drop_down);

  return selected == GTK_INVALID_LIST_POSITION ? 0 : (PlxAxisId) selected;
}

static const char *
get_search (PlxComparePage *self)
{
  return plx_session_get_filter (self->session)->search;
}

/* What is shown */

static gboolean
is_view (PlxComparePage *self,
         const char     *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), view) == 0;
}

/* The word shift does without the claims. */
static void
update_page (PlxComparePage *self)
{
  gboolean finding = self->cancellable != NULL;
  const char *page = "views";

  if (!self->has_claims && !is_view (self, "words"))
    page = finding ? "finding" : self->error != NULL ? "error" : "stopped";
  gtk_stack_set_visible_child_name (self->work_stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), finding && self->has_claims);
}

static void
show_claims (PlxComparePage        *self,
             const PlxClaimsResult *result)
{
  g_auto (GStrv) names = NULL;
  const char *search = NULL;

  self->has_claims = result != NULL;
  if (self->session != NULL && result != NULL)
    {
      names = plx_source_picker_dup_names (self->picker);
      search = get_search (self);
    }
  plx_claims_view_show (self->claims_view, result, (const char *const *) names, get_axis (self),
                        search);
  plx_only_view_show (self->only_view, result, (const char *const *) names, get_axis (self));
}

/* Finding claims */

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (user_data);

  if (self->cancellable == NULL || total == 0)
    return;
  gtk_progress_bar_set_fraction (self->finding_bar, (double) done / total);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxComparePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxClaimsResult) found = plx_claims_finish (PLX_CORPUS (source), result, &error);

  /* A newer search has taken this one's place, or it was given up. */
  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  show_claims (self, found);
  if (error != NULL)
    {
      g_autofree char *message = plx_message_for_error (error);

      self->error = g_steal_pointer (&error);
      adw_status_page_set_description (self->error_page, message);
    }
  update_page (self);
}

static void
find_claims (PlxComparePage *self)
{
  guint n;
  const gint64 *sources = plx_source_picker_get_chosen (self->picker, &n);

  plx_clear_cancellable (&self->cancellable);
  g_clear_error (&self->error);
  gtk_progress_bar_set_fraction (self->finding_bar, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->cancellable = g_cancellable_new ();
  plx_claims_async (plx_session_get_corpus (self->session), sources, n,
                    plx_session_get_filter (self->session), on_progress, self, self->cancellable,
                    on_found, g_object_ref (self));
  update_page (self);
}

static void
show_shift (PlxComparePage *self)
{
  guint n;
  const gint64 *sources = plx_source_picker_get_chosen (self->picker, &n);
  g_auto (GStrv) names = plx_source_picker_dup_names (self->picker);

  plx_shift_view_show (self->shift_view, plx_session_get_corpus (self->session), sources,
                       (const char *const *) names, get_axis (self));
}

/* Comparing reads every article of the sources: it waits until the page is looked at. */
static void
compare_if_seen (PlxComparePage *self)
{
  guint n;

  plx_source_picker_get_chosen (self->picker, &n);
  if (!self->stale || self->session == NULL || n < 2 ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  find_claims (self);
  show_shift (self);
}

/* Other columns: what is shown is of others. */
static void
on_sources_chosen (PlxComparePage *self)
{
  show_claims (self, NULL);
  self->stale = TRUE;
  compare_if_seen (self);
}

static void
on_axis_changed (PlxComparePage *self)
{
  if (self->updating || self->session == NULL)
    return;
  plx_claims_view_set_axis (self->claims_view, get_axis (self));
  plx_only_view_set_axis (self->only_view, get_axis (self));
  show_shift (self);
}

/* The session */

static void
fill_axes (PlxComparePage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (GtkStringList) axes = gtk_string_list_new (NULL);
  guint axis = gtk_drop_down_get_selected (self->axis_drop_down);

  for (guint i = 0; i < summary->n_axes; i++)
    gtk_string_list_take (axes, plx_wording_axis (&summary->axes[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->axis_drop_down, G_LIST_MODEL (axes));
  gtk_drop_down_set_selected (self->axis_drop_down, axis < summary->n_axes ? axis : 0);
  self->updating = FALSE;
}

static void
clear (PlxComparePage *self)
{
  plx_clear_cancellable (&self->cancellable);
  g_clear_error (&self->error);
  show_claims (self, NULL);
  plx_shift_view_show (self->shift_view, NULL, NULL, NULL, 0);
  plx_reader_view_clear (self->reader_view);
}

static void
show_too_few (PlxComparePage *self)
{
  const char *search = get_search (self);
  g_autofree char *text = NULL;

  if (search != NULL)
    text = g_strdup_printf (_("Fewer than two sources have articles with “%s”."), search);
  else if (!plx_corpus_filter_is_empty (plx_session_get_filter (self->session)))
    text = g_strdup (_("Fewer than two sources have articles that the filter lets through."));
  gtk_button_set_label (self->too_few_button,
                        text != NULL ? _("_Clear the Filter") : _("_Add Articles…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->too_few_button),
                                  text != NULL ? "compare.clear-filter" : "win.add-files");
  adw_status_page_set_description (
    self->too_few_page, text != NULL ? text : _("Add articles of another source to compare the two."));
  gtk_stack_set_visible_child_name (self->stack, "too-few");
  clear (self);
}

static gboolean
is_reading (PlxComparePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "reader") == 0;
}

static void
update (PlxComparePage *self)
{
  gboolean enough = plx_source_picker_set_sources (self->picker,
                                                   plx_session_get_sources (self->session));

  if (!enough || plx_session_get_summary (self->session) == NULL)
    {
      show_too_few (self);
      return;
    }
  if (is_reading (self))
    plx_reader_view_reload (self->reader_view);
  else
    gtk_stack_set_visible_child_name (self->stack, "ready");
  fill_axes (self);
  self->stale = TRUE;
  compare_if_seen (self);
}

static void
on_changed (PlxComparePage *self)
{
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->outdated)
    update (self);
}

static void
on_corpus_changed (PlxComparePage *self)
{
  clear (self);
  gtk_stack_set_visible_child_name (self->stack, "ready");
}

void
plx_compare_page_set_session (PlxComparePage *self,
                              PlxSession     *session)
{
  g_return_if_fail (PLX_IS_COMPARE_PAGE (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      clear (self);
    }
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);
}

PlxReaderText *
plx_compare_page_get_reading (PlxComparePage *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_PAGE (self), NULL);

  return plx_reader_view_get_seen (self->reader_view);
}

PlxChart *
plx_compare_page_get_chart (PlxComparePage *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_PAGE (self), NULL);

  return is_view (self, "words") ? plx_shift_view_get_chart (self->shift_view) : NULL;
}

PlxPlotTable *
plx_compare_page_make_table (PlxComparePage *self)
{
  PlxChart *chart;

  g_return_val_if_fail (PLX_IS_COMPARE_PAGE (self), NULL);

  if (is_view (self, "claims"))
    return plx_claims_view_make_table (self->claims_view);
  if (is_view (self, "only"))
    return plx_only_view_make_table (self->only_view);
  chart = plx_compare_page_get_chart (self);
  return chart != NULL ? plx_chart_to_table (chart) : NULL;
}

gboolean
plx_compare_page_add_to_pages (PlxComparePage *self,
                               PlxPages       *pages)
{
  PlxChart *chart;

  g_return_val_if_fail (PLX_IS_COMPARE_PAGE (self), FALSE);

  if (is_view (self, "claims"))
    return plx_claims_view_add_to_pages (self->claims_view, pages);
  if (is_view (self, "only"))
    return plx_only_view_add_to_pages (self->only_view, pages);
  chart = plx_compare_page_get_chart (self);
  if (chart != NULL && pages != NULL)
    plx_pages_add_chart (pages, chart, NULL, NULL);
  return chart != NULL;
}

void
plx_compare_page_show (PlxComparePage *self,
                       const char     *view)
{
  g_return_if_fail (PLX_IS_COMPARE_PAGE (self));
  g_return_if_fail (gtk_stack_get_child_by_name (self->views, view) != NULL);

  if (is_reading (self))
    gtk_stack_set_visible_child_name (self->stack, "ready");
  gtk_stack_set_visible_child_name (self->views, view);
}

/* Reading */

static void
on_opened (PlxComparePage  *self,
           PlxSentenceItem *item)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (corpus == NULL)
    return;
  g_set_weak_pointer (&self->opener, root != NULL ? gtk_root_get_focus (root) : NULL);
  plx_reader_view_open (self->reader_view, corpus, plx_sentence_item_get_article (item),
                        plx_sentence_item_get_index (item), get_axis (self));
  gtk_stack_set_visible_child_name (self->stack, "reader");
  gtk_widget_child_focus (GTK_WIDGET (self->reader_view), GTK_DIR_TAB_FORWARD);
}

static void
on_reader_closed (PlxComparePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "ready");
  if (self->opener != NULL && gtk_widget_get_mapped (self->opener))
    gtk_widget_grab_focus (self->opener);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* Actions */

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_compare_page_show (PLX_COMPARE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

/* To the next view, or round to the first one. */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (widget);
  int step = g_variant_get_int32 (parameter), at = 0;
  int n = (int) G_N_ELEMENTS (view_names);

  if (is_reading (self))
    return;
  while (at < n && !is_view (self, view_names[at]))
    at++;
  plx_compare_page_show (self, view_names[(at + step + n) % n]);
}

static void
add_source_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  plx_source_picker_add (PLX_COMPARE_PAGE (widget)->picker);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (widget);

  plx_clear_cancellable (&self->cancellable);
  update_page (self);
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (widget);

  self->stale = TRUE;
  compare_if_seen (self);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  plx_session_set_filter (PLX_COMPARE_PAGE (widget)->session, NULL);
}

static void
plx_compare_page_map (GtkWidget *widget)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (plx_compare_page_parent_class)->map (widget);
  if (self->outdated && self->session != NULL)
    update (self);
  self->outdated = FALSE;
  compare_if_seen (self);
}

static void
plx_compare_page_dispose (GObject *object)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (object);

  if (self->stack != NULL)
    plx_compare_page_set_session (self, NULL);
  g_clear_weak_pointer (&self->opener);
  g_clear_error (&self->error);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COMPARE_PAGE);

  G_OBJECT_CLASS (plx_compare_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "compare.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "compare.add-source", NULL, add_source_action);
  gtk_widget_class_install_action (widget_class, "compare.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "compare.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "compare.clear-filter", NULL,
                                   clear_filter_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "compare.add-source", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "compare.add-source",
                                       NULL);
}

static void
plx_compare_page_class_init (PlxComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_compare_page_dispose;
  widget_class->map = plx_compare_page_map;
  install_actions (widget_class);
  g_type_ensure (PLX_TYPE_CLAIMS_VIEW);
  g_type_ensure (PLX_TYPE_ONLY_VIEW);
  g_type_ensure (PLX_TYPE_READER_VIEW);
  g_type_ensure (PLX_TYPE_SHIFT_VIEW);
  g_type_ensure (PLX_TYPE_SOURCE_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, too_few_page);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, too_few_button);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, picker);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, axis_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, work_stack);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, finding_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, views);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, claims_view);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, shift_view);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, only_view);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, reader_view);
  gtk_widget_class_bind_template_callback (widget_class, on_sources_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_axis_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_reader_closed);
  gtk_widget_class_bind_template_callback (widget_class, update_page);
}

/* Caught before what is inside: scrolled windows take these keys to scroll sideways. */
static void
add_step_keys (PlxComparePage *self)
{
  static const guint keys[] = { GDK_KEY_Page_Up, GDK_KEY_Page_Down };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                       gtk_named_action_new ("compare.step"), "i", i == 0 ? -1 : 1));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
plx_compare_page_init (PlxComparePage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->axis_drop_down);
  self->updating = FALSE;
  add_step_keys (self);
}

GtkWidget *
plx_compare_page_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_PAGE, NULL);
}
