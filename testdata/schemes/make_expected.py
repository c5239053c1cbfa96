"""Makes expected.json by brute force, from the participants and features of ../analysis.

Run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10): python3 make_expected.py
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import itertools
import json

import numpy as np
import scipy.io

import brute_force_schemes
from brute_force_schemes import brute_force

HERE = os.path.dirname(os.path.abspath(__file__))
ANALYSIS = os.path.join(HERE, '..', 'analysis')
SELECTED = 15
SEED = 1770
RULES = ('sum', 'single', 'strict')
PRESETS, SCALES, RIDGES, METRICS = ('paper', 'strict'), ('unit', 'zscore', 'none'), (0, 0.5), ('cosine', 'correlation')
TABLES = ('features_T.csv', 'wide_T.csv', 'deficient_T.csv', 'onehot_T.csv')


def participant(name):
    """Responses as float32, as the program keeps them; arithmetic on them is in double."""
    mat = scipy.io.loadmat(os.path.join(ANALYSIS, 'data-science-%s.mat' % name), variable_names=('info', 'data'))
    return brute_force.Participant([
        (str(i['word'][0]), str(i['cond'][0]), int(i['epoch'][0, 0]), values.ravel().astype(np.float32))
        for i, values in zip(mat['info'].ravel(), mat['data'].ravel())])


def permutations(words, rng):
    """Two relabellings: for every word the number of the word whose features it is given."""
    return [[int(n) for n in rng.permutation(words)] for _ in range(2)]


def relabelled(words, features, of):
    return {word: features[words[number]] for word, number in zip(words, of)}


def rounded(values):
    return [float('%.12g' % x) for x in values]


class Worker:
    def __init__(self):
        rng = np.random.default_rng(SEED)
        self.participants = {name: participant(name) for name in ('T1', 'T2')}
        self.permutations = {name: permutations(len(p.words), rng) for name, p in self.participants.items()}
        self.tables = {t: brute_force.read_features(os.path.join(ANALYSIS, t))[1] for t in TABLES}

    def entries(self):
        grid = [('T1', t, v) for t in TABLES for v in (SELECTED, 'all')] + [('T2', 'features_T.csv', SELECTED)]
        for (name, table, voxels), scheme in itertools.product(grid, brute_force_schemes.SCHEMES):
            run = brute_force_schemes.Scheme(scheme, self.participants[name], voxels)
            if voxels != 'all' and run.gap(voxels) < 1e-7:
                raise SystemExit('rounding may choose the voxels: %s %s' % (name, scheme))
            for preset, scale, ridge in itertools.product(PRESETS, SCALES, RIDGES):
                yield from self.configuration(name, table, voxels, run, preset, scale, ridge)

    def configuration(self, name, table, voxels, run, preset, scale, ridge):
        words = self.participants[name].words
        labels = [list(range(len(words)))] + self.permutations[name]
        images = [run.images(relabelled(words, self.tables[table], of), preset, scale, ridge) for of in labels]
        for metric in METRICS:
            entry = {'participant': name, 'features': table, 'scheme': run.name, 'voxels': voxels, 'preset': preset,
                     'scale': scale, 'ridge': ridge, 'metric': metric}
            similarities = [run.similarities(of, metric) for of in images]
            entry['correct'] = {rule: [self.correct(entry, s, rule) for s in similarities] for rule in RULES}
            entry['ties'] = brute_force_schemes.outcome(similarities[0], 'sum', preset)[1]
            pairs = run.pairs()
            entry['pairs'] = len(pairs)
            places = sorted({len(pairs) // 2, len(pairs) - 1})
            entry['some'] = {str(n): rounded(similarities[0][n]) for n in places}
            yield entry

    @staticmethod
    def correct(entry, similarities, rule):
        """How many pairs are right, where rounding cannot decide any."""
        correct, _, margin, largest_tie = brute_force_schemes.outcome(similarities, rule, entry['preset'])
        if margin < 1e-8 or largest_tie > 1e-11:
            raise SystemExit('choose another seed: %s %s margin %g tie %g' % (entry, rule, margin, largest_tie))
        return correct


def main():
    worker = Worker()
    entries = list(worker.entries())
    words = {name: p.words for name, p in worker.participants.items()}
    with open(os.path.join(HERE, 'expected.json'), 'w', newline='') as file:
        file.write('{"about": "made by make_expected.py; README.md says how to read it",\n"words": %s,\n"permutations": %s,\n'
                   '"configurations": [\n' % (json.dumps(words), json.dumps(worker.permutations)))
        file.write(',\n'.join(json.dumps(e, separators=(',', ':')) for e in entries) + '\n]}\n')


if __name__ == '__main__':
    main()
