/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-facts.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* json-glib parses recursively without a bound of its own. */
#define MAX_NESTING      64
#define MAX_SCRIPT_BYTES (4u * 1024 * 1024)
#define MAX_SCRIPTS      40
#define MAX_AUTHORS      20

typedef struct
{
  PlxJsonLd  *facts;
  GHashTable *by_id;  /* "@id" → JsonObject, borrowed from the documents */
  JsonObject *article;
  JsonObject *page;   /* a WebPage, which says less */
} Finder;

static gboolean
is_nested_too_deeply (const char *json,
                      gsize       length)
{
  guint depth = 0;
  gboolean is_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (is_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            is_string = FALSE;
        }
      else if (c == '"')
        is_string = TRUE;
      else if ((c == '{' || c == '[') && ++depth > MAX_NESTING)
        return TRUE;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
    }

  return FALSE;
}

char *
plx_html_plain_text (const char *html)
{
  g_autoptr (PlxHtmlTree) tree = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (html != NULL, NULL);

  text = g_strdup (html);
  if (strpbrk (html, "<&") != NULL)
    {
      tree = plx_html_tree_new (text);
      g_free (text);
      text = plx_html_tree_dup_text (tree, 0);
    }
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
type_matches (const char *type,
              gboolean   *out_is_page)
{
  *out_is_page = g_str_equal (type, "WebPage") || g_str_equal (type, "ItemPage");
  return *out_is_page || g_str_has_suffix (type, "Article") ||
         g_str_has_suffix (type, "BlogPosting") || g_str_equal (type, "Report");
}

static gboolean
is_article (JsonObject *object,
            gboolean   *out_is_page)
{
  JsonNode *node = json_object_get_member (object, "@type");
  JsonArray *array;

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node))
    {
      const char *type = get_string (object, "@type");

      return type != NULL && type_matches (type, out_is_page);
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING &&
          type_matches (json_node_get_string (element), out_is_page))
        return TRUE;
    }

  return FALSE;
}

static void find_articles (Finder   *self,
                           JsonNode *node);

static void
look_at_object (Finder     *self,
                JsonObject *object)
{
  const char *id = get_string (object, "@id");
  gboolean is_page = FALSE;
  JsonObjectIter iter;
  JsonNode *member;

  if (id != NULL && json_object_has_member (object, "name"))
    g_hash_table_insert (self->by_id, (gpointer) id, object);
  if (is_article (object, &is_page))
    {
      if (is_page && self->page == NULL)
        self->page = object;
      else if (!is_page && self->article == NULL)
        self->article = object;
    }

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &member))
    find_articles (self, member);
}

/* Depth is bounded by is_nested_too_deeply(). */
static void
find_articles (Finder   *self,
               JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      look_at_object (self, json_node_get_object (node));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        find_articles (self, json_array_get_element (array, i));
    }
}

/* A name as a string, an object with one, or a reference to such an object. */
static const char *
get_name (Finder   *self,
          JsonNode *node)
{
  JsonObject *object;
  const char *id;

  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  if (get_string (object, "name") != NULL)
    return get_string (object, "name");
  id = get_string (object, "@id");
  object = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  return object != NULL ? get_string (object, "name") : NULL;
}

static void
add_author (Finder   *self,
            GString  *authors,
            JsonNode *node)
{
  const char *name = get_name (self, node);
  g_autofree char *plain = name != NULL ? plx_html_plain_text (name) : NULL;

  if (plain == NULL || strlen (plain) > 120 || strstr (plain, "://") != NULL)
    return;
  if (authors->len > 0)
    g_string_append (authors, "; ");
  g_string_append (authors, plain);
}

static char *
dup_authors (Finder     *self,
             JsonObject *article)
{
  JsonNode *node = json_object_get_member (article, "author");
  GString *authors = g_string_new (NULL);

  if (node == NULL)
    node = json_object_get_member (article, "creator");
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), MAX_AUTHORS); i++)
        add_author (self, authors, json_array_get_element (array, i));
    }
  else if (node != NULL)
    {
      add_author (self, authors, node);
    }

  return g_string_free (authors, authors->len == 0);
}

static char *
dup_plain (JsonObject *object,
           const char *name)
{
  const char *value = get_string (object, name);

  return value != NULL ? plx_html_plain_text (value) : NULL;
}

