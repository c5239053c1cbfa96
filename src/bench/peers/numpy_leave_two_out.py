"""Leave-two-out on a CMU .mat, as fast as numpy goes: the peer that the benchmark's ratio is against.

    python3 numpy_leave_two_out.py DATA.mat FEATURES.csv [LAMBDA] [VOXELS] [--repeat 5] [--processes 2]

For every pair of words: stability over the other words, the most stable voxels, prediction of both words by a model
that has seen neither, matching by the sum of cosines (paper preset, rows of features to unit length). Prints one JSON
object; seconds.evaluate is the best of the repeats and covers everything from the responses in memory to the count of
correct pairs, worker processes included.

What makes it fast, all of it exact and in float64:
- held-out predictions in closed form: Y_S - (I - H_SS)^-1 E_S, two rows at a time; where the features span the words
  (X X' + lambda I invertible) Y_S - (G_SS)^-1 (G Y)_S;
- the mean correlation over pairs of P presentations is (|sum of the unit-norm training vectors|^2 - P) / (P (P - 1)),
  and the squared length needs only the P x P products of a voxel's presentations, kept for all words and taken down by
  the two held-out words of a fold (first one, for all folds that share it, then the other);
- blocks of voxels and folds that stay near the processor; einsum where it fuses products and sums; 1 / sqrt by
  divide, which is vectorised, not by reciprocal, which is not; processes, since threads wait for the interpreter;
- a fold's voxels from the few above a threshold that the last fold gave, whole rows only when these do not suffice;
- the cosines from the 4 x 4 products of [Y_a, Y_b, E_a, E_b] over the fold's voxels, all folds together;
- the map's mean predictions by one words x words matrix.
"""
import argparse
import csv
import json
import mmap
import multiprocessing
import os
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '2')   # before numpy is loaded

import numpy as np
import scipy.io

TIE = 1e-9
BLOCK = 1024       # voxels at a time and
FOLDS = 16         # second words at a time: as fast as any tried (512..4096 by 2..59; the differences are small)


