"""Voxels that folds choose by other things than stability, on the first participant of study.json: selection.json.

Every fold refits and chooses by itself, in loops; without has the voxels when one word is held out. Regions: voxels by their first index, 0 no region. Model: ridge 1 on
features as they are (--scale none); 8 voxels; cosine; a tie is half right, as there are none.
Run with /usr/bin/python3 (numpy): python3 selection.py
"""
import itertools
import json
import os

import numpy as np

from ceilings import HERE, arrays, stability

COUNT = 8


def snr(trials):
    """one-way analysis of variance, a voxel at a time"""
    found = []
    for v in range(trials[0].shape[1]):
        groups = [t[:, v] for t in trials]
        n = [len(g) for g in groups]
        grand = np.concatenate(groups).mean()
        msb = sum(len(g) * (g.mean() - grand) ** 2 for g in groups) / (len(groups) - 1)
        msw = sum(((g - g.mean()) ** 2).sum() for g in groups) / (sum(n) - len(groups))
        n0 = (sum(n) - sum(x * x for x in n) / sum(n)) / (len(groups) - 1)
        found.append((msb - msw) / n0 / msw)
    return np.array(found)


def ridge(x, y, new, preset, mean=None):
    """predictions for rows of new; paper: y has no mean already; strict: with an intercept"""
    if preset == 'paper':
        return new @ np.linalg.solve(x.T @ x + np.eye(x.shape[1]), x.T @ y)
    xm, ym = x.mean(axis=0), y.mean(axis=0)
    return (new - xm) @ np.linalg.solve((x - xm).T @ (x - xm) + np.eye(x.shape[1]), (x - xm).T @ (y - ym)) + ym


def r_of_training(trials, features, preset):
    images = np.array([t.mean(axis=0) for t in trials])
    if preset == 'paper':
        images = images - images.mean(axis=0)
    predicted = []
    for w in range(len(images)):
        others = [u for u in range(len(images)) if u != w]
        predicted.append(ridge(features[others], images[others], features[[w]], preset)[0])
    predicted = np.array(predicted)
    return np.array([np.corrcoef(images[:, v], predicted[:, v])[0, 1] for v in range(images.shape[1])])


def chosen(trials, features, regions, by, preset):
    if by == 'snr':
        return sorted(np.argsort(-snr(trials))[:COUNT])
    if by == 'top-r-train':
        return sorted(np.argsort(-r_of_training(trials, features, preset))[:COUNT])
    s = stability(trials)
    order = sorted((r for r in set(regions) if r), key=lambda r: -s[regions == r].mean())
    columns = []
    for region in order:
        columns += sorted(np.flatnonzero(regions == region), key=lambda v: -s[v])
    return sorted(columns[:COUNT])


def evaluate(trials, features, regions, by, preset):
    images = np.array([t.mean(axis=0) for t in trials])
    columns, right = [], []
    for pair in itertools.combinations(range(len(trials)), 2):
        training = [w for w in range(len(trials)) if w not in pair]
        voxels = chosen([trials[w] for w in training], features[training], regions, by, preset)
        columns.append([int(v) for v in voxels])
        y = images[:, voxels] - (images[:, voxels].mean(axis=0) if preset == 'paper' else 0)
        p = ridge(features[training], y[training], features[list(pair)], preset)
        o = y[list(pair)]
        if preset == 'strict':
            p, o = p - y[training].mean(axis=0), o - y[training].mean(axis=0)
        s = [[p[a] @ o[b] / np.linalg.norm(p[a]) / np.linalg.norm(o[b]) for b in (0, 1)] for a in (0, 1)]
        right.append(s[0][0] + s[1][1] > s[0][1] + s[1][0])
    return columns, float(np.mean(right))


if __name__ == '__main__':
    with open(os.path.join(HERE, 'study.json')) as file:
        participant = json.load(file)['participants'][0]
    trials = arrays(participant)
    rng = np.random.default_rng(6)
    images = np.array([t.mean(axis=0) for t in trials])
    features = np.round((images - images.mean(axis=0)) @ rng.normal(size=(images.shape[1], 2)) / 6
                        + 0.5 * rng.normal(size=(len(trials), 2)), 3)
    regions = np.array([v[0] for v in participant['voxels']])
    cases = []
    for by, preset in itertools.product(['snr', 'reliability', 'top-r-train'], ['paper', 'strict']):
        columns, accuracy = evaluate(trials, features, regions, by, preset)
        without = [[int(v) for v in chosen(trials[:w] + trials[w + 1:], np.delete(features, w, axis=0), regions, by, preset)]
                   for w in range(len(trials))]
        cases.append({'by': by, 'preset': preset, 'columns': columns, 'accuracy': accuracy, 'without': without})
    with open(os.path.join(HERE, 'selection.json'), 'w') as out:
        json.dump({'features': features.tolist(), 'cases': cases}, out, separators=(',', ':'))
        out.write('\n')
