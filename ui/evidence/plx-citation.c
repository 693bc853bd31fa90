/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-citation.h"

#include "data/plx-csv.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-source-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* The day: nobody quotes the minute. */
#define DAY_LENGTH strlen ("2023-11-03")

static char *
dup_day (PlxSentenceItem *item)
{
  const char *date = plx_sentence_item_get_date (item);

  return g_strndup (date, MIN (strlen (date), DAY_LENGTH));
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", separator, part);
}

static void
append_score (GString         *text,
              PlxSentenceItem *item)
{
  PlxAxisId axis = plx_sentence_item_get_axis (item);
  g_autofree char *name = NULL;
  g_autofree char *score = NULL;

  if (axis == PLX_AXIS_ALL)
    return;
  name = plx_wording_axis (plx_lexicon_get_axis (plx_sentence_item_get_lexicon (item), axis));
  score = plx_wording_score (plx_sentence_item_get_score (item, axis)->score);
  g_string_append_printf (text, ". %s %s", name, score);
}

char *
plx_citation_dup_text (PlxSentenceItem *item)
{
  GString *text;
  const char *speaker, *title;
  g_autofree char *source = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (PLX_IS_SENTENCE_ITEM (item), NULL);

  speaker = plx_sentence_item_get_speaker (item);
  title = plx_sentence_item_get_title (item);
  source = plx_source_dup_label (plx_sentence_item_get_source (item));
  day = dup_day (item);
  text = g_string_new (NULL);
  /* Translators: a sentence that is quoted */
  g_string_append_printf (text, _("“%s”"), plx_sentence_item_get_text (item));
  g_string_append (text, " — ");
  if (speaker != NULL && *speaker != '\0')
    /* Translators: who says a sentence, and in which source it stands */
    g_string_append_printf (text, _("%s, in %s"), speaker, source);
  else
    g_string_append (text, source);
  if (*title != '\0' && !plx_sentence_item_is_title (item))
    {
      /* Translators: the headline of an article */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), title);

      append_part (text, ", ", quoted);
    }
  append_part (text, ", ", day);
  append_score (text, item);
  append_part (text, ". ", plx_sentence_item_get_url (item));
  return g_string_free (text, FALSE);
}

/* A cell is one line without a tab. */
static void
append_cell (GString    *text,
             const char *cell,
             gboolean    is_last)
{
  g_autofree char *plain = g_strdelimit (g_strdup (cell), "\t\r\n", ' ');

  g_string_append (text, plain);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

static void
append_row (GString         *text,
            PlxSentenceItem *item)
{
  PlxAxisId axis = plx_sentence_item_get_axis (item);
  const char *speaker = plx_sentence_item_get_speaker (item);
  g_autoptr (GString) score = g_string_new (NULL);
  g_autofree char *day = dup_day (item);

  if (axis != PLX_AXIS_ALL)
    plx_csv_append_number (score, plx_sentence_item_get_score (item, axis)->score, 4);
  append_cell (text, plx_sentence_item_get_source (item), FALSE);
  append_cell (text, plx_sentence_item_get_title (item), FALSE);
  append_cell (text, day, FALSE);
  append_cell (text, plx_sentence_item_get_url (item), FALSE);
  append_cell (text, speaker != NULL ? speaker : "", FALSE);
  append_cell (text, axis != PLX_AXIS_ALL
                       ? plx_lexicon_get_axis (plx_sentence_item_get_lexicon (item), axis)->id : "",
               FALSE);
  append_cell (text, score->str, FALSE);
  append_cell (text, plx_sentence_item_get_text (item), TRUE);
}

char *
plx_citation_dup_table (GListModel *items,
                        gboolean    with_head)
{
  GString *text;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  text = g_string_new (with_head ? "source\ttitle\tdate\turl\tspeaker\taxis\tscore\tsentence\n"
                                 : NULL);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlxSentenceItem) item = g_list_model_get_item (items, i);

      append_row (text, item);
    }
  return g_string_free (text, FALSE);
}

static void
copy (GtkWidget  *widget,
      const char *text,
      guint       n)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *said = g_strdup_printf (ngettext ("%u sentence copied", "%u sentences copied", n),
                                           n);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (said));
}

void
plx_citation_copy (GtkWidget       *widget,
                   PlxSentenceItem *item)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && PLX_IS_SENTENCE_ITEM (item));

  text = plx_citation_dup_text (item);
  copy (widget, text, 1);
}

void
plx_citation_copy_table (GtkWidget  *widget,
                         GListModel *items)
{
  guint n;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && G_IS_LIST_MODEL (items));

  n = g_list_model_get_n_items (items);
  if (n == 0)
    return;
  text = plx_citation_dup_table (items, n > 1);
  copy (widget, text, n);
}
