/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-correct-menu.h"

#include "plx-correct-dialogs.h"
#include "plx-corrector.h"
#include "ui/plot/plx-plot.h"

#include <glib/gi18n.h>

/* So many names of a sentence are offered as aliases by themselves. */
#define MAX_NAMES 3

struct _PlxCorrectMenu
{
  GObject             parent_instance;

  GtkWidget          *owner; /* borrowed */

  /* owned */
  GMenu              *menu;
  GSimpleActionGroup *actions;
  PlxSentenceItem    *item; /* NULL: of a paragraph alone, or nothing */

  /* state */
  gint64              article_id;
  PlxSpan             block; /* empty: none that has a kind */
};

G_DEFINE_FINAL_TYPE (PlxCorrectMenu, plx_correct_menu, G_TYPE_OBJECT)

static const PlxBlockKind kinds[] = { PLX_BLOCK_BODY, PLX_BLOCK_STANDFIRST, PLX_BLOCK_SUBHEADING,
                                      PLX_BLOCK_CAPTION, PLX_BLOCK_METADATA,
                                      PLX_BLOCK_BOILERPLATE };

const char *
plx_block_kind_get_label (PlxBlockKind kind)
{
  static const char *const labels[] = {
    [PLX_BLOCK_HEADLINE] = NC_("paragraph", "The Headline Again"),
    [PLX_BLOCK_STANDFIRST] = NC_("paragraph", "Standfirst"),
    [PLX_BLOCK_BODY] = NC_("paragraph", "Body"),
    [PLX_BLOCK_SUBHEADING] = NC_("paragraph", "Subheading"),
    [PLX_BLOCK_CAPTION] = NC_("paragraph", "Caption"),
    [PLX_BLOCK_METADATA] = NC_("paragraph", "Byline or Date"),
    [PLX_BLOCK_BOILERPLATE] = NC_("paragraph", "Not Part of the Article"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "paragraph", labels[kind]);
}

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

/* The menu */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static char *
escape (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenu *
make_cue_section (const PlxSentenceCue *cue,
                  guint                 index)
{
  GMenu *menu = g_menu_new ();

  if (!cue->is_void)
    append (menu, _("Not a Cue _Here"), "correct.void", g_variant_new_uint32 (index));
  append (menu, _("_Weigh It Here…"), "correct.weigh", g_variant_new_uint32 (index));
  if (cue->is_corrected)
    append (menu, _("Take _Correction Back"), "correct.reset", g_variant_new_uint32 (index));
  append (menu, _("_Always: Edit Entry…"), "correct.entry", g_variant_new_uint32 (index));
  return menu;
}

static char *
make_cue_label (PlxSentenceItem      *item,
                const PlxSentenceCue *cue,
                PlxAxisId             axis)
{
  const char *words = plx_sentence_item_get_text (item) + cue->span.start;
  g_autofree char *escaped = NULL;
  g_autofree char *label = NULL;
  g_autofree char *weight = plx_wording_score (cue->weight);

  if (axis != PLX_AXIS_ALL)
    /* Translators: a word of an article and what it weighs */
    label = g_strdup_printf (_("“%.*s” %s"), (int) plx_span_length (cue->span), words,
                             cue->is_void ? _("is no cue here") : weight);
  else
    {
      g_autofree char *name =
        plx_wording_axis (plx_lexicon_get_axis (plx_sentence_item_get_lexicon (item), cue->axis));

      /* Translators: a word of an article, what it weighs, and on which axis */
      label = g_strdup_printf (_("“%.*s” %s (%s)"), (int) plx_span_length (cue->span), words,
                               cue->is_void ? _("is no cue here") : weight, name);
    }
  escaped = escape (label);
  return g_steal_pointer (&escaped);
}

static gboolean
is_meant (const PlxSentenceCue *cue,
          PlxAxisId             axis,
          const PlxSpan        *span)
{
  return (axis == PLX_AXIS_ALL || cue->axis == axis) &&
         (span == NULL || (cue->span.start == span->start && cue->span.end == span->end));
}

/* A single cue is at hand at once, several have a submenu each. */
static void
append_cues (PlxCorrectMenu *self,
             PlxAxisId       axis,
             const PlxSpan  *span)
{
  g_autoptr (GMenu) submenus = g_menu_new ();
  const PlxSentenceCue *cues;
  guint n, n_meant = 0;

  cues = plx_sentence_item_get_cues (self->item, &n);
  for (guint i = 0; i < n; i++)
    n_meant += is_meant (&cues[i], axis, span);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenu) section = NULL;
      g_autofree char *label = NULL;

      if (!is_meant (&cues[i], axis, span))
        continue;
      section = make_cue_section (&cues[i], i);
      label = make_cue_label (self->item, &cues[i], axis);
      if (n_meant == 1)
        g_menu_append_section (self->menu, label, G_MENU_MODEL (section));
      else
        g_menu_append_submenu (submenus, label, G_MENU_MODEL (section));
    }
  if (n_meant > 1)
    g_menu_append_section (self->menu, NULL, G_MENU_MODEL (submenus));
}

