/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-lexicon.h"
#include "commands.h"
#include "plx-cli.h"

#include "analysis/claims/plx-wire.h"
#include "analysis/text/plx-text.h"
#include "data/plx-shipped-lexicons.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Who asks for pairs gets their scores and can cut higher; below it hardly any is one. */
#define PAIRS_THRESHOLD 0.2

/* One record of the input: an article, or a single sentence. */
typedef struct
{
  char   *id;
  char   *source;
  char   *date;
  char   *text;
  guint32 source_number;
} Record;

/* Where a sentence of the aligner comes from. */
typedef struct
{
  guint32  record;
  PlxSpan  span;
  gboolean whole; /* the record is this sentence */
} Place;

typedef struct
{
  PlxAligner *aligner;
  PlxText    *text;
  GPtrArray  *records; /* of Record */
  GArray     *places;  /* of Place, by sentence */
  GHashTable *source_numbers;
  GPtrArray  *sources; /* names, borrowed from the keys of source_numbers */
  JsonParser *parser;
  gboolean    had_errors;
} AlignRun;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_free (record->id);
  g_free (record->source);
  g_free (record->date);
  g_free (record->text);
  g_free (record);
}

static char *
dup_member (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static guint32
number_source (AlignRun   *run,
               const char *name)
{
  gpointer found = g_hash_table_lookup (run->source_numbers, name);
  char *key;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  key = g_strdup (name);
  g_hash_table_insert (run->source_numbers, key, GUINT_TO_POINTER (run->sources->len + 1));
  g_ptr_array_add (run->sources, key);
  return run->sources->len - 1;
}

static void
add_sentence (AlignRun *run,
              guint32   record_number,
              PlxSpan   span,
              gboolean  whole)
{
  const Record *record = g_ptr_array_index (run->records, record_number);
  Place place = { record_number, span, whole };

  plx_aligner_add (run->aligner, record->source_number, record->text + span.start,
                   plx_span_length (span));
  g_array_append_val (run->places, place);
}

/* A text of one line is one sentence by the caller's own cutting; any other is cut here. */
static void
add_record (AlignRun *run,
            Record   *record)
{
  guint32 number = run->records->len;
  PlxSpan all = { 0, (guint32) strlen (record->text) };

  record->source_number = number_source (run, record->source != NULL ? record->source : record->id);
  g_ptr_array_add (run->records, record);
  if (strchr (record->text, '\n') == NULL)
    {
      add_sentence (run, number, all, TRUE);
      return;
    }

  plx_text_set_bytes (run->text, record->text, all.end);
  plx_text_read_span (run->text, all);
  for (guint i = 0; i < run->text->sentences->len; i++)
    {
      const PlxTextSentence *sentence = &g_array_index (run->text->sentences, PlxTextSentence, i);
      add_sentence (run, number, sentence->span, FALSE);
    }
}

static const char *
read_record (AlignRun   *run,
             const char *line,
             gsize       length)
{
  JsonObject *object;
  Record *record;

  if (!json_parser_load_from_data (run->parser, line, (gssize) length, NULL))
    return _("not JSON");
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (run->parser)))
    return _("not a JSON object");

  object = json_node_get_object (json_parser_get_root (run->parser));
  record = g_new0 (Record, 1);
  record->id = dup_member (object, "id");
  record->text = dup_member (object, "text");
  record->source = dup_member (object, "source");
  record->date = dup_member (object, "date");
  if (record->id == NULL || record->text == NULL || strlen (record->text) >= G_MAXUINT32)
    {
      record_free (record);
      return _("the record needs “id” and “text”");
    }
  add_record (run, record);
  return NULL;
}

static gboolean
read_stream (AlignRun     *run,
             const char   *name,
             GInputStream *stream,
             GError      **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  GError *local_error = NULL;

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_LF);
  for (guint number = 1;; number++)
    {
      gsize length = 0;
      g_autofree char *line = g_data_input_stream_read_line (lines, &length, NULL, &local_error);
      const char *why;

      if (line == NULL)
        break;
      why = length > 0 ? read_record (run, line, length) : NULL;
      if (why != NULL)
        {
          g_printerr ("%s:%u: %s\n", name, number, why);
          run->had_errors = TRUE;
        }
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  return TRUE;
}

