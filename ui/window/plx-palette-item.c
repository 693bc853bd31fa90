/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-palette-item.h"

#include "plx-match.h"
#include "ui/session/plx-article-item.h"
#include "ui/widgets/plx-source-row.h"
#include "ui/words/plx-word.h"

#include <glib/gi18n.h>

struct _PlxPaletteItem
{
  GObject         parent_instance;

  PlxPaletteKind  kind;
  char           *title;
  char           *detail;
  char           *shortcut;
  char           *target;
  char           *folded; /* made when it is asked for */
  PlxLexicon     *lexicon;
  guint32         index;
  gint64          id;
};

G_DEFINE_FINAL_TYPE (PlxPaletteItem, plx_palette_item, G_TYPE_OBJECT)

static void
plx_palette_item_finalize (GObject *object)
{
  PlxPaletteItem *self = PLX_PALETTE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->shortcut);
  g_free (self->target);
  g_free (self->folded);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);

  G_OBJECT_CLASS (plx_palette_item_parent_class)->finalize (object);
}

static void
plx_palette_item_class_init (PlxPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_palette_item_finalize;
}

static void
plx_palette_item_init (PlxPaletteItem *self)
{
}

static PlxPaletteItem *
item_new (PlxPaletteKind  kind,
          char           *title,
          char           *detail)
{
  PlxPaletteItem *self = g_object_new (PLX_TYPE_PALETTE_ITEM, NULL);

  self->kind = kind;
  self->title = title;
  self->detail = detail;
  return self;
}

/* "_Open…" is "Open…" to the eye. */
static char *
strip_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("", parts);
}

PlxPaletteItem *
plx_palette_item_new_action (const char *title,
                             const char *action,
                             const char *shortcut)
{
  PlxPaletteItem *self = item_new (PLX_PALETTE_ACTION, strip_mnemonic (title), g_strdup (""));

  self->target = g_strdup (action);
  self->shortcut = g_strdup (shortcut);
  return self;
}

PlxPaletteItem *
plx_palette_item_new_corpus (const char *title,
                             const char *uri,
                             const char *folder)
{
  PlxPaletteItem *self = item_new (PLX_PALETTE_CORPUS, g_strdup (title), g_strdup (folder));

  self->target = g_strdup (uri);
  return self;
}

PlxPaletteItem *
plx_palette_item_new_source (gint64      id,
                             const char *title,
                             guint       n_articles)
{
  char *detail = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  PlxPaletteItem *self = item_new (PLX_PALETTE_SOURCE, g_strdup (title), detail);

  self->id = id;
  return self;
}

PlxPaletteItem *
plx_palette_item_new_article (const PlxArticleInfo *info)
{
  g_autofree char *date = plx_date_format (info->date);
  g_autofree char *source = plx_source_dup_label (info->source);
  char *detail = *date != '\0' ? g_strjoin (" · ", source, date, NULL) : g_strdup (source);
  PlxPaletteItem *self = item_new (PLX_PALETTE_ARTICLE, plx_article_dup_title (info->title), detail);

  self->id = info->id;
  return self;
}

PlxPaletteItem *
plx_palette_item_new_entry (PlxLexicon *lexicon,
                            guint32     index)
{
  g_autoptr (PlxWord) word = plx_word_new (lexicon, index, PLX_WORD_SHIPPED, NULL, PLX_NONE);
  PlxPaletteItem *self = item_new (PLX_PALETTE_ENTRY,
                                   g_strdup (plx_word_get_entry (word)->pattern),
                                   plx_word_dup_facts (word));

  self->lexicon = plx_lexicon_ref (lexicon);
  self->index = index;
  return self;
}

PlxPaletteKind
plx_palette_item_get_kind (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), PLX_PALETTE_ACTION);

  return self->kind;
}

const char *
plx_palette_item_get_title (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  return self->title;
}

const char *
plx_palette_item_get_detail (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  return self->detail;
}

const char *
plx_palette_item_get_shortcut (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  return self->shortcut;
}

const char *
plx_palette_item_get_target (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  return self->target;
}

gint64
plx_palette_item_get_id (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), 0);

  return self->id;
}

const PlxEntry *
plx_palette_item_get_entry (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  return self->lexicon != NULL ? plx_lexicon_get_entry (self->lexicon, self->index) : NULL;
}

PlxLexicon *
plx_palette_item_get_lexicon (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  return self->lexicon;
}

const char *
plx_palette_item_get_folded (PlxPaletteItem *self)
{
  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  if (self->folded == NULL)
    self->folded = plx_match_fold (self->title);
  return self->folded;
}

const char *
plx_palette_kind_get_label (PlxPaletteKind kind)
{
  static const char *const labels[PLX_N_PALETTE_KINDS] = {
    [PLX_PALETTE_ACTION] = NC_("kind of result", "Action"),
    [PLX_PALETTE_CORPUS] = NC_("kind of result", "Corpus"),
    [PLX_PALETTE_SOURCE] = NC_("kind of result", "Source"),
    [PLX_PALETTE_ARTICLE] = NC_("kind of result", "Article"),
    [PLX_PALETTE_ENTRY] = NC_("kind of result", "Word"),
  };

  g_return_val_if_fail ((guint) kind < PLX_N_PALETTE_KINDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of result", labels[kind]);
}

const char *
plx_palette_kind_get_icon (PlxPaletteKind kind)
{
  static const char *const icons[PLX_N_PALETTE_KINDS] = {
    [PLX_PALETTE_ACTION] = "system-run-symbolic",
    [PLX_PALETTE_CORPUS] = "document-open-recent-symbolic",
    [PLX_PALETTE_SOURCE] = "folder-symbolic",
    [PLX_PALETTE_ARTICLE] = "text-x-generic-symbolic",
    [PLX_PALETTE_ENTRY] = "format-text-rich-symbolic",
  };

  g_return_val_if_fail ((guint) kind < PLX_N_PALETTE_KINDS, NULL);

  return icons[kind];
}

char *
plx_palette_item_dup_spoken (PlxPaletteItem *self)
{
  GString *text;

  g_return_val_if_fail (PLX_IS_PALETTE_ITEM (self), NULL);

  text = g_string_new (self->title);
  g_string_append_printf (text, ", %s", plx_palette_kind_get_label (self->kind));
  if (*self->detail != '\0')
    g_string_append_printf (text, ", %s", self->detail);
  if (self->shortcut != NULL)
    g_string_append_printf (text, ", %s", self->shortcut);
  return g_string_free (text, FALSE);
}
