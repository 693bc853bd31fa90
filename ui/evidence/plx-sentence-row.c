/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sentence-row.h"

#include "plx-arithmetic.h"
#include "plx-citation.h"
#include "plx-correct-menu.h"
#include "plx-marks.h"
#include "plx-sentence-layout.h"
#include "ui/plot/plx-wording.h"
#include "ui/session/plx-article-item.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-menu-gesture.h"
#include "ui/widgets/plx-row-text.h"
#include "ui/widgets/plx-theme.h"

#include <glib/gi18n.h>

struct _PlxSentenceRow
{
  GtkBox           parent_instance;

  /* children */
  GtkLabel        *heading_label; /* NULL until there is a heading */
  GtkLabel        *score_label;
  PlxRowText      *text;
  PlxRowText      *caption;
  GtkWidget       *correct_button;
  GtkToggleButton *why_button;
  GtkRevealer     *revealer;      /* NULL until the arithmetic is first asked for */
  PlxArithmetic   *arithmetic;
  GtkWidget       *popover;       /* NULL while the menu is not open */

  /* owned */
  PlxSentenceItem *item;
  GBinding        *expanded;
  PlxCorrectMenu  *menu; /* NULL until it is first asked for */

  /* state */
  PlxSentenceShow  show;
  gboolean         is_of_button; /* the menu was opened from there */
};

/* Of a sentence that is read for its marks: as in the style sheet. */
#define LINE_HEIGHT 1.35

G_DEFINE_FINAL_TYPE (PlxSentenceRow, plx_sentence_row, GTK_TYPE_BOX)

/* Translators: who speaks a sentence, if it is not the reporter and the name is unknown */
#define UNNAMED_VOICE _("a quoted voice")

static char *
dup_speaker (PlxSentenceItem *item)
{
  const char *speaker = plx_sentence_item_get_speaker (item);

  if (speaker == NULL)
    return NULL;
  return g_strdup (*speaker != '\0' ? speaker : UNNAMED_VOICE);
}

static guint
count_corrected (PlxSentenceItem *item)
{
  const PlxSentenceCue *cues;
  guint n, n_corrected = 0;

  cues = plx_sentence_item_get_cues (item, &n);
  for (guint i = 0; i < n; i++)
    n_corrected += cues[i].is_corrected;
  return n_corrected;
}

static char *
describe_corrections (PlxSentenceItem *item)
{
  guint n = count_corrected (item);

  return n > 0 ? g_strdup_printf (ngettext ("%u cue corrected", "%u cues corrected", n), n) : NULL;
}

char *
plx_sentence_item_describe (PlxSentenceItem *item)
{
  PlxAxisId axis;
  g_autofree char *score = NULL;
  g_autofree char *speaker = NULL;
  g_autofree char *description = NULL;
  g_autofree char *corrections = NULL;

  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (item), NULL);

  axis = plx_sentence_item_get_axis (item);
  score = axis != PLX_AXIS_ALL
            ? plx_wording_score (plx_sentence_item_get_score (item, axis)->score) : g_strdup ("");
  speaker = dup_speaker (item);
  if (speaker != NULL)
    /* Translators: a score, a sentence, who says it, and in which source */
    description = g_strdup_printf (_("%s: “%s”, said by %s in %s"), score,
                                   plx_sentence_item_get_text (item), speaker,
                                   plx_sentence_item_get_source (item));
  else
    /* Translators: a score, a sentence, and the source it stands in */
    description = g_strdup_printf (_("%s: “%s”, in %s"), score, plx_sentence_item_get_text (item),
                                   plx_sentence_item_get_source (item));
  corrections = describe_corrections (item);
  return corrections != NULL ? g_strdup_printf ("%s, %s", description, corrections)
                             : g_steal_pointer (&description);
}

static void
append_part (GString    *caption,
             const char *part)
{
  g_autofree char *isolated = plx_wording_isolate (part);

  g_string_append_printf (caption, "%s%s", caption->len > 0 ? " · " : "", isolated);
}

