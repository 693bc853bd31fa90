/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-tree.h"

#include "plx-decode.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Bounds: real pages stay far below them. */
#define MAX_NODES     2500000u
#define MAX_DEPTH     500u
#define MAX_VALUE     (1024u * 1024) /* of an attribute */
/* libxml2 compares each attribute of an element with all before it. */
#define MAX_ATTRIBUTES 400u
/* A closing tag makes libxml2 search its stack of open elements. Work is counted as closing tags
 * times open elements, and the parse ended where it gets out of hand. */
#define MAX_WORK      (300u * 1000 * 1000)
#define CHUNK_BYTES   16384

typedef struct
{
  PlxAttr attr;
  guint32 value; /* offset into the values pool */
} Attribute;

struct _PlxHtmlTree
{
  GArray  *nodes;
  GArray  *attributes;
  GString *text;
  GString *values;
};

typedef struct
{
  PlxHtmlTree *tree;
  htmlParserCtxtPtr context;
  guint32     *open;        /* of the elements open now, MAX_DEPTH at most */
  const char **open_names;
  guint        n_open;
  guint        n_too_deep;  /* open elements beyond MAX_DEPTH */
  guint        skip_depth;  /* inside how many elements nobody sees */
  gboolean     is_full;
} Builder;

static const struct
{
  const char *name;
  PlxTag      tag;
} tag_names[] = {
  { "a", PLX_TAG_A }, { "address", PLX_TAG_DIV }, { "amp-body", PLX_TAG_DIV },
  { "article", PLX_TAG_ARTICLE }, { "aside", PLX_TAG_ASIDE }, { "blockquote", PLX_TAG_BLOCKQUOTE },
  { "body", PLX_TAG_BODY }, { "br", PLX_TAG_BR }, { "button", PLX_TAG_BUTTON },
  { "caption", PLX_TAG_FIGCAPTION }, { "center", PLX_TAG_DIV }, { "dd", PLX_TAG_DD },
  { "details", PLX_TAG_DIV }, { "dialog", PLX_TAG_FORM }, { "div", PLX_TAG_DIV },
  { "dl", PLX_TAG_LIST }, { "dt", PLX_TAG_DT }, { "fieldset", PLX_TAG_FORM },
  { "figcaption", PLX_TAG_FIGCAPTION }, { "figure", PLX_TAG_FIGURE }, { "footer", PLX_TAG_FOOTER },
  { "form", PLX_TAG_FORM }, { "h1", PLX_TAG_H1 }, { "h2", PLX_TAG_H2 }, { "h3", PLX_TAG_H3 },
  { "h4", PLX_TAG_H4 }, { "h5", PLX_TAG_H5 }, { "h6", PLX_TAG_H6 }, { "head", PLX_TAG_HEAD },
  { "header", PLX_TAG_HEADER }, { "hgroup", PLX_TAG_DIV }, { "hr", PLX_TAG_DIV },
  { "html", PLX_TAG_HTML }, { "img", PLX_TAG_IMG }, { "label", PLX_TAG_BUTTON },
  { "legend", PLX_TAG_BUTTON }, { "li", PLX_TAG_LI }, { "link", PLX_TAG_LINK },
  { "main", PLX_TAG_MAIN }, { "menu", PLX_TAG_NAV }, { "meta", PLX_TAG_META },
  { "nav", PLX_TAG_NAV }, { "ol", PLX_TAG_LIST }, { "p", PLX_TAG_P }, { "pre", PLX_TAG_PRE },
  { "section", PLX_TAG_SECTION }, { "summary", PLX_TAG_DIV }, { "table", PLX_TAG_TABLE },
  { "tbody", PLX_TAG_DIV }, { "td", PLX_TAG_TD }, { "tfoot", PLX_TAG_DIV }, { "th", PLX_TAG_TD },
  { "thead", PLX_TAG_DIV }, { "time", PLX_TAG_TIME }, { "title", PLX_TAG_TITLE },
  { "tr", PLX_TAG_TR }, { "ul", PLX_TAG_LIST },
};

/* Elements whose content is no text of the page. */
static const char *const unseen_names[] = {
  "style", "noscript", "svg", "math", "canvas", "template", "select", "option", "textarea",
  "iframe", "object", "embed", "applet", "audio", "video", "noframes", "datalist", "script",
};

