#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What would be printed, looked at by keys: of a chart, from the system's dialog, and of the report."""

import shutil

from plx_at import find, find_all, key, run, skip, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')

    def wait_for_page(text):
        preview = program.wait_for_window('Print Preview')
        assert wait(lambda: find_all(preview, 'image', text)), f'“{text}” is not shown'

    # Pages are turned by keys, and looked at more closely.
    key('ctrl+shift+p')
    wait_for_page('Page 1 of 2')
    key('Page_Down')
    wait_for_page('Page 2 of 2')
    key('Home')
    wait_for_page('Page 1 of 2')
    key('Right')
    wait_for_page('Page 2 of 2')
    key('plus', 'Left')
    wait_for_page('Page 2 of 2')
    key('0', 'Left')
    wait_for_page('Page 1 of 2')

    # On to the printer; the preview of its dialog is ours, and leads to it again.
    key('ctrl+p')
    program.wait_for_end('Print Preview')
    program.wait_for_window('Print')
    key('alt+v')
    program.wait_for_end('Print')
    wait_for_page('Page 1 of 2')
    key('ctrl+p')
    program.wait_for_end('Print Preview')
    program.wait_for_window('Print')
    key('Escape')
    program.wait_for_end('Print')

    # The report, which is put on paper instead of into a file.
    key('ctrl+e')
    report = program.wait_for_window('Report')
    find(report, 'push button', lambda said: 'Save…' in said)
    key('alt+m', 'Down', 'Down', 'Return')
    find(report, 'push button', lambda said: 'Preview' in said)
    key('ctrl+Return')
    wait_for_page(lambda said: said.startswith('Page 1 of '))
    key('Escape')
    program.wait_for_end('Print Preview')
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
