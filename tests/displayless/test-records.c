/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/import/plx-records.h"

#include <string.h>

/* What comes out of a stream, one record a line: "line: id|text|title|source", or "line! why". */
static char *
read_all (const char *bytes,
          gsize       length,
          PlxFormat   format)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (PlxRecordReader) reader = plx_record_reader_new (stream, format);
  GString *dump = g_string_new (NULL);

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      PlxRecord record;
      PlxRecordStatus status = plx_record_reader_next (reader, &record, NULL, &error);

      if (status == PLX_RECORD_END)
        break;
      g_assert_true ((error != NULL) == (status != PLX_RECORD_READY));
      if (status != PLX_RECORD_READY)
        {
          g_string_append_printf (dump, "%u! %s\n", (guint) record.line, error->message);
          if (status == PLX_RECORD_FAILED)
            break;
          continue;
        }
      g_assert_cmpuint (strlen (record.fields[PLX_FIELD_TEXT]), ==, record.lengths[PLX_FIELD_TEXT]);
      g_string_append_printf (dump, "%u:", (guint) record.line);
      for (guint i = PLX_FIELD_ID; i <= PLX_FIELD_SOURCE; i++)
        g_string_append_printf (dump, "%s%s", i > 0 ? "|" : " ",
                                record.fields[i] != NULL ? record.fields[i] : "-");
      g_string_append_c (dump, '\n');
    }

  return g_string_free (dump, FALSE);
}

typedef struct
{
  const char *name;
  PlxFormat   format;
  const char *input;
  const char *output;
} RecordCase;

#define J PLX_FORMAT_JSONL
#define C PLX_FORMAT_CSV

static const RecordCase cases[] = {
  { "one", J, "{\"id\": \"a\", \"text\": \"T\"}\n", "1: a|T|-|-\n" },
  { "no-line-end", J, "{\"text\": \"T\"}", "1: -|T|-|-\n" },
  { "crlf-and-blank-lines", J, "\r\n{\"text\": \"T\"}\r\n \n{\"text\": \"U\"}\r\n",
    "2: -|T|-|-\n4: -|U|-|-\n" },
  { "number-as-id", J, "{\"id\": -12.5e3, \"text\": \"T\"}", "1: -12.5e3|T|-|-\n" },
  { "null", J, "{\"id\": null, \"text\": \"T\", \"source\": null}", "1: -|T|-|-\n" },
  { "object-as-source", J, "{\"source\": {\"name\": \"S\"}, \"text\": \"T\"}", "1: -|T|-|-\n" },
  { "other-names", J, "{\"headline\": \"H\", \"outlet\": \"S\", \"body\": \"T\"}", "1: -|T|H|S\n" },
  { "best-name-wins", J, "{\"text\": \"T\", \"body\": \"B\", \"content\": \"C\"}", "1: -|T|-|-\n" },
  { "best-name-wins-late", J, "{\"body\": \"B\", \"text\": \"T\"}", "1: -|T|-|-\n" },
  { "escapes", J, "{\"text\": \"\\\"\\\\\\/\\u00e9\\ud83d\\ude00\\n\"}", "1: -|\"\\/é😀\n|-|-\n" },
  { "lone-surrogates", J, "{\"text\": \"\\ud83d\\u0041\\udc00\"}",
    "1: -|\xEF\xBF\xBD" "A\xEF\xBF\xBD|-|-\n" },
  { "nul", J, "{\"text\": \"a\\u0000b\"}", "1: -|a b|-|-\n" },
  { "empty-text", J, "{\"text\": \"\"}", "1: -||-|-\n" },
  { "paragraphs", J, "{\"text\": [\"A.\", 3, \"B.\"]}", "1: -|A.\n\nB.|-|-\n" },
  { "latin-1", J, "{\"text\": \"Caf\xE9\"}", "1: -|Café|-|-\n" },
  { "no-text", J, "{\"id\": \"a\"}\n{\"text\": \"T\"}", "1! the record has no text\n2: -|T|-|-\n" },
  { "not-json", J, "hello\n{\"text\": \"T\"}",
    "1! column 1: an object in braces expected\n2: -|T|-|-\n" },
  { "no-end", J, "{\"text\": \"T\n{\"text\": \"T\"}", "1! column 12: the string has no end\n2: -|T|-|-\n" },
  { "trailing-comma", J, "{\"text\": \"T\",}", "1! column 14: a string in double quotes expected\n" },
  { "two-in-a-line", J, "{\"text\": \"T\"} {}", "1! column 15: nothing may follow the object\n" },
  { "bad-escape", J, "{\"text\": \"\\x\"}", "1! column 13: unknown escape in a string\n" },
  { "bad-number", J, "{\"n\": 01, \"text\": \"T\"}", "1! column 7: a number does not begin with 0\n" },
  { "array", J, "[1]", "1! column 1: an object in braces expected\n" },
  { "empty", J, "", "" },
  { "csv", C, "id,text,source\n1,Hello,S\n", "2: 1|Hello|-|S\n" },
  { "csv-semicolon-bom", C, "\xEF\xBB\xBFID;Text\r\n1;Hel,lo\r\n", "2: 1|Hel,lo|-|-\n" },
  { "csv-tab", C, "id\ttext\n1\ta, b; c\n", "2: 1|a, b; c|-|-\n" },
  { "csv-quotes", C, "id,text\n1,\"He said \"\"no\"\",\nthen left\"\n2,T\n",
    "2: 1|He said \"no\",\nthen left|-|-\n4: 2|T|-|-\n" },
  { "csv-inches", C, "id,text\n1,a 5\" pipe\n2,T\n", "2: 1|a 5\" pipe|-|-\n3: 2|T|-|-\n" },
  { "csv-short-row", C, "id,text,source\n1,T\n", "2: 1|T|-|-\n" },
  { "csv-long-row", C, "id,text\n1,T,x,y\n2,T\n", "2! the row has 4 columns, the header has 2\n3: 2|T|-|-\n" },
  { "csv-no-text", C, "id,name\n1,x\n", "1! the first row names no column “text”\n" },
  { "csv-unterminated", C, "id,text\n1,\"a\nb", "2: 1|a\nb|-|-\n" },
};

