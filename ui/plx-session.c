/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-session.h"

#include "plx-listing.h"

#include <string.h>

struct _PlxSession
{
  GObject            parent_instance;

  /* owned */
  PlxCorpus         *corpus;
  GListStore        *sources;
  PlxSummary        *summary;
  GError            *error;
  char              *search;
  GCancellable      *cancellable; /* of what is under way; NULL if nothing is */

  /* state */
  PlxSummaryOptions  options;
  PlxSessionState    state;
  double             progress;
  gulong             changed_id;
  guint              reload_id;
  gboolean           modified;
  gboolean           listing_only; /* of what is under way */
};

enum
{
  PROP_0,
  PROP_CORPUS,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_SEARCH,
  PROP_MODIFIED,
  PROP_REPORTER_ONLY,
  PROP_ROUNDS,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSession, plx_session, G_TYPE_OBJECT)

GType
plx_session_state_get_type (void)
{
  static gsize type;
  static const GEnumValue values[] = {
    { PLX_SESSION_EMPTY, "PLX_SESSION_EMPTY", "empty" },
    { PLX_SESSION_LOADING, "PLX_SESSION_LOADING", "loading" },
    { PLX_SESSION_READY, "PLX_SESSION_READY", "ready" },
    { PLX_SESSION_ERROR, "PLX_SESSION_ERROR", "error" },
    { 0, NULL, NULL }
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PlxSessionState", values));
  return type;
}

/* The corpus reports many changes in a row while articles come in; one reload does for them. */
#define RELOAD_DELAY_MS 60

static void
set_state (PlxSession      *self,
           PlxSessionState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_progress (PlxSession *self,
              double      progress)
{
  if (self->progress == progress)
    return;
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
set_modified (PlxSession *self,
              gboolean    modified)
{
  if (self->modified == modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
cancel (PlxSession *self)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_progress (self, 0);
}

/* Replaces the summary; the old one lives until everyone has heard of the new. */
static void
take_summary (PlxSession *self,
              PlxSummary *summary)
{
  g_autoptr (PlxSummary) old = g_steal_pointer (&self->summary);

  self->summary = summary;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_error (PlxSession *self,
            GError     *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, PLX_SESSION_ERROR);
}

static gboolean
is_current (PlxSession   *self,
            GCancellable *cancellable)
{
  return self->cancellable == cancellable;
}

/* What an asynchronous step needs to know when it ends: whether it is still wanted. */
typedef struct
{
  PlxSession   *session;
  GCancellable *cancellable;
} Step;

static Step *
step_new (PlxSession *self)
{
  Step *step = g_new (Step, 1);

  step->session = g_object_ref (self);
  step->cancellable = g_object_ref (self->cancellable);
  return step;
}

static void
step_free (Step *step)
{
  g_object_unref (step->session);
  g_object_unref (step->cancellable);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
on_summarised (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSummary) summary = plx_corpus_summarise_finish (PLX_CORPUS (source), result, &error);
  PlxSession *self = step->session;

  if (!is_current (self, step->cancellable))
    return;

  g_clear_object (&self->cancellable);
  set_progress (self, 0);
  if (summary == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        take_error (self, g_steal_pointer (&error));
      return;
    }
  take_summary (self, g_steal_pointer (&summary));
  set_state (self, PLX_SESSION_READY);
}

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  PlxSession *self = PLX_SESSION (user_data);

  /* A late report must not bring back the bar of what has ended. */
  if (self->cancellable != NULL && total > 0)
    set_progress (self, MAX ((double) done / total, 0.01));
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxListing) listing = plx_listing_finish (PLX_CORPUS (source), result, &error);
  PlxSession *self = step->session;

  if (!is_current (self, step->cancellable))
    return;
  if (listing == NULL)
    {
      g_clear_object (&self->cancellable);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        take_error (self, g_steal_pointer (&error));
      return;
    }

  plx_listing_apply (listing, self->sources);
  if (self->listing_only && self->summary != NULL)
    {
      g_clear_object (&self->cancellable);
      return;
    }
  if (listing->n_all == 0)
    {
      g_clear_object (&self->cancellable);
      take_summary (self, NULL);
      set_state (self, PLX_SESSION_EMPTY);
      return;
    }

  if (plx_corpus_get_path (self->corpus) == NULL)
    set_modified (self, TRUE);
  plx_corpus_summarise_async (self->corpus, &self->options, on_progress, self, step->cancellable,
                              on_summarised, step_new (self));
}

static void
start (PlxSession *self,
       gboolean    listing_only)
{
  cancel (self);
  if (self->corpus == NULL)
    return;

  self->listing_only = listing_only;
  self->cancellable = g_cancellable_new ();
  if (self->summary == NULL)
    set_state (self, PLX_SESSION_LOADING);
  plx_listing_async (self->corpus, self->search, self->cancellable, on_listed, step_new (self));
}

static gboolean
on_reload_timeout (gpointer user_data)
{
  PlxSession *self = PLX_SESSION (user_data);

  self->reload_id = 0;
  start (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_corpus_changed (PlxSession *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_timeout_add (RELOAD_DELAY_MS, on_reload_timeout, self);
}

static void
plx_session_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxSession *self = PLX_SESSION (object);

  switch (id)
    {
    case PROP_CORPUS:
      g_value_set_object (value, self->corpus);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, plx_session_is_modified (self));
      break;
    case PROP_REPORTER_ONLY:
      g_value_set_boolean (value, self->options.reporter_only);
      break;
    case PROP_ROUNDS:
      g_value_set_uint (value, self->options.rounds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_session_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlxSession *self = PLX_SESSION (object);

  switch (id)
    {
    case PROP_CORPUS:
      plx_session_set_corpus (self, g_value_get_object (value));
      break;
    case PROP_SEARCH:
      plx_session_set_search (self, g_value_get_string (value));
      break;
    case PROP_REPORTER_ONLY:
      plx_session_set_reporter_only (self, g_value_get_boolean (value));
      break;
    case PROP_ROUNDS:
      plx_session_set_rounds (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_session_dispose (GObject *object)
{
  PlxSession *self = PLX_SESSION (object);

  cancel (self);
  if (self->corpus != NULL)
    g_clear_signal_handler (&self->changed_id, self->corpus);
  g_clear_object (&self->corpus);

  G_OBJECT_CLASS (plx_session_parent_class)->dispose (object);
}

static void
plx_session_finalize (GObject *object)
{
  PlxSession *self = PLX_SESSION (object);

  g_clear_object (&self->sources);
  g_clear_pointer (&self->summary, plx_summary_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (plx_session_parent_class)->finalize (object);
}

static void
plx_session_class_init (PlxSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = plx_session_get_property;
  object_class->set_property = plx_session_set_property;
  object_class->dispose = plx_session_dispose;
  object_class->finalize = plx_session_finalize;

  properties[PROP_CORPUS] =
    g_param_spec_object ("corpus", NULL, NULL, PLX_TYPE_CORPUS, writable);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, PLX_TYPE_SESSION_STATE, PLX_SESSION_EMPTY, readable);
  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);
  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL, NULL, writable);
  properties[PROP_MODIFIED] =
    g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_REPORTER_ONLY] =
    g_param_spec_boolean ("reporter-only", NULL, NULL, FALSE, writable);
  properties[PROP_ROUNDS] =
    g_param_spec_uint ("rounds", NULL, NULL, 0, G_MAXUINT, PLX_BOOTSTRAP_DEFAULT_ROUNDS, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_session_init (PlxSession *self)
{
  self->sources = g_list_store_new (PLX_TYPE_SOURCE_ITEM);
  self->options = (PlxSummaryOptions) PLX_SUMMARY_OPTIONS_INIT;
}

PlxSession *
plx_session_new (void)
{
  return g_object_new (PLX_TYPE_SESSION, NULL);
}

PlxCorpus *
plx_session_get_corpus (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->corpus;
}

PlxSessionState
plx_session_get_state (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), PLX_SESSION_EMPTY);

  return self->state;
}

double
plx_session_get_progress (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), 0);

  return self->progress;
}

const GError *
plx_session_get_error (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->error;
}

GListModel *
plx_session_get_sources (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->sources);
}

const PlxSummary *
plx_session_get_summary (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->summary;
}

char *
plx_session_dup_name (PlxSession *self)
{
  const char *path;
  g_autofree char *base = NULL;

  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  path = self->corpus != NULL ? plx_corpus_get_path (self->corpus) : NULL;
  if (path == NULL)
    return NULL;
  base = g_path_get_basename (path);
  if (g_str_has_suffix (base, ".parallax"))
    base[strlen (base) - strlen (".parallax")] = '\0';
  return g_filename_display_name (base);
}

gboolean
plx_session_is_modified (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);

  return self->modified && self->corpus != NULL && plx_corpus_get_path (self->corpus) == NULL;
}

