"""Leave-two-out on a CMU .mat as one writes it down: every fold selects voxels and refits from the start.

    python3 numpy_refit.py DATA.mat FEATURES.csv [LAMBDA] [VOXELS] [--folds N]

The same analysis as numpy_leave_two_out.py without a closed form and with nothing kept between folds, each fold
vectorised over voxels. --folds N runs N folds spread evenly over all and multiplies the time up; the counts are then of
these folds.
"""
import argparse
import itertools
import json
import os
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '2')   # before numpy is loaded

import numpy as np

from numpy_leave_two_out import TIE, read, read_features


def stability(responses):
    """Mean correlation over pairs of presentations; responses: presentations x training words x voxels.

    NaN where a presentation is constant, which the rounded mean of the words would hide.
    """
    unit = responses - responses.mean(axis=1, keepdims=True)
    unit /= np.sqrt((unit ** 2).sum(axis=1, keepdims=True))
    unit[:, :, (responses.max(axis=1) == responses.min(axis=1)).any(axis=0)] = np.nan
    return np.mean([(unit[p] * unit[q]).sum(axis=0) for p, q in itertools.combinations(range(len(unit)), 2)], axis=0)


def fit(x, y, ridge):
    if ridge == 0:
        return np.linalg.lstsq(x, y, rcond=None)[0]
    return np.linalg.solve(x.T @ x + ridge * np.eye(x.shape[1]), x.T @ y)


def cosine(a, b):
    return a @ b / np.sqrt((a @ a) * (b @ b))


def is_correct(responses, images, x, ridge, count, fold):
    train = np.delete(np.arange(len(x)), fold)
    order = np.argsort(-stability(responses[:, train]), kind='stable')[:count]    # NaN goes last
    coefficients = fit(x[train], images[train], ridge)                            # all voxels: the map needs them
    p, o = (x[list(fold)] @ coefficients)[:, order], images[list(fold)][:, order]
    return cosine(p[0], o[0]) + cosine(p[1], o[1]) - cosine(p[0], o[1]) - cosine(p[1], o[0]) > TIE


def main():
    parser = argparse.ArgumentParser(description='Leave-two-out evaluation that refits every fold, timed.')
    parser.add_argument('data')
    parser.add_argument('features')
    parser.add_argument('ridge', metavar='LAMBDA', nargs='?', type=float, default=0)
    parser.add_argument('voxels', metavar='VOXELS', nargs='?', type=int, default=500)
    parser.add_argument('--folds', type=int)
    options = parser.parse_args()
    np.seterr(invalid='ignore', divide='ignore')     # constant voxels
    words, categories, responses = read(options.data)
    x = read_features(options.features, words)
    start = time.perf_counter()
    images = responses.mean(axis=0)
    images -= images.mean(axis=0)
    every = list(itertools.combinations(range(len(words)), 2))
    some = [every[n] for n in np.linspace(0, len(every) - 1, min(options.folds or len(every), len(every)), dtype=int)]
    right = [is_correct(responses, images, x, options.ridge, options.voxels, fold) for fold in some]
    seconds = time.perf_counter() - start
    same = [categories[a] == categories[b] for a, b in some]
    print(json.dumps({'folds': len(some), 'correct': int(sum(right)), 'accuracy': float(np.mean(right)),
                      'within': {'pairs': sum(same), 'correct': int(sum(r for r, s in zip(right, same) if s))},
                      'seconds': {'run': round(seconds, 3), 'allFolds': round(seconds * len(every) / len(some), 1)}}))


if __name__ == '__main__':
    main()
