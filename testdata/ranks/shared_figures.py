"""Ranks on the data in ../shared/data, by refitting every fold and making every candidate's image: shared_figures.json.

    python3 shared_figures.py SHARED_DATA_FOLDER > shared_figures.json
"""
import json
import os
import sys

import numpy as np

import brute_ranks
from brute_ranks import brute_force
from check_pairs_tsv import read_mat

DATA = sys.argv[1]
TEMPERATURE = 0.25


def stability(repeated):
    """As brute_force.stability, all voxels together; these data have no constant voxel."""
    z = repeated - repeated.mean(axis=1, keepdims=True)
    z /= np.linalg.norm(z, axis=1, keepdims=True)
    pairs = [(z[p] * z[q]).sum(axis=0) for p in range(len(z)) for q in range(p + 1, len(z))]
    return np.mean(pairs, axis=0)


def real(name):
    with open(os.path.join(DATA, 'mitchell2008/responses', name)) as file:
        rows = [line.split() for line in file][1:]
    return brute_force.Participant([(r[0], '', 1, np.array([np.float32(x) for x in r[1:]], float)) for r in rows])


def simulated():
    participant = read_mat(os.path.join(DATA, 'simulated/data-science-S1.mat'))
    participant.responses = [r.astype(np.float32).astype(float) for r in participant.responses]
    return participant


def features(name, columns=None):
    names, vectors = brute_force.read_features(os.path.join(DATA, 'mitchell2008', name))
    return {w: v[:columns] for w, v in vectors.items()}


def figures(label, participant, chosen, table, columns, candidate_table, ridge, metric='cosine', preset='paper'):
    own = features(table, columns)
    candidates = features(candidate_table, columns) if candidate_table else {w: own[w] for w in participant.words}
    found = [brute_ranks.outcome(brute_ranks.similarities(participant, own, candidates, w, chosen[w], preset, 'unit',
                                                          ridge, metric), participant.words[w], TEMPERATURE)
             for w in range(len(participant.words))]
    return {'participant': label, 'features': table, 'columns': columns, 'candidates': candidate_table, 'ridge': ridge,
            'metric': metric, 'preset': preset, 'meanPercentile': float('%.12g' % np.mean([f['percentile'] for f in found])),
            'top10': float('%.12g' % np.mean([f['place'] <= 10 for f in found])),
            'meanProbability': float('%.10g' % np.mean([f['probability'] for f in found]))}


def main():
    s1 = simulated()
    repeated = s1.repeated()
    chosen = [brute_force.most_stable(stability(np.delete(repeated, w, axis=1)), 500) for w in range(60)]
    made = [figures('S1', s1, chosen, 'verb25_60nouns.csv', None, None, ridge) for ridge in (0, 1)]
    made.append(figures('S1', s1, chosen, 'mturk229_60nouns.csv', 218, 'mturk229_1000words.csv', 1))
    made.append(figures('S1', s1, chosen, 'mturk229_60nouns.csv', 218, 'mturk229_1000words.csv', 10, 'correlation', 'strict'))
    for n in (1, 4):
        participant = real('P%d_1000-random-voxels.txt' % n)
        everything = [list(range(1000))] * 60
        made.append(figures('P%d' % n, participant, everything, 'verb25_60nouns.csv', None, None, 0))
        made.append(figures('P%d' % n, participant, everything, 'mturk229_60nouns.csv', 218, 'mturk229_1000words.csv', 1))
    print('[' + ',\n'.join(json.dumps(m) for m in made) + ']')


main()
