/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-correct-dialogs.h"

#include "ui/plot/plx-plot.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* More than any cue weighs by itself: rules may make it stronger. */
#define MAX_WEIGHT 5.0

typedef struct
{
  GtkWidget      *first;  /* of the fields; in the dialog */
  GtkWidget      *second; /* likewise; NULL: there is one */
  union
  {
    PlxWeightFunc weight;
    PlxNameFunc   name;
    PlxAliasFunc  alias;
  } func;
  gpointer        user_data;
  GDestroyNotify  free_data;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->user_data);
  g_free (question);
}

static GtkWidget *
dialog_new (GtkWindow  *parent,
            const char *heading,
            const char *body,
            GtkWidget  *fields)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), fields);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "correct",
                                    _("C_orrect"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "correct",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "correct");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  return dialog;
}

static char *
dup_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* What is empty is no answer. */
static void
on_changed (GtkWidget *entry,
            GtkWidget *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autofree char *first = dup_text (question->first);
  g_autofree char *second = question->second != NULL ? dup_text (question->second) : NULL;

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "correct",
                                           *first != '\0' && (second == NULL || *second != '\0'));
}

static GtkWidget *
entry_new (const char *label,
           const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  /* In a narrow window it may be cut. */
  gtk_widget_set_tooltip_text (entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return entry;
}

static void
ask (GtkWidget *dialog,
     Question  *question,
     GCallback  on_response)
{
  g_object_set_data (G_OBJECT (dialog), "question", question);
  g_signal_connect_data (dialog, "response", on_response, question, question_free, 0);
  if (GTK_IS_ENTRY (question->first))
    {
      g_signal_connect_object (question->first, "changed", G_CALLBACK (on_changed), dialog, 0);
      if (question->second != NULL)
        g_signal_connect_object (question->second, "changed", G_CALLBACK (on_changed), dialog, 0);
      on_changed (question->first, dialog);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_weight_response (AdwMessageDialog *dialog,
                    const char       *response,
                    Question         *question)
{
  if (!g_str_equal (response, "correct"))
    return;
  gtk_spin_button_update (GTK_SPIN_BUTTON (question->first));
  question->func.weight (gtk_spin_button_get_value (GTK_SPIN_BUTTON (question->first)),
                         question->user_data);
}

void
plx_ask_weight (GtkWindow      *parent,
                const char     *words,
                const PlxAxis  *axis,
                double          weight,
                PlxWeightFunc   func,
                gpointer        user_data,
                GDestroyNotify  free_data)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (-MAX_WEIGHT, MAX_WEIGHT, 0.25);
  g_autofree char *negative = plx_wording_pole (axis, FALSE);
  g_autofree char *positive = plx_wording_pole (axis, TRUE);
  /* Translators: a word of an article */
  g_autofree char *heading = g_strdup_printf (_("What Does “%s” Weigh Here?"), words);
  /* Translators: the two poles of an axis */
  g_autofree char *body = g_strdup_printf (_("Below zero towards %s, above zero towards %s. This is "
                                             "what it counts at this place, after all rules; "
                                             "elsewhere nothing changes."), negative, positive);
  Question *question = g_new0 (Question, 1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 2);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), round (weight * 100) / 100);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  gtk_widget_set_halign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Weight at this place"), -1);
  *question = (Question) { .first = spin, .func.weight = func, .user_data = user_data,
                           .free_data = free_data };
  ask (dialog_new (parent, heading, body, spin), question, G_CALLBACK (on_weight_response));
}

static void
on_speaker_response (AdwMessageDialog *dialog,
                     const char       *response,
                     Question         *question)
{
  g_autofree char *name = NULL;

  if (!g_str_equal (response, "correct"))
    return;
  name = dup_text (question->first);
  if (*name != '\0')
    question->func.name (name, question->user_data);
}

void
plx_ask_speaker (GtkWindow      *parent,
                 const char     *name,
                 PlxNameFunc     func,
                 gpointer        user_data,
                 GDestroyNotify  free_data)
{
  GtkWidget *entry = entry_new (_("Name of the speaker"), name);
  Question *question = g_new0 (Question, 1);

  *question = (Question) { .first = entry, .func.name = func, .user_data = user_data,
                           .free_data = free_data };
  ask (dialog_new (parent, _("Who Says This Sentence?"), NULL, entry), question,
       G_CALLBACK (on_speaker_response));
}

static void
on_alias_response (AdwMessageDialog *dialog,
                   const char       *response,
                   Question         *question)
{
  g_autofree char *alias = NULL;
  g_autofree char *target = NULL;

  if (!g_str_equal (response, "correct"))
    return;
  alias = dup_text (question->first);
  target = dup_text (question->second);
  if (*alias != '\0' && *target != '\0')
    question->func.alias (alias, target, question->user_data);
}

void
plx_ask_alias (GtkWindow      *parent,
               const char     *alias,
               PlxAliasFunc    func,
               gpointer        user_data,
               GDestroyNotify  free_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = entry_new (_("Name in the texts"), alias);
  GtkWidget *second = entry_new (_("Whom or what it stands for"), NULL);
  GtkWidget *label = gtk_label_new (_("means the same as"));
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog;

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), second);
  *question = (Question) { .first = first, .second = second, .func.alias = func,
                           .user_data = user_data, .free_data = free_data };
  dialog = dialog_new (parent, _("One Thing, Two Names"),
                       _("In all articles of this corpus the first name is taken for the second."),
                       box);
  if (*alias != '\0')
    gtk_window_set_focus (GTK_WINDOW (dialog), second);
  ask (dialog, question, G_CALLBACK (on_alias_response));
}
