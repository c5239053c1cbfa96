"""Makes planted maps, meshes and expected.json with nibabel, numpy and scipy.

The maps show one asymmetric truth on three grids: x from right to left, x from left to right, and axes that are turned and
swapped. A blob of 5 lies on the left at (-30, -20, 12) mm, one of -3 on the right, further to the front. All other voxels of
the brain have values of their own between 0 and 1, so that a neighbour cannot be taken for the right voxel.

Run in this folder: python3 make_fixtures.py
With ../../../shared/data there, figures of fsaverage5's left pial surface are computed too.
"""
import gzip
import json
import os

import nibabel as nib
import numpy as np
from nibabel.affines import apply_affine
from scipy.ndimage import map_coordinates
from scipy.spatial import ConvexHull

HOT, COLD, RADIUS = np.array([-30, -20, 12]), np.array([24, 30, 0]), 9
CENTRE, RADII = np.array([0, -10, 10]), np.array([50, 62, 44])


def rotation(a, b, c):
    rx = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    ry = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    rz = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return rz @ ry @ rx


def affine(matrix, dims):
    """The grid's middle lies in the middle of the brain."""
    full = np.eye(4)
    full[:3, :3] = matrix
    full[:3, 3] = CENTRE - matrix @ ((np.array(dims) - 1) / 2)
    return full


permuted = rotation(0.3, -0.2, 0.15) @ np.array([[0, -6, 0], [0, 0, 5], [7, 0, 0]])
GRIDS = {
    'negative-x': ((20, 24, 16), affine(np.diag([-5.5, 5.5, 6]), (20, 24, 16))),
    'positive-x': ((20, 24, 16), affine(np.diag([5.5, 5.5, 6]), (20, 24, 16))),
    'oblique': ((17, 22, 29), affine(permuted, (17, 22, 29))),
}


def planted(dims, matrix):
    ijk = np.stack(np.meshgrid(*map(np.arange, dims), indexing='ij'), -1)
    mm = apply_affine(matrix, ijk)
    i, j, k = np.moveaxis(ijk, -1, 0)
    values = ((i * 7 + j * 13 + k * 29) % 61 / 64).astype(np.float32)
    values[np.linalg.norm(mm - HOT, axis=-1) < RADIUS] = 5
    values[np.linalg.norm(mm - COLD, axis=-1) < RADIUS] = -3
    values[(((mm - CENTRE) / RADII) ** 2).sum(-1) > 1] = np.nan
    return values


def save(image, name):
    with open(name, 'wb') as file:
        file.write(gzip.compress(image.to_bytes(), mtime=0))


def nearest(values, matrix, mm):
    index = np.floor(apply_affine(np.linalg.inv(matrix), mm) + 0.5).astype(int)
    inside = ((index >= 0) & (index < values.shape)).all(-1)
    index[~inside] = 0
    return np.where(inside, values[tuple(np.moveaxis(index, -1, 0))], np.nan)


def plane(axes, place, box, shape, mirrored):
    """The mm of the dots of a picture: rows from above."""
    across, up, through = axes
    columns, rows = shape
    u = box[0][across] + (np.arange(columns) + 0.5) * (box[1][across] - box[0][across]) / columns
    v = box[1][up] - (np.arange(rows) + 0.5) * (box[1][up] - box[0][up]) / rows
    mm = np.empty((rows, columns, 3))
    mm[..., across] = (u[::-1] if mirrored else u)[None, :]
    mm[..., up] = v[:, None]
    mm[..., through] = place
    return mm


def numbers(values):
    return [None if np.isnan(v) else float(v) for v in np.ravel(values)]


AXES = {'AXIAL': (0, 1, 2), 'CORONAL': (0, 2, 1), 'SAGITTAL': (1, 2, 0)}
BOX = ([-57.3, -75.1, -37.7], [56.9, 55.3, 58.1])
SHAPE = (23, 19)
expected = {'box': BOX, 'columns': SHAPE[0], 'rows': SHAPE[1], 'grids': {}}

for name, (dims, matrix) in GRIDS.items():
    values = planted(dims, matrix)
    image = nib.Nifti1Image(values, None)
    image.set_sform(matrix, 4)
    image.set_qform(None, 0)
    image.header.set_intent('estimate', (), name='r')
    save(image, f'planted-{name}.nii.gz')
    matrix = image.affine
    mm = apply_affine(matrix, np.argwhere(~np.isnan(values)))
    half = np.abs(matrix[:3, :3]).sum(1) / 2
    hot = apply_affine(matrix, np.argwhere(values == 5))
    slices = []
    for view, axes in AXES.items():
        for mirrored in (False, True):
            place = [-29.4, -20.3, 12.2][axes[2]]
            dots = plane(axes, place, BOX, SHAPE, mirrored)
            slices.append({'view': view, 'mirrored': mirrored, 'place': place,
                           'values': numbers(nearest(values, matrix, dots))})
    expected['grids'][name] = {
        'low': float(np.nanmin(values)), 'high': float(np.nanmax(values)), 'voxels': len(mm),
        'extent': [(mm.min(0) - half).tolist(), (mm.max(0) + half).tolist()],
        'hot': {'voxels': len(hot), 'extent': [(hot.min(0) - half).tolist(), (hot.max(0) + half).tolist()]},
        'slices': slices,
    }