static void
take_facts (Finder *self)
{
  PlxJsonLd *facts = self->facts;
  JsonObject *article = self->article != NULL ? self->article : self->page;
  JsonNode *publisher;

  if (article == NULL)
    return;

  if (self->article != NULL)
    {
      facts->headline = dup_plain (article, "headline");
      facts->authors = dup_authors (self, article);
      facts->article_body = g_strdup (get_string (article, "articleBody"));
    }
  facts->published = dup_plain (article, "datePublished");
  facts->modified = dup_plain (article, "dateModified");
  facts->url = dup_plain (article, "url");
  facts->language = dup_plain (article, "inLanguage");
  publisher = json_object_get_member (article, "publisher");
  if (publisher != NULL && get_name (self, publisher) != NULL)
    facts->publisher = plx_html_plain_text (get_name (self, publisher));
}

/* A document as pages write it: perhaps in a comment or CDATA, with raw line ends in strings. */
static char *
dup_document (const PlxHtmlTree *tree,
              guint32            script)
{
  guint32 end = plx_html_tree_get_node (tree, script)->end;
  GString *json = g_string_new (NULL);
  char *open, *close;

  for (guint32 i = script + 1; i < end; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (tree, i);

      if (node->tag == PLX_TAG_TEXT && json->len + node->length <= MAX_SCRIPT_BYTES)
        g_string_append_len (json, plx_html_tree_get_text (tree, i), node->length);
    }
  for (gsize i = 0; i < json->len; i++)
    {
      if ((guint8) json->str[i] < 0x20)
        json->str[i] = ' ';
    }
  open = strpbrk (json->str, "{[");
  close = MAX (strrchr (json->str, '}'), strrchr (json->str, ']'));
  if (open == NULL || close == NULL || close < open ||
      is_nested_too_deeply (open, close + 1 - open))
    {
      g_string_free (json, TRUE);
      return NULL;
    }

  g_string_truncate (json, close + 1 - json->str);
  g_string_erase (json, 0, open - json->str);
  return g_string_free (json, FALSE);
}

PlxJsonLd *
plx_json_ld_read (const PlxHtmlTree *tree)
{
  Finder self = { g_new0 (PlxJsonLd, 1), g_hash_table_new (g_str_hash, g_str_equal), NULL, NULL };
  g_autoptr (GPtrArray) parsers = g_ptr_array_new_with_free_func (g_object_unref);
  guint32 size = plx_html_tree_get_size (tree);

  for (guint32 i = 0; i < size && parsers->len < MAX_SCRIPTS; i++)
    {
      g_autofree char *json = NULL;
      JsonParser *parser;

      if (plx_html_tree_get_node (tree, i)->tag != PLX_TAG_SCRIPT)
        continue;
      json = dup_document (tree, i);
      if (json == NULL)
        continue;
      parser = json_parser_new_immutable ();
      g_ptr_array_add (parsers, parser);
      if (json_parser_load_from_data (parser, json, -1, NULL) &&
          json_parser_get_root (parser) != NULL)
        find_articles (&self, json_parser_get_root (parser));
    }
  take_facts (&self);

  g_hash_table_unref (self.by_id);
  return self.facts;
}

void
plx_json_ld_free (PlxJsonLd *self)
{
  if (self == NULL)
    return;

  g_free (self->headline);
  g_free (self->authors);
  g_free (self->publisher);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->url);
  g_free (self->language);
  g_free (self->article_body);
  g_free (self);
}

PlxMetaTable *
plx_meta_table_new (const PlxHtmlTree *tree)
{
  PlxMetaTable *self = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 size = plx_html_tree_get_size (tree);

  for (guint32 i = 0; i < size; i++)
    {
      static const PlxAttr attrs[] = { PLX_ATTR_PROPERTY, PLX_ATTR_NAME, PLX_ATTR_ITEMPROP };
      const char *content;

      if (plx_html_tree_get_node (tree, i)->tag != PLX_TAG_META)
        continue;
      content = plx_html_tree_get_attr (tree, i, PLX_ATTR_CONTENT);
      if (content == NULL || *content == '\0')
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (attrs); k++)
        {
          const char *name = plx_html_tree_get_attr (tree, i, attrs[k]);
          g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

          if (folded != NULL && !g_hash_table_contains (self, folded))
            g_hash_table_insert (self, g_steal_pointer (&folded), (gpointer) content);
        }
    }

  return self;
}

const char *
plx_meta_table_find (PlxMetaTable      *self,
                     const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *content = g_hash_table_lookup (self, names[i]);

      if (content != NULL)
        return content;
    }

  return NULL;
}
