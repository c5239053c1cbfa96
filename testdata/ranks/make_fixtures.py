"""Makes the tables of candidates and expected.json. Seeded: the same bytes at every run (the last digits of
expected.json depend on the BLAS in use).

Run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10): python3 make_fixtures.py
"""
import os

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import csv
import itertools
import json

import numpy as np

import brute_ranks
from brute_ranks import brute_force
from check_pairs_tsv import read_mat

HERE = os.path.dirname(os.path.abspath(__file__))
ANALYSIS = os.path.join(HERE, '..', 'analysis')
SEED = 1001
TEMPERATURE = 0.15
TABLES = ('features_T.csv', 'wide_T.csv', 'deficient_T.csv', 'onehot_T.csv')
NEW_WORDS = ['carrot', 'celery', 'chair', 'chisel', 'church', 'desk', 'eye', 'foot', 'glass', 'house', 'key', 'knife',
             'lettuce', 'pliers', 'shirt', 'spoon', 'table', 'truck', 'watch', 'window']


def candidate_table(rng, table):
    """New words in between those of the table, a copy of one of them, one without any feature, and five of the table's."""
    names, features = brute_force.read_features(os.path.join(ANALYSIS, table))
    rows = np.array([features[w] for w in sorted(features)])
    made = {}
    for word in NEW_WORDS:
        share = rng.dirichlet(np.full(len(rows), 0.3))
        made[word] = np.round(share @ rows + rng.normal(0, 0.1, rows.shape[1]) * (table != 'onehot_T.csv'), 3)
    made['twin-of-apple'] = features['apple']
    made['nothing'] = np.zeros(rows.shape[1])
    for word in ('apple', 'bear', 'hammer', 'pear', 'train'):
        made[word] = features[word]
    order = [sorted(made)[n] for n in rng.permutation(len(made))]
    return names, {w: made[w] for w in order}


def write_table(path, names, rows):
    with open(path, 'w', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['word'] + names)
        for word, row in rows.items():
            writer.writerow([word] + [repr(float(x)) for x in row])


def configurations():
    listed = []
    for table, preset, scale, ridge in itertools.product(TABLES, ('paper', 'strict'), ('unit', 'zscore', 'none'), (0, 0.5)):
        listed.append(('T1', table, 'listed', preset, scale, ridge, 15, 'cosine'))
    for preset, voxels, metric, candidates in itertools.product(
            ('paper', 'strict'), (15, 'all'), ('cosine', 'correlation'), ('listed', 'own')):
        for subject in ('T1', 'T2'):
            listed.append((subject, 'features_T.csv', candidates, preset, 'unit', 0.5, voxels, metric))
            listed.append((subject, 'wide_T.csv', candidates, preset, 'unit', 0, voxels, metric))
    listed.append(('T1', 'onehot_T.csv', 'own', 'paper', 'unit', 0, 15, 'cosine'))
    return list(dict.fromkeys(listed))


def in_single_precision(participant):
    """As a program has them that stores responses as float32; all arithmetic on them is in double."""
    participant.responses = [r.astype(np.float32).astype(float) for r in participant.responses]
    return participant


def number(x):
    return float('%.12g' % x)


def expected(entry, participants, own, candidate_tables, chosen, permutations):
    subject, table, kind, preset, scale, ridge, voxels, metric = entry
    participant = participants[subject]
    features = own[table]
    candidates = candidate_tables[table] if kind == 'listed' else {w: features[w] for w in participant.words}

    def outcomes(of, columns):
        return [brute_ranks.outcome(
            brute_ranks.similarities(of, features, candidates, w, columns[w], preset, scale, ridge, metric),
            of.words[w], TEMPERATURE) for w in range(len(of.words))]

    def columns(of):
        return brute_ranks.fold_voxels(of, voxels)

    if (subject, voxels) not in chosen:
        chosen[subject, voxels] = columns(participant)
    found = outcomes(participant, chosen[subject, voxels])
    result = {'participant': subject, 'features': table, 'candidates': kind, 'preset': preset, 'scale': scale,
              'ridge': ridge, 'voxels': voxels, 'metric': metric,
              'meanPercentile': number(np.mean([o['percentile'] for o in found])),
              'places': [o['place'] for o in found], 'counts': [o['candidates'] for o in found],
              'similarities': [number(o['similarity']) for o in found],
              'probabilities': [number(o['probability']) for o in found]}
    if scale == 'unit':
        result['permuted'] = []
        for permutation in permutations[subject]:
            moved = brute_ranks.relabelled(participant, permutation)
            result['permuted'].append(number(np.mean([o['percentile'] for o in outcomes(moved, columns(moved))])))
    return result


