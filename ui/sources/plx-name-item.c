/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-name-item.h"

#include <string.h>

struct _PlxNameItem
{
  GObject  parent_instance;

  char    *value;  /* nullable */
  char    *label;
  char    *folded; /* made when it is first asked for */
  guint    count;
};

G_DEFINE_FINAL_TYPE (PlxNameItem, plx_name_item, G_TYPE_OBJECT)

static void
plx_name_item_finalize (GObject *object)
{
  PlxNameItem *self = PLX_NAME_ITEM (object);

  g_free (self->value);
  g_free (self->label);
  g_free (self->folded);

  G_OBJECT_CLASS (plx_name_item_parent_class)->finalize (object);
}

static void
plx_name_item_class_init (PlxNameItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_name_item_finalize;
}

static void
plx_name_item_init (PlxNameItem *self)
{
}

PlxNameItem *
plx_name_item_new (const char *value,
                   const char *label,
                   guint       count)
{
  PlxNameItem *self = g_object_new (PLX_TYPE_NAME_ITEM, NULL);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  self->count = count;
  return self;
}

const char *
plx_name_item_get_value (PlxNameItem *self)
{
  return self->value;
}

const char *
plx_name_item_get_label (PlxNameItem *self)
{
  return self->label;
}

guint
plx_name_item_get_count (PlxNameItem *self)
{
  return self->count;
}

gboolean
plx_name_item_matches (PlxNameItem *self,
                       const char  *folded)
{
  if (*folded == '\0')
    return TRUE;
  if (self->folded == NULL)
    self->folded = g_utf8_casefold (self->label, -1);
  return strstr (self->folded, folded) != NULL;
}
