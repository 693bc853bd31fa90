/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voice-words.h"

#include "analysis/text/plx-grammar.h"
#include "analysis/text/plx-inflect.h"
#include "plx-lexicon-private.h"

#include <string.h>

#define MIN_SLOTS 8192
#define SLOTS_PER_ENTRY 16 /* up to eight forms a verb, half full */

#define CLAUSE (PLX_FRAME_CLAUSE | PLX_FRAME_THAT | PLX_FRAME_TAG)
#define THAT (PLX_FRAME_THAT | PLX_FRAME_TAG)
#define OBJECT PLX_FRAME_OBJECT
#define TELL PLX_FRAME_TELL
#define QUESTION PLX_FRAME_QUESTION
#define INFINITIVE PLX_FRAME_INFINITIVE
#define OPENS PLX_FRAME_OPENS
#define PREDICATE PLX_FRAME_PREDICATE

/* How common reporting verbs are built in. A verb that only the lexicon knows governs "that" and
 * quotations. */
static const struct
{
  const char *verbs;
  guint32     frames;
} verb_frames[] = {
  { "say", CLAUSE },
  { "add", THAT },
  { "continue think believe", THAT | PLX_FRAME_WEAK },
  { "argue claim insist declare acknowledge warn state maintain contend assert allege concede "
    "estimate predict remark boast theorize reckon fume opine posit surmise testify swear retort "
    "brag quip joke muse lament mutter recount relate intone caution affirm counter fret hint "
    "stipulate hypothesize rejoin",
    CLAUSE },
  { "suggest indicate", CLAUSE },
  { "note conclude explain announce report confirm admit recall reveal complain "
    "mention observe stress emphasize emphasise underscore reiterate repeat disclose reaffirm "
    "volunteer forecast deny",
    CLAUSE | OBJECT },
  { "write tweet reply respond", CLAUSE },
  { "agree", CLAUSE | INFINITIVE },
  { "express voice", OBJECT },
  { "tell", CLAUSE | TELL },
  { "remind assure inform reassure advise notify brief instruct", THAT | TELL },
  { "ask", THAT | TELL | QUESTION | OBJECT },
  { "inquire wonder enquire", THAT | QUESTION },
  { "urge order beg implore exhort entreat", THAT | TELL | INFINITIVE | OBJECT },
  { "promise vow threaten pledge swear", CLAUSE | INFINITIVE },
  { "decline", INFINITIVE | OBJECT },
  { "demand request propose recommend", CLAUSE | OBJECT | INFINITIVE },
  { "call label dub brand describe portray characterize characterise deem term liken",
    OBJECT | PREDICATE },
  { "accuse blame", OBJECT | PREDICATE },
  { "criticize criticise denounce decry condemn deride lambaste lambast disparage censure "
    "castigate chide rebuke berate slam blast",
    OBJECT },
  { "cite highlight detail outline invoke quote tout underline", OBJECT },
  { "worry", CLAUSE | OPENS },
  { "point", THAT | OPENS },
  { "shout yell cry exclaim scream whisper proclaim chant answer", THAT },
};

/* Verbs that govern an object with a particle: called for calm, pointed to the figures. */
static const char opening_verbs[] =
  "call point worry respond warn complain hint boast brag joke insist comment reply write ask "
  "testify remark elaborate caution argue report refer";

static const char particles[] = "for on to out about of at against";
static const char links[] = "of for at from in with on by to near";

static const char leading[] =
  "went goes going go on continued continues continue continuing began begins want wants wanted tried "
  "tries trying try seemed seems appeared appears used have has had sought seeks quick likely expected "
  "refused refuses chose failed fails managed pivoted moved rushed liked likes needs need came hastened "
  "happy able";

static const char nouns[] =
  "claim claims allegation allegations assertion assertions accusation accusations argument "
  "statement suggestion suggestions remark comment comments announcement warning warnings "
  "prediction predictions contention insistence complaint complaints declaration "
  "charge charges report reports acknowledgment admission rumor rumors criticism";

