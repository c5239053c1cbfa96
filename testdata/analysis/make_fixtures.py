"""Makes every fixture of this folder, and expected.json by brute force. Seeded: the same bytes at every run (the last
digits of expected.json depend on the BLAS in use; one thread, so that they do not depend on the number of processors).

Run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10, h5py 3.7): python3 make_fixtures.py
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import csv
import gzip
import io
import itertools
import json

import numpy as np

import brute_force
import mat_files

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = 1191
CATEGORIES = {'animal': ['wolf', 'bear', 'horse', 'cat', 'dog'], 'tool': ['saw', 'axe', 'hammer', 'drill'],
              'fruit': ['plum', 'apple', 'pear'], 'vehicle': ['train', 'bus']}
CATEGORY_OF = {word: category for category, words in CATEGORIES.items() for word in words}
WORDS = sorted(CATEGORY_OF)
DIMS = (7, 6, 5)
SELECTED = 15

CONSTANT, FLAT_ONCE, LONE, COPY = 7, 19, 33, 41      # the odd voxels of T1 (0-based columns), see README.md


# ---- tables of features -------------------------------------------------------------------------------------------

def feature_tables(rng):
    """{file: (names, {word: vector})}, three decimals."""
    centres = {c: rng.uniform(0, 1, 5) for c in CATEGORIES}
    small = {w: np.round(0.6 * centres[CATEGORY_OF[w]] + 0.5 * rng.uniform(0, 1, 5), 3) for w in WORDS}
    wide = {w: np.round(rng.normal(0, 1, 30), 3) for w in WORDS}
    deficient = {w: np.round([small[w][0], small[w][1], small[w][0] + small[w][1], small[w][2], 2 * small[w][2],
                              0.75 if w == 'saw' else 0.0], 3) for w in WORDS}
    onehot = {w: np.array([float(CATEGORY_OF[w] == c) for c in CATEGORIES]) for w in WORDS}
    return {'features_T.csv': (['see', 'eat', 'ride', 'cut', 'grow'], small),
            'wide_T.csv': (['d%d' % d for d in range(30)], wide),
            'deficient_T.csv': (['f1', 'f2', 'f1_plus_f2', 'f3', 'twice_f3', 'saw_only'], deficient),
            'onehot_T.csv': (list(CATEGORIES), onehot)}


def write_features(name, names, rows, rng):
    order = [WORDS[n] for n in rng.permutation(len(WORDS))]
    lines = [['word'] + names] + [[w] + [repr(float(x)) for x in rows[w]] for w in order]
    write_text(name, ''.join(','.join(line) + '\n' for line in lines))


# ---- participants -------------------------------------------------------------------------------------------------

def brain(rng, voxels):
    """voxels x 3 grid places (1-based i j k) near the middle of the grid, i running fastest."""
    places = np.array([(i, j, k) for k in range(1, DIMS[2] + 1) for j in range(1, DIMS[1] + 1)
                       for i in range(1, DIMS[0] + 1)])
    distance = (((places - (np.array(DIMS) + 1) / 2) / DIMS) ** 2).sum(axis=1) + rng.uniform(0, .03, len(places))
    return places[np.sort(np.argsort(distance)[:voxels])]


def responses(rng, features, words, counts, voxels, signal, noise):
    """{word: presentations x voxels}: a linear truth in some voxels, something stable of each word's own, and noise."""
    x = np.array([features[w] / np.linalg.norm(features[w]) for w in words])
    truth = rng.normal(0, 1, (x.shape[1], voxels)) * signal
    own = rng.normal(0, 0.35, (len(words), voxels)) * signal
    mean = rng.normal(0.3, 0.4, voxels)
    return {w: np.round(mean + x[n] @ truth + own[n] + rng.normal(0, noise, (counts[w], voxels)), 4)
            for n, w in enumerate(words)}


def participant(rng, subject, by_word, epochs, coords):
    trials = [(w, CATEGORY_OF[w], e, by_word[w][p]) for w in by_word for p, e in enumerate(epochs[w])]
    trials = [trials[n] for n in rng.permutation(len(trials))]
    return {'trials': trials, 'coords': coords, 'dims': DIMS, 'study': 'SIMULATED tiny', 'subject': subject,
            'categories': list(CATEGORIES)}


def t1(rng, features):
    voxels = 60
    signal = np.where(rng.permutation(voxels) < 22, 0.9, 0.0)
    by_word = responses(rng, features, WORDS, {w: 4 for w in WORDS}, voxels, signal, 0.8)
    stable = rng.normal(0, 1, (3, len(WORDS)))
    for n, w in enumerate(WORDS):
        r = by_word[w]
        r[:, CONSTANT] = 0.1
        r[:, FLAT_ONCE] = np.round(stable[0, n] + 0.05 * stable[1, n], 4)
        r[2, FLAT_ONCE] = 0.3
        r[:, LONE] = np.round(stable[2, n], 4)
        r[1, LONE] = 0.7 if w == 'hammer' else 0.2
    tie_at_the_edge(by_word)
    return participant(rng, 'T1', by_word, {w: [1, 2, 3, 4] for w in WORDS}, brain(rng, voxels))


