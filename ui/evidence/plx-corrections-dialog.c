/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corrections-dialog.h"

#include "plx-correct-menu.h"
#include "data/plx-task.h"
#include "ui/plot/plx-plot.h"
#include "ui/session/plx-article-item.h"
#include "ui/widgets/plx-messages.h"
#include "ui/widgets/plx-source-row.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many of a kind are listed; who makes more has a plan that a list does not help with. */
#define MAX_ROWS 300
#define MAX_CHARS 90

struct _PlxCorrectionsDialog
{
  AdwWindow           parent_instance;

  /* template widgets */
  GtkStack           *stack;
  AdwStatusPage      *error_page;
  AdwPreferencesPage *page;

  /* owned */
  PlxCorpus          *corpus;
  GPtrArray          *groups;  /* of AdwPreferencesGroup, borrowed: they are in the page */
  GPtrArray          *buttons; /* of GtkWidget, likewise: one for each row */
  GCancellable       *listing; /* NULL if nothing is being listed */

  /* state */
  guint               n;
  int                 focus;   /* the row whose button gets the focus; -1: none */
};

G_DEFINE_FINAL_TYPE (PlxCorrectionsDialog, plx_corrections_dialog, ADW_TYPE_WINDOW)

static const char *
get_group_title (PlxCorrectionKind kind)
{
  static const char *const titles[PLX_N_CORRECTION_KINDS] = {
    [PLX_CORRECTION_CUE] = N_("Cues at One Place"),
    [PLX_CORRECTION_SPEAKER] = N_("Speakers"),
    [PLX_CORRECTION_BLOCK] = N_("Paragraphs"),
    [PLX_CORRECTION_ALIAS] = N_("Names in All Articles"),
  };

  return _(titles[kind]);
}

static char *
make_title (const PlxCorrection *correction)
{
  g_autofree char *words = g_strdelimit (g_strdup (correction->words), "\n\r\t", ' ');
  g_autofree char *start = NULL;

  g_strstrip (words);
  if (g_utf8_strlen (words, -1) > MAX_CHARS)
    {
      start = g_utf8_substring (words, 0, MAX_CHARS - 1);
      return g_strdup_printf (_("“%s…”"), start);
    }
  return g_strdup_printf (_("“%s”"), words);
}

/* What has been said about it. */
static char *
describe (const PlxCorrection *correction,
          PlxLexicon          *lexicon)
{
  g_autofree char *weight = NULL;

  switch (correction->kind)
    {
    case PLX_CORRECTION_CUE:
      for (guint i = 0; lexicon != NULL && i < plx_lexicon_get_n_axes (lexicon); i++)
        {
          const PlxAxis *axis = plx_lexicon_get_axis (lexicon, i);
          g_autofree char *name = NULL;

          if (!g_str_equal (axis->id, correction->axis))
            continue;
          name = plx_wording_axis (axis);
          weight = plx_wording_score (correction->weight);
          /* Translators: the name of an axis */
          return correction->weight == 0 ? g_strdup_printf (_("No cue here on %s"), name)
                                         /* Translators: a weight, the name of an axis */
                                         : g_strdup_printf (_("Weighs %s here on %s"), weight, name);
        }
      return g_strdup (_("An axis that the lexicon does not have"));
    case PLX_CORRECTION_SPEAKER:
      return *correction->name != '\0' ? g_strdup_printf (_("Said by %s"), correction->name)
                                       : g_strdup (_("Said by the Reporter"));
    case PLX_CORRECTION_BLOCK:
      return g_strdup (plx_block_kind_get_label (correction->block_kind));
    case PLX_CORRECTION_ALIAS:
    case PLX_N_CORRECTION_KINDS:
    default:
      return g_strdup_printf (_("Means “%s”"), correction->name);
    }
}

static char *
make_subtitle (const PlxCorrection *correction,
               PlxLexicon          *lexicon)
{
  g_autofree char *what = describe (correction, lexicon);
  g_autofree char *source = NULL;
  g_autofree char *title = NULL;

  if (correction->kind == PLX_CORRECTION_ALIAS)
    return g_steal_pointer (&what);
  source = plx_source_dup_label (correction->source != NULL ? correction->source : "");
  title = plx_article_dup_title (correction->title);
  return g_strdup_printf ("%s · %s · %s", what, source, title);
}

static char *
make_step_name (const PlxCorrection *correction)
{
  g_autofree char *title = make_title (correction);

  /* Translators: the name of a step that can be undone; the quoted words that were corrected */
  return g_strdup_printf (_("Take Correction Back: %s"), title);
}

