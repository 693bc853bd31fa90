/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-choices.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *kind;
  const char *label;
} charts[] = {
  { "framing", N_("Framing by source") },
  { "map", N_("Framing map") },
  { "flow", N_("Flow of the articles") },
  { "timeline", N_("Timeline") },
  { "voices", N_("Voices") },
  { "shift", N_("Words that make two sources differ") },
  { "claims", N_("Claims and who reports them") },
};

PlxReportChoices *
plx_report_choices_new (void)
{
  static const char *const first[] = { "framing", NULL };
  PlxReportChoices *self = g_new0 (PlxReportChoices, 1);

  self->charts = g_strdupv ((char **) first);
  self->part = (PlxReportPart) PLX_REPORT_PART_INIT;
  return self;
}

PlxReportChoices *
plx_report_choices_copy (const PlxReportChoices *self)
{
  PlxReportChoices *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->title = g_strdup (self->title);
  copy->author = g_strdup (self->author);
  copy->notes = g_strdup (self->notes);
  copy->charts = g_strdupv (self->charts);
  copy->sources = g_strdupv (self->sources);
  copy->shift_a = g_strdup (self->shift_a);
  copy->shift_b = g_strdup (self->shift_b);
  copy->part.source = g_strdup (self->part.source);
  return copy;
}

void
plx_report_choices_free (PlxReportChoices *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->author);
  g_free (self->notes);
  g_strfreev (self->charts);
  g_strfreev (self->sources);
  g_free (self->shift_a);
  g_free (self->shift_b);
  g_free (self->part.source);
  g_free (self);
}

const char *const *
plx_report_choices_list_charts (void)
{
  static const char *const kinds[] = {
    "framing", "map", "flow", "timeline", "voices", "shift", "claims", NULL
  };

  return kinds;
}

const char *
plx_report_choices_get_label (const char *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      if (strcmp (charts[i].kind, kind) == 0)
        return _(charts[i].label);
    }
  return NULL;
}

gboolean
plx_report_choices_has_chart (const PlxReportChoices *self,
                              const char             *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, FALSE);

  return self->charts != NULL && g_strv_contains ((const char *const *) self->charts, kind);
}

static void
insert_string (GVariantDict *dict,
               const char   *key,
               const char   *value)
{
  if (value != NULL && *value != '\0')
    g_variant_dict_insert (dict, key, "s", value);
}

GVariant *
plx_report_choices_to_variant (const PlxReportChoices *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  insert_string (&dict, "title", self->title);
  insert_string (&dict, "author", self->author);
  insert_string (&dict, "notes", self->notes);
  insert_string (&dict, "shift-a", self->shift_a);
  insert_string (&dict, "shift-b", self->shift_b);
  if (self->charts != NULL)
    g_variant_dict_insert (&dict, "charts", "^as", self->charts);
  if (self->sources != NULL)
    g_variant_dict_insert (&dict, "sources", "^as", self->sources);
  g_variant_dict_insert (&dict, "evidence", "u", self->n_evidence);
  g_variant_dict_insert (&dict, "pdf", "b", self->format == PLX_REPORT_PDF);
  return g_variant_dict_end (&dict);
}

PlxReportChoices *
plx_report_choices_from_variant (GVariant *variant)
{
  PlxReportChoices *self = plx_report_choices_new ();
  char **kinds = NULL;
  gboolean is_pdf = FALSE;

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return self;

  g_variant_lookup (variant, "title", "s", &self->title);
  g_variant_lookup (variant, "author", "s", &self->author);
  g_variant_lookup (variant, "notes", "s", &self->notes);
  g_variant_lookup (variant, "shift-a", "s", &self->shift_a);
  g_variant_lookup (variant, "shift-b", "s", &self->shift_b);
  g_variant_lookup (variant, "sources", "^as", &self->sources);
  g_variant_lookup (variant, "evidence", "u", &self->n_evidence);
  if (g_variant_lookup (variant, "pdf", "b", &is_pdf) && is_pdf)
    self->format = PLX_REPORT_PDF;
  if (g_variant_lookup (variant, "charts", "^as", &kinds))
    {
      g_strfreev (self->charts);
      self->charts = kinds;
    }
  return self;
}
