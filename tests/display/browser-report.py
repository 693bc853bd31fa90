#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report in a real browser: from a mark of a chart to its sentences and back, by clicks; what it
asks the network for and complains about (nothing); and printed."""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SKIP = 77


def skip(why):
    print('skipped:', why)
    sys.exit(SKIP)


class Browser:
    """Chromium, spoken to through a pair of pipes: one JSON message each, ended by a nul."""

    def __init__(self, program, profile):
        command_read, self.write_end = os.pipe()
        self.read_end, answer_write = os.pipe()
        environment = {key: value for key, value in os.environ.items()
                       if key not in ('G_SLICE', 'G_DEBUG', 'LD_PRELOAD')}
        line = [program, '--headless=new', '--no-sandbox', '--disable-gpu',
                '--disable-dev-shm-usage', '--remote-debugging-pipe', '--no-first-run',
                f'--user-data-dir={profile}', '--window-size=1200,900', 'about:blank']

        def move():
            # The browser expects its pipes as 3 and 4; clear of both first.
            first, second = os.dup(command_read), os.dup(answer_write)
            high = [os.dup2(first, 100), os.dup2(second, 101)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(line, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=environment, preexec_fn=move, close_fds=False)
        os.close(command_read)
        os.close(answer_write)
        self.buffer = b''
        self.number = 0
        self.session = None
        self.events = []

    def receive(self):
        while b'\0' not in self.buffer:
            part = os.read(self.read_end, 1 << 16)
            if not part:
                skip('chromium does not run here')
            self.buffer += part
        message, self.buffer = self.buffer.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            message['sessionId'] = self.session
        os.write(self.write_end, json.dumps(message).encode() + b'\0')
        while True:
            answer = self.receive()
            if answer.get('id') == self.number:
                assert 'error' not in answer, answer
                return answer['result']
            self.events.append(answer)

    def evaluate(self, expression):
        answer = self.call('Runtime.evaluate', expression=expression, returnByValue=True)
        assert 'exceptionDetails' not in answer, answer
        return answer['result'].get('value')

    def wait(self, expression, seconds=10):
        end = time.monotonic() + seconds
        while not self.evaluate(expression):
            assert time.monotonic() < end, expression
            time.sleep(0.05)

    def click(self, selector):
        """Where a person would: in the middle of it, once it is in sight."""
        self.evaluate(f'document.querySelector({json.dumps(selector)})'
                      '.scrollIntoView({block: "center", behavior: "instant"})')
        place = self.evaluate(f'(() => {{ const r = document.querySelector({json.dumps(selector)})'
                              '.getBoundingClientRect(); '
                              'return [r.x + r.width / 2, r.y + r.height / 2] })()')
        for kind in ('mousePressed', 'mouseReleased'):
            self.call('Input.dispatchMouseEvent', type=kind, x=place[0], y=place[1],
                      button='left', clickCount=1)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def is_in_sight(selector):
    return (f'(() => {{ const r = document.querySelector({json.dumps(selector)})'
            '.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight })()')


def go_there_and_back(browser):
    marks = browser.evaluate('[...document.querySelectorAll("#chart-1 svg.wide a")]'
                             '.map(a => a.getAttribute("href"))')
    assert len(marks) >= 12, marks
    for index in (0, len(marks) - 1):
        target = marks[index]
        browser.click(f'#chart-1 svg.wide a[href="{target}"]')
        browser.wait(f'location.hash === "{target}"')
        assert browser.evaluate(is_in_sight(target)), target
        # The evidence itself: a sentence with its cues marked, below the heading.
        assert browser.evaluate(f'!!document.querySelector("{target} ~ ol blockquote mark")'), target
        section = browser.evaluate(f'document.querySelector("{target}").closest("section")'
                                   '.querySelector("h3").id')
        browser.click(f'section:has(> #{section}) .back a')
        browser.wait('location.hash === "#charts"')
        assert browser.evaluate(is_in_sight('#charts')), section
    # What every link within the page leads to is there.
    assert browser.evaluate('[...document.querySelectorAll("a[*|href^=\\"#\\"]")].every(a => '
                            'document.getElementById(a.getAttribute("href").slice(1)))')


def check_quiet(browser, uri):
    for event in browser.events:
        method, parameters = event.get('method'), event.get('params', {})
        if method == 'Network.requestWillBeSent':
            address = parameters['request']['url']
            assert address.split('#')[0] == uri, f'asked for {address}'
        assert method != 'Runtime.exceptionThrown', event
        assert method != 'Runtime.consoleAPICalled', event
        assert not (method == 'Log.entryAdded'
                    and parameters['entry']['level'] in ('error', 'warning')), event


def print_it(browser, directory):
    path = directory / 'report.pdf'
    answer = browser.call('Page.printToPDF', printBackground=False, preferCSSPageSize=True)
    path.write_bytes(base64.b64decode(answer['data']))
    if not shutil.which('pdftotext'):
        return
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True,
                          text=True).stdout
    assert 'What the scores do not say' in text
    # Whatever is only good on a screen stays there.
    assert 'Back to the charts' not in text
    kept = os.environ.get('PLX_KEEP_PDF')
    if kept:
        shutil.copy(path, kept)


def test(chromium, directory):
    samples = pathlib.Path(os.environ['PLX_SOURCE_DIR']) / 'data' / 'samples'
    page = directory / 'report.html'
    files = sorted(str(path) for path in samples.iterdir() if path.suffix in ('.txt', '.html'))
    subprocess.run([os.environ['PLX_CLI'], 'report', '--output', page, '--charts',
                    'framing,map,flow,timeline,voices,shift,claims', *files], check=True)
    browser = Browser(chromium, directory / 'profile')
    try:
        target = browser.call('Target.createTarget', url='about:blank')['targetId']
        session = browser.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        browser.session = session
        for domain in ('Network', 'Log', 'Runtime', 'Page'):
            browser.call(f'{domain}.enable')
        browser.call('Page.navigate', url=page.as_uri())
        browser.wait('document.readyState === "complete" && !!document.querySelector("#limits")')
        go_there_and_back(browser)
        check_quiet(browser, page.as_uri())
        print_it(browser, directory)
    finally:
        browser.stop()


program = shutil.which('chromium')
if not program:
    skip('chromium is missing')
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
    test(program, pathlib.Path(name))
