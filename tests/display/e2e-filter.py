#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar of filters by keys: the axis, voices and targets with their search, dates, wire copy, words; what is
shown is said, the chart follows, and all of it is cleared at once."""

import shutil

from plx_at import Focus, find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


def test(program):
    window = find(program.root, 'frame')
    chart = find(window, 'image', 'Framing of each source')
    focus = Focus()
    seen = [chart.get_description()]

    def describe():
        chart.clear_cache()
        return chart.get_description()

    def wait_for_other_chart():
        assert wait(lambda: describe() not in seen), seen
        seen.append(describe())

    # Which axis: from the first filter, by its list.
    key('ctrl+shift+f')
    focus.wait_for('Axis')
    key('space', 'Down', 'Return')
    assert wait(lambda: 'Tone' in describe() and 'Relations' not in describe()), describe()
    seen.append(describe())
    find(window, None, 'All Sources · Tone')

    # Whose words count: its list is searched, and Enter takes the first.
    key('ctrl+shift+f')
    focus.go_to('Tab', 'Voice: All voices')
    key('Return')
    focus.wait_for('Search')
    type_text('dario')
    key('Return')
    focus.wait_for('Voice: Dario Menk')
    wait_for_other_chart()

    # Whom they are about: on by the arrow to the names.
    key('Tab')
    focus.wait_for('Target: About anything')
    key('Return')
    focus.wait_for('Search')
    type_text('brav')
    key('Down')
    focus.go_to('Down', 'Brava')
    key('Return')
    focus.wait_for('Target: Brava')

    # When: a day is typed.
    focus.go_to('Tab', 'Any date')
    key('Return')
    focus.wait_for('From')
    type_text('2023')
    key('Return', 'Escape')
    focus.wait_for('2023')

    # Wire copy, once or each time.
    key('Tab')
    focus.go_to('Tab', 'Count wire copy once')
    key('space')

    # All is cleared, and the chart is what it was.
    focus.go_to('Tab', 'Take All Filters Away')
    key('Return')
    assert wait(lambda: describe() == seen[0]), describe()

    # Words in the articles.
    key('ctrl+f')
    focus.wait_for('Search the articles')
    type_text('rotting')
    wait_for_other_chart()
    key('Escape')
    assert wait(lambda: describe() == seen[0]), describe()
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
