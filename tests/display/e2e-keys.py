#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same way, by keys alone."""

import shutil

from plx_at import Focus, find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


def test(program):
    window = find(program.root, 'frame')
    chart = find(window, 'image', 'Framing of each source')
    whole = chart.get_description()
    focus = Focus()

    focus.tab_to('image')
    key('Home', 'Down', 'Down')
    assert wait(lambda: (chart.clear_cache(), chart.get_description())[1] != whole)
    key('Return')
    evidence = find(window, 'list', 'Sentences, strongest first')
    assert wait(lambda: find_all(evidence, 'push button'))

    # A corpus is saved by its shortcut, and then it is what is open.
    key('ctrl+shift+s')
    assert wait(lambda: (program.root.clear_cache(), program.root.get_child_count())[1] == 2)
    key('ctrl+a')
    type_text(program.path('story.parallax'))
    key('Return')
    assert program.wait_for_file('story.parallax').startswith(b'SQLite format 3')
    assert find(window, 'label', 'story')

    # The main menu leads to the export.
    key('F10')
    find(program.root, 'menu item', lambda said: 'Export' in said)
    key('Escape')

    # The table twin.
    focus.tab_to('image')
    key('ctrl+t')
    assert find(window, 'label', 'Kestova Courier')
    key('ctrl+t')

    key('ctrl+q')
    assert program.process.wait(20) == 0


run(test, '--sample')
