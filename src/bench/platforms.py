"""Runs the commands of the README on one's own table where a machine differs from others, and compares all that they print and write.

    mvn -q -DskipTests package
    python3 src/bench/platforms.py [--program 'java -jar target/mitchell.jar'] [--newer /usr/lib/jvm/temurin-25-jdk-amd64] [--only "LC_ALL=C"]
        [--commands check,fit]

The reference is a run under C.UTF-8, UTC, in a plain folder. Each variation runs the same commands: another locale (of the system where it is
installed, of Java always), another time zone, a folder with blanks, a line break, letters of three scripts or a name of 250 letters, no
HOME, nearly no environment, line ends and charset of Windows, one processor, another Java. The files and what was printed must have the
bytes of the reference, but for seconds, versions of Java, the folder's own path and how printed lines end. Two more run fit alone, where the results cannot be written: it has to end with
status 1 and one line. Prints a row of a Markdown table each; ends with status 1 if any differs.
"""
import argparse
import hashlib
import html
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TABLES = os.path.join(ROOT, 'examples', 'own-table')
OWN = '--subject me --data own/responses.csv --coords own/coordinates.csv --features own/ratings.csv'
COMMANDS = [f'check {OWN}', f'fit {OWN} --ridge 1', f'evaluate {OWN} --ridge 1', 'map --subject me --stat fwer', 'report --subject me --out report.html']
UTF8 = {'LC_ALL': 'C.UTF-8', 'TZ': 'UTC'}

# name: environment (None: as it is), options of Java, name of the folder, words before the program.
VARIATIONS = {
    'LC_ALL=C': ({'LC_ALL': 'C'}, [], 'plain', []),
    'LC_ALL=POSIX': ({'LC_ALL': 'POSIX'}, [], 'plain', []),
    'LC_ALL=tr_TR.UTF-8': ({'LC_ALL': 'tr_TR.UTF-8'}, ['-Duser.language=tr', '-Duser.country=TR'], 'plain', []),
    'LC_ALL=de_DE.UTF-8': ({'LC_ALL': 'de_DE.UTF-8'}, ['-Duser.language=de', '-Duser.country=DE'], 'plain', []),
    'ar_EG, Arabic digits': ({}, ['-Duser.language=ar', '-Duser.country=EG', '-Duser.extensions=u-nu-arab'], 'plain', []),
    'TZ=Pacific/Kiritimati': ({'TZ': 'Pacific/Kiritimati'}, [], 'plain', []),
    'TZ=America/St_Johns': ({'TZ': 'America/St_Johns'}, [], 'plain', []),
    'folder with blanks and quotes': ({}, [], 'a "b" \'c\' d', []),
    'folder with a line break': ({}, [], 'a\nb', []),
    'folder in three scripts': ({}, [], '脳の画像 мозг été', []),
    'folder of 250 letters': ({}, [], 'x' * 250, []),
    'no HOME': ({'HOME': None}, [], 'plain', []),
    'nearly no environment': (None, [], 'plain', []),
    'line ends and charset of Windows': ({}, ['-Dline.separator=\r\n', '-Dfile.encoding=windows-1252'], 'plain', []),
    'one processor': ({}, [], 'plain', ['taskset', '-c', '0']),
    'newer Java': ({}, [], 'plain', []),
}
SECONDS = re.compile(rb'"[Ss]econds"\s*:\s*(\{[^}]*\}|[-0-9.eE+]+)|[0-9.,]+ ?(ms|s|seconds|MB)\b|"[Jj]ava"\s*:\s*"[^"]*"|Java [0-9][0-9.+a-z]*')


def blanked(content, folder):
    """Without what depends on the run, and without the folder in any of the ways in which files write it."""
    ways = [folder, json.dumps(folder)[1:-1], json.dumps(folder, ensure_ascii=False)[1:-1], html.escape(folder), urllib.parse.quote(folder, safe="/!$&'()*+,;=:@~")]
    for way in sorted({way.encode() for way in ways}, key=len, reverse=True):
        content = content.replace(way, b'FOLDER')
    return SECONDS.sub(b'', content)


