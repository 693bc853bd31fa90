# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks beside scoring: sentences, quotations, same-fact pairs, saved pages, the five articles.

Each lets parallax-cli write its answers into a directory and hands them to the set's own scorer,
whose lines are printed as they are, below the figure to reach.
"""
import glob
import json
import os
import subprocess

PYTHON = "/usr/bin/python3"


def run(command, **keywords):
    return subprocess.run(command, capture_output=True, text=True, **keywords)


def show(title, folder, command, keep=lambda line: True):
    """Runs a scorer and prints those of its lines that keep() wants."""
    print(title)
    if not os.path.isdir(folder):
        print("  skipped: %s is not there" % folder)
        return
    done = run(command)
    lines = [line for line in done.stdout.splitlines() if keep(line)]
    for line in lines or ["failed: " + done.stderr.strip().rsplit("\n", 1)[-1]]:
        print("  " + line.strip())


def measure_sentences(options, directory):
    base = os.path.join(options.eval, "sentences")
    for split in ("dev", "seeds"):
        out = os.path.join(directory, "sentences-" + split)
        texts = sorted(glob.glob(os.path.join(base, split, "text", "*.txt")))
        run([options.cli, "sentences", "--output-dir", out] + texts)
        show("sentences %s (news .98, web .92; seeds 1)" % split, os.path.join(base, split),
             [PYTHON, os.path.join(base, "score_sentences.py"), split, out],
             lambda line: " NEWS " in line or " WEB " in line)


def measure_quotes(options, directory):
    base = os.path.join(options.eval, "quotes")
    for split in ("dev", "check", "seeds"):
        out = os.path.join(directory, "quotes-%s.jsonl" % split)
        texts = sorted(glob.glob(os.path.join(base, split, "text", "*.txt")))
        with open(out, "w", encoding="utf-8") as file:
            file.write(run([options.cli, "quotes"] + texts).stdout)
        for subset, goal in (("speech", "F1 .80, speaker .92, joint .70"), ("direct", "F1 .95")):
            show("quotes %s, %s (%s)" % (split, subset, goal), os.path.join(base, split),
                 [PYTHON, os.path.join(base, "score_quotes.py"), split, out, "--subset", subset])


def write_jsonl(path, records):
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")


def measure_pairs(options, directory):
    base = os.path.join(options.eval, "pairs")
    for name, goal in (("mrpc", "AUC .81"), ("stsnews", "r .72"), ("pool", "recall@1 .95")):
        source = os.path.join(base, "dev", name + ".tsv")
        if not os.path.exists(source):
            continue
        with open(source, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        records, out = os.path.join(directory, name + ".jsonl"), os.path.join(directory, name + ".tsv")
        if name == "pool":
            write_jsonl(records, [{"id": row[0], "text": row[1]} for row in rows])
            answer = run([options.cli, "align", "--format", "pairs", records]).stdout
        else:
            write_jsonl(records, [{"id": row[0], "a": row[1], "b": row[2]} for row in rows])
            said = run([options.cli, "similarity", records]).stdout.splitlines()
            answer = "".join("%s\t%s\n" % (record["id"], record["score"])
                             for record in map(json.loads, said))
        with open(out, "w", encoding="utf-8") as file:
            file.write(answer)
        show("pairs %s (%s)" % (name, goal), os.path.join(base, "dev"),
             [PYTHON, os.path.join(base, "score_pairs.py"), "dev", name, out])


def measure_extract(options, directory):
    base = os.path.join(options.eval, "extract")
    for name, pages, command in (
            ("pages", "dev/html/*", ["score_extract.py", "dev"]),
            ("segments", "sets/segments/dev/html/*", ["score_sets.py", "segments", "dev"]),
            ("dates", "sets/dates/dev/html/*", ["score_sets.py", "dates", "dev"])):
        out = os.path.join(directory, "extract-" + name)
        files = sorted(glob.glob(os.path.join(base, pages)))
        if files:
            run([options.cli, "extract", "--output-dir", out] + files)
        show("extract %s" % name, os.path.dirname(os.path.join(base, pages)),
             [PYTHON, os.path.join(base, command[0])] + command[1:] + [out])


def measure_seeds(options, directory):
    base = os.path.join(options.eval, "seeds")
    articles = sorted(glob.glob(os.path.join(options.eval, "..", "seeds", "*.txt")))
    scorer = [PYTHON, os.path.join(base, "score_seeds.py")]
    out = os.path.join(directory, "seeds")
    if not articles:
        return
    run([options.cli, "extract", "--output-dir", out] + articles)
    show("five articles, body (82/82, at most 1 leak)", base, scorer + ["body", out],
         lambda line: line.startswith("TOTAL"))

    with open(os.path.join(base, "sentences.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    records = os.path.join(directory, "seeds.jsonl")
    write_jsonl(records, [{"id": row[0], "source": row[1], "text": row[2]} for row in rows])
    pairs, facts = os.path.join(directory, "pairs.tsv"), os.path.join(directory, "facts.txt")
    with open(pairs, "w", encoding="utf-8") as file:
        file.write(run([options.cli, "align", "--format", "pairs", "--threshold", "0.1", records]).stdout)
    claims = json.loads(run([options.cli, "align", records]).stdout)["claims"]
    with open(facts, "w", encoding="utf-8") as file:
        for claim in claims:
            file.write(" ".join(member["id"] for member in claim["members"]) + "\n")
    show("five articles, same-fact pairs (F1 .93)", base, scorer + ["pairs", pairs],
         lambda line: line.startswith("pairs"))
    show("five articles, facts (62 of 69 source cells)", base, scorer + ["facts", facts],
         lambda line: line.startswith(("facts", "source")))


TASKS = [measure_sentences, measure_quotes, measure_pairs, measure_extract, measure_seeds]
