/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compare/plx-claim-set.h"
#include "ui/compare/plx-claim-words.h"
#include "ui/report/plx-claim-scope.h"

#include "data/plx-shipped-lexicons.h"

#include <math.h>
#include <string.h>

/* Three papers on one ferry; the third one copies a passage of the first. */
static const struct
{
  const char *source;
  const char *date;
  const char *text;
} articles[] = {
  { "Harbour Post", "2024-03-01",
    "The ferry company will raise its fares by 8 percent from 1 March, it said on Monday.\n\n"
    "About 4,000 islanders use the ferry every week.\n\n"
    "The brave captain rescued a drowning dog near the northern cliffs and was cheered on the pier.\n\n"
    "It rained." },
  { "Cliff Times", "2024-03-02",
    "Fares on the ferry will rise 8 percent on March 1, the ferry company said on Monday.\n\n"
    "The wretched company has shamefully failed to replace its oldest vessel, the Marigold." },
  { "Gull Weekly", "2024-03-03",
    "As Harbour Post reports: the brave captain rescued a drowning dog near the northern cliffs "
    "and was cheered on the pier.\n\n"
    "Some 4,000 islanders use the ferry each week.\n\n"
    "A baker complained about the price of flour in the old harbour." },
};

static PlxLexicon *
load_lexicon (void)
{
  GError *error = NULL;
  PlxLexicon *lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return lexicon;
}

static PlxAxisId
find_tone (PlxLexicon *lexicon)
{
  for (guint i = 0; i < plx_lexicon_get_n_axes (lexicon); i++)
    {
      if (g_str_equal (plx_lexicon_get_axis (lexicon, (PlxAxisId) i)->id, "tone"))
        return (PlxAxisId) i;
    }
  g_assert_not_reached ();
}

static void
add_article (PlxClaimSet *set,
             PlxReader   *reader,
             guint        column,
             guint        index)
{
  PlxArticle *article = plx_article_new (g_strdup (articles[index].text));

  article->source = g_strdup (articles[index].source);
  article->date = g_strdup (articles[index].date);
  plx_claim_set_add (set, column, index + 1, article,
                     plx_reading_copy (plx_reader_read (reader, article, NULL)));
}

static GPtrArray *
find_claims (PlxLexicon *lexicon,
             guint       n,
             guint      *out_n_only)
{
  g_autoptr (PlxClaimSet) set = plx_claim_set_new (lexicon, NULL, n);
  PlxReader *reader = plx_reader_new (lexicon);
  GPtrArray *claims;

  for (guint i = 0; i < n; i++)
    add_article (set, reader, i, i);
  claims = plx_claim_set_find (set, NULL, NULL, out_n_only);
  plx_reader_free (reader);
  g_assert_nonnull (claims);
  return claims;
}

/* The claim that has @words in its wording of @column; NULL if there is none. */
static PlxClaimItem *
find_claim (GPtrArray  *claims,
            guint       column,
            const char *words)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const PlxClaimCell *cell = plx_claim_item_get_cell (claims->pdata[i], column);

      if (cell->sentence != NULL &&
          strstr (plx_sentence_item_get_text (cell->sentence), words) != NULL)
        return claims->pdata[i];
    }
  return NULL;
}

static PlxClaimState
get_state (PlxClaimItem *claim,
           guint         column)
{
  return plx_claim_item_get_cell (claim, column)->state;
}

static void
test_claims (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  guint n_only[PLX_MAX_COLUMNS];
  g_autoptr (GPtrArray) claims = find_claims (lexicon, 3, n_only);
  PlxClaimItem *fares = find_claim (claims, 0, "raise its fares");
  PlxClaimItem *islanders = find_claim (claims, 0, "4,000");
  PlxClaimItem *baker = find_claim (claims, 2, "baker");

  g_assert_nonnull (fares);
  g_assert_cmpuint (plx_claim_item_get_n_reported (fares), ==, 2);
  g_assert_cmpint (get_state (fares, 1), ==, PLX_CLAIM_REPORTED);
  g_assert_cmpint (get_state (fares, 2), ==, PLX_CLAIM_OMITTED);
  g_assert_null (plx_claim_item_get_cell (fares, 2)->sentence);

  g_assert_nonnull (islanders);
  g_assert_cmpint (get_state (islanders, 1), ==, PLX_CLAIM_OMITTED);
  g_assert_cmpint (get_state (islanders, 2), ==, PLX_CLAIM_REPORTED);

  g_assert_nonnull (baker);
  g_assert_cmpuint (plx_claim_item_get_n_reported (baker), ==, 1);
  g_assert_cmpuint (n_only[1], ==, 1);
  g_assert_cmpuint (n_only[2], ==, 1);
  g_assert_null (find_claim (claims, 0, "It rained"));
}

