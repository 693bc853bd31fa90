/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-abbreviations.h"
#include "plx-text.h"

#include <string.h>

/* Each line: the class, and its words in lower case without the last stop. To teach the splitter
 * an abbreviation, add it here, and a case to tests/cases/sentences.txt. */
static const struct
{
  guint       class;
  const char *words;
} lists[] = {
  { PLX_ABBREVIATION_TITLE,
    "mr mrs ms messrs mmes mlle mme dr drs prof gen gens maj col cols lt capt cpt cmdr cdr adm sgt "
    "cpl pvt pfc brig sen sens rep reps gov govs pres sec supt det insp hon rev fr msgr atty "
    "ald asst assoc dep amb st ste mt ft sr br bros-in-law m mm lieut comdr ens spc" },
  { PLX_ABBREVIATION_MONTH,
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun" },
  { PLX_ABBREVIATION_NUMBER,
    "no nos nr p pp vol vols fig figs art arts sec secs ch chap para paras pt pts op ed eds ver "
    "approx ca cca c est app vs tel ext par sect table abs apt rm ref refs pop ep eps" },
  { PLX_ABBREVIATION_COMPANY,
    "inc corp co ltd llc plc bros mfg intl int'l assn ass'n natl nat'l univ dept jr sr "
    "esq ph.d phd s.a n.v s.p.a a.g ag p.l.c l.p l.l.c l.l.p pty pte gmbh bhd hldgs" },
  { PLX_ABBREVIATION_PLACE,
    "ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky md mich minn miss mo mont "
    "neb nebr nev okla ore penn pa tenn tex va vt wash wis wyo mass "
    "ont que sask alta man ave blvd rd hwy pkwy bldg sq twp cos div tech inst grp d.c n.y n.j n.h n.m n.c n.d s.c s.d "
    "r.i w.va u.s u.k u.n e.u u.s.a u.a.e l.a u.s.s.r" },
  { PLX_ABBREVIATION_INNER,
    "vs v e.g i.e p.s cf viz al et ff nee née incl excl resp approx" },
  { PLX_ABBREVIATION_OTHER,
    "b.c a.d bc hd misc govt gov't avg min max temp rept orig ret adj adv" },
  { PLX_ABBREVIATION_LAST,
    "etc a.m p.m m.p.h" },
  { PLX_ABBREVIATION_LAST | PLX_ABBREVIATION_UNIT,
    "am pm p.c yr yrs hr hrs min mins sec secs lb lbs oz in ft cu mph kph km kg cm mm bn mn tn mln "
    "bln pct cent deg" },
  { PLX_WORD_OPENER,
    "the a an this that these those there here he she it they we you his her its their our my "
    "your who what when where why how which if in on at by for from with as after before since "
    "while during although though because despite unlike under until among between both but and "
    "or nor so yet however moreover meanwhile furthermore nevertheless instead still also then "
    "thus therefore hence now today yesterday earlier later last next some many most several all "
    "each every other others another such no not nobody nothing never one two three about "
    "according even only just perhaps maybe it's he's she's they're we're i'm i've i'd i'll "
    "that's there's what's let let's is are was were do does did don't can could would will "
    "should has have had may might asked to once overall additionally" },
  { PLX_WORD_CALENDAR,
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december mon monday tue tues tuesday wed wednesday thu "
    "thur thurs thursday fri friday sat saturday sun sunday eastern central mountain pacific "
    "atlantic local gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest ist jst aest "
    "greenwich e.t c.t p.t e.s.t e.d.t p.s.t p.d.t" },
  { PLX_WORD_BEFORE_DATE,
    "in on by until till since last next of from late early mid this" },
  { PLX_WORD_NUMBERED,
    "war part act phase class type title level volume book division stage article chapter king "
    "queen pope tsar emperor" },
  { PLX_WORD_DOMAIN,
    "com org net edu gov mil int info biz co uk us ca au de fr cn jp ru in eu io ai tv me ly "
    "html htm php asp aspx jsp pdf doc docx xls txt jpg jpeg png gif exe zip js xml csv" },
  { PLX_WORD_MARKED_NAME,
    "yahoo jeopardy yum chips wham oklahoma" },
  { PLX_WORD_REPORTING,
    "said says say asked asks ask replied replies added adds told tells exclaimed wondered "
    "shouted cried answered yelled whispered wrote writes quipped joked recalled demanded "
    "insisted declared" },
};

/* Open addressing; a quarter full at most, so that a miss mostly needs one look. */
#define TABLE_SIZE 2048

typedef struct
{
  guint32 hash;
  guint32 class;
} Slot;

static Slot table[TABLE_SIZE];

static void
add_word (const char *word,
          gsize       length,
          guint       class)
{
  guint32 hash = plx_word_hash (word, length);
  guint slot = hash % TABLE_SIZE;

  while (table[slot].hash != 0 && table[slot].hash != hash)
    slot = (slot + 1) % TABLE_SIZE;
  table[slot].hash = hash;
  table[slot].class |= class;
}

/* A token of the kind "U.S." has its last stop, the list does not. */
static void
add_dotted_word (const char *word,
                 gsize       length,
                 guint       class)
{
  g_autofree char *dotted = g_strdup_printf ("%.*s.", (int) length, word);

  add_word (dotted, length + 1, class);
}

static gpointer
fill_table (gpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *word = lists[i].words;

      while (*word != '\0')
        {
          gsize length = strcspn (word, " ");

          add_word (word, length, lists[i].class);
          if (memchr (word, '.', length) != NULL)
            add_dotted_word (word, length, lists[i].class);
          word += length;
          word += strspn (word, " ");
        }
    }
  return table;
}

guint
plx_abbreviation_lookup (guint32 hash)
{
  static GOnce once = G_ONCE_INIT;
  guint slot = hash % TABLE_SIZE;

  g_once (&once, fill_table, NULL);
  while (table[slot].hash != 0)
    {
      if (table[slot].hash == hash)
        return table[slot].class;
      slot = (slot + 1) % TABLE_SIZE;
    }
  return 0;
}
