"""Banded ridge and variance partitioning by refitting every model: loops over words, penalties and folds.

    python3 banded.py           # writes banded.json beside this file; checks the banded choice against himalaya

Needs numpy and scipy; himalaya where it is installed (the JSON says how many cases agreed). T1 and the tables of features are
those of ../analysis. Two feature spaces A and B, each scaled by itself; a tuple of penalties is penalty / weight for each
space, and a space of weight 0 is left out. Every model has an intercept; zscore is learnt on the training words.
"""
import json
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import numpy as np

import nested
from leave_one_out import scaled

brute_force = nested.brute_force
HERE = nested.HERE
PENALTIES = [0.03, 0.3, 3.0, 30.0, 300.0]
VOXELS = 15


def odds_weights(between):
    """Two spaces: each alone, and steps between them with odds from 1000 to 1/1000."""
    odds = 10 ** np.linspace(3, -3, between)
    return [[1.0, 0.0]] + [[float(o / (1 + o)), float(1 / (1 + o))] for o in odds] + [[0.0, 1.0]]


def unit(raw, scale):
    return {'unit': 1.0, 'zscore': float(raw.shape[1]),
            'none': 10.0 ** np.rint(np.log10((raw ** 2).sum(axis=1).mean()))}[scale]


def fit(blocks, y, penalty_of):
    """Coefficients of all spaces, one below the other: (X'X + diag(penalties)) b = X'y, without spaces of no weight."""
    used = [b for b, p in enumerate(penalty_of) if np.isfinite(p)]
    x = np.hstack([blocks[b] for b in used])
    penalties = np.concatenate([np.full(blocks[b].shape[1], penalty_of[b]) for b in used])
    solved = np.linalg.solve(x.T @ x + np.diag(penalties), x.T @ y)
    result, row = [], 0
    for b, block in enumerate(blocks):
        width = block.shape[1]
        if b in used:
            result.append(solved[row:row + width])
            row += width
        else:
            result.append(np.zeros((width, y.shape[1])))
    return np.vstack(result)


def predict(spaces, scale, y, scaling_words, train, test, penalty_of):
    """Predicted deviations from the training words' mean, with scaling learnt on scaling_words."""
    x = [scaled(raw, scale, 'strict', scaling_words) for raw in spaces]
    x = [b - b[train].mean(axis=0) for b in x]
    coefficients = fit([b[train] for b in x], y[train] - y[train].mean(axis=0), penalty_of)
    return np.hstack([b[test] for b in x]) @ coefficients


def errors(spaces, scale, y, heldout, tuples):
    training = [w for w in range(len(y)) if w not in heldout]
    result = np.zeros((len(tuples), y.shape[1]))
    for c, penalty_of in enumerate(tuples):
        for t in training:
            others = [w for w in training if w != t]
            seen = y[t] - y[others].mean(axis=0)
            result[c] += (seen - predict(spaces, scale, y, training, others, [t], penalty_of)[0]) ** 2
    return result


def tuples(weights, units):
    with np.errstate(divide='ignore'):
        return [[float(np.divide(p * u, w)) for w, u in zip(ws, units)] for ws in weights for p in PENALTIES]


def held_out_r2(spaces, scale, y, weights, units, per, columns_of):
    """(R2 a voxel, pooled R2 over the selected voxels) of one model, each word predicted by the others."""
    n, grid = len(y), tuples(weights, units)
    sse, sst = np.zeros(y.shape[1]), np.zeros(y.shape[1])
    selected_sse = selected_sst = 0.0
    choices = []
    for word in range(n):
        train = [w for w in range(n) if w != word]
        columns = columns_of[word]
        everything = list(range(y.shape[1]))
        e = errors(spaces, scale, y, (word,), grid)
        if per == 'global':
            choice = np.full(len(everything), e[:, columns].sum(axis=1).argmin())
        else:
            choice = e.argmin(axis=0)
        p = np.empty(y.shape[1])
        for c in set(choice):
            p[choice == c] = predict(spaces, scale, y[:, choice == c], train, train, [word], grid[c])[0]
        o = y[word] - y[train].mean(axis=0)
        sse += (o - p) ** 2
        sst += o ** 2
        selected_sse += ((o - p)[columns] ** 2).sum()
        selected_sst += (o[columns] ** 2).sum()
        choices.append([int(c) for c in choice] if per == 'voxel' else int(choice[0]))
    return 1 - sse / sst, 1 - selected_sse / selected_sst, choices


