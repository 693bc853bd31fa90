/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-bootstrap.h"

#include <math.h>
#include <string.h>

/* Up to so many units four draws are made of one random number, 16 bits each: none of them is then
 * more likely than another by more than one part in 16. */
#define MAX_SHORT_DRAW 4096

/* Four floats that one instruction adds; GCC and Clang have the type on every machine. */
typedef float FourFloats __attribute__ ((vector_size (16), aligned (4)));

/* How many of @n draws are made four at a time. */
static inline guint32
count_short (guint32 n)
{
  return n <= MAX_SHORT_DRAW ? n & ~3u : 0;
}

static inline guint32
pick (guint64 bits,
      guint   part,
      guint32 n)
{
  return (guint32) ((bits >> 16 * part & 0xffff) * n >> 16);
}

static void
draw_four (PlxRandom   *random,
           const float *sums,
           guint32      n,
           float       *out)
{
  const FourFloats *units = (const FourFloats *) sums;
  FourFloats a = { 0 };
  FourFloats b = { 0 };
  guint32 n_short = count_short (n);

  for (guint32 i = 0; i < n_short; i += 4)
    {
      guint64 bits = plx_random_next (random);

      a += units[pick (bits, 0, n)];
      b += units[pick (bits, 1, n)];
      a += units[pick (bits, 2, n)];
      b += units[pick (bits, 3, n)];
    }
  for (guint32 i = n_short; i < n; i++)
    a += units[plx_random_below (random, n)];
  a += b;
  memcpy (out, &a, sizeof a);
}

void
plx_bootstrap_draw_indices (PlxRandom *random,
                            guint32    n,
                            guint8    *out_indices)
{
  guint32 n_short = count_short (n);

  for (guint32 i = 0; i < n_short; i += 4)
    {
      guint64 bits = plx_random_next (random);

      for (guint part = 0; part < 4; part++)
        out_indices[i + part] = (guint8) pick (bits, part, n);
    }
  for (guint32 i = n_short; i < n; i++)
    out_indices[i] = (guint8) plx_random_below (random, n);
}

static inline FourFloats
add_up (const FourFloats *units,
        const guint8     *indices,
        guint32           n)
{
  FourFloats a = { 0 };
  FourFloats b = { 0 };
  guint32 n_short = count_short (n);

  for (guint32 i = 0; i < n_short; i += 4)
    {
      a += units[indices[i]];
      b += units[indices[i + 1]];
      a += units[indices[i + 2]];
      b += units[indices[i + 3]];
    }
  for (guint32 i = n_short; i < n; i++)
    a += units[indices[i]];
  return a + b;
}

void
plx_bootstrap_average (const float  *sums,
                       const guint8 *indices,
                       guint32       n,
                       guint         rounds,
                       float        *out_rows)
{
  const FourFloats *units = (const FourFloats *) sums;
  FourFloats *rows = (FourFloats *) out_rows;

  for (guint round = 0; round < rounds; round++, indices += n)
    {
      FourFloats drawn = add_up (units, indices, n);

      rows[round] = drawn / (FourFloats) { drawn[0], drawn[0], drawn[0], drawn[0] };
    }
}

void
plx_bootstrap_draw (PlxRandom   *random,
                    const float *sums,
                    guint32      n,
                    guint        stride,
                    float       *out_sums)
{
  if (stride == PLX_BOOTSTRAP_FAST_STRIDE)
    {
      draw_four (random, sums, n, out_sums);
      return;
    }
  memset (out_sums, 0, stride * sizeof *out_sums);
  for (guint32 i = 0; i < n; i++)
    {
      const float *unit = sums + (gsize) plx_random_below (random, n) * stride;

      for (guint k = 0; k < stride; k++)
        out_sums[k] += unit[k];
    }
}

/* The value that stands at @rank once sorted, by Hoare's selection: a sort would do much more. */
static float
select_rank (float *values,
             guint  n,
             guint  rank)
{
  guint low = 0;
  guint high = n - 1;

  while (low < high)
    {
      float pivot = values[(low + high) / 2];
      guint i = low;
      guint j = high;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i <= j)
            {
              float swap = values[i];

              values[i++] = values[j];
              values[j] = swap;
              if (j == 0)
                break;
              j--;
            }
        }
      if (rank <= j)
        high = j;
      else if (rank >= i)
        low = i;
      else
        break;
    }
  return values[rank];
}

static guint
count_tail (guint  n,
            double confidence)
{
  return (guint) floor ((1.0 - confidence) / 2.0 * (n - 1) + 0.5);
}

void
plx_bootstrap_interval (float  *values,
                        guint   n,
                        double  confidence,
                        double *out_low,
                        double *out_high)
{
  guint tail = count_tail (n, confidence);

  *out_low = select_rank (values, n, tail);
  *out_high = select_rank (values, n, n - 1 - tail);
}

/* With few rounds the quantiles stand among the first and last few values. These are kept in order
 * while the others pass by: each value is let down a ladder of minima and one of maxima, without a
 * branch that could be guessed wrong, and the four columns side by side. */
#define MAX_TAIL 15

typedef struct
{
  FourFloats low[MAX_TAIL + 1];
  FourFloats high[MAX_TAIL + 1];
} Ladders;

/* One instruction each, where the processor has it. */
static inline FourFloats
get_lesser (FourFloats a,
            FourFloats b)
{
  FourFloats result;

  for (guint k = 0; k < 4; k++)
    result[k] = a[k] < b[k] ? a[k] : b[k];
  return result;
}

static inline FourFloats
get_greater (FourFloats a,
             FourFloats b)
{
  FourFloats result;

  for (guint k = 0; k < 4; k++)
    result[k] = a[k] > b[k] ? a[k] : b[k];
  return result;
}

gboolean
plx_bootstrap_intervals (const float *rows,
                         guint        n,
                         double       confidence,
                         float       *out_low,
                         float       *out_high)
{
  const FourFloats *row = (const FourFloats *) rows;
  guint tail = count_tail (n, confidence);
  Ladders ladders;

  if (tail > MAX_TAIL || tail * 2 >= n)
    return FALSE;

  for (guint rung = 0; rung <= tail; rung++)
    {
      ladders.low[rung] = (FourFloats) { G_MAXFLOAT, G_MAXFLOAT, G_MAXFLOAT, G_MAXFLOAT };
      ladders.high[rung] = -ladders.low[rung];
    }
  for (guint i = 0; i < n; i++)
    {
      FourFloats falling = row[i];
      FourFloats rising = row[i];

      for (guint rung = 0; rung <= tail; rung++)
        {
          FourFloats low = ladders.low[rung];
          FourFloats high = ladders.high[rung];

          ladders.low[rung] = get_lesser (falling, low);
          falling = get_greater (falling, low);
          ladders.high[rung] = get_greater (rising, high);
          rising = get_lesser (rising, high);
        }
    }
  memcpy (out_low, &ladders.low[tail], sizeof ladders.low[tail]);
  memcpy (out_high, &ladders.high[tail], sizeof ladders.high[tail]);
  return TRUE;
}
