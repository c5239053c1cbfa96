"""Makes expected.json: intervals, learning curve and group tests by their definitions, with numpy and scipy.

Leave-two-out of a set of words is brute_force.py of ../analysis on a participant who has no other words: every fold
refitted. Tests over participants are scipy's. Seeded; run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10):
python3 reference.py
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'

import itertools
import json
import sys

import numpy as np
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'analysis'))

import brute_force

ANALYSIS = os.path.join(HERE, '..', 'analysis')
SUBSAMPLES = 12
VOXELS = 15


def participant(name):
    """Responses rounded to float32, as the program keeps them."""
    from scipy.io import loadmat
    mat = loadmat(os.path.join(ANALYSIS, 'data-science-%s.mat' % name), squeeze_me=True)
    trials = [(str(i['word']), str(i['cond']), int(i['epoch']), np.asarray(d, float).astype(np.float32).astype(float))
              for i, d in zip(mat['info'], mat['data'])]
    return brute_force.Participant(trials)


def with_words(whole, numbers):
    """The participant as if there were no other words."""
    part = object.__new__(brute_force.Participant)
    part.words = [whole.words[n] for n in numbers]
    part.categories = [whole.categories[n] for n in numbers]
    part.responses = [whole.responses[n] for n in numbers]
    return part


def leave_two_out(whole, numbers, features, voxels, preset, scale, ridge):
    """(accuracy of all pairs, of pairs within categories or None, smallest margin)."""
    part = with_words(whole, numbers)
    analysis = brute_force.Analysis(part, features, preset, scale, ridge)
    chosen, _ = brute_force.selections(part, voxels)
    outcome = brute_force.outcome(analysis, analysis.similarities(voxels, 'cosine', chosen), 'sum')
    within = outcome['within']
    return (outcome['correct'] / outcome['pairs'],
            within['correct'] / within['pairs'] if within['pairs'] else None, outcome['minMargin'])


def interval(figure, scores, n, m, lowest):
    scores = np.array([s for s in scores if s is not None])
    error = scores.std(ddof=1) * np.sqrt(m / (n - m))
    low, high = stats.norm.interval(0.95, loc=figure, scale=error)
    return {'standardError': error, 'low': max(low, lowest), 'high': min(high, 1.0)}


def subsampling(rng):
    """Two analyses of T1 on the same halves of its words, and their difference."""
    whole, n = participant('T1'), 14
    _, features = brute_force.read_features(os.path.join(ANALYSIS, 'features_T.csv'))
    sets = [sorted(int(w) for w in rng.choice(n, n // 2, replace=False)) for _ in range(SUBSAMPLES)]
    result, margin = {'words': n, 'size': n // 2, 'subsets': sets, 'analyses': []}, np.inf
    for preset, scale, ridge in [('paper', 'unit', 0.1), ('strict', 'zscore', 0.5)]:
        full = leave_two_out(whole, range(n), features, VOXELS, preset, scale, ridge)
        halves = [leave_two_out(whole, s, features, VOXELS, preset, scale, ridge) for s in sets]
        margin = min([margin, full[2]] + [h[2] for h in halves])
        all_pairs, within = [h[0] for h in halves], [h[1] for h in halves]
        result['analyses'].append({
            'preset': preset, 'scale': scale, 'ridge': ridge, 'voxels': VOXELS,
            'accuracy': full[0], 'scores': all_pairs, 'interval': interval(full[0], all_pairs, n, n // 2, 0),
            'withinAccuracy': full[1], 'withinScores': within,
            'withinInterval': interval(full[1], within, n, n // 2, 0)})
    a, b = result['analyses']
    difference = a['accuracy'] - b['accuracy']
    of_difference = interval(difference, np.subtract(a['scores'], b['scores']), n, n // 2, -1)
    of_difference['p'] = 2 * stats.norm.sf(abs(difference) / of_difference['standardError'])
    result['difference'] = of_difference
    result['minMargin'] = margin
    return result


def curve():
    """The accuracy of every set of six and of eight of the nine words of T2."""
    whole = participant('T2')
    _, features = brute_force.read_features(os.path.join(ANALYSIS, 'features_T.csv'))
    rows, margin = [], np.inf
    for size in (6, 8, 9):
        for numbers in itertools.combinations(range(9), size):
            accuracy, _, least = leave_two_out(whole, numbers, features, 10, 'paper', 'unit', 0.1)
            rows.append({'words': list(numbers), 'accuracy': accuracy})
            margin = min(margin, least)
    return {'voxels': 10, 'ridge': 0.1, 'sets': rows, 'minMargin': margin}


def over_participants(rng):
    """Student's t and all sign patterns, for several numbers of participants."""
    rows = []
    for k in (2, 3, 9, 12):
        values = np.round(rng.uniform(0.42, 0.64, k), 4)
        chance = np.round(rng.normal(0.5, 0.01, k), 4)
        t, two_sided = stats.ttest_1samp(values - chance, 0)
        above = stats.ttest_1samp(values - chance, 0, alternative='greater').pvalue
        low, high = stats.t.interval(0.95, k - 1, loc=values.mean(), scale=stats.sem(values))
        flips = {side: stats.permutation_test((values - chance,), np.mean, permutation_type='samples',
                                              n_resamples=np.inf, alternative=side).pvalue
                 for side in ('greater', 'two-sided')}
        rows.append({'values': list(values), 'chance': list(chance), 'low': low, 'high': high, 't': t, 'pAbove': above,
                     'pTwoSided': two_sided, 'flipsAbove': flips['greater'], 'flipsTwoSided': flips['two-sided']})
    return rows


def permutations(rng):
    """Mean accuracy of four participants against the same 99 permutations."""
    values = np.round(rng.uniform(0.48, 0.56, 4), 4)
    nulls = np.round(rng.normal(0.5, 0.06, (4, 99)), 4)
    reaching = int((nulls.mean(axis=0) >= values.mean()).sum())
    return {'values': list(values), 'nulls': [list(row) for row in nulls], 'chance': list(nulls.mean(axis=1)),
            'p': (1 + reaching) / 100}


def shares():
    """Wilson's interval of some of all."""
    rows = []
    for some, of in [(0, 20), (1, 20), (7, 20), (20, 20), (50, 400)]:
        ci = stats.binomtest(some, of).proportion_ci(method='wilson')
        rows.append({'some': some, 'of': of, 'low': ci.low, 'high': ci.high})
    return rows


def main():
    rng = np.random.default_rng(2008)
    expected = {'subsampling': subsampling(rng), 'curve': curve(), 'participants': over_participants(rng),
                'permutations': permutations(rng), 'shares': shares()}
    with open(os.path.join(HERE, 'expected.json'), 'w') as file:
        json.dump(expected, file, indent=1, default=float)
        file.write('\n')


main()
