"""Makes a small study on surfaces, maps on a mesh, and what numpy, scipy and nibabel say of them.

The meshes are icospheres of 162 vertices, drawn out to 40 x 60 x 45 mm, left and right of the middle. Two participants of 16 words in
3 runs: 4 planted features of the words, weights that vary smoothly over the mesh, and noise, rounded to halves. Participant 01 is in
GIFTI, 02 in GIFTI and CIFTI (148 and 150 of the vertices, and a block of thalamus), 03 lies on meshes of 42 vertices.

expected.json has the clusters of map.*: connected components (scipy.sparse.csgraph) of the edges between vertices that count, areas of
a third of every triangle, threshold-free enhancement one threshold after another, and peaks by their definition.

Run in this folder: python3 make_surfaces.py
"""
import json

import nibabel as nib
import numpy as np
from nibabel import cifti2
from nibabel.freesurfer.io import write_annot
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

rng = np.random.default_rng(4)
WORDS = ['ant', 'bee', 'cat', 'dog', 'eel', 'fox', 'hammer', 'saw', 'drill', 'nail', 'chair', 'desk', 'lamp', 'bed', 'apple', 'pear']
HALVES = (('L', 'CortexLeft', -1), ('R', 'CortexRight', 1))


def icosphere(times):
    """Points on the unit sphere and triangles: every triangle of an icosahedron cut into four, so many times."""
    g = (1 + 5 ** .5) / 2
    points = [(-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g), (0, -1, -g), (0, 1, -g), (g, 0, -1), (g, 0, 1),
              (-g, 0, -1), (-g, 0, 1)]
    faces = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4), (11, 10, 2), (10, 7, 6), (7, 1, 8),
             (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]
    points = [np.array(p) / np.linalg.norm(p) for p in points]
    for _ in range(times):
        middles, cut = {}, []

        def middle(a, b):
            if (min(a, b), max(a, b)) not in middles:
                m = points[a] + points[b]
                points.append(m / np.linalg.norm(m))
                middles[min(a, b), max(a, b)] = len(points) - 1
            return middles[min(a, b), max(a, b)]
        for a, b, c in faces:
            ab, bc, ca = middle(a, b), middle(b, c), middle(c, a)
            cut += [(a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca)]
        faces = cut
    return np.array(points), np.array(faces, np.int32)


def cortex(times, side):
    """float32, as GIFTI holds it."""
    sphere, faces = icosphere(times)
    # Turned a little, so that no axis of the sphere is one of space and no two vertices are equally far from anything.
    turn = np.linalg.qr(np.random.default_rng(1).normal(size=(3, 3)))[0]
    points = sphere @ turn * [20, 30, 22.5] + [side * 24, -15, 12]
    return points.astype(np.float32), faces


def mesh(name, points, faces, structure):
    meta = nib.gifti.GiftiMetaData({'AnatomicalStructurePrimary': structure} if structure else {})
    arrays = [nib.gifti.GiftiDataArray(points, 'NIFTI_INTENT_POINTSET', meta=meta),
              nib.gifti.GiftiDataArray(faces, 'NIFTI_INTENT_TRIANGLE')]
    nib.save(nib.gifti.GiftiImage(darrays=arrays), name)


def func(name, maps, structure, intent='NIFTI_INTENT_NONE', kind=np.float32, labels=None):
    arrays = [nib.gifti.GiftiDataArray(m.astype(kind), intent) for m in maps]
    meta = nib.gifti.GiftiMetaData({'AnatomicalStructurePrimary': structure})
    nib.save(nib.gifti.GiftiImage(darrays=arrays, meta=meta, labeltable=labels), name)


def table(name, header, rows):
    with open(name, 'w') as out:
        out.write('\n'.join('\t'.join(str(cell) for cell in row) for row in [header, *rows]) + '\n')


def smooth(points, how_many):
    """Fields that vary smoothly: sums of a few waves, of standard deviation 1."""
    waves = rng.normal(size=(how_many, 6, 3)) / 14
    field = np.cos(np.einsum('nkd,vd->nkv', waves, points) + rng.uniform(0, 2 * np.pi, (how_many, 6, 1))).sum(1)
    return (field - field.mean(1, keepdims=True)) / field.std(1, keepdims=True)


def edges(faces, vertices):
    pairs = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    graph = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), (vertices, vertices)).tocsr()
    return ((graph + graph.T) > 0).tocsr()


def areas(points, faces):
    p = points.astype(float)
    triangle = np.linalg.norm(np.cross(p[faces[:, 1]] - p[faces[:, 0]], p[faces[:, 2]] - p[faces[:, 0]]), axis=1) / 2
    return np.bincount(faces.ravel(), np.repeat(triangle / 3, 3), len(points))


