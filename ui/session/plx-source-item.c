/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-item.h"

struct _PlxSourceItem
{
  GObject     parent_instance;

  gint64      id;
  char       *name;
  GListStore *articles; /* of PlxArticleItem */
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_N_ARTICLES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlxSourceItem, plx_source_item, G_TYPE_OBJECT)

static void
plx_source_item_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlxSourceItem *self = PLX_SOURCE_ITEM (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, g_list_model_get_n_items (G_LIST_MODEL (self->articles)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_source_item_finalize (GObject *object)
{
  PlxSourceItem *self = PLX_SOURCE_ITEM (object);

  g_clear_object (&self->articles);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (plx_source_item_parent_class)->finalize (object);
}

static void
plx_source_item_class_init (PlxSourceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_source_item_get_property;
  object_class->finalize = plx_source_item_finalize;

  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_ARTICLES] =
    g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_source_item_init (PlxSourceItem *self)
{
  self->articles = g_list_store_new (PLX_TYPE_ARTICLE_ITEM);
}

PlxSourceItem *
plx_source_item_new (gint64      id,
                     const char *name)
{
  PlxSourceItem *self = g_object_new (PLX_TYPE_SOURCE_ITEM, NULL);

  self->id = id;
  self->name = g_strdup (name);
  return self;
}

gint64
plx_source_item_get_id (PlxSourceItem *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_ITEM (self), 0);

  return self->id;
}

const char *
plx_source_item_get_name (PlxSourceItem *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_ITEM (self), NULL);

  return self->name;
}

GListModel *
plx_source_item_get_articles (PlxSourceItem *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_ITEM (self), NULL);

  return G_LIST_MODEL (self->articles);
}

static gboolean
is_same (GListModel *store,
         guint       position,
         gpointer    item)
{
  g_autoptr (PlxArticleItem) old = g_list_model_get_item (store, position);

  return plx_article_info_equal (plx_article_item_get_info (old),
                                 plx_article_item_get_info (item));
}

void
plx_source_item_set_articles (PlxSourceItem *self,
                              GPtrArray     *articles)
{
  GListModel *store;
  guint n_old, n_new, start = 0, end = 0;

  g_return_if_fail (PLX_IS_SOURCE_ITEM (self));
  g_return_if_fail (articles != NULL);

  store = G_LIST_MODEL (self->articles);
  n_old = g_list_model_get_n_items (store);
  n_new = articles->len;

  while (start < MIN (n_old, n_new) && is_same (store, start, articles->pdata[start]))
    start++;
  while (end < MIN (n_old, n_new) - start &&
         is_same (store, n_old - 1 - end, articles->pdata[n_new - 1 - end]))
    end++;

  if (start + end == n_old && n_old == n_new)
    return;
  g_list_store_splice (self->articles, start, n_old - start - end,
                       articles->pdata + start, n_new - start - end);
  if (n_old != n_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
}

void
plx_source_item_set_name (PlxSourceItem *self,
                          const char    *name)
{
  g_return_if_fail (PLX_IS_SOURCE_ITEM (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}