def read(path):
    """(words, categories, responses: presentations x words x voxels) of a file with equal presentations."""
    mat = scipy.io.loadmat(path, variable_names=('info', 'data'))
    info, data = mat['info'].ravel(), mat['data'].ravel()
    word = np.array([str(i['word'][0]) for i in info])
    category = {w: str(i['cond'][0]) for w, i in zip(word, info)}
    epoch = np.array([int(i['epoch'][0, 0]) for i in info])
    words = sorted(category)
    place = {w: n for n, w in enumerate(words)}
    responses = np.empty((len(info) // len(words), len(words), data[0].size))
    rank = np.zeros(len(words), int)
    for trial in np.lexsort((epoch, word)):
        n = place[word[trial]]
        responses[rank[n], n] = data[trial].ravel()
        rank[n] += 1
    if (rank != len(responses)).any():
        raise SystemExit('%s: words with unequal numbers of presentations' % path)
    return words, [category[w] for w in words], responses


def read_features(path, words):
    """words x features, rows of unit length."""
    with open(path, newline='') as file:
        rows = {row[0]: [float(x) for x in row[1:]] for row in list(csv.reader(file))[1:]}
    x = np.array([rows[w] for w in words])
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def pairs(n):
    """First and second held-out word of every fold, in order."""
    return np.triu_indices(n, 1)


class ClosedForm:
    """residuals (words x voxels) and corrections (folds x 2 x 2): prediction = Y_S - correction @ residuals_S."""

    def __init__(self, x, images, ridge):
        n, p = x.shape
        if p >= n:
            g = np.linalg.inv(x @ x.T + ridge * np.eye(n))
        else:
            g = np.eye(n) - x @ np.linalg.solve(x.T @ x + ridge * np.eye(p), x.T)
        a, b = pairs(n)
        small = np.empty((len(a), 2, 2))
        small[:, 0, 0], small[:, 1, 1] = g[a, a], g[b, b]
        small[:, 0, 1] = small[:, 1, 0] = g[a, b]
        self.residuals, self.corrections = g @ images, np.linalg.inv(small)


class Stability:
    """Scores (folds x voxels) of one block of voxels; a larger score is a larger stability.

    A score is the squared length of the sum of the unit-norm training vectors. The first held-out word takes the
    products of all words down to `left`; the second takes them down by y y', y its distance to the mean of the rest.
    """

    def __init__(self, presentations, words):
        self.count, self.words = presentations, words
        self.left = np.empty((presentations, presentations, BLOCK))
        shape = (presentations, FOLDS, BLOCK)
        self.buffers = [np.empty(shape) for _ in range(3)] + [np.empty(shape[1:]) for _ in range(2)]

    def score(self, responses, result):
        """responses: presentations x words x at most BLOCK voxels."""
        n = self.words
        centred = responses - responses.mean(axis=1, keepdims=True)
        scaled = centred * np.sqrt((n - 1) / (n - 2))
        products = self.products(centred)
        first = 0
        for a in range(n - 1):
            left = self.without(centred[:, a], products)
            minus_mean = (scaled[:, a] / (n - 1))[:, None]
            for b in range(a + 1, n, FOLDS):
                end = min(b + FOLDS, n)
                self.folds(scaled[:, b:end], minus_mean, left, result[first + b - a - 1:first + end - a - 1])
            first += n - 1 - a

    def products(self, centred):
        """Upper triangle; twice the value off the diagonal, for the quadratic form."""
        products = np.empty((self.count, self.count, centred.shape[2]))
        for p in range(self.count):
            np.einsum('wv,qwv->qv', centred[p], centred[p:], out=products[p, p:])
            products[p, p + 1:] *= 2
        return products

    def without(self, word, products):
        left = self.left[:, :, :word.shape[1]]
        n = self.words
        down = word * (-2 * n / (n - 1))
        for p in range(self.count):
            np.multiply(word[p:], down[p], out=left[p, p:])
            left[p, p] *= 0.5
            left[p, p:] += products[p, p:]
        return left

    def folds(self, second, minus_mean, left, result):
        """One row a second word."""
        y, r, t, along, squared = [buffer[..., :result.shape[0], :result.shape[1]] for buffer in self.buffers]
        np.add(second, minus_mean, out=y)
        np.multiply(y, y, out=r)
        np.subtract(np.einsum('ppv->pv', left)[:, None], r, out=r)
        np.sqrt(r, out=r)
        np.divide(1.0, r, out=r)
        for p in range(self.count):
            np.einsum('qv,qbv->bv', left[p, p:], r[p:], out=t[p])
        np.einsum('pbv,pbv->bv', r, t, out=squared)
        np.einsum('pbv,pbv->bv', r, y, out=along)
        np.multiply(along, along, out=along)
        np.subtract(squared, along, out=result)


def plain_scores(responses):
    """Scores of the few voxels where down-dated sums would leave only rounding; -inf where one is constant."""
    result = np.empty((len(pairs(responses.shape[1])[0]), responses.shape[2]))
    for row, fold in zip(result, zip(*pairs(responses.shape[1]))):
        kept = np.delete(responses, fold, axis=1)
        varies = (kept.max(axis=1) > kept.min(axis=1)).all(axis=0)
        kept = kept - kept.mean(axis=1, keepdims=True)
        kept /= np.sqrt((kept * kept).sum(axis=1, keepdims=True))
        row[:] = np.where(varies, (kept.sum(axis=0) ** 2).sum(axis=0), -np.inf)
    return result


def nearly_constant(responses):
    """Columns in which all words but two or fewer agree in some presentation: one of any three words is in the many."""
    n = responses.shape[1]
    odd = np.zeros(responses.shape[2], bool)
    for w in range(min(3, n)):
        odd |= ((responses == responses[:, w:w + 1]).sum(axis=1, dtype=np.int16) >= n - 2).any(axis=0)
    return np.flatnonzero(odd)


class Chooser:
    """The columns of the largest scores of a row; equal scores to the lower column."""

    def __init__(self, count):
        self.count, self.threshold = count, np.inf

    def choose(self, scores):
        candidates = np.flatnonzero(scores > self.threshold)
        if len(candidates) <= self.count:
            candidates = np.arange(len(scores))
        values = scores[candidates]
        if len(candidates) <= self.count:
            return candidates[values > -np.inf]
        order = np.argpartition(values, (len(values) - self.count - 1, len(values) - self.count))
        last, next_one = values[order[-self.count]], values[order[-self.count - 1]]
        self.threshold = last - 0.05 * abs(last)     # keeps some hundreds more than needed for the next fold
        if last == next_one or last == -np.inf:
            chosen = np.argsort(-values, kind='stable')[:self.count]
            return candidates[chosen[values[chosen] > -np.inf]]
        return candidates[order[-self.count:]]


SHARED = {}    # what forked workers inherit; 'scores' is memory that they write for each other


def score_blocks(starts):
    responses, scores = SHARED['responses'], SHARED['scores']
    stability = Stability(*responses.shape[:2])
    for start in starts:
        stability.score(responses[:, :, start:start + BLOCK], scores[:, start:start + BLOCK])
        odd = start + nearly_constant(responses[:, :, start:start + BLOCK])
        if len(odd):
            scores[:, odd] = plain_scores(responses[:, :, odd])


def products_of_folds(folds):
    """4 x 4 products of [Y_a, Y_b, E_a, E_b] over each fold's voxels."""
    scores, both, count = SHARED['scores'], SHARED['both'], SHARED['count']
    n = len(both) // 2
    chooser, rows, result = Chooser(count), np.empty((4, count)), np.empty((len(folds), 4, 4))
    for products, fold, a, b in zip(result, folds, *(side[folds] for side in pairs(n))):
        chosen = chooser.choose(scores[fold])
        part = rows[:, :len(chosen)]
        for k, row in enumerate((a, b, n + a, n + b)):
            np.take(both[row], chosen, out=part[k], mode='clip')
        np.matmul(part, part.T, out=products)
    return result


def all_products(responses, both, count, processes):
    """folds x 4 x 4, by forked processes: first a share of the voxels each, then a share of the folds."""
    n, voxels = responses.shape[1:]
    a, b = pairs(n)
    if count >= voxels:
        places = np.array([a, b, n + a, n + b]).T
        return (both @ both.T)[places[:, :, None], places[:, None, :]]
    if 'scores' not in SHARED:
        SHARED['scores'] = np.frombuffer(mmap.mmap(-1, len(a) * voxels * 8)).reshape(len(a), voxels)
    SHARED.update(responses=responses, both=both, count=count)
    starts = [range(k * BLOCK, voxels, processes * BLOCK) for k in range(processes)]
    folds = np.array_split(np.arange(len(a)), processes)
    if processes == 1:
        score_blocks(starts[0])
        return products_of_folds(folds[0])
    with multiprocessing.get_context('fork').Pool(processes) as pool:
        pool.map(score_blocks, starts, 1)
        return np.concatenate(pool.map(products_of_folds, folds, 1))


def match(products, corrections):
    """s(p1,o1) + s(p2,o2) - s(p1,o2) - s(p2,o1) of every fold."""
    to_prediction = np.zeros((len(products), 2, 4))
    to_prediction[:, 0, 0] = to_prediction[:, 1, 1] = 1
    to_prediction[:, :, 2:] = -corrections
    with_all = to_prediction @ products
    lengths = np.sqrt(np.einsum('fij,fij->fi', with_all, to_prediction))
    observed = np.sqrt(products[:, [0, 1], [0, 1]])
    cosines = with_all[:, :, :2] / (lengths[:, :, None] * observed[:, None, :])
    return cosines[:, 0, 0] + cosines[:, 1, 1] - cosines[:, 0, 1] - cosines[:, 1, 0]


def evaluate(responses, x, ridge, count, processes):
    """(score difference of every fold, word images, closed form)"""
    images = responses.mean(axis=0)
    images -= images.mean(axis=0)
    form = ClosedForm(x, images, ridge)
    products = all_products(responses, np.concatenate([images, form.residuals]), count, processes)
    return match(products, form.corrections), images, form


def correlation_map(images, form):
    """Correlation over words of the images with the mean of each word's held-out predictions."""
    n = len(images)
    a, b = pairs(n)
    weights = np.zeros((n, n))
    weights[a, b], weights[b, a] = form.corrections[:, 0, 1], form.corrections[:, 1, 0]
    np.add.at(weights, (a, a), form.corrections[:, 0, 0])
    np.add.at(weights, (b, b), form.corrections[:, 1, 1])
    predicted = images - (weights / (n - 1)) @ form.residuals
    predicted -= predicted.mean(axis=0)
    spread = np.einsum('wv,wv->v', predicted, predicted) * np.einsum('wv,wv->v', images, images)
    with np.errstate(invalid='ignore', divide='ignore'):
        return np.einsum('wv,wv->v', predicted, images) / np.sqrt(spread)


def timed(repeat, function, *arguments):
    """(last result, seconds of every run)"""
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        result = function(*arguments)
        seconds.append(time.perf_counter() - start)
    return result, seconds


def main():
    parser = argparse.ArgumentParser(description='Leave-two-out evaluation with numpy, timed.')
    parser.add_argument('data')
    parser.add_argument('features')
    parser.add_argument('ridge', metavar='LAMBDA', nargs='?', type=float, default=0)
    parser.add_argument('voxels', metavar='VOXELS', nargs='?', type=int, default=500)
    parser.add_argument('--repeat', type=int, default=5)
    parser.add_argument('--processes', type=int, default=2)
    options = parser.parse_args()
    np.seterr(invalid='ignore', divide='ignore')
    (words, categories, responses), read_seconds = timed(1, read, options.data)
    x = read_features(options.features, words)
    (scores, images, form), seconds = timed(options.repeat, evaluate, responses, x, options.ridge, options.voxels,
                                            options.processes)
    r, map_seconds = timed(options.repeat, correlation_map, images, form)
    a, b = pairs(len(words))
    same, right = np.array(categories)[a] == np.array(categories)[b], scores > TIE
    print(json.dumps({
        'correct': int(right.sum()), 'accuracy': float(right.mean()),
        'within': {'pairs': int(same.sum()), 'correct': int((right & same).sum())},
        'map': {'mean': float(np.nanmean(r)), 'max': float(np.nanmax(r)), 'voxelsAbove028': int((r >= .28).sum())},
        'seconds': {'read': round(read_seconds[0], 4), 'evaluate': round(min(seconds), 4),
                    'map': round(min(map_seconds), 4), 'evaluateAll': [round(s, 4) for s in seconds]},
        'processes': options.processes}))


if __name__ == '__main__':
    main()