void
plx_session_set_corpus (PlxSession *self,
                        PlxCorpus  *corpus)
{
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (corpus == NULL || PLX_IS_CORPUS (corpus));

  if (self->corpus == corpus)
    return;

  cancel (self);
  if (self->corpus != NULL)
    g_clear_signal_handler (&self->changed_id, self->corpus);
  g_set_object (&self->corpus, corpus);
  g_list_store_remove_all (self->sources);
  set_modified (self, FALSE);
  take_summary (self, NULL);
  set_state (self, corpus != NULL ? PLX_SESSION_LOADING : PLX_SESSION_EMPTY);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORPUS]);

  if (corpus != NULL)
    {
      self->changed_id = g_signal_connect_swapped (corpus, "changed",
                                                   G_CALLBACK (on_corpus_changed), self);
      start (self, FALSE);
    }
}

void
plx_session_set_saved (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  set_modified (self, FALSE);
}

void
plx_session_set_search (PlxSession *self,
                        const char *words)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  if (words != NULL && *words == '\0')
    words = NULL;
  if (g_strcmp0 (self->search, words) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  /* What is being summed up goes on: it does not depend on the search, the list does. */
  start (self, self->cancellable == NULL);
}

gboolean
plx_session_get_reporter_only (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);

  return self->options.reporter_only;
}

void
plx_session_set_reporter_only (PlxSession *self,
                               gboolean    reporter_only)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  if (self->options.reporter_only == reporter_only)
    return;
  self->options.reporter_only = reporter_only;
  start (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORTER_ONLY]);
}

void
plx_session_set_rounds (PlxSession *self,
                        guint       rounds)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  if (self->options.rounds == rounds)
    return;
  self->options.rounds = rounds;
  start (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUNDS]);
}

const PlxSummaryOptions *
plx_session_get_options (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return &self->options;
}

void
plx_session_reload (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  start (self, FALSE);
}

void
plx_session_stop (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  cancel (self);
  if (self->state == PLX_SESSION_LOADING)
    set_state (self, self->summary != NULL ? PLX_SESSION_READY : PLX_SESSION_EMPTY);
}
