/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-abbreviations.h"

#include <string.h>

static const char titles[] =
  "adm asst brig capt cardinal cllr cmdr col comdr cpl dr drs ens esq fr gen gens gov govs hon insp "
  "lieut lt maj messrs mlle mme mr mrs ms msgr mt mx pfc pres prof profs pvt rep reps rev revs sen "
  "sens sgt sgts snr spc spec sr st ste supt vs viz cf eg ie";

static const char numbered[] = "no nos art arts ch fig figs p pp par sec sect vol vols eq ex pg para";

static const char common[] =
  "inc corp co cos ltd llc plc bros mfg intl assn dept univ bancorp jr phd ph.d m.d b.a m.a d.d.s "
  "a.m p.m am pm jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri "
  "ala ariz ark calif colo conn del fla ga ida ill ind kan kans ky la mass md mich minn miss mo mont neb "
  "nebr nev okla ont ore pa penn que tenn tex va vt wash wis wyo "
  "u.s u.k u.n e.u u.s.a u.s.s.r d.c n.y n.j n.h n.c s.c n.d s.d n.m l.a r.i w.va b.c a.d e.g i.e "
  "etc al approx est ext ft in lb lbs oz mph hr hrs min mins sec tel ave blvd rd hwy pkwy ste apt bldg "
  "s.p.a s.a n.v b.v a.g ag gmbh pty govt admin orig dist natl mgr hq jct s.c.";

static const char starters[] =
  "a about according after all also although among an analysts and another any as at because before "
  "both but by critics despite during each earlier even every few finally first following for from he "
  "her here his how however i if in indeed instead investors it its just last later like many "
  "meanwhile more moreover most my neither nevertheless next no nobody none nor not now of officials "
  "on once one only or other others our over perhaps police scientists separately several shares she "
  "since so some sometimes still such that the their then there these they this those though three "
  "through thus to today tomorrow traders two under unlike until we what when where whether which while who "
  "why with without yes yesterday yet you your it's that's there's he's she's we're they're i'm don't "
  "didn't mr mrs ms dr";

static const char tags[] =
  "said says say asked asks added adds replied replies wrote writes told tells shouted cried argued "
  "argues insisted explained explains recalled continued noted noting quipped joked declared "
  "concluded exclaimed demanded wondered answered responded yelled whispered warned announced";

/* Sets of words from the lists above, made once and never freed. */
typedef enum
{
  SET_TITLES,
  SET_NUMBERED,
  SET_COMMON,
  SET_STARTERS,
  SET_TAGS,
  N_SETS
} SetId;

#define MAX_WORD 24

static GHashTable *
get_set (SetId id)
{
  static const char *const lists[N_SETS] = { titles, numbered, common, starters, tags };
  static GHashTable *sets[N_SETS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_SETS; i++)
        {
          char **words = g_strsplit (lists[i], " ", -1);

          sets[i] = g_hash_table_new (g_str_hash, g_str_equal);
          for (guint k = 0; words[k] != NULL; k++)
            g_hash_table_add (sets[i], words[k]);
          g_free (words);
        }
      g_once_init_leave (&ready, 1);
    }
  return sets[id];
}

static gboolean
contains (SetId       id,
          const char *word,
          gsize       length)
{
  char key[MAX_WORD];

  if (length == 0 || length >= MAX_WORD)
    return FALSE;
  memcpy (key, word, length);
  key[length] = '\0';
  return g_hash_table_contains (get_set (id), key);
}

PlxAbbreviation
plx_abbreviation_lookup (const char *word,
                         gsize       length)
{
  if (contains (SET_TITLES, word, length))
    return PLX_ABBREVIATION_TITLE;
  if (contains (SET_NUMBERED, word, length))
    return PLX_ABBREVIATION_NUMBER;
  if (contains (SET_COMMON, word, length))
    return PLX_ABBREVIATION_COMMON;
  return PLX_ABBREVIATION_NONE;
}

gboolean
plx_is_sentence_starter (const char *word,
                         gsize       length)
{
  return contains (SET_STARTERS, word, length);
}

gboolean
plx_is_tag_verb (const char *word,
                 gsize       length)
{
  return contains (SET_TAGS, word, length);
}
