"""How near the ceiling by halves of the presentations comes to what noiseless images reach.

Simulated images of 40 words x 100 voxels: signal times snr, and noise of sd 1 in every presentation; 30 experiments a
row, 20 splits each. Columns: accuracy (pairs) of noiseless images, ceiling by halves, accuracy of halves; the same of
ranks; similarity of noiseless images, and its ceiling. Run with /usr/bin/python3 (numpy, scipy): python3 extrapolation.py
"""
import numpy as np
from scipy.stats import norm

WORDS, VOXELS, EXPERIMENTS, SPLITS = 40, 100, 30, 20


def identify(predicted, observed):
    sides = [x - x.mean(axis=0) for x in (predicted, observed)]
    p, o = [x / np.linalg.norm(x, axis=1, keepdims=True) for x in sides]
    s = p @ o.T
    a, b = np.triu_indices(WORDS, 1)
    ranks = [np.mean(np.delete(s[:, w], w) < s[w, w]) for w in range(WORDS)]
    return np.mean(s[a, a] + s[b, b] > s[a, b] + s[b, a]), np.mean(ranks), s.diagonal().mean()


def smoothed(x):
    return np.apply_along_axis(lambda row: np.convolve(row, np.ones(9) / 3, 'same'), -1, x)


def f(r):
    return r / np.sqrt(1 + r * r)


def ceiling(images, rng):
    count = images.shape[1]
    half = count // 2
    scores = []
    for _ in range(SPLITS):
        order = [rng.permutation(count) for _ in range(WORDS)]
        first = np.array([images[w, o[:half]].mean(axis=0) for w, o in enumerate(order)])
        second = np.array([images[w, o[half:2 * half]].mean(axis=0) for w, o in enumerate(order)])
        scores.append(identify(first, second))
    pairs, ranks, r = np.mean(scores, axis=0)
    if r <= 0:
        return [np.nan, pairs, np.nan, ranks, np.nan]
    k = count / half
    best = np.sqrt(k * r / (1 + (k - 1) * r))
    found = []
    for accuracy, share in ((pairs, 1), (ranks, np.sqrt(0.5))):
        z = norm.ppf(np.clip(accuracy, 0.5, 1 - 1e-12))
        found += [norm.cdf(z * f(share * best) / f(share * r)) if accuracy > 0.5 else np.nan, accuracy]
    return found + [best]


if __name__ == '__main__':
    rng = np.random.default_rng(0)
    for kind in ('white', 'five dimensions', 'smooth'):
        for count in (2, 6):
            for snr in (0.1, 0.2, 0.4):
                rows = []
                for _ in range(EXPERIMENTS):
                    signal = rng.standard_normal((WORDS, VOXELS))
                    if kind == 'five dimensions':
                        signal = rng.standard_normal((WORDS, 5)) @ rng.standard_normal((5, VOXELS)) / np.sqrt(5)
                    noise = rng.standard_normal((WORDS, count, VOXELS))
                    if kind == 'smooth':
                        signal, noise = smoothed(signal), smoothed(noise)
                    images = snr * signal[:, None] + noise
                    true = identify(signal, images.mean(axis=1))
                    found = ceiling(images, rng)
                    rows.append([true[0], found[0], found[1], true[1], found[2], found[3], true[2], found[4]])
                print('| %s | %d | %.1f | %s |' % (
                    kind, count, snr, ' | '.join('%.3f' % x for x in np.nanmean(rows, axis=0))))