static void
append_speaker (GString         *caption,
                PlxSentenceItem *item,
                const char      *speaker)
{
  g_autofree char *voice = NULL;

  if (plx_sentence_item_is_speaker_corrected (item))
    /* Translators: who says a sentence; a person has said that it is so */
    voice = speaker != NULL ? g_strdup_printf (_("Voice: %s (corrected)"), speaker)
                            : g_strdup (_("Voice: the reporter (corrected)"));
  else if (speaker != NULL)
    /* Translators: in front of the name of who is quoted */
    voice = g_strdup_printf (_("Voice: %s"), speaker);
  if (voice != NULL)
    append_part (caption, voice);
}

/* Whom or what the cues are about, each named once. */
static void
append_targets (GString         *caption,
                PlxSentenceItem *item,
                PlxAxisId        axis)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *about = NULL;
  const PlxSentenceCue *cues;
  guint n;

  cues = plx_sentence_item_get_cues (item, &n);
  for (guint i = 0; i < n; i++)
    {
      if (cues[i].target != NULL && cues[i].axis == axis && !cues[i].is_void &&
          !g_ptr_array_find_with_equal_func (names, cues[i].target, g_str_equal, NULL))
        g_ptr_array_add (names, cues[i].target);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  /* Translators: between the names in a short list */
  joined = g_strjoinv (_(", "), (char **) names->pdata);
  /* Translators: in front of whom or what a sentence is about */
  about = g_strdup_printf (_("About: %s"), joined);
  append_part (caption, about);
}

static char *
make_caption (PlxSentenceRow *self)
{
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autofree char *speaker = dup_speaker (self->item);
  g_autofree char *title = plx_article_dup_title (plx_sentence_item_get_title (self->item));
  g_autofree char *corrections = describe_corrections (self->item);
  PlxAxisId axis = plx_sentence_item_get_axis (self->item);

  if ((self->show & PLX_SENTENCE_SHOW_AXIS) != 0 && axis != PLX_AXIS_ALL)
    {
      g_autofree char *name =
        plx_wording_axis (plx_lexicon_get_axis (plx_sentence_item_get_lexicon (self->item), axis));

      append_part (caption, name);
    }
  if (corrections != NULL)
    append_part (caption, corrections);
  append_speaker (caption, self->item, speaker);
  append_targets (caption, self->item, axis);
  if ((self->show & PLX_SENTENCE_SHOW_SOURCE) != 0)
    append_part (caption, plx_sentence_item_get_source (self->item));
  if (plx_sentence_item_is_title (self->item))
    append_part (caption, _("Headline"));
  else if ((self->show & PLX_SENTENCE_SHOW_TITLE) != 0)
    append_part (caption, title);
  return g_string_free (g_steal_pointer (&caption), FALSE);
}

static void
update_score (PlxSentenceRow *self,
              PlxAxisId       axis)
{
  plx_marks_show_score (self->score_label,
                        plx_sentence_item_get_score (self->item, axis)->score);
}

static void
update_marks (PlxSentenceRow *self)
{
  PlxAxisId axis;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->item == NULL)
    return;
  axis = plx_sentence_item_get_axis (self->item);
  attributes = plx_marks_make_attributes (self->item, axis);
  plx_row_text_set (self->text, plx_sentence_item_get_text (self->item), attributes);
  if (axis != PLX_AXIS_ALL)
    update_score (self, axis);
}

/* The menu */

static void
drop_popover (PlxSentenceRow *self)
{
  if (self->popover == NULL)
    return;
  /* It may live on a while, and would go on following the menu. */
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_set_has_tooltip (self->correct_button, TRUE);
}

static gboolean
on_drop_due (gpointer user_data)
{
  drop_popover (PLX_SENTENCE_ROW (user_data));
  return G_SOURCE_REMOVE;
}

/* What was chosen is done after the menu has closed. */
static void
on_menu_closed (PlxSentenceRow *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || gtk_widget_is_ancestor (focus, self->popover))
    gtk_widget_grab_focus (self->is_of_button ? self->correct_button
                                              : gtk_widget_get_parent (GTK_WIDGET (self)));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_drop_due, g_object_ref (self), g_object_unref);
}

