/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "data/import/plx-import.h"

#include <string.h>

/* The first byte chooses an encoding to declare; the rest is the text. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const charsets[] = {
    NULL, "utf-8", "iso-8859-1", "utf-16", "shift_jis", "gb2312", "iso-2022-jp", "windows-1251",
    "utf-7", "x-unknown",
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  text = plx_import_decode (bytes, charsets[data[0] % G_N_ELEMENTS (charsets)], NULL);
  g_assert (g_utf8_validate (text, -1, NULL));
  g_assert (strchr (text, '\r') == NULL);
  return 0;
}
