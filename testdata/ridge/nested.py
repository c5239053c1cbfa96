"""Leave-two-out with the ridge penalty chosen inside the training words of every fold, refitting everything.

    python3 nested.py           # writes nested.json beside this file

Needs numpy and scipy. The participant T1 and the tables of features are those of ../analysis; selection of voxels, scaling,
similarities and counting are its brute_force.py; responses are in single precision, as mitchell keeps them. In every fold, for every penalty and each training word t, a model is fitted
to the training words but t and predicts t (leave_one_out.py, `errors`); the penalty of the smallest squared error, over the
fold's voxels or for each voxel, is that of the fold; or, where errors are standardised, of the smallest sum over voxels of their
errors by their variances over the training words. The map: with one penalty a fold the mean of a word's predictions over
the pairs that hold it out, with one a voxel its prediction by the model of all other words, correlated with the images.
"""
import itertools
import json
import os
import sys

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import numpy as np
import scipy.io

HERE = os.path.dirname(os.path.abspath(__file__))
ANALYSIS = os.path.join(os.path.dirname(HERE), 'analysis')
sys.path.insert(0, ANALYSIS)

import brute_force
from leave_one_out import errors, predict, scaled

VOXELS = 15


def participant(name):
    mat = scipy.io.loadmat(os.path.join(ANALYSIS, 'data-science-%s.mat' % name))
    info, data = mat['info'].ravel(), mat['data'].ravel()
    return brute_force.Participant([(str(i['word'].item()), str(i['cond'].item()), int(i['epoch'].item()),
                                     d.ravel().astype(np.float32)) for i, d in zip(info, data)])


class Nested:
    def __init__(self, who, raw, preset, scale, penalties, per, error):
        self.raw, self.preset, self.scale, self.penalties, self.per, self.error = raw, preset, scale, penalties, per, error
        self.images = who.images() - who.images().mean(axis=0)

    def choose(self, heldout, columns):
        """One number in the grid for each column."""
        e = errors(self.raw, self.images[:, columns], heldout, self.preset, self.scale, self.penalties)
        if self.error == 'standardised':
            variance = np.delete(self.images[:, columns], list(heldout), axis=0).var(axis=0)
            e = e[:, variance > 1e-20] / variance[variance > 1e-20]
        return e.argmin(axis=0) if self.per == 'voxel' else np.full(len(columns), e.sum(axis=1).argmin())

    def predict(self, heldout, columns, choice):
        """Predicted images of the held-out words, as deviations from the mean that the preset removes."""
        train = [w for w in range(len(self.raw)) if w not in heldout]
        x = scaled(self.raw, self.scale, self.preset, train)
        y = self.images[:, columns]
        result = np.empty((len(heldout), len(columns)))
        for k in set(choice):
            here = choice == k
            result[:, here] = self.model(x, y[:, here], train, list(heldout), self.penalties[k])
        return result, (y[train].mean(axis=0) if self.preset == 'strict' else 0 * y[0])

    def model(self, x, y, train, test, ridge):
        if self.preset == 'strict':
            return predict(x, y, train, test, ridge, 'strict')
        return x[test] @ brute_force.solve(x[train], y[train], ridge)


def outcome(who, raw, preset, scale, penalties, per, error):
    nested = Nested(who, raw, preset, scale, penalties, per, error)
    n, everything = len(raw), list(range(nested.images.shape[1]))
    largest = np.linalg.norm(nested.images, axis=1).max()
    chosen, _ = brute_force.selections(who, VOXELS)
    choices, similarities, correct = [], [], 0.0
    total = np.zeros_like(nested.images)
    for fold in itertools.combinations(range(n), 2):
        columns = sorted(chosen[fold])
        choice = nested.choose(fold, columns)
        p, mean = nested.predict(fold, columns, choice)
        o = nested.images[list(fold)][:, columns] - mean
        s = [brute_force.similarity(p[i], o[j], 'cosine', largest) for i in (0, 1) for j in (0, 1)]
        similarities.append(s)
        choices.append(int(choice[0]) if per == 'global' else [int(k) for k in choice])
        score = brute_force.verdict([s[0] + s[3] - s[1] - s[2]], 'sum')
        correct += 0.0 if score == 0.5 and preset == 'paper' else score
        if per == 'global':
            p, mean = nested.predict(fold, everything, np.full(len(everything), choice[0]))
            total[list(fold)] += (p + mean) / (n - 1)
    best = sorted(brute_force.most_stable(brute_force.stability(who.repeated()), VOXELS))
    if per == 'global':
        model = [int(nested.choose((), best)[0])]
    else:
        model = [int(k) for k in nested.choose((), everything)]
        for word in range(n):
            p, mean = nested.predict((word,), everything, nested.choose((word,), everything))
            total[word] = p[0] + mean
    one = {}
    for word in (0, 5, 13):
        rest = np.delete(who.repeated(), word, axis=1)
        columns = everything if per == 'voxel' else sorted(brute_force.most_stable(brute_force.stability(rest), VOXELS))
        choice = nested.choose((word,), columns)
        p, _ = nested.predict((word,), everything, choice if per == 'voxel' else np.full(len(everything), choice[0]))
        one[who.words[word]] = p[0].tolist()
    varies = nested.images.max(axis=0) - nested.images.min(axis=0) > 1e-12
    r = [float(np.corrcoef(total[:, v], nested.images[:, v])[0, 1]) if varies[v] else None for v in everything]
    return {'preset': preset, 'scale': scale, 'penalties': penalties, 'per': per, 'error': error, 'voxels': VOXELS, 'correct': correct,
            'choices': choices, 'similarities': similarities, 'model': model, 'map': r, 'leaveOneOut': one,
            'constant': [v for v in everything if not varies[v]]}


def main():
    who = participant('T1')
    penalties = [float('%.6g' % p) for p in np.logspace(-2, 3, 8)]
    cases = []
    for table, preset, scale, per, error in (
            ('features_T.csv', 'paper', 'unit', 'global', 'raw'), ('features_T.csv', 'strict', 'unit', 'global', 'raw'),
            ('features_T.csv', 'paper', 'unit', 'voxel', 'raw'), ('features_T.csv', 'strict', 'none', 'voxel', 'raw'),
            ('wide_T.csv', 'strict', 'zscore', 'global', 'raw'), ('wide_T.csv', 'paper', 'zscore', 'voxel', 'raw'),
            ('deficient_T.csv', 'strict', 'zscore', 'voxel', 'raw'),
            ('features_T.csv', 'paper', 'unit', 'global', 'standardised'), ('wide_T.csv', 'strict', 'zscore', 'global', 'standardised')):
        features = brute_force.read_features(os.path.join(ANALYSIS, table))[1]
        raw = np.array([features[w] for w in who.words])
        cases.append(dict(outcome(who, raw, preset, scale, penalties, per, error), features=table))
        print(table, preset, scale, per, error, cases[-1]['correct'], flush=True)
    with open(os.path.join(HERE, 'nested.json'), 'w') as stream:
        json.dump({'cases': cases}, stream)
        stream.write('\n')


if __name__ == '__main__':
    main()
