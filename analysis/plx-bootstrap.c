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

static void
draw_four (PlxRandom   *random,
           const float *sums,
           guint32      n,
           float       *out)
{
  const FourFloats *units = (const FourFloats *) sums;
  FourFloats a = { 0 };
  FourFloats b = { 0 };
  guint32 i;

  for (i = 0; i + 4 <= n && n <= MAX_SHORT_DRAW; i += 4)
    {
      guint64 bits = plx_random_next (random);

      a += units[(bits & 0xffff) * n >> 16];
      b += units[(bits >> 16 & 0xffff) * n >> 16];
      a += units[(bits >> 32 & 0xffff) * n >> 16];
      b += units[(bits >> 48) * n >> 16];
    }
  for (; i < n; i++)
    a += units[plx_random_below (random, n)];
  a += b;
  memcpy (out, &a, sizeof a);
}

void
plx_bootstrap_draw (PlxRandom   *random,
                    const float *sums,
                    guint32      n,
                    guint        stride,
                    float       *out_sums)
{
  if (stride == 4)
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

/* With few rounds the quantiles stand among the first and last few values: these are kept in
 * order while the others pass by, which costs one comparison each. */
#define MAX_TAIL 16

static void
find_tails (const float *values,
            guint        n,
            guint        tail,
            double      *out_low,
            double      *out_high)
{
  float low[MAX_TAIL + 1];
  float high[MAX_TAIL + 1];

  for (guint k = 0; k <= tail; k++)
    {
      low[k] = G_MAXFLOAT;
      high[k] = -G_MAXFLOAT;
    }
  for (guint i = 0; i < n; i++)
    {
      float value = values[i];

      if (!((value < low[tail]) | (value > high[tail])))
        continue;
      if (value < low[tail])
        {
          guint k;

          for (k = tail; k > 0 && low[k - 1] > value; k--)
            low[k] = low[k - 1];
          low[k] = value;
        }
      if (value > high[tail])
        {
          guint k;

          for (k = tail; k > 0 && high[k - 1] < value; k--)
            high[k] = high[k - 1];
          high[k] = value;
        }
    }
  *out_low = low[tail];
  *out_high = high[tail];
}

void
plx_bootstrap_interval (float  *values,
                        guint   n,
                        double  confidence,
                        double *out_low,
                        double *out_high)
{
  double tail = (1.0 - confidence) / 2.0;
  guint low = (guint) floor (tail * (n - 1) + 0.5);

  if (low <= MAX_TAIL && low * 2 < n)
    {
      find_tails (values, n, low, out_low, out_high);
      return;
    }
  *out_low = select_rank (values, n, low);
  *out_high = select_rank (values, n, n - 1 - low);
}
