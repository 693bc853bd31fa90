/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-inflect.h"

#include <string.h>

#include "plx-inflect-tables.h"

static gboolean
is_vowel (char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static gboolean
has_suffix (const char *word,
            gsize       length,
            const char *suffix)
{
  gsize n = strlen (suffix);

  return length >= n && memcmp (word + length - n, suffix, n) == 0;
}

/* Adds stem[0 … stem_length) + ending, or one flag more to a form that is there already. */
static void
add_form (PlxForms   *self,
          const char *stem,
          gsize       stem_length,
          const char *ending,
          guint       flags)
{
  gsize ending_length = strlen (ending);
  gsize length = stem_length + ending_length;
  PlxForm *form;

  if (length > PLX_FORM_MAX_BYTES || self->n == PLX_FORMS_MAX)
    return;

  form = &self->forms[self->n];
  memcpy (form->text, stem, stem_length);
  memcpy (form->text + stem_length, ending, ending_length);
  for (guint i = 0; i < self->n; i++)
    {
      if (self->forms[i].length == length && memcmp (self->forms[i].text, form->text, length) == 0)
        {
          self->forms[i].flags |= flags;
          return;
        }
    }
  form->length = (guint8) length;
  form->flags = (guint8) flags;
  self->n++;
}

/* Adds every form of a list separated by commas. */
static void
add_listed (PlxForms   *self,
            const char *list,
            guint       flags)
{
  while (*list != '\0')
    {
      gsize n = strcspn (list, ",");

      add_form (self, list, n, "", flags);
      list += n;
      if (*list == ',')
        list++;
    }
}

/* Starts the list with the base form. Returns: FALSE if the word cannot be inflected */
static gboolean
start_forms (PlxForms   *self,
             const char *word,
             gsize       length)
{
  self->n = 0;
  if (length > PLX_FORM_MAX_BYTES)
    {
      memcpy (self->forms[0].text, word, PLX_FORM_MAX_BYTES);
      self->forms[0].length = PLX_FORM_MAX_BYTES;
      self->forms[0].flags = PLX_FORM_BASE;
      self->n = 1;
      return FALSE;
    }
  add_form (self, word, length, "", PLX_FORM_BASE);
  return length >= 2;
}

static int
compare_word (const char *word,
              gsize       length,
              const char *entry)
{
  int order = strncmp (word, entry, length);

  return order != 0 ? order : -(int) (guchar) entry[length];
}

/* Finds a word in a sorted table of structs, each with the word as its first member.
 * Returns: its index, or -1 */
static int
find_word (const char *word,
           gsize       length,
           const void *table,
           gsize       stride,
           int         n)
{
  int low = 0;
  int high = n - 1;

  while (low <= high)
    {
      int middle = (low + high) / 2;
      const char *entry = *(const char *const *) ((const char *) table + (gsize) middle * stride);
      int order = compare_word (word, length, entry);

      if (order == 0)
        return middle;
      if (order < 0)
        high = middle - 1;
      else
        low = middle + 1;
    }
  return -1;
}

#define FIND(word, length, table) \
  find_word ((word), (length), (table), sizeof (table)[0], (int) G_N_ELEMENTS (table))

/* The -s of verbs and nouns alike. */
static void
add_s (PlxForms   *self,
       const char *word,
       gsize       length,
       guint       flags)
{
  char last = word[length - 1];

  if (last == 'y' && !is_vowel (word[length - 2]))
    add_form (self, word, length - 1, "ies", flags);
  else if (last == 's' || last == 'x' || last == 'z' || has_suffix (word, length, "ch") ||
           has_suffix (word, length, "sh") || (last == 'o' && !is_vowel (word[length - 2])))
    add_form (self, word, length, "es", flags);
  else
    add_form (self, word, length, "s", flags);
}

static guint
count_syllables (const char *word,
                 gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean vowel = is_vowel (word[i]) || (i > 0 && word[i] == 'y');
      gboolean before = i > 0 && (is_vowel (word[i - 1]) || (i > 1 && word[i - 1] == 'y'));

      /* "qu" is a consonant */
      if (word[i] == 'u' && i > 0 && word[i - 1] == 'q')
        continue;
      if (i > 1 && word[i - 1] == 'u' && word[i - 2] == 'q')
        before = FALSE;
      if (vowel && !before)
        n++;
    }
  return n;
}

