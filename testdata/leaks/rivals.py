"""What rivals without content get on the study of testdata/runs, by refitting every fold: expected.json.

Slow on purpose, and no formula in common with the program: every fold takes its own trials and means them one by one.
Ties (1e-9) are half right; all voxels, cosine, ridge 1; images as they are (--center none).

Run with /usr/bin/python3 (numpy, nibabel): python3 rivals.py
"""
import csv
import itertools
import json
import os

import nibabel
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = os.path.join(os.path.dirname(HERE), 'runs')


def read(labels):
    rows = list(csv.DictReader(open(os.path.join(RUNS, labels)), delimiter='\t'))
    image = nibabel.load(os.path.join(RUNS, 'betas.nii.gz')).get_fdata(dtype=np.float64)
    values = image.reshape(-1, image.shape[3]).T.astype(np.float32).astype(np.float64)
    values = values[:, np.isfinite(values).all(axis=0) & (values.std(axis=0) > 0)]
    used = [i for i, row in enumerate(rows) if row['include'] == '1']
    trials = []
    for i in used:
        trials.append({'word': rows[i]['word'], 'run': rows[i]['run'], 'order': i, 'image': values[i]})
    for run in {t['run'] for t in trials}:
        for place, t in enumerate(sorted((t for t in trials if t['run'] == run), key=lambda t: t['order'])):
            t['place'] = place
    return trials


def features():
    rows = list(csv.reader(open(os.path.join(RUNS, 'features.csv'))))[1:]
    return {row[0]: np.array([float(x) for x in row[1:]]) for row in rows}


def folds(trials, cv):
    """(trials that are trained on, trials that are tested)"""
    words = sorted({t['word'] for t in trials})
    if cv == 'pair':
        for pair in itertools.combinations(words, 2):
            yield [t for t in trials if t['word'] not in pair], [t for t in trials if t['word'] in pair]
    else:
        for run in sorted({t['run'] for t in trials}):
            yield [t for t in trials if t['run'] != run], [t for t in trials if t['run'] == run]


def means(trials):
    return {w: np.mean([t['image'] for t in trials if t['word'] == w], axis=0) for w in sorted({t['word'] for t in trials})}


def neighbours(trial, training):
    same = [t for t in training if t['run'] == trial['run'] and t['word'] != trial['word']]
    before = [t for t in same if t['order'] < trial['order']]
    after = [t for t in same if t['order'] > trial['order']]
    return ([max(before, key=lambda t: t['order'])] if before else []) + (
        [min(after, key=lambda t: t['order'])] if after else [])


def run_mean(trial, training):
    return [t for t in training if t['run'] == trial['run'] and t['word'] != trial['word']]


def position(trial, training):
    near = []
    for run in {t['run'] for t in training} - {trial['run']}:
        others = [t for t in training if t['run'] == run and t['word'] != trial['word']]
        if others:
            nearest = min(abs(t['place'] - trial['place']) for t in others)
            near += [t for t in others if abs(t['place'] - trial['place']) == nearest]
    return near


def cosine(a, b):
    length = np.sqrt((a @ a) * (b @ b))
    return a @ b / length if length > 0 else 0


def score(predicted, observed):
    right, pairs = 0, 0
    for a, b in itertools.combinations(sorted(observed), 2):
        difference = (cosine(predicted[a], observed[a]) + cosine(predicted[b], observed[b])
                      - cosine(predicted[a], observed[b]) - cosine(predicted[b], observed[a]))
        right += .5 if abs(difference) <= 1e-9 else float(difference > 0)
        pairs += 1
    return right, pairs


def accuracy(trials, cv, strict, guess):
    """guess(training trials, training word images, tested trials, mean removed) gives {word: predicted image}"""
    right, pairs = 0, 0
    for training, tested in folds(trials, cv):
        images, observed = means(training), means(tested)
        if cv == 'pair' and not strict:
            mean = np.mean(list(means(trials).values()), axis=0)
        else:
            mean = np.mean(list(images.values()), axis=0)
        shown = {w: y - mean for w, y in observed.items()}
        if cv == 'run' and not strict:
            own = np.mean(list(shown.values()), axis=0)
            shown = {w: y - own for w, y in shown.items()}
        r, n = score(guess(training, images, tested, mean), shown)
        right, pairs = right + r, pairs + n
    return right / pairs


def near_in_time(choose):
    def guess(training, images, tested, mean):
        predicted = {}
        for word in {t['word'] for t in tested}:
            near = [n for t in tested if t['word'] == word for n in choose(t, training)]
            predicted[word] = np.sum([n['image'] - mean for n in near], axis=0) if near else np.zeros_like(mean)
        return predicted
    return guess


def regression(rows, strict, scale):
    """Ridge 1 on the rows of the words, scaled to unit length or to mean 0 and deviation 1 over the words."""
    def guess(training, images, tested, mean):
        words = sorted(images)
        every = sorted(rows)
        if scale == 'unit':
            x = {w: rows[w] / np.linalg.norm(rows[w]) for w in every}
        else:
            over = np.array([rows[w] for w in (words if strict else every)])
            deviation = over.std(axis=0)
            deviation[deviation == 0] = 1
            x = {w: (rows[w] - over.mean(axis=0)) / deviation for w in every}
        xs, ys = np.array([x[w] for w in words]), np.array([images[w] - mean for w in words])
        centre = xs.mean(axis=0) if strict else np.zeros(xs.shape[1])
        xs = xs - centre
        b = np.linalg.solve(xs.T @ xs + np.eye(xs.shape[1]), xs.T @ ys)
        return {w: (x[w] - centre) @ b for w in {t['word'] for t in tested}}
    return guess


def order(trials):
    words = sorted({t['word'] for t in trials})
    own = {w: np.mean([t['order'] for t in trials if t['word'] == w]) for w in words}
    mean = np.mean(list(own.values()))
    return {w: np.array([own[w] - mean, (own[w] - mean) ** 2]) for w in words}


def main():
    expected = []
    for labels in ['labels.tsv', 'labels-repeated.tsv']:
        trials = read(labels)
        own = {w: row for w, row in features().items() if w in {t['word'] for t in trials}}
        letters = {w: np.array([float(len(w))]) for w in own}
        for cv in ['pair', 'run']:
            for preset in ['paper', 'strict']:
                strict = preset == 'strict'
                guesses = {
                    'model': regression(own, strict, 'unit'),
                    'word length': regression(letters, strict, 'zscore'),
                    'order': regression(order(trials), strict, 'zscore'),
                    'position in run': near_in_time(position),
                    'run mean': near_in_time(run_mean),
                    'neighbours in time': near_in_time(neighbours),
                }
                expected.append({'labels': labels, 'cv': cv, 'preset': preset,
                                 'accuracies': {name: accuracy(trials, cv, strict, guess)
                                                for name, guess in guesses.items()}})
    with open(os.path.join(HERE, 'expected.json'), 'w') as out:
        json.dump(expected, out, indent=1)
        out.write('\n')


main()
