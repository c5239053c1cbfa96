"""Makes a small study of runs and what cross-validations by runs, by list and in parts give on it, by refitting every fold.

Slow on purpose, and no formula in common with the program: every fold takes its own images, voxels and least squares.
betas.nii.gz has a volume a trial; labels.tsv says word, run and fold (the word 'wolf' is in run 3 alone, 'ant' twice in run 2);
labels-repeated.tsv leaves wolf out, so that voxels can be chosen by their stability in every fold.

Run with /usr/bin/python3 (numpy, nibabel): python3 leave_runs_out.py
"""
import itertools
import json
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import nibabel
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ['ant', 'bear', 'cup', 'dress', 'eye', 'foot', 'glass', 'hammer', 'igloo', 'wolf']
FOLD = dict(zip(WORDS, 'abcabcabca'))
SHAPE = (6, 5, 4)
TIE = 1e-9


def trials(rng):
    """(run, word) in the order of time."""
    listed = []
    for run in range(1, 6):
        words = [w for i, w in enumerate(WORDS[:9]) if (i + run) % 4] + (['wolf'] if run == 3 else [])
        words += ['ant'] if run == 2 and 'ant' in words else []
        listed += [(run, words[i]) for i in rng.permutation(len(words))]
    return listed


def word_images(listed, images):
    """{word: its images, in the order of time}"""
    of = {}
    for (_, word), image in zip(listed, images):
        of.setdefault(word, []).append(image)
    return of


def stability(of):
    common = min(len(v) for v in of.values())
    words = sorted(of)
    shown = np.array([[of[w][p] for w in words] for p in range(common)])
    return np.mean([[np.corrcoef(shown[p][:, v], shown[q][:, v])[0, 1] for v in range(shown.shape[2])]
                    for p, q in itertools.combinations(range(common), 2)], axis=0)


def fit(x, y, ridge, strict):
    if strict:
        x, y = x - x.mean(axis=0), y - y.mean(axis=0)
    if ridge:
        return np.linalg.solve(x.T @ x + ridge * np.eye(x.shape[1]), x.T @ y)
    return np.linalg.pinv(x, rcond=1e-10) @ y


def cosine(a, b):
    return a @ b / np.sqrt((a @ a) * (b @ b))


class Fold:
    """training and test: {word: image}; repeats: {word: images} of the training."""

    def __init__(self, training, test, repeats):
        self.training, self.test, self.repeats = training, test, repeats


def folds_of_runs(listed, images):
    for run in sorted({r for r, _ in listed}):
        inside = [r == run for r, _ in listed]
        rest = word_images([t for t, i in zip(listed, inside) if not i], [y for y, i in zip(images, inside) if not i])
        shown = word_images([t for t, i in zip(listed, inside) if i], [y for y, i in zip(images, inside) if i])
        training = {w: np.mean(v, axis=0) for w, v in rest.items()}
        yield Fold(training, {w: np.mean(v, axis=0) for w, v in shown.items()}, rest)


def folds_of_words(listed, images, groups):
    of = word_images(listed, images)
    means = {w: np.mean(v, axis=0) for w, v in of.items()}
    for group in groups:
        yield Fold({w: m for w, m in means.items() if w not in group}, {w: means[w] for w in group},
                   {w: v for w, v in of.items() if w not in group})


