#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start with the samples to an exported chart, through the accessibility tree."""

import re

from plx_at import act, find, find_all, labelled, run, wait

OUTLETS = ['Continental Press', 'Daily Gull', 'Inland Waterways Brief', 'Kestova Courier',
           'Riverside Notes', 'The Quayside Ledger']


def get_text(node):
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count())


def test(program):
    window = find(program.root, 'frame')

    # The welcome page offers the sample; its sources come up in the sidebar.
    act(find(window, 'push button', labelled('Sample')))
    sidebar = find(window, 'list', 'Sources and articles')
    for outlet in OUTLETS:
        find(sidebar, 'label', outlet)

    # The chart says what it shows, and walking over it says what each mark is.
    chart = find(window, 'image', 'Framing of each source')
    whole = chart.get_description()
    assert whole, 'the chart has no description'
    act(chart, 'chart.first')
    first = wait(lambda: (chart.clear_cache(), chart.get_description())[1] != whole and
                 chart.get_description())
    assert first and any(outlet in first for outlet in OUTLETS), first
    act(chart, 'chart.down')
    assert wait(lambda: (chart.clear_cache(), chart.get_description())[1] != first)

    # Choosing a mark brings its evidence, strongest first.
    act(chart, 'chart.activate')
    evidence = find(window, 'list', 'Sentences, strongest first')
    rows = wait(lambda: [row for row in find_all(evidence) if re.match(r'[+−]\d', row.get_name())])
    assert rows, 'there is no evidence'
    scores = [abs(float(row.get_name()[1:5])) for row in rows if ': “' in row.get_name()]
    assert scores == sorted(scores, reverse=True), scores

    # The arithmetic is a question away.
    act(find(evidence, 'push button', labelled('Why')))
    assert find(evidence, 'label', 'Score')

    # The chart becomes a file.
    act(find_all(find(window, None, 'Export'), 'push button')[-1])
    act(find(program.root, 'menu item', labelled('SVG')))
    assert wait(lambda: (program.root.clear_cache(), program.root.get_child_count())[1] == 2)
    chooser = program.root.get_child_at_index(1)
    name = find(chooser, 'text', None)
    name.get_editable_text_iface().set_text_contents(program.path('chart.svg'))
    act(find(chooser, 'push button', labelled('Save')))
    svg = program.wait_for_file('chart.svg').decode()
    for outlet in OUTLETS:
        assert outlet in svg, f'{outlet} is not in the chart'


run(test)
