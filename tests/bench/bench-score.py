#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-score.py CLI SAMPLES [MEGABYTES...]: how `parallax-cli score` grows.

Builds articles out of the sentences of the text files in the folder SAMPLES, and scores 1, 10 and
100 MB of them (or as many as are given): CPU seconds beside those of `wc -w`, and the most memory
it took, which must not grow. Then 10 MB with two jobs, and with lexicons of 6,000 and 200,000
entries.

    meson test --benchmark -C build score
    tests/bench/bench-score.py build/app/cli/parallax-cli data/samples 1 1000
"""
import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

MAX_MEMORY_KB = 32 * 1024
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8')


def run(*command):
    """Runs a command. Returns its user CPU and elapsed seconds, and its peak memory in kB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit('%s failed' % ' '.join(command))
    return usage.ru_utime, time.monotonic() - start, usage.ru_maxrss


def score(cli, path, *options):
    return run(cli, 'score', '--input', 'jsonl', '--format', 'jsonl', *options, path)


def read_sentences(folder):
    text = ' '.join(open(path, encoding='utf-8').read()
                    for path in sorted(glob.glob(os.path.join(folder, '*.txt'))))
    return [s for s in re.split(r'(?<=[.?!]) +|\s*\n\s*', text) if len(s) > 20]


def write_articles(path, sentences, megabytes):
    """One megabyte is made up; what is larger repeats it."""
    random.seed(1)
    lines = []
    size = 0
    while size < 1e6:
        text = ' '.join(random.choices(sentences, k=20))
        lines.append(json.dumps({'id': 'a%d' % len(lines), 'source': 's%d' % (len(lines) % 5),
                                 'title': random.choice(sentences), 'text': text}) + '\n')
        size += len(lines[-1])
    block = ''.join(lines)
    with open(path, 'w', encoding='utf-8') as file:
        for _ in range(megabytes):
            file.write(block)


def write_lexicon(path, n):
    """Invented words, so that both lexicons find the same, which is next to nothing."""
    syllables = [c + v for c in 'bdfgklmnprstvz' for v in 'aeiou']
    k = len(syllables)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('#parallax-lexicon 1\n#axis tone negative positive\npattern\trole\taxis\tweight\n')
        file.write('good\tcue\ttone\t1\nbad\tcue\ttone\t-1\n')
        for i in range(n - 2):
            word = syllables[i % k] + syllables[i // k % k] + syllables[i // k // k % k] + 'x'
            file.write('%s\tcue\ttone\t%s\n' % (word, '1' if i % 2 else '-1'))


def main():
    cli, samples = sys.argv[1:3]
    sizes = [int(size) for size in sys.argv[3:]] or [1, 10, 100]
    sentences = read_sentences(samples)
    too_large = False
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'articles.jsonl')
        for size in sizes:
            write_articles(path, sentences, size)
            words, _, _ = run('wc', '-w', path)
            user, _, memory = score(cli, path)
            print('%5d MB %8.3f s user (%5.1f ns a byte), %.1f times wc -w, %6d kB'
                  % (size, user, user * 1e3 / size, user / max(words, 0.001), memory))
            too_large |= memory > MAX_MEMORY_KB

        write_articles(path, sentences, 10)
        one = min(score(cli, path)[1] for _ in range(3))
        two = min(score(cli, path, '--jobs', '2')[1] for _ in range(3))
        print('2 jobs: %.2f times as fast as one' % (one / two))

        seconds = {}
        for n in 6000, 200000:
            lexicon = os.path.join(folder, 'lexicon-%d.tsv' % n)
            write_lexicon(lexicon, n)
            open(os.path.join(folder, 'empty.jsonl'), 'w').close()
            loading = min(score(cli, os.path.join(folder, 'empty.jsonl'), '--lexicon', lexicon)[0]
                          for _ in range(3))
            seconds[n] = min(score(cli, path, '--lexicon', lexicon)[0] for _ in range(3)) - loading
            print('%6d entries: %.3f s user, and %.3f s to read them' % (n, seconds[n], loading))
        print('200,000 entries take %.2f times as long as 6,000' % (seconds[200000] / seconds[6000]))
    if too_large:
        sys.exit('more than %d kB were needed' % MAX_MEMORY_KB)


if __name__ == '__main__':
    main()