static const struct
{
  const char *name;
  PlxAttr     attr;
} attr_names[] = {
  { "class", PLX_ATTR_CLASS }, { "id", PLX_ATTR_ID }, { "role", PLX_ATTR_ROLE },
  { "itemprop", PLX_ATTR_ITEMPROP }, { "itemtype", PLX_ATTR_ITEMTYPE },
  { "property", PLX_ATTR_PROPERTY }, { "name", PLX_ATTR_NAME }, { "content", PLX_ATTR_CONTENT },
  { "href", PLX_ATTR_HREF }, { "rel", PLX_ATTR_REL }, { "datetime", PLX_ATTR_DATETIME },
  { "lang", PLX_ATTR_LANG }, { "style", PLX_ATTR_STYLE }, { "hidden", PLX_ATTR_HIDDEN },
  { "type", PLX_ATTR_TYPE }, { "title", PLX_ATTR_TITLE }, { "http-equiv", PLX_ATTR_NAME },
  { "data-testid", PLX_ATTR_DATA_HINT }, { "data-component", PLX_ATTR_DATA_HINT },
  { "data-type", PLX_ATTR_DATA_HINT }, { "data-module", PLX_ATTR_DATA_HINT },
  { "data-qa", PLX_ATTR_DATA_HINT },
};

static PlxTag
tag_of_name (const char *name)
{
  guint low = 0, high = G_N_ELEMENTS (tag_names);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, tag_names[middle].name);

      if (order == 0)
        return tag_names[middle].tag;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return PLX_TAG_OTHER;
}

