/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-resampler.h"

#include "plx-bootstrap.h"

#define MAX_ROUNDS 10000
/* Draws are kept as bytes, of articles of up to so many sentences, and no more than so many. */
#define MAX_KEPT_SENTENCES 255
#define MAX_KEPT_BYTES (2 * 1024 * 1024)

struct _PlxResampler
{
  guint    rounds;
  guint64  seed;
  double   confidence;

  GArray  *units;  /* of float: `stride` for each sentence of the article */
  float   *means;  /* of each round `stride`: 1, then one for each axis */
  float   *column; /* one axis of them */
  guint8  *draws[MAX_KEPT_SENTENCES + 1]; /* by number of sentences; NULL: not made */
  gsize    n_kept;
};

PlxResampler *
plx_resampler_new (guint   rounds,
                   guint64 seed,
                   double  confidence)
{
  PlxResampler *self = g_new0 (PlxResampler, 1);

  self->rounds = MIN (rounds, MAX_ROUNDS);
  self->seed = seed;
  self->confidence = confidence;
  self->units = g_array_new (FALSE, FALSE, sizeof (float));
  self->means = g_new (float, (gsize) self->rounds * plx_bootstrap_stride (PLX_MAX_AXES));
  self->column = g_new (float, self->rounds);
  return self;
}

void
plx_resampler_free (PlxResampler *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i <= MAX_KEPT_SENTENCES; i++)
    g_free (self->draws[i]);
  g_array_unref (self->units);
  g_free (self->means);
  g_free (self->column);
  g_free (self);
}

/* The draws of all rounds from @n sentences; NULL if they are not worth keeping. */
static const guint8 *
ensure_draws (PlxResampler *self,
              guint32       n)
{
  gsize size = (gsize) self->rounds * n;
  PlxRandom random;

  if (n > MAX_KEPT_SENTENCES)
    return NULL;
  if (self->draws[n] != NULL || self->n_kept + size > MAX_KEPT_BYTES)
    return self->draws[n];

  self->draws[n] = g_malloc (size);
  self->n_kept += size;
  plx_random_init (&random, self->seed);
  for (guint round = 0; round < self->rounds; round++)
    plx_bootstrap_draw_indices (&random, n, self->draws[n] + (gsize) round * n);
  return self->draws[n];
}

static void
take_units (PlxResampler     *self,
            const PlxReading *reading,
            guint             stride)
{
  float *unit;

  g_array_set_size (self->units, reading->sentences->len * stride);
  unit = (float *) (gpointer) self->units->data;
  for (guint i = 0; i < reading->sentences->len; i++, unit += stride)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      double weight = plx_reading_sentence_weight (reading, sentence);

      unit[0] = (float) weight;
      for (guint k = 1; k < stride; k++)
        unit[k] = k <= reading->n_axes ? (float) (weight * sentence->axes[k - 1].score) : 0.0f;
    }
}

/* Draws the article anew in each round, and notes the mean on every axis. */
static void
draw_means (PlxResampler *self,
            guint32       n,
            guint         stride)
{
  const float *units = (const float *) (gconstpointer) self->units->data;
  const guint8 *draws = stride == PLX_BOOTSTRAP_FAST_STRIDE ? ensure_draws (self, n) : NULL;
  PlxRandom random;

  if (draws != NULL)
    {
      plx_bootstrap_average (units, draws, n, self->rounds, self->means);
      return;
    }

  plx_random_init (&random, self->seed);
  for (guint round = 0; round < self->rounds; round++)
    {
      float *means = self->means + (gsize) round * stride;
      float weight;

      plx_bootstrap_draw (&random, units, n, stride, means);
      weight = means[0];
      for (guint k = 0; k < stride; k++)
        means[k] /= weight;
    }
}

/* The interval on one axis, by the way that goes with any number of axes and rounds. */
static void
find_interval (PlxResampler *self,
               guint         axis,
               guint         stride,
               float        *out_low,
               float        *out_high)
{
  double low, high;

  for (guint round = 0; round < self->rounds; round++)
    self->column[round] = self->means[(gsize) round * stride + 1 + axis];
  plx_bootstrap_interval (self->column, self->rounds, self->confidence, &low, &high);
  *out_low = (float) low;
  *out_high = (float) high;
}

void
plx_resampler_run (PlxResampler     *self,
                   const PlxReading *reading,
                   double           *out_low,
                   double           *out_high)
{
  float low[PLX_MAX_AXES + 4], high[PLX_MAX_AXES + 4];
  guint stride;

  g_return_if_fail (self != NULL && reading != NULL && out_low != NULL && out_high != NULL);

  for (guint axis = 0; axis < reading->n_axes; axis++)
    out_low[axis] = out_high[axis] = reading->axes[axis].score;
  if (self->rounds == 0 || reading->sentences->len < 2)
    return;

  stride = plx_bootstrap_stride (reading->n_axes);
  take_units (self, reading, stride);
  draw_means (self, reading->sentences->len, stride);
  if (stride != PLX_BOOTSTRAP_FAST_STRIDE ||
      !plx_bootstrap_intervals (self->means, self->rounds, self->confidence, low, high))
    {
      for (guint axis = 0; axis < reading->n_axes; axis++)
        find_interval (self, axis, stride, &low[1 + axis], &high[1 + axis]);
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      if (reading->axes[axis].n_cues == 0)
        continue;
      out_low[axis] = low[1 + axis];
      out_high[axis] = high[1 + axis];
    }
}
