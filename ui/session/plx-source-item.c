/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-item.h"

struct _PlxSourceItem
{
  GObject     parent_instance;

  gint64          id;
  char           *name;
  PlxArticleList *articles;
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
  self->articles = plx_article_list_new ();
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

void
plx_source_item_set_articles (PlxSourceItem       *self,
                              PlxCorpusKept       *kept,
                              const PlxKeptSource *source)
{
  guint n_old;

  g_return_if_fail (PLX_IS_SOURCE_ITEM (self));
  g_return_if_fail (kept != NULL);
  g_return_if_fail (source == NULL || source->id == self->id);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (self->articles));
  plx_article_list_set (self->articles, kept, source);
  if (n_old != g_list_model_get_n_items (G_LIST_MODEL (self->articles)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
}

char *
plx_source_item_dup_title (PlxSourceItem *self,
                           gint64         article_id)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (PLX_IS_SOURCE_ITEM (self), NULL);

  title = plx_article_list_dup_title (self->articles, article_id);
  return title != NULL ? plx_article_dup_title (title) : g_strdup ("");
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
