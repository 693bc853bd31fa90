/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-picker.h"

#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-source-row.h"

#include <glib/gi18n.h>

#define MIN_CHOSEN 2
/* Of a name, where there is little room, and where there is much. */
#define LEAST_LETTERS 12
#define MOST_LETTERS 26
/* With more sources than this, a drop-down lets the user search in it. */
#define SEARCH_FROM 10
/* Of more sources, the lists are filled one after the other while nothing else is to be done: GTK
 * makes a row for each when a drop-down gets its list, not when that is opened. */
#define MANY_SOURCES 40

struct _PlxSourcePicker
{
  GtkBox         parent_instance;

  /* children */
  GtkWidget     *slots[PLX_MAX_COLUMNS]; /* drop-down and button; NULL beyond the chosen ones */
  GtkDropDown   *drop_downs[PLX_MAX_COLUMNS];
  GtkWidget     *add_button;

  /* owned */
  GtkStringList *names; /* of all sources */
  GArray        *ids;   /* of gint64: of all sources */

  /* state */
  gint64         chosen[PLX_MAX_COLUMNS];
  guint          n_chosen;
  guint          filling; /* source of the lists' being filled; 0: all are */
  gboolean       updating;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSourcePicker, plx_source_picker, GTK_TYPE_BOX)

static guint
find_source (PlxSourcePicker *self,
             gint64           id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_chosen (PlxSourcePicker *self,
             gint64           id)
{
  for (guint i = 0; i < self->n_chosen; i++)
    {
      if (self->chosen[i] == id)
        return i;
    }
  return G_MAXUINT;
}

static guint
find_slot (PlxSourcePicker *self,
           GtkWidget       *widget)
{
  for (guint i = 0; i < self->n_chosen; i++)
    {
      if (self->slots[i] != NULL &&
          (widget == self->slots[i] || gtk_widget_is_ancestor (widget, self->slots[i])))
        return i;
    }
  return G_MAXUINT;
}

static void update (PlxSourcePicker *self);

/* No source stands twice: the other drop-down takes what was here. */
static void
on_selected (PlxSourcePicker *self,
             GParamSpec      *pspec,
             GtkDropDown     *drop_down)
{
  guint slot = find_slot (self, GTK_WIDGET (drop_down));
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint other;
  gint64 id;

  if (self->updating || slot == G_MAXUINT || selected >= self->ids->len)
    return;
  id = g_array_index (self->ids, gint64, selected);
  other = find_chosen (self, id);
  if (other == slot)
    return;
  if (other != G_MAXUINT)
    self->chosen[other] = self->chosen[slot];
  self->chosen[slot] = id;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_out (PlxSourcePicker *self,
          guint            slot)
{
  if (slot >= self->n_chosen)
    return;
  if (self->n_chosen <= MIN_CHOSEN)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = slot; i + 1 < self->n_chosen; i++)
    self->chosen[i] = self->chosen[i + 1];
  self->n_chosen--;
  /* The last drop-down goes: the keyboard stays where the source was. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->drop_downs[MIN (slot, self->n_chosen - 1)]));
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove_clicked (PlxSourcePicker *self,
                   GtkWidget       *button)
{
  take_out (self, find_slot (self, button));
}

static gboolean
remove_focused (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (focus == NULL)
    return FALSE;
  take_out (PLX_SOURCE_PICKER (widget), find_slot (PLX_SOURCE_PICKER (widget), focus));
  return TRUE;
}

void
plx_source_picker_add (PlxSourcePicker *self)
{
  g_return_if_fail (PLX_IS_SOURCE_PICKER (self));

  if (self->n_chosen >= MIN (PLX_MAX_COLUMNS, self->ids->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (find_chosen (self, id) != G_MAXUINT)
        continue;
      self->chosen[self->n_chosen++] = id;
      update (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->drop_downs[self->n_chosen - 1]));
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
}

/* Slots */

static void
add_slot (PlxSourcePicker *self,
          guint            slot)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_("Source %u"), slot + 1);
  g_autoptr (GtkExpression) shown =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_widget_add_css_class (box, "linked");
  plx_drop_down_shorten (GTK_DROP_DOWN (drop_down), LEAST_LETTERS, MOST_LETTERS);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (drop_down), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  plx_drop_down_tell (GTK_DROP_DOWN (drop_down));
  /* The drop-down has the key for it. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("Take This Source Out (Delete)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take This Source Out"), -1);
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self), box, slot > 0 ? self->slots[slot - 1] : NULL);
  self->slots[slot] = box;
  self->drop_downs[slot] = GTK_DROP_DOWN (drop_down);
}

static void
fill_slot (PlxSourcePicker *self,
           guint            slot)
{
  GtkDropDown *drop_down = self->drop_downs[slot];

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (self->names));
  gtk_drop_down_set_enable_search (drop_down, self->ids->len > SEARCH_FROM);
  gtk_drop_down_set_selected (drop_down, find_source (self, self->chosen[slot]));
}

/* One list a turn. */
static gboolean
on_fill (gpointer user_data)
{
  PlxSourcePicker *self = PLX_SOURCE_PICKER (user_data);

  for (guint i = 0; i < self->n_chosen; i++)
    {
      if (gtk_drop_down_get_model (self->drop_downs[i]) == G_LIST_MODEL (self->names))
        continue;
      self->updating = TRUE;
      fill_slot (self, i);
      self->updating = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

/* Shows what is chosen, and leaves the list for later. */
static void
fill_slot_later (PlxSourcePicker *self,
                 guint            slot)
{
  guint position = find_source (self, self->chosen[slot]);
  const char *names[] = { gtk_string_list_get_string (self->names, position), NULL };
  g_autoptr (GtkStringList) only = gtk_string_list_new (names);

  gtk_drop_down_set_model (self->drop_downs[slot], G_LIST_MODEL (only));
  if (self->filling == 0)
    self->filling = g_idle_add (on_fill, self);
}

static void
update_slot (PlxSourcePicker *self,
             guint            slot)
{
  GtkDropDown *drop_down;

  if (self->slots[slot] == NULL)
    add_slot (self, slot);
  drop_down = self->drop_downs[slot];
  if (self->ids->len > MANY_SOURCES &&
      gtk_drop_down_get_model (drop_down) != G_LIST_MODEL (self->names))
    fill_slot_later (self, slot);
  else
    fill_slot (self, slot);
  gtk_widget_set_sensitive (gtk_widget_get_last_child (self->slots[slot]),
                            self->n_chosen > MIN_CHOSEN);
}

static void
update (PlxSourcePicker *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < PLX_MAX_COLUMNS; i++)
    {
      if (i < self->n_chosen)
        {
          update_slot (self, i);
          continue;
        }
      if (self->slots[i] != NULL)
        gtk_box_remove (GTK_BOX (self), self->slots[i]);
      self->slots[i] = NULL;
      self->drop_downs[i] = NULL;
    }
  gtk_widget_set_sensitive (self->add_button,
                            self->n_chosen < MIN (PLX_MAX_COLUMNS, self->ids->len));
  self->updating = FALSE;
}

/* Choosing at first: those with the most articles, in the order of the list. */
static void
choose_largest (PlxSourcePicker *self,
                GListModel      *sources)
{
  guint n = self->ids->len;

  while (self->n_chosen < MIN (PLX_MAX_COLUMNS, n))
    {
      guint best = 0;
      int most = -1;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);
          int count = (int) g_list_model_get_n_items (plx_source_item_get_articles (item));

          if (count > most && find_chosen (self, plx_source_item_get_id (item)) == G_MAXUINT)
            {
              most = count;
              best = i;
            }
        }
      self->chosen[self->n_chosen++] = g_array_index (self->ids, gint64, best);
    }
}

