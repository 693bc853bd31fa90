/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-sidebar.h"

#include "ui/widgets/plx-gradual.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-menu-gesture.h"
#include "ui/widgets/plx-source-row.h"
#include "ui/widgets/plx-spare-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxSourceSidebar
{
  GtkBox              parent_instance;

  /* template widgets */
  GtkListView        *list_view;
  GtkPopover         *popover;

  /* owned */
  PlxSession         *session;
  GtkSingleSelection *selection;
  GtkSliceListModel *shown; /* nullable: what of the tree has come into the list */
  GListStore         *everything; /* one PlxSourceItem, id 0 */

  /* state */
  gboolean            selecting; /* by us, not by the user */
};

enum
{
  SELECTED,
  OPENED,
  REMOVE,
  RENAME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSourceSidebar, plx_source_sidebar, GTK_TYPE_BOX)

/* What the selected row stands for: both 0 for everything. Returns: FALSE if there is none */
static gboolean
get_selected (PlxSourceSidebar *self,
              gint64           *out_source,
              gint64           *out_article)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  *out_source = *out_article = 0;
  if (item == NULL)
    return FALSE;
  if (PLX_IS_SOURCE_ITEM (item))
    *out_source = plx_source_item_get_id (PLX_SOURCE_ITEM (item));
  else
    {
      const PlxArticleInfo *info = plx_article_item_get_info (PLX_ARTICLE_ITEM (item));

      *out_source = info->source_id;
      *out_article = info->id;
    }
  return TRUE;
}

static void
update_actions (PlxSourceSidebar *self)
{
  gint64 source, article;

  get_selected (self, &source, &article);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.open", article != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.details", article != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.rename", source != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.remove", source != 0);
}

static void
on_selected (PlxSourceSidebar *self)
{
  gint64 source, article;

  update_actions (self);
  if (!self->selecting && get_selected (self, &source, &article))
    g_signal_emit (self, signals[SELECTED], 0, source, article);
}

static void
on_activate (PlxSourceSidebar *self,
             guint             position)
{
  g_autoptr (GtkTreeListRow) row =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (PLX_IS_ARTICLE_ITEM (item))
    g_signal_emit (self, signals[OPENED], 0,
                   plx_article_item_get_info (PLX_ARTICLE_ITEM (item))->id);
  else if (row != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
focus_row (PlxSourceSidebar *self,
           guint             position)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));

  gtk_single_selection_set_selected (self->selection, position);
  for (; item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);
      GtkTreeListRow *row =
        PLX_IS_SOURCE_ROW (child) ? plx_source_row_get_row (PLX_SOURCE_ROW (child)) : NULL;

      if (row != NULL && gtk_tree_list_row_get_position (row) == position)
        gtk_widget_grab_focus (item);
    }
}

/* As in any tree: one arrow opens a source, the other closes it, and leads back to it from an article. */
static gboolean
on_key_pressed (PlxSourceSidebar *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean opens = keyval == (is_rtl ? GDK_KEY_Left : GDK_KEY_Right);
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GtkTreeListRow) parent = row != NULL ? gtk_tree_list_row_get_parent (row) : NULL;

  if (row == NULL || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!opens && parent != NULL)
    focus_row (self, gtk_tree_list_row_get_position (parent));
  else
    gtk_tree_list_row_set_expanded (row, opens);
  return GDK_EVENT_STOP;
}

static void
emit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxSourceSidebar *self = PLX_SOURCE_SIDEBAR (widget);
  gint64 source, article;

  if (!get_selected (self, &source, &article) || source == 0)
    return;
  if (g_str_equal (name, "sidebar.open"))
    g_signal_emit (self, signals[OPENED], 0, article);
  else if (g_str_equal (name, "sidebar.details"))
    gtk_widget_activate_action (widget, "win.details", "x", article);
  else
    g_signal_emit (self, signals[g_str_equal (name, "sidebar.rename") ? RENAME : REMOVE], 0, source,
                   article);
}

static void
popup (PlxSourceSidebar *self,
       GtkWidget        *row,
       double            x,
       double            y)
{
  double popup_x, popup_y;

  if (!gtk_widget_translate_coordinates (row, GTK_WIDGET (self), x, y, &popup_x, &popup_y))
    return;
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle) { popup_x, popup_y, 1, 1 });
  gtk_popover_popup (self->popover);
}

static void
on_menu_asked (GtkWidget *widget,
               double     x,
               double     y,
               gpointer   user_data)
{
  PlxSourceSidebar *self = PLX_SOURCE_SIDEBAR (user_data);
  GtkTreeListRow *row = plx_source_row_get_row (PLX_SOURCE_ROW (widget));
  gint64 source, article;

  if (row == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_tree_list_row_get_position (row));
  if (get_selected (self, &source, &article) && source != 0)
    popup (self, widget, x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxSourceSidebar *self = PLX_SOURCE_SIDEBAR (widget);
  gint64 source, article;

  if (get_selected (self, &source, &article) && source != 0)
    popup (self, GTK_WIDGET (self->list_view), 24, 24);
}

/* Dragging out: an article gives its text, a source its name and headlines. */

static char *
make_article_text (PlxSourceSidebar     *self,
                   const PlxArticleInfo *info)
{
  g_autoptr (PlxArticle) article =
    plx_corpus_dup_article (plx_session_get_corpus (self->session), info->id, NULL);
  g_autofree char *title = plx_article_dup_title (info->title);
  g_autofree char *source = plx_source_dup_label (info->source);

  if (article == NULL)
    return NULL;
  return g_strdup_printf ("%s\n%s%s%s\n\n%s\n", title, source, info->date != NULL ? ", " : "",
                          info->date != NULL ? info->date : "", article->text);
}

static char *
make_source_text (PlxSourceItem *source)
{
  GListModel *articles = plx_source_item_get_articles (source);
  guint n = g_list_model_get_n_items (articles);
  g_autofree char *name = plx_source_dup_label (plx_source_item_get_name (source));
  GString *text = g_string_new (name);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxArticleItem) item = g_list_model_get_item (articles, i);
      g_autofree char *title = plx_article_dup_title (plx_article_item_get_info (item)->title);

      g_string_append_printf (text, "%s\n", title);
    }
  return g_string_free (text, FALSE);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource    *drag,
                 double            x,
                 double            y,
                 PlxSourceSidebar *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  GtkTreeListRow *row = plx_source_row_get_row (PLX_SOURCE_ROW (widget));
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  g_autofree char *text = NULL;

  if (PLX_IS_ARTICLE_ITEM (item))
    text = make_article_text (self, plx_article_item_get_info (PLX_ARTICLE_ITEM (item)));
  else if (PLX_IS_SOURCE_ITEM (item) && plx_source_item_get_id (PLX_SOURCE_ITEM (item)) != 0)
    text = make_source_text (PLX_SOURCE_ITEM (item));
  return text != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, text) : NULL;
}

