#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that takes the keyboard is without a name, on any page and in any dialog."""

import re
import shutil

from plx_at import GLib, find, find_all, key, run, skip

if not shutil.which('xdotool'):
    skip('xdotool is missing')

# What GTK says where there is no name: the class.
CLASS = re.compile(r'^(Gtk|Adw|Plx)[A-Z]\w*$')
# Rows of lists: what a row says is what its parts say.
ROWS = {'list item', 'table row', 'table cell', 'tree item'}
# They take it to be scrolled, if nothing in them does.
FRAMES = {'scroll pane'}
# Bodies of tables and lists, of which the rows take it; what is chosen in a drop-down; and the search
# of the preferences, which libadwaita has forgotten to name.
INNER = {'GtkColumnListView', 'GtkListItemWidget', 'GtkListBox', 'GtkListView', 'GtkSearchEntry'}


def takes_keyboard(node):
    return any(state.value_nick == 'focusable' for state in node.get_state_set().get_states())


def describe(node):
    """A node by what it stands in."""
    names = []
    while node and len(names) < 12:
        names.append(f'{node.get_role_name()} “{node.get_name()}”')
        node = node.get_parent()
    return ' in '.join(names)


def is_inner(node, role, name):
    """What is focusable, but never has the keyboard: something in it or around it has."""
    return (role in ROWS | FRAMES or name in INNER or
            role == 'panel' and node.get_parent().get_role_name() in ROWS | {'panel'})


def collect(node, nameless):
    """Below a node. In a list, two rows are as good as all."""
    try:
        role, name = node.get_role_name(), node.get_name()
        if takes_keyboard(node) and (not name or CLASS.match(name)) and not is_inner(node, role, name):
            nameless.setdefault(describe(node), 0)
        count = node.get_child_count()
        if role in ('list', 'tree table', 'table'):
            count = min(count, 3)
        for index in range(count):
            child = node.get_child_at_index(index)
            if child:
                collect(child, nameless)
    except GLib.Error:  # it is just going
        return


def test(program):
    window = find(program.root, 'frame')
    find(window, 'image', 'Framing of each source')
    main = window.get_name()
    nameless = {}

    def look(title):
        found = {}
        node = program.wait_for_window(title)
        node.clear_cache()
        collect(node, found)
        nameless.update({f'{title}: {said}': 0 for said in found})

    def look_into(title, keys=None, typed=None):
        if typed is not None:
            program.go(typed)
        else:
            key(keys)
        look(title)
        key('Escape')
        program.wait_for_end(title)

    # What is not in front is in the tree, too; each page has to be made once.
    key('alt+2')
    find(window, 'list', lambda said: said.startswith('Claims'))
    key('alt+3')
    find(window, 'list', 'Hits in context')
    look(main)

    look_into('Own Changes of the Lexicon', 'ctrl+d')
    look_into('Add Entry', typed='add a word')
    look_into('Go to Anything', 'ctrl+k')
    look_into('Corrections', typed='corrections')
    look_into('Report', 'ctrl+e')
    look_into('Print Preview', 'ctrl+shift+p')
    look_into('Preferences', 'ctrl+comma')
    assert not nameless, '\n'.join(nameless)


run(test, '--sample')