static void
read_input (AlignRun   *run,
            const char *name)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (name, "-"))
    {
      stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
      stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
    }

  if (stream == NULL || !read_stream (run, name, stream, &error))
    {
      plx_cli_error ("%s: %s", name, error->message);
      run->had_errors = TRUE;
    }
}

static void
print_name (const AlignRun *run,
            guint32         sentence)
{
  const Place *place = &g_array_index (run->places, Place, sentence);
  const Record *record = g_ptr_array_index (run->records, place->record);

  fputs (record->id, stdout);
  if (!place->whole)
    printf (":%u-%u", place->span.start, place->span.end);
}

static void
print_pairs (const AlignRun *run,
             GArray         *pairs)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (pairs, PlxSentencePair, i);

      print_name (run, pair->a);
      putchar ('\t');
      print_name (run, pair->b);
      printf ("\t%s\n", g_ascii_formatd (number, sizeof number, "%.6f", pair->score));
    }
}

static void
build_sentence (const AlignRun *run,
                JsonBuilder    *json,
                guint32         sentence)
{
  const Place *place = &g_array_index (run->places, Place, sentence);
  const Record *record = g_ptr_array_index (run->records, place->record);
  g_autofree char *text = g_strndup (record->text + place->span.start, plx_span_length (place->span));

  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, record->id);
  json_builder_set_member_name (json, "source");
  json_builder_add_string_value (json, g_ptr_array_index (run->sources, record->source_number));
  json_builder_set_member_name (json, "start");
  json_builder_add_int_value (json, place->span.start);
  json_builder_set_member_name (json, "end");
  json_builder_add_int_value (json, place->span.end);
  json_builder_set_member_name (json, "text");
  json_builder_add_string_value (json, text);
}

static void
build_omitted (const AlignRun *run,
               JsonBuilder    *json,
               const PlxClaim *claim)
{
  g_autofree gboolean *has = g_new0 (gboolean, run->sources->len + 1);

  for (guint i = 0; i < claim->members->len; i++)
    has[plx_aligner_get_source (
      run->aligner, g_array_index (claim->members, PlxClaimMember, i).sentence)] = TRUE;

  json_builder_set_member_name (json, "omitted");
  json_builder_begin_array (json);
  for (guint i = 0; i < run->sources->len; i++)
    {
      if (!has[i])
        json_builder_add_string_value (json, g_ptr_array_index (run->sources, i));
    }
  json_builder_end_array (json);
}