def tie_at_the_edge(by_word):
    """Copies the voxel that comes last into the first fold's selection, so that a tie decides between the two."""
    repeated = np.array([by_word[w] for w in WORDS]).swapaxes(0, 1)
    scores = brute_force.stability(np.delete(repeated, (0, 1), axis=1))
    scores[COPY] = np.nan
    last = brute_force.most_stable(scores, SELECTED)[-1]
    for w in WORDS:
        by_word[w][:, COPY] = by_word[w][:, last]


def t2(rng, features):
    """Nine of the words, three to five presentations each, epochs with holes, voxel columns in no order."""
    voxels = 24
    words = ['wolf', 'axe', 'plum', 'dog', 'train', 'bear', 'saw', 'pear', 'bus']
    epochs = {'wolf': [1, 2, 3, 4, 5], 'axe': [1, 2, 4], 'plum': [2, 3, 5], 'dog': [1, 2, 3, 4, 5], 'train': [1, 2, 3],
              'bear': [1, 2, 3, 4, 5], 'saw': [3, 4, 5], 'pear': [1, 2, 3, 4, 5], 'bus': [1, 3, 4, 5]}
    signal = np.where(rng.permutation(voxels) < 14, 0.9, 0.0)
    by_word = responses(rng, features, words, {w: len(e) for w, e in epochs.items()}, voxels, signal, 0.8)
    coords = brain(rng, voxels)
    return participant(rng, 'T2', by_word, epochs, coords[rng.permutation(voxels)])


# ---- the same responses as tables -----------------------------------------------------------------------------------

def write_text(name, text):
    with open(os.path.join(HERE, name), 'w', newline='') as file:
        file.write(text)


def write_tables(made):
    """T1 once more: a row a presentation, a row a word, and where the voxels are."""
    names = ['v%d' % v for v in range(len(made['coords']))]
    rows = sorted(made['trials'], key=lambda t: t[2])     # stable: words stay shuffled inside an epoch
    lines = [['word', 'category'] + names] + [[t[0], t[1]] + [repr(float(x)) for x in t[3]] for t in rows]
    write_text('T1.tsv', ''.join('\t'.join(line) + '\n' for line in lines))
    parsed = brute_force.Participant(made['trials'])
    lines = [['word'] + names] + [[w] + [repr(float(x)) for x in y] for w, y in zip(parsed.words, parsed.images())]
    packed = io.BytesIO()
    with gzip.GzipFile(filename='', mode='wb', fileobj=packed, mtime=0) as file:
        file.write(''.join(','.join(line) + '\n' for line in lines).encode('ascii'))
    with open(os.path.join(HERE, 'T1-mean.csv.gz'), 'wb') as file:
        file.write(packed.getvalue())
    i, j, k = made['coords'].T
    mm = np.column_stack([81.25 - 3.125 * i, 3.125 * j - 115.625, 6.0 * k - 54])
    for name, header, places in (('T1_coords.tsv', ['x_mm', 'y_mm', 'z_mm'], mm),
                                 ('T1_coords_ijk.tsv', ['i', 'j', 'k'], made['coords'])):
        rows = [header] + [['%g' % x for x in place] for place in places]
        write_text(name, ''.join('\t'.join(row) + '\n' for row in rows))


# ---- expected figures -----------------------------------------------------------------------------------------------

def configurations():
    """What expected.json covers: the grid of presets with one rule, then the rules, voxels and presentations."""
    listed = []

    def add(features, preset, scale, ridge, voxels=SELECTED, metric='cosine', match='sum', presentations='all',
            subject='T1', details=False):
        entry = {'participant': subject, 'features': features, 'preset': preset, 'scale': scale, 'ridge': ridge,
                 'voxels': voxels, 'metric': metric, 'match': match, 'presentations': presentations}
        if all(entry != {k: v for k, v in other.items() if k != 'details'} for other in listed):
            listed.append(dict(entry, details=details))

    presets, rules = ('paper', 'strict'), ('sum', 'single', 'strict')
    for features, preset, scale, ridge in itertools.product(
            ('features_T.csv', 'wide_T.csv', 'deficient_T.csv', 'onehot_T.csv'), presets,
            ('unit', 'zscore', 'none'), (0, 0.5, 10)):
        plain = scale == 'unit' and ridge in (0, 0.5) and features in ('features_T.csv', 'deficient_T.csv')
        scaled = scale == 'zscore' and ridge == 0.5 and features in ('features_T.csv', 'wide_T.csv')
        add(features, preset, scale, ridge, details=plain or scaled)
    for preset, ridge, voxels, metric, match in itertools.product(
            presets, (0, 0.5), (SELECTED, 'all'), ('cosine', 'correlation'), rules):
        add('features_T.csv', preset, 'unit', ridge, voxels, metric, match,
            details=metric == 'correlation' and match == 'sum' and ridge == 0 and voxels == SELECTED)
    for preset, match in itertools.product(presets, rules):
        add('onehot_T.csv', preset, 'unit', 0.5, 'all', 'cosine', match)
        add('onehot_T.csv', preset, 'unit', 0, 'all', 'correlation', match)
    for preset in presets:
        add('features_T.csv', preset, 'unit', 0, presentations=(1, 3))
        add('features_T.csv', preset, 'unit', 0, presentations=(2, 3, 4))
        add('features_T.csv', preset, 'unit', 0, 'all', presentations=(2,))
        for scale, ridge, voxels in itertools.product(('unit', 'zscore'), (0, 0.5), (SELECTED, 'all')):
            add('features_T.csv', preset, scale, ridge, voxels, subject='T2',
                details=scale == 'unit' and ridge == 0 and voxels == SELECTED)
    return listed


