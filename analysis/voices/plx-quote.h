/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What somebody else than the reporter says. */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_VOICE_REPORTER,
  PLX_VOICE_DIRECT,   /* within quotation marks */
  PLX_VOICE_INDIRECT, /* reported speech */
  PLX_VOICE_MIXED,    /* reported speech with words in quotation marks */
} PlxVoiceKind;

/* plx_voice_kind_to_string: the stable name used in files ("direct", "indirect", …); static */
const char *plx_voice_kind_to_string (PlxVoiceKind kind);

/* A stretch of the text that somebody else than the reporter speaks. */
typedef struct
{
  PlxSpan      content[2]; /* the second is empty unless the reporting clause splits it */
  PlxSpan      speaker;    /* the mention ("he"), empty if there is none */
  PlxSpan      cue;        /* the reporting words, empty if there are none */
  PlxVoiceKind kind;
  guint32      name;       /* who it is, resolved: in a reading an index into its voices, among what
                              PlxVoices found one for plx_voices_get_name(); PLX_NONE if unknown */
} PlxQuote;

G_END_DECLS
