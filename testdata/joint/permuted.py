"""What a space explains beyond another when its residuals are permuted, by regions, and with some of the words.

    python3 permuted.py         # writes permuted.json beside this file

Needs numpy and scipy. The data are those of joint.py; every model is refitted. Residuals of a ridge model of the second
space's features (of unit length) by the first's, with hat matrix H (intercept included), are (I - H) Z, divided by the
lengths of the rows of I - H, exchanged between words and added to what the model predicts.
"""
import json
import os

import joint
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = [0, 2, 5]


def hat(space, penalty):
    """H of a model with an intercept, of vectors of unit length."""
    x = joint.scaled(space, 'unit', None)
    x = x - x.mean(axis=0)
    n = len(x)
    return x @ np.linalg.solve(x.T @ x + penalty * np.eye(x.shape[1]), x.T) + np.full((n, n), 1 / n)


def permuted(space, other, orders):
    words = list(range(len(space)))
    own = joint.scaled(other, 'unit', None)
    grid = np.logspace(-3, 4, 20)
    sums = [(joint.errors([space], own, 'strict', 'unit', words, [p]) ** 2).sum() for p in grid]
    left = np.eye(len(own)) - hat(space, grid[int(np.argmin(sums))])
    residuals = left @ own
    standardised = residuals / np.linalg.norm(left, axis=1)[:, None]
    return [own - residuals + standardised[order] for order in orders]


def shares(spaces, y):
    """Unique to the second space: by voxel, and pooled over some."""
    r2 = joint.partition(spaces, y)
    unique = np.array(r2['both']) - np.array(r2['a'])
    deviations = ((y - y.mean(axis=0)) ** 2).sum(axis=0)
    return unique, float((unique * deviations)[COLUMNS].sum() / deviations[COLUMNS].sum())


def partition_of_some(spaces, y, words):
    joint.WORDS = len(words)
    unique, pooled = shares([s[words] for s in spaces], y[words])
    joint.WORDS = len(y)
    return unique, pooled


def main():
    spaces, y = joint.data()
    spaces = spaces[:2]
    rng = np.random.default_rng(4)
    orders = [rng.permutation(len(y)) for _ in range(3)]
    maps = [shares([spaces[0], other], y) for other in permuted(*spaces, orders)]
    halves = [np.sort(rng.permutation(len(y))[:7]) for _ in range(4)]
    of_halves = [partition_of_some(spaces, y, half) for half in halves]
    unique, pooled = shares(spaces, y)
    error = np.std([u for u, _ in of_halves], axis=0, ddof=1) * np.sqrt(7 / (len(y) - 7))
    content = {
        'columns': COLUMNS, 'unique': unique.tolist(), 'pooled': pooled,
        'orders': [o.tolist() for o in orders],
        'permuted': [m.tolist() for m, _ in maps], 'permutedPooled': [p for _, p in maps],
        'halves': [h.tolist() for h in halves],
        'low': (unique - 1.959963984540054 * error).tolist(), 'high': (unique + 1.959963984540054 * error).tolist()}
    with open(os.path.join(HERE, 'permuted.json'), 'w') as file:
        json.dump(content, file, separators=(',', ':'))
        file.write('\n')


if __name__ == '__main__':
    main()
