#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report by keys alone: asked for, named, written as a web page and as pages, and both read back."""

import html.parser
import shutil
import subprocess

from plx_at import find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

TITLE = 'Barges and words'


class Page(html.parser.HTMLParser):
    """What a page says by tag, and where its links within it lead."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts, self.links, self.ids = [], {}, [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        attributes = dict(attributes)
        self.ids.add(attributes.get('id'))
        if tag == 'a' and attributes.get('href', '').startswith('#'):
            self.links.append(attributes['href'][1:])

    def handle_data(self, data):
        if self.tags:
            self.texts.setdefault(self.tags[-1], []).append(data)


def check_page(data):
    page = Page(data.decode())
    assert 'h1' in page.tags and TITLE in page.texts['bdi'], page.texts.get('bdi')
    assert {'svg', 'table'} <= set(page.tags)
    assert page.links and set(page.links) <= page.ids, set(page.links) - page.ids
    assert 'Kestova Courier' in data.decode()


def check_pdf(path, data):
    assert data.startswith(b'%PDF-')
    for part in (b'/Document', b'/H1', b'/H2', b'/Figure', b'/Table', b'/TR', b'/TH', b'/TD'):
        assert b'/S ' + part in data, f'no {part} in the structure'
    if not shutil.which('pdftotext'):
        return
    text = subprocess.check_output(['pdftotext', '-layout', path, '-']).decode()
    assert TITLE in text and 'Kestova Courier' in text, text[:500]
    facts = subprocess.check_output(['pdfinfo', path]).decode()
    facts = dict(line.split(':', 1) for line in facts.splitlines())
    assert facts['Title'].strip() == TITLE and facts['Tagged'].strip() == 'yes', facts


def test(program):
    window = find(program.root, 'frame')
    find(find(window, 'list', 'Sources and articles'), 'label', 'Daily Gull')

    def has_windows(count):
        root = program.root
        return wait(lambda: (root.clear_cache(), root.get_child_count())[1] == count)

    def is_gone(name):
        return not find_all(program.root, 'push button', lambda said: name in said.split())

    def write(name, change):
        key('ctrl+e')
        assert has_windows(2), 'no report dialog'
        assert wait(lambda: not is_gone('_Save…')), 'the dialog cannot be accepted'
        change()
        key('Return')
        assert wait(lambda: is_gone('_Save…')), 'the dialog stays'
        assert has_windows(2), 'no file is asked for'
        key('ctrl+a')
        type_text(program.path(name))
        key('Return')
        assert has_windows(1)
        end = b'%%EOF' if name.endswith('pdf') else b'</html>'
        assert wait(lambda: end in program.wait_for_file(name)), f'{name} has no end'
        return program.wait_for_file(name)

    def set_title():
        key('alt+t', 'ctrl+a')
        type_text(TITLE)

    def set_format():
        # The list of formats opens, the second is chosen; Enter in an entry accepts it all.
        key('alt+m')
        key('space', 'Down', 'Return')
        set_title()

    check_page(write('report.html', set_title))
    data = write('report.pdf', set_format)
    check_pdf(program.path('report.pdf'), data)

    # Escape gives it up.
    key('ctrl+e')
    assert has_windows(2)
    key('Escape')
    assert has_windows(1)
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
