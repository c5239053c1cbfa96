"""Standard errors of signatures by refitting without each word, and signatures of halves of the words.

    python3 errors.py           # writes errors.json beside this file

Needs numpy. The data are those of ../joint/joint.py: 14 words, spaces of 3 and 2 features, 6 voxels. Every model is
refitted with lstsq on [X; sqrt(penalty)] after the mean image of its words was removed. Scales (unit length, or
deviations over all words) are held when a word is left out; where features are centred they are centred on the words of
the model. Penalties of banded models and the penalties and weights of stacks are given, not chosen.
"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'joint'))

import joint                                                                   # noqa: E402
import numpy as np                                                             # noqa: E402


def fit(x, y, penalties, centre):
    """Features x voxels; one penalty a feature, of an infinite one the coefficient is 0."""
    y = y - y.mean(axis=0)
    x = x - x.mean(axis=0) if centre else x
    used = np.isfinite(penalties)
    stacked = np.vstack([x[:, used], np.diag(np.sqrt(penalties[used]))])
    found = np.zeros((x.shape[1], y.shape[1]))
    found[used] = np.linalg.lstsq(stacked, np.vstack([y, np.zeros((used.sum(), y.shape[1]))]), rcond=None)[0]
    return found


def jackknife(model, n):
    without = np.array([model(np.delete(np.arange(n), w)) for w in range(n)])
    return np.sqrt((n - 1) / n * ((without - without.mean(axis=0)) ** 2).sum(axis=0))


def case(name, spaces, y, preset, scale, penalties, weights=None):
    """Penalties one a space; with weights a model a space."""
    n = len(y)
    x = [joint.scaled(s, scale, list(range(n))) for s in spaces]
    centre = preset == 'strict' or scale == 'zscore'
    if weights is None:
        each = np.concatenate([np.full(s.shape[1], p, float) for s, p in zip(spaces, penalties)])

        def model(words):
            return fit(np.hstack(x)[words], y[words], each, centre)
    else:
        def model(words):
            return np.vstack([w * fit(b[words], y[words], np.full(b.shape[1], p, float), centre)
                              for b, p, w in zip(x, penalties, weights)])
    return {'name': name, 'preset': preset, 'scale': scale, 'spaces': len(spaces),
            'penalties': [p if np.isfinite(p) else None for p in penalties],
            'weights': weights, 'coefficients': model(np.arange(n)).tolist(), 'errors': jackknife(model, n).tolist()}


def stability(space, y, preset, scale, penalty, halves):
    """Mean over halves of r over features of both halves' coefficients; scales are each half's own."""
    centre = preset == 'strict' or scale == 'zscore'
    each = []
    for half in halves:
        both = []
        for words in (half, np.setdiff1d(np.arange(len(y)), half)):
            x = joint.scaled(space[words], scale, list(range(len(words))))
            both.append(fit(x, y[words], np.full(x.shape[1], penalty), centre))
        each.append([np.corrcoef(both[0][:, v], both[1][:, v])[0, 1] for v in range(y.shape[1])])
    return np.mean(each, axis=0).tolist()


def main():
    spaces, y = joint.data()
    small = [spaces[0], spaces[2]]
    # A feature that one word alone has: without the word its coefficient is 0 where nothing is penalised.
    lonely = np.hstack([spaces[0], np.eye(len(y))[:, [4]]])
    cases = []
    for preset in ('paper', 'strict'):
        for scale in ('unit', 'zscore', 'none'):
            for penalty in (0.0, 2.0):
                cases.append(case('one', small[:1], y, preset, scale, [penalty]))
        cases.append(case('wide', spaces[1:2], y, preset, 'unit', [2.0]))
        cases.append(case('lonely', [lonely], y, preset, 'none', [0.0]))
    rng = np.random.default_rng(4)
    halves = [np.sort(rng.permutation(len(y))[:7]) for _ in range(3)]
    content = {
        'lonely': lonely.tolist(), 'cases': cases, 'halves': [h.tolist() for h in halves],
        'stability': [{'preset': p, 'scale': s, 'penalty': ridge,
                       'values': stability(spaces[0], y, p, s, ridge, halves)}
                      for p, s, ridge in (('paper', 'unit', 0.0), ('strict', 'zscore', 2.0))],
        'held': {preset: {
            'banded': case('banded', small, y, preset, 'unit', [0.5, 8.0]),
            'alone': case('alone', small, y, preset, 'unit', [3.0, np.inf]),
            'stacked': case('stacked', small, y, preset, 'unit', [0.5, 8.0], [0.7, 0.3]),
        } for preset in ('paper', 'strict')}}
    with open(os.path.join(HERE, 'errors.json'), 'w') as file:
        json.dump(content, file, separators=(',', ':'))
        file.write('\n')


if __name__ == '__main__':
    main()
