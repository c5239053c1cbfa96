"""Participants on which double precision is put to the test, and what leave-two-out gives on them in arithmetic of 60 digits.

    python3 make_stress.py

Needs mpmath (1.3). Written beside this script: NAME-features.tsv, NAME-responses.tsv (word, epoch, a value a voxel) and expected.json: of every
pair of words the four cosines (predicted with observed: s11, s12, s21, s22) and whether it is told apart, by the definitions: the images are
the words' means less the mean over words; for each pair the model is fitted anew on the other words, by the pseudoinverse (ridge 0) or by
(X'X + ridge I)^-1 X'Y; right is s11 + s22 > s12 + s21. And of every voxel r: the correlation over words of its observed value and the mean of
the predictions for the word by all models that were fitted without it.

The responses that are multiplied by 1e-6 or the features that are multiplied by 1e8 are those of `plain`, decimal point moved; what a program
reads of them is rounded to double precision, and responses further to single precision once their means are off, which bounds what can agree.
"""
import itertools
import json
import random

import mpmath
from mpmath import mp, mpf

mp.dps = 60
ZERO = mpf(10) ** -30


def table(name, header, rows):
    with open(name, 'w') as out:
        for row in [header, *rows]:
            out.write('\t'.join(row) + '\n')


def times(text, power):
    """A decimal number as text, times ten to a power, exactly."""
    return f'{text}e{power}' if power else text


def solve(x, y, ridge):
    """Features x voxels."""
    if ridge:
        return mpmath.inverse(x.T * x + ridge * mpmath.eye(x.cols)) * (x.T * y)
    u, s, v = mpmath.svd_r(x, full_matrices=False)
    kept = [i for i in range(len(s)) if s[i] > ZERO * s[0]]
    b = mpmath.zeros(x.cols, y.cols)
    for i in kept:
        left = u[:, i].T * y
        b += v[i, :].T * (left / s[i])
    return b


def cosine(a, b):
    return sum(p * q for p, q in zip(a, b)) / mpmath.sqrt(sum(p * p for p in a) * sum(q * q for q in b))


def correlation(a, b):
    return cosine([p - sum(a) / len(a) for p in a], [q - sum(b) / len(b) for q in b])


def expected(words, features, responses, unit, ridge):
    n = len(words)
    x = mpmath.matrix([[mpf(c) for c in row] for row in features])
    if unit:
        for w in range(n):
            length = mpmath.sqrt(sum(x[w, f] ** 2 for f in range(x.cols)))
            for f in range(x.cols):
                x[w, f] /= length
    y = mpmath.matrix(n, len(responses[0][0]))
    for w in range(n):
        for v in range(y.cols):
            y[w, v] = sum(mpf(trial[v]) for trial in responses[w]) / len(responses[w])
    for v in range(y.cols):
        mean = sum(y[w, v] for w in range(n)) / n
        for w in range(n):
            y[w, v] -= mean
    pairs = []
    held = [[mpf(0)] * y.cols for _ in range(n)]
    for i, j in itertools.combinations(range(n), 2):
        train = [w for w in range(n) if w not in (i, j)]
        b = solve(mpmath.matrix([list(x[w, :]) for w in train]), mpmath.matrix([list(y[w, :]) for w in train]), ridge)
        p, o = [list(x[w, :] * b) for w in (i, j)], [list(y[w, :]) for w in (i, j)]
        for w, prediction in zip((i, j), p):
            held[w] = [a + c for a, c in zip(held[w], prediction)]
        s = [cosine(p[a], o[c]) for a in (0, 1) for c in (0, 1)]
        margin = s[0] + s[3] - s[1] - s[2]
        pairs.append({'word1': words[i], 'word2': words[j], 's': [float(c) for c in s], 'margin': float(margin),
                      'correct': int(margin > 0)})
    return pairs, [float(correlation([row[v] for row in held], [y[w, v] for w in range(n)])) for v in range(y.cols)]


def number(rng):
    return f'{rng.gauss(0, 1):.4f}'


def case(name, words, voxels, features, presentations, seed, unit=True, ridge=0, feature_power=0, response_power=0, collinear=False,
         near=False):
    rng = random.Random(seed)
    names = [f'w{w:02d}' for w in range(words)]
    x = [[number(rng) for _ in range(features)] for _ in names]
    if collinear:                                        # the last is twice the first, to the last digit
        x = [row[:-1] + [f'{2 * mpf(row[0])}'[:12]] for row in x]
        x = [row[:-1] + [str(round(2 * float(row[0]), 4))] for row in x]
    weights = [[rng.gauss(0, 1) for _ in range(voxels)] for _ in range(features)]
    y = [[[f'{sum(float(c) * w[v] for c, w in zip(row, weights)) + rng.gauss(0, 2):.4f}' for v in range(voxels)]
          for _ in range(presentations)] for row in x]
    if near:                                             # two words that differ by a thousandth in features and responses
        x[1] = [f'{float(c) + 1e-3 * rng.gauss(0, 1):.6f}' for c in x[0]]
        y[1] = [[f'{float(c) + 1e-3 * rng.gauss(0, 1):.6f}' for c in trial] for trial in y[0]]
    x = [[times(c, feature_power) for c in row] for row in x]
    y = [[[times(c, response_power) for c in trial] for trial in word] for word in y]
    table(f'{name}-features.tsv', ['word', *(f'f{f + 1}' for f in range(features))], [[w, *row] for w, row in zip(names, x)])
    table(f'{name}-responses.tsv', ['word', 'epoch', *(f'v{v + 1}' for v in range(voxels))],
          [[w, str(p + 1), *trial] for w, trials in zip(names, y) for p, trial in enumerate(trials)])
    pairs, r = expected(names, x, y, unit, ridge)
    return {'scale': 'unit' if unit else 'none', 'ridge': ridge, 'pairs': pairs, 'r': r}


CASES = {
    'plain': dict(words=10, voxels=12, features=4, presentations=2, seed=1),
    'features-1e8': dict(words=10, voxels=12, features=4, presentations=2, seed=1, feature_power=8, unit=False),
    'features-1e8-ridge': dict(words=10, voxels=12, features=4, presentations=2, seed=1, feature_power=8, unit=False, ridge=1),
    'responses-1e-6': dict(words=10, voxels=12, features=4, presentations=2, seed=1, response_power=-6),
    'collinear': dict(words=10, voxels=12, features=5, presentations=2, seed=2, collinear=True, unit=False),
    'collinear-ridge': dict(words=10, voxels=12, features=5, presentations=2, seed=2, collinear=True, unit=False, ridge=1),
    'near-ties': dict(words=8, voxels=12, features=3, presentations=2, seed=3, near=True),
    'four-words': dict(words=4, voxels=12, features=2, presentations=2, seed=4),
    'two-voxels': dict(words=10, voxels=2, features=3, presentations=2, seed=5),
    'more-features-than-words': dict(words=8, voxels=12, features=20, presentations=2, seed=6),
}

json.dump({name: case(name, **how) for name, how in CASES.items()}, open('expected.json', 'w'), indent=1)