/* What can be put right, and copied. */
static GtkWidget *
make_popover (PlxSentenceRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();

  g_menu_append (copies, _("_Copy With Source"), "sentence.copy");
  g_menu_append (copies, _("Copy as _Table Row"), "sentence.copy-row");
  g_menu_append_section (menu, NULL, plx_correct_menu_get_model (self->menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  return gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
}

/* Anew each time: the list binds rows again and again, and few are ever asked. */
void
plx_sentence_row_popup_menu (PlxSentenceRow *self)
{
  graphene_rect_t bounds;

  g_return_if_fail (PLX_IS_SENTENCE_ROW (self));

  if (self->item == NULL)
    return;
  drop_popover (self);
  self->is_of_button = gtk_widget_is_focus (self->correct_button);
  if (self->menu == NULL)
    self->menu = plx_correct_menu_new (GTK_WIDGET (self));
  plx_correct_menu_set_sentence (self->menu, self->item, plx_sentence_item_get_axis (self->item),
                                 NULL);
  self->popover = make_popover (self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (self->correct_button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width,
                                                   (int) bounds.size.height });
  /* It would stand in front of the menu. */
  gtk_widget_set_has_tooltip (self->correct_button, FALSE);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_menu_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_menu_asked (GtkWidget *widget,
               double     x,
               double     y,
               gpointer   user_data)
{
  plx_sentence_row_popup_menu (PLX_SENTENCE_ROW (widget));
}

/* The arithmetic is laid out when it is first asked for: a list of hundreds scrolls without it. */
static void
ensure_arithmetic (PlxSentenceRow *self)
{
  if (self->revealer != NULL)
    return;
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->arithmetic = PLX_ARITHMETIC (plx_arithmetic_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->arithmetic), "card");
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->arithmetic));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->revealer));
}

static void
on_why_toggled (PlxSentenceRow *self)
{
  gboolean active = gtk_toggle_button_get_active (self->why_button);

  if (active)
    ensure_arithmetic (self);
  if (self->revealer == NULL)
    return;
  plx_arithmetic_set_item (self->arithmetic, active ? self->item : NULL,
                           self->item != NULL ? plx_sentence_item_get_axis (self->item)
                                              : PLX_AXIS_ALL);
  gtk_revealer_set_reveal_child (self->revealer, active);
}

static void
show_heading (PlxSentenceRow *self,
              const char     *heading)
{
  if (heading != NULL && self->heading_label == NULL)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_HEADING, NULL);

      self->heading_label = GTK_LABEL (label);
      gtk_label_set_xalign (self->heading_label, 0);
      gtk_label_set_wrap (self->heading_label, TRUE);
      gtk_label_set_wrap_mode (self->heading_label, PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_margin_start (label, 6);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_prepend (GTK_BOX (self), label);
    }
  if (self->heading_label == NULL)
    return;
  gtk_label_set_text (self->heading_label, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), heading != NULL);
}

void
plx_sentence_row_set_item (PlxSentenceRow  *self,
                           PlxSentenceItem *item,
                           PlxSentenceShow  show)
{
  g_autofree char *caption = NULL;

  g_return_if_fail (PLX_IS_SENTENCE_ROW (self));
  g_return_if_fail (item == NULL || PLX_IS_SENTENCE_ITEM (item));

  if (self->expanded != NULL)
    g_binding_unbind (self->expanded);
  g_clear_object (&self->expanded);
  g_set_object (&self->item, item);
  self->show = show;
  if (item == NULL)
    {
      drop_popover (self);
      if (self->arithmetic != NULL)
        plx_arithmetic_set_item (self->arithmetic, NULL, PLX_AXIS_ALL);
      return;
    }

  show_heading (self, plx_sentence_item_get_heading (item));
  caption = make_caption (self);
  plx_row_text_set (self->caption, caption, NULL);
  update_marks (self);
  self->expanded = g_object_ref (g_object_bind_property (item, "expanded", self->why_button,
                                                         "active", G_BINDING_SYNC_CREATE |
                                                         G_BINDING_BIDIRECTIONAL));
  on_why_toggled (self);
}

PlxSentenceItem *
plx_sentence_row_get_item (PlxSentenceRow *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ROW (self), NULL);

  return self->item;
}