def images(rng, participant):
    """Two images of no single word, as deviations from the mean image: the first whole, the second with holes."""
    deviations = participant.images() - participant.images().mean(axis=0)
    mixed = rng.dirichlet(np.full(len(deviations), 0.2), 2) @ deviations + rng.normal(0, 0.2, (2, deviations.shape[1]))
    mixed = np.round(mixed, 4)
    mixed[1, rng.permutation(deviations.shape[1])[:20]] = np.nan
    return mixed


def write_images(path, made):
    with open(path, 'w', newline='') as file:
        writer = csv.writer(file, delimiter='\t', lineterminator='\n')
        writer.writerow(['column', 'whole', 'holes'])
        for v in range(made.shape[1]):
            writer.writerow([v] + ['n/a' if np.isnan(x) else repr(float(x)) for x in made[:, v]])


def identified(participant, features, candidates, made, preset, ridge, voxels, metric):
    """Similarities of both images with every candidate by the model of all words."""
    analysis = brute_force.Analysis(participant, features, preset, 'unit', ridge)
    own_rows = np.array([features[w] for w in participant.words])
    offset, divisor, coefficients, _ = analysis.fit(list(range(len(own_rows))))
    columns = list(range(made.shape[1]))
    if voxels != 'all':
        columns = brute_force.most_stable(brute_force.stability(participant.repeated()), voxels)
    result = {'preset': preset, 'ridge': ridge, 'voxels': voxels, 'metric': metric, 'similarities': []}
    for image in made.astype(np.float32).astype(float):
        seen = [v for v in columns if not np.isnan(image[v])]
        predicted = [((brute_ranks.scaled(analysis, raw, own_rows) - offset) / divisor) @ coefficients[:, seen]
                     for raw in candidates.values()]
        result['similarities'].append([number(brute_force.similarity(p, image[seen], metric, 1.0)) for p in predicted])
    return result


def main():
    rng = np.random.default_rng(SEED)
    own = {t: brute_force.read_features(os.path.join(ANALYSIS, t))[1] for t in TABLES}
    candidate_tables = {}
    for table in TABLES:
        names, rows = candidate_table(rng, table)
        write_table(os.path.join(HERE, 'candidates_' + table), names, rows)
        candidate_tables[table] = rows
    participants = {s: in_single_precision(read_mat(os.path.join(ANALYSIS, 'data-science-%s.mat' % s)))
                    for s in ('T1', 'T2')}
    permutations = {s: [[int(n) for n in rng.permutation(len(p.words))] for _ in range(3)]
                    for s, p in participants.items()}
    made = images(rng, participants['T1'])
    write_images(os.path.join(HERE, 'images_T1.tsv'), made)
    identifications = [
        json.dumps(identified(participants['T1'], own['features_T.csv'], candidate_tables['features_T.csv'], made, *how),
                   sort_keys=True)
        for how in itertools.product(('paper', 'strict'), (0, 0.5), (15, 'all'), ('cosine', 'correlation'))]
    chosen = {}
    lines = [json.dumps(expected(e, participants, own, candidate_tables, chosen, permutations), sort_keys=True)
             for e in configurations()]
    with open(os.path.join(HERE, 'expected.json'), 'w') as file:
        file.write('{"temperature": %s,\n"permutations": %s,\n"identifications": [\n%s\n],\n"configurations": [\n%s\n]}\n'
                   % (TEMPERATURE, json.dumps(permutations), ',\n'.join(identifications), ',\n'.join(lines)))


main()
