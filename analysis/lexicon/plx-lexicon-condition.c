/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <string.h>

static const struct
{
  const char *name;
  guint       flags; /* PlxConditionFlags */
} flag_terms[] = {
  { "verb", PLX_CONDITION_VERB },
  { "noun", PLX_CONDITION_NOUN },
  { "adj", PLX_CONDITION_ADJ },
  { "adv", PLX_CONDITION_ADV },
  { "name", PLX_CONDITION_NAME },
  { "any", PLX_CONDITION_ANY },
  { "as=verb", PLX_CONDITION_AS_VERB },
  { "as=noun", PLX_CONDITION_AS_NOUN },
  { "as=adj", PLX_CONDITION_AS_ADJ },
  { "as=adv", PLX_CONDITION_AS_ADV },
  { "to=subject", PLX_CONDITION_TO_SUBJECT },
  { "to=object", PLX_CONDITION_TO_OBJECT },
};

static const struct
{
  const char    *name;
  PlxShifterKind kind;
} shifter_terms[] = {
  { "negator", PLX_SHIFTER_NEGATOR },
  { "amplifier", PLX_SHIFTER_AMPLIFIER },
  { "downtoner", PLX_SHIFTER_DOWNTONER },
  { "hedge", PLX_SHIFTER_HEDGE },
  { "modal", PLX_SHIFTER_MODAL },
  { "contrast", PLX_SHIFTER_CONTRAST },
  { "concession", PLX_SHIFTER_CONCESSION },
  { "past", PLX_SHIFTER_PAST },
};

static const struct
{
  const char *name;
  PlxScope    scope;
  guint       flags; /* PlxConditionFlags */
} scope_terms[] = {
  { "scope=after", PLX_SCOPE_AFTER, 0 },
  { "scope=before", PLX_SCOPE_BEFORE, 0 },
  { "scope=clause", PLX_SCOPE_CLAUSE, 0 },
  { "scope=prefix", PLX_SCOPE_PREFIX, PLX_CONDITION_PREFIX },
  { "scope=suffix", PLX_SCOPE_SUFFIX, PLX_CONDITION_SUFFIX },
};

static const struct
{
  const char    *prefix;
  PlxContextKind kind;
  gboolean       negated;
} context_terms[] = {
  { "prev=", PLX_CONTEXT_PREV, FALSE },
  { "prev!=", PLX_CONTEXT_PREV, TRUE },
  { "next=", PLX_CONTEXT_NEXT, FALSE },
  { "next!=", PLX_CONTEXT_NEXT, TRUE },
  { "near=", PLX_CONTEXT_NEAR, FALSE },
  { "near!=", PLX_CONTEXT_NEAR, TRUE },
};

guint32
plx_pool_add (GByteArray *pool,
              const char *word,
              gsize       length)
{
  guint8 prefix[2] = { (guint8) (length & 0xff), (guint8) (length >> 8) };
  guint32 offset;

  g_byte_array_append (pool, prefix, 2);
  offset = pool->len;
  g_byte_array_append (pool, (const guint8 *) word, (guint) length);
  return offset;
}

static gboolean
is_term (const char *term,
         gsize       length,
         const char *name)
{
  return strlen (name) == length && memcmp (term, name, length) == 0;
}

/* Appends the words of "a|b*" to @words. */
static char *
parse_context_words (const char     *list,
                     gsize           length,
                     PlxContextTerm *term,
                     GArray         *words,
                     GByteArray     *pool)
{
  const char *end = list + length;

  term->first_word = words->len;
  term->n_words = 0;
  for (const char *p = list; p <= end; )
    {
      const char *bar = memchr (p, '|', (gsize) (end - p));
      gsize n = (gsize) ((bar != NULL ? bar : end) - p);
      g_autofree char *folded = g_utf8_strdown (p, (gssize) n);
      PlxLexiconWord word = { .kind = PLX_WORD_LITERAL };

      n = strlen (folded);
      if (n > 1 && folded[n - 1] == '*')
        {
          word.kind = PLX_WORD_PREFIX;
          n--;
        }
      if (n == 0 || n > PLX_FORM_MAX_BYTES || memchr (folded, '*', n) != NULL)
        return g_strdup ("words are separated by “|”, and may end in “*”: prev=the|a|his");
      if (word.kind == PLX_WORD_LITERAL)
        word.hash = plx_word_hash (folded, n);
      if (word.kind == PLX_WORD_LITERAL)
        term->bits |= plx_hash_bits (word.hash);
      else
        term->heads |= plx_wildcard_bits (folded, n, PLX_WORD_PREFIX);
      word.offset = plx_pool_add (pool, folded, n);
      word.length = (guint16) n;
      g_array_append_val (words, word);
      term->n_words++;
      if (bar == NULL)
        break;
      p = bar + 1;
    }
  return NULL;
}

/* One term. Returns: (transfer full) (nullable): what is wrong with it */
static char *
parse_term (const char     *term,
            gsize           length,
            PlxCondition   *condition,
            PlxShifterKind *out_shifter,
            GArray         *terms,
            GArray         *words,
            GByteArray     *pool)
{
  for (guint i = 0; i < G_N_ELEMENTS (flag_terms); i++)
    {
      if (is_term (term, length, flag_terms[i].name))
        {
          condition->flags |= flag_terms[i].flags;
          return NULL;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (shifter_terms); i++)
    {
      if (is_term (term, length, shifter_terms[i].name))
        {
          *out_shifter = shifter_terms[i].kind;
          return NULL;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (scope_terms); i++)
    {
      if (is_term (term, length, scope_terms[i].name))
        {
          condition->scope = scope_terms[i].scope;
          condition->flags |= scope_terms[i].flags;
          return NULL;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (context_terms); i++)
    {
      gsize n = strlen (context_terms[i].prefix);

      if (length > n && memcmp (term, context_terms[i].prefix, n) == 0)
        {
          PlxContextTerm context = { .kind = context_terms[i].kind,
                                     .negated = context_terms[i].negated };
          char *problem = parse_context_words (term + n, length - n, &context, words, pool);

          if (problem != NULL)
            return problem;
          if (condition->n_terms == G_MAXUINT8)
            return g_strdup ("too many terms");
          g_array_append_val (terms, context);
          condition->n_terms++;
          condition->flags |= PLX_CONDITION_CONTEXT;
          return NULL;
        }
    }
  return g_strdup_printf ("“%.*s” is no condition; the words allowed are listed in FORMAT.md",
                          (int) MIN (length, 40), term);
}

char *
plx_condition_parse (const char     *condition,
                     PlxCondition   *out_condition,
                     PlxShifterKind *out_shifter,
                     GArray         *terms,
                     GArray         *words,
                     GByteArray     *pool,
                     guint          *out_column)
{
  *out_condition = (PlxCondition) { .first_term = terms->len };
  *out_shifter = PLX_SHIFTER_NONE;

  for (const char *p = condition; *p != '\0'; )
    {
      gsize n = strcspn (p, " ");

      if (n > 0)
        {
          char *problem = parse_term (p, n, out_condition, out_shifter, terms, words, pool);

          if (problem != NULL)
            {
              *out_column = (guint) g_utf8_strlen (condition, p - condition);
              return problem;
            }
        }
      p += n;
      if (*p == ' ')
        p++;
    }
  return NULL;
}
