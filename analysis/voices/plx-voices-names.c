/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-private.h"

#include "analysis/names/plx-name-words.h"
#include "analysis/text/plx-grammar.h"

#include <string.h>

/* Who a mention means. What names the speaker in it is plx_voices_name_in()'s to say; a later
 * mention by the last word of a name (or any of them: China's names begin with the family's) is
 * the same person, but one by a description must be word for word the same. A pronoun, or a phrase
 * like "the minister", means the last speaker it fits. */

#define MAX_NAME_WORDS 8
#define MAX_PERSONS 400 /* so many latest ones are looked through for a mention */

typedef enum
{
  GENDER_UNKNOWN,
  GENDER_MALE,
  GENDER_FEMALE,
} Gender;

typedef struct
{
  guint32  hashes[MAX_NAME_WORDS];
  guint    n;
  Gender   gender;
  guint32  roles[4]; /* hashes of the words that were said to describe it: minister */
  guint    n_roles;
  guint32  last_use; /* token of its last mention */
  gboolean described; /* "officials in Kestova": no "he" or "she" */
  guint32  body;      /* hash of the word that makes it no person: Ministry; 0: none */
  gboolean has_of;    /* Chamber of Shipping */
} Person;

typedef struct
{
  PlxVoices *voices;
  GArray    *persons; /* of Person; the same indices as the names */
  guint32    last;    /* last speaker */
} Resolver;

static guint32
class_of (Resolver *self,
          guint32   token)
{
  return plx_voices_class (self->voices, token);
}

static Gender
gender_in (Resolver *self,
           PlxRange  mention)
{
  for (guint32 i = mention.start; i < mention.end; i++)
    {
      guint32 class = class_of (self, i);

      if (class & PLX_CLASS_FEMALE)
        return GENDER_FEMALE;
      if (class & PLX_CLASS_MALE)
        return GENDER_MALE;
    }
  return GENDER_UNKNOWN;
}

/* The word of a name that makes it that of a body. */
static guint32
body_in (Resolver *self,
         PlxRange  name)
{
  for (guint32 i = name.start; i < name.end; i++)
    {
      guint32 hash = self->voices->tokens[i].hash;

      if (hash != 0 && (plx_name_word_lookup (hash) & PLX_NAME_WORD_BODY))
        return hash;
    }
  return 0;
}

/* The person that a name means: all words of the shorter form are in the longer one; of a
 * description all are the same. */
static guint32
find_person (Resolver *self,
             PlxRange  name,
             gboolean  described)
{
  guint32 first = self->persons->len - MIN (self->persons->len, MAX_PERSONS);

  for (guint32 p = self->persons->len; p-- > first;)
    {
      const Person *person = &g_array_index (self->persons, Person, p);
      guint n = 0, matched = 0;

      for (guint32 i = name.start; i < name.end; i++)
        {
          if (self->voices->tokens[i].hash == 0)
            continue;
          n++;
          for (guint k = 0; k < person->n; k++)
            {
              if (person->hashes[k] == self->voices->tokens[i].hash)
                {
                  matched++;
                  break;
                }
            }
        }
      if (person->described != described)
        continue;
      /* neither "Merland" nor "Shipping" is the Merland Chamber of Shipping */
      if (n < person->n && person->body != 0 && person->has_of && body_in (self, name) != person->body)
        continue;
      if (matched > 0 && matched >= (described ? MAX (n, person->n) : MIN (n, person->n)))
        return p;
    }
  return PLX_NONE;
}

static char *
copy_name (Resolver *self,
           PlxRange  name,
           gboolean  described)
{
  const PlxToken *tokens = self->voices->tokens;
  guint32 start = tokens[name.start].span.start;
  char *text = g_strndup (self->voices->text->bytes + start, tokens[name.end - 1].span.end - start);

  /* the head of "Officials in Kestova" has its capital from the sentence */
  if (described && (tokens[name.start].flags & PLX_TOKEN_FIRST) && name.end > name.start + 1 &&
      ((class_of (self, name.start + 1) & PLX_GRAMMAR_PREPOSITION) ||
       (plx_name_word_lookup (tokens[name.start].hash) & PLX_NAME_WORD_COMMON)))
    text[0] = g_ascii_tolower (text[0]);
  return g_strdelimit (text, "\n\t\r", ' ');
}

static guint
count_words (Resolver *self,
             PlxRange  name)
{
  guint n = 0;

  for (guint32 i = name.start; i < name.end; i++)
    n += self->voices->tokens[i].hash != 0;
  return n;
}

