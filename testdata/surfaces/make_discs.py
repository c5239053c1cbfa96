"""Discs along the meshes of make_surfaces.py by scipy.sparse.csgraph, and a searchlight of participants 01 and 02 in them by numpy and scipy.

discs.json has for RADIUS mm: of participant 02 (CIFTI) the grayordinates about each, of vertices along the mesh's edges (over all vertices of
the mesh, those without data too), of voxels within as many mm; the rings of neighbours that hold the middle disc; and Spearman's correlation
of the features' correlation distances with those of the images in it (each run's mean taken off, then the mean of each word's images).

Run in this folder: python3 make_discs.py
"""
import csv
import json

import nibabel as nib
import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr

RADIUS = 22.0


def rows(name):
    with open(name) as file:
        return list(csv.DictReader(file, delimiter='\t'))


def mesh(half):
    points, faces = (a.data for a in nib.load(f'hemi-{half}_midthickness.surf.gii').darrays)
    points = points.astype(float)
    a = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    a = np.unique(np.sort(a, 1), axis=0)
    length = np.linalg.norm(points[a[:, 0]] - points[a[:, 1]], axis=1)
    graph = coo_matrix((length, (a[:, 0], a[:, 1])), (len(points), len(points))).tocsr()
    return dijkstra(graph, directed=False), dijkstra(graph, directed=False, unweighted=True)


features = {row['word']: [float(row[f'f{i}']) for i in range(1, 5)] for row in rows('features.tsv')}
words = sorted(features)
trials = rows('labels.tsv')
space = pdist(np.array([features[w] for w in words]), 'correlation')


def images(betas):
    runs = np.array([t['run'] for t in trials])
    betas = betas.astype(float)
    for run in set(runs):
        betas[runs == run] -= betas[runs == run].mean(0)
    return np.array([betas[[t['word'] == w for t in trials]].mean(0) for w in words])


def agreements(betas, discs):
    means = images(betas)
    return [spearmanr(space, pdist(means[:, d], 'correlation'))[0] if len(d) >= 10 else None for d in discs]


cifti = nib.load('sub-02_space-ico_betas.dscalar.nii')
axis = cifti.header.get_axis(1)
discs, rings = [], []
for name, part, model in axis.iter_structures():
    start = part.start or 0
    if name.startswith('CIFTI_STRUCTURE_CORTEX'):
        mm, steps = mesh('L' if name.endswith('LEFT') else 'R')
        for vertex in model.vertex:
            near = mm[vertex] <= RADIUS
            discs.append((start + np.flatnonzero(near[model.vertex])).tolist())
            rings.append(int(steps[vertex][near].max()))
    else:
        places = model.voxel @ axis.affine[:3, :3].T
        for place in places:
            discs.append((start + np.flatnonzero(np.linalg.norm(places - place, axis=1) <= RADIUS)).tolist())
data = cifti.get_fdata()
gifti = [np.array([a.data for a in nib.load(f'sub-01_hemi-{half}_space-ico_betas.func.gii').darrays]) for half in 'LR']
own, at = [], 0
for half, values in zip('LR', gifti):
    mm, _ = mesh(half)
    own += [(at + np.flatnonzero(row <= RADIUS)).tolist() for row in mm]
    at += values.shape[1]
json.dump({'radius': RADIUS, 'discs': discs, 'rings': sorted(rings)[len(rings) // 2],
           'cifti': agreements(data, discs), 'gifti': agreements(np.concatenate(gifti, 1), own)},
          open('discs.json', 'w'))
