#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bootstrap.py [UNITS ROUNDS]: what bench-bootstrap does, with NumPy, as one would write it."""
import sys
import time

import numpy

n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
generator = numpy.random.default_rng(1)
scores = generator.uniform(-1, 1, (n, 3))
start = time.process_time()
# a round at a time: all rounds at once would take gigabytes for large n, and is no faster
means = numpy.empty((rounds, 3))
for i in range(rounds):
    means[i] = scores[generator.integers(0, n, n)].mean(axis=0)
low, high = numpy.quantile(means, [0.025, 0.975], axis=0)
print(low, high)
print("numpy %.4f s for %d rounds of %d units on 3 axes" % (time.process_time() - start, rounds, n))
