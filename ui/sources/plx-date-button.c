/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-date-button.h"

#include "data/plx-task.h"
#include "ui/report/plx-filter-wording.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlxDateButton
{
  GtkBox         parent_instance;

  /* template widgets */
  GtkMenuButton *button;
  GtkLabel      *label;
  GtkPopover    *popover;
  GtkEntry      *from_entry;
  GtkEntry      *to_entry;
  GtkLabel      *hint_label;
  GtkBox        *preset_box;

  /* owned */
  PlxCorpus     *corpus;
  GCancellable  *cancellable;
  char          *from, *to;      /* nullable */
  char          *newest;         /* nullable: the last day in the corpus */

  /* state */
  gboolean       updating;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxDateButton, plx_date_button, GTK_TYPE_BOX)

/* Ranges that end with the corpus' last day. */
static const struct
{
  const char *label;
  int         n_days; /* 0: any */
} presets[] = {
  { N_("Any Date"), 0 },
  { N_("The Last Day"), 1 },
  { N_("The Last 7 Days"), 7 },
  { N_("The Last 30 Days"), 30 },
  { N_("The Last 365 Days"), 365 },
};

static void
update_label (PlxDateButton *self)
{
  g_autofree char *range = plx_filter_describe_dates (self->from, self->to);
  g_autofree char *spoken = NULL;
  const char *shown = *range != '\0' ? range : _("Any date");

  gtk_label_set_text (self->label, shown);
  /* Translators: a range of dates, or “Any date” */
  spoken = g_strdup_printf (_("Dates: %s"), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
update_entries (PlxDateButton *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->from_entry), self->from != NULL ? self->from : "");
  gtk_editable_set_text (GTK_EDITABLE (self->to_entry), self->to != NULL ? self->to : "");
  self->updating = FALSE;
}

/* Returns: (transfer full): the first of @n_days that end with @last */
static char *
count_back (const char *last,
            int         n_days)
{
  g_auto (GStrv) parts = g_strsplit (last, "-", 3);
  GDate date;
  char text[11];

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_ascii_strtoull (parts[2], NULL, 10),
                  (GDateMonth) g_ascii_strtoull (parts[1], NULL, 10),
                  (GDateYear) g_ascii_strtoull (parts[0], NULL, 10));
  if (g_date_get_julian (&date) > (guint) n_days)
    g_date_subtract_days (&date, (guint) n_days - 1);
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (&date),
              (guint) g_date_get_month (&date), g_date_get_day (&date));
  return g_strdup (text);
}

static void
choose (PlxDateButton *self,
        const char    *from,
        const char    *to)
{
  plx_date_button_set_range (self, from, to);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_preset (PlxDateButton *self,
           GtkWidget     *button)
{
  int n_days = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "days"));
  g_autofree char *from = n_days > 0 && self->newest != NULL ? count_back (self->newest, n_days)
                                                             : NULL;

  gtk_menu_button_popdown (self->button);
  choose (self, from, NULL);
}

/* A date is taken when it is whole; half of one is marked as an error only when it is left. */
static void
take_entry (PlxDateButton *self,
            GtkEntry      *entry,
            gboolean       is_left)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gboolean is_good = *text == '\0' || plx_corpus_filter_check_date (text);
  gboolean is_from = entry == self->from_entry;
  const char *before = is_from ? self->from : self->to;
  const char *after = *text != '\0' ? text : NULL;

  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else if (is_left)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry),
                               is_good ? NULL : _("Write it as 2023-11-03, 2023-11 or 2023"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (is_good && is_left && g_strcmp0 (before, after) != 0)
    choose (self, is_from ? after : self->from, is_from ? self->to : after);
}

static void
on_entry_changed (PlxDateButton *self,
                  GtkEntry      *entry)
{
  if (!self->updating)
    take_entry (self, entry, /* is_left= */ FALSE);
}

static void
on_entry_activate (PlxDateButton *self,
                   GtkEntry      *entry)
{
  take_entry (self, entry, /* is_left= */ TRUE);
  if (!gtk_widget_has_css_class (GTK_WIDGET (entry), "error"))
    gtk_menu_button_popdown (self->button);
}

