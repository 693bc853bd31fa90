/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-session.h"

#include "plx-source-item.h"
#include "plx-source-list.h"

#include "data/plx-task.h"

#include <string.h>

struct _PlxSession
{
  GObject            parent_instance;

  /* owned */
  PlxCorpus         *corpus;
  GListStore        *sources;
  PlxCorpusKept     *kept;        /* nullable: what is shown */
  PlxSummary        *summary;     /* nullable: of it */
  GError            *error;
  PlxCorpusFilter   *filter;      /* never NULL */
  char              *axis;        /* nullable: its id; NULL: all are looked at */
  GCancellable      *cancellable; /* of what is under way; NULL if nothing is */
  GCancellable      *preparing;   /* nullable: of what is made ready for other filters */

  /* state */
  PlxSummaryOptions  options;
  PlxSessionState    state;
  double             progress;
  gulong             changed_id;
  guint              reload_id;
  guint              refine_id;
  guint              prepare_id;
  guint              rest_id;
  gboolean           modified;
};

enum
{
  PROP_0,
  PROP_CORPUS,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_FILTER,
  PROP_SEARCH,
  PROP_AXIS,
  PROP_MODIFIED,
  PROP_REPORTER_ONLY,
  PROP_ROUNDS,
  PROP_CONFIDENCE,
  N_PROPS
};

enum
{
  CHANGED,
  REFINED,
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
/* The intervals of so many articles take as long as it takes to notice. */
#define MANY_ARTICLES 2000
/* They wait until what is there is on the screen, and until nobody types on. */
#define REFINE_DELAY_MS 150
/* Filters come after the first look. */
#define PREPARE_DELAY_MS 100
/* Nothing has been asked for so long. */
#define REST_DELAY_MS 2500

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
  g_clear_handle_id (&self->refine_id, g_source_remove);
  plx_clear_cancellable (&self->cancellable);
  set_progress (self, 0);
}

static gpointer
give_back_in_thread (gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable,
                     GError      **error)
{
  plx_memory_give_back ();
  return PLX_TASK_DONE;
}

