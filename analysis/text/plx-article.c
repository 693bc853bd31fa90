/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-article.h"

#include <string.h>

static const struct
{
  const char *name;
  gboolean    is_read;
} block_kinds[] = {
  [PLX_BLOCK_HEADLINE] = { "headline", FALSE },
  [PLX_BLOCK_STANDFIRST] = { "standfirst", TRUE },
  [PLX_BLOCK_BODY] = { "body", TRUE },
  [PLX_BLOCK_SUBHEADING] = { "subheading", TRUE },
  [PLX_BLOCK_CAPTION] = { "caption", FALSE },
  [PLX_BLOCK_METADATA] = { "metadata", FALSE },
  [PLX_BLOCK_BOILERPLATE] = { "boilerplate", FALSE },
};

gboolean
plx_block_kind_is_read (PlxBlockKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (block_kinds), FALSE);

  return block_kinds[kind].is_read;
}

const char *
plx_block_kind_to_string (PlxBlockKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (block_kinds), NULL);

  return block_kinds[kind].name;
}

gboolean
plx_block_kind_from_string (const char   *name,
                            PlxBlockKind *out_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_kinds); i++)
    {
      if (g_strcmp0 (block_kinds[i].name, name) == 0)
        {
          *out_kind = (PlxBlockKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

PlxArticle *
plx_article_new (char *text)
{
  PlxArticle *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (PlxArticle, 1);
  self->text = text;
  self->length = strlen (text);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  return self;
}

PlxArticle *
plx_article_copy (const PlxArticle *self)
{
  PlxArticle *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = plx_article_new (g_strdup (self->text));
  copy->id = g_strdup (self->id);
  copy->source = g_strdup (self->source);
  copy->title = g_strdup (self->title);
  copy->byline = g_strdup (self->byline);
  copy->agency = g_strdup (self->agency);
  copy->date = g_strdup (self->date);
  copy->updated = g_strdup (self->updated);
  copy->url = g_strdup (self->url);
  copy->language = g_strdup (self->language);
  g_array_append_vals (copy->blocks, self->blocks->data, self->blocks->len);
  return copy;
}

void
plx_article_free (PlxArticle *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->source);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->agency);
  g_free (self->date);
  g_free (self->updated);
  g_free (self->url);
  g_free (self->language);
  g_free (self->text);
  g_array_unref (self->blocks);
  g_free (self);
}

void
plx_article_add_block (PlxArticle  *self,
                       PlxBlockKind kind,
                       PlxSpan      span)
{
  PlxBlock block = { span, kind };

  g_return_if_fail (span.start <= span.end && span.end <= self->length);
  g_return_if_fail (self->blocks->len == 0 ||
                    g_array_index (self->blocks, PlxBlock, self->blocks->len - 1).span.end <=
                      span.start);

  g_array_append_val (self->blocks, block);
}
