/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-vocabulary.h"

#include "analysis/text/plx-inflect.h"
#include "plx-concepts.h"

#include <libstemmer.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define MAX_WORD_BYTES 64

typedef enum
{
  STEM_COMMON = 1 << 0,
  STEM_DENIES = 1 << 1,
} StemFlags;

/* What all vocabularies go by; made once, and never changed. */
typedef struct
{
  GHashTable *common;    /* set of folded words */
  GHashTable *denials;   /* set of stems */
  GHashTable *rewritten; /* folded word → what stands for it; "" drops it */
  GHashTable *families;  /* stem → index of its family + 1 */
} WordTables;

struct _PlxVocabulary
{
  struct sb_stemmer *stemmer;
  PlxAliases        *aliases;   /* or NULL */
  GHashTable        *numbers;   /* char * → number + 1 */
  GStringChunk      *strings;
  GArray            *flags;     /* of guint8 (StemFlags), by number */
  GArray            *concepts;  /* of guint32: the family, by number */
  const WordTables  *tables;
  GString           *scratch;
};

/* Words that hold a sentence together, and the reporting verbs, which are how a fact is told and
 * not the fact. */
static const char common_words[] =
  "a an the of in on at to for from by with as and or but if that which who whom whose this these "
  "those it its he she they them his her their we our you your i is are was were be been being has "
  "have had do does did will would can could may might shall should not no nor so than then there "
  "here also into over out up down about after before between during through under against s t ll "
  "re ve d m said say says saying told tell tells";

static const char denials[] = "not no never without deni declin reject refus cannot";

static const struct
{
  const char *from;
  const char *to;
} rewrites[] = {
  { "zero", "0" }, { "one", "1" }, { "two", "2" }, { "three", "3" }, { "four", "4" },
  { "five", "5" }, { "six", "6" }, { "seven", "7" }, { "eight", "8" }, { "nine", "9" },
  { "ten", "10" }, { "eleven", "11" }, { "twelve", "12" }, { "dozen", "12" },
  { "twenty", "20" }, { "thirty", "30" }, { "forty", "40" }, { "fifty", "50" },
  { "sixty", "60" }, { "hundred", "100" }, { "%", "percent" }, { "cent", "percent" },
  { "pct", "percent" }, { "jan", "january" }, { "feb", "february" }, { "aug", "august" },
  { "sept", "september" }, { "sep", "september" }, { "oct", "october" }, { "nov", "november" },
  { "dec", "december" }, { "u", "us" }, { "govt", "government" },
  { "mr", "" }, { "mrs", "" }, { "ms", "" }, { "inc", "" }, { "corp", "" }, { "co", "" },
  { "ltd", "" },
};

static void
add_words (GHashTable *set,
           const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (list[i]));
}

static void
add_irregular (const char *form,
               gsize       length,
               const char *base,
               gpointer    user_data)
{
  WordTables *tables = user_data;
  g_autofree char *word = g_strndup (form, length);

  if (!g_hash_table_contains (tables->common, word) &&
      !g_hash_table_contains (tables->common, base) &&
      !g_hash_table_contains (tables->rewritten, word))
    g_hash_table_insert (tables->rewritten, g_steal_pointer (&word), (char *) base);
}

static void
add_families (WordTables *tables)
{
  struct sb_stemmer *stemmer = sb_stemmer_new ("english", "UTF_8");
  const char *family;

  for (guint32 i = 0; (family = plx_concepts_get (i)) != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (family, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          const char *rewritten = g_hash_table_lookup (tables->rewritten, words[k]);
          const char *word = rewritten != NULL ? rewritten : words[k];
          const char *stem = (const char *) sb_stemmer_stem (stemmer, (const sb_symbol *) word,
                                                             (int) strlen (word));

          if (!g_hash_table_contains (tables->families, stem))
            g_hash_table_insert (tables->families, g_strdup (stem), GUINT_TO_POINTER (i + 1));
        }
    }
  sb_stemmer_delete (stemmer);
}

static const WordTables *
get_tables (void)
{
  static WordTables tables;
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      plx_concepts_freeze ();
      tables.common = g_hash_table_new (g_str_hash, g_str_equal);
      tables.denials = g_hash_table_new (g_str_hash, g_str_equal);
      tables.rewritten = g_hash_table_new (g_str_hash, g_str_equal);
      tables.families = g_hash_table_new (g_str_hash, g_str_equal);
      add_words (tables.common, common_words);
      add_words (tables.denials, denials);
      for (guint i = 0; i < G_N_ELEMENTS (rewrites); i++)
        g_hash_table_insert (tables.rewritten, (char *) rewrites[i].from, (char *) rewrites[i].to);
      plx_inflect_foreach_irregular (add_irregular, &tables);
      add_families (&tables);
      g_once_init_leave (&is_made, 1);
    }
  return &tables;
}

PlxVocabulary *
plx_vocabulary_new (void)
{
  PlxVocabulary *self = g_new0 (PlxVocabulary, 1);

  self->stemmer = sb_stemmer_new ("english", "UTF_8");
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  self->flags = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->concepts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->tables = get_tables ();
  self->scratch = g_string_new (NULL);
  return self;
}

