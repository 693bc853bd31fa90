#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Parallax on the labelled development sets and prints one table.

  accuracy.py [--cli PATH] [--eval DIR] [--set NAME]... [--dump DIR] [--lexicon-dir DIR]

Scores each set with parallax-cli and each set's own scorer. Where a set or a command is not there,
its line says so and nothing fails. The peers' figures were measured on the other halves of the
sets, which are kept apart, so compare them with care. --dump keeps what was scored as DIR/SET.tsv
(id, score) and DIR/SET.jsonl (all that the program said).
"""
import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

from tasks import TASKS

HERE = os.path.dirname(os.path.abspath(__file__))

# set: (best peer, its figures, figures to reach); r and macro-F1
TONE = {
    "nyt": (("LSD2015 .550/.570", "ridge .606/.605"), (0.60, 0.605)),
    "sem07_headlines": (("LSD2015 .581/.538", "ridge .634/.560"), (0.63, 0.56)),
    "newsmtsc_rw": (("LSD2015 .369/.540", "ridge .433/.542"), (0.45, 0.56)),
    "newsmtsc_mt": (("LSD2015 .337/.504", "ridge .351/.497"), (0.40, 0.55)),
    "dsa_political": (("AFINN .331/.444", "ridge .356/.454"), (0.38, 0.50)),
    "wcl50_phrases": (("LSD2015 .656/.777", "ridge .683/.816"), (0.69, 0.82)),
    "fpb": (("AFINN .353/.547", "ridge .402/.518"), (0.41, 0.56)),
    "gwsd_stance": (("AFINN .015/.339", "VADER -.004/.370"), (0.25, 0.42)),
}
# r, class-balanced sign, macro-F1
RELATIONS = {
    "thaw400": (("VADER r .34", "CAMEO verbs r .37", "untuned .71"), (0.65, 0.78, 0.60)),
    "plv": ((), (0.65, 0.80, None)),
    "cameo_class": ((), (0.60, 0.78, 0.55)),
    "cameo100": ((), (0.60, None, None)),
    "plover_gsr": ((), (None, None, None)),
    "cameo_codebook": ((), (None, None, None)),
}


def load_scorer(path):
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(path):
    with open(path, encoding="utf-8") as file:
        head = file.readline().rstrip("\n").split("\t")
        return [dict(zip(head, line.rstrip("\n").split("\t"))) for line in file]


def run_score(options, name, rows, with_target):
    """Scores the rows; returns the records of the program's answer, by row."""
    lines = []
    for number, row in enumerate(rows):
        record = {"id": str(number), "text": row["text"]}
        if with_target and row.get("target"):
            record["target"] = row["target"]
        lines.append(json.dumps(record, ensure_ascii=False))
    command = [options.cli, "score", "--input", "jsonl", "--format", "jsonl"]
    if options.dump:
        command.append("--explain")
    environment = dict(os.environ)
    if options.lexicon_dir:
        environment["PLX_LEXICON_DIR"] = options.lexicon_dir
    result = subprocess.run(command, input="\n".join(lines) + "\n", encoding="utf-8",
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    if not result.stdout:
        raise RuntimeError(result.stderr.strip().split("\n")[-1])
    if options.dump:
        with open(os.path.join(options.dump, name + ".jsonl"), "w", encoding="utf-8") as file:
            file.write(result.stdout)
    return [json.loads(line) for line in result.stdout.splitlines()]


def write_predictions(options, name, rows, answers, axis, directory):
    path = os.path.join(options.dump or directory, name + ".tsv")
    with open(path, "w", encoding="utf-8") as file:
        for row, answer in zip(rows, answers):
            file.write("%s\t%.6f\n" % (row["id"], answer["axes"][axis]["score"]))
    return path


def mark(value, goal):
    if goal is None:
        return "%.3f      " % value
    return "%.3f%s%.3f" % (value, " ≥ " if value >= goal else " < ", goal)


def measure_tone(options, directory):
    folder = os.path.join(options.eval, "tone")
    if not os.path.isdir(folder):
        print("tone: skipped, %s is not there" % folder)
        return
    scorer = load_scorer(os.path.join(folder, "score_tone.py"))
    print("%-18s %5s  %-14s %-14s  peers" % ("tone", "n", "r", "macro-F1"))
    for name, (peers, goals) in TONE.items():
        path = os.path.join(folder, "dev", name + ".tsv")
        if (options.set and name not in options.set) or not os.path.exists(path):
            continue
        rows = read_rows(path)
        answers = run_score(options, name, rows, with_target=True)
        axis = "stance" if name == "gwsd_stance" else "tone"
        predictions = write_predictions(options, name, rows, answers, axis, directory)
        result = scorer.score(predictions, path)
        print("%-18s %5d  %-14s %-14s  %s" % (
            name, result["n"], mark(result["pearson"], goals[0]), mark(result["best_f1"], goals[1]),
            ", ".join(peers)))


def measure_relations(options, directory):
    folder = os.path.join(options.eval, "relations")
    if not os.path.isdir(folder):
        print("relations: skipped, %s is not there" % folder)
        return
    scorer = load_scorer(os.path.join(folder, "score_axis.py"))
    print("%-18s %5s  %-14s %-14s %-14s  peers" % ("relations", "n", "r", "balanced sign", "macro-F1"))
    for name, (peers, goals) in RELATIONS.items():
        path = os.path.join(folder, name + ".tsv")
        if (options.set and name not in options.set) or not os.path.exists(path):
            continue
        rows = read_rows(path)
        answers = run_score(options, name, rows, with_target=False)
        predictions = write_predictions(options, name, rows, answers, "relations", directory)
        gold, scores = scorer.read_gold(path), scorer.read_pred(predictions)
        band = scorer.tune(gold, scores, 0.5)
        result = scorer.evaluate(gold, scores, band, 0.5)
        print("%-18s %5d  %-14s %-14s %-14s  %s" % (
            name, result["n"], mark(result["r"], goals[0]), mark(result["bal"], goals[1]),
            mark(result["macroF1"], goals[2]), ", ".join(peers)))


# What else can be measured adds its function here; each takes the options and a scratch directory.
MEASURES = [measure_tone, measure_relations] + TASKS


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=os.environ.get("PLX_CLI", "parallax-cli"))
    parser.add_argument("--eval", default=os.environ.get("PLX_EVAL_DIR"))
    parser.add_argument("--set", action="append", help="only this set; may be repeated")
    parser.add_argument("--dump", help="keep predictions and explanations in this directory")
    parser.add_argument("--lexicon-dir", help="read lexicons from here, not those built in")
    options = parser.parse_args()

    if not options.eval or not os.path.isdir(options.eval):
        print("accuracy: skipped, the labelled sets are not there (set PLX_EVAL_DIR)")
        return 77
    if options.dump:
        os.makedirs(options.dump, exist_ok=True)
    failed = False
    with tempfile.TemporaryDirectory() as directory:
        for measure in MEASURES:
            try:
                measure(options, directory)
            except (OSError, RuntimeError, ValueError, KeyError) as problem:
                print("%s: failed: %s" % (measure.__name__, problem))
                failed = True
            print()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
