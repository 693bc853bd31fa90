/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/import/plx-import.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       length; /* 0: up to the NUL */
  const char *declared;
  const char *text;
  gboolean    has_errors;
} DecodeCase;

static const DecodeCase cases[] = {
  { "ascii", "Plain text.", 0, NULL, "Plain text.", FALSE },
  { "utf-8", "Z\xC3\xBCrich \xE2\x80\x93 \xE4\xB8\xAD", 0, NULL, "Zürich – 中", FALSE },
  { "utf-8-bom", "\xEF\xBB\xBFhere", 0, NULL, "here", FALSE },
  { "utf-16le-bom", "\xFF\xFEZ\0\xFC\0r\0\n\0", 10, NULL, "Zür\n", FALSE },
  { "utf-16be-bom", "\xFE\xFF\0Z\0\xFC\0r", 8, NULL, "Zür", FALSE },
  { "utf-16le-bare", "T\0h\0e\0 \0q\0u\0a\0y\0", 16, NULL, "The quay", FALSE },
  { "utf-16be-bare", "\0T\0h\0e\0 \0q\0u\0a\0y", 16, NULL, "The quay", FALSE },
  { "utf-16le-pair", "\xFF\xFE\x3D\xD8\x00\xDE", 6, NULL, "😀", FALSE },
  { "utf-16le-lone-half", "\xFF\xFE" "a\0\x3D\xD8" "b\0", 8, NULL, "a\xEF\xBF\xBD" "b", TRUE },
  { "utf-32le-bom", "\xFF\xFE\0\0Z\0\0\0\xFC\0\0\0", 12, NULL, "Zü", FALSE },
  { "utf-32be-bom", "\0\0\xFE\xFF\0\0\0Z\0\0\0\xFC", 12, NULL, "Zü", FALSE },
  { "latin-1", "Caf\xE9 in Z\xFCrich", 0, NULL, "Café in Zürich", FALSE },
  { "latin-1-declared", "Caf\xE9", 0, "ISO-8859-1", "Café", FALSE },
  { "cp1252-quotes", "\x93No,\x94 he said \x96 it\x92s \x80" "5", 0, NULL,
    "“No,” he said – it’s €5", FALSE },
  { "cp1252-called-latin-1", "\x93No\x94", 0, "iso-8859-1", "“No”", FALSE },
  { "cp1251-declared", "\xCF\xEE\xF0\xF2", 0, "windows-1251", "Порт", FALSE },
  { "shift-jis-declared", "\x93\xFA\x96\x7B", 0, "Shift_JIS", "日本", FALSE },
  { "gb2312-declared", "\xD6\xD0\xB9\xFA", 0, "gb2312", "中国", FALSE },
  { "utf-8-declared-latin-1", "Z\xC3\xBCrich", 0, "iso-8859-1", "Zürich", FALSE },
  { "latin-1-declared-utf-8", "Caf\xE9 au lait", 0, "utf-8", "Café au lait", FALSE },
  { "unknown-declared", "Z\xC3\xBCrich", 0, "x-no-such-thing", "Zürich", FALSE },
  { "utf-16-declared-in-ascii", "plain", 0, "utf-16", "plain", FALSE },
  { "broken-utf-8", "\xC3\xBC\xC3\xB6\xC3\xA4 \xC3 \xC3\xBC", 0, NULL, "üöä \xEF\xBF\xBD ü", TRUE },
  { "cut-utf-8", "\xC3\xBC\xC3\xB6\xE2\x80", 0, NULL, "üö\xEF\xBF\xBD\xEF\xBF\xBD", TRUE },
  { "overlong", "\xC3\xBC\xC3\xBC\xC3\xBC\xC0\x80", 0, "utf-8", "üüü\xEF\xBF\xBD\xEF\xBF\xBD", TRUE },
  { "nul-bytes", "a\0b, and then the text goes on for long", 39, NULL,
    "ab, and then the text goes on for long", FALSE },
  { "control-characters", "a\x01\x02" "b\x7F", 0, NULL, "ab", FALSE },
  { "line-ends", "a\r\nb\rc\nd\x0C" "e\xE2\x80\xA8" "f", 0, NULL, "a\nb\nc\nd\ne\nf", FALSE },
  { "soft-hyphen", "har\xC2\xAD" "bour\xE2\x80\x8B" "side", 0, NULL, "harbourside", FALSE },
  { "c1-as-cp1252", "\xC2\x93No\xC2\x94", 0, NULL, "“No”", FALSE },
  { "decomposed", "Zu\xCC\x88rich", 0, NULL, "Zürich", FALSE },
  { "empty", "", 0, NULL, "", FALSE },
};

static void
test_decode (gconstpointer data)
{
  const DecodeCase *c = data;
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (c->bytes, c->length > 0 ? c->length : strlen (c->bytes));
  gboolean has_errors = !c->has_errors;
  g_autofree char *text = plx_import_decode (bytes, c->declared, &has_errors);

  g_assert_cmpstr (text, ==, c->text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (has_errors, ==, c->has_errors);
}

/* Normalising a run of marks takes time that grows with its square: such a run stays as it is. */
static void
test_endless_marks (void)
{
  GString *marks = g_string_new ("a");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (marks, "\xCC\x81\xCC\x96");
  bytes = g_string_free_to_bytes (marks);
  text = plx_import_decode (bytes, NULL, NULL);
  g_assert_cmpuint (strlen (text), ==, 2000001);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/decode/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_decode);
    }
  g_test_add_func ("/decode/endless-marks", test_endless_marks);
  return g_test_run ();
}
