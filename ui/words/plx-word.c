/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-word.h"

#include "ui/plot/plx-plot.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _PlxWord
{
  GObject       parent_instance;

  PlxLexicon   *lexicon;
  PlxHitCounts *counts;
  guint32       index;
  guint32       counted; /* its index in the counts */
  PlxWordState  state;
};

G_DEFINE_FINAL_TYPE (PlxWord, plx_word, G_TYPE_OBJECT)

static void
plx_word_finalize (GObject *object)
{
  PlxWord *self = PLX_WORD (object);

  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->counts, plx_hit_counts_unref);

  G_OBJECT_CLASS (plx_word_parent_class)->finalize (object);
}

static void
plx_word_class_init (PlxWordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_word_finalize;
}

static void
plx_word_init (PlxWord *self)
{
}

PlxWord *
plx_word_new (PlxLexicon   *lexicon,
              guint32       index,
              PlxWordState  state,
              PlxHitCounts *counts,
              guint32       counted)
{
  PlxWord *self;

  g_return_val_if_fail (lexicon != NULL, NULL);
  g_return_val_if_fail (index < plx_lexicon_get_n_entries (lexicon), NULL);

  self = g_object_new (PLX_TYPE_WORD, NULL);
  self->lexicon = plx_lexicon_ref (lexicon);
  self->index = index;
  self->state = state;
  self->counts = counts != NULL && counted != PLX_NONE ? plx_hit_counts_ref (counts) : NULL;
  self->counted = counted;
  return self;
}

const PlxEntry *
plx_word_get_entry (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  return plx_lexicon_get_entry (self->lexicon, self->index);
}

PlxLexicon *
plx_word_get_lexicon (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  return self->lexicon;
}

guint32
plx_word_get_index (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), PLX_NONE);

  return self->index;
}

PlxWordState
plx_word_get_state (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), PLX_WORD_SHIPPED);

  return self->state;
}

gboolean
plx_word_is_counted (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), FALSE);

  return self->counts != NULL && plx_word_get_entry (self)->role != PLX_ROLE_BLOCK;
}

guint32
plx_word_get_n_hits (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), 0);

  return self->counts != NULL ? plx_hit_counts_get (self->counts, self->counted) : 0;
}

const PlxSourceHits *
plx_word_get_sources (PlxWord *self,
                      guint   *out_n)
{
  g_return_val_if_fail (PLX_IS_WORD (self) && out_n != NULL, NULL);

  *out_n = 0;
  return self->counts != NULL ? plx_hit_counts_get_sources (self->counts, self->counted, out_n)
                              : NULL;
}

PlxLexiconLine *
plx_word_dup_line (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  return plx_lexicon_line_new_entry (self->lexicon, plx_word_get_entry (self));
}

const char *
plx_word_get_role_label (PlxRole role)
{
  static const char *const labels[PLX_N_ROLES] = {
    [PLX_ROLE_CUE] = NC_("role", "Cue"),
    [PLX_ROLE_EVENT] = NC_("role", "Event"),
    [PLX_ROLE_OPERATOR] = NC_("role", "Operator"),
    [PLX_ROLE_SHIFTER] = NC_("role", "Shifter"),
    [PLX_ROLE_REPORTING] = NC_("role", "Reporting verb"),
    [PLX_ROLE_BLOCK] = NC_("role", "Block"),
  };

  g_return_val_if_fail ((guint) role < PLX_N_ROLES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "role", labels[role]);
}

char *
plx_word_dup_role (PlxWord *self)
{
  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  return g_strdup (plx_word_get_role_label ((PlxRole) plx_word_get_entry (self)->role));
}

char *
plx_word_dup_axis (PlxWord *self)
{
  const PlxEntry *entry;

  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  entry = plx_word_get_entry (self);
  return entry->axis == PLX_AXIS_ALL ? g_strdup (C_("axis", "All"))
         : plx_wording_axis (plx_lexicon_get_axis (self->lexicon, entry->axis));
}

/* As it is written in the lexicon, with as many decimals as are needed. */
static char *
format_weight (double   weight,
               gboolean is_signed)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;
  guint n_decimals;

  g_ascii_formatd (digits, sizeof digits, "%.4g", fabs (weight));
  point = strchr (digits, '.');
  n_decimals = point != NULL ? (guint) strspn (point + 1, "0123456789") : 0;
  return g_strdup_printf ("%s%s%.*f", plx_wording_get_number_mark (),
                          weight < 0 ? "−" : is_signed && weight > 0 ? "+" : "",
                          (int) n_decimals, fabs (weight));
}

/* What opens a voice or shields its words has no weight, but may be off. */
static gboolean
has_weight (PlxWord *self)
{
  const PlxEntry *entry = plx_word_get_entry (self);

  return self->state == PLX_WORD_OFF ||
         (entry->role != PLX_ROLE_REPORTING && entry->role != PLX_ROLE_BLOCK);
}

char *
plx_word_dup_weight (PlxWord *self)
{
  const PlxEntry *entry;

  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  entry = plx_word_get_entry (self);
  if (self->state == PLX_WORD_OFF)
    return g_strdup (C_("weight of an entry", "off"));
  if (!has_weight (self))
    return g_strdup ("–");
  if (entry->role == PLX_ROLE_OPERATOR || entry->role == PLX_ROLE_SHIFTER)
    {
      g_autofree char *factor = format_weight (entry->weight, FALSE);

      return g_strdup_printf ("%s× %s", plx_wording_get_number_mark (), factor);
    }
  return format_weight (entry->weight, TRUE);
}

char *
plx_word_dup_facts (PlxWord *self)
{
  g_autofree char *role = NULL;
  g_autofree char *axis = NULL;
  g_autofree char *weight = NULL;
  const PlxEntry *entry;

  g_return_val_if_fail (PLX_IS_WORD (self), NULL);

  entry = plx_word_get_entry (self);
  role = plx_word_dup_role (self);
  axis = entry->axis == PLX_AXIS_ALL ? g_strdup (_("All axes")) : plx_word_dup_axis (self);
  weight = plx_word_dup_weight (self);
  return has_weight (self) ? g_strjoin (" · ", role, axis, weight, NULL)
                           : g_strjoin (" · ", role, axis, NULL);
}
