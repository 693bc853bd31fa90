/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-name-words.h"

#include <string.h>

#include "analysis/text/plx-text.h"

typedef struct
{
  const char *words; /* separated by spaces */
  guint32     flags;
} WordClass;

static const WordClass classes[] = {
  { "mr mrs ms miss dr sir dame lord lady madam president senator governor minister secretary chancellor "
    "premier king queen prince princess pope general colonel captain major lieutenant sergeant admiral "
    "professor prof judge justice rep sen gov gen col lt sgt capt representative congressman "
    "congresswoman mayor chairman chairwoman chair chairperson director commissioner ambassador envoy "
    "speaker leader spokesman spokeswoman spokesperson attorney prosecutor sheriff deputy vice officer "
    "chief executive ceo cfo coo analyst economist reporter correspondent author activist "
    "lawyer coach actor actress singer candidate nominee politician lawmaker businessman billionaire "
    "father sister brother rabbi imam ayatollah sheikh bishop archbishop cardinal reverend rev pastor "
    "saint dictator emperor founder host pundit commentator columnist historian adviser advisor aide",
    PLX_NAME_WORD_TITLE },
  { "ministry department bank university college institute institution committee council commission "
    "agency bureau board court office house senate parliament congress assembly party union "
    "association federation foundation company corporation corp group inc ltd llc co plc holdings "
    "academy school center centre administration authority service services force police army navy "
    "guard corps church times post journal news tribune herald gazette daily press network "
    "channel magazine review airlines airways motors electric systems technologies technology "
    "industries international partners capital fund trust society league club organization "
    "organisation alliance coalition campaign project museum hospital airport stadium street avenue "
    "road river lake island islands mountain valley county city state states province republic kingdom act "
    "treaty agreement accord convention summit conference forum festival cup award prize war day tower "
    "building park square bridge beach bay sea ocean gulf desert city town village district chamber "
    "americans citizens veterans workers",
    PLX_NAME_WORD_BODY },
  { "van von der den de del della di da du la le bin ibn al el ben abu ter dos",
    PLX_NAME_WORD_PARTICLE },
  { "a an the this these those some any each every all both another such no several many few more most "
    "enough either neither my your his her its our their whose on in at for with from into onto over under "
    "against about between among through during after before since until within without toward towards "
    "upon across behind beyond despite amid around along near off out per via as like than of by to i he "
    "she it we they you there me him us them is are was were be been being have has had do does did will "
    "would can could may might must shall should and or nor but yet however nevertheless because although "
    "though while whereas when whenever once unless lest if whether who whom which where that what why how "
    "already also still just only now then even ever soon later again too very quite rather so long "
    "not never meanwhile moreover furthermore additionally indeed instead perhaps maybe according "
    "yes no well here today yesterday tomorrow tonight first second third last next other others one two "
    "three four five six seven eight nine ten officials analysts experts critics supporters police people "
    "government governments scientists researchers investors voters lawmakers democrats republicans "
    "conservatives liberals opponents advocates activists protesters residents students women men "
    "children families workers leaders members authorities investigators prosecutors lawyers reporters "
    "sources shares stocks markets prices sales oil gold trade talks news new old good bad great big small "
    "former current senior top american nearly almost about above below early late earlier recently "
    "previously finally eventually ultimately unfortunately fortunately clearly obviously certainly "
    "despite given following including regarding considering concerning based asked speaking added "
    "having being seeing getting going making taking let get go make take see look think know say says said "
    "tell tells told call calls called come came give gives gave keep put set show shows want wants need "
    "needs ask asks find finds found report reports study studies poll polls photo image video read watch "
    "click subscribe editor note breaking exclusive opinion analysis update live white black red blue green "
    "climate change global warming data evidence science research nobody everyone everybody someone anyone "
    "nothing everything something anything none much less least half dozens hundreds thousands millions "
    "billions part parts back down up further far wide overall together elsewhere otherwise therefore thus "
    "hence besides likewise similarly conversely additionally specifically particularly especially "
    "generally usually often sometimes always rarely seldom apparently reportedly allegedly supposedly "
    "presumably remember imagine consider suppose thanks thank please sorry hello dear welcome best worst "
    "better worse real true false right wrong left human public private national federal local state "
    "foreign domestic international political economic military social legal financial tax war peace health "
    "care school law court justice crime death life love home house street world country nation city town "
    "time year years month months week weeks day days night morning evening hours minutes world's "
    "it's that's there's what's he's she's let's don't i'm i've we're they're you're isn't can't won't",
    PLX_NAME_WORD_COMMON },
  { "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed "
    "thu thur thurs fri sat sun easter christmas thanksgiving am pm est edt gmt",
    PLX_NAME_WORD_CALENDAR },
  { "minister president senator governor premier chancellor secretary mayor chairman chairwoman director "
    "judge king queen prime attorney commissioner ambassador congressman congresswoman candidate "
    "nominee speaker leader billionaire businessman lawmaker general pope diplomat",
    PLX_NAME_WORD_ROLE },
  { "company firm chipmaker group bank agency carmaker automaker airline retailer ministry party "
    "corporation manufacturer bloc regulator network newspaper broadcaster startup",
    PLX_NAME_WORD_FIRM },
  { "he she him her his hers himself herself", PLX_NAME_WORD_HE },
  { "it its itself", PLX_NAME_WORD_IT },
  { "they them their theirs themselves we us our ours", PLX_NAME_WORD_THEY },
  { "jr sr ii iii iv inc corp ltd llc co plc", PLX_NAME_WORD_SUFFIX },
  { "i i'm i've i'll i'd", PLX_NAME_WORD_I },
  { "former then acting ex late incoming outgoing then current interim deputy vice senior longtime",
    PLX_NAME_WORD_FORMER },
  { "say says said saying tell tells told telling think thinks thought thinking believe believes believed "
    "believing claim claims claimed claiming argue argues argued arguing insist insists insisted insisting "
    "write writes wrote writing add adds added adding note notes noted noting suggest suggests suggested "
    "suggesting admit admits admitted acknowledge acknowledges acknowledged explain explains explained "
    "announce announces announced declare declares declared state states stated report reports reported "
    "hope hopes hoped fear fears feared know knows knew conclude concludes concluded",
    PLX_NAME_WORD_SAY },
};

#define N_SLOTS 4096

static struct
{
  guint32 hash;
  guint32 flags;
} slots[N_SLOTS];

guint32 plx_name_words_bitmap[PLX_NAME_WORDS_BITS / 32];

static void
add_word (guint32 hash,
          guint32 flags)
{
  guint i = hash % N_SLOTS;
  guint32 bit = hash >> 7 & (PLX_NAME_WORDS_BITS - 1);

  while (slots[i].hash != 0 && slots[i].hash != hash)
    i = (i + 1) % N_SLOTS;
  slots[i].hash = hash;
  slots[i].flags |= flags;
  plx_name_words_bitmap[bit >> 5] |= 1u << (bit & 31);
}

static void
fill_slots (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
    {
      for (const char *p = classes[c].words; *p != '\0'; )
        {
          gsize n = strcspn (p, " ");

          add_word (plx_word_hash (p, n), classes[c].flags);
          p += n;
          p += strspn (p, " ");
        }
    }
}

void
plx_name_words_init (void)
{
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      fill_slots ();
      g_once_init_leave (&filled, 1);
    }
}

guint32
plx_name_word_find (guint32 hash)
{
  for (guint i = hash % N_SLOTS; slots[i].hash != 0; i = (i + 1) % N_SLOTS)
    {
      if (slots[i].hash == hash)
        return slots[i].flags;
    }
  return 0;
}
