#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In by keys: a file is chosen, one that cannot be read says why, a text is typed in; what came in is
undone and done again, saved as a corpus, and found again among those that were open before."""

import json
import shutil

from plx_at import Focus, find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

STORY = '''Ferry talks bring hope to Tallow Bay

By Iva Torrent
12 March 2024

The harbour council praised a friendly agreement on the night ferry on Monday. Skippers welcomed
the deal warmly, and both towns agreed to reopen the landing in May.
'''


def write(program, name, data):
    with open(program.path(name), 'wb') as file:
        file.write(data)


def test(program):
    window = find(program.root, 'frame')
    focus = Focus()
    record = {'text': 'Critics condemned the costly ferry as a failure.', 'title': 'Ferry fails',
              'source': 'Tallow Echo', 'date': '2024-03-13'}
    write(program, 'bay.txt', STORY.encode())
    write(program, 'echo.jsonl', json.dumps(record).encode() + b'\n')
    write(program, 'empty.txt', b'')

    def list_sources():
        return [node.get_name() for node in find_all(window, 'list item')]

    def count_sources(n):
        return wait(lambda: len(find_all(find(window, 'list', 'Sources and articles'),
                                         'list item')) == n + 1)

    # The first article makes a corpus, and its chart.
    key('ctrl+i')
    program.open_file('bay.txt')
    find(window, 'image', 'Framing of each source')
    assert count_sources(1), list_sources()

    # What cannot be read is named with the reason, and nothing else is lost.
    key('ctrl+i')
    program.open_file('empty.txt')
    program.wait_for_toast('empty.txt')
    assert count_sources(1), list_sources()

    key('ctrl+i')
    program.open_file('echo.jsonl')
    assert count_sources(2), list_sources()

    # A text is typed in, with the source it is from.
    key('ctrl+k')
    program.wait_for_window('Go to Anything')
    type_text('paste text')
    key('Return')
    program.wait_for_window('Add a Text')
    focus.go_to('Tab', 'Text of the article')
    type_text('Hope for the ferry\n\nThe friendly deal was welcomed in both towns.')
    # Past the headline to the source; rows with an entry do not say that they have the focus.
    key('shift+Tab', 'shift+Tab')
    type_text('Sound Gazette')
    key('Return')
    program.wait_for_end('Add a Text')
    assert count_sources(3), list_sources()
    find(window, 'label', 'Sound Gazette')

    # One step back, and forth.
    key('ctrl+z')
    program.wait_for_toast('Undone: Add 1 article')
    assert count_sources(2), list_sources()
    key('ctrl+shift+z')
    program.wait_for_toast('Done again: Add 1 article')
    assert count_sources(3), list_sources()

    # Saved, it has a name, and is there to go to.
    key('ctrl+s')
    program.save_as('ferry.parallax')
    assert wait(lambda: any('ferry' in title for title in program.list_windows())), \
        program.list_windows()
    key('ctrl+k')
    program.wait_for_window('Go to Anything')
    type_text('ferry')
    key('Escape')
    program.wait_for_end('Go to Anything')
    key('ctrl+q')
    assert wait(lambda: program.process.poll() == 0), 'the program does not end'


run(test)
