/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-lexicon.h"
#include "cli-text.h"
#include "commands.h"
#include "plx-cli.h"

#include "analysis/voices/plx-voices.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define BLOCK_BYTES 4096

/* Turns byte offsets into character offsets, or leaves them alone. */
typedef struct
{
  const char *text;
  GArray     *counts; /* of gint64: characters before each block of the text; NULL: count bytes */
} Offsets;

static gboolean
begins_character (char byte)
{
  return ((guint8) byte & 0xc0) != 0x80;
}

/* Returns: (transfer full): what Offsets.counts holds */
static GArray *
count_characters (const char *text,
                  gsize       length)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i % BLOCK_BYTES == 0)
        g_array_append_val (counts, n);
      n += i < length && begins_character (text[i]);
    }
  return counts;
}

static gint64
convert_offset (const Offsets *self,
                guint32        byte)
{
  guint32 block = byte / BLOCK_BYTES;
  gint64 n;

  if (self->counts == NULL)
    return byte;
  n = g_array_index (self->counts, gint64, block);
  for (guint32 i = block * BLOCK_BYTES; i < byte; i++)
    n += begins_character (self->text[i]);
  return n;
}

static void
add_span (JsonBuilder   *builder,
          const Offsets *offsets,
          PlxSpan        span)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, convert_offset (offsets, span.start));
  json_builder_add_int_value (builder, convert_offset (offsets, span.end));
  json_builder_end_array (builder);
}

static void
add_quote (JsonBuilder     *builder,
           const Offsets   *offsets,
           const PlxVoices *voices,
           const PlxQuote  *quote)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, plx_voice_kind_to_string (quote->kind));
  json_builder_set_member_name (builder, "content");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (quote->content); i++)
    {
      if (plx_span_length (quote->content[i]) > 0)
        add_span (builder, offsets, quote->content[i]);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "speaker");
  json_builder_begin_array (builder);
  if (plx_span_length (quote->speaker) > 0)
    add_span (builder, offsets, quote->speaker);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "cue");
  json_builder_begin_array (builder);
  if (plx_span_length (quote->cue) > 0)
    add_span (builder, offsets, quote->cue);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "name");
  if (quote->name != PLX_NONE)
    json_builder_add_string_value (builder, plx_voices_get_name (voices, quote->name));
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static char *
document_name (const char *path)
{
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup ("-");

  if (g_str_has_suffix (base, ".txt"))
    base[strlen (base) - strlen (".txt")] = '\0';
  return g_utf8_make_valid (base, -1);
}

static void
print_quotes (const char *path,
              const char *bytes,
              PlxVoices  *voices,
              gboolean    characters)
{
  g_autoptr (PlxText) text = plx_text_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = document_name (path), *line = NULL;
  gsize length = strlen (bytes);
  g_autoptr (GArray) counts = characters ? count_characters (bytes, length) : NULL;
  const Offsets offsets = { bytes, counts };
  const GArray *quotes;

  plx_text_set_bytes (text, bytes, length);
  plx_text_read_span (text, (PlxSpan) { 0, (guint32) length });
  plx_voices_find (voices, text);
  quotes = plx_voices_get_quotes (voices);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "doc");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "quotes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < quotes->len; i++)
    add_quote (builder, &offsets, voices, &g_array_index (quotes, PlxQuote, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  g_print ("%s\n", line);
}

static gboolean
process (const char *path,
         PlxVoices  *voices,
         gboolean    characters)
{
  g_autofree char *text = plx_cli_read_text (path);

  if (text == NULL)
    return FALSE;
  print_quotes (path, text, voices, characters);
  return TRUE;
}

PlxCliStatus
plx_cli_cmd_quotes (int    argc,
                    char **argv)
{
  g_autofree char *unit = NULL;
  const GOptionEntry entries[] = {
    { "offsets", 0, 0, G_OPTION_ARG_STRING, &unit,
      N_("Count offsets in “characters” (the default) or “bytes”"), N_("UNIT") },
    { NULL }
  };
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (PlxVoiceWords) words = NULL;
  g_autoptr (PlxVoices) voices = NULL;
  gboolean good = TRUE, characters, had_errors;

  if (!plx_cli_parse ("quotes", _("[FILE…]"),
                      _("Prints who says what in plain text, one line of JSON for each file."), entries,
                      &argc, &argv))
    return PLX_CLI_USAGE;
  characters = g_strcmp0 (unit, "bytes") != 0;
  if (characters && unit != NULL && strcmp (unit, "characters") != 0)
    {
      plx_cli_error (_("--offsets takes “characters” or “bytes”, not “%s”"), unit);
      return PLX_CLI_USAGE;
    }
  lexicon = plx_cli_load_lexicon (NULL, &had_errors);
  if (lexicon == NULL)
    return PLX_CLI_FAILED;
  words = plx_voice_words_new (lexicon);
  voices = plx_voices_new (words);

  if (argc < 2)
    good = process (NULL, voices, characters);
  for (int i = 1; i < argc; i++)
    good = process (argv[i], voices, characters) && good;
  return good ? PLX_CLI_OK : PLX_CLI_FAILED;
}
