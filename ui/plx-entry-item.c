/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-entry-item.h"

struct _PlxEntryItem
{
  GObject     parent_instance;

  PlxLexicon *lexicon;
  guint32     index;
  guint       hits;
};

enum
{
  PROP_0,
  PROP_HITS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlxEntryItem, plx_entry_item, G_TYPE_OBJECT)

static void
plx_entry_item_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_HITS:
      g_value_set_uint (value, PLX_ENTRY_ITEM (object)->hits);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_entry_item_finalize (GObject *object)
{
  plx_lexicon_unref (PLX_ENTRY_ITEM (object)->lexicon);

  G_OBJECT_CLASS (plx_entry_item_parent_class)->finalize (object);
}

static void
plx_entry_item_class_init (PlxEntryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_entry_item_get_property;
  object_class->finalize = plx_entry_item_finalize;
  properties[PROP_HITS] =
    g_param_spec_uint ("hits", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_entry_item_init (PlxEntryItem *self)
{
}

PlxEntryItem *
plx_entry_item_new (PlxLexicon *lexicon,
                    guint32     index)
{
  PlxEntryItem *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_object_new (PLX_TYPE_ENTRY_ITEM, NULL);
  self->lexicon = plx_lexicon_ref (lexicon);
  self->index = index;
  return self;
}

const PlxEntry *
plx_entry_item_get_entry (PlxEntryItem *self)
{
  g_return_val_if_fail (PLX_IS_ENTRY_ITEM (self), NULL);

  return plx_lexicon_get_entry (self->lexicon, self->index);
}

guint32
plx_entry_item_get_index (PlxEntryItem *self)
{
  g_return_val_if_fail (PLX_IS_ENTRY_ITEM (self), PLX_NONE);

  return self->index;
}

PlxLexicon *
plx_entry_item_get_lexicon (PlxEntryItem *self)
{
  g_return_val_if_fail (PLX_IS_ENTRY_ITEM (self), NULL);

  return self->lexicon;
}

guint
plx_entry_item_get_hits (PlxEntryItem *self)
{
  g_return_val_if_fail (PLX_IS_ENTRY_ITEM (self), 0);

  return self->hits;
}

void
plx_entry_item_set_hits (PlxEntryItem *self,
                         guint         hits)
{
  g_return_if_fail (PLX_IS_ENTRY_ITEM (self));

  if (self->hits == hits)
    return;
  self->hits = hits;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HITS]);
}
