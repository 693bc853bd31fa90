/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* English inflection: from the dictionary form that a lexicon line gives to the forms that stand
 * in text. Regular spelling rules, and a table of the irregular words; both British and American
 * spellings are made where they differ (cancelled, canceled). */

#include <glib.h>

G_BEGIN_DECLS

/* What a form is; a verb's past and participle are often the same word, which then has both. */
typedef enum
{
  PLX_FORM_BASE = 1 << 0,
  PLX_FORM_THIRD = 1 << 1,      /* imposes */
  PLX_FORM_PAST = 1 << 2,       /* imposed, withdrew */
  PLX_FORM_PARTICIPLE = 1 << 3, /* imposed, withdrawn */
  PLX_FORM_GERUND = 1 << 4,     /* imposing */
  PLX_FORM_PLURAL = 1 << 5,
  PLX_FORM_DEGREE = 1 << 6,     /* comparative or superlative */
} PlxFormFlags;

#define PLX_FORM_MAX_BYTES 64
#define PLX_FORMS_MAX 16

typedef struct
{
  char   text[PLX_FORM_MAX_BYTES]; /* not NUL-terminated */
  guint8 length;
  guint8 flags; /* PlxFormFlags */
} PlxForm;

/* The base form is always the first. */
typedef struct
{
  guint   n;
  PlxForm forms[PLX_FORMS_MAX];
} PlxForms;

/* plx_inflect_verb:
 * plx_inflect_noun:
 * plx_inflect_adjective:
 * @word: the dictionary form in lower case, of @length bytes; longer than fits a form, and only
 *   the first PLX_FORM_MAX_BYTES bytes are returned, alone
 * @out_forms: (out caller-allocated): all forms, none twice */
void plx_inflect_verb      (const char *word, gsize length, PlxForms *out_forms);
void plx_inflect_noun      (const char *word, gsize length, PlxForms *out_forms);
void plx_inflect_adjective (const char *word, gsize length, PlxForms *out_forms);

typedef void (*PlxIrregularFunc) (const char *form, gsize length, const char *base,
                                  gpointer user_data);

/* plx_inflect_foreach_irregular: calls @func for each irregular form of a verb or noun that is no
 * verb's or noun's dictionary form itself: "rose" of "rise", "children" of "child" */
void plx_inflect_foreach_irregular (PlxIrregularFunc func, gpointer user_data);

G_END_DECLS
