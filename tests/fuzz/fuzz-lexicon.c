/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/reading/plx-reading.h"

#include <string.h>

/* The bytes are a lexicon file, with the head put before them if they lack it. Whatever it holds
 * is compiled, checked, written as an image, and read with. */

static const char head[] = "#parallax-lexicon 1\n#axis tone negative positive\n"
                           "pattern\trole\taxis\tweight\tcondition\tnote\n";

static const char text[] = "It was not good, but the ban on tariffs was lifted; isn't that a very great success? "
                           "Talks may resume, she said, rather than fail: “retaliation” would hit them back.";

static GBytes *
open_itself (const char *name,
             const char *including_path,
             gpointer    user_data,
             GError    **error)
{
  return g_bytes_ref (user_data);
}

static double
read_text (PlxLexicon *lexicon)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));
  const PlxReading *reading = plx_reader_read (reader, article, NULL);
  double sum = 0.0;

  for (guint i = 0; i < reading->cues->len; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);

      g_assert (cue->span.start < cue->span.end && cue->span.end <= article->length);
      g_assert (cue->entry < plx_lexicon_get_n_entries (lexicon));
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      g_assert (reading->axes[axis].score >= -1.0 && reading->axes[axis].score <= 1.0);
      sum += reading->axes[axis].score;
    }
  return sum;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (PlxLexicon) copy = NULL;
  g_autoptr (GBytes) image = NULL;
  g_autoptr (GPtrArray) remarks = NULL;

  if (size < 10 || memcmp (data, "#parallax-", 10) != 0)
    g_byte_array_append (file, (const guint8 *) head, sizeof head - 1);
  g_byte_array_append (file, data, (guint) size);
  bytes = g_bytes_new (file->data, file->len);
  plx_lexicon_builder_set_open (builder, open_itself, bytes);
  if (!plx_lexicon_builder_add_bytes (builder, bytes, "fuzz.tsv", NULL))
    return 0;

  lexicon = plx_lexicon_builder_compile (builder);
  remarks = plx_lexicon_lint (lexicon);
  image = plx_lexicon_write_image (lexicon);
  copy = plx_lexicon_new_from_image (image);
  g_assert (copy != NULL);
  g_assert (read_text (lexicon) == read_text (copy));
  return 0;
}