static gboolean
is_unseen (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (unseen_names); i++)
    {
      if (strcmp (name, unseen_names[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static guint32
add_value (PlxHtmlTree *tree,
           const char  *value)
{
  guint32 offset = (guint32) tree->values->len;

  g_string_append_len (tree->values, value, (gssize) MIN (strlen (value), MAX_VALUE));
  g_string_append_c (tree->values, '\0');
  return offset;
}

static void
add_attributes (PlxHtmlTree    *tree,
                PlxHtmlNode    *node,
                const xmlChar **atts)
{
  node->first_attr = tree->attributes->len;
  for (; atts != NULL && atts[0] != NULL && node->n_attrs < 32; atts += 2)
    {
      for (guint i = 0; i < G_N_ELEMENTS (attr_names); i++)
        {
          if (strcmp ((const char *) atts[0], attr_names[i].name) == 0)
            {
              Attribute attribute = { attr_names[i].attr, 0 };

              attribute.value = add_value (tree, atts[1] != NULL ? (const char *) atts[1] : "");
              g_array_append_val (tree->attributes, attribute);
              node->n_attrs++;
              break;
            }
        }
    }
}

static guint32
add_node (Builder *self,
          PlxTag   tag)
{
  PlxHtmlNode node = { 0, };
  guint32 index = self->tree->nodes->len;

  node.tag = (guint8) tag;
  node.parent = self->n_open > 0 ? self->open[self->n_open - 1] : 0;
  node.depth = (guint16) self->n_open;
  node.end = index + 1;
  g_array_append_val (self->tree->nodes, node);
  if (index >= MAX_NODES)
    {
      self->is_full = TRUE;
      xmlStopParser (self->context);
    }
  return index;
}

static gboolean
is_json_ld (const xmlChar **atts)
{
  for (; atts != NULL && atts[0] != NULL; atts += 2)
    {
      if (strcmp ((const char *) atts[0], "type") == 0 && atts[1] != NULL &&
          g_ascii_strncasecmp ((const char *) atts[1], "application/ld+json", 19) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
on_start_element (void           *data,
                  const xmlChar  *xml_name,
                  const xmlChar **atts)
{
  Builder *self = data;
  const char *name = (const char *) xml_name;
  PlxTag tag = tag_of_name (name);
  guint32 node;

  if (self->is_full)
    return;
  if (self->skip_depth > 0)
    {
      self->skip_depth += is_unseen (name);
      return;
    }
  if (is_unseen (name))
    {
      if (strcmp (name, "script") != 0 || !is_json_ld (atts))
        {
          self->skip_depth = 1;
          return;
        }
      tag = PLX_TAG_SCRIPT;
    }
  if (self->n_open == MAX_DEPTH)
    {
      self->n_too_deep++;
      return;
    }

  node = add_node (self, tag);
  add_attributes (self->tree, &g_array_index (self->tree->nodes, PlxHtmlNode, node), atts);
  self->open[self->n_open] = node;
  self->open_names[self->n_open] = name;
  self->n_open++;
}

static void
close_element (Builder *self)
{
  PlxHtmlNode *node;

  self->n_open--;
  node = &g_array_index (self->tree->nodes, PlxHtmlNode, self->open[self->n_open]);
  node->end = self->tree->nodes->len;
}

static void
on_end_element (void          *data,
                const xmlChar *xml_name)
{
  Builder *self = data;
  const char *name = (const char *) xml_name;
  guint i;

  if (self->is_full)
    return;
  if (self->skip_depth > 0)
    {
      self->skip_depth -= is_unseen (name);
      return;
    }
  if (self->n_too_deep > 0)
    {
      self->n_too_deep--;
      return;
    }

  /* 1 spares the root; most names come from one dictionary, but not all */
  for (i = self->n_open; i > 1; i--)
    {
      if (self->open_names[i - 1] == name || strcmp (self->open_names[i - 1], name) == 0)
        break;
    }
  if (i <= 1)
    return;
  while (self->n_open >= i)
    close_element (self);
}

static void
on_characters (void          *data,
               const xmlChar *text,
               int            length)
{
  Builder *self = data;
  guint32 last = self->tree->nodes->len - 1;
  PlxHtmlNode *node = &g_array_index (self->tree->nodes, PlxHtmlNode, last);
  gsize before;

  if (self->is_full || self->skip_depth > 0 || length <= 0)
    return;

  /* libxml2 reports a long text in pieces */
  if (node->tag != PLX_TAG_TEXT || node->parent != self->open[self->n_open - 1] ||
      node->end != self->tree->nodes->len)
    {
      guint32 index = add_node (self, PLX_TAG_TEXT);

      node = &g_array_index (self->tree->nodes, PlxHtmlNode, index);
      node->start = (guint32) self->tree->text->len;
    }
  before = self->tree->text->len;
  plx_decode_append_references (self->tree->text, (const char *) text, (gsize) length);
  node->length += (guint32) (self->tree->text->len - before);
}

/* Blanks the attributes of an element beyond the bound. @at: after the "<" of an opening tag.
 * Returns: the end of the tag */
static char *
trim_tag (char *at)
{
  guint n_attributes = 0;
  char quote = '\0', last = '\0';

  for (; *at != '\0' && (quote != '\0' || *at != '>'); at++)
    {
      char c = *at;

      if (n_attributes > MAX_ATTRIBUTES)
        *at = ' ';
      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if ((c == '"' || c == '\'') && last == '=')
        quote = c;
      else if (g_ascii_isspace (c) && !g_ascii_isspace (at[1]))
        n_attributes++;
      if (!g_ascii_isspace (c))
        last = c;
    }

  return at;
}

/* The end of what is no markup though it may look like it: a comment, a script, a style sheet. */
static char *
skip_raw (char *at)
{
  static const struct
  {
    const char *open;
    const char *close;
  } raws[] = { { "!--", "-->" }, { "script", "</script" }, { "style", "</style" } };

  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      if (g_ascii_strncasecmp (at, raws[i].open, strlen (raws[i].open)) == 0)
        {
          gsize n = strlen (raws[i].close);

          while (*at != '\0' && (*at != raws[i].close[0] ||
                                 g_ascii_strncasecmp (at, raws[i].close, n) != 0))
            at++;
          return at;
        }
    }

  return at;
}

static void
trim_attributes (char *html)
{
  char *at = html;

  while ((at = strchr (at, '<')) != NULL)
    {
      char *raw_end = skip_raw (++at);

      if (raw_end > at)
        at = raw_end + (*raw_end == '<');
      else if (g_ascii_isalpha (*at))
        at = trim_tag (at);
    }
}

static void
parse_chunks (Builder    *self,
              const char *html,
              gsize       length)
{
  guint64 work = 0;
  gsize done = 0;

  while (done < length && !self->is_full && work < MAX_WORK)
    {
      gsize n = MIN (length - done, CHUNK_BYTES);
      guint n_tags = 0;

      for (gsize i = 0; i < n; i++)
        n_tags += html[done + i] == '<' && html[done + i + 1] == '/';
      htmlParseChunk (self->context, html + done, (int) n, 0);
      work += (guint64) n_tags * (guint) MAX (self->context->nameNr, 1);
      done += n;
    }
  if (!self->is_full)
    htmlParseChunk (self->context, NULL, 0, 1);
}

PlxHtmlTree *
plx_html_tree_new (char *html)
{
  PlxHtmlTree *tree = g_new0 (PlxHtmlTree, 1);
  Builder self = { .tree = tree };
  xmlSAXHandler handler = { 0, };

  g_return_val_if_fail (html != NULL, NULL);

  tree->nodes = g_array_new (FALSE, TRUE, sizeof (PlxHtmlNode));
  tree->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
  tree->text = g_string_new (NULL);
  tree->values = g_string_new (NULL);
  self.open = g_new0 (guint32, MAX_DEPTH);
  self.open_names = g_new0 (const char *, MAX_DEPTH);
  add_node (&self, PLX_TAG_DIV);
  self.n_open = 1;
  self.open_names[0] = "";

  handler.startElement = on_start_element;
  handler.endElement = on_end_element;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  self.context = htmlCreatePushParserCtxt (&handler, &self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions (self.context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                                      HTML_PARSE_NODEFDTD);
  trim_attributes (html);
  parse_chunks (&self, html, strlen (html));
  while (self.n_open > 0)
    close_element (&self);

  htmlFreeParserCtxt (self.context);
  g_free (self.open);
  g_free (self.open_names);
  return tree;
}

void
plx_html_tree_free (PlxHtmlTree *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->attributes);
  g_string_free (self->text, TRUE);
  g_string_free (self->values, TRUE);
  g_free (self);
}

guint32
plx_html_tree_get_size (const PlxHtmlTree *self)
{
  return self->nodes->len;
}

const PlxHtmlNode *
plx_html_tree_get_node (const PlxHtmlTree *self,
                        guint32            node)
{
  return &g_array_index (self->nodes, PlxHtmlNode, node);
}

const char *
plx_html_tree_get_text (const PlxHtmlTree *self,
                        guint32            node)
{
  return self->text->str + plx_html_tree_get_node (self, node)->start;
}

const char *
plx_html_tree_get_attr (const PlxHtmlTree *self,
                        guint32            index,
                        PlxAttr            attr)
{
  const PlxHtmlNode *node = plx_html_tree_get_node (self, index);

  for (guint i = 0; i < node->n_attrs; i++)
    {
      const Attribute *attribute =
        &g_array_index (self->attributes, Attribute, node->first_attr + i);

      if (attribute->attr == attr)
        return self->values->str + attribute->value;
    }

  return NULL;
}

char *
plx_html_tree_dup_text (const PlxHtmlTree *self,
                        guint32            index)
{
  GString *text = g_string_new (NULL);
  guint32 end = plx_html_tree_get_node (self, index)->end;
  gboolean has_gap = FALSE;

  for (guint32 i = index; i < end; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self, i);
      const char *bytes = self->text->str + node->start;

      has_gap |= plx_html_tag_is_block (node->tag);
      if (node->tag != PLX_TAG_TEXT)
        continue;
      for (guint32 k = 0; k < node->length; k++)
        {
          if (g_ascii_isspace (bytes[k]))
            {
              has_gap = TRUE;
              continue;
            }
          if (has_gap && text->len > 0)
            g_string_append_c (text, ' ');
          has_gap = FALSE;
          g_string_append_c (text, bytes[k]);
        }
    }

  return g_string_free (text, FALSE);
}

gboolean
plx_html_tag_is_block (PlxTag tag)
{
  return tag != PLX_TAG_TEXT && tag != PLX_TAG_OTHER && tag != PLX_TAG_A && tag != PLX_TAG_TIME &&
         tag != PLX_TAG_IMG && tag != PLX_TAG_META && tag != PLX_TAG_LINK;
}
