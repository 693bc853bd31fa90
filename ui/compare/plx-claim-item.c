/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claim-item.h"

#include <math.h>

struct _PlxClaimItem
{
  GObject      parent_instance;

  /* owned */
  PlxClaimCell cells[PLX_MAX_COLUMNS];

  /* state */
  double       place;
  guint        n_columns;
  guint        centre;
  guint        number;
  gboolean     expanded;
};

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlxClaimItem, plx_claim_item, G_TYPE_OBJECT)

static void
plx_claim_item_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, PLX_CLAIM_ITEM (object)->expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_claim_item_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_EXPANDED:
      plx_claim_item_set_expanded (PLX_CLAIM_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_claim_item_finalize (GObject *object)
{
  PlxClaimItem *self = PLX_CLAIM_ITEM (object);

  for (guint i = 0; i < PLX_MAX_COLUMNS; i++)
    {
      g_clear_object (&self->cells[i].sentence);
      g_clear_pointer (&self->cells[i].agency, g_free);
      g_clear_pointer (&self->cells[i].differing, g_free);
    }

  G_OBJECT_CLASS (plx_claim_item_parent_class)->finalize (object);
}

static void
plx_claim_item_class_init (PlxClaimItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_claim_item_get_property;
  object_class->set_property = plx_claim_item_set_property;
  object_class->finalize = plx_claim_item_finalize;

  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_claim_item_init (PlxClaimItem *self)
{
  self->centre = G_MAXUINT;
}

PlxClaimItem *
plx_claim_item_new (guint n_columns)
{
  PlxClaimItem *self;

  g_return_val_if_fail (n_columns >= 1 && n_columns <= PLX_MAX_COLUMNS, NULL);

  self = g_object_new (PLX_TYPE_CLAIM_ITEM, NULL);
  self->n_columns = n_columns;
  return self;
}

PlxClaimCell *
plx_claim_item_edit_cell (PlxClaimItem *self,
                          guint         column)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self) && column < self->n_columns, NULL);

  return &self->cells[column];
}

const PlxClaimCell *
plx_claim_item_get_cell (PlxClaimItem *self,
                         guint         column)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self) && column < self->n_columns, NULL);

  return &self->cells[column];
}

guint
plx_claim_item_get_n_columns (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  return self->n_columns;
}

guint
plx_claim_item_get_n_reported (PlxClaimItem *self)
{
  guint n = 0;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  for (guint i = 0; i < self->n_columns; i++)
    n += self->cells[i].state == PLX_CLAIM_REPORTED;
  return n;
}

guint
plx_claim_item_get_centre (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  if (self->centre < self->n_columns)
    return self->centre;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->cells[i].state == PLX_CLAIM_REPORTED)
        return i;
    }
  return 0;
}

void
plx_claim_item_set_centre (PlxClaimItem *self,
                           guint         column)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self) && column < self->n_columns);

  self->centre = column;
}

guint
plx_claim_item_get_number (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  return self->number;
}

void
plx_claim_item_set_number (PlxClaimItem *self,
                           guint         number)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self));

  self->number = number;
}

double
plx_claim_item_get_place (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  return self->place;
}

void
plx_claim_item_set_place (PlxClaimItem *self,
                          double        place)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self));

  self->place = place;
}

double
plx_claim_item_get_gap (PlxClaimItem *self,
                        PlxAxisId     axis)
{
  double least = 2, greatest = -2;
  guint n = 0;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self) && axis >= 0, -1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->cells[i].state == PLX_CLAIM_REPORTED)
        {
          double score = plx_sentence_item_get_score (self->cells[i].sentence, axis)->score;

          least = MIN (least, score);
          greatest = MAX (greatest, score);
          n++;
        }
    }
  return n > 1 ? greatest - least : -1;
}

double
plx_claim_item_get_strength (PlxClaimItem *self,
                             PlxAxisId     axis)
{
  double strength = 0;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self) && axis >= 0, 0);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->cells[i].state == PLX_CLAIM_REPORTED)
        strength = MAX (strength,
                        fabs (plx_sentence_item_get_score (self->cells[i].sentence, axis)->score));
    }
  return strength;
}

gboolean
plx_claim_item_get_expanded (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), FALSE);

  return self->expanded;
}

void
plx_claim_item_set_expanded (PlxClaimItem *self,
                             gboolean      expanded)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self));

  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/* Choosing and ordering */

static gboolean
is_only_in (PlxClaimItem *claim,
            guint         column)
{
  for (guint i = 0; i < claim->n_columns; i++)
    {
      if ((claim->cells[i].state == PLX_CLAIM_OMITTED) == (i == column))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_selected (PlxClaimItem   *claim,
             PlxClaimsWhich  which,
             guint           column)
{
  switch (which)
    {
    case PLX_CLAIMS_COMMON:
      return plx_claim_item_get_n_reported (claim) > 1;
    case PLX_CLAIMS_OMITTED:
      return column < claim->n_columns && claim->cells[column].state == PLX_CLAIM_OMITTED;
    case PLX_CLAIMS_ONLY:
      return is_only_in (claim, column);
    case PLX_CLAIMS_ALL:
    default:
      return TRUE;
    }
}

typedef struct
{
  PlxClaimItem *claim;
  double        key; /* greatest first */
} Ordered;

static double
get_key (PlxClaimItem   *claim,
         PlxClaimsOrder  order,
         PlxAxisId       axis)
{
  switch (order)
    {
    case PLX_CLAIMS_BY_GAP:
      return plx_claim_item_get_gap (claim, axis);
    case PLX_CLAIMS_BY_PLACE:
      return -claim->place;
    case PLX_CLAIMS_BY_STRENGTH:
      return plx_claim_item_get_strength (claim, axis);
    case PLX_CLAIMS_BY_SOURCES:
    case PLX_N_CLAIMS_ORDERS:
    default:
      return 0; /* as they are numbered */
    }
}

static int
compare_ordered (gconstpointer a,
                 gconstpointer b)
{
  const Ordered *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? 1 : -1;
  return (x->claim->number > y->claim->number) - (x->claim->number < y->claim->number);
}

GPtrArray *
plx_claims_select (GPtrArray      *claims,
                   PlxClaimsWhich  which,
                   guint           column,
                   PlxClaimsOrder  order,
                   PlxAxisId       axis)
{
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (Ordered));
  GPtrArray *selected;

  g_return_val_if_fail (claims != NULL, NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      PlxClaimItem *claim = claims->pdata[i];

      if (is_selected (claim, which, column))
        {
          Ordered entry = { claim, get_key (claim, order, axis) };

          g_array_append_val (ordered, entry);
        }
    }
  g_array_sort (ordered, compare_ordered);
  selected = g_ptr_array_new_full (ordered->len, g_object_unref);
  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (selected, g_object_ref (g_array_index (ordered, Ordered, i).claim));
  return selected;
}
