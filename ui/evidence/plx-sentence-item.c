/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sentence-item.h"

#include <math.h>
#include <string.h>

struct _PlxSentenceItem
{
  GObject       parent_instance;

  /* owned */
  PlxLexicon   *lexicon;
  char         *text;
  char         *source;
  char         *title;
  char         *date;
  char         *url;
  char         *speaker;
  char         *heading;
  char        **voices;
  GArray       *cues; /* of PlxSentenceCue */

  /* state */
  PlxAxisScore  scores[PLX_MAX_AXES];
  gint64        article;
  PlxSpan       span;
  PlxSpan       block;
  PlxBlockKind  block_kind;
  guint32       index;
  guint32       n_words;
  PlxAxisId     axis;
  gboolean      is_title;
  gboolean      is_speaker_corrected;
  gboolean      expanded;
};

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* To choose from; more than these are typed. */
#define MAX_VOICES 10

G_DEFINE_FINAL_TYPE (PlxSentenceItem, plx_sentence_item, G_TYPE_OBJECT)

/* Sentences of one article, and cues of one entry, have most of their texts in common, and a comparison
 * has tens of thousands of them: each is kept once.
 * @text: (nullable) */
static char *
share (const char *text)
{
  return text != NULL ? g_ref_string_new_intern (text) : NULL;
}

static void
let_go (char *text)
{
  if (text != NULL)
    g_ref_string_release (text);
}

static void
let_go_all (char **texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    let_go (texts[i]);
  g_free (texts);
}

static void
clear_cue (gpointer data)
{
  PlxSentenceCue *cue = data;

  for (guint i = 0; i < cue->n_steps; i++)
    let_go (cue->steps[i].trigger);
  g_free (cue->steps);
  let_go (cue->words);
  let_go (cue->target);
}

static void
plx_sentence_item_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlxSentenceItem *self = PLX_SENTENCE_ITEM (object);

  switch (id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_sentence_item_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PlxSentenceItem *self = PLX_SENTENCE_ITEM (object);

  switch (id)
    {
    case PROP_EXPANDED:
      plx_sentence_item_set_expanded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_sentence_item_finalize (GObject *object)
{
  PlxSentenceItem *self = PLX_SENTENCE_ITEM (object);

  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->source, let_go);
  g_clear_pointer (&self->title, let_go);
  g_clear_pointer (&self->date, let_go);
  g_clear_pointer (&self->url, let_go);
  g_clear_pointer (&self->speaker, let_go);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->voices, let_go_all);
  g_clear_pointer (&self->cues, g_array_unref);

  G_OBJECT_CLASS (plx_sentence_item_parent_class)->finalize (object);
}

static void
plx_sentence_item_class_init (PlxSentenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_sentence_item_get_property;
  object_class->set_property = plx_sentence_item_set_property;
  object_class->finalize = plx_sentence_item_finalize;

  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_sentence_item_init (PlxSentenceItem *self)
{
}

/* The words of a span; line breaks within a sentence are those of the copy, not of the writer. */
static char *
dup_words (const char *text,
           PlxSpan     span)
{
  char *words = g_strndup (text + span.start, plx_span_length (span));

  return g_strdelimit (words, "\n\r\t", ' ');
}

static char *
share_words (const char *text,
             PlxSpan     span)
{
  g_autofree char *words = dup_words (text, span);

  return share (words);
}

static void
add_cue (PlxSentenceItem  *self,
         const char       *text,
         const PlxReading *reading,
         const PlxCue     *cue)
{
  const PlxEntry *entry = plx_lexicon_get_entry (self->lexicon, cue->entry);
  g_autofree char *words = g_strndup (text + cue->span.start, plx_span_length (cue->span));
  PlxSentenceCue copy = {
    .span = { cue->span.start - self->span.start, cue->span.end - self->span.start },
    .words = share (words),
    .pattern = entry->pattern,
    .note = entry->note,
    .base = cue->base,
    .weight = cue->weight,
    .steps = g_new0 (PlxSentenceStep, cue->n_steps),
    .n_steps = cue->n_steps,
    .entry = cue->entry,
    .axis = cue->axis,
    .is_void = cue->is_void,
  };

  for (guint i = 0; i < cue->n_steps; i++)
    {
      const PlxStep *step = &g_array_index (reading->steps, PlxStep, cue->first_step + i);

      copy.steps[i] = (PlxSentenceStep) {
        .trigger = share_words (text, step->trigger),
        .factor = step->factor,
        .rule = step->rule,
      };
      copy.is_corrected |= step->rule == PLX_RULE_CORRECTION;
    }
  if (cue->target < reading->targets->len)
    copy.target = share (g_array_index (reading->targets, PlxTarget, cue->target).name);
  g_array_append_val (self->cues, copy);
}

PlxAxisId
plx_reading_find_strongest_axis (const PlxReading      *reading,
                                 const PlxReadSentence *sentence)
{
  PlxAxisId strongest = PLX_AXIS_ALL;
  double greatest = -1;

  g_return_val_if_fail (reading != NULL && sentence != NULL, PLX_AXIS_ALL);

  for (guint i = 0; i < reading->n_axes; i++)
    {
      if (sentence->axes[i].n_cues > 0 && fabs (sentence->axes[i].score) > greatest)
        {
          greatest = fabs (sentence->axes[i].score);
          strongest = i;
        }
    }
  return strongest;
}

PlxBlockKind
plx_article_find_paragraph (const PlxArticle *article,
                            guint32           offset,
                            PlxSpan          *out_span)
{
  guint32 start, end;

  g_return_val_if_fail (article != NULL && out_span != NULL, PLX_BLOCK_BODY);
  g_return_val_if_fail (offset <= article->length, PLX_BLOCK_BODY);

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      if (offset < block->span.end)
        {
          *out_span = block->span;
          return block->kind;
        }
    }
  for (start = offset; start > 0 && article->text[start - 1] != '\n';)
    start--;
  for (end = offset; end < article->length && article->text[end] != '\n';)
    end++;
  *out_span = (PlxSpan) { start, end };
  return PLX_BLOCK_BODY;
}

