/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-palette.h"
#include "plx-recent.h"
#include "ui/widgets/plx-source-row.h"

#include <glib/gi18n.h>

#define MAX_RECENT 8

/* When an action can be chosen. */
typedef enum
{
  ALWAYS,
  WITH_CORPUS,
  WITH_CHART,
  WITH_DRAWING, /* that is looked at */
} Need;

/* What can be done, in the words of the menus; their keys are looked up, but for those of a page. */
static const struct
{
  const char *title;
  const char *action;
  Need        need;
  const char *accel;
} actions[] = {
  { N_("Add _Files…"), "win.add-files", ALWAYS, NULL },
  { N_("_Paste Text"), "win.paste", ALWAYS, NULL },
  { N_("_Open Corpus…"), "win.open", ALWAYS, NULL },
  { N_("_Save Corpus As…"), "win.save-as", WITH_CORPUS, NULL },
  { N_("Show the Sources Page"), "win.show-view::sources", WITH_CHART, NULL },
  { N_("Show the Compare Page"), "win.show-view::compare", WITH_CHART, NULL },
  { N_("Show the Words Page"), "win.show-view::words", WITH_CHART, NULL },
  { N_("Show the Scores"), "win.show-chart::framing", WITH_CHART, NULL },
  { N_("Show the Map"), "win.show-chart::map", WITH_CHART, NULL },
  { N_("Show the Flow"), "win.show-chart::flow", WITH_CHART, NULL },
  { N_("Show the Timeline"), "win.show-chart::timeline", WITH_CHART, NULL },
  { N_("Show the Voices"), "win.show-chart::voices", WITH_CHART, NULL },
  { N_("_Search the Articles"), "win.search", WITH_CHART, NULL },
  { N_("Filter by Voice, Target, Dates"), "win.filter", WITH_CHART, NULL },
  { N_("Show the Chart as a Table"), "win.toggle-table", WITH_CHART, NULL },
  { N_("Corrections"), "win.corrections", WITH_CHART, NULL },
  { N_("Show or Hide the Sources"), "win.toggle-sidebar", WITH_CHART, NULL },
  { N_("Save the Chart as SVG…"), "win.export-chart::svg", WITH_DRAWING, NULL },
  { N_("Save the Chart as PDF…"), "win.export-chart::pdf", WITH_DRAWING, NULL },
  { N_("Save the Chart as PNG…"), "win.export-chart::png", WITH_DRAWING, NULL },
  { N_("Copy the Chart"), "win.copy-chart", WITH_DRAWING, NULL },
  { N_("Save the Table as CSV…"), "win.export-table", WITH_CHART, NULL },
  { N_("Copy the Table"), "win.copy-table", WITH_CHART, NULL },
  { N_("Search the Hits of the Word"), "win.words::words.search-hits", WITH_CHART, "<Control>h" },
  { N_("Save the Words as CSV…"), "win.words::words.export-entries", WITH_CHART, NULL },
  { N_("Save the Hits as CSV…"), "win.words::words.export-hits", WITH_CHART, "<Control><Shift>h" },
  { N_("Copy the Hits"), "win.words::words.copy-hits", WITH_CHART, "<Control><Shift>c" },
  { N_("Type a Sentence to Score It"), "win.words::words.try", WITH_CHART, NULL },
  { N_("Add a Word to the Lexicon…"), "win.words::words.add", WITH_CHART, NULL },
  { N_("Own Changes of the Lexicon"), "win.words::words.differences", WITH_CHART, "<Control>d" },
  { N_("_Report…"), "win.export-report", WITH_CHART, NULL },
  { N_("Print Pre_view"), "win.print-preview", WITH_CHART, NULL },
  { N_("_Print…"), "win.print", WITH_CHART, NULL },
  { N_("_Try the Sample"), "win.sample", ALWAYS, NULL },
  { N_("_Take the Tour"), "win.tour", ALWAYS, NULL },
  { N_("_New Window"), "app.new-window", ALWAYS, NULL },
  { N_("_Preferences"), "app.preferences", ALWAYS, NULL },
  { N_("_Help"), "app.help", ALWAYS, NULL },
  { N_("_Keyboard Shortcuts"), "win.show-help-overlay", ALWAYS, NULL },
  { N_("_About Parallax"), "app.about", ALWAYS, NULL },
};

