"""Makes maps, and what nilearn says of their clusters: map-*.nii.gz, ids-*.nii.gz, clusters.json.

Run in this folder: python3 make_clusters.py      (needs nilearn 0.14.1, which brings nibabel, numpy and scipy; seeded)

map-X.nii.gz is a map with NaN outside the brain; ids-X.nii.gz has a volume for each of its cases: the clusters' ids. The
tables are get_clusters_table's. It knows 6 neighbours only; for 18 and 26 scipy's structure is put in the place of its own.
"""
import json
import os

# numpy's sort of equal values depends on the processor. Without these it is insertion sort up to 16 values, which is stable.
os.environ['NPY_DISABLE_CPU_FEATURES'] = 'X86_V3 X86_V4 AVX512_ICL AVX512_SPR'

import importlib
import warnings

import nibabel as nib
import nilearn
import numpy as np
from nilearn.image import image as thresholding
from scipy import ndimage

tables = importlib.import_module('nilearn.reporting.get_clusters_table')
assert nilearn.__version__ == '0.14.1', nilearn.__version__
warnings.simplefilter('ignore')

CMU = np.array([[-3.125, 0, 0, 21.875], [0, 3.125, 0, -34.5], [0, 0, 6, -21], [0, 0, 0, 1.0]])
NEIGHBOURS = {6: 1, 18: 2, 26: 3}
cases = []
facts = {'nearest voxel': 0, 'comes back': 0, 'most peaks': 0}


def scaled(*steps, origin=(0.0, 0.0, 0.0)):
    affine = np.diag([*steps, 1.0])
    affine[:3, 3] = origin
    return affine


