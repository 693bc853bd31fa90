/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-units.h"

#include <string.h>

typedef struct
{
  const PlxHtmlTree *tree;
  PlxHtmlUnits      *units;
  PlxHtmlUnit        unit;       /* the one being filled */
  gboolean           is_open;
  gboolean           has_gap;    /* white space is due before the next character */
  guint              n_breaks;   /* <br> since the last text */
  guint32            link_end;   /* node index at which the current link ends */
} Writer;

static void
close_unit (Writer *self)
{
  GString *text = self->units->text;

  self->has_gap = FALSE;
  self->n_breaks = 0;
  if (!self->is_open)
    return;

  self->is_open = FALSE;
  self->unit.line.span.end = (guint32) text->len;
  self->unit.n_bytes = plx_span_length (self->unit.line.span);
  g_string_append_c (text, '\n');
  g_array_append_val (self->units->units, self->unit);
}

/* Of the block elements around a text, the one that says most about it: a heading or caption
 * further out is worth more than a plain division inside it. */
static PlxTag
telling_tag (const PlxHtmlTree *tree,
             guint32            block)
{
  PlxTag own = plx_html_tree_get_node (tree, block)->tag;

  if (own != PLX_TAG_P && own != PLX_TAG_DIV)
    return own;
  for (guint32 i = block, steps = 0; i != 0 && steps < 6;
       i = plx_html_tree_get_node (tree, i)->parent, steps++)
    {
      PlxTag tag = plx_html_tree_get_node (tree, i)->tag;

      if ((tag >= PLX_TAG_H1 && tag <= PLX_TAG_H6) || tag == PLX_TAG_FIGCAPTION ||
          tag == PLX_TAG_LI || tag == PLX_TAG_BLOCKQUOTE || tag == PLX_TAG_TD)
        return tag;
      if (tag == PLX_TAG_ARTICLE || tag == PLX_TAG_BODY || tag == PLX_TAG_SECTION)
        break;
    }

  return own;
}

static void
open_unit (Writer *self,
           guint32 node)
{
  guint32 block = node;

  while (block != 0 && !plx_html_tag_is_block (plx_html_tree_get_node (self->tree, block)->tag))
    block = plx_html_tree_get_node (self->tree, block)->parent;
  memset (&self->unit, 0, sizeof self->unit);
  self->unit.line.kind = PLX_BLOCK_BODY;
  self->unit.line.span.start = (guint32) self->units->text->len;
  self->unit.node = node;
  self->unit.block = block;
  self->unit.tag = (guint8) telling_tag (self->tree, block);
  self->is_open = TRUE;
  self->has_gap = FALSE;
}

/* A line break ends a paragraph if there are two, or if the text before it is a whole sentence
 * or nothing but links; otherwise somebody only wrapped a line. */
static gboolean
breaks_end_unit (Writer *self)
{
  GString *text = self->units->text;
  gsize start = self->unit.line.span.start;
  gunichar last;

  if (self->n_breaks >= 2)
    return TRUE;
  if (self->unit.n_link_bytes + 4 >= text->len - start)
    return TRUE;

  last = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
  return strchr (".!?:", (int) (last & 0x7F)) != NULL || last > 0x2000;
}

static void
write_text (Writer *self,
            guint32 index)
{
  const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, index);
  const char *at = plx_html_tree_get_text (self->tree, index);
  const char *end = at + node->length;
  GString *text = self->units->text;
  gboolean is_link = index < self->link_end;

  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);
      gsize before = text->len;

      if (g_unichar_isspace (c))
        {
          self->has_gap = TRUE;
          at = next;
          continue;
        }
      if (self->is_open && self->n_breaks > 0 && breaks_end_unit (self))
        close_unit (self);
      self->n_breaks = 0;
      if (!self->is_open)
        {
          open_unit (self, index);
          before = text->len;
        }
      if (self->has_gap)
        g_string_append_c (text, ' ');
      self->has_gap = FALSE;
      g_string_append_len (text, at, next - at);
      self->unit.last_node = index;
      if (is_link)
        {
          if (self->unit.n_link_bytes + self->unit.line.span.start == before)
            self->unit.n_lead_bytes += (guint) (text->len - before);
          self->unit.n_link_bytes += (guint) (text->len - before);
        }
      at = next;
    }
}

static gboolean
is_hidden (const PlxHtmlTree *tree,
           guint32            node)
{
  const char *style = plx_html_tree_get_attr (tree, node, PLX_ATTR_STYLE);

  if (plx_html_tree_get_attr (tree, node, PLX_ATTR_HIDDEN) != NULL)
    return TRUE;
  return style != NULL && (strstr (style, "display:none") != NULL ||
                           strstr (style, "display: none") != NULL);
}

PlxHtmlUnits *
plx_html_units_new (const PlxHtmlTree *tree)
{
  PlxHtmlUnits *units = g_new0 (PlxHtmlUnits, 1);
  Writer self = { .tree = tree, .units = units };
  guint32 size = plx_html_tree_get_size (tree);
  g_autoptr (GArray) block_ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  units->text = g_string_new (NULL);
  units->units = g_array_new (FALSE, FALSE, sizeof (PlxHtmlUnit));
  for (guint32 i = 0; i < size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (tree, i);

      while (block_ends->len > 0 && g_array_index (block_ends, guint32, block_ends->len - 1) <= i)
        {
          close_unit (&self);
          g_array_set_size (block_ends, block_ends->len - 1);
        }
      if (node->tag == PLX_TAG_TEXT)
        {
          write_text (&self, i);
          continue;
        }
      if (node->tag == PLX_TAG_SCRIPT || node->tag == PLX_TAG_HEAD || node->tag == PLX_TAG_TITLE ||
          is_hidden (tree, i))
        {
          i = node->end - 1;
          continue;
        }
      if (node->tag == PLX_TAG_BR)
        {
          self.n_breaks++;
          self.has_gap = TRUE;
        }
      else if (plx_html_tag_is_block (node->tag))
        {
          close_unit (&self);
          g_array_append_val (block_ends, node->end);
        }
      else if (node->tag == PLX_TAG_A && i >= self.link_end)
        {
          self.link_end = node->end;
        }
    }
  close_unit (&self);

  for (guint i = 0; i < units->units->len; i++)
    plx_line_measure (&g_array_index (units->units, PlxHtmlUnit, i).line, units->text->str);
  return units;
}

void
plx_html_units_free (PlxHtmlUnits *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->units);
  g_free (self);
}
