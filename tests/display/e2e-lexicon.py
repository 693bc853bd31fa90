#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lexicon by keys: add an entry, weigh it and note why, turn one off, hand the changes on as a
file, take them back; the chart follows, and each step is undone by its name."""

import shutil

from plx_at import Focus, find, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


def test(program):
    window = find(program.root, 'frame')
    chart = find(window, 'image', 'Framing of each source')
    focus = Focus()
    whole = chart.get_description()

    def describe():
        chart.clear_cache()
        return chart.get_description()

    def has_moved():
        return wait(lambda: describe() != whole)

    def is_back():
        return wait(lambda: describe() == whole)

    # A word that stands in the texts comes in, with a weight and a reason.
    key('alt+3')
    find(window, 'list', 'Hits in context')
    focus.tab_to('table row')
    key('Insert')
    program.wait_for_window('Add Entry')
    type_text('barges')
    focus.go_to('Tab', 'Weight')
    key('ctrl+a')
    type_text('-2')
    # Past its condition.
    key('Tab', 'Tab')
    type_text('heavy traffic')
    key('Return')
    program.wait_for_end('Add Entry')
    assert has_moved(), describe()

    # It is turned off, and on again.
    key('ctrl+f', 'ctrl+a')
    type_text('barges')
    key('Return')
    focus.tab_to('table row')
    find(window, 'label', 'barges')
    key('Delete')
    assert is_back(), describe()
    key('ctrl+z')
    program.wait_for_toast('Undone: ')
    assert has_moved()

    # What was changed is looked through, and handed on as a file.
    key('ctrl+d')
    program.wait_for_window('Own Changes of the Lexicon')
    focus.go_to('Tab', 'Save, Load or Revert')
    key('Return')
    focus.choose('Save…')
    text = program.save_as('changes.tsv').decode()
    assert 'barges\tcue\ttone\t-2' in text and 'heavy traffic' in text, text
    key('Escape')
    program.wait_for_end('Own Changes of the Lexicon')

    # The step that added it is undone, and done again.
    key('ctrl+z')
    program.wait_for_toast('Undone: Add Entry')
    assert is_back(), describe()
    key('ctrl+shift+z')
    program.wait_for_toast('Done again: Add Entry')
    assert has_moved()
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