static void
plx_sentence_row_dispose (GObject *object)
{
  PlxSentenceRow *self = PLX_SENTENCE_ROW (object);

  if (self->expanded != NULL)
    g_binding_unbind (self->expanded);
  g_clear_object (&self->expanded);
  g_clear_object (&self->item);
  g_clear_object (&self->menu);
  drop_popover (self);

  G_OBJECT_CLASS (plx_sentence_row_parent_class)->dispose (object);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxSentenceRow *self = PLX_SENTENCE_ROW (widget);
  g_autoptr (GListStore) items = NULL;

  if (self->item == NULL)
    return;
  if (g_str_equal (name, "sentence.copy"))
    {
      plx_citation_copy (widget, self->item);
      return;
    }
  items = g_list_store_new (PLX_TYPE_SENTENCE_ITEM);
  g_list_store_append (items, self->item);
  plx_citation_copy_table (widget, G_LIST_MODEL (items));
}

/* Keys of a list: what has the keyboard is the list's own widget around a row, or a button in it. */

static gboolean
on_list_key (GtkWidget *list,
             GVariant  *args,
             gpointer   user_data)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PLX_TYPE_SENTENCE_ROW) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);
  if (row == NULL || !PLX_IS_SENTENCE_ROW (row) || !gtk_widget_is_ancestor (row, list))
    return GDK_EVENT_PROPAGATE;
  if (g_variant_get_boolean (args))
    plx_sentence_row_popup_menu (PLX_SENTENCE_ROW (row));
  else
    gtk_widget_activate_action (row, "sentence.copy", NULL);
  return GDK_EVENT_STOP;
}

void
plx_sentence_row_install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_list_key, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_list_key, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_c, GDK_CONTROL_MASK, on_list_key, "b", FALSE);
}

static gboolean
plx_sentence_row_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return plx_list_row_focus (widget, direction,
                             GTK_WIDGET_CLASS (plx_sentence_row_parent_class)->focus);
}

/* The item around it has the keyboard instead. */
static gboolean
plx_sentence_row_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

static void
plx_sentence_row_class_init (PlxSentenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_sentence_row_dispose;
  widget_class->focus = plx_sentence_row_focus;
  widget_class->grab_focus = plx_sentence_row_grab_focus;

  gtk_widget_class_install_action (widget_class, "sentence.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "sentence.copy-row", NULL, copy_action);
}

static void
make_buttons (PlxSentenceRow *self)
{
  self->correct_button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  plx_widget_tell (self->correct_button, _("Correct This"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->correct_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Correct This"),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_swapped (self->correct_button, "clicked",
                            G_CALLBACK (plx_sentence_row_popup_menu), self);
  self->why_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Why?")));
  plx_widget_tell (GTK_WIDGET (self->why_button), _("Show the arithmetic"));
  g_signal_connect_swapped (self->why_button, "toggled", G_CALLBACK (on_why_toggled), self);
}

static void
make_score (PlxSentenceRow *self)
{
  self->score_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->score_label, 5);
  gtk_label_set_xalign (self->score_label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->score_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->score_label), "heading");
}

/* Made here, not of a template: a list makes two hundred of them. */
static void
fill (PlxSentenceRow *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons[2];

  gtk_widget_set_layout_manager (body, plx_sentence_layout_new ());
  make_score (self);
  make_buttons (self);
  self->text = PLX_ROW_TEXT (plx_row_text_new (48, 0, LINE_HEIGHT));
  self->caption = PLX_ROW_TEXT (plx_row_text_new (40, 2, 1));
  buttons[0] = self->correct_button;
  buttons[1] = GTK_WIDGET (self->why_button);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "sentence");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->score_label));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->caption));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_add_css_class (buttons[i], "flat");
      gtk_widget_add_css_class (buttons[i], "small");
      gtk_box_append (GTK_BOX (body), buttons[i]);
    }
  gtk_box_append (GTK_BOX (self), body);
}

static void
plx_sentence_row_init (PlxSentenceRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sentence-row");
  fill (self);
  plx_menu_gesture_add (GTK_WIDGET (self), on_menu_asked, self);
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (update_marks));
}

GtkWidget *
plx_sentence_row_new (void)
{
  return g_object_new (PLX_TYPE_SENTENCE_ROW, NULL);
}
