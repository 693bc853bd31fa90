/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-find-bar.h"

struct _PlxFindBar
{
  AdwBin          parent_instance;

  /* template widgets */
  GtkSearchBar   *bar;
  GtkSearchEntry *entry;

  /* state */
  GtkTextView    *text_view; /* (nullable): weak */
  gboolean        search_mode_enabled;
};

enum
{
  PROP_0,
  PROP_TEXT_VIEW,
  PROP_SEARCH_MODE_ENABLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlxFindBar, plx_find_bar, ADW_TYPE_BIN)

static gboolean
search (const GtkTextIter *from,
        const char        *words,
        gboolean           forward,
        GtkTextIter       *out_start,
        GtkTextIter       *out_end)
{
  const GtkTextSearchFlags flags = GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_VISIBLE_ONLY |
                                   GTK_TEXT_SEARCH_TEXT_ONLY;

  return forward ? gtk_text_iter_forward_search (from, words, flags, out_start, out_end, NULL)
                 : gtk_text_iter_backward_search (from, words, flags, out_start, out_end, NULL);
}

/* @from_selection: what is selected may stay so, as while a word is being typed */
static void
find (PlxFindBar *self,
      gboolean    forward,
      gboolean    from_selection)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkTextIter start, end, from;
  GtkTextBuffer *buffer;

  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (*words == '\0' || self->text_view == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = forward && !from_selection ? end : start;
  if (!search (&from, words, forward, &start, &end))
    {
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      from = forward ? start : end;
      if (!search (&from, words, forward, &start, &end))
        {
          gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
          return;
        }
    }
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->text_view, &start, 0.1, FALSE, 0, 0);
}

static void
on_changed (PlxFindBar *self)
{
  find (self, TRUE, TRUE);
}

static void
on_next (PlxFindBar *self)
{
  find (self, TRUE, FALSE);
}

static void
on_previous (PlxFindBar *self)
{
  find (self, FALSE, FALSE);
}

static void
on_stopped (PlxFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  if (self->text_view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
plx_find_bar_start (PlxFindBar *self)
{
  g_return_if_fail (PLX_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
plx_find_bar_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlxFindBar *self = PLX_FIND_BAR (object);

  switch (id)
    {
    case PROP_TEXT_VIEW:
      g_value_set_object (value, self->text_view);
      break;
    case PROP_SEARCH_MODE_ENABLED:
      g_value_set_boolean (value, self->search_mode_enabled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_find_bar_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlxFindBar *self = PLX_FIND_BAR (object);

  switch (id)
    {
    case PROP_TEXT_VIEW:
      g_set_weak_pointer (&self->text_view, g_value_get_object (value));
      break;
    case PROP_SEARCH_MODE_ENABLED:
      if (self->search_mode_enabled == g_value_get_boolean (value))
        break;
      self->search_mode_enabled = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_find_bar_dispose (GObject *object)
{
  PlxFindBar *self = PLX_FIND_BAR (object);

  g_clear_weak_pointer (&self->text_view);

  G_OBJECT_CLASS (plx_find_bar_parent_class)->dispose (object);
}

static void
plx_find_bar_class_init (PlxFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_find_bar_dispose;
  object_class->get_property = plx_find_bar_get_property;
  object_class->set_property = plx_find_bar_set_property;

  properties[PROP_TEXT_VIEW] =
    g_param_spec_object ("text-view", NULL, NULL, GTK_TYPE_TEXT_VIEW, flags);
  properties[PROP_SEARCH_MODE_ENABLED] =
    g_param_spec_boolean ("search-mode-enabled", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxFindBar, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
}

static void
plx_find_bar_init (PlxFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}
