#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From pane to pane by F6 on each page, there and back; and to the line for a sentence from anywhere."""

import shutil

from plx_at import Focus, find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

SOURCES = ['Search the articles', 'All Sources', 'Kind of chart', 'Sentences shown', 'Show the Sources']
COMPARE = ['Source 1', 'Claims to show', 'Add Articles']
WORDS = ['Search entries and notes', 'table row', 'A sentence to score', '_Edit… Edit…', 'Add Articles']


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')
    focus = Focus()

    def said():
        role = focus.get_role()
        if role is None:
            return None
        name = focus.node.get_name()
        # A row of a list has the name of what is in it.
        while not name and focus.node.get_child_count() > 0 and role in ('panel', 'list item'):
            child = focus.node.get_child_at_index(0)
            return child.get_name() or focus.node.get_parent().get_name()
        return role if name.startswith('Gtk') else name

    def wait_for(name):
        assert wait(lambda: said() == name), f'“{said()}” has the keyboard, not “{name}”'

    def go_round(names):
        for name in names[1:] + names[:1]:
            key('F6')
            wait_for(name)
        for name in names[::-1]:
            key('shift+F6')
            wait_for(name)

    key('F6', 'ctrl+f')
    wait_for(SOURCES[0])
    go_round(SOURCES)

    key('alt+2')
    find(window, 'list', lambda said: said.startswith('Claims'))
    wait_for(COMPARE[0])
    go_round(COMPARE)

    # The line for a sentence, from another page too; what is typed is scored.
    key('alt+1', 'ctrl+l')
    wait_for('A sentence to score')
    type_text('The talks were a triumph.')
    assert wait(lambda: find_all(window, 'label', lambda said: 'triumph' in said))
    find(window, 'push button', lambda said: 'Edit…' in said)
    key('ctrl+f')
    wait_for(WORDS[0])
    go_round(WORDS)
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
