#!/usr/bin/env python3
"""Size and time of the report of nine participants of 21,764 voxels: at most 15 MB and 10 s.

    mvn -q -DskipTests package
    python3 src/bench/report.py [--fits FOLDER]

Needs ../shared/data. The nine are its simulated participant under nine labels, fitted and mapped (r with clusters, noise ceiling,
normalised r, p by permutation, the mean of the group), so that the report has more maps than fits alone give. That takes minutes;
--fits keeps them, or takes what an earlier run left. Times are of whole processes, a new one every time, medians of three. Ends with
status 1 where a bound does not hold.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / '../shared/data'
LABELS = [f'sim{i}' for i in range(1, 10)]
MOST_BYTES = 15_000_000
MOST_SECONDS = 10


def mitchell(*words):
    start = time.monotonic()
    done = subprocess.run(['java', '-jar', ROOT / 'target/mitchell.jar', *map(str, words)], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout, time.monotonic() - start


def prepare(folder):
    for label in LABELS:
        mitchell('fit', '--subject', label, '--data', DATA / 'simulated/data-science-S1.mat', '--features',
                 DATA / 'mitchell2008/verb25_60nouns.csv', '--out', folder, '--quiet')
    atlas = ['--atlas', DATA / 'anatomy/aal.nii.gz', '--atlas-names', DATA / 'anatomy/aal.nii.txt']
    mitchell('map', '--model', folder, '--permutations', 0, '--quiet', *atlas)
    for stat in ['ceiling', 'normalised']:
        mitchell('map', '--model', folder, '--stat', stat, '--quiet')
    mitchell('map', '--model', folder, '--stat', 'p', '--permutations', 20, '--quiet')
    mitchell('map', '--model', folder, '--group', 'mean', '--permutations', 20, '--quiet', *atlas)


def main():
    parser = argparse.ArgumentParser(description='the report of nine participants')
    parser.add_argument('--fits', type=pathlib.Path)
    options = parser.parse_args()
    background = next((DATA / 'anatomy').glob('mni*t1*.nii.gz'))
    with tempfile.TemporaryDirectory() as work:
        folder = options.fits or pathlib.Path(work) / 'fits'
        if not (folder / 'group').exists():
            prepare(folder)
        held = True
        for name, more in [('own brains', []), ('a T1 of 1 mm', ['--background', background])]:
            seconds = []
            for _ in range(3):
                out, took = mitchell('report', '--model', folder, '--out', pathlib.Path(work) / 'r.html', '--json', *more)
                seconds.append(took)
            said = json.loads(out)
            median = statistics.median(seconds)
            held &= said["bytes"] <= MOST_BYTES and median <= MOST_SECONDS
            print(f'nine participants, {name}: {said["bytes"] / 1e6:.1f} MB, {median:.1f} s (whole process, median of 3), '
                  f'{said["maps"]} maps inside, {len(said["mapsLeftOut"])} left out')
    sys.exit(0 if held else 1)


if __name__ == '__main__':
    main()
