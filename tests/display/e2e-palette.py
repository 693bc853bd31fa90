#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""To anything by typing: Ctrl+K, and undo that says what it undoes."""

import shutil

from plx_at import find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


class Palette:
    """Opened by its key; what it leads to is announced as the description of its entry."""

    def __init__(self, program):
        self.program = program
        assert self.wait_for_windows(1)
        key('ctrl+k')
        assert self.wait_for_windows(2), 'no palette'
        self.window = program.root.get_child_at_index(1)
        self.entry = find(self.window, 'entry', 'Go to')

    def wait_for_windows(self, count):
        root = self.program.root
        return wait(lambda: (root.clear_cache(), root.get_child_count())[1] == count)

    def wait_for(self, start):
        self.entry.clear_cache()
        said = wait(lambda: (self.entry.clear_cache(),
                             self.entry.get_description().startswith(start))[1])
        assert said, f'“{self.entry.get_description()}” does not begin with “{start}”'

    def go(self, text, start):
        type_text(text)
        self.wait_for(start)
        key('Return')
        assert self.wait_for_windows(1)


def test(program):
    window = find(program.root, 'frame')
    find(find(window, 'list', 'Sources and articles'), 'label', 'Daily Gull')

    # Before anything is typed: the sources, then the rest. The arrows go round.
    palette = Palette(program)
    palette.wait_for('Continental Press, Source')
    key('Down')
    palette.wait_for('Daily Gull, Source')
    key('Up', 'Up')
    palette.wait_for('About Parallax, Action')
    key('Escape')

    # A source brings its evidence.
    Palette(program).go('gull', 'Daily Gull, Source')
    assert find(window, 'label', 'Daily Gull')
    evidence = find(window, 'list', 'Sentences, strongest first')
    assert wait(lambda: find_all(evidence, 'push button'))

    # A word of the lexicon brings its page.
    Palette(program).go('olive branch', 'olive branch, Word')
    assert find(window, 'label', 'olive branch')

    # An action does what its key does, and says which that is.
    Palette(program).go('sources page', 'Show the Sources Page, Action, Alt+1')

    # Nothing fits: that is said, and Enter does no harm.
    palette = Palette(program)
    type_text('qqxyzzy')
    palette.wait_for('Nothing found')
    find(palette.window, 'label', 'Nothing Found')
    key('Return', 'Escape')
    assert palette.wait_for_windows(1)

    # What was removed is named where it can be brought back.
    Palette(program).go('gull', 'Daily Gull, Source')
    sidebar = find(window, 'list', 'Sources and articles')
    # From the bar of filters to the next pane.
    key('ctrl+f', 'F6', 'Delete')
    assert wait(lambda: not find_all(sidebar, 'label', 'Daily Gull'))
    Palette(program).go('undo', 'Undo: Remove “Daily Gull”, Action, Ctrl+Z')
    find(sidebar, 'label', 'Daily Gull')
    key('F10')
    find(program.root, 'menu item', lambda said: 'Redo: Remove “Daily Gull”' in said)
    key('Escape')

    # An unsaved corpus is not thrown away for another one.
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