def agrees_with_himalaya(spaces, scale, y, weights):
    """himalaya's random search with our weights: the same choice for each voxel by folds of one word."""
    try:
        from himalaya.backend import set_backend
        from himalaya.ridge import solve_group_ridge_random_search
        from sklearn.model_selection import KFold
    except ImportError:
        return False
    set_backend('numpy')
    inner = [w for w in weights if min(w) > 0]         # it takes logarithms of weights
    x = [scaled(raw, scale, 'strict', list(range(len(y)))) for raw in spaces]
    deltas = solve_group_ridge_random_search(x, y, n_iter=np.array(inner), alphas=np.array(PENALTIES), fit_intercept=True,
                                             cv=KFold(len(y)), local_alpha=True, progress_bar=False, warn=False)[0]
    e = errors(spaces, scale, y, (), tuples(inner, [1.0, 1.0]))
    ours = np.array(tuples(inner, [1.0, 1.0]))[e.argmin(axis=0)].T
    if not np.allclose(np.exp(-deltas), ours, rtol=1e-6):
        raise SystemExit('himalaya differs')
    return True


def main():
    who = nested.participant('T1')
    table = {name: np.array([brute_force.read_features(os.path.join(nested.ANALYSIS, name + '_T.csv'))[1][w]
                             for w in who.words]) for name in ('features', 'onehot', 'wide')}
    raw_images = who.images()
    varies = [v for v in range(raw_images.shape[1]) if raw_images[:, v].max() > raw_images[:, v].min()]
    y = raw_images - raw_images.mean(axis=0)
    best = [sorted(brute_force.most_stable(brute_force.stability(np.delete(who.repeated(), w, axis=1)), VOXELS))
            for w in range(len(y))]
    cases, agreed = [], 0
    for a, b, scale, per, steps, voxels in (('features', 'onehot', 'unit', 'global', 3, VOXELS),
                                            ('features', 'wide', 'unit', 'voxel', 3, VOXELS),
                                            ('wide', 'features', 'zscore', 'global', 2, 'all'),
                                            ('features', 'wide', 'none', 'global', 1, VOXELS)):
        weights = odds_weights(steps) if steps > 1 else [[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]]
        everything = [list(range(y.shape[1]))] * len(y)
        columns = best if voxels != 'all' else everything
        r2 = {}
        with np.errstate(invalid='ignore', divide='ignore'):
            for name, spaces, w in (('a', [table[a]], [[1.0]]), ('b', [table[b]], [[1.0]]),
                                    ('both', [table[a], table[b]], weights)):
                r2[name] = held_out_r2(spaces, scale, y, w, [1.0] * len(spaces), per, columns)
        e = errors([table[a], table[b]], scale, y, (2,), tuples(weights, [1.0, 1.0]))
        agreed += agrees_with_himalaya([table[a], table[b]], scale, y[:, varies], weights)
        grid = tuples(weights, [1.0, 1.0])
        x = [scaled(raw, scale, 'strict', list(range(len(y)))) for raw in (table[a], table[b])]
        x = [block - block.mean(axis=0) for block in x]
        cases.append({
            'a': a, 'b': b, 'scale': scale, 'per': per, 'steps': steps, 'voxels': voxels, 'penalties': PENALTIES,
            'tuples': [[p if np.isfinite(p) else None for p in t] for t in grid],
            'errorsWithoutWordTwo': e[:, varies[:8]].tolist(), 'errorVoxels': varies[:8],
            'coefficients': fit(x, y[:, varies[:3]], grid[len(PENALTIES) + 1]).tolist(),
            'r2': {name: [float(v) if c in varies else None for c, v in enumerate(values[0])]
                   for name, values in r2.items()},
            'selected': {name: float(values[1]) for name, values in r2.items()}})
        print(a, b, scale, per, cases[-1]['selected'], flush=True)
    units = {name: {scale: unit(table[name], scale) for scale in ('unit', 'zscore', 'none')} for name in table}
    with open(os.path.join(HERE, 'banded.json'), 'w') as stream:
        json.dump({'agreedWithHimalaya': agreed, 'units': units, 'cases': cases}, stream)
        stream.write('\n')
    print('agreed with himalaya:', agreed)


if __name__ == '__main__':
    main()
