/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

/* One statement for each combination of filters, so that each is compiled once. All read the
 * index articles_listed alone, in its order. */
#define SELECT_FROM \
  "SELECT articles.id, source_id, sources.name, title, byline, date, n_words " \
  "FROM sources CROSS JOIN articles ON articles.source_id = sources.id "
#define OF_SOURCE "sources.id = ? "
#define MATCHING "articles.id IN (SELECT rowid FROM search WHERE search MATCH ?) "
#define IN_ORDER "ORDER BY sources.name, date, title, articles.id"

static const char sql_all[] = SELECT_FROM IN_ORDER;
static const char sql_of_source[] = SELECT_FROM "WHERE " OF_SOURCE IN_ORDER;
static const char sql_matching[] = SELECT_FROM "WHERE " MATCHING IN_ORDER;
static const char sql_of_source_matching[] =
  SELECT_FROM "WHERE " OF_SOURCE "AND " MATCHING IN_ORDER;

typedef struct
{
  gint64     source_id; /* 0: all */
  char      *query;     /* owned; NULL: all */
  GPtrArray *articles;  /* of PlxArticleInfo */
} Listing;

static PlxArticleInfo *
read_row (PlxSqliteStatement *statement)
{
  PlxArticleInfo *info = g_new0 (PlxArticleInfo, 1);

  info->id = plx_sqlite_statement_get_int64 (statement, 0);
  info->source_id = plx_sqlite_statement_get_int64 (statement, 1);
  info->source = plx_sqlite_statement_dup_text (statement, 2);
  info->title = plx_sqlite_statement_dup_text (statement, 3);
  info->byline = plx_sqlite_statement_dup_text (statement, 4);
  info->date = plx_sqlite_statement_dup_text (statement, 5);
  info->n_words = (guint32) plx_sqlite_statement_get_int64 (statement, 6);
  return info;
}

static gboolean
list_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = NULL;
  Listing *listing = data;
  PlxSqliteStep step;
  int parameter = 0;

  statement = plx_sqlite_connection_prepare (
    connection,
    listing->source_id == 0 ? (listing->query == NULL ? sql_all : sql_matching)
                            : (listing->query == NULL ? sql_of_source : sql_of_source_matching),
    error);
  if (statement == NULL)
    return FALSE;

  if (listing->source_id != 0)
    plx_sqlite_statement_bind_int64 (statement, parameter++, listing->source_id);
  if (listing->query != NULL)
    plx_sqlite_statement_bind_text (statement, parameter++, listing->query);
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    g_ptr_array_add (listing->articles, read_row (statement));

  return step == PLX_SQLITE_DONE;
}

GPtrArray *
plx_corpus_list_articles (PlxCorpus  *self,
                          gint64      source_id,
                          const char *search,
                          GError    **error)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *query = NULL;
  Listing listing;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);
  g_return_val_if_fail (search == NULL || g_utf8_validate (search, -1, NULL), NULL);

  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_info_free);
  if (search != NULL && *search != '\0')
    {
      query = plx_corpus_search_query (search);
      if (query == NULL)
        return g_steal_pointer (&articles);
    }

  listing = (Listing) { source_id, query, articles };
  if (!plx_corpus_read (self, list_job, &listing, NULL, error))
    return NULL;

  return g_steal_pointer (&articles);
}

GPtrArray *
plx_corpus_list_filtered (PlxCorpus             *self,
                          gint64                 source_id,
                          const PlxCorpusFilter *filter,
                          GError               **error)
{
  g_autoptr (GPtrArray) articles = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  articles = plx_corpus_list_articles (self, source_id, filter != NULL ? filter->search : NULL,
                                       error);
  if (articles == NULL || filter == NULL || (filter->from == NULL && filter->to == NULL))
    return g_steal_pointer (&articles);

  for (guint i = articles->len; i > 0; i--)
    {
      const PlxArticleInfo *info = articles->pdata[i - 1];

      if (!plx_corpus_filter_has_date (filter, info->date))
        g_ptr_array_remove_index (articles, i - 1);
    }

  return g_steal_pointer (&articles);
}

/* The index is asked first, and no more of it is read than is wanted: with nothing to sort by, a
 * word that is everywhere costs no more than a rare one. */
static const char sql_found[] =
  "SELECT articles.id, source_id, sources.name, articles.title, byline, date, n_words "
  "FROM search CROSS JOIN articles ON articles.id = search.rowid "
  "CROSS JOIN sources ON sources.id = source_id WHERE search MATCH ? LIMIT ?";

typedef struct
{
  const char *query;
  guint       max;
  GPtrArray  *articles;
} Finding;

static gboolean
is_in (GPtrArray *articles,
       gint64     id)
{
  for (guint i = 0; i < articles->len; i++)
    {
      if (((PlxArticleInfo *) articles->pdata[i])->id == id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_rows (PlxSqliteConnection *connection,
           Finding             *finding,
           const char          *query,
           GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_found, error);
  PlxSqliteStep step = PLX_SQLITE_DONE;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, query);
  plx_sqlite_statement_bind_int64 (statement, 1, finding->max);
  while (finding->articles->len < finding->max &&
         (step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      if (!is_in (finding->articles, plx_sqlite_statement_get_int64 (statement, 0)))
        g_ptr_array_add (finding->articles, read_row (statement));
    }
  return step != PLX_SQLITE_ERROR;
}

static gboolean
find_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  Finding *finding = data;
  g_autofree char *in_titles = g_strdup_printf ("title : (%s)", finding->query);

  return find_rows (connection, finding, in_titles, error) &&
         find_rows (connection, finding, finding->query, error);
}

GPtrArray *
plx_corpus_find_articles (PlxCorpus    *self,
                          const char   *words,
                          guint         max,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *begun = NULL;
  g_autofree char *query = NULL;
  Finding finding;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);
  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);

  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_info_free);
  begun = g_strconcat (words, "*", NULL);
  query = plx_corpus_search_query (begun);
  if (query == NULL)
    return g_steal_pointer (&articles);

  finding = (Finding) { query, max, articles };
  if (!plx_corpus_read (self, find_job, &finding, cancellable, error))
    return NULL;

  return g_steal_pointer (&articles);
}