void
plx_vocabulary_free (PlxVocabulary *self)
{
  if (self == NULL)
    return;

  sb_stemmer_delete (self->stemmer);
  g_clear_pointer (&self->aliases, plx_aliases_unref);
  g_hash_table_unref (self->numbers);
  g_string_chunk_free (self->strings);
  g_array_unref (self->flags);
  g_array_unref (self->concepts);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

void
plx_vocabulary_set_aliases (PlxVocabulary *self,
                            PlxAliases    *aliases)
{
  g_return_if_fail (self != NULL);

  if (aliases != NULL)
    plx_aliases_ref (aliases);
  g_clear_pointer (&self->aliases, plx_aliases_unref);
  self->aliases = aliases;
}

const PlxAliases *
plx_vocabulary_get_aliases (const PlxVocabulary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->aliases;
}

guint32
plx_vocabulary_get_size (const PlxVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flags->len;
}

gboolean
plx_vocabulary_is_common (const PlxVocabulary *self,
                          guint32              stem)
{
  g_return_val_if_fail (self != NULL && stem < self->flags->len, FALSE);

  return (g_array_index (self->flags, guint8, stem) & STEM_COMMON) != 0;
}

gboolean
plx_vocabulary_denies (const PlxVocabulary *self,
                       guint32              stem)
{
  g_return_val_if_fail (self != NULL && stem < self->flags->len, FALSE);

  return (g_array_index (self->flags, guint8, stem) & STEM_DENIES) != 0;
}

guint32
plx_vocabulary_get_concept (const PlxVocabulary *self,
                            guint32              stem)
{
  g_return_val_if_fail (self != NULL, PLX_NONE);

  return stem < self->concepts->len ? g_array_index (self->concepts, guint32, stem) : PLX_NONE;
}

/* The number of a key, which is made if it is new. */
static guint32
intern (PlxVocabulary *self,
        const char    *key,
        guint8         flags,
        guint32        concept)
{
  gpointer found = g_hash_table_lookup (self->numbers, key);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  g_array_append_val (self->flags, flags);
  g_array_append_val (self->concepts, concept);
  g_hash_table_insert (self->numbers, g_string_chunk_insert (self->strings, key),
                       GUINT_TO_POINTER (self->flags->len));
  return self->flags->len - 1;
}

/* The number of the stem of a folded word. */
static guint32
intern_word (PlxVocabulary *self,
             const char    *word,
             gsize          length)
{
  const char *stem =
    (const char *) sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) length);
  guint8 flags = 0;
  guint32 family;

  if (g_hash_table_contains (self->tables->common, word))
    flags |= STEM_COMMON;
  if (g_hash_table_contains (self->tables->denials, stem))
    flags |= STEM_DENIES;
  family = GPOINTER_TO_UINT (g_hash_table_lookup (self->tables->families, stem));
  return intern (self, stem, flags, family > 0 ? family - 1 : PLX_NONE);
}

/* The number of the stem of a folded word, or PLX_NONE if it is one of those that are left out.
 * @word is left in no certain state. */
static guint32
number_word (PlxVocabulary *self,
             GString       *word)
{
  const char *rewritten;

  if (word->len > 2 && g_str_has_suffix (word->str, "'s"))
    g_string_truncate (word, word->len - 2);
  while (word->len > 0 && strchr (".,'", word->str[word->len - 1]) != NULL)
    g_string_truncate (word, word->len - 1);

  rewritten = g_hash_table_lookup (self->tables->rewritten, word->str);
  if (rewritten != NULL)
    g_string_assign (word, rewritten);
  return word->len > 0 ? intern_word (self, word->str, word->len) : PLX_NONE;
}

static UChar32
fold (UChar32 c)
{
  if (c == 0x2019 || c == 0x2018)
    return '\'';
  return u_foldCase (c, U_FOLD_CASE_DEFAULT);
}

guint32
plx_vocabulary_add_word (PlxVocabulary *self,
                         const char    *word,
                         gsize          length)
{
  GString *folded;
  int at = 0;

  g_return_val_if_fail (self != NULL && word != NULL, PLX_NONE);

  folded = self->scratch;
  g_string_truncate (folded, 0);
  while (at < (int) MIN (length, MAX_WORD_BYTES))
    {
      UChar32 c;

      U8_NEXT_OR_FFFD (word, at, (int) length, c);
      if (c != ',' && (c != '.' || g_ascii_isdigit (word[0])))
        g_string_append_unichar (folded, (gunichar) fold (c));
    }
  return number_word (self, folded);
}

/* No folded word begins with these marks, so names and values never meet words. */
guint32
plx_vocabulary_add_name (PlxVocabulary *self,
                         guint32        alias)
{
  char key[16];

  g_return_val_if_fail (self != NULL, PLX_NONE);

  g_snprintf (key, sizeof key, "@%u", alias);
  return intern (self, key, 0, PLX_NONE);
}

guint32
plx_vocabulary_add_value (PlxVocabulary *self,
                          double         value)
{
  char key[G_ASCII_DTOSTR_BUF_SIZE + 1] = "#";

  g_return_val_if_fail (self != NULL, PLX_NONE);

  g_ascii_formatd (key + 1, sizeof key - 1, "%.10g", value);
  return intern (self, key, 0, PLX_NONE);
}
