"""Recomputes a fit's four similarities of every pair by refitting and prints the largest difference.

    python3 check_pairs_tsv.py PAIRS.tsv DATA.mat FEATURES.csv [--ridge 0] [--voxels 500|all] [--preset paper]
                               [--scale unit] [--metric cosine] [--columns s11,s12,s21,s22] [--words word1,word2]

PAIRS.tsv has a header; --words and --columns name the columns of the two held-out words and of s(p1,o1), s(p1,o2),
s(p2,o1), s(p2,o2). Without them: the first two columns whose cells are words of the data, and the first four numeric
columns after them. Exit status 1 when a difference is above --tolerance (1e-6) or a pair is missing.
"""
import argparse
import csv
import itertools
import sys

import numpy as np
import scipy.io

import brute_force


def read_mat(path):
    mat = scipy.io.loadmat(path)
    return brute_force.Participant([(str(i['word'][0]), str(i['cond'][0]), int(i['epoch'][0, 0]), d.ravel())
                                    for i, d in zip(mat['info'].ravel(), mat['data'].ravel())])


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def read_pairs(path, words, word_columns, value_columns):
    """{(word, word): four similarities} as the file gives them."""
    with open(path, newline='') as file:
        rows = list(csv.reader(file, delimiter='\t'))
    header, first = rows[0], rows[1]
    if word_columns:
        at_words = [header.index(name) for name in word_columns.split(',')]
    else:
        at_words = [n for n, cell in enumerate(first) if cell in words][:2]
    if value_columns:
        at_values = [header.index(name) for name in value_columns.split(',')]
    else:
        at_values = [n for n, cell in enumerate(first) if n > at_words[1] and is_number(cell)][:4]
    print('words:', [header[n] for n in at_words], 'similarities:', [header[n] for n in at_values])
    return {tuple(row[n] for n in at_words): np.array([float(row[n]) for n in at_values]) for row in rows[1:]}


def recompute(participant, features, options):
    """{(word, word): four similarities} by brute force."""
    kept = [n for n, w in enumerate(participant.words) if w in features and np.any(features[w])]
    for field in ('words', 'categories', 'responses'):
        setattr(participant, field, [getattr(participant, field)[n] for n in kept])
    voxels = options.voxels if options.voxels == 'all' else int(options.voxels)
    chosen = None if voxels == 'all' else brute_force.selections(participant, voxels)[0]
    analysis = brute_force.Analysis(participant, features, options.preset, options.scale, options.ridge)
    values = analysis.similarities(voxels, options.metric, chosen)
    return dict(zip(itertools.combinations(participant.words, 2), values))


def main():
    parser = argparse.ArgumentParser(description='Checks a pairs.tsv by refitting every fold.')
    parser.add_argument('pairs')
    parser.add_argument('data')
    parser.add_argument('features')
    parser.add_argument('--ridge', type=float, default=0)
    parser.add_argument('--voxels', default='500')
    parser.add_argument('--preset', choices=('paper', 'strict'), default='paper')
    parser.add_argument('--scale', choices=('unit', 'zscore', 'none'), default='unit')
    parser.add_argument('--metric', choices=('cosine', 'correlation'), default='cosine')
    parser.add_argument('--words')
    parser.add_argument('--columns')
    parser.add_argument('--tolerance', type=float, default=1e-6)
    options = parser.parse_args()
    participant = read_mat(options.data)
    expected = recompute(participant, brute_force.read_features(options.features)[1], options)
    found = read_pairs(options.pairs, participant.words, options.words, options.columns)
    missing = [pair for pair in expected if pair not in found]
    differences = {pair: np.abs(found[pair] - expected[pair]).max() for pair in expected if pair in found}
    worst = max(differences, key=differences.get, default=None)
    print('pairs: %d expected, %d missing, %d unknown; largest difference %s at %s' % (
        len(expected), len(missing), len(set(found) - set(expected)), differences.get(worst), worst))
    sys.exit(0 if worst and not missing and differences[worst] <= options.tolerance else 1)


if __name__ == '__main__':
    main()