/* Numbers go from most reported to least, and each sentence of a source reports one claim. */
static void
test_order (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (GPtrArray) claims = find_claims (lexicon, 3, NULL);
  guint before = G_MAXUINT;

  for (guint i = 0; i < claims->len; i++)
    {
      guint n = plx_claim_item_get_n_reported (claims->pdata[i]);

      g_assert_cmpuint (plx_claim_item_get_number (claims->pdata[i]), ==, i + 1);
      g_assert_cmpuint (n, >=, 1);
      g_assert_cmpuint (n, <=, before);
      before = n;
    }
}

static void
test_wire (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (GPtrArray) claims = find_claims (lexicon, 3, NULL);
  PlxClaimItem *dog = find_claim (claims, 0, "drowning dog");
  const PlxClaimCell *origin = plx_claim_item_get_cell (dog, 0);
  const PlxClaimCell *copy = plx_claim_item_get_cell (dog, 2);
  char *const names[] = { (char *) "P", (char *) "T", (char *) "W", NULL };
  PlxClaimLook look = { (char **) names, claims->len, find_tone (lexicon) };
  g_autofree char *shared = NULL;
  g_autofree char *hint = plx_claim_wire_text (copy, &look);

  g_assert_cmpint (copy->origin, ==, PLX_CLAIM_CREDITED);
  g_assert_cmpint (origin->origin, ==, PLX_CLAIM_FIRST);
  g_assert_cmpuint (copy->wire_column, ==, 0);
  g_assert_cmpstr (hint, ==, "word for word as in P, which it credits");
  shared = g_strndup (plx_sentence_item_get_text (copy->sentence) + copy->wire.start,
                      plx_span_length (copy->wire));
  g_assert_true (g_str_has_prefix (shared, "the brave captain"));
  g_assert_null (plx_claim_wire_text (plx_claim_item_get_cell (dog, 1), &look));
}

/* What is marked as differing lies within the wording and is not in the others. */
static void
test_differing (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (GPtrArray) claims = find_claims (lexicon, 3, NULL);
  PlxClaimItem *islanders = find_claim (claims, 0, "4,000");
  const PlxClaimCell *cell = plx_claim_item_get_cell (islanders, 0);
  const char *text = plx_sentence_item_get_text (cell->sentence);
  g_autoptr (GString) own = g_string_new (NULL);

  g_assert_cmpuint (cell->n_differing, >, 0);
  for (guint i = 0; i < cell->n_differing; i++)
    {
      g_assert_cmpuint (cell->differing[i].end, <=, strlen (text));
      g_string_append_len (own, text + cell->differing[i].start,
                           plx_span_length (cell->differing[i]));
    }
  g_assert_nonnull (strstr (own->str, "every"));
  g_assert_null (strstr (own->str, "islanders"));
}

