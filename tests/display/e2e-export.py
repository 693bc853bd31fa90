#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Out by keys: each kind of chart as a file of each format, and on the clipboard as a picture and as a
table."""

import csv
import io
import shutil

from plx_at import Focus, copied, find, key, run, skip, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

OUTLET = 'Kestova Courier'


def check_svg(data):
    assert data.startswith(b'<?xml') and OUTLET.encode() in data, data[:200]


def check_pdf(data):
    assert data.startswith(b'%PDF-') and data.rstrip().endswith(b'%%EOF')


def check_png(data):
    assert data.startswith(b'\x89PNG')
    # Twice as wide as on the screen, for paper.
    assert int.from_bytes(data[16:20], 'big') > 900, data[16:24]


def check_csv(data):
    rows = list(csv.reader(io.StringIO(data.decode('utf-8-sig'))))
    assert len(rows) > 5 and any(OUTLET in row for row in rows), rows[:3]


# By the key that shows it: what the chart is called, and the format it is saved in here.
CHARTS = {'ctrl+1': ('Framing of each source', 'SVG', 'svg', check_svg),
          'ctrl+2': (None, 'PDF', 'pdf', check_pdf),
          'ctrl+3': (None, 'PNG', 'png', check_png),
          'ctrl+5': (None, 'CSV', 'csv', None)}


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')
    focus = Focus()

    def choose(label):
        """In the menu of the chart, which its key brings."""
        focus.go_to('F6', 'Kind of chart')
        focus.tab_to('image')
        key('shift+F10')
        focus.choose(label)

    for keys, (name, format, suffix, check) in CHARTS.items():
        key(keys)
        find(window, 'image', name)
        choose(f'Save as {format}…')
        assert wait(lambda: len(program.list_windows()) == 2), f'{format}: no file is asked for'
        data = program.save_as('chart.' + suffix)
        assert wait(lambda: len(program.list_windows()) == 1), program.list_windows()
        if check:
            check(data)
        else:
            assert b',' in data, data[:200]

    key('ctrl+1')
    find(window, 'image', 'Framing of each source')
    if shutil.which('xclip'):
        choose('Copy Picture')
        program.wait_for_toast('Chart copied')
        check_png(copied('image/png'))
        choose('Copy Table')
        program.wait_for_toast('Table copied')
        assert copied().count(',') > 10 and OUTLET in copied(), copied()[:200]

    # The table that is shown, wherever the keyboard is.
    key('ctrl+f', 'ctrl+shift+t')
    program.wait_for_window('Save the Table')
    check_csv(program.save_as('scores.csv'))
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
