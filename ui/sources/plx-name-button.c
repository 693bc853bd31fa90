/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-name-button.h"

#include "data/corpus/plx-corpus-names.h"
#include "data/plx-task.h"
#include "plx-name-item.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-list-focus.h"

#include <glib/gi18n.h>

struct _PlxNameButton
{
  GtkBox              parent_instance;

  /* template widgets */
  GtkMenuButton      *button;
  GtkLabel           *label;
  GtkPopover         *popover;
  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list_view;

  /* owned */
  PlxCorpus          *corpus;
  GListStore         *names;       /* of PlxNameItem */
  GtkFilterListModel *found;
  GtkFilter          *filter;
  GCancellable       *cancellable; /* of the listing under way */
  char               *value;       /* nullable */
  char               *folded;      /* what is searched for */

  /* state */
  gboolean            voices;
  gboolean            is_listed;   /* the names are those of the corpus */
};

enum
{
  PROP_0,
  PROP_VOICES,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Rarer names are found in the articles. */
#define MAX_NAMES 20000

G_DEFINE_FINAL_TYPE (PlxNameButton, plx_name_button, GTK_TYPE_BOX)

static const char *
label_of (PlxNameButton *self,
          const char    *value)
{
  if (value == NULL)
    return self->voices ? _("All voices") : _("About anything");
  return *value == '\0' ? _("Reporters only") : value;
}

static void
update_label (PlxNameButton *self)
{
  g_autofree char *spoken = NULL;
  const char *shown = label_of (self, self->value);

  gtk_label_set_text (self->label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               self->voices ? _("Whose Words Count")
                                            : _("Whom or What They Are About"));
  /* Translators: who speaks; the name or “All voices” */
  spoken = self->voices ? g_strdup_printf (_("Voice: %s"), shown)
                        /* Translators: whom or what is spoken of; the name or “About anything” */
                        : g_strdup_printf (_("Target: %s"), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
update_page (PlxNameButton *self)
{
  const char *page = "list";

  if (!self->is_listed)
    page = "loading";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
add_item (GPtrArray  *items,
          const char *value,
          const char *label,
          guint       count)
{
  g_ptr_array_add (items, plx_name_item_new (value, label, count));
}

static void
take_names (PlxNameButton *self,
            GPtrArray     *names)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  add_item (items, NULL, label_of (self, NULL), 0);
  if (self->voices)
    add_item (items, "", label_of (self, ""), 0);
  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    {
      const PlxNameCount *count = names->pdata[i];

      add_item (items, count->name, count->name, count->count);
    }
  g_list_store_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                       items->pdata, items->len);
  self->is_listed = TRUE;
  update_page (self);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxNameButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = self->voices
                                  ? plx_corpus_list_voices_finish (PLX_CORPUS (source), result, &error)
                                  : plx_corpus_list_targets_finish (PLX_CORPUS (source), result, &error);

  /* A newer listing has taken this one's place. */
  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  if (names == NULL)
    names = g_ptr_array_new ();
  take_names (self, names);
}

static void
on_show (PlxNameButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  update_page (self);
  if (self->is_listed || self->cancellable != NULL || self->corpus == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  if (self->voices)
    plx_corpus_list_voices_async (self->corpus, self->cancellable, on_listed, g_object_ref (self));
  else
    plx_corpus_list_targets_async (self->corpus, self->cancellable, on_listed, g_object_ref (self));
}

static gboolean
match (gpointer item,
       gpointer user_data)
{
  PlxNameButton *self = user_data;

  return plx_name_item_matches (item, self->folded);
}

static void
on_search_changed (PlxNameButton *self)
{
  g_free (self->folded);
  self->folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
choose (PlxNameButton *self,
        guint          position)
{
  g_autoptr (PlxNameItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item == NULL)
    return;
  plx_name_button_set_value (self, plx_name_item_get_value (item));
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_activate (PlxNameButton *self,
             guint          position)
{
  choose (self, position);
}

static void
on_entry_activate (PlxNameButton *self)
{
  /* The search may be about to be made. */
  on_search_changed (self);
  choose (self, 0);
}

static void
on_stop (PlxNameButton *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  plx_label_tell_all (GTK_LABEL (label));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (PlxNameButton *self,
         GtkListItem   *list_item)
{
  PlxNameItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *count = gtk_widget_get_last_child (box);
  gboolean is_chosen = g_strcmp0 (plx_name_item_get_value (item), self->value) == 0;
  g_autofree char *number = NULL;
  g_autofree char *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (label), plx_name_item_get_label (item));
  if (is_chosen)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
  if (plx_name_item_get_count (item) > 0)
    number = g_strdup_printf ("%'u", plx_name_item_get_count (item));
  gtk_label_set_text (GTK_LABEL (count), number != NULL ? number : "");
  spoken = number != NULL ? g_strdup_printf ("%s, %s", plx_name_item_get_label (item), number)
                          : g_strdup (plx_name_item_get_label (item));
  plx_list_row_tell (box, spoken);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  PlxNameButton *self = PLX_NAME_BUTTON (user_data);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

static void
plx_name_button_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlxNameButton *self = PLX_NAME_BUTTON (object);

  switch (id)
    {
    case PROP_VOICES:
      self->voices = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_name_button_constructed (GObject *object)
{
  G_OBJECT_CLASS (plx_name_button_parent_class)->constructed (object);

  update_label (PLX_NAME_BUTTON (object));
}

static void
plx_name_button_dispose (GObject *object)
{
  PlxNameButton *self = PLX_NAME_BUTTON (object);

  if (self->list_view != NULL)
    {
      plx_name_button_set_corpus (self, NULL);
      gtk_list_view_set_model (self->list_view, NULL);
    }
  self->list_view = NULL;
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (plx_name_button_parent_class)->dispose (object);
}

static void
plx_name_button_finalize (GObject *object)
{
  PlxNameButton *self = PLX_NAME_BUTTON (object);

  g_free (self->value);
  g_free (self->folded);

  G_OBJECT_CLASS (plx_name_button_parent_class)->finalize (object);
}

static void
plx_name_button_class_init (PlxNameButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = plx_name_button_set_property;
  object_class->constructed = plx_name_button_constructed;
  object_class->dispose = plx_name_button_dispose;
  object_class->finalize = plx_name_button_finalize;

  properties[PROP_VOICES] =
    g_param_spec_boolean ("voices", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-name-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNameButton, button);
  gtk_widget_class_bind_template_child (widget_class, PlxNameButton, label);
  gtk_widget_class_bind_template_child (widget_class, PlxNameButton, popover);
  gtk_widget_class_bind_template_child (widget_class, PlxNameButton, entry);
  gtk_widget_class_bind_template_child (widget_class, PlxNameButton, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxNameButton, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
plx_name_button_init (PlxNameButton *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->folded = g_strdup ("");
  self->names = g_list_store_new (PLX_TYPE_NAME_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->names)),
                                           g_object_ref (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found))));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
  plx_list_watch_tab (GTK_WIDGET (self->list_view));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

static void
on_corpus_changed (PlxNameButton *self)
{
  plx_clear_cancellable (&self->cancellable);
  self->is_listed = FALSE;
}

void
plx_name_button_set_corpus (PlxNameButton *self,
                            PlxCorpus     *corpus)
{
  g_return_if_fail (PLX_IS_NAME_BUTTON (self));
  g_return_if_fail (corpus == NULL || PLX_IS_CORPUS (corpus));

  if (self->corpus == corpus)
    return;
  if (self->corpus != NULL)
    g_signal_handlers_disconnect_by_data (self->corpus, self);
  on_corpus_changed (self);
  g_list_store_remove_all (self->names);
  g_set_object (&self->corpus, corpus);
  if (corpus != NULL)
    g_signal_connect_object (corpus, "changed", G_CALLBACK (on_corpus_changed), self,
                             G_CONNECT_SWAPPED);
}

void
plx_name_button_set_value (PlxNameButton *self,
                           const char    *value)
{
  char *copy;

  g_return_if_fail (PLX_IS_NAME_BUTTON (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;
  copy = g_strdup (value);
  g_free (self->value);
  self->value = copy;
  update_label (self);
}

const char *
plx_name_button_get_value (PlxNameButton *self)
{
  g_return_val_if_fail (PLX_IS_NAME_BUTTON (self), NULL);

  return self->value;
}

void
plx_name_button_popup (PlxNameButton *self)
{
  g_return_if_fail (PLX_IS_NAME_BUTTON (self));

  gtk_menu_button_popup (self->button);
}

GListModel *
plx_name_button_get_names (PlxNameButton *self)
{
  g_return_val_if_fail (PLX_IS_NAME_BUTTON (self), NULL);

  return G_LIST_MODEL (self->found);
}
