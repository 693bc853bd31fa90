/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "fuzz-article.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  import_and_check (data, size, PLX_FORMAT_TEXT);
  return 0;
}
