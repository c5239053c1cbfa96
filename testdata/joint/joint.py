"""Models of several feature spaces by refitting every fold: concatenated, banded and stacked; and partitioned variance.

    python3 joint.py            # writes joint.json beside this file

Needs numpy and scipy; himalaya where it is installed, for the models at given penalties (the JSON says whether it was).
Each space is scaled by itself. Preset paper scales on all words and removes the mean image of all; strict scales and
centres on the training words of a fold and has an intercept. Penalties, and the weights of a stack, are chosen by
leave-one-out among the training words of a fold, on deviations from the mean image of the words of the inner model.
"""
import itertools
import json
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import numpy as np
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS, WIDTHS, VOXELS = 14, [3, 20, 2], 6
PENALTIES = [0.1, 1.0, 10.0, 100.0]
FOLDS = [[0, 5], [3, 12], [6, 7]]
RIDGE = 2.0


def data():
    rng = np.random.default_rng(18)
    spaces = [np.round(rng.normal(size=(WORDS, w)) + rng.uniform(0, 2), 3) for w in WIDTHS]
    signal = sum(s @ rng.normal(size=(s.shape[1], VOXELS)) / s.shape[1] for s in spaces)
    return spaces, np.round((signal + rng.normal(size=signal.shape)) * 64) / 64   # exact in single precision


def scaled(raw, scale, words):
    if scale == 'unit':
        return raw / np.linalg.norm(raw, axis=1, keepdims=True)
    if scale == 'zscore':
        return (raw - raw[words].mean(axis=0)) / raw[words].std(axis=0)
    return raw.copy()


def coefficients(blocks, y, penalties):
    """(X'X + diag(penalties)) b = X'y; a space of infinite penalty has no part."""
    used = [b for b, p in enumerate(penalties) if np.isfinite(p)]
    x = np.hstack([blocks[b] for b in used])
    diagonal = np.concatenate([np.full(blocks[b].shape[1], penalties[b]) for b in used])
    solved = np.linalg.solve(x.T @ x + np.diag(diagonal), x.T @ y)
    result, row = [], 0
    for b, block in enumerate(blocks):
        width = block.shape[1]
        result.append(solved[row:row + width] if b in used else np.zeros((width, y.shape[1])))
        row += width if b in used else 0
    return np.vstack(result)


def predict(spaces, y, preset, scale, train, test, penalties):
    everything = list(range(len(y)))
    if preset == 'paper':
        x = [scaled(s, scale, everything) for s in spaces]
        y = y - y.mean(axis=0)
        return np.hstack([b[test] for b in x]) @ coefficients([b[train] for b in x], y[train], penalties)
    x = [scaled(s, scale, train) for s in spaces]
    x = [b - b[train].mean(axis=0) for b in x]
    mean = y[train].mean(axis=0)
    return np.hstack([b[test] for b in x]) @ coefficients([b[train] for b in x], y[train] - mean, penalties) + mean


def errors(spaces, y, preset, scale, train, penalties):
    """Leave-one-out errors of the training words, words x voxels."""
    x = [scaled(s, scale, list(range(len(y))) if preset == 'paper' else train) for s in spaces]
    rows = []
    for t in train:
        others = [w for w in train if w != t]
        centred = [b - b[others].mean(axis=0) for b in x] if preset == 'strict' else x
        own = y - y[others].mean(axis=0)
        c = coefficients([b[others] for b in centred], own[others], penalties)
        rows.append(own[t] - np.hstack([b[t] for b in centred]) @ c)
    return np.array(rows)


def tuples():
    """Penalties of two spaces: each alone and eight steps between, times every penalty."""
    odds = 10 ** np.linspace(3, -3, 8)
    weights = [(1.0, 0.0)] + [(o / (1 + o), 1 / (1 + o)) for o in odds] + [(0.0, 1.0)]
    return [[p / w if w > 0 else np.inf for w in ws] for ws in weights for p in PENALTIES]


def smallest(products):
    """The weights from 0 up, of sum 1, of the smallest w' R w: the best of all faces of the simplex."""
    k = len(products)
    best, best_value = None, np.inf
    for size in range(1, k + 1):
        for face in itertools.combinations(range(k), size):
            r = products[np.ix_(face, face)]
            w = np.linalg.solve(r, np.ones(size))
            w /= w.sum()
            value = w @ r @ w
            if (w >= 0).all() and value < best_value - 1e-15:
                best, best_value = np.zeros(k), value
                best[list(face)] = w
    found = minimize(lambda w: w @ products @ w / best_value, np.full(k, 1 / k), bounds=[(0, 1)] * k,
                     constraints={'type': 'eq', 'fun': lambda w: w.sum() - 1}, tol=1e-14)
    assert abs(found.fun - 1) < 1e-7, (found.fun, best)
    return best


def himalaya_differences(spaces, y):
    """The largest difference from himalaya's models with given penalties, of centred features and responses."""
    try:
        from himalaya.ridge import GroupRidgeCV
    except ImportError:
        return None
    x = [s - s.mean(axis=0) for s in spaces]
    own = y - y.mean(axis=0)
    largest = 0.0
    for alpha, gammas in [(0.5, [0.2, 0.5, 0.3]), (20.0, [0.7, 0.1, 0.2]), (3.0, [1 / 3] * 3)]:
        model = GroupRidgeCV(groups='input', fit_intercept=False, cv=3, solver_params={
            'n_iter': np.array([gammas]), 'alphas': np.array([alpha]), 'progress_bar': False, 'warn': False})
        model.fit(x, own)
        ours = np.hstack(x) @ coefficients(x, own, [alpha / g for g in gammas])
        largest = max(largest, float(np.abs(model.predict(x) - ours).max()))
    return largest


