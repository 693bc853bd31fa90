/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a fuzz target defines: one call for each input. It asserts what must hold of any input, and
 * otherwise leaves finding fault to the sanitizers. */

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