static void
set_words (Resolver *self,
           Person   *person,
           PlxRange  name)
{
  person->n = 0;
  person->body = body_in (self, name);
  person->has_of = FALSE;
  for (guint32 i = name.start; i < name.end && person->n < MAX_NAME_WORDS; i++)
    {
      person->has_of |= (class_of (self, i) & PLX_GRAMMAR_OF) != 0;
      if (self->voices->tokens[i].hash != 0)
        person->hashes[person->n++] = self->voices->tokens[i].hash;
    }
}

static void
add_roles (Resolver *self,
           Person   *person,
           PlxRange  mention)
{
  for (guint32 i = mention.start; i < mention.end && person->n_roles < G_N_ELEMENTS (person->roles); i++)
    {
      if (class_of (self, i) & (PLX_CLASS_PERSON | PLX_GRAMMAR_TITLE))
        person->roles[person->n_roles++] = self->voices->tokens[i].hash;
    }
}

/* Notes a mention with a name: a new person, or an old one by a fuller name. */
static guint32
take_name (Resolver *self,
           PlxRange  mention,
           PlxRange  name,
           gboolean  described)
{
  guint32 index = find_person (self, name, described);
  Gender gender = gender_in (self, mention);
  Person *person;

  if (index == PLX_NONE)
    {
      Person fresh = { .gender = gender, .described = described };

      set_words (self, &fresh, name);
      index = self->persons->len;
      g_array_append_val (self->persons, fresh);
      g_ptr_array_add (self->voices->names, copy_name (self, name, described));
    }
  person = &g_array_index (self->persons, Person, index);
  if (count_words (self, name) > person->n)
    {
      set_words (self, person, name);
      g_free (g_ptr_array_index (self->voices->names, index));
      g_ptr_array_index (self->voices->names, index) = copy_name (self, name, described);
    }
  if (person->gender == GENDER_UNKNOWN)
    person->gender = gender;
  person->last_use = mention.start;
  add_roles (self, person, mention);
  return index;
}

static gboolean
has_role (const Person *person,
          guint32       hash)
{
  for (guint i = 0; i < person->n_roles; i++)
    {
      if (person->roles[i] == hash)
        return TRUE;
    }
  return FALSE;
}

/* The person that a pronoun or a phrase without a name means: the one spoken of last that fits. */
static guint32
find_antecedent (Resolver *self,
                 PlxRange  mention)
{
  Gender gender = gender_in (self, mention);
  gboolean subject = mention.end - mention.start == 1 && (class_of (self, mention.start) & PLX_GRAMMAR_SUBJECT);
  gboolean it = subject && self->voices->tokens[mention.start].hash == plx_word_hash ("it", 2);
  gboolean pronoun = subject && gender != GENDER_UNKNOWN;
  guint32 first = self->persons->len - MIN (self->persons->len, MAX_PERSONS);
  guint32 best = PLX_NONE, role = 0;

  if (!pronoun && !it)
    {
      for (guint32 i = mention.start; i < mention.end; i++)
        {
          if (class_of (self, i) & (PLX_CLASS_PERSON | PLX_GRAMMAR_TITLE))
            role = self->voices->tokens[i].hash;
        }
      if (role == 0 || !(class_of (self, mention.start) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)) ||
          self->voices->tokens[mention.start].hash == plx_word_hash ("a", 1) ||
          self->voices->tokens[mention.start].hash == plx_word_hash ("an", 2))
        return PLX_NONE;
    }
  for (guint32 p = first; p < self->persons->len; p++)
    {
      const Person *person = &g_array_index (self->persons, Person, p);

      if (it        ? person->body == 0 || person->gender != GENDER_UNKNOWN
          : pronoun ? person->gender != gender &&
                        (person->gender != GENDER_UNKNOWN || person->described || person->body != 0)
                    : !has_role (person, role))
        continue;
      if (best == PLX_NONE || g_array_index (self->persons, Person, best).last_use <= person->last_use)
        best = p;
    }
  if (best != PLX_NONE && pronoun)
    {
      Person *person = &g_array_index (self->persons, Person, best);

      person->last_use = mention.start;
      person->gender = gender;
    }
  return best;
}

void
plx_voices_resolve_names (PlxVoices *voices)
{
  Resolver self = { voices, NULL, PLX_NONE };

  if (voices->quotes->len == 0)
    return;
  self.persons = g_array_new (FALSE, TRUE, sizeof (Person));
  for (guint i = 0; i < voices->quotes->len; i++)
    {
      PlxQuote *quote = &g_array_index (voices->quotes, PlxQuote, i);
      PlxRange mention, name;
      gboolean described;

      mention = g_array_index (voices->found, PlxFound, i).speaker;
      if (plx_range_is_empty (mention))
        continue;
      name = plx_voices_name_in (voices, mention, &described);
      quote->name = plx_range_is_empty (name) ? find_antecedent (&self, mention)
                                              : take_name (&self, mention, name, described);
    }
  g_array_unref (self.persons);
}