def cases(spaces, y):
    for preset, scale in itertools.product(['paper', 'strict'], ['unit', 'zscore', 'none']):
        case = {'preset': preset, 'scale': scale, 'folds': []}
        for out in FOLDS:
            train = [w for w in range(WORDS) if w not in out]
            fold = {'out': out,
                    'concatenated': predict(spaces, y, preset, scale, train, out, [RIDGE] * 3).tolist()}
            two = spaces[:2]
            all_errors = [errors(two, y, preset, scale, train, p) for p in tuples()]
            sums = np.array([(e ** 2).sum(axis=0) for e in all_errors])
            chosen = int(sums.sum(axis=1).argmin())
            fold['bandedChoice'] = chosen
            fold['banded'] = predict(two, y, preset, scale, train, out, tuples()[chosen]).tolist()
            by_voxel = sums.argmin(axis=0)
            fold['bandedChoiceByVoxel'] = by_voxel.tolist()
            fold['bandedByVoxel'] = np.array([
                predict(two, y, preset, scale, train, out, tuples()[k])[:, v] for v, k in enumerate(by_voxel)]).T.tolist()
            stack(fold, spaces, y, preset, scale, train, out)
            case['folds'].append(fold)
        yield case


def stack(fold, spaces, y, preset, scale, train, out):
    alone = [[errors([s], y, preset, scale, train, [p]) for p in PENALTIES] for s in spaces]
    sums = np.array([[(e ** 2).sum(axis=0) for e in own] for own in alone])       # spaces x penalties x voxels
    chosen = sums.sum(axis=2).argmin(axis=1)
    own = [alone[s][k] for s, k in enumerate(chosen)]
    weights = smallest(np.array([[(a * b).sum() for b in own] for a in own]))
    fold['stackPenalties'], fold['stackWeights'] = chosen.tolist(), weights.tolist()
    fold['stacked'] = sum(
        w * predict([s], y, preset, scale, train, out, [PENALTIES[k]])
        for w, s, k in zip(weights, spaces, chosen)).tolist()
    predicted, by_voxel = np.zeros((len(out), VOXELS)), []
    for v in range(VOXELS):
        ks = sums[:, :, v].argmin(axis=1)
        own = [alone[s][k][:, v] for s, k in enumerate(ks)]
        weights = smallest(np.array([[(a * b).sum() for b in own] for a in own]))
        by_voxel.append(weights.tolist())
        for w, s, k in zip(weights, spaces, ks):
            predicted[:, v] += w * predict([s], y, preset, scale, train, out, [PENALTIES[k]])[:, v]
    fold['stackWeightsByVoxel'], fold['stackedByVoxel'] = by_voxel, predicted.tolist()


def partition(spaces, y):
    """Held-out R2 of two spaces, each alone and both, by voxel; every word by models of all others, unit length, strict."""
    ten, twenty = np.logspace(-3, 4, 10), np.logspace(-3, 4, 20)
    odds = 10 ** np.linspace(3, -3, 8)
    weights = [(1.0, 0.0)] + [(o / (1 + o), 1 / (1 + o)) for o in odds] + [(0.0, 1.0)]
    both = [[p / w if w > 0 else np.inf for w in ws] for ws in weights for p in ten]
    result = {}
    for name, used, grid in [('a', [0], [[p] for p in twenty]), ('b', [1], [[p] for p in twenty]), ('both', [0, 1], both)]:
        own = [spaces[s] for s in used]
        sse, sst = np.zeros(VOXELS), np.zeros(VOXELS)
        for word in range(WORDS):
            train = [w for w in range(WORDS) if w != word]
            sums = [(errors(own, y, 'strict', 'unit', train, p) ** 2).sum() for p in grid]
            predicted = predict(own, y, 'strict', 'unit', train, [word], grid[int(np.argmin(sums))])[0]
            sse += (y[word] - predicted) ** 2
            sst += (y[word] - y[train].mean(axis=0)) ** 2
        result[name] = (1 - sse / sst).tolist()
        result[name + 'Pooled'] = float(1 - sse.sum() / sst.sum())
    return result


def main():
    spaces, y = data()
    difference = himalaya_differences(spaces, y)
    assert difference is None or difference < 1e-9, difference
    x = [s - s.mean(axis=0) for s in spaces]
    own = y - y.mean(axis=0)
    given = [{'alpha': a, 'weights': g,
              'coefficients': coefficients(x, own, [a / w for w in g]).tolist()}
             for a, g in [(0.5, [0.2, 0.5, 0.3]), (20.0, [0.7, 0.1, 0.2])]]
    content = {'spaces': [s.tolist() for s in spaces], 'images': y.tolist(), 'ridge': RIDGE, 'penalties': PENALTIES,
               'himalaya': difference, 'given': given, 'partition': partition(spaces, y),
               'cases': list(cases(spaces, y))}
    with open(os.path.join(HERE, 'joint.json'), 'w') as file:
        json.dump(content, file, separators=(',', ':'))
        file.write('\n')


if __name__ == '__main__':
    main()
