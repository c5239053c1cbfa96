"""One of twenty ridge penalties for every voxel with himalaya's RidgeCV: the peer of VoxelwiseRidgeBenchmark.

    python3 himalaya_ridge.py DATA.mat FEATURES.csv [--repeat 5] [--threads 2]

Needs himalaya (pip install himalaya). The problem: 60 words x features of unit length, word images of all voxels, an
intercept, the penalty of the smallest squared error (himalaya's default score) among np.logspace(-3, 4, 20) for each voxel,
and the coefficients with it; folds of one word, and himalaya's default of five folds. Prints one JSON object: seconds of either (best of the repeats) and the penalties chosen with one
word a fold, for comparison.
"""
import argparse
import json
import os
import sys
import time

parser = argparse.ArgumentParser(description='himalaya RidgeCV, timed.')
parser.add_argument('data')
parser.add_argument('features')
parser.add_argument('--repeat', type=int, default=5)
parser.add_argument('--threads', default='2')
options = parser.parse_args()
for name in ('OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS'):
    os.environ[name] = options.threads                     # before numpy is loaded

import numpy as np
from himalaya.backend import set_backend
from himalaya.ridge import RidgeCV
from sklearn.model_selection import KFold

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from numpy_leave_two_out import read, read_features


def timed(x, y, folds, repeat):
    best = np.inf
    for _ in range(repeat):
        model = RidgeCV(alphas=ALPHAS, fit_intercept=True, cv=folds)
        start = time.perf_counter()
        model.fit(x, y)
        best = min(best, time.perf_counter() - start)
    return best, model


ALPHAS = np.logspace(-3, 4, 20)
set_backend('numpy')
words, _, responses = read(options.data)
x = read_features(options.features, words)
y = responses.mean(axis=0)
y -= y.mean(axis=0)
five, _ = timed(x, y, 5, options.repeat)
one, model = timed(x, y, KFold(len(x)), max(1, options.repeat // 5))
numbers = np.abs(np.log(ALPHAS[:, None] / np.asarray(model.best_alphas_)[None])).argmin(axis=0)
print(json.dumps({'voxels': y.shape[1], 'dtype': str(model.coef_.dtype), 'secondsFiveFolds': five,
                  'secondsOneWordAFold': one, 'chosen': numbers.tolist()}))
