#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""in-languages.py CATALOGUE COMMAND…: runs a command with languages that show what a layout can bear.

From the messages of a compiled catalogue (build/po/de/LC_MESSAGES/parallax.mo) come two more, beside
the catalogue itself as “de”: “eo”, in which every text is two fifths longer, accented and in brackets,
so that what is cut off or not translated is seen at once; and “he”, in Hebrew letters, which run from
right to left. The command finds them in PLX_LOCALE_DIR."""

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile

# What a program puts in, markup and entities stay as they are.
KEPT = re.compile(r"(%(?:\d+\$)?[-+#0'_^]*(?:\*|\d*)(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|t)?[A-Za-z%]|<[^>]+>|&\w+;|\n)")
ACCENTS = str.maketrans('aceghijlnorsuyzACEGHIJLNORSUYZ', 'âćéğĥîĵłñöřšüýžÂĆÉĞĤÎĴŁÑÖŘŠÜÝŽ')
HEBREW = str.maketrans('abcdefghijklmnopqrstuvwxyz', 'אבגדהופחיטכלמנסעצקרשתזוחיט')
# Of letters that common fonts have: GTK 4.8 gives a wrapped text with letters of a second, taller font
# beside a control more than its row, and nothing here could mend that.
FILLING = ' ŵörđš ţö ƒïłł łïñé ŵîţĥ'


def read_messages(path):
    with open(path, 'rb') as file:
        data = file.read()
    magic, _, count, originals = struct.unpack_from('<4I', data)
    assert magic == 0x950412de, f'{path} is no catalogue'
    for index in range(count):
        length, offset = struct.unpack_from('<2I', data, originals + 8 * index)
        yield data[offset:offset + length].decode()


def write_catalogue(path, messages):
    """The format of GNU gettext: two tables of lengths and offsets, then the strings."""
    entries = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(entries)
    tables = [b'', b'']
    strings = b''
    for column in range(2):
        for entry in entries:
            tables[column] += struct.pack('<2I', len(entry[column]), start + len(strings))
            strings += entry[column] + b'\0'
    os.makedirs(os.path.dirname(path))
    with open(path, 'wb') as file:
        file.write(struct.pack('<7I', 0x950412de, 0, len(entries), 28, 28 + 8 * len(entries), 0, 0))
        file.write(tables[0] + tables[1] + strings)


def lengthen(text):
    parts = KEPT.split(text)
    parts[::2] = [part.translate(ACCENTS) for part in parts[::2]]
    wanted = 2 + len(text) * 2 // 5
    filling = (FILLING * (wanted // len(FILLING) + 1))[:wanted].rstrip()
    return f"[{''.join(parts)}{filling}]"


def mirror(text):
    parts = KEPT.split(text)
    parts[::2] = [part.lower().translate(HEBREW) for part in parts[::2]]
    return ''.join(parts)


def translate(messages, change):
    catalogue = {'': 'Content-Type: text/plain; charset=UTF-8\n'
                     'Plural-Forms: nplurals=2; plural=(n != 1);\n'}
    for message in messages:
        text = message.split('\x04')[-1]
        if message and text != 'translator-credits':
            catalogue[message] = '\0'.join(change(form) for form in text.split('\0'))
    return catalogue


def main():
    source, command = sys.argv[1], sys.argv[2:]
    folder = tempfile.mkdtemp(prefix='plx-languages-')
    try:
        messages = list(read_messages(source))
        for language, change in ('eo', lengthen), ('he', mirror):
            write_catalogue(f'{folder}/{language}/LC_MESSAGES/parallax.mo', translate(messages, change))
        os.makedirs(f'{folder}/de/LC_MESSAGES')
        shutil.copy(source, f'{folder}/de/LC_MESSAGES/parallax.mo')
        return subprocess.call(command, env=dict(os.environ, PLX_LOCALE_DIR=folder))
    finally:
        shutil.rmtree(folder)


sys.exit(main())