static gboolean
on_rest (gpointer user_data)
{
  PlxSession *self = PLX_SESSION (user_data);

  self->rest_id = 0;
  plx_task_run (NULL, give_back_in_thread, NULL, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* Figures, intervals and lists of fifty thousand articles leave a hundred megabytes behind. */
static void
expect_rest (PlxSession *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->kept != NULL && plx_corpus_kept_get_n_all (self->kept) > MANY_ARTICLES)
    self->rest_id = g_timeout_add (REST_DELAY_MS, on_rest, self);
}

static void
stop_preparing (PlxSession *self)
{
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  plx_clear_cancellable (&self->preparing);
}

/* Replaces what is shown; the old lives until everyone has heard of the new.
 * @kept: (transfer full) (nullable) */
static void
take_kept (PlxSession    *self,
           PlxCorpusKept *kept)
{
  g_autoptr (PlxSummary) old_summary = g_steal_pointer (&self->summary);
  g_autoptr (PlxCorpusKept) old_kept = g_steal_pointer (&self->kept);

  self->kept = kept;
  if (kept == NULL)
    stop_preparing (self);
  else
    self->summary = plx_summary_copy (plx_corpus_kept_get_summary (kept));
  g_signal_emit (self, signals[CHANGED], 0);
  expect_rest (self);
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

/* Gives the rows of the summary the intervals of @refined, which was made of the same. */
static void
take_intervals (PlxSession       *self,
                const PlxSummary *refined)
{
  if (self->summary == NULL)
    return;

  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      PlxSummaryRow *row = self->summary->rows->pdata[i];
      const PlxSummaryRow *from = plx_summary_find_row (refined, row->name);

      for (guint axis = 0; from != NULL && axis < self->summary->n_axes; axis++)
        {
          row->axes[axis].low = from->axes[axis].low;
          row->axes[axis].high = from->axes[axis].high;
        }
    }
  g_signal_emit (self, signals[REFINED], 0);
  expect_rest (self);
}

static void
on_refined (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (PlxSummary) summary = plx_corpus_kept_refine_finish (PLX_CORPUS (source), result, NULL);
  PlxSession *self = step->session;

  if (!is_current (self, step->cancellable))
    return;
  g_clear_object (&self->cancellable);
  if (summary != NULL)
    take_intervals (self, summary);
}

static gboolean
on_refine_due (gpointer user_data)
{
  PlxSession *self = PLX_SESSION (user_data);

  self->refine_id = 0;
  plx_corpus_kept_refine_async (self->kept, self->corpus, &self->options, self->cancellable,
                                on_refined, step_new (self));
  return G_SOURCE_REMOVE;
}

static gboolean
on_prepare_due (gpointer user_data)
{
  PlxSession *self = PLX_SESSION (user_data);

  self->prepare_id = 0;
  if (self->preparing == NULL)
    self->preparing = g_cancellable_new ();
  plx_corpus_kept_prepare_async (self->kept, self->preparing);
  return G_SOURCE_REMOVE;
}

/* Few articles are gone through as fast as a filter is chosen. Where nothing but the filter has
 * changed since the last time, all is ready, or about to be. */
static void
prepare (PlxSession *self)
{
  if (self->prepare_id == 0 && plx_corpus_kept_get_n_all (self->kept) > MANY_ARTICLES)
    self->prepare_id = g_timeout_add (PREPARE_DELAY_MS, on_prepare_due, self);
}

/* Shows what was found. Who hears of it may ask for something else. */
static void
show_kept (PlxSession    *self,
           PlxCorpusKept *kept)
{
  if (plx_corpus_kept_get_n_all (kept) == 0)
    {
      g_list_store_remove_all (self->sources);
      take_kept (self, NULL);
      set_state (self, PLX_SESSION_EMPTY);
      return;
    }
  plx_source_list_update (self->sources, kept);
  if (plx_corpus_get_path (self->corpus) == NULL)
    set_modified (self, TRUE);
  take_kept (self, plx_corpus_kept_ref (kept));
  if (self->kept == kept)
    prepare (self);
  set_state (self, PLX_SESSION_READY);
}

static void
on_surveyed (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpusKept) kept = plx_corpus_survey_finish (PLX_CORPUS (source), result, &error);
  PlxSession *self = step->session;

  if (!is_current (self, step->cancellable))
    return;

  set_progress (self, 0);
  if (kept == NULL)
    {
      g_clear_object (&self->cancellable);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        take_error (self, g_steal_pointer (&error));
      return;
    }
  show_kept (self, kept);
  if (!is_current (self, step->cancellable))
    return;
  if (plx_corpus_kept_is_rough (kept))
    self->refine_id = g_timeout_add (REFINE_DELAY_MS, on_refine_due, self);
  else
    g_clear_object (&self->cancellable);
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
start (PlxSession *self)
{
  cancel (self);
  if (self->corpus == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  if (self->summary == NULL)
    set_state (self, PLX_SESSION_LOADING);
  plx_corpus_survey_async (self->corpus, &self->options, self->filter, MANY_ARTICLES, on_progress,
                           self, self->cancellable, on_surveyed, step_new (self));
}

static gboolean
on_reload_timeout (gpointer user_data)
{
  PlxSession *self = PLX_SESSION (user_data);

  self->reload_id = 0;
  stop_preparing (self);
  start (self);
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
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->filter->search);
      break;
    case PROP_AXIS:
      g_value_set_int (value, plx_session_get_axis (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, plx_session_is_modified (self));
      break;
    case PROP_REPORTER_ONLY:
      g_value_set_boolean (value, plx_session_get_reporter_only (self));
      break;
    case PROP_ROUNDS:
      g_value_set_uint (value, self->options.rounds);
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, self->options.confidence);
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
    case PROP_FILTER:
      plx_session_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_SEARCH:
      plx_session_set_search (self, g_value_get_string (value));
      break;
    case PROP_AXIS:
      plx_session_set_axis (self, g_value_get_int (value));
      break;
    case PROP_REPORTER_ONLY:
      plx_session_set_reporter_only (self, g_value_get_boolean (value));
      break;
    case PROP_ROUNDS:
      plx_session_set_rounds (self, g_value_get_uint (value));
      break;
    case PROP_CONFIDENCE:
      plx_session_set_confidence (self, g_value_get_double (value));
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
  stop_preparing (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
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
  g_clear_pointer (&self->kept, plx_corpus_kept_unref);
  g_clear_pointer (&self->filter, plx_corpus_filter_free);
  g_clear_pointer (&self->axis, g_free);
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
  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, PLX_TYPE_CORPUS_FILTER, writable);
  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL, NULL, writable);
  properties[PROP_AXIS] =
    g_param_spec_int ("axis", NULL, NULL, PLX_AXIS_ALL, G_MAXINT, PLX_AXIS_ALL, writable);
  properties[PROP_MODIFIED] =
    g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_REPORTER_ONLY] =
    g_param_spec_boolean ("reporter-only", NULL, NULL, FALSE, writable);
  properties[PROP_ROUNDS] =
    g_param_spec_uint ("rounds", NULL, NULL, 0, G_MAXUINT, PLX_BOOTSTRAP_DEFAULT_ROUNDS, writable);
  properties[PROP_CONFIDENCE] =
    g_param_spec_double ("confidence", NULL, NULL, 0.5, 0.999, 0.95, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFINED] = g_signal_new ("refined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_session_init (PlxSession *self)
{
  self->sources = g_list_store_new (PLX_TYPE_SOURCE_ITEM);
  self->options = (PlxSummaryOptions) PLX_SUMMARY_OPTIONS_INIT;
  self->filter = plx_corpus_filter_new ();
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

guint
plx_session_get_n_articles (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), 0);

  return self->kept != NULL ? plx_corpus_kept_get_n_all (self->kept) : 0;
}

