/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The generator of the bootstrap: xoshiro256++ by Blackman and Vigna (2019), seeded through
 * splitmix64, both in the public domain. GLib's Mersenne Twister keeps 2.5 kB of state for each
 * generator and takes three times as long a draw. The same seed gives the same draws everywhere. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 s[4];
} PlxRandom;

static inline guint64
plx_random_rotate (guint64 x,
                   int     k)
{
  return (x << k) | (x >> (64 - k));
}

static inline void
plx_random_init (PlxRandom *self,
                 guint64    seed)
{
  for (guint i = 0; i < 4; i++)
    {
      guint64 z = (seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

      z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      self->s[i] = z ^ (z >> 31);
    }
}

static inline guint64
plx_random_next (PlxRandom *self)
{
  guint64 result = plx_random_rotate (self->s[0] + self->s[3], 23) + self->s[0];
  guint64 t = self->s[1] << 17;

  self->s[2] ^= self->s[0];
  self->s[3] ^= self->s[1];
  self->s[1] ^= self->s[2];
  self->s[0] ^= self->s[3];
  self->s[2] ^= t;
  self->s[3] = plx_random_rotate (self->s[3], 45);
  return result;
}

/* plx_random_below: Returns: 0 … @n - 1, each equally likely but for at most n in 2^32 */
static inline guint32
plx_random_below (PlxRandom *self,
                  guint32    n)
{
  return (guint32) (((plx_random_next (self) >> 32) * n) >> 32);
}

G_END_DECLS
