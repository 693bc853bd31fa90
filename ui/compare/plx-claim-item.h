/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A claim as an object for lists: what each of the sources side by side says of one fact. The
 * sources are columns, counted from 0. It is made on any thread and does not change afterwards,
 * but for `expanded`. */

#include "ui/evidence/plx-sentence-item.h"

G_BEGIN_DECLS

/* The most sources that can be read side by side. */
#define PLX_MAX_COLUMNS 4

typedef enum
{
  PLX_CLAIM_OMITTED,
  PLX_CLAIM_TOUCHED,  /* a sentence is near it, but does not state it */
  PLX_CLAIM_REPORTED,
} PlxClaimState;

/* Who has a passage from whom, as far as can be told. */
typedef enum
{
  PLX_CLAIM_SHARED,   /* no telling */
  PLX_CLAIM_CREDITED, /* this one credits the other */
  PLX_CLAIM_LATER,    /* the other had it first */
  PLX_CLAIM_FIRST,    /* this one had it first, or is credited */
  PLX_CLAIM_AGENCY,   /* both have it from one agency */
} PlxClaimOrigin;

typedef struct
{
  PlxClaimState    state;
  PlxSentenceItem *sentence;    /* NULL: omitted */
  double           alike;       /* 0 … 1, with the claim's centre */
  PlxSpan          wire;        /* bytes of the sentence that another column has word for word;
                                 * empty for none */
  guint            wire_column; /* the other one */
  PlxClaimOrigin   origin;
  char            *agency;      /* for PLX_CLAIM_AGENCY, else NULL */
  PlxSpan         *differing;   /* words of the sentence that no other column has */
  guint            n_differing;
} PlxClaimCell;

#define PLX_TYPE_CLAIM_ITEM (plx_claim_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimItem, plx_claim_item, PLX, CLAIM_ITEM, GObject)

/* plx_claim_item_new: a claim that @n_columns sources omit, 1 … PLX_MAX_COLUMNS */
PlxClaimItem       *plx_claim_item_new            (guint n_columns);

/* plx_claim_item_edit_cell: Returns: the cell, to be filled in before anybody else sees the item */
PlxClaimCell       *plx_claim_item_edit_cell      (PlxClaimItem *self, guint column);
const PlxClaimCell *plx_claim_item_get_cell       (PlxClaimItem *self, guint column);
guint               plx_claim_item_get_n_columns  (PlxClaimItem *self);

/* plx_claim_item_get_n_reported: Returns: how many sources report it, those that only touch on
 *   it not counted */
guint               plx_claim_item_get_n_reported (PlxClaimItem *self);

/* plx_claim_item_get_centre: Returns: the column whose wording stands for the claim: its centre's,
 *   else the first that reports it */
guint               plx_claim_item_get_centre     (PlxClaimItem *self);
void                plx_claim_item_set_centre     (PlxClaimItem *self, guint column);

/* plx_claim_item_get_number: Returns: its place among all claims, most reported first, from 1 */
guint               plx_claim_item_get_number     (PlxClaimItem *self);
void                plx_claim_item_set_number     (PlxClaimItem *self, guint number);

/* plx_claim_item_get_place: Returns: how far down the article it stands, 0 … 1: in the first
 *   column that reports it */
double              plx_claim_item_get_place      (PlxClaimItem *self);
void                plx_claim_item_set_place      (PlxClaimItem *self, double place);

/* plx_claim_item_get_gap: Returns: the difference between the greatest and the least score among
 *   those who report it, 0 … 2; -1 if fewer than two do */
double              plx_claim_item_get_gap        (PlxClaimItem *self, PlxAxisId axis);

/* plx_claim_item_get_strength: Returns: the greatest score, signs aside, among those who report it */
double              plx_claim_item_get_strength   (PlxClaimItem *self, PlxAxisId axis);

/* Property `expanded`: whether a list shows the wordings in full */
gboolean            plx_claim_item_get_expanded   (PlxClaimItem *self);
void                plx_claim_item_set_expanded   (PlxClaimItem *self, gboolean expanded);

typedef enum
{
  PLX_CLAIMS_BY_SOURCES, /* most reported first */
  PLX_CLAIMS_BY_GAP,     /* greatest difference of framing first */
  PLX_CLAIMS_BY_PLACE,   /* as they come in the article */
  PLX_CLAIMS_BY_STRENGTH,
  PLX_N_CLAIMS_ORDERS
} PlxClaimsOrder;

typedef enum
{
  PLX_CLAIMS_ALL,
  PLX_CLAIMS_COMMON,  /* reported by two or more */
  PLX_CLAIMS_OMITTED, /* by a column, which does not touch on them either */
  PLX_CLAIMS_ONLY,    /* in a column, without another that touches on them */
} PlxClaimsWhich;

/* plx_claims_select:
 * @claims: (element-type PlxClaimItem)
 * @column: of PLX_CLAIMS_OMITTED and PLX_CLAIMS_ONLY
 * @axis: of PLX_CLAIMS_BY_GAP and PLX_CLAIMS_BY_STRENGTH
 *
 * Returns: (transfer full) (element-type PlxClaimItem): those asked for, in order */
GPtrArray          *plx_claims_select             (GPtrArray *claims, PlxClaimsWhich which,
                                                   guint column, PlxClaimsOrder order,
                                                   PlxAxisId axis);

G_END_DECLS
