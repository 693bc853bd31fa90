/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <string.h>

G_DEFINE_QUARK (plx-lexicon-error-quark, plx_lexicon_error)

static const char *const role_names[PLX_N_ROLES] = {
  [PLX_ROLE_CUE] = "cue",
  [PLX_ROLE_EVENT] = "event",
  [PLX_ROLE_OPERATOR] = "operator",
  [PLX_ROLE_SHIFTER] = "shifter",
  [PLX_ROLE_REPORTING] = "reporting",
  [PLX_ROLE_BLOCK] = "block",
};

const char *
plx_role_to_string (PlxRole role)
{
  g_return_val_if_fail ((guint) role < PLX_N_ROLES, NULL);

  return role_names[role];
}

gboolean
plx_role_from_string (const char *name,
                      PlxRole    *out_role)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < PLX_N_ROLES; i++)
    {
      if (strcmp (role_names[i], name) == 0)
        {
          *out_role = (PlxRole) i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
clear_axis (gpointer data)
{
  PlxAxis *axis = data;

  g_free (axis->id);
  g_free (axis->negative);
  g_free (axis->positive);
}

static void
clear_source (gpointer data)
{
  PlxLexiconSource *source = data;

  g_free (source->name);
  g_free (source->version);
  g_free (source->path);
}

PlxLexicon *
plx_lexicon_new_empty (void)
{
  PlxLexicon *self = g_new0 (PlxLexicon, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->axes = g_array_new (FALSE, FALSE, sizeof (PlxAxis));
  g_array_set_clear_func (self->axes, clear_axis);
  self->entries = g_array_new (FALSE, FALSE, sizeof (PlxEntry));
  self->sources = g_array_new (FALSE, FALSE, sizeof (PlxLexiconSource));
  g_array_set_clear_func (self->sources, clear_source);
  self->replaced = g_array_new (FALSE, FALSE, sizeof (PlxReplacedEntry));
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

PlxLexicon *
plx_lexicon_ref (PlxLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
plx_lexicon_unref (PlxLexicon *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->axes);
  g_array_unref (self->entries);
  g_array_unref (self->sources);
  g_array_unref (self->replaced);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->image, g_bytes_unref);
  g_free (self);
}

guint
plx_lexicon_get_n_axes (const PlxLexicon *self)
{
  return self->axes->len;
}

const PlxAxis *
plx_lexicon_get_axis (const PlxLexicon *self,
                      guint             index)
{
  g_return_val_if_fail (index < self->axes->len, NULL);

  return &g_array_index (self->axes, PlxAxis, index);
}

PlxAxisId
plx_lexicon_find_axis (const PlxLexicon *self,
                       const char       *id)
{
  for (guint i = 0; i < self->axes->len; i++)
    {
      if (g_strcmp0 (g_array_index (self->axes, PlxAxis, i).id, id) == 0)
        return (PlxAxisId) i;
    }
  return PLX_AXIS_ALL;
}

guint32
plx_lexicon_get_n_entries (const PlxLexicon *self)
{
  return self->entries->len;
}

const PlxEntry *
plx_lexicon_get_entry (const PlxLexicon *self,
                       guint32           index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, PlxEntry, index);
}

guint
plx_lexicon_get_n_sources (const PlxLexicon *self)
{
  return self->sources->len;
}

const PlxLexiconSource *
plx_lexicon_get_source (const PlxLexicon *self,
                        guint             index)
{
  g_return_val_if_fail (index < self->sources->len, NULL);

  return &g_array_index (self->sources, PlxLexiconSource, index);
}

const char *
plx_lexicon_get_digest (const PlxLexicon *self)
{
  return self->digest;
}

/* Two independent 64-bit lanes of multiply and rotate. The digest only has to tell lexicons apart
 * that one person makes; a cryptographic hash of 20,000 entries would cost a third of the start. */
typedef struct
{
  guint64 a, b;
} DigestState;

static void
digest_bytes (DigestState *state,
              const void  *data,
              gsize        length)
{
  const guchar *bytes = data;

  for (gsize i = 0; i < length; i++)
    {
      state->a = (state->a ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
      state->b = (state->b + bytes[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      state->b ^= state->b >> 29;
    }
}

static void
digest_string (DigestState *state,
               const char  *string)
{
  digest_bytes (state, string, strlen (string) + 1);
}

void
plx_lexicon_compute_digest (PlxLexicon *self)
{
  DigestState state = { G_GUINT64_CONSTANT (0xcbf29ce484222325), PLX_LEXICON_READING_VERSION };

  for (guint i = 0; i < self->axes->len; i++)
    {
      const PlxAxis *axis = &g_array_index (self->axes, PlxAxis, i);

      digest_string (&state, axis->id);
      digest_string (&state, axis->negative);
      digest_string (&state, axis->positive);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlxEntry *entry = &g_array_index (self->entries, PlxEntry, i);
      gint32 weight = (gint32) (entry->weight * 1000.0);
      guint8 kind[3] = { (guint8) entry->axis, entry->role, entry->shifter };

      digest_string (&state, entry->pattern);
      digest_string (&state, entry->condition);
      digest_bytes (&state, &weight, sizeof weight);
      digest_bytes (&state, kind, sizeof kind);
    }
  g_snprintf (self->digest, sizeof self->digest,
              "%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", state.a, state.b);
}

char *
plx_diagnostic_to_string (const PlxDiagnostic *self)
{
  static const char *const severities[] = { "error", "warning", "note" };
  GString *string = g_string_new (self->path != NULL ? self->path : "lexicon");

  if (self->line > 0)
    g_string_append_printf (string, ":%u", self->line);
  if (self->line > 0 && self->column > 0)
    g_string_append_printf (string, ":%u", self->column);
  g_string_append_printf (string, ": %s: %s", severities[self->severity], self->message);
  return g_string_free (string, FALSE);
}

void
plx_diagnostic_free (PlxDiagnostic *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->message);
  g_free (self);
}
