#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources and articles by keys: rename, details, remove, each undone and done again by name; and a
window that asks before it closes, saves, and is gone."""

import shutil

from plx_at import Focus, find, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


def test(program):
    window = find(program.root, 'frame')
    chart = find(window, 'image', 'Framing of each source')
    sidebar = find(window, 'list', 'Sources and articles')
    focus = Focus()
    whole = chart.get_description()

    def rows():
        sidebar.clear_cache()
        nodes = [sidebar.get_child_at_index(i) for i in range(sidebar.get_child_count())]
        return [node.get_name() for node in nodes if node]

    def wait_for_row(start, there=True):
        assert wait(lambda: any(row.startswith(start) for row in rows()) == there), rows()

    def undo(step):
        key('ctrl+z')
        program.wait_for_toast('Undone: ' + step)

    def redo(step):
        key('ctrl+shift+z')
        program.wait_for_toast('Done again: ' + step)

    # A source is renamed.
    key('F6')
    focus.go_to('F6', 'All Sources')
    focus.go_to('Down', 'Daily Gull')
    key('F2')
    program.wait_for_window('Rename Source')
    key('ctrl+a')
    type_text('Evening Tern')
    key('Return')
    program.wait_for_toast('Renamed to “Evening Tern”')
    wait_for_row('Evening Tern')
    undo('Rename “Daily Gull”')
    wait_for_row('Daily Gull')
    redo('Rename “Daily Gull”')
    wait_for_row('Evening Tern')

    # An article is found in its source, and its details are put right.
    focus.wait_for('Evening Tern')
    key('Right', 'Down')
    focus.wait_for('BARGE BLINK')
    key('alt+Return')
    program.wait_for_window('Article Details')
    # From the name of the source to the headline.
    key('Tab', 'ctrl+a')
    type_text('Barges go free')
    key('Return')
    program.wait_for_toast('Details changed')
    wait_for_row('Barges go free')
    undo('Change the Details of “Barges go free”')
    wait_for_row('BARGE BLINK')

    # The whole source is removed: the keyboard stays in the list, the chart has one less.
    focus.go_to('Up', 'Evening Tern')
    key('Delete')
    program.wait_for_toast('1 article removed')
    wait_for_row('Evening Tern', there=False)
    focus.wait_for(', 1 article')
    assert wait(lambda: (chart.clear_cache(), chart.get_description())[1].startswith('Framing of 5'))
    undo('Remove “Evening Tern”')
    undo('Rename “Daily Gull”')
    assert wait(lambda: (chart.clear_cache(), chart.get_description())[1] == whole)

    # Who closes the window is asked, saves, and needs not close it again.
    key('ctrl+w')
    program.wait_for_window('Save This Corpus?')
    key('Return')
    program.wait_for_window('Save the Corpus')
    program.save_as('story.parallax')
    assert program.process.wait(20) == 0


run(test, '--sample')