static void
on_remove_clicked (GtkButton            *button,
                   PlxCorrectionsDialog *self)
{
  const PlxCorrection *listed = g_object_get_data (G_OBJECT (button), "correction");
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  PlxCorrection *correction;
  g_autofree char *name = make_step_name (listed);
  guint index;

  if (!PLX_IS_CORRECTOR (parent))
    return;
  if (g_ptr_array_find (self->buttons, button, &index))
    self->focus = (int) index;
  correction = plx_correction_copy (listed);
  correction->is_set = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  plx_corrector_correct (PLX_CORRECTOR (parent), correction, name);
}

static GtkWidget *
make_row (PlxCorrectionsDialog *self,
          const PlxCorrection  *correction,
          PlxLexicon           *lexicon)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *title = make_title (correction);
  g_autofree char *subtitle = make_subtitle (correction, lexicon);
  /* Translators: the quoted words that were corrected */
  g_autofree char *label = g_strdup_printf (_("Take Back: %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "correction", plx_correction_copy (correction),
                          (GDestroyNotify) plx_correction_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->buttons, button);
  return row;
}

static void
clear_groups (PlxCorrectionsDialog *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->buttons, 0);
}

static void
add_group (PlxCorrectionsDialog *self,
           GPtrArray            *corrections,
           PlxCorrectionKind     kind)
{
  PlxLexicon *lexicon = plx_corpus_get_lexicon (self->corpus);
  GtkWidget *group = NULL;
  guint n = 0;

  for (guint i = 0; i < corrections->len; i++)
    {
      const PlxCorrection *correction = corrections->pdata[i];

      if (correction->kind != kind || n++ >= MAX_ROWS)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), get_group_title (kind));
          adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
          g_ptr_array_add (self->groups, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (self, correction, lexicon));
    }
  if (n > MAX_ROWS)
    {
      g_autofree char *text = g_strdup_printf (_("The first %u of %u"), (guint) MAX_ROWS, n);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
    }
}

static void
show_list (PlxCorrectionsDialog *self,
           GPtrArray            *corrections)
{
  clear_groups (self);
  for (guint kind = 0; kind < PLX_N_CORRECTION_KINDS; kind++)
    add_group (self, corrections, kind);
  self->n = corrections->len;
  gtk_stack_set_visible_child_name (self->stack, self->n > 0 ? "ready" : "empty");
  if (self->focus >= 0 && self->buttons->len > 0)
    gtk_widget_grab_focus (self->buttons->pdata[MIN ((guint) self->focus, self->buttons->len - 1)]);
  self->focus = -1;
}

static gpointer
list_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return plx_corpus_list_corrections (PLX_CORPUS (source), error);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxCorrectionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) corrections = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *message = NULL;

  if (self->listing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->listing);
  if (corrections != NULL)
    {
      show_list (self, corrections);
      return;
    }
  message = plx_message_for_error (error);
  adw_status_page_set_description (self->error_page, message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
stop (PlxCorrectionsDialog *self)
{
  plx_clear_cancellable (&self->listing);
}

static void
list (PlxCorrectionsDialog *self)
{
  stop (self);
  self->listing = g_cancellable_new ();
  plx_task_run (self->corpus, list_in_thread, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                self->listing, on_listed, g_object_ref (self));
}

static gboolean
undo_in_window (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), g_variant_get_string (args, NULL), NULL);
  return GDK_EVENT_STOP;
}

static void
plx_corrections_dialog_dispose (GObject *object)
{
  PlxCorrectionsDialog *self = PLX_CORRECTIONS_DIALOG (object);

  stop (self);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (plx_corrections_dialog_parent_class)->dispose (object);
}

static void
plx_corrections_dialog_class_init (PlxCorrectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_corrections_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_in_window, "s",
                                "win.undo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                undo_in_window, "s", "win.redo");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-corrections-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionsDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxCorrectionsDialog, page);
}

static void
plx_corrections_dialog_init (PlxCorrectionsDialog *self)
{
  self->groups = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->focus = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plx_corrections_dialog_new (PlxCorrector *parent,
                            PlxCorpus    *corpus)
{
  PlxCorrectionsDialog *self;

  g_return_val_if_fail (PLX_IS_CORRECTOR (parent), NULL);
  g_return_val_if_fail (PLX_IS_CORPUS (corpus), NULL);

  self = g_object_new (PLX_TYPE_CORRECTIONS_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->corpus = g_object_ref (corpus);
  g_signal_connect_object (corpus, "changed", G_CALLBACK (list), self, G_CONNECT_SWAPPED);
  list (self);
  return GTK_WIDGET (self);
}

guint
plx_corrections_dialog_get_n (PlxCorrectionsDialog *self)
{
  g_return_val_if_fail (PLX_IS_CORRECTIONS_DIALOG (self), 0);

  return self->n;
}

const char *
plx_corrections_dialog_get_page (PlxCorrectionsDialog *self)
{
  g_return_val_if_fail (PLX_IS_CORRECTIONS_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
