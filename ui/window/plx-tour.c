/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-tour.h"

#include "analysis/plx-types.h"
#include "ui/widgets/plx-fit.h"

#include <glib/gi18n.h>

/* What has no size after these has none. */
#define MAX_FRAMES 10

/* All cards. A target is the type name of a widget, or the id it has in the window's file. */
static const struct
{
  const char *page;
  const char *target;
  const char *title;
  const char *text;
} steps[] = {
  { "sources", "PlxSourceSidebar", N_("The Sources"),
    N_("Who tells the story. Open a source to see its articles, and press Enter on one to read "
       "it. To add more, drop files anywhere or paste a text.") },
  { "sources", "PlxChartView", N_("Where Each Stands"),
    N_("A mark is the score of a source on an axis; the line is how far it may be off. A grey mark "
       "may be chance. Choose one with the mouse or the arrow keys.") },
  { "sources", "PlxEvidenceView", N_("The Sentences Behind a Mark"),
    N_("Every score comes from these sentences, the strongest first, with the words that count. "
       "“Why?” shows the arithmetic; Enter opens the article at the sentence.") },
  { "sources", "kind_drop_down", N_("More Than One View"),
    N_("Choose another chart, another order, or only the reporters’ own words. Ctrl+T shows the "
       "same figures as a table.") },
  { "compare", "PlxComparePage", N_("Two Sources Side by Side"),
    N_("Is their difference more than chance, which words make it, and where do these stand?") },
  { "words", "PlxWordsPage", N_("The Words Are Yours"),
    N_("The lexicon decides, and you may disagree: look at where a word stands, change its weight, "
       "add your own, and see the charts move. Ctrl+Z undoes it.") },
  { "sources", "export_button", N_("Take It With You"),
    N_("Charts for print, the table, or a report with all its evidence and how it was made.") },
  { "sources", "view_stack", N_("That Is All"),
    N_("Ctrl+K goes to anything, F1 opens the help, Ctrl+? lists the keys. A score is a reading of "
       "words, no verdict: look at the evidence before you use it.") },
};

struct _PlxTour
{
  GtkPopover    parent_instance;

  /* borrowed: the window's, which owns this */
  GtkWidget    *parent;
  AdwViewStack *pages;

  GtkLabel     *title_label;
  GtkLabel     *text_label;
  GtkLabel     *count_label;
  GtkWidget    *back_button;
  GtkButton    *next_button;
  GtkEventController *shortcuts; /* on the window while a card is shown */

  guint         step; /* PLX_NONE: none is shown */
  guint         tick_id;
  guint         n_frames; /* that a card has waited for what it points at */
};

G_DEFINE_FINAL_TYPE (PlxTour, plx_tour, GTK_TYPE_POPOVER)

static GtkWidget *
find_target (GtkWidget  *root,
             const char *name)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), name) ||
      g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_target (child, name);
  return found;
}

GtkWidget *
plx_tour_get_target (PlxTour *self)
{
  g_return_val_if_fail (PLX_IS_TOUR (self), NULL);

  return self->step != PLX_NONE ? find_target (self->parent, steps[self->step].target) : NULL;
}

/* A wide target is pointed at in its upper part, where its card covers the least. */
static void
point_at (PlxTour   *self,
          GtkWidget *target)
{
  const int max_height = 180;
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  if (!gtk_widget_compute_bounds (target, self->parent, &bounds))
    return;
  rectangle = (GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y, MAX ((int) bounds.size.width, 1),
    CLAMP ((int) bounds.size.height, 1, max_height)
  };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &rectangle);
}