def pairs(fold, features, preset, ridge, voxels, by_runs, whole_mean):
    strict = preset == 'strict'
    chosen = np.arange(len(whole_mean))
    if voxels != 'all':
        ranked = np.argsort(-stability(fold.repeats), kind='stable')
        chosen = np.sort(ranked[:voxels])
    words = sorted(fold.training)
    x = np.array([features[w] / np.linalg.norm(features[w]) for w in words])
    y = np.array([fold.training[w][chosen] for w in words])
    tested = sorted(fold.test)
    seen = np.array([fold.test[w][chosen] for w in tested])
    new = np.array([features[w] / np.linalg.norm(features[w]) for w in tested])
    if by_runs or strict:
        mean = y.mean(axis=0)
    else:                                      # preset paper takes the mean of all words off
        mean = whole_mean[chosen]
    if by_runs and not strict:
        seen = seen - seen.mean(axis=0)
    else:
        seen = seen - mean
    coefficients = fit(x, y - mean, ridge, strict)
    predicted = (new - (x.mean(axis=0) if strict else 0)) @ coefficients
    for a, b in itertools.combinations(range(len(tested)), 2):
        s = [cosine(predicted[i], seen[j]) for i in (a, b) for j in (a, b)]
        difference = s[0] + s[3] - s[1] - s[2]
        if TIE / 10 < abs(difference) < 1e-7:
            raise SystemExit('choose another seed')
        yield tested[a], tested[b], s, difference > 0


def main():
    rng = np.random.default_rng(1504)
    listed = trials(rng)
    features = {w: rng.standard_normal(4) for w in WORDS}
    weights = rng.standard_normal((4, np.prod(SHAPE)))
    own = {w: rng.standard_normal(np.prod(SHAPE)) * .5 for w in WORDS}
    signal = {w: features[w] @ weights * .6 + own[w] for w in WORDS}
    images = [(signal[w] + 4 * rng.standard_normal(np.prod(SHAPE)) + 3).astype(np.float32) for _, w in listed]
    volumes = np.stack([i.reshape(SHAPE) for i in images], axis=-1)
    nibabel.save(nibabel.Nifti1Image(volumes, np.diag([-3., 3, 4, 1])), os.path.join(HERE, 'betas.nii.gz'))
    for name, out in (('labels.tsv', ()), ('labels-repeated.tsv', ('wolf',))):
        with open(os.path.join(HERE, name), 'w') as file:
            file.write('word\trun\tfold\tinclude\n')
            file.writelines('%s\t%d\t%s\t%d\n' % (w, r, FOLD[w], w not in out) for r, w in listed)
    with open(os.path.join(HERE, 'features.csv'), 'w') as file:
        file.write('word,f1,f2,f3,f4\n')
        file.writelines('%s,%s\n' % (w, ','.join(repr(float(v)) for v in features[w])) for w in WORDS)
    images = [i.astype(float) for i in images]
    entries = []
    for labels, out, voxels in (('labels.tsv', (), 'all'), ('labels-repeated.tsv', ('wolf',), 25)):
        kept = [k for k, (_, w) in enumerate(listed) if w not in out]
        some, shown = [listed[k] for k in kept], [images[k] for k in kept]
        words = sorted({w for _, w in some})
        groups = {'fold': [[w for w in words if FOLD[w] == f] for f in 'abc'],
                  'k:3': [list(g) for g in np.array_split(words, 3)]}
        whole_mean = np.mean([np.mean(v, axis=0) for v in word_images(some, shown).values()], axis=0)
        for cv, preset, ridge in itertools.product(('run', 'fold', 'k:3'), ('paper', 'strict'), (0, 0.7)):
            made = list(folds_of_runs(some, shown) if cv == 'run' else folds_of_words(some, shown, groups[cv]))
            found = [p for fold in made
                     for p in pairs(fold, features, preset, ridge, voxels, cv == 'run', whole_mean)]
            entries.append({'labels': labels, 'cv': cv, 'voxels': voxels, 'preset': preset, 'ridge': ridge,
                            'pairs': len(found), 'correct': int(sum(p[3] for p in found)),
                            'first': found[0][:2], 'similarities': [float('%.12g' % s) for s in found[0][2]],
                            'last': found[-1][:2], 'lastSimilarities': [float('%.12g' % s) for s in found[-1][2]]})
    with open(os.path.join(HERE, 'expected.json'), 'w') as file:
        file.write('[\n' + ',\n'.join(json.dumps(e) for e in entries) + '\n]\n')


if __name__ == '__main__':
    main()
