"""What maps find of what was planted: sensitivity and false discoveries against signal to noise, as tables for docs/maps.md.

    mvn -q -DskipTests package                # or name another jar in MITCHELL_JAR
    python3 src/bench/planted_truth.py [--signal 0,0.1,0.2,0.4,0.8] [--participants 3] [--permutations 1000]

Needs Python 3 with numpy and nibabel, and ../shared/data (the features of the 25 verbs). For every signal to noise and participant it runs
`mitchell simulate` (60 nouns, 6 presentations, 20,057 voxels, noise of 6 mm FWHM), `fit` without a penalty and `map --stat p|fdr|fwer`, and
compares the maps with the planted signatures. A voxel is planted when its planted response differs between words, by however little:
many lie on the slopes of a blob.
"""
import argparse
import csv
import glob
import os
import subprocess
import tempfile

import nibabel
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
VERBS = os.path.join(ROOT, '..', 'shared', 'data', 'mitchell2008', 'verb25_60nouns.csv')
RULES = (('p', 0.001), ('fdr', 0.05), ('fwer', 0.05))
RATIOS = (0, 0.1, 0.2, 0.3, 0.5, 0.8, np.inf)
JAR = os.environ.get('MITCHELL_JAR', os.path.join(ROOT, 'target', 'mitchell.jar'))


def mitchell(*words):
    subprocess.run(['java', '-jar', JAR, *map(str, words), '--quiet'], check=True)


def image(pattern):
    (file,) = glob.glob(pattern)
    return np.asarray(nibabel.load(file).dataobj)


def features():
    with open(VERBS, newline='') as stream:
        rows = [[float(x) for x in row[1:]] for row in list(csv.reader(stream))[1:]]
    return np.array([np.array(r) / np.linalg.norm(r) for r in rows])


def participant(signal, seed, permutations):
    """For the voxels of one brain: the planted signal to noise of each, and whether each rule finds it."""
    with tempfile.TemporaryDirectory() as folder:
        data, fits = os.path.join(folder, 'data'), os.path.join(folder, 'fits')
        mitchell('simulate', '--subject', 'sim', '--snr', signal, '--seed', seed, '--noise-fwhm', 6, '--features', VERBS, '--out', data)
        mitchell('fit', '--subject', 'sim', '--data', data, '--features', VERBS, '--out', fits)
        signatures = image(os.path.join(data, '*_truth.nii.gz'))
        brain = np.isfinite(signatures[..., 0])
        ratio = (features() @ signatures[brain].T.astype(float)).std(axis=0)      # of a trial's noise, whose sd is 1
        found = []
        for stat, level in RULES:
            mitchell('map', '--subject', 'sim', '--model', fits, '--stat', stat, '--permutations', permutations)
            found.append(image(os.path.join(fits, 'sub-sim', '*_stat-%s_statmap.nii.gz' % stat))[brain] <= np.float32(level))
        return ratio, np.array(found)


def share(part, whole):
    return '-' if whole == 0 else ('%.3f' % (part / whole)).lstrip('0') if 0 < part < whole else '%d' % (part / whole)


def row(signal, people):
    cells = ['%g' % signal, '{:,}'.format(round(np.mean([(ratio > 0).sum() for ratio, _ in people])))]
    for rule in range(len(RULES)):
        right = sum((found[rule] & (ratio > 0)).sum() for ratio, found in people)
        wrong = [int((found[rule] & (ratio == 0)).sum()) for ratio, found in people]
        planted = sum((ratio > 0).sum() for ratio, _ in people)
        cells += [share(right, planted), ', '.join(map(str, wrong)), share(sum(wrong), sum(wrong) + right)]
    return '| %s |' % ' | '.join(cells)


def main():
    parser = argparse.ArgumentParser(description='sensitivity and false discoveries of maps')
    parser.add_argument('--signal', default='0,0.1,0.2,0.4,0.8')
    parser.add_argument('--participants', type=int, default=3)
    parser.add_argument('--permutations', type=int, default=1000)
    options = parser.parse_args()
    everybody = []
    print('| signal to noise | planted | p .001: found | false | share | FDR .05: found | false | share | FWER .05: found | false | share |')
    print('|---' * 11 + '|')
    for signal in map(float, options.signal.split(',')):
        people = [participant(signal, seed, options.permutations) for seed in range(1, options.participants + 1)]
        everybody += people
        print(row(signal, people), flush=True)
    ratio = np.concatenate([ratio for ratio, _ in everybody])
    found = np.concatenate([found for _, found in everybody], axis=1)
    print('\n| signal to noise of the voxel | voxels | p .001 | FDR .05 | FWER .05 |\n|---|---|---|---|---|')
    for low, high in zip(RATIOS, RATIOS[1:]):
        inside = (ratio > low) & (ratio <= high)
        print('| %g to %g | %s | %s |' % (low, high, '{:,}'.format(inside.sum()), ' | '.join(
            share(found[rule][inside].sum(), inside.sum()) for rule in range(len(RULES)))))


if __name__ == '__main__':
    main()
