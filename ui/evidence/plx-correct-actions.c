/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-correct-menu-private.h"

#include "plx-correct-dialogs.h"
#include "plx-corrector.h"

#include <glib/gi18n.h>

static void
correct (PlxCorrectMenu *self,
         PlxCorrection  *correction,
         const char     *name)
{
  PlxCorrector *corrector = plx_corrector_find (self->owner);

  if (corrector != NULL)
    plx_corrector_correct (corrector, correction, name);
  else
    plx_correction_free (correction);
}

/* The cue that an action is about, with its words; NULL if the sentence has changed meanwhile. */
static const PlxSentenceCue *
get_cue (PlxCorrectMenu *self,
         GVariant       *parameter,
         char          **out_words)
{
  guint index = g_variant_get_uint32 (parameter);
  const PlxSentenceCue *cues;
  guint n;

  if (self->item == NULL)
    return NULL;
  cues = plx_sentence_item_get_cues (self->item, &n);
  if (index >= n)
    return NULL;
  *out_words = g_strndup (plx_sentence_item_get_text (self->item) + cues[index].span.start,
                          plx_span_length (cues[index].span));
  return &cues[index];
}

static PlxCorrection *
make_cue_correction (PlxSentenceItem      *item,
                     const PlxSentenceCue *cue,
                     double                weight)
{
  PlxSpan sentence = plx_sentence_item_get_span (item);
  PlxSpan span = { sentence.start + cue->span.start, sentence.start + cue->span.end };

  return plx_correction_new_cue (
    plx_sentence_item_get_article (item), span, plx_sentence_item_is_title (item),
    plx_lexicon_get_axis (plx_sentence_item_get_lexicon (item), cue->axis)->id, weight,
    cue->words);
}

static void
on_void (GSimpleAction  *action,
         GVariant       *parameter,
         PlxCorrectMenu *self)
{
  g_autofree char *words = NULL;
  const PlxSentenceCue *cue = get_cue (self, parameter, &words);
  g_autofree char *name = NULL;

  if (cue == NULL)
    return;
  /* Translators: the name of a step that can be undone; a word of an article */
  name = g_strdup_printf (_("Not a Cue Here: “%s”"), words);
  correct (self, make_cue_correction (self->item, cue, 0), name);
}

static void
on_reset (GSimpleAction  *action,
          GVariant       *parameter,
          PlxCorrectMenu *self)
{
  g_autofree char *words = NULL;
  const PlxSentenceCue *cue = get_cue (self, parameter, &words);
  g_autofree char *name = NULL;
  PlxCorrection *correction;

  if (cue == NULL)
    return;
  /* Translators: the name of a step that can be undone; a word of an article */
  name = g_strdup_printf (_("Take Correction Back: “%s”"), words);
  correction = make_cue_correction (self->item, cue, 0);
  correction->is_set = FALSE;
  correct (self, correction, name);
}

/* A dialog outlives the menu's own sentence: it keeps what it is about. */
typedef struct
{
  PlxCorrector  *corrector; /* weak */
  PlxCorrection *correction;
} Asking;

static Asking *
asking_new (PlxCorrector  *corrector,
            PlxCorrection *correction)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { corrector, correction };
  g_object_add_weak_pointer (G_OBJECT (corrector), (gpointer *) &asking->corrector);
  return asking;
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->corrector);
  plx_correction_free (asking->correction);
  g_free (asking);
}

static void
on_weighed (double   weight,
            gpointer user_data)
{
  Asking *asking = user_data;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  if (asking->corrector == NULL)
    return;
  asking->correction->weight = weight;
  words = g_strdelimit (g_strdup (asking->correction->words), "\n\r\t", ' ');
  /* Translators: the name of a step that can be undone; a word of an article */
  name = g_strdup_printf (_("Weigh Here: “%s”"), words);
  plx_corrector_correct (asking->corrector, plx_correction_copy (asking->correction), name);
}

static void
on_weigh (GSimpleAction  *action,
          GVariant       *parameter,
          PlxCorrectMenu *self)
{
  g_autofree char *words = NULL;
  const PlxSentenceCue *cue = get_cue (self, parameter, &words);
  PlxCorrector *corrector = plx_corrector_find (self->owner);

  if (cue != NULL && corrector != NULL)
    plx_ask_weight (GTK_WINDOW (corrector), words,
                    plx_lexicon_get_axis (plx_sentence_item_get_lexicon (self->item), cue->axis),
                    cue->weight, on_weighed,
                    asking_new (corrector, make_cue_correction (self->item, cue, 0)), asking_free);
}

static void
on_entry (GSimpleAction  *action,
          GVariant       *parameter,
          PlxCorrectMenu *self)
{
  g_autofree char *words = NULL;
  const PlxSentenceCue *cue = get_cue (self, parameter, &words);
  PlxCorrector *corrector = plx_corrector_find (self->owner);

  if (cue != NULL && corrector != NULL)
    plx_corrector_edit_entry (corrector, plx_sentence_item_get_lexicon (self->item), cue->entry);
}

