#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence of the evidence by keys: copied with its source, put right by its menu, and undone."""

import shutil
import subprocess

from plx_at import Focus, find, find_all, key, run, skip, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

SENTENCES = 'Sentences, strongest first'


def copied():
    run = subprocess.run(['xclip', '-o', '-selection', 'clipboard'], capture_output=True, timeout=10)
    return run.stdout.decode()


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')
    focus = Focus()

    def said():
        return focus.node.get_name() if focus.get_role() else ''

    def choose(label):
        for _ in range(20):
            if wait(lambda: label in said(), 0.3):
                key('Return')
                return
            key('Down')
        raise AssertionError(f'the menu has no “{label}”')

    def has_corrected():
        return bool(find_all(find(window, 'list', SENTENCES), None,
                             lambda said: '1 cue corrected' in said))

    find(window, 'list', SENTENCES)
    key('F6')
    while not wait(lambda: said() == 'Sentences shown', 1):
        key('F6')
    focus.tab_to('list item')
    if shutil.which('xclip'):
        key('ctrl+c')
        assert wait(lambda: copied().startswith('“') and '” — ' in copied()), copied()
        key('ctrl+shift+c')
        assert wait(lambda: copied().startswith('source\t') and copied().count('\n') > 20), copied()

    # One of its cues is none here: said on the row, and taken back.
    key('shift+F10')
    choose('“')
    choose('Not a Cue Here')
    assert wait(has_corrected), 'no correction is shown'
    key('ctrl+z')
    assert wait(lambda: not has_corrected()), 'the correction stays'
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