static void
present (PlxTour *self)
{
  GtkWidget *target = plx_tour_get_target (self);

  point_at (self, target != NULL ? target : GTK_WIDGET (self->pages));
  plx_popover_fit (GTK_POPOVER (self));
  gtk_popover_popup (GTK_POPOVER (self));
  /* As high as this card is, not the last one. */
  gtk_popover_present (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* A page that was just brought to the front has its sizes some frames later. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PlxTour *self = PLX_TOUR (user_data);
  GtkWidget *target = plx_tour_get_target (self);

  if (target == NULL)
    target = GTK_WIDGET (self->pages);
  if (gtk_widget_get_width (target) == 0 && self->n_frames++ < MAX_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static void
stop_ticking (PlxTour *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->parent, self->tick_id);
  self->tick_id = 0;
}

static void
show_step (PlxTour *self)
{
  gboolean last = self->step + 1 == G_N_ELEMENTS (steps);
  g_autofree char *count = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: the number of a card, and how many there are */
  count = g_strdup_printf (_("%u of %u"), self->step + 1, (guint) G_N_ELEMENTS (steps));
  spoken = g_strdup_printf ("%s. %s", _(steps[self->step].title), _(steps[self->step].text));
  gtk_label_set_text (self->title_label, _(steps[self->step].title));
  gtk_label_set_text (self->text_label, _(steps[self->step].text));
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_sensitive (self->back_button, self->step > 0);
  gtk_button_set_label (self->next_button, last ? _("_Done") : _("_Next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_popover_popdown (GTK_POPOVER (self));
  adw_view_stack_set_visible_child_name (self->pages, steps[self->step].page);
  stop_ticking (self);
  self->n_frames = 0;
  self->tick_id = gtk_widget_add_tick_callback (self->parent, on_tick, self, NULL);
}

static gboolean
on_next_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  plx_tour_go (PLX_TOUR (user_data), 1);
  return TRUE;
}

static gboolean
on_back_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  plx_tour_go (PLX_TOUR (user_data), -1);
  return TRUE;
}

static void
add_shortcuts (PlxTour *self)
{
  const struct
  {
    guint           key;
    GtkShortcutFunc func;
  } keys[] = { { GDK_KEY_Page_Down, on_next_key }, { GDK_KEY_Page_Up, on_back_key } };

  if (self->shortcuts != NULL)
    return;
  self->shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (self->shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (self->shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                        gtk_callback_action_new (keys[i].func, self, NULL)));
  gtk_widget_add_controller (self->parent, self->shortcuts);
}

static void
remove_shortcuts (PlxTour *self)
{
  if (self->shortcuts != NULL)
    gtk_widget_remove_controller (self->parent, self->shortcuts);
  self->shortcuts = NULL;
}

void
plx_tour_start (PlxTour *self)
{
  g_return_if_fail (PLX_IS_TOUR (self));

  self->step = 0;
  add_shortcuts (self);
  show_step (self);
}

static void
end_tour (PlxTour *self)
{
  g_return_if_fail (PLX_IS_TOUR (self));

  stop_ticking (self);
  remove_shortcuts (self);
  self->step = PLX_NONE;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

void
plx_tour_go (PlxTour *self,
             int      by)
{
  g_return_if_fail (PLX_IS_TOUR (self));

  if (self->step == PLX_NONE || (self->step == 0 && by < 0))
    return;
  if (by > 0 && self->step + 1 == G_N_ELEMENTS (steps))
    {
      end_tour (self);
      return;
    }
  self->step = (guint) ((int) self->step + by);
  show_step (self);
}

guint
plx_tour_get_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

guint
plx_tour_get_step (PlxTour *self)
{
  g_return_val_if_fail (PLX_IS_TOUR (self), PLX_NONE);

  return self->step;
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PlxTour *self = PLX_TOUR (widget);

  if (g_str_equal (name, "tour.skip"))
    end_tour (self);
  else
    plx_tour_go (self, g_str_equal (name, "tour.next") ? 1 : -1);
}

static void
plx_tour_dispose (GObject *object)
{
  PlxTour *self = PLX_TOUR (object);

  stop_ticking (self);
  self->step = PLX_NONE;

  G_OBJECT_CLASS (plx_tour_parent_class)->dispose (object);
}

static void
plx_tour_class_init (PlxTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_tour_dispose;

  gtk_widget_class_install_action (widget_class, "tour.next", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "tour.back", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "tour.skip", NULL, go_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "tour.skip", NULL);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
on_next_clicked (PlxTour *self)
{
  plx_tour_go (self, 1);
}

static void
on_back_clicked (PlxTour *self)
{
  plx_tour_go (self, -1);
}

static GtkWidget *
add_button (PlxTour    *self,
            GtkBox     *box,
            const char *label,
            GCallback   on_clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", on_clicked, self);
  gtk_box_append (box, button);
  return button;
}

static void
plx_tour_init (PlxTour *self)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  GtkBox *buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  self->step = PLX_NONE;
  gtk_widget_add_css_class (GTK_WIDGET (card), "tour-card");
  self->title_label = add_label (card, "heading");
  self->text_label = add_label (card, NULL);
  self->count_label = add_label (buttons, "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count_label), TRUE);
  gtk_widget_add_css_class (add_button (self, buttons, _("_Skip"), G_CALLBACK (end_tour)), "flat");
  self->back_button = add_button (self, buttons, _("_Back"), G_CALLBACK (on_back_clicked));
  self->next_button = GTK_BUTTON (add_button (self, buttons, _("_Next"), G_CALLBACK (on_next_clicked)));
  gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  gtk_box_append (card, GTK_WIDGET (buttons));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (card));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tour"),
                                  -1);
}

GtkWidget *
plx_tour_new (GtkWidget    *parent,
              AdwViewStack *pages)
{
  PlxTour *self;

  g_return_val_if_fail (GTK_IS_BOX (parent), NULL);
  g_return_val_if_fail (ADW_IS_VIEW_STACK (pages), NULL);

  self = g_object_new (PLX_TYPE_TOUR, NULL);
  self->parent = parent;
  self->pages = pages;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return GTK_WIDGET (self);
}
