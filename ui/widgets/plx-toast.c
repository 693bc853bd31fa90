/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-toast.h"

#include "plx-letters.h"

#define LEAST_SECONDS 5
/* What a person who did not expect it reads in a second. */
#define LETTERS_PER_SECOND 12

/* Letters in a line. */
#define LEAST_LETTERS 12
#define MOST_LETTERS 72
/* Pixels that stand beside the text: margins, and the button that closes it. */
#define AROUND 106

static int
get_button_width (const char *text)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic (text));
  int width;

  gtk_widget_add_css_class (button, "heading");
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_object_unref (button);
  return width;
}

/* A toast is as high as it is at its natural width: that must not be more than there is. */
static GtkWidget *
make_title (GtkWidget  *overlay,
            const char *text,
            const char *button)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  int room = gtk_widget_get_width (overlay) - AROUND;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  if (button != NULL)
    room -= get_button_width (button);
  /* GTK, too, reckons by the wider of a letter and a digit. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), CLAMP (room / plx_letters_measure (label).digit_width,
                                                           LEAST_LETTERS, MOST_LETTERS));
  return label;
}

/* What is said takes the place of what was said before: that is past, and its “Undo” would undo
 * something else by now. What stays until it is closed comes back after it. */
static void
take_place (AdwToastOverlay *overlay,
            AdwToast        *toast)
{
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), "plx-toast");

  if (before != NULL && adw_toast_get_timeout (before) > 0)
    adw_toast_dismiss (before);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (overlay), "plx-toast", g_object_ref (toast), g_object_unref);
}

AdwToast *
plx_toast_show (AdwToastOverlay *overlay,
                const char      *text,
                const char      *label,
                const char      *action)
{
  AdwToast *toast;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  /* A title of the toast's own would stay on one line, and lose its end where there is little
   * room. */
  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, make_title (GTK_WIDGET (overlay), text, label));
  adw_toast_set_timeout (toast, MAX (LEAST_SECONDS,
                                     (guint) g_utf8_strlen (text, -1) / LETTERS_PER_SECOND));
  if (label != NULL)
    {
      adw_toast_set_button_label (toast, label);
      adw_toast_set_action_name (toast, action);
    }
  take_place (overlay, toast);
  adw_toast_overlay_add_toast (overlay, toast);
  return toast;
}
