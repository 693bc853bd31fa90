# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests share: the program under test, seen through its accessibility tree."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

SKIP = 77


def skip(why):
    print('skipped:', why)
    sys.exit(SKIP)


warnings.simplefilter('ignore')
# A warning of the accessibility library is no failure of the program under test.
os.environ.pop('G_DEBUG', None)
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    skip('the accessibility library for Python is missing')


def wait(condition, seconds=40):
    """Polls until the condition holds and returns what it gave; nothing if it never did. What has just
    gone from the tree while it was looked at is looked for again."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value or time.monotonic() > end:
            return value
        time.sleep(0.03)


# A list of hundreds of rows takes seconds to walk: look into it only by starting there.
LONG_LISTS = {'Sentences, strongest first', 'Entries of the lexicon'}


def walk(node, inner=False):
    yield node
    try:
        if inner and node.get_role_name() in ('list', 'tree table') and node.get_name() in LONG_LISTS:
            return
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child:
            yield from walk(child, True)


def matches(node, role, name):
    try:
        if role is not None and node.get_role_name() != role:
            return False
        said = node.get_name()
    except GLib.Error:
        return False
    return name is None or (name(said) if callable(name) else said == name)


def find_all(root, role=None, name=None):
    root.clear_cache()
    return [node for node in walk(root) if matches(node, role, name)]


def find(root, role=None, name=None, seconds=40):
    found = wait(lambda: find_all(root, role, name), seconds)
    assert found, f'there is no {role} “{name}”'
    return found[0]


def act(node, name=None):
    """Does an action of a node, by name, or its first."""
    actions = node.get_action_iface()
    for index in range(actions.get_n_actions()):
        if name is None or actions.get_action_name(index) == name:
            assert actions.do_action(index)
            return
    raise AssertionError(f'{node.get_name()} has no action {name}')


def labelled(word):
    """A button's name repeats its label, with and without the mnemonic."""
    return lambda said: word in said


