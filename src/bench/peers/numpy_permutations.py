"""The permutation null of leave-two-out on a CMU .mat, as fast as numpy goes: the peer that the benchmark's ratio is against.

    python3 numpy_permutations.py DATA.mat FEATURES.csv [--permutations 1000] [--voxels 500] [--repeat 3] [--processes 2]

Every pair of words is left out; voxels are chosen by the other words; all relabellings of the features are matched in the same
folds (paper preset, lambda 0, rows of features to unit length, sum of cosines). Prints one JSON object; seconds cover everything
from the responses in memory to the accuracies, worker processes included, and so do cpuSeconds.

What makes it fast, all of it exact and in float64:
- the voxels as in numpy_leave_two_out.py: they do not depend on the features;
- a fold needs of its images no more than their 60 x 60 products over its voxels: a prediction is a weighted sum of images, its
  length a quadratic form, its products with the observed images two columns of weights @ products;
- the weights of all relabellings by the closed form e_S - (A_SS)^-1 A_S with A = I - H, the rows of A relabelled once for all
  folds; 2 x 2 inverses written out;
- relabellings in blocks that stay in the cache; processes share the folds, one thread of BLAS each.
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import argparse
import json
import mmap
import multiprocessing
import resource
import time

import numpy as np

import numpy_leave_two_out as peer

BLOCK = 256
SHARED = {}


def relabelled_rows(operator, labels):
    """words x relabellings x words: A[l[w], l[.]] of every relabelling l."""
    return np.ascontiguousarray(operator[labels.T[:, :, None], labels[None, :, :]])


def count_folds(folds):
    """How many pairs of these folds every relabelling matches right."""
    images, rows, count = SHARED['images'], SHARED['rows'], SHARED['count']
    n, total = len(images), rows.shape[1]
    first, second = peer.pairs(n)
    chooser, correct = peer.Chooser(count), np.zeros(total, int)
    part = np.empty((n, count))
    one, two = np.empty((BLOCK, n)), np.empty((BLOCK, n))
    for fold in folds:
        chosen = chooser.choose(peer.SHARED['scores'][fold]) if count < images.shape[1] else np.arange(count)
        part = np.take(images, chosen, axis=1)
        products = part @ part.T
        a, b = first[fold], second[fold]
        observed = np.sqrt(products[[a, b], [a, b]])
        for start in range(0, total, BLOCK):
            end = min(total, start + BLOCK)
            correct[start:end] += match(rows[a, start:end], rows[b, start:end], a, b, products, observed,
                                        one[:end - start], two[:end - start])
    return correct


def match(row_a, row_b, a, b, products, observed, weights_a, weights_b):
    aa, ab, bb = row_a[:, a], row_a[:, b], row_b[:, b]
    factor = -1 / (aa * bb - ab * ab)
    cosines = []
    for weights, own, other, mine, word in ((weights_a, row_a, row_b, bb, a), (weights_b, row_b, row_a, aa, b)):
        np.multiply(own, (factor * mine)[:, None], out=weights)
        weights -= other * (factor * ab)[:, None]
        weights[:, [a, b]] = 0
        with_all = weights @ products
        length = np.sqrt(np.einsum('nw,nw->n', with_all, weights))
        cosines.append(with_all[:, [a, b]] / (length[:, None] * observed))
    return cosines[0][:, 0] + cosines[1][:, 1] - cosines[0][:, 1] - cosines[1][:, 0] > peer.TIE


def accuracies(responses, x, labels, count, processes):
    images = responses.mean(axis=0)
    images -= images.mean(axis=0)
    n, voxels = images.shape
    operator = np.eye(n) - x @ np.linalg.solve(x.T @ x, x.T)
    SHARED.update(images=images, rows=relabelled_rows(operator, labels), count=count)
    folds = len(peer.pairs(n)[0])
    if 'scores' not in peer.SHARED:
        peer.SHARED['scores'] = np.frombuffer(mmap.mmap(-1, folds * voxels * 8)).reshape(folds, voxels)
    peer.SHARED.update(responses=responses)
    starts = [range(k * peer.BLOCK, voxels, processes * peer.BLOCK) for k in range(processes)]
    with multiprocessing.get_context('fork').Pool(processes) as pool:
        pool.map(peer.score_blocks, starts, 1)
        return sum(pool.map(count_folds, np.array_split(np.arange(folds), processes), 1)) / folds


def processor():
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def main():
    parser = argparse.ArgumentParser(description='Permutation null of leave-two-out with numpy, timed.')
    parser.add_argument('data')
    parser.add_argument('features')
    parser.add_argument('--permutations', type=int, default=1000)
    parser.add_argument('--voxels', type=int, default=500)
    parser.add_argument('--repeat', type=int, default=3)
    parser.add_argument('--processes', type=int, default=2)
    options = parser.parse_args()
    np.seterr(invalid='ignore', divide='ignore')
    words, _, responses = peer.read(options.data)
    x = peer.read_features(options.features, words)
    rng = np.random.default_rng(1)
    labels = np.array([np.arange(len(words))] + [rng.permutation(len(words)) for _ in range(options.permutations)])
    seconds, cpu = [], []
    for _ in range(options.repeat):
        start, used = time.perf_counter(), processor()
        result = accuracies(responses, x, labels, options.voxels, options.processes)
        seconds.append(round(time.perf_counter() - start, 3))
        cpu.append(round(processor() - used, 3))
    null = result[1:]
    print(json.dumps({'accuracy': result[0], 'null': {'mean': null.mean(), 'sd': null.std(ddof=1)},
                      'seconds': seconds, 'cpuSeconds': cpu}))


if __name__ == '__main__':
    main()
