/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-correct-menu-private.h"

#include "ui/plot/plx-plot.h"

#include <glib/gi18n.h>

/* So many names of a sentence are offered as aliases by themselves. */
#define MAX_NAMES 3

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
  self->menu = g_menu_new ();
  self->actions = plx_correct_menu_make_actions (self);
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
