"""Words identified by images in the place of predictions, on three small simulated participants: study.json, expected.json.

Slow on purpose, and no formula in common with the program: every fold chooses its voxels by stability of its own and
takes its means anew. Run with /usr/bin/python3 (numpy, scipy): python3 ceilings.py
"""
import itertools
import json
import os

import numpy as np
from scipy.stats import norm

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ['ant', 'bear', 'cat', 'dog', 'eagle', 'fox', 'goat', 'hen']
DIMS = (5, 4, 3)
SPLITS = 4


def study(rng):
    signal = rng.normal(size=(len(WORDS), 60))
    participants = []
    for number in range(3):
        cells = rng.permutation(60)[:44]
        trials = []
        for w in range(len(WORDS)):
            count = 5 if w == 2 else 4
            images = 0.35 * signal[w, cells] + 1.1 * rng.normal(size=(count, len(cells))) + 0.5
            trials.append([[round(float(x), 2) for x in image] for image in images])
        voxels = [[int(c % 5), int(c // 5 % 4), int(c // 20)] for c in cells]
        participants.append({'label': 'P%d' % (number + 1), 'voxels': voxels, 'trials': trials})
    splits = [[[int(p) for p in rng.permutation(len(t))] for t in participants[0]['trials']] for _ in range(SPLITS)]
    return {'words': WORDS, 'dims': DIMS, 'participants': participants, 'splits': splits}


def arrays(participant):
    return [np.array(t, dtype=np.float32).astype(float) for t in participant['trials']]


def stability(trials):
    m = min(len(t) for t in trials)
    scores = []
    for v in range(trials[0].shape[1]):
        r = [np.corrcoef([t[a, v] for t in trials], [t[b, v] for t in trials])[0, 1]
             for a, b in itertools.combinations(range(m), 2)]
        scores.append(np.mean(r))
    return np.array(scores)


def alike(p, o, metric):
    if metric == 'correlation':
        return np.corrcoef(p, o)[0, 1]
    return p @ o / np.linalg.norm(p) / np.linalg.norm(o)


def identify(predicted, observed, trials, case):
    """accuracy and mean similarity; rows of both are the words"""
    n = len(predicted)
    right, own = [], []
    folds = [(w,) for w in range(n)] if case['rank'] else list(itertools.combinations(range(n), 2))
    for fold in folds:
        training = [w for w in range(n) if w not in fold]
        columns = np.arange(predicted.shape[1])
        if case['voxels']:
            columns = np.argsort(-stability([trials[w] for w in training]))[:case['voxels']]
        mean_of = training if case['preset'] == 'strict' else list(range(n))
        p = predicted[:, columns] - predicted[np.ix_(mean_of, columns)].mean(axis=0)
        o = observed[:, columns] - observed[np.ix_(mean_of, columns)].mean(axis=0)
        s = np.array([[alike(p[a], o[b], case['metric']) for b in range(n)] for a in range(n)])
        if case['rank']:
            w = fold[0]
            right.append(np.mean([s[w, w] > s[u, w] for u in training]))
            own.append(s[w, w])
        else:
            a, b = fold
            right.append(float(s[a, a] + s[b, b] > s[a, b] + s[b, a]))
            own.append((s[a, a] + s[b, b]) / 2)
    return float(np.mean(right)), float(np.mean(own))


def of_presentations(study, case):
    trials = arrays(study['participants'][0])
    scores = []
    for split in study['splits']:
        first, second = [], []
        for order, images in zip(split, trials):
            half = len(order) // 2
            first.append(images[order[:half]].mean(axis=0))
            second.append(images[order[half:2 * half]].mean(axis=0))
        scores.append(identify(np.array(first), np.array(second), trials, case))
    accuracy, r = np.mean(scores, axis=0)
    k = sum(len(t) for t in trials) / sum(len(t) // 2 for t in trials)
    best = np.sqrt(k * r / (1 + (k - 1) * r))
    share = 1 / np.sqrt(2) if case['rank'] else 1.0

    def f(x):
        return share * x / np.sqrt(1 + (share * x) ** 2)

    return {'half': [float(accuracy), float(r)],
            'accuracy': float(norm.cdf(norm.ppf(accuracy) * f(best) / f(r))) if accuracy < 1 else 1.0,
            'similarity': float(best)}


def of_others(study, number, case):
    participants = study['participants']
    shared = set.intersection(*[{tuple(v) for v in p['voxels']} for p in participants])
    shared = sorted(shared, key=lambda v: (v[2], v[1], v[0]))
    own, others = None, []
    for i, p in enumerate(participants):
        at = [[tuple(v) for v in p['voxels']].index(v) for v in shared]
        trials = [t[:, at] for t in arrays(p)]
        images = np.array([t.mean(axis=0) for t in trials])
        if i == number:
            own = (trials, images)
        else:
            others.append(images)
    return list(identify(np.mean(others, axis=0), own[1], own[0], case)) + [len(shared)]


if __name__ == '__main__':
    made = study(np.random.default_rng(18))
    expected = []
    for preset, metric, voxels, rank in itertools.product(
            ['paper', 'strict'], ['cosine', 'correlation'], [0, 10], [False, True]):
        case = {'preset': preset, 'metric': metric, 'voxels': voxels, 'rank': rank}
        case['presentations'] = of_presentations(made, case)
        case['others'] = [of_others(made, number, case) for number in range(3)]
        expected.append(case)
    for name, content in [('study', made), ('expected', expected)]:
        with open(os.path.join(HERE, name + '.json'), 'w') as out:
            json.dump(content, out, separators=(',', ':'))
            out.write('\n')
