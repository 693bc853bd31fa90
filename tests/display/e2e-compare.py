#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing sources by keys alone: choose them, find a claim that one omits, read, save."""

import shutil

from plx_at import LONG_LISTS, Focus, find, key, run, skip, wait

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

    # Of the four sources, Delete takes out the one with the focus, Insert adds one at the end.
    key('alt+2', 'Delete', 'Insert')
    focus.tab_to('table cell')
    wait_for('Claim 1 of ', '; Daily Gull: ')

    # Left and right go from source to source, up and down from claim to claim.
    key('Right', 'Right', 'Right')
    wait_for('Claim 1 of ', '; Continental Press: ')
    for number in range(2, 30):
        key('Down')
        wait_for(f'Claim {number} of ', '; Continental Press: ')
        if said().endswith('omitted'):
            break
    assert said().endswith('; Continental Press: omitted')
    key('Left', 'Up')
    place = (f'Claim {number - 1} of ', '; Kestova Courier: ')
    wait_for(*place)

    # Space shows it in full, Return reads on, Escape comes back to the same place.
    key('space')
    key('Return')
    find(window, 'push button', lambda name: name.startswith('Previous Cue'))
    key('Escape')
    wait_for(*place)

    # What only one says, by its key: a list of sentences, no table; and back, in the other direction.
    key('ctrl+Page_Up')
    focus.tab_to('list item')
    key('ctrl+Page_Down')
    focus.tab_to('table cell')
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
