"""Kills every command that writes, at random moments, and looks at what stands there then and after it has run once more.

    mvn -q -DskipTests package
    python3 src/bench/kills.py [--program 'java -jar target/mitchell.jar'] [--kills 200] [--only fit,map] [--seed 1]

Each command first runs to its end, in a folder of its own: its files are the reference. Then it is started again and killed (SIGKILL),
half of the times at a moment drawn evenly from its whole duration, half within 30 ms of the first sign that it writes. After a kill

  half     no file that bears its final name may have other bytes than the reference (or than before: nothing was there);
  again    the same command runs to its end, and all its files have the bytes of the reference;
  left     nothing else is in the folder then: no temporary file, no lock.

Prints a line a command; ends with status 1 when a count other than that of kills is not 0. Needs a folder on a disk with room for a few MB.
"""
import argparse
import hashlib
import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(ROOT, 'testdata', 'analysis')
FIT = f'fit --subject T1 --data {DATA}/data-science-T1.mat --features {DATA}/features_T.csv'
TEXT = os.path.join(ROOT, 'testdata', 'vectors', 'phrases.txt')
VECTORS = os.path.join(ROOT, 'testdata', 'vectors', 'words.txt')
NORMS = os.path.join(ROOT, 'testdata', 'norms')

# name: the commands that have to run before it, and itself.
COMMANDS = {
    'fit': ([], FIT),
    'predict': ([FIT], 'predict apple --subject T1 --features ' + f'{DATA}/features_T.csv'),
    'evaluate': ([], f'evaluate --subject T1 --data {DATA}/data-science-T1.mat --features {DATA}/features_T.csv --permutations 20'
                     ' --subsamples 0'),
    'compare': ([], f'compare --subject T1 --data {DATA}/data-science-T1.mat --features a={DATA}/features_T.csv,b={DATA}/onehot_T.csv'
                    ' --subsamples 5'),
    'similarity': ([], f'similarity --subject T1 --data {DATA}/data-science-T1.mat --features {DATA}/features_T.csv --permutations 20'),
    'map': ([FIT], 'map --subject T1 --permutations 20'),
    'simulate': ([], 'simulate --subject T9 --seed 3 --out simulated'),
    'figure': ([FIT], 'figure scatter T1 --out scatter.png'),
    'report': ([FIT], 'report --out report.html'),
    'corpus-count': ([], f'corpus count --corpus {TEXT} --out counts.tsv'),
    'corpus-vocabulary': ([], f'corpus vocabulary --corpus {TEXT} --out words.tsv'),
    'vectors-train': ([], f'vectors train --corpus {TEXT} --out trained.bin --size 8 --epochs 2 --min-count 1'),
    'vectors-convert': ([], f'vectors convert {VECTORS} --out converted.bin'),
    'features-build': ([], f'features build --corpus {TEXT} --out built.csv'),
    'norms-fit': ([], f'norms fit --norms {NORMS}/norms.tsv --columns size --vectors {NORMS}/vectors.txt --out norms'),
}


# Durations are of the run.
SECONDS = re.compile(rb'"seconds"\s*:\s*(\{[^}]*\}|[-0-9.eE+]+)')


def files(folder):
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            with open(path, 'rb') as content:
                found[os.path.relpath(path, folder)] = hashlib.sha256(SECONDS.sub(b'', content.read())).hexdigest()
    return found


def is_unfinished(path):
    return path.endswith(('.tmp', '.checkpoint')) or any(part.startswith('.mitchell') for part in path.split(os.sep))


def writes(folder, before):
    return any(os.path.join(at, name) not in before for at, _, names in os.walk(folder) for name in names)


class Harness:
    def __init__(self, program, random_numbers):
        self.program, self.random = program, random_numbers

    def start(self, command, folder):
        return subprocess.Popen(self.program + shlex.split(command), cwd=folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self, command, folder):
        process = self.start(command, folder)
        said = process.communicate()[1].decode()
        if process.returncode:
            raise SystemExit(f'{command}: exit {process.returncode}: {said}')

    def kill(self, command, folder, seconds):
        """Starts and kills; returns whether it was still there to be killed."""
        before = {os.path.join(at, name) for at, _, names in os.walk(folder) for name in names}
        process = self.start(command, folder)
        end = time.monotonic() + self.random.uniform(0, 1.05 * seconds)
        if self.random.random() < 0.5:
            while process.poll() is None and not writes(folder, before):
                time.sleep(.0005)
            end = time.monotonic() + self.random.uniform(0, .03)
        while process.poll() is None and time.monotonic() < end:
            time.sleep(.0005)
        living = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return living

    def try_command(self, name, kills):
        before, command = COMMANDS[name]
        with tempfile.TemporaryDirectory() as folder:
            base, done = os.path.join(folder, 'base'), os.path.join(folder, 'run')
            os.mkdir(base)
            for step in before:
                self.run(step, base)
            shutil.copytree(base, done)
            began = time.monotonic()
            self.run(command, done)
            seconds = time.monotonic() - began
            old, new = files(base), files(done)
            half = again = left = hit = 0
            for _ in range(kills):
                shutil.rmtree(done)
                shutil.copytree(base, done)
                hit += self.kill(command, done, seconds)
                now = files(done)
                half += any(sha not in (old.get(path), new.get(path)) for path, sha in now.items() if not is_unfinished(path))
                self.run(command, done)
                now = files(done)
                again += any(now.get(path) != sha for path, sha in new.items())
                left += bool(set(now) - set(new))
            print(f'{name:18} {kills:4} kills ({hit} before its end)  half {half}  again {again}  left {left}', flush=True)
            return half + again + left


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default=f'java -jar {ROOT}/target/mitchell.jar')
    parser.add_argument('--kills', type=int, default=200)
    parser.add_argument('--only', default=','.join(COMMANDS))
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    harness = Harness(shlex.split(options.program), random.Random(options.seed))
    sys.exit(1 if sum(harness.try_command(name, options.kills) for name in options.only.split(',')) else 0)


if __name__ == '__main__':
    main()
