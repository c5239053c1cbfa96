"""Makes tfce.json: threshold-free cluster enhancement of the maps of this folder by FSL's formula (Smith and Nichols 2009),
one threshold after another with scipy.ndimage.label.

Run with /usr/bin/python3 (numpy, scipy, nibabel): python3 make_tfce.py
"""
import json
import os

import nibabel
import numpy as np
from scipy import ndimage

HERE = os.path.dirname(os.path.abspath(__file__))
RANK = {6: 1, 18: 2, 26: 3}


def tfce(values, contiguity, e=0.5, h=2.0, steps=100):
    highest = np.nanmax(values)
    out = np.zeros(values.shape)
    for step in range(1, steps + 1):
        labels, _ = ndimage.label(np.nan_to_num(values, nan=-1) * steps >= highest * step,
                                  ndimage.generate_binary_structure(3, RANK[contiguity]))
        sizes = np.bincount(labels.ravel())
        sizes[0] = 0
        out += sizes[labels] ** e * (highest * step / steps) ** h * (highest / steps)
    return out


def main():
    expected = []
    for name in ['map-smooth', 'map-rough', 'map-eight']:
        values = nibabel.load(os.path.join(HERE, name + '.nii.gz')).get_fdata(dtype=np.float64)
        for contiguity in RANK:
            enhanced = tfce(values, contiguity)
            peak = np.unravel_index(np.argmax(enhanced), enhanced.shape)
            flat = enhanced.ravel()
            some = np.flatnonzero(flat)[::max(1, np.count_nonzero(flat) // 40)]
            expected.append({'map': name, 'contiguity': contiguity, 'sum': float(flat.sum()), 'above': int((flat > 0).sum()),
                             'peak': [int(i) for i in peak], 'highest': float(flat.max()),
                             'voxels': [[int(i) for i in np.unravel_index(v, values.shape)] for v in some],
                             'values': [float(flat[v]) for v in some]})
    with open(os.path.join(HERE, 'tfce.json'), 'w') as out:
        json.dump(expected, out)
        out.write('\n')


main()
