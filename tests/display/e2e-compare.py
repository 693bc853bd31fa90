#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing sources by keys alone: choose them, find a claim that one omits, read, save."""

import shutil

from plx_at import LONG_LISTS, Focus, find, find_all, key, run, skip, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

CLAIMS = 'Claims and how each source words them'
LONG_LISTS.add(CLAIMS)


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')
    focus = Focus()

    def said():
        focus.get_role()
        return focus.node.get_name() if focus.node else ''

    def wait_for(*words):
        assert wait(lambda: all(word in said() for word in words), 5), f'{words}: {said()}'

    # Four sources at first. Delete takes out the one with the focus, Insert adds one.
    key('alt+2')
    claims = find(window, 'list', CLAIMS)
    head = find(window, 'label', 'Daily Gull')
    assert head and find_all(window, 'label', 'Kestova Courier')
    focus.tab_to('table cell')
    wait_for('Claim 1 of ', '; Continental Press: ')

    # Left and right go from source to source, up and down from claim to claim.
    key('Right')
    wait_for('Claim 1 of ', '; Daily Gull: ')
    key('Down', 'Down', 'Down')
    wait_for('Claim 4 of ', '; Daily Gull: omitted')
    key('Left')
    wait_for('Claim 4 of ', '; Continental Press: ')

    # Space shows it in full, Return reads on, Escape comes back to the same place.
    before = claims.get_child_count()
    key('space')
    assert find(claims, 'push button', lambda name: 'Read' in name)
    assert claims.get_child_count() == before
    key('Return')
    find(window, 'push button', lambda name: name.startswith('Previous Cue'))
    key('Escape')
    assert wait(lambda: claims.get_state_set() and find_all(window, 'list', CLAIMS))
    wait_for('Claim 4 of ', '; Continental Press: ')

    # What only one says, by its key; and the words.
    key('ctrl+Page_Up')
    find(window, 'list', 'What only this source says, strongest first')
    key('ctrl+Page_Up')
    find(window, 'image', 'Words that make the difference')
    key('ctrl+Page_Up')
    find(window, 'list', CLAIMS)

    # The table goes out as what is shown.
    key('F10')
    find(program.root, 'menu item', lambda name: 'Export' in name)
    key('Escape')
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