/* Whether the word ends in consonant, single vowel, single consonant that may double. */
static gboolean
ends_in_cvc (const char *word,
             gsize       length)
{
  char last = word[length - 1];

  if (length < 3 || is_vowel (last) || last == 'w' || last == 'x' || last == 'y' || last == 'h')
    return FALSE;
  if (!is_vowel (word[length - 2]))
    return FALSE;
  if (length >= 4 && word[length - 3] == 'u' && word[length - 4] == 'q')
    return TRUE;
  return !is_vowel (word[length - 3]);
}

typedef enum
{
  DOUBLING_NEVER,
  DOUBLING_ALWAYS,
  DOUBLING_BRITISH, /* cancelled, beside canceled */
} Doubling;

static Doubling
get_doubling (const char *word,
              gsize       length)
{
  if (!ends_in_cvc (word, length))
    return DOUBLING_NEVER;
  if (count_syllables (word, length) == 1)
    return DOUBLING_ALWAYS;
  if (FIND (word, length, doubling_verbs) >= 0)
    return DOUBLING_ALWAYS;
  if (has_suffix (word, length, "el") || has_suffix (word, length, "al") ||
      has_suffix (word, length, "il"))
    return DOUBLING_BRITISH;
  return DOUBLING_NEVER;
}

/* Adds word + ending ("ed", "ing", "er", "est") by the rules for endings that begin with a vowel. */
static void
add_vowel_ending (PlxForms   *self,
                  const char *word,
                  gsize       length,
                  const char *ending,
                  guint       flags)
{
  char doubled[PLX_FORM_MAX_BYTES + 1];
  Doubling doubling = get_doubling (word, length);
  char last = word[length - 1];

  if (last == 'e' && ending[0] == 'e')
    add_form (self, word, length, ending + 1, flags);
  else if (has_suffix (word, length, "ie") && ending[0] == 'i')
    {
      memcpy (doubled, word, length - 2);
      doubled[length - 2] = 'y';
      add_form (self, doubled, length - 1, ending, flags);
    }
  else if (last == 'e' && length > 2 && ending[0] == 'i' && word[length - 2] != 'e' && word[length - 2] != 'o' &&
           word[length - 2] != 'y')
    add_form (self, word, length - 1, ending, flags);
  else if (last == 'y' && !is_vowel (word[length - 2]) && ending[0] == 'e')
    {
      memcpy (doubled, word, length);
      doubled[length - 1] = 'i';
      add_form (self, doubled, length, ending, flags);
    }
  else if (last == 'c' && length > 3 && (ending[0] == 'e' || ending[0] == 'i') &&
           (has_suffix (word, length, "nic") || has_suffix (word, length, "fic")))
    {
      memcpy (doubled, word, length);
      doubled[length] = 'k';
      add_form (self, doubled, length + 1, ending, flags);
    }
  else
    {
      if (doubling != DOUBLING_ALWAYS)
        add_form (self, word, length, ending, flags);
      if (doubling != DOUBLING_NEVER && length < PLX_FORM_MAX_BYTES)
        {
          memcpy (doubled, word, length);
          doubled[length] = last;
          add_form (self, doubled, length + 1, ending, flags);
        }
    }
}

/* Prefixes under which an irregular verb stays irregular: rebuild, overpay, mislead. */
static gsize
skip_verb_prefix (const char *word,
                  gsize       length)
{
  static const char *const prefixes[] = { "re", "over", "under", "out", "mis", "un", "fore" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize n = strlen (prefixes[i]);

      if (length >= n + 3 && memcmp (word, prefixes[i], n) == 0 &&
          FIND (word + n, length - n, irregular_verbs) >= 0)
        return n;
    }
  return 0;
}

/* Like add_listed(), with the same prefix before every form. */
static void
add_prefixed (PlxForms   *self,
              const char *prefix,
              gsize       prefix_length,
              const char *list,
              guint       flags)
{
  while (*list != '\0')
    {
      char form[PLX_FORM_MAX_BYTES + 1];
      gsize n = strcspn (list, ",");

      if (prefix_length + n <= PLX_FORM_MAX_BYTES)
        {
          memcpy (form, prefix, prefix_length);
          memcpy (form + prefix_length, list, n);
          add_form (self, form, prefix_length + n, "", flags);
        }
      list += n;
      if (*list == ',')
        list++;
    }
}

