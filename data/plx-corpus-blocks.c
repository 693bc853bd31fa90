/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include <string.h>

char *
plx_corpus_blocks_to_string (GArray *blocks)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (blocks, PlxBlock, i);

      g_string_append_printf (string, "%s %u %u\n", plx_block_kind_to_string (block->kind),
                              block->span.start, block->span.end);
    }

  return g_string_free (string, FALSE);
}

static gboolean
parse_offset (const char      **cursor,
              char              terminator,
              const PlxArticle *article,
              guint32          *out_offset)
{
  char *end;
  guint64 offset;

  if (!g_ascii_isdigit (**cursor))
    return FALSE;
  offset = g_ascii_strtoull (*cursor, &end, 10);
  if (*end != terminator || offset > article->length)
    return FALSE;
  /* On the border of a character: not before a continuation byte. */
  if ((article->text[offset] & 0xc0) == 0x80)
    return FALSE;

  *cursor = end + 1;
  *out_offset = (guint32) offset;
  return TRUE;
}

static gboolean
parse_block (const char **cursor,
             PlxArticle  *article,
             guint32      last_end)
{
  char name[16];
  const char *space = strchr (*cursor, ' ');
  gsize length = space != NULL ? (gsize) (space - *cursor) : 0;
  PlxBlock block;

  if (length == 0 || length >= sizeof name)
    return FALSE;
  memcpy (name, *cursor, length);
  name[length] = '\0';
  if (!plx_block_kind_from_string (name, &block.kind))
    return FALSE;

  *cursor = space + 1;
  if (!parse_offset (cursor, ' ', article, &block.span.start) ||
      !parse_offset (cursor, '\n', article, &block.span.end) ||
      block.span.start < last_end || block.span.end < block.span.start)
    return FALSE;

  g_array_append_val (article->blocks, block);
  return TRUE;
}

gboolean
plx_corpus_blocks_parse (const char *string,
                         PlxArticle *article,
                         GError    **error)
{
  guint32 last_end = 0;

  while (*string != '\0')
    {
      if (!parse_block (&string, article, last_end))
        {
          g_set_error_literal (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT,
                               "The blocks of an article do not fit its text; the file is "
                               "damaged: “parallax-cli verify” says more");
          return FALSE;
        }
      last_end = g_array_index (article->blocks, PlxBlock, article->blocks->len - 1).span.end;
    }

  return TRUE;
}