static gint
compare_voices (gconstpointer a,
                gconstpointer b)
{
  const PlxVoice *first = *(const PlxVoice *const *) a, *second = *(const PlxVoice *const *) b;

  return first->n_words != second->n_words ? (first->n_words > second->n_words ? -1 : 1)
                                           : strcmp (first->name, second->name);
}

static char **
share_voices (const PlxReading *reading)
{
  g_autoptr (GPtrArray) voices = g_ptr_array_new ();
  char **names;
  guint n;

  for (guint i = 1; i < reading->voices->len; i++)
    {
      PlxVoice *voice = &g_array_index (reading->voices, PlxVoice, i);

      if (voice->name != NULL && *voice->name != '\0')
        g_ptr_array_add (voices, voice);
    }
  g_ptr_array_sort (voices, compare_voices);
  n = MIN (voices->len, MAX_VOICES);
  names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    names[i] = share (((PlxVoice *) voices->pdata[i])->name);
  return names;
}

PlxSentenceItem *
plx_sentence_item_new (const PlxArticle *article,
                       gint64            article_id,
                       const PlxReading *reading,
                       PlxLexicon       *lexicon,
                       guint32           sentence,
                       PlxAxisId         axis)
{
  const PlxReadSentence *read;
  const PlxVoice *voice;
  const char *text;
  PlxSentenceItem *self;

  g_return_val_if_fail (article != NULL && reading != NULL && lexicon != NULL, NULL);
  g_return_val_if_fail (sentence < reading->sentences->len, NULL);

  read = &g_array_index (reading->sentences, PlxReadSentence, sentence);
  text = (read->flags & PLX_SENTENCE_IN_TITLE) != 0 ? article->title : article->text;
  self = g_object_new (PLX_TYPE_SENTENCE_ITEM, NULL);
  self->lexicon = plx_lexicon_ref (lexicon);
  self->article = article_id;
  self->index = sentence;
  self->n_words = read->n_words;
  self->axis = axis != PLX_AXIS_ALL ? axis : plx_reading_find_strongest_axis (reading, read);
  self->span = read->span;
  self->is_title = (read->flags & PLX_SENTENCE_IN_TITLE) != 0;
  self->is_speaker_corrected = (read->flags & PLX_SENTENCE_CORRECTED) != 0;
  self->voices = share_voices (reading);
  if (!self->is_title)
    self->block_kind = plx_article_find_paragraph (article, read->span.start, &self->block);
  self->text = dup_words (text, read->span);
  self->source = share (article->source != NULL ? article->source : "");
  self->title = share (article->title != NULL ? article->title : "");
  self->date = share (article->date != NULL ? article->date : "");
  self->url = share (article->url != NULL ? article->url : "");
  memcpy (self->scores, read->axes, sizeof self->scores);

  if (read->voice != 0 && read->voice < reading->voices->len)
    {
      voice = &g_array_index (reading->voices, PlxVoice, read->voice);
      self->speaker = share (voice->name != NULL ? voice->name : "");
    }
  self->cues = g_array_sized_new (FALSE, FALSE, sizeof (PlxSentenceCue), read->n_cues);
  g_array_set_clear_func (self->cues, clear_cue);
  for (guint i = 0; i < read->n_cues; i++)
    add_cue (self, text, reading, &g_array_index (reading->cues, PlxCue, read->first_cue + i));
  return self;
}