static void
test_case (gconstpointer data)
{
  const RecordCase *c = data;
  g_autofree char *dump = read_all (c->input, strlen (c->input), c->format);

  g_assert_cmpstr (dump, ==, c->output);
}

static void
test_utf16 (void)
{
  static const char text[] = "\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0\xFC\0\"\0}\0";
  g_autofree char *dump = read_all (text, sizeof text - 1, PLX_FORMAT_JSONL);

  g_assert_cmpstr (dump, ==, "1: -|ü|-|-\n");
}

static void
test_gzip (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  static const char text[] = "{\"text\": \"T\"}\n{\"text\": \"U\"}\n";
  char packed[256];
  gsize n_read, n_written;
  g_autofree char *dump = NULL;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (compressor),
                                        text,
                                        sizeof text - 1,
                                        packed,
                                        sizeof packed,
                                        G_CONVERTER_INPUT_AT_END,
                                        &n_read,
                                        &n_written,
                                        NULL),
                   ==,
                   G_CONVERTER_FINISHED);
  dump = read_all (packed, n_written, PLX_FORMAT_JSONL);
  g_assert_cmpstr (dump, ==, "1: -|T|-|-\n2: -|U|-|-\n");
}

/* Records across the borders of what is read at a time, of all sizes around it. */
static void
test_long_records (void)
{
  GString *input = g_string_new (NULL);
  GString *expected = g_string_new (NULL);
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strnfill (i * 7919 % 150000, 'x');

      g_string_append_printf (input, "{\"text\": \"%s\"}\n", text);
      g_string_append_printf (expected, "%u: -|%s|-|-\n", i + 1, text);
    }
  dump = read_all (input->str, input->len, PLX_FORMAT_JSONL);
  g_assert_cmpstr (dump, ==, expected->str);
  g_string_free (input, TRUE);
  g_string_free (expected, TRUE);
}

static void
test_too_large (void)
{
  g_autofree char *filling = g_strnfill (PLX_IMPORT_MAX_BYTES + 200000, 'x');
  g_autofree char *input = g_strconcat ("{\"text\": \"T\"}\n{\"text\": \"", filling,
                                        "\"}\n{\"text\": \"U\"}\n", NULL);
  g_autofree char *dump = read_all (input, strlen (input), PLX_FORMAT_JSONL);

  /* not compared as strings: a failure would print them */
  g_assert_true (
      g_str_equal (dump, "1: -|T|-|-\n2! the record is larger than 64 MB\n3: -|U|-|-\n"));
}

static void
test_article (void)
{
  static const char text[] = "{\"id\": 7, \"text\": \"T.\", \"title\": \"H\", \"date\": \"Nov 3, 2023\", "
                             "\"authors\": [\"Ann Example\", \"Bo Sample\"], \"lang\": \"en\"}";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (PlxRecordReader) reader = plx_record_reader_new (stream, PLX_FORMAT_JSONL);
  g_autoptr (PlxArticle) article = NULL;
  PlxRecord record;

  g_assert_cmpint (plx_record_reader_next (reader, &record, NULL, NULL), ==, PLX_RECORD_READY);
  article = plx_record_dup_article (&record);
  g_assert_cmpstr (article->id, ==, "7");
  g_assert_cmpstr (article->text, ==, "T.");
  g_assert_cmpstr (article->title, ==, "H");
  g_assert_cmpstr (article->date, ==, "2023-11-03");
  g_assert_cmpstr (article->byline, ==, "Ann Example; Bo Sample");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpuint (article->blocks->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/records/utf-16", test_utf16);
  g_test_add_func ("/records/gzip", test_gzip);
  g_test_add_func ("/records/long", test_long_records);
  g_test_add_func ("/records/too-large", test_too_large);
  g_test_add_func ("/records/article", test_article);
  return g_test_run ();
}