class Focus:
    """What has the keyboard focus, as the program announces it."""

    def __init__(self):
        self.node = None
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register('object:state-changed:focused')

    def on_event(self, event):
        if event.detail1:
            self.node = event.source

    def get_role(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        try:
            if self.node:
                self.node.clear_cache()  # what has just been made may not have had a name yet
            return self.node.get_role_name() if self.node else None
        except GLib.Error:
            return None

    def said(self):
        """What is said of it: its name, or for a row of a list that of what is in it."""
        if self.get_role() is None:
            return ''
        try:
            node, name = self.node, self.node.get_name()
            while not name and node.get_child_count() > 0:
                node = node.get_child_at_index(0)
                node.clear_cache()  # rows are used again for what comes into view
                name = node.get_name()
            return name
        except GLib.Error:
            return ''

    def wait_for(self, *words, seconds=10):
        """Until all these words are said of what has the focus."""
        assert wait(lambda: all(word in self.said() for word in words), seconds), \
            f'{words} has not got the keyboard, but “{self.said()}”'

    def go_to(self, name, *words, most=60):
        """Presses a key until all these words are said of what has the focus."""
        for _ in range(most):
            before = self.said()
            if all(word in before for word in words):
                return
            key(name)
            wait(lambda: self.said() != before, 1)
        raise AssertionError(f'{name} leads to no {words}, but to “{self.said()}”')

    def choose(self, *labels):
        """Goes down in a menu that is open to an item, and to one of its submenu, and so on."""
        for label in labels:
            self.go_to('Down', label, most=25)
            key('Return')

    def tab_to(self, role):
        """Tab, like a person, until something of this role has the focus."""
        end = time.monotonic() + 20  # what it leads to may still have to be worked out
        while time.monotonic() < end:
            if wait(lambda: self.get_role() == role, 0.15):
                return
            key('Tab')
        raise AssertionError(f'Tab leads to no {role}')


def key(*names):
    for name in names:
        subprocess.check_call(['xdotool', 'key', '--clearmodifiers', name])
        time.sleep(0.12)


def type_text(text):
    subprocess.check_call(['xdotool', 'type', '--delay', '5', '--', text])


def copied(kind=None):
    """What the clipboard holds, as text or as bytes of a kind; nothing without xclip's help."""
    arguments = ['-t', kind] if kind else []
    run = subprocess.run(['xclip', '-o', '-selection', 'clipboard', *arguments],
                         capture_output=True, timeout=10)
    return run.stdout if kind else run.stdout.decode()


class Program:
    """The program, started with arguments; at the end it must have said nothing amiss."""

    def __init__(self, *arguments):
        self.folder = tempfile.mkdtemp(prefix='plx-e2e-')
        self.log = open(os.path.join(self.folder, 'log'), 'w+')
        environment = dict(os.environ, G_DEBUG='fatal-criticals')
        environment.pop('GTK_A11Y', None)
        self.process = subprocess.Popen([os.environ['PLX_PROGRAM'], *arguments], env=environment,
                                        stderr=self.log)
        self.root = wait(self.find_application)
        assert self.root, 'the program does not show up on the accessibility bus'
        self.main = find(self.root, 'frame')

    def find_application(self):
        assert self.process.poll() is None, f'the program ended with {self.process.returncode}'
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_name() == 'parallax':
                    return child
            except GLib.Error:  # one that has just gone
                continue
        return None

    def list_windows(self):
        self.root.clear_cache()
        children = [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]
        try:
            return {child.get_name(): child for child in children if child}
        except GLib.Error:  # one that is just going
            return {}

    def wait_for_window(self, title):
        """Until a window of this title is there, which is given back."""
        assert wait(lambda: title in self.list_windows()), f'no {title}: {self.list_windows().keys()}'
        return self.list_windows()[title]

    def wait_for_end(self, title):
        """Until no window has this title any more."""
        assert wait(lambda: (lambda all: all and title not in all)(self.list_windows())), title

    def list_toasts(self):
        """What is said at the foot of the main window just now."""
        overlay = self.main
        for _ in range(2):
            overlay.clear_cache()
            overlay = overlay.get_child_at_index(0)
            if not overlay:  # it is being laid out anew
                return []
        overlay.clear_cache()
        children = [overlay.get_child_at_index(i) for i in range(1, overlay.get_child_count())]
        return [node.get_name() for child in children if child
                for node in find_all(child, 'alert')]

    def wait_for_toast(self, *words):
        """Until all these words are said there: it goes away again, so one looks nowhere else."""
        said = []

        def look():
            try:
                said[:] = self.list_toasts()
            except GLib.Error:  # one that has just gone
                return False
            return any(all(word in toast for word in words) for toast in said)

        assert wait(look), f'no toast says {words}, but {said}'

    def go(self, text):
        """Goes to what begins with a text by the palette."""
        key('ctrl+k')
        entry = find(self.wait_for_window('Go to Anything'), 'entry', 'Go to')
        type_text(text)
        assert wait(lambda: (entry.clear_cache(), entry.get_description().lower())[1]
                    .startswith(text.lower())), entry.get_description()
        key('Return')

    def find_chooser(self):
        """The dialog that asks for a file."""
        chooser = wait(lambda: [window for window in self.list_windows().values()
                                if window.get_role_name() == 'filler'])
        assert chooser, f'no file is asked for, but {self.list_windows().keys()}'
        return chooser[0]

    def type_path(self, chooser, name, *keys):
        """Types a path into the dialog's entry, which takes keys only some time after it is shown."""
        def get_text():
            for entry in find_all(chooser, 'text'):
                text = entry.get_text_iface()
                if text and text.get_text(0, text.get_character_count()) == self.path(name):
                    return True
            return False

        for _ in range(4):
            key(*keys, 'ctrl+a')
            type_text(self.path(name))
            if wait(get_text, 2):
                break
        key('Return')

    def open_file(self, name):
        """Opens a file of the folder of the test in the dialog that is open."""
        chooser = self.find_chooser()
        n_windows = len(self.list_windows())
        self.type_path(chooser, name, 'ctrl+l')
        assert wait(lambda: len(self.list_windows()) < n_windows), f'{name} is not opened'

    def save_as(self, name):
        """Saves under a name in the dialog that is open, and gives back what is in the file."""
        self.type_path(self.find_chooser(), name)
        return self.wait_for_file(name)

    def path(self, name):
        return os.path.join(self.folder, name)

    def wait_for_file(self, name):
        path = self.path(name)
        assert wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0), f'no {name}'
        with open(path, 'rb') as file:
            return file.read()

    def end(self):
        """Takes what ended the test; a crash or a warning is a failure of its own."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.log.seek(0)
        said = self.log.read()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        # AT-SPI itself asks for what GTK 4.8 does not support.
        amiss = [line for line in said.splitlines()
                 if ('CRITICAL **' in line or 'WARNING **' in line) and 'Atspi' not in line]
        assert not amiss, '\n'.join(amiss)


def wait_for_focus():
    """Until the window manager has given the keyboard to a window: keys before that are lost. The
    pointer goes where it points at nothing."""
    if shutil.which('xdotool') and os.environ.get('PLX_WINDOW_MANAGER'):
        assert wait(lambda: subprocess.run(['xdotool', 'getwindowfocus', 'getwindowname'],
                                           capture_output=True).stdout.strip()), \
            'no window has the keyboard'
        subprocess.check_call(['xdotool', 'mousemove', '0', '0'])


def run(test, *arguments):
    program = Program(*arguments)
    try:
        wait_for_focus()
        test(program)
    except BaseException:
        program.log.flush()
        with open(program.path('log')) as log:
            sys.stderr.write(log.read())
        raise
    finally:
        if sys.exc_info()[0] is None:
            program.end()
        else:
            program.process.kill()
