#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of analysis/plx-similarity.c.

fit-similarity.py CLI EVAL_DIR

Reads the labelled pairs of EVAL_DIR/pairs/dev: mrpc (does the pair state one fact, yes or no) and
stsnews (how alike, 0 to 5, taken as a share of 5), lets CLI (parallax-cli) print the features of
each pair, and fits one logistic function to both with a ridge penalty of 1, by Newton's method.
stsnews has an intercept of its own while fitting, since "alike" is not the same question as "one
fact"; it is then dropped. Prints the cross-validated figures and the weights to put into the C
file. Needs python3-numpy.
"""
import json
import subprocess
import sys

import numpy


def features(cli, folder, name):
    gold = dict(line.rstrip("\n").split("\t") for line in open(f"{folder}/gold/{name}.tsv"))
    records, labels = [], []
    for line in open(f"{folder}/{name}.tsv", encoding="utf-8"):
        pair, a, b = line.rstrip("\n").split("\t")[:3]
        if pair in gold:
            records.append(json.dumps({"id": pair, "a": a, "b": b}))
            labels.append(float(gold[pair]))
    output = subprocess.run([cli, "similarity", "--features"], input="\n".join(records) + "\n",
                            capture_output=True, text=True, check=True).stdout
    rows = [json.loads(line)["features"] for line in output.splitlines()]
    return list(rows[0]), numpy.array([list(row.values()) for row in rows]), numpy.array(labels)


def fit(x, y, rounds=30, ridge=1.0):
    penalty = numpy.r_[numpy.full(x.shape[1] - 2, ridge), 0, 0]
    w = numpy.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + numpy.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + numpy.diag(penalty) + 1e-9 * numpy.eye(len(w))
        w -= numpy.linalg.solve(hessian, gradient)
    return w


def auc(labels, scores):
    order = numpy.argsort(numpy.argsort(scores, kind="stable"), kind="stable") + 1
    positive = labels.sum()
    return (order[labels == 1].sum() - positive * (positive + 1) / 2) / (
        positive * (len(labels) - positive))


def main():
    cli, folder = sys.argv[1], sys.argv[2] + "/pairs/dev"
    names, x1, y1 = features(cli, folder, "mrpc")
    _, x2, y2 = features(cli, folder, "stsnews")
    x = numpy.r_[numpy.c_[x1, numpy.zeros(len(x1)), numpy.ones(len(x1))],
                 numpy.c_[x2, numpy.ones(len(x2)), numpy.ones(len(x2))]]
    y = numpy.r_[y1, y2 / 5]
    fold = numpy.random.RandomState(0).randint(0, 5, len(y))
    scores = numpy.zeros(len(y))
    for k in range(5):
        w = fit(x[fold != k], y[fold != k])
        w[-2] = 0
        scores[fold == k] = x[fold == k] @ w
    scores = 1 / (1 + numpy.exp(-scores))
    print("cross-validated: mrpc AUC %.4f, stsnews Pearson %.4f" % (
        auc(y1, scores[:len(y1)]), numpy.corrcoef(scores[len(y1):], y2)[0, 1]))
    for name, weight in zip(names + ["(stsnews)", "bias"], fit(x, y)):
        print("%-14s %7.3f" % (name, weight))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