static void
on_entry_left (PlxDateButton           *self,
               GtkEventControllerFocus *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  take_entry (self, GTK_ENTRY (entry), /* is_left= */ TRUE);
}

typedef struct
{
  char *oldest, *newest;
} Range;

static void
range_free (gpointer data)
{
  Range *range = data;

  g_free (range->oldest);
  g_free (range->newest);
  g_free (range);
}

static gpointer
find_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Range *range = g_new0 (Range, 1);

  if (plx_corpus_find_dates (PLX_CORPUS (source), &range->oldest, &range->newest, error))
    return range;
  range_free (range);
  return NULL;
}

static void
show_range (PlxDateButton *self,
            const Range   *range)
{
  g_autofree char *hint = NULL;

  g_free (self->newest);
  self->newest = range->newest != NULL && plx_corpus_filter_check_date (range->newest) &&
                     strlen (range->newest) == 10 ? g_strdup (range->newest) : NULL;
  if (range->newest == NULL)
    hint = g_strdup (_("No article has a date."));
  else
    /* Translators: two dates */
    hint = g_strdup_printf (_("There are articles from %s to %s."), range->oldest, range->newest);
  gtk_label_set_text (self->hint_label, hint);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->preset_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, self->newest != NULL ||
                                       g_object_get_data (G_OBJECT (child), "days") == NULL);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxDateButton) self = user_data;
  Range *range = g_task_propagate_pointer (G_TASK (result), NULL);

  if (range != NULL && self->cancellable == g_task_get_cancellable (G_TASK (result)))
    show_range (self, range);
  g_clear_pointer (&range, range_free);
}

static void
on_show (PlxDateButton *self)
{
  update_entries (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->from_entry));
  plx_clear_cancellable (&self->cancellable);
  if (self->corpus == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  plx_task_run (self->corpus, find_in_thread, NULL, NULL, range_free, self->cancellable, on_found,
                g_object_ref (self));
}

static void
plx_date_button_dispose (GObject *object)
{
  PlxDateButton *self = PLX_DATE_BUTTON (object);

  plx_clear_cancellable (&self->cancellable);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (plx_date_button_parent_class)->dispose (object);
}

static void
plx_date_button_finalize (GObject *object)
{
  PlxDateButton *self = PLX_DATE_BUTTON (object);

  g_free (self->from);
  g_free (self->to);
  g_free (self->newest);

  G_OBJECT_CLASS (plx_date_button_parent_class)->finalize (object);
}

static void
plx_date_button_class_init (PlxDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_date_button_dispose;
  object_class->finalize = plx_date_button_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, label);
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, from_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, to_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, hint_label);
  gtk_widget_class_bind_template_child (widget_class, PlxDateButton, preset_box);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
init_entry (PlxDateButton *self,
            GtkEntry      *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_entry_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_entry_left), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

static void
plx_date_button_init (PlxDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  init_entry (self, self->from_entry);
  init_entry (self, self->to_entry);
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(presets[i].label));

      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "days", GINT_TO_POINTER (presets[i].n_days));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_preset), self);
      gtk_box_append (self->preset_box, button);
    }
  update_label (self);
}

void
plx_date_button_set_corpus (PlxDateButton *self,
                            PlxCorpus     *corpus)
{
  g_return_if_fail (PLX_IS_DATE_BUTTON (self));
  g_return_if_fail (corpus == NULL || PLX_IS_CORPUS (corpus));

  plx_clear_cancellable (&self->cancellable);
  g_set_object (&self->corpus, corpus);
}

void
plx_date_button_set_range (PlxDateButton *self,
                           const char    *from,
                           const char    *to)
{
  char *new_from, *new_to;

  g_return_if_fail (PLX_IS_DATE_BUTTON (self));

  new_from = g_strdup (from);
  new_to = g_strdup (to);
  g_free (self->from);
  g_free (self->to);
  self->from = new_from;
  self->to = new_to;
  update_entries (self);
  update_label (self);
}

const char *
plx_date_button_get_from (PlxDateButton *self)
{
  g_return_val_if_fail (PLX_IS_DATE_BUTTON (self), NULL);

  return self->from;
}

const char *
plx_date_button_get_to (PlxDateButton *self)
{
  g_return_val_if_fail (PLX_IS_DATE_BUTTON (self), NULL);

  return self->to;
}
