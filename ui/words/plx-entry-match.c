/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-entry-match.h"

#include <string.h>

/* Both are gone through side by side. An entry that is not the next one is looked for so far ahead,
 * and so many of those that are not there anywhere. */
#define LOOK_AHEAD 32
#define MAX_SEARCHES 100

static gboolean
is_same (const PlxEntry *a,
         const PlxEntry *b)
{
  return a->role == b->role && a->axis == b->axis && strcmp (a->pattern, b->pattern) == 0 &&
         strcmp (a->condition, b->condition) == 0;
}

static guint32
find_entry (PlxLexicon     *lexicon,
            const PlxEntry *entry,
            guint32         start,
            guint32         end)
{
  for (guint32 i = start; i < end; i++)
    {
      if (is_same (plx_lexicon_get_entry (lexicon, i), entry))
        return i;
    }
  return PLX_NONE;
}

guint32 *
plx_entry_match (PlxLexicon *before,
                 PlxLexicon *now)
{
  guint32 n = plx_lexicon_get_n_entries (now), n_before = 0, next = 0;
  guint32 *found = g_new (guint32, MAX (n, 1));
  guint n_searches = 0;

  if (before != NULL)
    n_before = plx_lexicon_get_n_entries (before);
  for (guint32 i = 0; i < n; i++)
    {
      const PlxEntry *entry = plx_lexicon_get_entry (now, i);

      found[i] = find_entry (before, entry, next, MIN (next + LOOK_AHEAD, n_before));
      if (found[i] != PLX_NONE)
        next = found[i] + 1;
      else if (n_before > 0 && n_searches++ < MAX_SEARCHES)
        found[i] = find_entry (before, entry, 0, n_before);
    }
  return found;
}
