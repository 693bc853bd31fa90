/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-filter.h"

#include <string.h>

#include "data/plx-shipped-lexicons.h"

#include "analysis/reading/plx-reading-part.h"

#define DAY_LENGTH 10

G_DEFINE_BOXED_TYPE (PlxCorpusFilter, plx_corpus_filter, plx_corpus_filter_copy,
                     plx_corpus_filter_free)

static const PlxCorpusFilter empty;

PlxCorpusFilter *
plx_corpus_filter_new (void)
{
  return g_new0 (PlxCorpusFilter, 1);
}

PlxCorpusFilter *
plx_corpus_filter_copy (const PlxCorpusFilter *self)
{
  PlxCorpusFilter *copy;

  if (self == NULL)
    return NULL;

  copy = plx_corpus_filter_new ();
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);
  copy->voice = g_strdup (self->voice);
  copy->target = g_strdup (self->target);
  copy->search = g_strdup (self->search);
  copy->wire_once = self->wire_once;
  return copy;
}

void
plx_corpus_filter_free (PlxCorpusFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->from);
  g_free (self->to);
  g_free (self->voice);
  g_free (self->target);
  g_free (self->search);
  g_free (self);
}

gboolean
plx_corpus_filter_equal (const PlxCorpusFilter *a,
                         const PlxCorpusFilter *b)
{
  if (a == NULL)
    a = &empty;
  if (b == NULL)
    b = &empty;
  return g_strcmp0 (a->from, b->from) == 0 && g_strcmp0 (a->to, b->to) == 0 &&
         g_strcmp0 (a->voice, b->voice) == 0 && g_strcmp0 (a->target, b->target) == 0 &&
         g_strcmp0 (a->search, b->search) == 0 && !a->wire_once == !b->wire_once;
}

gboolean
plx_corpus_filter_is_empty (const PlxCorpusFilter *self)
{
  return plx_corpus_filter_equal (self, NULL);
}

void
plx_corpus_filter_set_string (PlxCorpusFilter *self,
                              char           **field,
                              const char      *value)
{
  char *copy;

  g_return_if_fail (self != NULL && field != NULL);

  if (value != NULL && *value == '\0' && field != &self->voice)
    value = NULL;
  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
}

/* Compares as far as both are precise. */
static int
compare_dates (const char *a,
               const char *b)
{
  gsize length = MIN (MIN (strlen (a), strlen (b)), DAY_LENGTH);

  return strncmp (a, b, length);
}

gboolean
plx_corpus_filter_has_date (const PlxCorpusFilter *self,
                            const char            *date)
{
  if (self == NULL || (self->from == NULL && self->to == NULL))
    return TRUE;
  if (date == NULL || *date == '\0')
    return FALSE;
  return (self->from == NULL || compare_dates (date, self->from) >= 0) &&
         (self->to == NULL || compare_dates (date, self->to) <= 0);
}

gboolean
plx_corpus_filter_check_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  if (length != 4 && length != 7 && length != DAY_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return FALSE;
    }
  return g_date_valid_dmy (length > 7 ? (GDateDay) g_ascii_strtoull (text + 8, NULL, 10) : 1,
                           length > 4 ? (GDateMonth) g_ascii_strtoull (text + 5, NULL, 10) : 1,
                           (GDateYear) g_ascii_strtoull (text, NULL, 10));
}

const char *
plx_corpus_filter_get_target (const PlxCorpusFilter *self,
                              PlxAliases            *aliases)
{
  guint32 alias;

  if (self == NULL || self->target == NULL)
    return NULL;

  if (aliases == NULL)
    aliases = plx_shipped_aliases_get ();

  alias = plx_aliases_lookup (aliases, self->target);
  return alias != PLX_NONE ? plx_aliases_get_name (aliases, alias) : self->target;
}

/* Who the voice is in a reading; one that nobody is where it does not speak. */
static guint32
find_voice (const PlxReading *reading,
            const char       *name)
{
  if (name == NULL)
    return PLX_NONE;
  if (*name == '\0')
    return 0;

  for (guint32 i = 1; i < reading->voices->len; i++)
    {
      if (g_strcmp0 (g_array_index (reading->voices, PlxVoice, i).name, name) == 0)
        return i;
    }
  return reading->voices->len;
}

void
plx_corpus_filter_apply (const PlxCorpusFilter *self,
                         PlxAliases            *aliases,
                         PlxReading            *reading)
{
  const char *target = plx_corpus_filter_get_target (self, aliases);
  PlxReadingPart part = PLX_READING_PART_INIT;

  g_return_if_fail (reading != NULL);

  if (self == NULL || (self->voice == NULL && target == NULL && !self->wire_once))
    return;

  part.voice = find_voice (reading, self->voice);
  if (target != NULL)
    {
      part.target = plx_reading_find_target (reading, target);
      if (part.target == PLX_NONE)
        part.target = reading->targets->len;
    }
  part.wire_once = self->wire_once;
  plx_reading_keep_part (reading, &part);
}