static char *
name_speaker_step (const char *speaker)
{
  /* Translators: the name of a step that can be undone; who says a sentence */
  return *speaker != '\0' ? g_strdup_printf (_("Said by %s"), speaker)
                          : g_strdup (_("Said by the Reporter"));
}

static void
on_speaker (GSimpleAction  *action,
            GVariant       *parameter,
            PlxCorrectMenu *self)
{
  const char *speaker = g_variant_get_string (parameter, NULL);
  g_autofree char *name = name_speaker_step (speaker);

  if (self->item != NULL)
    correct (self, plx_correction_new_speaker (self->article_id,
                                               plx_sentence_item_get_span (self->item), speaker),
             name);
}

static void
on_reset_speaker (GSimpleAction  *action,
                  GVariant       *parameter,
                  PlxCorrectMenu *self)
{
  PlxCorrection *correction;

  if (self->item == NULL)
    return;
  correction = plx_correction_new_speaker (self->article_id,
                                           plx_sentence_item_get_span (self->item), "");
  correction->is_set = FALSE;
  correct (self, correction, _("Take Correction of the Speaker Back"));
}

static void
on_speaker_named (const char *speaker,
                  gpointer    user_data)
{
  Asking *asking = user_data;
  g_autofree char *name = name_speaker_step (speaker);

  if (asking->corrector == NULL)
    return;
  g_free (asking->correction->name);
  asking->correction->name = g_strdup (speaker);
  plx_corrector_correct (asking->corrector, plx_correction_copy (asking->correction), name);
}

static void
on_other_speaker (GSimpleAction  *action,
                  GVariant       *parameter,
                  PlxCorrectMenu *self)
{
  PlxCorrector *corrector = plx_corrector_find (self->owner);

  if (self->item != NULL && corrector != NULL)
    plx_ask_speaker (
      GTK_WINDOW (corrector), plx_sentence_item_get_speaker (self->item), on_speaker_named,
      asking_new (corrector, plx_correction_new_speaker (self->article_id,
                                                      plx_sentence_item_get_span (self->item),
                                                      "")),
      asking_free);
}

static void
on_block (GSimpleAction  *action,
          GVariant       *parameter,
          PlxCorrectMenu *self)
{
  g_autofree char *name = NULL;
  PlxBlockKind kind;

  if (!plx_block_kind_from_string (g_variant_get_string (parameter, NULL), &kind) ||
      self->block.end <= self->block.start)
    return;
  /* Translators: the name of a step that can be undone; “Caption”, “Body” … */
  name = g_strdup_printf (_("Paragraph Is: %s"), plx_block_kind_get_label (kind));
  correct (self, plx_correction_new_block (self->article_id, self->block, kind), name);
}

static void
on_alias_given (const char *alias,
                const char *target,
                gpointer    user_data)
{
  Asking *asking = user_data;
  g_autofree char *name = NULL;

  if (asking->corrector == NULL)
    return;
  /* Translators: the name of a step that can be undone; two names for one thing */
  name = g_strdup_printf (_("“%s” Means “%s”"), alias, target);
  plx_corrector_correct (asking->corrector, plx_correction_new_alias (alias, target), name);
}

static void
on_alias (GSimpleAction  *action,
          GVariant       *parameter,
          PlxCorrectMenu *self)
{
  PlxCorrector *corrector = plx_corrector_find (self->owner);

  if (corrector != NULL)
    plx_ask_alias (GTK_WINDOW (corrector), g_variant_get_string (parameter, NULL), on_alias_given,
                   asking_new (corrector, NULL), asking_free);
}

/* The actions of the menu. */
static const struct
{
  const char *name;
  const char *type; /* NULL: no parameter */
  gboolean    is_choice;
  GCallback   activate;
} entries[] = {
  { "void", "u", FALSE, G_CALLBACK (on_void) },
  { "weigh", "u", FALSE, G_CALLBACK (on_weigh) },
  { "reset", "u", FALSE, G_CALLBACK (on_reset) },
  { "entry", "u", FALSE, G_CALLBACK (on_entry) },
  { "speaker", "s", TRUE, G_CALLBACK (on_speaker) },
  { "other-speaker", NULL, FALSE, G_CALLBACK (on_other_speaker) },
  { "reset-speaker", NULL, FALSE, G_CALLBACK (on_reset_speaker) },
  { "block", "s", TRUE, G_CALLBACK (on_block) },
  { "alias", "s", FALSE, G_CALLBACK (on_alias) },
};

GSimpleActionGroup *
plx_correct_menu_make_actions (PlxCorrectMenu *self)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const GVariantType *type =
        entries[i].type != NULL ? G_VARIANT_TYPE (entries[i].type) : NULL;
      g_autoptr (GSimpleAction) action =
        entries[i].is_choice
          ? g_simple_action_new_stateful (entries[i].name, type, g_variant_new_string (""))
          : g_simple_action_new (entries[i].name, type);

      g_signal_connect_object (action, "activate", entries[i].activate, self, 0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  return actions;
}