/* @accel: (nullable): of the action, if the application does not know it */
static char *
dup_shortcut (PlxWindow  *self,
              const char *action,
              const char *accel)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_auto (GStrv) accels = NULL;
  GdkModifierType modifiers;
  guint key;

  if (accel == NULL && application != NULL)
    {
      accels = gtk_application_get_accels_for_action (application, action);
      accel = accels[0];
    }
  if (accel == NULL || !gtk_accelerator_parse (accel, &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

static void
add_action (PlxWindow       *self,
            PlxPaletteModel *model,
            const char      *title,
            const char      *action,
            const char      *accel)
{
  g_autofree char *shortcut = dup_shortcut (self, action, accel);
  g_autoptr (PlxPaletteItem) item = plx_palette_item_new_action (title, action, shortcut);

  plx_palette_model_add (model, item);
}

static void
add_actions (PlxWindow       *self,
             PlxPaletteModel *model)
{
  gboolean has_corpus = plx_session_get_corpus (self->session) != NULL;
  gboolean has_chart = plx_session_get_summary (self->session) != NULL;
  gboolean is_at_words = g_strcmp0 (plx_window_get_view (self), "words") == 0;
  g_autofree char *undo = plx_window_dup_undo_label (self, TRUE);
  g_autofree char *redo = plx_window_dup_undo_label (self, FALSE);

  if (undo != NULL)
    add_action (self, model, undo, "win.undo", NULL);
  if (redo != NULL)
    add_action (self, model, redo, "win.redo", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if ((actions[i].need == WITH_CORPUS && !has_corpus) ||
          (actions[i].need >= WITH_CHART && !has_chart) ||
          (actions[i].need == WITH_DRAWING && is_at_words) ||
          (gtk_window_get_application (GTK_WINDOW (self)) == NULL &&
           g_str_has_prefix (actions[i].action, "app.")))
        continue;
      add_action (self, model, _(actions[i].title), actions[i].action, actions[i].accel);
    }
}

static void
add_sources (PlxWindow       *self,
             PlxPaletteModel *model)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) source = g_list_model_get_item (sources, i);
      g_autofree char *title = plx_source_dup_label (plx_source_item_get_name (source));
      g_autoptr (PlxPaletteItem) item = plx_palette_item_new_source (
        plx_source_item_get_id (source), title,
        g_list_model_get_n_items (plx_source_item_get_articles (source)));

      plx_palette_model_add (model, item);
    }
}

static void
add_recent (PlxPaletteModel *model)
{
  g_autoptr (GPtrArray) recent = plx_recent_list (MAX_RECENT);

  for (guint i = 0; i < recent->len; i++)
    {
      const PlxRecent *corpus = recent->pdata[i];
      g_autoptr (PlxPaletteItem) item =
        plx_palette_item_new_corpus (corpus->name, corpus->uri, corpus->folder);

      plx_palette_model_add (model, item);
    }
}

static void
on_chosen (PlxWindow      *self,
           PlxPaletteItem *item)
{
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *action = NULL;

  switch (plx_palette_item_get_kind (item))
    {
    case PLX_PALETTE_SOURCE:
      adw_view_stack_set_visible_child_name (self->view_stack, "sources");
      plx_sources_page_select_source (plx_window_get_sources_page (self),
                                      plx_palette_item_get_id (item));
      break;
    case PLX_PALETTE_ARTICLE:
      adw_view_stack_set_visible_child_name (self->view_stack, "sources");
      plx_sources_page_open_article (plx_window_get_sources_page (self),
                                     plx_palette_item_get_id (item));
      break;
    case PLX_PALETTE_ENTRY:
      adw_view_stack_set_visible_child_name (self->view_stack, "words");
      plx_words_page_show_entry (plx_window_get_words_page (self),
                                 plx_palette_item_get_lexicon (item),
                                 plx_palette_item_get_entry (item));
      break;
    case PLX_PALETTE_CORPUS:
      file = g_file_new_for_uri (plx_palette_item_get_target (item));
      plx_window_open_corpus (self, file);
      break;
    case PLX_PALETTE_ACTION:
      if (g_action_parse_detailed_name (plx_palette_item_get_target (item), &action, &target, NULL))
        gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
      break;
    case PLX_N_PALETTE_KINDS:
    default:
      g_assert_not_reached ();
    }
}

void
plx_window_go (PlxWindow *self)
{
  g_autoptr (PlxPaletteModel) model =
    plx_palette_model_new (plx_session_get_corpus (self->session));
  GtkWidget *palette;

  add_sources (self, model);
  add_recent (model);
  add_actions (self, model);
  palette = plx_palette_new (GTK_WINDOW (self), model);
  g_signal_connect_object (palette, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (palette));
}

void
plx_window_begin_tour (PlxWindow *self)
{
  if (!self->tour_is_due || plx_session_get_summary (self->session) == NULL)
    return;
  self->tour_is_due = FALSE;
  if (self->tour == NULL)
    self->tour = PLX_TOUR (plx_tour_new (gtk_widget_get_parent (GTK_WIDGET (self->stack)),
                                         self->view_stack));
  plx_tour_start (self->tour);
}

/* The tour goes over what is open; a window without a corpus opens the sample for it. */
void
plx_window_take_tour (PlxWindow *self)
{
  self->tour_is_due = TRUE;
  if (plx_window_is_free (self))
    plx_window_open_sample (self);
  else
    plx_window_begin_tour (self);
}
