"""Kills every command that writes, at random moments, and looks at what stands there then and after it has run once more.

    mvn -q -DskipTests package
    python3 src/bench/kills.py [--program 'java -jar target/mitchell.jar'] [--kills 200] [--only fit,map] [--minutes 60] [--seed 1]

Each command first runs to its end, in a folder of its own: its files are the reference. Then it is started again and killed (SIGKILL),
half of the times at a moment drawn evenly from its whole duration, half within 30 ms of the first sign that it writes. After a kill

  half     no file that bears its final name may have other bytes than the reference (or than before: nothing was there);
  again    the same command runs to its end, and all its files have the bytes of the reference;
  left     nothing else is in the folder then: no temporary file, no lock.

The commands are those of the program itself: one that has --out (or writes without) and is not below, is an error. All take their turns,
a few kills at a time, until each has its number or the minutes are over; then a line a command says how many there were. Ends with status 1
when a count other than that of kills is not 0. Needs numpy and nibabel, and a folder on a disk with room for a few MB.
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

import nibabel as nib
import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTDATA = os.path.join(ROOT, 'testdata')
DATA = os.path.join(TESTDATA, 'analysis')
T1 = f'--subject T1 --few-words --data {DATA}/data-science-T1.mat'
FIT = f'fit {T1} --features {DATA}/features_T.csv'
JOINT = f'fit {T1} --features a={DATA}/features_T.csv,b={DATA}/onehot_T.csv --ridge banded'
STEM = 'derivatives/mitchell/sub-T1/sub-T1_task-nouns_space-MNI152Lin_'
REGIONS = '--atlas atlas.nii --atlas-names atlas.txt --fewest-voxels 5'
TEXT = os.path.join(TESTDATA, 'vectors', 'phrases.txt')
VECTORS = os.path.join(TESTDATA, 'vectors', 'words.txt')
NORMS = f'--norms {TESTDATA}/norms/norms.tsv --columns size --vectors {TESTDATA}/norms/vectors.txt'
ENCODER = f'--encoder {TESTDATA}/encoders/layers'

# Kills of a command before the next one is tried.
A_TURN = 2

# name: the commands that have to run before it, and itself.
COMMANDS = {
    'fit': ([], FIT),
    'predict': ([FIT], f'predict apple --subject T1 --features {DATA}/features_T.csv'),
    'identify': ([FIT, 'predict apple --subject T1'], f'identify {STEM}contrast-apple_desc-predicted_statmap.nii.gz --subject T1 --out i.tsv'),
    'evaluate': ([], f'evaluate {T1} --features {DATA}/features_T.csv --permutations 20 --subsamples 0'),
    'compare': ([], f'compare {T1} --features a={DATA}/features_T.csv,b={DATA}/onehot_T.csv --subsamples 5'),
    'across': ([], f'across --subject T1,T2 --few-words --data {DATA} --features {DATA}/features_T.csv --permutations 19'),
    'similarity': ([], f'similarity --subject T1 --data {DATA}/data-science-T1.mat --features {DATA}/features_T.csv --permutations 20'),
    'leak': ([], f'leak {T1} --features {DATA}/features_T.csv --permutations 19 --subsamples 5'),
    'map': ([FIT], 'map --subject T1 --permutations 20'),
    'regions': ([FIT], f'regions --subject T1 --few-words --permutations 5 {REGIONS}'),
    'report': ([FIT], 'report --out report.html'),
    'figure slices': ([FIT], f'figure slices {STEM}stat-r_statmap.nii.gz --out slices.png'),
    'figure glass': ([FIT], f'figure glass {STEM}stat-r_statmap.nii.gz --out glass.png'),
    'figure surface': ([FIT], f'figure surface {STEM}stat-r_statmap.nii.gz --mesh mesh.gii --out surface.png'),
    'figure signatures': ([FIT], 'figure signatures T1 --out signatures.png'),
    'figure scatter': ([FIT], 'figure scatter T1 --out scatter.png'),
    'figure accuracy': ([FIT], 'figure accuracy T1 --out accuracy.png'),
    'figure shares': ([JOINT, f'regions --subject T1 --few-words --only shares --subsamples 5 --permutations 5 {REGIONS}'],
                      'figure shares T1 --out shares.png'),
    'figure similarity': ([FIT], 'figure similarity T1 --out similarity.png'),
    'figure words': ([], f'figure words {DATA}/features_T.csv --out words.png'),
    'figure attention': ([], f'figure attention celery {ENCODER} --out attention.png'),
    'features build': ([], f'features build --corpus {TEXT} --out built.csv'),
    'features embed': ([], f'features embed celery carrot {ENCODER} --out embedded.tsv'),
    'features compare': ([], f'features compare {DATA}/features_T.csv other.csv --out agreement.tsv'),
    'features plot': ([], f'features plot {DATA}/features_T.csv --out plot.png'),
    'corpus count': ([], f'corpus count --corpus {TEXT} --out counts.tsv'),
    'corpus vocabulary': ([], f'corpus vocabulary --corpus {TEXT} --out words.tsv'),
    'vectors train': ([], f'vectors train --corpus {TEXT} --out trained.bin --size 8 --epochs 2 --min-count 1'),
    'vectors benchmark': ([], f'vectors benchmark --vectors {VECTORS} --pairs pairs.tsv --out benchmark.tsv --picture benchmark.png'),
    'vectors convert': ([], f'vectors convert {VECTORS} --out converted.bin'),
    'norms fit': ([], f'norms fit {NORMS} --out norms'),
    'norms predict': ([], f'norms predict --words rated.txt {NORMS} --out predicted.tsv'),
    'norms compare': ([], f'norms compare {NORMS} --ridge 1 --out compared.tsv --picture compared.png'),
    'simulate': ([], 'simulate --subject T9 --seed 3 --out simulated'),
    'power': ([], 'power --words 12 --participants 1 --repetitions 2 --permutations 19 --grid-voxels 100 --out power.tsv'),
    'demo': ([], 'demo --no-report'),
}

# These write nothing, are other commands under another name, or have a harness of their own (DownloadTest).
OTHERS = {'check', 'view', 'bids', 'completion', 'help', 'data list', 'data get', 'corpus list', 'features show', 'vectors neighbours',
          'vectors analogy', 'vectors similarity', 'vectors odd-one-out', 'vectors project', 'vectors list'}


def commands_of(program):
    """The commands of the program, from the script by which shells complete them."""
    script = subprocess.run(program + ['completion'], capture_output=True, text=True, check=True).stdout
    lists = dict(re.findall(r'^function _picocli_mitchell_?(\w*)\(\) {.*?^  local commands="([^"]*)"', script, re.M | re.S))
    found = set()
    for first in lists.pop('', '').split():
        below = re.search(rf'^function _picocli_mitchell_{first}\(\) {{.*?^  local commands="([^"]*)"', script, re.M | re.S)
        several = below and below[1] and first != 'help'
        found |= {f'{first} {second}' for second in below[1].split()} if several else {first}
    return found


def inputs(folder):
    """What commands read here, by names that are in their files."""
    side = np.indices((40, 48, 40))[0] < 20
    affine = np.array([[-4., 0, 0, 80], [0, 4, 0, -110], [0, 0, 4, -70], [0, 0, 0, 1]])
    nib.save(nib.Nifti1Image(np.where(side, 1, 2).astype(np.int16), affine), os.path.join(folder, 'atlas.nii'))
    with open(os.path.join(folder, 'atlas.txt'), 'w') as out:
        out.write('1 Left\n2 Right\n')
    place = np.indices((6, 6)).reshape(2, -1).T * [3., 4] + [58, -114]
    corners = np.arange(30).reshape(5, 6)[:, :5].ravel()
    faces = np.concatenate([np.stack([corners, corners + 1, corners + 6], 1), np.stack([corners + 1, corners + 7, corners + 6], 1)])
    points = nib.gifti.GiftiDataArray(np.c_[place, np.full(36, -36)].astype(np.float32), 'NIFTI_INTENT_POINTSET')
    triangles = nib.gifti.GiftiDataArray(faces.astype(np.int32), 'NIFTI_INTENT_TRIANGLE')
    nib.save(nib.gifti.GiftiImage(darrays=[points, triangles]), os.path.join(folder, 'mesh.gii'))
    with open(f'{DATA}/features_T.csv') as content, open(os.path.join(folder, 'other.csv'), 'w') as out:
        rows = [line.strip().split(',') for line in content]
        out.write(','.join(rows[0]) + '\n' + ''.join(','.join([a[0], *b[1:]]) + '\n' for a, b in zip(rows[1:], rows[2:] + rows[1:2])))
    with open(f'{TESTDATA}/norms/norms.tsv') as content, open(os.path.join(folder, 'rated.txt'), 'w') as out:
        out.writelines(line.split('\t')[0] + '\n' for line in list(content)[1:4])
    with open(VECTORS, encoding='utf-8') as content:
        words = [line.split()[0] for line in content if len(line.split()) > 2][:6]
    with open(os.path.join(folder, 'pairs.tsv'), 'w', encoding='utf-8') as out:
        out.write('word1\tword2\tscore\n')
        for n, (one, other) in enumerate(zip(words, words[1:])):
            out.write(f'{one}\t{other}\t{n % 3}\n')


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
        self.program, self.random, self.bases = program, random_numbers, {}

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

    def prepare(self, name, folder):
        """Runs a command to its end: a folder as it is before, and its duration and files."""
        before, command = COMMANDS[name]
        base, done = self.base(tuple(before), folder), os.path.join(folder, name)
        shutil.copytree(base, done)
        began = time.monotonic()
        self.run(command, done)
        return Tried(base, done, command, time.monotonic() - began, files(base), files(done))

    def base(self, before, folder):
        """The folder in which some commands have run: one for all that need the same."""
        if before not in self.bases:
            self.bases[before] = os.path.join(folder, f'base-{len(self.bases)}')
            os.makedirs(self.bases[before])
            inputs(self.bases[before])
            for step in before:
                self.run(step, self.bases[before])
        return self.bases[before]

    def kills(self, tried, count):
        for _ in range(count):
            shutil.rmtree(tried.done)
            shutil.copytree(tried.base, tried.done)
            tried.kills += 1
            tried.hit += self.kill(tried.command, tried.done, tried.seconds)
            now = files(tried.done)
            tried.half += any(sha not in (tried.old.get(path), tried.new.get(path)) for path, sha in now.items() if not is_unfinished(path))
            self.run(tried.command, tried.done)
            now = files(tried.done)
            tried.again += any(now.get(path) != sha for path, sha in tried.new.items())
            tried.left += bool(set(now) - set(tried.new))


class Tried:
    """A command: its folders, what it makes, and the counts so far."""

    def __init__(self, base, done, command, seconds, old, new):
        self.base, self.done, self.command, self.seconds, self.old, self.new = base, done, command, seconds, old, new
        self.kills = self.hit = self.half = self.again = self.left = 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default=f'java -jar {ROOT}/target/mitchell.jar')
    parser.add_argument('--kills', type=int, default=200)
    parser.add_argument('--only', default=','.join(COMMANDS))
    parser.add_argument('--minutes', type=float, default=float('inf'))
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    harness = Harness(shlex.split(options.program), random.Random(options.seed))
    unknown = commands_of(harness.program) ^ (COMMANDS.keys() | OTHERS)
    if unknown:
        sys.exit(f'not both here and in the program: {", ".join(sorted(unknown))}')
    end = time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as folder:
        names = options.only.split(',')
        tried = {name: harness.prepare(name, folder) for name in names}
        while time.monotonic() < end and any(one.kills < options.kills for one in tried.values()):
            for one in tried.values():
                if time.monotonic() < end:
                    harness.kills(one, min(A_TURN, options.kills - one.kills))
    for name, one in tried.items():
        print(f'{name:18} {one.kills:4} kills ({one.hit} before its end)  half {one.half}  again {one.again}  left {one.left}', flush=True)
    sums = [sum(getattr(one, count) for one in tried.values()) for count in ('kills', 'half', 'again', 'left')]
    print('all of {} commands: {} kills  half {}  again {}  left {}'.format(len(tried), *sums))
    sys.exit(1 if any(sums[1:]) else 0)


if __name__ == '__main__':
    main()
