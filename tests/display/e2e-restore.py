#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was open comes back; what a file on the command line, or a preference, says goes before."""

import glob
import os
import shutil
import subprocess
import tempfile

from plx_at import Atspi, act, find, find_all, key, run, skip, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')

# Settings that outlive the program, in the home of this test alone.
os.environ['GSETTINGS_BACKEND'] = 'keyfile'
FOLDER = tempfile.mkdtemp(prefix='plx-restore-')


def make_corpus(name):
    path = os.path.join(FOLDER, name + '.parallax')
    samples = sorted(glob.glob(os.path.join(os.environ['PLX_SOURCE_DIR'], 'data/samples/*.*ml')) +
                     glob.glob(os.path.join(os.environ['PLX_SOURCE_DIR'], 'data/samples/*.txt')))
    subprocess.check_call([os.environ['PLX_CLI'], 'new', path], stdout=subprocess.DEVNULL)
    subprocess.check_call([os.environ['PLX_CLI'], 'add', path, *samples],
                          stdout=subprocess.DEVNULL)
    return path


STORY, OTHER = make_corpus('story'), make_corpus('other')


def wait_for_title(program, title):
    window = find(program.root, 'frame')
    assert wait(lambda: (window.clear_cache(), window.get_name())[1] == title), window.get_name()
    return window


def quit_program(program):
    key('ctrl+q')
    assert program.process.wait(20) == 0


def shows_sidebar(window):
    button = find(window, 'push button', 'Show the Sources')
    button.clear_cache()
    return button.get_state_set().contains(Atspi.StateType.PRESSED)


def look_around(program):
    window = wait_for_title(program, 'story – Parallax')
    find(find(window, 'list', 'Sources and articles'), 'label', 'Daily Gull')
    assert shows_sidebar(window)
    key('F9')
    assert wait(lambda: not shows_sidebar(window))
    quit_program(program)


def come_back(program):
    window = wait_for_title(program, 'story – Parallax')
    assert wait(lambda: not shows_sidebar(window)), 'the sources are not as they were'
    quit_program(program)


def open_other(program):
    wait_for_title(program, 'other – Parallax')
    quit_program(program)


def lose_it(program):
    window = wait_for_title(program, 'Parallax')
    program.wait_for_toast('“other.parallax” is no longer there')
    find(window, 'push button', lambda said: 'Sample' in said)
    quit_program(program)


def turn_off(program):
    wait_for_title(program, 'story – Parallax')
    key('ctrl+comma')
    assert wait(lambda: (program.root.clear_cache(), program.root.get_child_count())[1] == 2)
    preferences = program.root.get_child_at_index(1)
    find(preferences, None, 'Open the last corpus')
    act(find_all(preferences, None, 'Open the last corpus')[-1], 'toggle')
    key('Escape')
    quit_program(program)


def stay_away(program):
    window = wait_for_title(program, 'Parallax')
    find(window, 'push button', lambda said: 'Sample' in said)
    quit_program(program)


try:
    run(look_around, STORY)
    run(come_back)
    run(open_other, OTHER)
    os.remove(OTHER)
    run(lose_it)
    run(turn_off, STORY)
    run(stay_away)
finally:
    shutil.rmtree(FOLDER)
