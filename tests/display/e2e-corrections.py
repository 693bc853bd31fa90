#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be put right in the evidence, by keys: a word in all articles, a speaker, a
paragraph, a name; each moves the chart, is undone, and is in the list of corrections."""

import shutil

from plx_at import Focus, find, find_all, key, run, skip, type_text, wait

if not shutil.which('xdotool'):
    skip('xdotool is missing')


class Path:
    def __init__(self, program):
        self.program = program
        self.window = find(program.root, 'frame')
        self.chart = find(self.window, 'image', 'Framing of each source')
        self.focus = Focus()
        self.whole = self.describe_chart()

    def describe_chart(self):
        self.chart.clear_cache()
        return self.chart.get_description()

    def wait_for_chart(self, moved):
        assert wait(lambda: (self.describe_chart() != self.whole) == moved), self.describe_chart()

    def go_to_sentence(self, *words):
        key('F6')
        self.focus.go_to('F6', 'Sentences shown')
        self.focus.tab_to('list item')
        key('Home')
        self.focus.go_to('Down', *words)

    def correct(self, *labels):
        key('shift+F10')
        self.focus.choose(*labels)

    def wait_for_step(self, name):
        """The step is named in what is said of it, with a way to undo it."""
        self.program.wait_for_toast(name)

    def undo(self, name):
        key('ctrl+z')
        self.wait_for_step(f'Undone: {name}')


def correct_always(path):
    """The weight of an entry, in all articles."""
    path.go_to_sentence('Bullying minister')
    path.correct('“Bullying”', 'Always: Edit Entry')
    path.program.wait_for_window('Edit Entry')
    path.focus.go_to('Tab', 'Weight')
    key('ctrl+a')
    type_text('3')
    key('Return')
    path.program.wait_for_end('Edit Entry')
    path.wait_for_step('Edit Entry “bully')
    path.wait_for_chart(moved=True)
    path.undo('Edit Entry “bully')
    path.wait_for_chart(moved=False)


def correct_here(path):
    """The weight of a word where it stands."""
    path.go_to_sentence('Bullying minister')
    path.correct('“humiliating”', 'Weigh It Here')
    path.program.wait_for_window('What Does “humiliating” Weigh Here?')
    key('ctrl+a')
    type_text('2')
    key('Return')
    path.wait_for_step('Weigh Here: “humiliating”')
    path.wait_for_chart(moved=True)


def correct_speaker(path):
    path.go_to_sentence('They invented those')
    path.correct('Said By', 'Someone Else')
    path.program.wait_for_window('Who Says This Sentence?')
    key('ctrl+a')
    type_text('Tomas Reyde')
    key('Return')
    path.wait_for_step('Said by Tomas Reyde')
    path.go_to_sentence('They invented those', 'said by Tomas Reyde')


def correct_paragraph(path):
    path.go_to_sentence('Experts hailed')
    path.correct('This Paragraph Is', 'Not Part of the Article')
    path.wait_for_step('Paragraph Is: Not Part of the Article')
    evidence = find(path.window, 'list', 'Sentences, strongest first')
    assert wait(lambda: not find_all(evidence, 'list item', lambda said: 'Experts hailed' in said))


def correct_name(path):
    path.go_to_sentence('Kestova caves in')
    path.correct('Means the Same As')
    path.program.wait_for_window('One Thing, Two Names')
    type_text('the republic')
    key('Return')
    path.wait_for_step('“Kestova” Means “the republic”')


def look_through(path):
    """The list of all: one is taken back in it, and that is undone from there."""
    path.program.go('corrections')
    dialog = path.program.wait_for_window('Corrections')

    def count():
        dialog.clear_cache()
        return len(find_all(dialog, 'push button', lambda said: said.startswith('Take Back')))

    assert wait(lambda: count() == 4), count()
    path.focus.go_to('Tab', 'Take Back: “humiliating”')
    key('Return')
    assert wait(lambda: count() == 3), count()
    # The next one is at hand.
    path.focus.wait_for('Take Back', 'They invented those')
    key('ctrl+z')
    assert wait(lambda: count() == 4), count()
    key('Escape')
    path.program.wait_for_end('Corrections')


def test(program):
    path = Path(program)
    correct_always(path)
    correct_here(path)
    correct_speaker(path)
    correct_paragraph(path)
    correct_name(path)
    look_through(path)
    path.undo('“Kestova” Means')
    path.undo('Paragraph Is')
    path.undo('Said by Tomas Reyde')
    path.undo('Weigh Here')
    path.wait_for_chart(moved=False)
    key('ctrl+q')
    find(program.root, 'label', 'Save This Corpus?')


run(test, '--sample')