def contents(folder, said, spelled=lambda content: content):
    """The SHA-256 of each file; spelled has the paths in it as they are here."""
    found = {'printed': said}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            if not os.path.relpath(path, folder).startswith('own'):
                with open(path, 'rb') as content:
                    found[os.path.relpath(path, folder)] = content.read()
    # Where a file names another by its size and SHA-256 (a map its model), that one's paths and seconds have a part in these.
    by_hash = {hashlib.sha256(content).hexdigest().encode(): name.encode() for name, content in found.items()}
    hashes = re.compile(rb'(?:"bytes" : [0-9]+,(?=\s*"sha256" : "(?:%s)))|(?:%s)' % (b'|'.join(by_hash), b'|'.join(by_hash)))
    named = {name: hashes.sub(lambda match: by_hash.get(match[0], b''), content) for name, content in found.items()}
    return {name: hashlib.sha256(blanked(spelled(content), folder)).hexdigest() for name, content in named.items()}


def environment(changes):
    if changes is None:
        return {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8'}
    return {key: value for key, value in (dict(os.environ) | UTF8 | changes).items() if value is not None}


def run(program, variation, folder, commands):
    """All commands in a folder; what they made, or what the one that failed said."""
    changes, options, _, before = variation
    shutil.copytree(TABLES, os.path.join(folder, 'own'))
    said = b''
    for command in commands:
        words = before + [program[0], *options, *program[1:], *shlex.split(command)]
        done = subprocess.run(words, cwd=folder, env=environment(changes), stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode:
            return None, f'{command.split()[0]}: status {done.returncode}: {done.stderr.decode(errors="replace").strip()[:200]}'
        said += done.stdout.replace(b'\r\n', b'\n')
    return contents(folder, said), ''


def refusal(program, before, out, folder):
    """Fit, where nothing can be written: the line that it ends with."""
    shutil.copytree(TABLES, os.path.join(folder, 'own'))
    os.chmod(folder, 0o755)
    done = subprocess.run(before + program + shlex.split(f'fit {OWN} --quiet --out') + [out], cwd=folder, env=environment({}), capture_output=True)
    said = done.stderr.decode(errors='replace').strip()
    right = done.returncode == 1 and said.count('\n') == 0 and 'cannot be written' in said
    return right, f'status {done.returncode}: {said}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default=f'java -jar {ROOT}/target/mitchell.jar')
    parser.add_argument('--newer', help='the home of another Java')
    parser.add_argument('--only', default='')
    parser.add_argument('--commands', default=','.join(command.split()[0] for command in COMMANDS))
    options = parser.parse_args()
    program = shlex.split(options.program)
    commands = [command for command in COMMANDS if command.split()[0] in options.commands.split(',')]
    wrong = 0
    print('| where | commands | files | said |\n|---|--:|---|---|')
    with tempfile.TemporaryDirectory() as base:
        os.chmod(base, 0o755)
        place = os.path.join(base, 'reference')
        os.mkdir(place)
        reference, said = run(program, ({}, [], 'plain', []), place, commands)
        if reference is None:
            sys.exit(said)
        for number, (name, variation) in enumerate(VARIATIONS.items()):
            if options.only and name not in options.only.split(',') or name == 'newer Java' and not options.newer:
                continue
            own = [os.path.join(options.newer, 'bin', 'java'), *program[1:]] if name == 'newer Java' else program
            place = os.path.join(base, str(number), variation[2])
            os.makedirs(place)
            found, said = run(own, variation, place, commands)
            other = sorted(file for file in reference.keys() | (found or {}).keys() if reference.get(file) != (found or {}).get(file))
            wrong += bool(other)
            print(f'| {name} | {len(commands)} | ' + (f'{len(other)} differ: {", ".join(other)[:200]}' if other else f'{len(reference)} the same')
                  + f' | {said} |', flush=True)
        if not options.only:
            for name, before, out in (('a file where a folder is named', [], 'own/ratings.csv/out'),
                                      ('a folder of somebody else', ['setpriv', '--reuid', '65534', '--clear-groups'], 'out')):
                place = os.path.join(base, name.replace(' ', '-'))
                os.mkdir(place)
                right, said = refusal(program, before, out, place)
                wrong += not right
                print(f'| {name} | 1 | none | {said.replace(place, "FOLDER")} |', flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
