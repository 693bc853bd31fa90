/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claim-row.h"

struct _PlxClaimRow
{
  GtkWidget         parent_instance;

  /* children */
  GtkLabel         *number_label;
  GtkBox           *box;

  /* owned */
  PlxClaimItem     *claim;
  GPtrArray        *cells; /* of PlxClaimCellView, borrowed from the box */

  /* borrowed */
  PlxClaimRowLook  *look;
};

enum
{
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimRow, plx_claim_row, GTK_TYPE_WIDGET)

static guint
find_cell (PlxClaimRow      *self,
           PlxClaimCellView *cell)
{
  guint column = 0;

  g_ptr_array_find (self->cells, cell, &column);
  return column;
}

static void
on_activated (PlxClaimRow      *self,
              PlxClaimCellView *cell)
{
  const PlxClaimCell *shown =
    self->claim != NULL ? plx_claim_item_get_cell (self->claim, find_cell (self, cell)) : NULL;

  if (shown != NULL && shown->sentence != NULL)
    g_signal_emit (self, signals[READ], 0, shown->sentence);
}

static void
on_toggled (PlxClaimRow *self)
{
  if (self->claim != NULL)
    plx_claim_item_set_expanded (self->claim, !plx_claim_item_get_expanded (self->claim));
}

static void
on_moved (PlxClaimRow      *self,
          int               step,
          PlxClaimCellView *cell)
{
  int column = (int) find_cell (self, cell) + step;

  if (column < 0 || column >= (int) self->cells->len)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_widget_grab_focus (self->cells->pdata[column]);
}

static void
on_focused (PlxClaimRow      *self,
            GParamSpec       *pspec,
            PlxClaimCellView *cell)
{
  if (self->look != NULL && gtk_widget_has_focus (GTK_WIDGET (cell)))
    self->look->column = find_cell (self, cell);
}

static void
ensure_cells (PlxClaimRow *self,
              guint        n)
{
  while (self->cells->len > n)
    {
      gtk_box_remove (self->box, self->cells->pdata[self->cells->len - 1]);
      g_ptr_array_set_size (self->cells, (int) self->cells->len - 1);
    }
  while (self->cells->len < n)
    {
      GtkWidget *cell = plx_claim_cell_view_new ();

      g_signal_connect_object (cell, "activated", G_CALLBACK (on_activated), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (cell, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (cell, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (cell, "notify::has-focus", G_CALLBACK (on_focused), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->box, cell);
      g_ptr_array_add (self->cells, cell);
    }
}

void
plx_claim_row_update (PlxClaimRow *self)
{
  gboolean expanded, stacked;
  PlxClaimCellFlags flags = 0;
  g_autofree char *number = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (PLX_IS_CLAIM_ROW (self));

  if (self->claim == NULL)
    return;
  expanded = plx_claim_item_get_expanded (self->claim);
  stacked = expanded || self->look->stacked;
  if (stacked)
    flags |= PLX_CLAIM_CELL_SOURCE;
  if (expanded)
    flags |= PLX_CLAIM_CELL_FULL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), stacked ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->box, !stacked);
  ensure_cells (self, plx_claim_item_get_n_columns (self->claim));
  for (guint i = 0; i < self->cells->len; i++)
    plx_claim_cell_view_bind (self->cells->pdata[i], self->claim, i, &self->look->look, flags);

  number = g_strdup_printf ("%u", plx_claim_item_get_number (self->claim));
  gtk_label_set_text (self->number_label, number);
  description = plx_claim_describe (self->claim, &self->look->look);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

void
plx_claim_row_bind (PlxClaimRow     *self,
                    PlxClaimItem    *claim,
                    PlxClaimRowLook *look)
{
  g_return_if_fail (PLX_IS_CLAIM_ROW (self));
  g_return_if_fail (claim == NULL || look != NULL);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (self->claim, plx_claim_row_update, self);
  g_set_object (&self->claim, claim);
  self->look = look;
  if (claim == NULL)
    {
      for (guint i = 0; i < self->cells->len; i++)
        plx_claim_cell_view_bind (self->cells->pdata[i], NULL, i, NULL, 0);
      return;
    }
  g_signal_connect_object (claim, "notify::expanded", G_CALLBACK (plx_claim_row_update), self,
                           G_CONNECT_SWAPPED);
  plx_claim_row_update (self);
}

/* Going up and down a list keeps to the column. */
static gboolean
plx_claim_row_grab_focus (GtkWidget *widget)
{
  PlxClaimRow *self = PLX_CLAIM_ROW (widget);

  if (self->look == NULL || self->cells->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (
    self->cells->pdata[MIN (self->look->column, self->cells->len - 1)]);
}

/* Tab comes in where the keyboard was, and goes on to the next row of widgets: within the row go
 * the arrow keys. */
static gboolean
plx_claim_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return plx_claim_row_grab_focus (widget);
}

static void
plx_claim_row_dispose (GObject *object)
{
  PlxClaimRow *self = PLX_CLAIM_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->claim);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plx_claim_row_parent_class)->dispose (object);
}

static void
plx_claim_row_class_init (PlxClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_claim_row_dispose;
  widget_class->grab_focus = plx_claim_row_grab_focus;
  widget_class->focus = plx_claim_row_focus;

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
plx_claim_row_init (PlxClaimRow *self)
{
  self->cells = g_ptr_array_new ();
  self->number_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->number_label, PLX_CLAIM_ROW_NUMBER_CHARS);
  gtk_label_set_xalign (self->number_label, 1);
  gtk_widget_set_valign (GTK_WIDGET (self->number_label), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->number_label), GTK_WIDGET (self));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, PLX_CLAIM_ROW_SPACING));
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              PLX_CLAIM_ROW_SPACING);
}

GtkWidget *
plx_claim_row_new (void)
{
  return g_object_new (PLX_TYPE_CLAIM_ROW, NULL);
}
