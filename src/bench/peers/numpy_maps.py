"""Max-statistic permutations of the correlation map in numpy, as fast as we could write it: one product of the relabelled operator
with all images a permutation, on all threads of the BLAS.

    python3 numpy_maps.py data-science-S1.mat features.csv [--permutations 1000] [--repeat 3]

Prints JSON: seconds and processor seconds of each repetition, the highest observed r and the 95th percentile of the highest null r.
"""
import argparse
import csv
import json
import time

import numpy as np
import scipy.io


def read(mat_file, table):
    with open(table, newline='') as stream:
        features = {row[0]: np.array(row[1:], float) for row in list(csv.reader(stream))[1:]}
    mat = scipy.io.loadmat(mat_file, squeeze_me=True, variable_names=('info', 'data'))
    of_word = {}
    for info, trial in zip(mat['info'], mat['data']):
        of_word.setdefault(str(info['word']), []).append(trial)
    words = sorted(of_word)
    x = np.stack([features[w] / np.linalg.norm(features[w]) for w in words])
    y = np.stack([np.mean(of_word[w], axis=0) for w in words])
    return x, y - y.mean(axis=0)


def operator(x):
    """The matrix that takes images to each word's mean held-out prediction over leave-two-out folds (no penalty)."""
    n = len(x)
    residual = np.eye(n) - x @ np.linalg.pinv(x)
    q = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            held = [i, j]
            prediction = -np.linalg.solve(residual[np.ix_(held, held)], residual[held])
            prediction[[0, 1], held] += 1
            q[held] += prediction / (n - 1)
    return q


def correlations(q, images):
    """r a voxel; images have unit length, and q no mean over words."""
    predicted = q @ images
    return np.einsum('wv,wv->v', predicted, images) / np.sqrt(np.einsum('wv,wv->v', predicted, predicted))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('mat')
    parser.add_argument('features')
    parser.add_argument('--permutations', type=int, default=1000)
    parser.add_argument('--repeat', type=int, default=3)
    options = parser.parse_args()
    x, y = read(options.mat, options.features)
    seconds, cpu = [], []
    for _ in range(options.repeat):
        wall, processor = time.perf_counter(), time.process_time()
        q = operator(x)
        q -= q.mean(axis=0)
        images = y / np.linalg.norm(y, axis=0)
        observed = correlations(q, images)
        rng = np.random.default_rng(1)
        reaching = np.zeros(images.shape[1], int)
        highest = np.empty(options.permutations)
        for i in range(options.permutations):
            of = rng.permutation(len(x))
            null = correlations(q[np.ix_(of, of)], images)
            reaching += null >= observed
            highest[i] = null.max()
        corrected = (1 + (highest[:, None] >= observed).sum(axis=0)) / (options.permutations + 1)
        seconds.append(time.perf_counter() - wall)
        cpu.append(time.process_time() - processor)
    print(json.dumps({'seconds': seconds, 'cpuSeconds': cpu, 'highest': float(observed.max()), 'least': float(corrected.min()),
                      'highest05': float(np.quantile(highest, .95))}))


if __name__ == '__main__':
    main()
