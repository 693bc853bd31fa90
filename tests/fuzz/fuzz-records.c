/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "data/import/plx-records.h"

#include <string.h>

/* The first byte chooses the format; the rest is the stream. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlxRecordReader) reader = NULL;
  PlxRecordStatus status;
  PlxRecord record;

  if (size == 0)
    return 0;
  stream = g_memory_input_stream_new_from_data (data + 1, (gssize) size - 1, NULL);
  reader = plx_record_reader_new (stream, data[0] % 2 == 0 ? PLX_FORMAT_JSONL : PLX_FORMAT_CSV);
  do
    {
      g_autoptr (GError) error = NULL;

      status = plx_record_reader_next (reader, &record, NULL, &error);
      g_assert ((error != NULL) == (status == PLX_RECORD_BAD || status == PLX_RECORD_FAILED));
      for (guint i = 0; status == PLX_RECORD_READY && i < PLX_N_FIELDS; i++)
        {
          if (record.fields[i] == NULL)
            continue;
          g_assert (strlen (record.fields[i]) == record.lengths[i]);
          g_assert (g_utf8_validate (record.fields[i], -1, NULL));
        }
      if (status == PLX_RECORD_READY)
        {
          g_autoptr (PlxArticle) article = plx_record_dup_article (&record);

          g_assert (article->length == record.lengths[PLX_FIELD_TEXT]);
        }
    }
  while (status == PLX_RECORD_READY || status == PLX_RECORD_BAD);

  return 0;
}