def brain(dims):
    """An ellipsoid with a cleft, as a mask."""
    at = [(np.arange(n) - (n - 1) / 2) / (n / 2) for n in dims]
    i, j, k = np.meshgrid(*at, indexing='ij')
    inside = i ** 2 + j ** 2 + k ** 2 < 1
    inside[dims[0] // 2, : dims[1] // 3] = False
    return inside


def smooth(seed, dims, sigma):
    field = ndimage.gaussian_filter(np.random.default_rng(seed).standard_normal(dims), sigma)
    return (field / field.std()).astype(np.float32)


def requiring_stable(sort):
    """nilearn's sort of peaks, which must put equals where a stable sort puts them."""
    def sorted_peaks(ijk, vals, affine):
        assert np.array_equal((-vals).argsort(), (-vals).argsort(kind='stable'))
        return sort(ijk, vals, affine)
    return sorted_peaks


def counting_nearest(find):
    def nearest(*arguments):
        facts['nearest voxel'] += 1
        return find(*arguments)
    return nearest


def counting_returns(pare):
    """Counts the clusters in which a peak is kept that is 8 mm or nearer to a higher one."""
    def pared(xyz, ijk, vals, min_distance):
        kept, values = pare(xyz, ijk, vals, min_distance)
        places = np.array([xyz[np.flatnonzero((ijk == row).all(axis=1))[0]] for row in kept])[:4]
        apart = np.linalg.norm(places[:, None] - places[None], axis=2)[np.triu_indices(len(places), 1)]
        facts['comes back'] += bool((apart <= min_distance).any())
        facts['most peaks'] += len(values) > 4
        return kept, values
    return pared


tables._sort_subpeaks = requiring_stable(tables._sort_subpeaks)
tables._cluster_nearest_neighbor = counting_nearest(tables._cluster_nearest_neighbor)
tables._pare_subpeaks = counting_returns(tables._pare_subpeaks)


def require_stable_clusters(data, threshold, structure):
    labels, count = ndimage.label(data > threshold, structure)
    peaks = np.array([data[labels == c].max() for c in range(1, count + 1)])
    assert np.array_equal((-peaks).argsort(), (-peaks).argsort(kind='stable'))


def case(name, stored, threshold, neighbours, minimum):
    structure = ndimage.generate_binary_structure(3, NEIGHBOURS[neighbours])
    for module in tables, thresholding:
        module.generate_binary_structure = lambda rank, connectivity: structure
    require_stable_clusters(np.nan_to_num(stored.get_fdata(dtype=np.float32)), threshold, structure)
    table, ids = tables.get_clusters_table(stored, threshold, cluster_threshold=minimum, return_label_maps=True)
    rows = [[str(id_), float(x), float(y), float(z), str(np.float32(peak)), str(size)]
            for id_, x, y, z, peak, size in table.astype(object).to_numpy()]
    cases.append({'map': name, 'threshold': threshold, 'neighbours': neighbours, 'minimumSize': minimum, 'rows': rows})
    return ids[0].get_fdata() if ids else np.zeros(stored.shape)


def add(name, data, affine, mask, settings):
    data = np.where(mask, data, np.nan).astype(np.float32)
    nib.save(nib.Nifti1Image(data, affine), f'map-{name}.nii.gz')
    stored = nib.load(f'map-{name}.nii.gz')   # its affine is in single precision
    volumes = [case(name, stored, *setting) for setting in settings]
    nib.save(nib.Nifti1Image(np.stack(volumes, axis=-1).astype(np.int16), affine), f'ids-{name}.nii.gz')


def every(thresholds, minima=(0,)):
    return [(t, n, m) for t in thresholds for n in NEIGHBOURS for m in minima]


def shapes():
    """Level clusters: ring, shell, solid block in a corner, rod, two joined at an edge, voxels that touch nothing."""
    data = np.zeros((16, 15, 12), np.float32)
    data[1:6, 1:6, 2] = 1
    data[2:5, 2:5, 2] = 0
    data[8:13, 1:6, 1:6] = 1
    data[9:12, 2:5, 2:5] = 0
    data[12:, 11:, 8:] = 1
    data[1, 8:14, 10] = 1
    data[3:6, 8:10, 7] = 1
    data[6:8, 10:12, 7] = 1
    data[8, 12, 8] = 1
    data[0, 0, 0] = data[15, 0, 11] = data[0, 14, 0] = 1
    return data


def terraces():
    """Two heights, each a level patch, in one cluster; patches wide enough to have a midst."""
    data = np.zeros((15, 14, 11), np.float32)
    data[1:13, 1:12, 1:9] = 1
    data[2:7, 2:9, 2:8] = 2
    data[9:12, 3:6, 3:7] = 2
    data[10:, 9:, 7:] = 3
    data[0:2, 12:, 0:2] = 2.5
    return data


def nearly_level():
    """Blocks that are level but for one voxel, by less and by more than numpy's isclose lets pass; and one below zero."""
    data = np.zeros((12, 12, 7), np.float32)
    for i, j, height, step in (0, 0, 2, 8e-6), (6, 0, 1.75, 1.2e-5), (0, 6, 0.25, 9e-6), (6, 6, 0.3, 1.3e-5):
        data[i:i + 5, j:j + 5, 1:6] = height
        data[i, j, 1] = height * (1 - step)
    data[11, 11] = -1
    return data


def eight_mm():
    """Peaks exactly 8 mm from the next, and clusters of 10 and 20 voxels."""
    data = np.zeros((12, 9, 6), np.float32)
    data[0, :9, 0] = 5, 1, 4, 1, 4.5, 1, 1, 2, 1
    data[2:12, 2, 2] = 3
    data[2:12, 5:7, 4] = 3.5
    return data


def main():
    dims = (15, 17, 9)
    add('smooth', smooth(1, dims, (1.6, 1.6, 0.8)), CMU, brain(dims), every([0.5, 1.0, 1.75], (0, 5)))
    add('fine', smooth(2, (20, 20, 16), 1.2), scaled(2, 2, 2, origin=(-19, -21, -15)), brain((20, 20, 16)),
        every([0.25, 0.6, 1.0], (3,)))
    add('rough', np.random.default_rng(3).standard_normal(dims), CMU, brain(dims), every([0.0, 0.8, 1.6]))
    add('edges', smooth(4, (10, 9, 8), 1.0), scaled(-3, 3, 3.3, origin=(14, -13, -12)), np.ones((10, 9, 8), bool),
        every([0.1, 0.9, 99.0], (0, 2)))
    turned = np.array([[2.1, -0.6, 0.1, -10], [0.5, 2.3, -0.7, 4], [0.2, 0.8, 3.4, -7.5], [0, 0, 0, 1]])
    add('steps', np.round(smooth(5, (12, 12, 10), 1.8) * 3) / 3, turned, brain((12, 12, 10)),
        every([0.4, 0.9, 1.2], (0, 4)))
    add('shapes', shapes(), CMU, np.ones((16, 15, 12), bool), every([0.5], (0, 4)))
    add('terraces', terraces(), scaled(2.5, 2.5, 2.5), np.ones((15, 14, 11), bool), every([0.5, 1.5]))
    add('level', nearly_level(), scaled(3, 3, 3), np.ones((12, 12, 7), bool), every([0.125]))
    add('eight', eight_mm(), scaled(3, 4, 1.8), np.ones((12, 9, 6), bool), every([0.5]))
    with open('clusters.json', 'w') as file:
        file.write('[\n' + ',\n'.join(json.dumps(c) for c in cases) + '\n]\n')
    print(len(cases), 'cases', sum(len(c['rows']) for c in cases), 'rows', facts)


main()
