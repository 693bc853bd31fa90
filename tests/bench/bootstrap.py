#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bootstrap.py BENCH [UNITS ROUNDS]: what bench-bootstrap does, with NumPy, as one would write it,
beside BENCH, which is bench-bootstrap: CPU seconds of both, in turn. Skipped without NumPy."""
import re
import subprocess
import sys
import time

try:
    import numpy
except ImportError:
    print("python3-numpy is not installed")
    sys.exit(77)

TRIES = 5


def draw(n, rounds):
    generator = numpy.random.default_rng(1)
    scores = generator.uniform(-1, 1, (n, 3))
    start = time.process_time()
    # a round at a time: all rounds at once would take gigabytes for large n, and is no faster
    means = numpy.empty((rounds, 3))
    for i in range(rounds):
        means[i] = scores[generator.integers(0, n, n)].mean(axis=0)
    numpy.quantile(means, [0.025, 0.975], axis=0)
    return time.process_time() - start


def run(bench, n, rounds):
    output = subprocess.run([bench, str(n), str(rounds)], check=True, capture_output=True, text=True)
    return float(re.search(r"parallax ([0-9.]+) s", output.stdout).group(1))


def main():
    bench = sys.argv[1]
    sizes = [(100, 5000), (1000, 1000), (20000, 200)]
    if len(sys.argv) > 3:
        sizes = [tuple(map(int, sys.argv[2:4]))]
    for n, rounds in sizes:
        pairs = [(run(bench, n, rounds), draw(n, rounds)) for _ in range(TRIES)]
        ours, theirs = (min(column) for column in zip(*pairs))
        print("%6d rounds of %6d units on 3 axes: parallax %.4f s, numpy %.4f s: %.1f times faster"
              % (rounds, n, ours, theirs, theirs / max(ours, 1e-6)))


main()