PlxCorpusKept *
plx_session_get_kept (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->kept;
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
  take_kept (self, NULL);
  set_state (self, corpus != NULL ? PLX_SESSION_LOADING : PLX_SESSION_EMPTY);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORPUS]);

  if (corpus != NULL)
    {
      self->changed_id = g_signal_connect_swapped (corpus, "changed",
                                                   G_CALLBACK (on_corpus_changed), self);
      start (self);
    }
}

void
plx_session_set_saved (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  set_modified (self, FALSE);
}

const PlxCorpusFilter *
plx_session_get_filter (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->filter;
}

static gboolean
is_reporter (const PlxCorpusFilter *filter)
{
  return filter->voice != NULL && *filter->voice == '\0';
}

void
plx_session_set_filter (PlxSession            *self,
                        const PlxCorpusFilter *filter)
{
  g_autoptr (PlxCorpusFilter) old = NULL;

  g_return_if_fail (PLX_IS_SESSION (self));

  if (plx_corpus_filter_equal (self->filter, filter))
    return;

  old = self->filter;
  self->filter = filter != NULL ? plx_corpus_filter_copy (filter) : plx_corpus_filter_new ();
  start (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  if (g_strcmp0 (old->search, self->filter->search) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  if (is_reporter (old) != is_reporter (self->filter))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORTER_ONLY]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
plx_session_set_search (PlxSession *self,
                        const char *words)
{
  g_autoptr (PlxCorpusFilter) filter = NULL;

  g_return_if_fail (PLX_IS_SESSION (self));

  filter = plx_corpus_filter_copy (self->filter);
  plx_corpus_filter_set_string (filter, &filter->search, words);
  plx_session_set_filter (self, filter);
}

gboolean
plx_session_get_reporter_only (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);

  return is_reporter (self->filter);
}

void
plx_session_set_reporter_only (PlxSession *self,
                               gboolean    reporter_only)
{
  g_autoptr (PlxCorpusFilter) filter = NULL;

  g_return_if_fail (PLX_IS_SESSION (self));

  /* Nobody else's voice is given up for not being the reporter's. */
  if (is_reporter (self->filter) == reporter_only)
    return;
  filter = plx_corpus_filter_copy (self->filter);
  plx_corpus_filter_set_string (filter, &filter->voice, reporter_only ? "" : NULL);
  plx_session_set_filter (self, filter);
}

PlxAxisId
plx_session_get_axis (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), PLX_AXIS_ALL);

  for (guint i = 0; self->axis != NULL && self->summary != NULL && i < self->summary->n_axes; i++)
    {
      if (g_str_equal (self->summary->axes[i].id, self->axis))
        return (PlxAxisId) i;
    }
  return PLX_AXIS_ALL;
}

void
plx_session_set_axis (PlxSession *self,
                      PlxAxisId   axis)
{
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (axis == PLX_AXIS_ALL ||
                    (self->summary != NULL && (guint) axis < self->summary->n_axes));

  if (plx_session_get_axis (self) == axis)
    return;
  g_free (self->axis);
  self->axis = axis != PLX_AXIS_ALL ? g_strdup (self->summary->axes[axis].id) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AXIS]);
}

void
plx_session_set_rounds (PlxSession *self,
                        guint       rounds)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  if (self->options.rounds == rounds)
    return;
  self->options.rounds = rounds;
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUNDS]);
}

void
plx_session_set_confidence (PlxSession *self,
                            double      confidence)
{
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (confidence > 0 && confidence < 1);

  if (self->options.confidence == confidence)
    return;
  self->options.confidence = confidence;
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
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

  start (self);
}

void
plx_session_stop (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  cancel (self);
  if (self->state == PLX_SESSION_LOADING)
    set_state (self, self->summary != NULL ? PLX_SESSION_READY : PLX_SESSION_EMPTY);
}
