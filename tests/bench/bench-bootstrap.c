/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/summary/plx-bootstrap.h"

#include <stdlib.h>
#include <time.h>

/* bench-bootstrap [UNITS ROUNDS]: CPU seconds for the interval of one mean on three axes.
 * bootstrap.py beside it draws the same with NumPy, and prints both. */
int
main (int   argc,
      char *argv[])
{
  guint32 n = argc > 1 ? (guint32) atoi (argv[1]) : 1000;
  guint rounds = argc > 2 ? (guint) atoi (argv[2]) : 1000;
  g_autofree float *units = g_new0 (float, (gsize) n * 4);
  g_autofree float *values = g_new (float, (gsize) rounds * 3);
  float drawn[4];
  PlxRandom random;
  clock_t start;
  double low, high;

  plx_random_init (&random, 1);
  for (guint32 i = 0; i < n; i++)
    {
      units[i * 4] = 1.0f;
      for (guint k = 1; k < 4; k++)
        units[i * 4 + k] = (float) plx_random_below (&random, 2001) / 1000.0f - 1.0f;
    }
  start = clock ();
  for (guint round = 0; round < rounds; round++)
    {
      plx_bootstrap_draw (&random, units, n, 4, drawn);
      for (guint axis = 0; axis < 3; axis++)
        values[axis * rounds + round] = drawn[1 + axis] / drawn[0];
    }
  for (guint axis = 0; axis < 3; axis++)
    {
      plx_bootstrap_interval (values + axis * rounds, rounds, 0.95, &low, &high);
      g_print ("axis %u: %+.4f %+.4f\n", axis, low, high);
    }
  g_print ("parallax %.4f s for %u rounds of %u units on 3 axes\n",
           (double) (clock () - start) / CLOCKS_PER_SEC, rounds, n);
  return 0;
}
