/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-text.h"

G_BEGIN_DECLS

/* plx_text_scan_tokens: appends the tokens of @span to @self */
void plx_text_scan_tokens     (PlxText *self, PlxSpan span);

/* plx_text_split_sentences: appends the sentences that the tokens from @first_token on make */
void plx_text_split_sentences (PlxText *self, PlxSpan span, guint32 first_token);

G_END_DECLS