void
plx_inflect_verb (const char *word,
                  gsize       length,
                  PlxForms   *out_forms)
{
  gsize prefix = 0;
  int found;

  if (!start_forms (out_forms, word, length))
    return;

  found = FIND (word, length, irregular_verbs);
  if (found < 0)
    {
      /* regular in spite of a prefix and a rest that is an irregular verb: not "re" + "lay" */
      static const char *const regular[] = { "outwit", "relay" };

      if (FIND (word, length, regular) < 0)
        prefix = skip_verb_prefix (word, length);
      if (prefix > 0)
        found = FIND (word + prefix, length - prefix, irregular_verbs);
    }

  if (found >= 0 && irregular_verbs[found].present[0] != '\0')
    add_prefixed (out_forms, word, prefix, irregular_verbs[found].present, PLX_FORM_THIRD);
  else
    add_s (out_forms, word, length, PLX_FORM_THIRD);

  if (found >= 0)
    {
      add_prefixed (out_forms, word, prefix, irregular_verbs[found].past, PLX_FORM_PAST);
      add_prefixed (out_forms, word, prefix, irregular_verbs[found].participle, PLX_FORM_PARTICIPLE);
    }
  else
    {
      add_vowel_ending (out_forms, word, length, "ed", PLX_FORM_PAST | PLX_FORM_PARTICIPLE);
    }
  add_vowel_ending (out_forms, word, length, "ing", PLX_FORM_GERUND);
}

void
plx_inflect_noun (const char *word,
                  gsize       length,
                  PlxForms   *out_forms)
{
  int found;

  if (!start_forms (out_forms, word, length))
    return;

  found = FIND (word, length, irregular_nouns);
  if (found >= 0)
    {
      add_listed (out_forms, irregular_nouns[found].first, PLX_FORM_PLURAL);
      if (!has_suffix (word, length, "um"))
        return;
    }
  else if ((has_suffix (word, length, "man") && !has_suffix (word, length, "human")) && length > 4)
    {
      add_form (out_forms, word, length - 2, "en", PLX_FORM_PLURAL);
      return;
    }
  add_s (out_forms, word, length, PLX_FORM_PLURAL);
}

void
plx_inflect_adjective (const char *word,
                       gsize       length,
                       PlxForms   *out_forms)
{
  int found;

  if (!start_forms (out_forms, word, length))
    return;

  found = FIND (word, length, irregular_adjectives);
  if (found >= 0)
    {
      add_listed (out_forms, irregular_adjectives[found].first, PLX_FORM_DEGREE);
      add_listed (out_forms, irregular_adjectives[found].second, PLX_FORM_DEGREE);
      return;
    }
  /* long adjectives take more and most */
  if (count_syllables (word, length) > 2)
    return;
  add_vowel_ending (out_forms, word, length, "er", PLX_FORM_DEGREE);
  add_vowel_ending (out_forms, word, length, "est", PLX_FORM_DEGREE);
}

static void
tell_listed (const char      *list,
             const char      *base,
             PlxIrregularFunc func,
             gpointer         user_data)
{
  while (*list != '\0')
    {
      gsize n = strcspn (list, ",");

      if (FIND (list, n, irregular_verbs) < 0 && FIND (list, n, irregular_nouns) < 0)
        func (list, n, base, user_data);
      list += n;
      if (*list == ',')
        list++;
    }
}

void
plx_inflect_foreach_irregular (PlxIrregularFunc func,
                               gpointer         user_data)
{
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (irregular_verbs); i++)
    {
      tell_listed (irregular_verbs[i].past, irregular_verbs[i].base, func, user_data);
      tell_listed (irregular_verbs[i].participle, irregular_verbs[i].base, func, user_data);
      tell_listed (irregular_verbs[i].present, irregular_verbs[i].base, func, user_data);
    }
  for (guint i = 0; i < G_N_ELEMENTS (irregular_nouns); i++)
    tell_listed (irregular_nouns[i].first, irregular_nouns[i].base, func, user_data);
}
