/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hit-item.h"

#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-spare-rows.h"

#include <glib/gi18n.h>

struct _PlxHitItem
{
  GObject      parent_instance;

  PlxKwicLine *line;
  char        *text;    /* NULL until it is asked for */
  char        *caption; /* likewise */
};

G_DEFINE_FINAL_TYPE (PlxHitItem, plx_hit_item, G_TYPE_OBJECT)

static void
plx_hit_item_finalize (GObject *object)
{
  PlxHitItem *self = PLX_HIT_ITEM (object);

  g_clear_pointer (&self->line, plx_kwic_line_free);
  g_free (self->text);
  g_free (self->caption);

  G_OBJECT_CLASS (plx_hit_item_parent_class)->finalize (object);
}

static void
plx_hit_item_class_init (PlxHitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_hit_item_finalize;
}

static void
plx_hit_item_init (PlxHitItem *self)
{
}

PlxHitItem *
plx_hit_item_new (PlxKwicLine *line)
{
  PlxHitItem *self = g_object_new (PLX_TYPE_HIT_ITEM, NULL);

  self->line = line;
  return self;
}

const PlxKwicLine *
plx_hit_item_get_line (PlxHitItem *self)
{
  g_return_val_if_fail (PLX_IS_HIT_ITEM (self), NULL);

  return self->line;
}

/* What follows a word without a space, such as a comma, stays with it. */
static gboolean
is_apart (const char *right)
{
  gunichar c = g_utf8_get_char (right);

  return c != 0 && (g_unichar_isalnum (c) || !g_unichar_ispunct (c) || c == '(' || c == '"' ||
                    g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION ||
                    g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION);
}

char *
plx_hit_line_dup_text (const PlxKwicLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  return g_strconcat (line->left, *line->left != '\0' ? " " : "", line->word,
                      is_apart (line->right) ? " " : "", line->right, NULL);
}

char *
plx_hit_line_dup_caption (const PlxKwicLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  /* Translators: a source and the headline of one of its articles */
  return *line->title != '\0' ? g_strdup_printf (_("%s · %s"), line->source, line->title)
                              : g_strdup (line->source);
}

const char *
plx_hit_item_get_text (PlxHitItem *self)
{
  g_return_val_if_fail (PLX_IS_HIT_ITEM (self), NULL);

  if (self->text == NULL)
    self->text = plx_hit_line_dup_text (self->line);
  return self->text;
}

const char *
plx_hit_item_get_caption (PlxHitItem *self)
{
  g_return_val_if_fail (PLX_IS_HIT_ITEM (self), NULL);

  if (self->caption == NULL)
    self->caption = plx_hit_line_dup_caption (self->line);
  return self->caption;
}

/* The row: three labels; the left context ends where the word begins, so that the words stand
 * under each other. */

static GtkWidget *
make_label (GtkWidget          *box,
            float               xalign,
            PangoEllipsizeMode  ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  /* As much as there is room for, but asking for little: the table beside it needs room too. */
  if (ellipsize != PANGO_ELLIPSIZE_NONE)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* What is cut off, or was found in what is cut off. Only when it is asked for: to set a tooltip asks
 * the display server where the pointer is, and waits. */
static gboolean
on_query_tooltip (GtkWidget  *row,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  PlxHitItem *item = g_object_get_data (G_OBJECT (row), "item");
  g_autofree char *text = NULL;

  if (item == NULL)
    return FALSE;
  text = g_strdup_printf ("%s\n%s", plx_hit_item_get_text (item), plx_hit_item_get_caption (item));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row, *sides, *right_side, *left, *word, *right, *caption;

  if (plx_spare_rows_give (factory, list_item))
    return;
  row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  right_side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  /* In the order of the text, whatever the language of the window. */
  gtk_widget_set_direction (sides, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (right_side, GTK_TEXT_DIR_LTR);
  left = make_label (sides, 1, PANGO_ELLIPSIZE_START);
  gtk_widget_set_direction (left, GTK_TEXT_DIR_LTR);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), right_side);
  word = make_label (right_side, 0, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_direction (word, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (word, "heading");
  right = make_label (right_side, 0, PANGO_ELLIPSIZE_END);
  gtk_widget_set_direction (right, GTK_TEXT_DIR_LTR);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (row), sides);
  caption = make_label (row, 0.5, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  g_object_set_data (G_OBJECT (row), "left", left);
  g_object_set_data (G_OBJECT (row), "word", word);
  g_object_set_data (G_OBJECT (row), "right", right);
  g_object_set_data (G_OBJECT (row), "caption", caption);
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect (row, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  plx_spare_rows_add (factory, list_item, row);
}

static void
set_text (GtkWidget  *row,
          const char *name,
          const char *text)
{
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), name), text);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  PlxHitItem *item = PLX_HIT_ITEM (gtk_list_item_get_item (list_item));
  GtkWidget *row = gtk_list_item_get_child (list_item);
  const char *caption = plx_hit_item_get_caption (item);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", plx_hit_item_get_text (item), caption);
  g_autofree char *right = NULL;

  set_text (row, "left", item->line->left);
  set_text (row, "word", item->line->word);
  right = g_strconcat (is_apart (item->line->right) ? " " : "", item->line->right, NULL);
  set_text (row, "right", right);
  set_text (row, "caption", caption);
  plx_list_row_tell (row, spoken);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "item", NULL);
}

GtkListItemFactory *
plx_hit_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

PlxHitItem *
plx_hit_row_get_item (GtkWidget *widget)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  row = gtk_widget_get_first_child (widget);
  return row != NULL ? g_object_get_data (G_OBJECT (row), "item") : NULL;
}