static const char nounlike[] =
  "claim claims report reports call calls charge charges note notes comment comments demand "
  "demands question questions warning plan plans estimate estimates blame order orders request "
  "requests promise promises pledge pledges vow vows reply replies answer answers joke jokes "
  "state states forecast forecasts cry cries shout shouts worry worries point points detail "
  "details label labels brand brands offer offers threat counter blast slam tweet tweets hint "
  "hints boast stress caution swear reveal writing saying quote quotes highlight highlights "
  "outline term terms address post posts record records repeat remark remarks "
  "question cite concern concerns view views muse reason reasons signal signals appeal appeals "
  "protest protests guarantee guarantees text email emails message messages echo challenge "
  "reckoning briefing lament moan crack snap cable";

static const char spokesmen[] =
  "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons representatives";

static const char statements[] = "statement report study survey letter memo release editorial";

static const struct
{
  const char *words;
  guint32     class;
} word_classes[] = {
  { "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december jan feb mar apr jun jul aug sept oct nov dec "
    "today yesterday tomorrow tonight week month year night morning afternoon evening weekend days "
    "ago hours weeks months years recently earlier later last previously spring summer fall winter",
    PLX_CLASS_TIME },
  { "she her ms mrs mme mlle herself woman girl actress spokeswoman chairwoman mother wife "
    "daughter sister queen princess congresswoman businesswoman madam aunt grandmother duchess "
    /* given names of one sex, but for those that are words as well */
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty "
    "margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah "
    "stephanie rebecca sharon laura cynthia kathleen amy shirley angela helen anna brenda pamela "
    "nicole emma samantha katherine christine debra rachel catherine carolyn janet ruth maria "
    "heather diane julie joyce olivia christina lauren joan evelyn judith megan "
    "cheryl andrea hannah martha jacqueline frances gloria ann teresa kathryn sara janice julia "
    "alice jane theresa sophia isabella natalie denise marilyn danielle beverly marie "
    "diana brittany fiona ursula angelina hillary ivanka melania condoleezza janet nikki carly "
    "claire ingrid greta anne isabel elena olga natalia svetlana yulia irina tatiana leila fatima "
    "aisha amina mei yuki keiko sofia lucia carmen rosa ana camille chloe amelie katrin sabine",
    PLX_CLASS_FEMALE },
  { "he him his mr himself man boy actor spokesman chairman father husband son brother king prince "
    "congressman businessman sir uncle grandfather duke "
    "james robert john michael david william richard joseph thomas charles christopher daniel "
    "matthew anthony donald steven paul andrew joshua kenneth kevin brian george timothy ronald "
    "edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "brandon benjamin samuel gregory alexander patrick raymond dennis jerry tyler aaron jose adam "
    "nathan henry douglas zachary peter kyle noah ethan jeremy walter keith roger terry "
    "sean gerald carl harold dylan arthur lawrence jesse bryan bruce gabriel joe "
    "logan albert willie alan juan wayne elijah randy vincent philip bobby johnny bradley simon "
    "martin tony tom tim jim mike dave steve dan ben sam fred ted barack vladimir sergei dmitry "
    "ivan boris mikhail igor hans klaus jurgen wolfgang pierre jacques francois luis carlos "
    "miguel pedro jorge fernando mohammed muhammad ahmed ali hassan omar ibrahim mustafa yusuf "
    "hiroshi kenji takashi akira giovanni marco luca andrei nikolai viktor stefan anders lars sven",
    PLX_CLASS_MALE },
  { "spokesman spokeswoman spokesperson minister president senator governor mayor director chief "
    "chairman chairwoman executive officer analyst economist professor lawyer attorney judge official officials "
    "aide aides adviser advisers strategist leader leaders expert experts critics analysts "
    "officials lawmakers senators reporters sources source police prosecutors researchers company "
    "government ministry statement reporter secretary ambassador general candidate nominee "
    "organizer activist author editor founder manager partner congressman representative mp mps mep "
    "msp",
    PLX_CLASS_PERSON },
  { "also repeatedly publicly often sometimes always frequently simply merely flatly bluntly "
    "specifically initially ultimately eventually famously openly privately correctly falsely "
    "explicitly clearly wrongly rightly reportedly allegedly strongly long once again now then "
    "never ever even just still only further later earlier recently previously angrily quietly "
    "meanwhile however moreover furthermore elsewhere afterwards nevertheless",
    (guint32) PLX_GRAMMAR_ADVERB },
  { "is are was were has have had will would could should can may might must does did do "
    "won't wouldn't can't couldn't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't "
    "hadn't left met won lost led ran spoke held kept sent fell rose grew found stood came went made took gave got became began saw knew thought",
    PLX_CLASS_FINITE },
};

