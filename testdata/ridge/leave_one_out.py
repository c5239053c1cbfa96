"""Penalties chosen by leave-one-out error, computed plainly: every model refitted, loops over folds, words and penalties.

    python3 leave_one_out.py           # writes penalties.json beside this file; checks it against scikit-learn where it can

Needs numpy; scikit-learn and himalaya where they are installed (the JSON says whether they agreed). Words x features and
words x voxels are drawn here and written into the JSON, rounded to 6 decimals.

The error of a word t among training words T, at a penalty: the model of T without t (ridge on the scaled features, with an
intercept in preset strict) is fitted to images less their mean over T without t, and predicts t's image less that same mean.
Scaling: `unit` divides a row by its length. `zscore` subtracts each feature's mean and divides by its population deviation;
in preset paper over all words there are, held-out ones included, in preset strict over the training words T. In preset strict
features are centred in every model, which the intercept amounts to.
"""
import itertools
import json
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def scaled(raw, scale, preset, training):
    if scale == 'unit':
        length = np.linalg.norm(raw, axis=1, keepdims=True)
        return raw / np.where(length > 0, length, 1)
    if scale == 'none':
        return raw.copy()
    learnt = raw[training] if preset == 'strict' else raw
    deviation = learnt.std(axis=0)
    return (raw - learnt.mean(axis=0)) / np.where(deviation > 0, deviation, 1)


def coefficients(x, y, ridge):
    """Ridge as least squares with rows below; without a penalty the solution of smallest norm."""
    if ridge == 0:
        return np.linalg.pinv(x) @ y
    rows = np.vstack([x, np.sqrt(ridge) * np.eye(x.shape[1])])
    return np.linalg.lstsq(rows, np.vstack([y, np.zeros((x.shape[1], y.shape[1]))]), rcond=None)[0]


def predict(x, y, train, test, ridge, preset):
    """Predicted deviations from the training words' mean image."""
    y = y - y[train].mean(axis=0)
    centre = x[train].mean(axis=0) if preset == 'strict' else 0
    return (x[test] - centre) @ coefficients(x[train] - centre, y[train], ridge)


def errors(raw, y, heldout, preset, scale, penalties):
    """Squared leave-one-out errors, penalties x voxels, summed over the words that are not held out."""
    training = [w for w in range(len(raw)) if w not in heldout]
    x = scaled(raw, scale, preset, training)
    result = np.zeros((len(penalties), y.shape[1]))
    for k, ridge in enumerate(penalties):
        for t in training:
            others = [w for w in training if w != t]
            seen = y[t] - y[others].mean(axis=0)
            result[k] += (seen - predict(x, y, others, [t], ridge, preset)[0]) ** 2
    return result


def case(name, raw, y, preset, scale, penalties, folds):
    case = {'name': name, 'preset': preset, 'scale': scale, 'penalties': list(penalties), 'features': raw.tolist(),
            'images': y.tolist(), 'folds': []}
    for heldout in folds:
        e = errors(raw, y, heldout, preset, scale, penalties)
        case['folds'].append({'heldOut': list(heldout), 'errors': e.tolist(), 'global': int(e.sum(axis=1).argmin()),
                              'voxels': e.argmin(axis=0).tolist()})
    case['coefficients'] = fitted(raw, y, preset, scale, penalties, case['folds'][0]['voxels']).tolist()
    return case


def fitted(raw, y, preset, scale, penalties, choice):
    """Features x voxels: the model of all words, every voxel with its own penalty."""
    x = scaled(raw, scale, preset, list(range(len(raw))))
    x = x - x.mean(axis=0) if preset == 'strict' else x
    y = y - y.mean(axis=0)
    return np.column_stack([coefficients(x, y[:, [v]], penalties[k])[:, 0] for v, k in enumerate(choice)])


def agrees_with_scikit_learn(case):
    """RidgeCV keeps leave-one-out errors with an intercept, or without one on images that keep their mean."""
    try:
        from sklearn.linear_model import RidgeCV
    except ImportError:
        return None
    if case['preset'] != 'strict' or min(case['penalties']) == 0:
        return None
    raw, y = np.array(case['features']), np.array(case['images'])
    for fold in case['folds']:
        training = [w for w in range(len(raw)) if w not in fold['heldOut']]
        x = scaled(raw, case['scale'], case['preset'], training)
        model = RidgeCV(alphas=case['penalties'], fit_intercept=True, store_cv_results=True, alpha_per_target=True)
        model.fit(x[training], y[training])
        # Their error is against the raw image, ours against the deviation from the others' mean: the same with an intercept.
        theirs = model.cv_results_.sum(axis=0).T
        if not np.allclose(theirs, fold['errors'], rtol=1e-8):
            raise SystemExit('%s %s: scikit-learn differs' % (case['name'], fold['heldOut']))
    return True


def agrees_with_himalaya(case):
    try:
        from himalaya.backend import set_backend
        from himalaya.ridge import RidgeCV
        from sklearn.model_selection import KFold
    except ImportError:
        return None
    if case['preset'] != 'strict' or min(case['penalties']) == 0:
        return None
    set_backend('numpy')
    raw, y = np.array(case['features']), np.array(case['images'])
    for fold in case['folds']:
        training = [w for w in range(len(raw)) if w not in fold['heldOut']]
        x = scaled(raw, case['scale'], case['preset'], training)
        model = RidgeCV(alphas=case['penalties'], fit_intercept=True, cv=KFold(len(training)), solver_params={'warn': False})
        model.fit(x[training], y[training])
        if not np.allclose(model.best_alphas_, np.array(case['penalties'])[fold['voxels']]):
            raise SystemExit('%s %s: himalaya differs' % (case['name'], fold['heldOut']))
    return True


def problem(random, words, features, voxels, signal=1.5):
    raw = np.abs(random.standard_normal((words, features))).round(6)
    weights = random.standard_normal((features, voxels)) * signal * (np.arange(voxels) % 3)
    y = raw / np.linalg.norm(raw, axis=1, keepdims=True) @ weights + random.standard_normal((words, voxels)) + 2
    return raw, y.round(6)


def main():
    random = np.random.default_rng(20080530)
    penalties = [float('%.6g' % p) for p in np.logspace(-2, 3, 8)]
    cases = []
    for (shape, words, features), preset, scale in itertools.product(
            (('tall', 13, 4), ('wide', 10, 17)), ('paper', 'strict'), ('unit', 'zscore', 'none')):
        raw, y = problem(random, words, features, 6)
        cases.append(case('%s %s %s' % (shape, preset, scale), raw, y, preset, scale, penalties,
                          [(), (3,), (0, 7), (1, 2, 8)]))
    # A word with a feature of its own: without a penalty no model of the others knows it.
    for preset in ('paper', 'strict'):
        raw, y = problem(random, 11, 4, 4)
        raw[:, 2] = 0
        raw[5, 2] = 1.25
        cases.append(case('alone ' + preset, raw, y, preset, 'none', [0.0, 0.1, 10.0], [(), (2,), (5,), (5, 6)]))
    checked = {'scikit-learn': 0, 'himalaya': 0}
    for each in cases:
        checked['scikit-learn'] += bool(agrees_with_scikit_learn(each))
        checked['himalaya'] += bool(agrees_with_himalaya(each))
    with open(os.path.join(HERE, 'penalties.json'), 'w') as stream:
        json.dump({'casesCheckedAgainst': checked, 'cases': cases}, stream)
        stream.write('\n')
    print(len(cases), 'cases; agreed:', checked)


if __name__ == '__main__':
    main()
