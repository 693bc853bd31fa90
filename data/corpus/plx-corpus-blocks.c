/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include "plx-corrections.h"

#include <string.h>

/* The outer before the inner, which overrules it. */
static const char sql_kinds[] =
  "SELECT first, after, kind FROM kinds WHERE article_id = ? ORDER BY first, after DESC";

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

static gboolean
is_border (const PlxArticle *article,
           guint32           offset)
{
  return offset <= article->length && (article->text[offset] & 0xc0) != 0x80;
}

/* Makes two of the block that @offset lies within, if there is one. Returns: the first block that
 * ends behind @offset, which begins there or later */
static guint
split_at (GArray *blocks,
          guint32 offset)
{
  guint low = 0, high = blocks->len;
  PlxBlock *block, rest;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (blocks, PlxBlock, middle).span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == blocks->len || g_array_index (blocks, PlxBlock, low).span.start >= offset)
    return low;

  block = &g_array_index (blocks, PlxBlock, low);
  rest = *block;
  block->span.end = offset;
  rest.span.start = offset;
  g_array_insert_val (blocks, low + 1, rest);
  return low + 1;
}

/* Without any, all of the text is one block of body. */
static void
ensure_blocks (PlxArticle *article)
{
  if (article->blocks->len == 0 && article->length > 0)
    plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 0, (guint32) article->length });
}

static void
correct_kind (PlxArticle  *article,
              PlxSpan      span,
              PlxBlockKind kind)
{
  guint first, end;

  if (span.start >= span.end || !is_border (article, span.start) || !is_border (article, span.end))
    return;
  ensure_blocks (article);
  first = split_at (article->blocks, span.start);
  end = split_at (article->blocks, span.end);
  for (guint i = first; i < end; i++)
    g_array_index (article->blocks, PlxBlock, i).kind = kind;
}

gboolean
plx_corpus_blocks_correct (PlxSqliteConnection *connection,
                           gint64               article_id,
                           PlxArticle          *article,
                           GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_kinds, error);
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, article_id);
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      gint64 start = plx_sqlite_statement_get_int64 (statement, 0);
      gint64 end = plx_sqlite_statement_get_int64 (statement, 1);
      g_autofree char *name = plx_sqlite_statement_dup_text (statement, 2);
      PlxBlockKind kind;

      if (start >= 0 && end <= (gint64) article->length &&
          plx_block_kind_from_string (name, &kind))
        correct_kind (article, (PlxSpan) { (guint32) start, (guint32) end }, kind);
    }

  return step == PLX_SQLITE_DONE;
}
