/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-article-item.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

struct _PlxArticleItem
{
  GObject         parent_instance;

  PlxArticleInfo *info;
};

G_DEFINE_FINAL_TYPE (PlxArticleItem, plx_article_item, G_TYPE_OBJECT)

static void
plx_article_item_finalize (GObject *object)
{
  PlxArticleItem *self = PLX_ARTICLE_ITEM (object);

  g_clear_pointer (&self->info, plx_article_info_free);

  G_OBJECT_CLASS (plx_article_item_parent_class)->finalize (object);
}

static void
plx_article_item_class_init (PlxArticleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_article_item_finalize;
}

static void
plx_article_item_init (PlxArticleItem *self)
{
}

PlxArticleItem *
plx_article_item_new (PlxArticleInfo *info)
{
  PlxArticleItem *self;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (PLX_TYPE_ARTICLE_ITEM, NULL);
  self->info = info;
  return self;
}

const PlxArticleInfo *
plx_article_item_get_info (PlxArticleItem *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_ITEM (self), NULL);

  return self->info;
}

char *
plx_article_item_dup_caption (PlxArticleItem *self)
{
  g_autofree char *date = NULL;
  const char *byline;

  g_return_val_if_fail (PLX_IS_ARTICLE_ITEM (self), NULL);

  date = plx_date_format (self->info->date);
  byline = self->info->byline != NULL ? self->info->byline : "";
  if (*date == '\0' || *byline == '\0')
    return g_strconcat (date, byline, NULL);
  return g_strdup_printf ("%s · %s", date, byline);
}

char *
plx_article_dup_title (const char *title)
{
  /* Translators: stands for the headline of an article that has none */
  return g_strdup (title != NULL && *title != '\0' ? title : _("Untitled"));
}

char *
plx_date_format (const char *iso)
{
  int year = 0, month = 0, day = 0;
  g_autoptr (GDateTime) date = NULL;
  const char *format;
  int n;

  if (iso == NULL)
    return g_strdup ("");

  n = sscanf (iso, "%4d-%2d-%2d", &year, &month, &day);
  if (n < 1 || (date = g_date_time_new_utc (year, n > 1 ? month : 1, n > 2 ? day : 1, 0, 0, 0)) == NULL)
    return g_strdup (iso);

  /* Translators: dates as precise as the article gave them, see strftime(3) */
  format = n > 2 ? _("%-d %B %Y") : n > 1 ? _("%B %Y") : "%Y";
  return g_date_time_format (date, format);
}