/* The table while it is filled. */
typedef struct
{
  PlxVoiceWord *slots;
  guint32       mask;
} Table;

static PlxVoiceWord *
find_slot (Table      *self,
           const char *word,
           gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot = hash & self->mask;

  while (self->slots[slot].hash != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & self->mask;
  self->slots[slot].hash = hash;
  /* an apostrophe may be typed ’, which is longer */
  self->slots[slot].letters =
    memchr (word, '\'', length) == NULL ? plx_voice_words_letters (word, length) : 0;
  return &self->slots[slot];
}

static void
add_frames (Table      *self,
            const char *word,
            gsize       length,
            guint32     frames)
{
  find_slot (self, word, length)->frames |= frames;
}

typedef void (*AddFunc) (Table *self, const char *word, gsize length, guint32 flags);

static void
add_class (Table      *self,
           const char *word,
           gsize       length,
           guint32     class)
{
  find_slot (self, word, length)->class |= class;
}

static void
for_each_word (Table      *self,
               const char *words,
               guint32     flags,
               AddFunc     add)
{
  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");

      add (self, words, length, flags);
      words += length;
      words += strspn (words, " ");
    }
}

static guint32
form_frames (guint8 form)
{
  return (form & PLX_FORM_BASE ? PLX_FRAME_BASE : 0u) | (form & PLX_FORM_THIRD ? PLX_FRAME_THIRD : 0u) |
         (form & PLX_FORM_PAST ? PLX_FRAME_PAST : 0u) |
         (form & PLX_FORM_PARTICIPLE ? PLX_FRAME_PARTICIPLE : 0u) |
         (form & PLX_FORM_GERUND ? PLX_FRAME_GERUND : 0u);
}

/* Adds all forms of a verb. */
static void
add_verb (Table      *self,
          const char *word,
          gsize       length,
          guint32     frames)
{
  PlxForms forms;

  plx_inflect_verb (word, length, &forms);
  for (guint i = 0; i < forms.n; i++)
    add_frames (self, forms.forms[i].text, forms.forms[i].length,
                frames | form_frames (forms.forms[i].flags));
}

static guint32
count_reporting (const PlxLexicon *lexicon)
{
  guint32 n = 0;

  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    n += plx_lexicon_get_entry (lexicon, i)->role == PLX_ROLE_REPORTING;
  return n;
}

/* Verbs of the lexicon that are not listed above. */
static void
add_lexicon (Table            *self,
             const PlxLexicon *lexicon)
{
  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    {
      const PlxEntry *entry = plx_lexicon_get_entry (lexicon, i);
      gsize length = strlen (entry->pattern);

      if (entry->role == PLX_ROLE_REPORTING && strpbrk (entry->pattern, " *|.") == NULL &&
          strstr (entry->condition, "verb") != NULL &&
          find_slot (self, entry->pattern, length)->frames == 0)
        add_verb (self, entry->pattern, length, THAT | PLX_FRAME_WEAK);
    }
}

