"""What r a map of a fit has, by what its cross-validation leaves out: every fold is refitted, on the study of testdata/runs.

held-out-r.json has, for each setting, a value a voxel in the order of the box (x fastest): the correlation over words of a word's
image and what the model of the fold without it predicts. No formula in common with the program, which refits nothing.

Run with /usr/bin/python3 (numpy, nibabel): python3 held_out_r.py
"""
import csv
import json
import os

import nibabel
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = os.path.join(os.path.dirname(HERE), 'runs')
RIDGE = 0.7


def main():
    volumes = np.asarray(nibabel.load(os.path.join(RUNS, 'betas.nii.gz')).dataobj, dtype=float)
    images = volumes.reshape(-1, volumes.shape[-1], order='F').T
    with open(os.path.join(RUNS, 'labels.tsv')) as file:
        rows = list(csv.DictReader(file, delimiter='\t'))
    with open(os.path.join(RUNS, 'features.csv')) as file:
        vectors = {r['word']: np.array([float(r['f%d' % k]) for k in range(1, 5)]) for r in csv.DictReader(file)}
    words = sorted(vectors)
    x = np.array([vectors[w] / np.linalg.norm(vectors[w]) for w in words])
    y = np.array([np.mean([i for i, r in zip(images, rows) if r['word'] == w], axis=0) for w in words])
    fold_of = {r['word']: r['fold'] for r in rows}
    groups = {'word': [[k] for k in range(len(words))],
              'fold': [[k for k, w in enumerate(words) if fold_of[w] == f] for f in 'abc'],
              'k:3': [list(g) for g in np.array_split(range(len(words)), 3)]}
    entries = []
    for cv, lists in groups.items():
        for preset in ('paper', 'strict'):
            seen = y - y.mean(axis=0) if preset == 'paper' else y
            predicted = np.zeros_like(seen)
            for out in lists:
                rest = [k for k in range(len(words)) if k not in out]
                cx = x[rest].mean(axis=0) if preset == 'strict' else 0
                cy = seen[rest].mean(axis=0) if preset == 'strict' else 0
                a = x[rest] - cx
                b = np.linalg.solve(a.T @ a + RIDGE * np.eye(a.shape[1]), a.T @ (seen[rest] - cy))
                predicted[out] = (x[out] - cx) @ b + cy
            r = [float('%.7g' % np.corrcoef(seen[:, v], predicted[:, v])[0, 1]) for v in range(seen.shape[1])]
            entries.append({'cv': cv, 'preset': preset, 'ridge': RIDGE, 'r': r})
    with open(os.path.join(HERE, 'held-out-r.json'), 'w') as file:
        file.write('[\n' + ',\n'.join(json.dumps(e) for e in entries) + '\n]\n')


if __name__ == '__main__':
    main()