static void
on_setup (PlxSourceSidebar         *self,
          GtkListItem              *list_item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row;
  GtkDragSource *drag;

  if (plx_spare_rows_give (factory, list_item))
    return;
  row = plx_source_row_new ();
  drag = gtk_drag_source_new ();
  plx_menu_gesture_add (row, on_menu_asked, self);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  plx_spare_rows_add (factory, list_item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  plx_source_row_bind (PLX_SOURCE_ROW (gtk_list_item_get_child (list_item)),
                       gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  plx_source_row_bind (PLX_SOURCE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  GListModel *articles;

  if (!PLX_IS_SOURCE_ITEM (item) || plx_source_item_get_id (item) == 0)
    return NULL;
  articles = plx_source_item_get_articles (item);
  return g_object_ref (articles);
}

/* Before the list hears of it. What is open and selected stays, so that only what comes into an empty
 * list comes bit by bit. */
static void
on_sources_changed (PlxSourceSidebar *self,
                    guint             position,
                    guint             n_removed,
                    guint             n_added,
                    GListModel       *sources)
{
  if (n_removed == 0 && n_added == g_list_model_get_n_items (sources))
    plx_gradual_restart (self->shown);
}

void
plx_source_sidebar_set_session (PlxSourceSidebar *self,
                                PlxSession       *session)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GListModel *sources, *flat;

  g_return_if_fail (PLX_IS_SOURCE_SIDEBAR (self));

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->shown);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (plx_session_get_sources (self->session), self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  sources = plx_session_get_sources (session);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (on_sources_changed), self,
                           G_CONNECT_SWAPPED);
  g_list_store_append (parts, self->everything);
  g_list_store_append (parts, sources);
  flat = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts))));
  self->selecting = TRUE;
  self->shown = plx_gradual_new (
    GTK_WIDGET (self->list_view),
    G_LIST_MODEL (gtk_tree_list_model_new (flat, FALSE, FALSE, create_children, NULL, NULL)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  self->selecting = FALSE;
}

/* Returns: whether the source is in the list */
static gboolean
select_source (PlxSourceSidebar *self,
               gint64            source_id)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (!PLX_IS_SOURCE_ITEM (item) || plx_source_item_get_id (PLX_SOURCE_ITEM (item)) != source_id)
        continue;
      self->selecting = TRUE;
      gtk_single_selection_set_selected (self->selection, i);
      self->selecting = FALSE;
      return TRUE;
    }
  return FALSE;
}

void
plx_source_sidebar_select_source (PlxSourceSidebar *self,
                                  gint64            source_id)
{
  g_return_if_fail (PLX_IS_SOURCE_SIDEBAR (self));

  if (select_source (self, source_id) || self->shown == NULL)
    return;
  plx_gradual_finish (self->shown);
  select_source (self, source_id);
}

static void
plx_source_sidebar_dispose (GObject *object)
{
  PlxSourceSidebar *self = PLX_SOURCE_SIDEBAR (object);

  if (self->list_view != NULL)
    {
      plx_source_sidebar_set_session (self, NULL);
      gtk_list_view_set_model (self->list_view, NULL);
    }
  self->list_view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->everything);

  G_OBJECT_CLASS (plx_source_sidebar_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[RENAME] = g_signal_new ("rename", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
plx_source_sidebar_class_init (PlxSourceSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_source_sidebar_dispose;

  install_signals (G_OBJECT_CLASS (klass));
  gtk_widget_class_install_action (widget_class, "sidebar.open", NULL, emit_action);
  gtk_widget_class_install_action (widget_class, "sidebar.details", NULL, emit_action);
  gtk_widget_class_install_action (widget_class, "sidebar.rename", NULL, emit_action);
  gtk_widget_class_install_action (widget_class, "sidebar.remove", NULL, emit_action);
  gtk_widget_class_install_action (widget_class, "sidebar.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sidebar.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK,
                                       "sidebar.details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sidebar.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "sidebar.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "sidebar.menu",
                                       NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-source-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSourceSidebar, list_view);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceSidebar, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
plx_source_sidebar_init (PlxSourceSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (PlxSourceItem) everything = plx_source_item_new (0, _("All Sources"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->everything = g_list_store_new (PLX_TYPE_SOURCE_ITEM);
  g_list_store_append (self->everything, everything);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  plx_list_watch_tab (GTK_WIDGET (self->list_view));
  /* Before the list, to which they mean nothing but which takes them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
  update_actions (self);
}
