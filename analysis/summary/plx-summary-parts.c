/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-summary-parts.h"

#include "analysis/reading/plx-evidence.h"

#define DAY_LENGTH 10

gboolean
plx_summariser_add_evidence_part (PlxSummariser        *self,
                                  const char           *group,
                                  GBytes               *evidence,
                                  const PlxReadingPart *part)
{
  PlxEvidenceIter iter;
  PlxEvidenceSentence sentence;

  g_return_val_if_fail (self != NULL && evidence != NULL && part != NULL, FALSE);

  plx_evidence_iter_init (&iter, evidence, part, NULL);
  if (!plx_evidence_iter_next (&iter, &sentence))
    return FALSE;
  plx_summariser_add_evidence (self, group, evidence, part);
  return TRUE;
}

gboolean
plx_summariser_add_part (PlxSummariser        *self,
                         const char           *group,
                         const PlxReading     *reading,
                         const PlxReadingPart *part)
{
  g_autoptr (GBytes) evidence = NULL;

  g_return_val_if_fail (self != NULL && reading != NULL && part != NULL, FALSE);

  evidence = plx_evidence_pack (reading);
  return plx_summariser_add_evidence_part (self, group, evidence, part);
}

void
plx_summariser_add_voices (PlxSummariser    *self,
                           const PlxReading *reading,
                           const char       *reporter,
                           const char       *unnamed)
{
  g_autoptr (GBytes) evidence = NULL;

  g_return_if_fail (self != NULL && reading != NULL && reporter != NULL);

  evidence = plx_evidence_pack (reading);
  for (guint32 i = 0; i < reading->voices->len; i++)
    {
      PlxReadingPart part = PLX_READING_PART_INIT;
      const char *name = g_array_index (reading->voices, PlxVoice, i).name;

      part.voice = i;
      if (i == 0)
        name = reporter;
      else if (name == NULL)
        name = unnamed;
      if (name != NULL)
        plx_summariser_add_evidence_part (self, name, evidence, &part);
    }
}

void
plx_summariser_add_targets (PlxSummariser    *self,
                            const PlxReading *reading,
                            guint             max_targets)
{
  g_autoptr (GBytes) evidence = NULL;

  g_return_if_fail (self != NULL && reading != NULL);

  evidence = plx_evidence_pack (reading);
  /* they come most mentioned first */
  for (guint32 i = 0; i < reading->targets->len && i < max_targets; i++)
    {
      PlxReadingPart part = PLX_READING_PART_INIT;

      part.target = i;
      plx_summariser_add_evidence_part (
        self, g_array_index (reading->targets, PlxTarget, i).name, evidence, &part);
    }
}

void
plx_summariser_add_day (PlxSummariser    *self,
                        const PlxReading *reading,
                        const char       *date)
{
  g_autofree char *day = NULL;

  g_return_if_fail (self != NULL && reading != NULL);

  day = g_strndup (date != NULL ? date : "", DAY_LENGTH);
  plx_summariser_add (self, day, reading);
}