static void
test_select (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (GPtrArray) claims = find_claims (lexicon, 3, NULL);
  PlxAxisId tone = find_tone (lexicon);
  g_autoptr (GPtrArray) all =
    plx_claims_select (claims, PLX_CLAIMS_ALL, 0, PLX_CLAIMS_BY_PLACE, tone);
  g_autoptr (GPtrArray) common =
    plx_claims_select (claims, PLX_CLAIMS_COMMON, 0, PLX_CLAIMS_BY_GAP, tone);
  g_autoptr (GPtrArray) omitted =
    plx_claims_select (claims, PLX_CLAIMS_OMITTED, 1, PLX_CLAIMS_BY_SOURCES, tone);
  g_autoptr (GPtrArray) only =
    plx_claims_select (claims, PLX_CLAIMS_ONLY, 1, PLX_CLAIMS_BY_STRENGTH, tone);

  g_assert_cmpuint (all->len, ==, claims->len);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpfloat (plx_claim_item_get_place (all->pdata[i - 1]), <=,
                       plx_claim_item_get_place (all->pdata[i]));
  g_assert_cmpuint (common->len, ==, 3);
  for (guint i = 1; i < common->len; i++)
    g_assert_cmpfloat (plx_claim_item_get_gap (common->pdata[i - 1], tone), >=,
                       plx_claim_item_get_gap (common->pdata[i], tone));
  g_assert_cmpuint (omitted->len, >, 0);
  for (guint i = 0; i < omitted->len; i++)
    g_assert_cmpint (get_state (omitted->pdata[i], 1), ==, PLX_CLAIM_OMITTED);
  g_assert_cmpuint (only->len, ==, 1);
  g_assert_true (only->pdata[0] == find_claim (claims, 1, "Marigold"));
  g_assert_cmpfloat (plx_claim_item_get_strength (only->pdata[0], tone), >, 0.3);
}

static gboolean
give_up (guint32  done,
         guint32  total,
         gpointer user_data)
{
  return FALSE;
}

static void
test_give_up (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (PlxClaimSet) set = plx_claim_set_new (lexicon, NULL, 2);
  PlxReader *reader = plx_reader_new (lexicon);

  add_article (set, reader, 0, 0);
  add_article (set, reader, 1, 1);
  g_assert_null (plx_claim_set_find (set, give_up, NULL, NULL));
  plx_reader_free (reader);
}

/* Sources without articles, or without text, omit everything. */
static void
test_empty (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (PlxClaimSet) nothing = plx_claim_set_new (lexicon, NULL, 2);
  g_autoptr (PlxClaimSet) one = plx_claim_set_new (lexicon, NULL, 4);
  PlxReader *reader = plx_reader_new (lexicon);
  g_autoptr (GPtrArray) none = plx_claim_set_find (nothing, NULL, NULL, NULL);
  g_autoptr (GPtrArray) alone = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  add_article (one, reader, 2, 1);
  alone = plx_claim_set_find (one, NULL, NULL, NULL);
  g_assert_cmpuint (alone->len, ==, 2);
  g_assert_cmpint (get_state (alone->pdata[0], 2), ==, PLX_CLAIM_REPORTED);
  g_assert_cmpint (get_state (alone->pdata[0], 0), ==, PLX_CLAIM_OMITTED);
  plx_reader_free (reader);
}

static void
test_words (void)
{
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (GPtrArray) claims = find_claims (lexicon, 3, NULL);
  PlxClaimItem *fares = find_claim (claims, 0, "raise its fares");
  char *const names[] = { (char *) "Post", (char *) "Times", (char *) "Weekly", NULL };
  PlxClaimLook look = { (char **) names, claims->len, find_tone (lexicon) };
  g_autofree char *cell = plx_claim_describe_cell (fares, 2, &look);
  g_autoptr (PlxPlotTable) table = plx_claims_to_table (claims, &look);
  g_autofree char *csv = plx_plot_table_to_csv (table);
  g_autofree char *begin = g_strdup_printf ("Claim %u of %u: ", plx_claim_item_get_number (fares),
                                            claims->len);

  g_assert_true (g_str_has_prefix (cell, begin));
  g_assert_true (g_str_has_suffix (cell, "; Weekly: omitted"));
  g_assert_cmpuint (plx_plot_table_get_n_rows (table), ==, claims->len);
  g_assert_cmpuint (plx_plot_table_get_n_columns (table), ==, 2 + 3 * 4);
  g_assert_nonnull (strstr (csv, "omitted"));
  g_assert_nonnull (strstr (csv, "\"The ferry company will raise its fares by 8 percent"));
}

/* Scope */