def components(graph, forming):
    inside = np.flatnonzero(forming)
    count, number = connected_components(graph[inside][:, inside], directed=False)
    labels = np.zeros(graph.shape[0], int)
    labels[inside] = number + 1
    return count, labels


def peaks(values, labels, label, graph, points):
    """Vertices that none of their neighbours in the cluster exceeds, from the highest down, each more than 8 mm from the one kept before."""
    highest = []
    for v in np.flatnonzero(labels == label):
        near = [n for n in graph[v].indices if labels[n] == label]
        if all(values[n] < values[v] for n in near):
            highest.append(v)
    kept = []
    for v in sorted(highest, key=lambda v: -values[v]):
        if not kept or np.linalg.norm(points[v].astype(float) - points[kept[-1]]) > 8:
            kept.append(v)
    return kept[:4]


def tfce(values, graph):
    out = np.zeros(len(values))
    top = values.max()
    for step in range(1, 101):
        h = top * step / 100
        count, labels = components(graph, values * 100 >= top * step)
        sizes = np.bincount(labels, minlength=count + 1)
        out += np.where(labels > 0, np.sqrt(sizes[labels]) * h * h * top / 100, 0)
    return out


cortices = {half: cortex(2, side) for half, _, side in HALVES}
for half, structure, side in HALVES:
    mesh(f'hemi-{half}_midthickness.surf.gii', *cortices[half], structure)
    mesh(f'hemi-{half}_coarse.surf.gii', *cortex(1, side), structure)
mesh('unnamed.surf.gii', *cortices['L'], None)
VERTICES = len(cortices['L'][0])