# The anatomy: bright to the front and the left, on the oblique grid; sampled by linear interpolation.
dims, matrix = GRIDS['oblique']
mm = apply_affine(matrix, np.stack(np.meshgrid(*map(np.arange, dims), indexing='ij'), -1))
anatomy = np.where((((mm - CENTRE) / RADII) ** 2).sum(-1) <= 1, 500 + 3 * mm[..., 1] - 2 * mm[..., 0], 0)
anatomy = np.rint(anatomy).astype(np.int16)
image = nib.Nifti1Image(anatomy, None)
image.set_sform(matrix, 4)
image.set_qform(None, 0)
save(image, 'anatomy.nii.gz')
dots = plane(AXES['AXIAL'], 12.2, BOX, SHAPE, False)
coordinates = np.moveaxis(apply_affine(np.linalg.inv(image.affine), dots), -1, 0)
linear = map_coordinates(anatomy.astype(float), coordinates, order=1, mode='constant', cval=np.nan)
expected['anatomy'] = {'place': 12.2, 'values': numbers(np.round(linear, 6))}

# All ways straight through the brain, one a dot: the value farthest from zero among the voxels that a way meets.
values = planted(*GRIDS['negative-x'])
matrix = nib.load('planted-negative-x.nii.gz').affine
glass = {}
for view, (across, up, through) in AXES.items():
    way = np.arange(BOX[0][through], BOX[1][through], 0.05)
    met = np.stack([nearest(values, matrix, plane((across, up, through), place, BOX, SHAPE, False)) for place in way])
    size = np.where(np.isnan(met), -1, np.abs(met))
    farthest = np.take_along_axis(met, size.argmax(0)[None], 0)[0]
    glass[view] = numbers(farthest)
expected['glass'] = glass

# A sphere of 150 vertices that leaves the brain above, another 6 mm within, and a map sampled at them.
n = np.arange(150)
height = 1 - (2 * n + 1) / len(n)
angle = np.pi * (1 + 5 ** 0.5) * n
ring = np.sqrt(1 - height ** 2)
sphere = np.stack([ring * np.cos(angle), ring * np.sin(angle), height], 1)
hull = ConvexHull(sphere)
triangles = hull.simplices.copy()
outward = np.einsum('ij,ij->i', np.cross(sphere[triangles[:, 1]] - sphere[triangles[:, 0]],
                                         sphere[triangles[:, 2]] - sphere[triangles[:, 0]]), sphere[triangles[:, 0]])
triangles[outward < 0] = triangles[outward < 0][:, ::-1]


def mesh(points, name, **meta):
    arrays = [nib.gifti.GiftiDataArray(points.astype(np.float32), 'NIFTI_INTENT_POINTSET', meta=meta),
              nib.gifti.GiftiDataArray(triangles.astype(np.int32), 'NIFTI_INTENT_TRIANGLE')]
    nib.save(nib.gifti.GiftiImage(darrays=arrays), name)


middle = np.array([-12, -12, 34])
pial, white = middle + 26 * sphere, middle + 20 * sphere
mesh(pial, 'sphere-pial.surf.gii', AnatomicalStructurePrimary='CortexLeft')
mesh(white, 'sphere-white.surf.gii', AnatomicalStructurePrimary='CortexLeft')
mesh(pial * [-1, 1, 1], 'sphere-right.surf.gii')
depth = nib.gifti.GiftiDataArray(sphere[:, 2].astype(np.float32), 'NIFTI_INTENT_SHAPE')
nib.save(nib.gifti.GiftiImage(darrays=[depth]), 'sphere-sulc.shape.gii')
pial, white = (nib.load(f'sphere-{s}.surf.gii').darrays[0].data.astype(float) for s in ('pial', 'white'))
ribbon = np.stack([nearest(values, matrix, white + part * (pial - white)) for part in (0, .25, .5, .75, 1)])
with np.errstate(invalid='ignore'):
    mean = np.nansum(ribbon, 0) / (~np.isnan(ribbon)).sum(0)
expected['sphere'] = {'nearest': numbers(nearest(values, matrix, pial)), 'ribbon': numbers(np.float32(mean))}

real = '../../../shared/data/anatomy/fsaverage5/pial_left.gii.gz'
if os.path.exists(real):
    points, faces = (array.data for array in nib.load(real).darrays)
    sampled = nearest(values, matrix, points.astype(float))
    expected['fsaverage5'] = {
        'vertices': len(points), 'triangles': len(faces), 'inMap': int((~np.isnan(sampled)).sum()),
        'sum': float(np.nansum(sampled)), 'hot': int((sampled == 5).sum()), 'cold': int((sampled == -3).sum()),
        'everyHundredth': numbers(sampled[::100]),
        'pointSum': points.astype(float).sum(0).tolist(), 'lastTriangle': faces[-1].tolist(),
    }

with open('expected.json', 'w') as file:
    json.dump(expected, file, separators=(',', ':'))
    file.write('\n')
