/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/import/plx-import.h"

/* What must hold of every article, whatever it was made from. */
static inline void
check_article (const PlxArticle *article)
{
  gsize last = 0;

  g_assert (g_utf8_validate (article->text, -1, NULL));
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);
      const char *start = article->text + block->span.start;

      g_assert (block->span.start >= last && block->span.end > block->span.start);
      g_assert (block->span.end <= article->length);
      g_assert (g_utf8_validate (start, block->span.end - block->span.start, NULL));
      last = block->span.end;
    }
}

static inline void
import_and_check (const uint8_t *data,
                  size_t         size,
                  PlxFormat      format)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = plx_import_bytes (bytes, NULL, format, &error);

  g_assert ((article == NULL) == (error != NULL));
  if (article != NULL)
    check_article (article);
}
