/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Something that the palette leads to. */

#include "analysis/lexicon/plx-lexicon.h"
#include "data/corpus/plx-corpus.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_PALETTE_ACTION,
  PLX_PALETTE_CORPUS,
  PLX_PALETTE_SOURCE,
  PLX_PALETTE_ARTICLE,
  PLX_PALETTE_ENTRY,
  PLX_N_PALETTE_KINDS
} PlxPaletteKind;

#define PLX_TYPE_PALETTE_ITEM (plx_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxPaletteItem, plx_palette_item, PLX, PALETTE_ITEM, GObject)

/* plx_palette_item_new_action:
 * @title: translated; mnemonics are taken out
 * @action: detailed, as in "win.export-chart::svg"
 * @shortcut: (nullable): for display */
PlxPaletteItem *plx_palette_item_new_action  (const char *title, const char *action,
                                              const char *shortcut);
PlxPaletteItem *plx_palette_item_new_corpus  (const char *title, const char *uri,
                                              const char *folder);
PlxPaletteItem *plx_palette_item_new_source  (gint64 id, const char *title, guint n_articles);
PlxPaletteItem *plx_palette_item_new_article (const PlxArticleInfo *info);
PlxPaletteItem *plx_palette_item_new_entry   (PlxLexicon *lexicon, guint32 index);

PlxPaletteKind  plx_palette_item_get_kind     (PlxPaletteItem *self);
const char     *plx_palette_item_get_title    (PlxPaletteItem *self);
/* Returns: "" if there is nothing to add */
const char     *plx_palette_item_get_detail   (PlxPaletteItem *self);
/* Returns: (nullable) */
const char     *plx_palette_item_get_shortcut (PlxPaletteItem *self);
/* plx_palette_item_get_target: Returns: the action, or the address of the corpus; NULL for others */
const char     *plx_palette_item_get_target   (PlxPaletteItem *self);
/* plx_palette_item_get_id: Returns: of the source or article; 0 for others */
gint64          plx_palette_item_get_id       (PlxPaletteItem *self);
/* plx_palette_item_get_entry: Returns: (nullable) (transfer none): lives as long as the item */
const PlxEntry *plx_palette_item_get_entry    (PlxPaletteItem *self);
/* Returns: (nullable) (transfer none) */
PlxLexicon     *plx_palette_item_get_lexicon  (PlxPaletteItem *self);
/* plx_palette_item_get_folded: Returns: the title for plx_match_score() */
const char     *plx_palette_item_get_folded   (PlxPaletteItem *self);

/* plx_palette_kind_get_label: Returns: translated, as in "Article" */
const char     *plx_palette_kind_get_label    (PlxPaletteKind kind);
const char     *plx_palette_kind_get_icon     (PlxPaletteKind kind);
/* plx_palette_item_dup_spoken: Returns: (transfer full): all of a row in one line */
char           *plx_palette_item_dup_spoken   (PlxPaletteItem *self);

G_END_DECLS