# The participants.
features = np.round(rng.normal(size=(16, 4)), 3)
order = np.concatenate([rng.permutation(16) for _ in range(3)])
table('labels.tsv', ['word', 'run'], [(WORDS[w], 1 + t // 16) for t, w in enumerate(order)])
table('features.tsv', ['word', 'f1', 'f2', 'f3', 'f4'], [[w, *f] for w, f in zip(WORDS, features)])
both = np.concatenate([cortices[half][0] for half in 'LR'])
AFFINE = np.array([[-4., 0, 0, 8], [0, 4, 0, -28], [0, 0, 4, 0], [0, 0, 0, 1]])
DIMS = (5, 6, 6)
deep = np.zeros(DIMS, bool)
deep[1:4, 1:5, 1:5] = True
deep_mm = np.argwhere(deep) @ AFFINE[:3, :3].T + AFFINE[:3, 3]
weights = smooth(np.concatenate([both, deep_mm]), 4) * (smooth(np.concatenate([both, deep_mm]), 1)[0] > .3)


def images(spread):
    noise = np.concatenate([smooth(np.concatenate([both, deep_mm]), 48)]) + rng.normal(size=(48, weights.shape[1]))
    return np.round(2 * (features[order] @ weights + spread * noise)) / 2


for subject in ('01', '02'):
    values = images(1.5)
    for n, (half, structure, _) in enumerate(HALVES):
        func(f'sub-{subject}_hemi-{half}_space-ico_betas.func.gii', values[:, n * VERTICES:(n + 1) * VERTICES], structure)
coarse = np.round(2 * rng.normal(size=(48, 42))) / 2
for half, structure, _ in HALVES:
    func(f'sub-03_hemi-{half}_space-ico_betas.func.gii', coarse, structure)
kept = {half: np.sort(rng.choice(VERTICES, n, False)) for half, n in (('L', 148), ('R', 150))}
models = (cifti2.BrainModelAxis.from_surface(kept['L'], VERTICES, 'CortexLeft')
          + cifti2.BrainModelAxis.from_surface(kept['R'], VERTICES, 'CortexRight')
          + cifti2.BrainModelAxis.from_mask(deep, 'ThalamusLeft', AFFINE))
columns = np.concatenate([kept['L'], VERTICES + kept['R'], 2 * VERTICES + np.arange(deep.sum())])
nib.save(cifti2.Cifti2Image(values[:, columns].astype(np.float32), (cifti2.ScalarAxis([WORDS[w] for w in order]), models)),
         'sub-02_space-ico_betas.dscalar.nii')

# Atlases: five regions a hemisphere by the nearest of five vertices; the last of each hemisphere is not labelled.
names = ['???', 'frontal', 'temporal', 'parietal', 'occipital']
region = {}
for half, structure, _ in HALVES:
    points = cortices[half][0].astype(float)
    seeds = points[[3, 40, 77, 110, 150]]
    region[half] = (np.argmin(np.linalg.norm(points[:, None] - seeds, axis=2), axis=1) + 1) % 5
    labels = nib.gifti.GiftiLabelTable()
    for key, name in enumerate(names):
        label = nib.gifti.GiftiLabel(key=key, red=key / 5, green=.5, blue=.2, alpha=1)
        label.label = name
        labels.labels.append(label)
    func(f'atlas_hemi-{half}.label.gii', [region[half]], structure, 'NIFTI_INTENT_LABEL', np.int32, labels)
    colours = np.array([[25 + 20 * key, 10, 60 + key, 0] for key in range(5)])
    write_annot(('lh' if half == 'L' else 'rh') + '.toy.annot', region[half], colours, names, fill_ctab=True)
keys = {0: ('???', (0, 0, 0, 0)), **{k: (f'L_{names[k]}', (1, 0, 0, 1)) for k in range(1, 5)},
        **{10 + k: (f'R_{names[k]}', (0, 1, 0, 1)) for k in range(1, 5)}, 20: ('thalamus', (0, 0, 1, 1))}
# All vertices of the cortex, more than the images have, and the thalamus' upper half.
whole = (cifti2.BrainModelAxis.from_surface(np.arange(VERTICES), VERTICES, 'CortexLeft')
         + cifti2.BrainModelAxis.from_surface(np.arange(VERTICES), VERTICES, 'CortexRight')
         + cifti2.BrainModelAxis.from_mask(deep & (np.arange(6) >= 3), 'ThalamusLeft', AFFINE))
dense = np.concatenate([region['L'], np.where(region['R'] > 0, region['R'] + 10, 0), np.full(24, 20)])
nib.save(cifti2.Cifti2Image(dense[None].astype(np.float32), (cifti2.LabelAxis(['toy'], [keys]), whole)), 'atlas.dlabel.nii')

# How many vertices and voxels each region has: of one hemisphere's files by their side, the right one from 10 on.
with open('regions-gifti.tsv', 'w') as out:
    for more, half, word in ((0, 'L', 'left'), (10, 'R', 'right')):
        for key in range(1, 5):
            out.write(f'{more + key}\t{word} {names[key]}\t{(region[half] == key).sum()}\n')
deep_at = np.argwhere(deep)
with open('regions-cifti.tsv', 'w') as out:
    for more, half in ((0, 'L'), (10, 'R')):
        for key in range(1, 5):
            out.write(f'{more + key}\t{half}_{names[key]}\t{(region[half][kept[half]] == key).sum()}\n')
    out.write(f'20\tthalamus\t{(deep_at[:, 2] >= 3).sum()}\n')

# A map with known clusters: smooth, no two values alike.
expected = {'threshold': .75, 'clusters': {}}
fields = np.round(smooth(np.concatenate([both, deep_mm]), 1)[0], 3) + np.arange(len(both) + len(deep_mm)) * 1e-5
fields[2 * VERTICES:] += np.where(rng.random(len(deep_mm)) < .3, 2, 0)
fields = fields.astype(np.float32)
for n, (half, structure, _) in enumerate(HALVES):
    points, faces = cortices[half]
    values = fields[n * VERTICES:(n + 1) * VERTICES]
    func(f'map_hemi-{half}.func.gii', [values], structure)
    graph = edges(faces, VERTICES)
    count, labels = components(graph, values >= .75)
    area = areas(points, faces)
    expected['clusters'][half] = [
        {'vertices': np.flatnonzero(labels == c).tolist(), 'mm2': area[labels == c].sum(), 'peaks': [int(p) for p in peaks(values, labels, c, graph, points)]}
        for c in range(1, count + 1)]
    expected.setdefault('tfce', {})[half] = tfce(values.astype(float), graph).tolist()
dense = fields[columns]
nib.save(cifti2.Cifti2Image(dense[None], (cifti2.ScalarAxis(['map']), models)), 'map.dscalar.nii')
box = np.full(DIMS, -np.inf)
box[deep] = dense[-deep.sum():]
expected['cifti'] = []
for half, first in (('L', 0), ('R', 148)):
    points, faces = cortices[half]
    graph = edges(faces, VERTICES)[kept[half]][:, kept[half]]
    count, labels = components(graph, dense[first:first + len(kept[half])] >= .75)
    expected['cifti'] += [(first + np.flatnonzero(labels == c)).tolist() for c in range(1, count + 1)]
numbers, count = ndimage.label(box >= .75, ndimage.generate_binary_structure(3, 2))
expected['cifti'] += [(298 + np.flatnonzero(numbers[deep] == c)).tolist() for c in range(1, count + 1)]
json.dump(expected, open('expected.json', 'w'))
print({h: [len(c['vertices']) for c in cs] for h, cs in expected['clusters'].items()}, [len(c) for c in expected['cifti']],
      [[len(c['peaks']) for c in cs] for cs in expected['clusters'].values()])