static void
append_speakers (PlxCorrectMenu *self,
                 GMenu          *section)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  const char *const *voices = plx_sentence_item_get_voices (self->item);

  append (names, _("The _Reporter"), "correct.speaker", g_variant_new_string (""));
  for (guint i = 0; voices[i] != NULL; i++)
    {
      g_autofree char *label = escape (voices[i]);

      append (names, label, "correct.speaker", g_variant_new_string (voices[i]));
    }
  append (more, _("Someone _Else…"), "correct.other-speaker", NULL);
  if (plx_sentence_item_is_speaker_corrected (self->item))
    append (more, _("Take _Correction Back"), "correct.reset-speaker", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_submenu (section, _("_Said By"), G_MENU_MODEL (menu));
}

static void
append_kinds (GMenu *section)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append (menu, plx_block_kind_get_label (kinds[i]), "correct.block",
            g_variant_new_string (plx_block_kind_to_string (kinds[i])));
  g_menu_append_submenu (section, _("This _Paragraph Is"), G_MENU_MODEL (menu));
}

static void
append_aliases (PlxCorrectMenu *self)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const PlxSentenceCue *cues;
  guint n;

  cues = plx_sentence_item_get_cues (self->item, &n);
  for (guint i = 0; i < n && g_hash_table_size (seen) < MAX_NAMES; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *escaped = NULL;

      if (cues[i].target == NULL || !g_hash_table_add (seen, cues[i].target))
        continue;
      /* Translators: a name in an article */
      label = g_strdup_printf (_("“%s” Means the Same As…"), cues[i].target);
      escaped = escape (label);
      append (section, escaped, "correct.alias", g_variant_new_string (cues[i].target));
    }
  if (g_hash_table_size (seen) == 0)
    append (section, _("A _Name Means the Same As…"), "correct.alias", g_variant_new_string (""));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
}

static void
set_state (PlxCorrectMenu *self,
           const char     *action,
           const char     *state)
{
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
    g_variant_new_string (state));
}

void
plx_correct_menu_clear (PlxCorrectMenu *self)
{
  g_return_if_fail (PLX_IS_CORRECT_MENU (self));

  g_menu_remove_all (self->menu);
  g_clear_object (&self->item);
  self->block = (PlxSpan) { 0, 0 };
}

void
plx_correct_menu_set_sentence (PlxCorrectMenu  *self,
                               PlxSentenceItem *item,
                               PlxAxisId        axis,
                               const PlxSpan   *cue)
{
  g_autoptr (GMenu) section = g_menu_new ();
  const char *speaker;
  PlxBlockKind kind;

  g_return_if_fail (PLX_IS_CORRECT_MENU (self));
  g_return_if_fail (PLX_IS_SENTENCE_ITEM (item));

  plx_correct_menu_clear (self);
  self->item = g_object_ref (item);
  self->article_id = plx_sentence_item_get_article (item);
  kind = plx_sentence_item_get_block (item, &self->block);
  speaker = plx_sentence_item_get_speaker (item);
  /* A voice without a name is none of those to choose from. */
  set_state (self, "speaker", speaker == NULL ? "" : *speaker != '\0' ? speaker : "\x1f");
  set_state (self, "block", plx_block_kind_to_string (kind));

  append_cues (self, axis, cue);
  if (!plx_sentence_item_is_title (item))
    {
      append_speakers (self, section);
      append_kinds (section);
      g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
    }
  append_aliases (self);
}

void
plx_correct_menu_set_paragraph (PlxCorrectMenu *self,
                                gint64          article_id,
                                PlxSpan         span,
                                PlxBlockKind    kind)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_return_if_fail (PLX_IS_CORRECT_MENU (self));

  plx_correct_menu_clear (self);
  self->article_id = article_id;
  self->block = span;
  set_state (self, "block", plx_block_kind_to_string (kind));
  append_kinds (section);
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
plx_correct_menu_get_model (PlxCorrectMenu *self)
{
  g_return_val_if_fail (PLX_IS_CORRECT_MENU (self), NULL);

  return G_MENU_MODEL (self->menu);
}

static void
plx_correct_menu_dispose (GObject *object)
{
  PlxCorrectMenu *self = PLX_CORRECT_MENU (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (plx_correct_menu_parent_class)->dispose (object);
}

static void
plx_correct_menu_class_init (PlxCorrectMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_correct_menu_dispose;
}

static void
plx_correct_menu_init (PlxCorrectMenu *self)
{
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

  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const GVariantType *type =
        entries[i].type != NULL ? G_VARIANT_TYPE (entries[i].type) : NULL;
      g_autoptr (GSimpleAction) action =
        entries[i].is_choice
          ? g_simple_action_new_stateful (entries[i].name, type, g_variant_new_string (""))
          : g_simple_action_new (entries[i].name, type);

      g_signal_connect_object (action, "activate", entries[i].activate, self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

PlxCorrectMenu *
plx_correct_menu_new (GtkWidget *owner)
{
  PlxCorrectMenu *self;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  self = g_object_new (PLX_TYPE_CORRECT_MENU, NULL);
  self->owner = owner;
  gtk_widget_insert_action_group (owner, "correct", G_ACTION_GROUP (self->actions));
  return self;
}
