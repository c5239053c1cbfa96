"""Makes counts_T.csv and random-sets.json: what is drawn from the streams of a seed, and what the schemes make of it.

The streams are those of ../simulation/noise.py, which has them from the published generators; the draws follow the rules in
README.md; accuracies are by brute force, as in make_expected.py.

Run with Debian's /usr/bin/python3: python3 make_random_sets.py
"""
import os
import sys

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import json

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'simulation'))

import brute_force_schemes
import make_expected
import noise

PERMUTATION, RANDOM_FEATURES, RANDOM_WORDS = 4, 5, 6
SEEDS = (1, -7)
NUMBERS = (0, 1, 70)
VOCABULARY, MOST_FREQUENT, SIZE = 60, 10, 6
VOXELS = 15


def stream(seed, purpose, a, b):
    return noise.well1024a(noise.state(seed & noise.MASK64, purpose, a, b))


def below(words, n):
    """A whole number below n from the upper 31 bits of each word, as Java's nextInt(n) makes it."""
    if n & (n - 1) == 0:
        return n * (next(words) >> 1) >> 31
    while True:
        bits = next(words) >> 1
        if bits - bits % n + n - 1 < 1 << 31:
            return bits % n


def permutation(seed, number, kind, groups):
    """kind: 0 for all words, 1 for words of one category; groups: word numbers that exchange their features."""
    words = stream(seed, PERMUTATION, number, kind)
    features_of = {}
    for group in groups:
        shuffled = list(group)
        for i in range(len(group) - 1, 0, -1):
            j = below(words, i + 1)
            shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
        features_of.update(zip(group, shuffled))
    return [features_of[w] for w in sorted(features_of)]


def random_features(seed, number, words, features):
    numbers = noise.normals(noise.uniforms(stream(seed, RANDOM_FEATURES, number, 0)))
    return np.array([[next(numbers) for _ in range(features)] for _ in range(words)])


def random_columns(seed, number, totals):
    """Columns of a set, without the columns of the highest totals (of equal ones the first)."""
    words = stream(seed, RANDOM_WORDS, number, 0)
    left = sorted(sorted(range(len(totals)), key=lambda c: (-totals[c], c))[MOST_FREQUENT:])
    drawn = []
    for i in range(SIZE):
        j = i + below(words, len(left) - i)
        left[i], left[j] = left[j], left[i]
        drawn.append(left[i])
    return sorted(drawn)


def counts(words):
    """Few and uneven, as in a small corpus: some vectors of a set are zero."""
    rng = np.random.default_rng(115)
    return rng.poisson(rng.gamma(0.25, 1.2, (words, VOCABULARY))), rng.integers(3, 40, VOCABULARY)


def correct(run, features, preset):
    """Correct pairs of leave-two-out, unit length, no penalty; words without counts stay zero."""
    length = np.linalg.norm(features, axis=1, keepdims=True)
    unit = features / np.where(length == 0, 1, length)
    similarities = run.similarities(run.images(dict(zip(run.participant.words, unit)), preset, 'none', 0), 'cosine')
    result, _, margin, largest_tie = brute_force_schemes.outcome(similarities, 'sum', preset)
    if margin < 1e-8 or largest_tie > 1e-11:
        raise SystemExit('choose another seed: margin %g tie %g' % (margin, largest_tie))
    return result


def main():
    participant = make_expected.participant('T1')
    run = brute_force_schemes.Scheme('leave-two-out', participant, VOXELS)
    table, totals = counts(len(participant.words))
    with open(os.path.join(HERE, 'counts_T.csv'), 'w', newline='') as file:
        file.write(','.join(['word'] + ['c%d' % c for c in range(VOCABULARY)]) + '\n')
        for word, row in zip(participant.words, table):
            file.write(','.join([word] + [str(n) for n in row]) + '\n')
    of = participant.categories
    groups = [[w for w in range(len(of)) if of[w] == c] for c in dict.fromkeys(of)]
    draws = []
    for seed in SEEDS:
        for number in NUMBERS:
            columns = random_columns(seed, number, totals)
            features = random_features(seed, number, len(of), 5)
            chosen = table[:, columns].astype(float)
            draws.append({
                'seed': seed, 'number': number,
                'free': permutation(seed, number, 0, [range(len(of))]),
                'withinCategory': permutation(seed, number, 1, groups),
                'features': [[float('%.15g' % x) for x in row] for row in features[:2]],
                'correctByFeatures': {p: correct(run, features, p) for p in ('paper', 'strict')},
                'columns': columns, 'zeroWords': int((chosen == 0).all(axis=1).sum()),
                'correctByWords': {p: correct(run, chosen, p) for p in ('paper', 'strict')}})
    with open(os.path.join(HERE, 'random-sets.json'), 'w', newline='') as file:
        file.write('{"totals": %s,\n"draws": [\n%s\n]}\n' % (
            json.dumps([int(n) for n in totals]), ',\n'.join(json.dumps(d) for d in draws)))


if __name__ == '__main__':
    main()