static void
build_claims (const AlignRun *run,
              JsonBuilder    *json,
              GPtrArray      *claims)
{
  json_builder_set_member_name (json, "claims");
  json_builder_begin_array (json);
  for (guint i = 0; i < claims->len; i++)
    {
      const PlxClaim *claim = g_ptr_array_index (claims, i);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "sources");
      json_builder_add_int_value (json, claim->n_sources);
      json_builder_set_member_name (json, "members");
      json_builder_begin_array (json);
      for (guint k = 0; k < claim->members->len; k++)
        {
          const PlxClaimMember *member = &g_array_index (claim->members, PlxClaimMember, k);

          json_builder_begin_object (json);
          build_sentence (run, json, member->sentence);
          json_builder_set_member_name (json, "score");
          json_builder_add_double_value (json, member->score);
          json_builder_set_member_name (json, "weak");
          json_builder_add_boolean_value (json, member->weak);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      build_omitted (run, json, claim);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static PlxWireParty
get_party (const AlignRun *run,
           guint32         sentence)
{
  const Place *place = &g_array_index (run->places, Place, sentence);
  const Record *record = g_ptr_array_index (run->records, place->record);

  return (PlxWireParty) { record->source, NULL, record->text, record->date };
}

/* The source that a passage comes from; NULL where nothing tells. */
static const char *
find_origin (const AlignRun *run,
             guint32         a,
             guint32         b)
{
  PlxWireParty x = get_party (run, a), y = get_party (run, b);
  int order = plx_wire_compare_origin (&x, &y);

  return order < 0 ? x.source : order > 0 ? y.source : NULL;
}

static void
build_wire (const AlignRun *run,
            JsonBuilder    *json,
            GArray         *passages)
{
  json_builder_set_member_name (json, "wire");
  json_builder_begin_array (json);
  for (guint i = 0; i < passages->len; i++)
    {
      const PlxWirePassage *passage = &g_array_index (passages, PlxWirePassage, i);
      const guint32 sentences[] = { passage->a, passage->b };
      const PlxSpan spans[] = { passage->span_a, passage->span_b };
      const char *origin = find_origin (run, passage->a, passage->b);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "words");
      json_builder_add_int_value (json, passage->n_words);
      json_builder_set_member_name (json, "origin");
      json_builder_add_string_value (json, origin);
      json_builder_set_member_name (json, "passages");
      json_builder_begin_array (json);
      for (guint k = 0; k < 2; k++)
        {
          const Place *place = &g_array_index (run->places, Place, sentences[k]);

          json_builder_begin_object (json);
          build_sentence (run, json, sentences[k]);
          json_builder_set_member_name (json, "shared");
          json_builder_begin_array (json);
          json_builder_add_int_value (json, place->span.start + spans[k].start);
          json_builder_add_int_value (json, place->span.start + spans[k].end);
          json_builder_end_array (json);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const AlignRun *run,
            GArray         *pairs)
{
  g_autoptr (GPtrArray) claims = plx_aligner_list_claims (run->aligner, pairs);
  g_autoptr (GArray) passages = plx_aligner_find_wire (run->aligner, pairs);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  build_claims (run, json, claims);
  build_wire (run, json, passages);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}

static void
align_run_init (AlignRun *run)
{
  run->aligner = plx_aligner_new ();
  plx_aligner_set_aliases (run->aligner, plx_shipped_aliases_get ());
  run->text = plx_text_new ();
  run->records = g_ptr_array_new_with_free_func (record_free);
  run->places = g_array_new (FALSE, FALSE, sizeof (Place));
  run->source_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->sources = g_ptr_array_new ();
  run->parser = json_parser_new ();
}

static void
align_run_clear (AlignRun *run)
{
  plx_aligner_free (run->aligner);
  plx_text_free (run->text);
  g_ptr_array_unref (run->records);
  g_array_unref (run->places);
  g_ptr_array_unref (run->sources);
  g_hash_table_unref (run->source_numbers);
  g_object_unref (run->parser);
}

PlxCliStatus
plx_cli_cmd_align (int    argc,
                   char **argv)
{
  g_autofree char *input = NULL, *format = NULL;
  g_auto (GStrv) families = NULL;
  double threshold = -1;
  const GOptionEntry entries[] = {
    { "input", 0, 0, G_OPTION_ARG_STRING, &input, N_("What the files are: jsonl"), "jsonl" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("What to print: json or pairs"), "json|pairs" },
    { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &threshold,
      N_("The least score of a pair, from 0 to 1"), "N" },
    { "families", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &families,
      N_("Word families of your own, which overrule those that come with Parallax"), N_("FILE") },
    { NULL }
  };
  AlignRun run = { 0 };
  gboolean as_pairs, had_errors;

  if (!plx_cli_parse ("align", _("FILE…"),
                      _("Finds the claims that several sources share, who reports each and who omits "
                        "it, and the passages they share word for word. A record is {\"id\", \"text\", "
                        "\"source\"?, \"date\"?}; a text of one line is taken as one sentence."),
                      entries, &argc, &argv))
    return PLX_CLI_USAGE;
  as_pairs = g_strcmp0 (format, "pairs") == 0;
  if ((input != NULL && !g_str_equal (input, "jsonl")) ||
      (format != NULL && !as_pairs && !g_str_equal (format, "json")) ||
      !(threshold == -1 || (threshold >= 0 && threshold <= 1)))
    {
      plx_cli_error ("%s", _("--input is jsonl, --format json or pairs, --threshold from 0 to 1"));
      return PLX_CLI_USAGE;
    }

  if (!plx_cli_load_families ((const char *const *) families))
    return PLX_CLI_FAILED;
  if (threshold == -1)
    threshold = as_pairs ? PAIRS_THRESHOLD : PLX_CLAIM_WEAK_THRESHOLD;

  align_run_init (&run);
  if (argc < 2)
    read_input (&run, "-");
  for (int i = 1; i < argc; i++)
    read_input (&run, argv[i]);

  {
    g_autoptr (GArray) pairs = plx_aligner_find_pairs (run.aligner, threshold);

    if (as_pairs)
      print_pairs (&run, pairs);
    else
      print_json (&run, pairs);
  }

  had_errors = run.had_errors;
  align_run_clear (&run);
  return had_errors ? PLX_CLI_FAILED : PLX_CLI_OK;
}