static PlxArticleInfo *
make_info (gint64      id,
           const char *date,
           guint32     n_words)
{
  PlxArticleInfo *info = g_new0 (PlxArticleInfo, 1);

  info->id = id;
  info->date = g_strdup (date);
  info->n_words = n_words;
  return info;
}

static GPtrArray *
make_column (gint64            first,
             const char *const dates[])
{
  GPtrArray *column = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_info_free);

  for (guint i = 0; dates[i] != NULL; i++)
    g_ptr_array_add (column, make_info (first + i, *dates[i] != '\0' ? dates[i] : NULL, 100));
  return column;
}

static char *
list_chosen (const PlxClaimScope *scope)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scope->chosen->len; i++)
    {
      PlxScopeArticle article = g_array_index (scope->chosen, PlxScopeArticle, i);

      g_string_append_printf (text, "%s%u:%" G_GINT64_FORMAT, i > 0 ? " " : "", article.column,
                              article.article);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char       *name;
  const char       *a[5];
  const char       *b[5];
  guint             budget;
  PlxClaimScopeKind kind;
  const char       *chosen;
  const char       *from;
} scopes[] = {
  { "all", { "2024-01-01", "" }, { "2024-02-01" }, 300, PLX_SCOPE_ALL, "0:10 0:11 1:20", NULL },
  { "days-that-fit", { "2024-01-01", "2024-01-02", "2024-01-03" },
    { "2024-01-01", "2024-01-02", "2024-01-03" }, 400, PLX_SCOPE_DAYS, "0:11 0:12 1:21 1:22",
    "2024-01-02" },
  { "no-day-in-part", { "2024-01-02", "2024-01-03", "2024-01-03" }, { "2024-01-02", "2024-01-03" },
    400, PLX_SCOPE_DAYS, "0:11 0:12 1:21", "2024-01-03" },
  { "up-to-the-last-common-day", { "2024-01-01", "2024-01-05" }, { "2024-01-01T09:00:00Z" }, 200,
    PLX_SCOPE_DAYS, "0:10 1:20", "2024-01-01" },
  { "undated-are-left-out", { "2024-01-01", "" }, { "2024-01-01" }, 200, PLX_SCOPE_DAYS,
    "0:10 1:20", "2024-01-01" },
  { "no-dates", { "", "", "" }, { "", "" }, 400, PLX_SCOPE_FIRST, "0:10 0:11 1:20 1:21", NULL },
  { "far-apart", { "2020-01-01", "2020-01-01" }, { "2024-01-01", "2024-01-01" }, 200,
    PLX_SCOPE_FIRST, "0:10 1:20", NULL },
  { "one-at-least", { "", "" }, { "" }, 1, PLX_SCOPE_FIRST, "0:10 1:20", NULL },
  { "nothing", { NULL }, { NULL }, 100, PLX_SCOPE_ALL, "", NULL },
};

static void
test_scope (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) a = make_column (10, scopes[i].a);
  g_autoptr (GPtrArray) b = make_column (20, scopes[i].b);
  GPtrArray *const columns[] = { a, b };
  g_autoptr (PlxClaimScope) scope = plx_claim_scope_choose (columns, 2, scopes[i].budget);
  g_autofree char *chosen = list_chosen (scope);
  g_autofree char *text = plx_claim_scope_text (scope, NULL);

  g_assert_cmpint (scope->kind, ==, scopes[i].kind);
  g_assert_cmpstr (chosen, ==, scopes[i].chosen);
  g_assert_cmpstr (scope->from, ==, scopes[i].from);
  g_assert_cmpuint (scope->n_chosen, ==, scope->chosen->len);
  g_assert_true (g_str_has_prefix (text, "Compared: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claim-set/claims", test_claims);
  g_test_add_func ("/claim-set/order", test_order);
  g_test_add_func ("/claim-set/wire", test_wire);
  g_test_add_func ("/claim-set/differing", test_differing);
  g_test_add_func ("/claim-set/select", test_select);
  g_test_add_func ("/claim-set/give-up", test_give_up);
  g_test_add_func ("/claim-set/empty", test_empty);
  g_test_add_func ("/claim-set/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/claim-set/scope/%s", scopes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_scope);
    }
  return g_test_run ();
}