def numbers(values, digits=12):
    """A JSON list: null for NaN, `digits` significant digits (None: all)."""
    values = np.asarray(values, float)
    if values.ndim > 1:
        return [numbers(row, digits) for row in values]
    return [None if np.isnan(x) else float(x) if digits is None else float('%.*g' % (digits, x)) for x in values]


class Expected:
    """Figures of every configuration; what several share (folds' voxels) is computed once by brute force."""

    def __init__(self, participants, tables):
        self.participants, self.tables, self.chosen = participants, tables, {}

    def participant(self, entry):
        whole = self.participants[entry['participant']]
        return whole if entry['presentations'] == 'all' else whole.with_presentations(entry['presentations'])

    def selections(self, entry):
        if entry['voxels'] == 'all':
            return None, None
        key = entry['participant'], entry['presentations'], entry['voxels']
        if key not in self.chosen:
            self.chosen[key] = brute_force.selections(self.participant(entry), entry['voxels'])
        return self.chosen[key]

    def figures(self, entry):
        details = entry.pop('details')
        analysis = brute_force.Analysis(self.participant(entry), self.tables[entry['features']], entry['preset'],
                                        entry['scale'], entry['ridge'])
        chosen, gap = self.selections(entry)
        similarities = analysis.similarities(entry['voxels'], entry['metric'], chosen)
        counted = brute_force.outcome(analysis, similarities, entry['match'])
        check_is_safe(entry, counted, gap)
        del counted['largestTie']
        counted['minMargin'] = float('%.3g' % counted['minMargin'])
        figures = dict(entry, **counted)
        if details:
            figures['details'] = self.details(analysis, similarities, chosen)
        return figures

    @staticmethod
    def details(analysis, similarities, chosen):
        held = [1, len(analysis.participant.words) - 3]
        return {'similarities': numbers(similarities, None), 'firstFoldVoxels': chosen[(0, 1)],
                'map': numbers(analysis.correlation_map()), 'signatures': numbers(analysis.signatures()),
                'leaveOneOut': {analysis.participant.words[w]: numbers(analysis.leave_one_out(w)) for w in held}}


def check_is_safe(entry, counted, gap):
    """Rounding must not be able to decide any figure."""
    if counted['minMargin'] < 1e-6 or counted['largestTie'] > 1e-12 or (gap is not None and gap < 1e-7):
        raise SystemExit('choose another seed: %s %s gap %s' % (entry, counted, gap))


def expected(participants, tables):
    described = {}
    for name, p in participants.items():
        subsets = {'all': p.repeated()}
        if name == 'T1':
            subsets['1,3'] = p.with_presentations((1, 3)).repeated()
        described[name] = {'words': p.words, 'categories': p.categories, 'presentations': [len(r) for r in p.responses],
                           'stability': {k: numbers(brute_force.stability(r)) for k, r in subsets.items()}}
    worker = Expected(participants, tables)
    return {'about': 'made by make_fixtures.py, by refitting in every fold; README.md says how to read it',
            'participants': described, 'configurations': [worker.figures(entry) for entry in configurations()]}


def write_expected(content):
    """One configuration a line, so that a difference is seen."""
    lines = ['{"about": %s,' % json.dumps(content['about']), '"participants": {']
    lines.append(',\n'.join('%s: %s' % (json.dumps(k), json.dumps(v, allow_nan=False))
                            for k, v in content['participants'].items()) + '},')
    lines.append('"configurations": [')
    lines.append(',\n'.join(json.dumps(c, allow_nan=False) for c in content['configurations']))
    write_text('expected.json', '\n'.join(lines) + '\n]}\n')


def single(trials):
    """The trials as a program has them that stores responses as float32; all arithmetic on them is in double."""
    return [(word, category, epoch, values.astype(np.float32)) for word, category, epoch, values in trials]


def main():
    rng = np.random.default_rng(SEED)
    tables = feature_tables(rng)
    for name, (names, rows) in tables.items():
        write_features(name, names, rows, rng)
    small = tables['features_T.csv'][1]
    made = {'T1': t1(rng, small), 'T2': t2(rng, small)}
    for name, content in made.items():
        mat_files.write_v5(os.path.join(HERE, 'data-science-%s.mat' % name), content)
    mat_files.write_v73(os.path.join(HERE, 'data-science-T1-v73.mat'), made['T1'])
    write_tables(made['T1'])
    participants = {name: brute_force.Participant(single(content['trials'])) for name, content in made.items()}
    write_expected(expected(participants, {name: rows for name, (_, rows) in tables.items()}))


if __name__ == '__main__':
    main()
