#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of words by keys alone: sort, look into the hits, order, copy, save, and what was sought
in vain."""

import csv
import io
import shutil
import subprocess

from plx_at import LONG_LISTS, Focus, find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

HITS = 'Hits in context'
LONG_LISTS.add(HITS)


def read_csv(data):
    return list(csv.reader(io.StringIO(data.decode('utf-8-sig'))))


def copied():
    run = subprocess.run(['xclip', '-o', '-selection', 'clipboard'], capture_output=True,
                         timeout=10)
    return run.stdout.decode().splitlines()


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')
    focus = Focus()

    def has_windows(count):
        root = program.root
        return wait(lambda: (root.clear_cache(), root.get_child_count())[1] == count)

    def titles():
        root = program.root
        root.clear_cache()
        return [root.get_child_at_index(i).get_name() for i in range(root.get_child_count())]

    def wait_for(text, where=None):
        found = wait(lambda: find_all(where or pane, 'label', text if callable(text) else
                                      lambda said: said.startswith(text)))
        assert found, f'nothing says “{text}”'
        return found[0].get_name()

    def save(keys, name):
        key(keys)
        assert has_windows(2), f'{keys} saves nothing'
        key('ctrl+a')
        type_text(program.path(name))
        key('Return')
        rows = read_csv(program.wait_for_file(name))
        assert has_windows(1)
        return rows

    # By its number a column is sorted; what is first is then shown in context.
    key('alt+3')
    # What is beside the table: so much is quickly looked through.
    pane = find(window, 'list', HITS)
    while not find_all(pane, 'entry', 'Search these hits'):
        pane = pane.get_parent()
    assert wait_for(lambda said: said.endswith(' hits')) == '28 hits'
    focus.tab_to('table row')
    key('1', '1', '5')

    # Into the hits: only some of them; what is no expression is said at once.
    key('ctrl+h')
    type_text('gull')
    assert wait_for(lambda said: said.endswith(' of 28 hits')) == '3 of 28 hits'
    rows = save('ctrl+shift+h', 'hits.csv')
    assert rows[0] == ['source', 'title', 'left', 'hit', 'right']
    assert {row[0] for row in rows[1:]} == {'Daily Gull'} and len(rows) == 4
    key('ctrl+h', 'ctrl+a')
    type_text('/(said/')
    wait_for('Error while compiling')
    key('ctrl+a')
    type_text('said*')
    assert wait_for(lambda said: said.endswith(' of 28 hits')) == '25 of 28 hits'

    # The order by one letter, where letters are not typed: Enter leads on to the lines.
    key('Return')
    focus.tab_to('list item')
    for letter, name in (('l', 'By the word before'), ('r', 'By the word after'),
                         ('f', 'By form'), ('s', 'By source and date')):
        key(letter)
        wait_for(name)

    # One line is copied, or all that are shown.
    if shutil.which('xclip'):
        key('ctrl+c')
        assert wait(lambda: len(copied()) == 1), copied()
        key('ctrl+shift+c')
        assert wait(lambda: len(copied()) == 25), copied()
        assert all('said' in line and '\t' in line for line in copied())

    # Nothing is found: it is said, and there is a way on.
    key('ctrl+h', 'ctrl+a')
    type_text('qqxyzzy')
    wait_for('No Such Hits')
    find(pane, 'push button', lambda said: 'Clear the Search' in said)
    key('ctrl+h', 'Escape')
    wait_for('28 hits')

    # The table that is shown, by the key that saves tables anywhere.
    rows = save('ctrl+shift+t', 'words.csv')
    assert rows[0][:8] == ['pattern', 'role', 'axis', 'weight', 'condition', 'note', 'state', 'hits']
    assert rows[1][0] == 'say' and rows[1][7] == '28'

    # From anywhere: the palette knows it too.
    key('alt+1', 'ctrl+k')
    assert has_windows(2)
    type_text('save the hits')
    key('Return')
    # The palette is a window as well, so their number does not tell when the other one is there.
    assert wait(lambda: 'Save the Table' in titles()), titles()
    key('Escape')
    assert has_windows(1) or (key('Escape'), has_windows(1))[1], titles()
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
