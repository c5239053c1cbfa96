"""Participants predicted by models of the others, on three small simulated participants: study.json, expected.json.

Slow on purpose, and no formula in common with the program: every fold moves images voxel by voxel, rotations are found
by the singular values of Y'Z, the ridge alignment is solved on all voxels, and its penalty chosen by fitting anew
without each training word. Run with /usr/bin/python3 (numpy): python3 across.py
"""
import itertools
import json
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ['ant', 'bear', 'cat', 'dog', 'eagle', 'fox', 'goat', 'hen', 'ibis']
DIMS = (5, 4, 3)
DIMENSIONS = 3
PENALTIES = [10.0 ** e for e in range(-3, 4)]


def study(rng):
    features = rng.normal(size=(len(WORDS), 3)) + 0.5
    signatures = rng.normal(size=(3, 60))
    participants = []
    for number in range(3):
        cells = rng.permutation(60)[:44]
        turned = signatures @ np.linalg.qr(np.eye(60) + 0.05 * rng.normal(size=(60, 60)))[0]
        trials = []
        for w in range(len(WORDS)):
            images = features[w] @ turned[:, cells] + 1.5 * rng.normal(size=(3, len(cells))) + 0.5
            trials.append([[round(float(x), 2) for x in image] for image in images])
        voxels = [[int(c % 5), int(c // 5 % 4), int(c // 20)] for c in cells]
        participants.append({'label': 'P%d' % (number + 1), 'voxels': voxels, 'trials': trials})
    exchanges = [[int(w) for w in rng.permutation(len(WORDS))] for _ in itertools.combinations(WORDS, 2)]
    return {'words': WORDS, 'dims': DIMS, 'features': [[round(float(x), 2) for x in row] for row in features],
            'participants': participants, 'exchanges': exchanges}


def stability(trials):
    scores = []
    for v in range(trials.shape[2]):
        r = [np.corrcoef(trials[:, a, v], trials[:, b, v])[0, 1]
             for a, b in itertools.combinations(range(trials.shape[1]), 2)]
        scores.append(np.mean(r))
    return np.array(scores)


def chosen(trials, training, case):
    if not case['voxels']:
        return np.arange(trials.shape[2])
    return np.sort(np.argsort(-stability(trials[training]), kind='stable')[:case['voxels']])


def alike(p, o, metric):
    if metric == 'correlation':
        return np.corrcoef(p, o)[0, 1]
    return p @ o / np.linalg.norm(p) / np.linalg.norm(o)


def scaled(features):
    return features / np.linalg.norm(features, axis=1, keepdims=True)


def predicted(images, features, training, fold, case):
    """images of the fold's words by the model of the training words; images are of these, less their mean"""
    x, new = features[training], features[list(fold)]
    if case['preset'] == 'strict':
        new, x = new - x.mean(axis=0), x - x.mean(axis=0)
    weights = np.linalg.solve(x.T @ x + case['ridge'] * np.eye(x.shape[1]), x.T @ images)
    return new @ weights


def unit(images):
    images = images - images.mean(axis=0)
    return images / np.sqrt((images ** 2).sum())


def rotation(images, shared):
    u, _, vt = np.linalg.svd(images.T @ shared, full_matrices=False)
    return u @ vt


def procrustes(others, own):
    u, s, _ = np.linalg.svd(np.hstack(others), full_matrices=False)
    reference = (u * s)[:, :DIMENSIONS] / np.sqrt(len(others))
    shared = np.mean([y @ rotation(y, reference) for y in others], axis=0)
    return shared @ rotation(own, shared).T


def ridge_fit(x, y, new, penalty):
    xm, ym = x.mean(axis=0), y.mean(axis=0)
    x = x - xm
    coefficients = np.linalg.solve(x.T @ x + penalty * np.eye(x.shape[1]), x.T @ (y - ym))
    return (new - xm) @ coefficients + ym


def ridge(others, own):
    x = np.hstack(others) / np.sqrt(len(others))
    errors = []
    for penalty in PENALTIES:
        error = 0
        for w in range(len(x)):
            rest = [u for u in range(len(x)) if u != w]
            error += ((own[w] - ridge_fit(x[rest], own[rest], x[w], penalty / len(x))) ** 2).sum()
        errors.append(error)
    return ridge_fit(x, own, x, PENALTIES[int(np.argmin(errors))] / len(x))


def common(participants):
    shared = set.intersection(*[{tuple(v) for v in p['voxels']} for p in participants])
    shared = sorted(shared, key=lambda v: (v[2], v[1], v[0]))
    return [[[tuple(v) for v in p['voxels']].index(v) for v in shared] for p in participants]


def across(study, number, way, case, exchanged):
    trials = [np.array(p['trials'], dtype=np.float32).astype(float) for p in study['participants']]
    if way == 'anatomy':
        trials = [t[:, :, columns] for t, columns in zip(trials, common(study['participants']))]
    features = scaled(np.array(study['features']))
    n = len(WORDS)
    pairs = []
    for f, fold in enumerate(itertools.combinations(range(n), 2)):
        training = [w for w in range(n) if w not in fold]
        of_others = [study['exchanges'][f][w] for w in training] if exchanged else training
        voxels = chosen(trials[number], training, case)
        images = trials[number].mean(axis=1)[:, voxels]
        others = [i for i in range(len(trials)) if i != number]
        if way == 'anatomy':
            theirs = np.mean([trials[i].mean(axis=1)[np.ix_(training, voxels)] for i in others], axis=0)
            stand_in = theirs - theirs.mean(axis=0)
        else:
            theirs = [unit(trials[i].mean(axis=1)[np.ix_(of_others, chosen(trials[i], training, case))])
                      for i in others]
            own = images[training] - images[training].mean(axis=0)
            stand_in = (procrustes if way == 'procrustes' else ridge)(theirs, own)
        p = predicted(stand_in, features, training, fold, case)
        o = images[list(fold)] - images[training if case['preset'] == 'strict' else slice(None)].mean(axis=0)
        pairs.append([alike(p[a], o[b], case['metric']) for a in (0, 1) for b in (0, 1)])
    return pairs


def accuracy(pairs):
    return float(np.mean([s[0] + s[3] > s[1] + s[2] for s in pairs]))


if __name__ == '__main__':
    made = study(np.random.default_rng(9))
    expected = []
    for preset, metric, voxels in itertools.product(['paper', 'strict'], ['cosine', 'correlation'], [0, 10]):
        case = {'preset': preset, 'metric': metric, 'voxels': voxels, 'ridge': 0.5}
        case['ways'] = {}
        for way in ['anatomy', 'procrustes', 'ridge']:
            pairs = [across(made, number, way, case, False) for number in range(3)]
            case['ways'][way] = {'accuracies': [accuracy(p) for p in pairs],
                                 'pairs': [[round(float(x), 10) for x in p] for p in pairs[0]]}
            if way != 'anatomy':
                case['ways'][way]['exchanged'] = [accuracy(across(made, number, way, case, True))
                                                  for number in range(3)]
        expected.append(case)
    for name, content in [('study', made), ('expected', expected)]:
        with open(os.path.join(HERE, name + '.json'), 'w') as out:
            json.dump(content, out, separators=(',', ':'))
            out.write('\n')