/* Moves the words into a small table, so that it stays in the cache; a quarter full at most, so that
 * nearly each is found at the first look. */
static void
compact (Table *self)
{
  PlxVoiceWord *old = self->slots;
  guint32 n_old = self->mask + 1, n_used = 0, n = 1;

  for (guint32 i = 0; i < n_old; i++)
    n_used += old[i].frames != 0 || old[i].class != 0;
  while (n < 4 * n_used)
    n *= 2;
  self->slots = g_new0 (PlxVoiceWord, n);
  self->mask = n - 1;
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 slot = old[i].hash & self->mask;

      if (old[i].frames == 0 && old[i].class == 0)
        continue;
      while (self->slots[slot].hash != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = old[i];
    }
  g_free (old);
}

/* The table of all words, with those of the lexicon. */
static void
fill (Table            *self,
      const PlxLexicon *lexicon)
{
  guint32 n_slots = MIN_SLOTS;

  while (lexicon != NULL && n_slots < MIN_SLOTS + SLOTS_PER_ENTRY * count_reporting (lexicon))
    n_slots *= 2;
  self->slots = g_new0 (PlxVoiceWord, n_slots);
  self->mask = n_slots - 1;

  for (const PlxGrammarClass *class = plx_grammar_get_classes (); class->words != NULL; class++)
    for_each_word (self, class->words, class->flags, add_class);
  for (guint i = 0; i < G_N_ELEMENTS (word_classes); i++)
    for_each_word (self, word_classes[i].words, word_classes[i].class, add_class);
  for (guint i = 0; i < G_N_ELEMENTS (verb_frames); i++)
    for_each_word (self, verb_frames[i].verbs, verb_frames[i].frames, add_verb);
  for_each_word (self, opening_verbs, OPENS, add_verb);
  for_each_word (self, particles, PLX_CLASS_PARTICLE, add_class);
  for_each_word (self, links, PLX_CLASS_LINK, add_class);
  for_each_word (self, leading, PLX_CLASS_LEADING, add_class);
  if (lexicon != NULL)
    add_lexicon (self, lexicon);
  for_each_word (self, nouns, PLX_FRAME_NOUN, add_frames);
  for_each_word (self, nounlike, PLX_FRAME_NOUNLIKE, add_frames);
  for_each_word (self, spokesmen, PLX_FRAME_SPOKESMAN, add_frames);
  for_each_word (self, statements, PLX_FRAME_STATEMENT, add_frames);
  add_frames (self, "according", strlen ("according"), PLX_FRAME_ACCORDING);
  compact (self);
}

PlxVoiceWords *
plx_voice_words_new (const PlxLexicon *lexicon)
{
  PlxVoiceWords *self = g_new0 (PlxVoiceWords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (lexicon != NULL && lexicon->tables.voice_words != NULL)
    {
      self->lexicon = plx_lexicon_ref ((PlxLexicon *) lexicon);
      self->slots = lexicon->tables.voice_words;
      self->mask = lexicon->tables.voice_words_mask;
    }
  else
    {
      Table table;

      fill (&table, lexicon);
      self->slots = table.slots;
      self->mask = table.mask;
    }
  for (guint32 i = 0; i <= self->mask; i++)
    {
      guint32 hash = self->slots[i].hash;

      if (hash == 0)
        continue;
      self->known[PLX_VOICE_WORDS_WORD (hash)] |= 1u << PLX_VOICE_WORDS_BIT (hash);
      if (self->slots[i].frames != 0)
        self->reporting[PLX_VOICE_WORDS_WORD (hash)] |= 1u << PLX_VOICE_WORDS_BIT (hash);
    }
  return self;
}

PlxVoiceWords *
plx_voice_words_ref (PlxVoiceWords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
plx_voice_words_unref (PlxVoiceWords *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->lexicon != NULL)
    plx_lexicon_unref (self->lexicon);
  else
    g_free ((PlxVoiceWord *) self->slots);
  g_free (self);
}
