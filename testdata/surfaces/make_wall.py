"""Makes maps whose medial wall is zero, as programs write it that know no NaN, on the meshes of make_surfaces.py.

wall_hemi-*: the vertices whose x is nearest to the middle of the brain are zero, in one patch; all others are not.
wall2_hemi-*: two maps; the first as wall, the second zero at half of the patch alone, so that the other half has data in one of them.
scattered_hemi-*: as many zeros, no two of them neighbours where that can be had: values like others.
wall_mask_hemi-*: 1 where wall_* is not zero.
nan_hemi-*: as wall, NaN in place of zero. wall.dscalar.nii: as wall, without those vertices.
wall.json has the numbers.

Run in this folder: python3 make_wall.py
"""
import json

import nibabel as nib
import numpy as np
from nibabel import cifti2

HALVES = (('L', 'CortexLeft', 1), ('R', 'CortexRight', -1))


def func(name, maps, structure):
    arrays = [nib.gifti.GiftiDataArray(m.astype(np.float32), 'NIFTI_INTENT_NONE') for m in maps]
    meta = nib.gifti.GiftiMetaData({'AnatomicalStructurePrimary': structure})
    nib.save(nib.gifti.GiftiImage(darrays=arrays, meta=meta), name)


rng = np.random.default_rng(7)
numbers, axes, values = {}, [], []
for half, structure, inward in HALVES:
    points, faces = (a.data for a in nib.load(f'hemi-{half}_midthickness.surf.gii').darrays)
    count = len(points)
    wall = np.argsort(-inward * points[:, 0])[:15]
    map_ = (np.sin(points[:, 1] / 20) + 2.5).round(3)
    assert (map_ > 0).all()
    neighbours = {v: set() for v in range(count)}
    for a, b, c in faces:
        neighbours[a] |= {b, c}
        neighbours[b] |= {a, c}
        neighbours[c] |= {a, b}
    reached, todo = {wall[0]}, [wall[0]]
    while todo:
        more = [n for n in neighbours[todo.pop()] if n in set(wall) - reached]
        reached |= set(more)
        todo += more
    assert len(reached) == len(wall)
    apart = []
    for v in rng.permutation(count):
        if len(apart) < 15 and not neighbours[v] & set(apart):
            apart.append(v)
    at = np.isin(np.arange(count), wall)
    zero = np.where(at, 0, map_)
    func(f'wall_hemi-{half}.func.gii', [zero], structure)
    func(f'nan_hemi-{half}.func.gii', [np.where(at, np.nan, map_)], structure)
    func(f'wall2_hemi-{half}.func.gii', [zero, np.where(np.isin(np.arange(count), wall[:8]), 0, map_)], structure)
    func(f'wall_mask_hemi-{half}.func.gii', [~at], structure)
    func(f'scattered_hemi-{half}.func.gii', [np.where(np.isin(np.arange(count), apart), 0, map_)], structure)
    axes.append(cifti2.BrainModelAxis.from_mask(~at, name=f'cortex_{"left" if half == "L" else "right"}'))
    values.append(map_[~at])
    numbers[half] = {'wall': int(at.sum()), 'vertices': count, 'lowest': float(map_[~at].min())}
image = nib.Cifti2Image(np.concatenate(values)[None].astype(np.float32), (cifti2.ScalarAxis(['wall']), axes[0] + axes[1]))
image.to_filename('wall.dscalar.nii')
json.dump(numbers, open('wall.json', 'w'), indent=1)