gint64
plx_sentence_item_get_article (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), 0);

  return self->article;
}

guint32
plx_sentence_item_get_index (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), 0);

  return self->index;
}

const char *
plx_sentence_item_get_text (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->text;
}

const char *
plx_sentence_item_get_source (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->source;
}

const char *
plx_sentence_item_get_title (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->title;
}

const char *
plx_sentence_item_get_date (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->date;
}

const char *
plx_sentence_item_get_url (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->url;
}

PlxSpan
plx_sentence_item_get_span (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), ((PlxSpan) { 0, 0 }));

  return self->span;
}

gboolean
plx_sentence_item_is_title (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), FALSE);

  return self->is_title;
}

const char *
plx_sentence_item_get_speaker (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->speaker;
}

gboolean
plx_sentence_item_is_speaker_corrected (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), FALSE);

  return self->is_speaker_corrected;
}

const char *const *
plx_sentence_item_get_voices (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return (const char *const *) self->voices;
}

PlxBlockKind
plx_sentence_item_get_block (PlxSentenceItem *self,
                             PlxSpan         *out_span)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), PLX_BLOCK_BODY);
  g_return_val_if_fail (out_span != NULL, PLX_BLOCK_BODY);

  *out_span = self->block;
  return self->block_kind;
}

const char *
plx_sentence_item_get_heading (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->heading;
}

void
plx_sentence_item_set_heading (PlxSentenceItem *self,
                               const char      *heading)
{
  g_return_if_fail (PLX_IS_SENTENCE_ITEM (self));

  g_free (self->heading);
  self->heading = g_strdup (heading);
}

PlxLexicon *
plx_sentence_item_get_lexicon (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);

  return self->lexicon;
}

PlxAxisId
plx_sentence_item_get_axis (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), PLX_AXIS_ALL);

  return self->axis;
}

void
plx_sentence_item_set_axis (PlxSentenceItem *self,
                            PlxAxisId        axis)
{
  g_return_if_fail (PLX_IS_SENTENCE_ITEM (self));

  self->axis = axis;
}

const PlxAxisScore *
plx_sentence_item_get_score (PlxSentenceItem *self,
                             PlxAxisId        axis)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);
  g_return_val_if_fail (axis >= 0 && axis < PLX_MAX_AXES, NULL);

  return &self->scores[axis];
}

guint32
plx_sentence_item_get_n_words (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), 0);

  return self->n_words;
}

const PlxSentenceCue *
plx_sentence_item_get_cues (PlxSentenceItem *self,
                            guint           *out_n)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), NULL);
  g_return_val_if_fail (out_n != NULL, NULL);

  *out_n = self->cues->len;
  return (const PlxSentenceCue *) (gpointer) self->cues->data;
}

gboolean
plx_sentence_item_get_expanded (PlxSentenceItem *self)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), FALSE);

  return self->expanded;
}

void
plx_sentence_item_set_expanded (PlxSentenceItem *self,
                                gboolean         expanded)
{
  g_return_if_fail (PLX_IS_SENTENCE_ITEM (self));

  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static gboolean
cues_are_equal (const PlxSentenceCue *a,
                const PlxSentenceCue *b)
{
  return a->span.start == b->span.start && a->span.end == b->span.end && a->axis == b->axis &&
         a->weight == b->weight && a->is_corrected == b->is_corrected &&
         a->n_steps == b->n_steps && g_strcmp0 (a->target, b->target) == 0;
}

gboolean
plx_sentence_item_equal (PlxSentenceItem *self,
                         PlxSentenceItem *other)
{
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (self), FALSE);
  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (other), FALSE);

  if (self->lexicon != other->lexicon || self->article != other->article ||
      self->index != other->index || self->axis != other->axis ||
      self->cues->len != other->cues->len || self->block_kind != other->block_kind ||
      self->is_speaker_corrected != other->is_speaker_corrected ||
      !g_str_equal (self->text, other->text) || !g_str_equal (self->source, other->source) ||
      !g_str_equal (self->title, other->title) || !g_str_equal (self->date, other->date) ||
      !g_str_equal (self->url, other->url) ||
      g_strcmp0 (self->speaker, other->speaker) != 0 ||
      g_strcmp0 (self->heading, other->heading) != 0)
    return FALSE;
  for (guint i = 0; i < self->cues->len; i++)
    {
      if (!cues_are_equal (&g_array_index (self->cues, PlxSentenceCue, i),
                           &g_array_index (other->cues, PlxSentenceCue, i)))
        return FALSE;
    }
  return TRUE;
}