static void
list_sources (PlxSourcePicker *self,
              GListModel      *sources)
{
  guint n = g_list_model_get_n_items (sources);

  g_clear_object (&self->names);
  self->names = gtk_string_list_new (NULL);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);
      gint64 id = plx_source_item_get_id (item);

      g_array_append_val (self->ids, id);
      gtk_string_list_take (self->names, plx_source_dup_label (plx_source_item_get_name (item)));
    }
}

gboolean
plx_source_picker_set_sources (PlxSourcePicker *self,
                               GListModel      *sources)
{
  guint n_kept = 0;

  g_return_val_if_fail (PLX_IS_SOURCE_PICKER (self), FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (sources), FALSE);

  list_sources (self, sources);
  for (guint i = 0; i < self->n_chosen; i++)
    {
      if (find_source (self, self->chosen[i]) != GTK_INVALID_LIST_POSITION)
        self->chosen[n_kept++] = self->chosen[i];
    }
  self->n_chosen = n_kept;
  if (self->ids->len >= MIN_CHOSEN && self->n_chosen < MIN_CHOSEN)
    choose_largest (self, sources);
  update (self);
  return self->n_chosen >= MIN_CHOSEN;
}

void
plx_source_picker_choose (PlxSourcePicker *self,
                          const gint64    *ids,
                          guint            n)
{
  g_return_if_fail (PLX_IS_SOURCE_PICKER (self));
  g_return_if_fail (ids != NULL && n >= MIN_CHOSEN && n <= PLX_MAX_COLUMNS);

  for (guint i = 0; i < n; i++)
    g_return_if_fail (find_source (self, ids[i]) != GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < n; i++)
    self->chosen[i] = ids[i];
  self->n_chosen = n;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const gint64 *
plx_source_picker_get_chosen (PlxSourcePicker *self,
                              guint           *out_n)
{
  g_return_val_if_fail (PLX_IS_SOURCE_PICKER (self) && out_n != NULL, NULL);

  *out_n = self->n_chosen;
  return self->chosen;
}

char **
plx_source_picker_dup_names (PlxSourcePicker *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (PLX_IS_SOURCE_PICKER (self), NULL);

  for (guint i = 0; i < self->n_chosen; i++)
    g_ptr_array_add (names, g_strdup (gtk_string_list_get_string (
                              self->names, find_source (self, self->chosen[i]))));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
plx_source_picker_dispose (GObject *object)
{
  g_clear_handle_id (&PLX_SOURCE_PICKER (object)->filling, g_source_remove);

  G_OBJECT_CLASS (plx_source_picker_parent_class)->dispose (object);
}

static void
plx_source_picker_finalize (GObject *object)
{
  PlxSourcePicker *self = PLX_SOURCE_PICKER (object);

  g_clear_object (&self->names);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (plx_source_picker_parent_class)->finalize (object);
}

static void
plx_source_picker_class_init (PlxSourcePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_source_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_source_picker_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_focused, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_focused, NULL);
}

static void
plx_source_picker_init (PlxSourcePicker *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_tooltip_text (self->add_button, _("Add a Source (Insert)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add a Source"), -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (plx_source_picker_add), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->add_button);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}
