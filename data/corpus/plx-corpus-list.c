/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"
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

typedef struct
{
  char       *query;   /* owned; NULL: nothing matches */
  GHashTable *matches; /* of gint64 */
} Search;

static const char sql_search[] = "SELECT rowid FROM search WHERE search MATCH ?";

static gboolean
search_job (PlxSqliteConnection *connection,
            gpointer             data,
            GError             **error)
{
  Search *search = data;
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_search, error);
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;

  plx_sqlite_statement_bind_text (statement, 0, search->query);
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    {
      gint64 id = plx_sqlite_statement_get_int64 (statement, 0);

      g_hash_table_add (search->matches, g_memdup2 (&id, sizeof id));
    }
  return step == PLX_SQLITE_DONE;
}

GHashTable *
plx_corpus_list_matches (PlxCorpus    *self,
                         const char   *words,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (GHashTable) matches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *query = plx_corpus_search_query (words);
  Search search = { query, matches };

  if (query != NULL && !plx_corpus_read (self, search_job, &search, cancellable, error))
    return NULL;
  return g_steal_pointer (&matches);
}

/* Leaves only the articles that are in time. */
static void
keep_in_time (GPtrArray             *articles,
              const PlxCorpusFilter *filter)
{
  guint n = 0;

  for (guint i = 0; i < articles->len; i++)
    {
      PlxArticleInfo *info = articles->pdata[i];

      articles->pdata[i] = NULL;
      if (plx_corpus_filter_has_date (filter, info->date))
        articles->pdata[n++] = info;
      else
        plx_article_info_free (info);
    }
  /* What is left at the end is NULL. */
  g_ptr_array_set_free_func (articles, NULL);
  g_ptr_array_set_size (articles, (int) n);
  g_ptr_array_set_free_func (articles, (GDestroyNotify) plx_article_info_free);
}

gboolean
plx_corpus_filter_needs_reading (const PlxCorpusFilter *filter)
{
  /* The reporter speaks in all articles, if not always much. */
  return filter != NULL &&
         (filter->target != NULL || (filter->voice != NULL && *filter->voice != '\0'));
}

static PlxArticleInfo *
copy_kept (const PlxKeptArticle *article)
{
  PlxArticleInfo *info = g_new (PlxArticleInfo, 1);

  *info = (PlxArticleInfo) {
    .id = article->id,
    .source_id = article->source_id,
    .source = g_strdup (article->source),
    .title = *article->title != '\0' ? g_strdup (article->title) : NULL,
    .byline = g_strdup (article->byline),
    .date = g_strdup (article->date),
    .n_words = article->n_words,
  };
  return info;
}

static GPtrArray *
list_kept (PlxCorpus             *self,
           gint64                 source_id,
           const PlxCorpusFilter *filter,
           GError               **error)
{
  g_autoptr (PlxCorpusKept) kept = plx_corpus_dup_kept (self, NULL, filter, NULL, error);
  GPtrArray *articles;
  guint first, n;

  if (kept == NULL)
    return NULL;

  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_info_free);
  n = plx_corpus_kept_find_source (kept, source_id, &first);
  for (guint i = first; i < first + n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (kept, i, &article);
      g_ptr_array_add (articles, copy_kept (&article));
    }
  return articles;
}

GPtrArray *
plx_corpus_list_filtered (PlxCorpus             *self,
                          gint64                 source_id,
                          const PlxCorpusFilter *filter,
                          GError               **error)
{
  g_autoptr (GPtrArray) articles = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  if (plx_corpus_filter_needs_reading (filter))
    return list_kept (self, source_id, filter, error);

  articles = plx_corpus_list_articles (self, source_id, filter != NULL ? filter->search : NULL,
                                       error);
  if (articles != NULL && filter != NULL && (filter->from != NULL || filter->to != NULL))
    keep_in_time (articles, filter);
  return g_steal_pointer (&articles);
}

static const char sql_dates[] =
  "SELECT min (substr (date, 1, 10)), max (substr (date, 1, 10)) FROM articles WHERE date <> ''";

static gboolean
dates_job (PlxSqliteConnection *connection,
           gpointer             data,
           GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql_dates, error);
  char **dates = data;

  if (statement == NULL || plx_sqlite_statement_step (statement, error) != PLX_SQLITE_ROW)
    return FALSE;
  dates[0] = plx_sqlite_statement_dup_text (statement, 0);
  dates[1] = plx_sqlite_statement_dup_text (statement, 1);
  return TRUE;
}

gboolean
plx_corpus_find_dates (PlxCorpus *self,
                       char     **out_oldest,
                       char     **out_newest,
                       GError   **error)
{
  char *dates[2] = { NULL, NULL };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (out_oldest != NULL && out_newest != NULL, FALSE);

  if (!plx_corpus_read (self, dates_job, dates, NULL, error))
    return FALSE;
  *out_oldest = dates[0];
  *out_newest = dates[1];
  return TRUE;
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
