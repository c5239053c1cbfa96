"""Pseudo-t with smoothed variance, and the mean, of four participants, with all patterns of signs: smoothed.json.

Variances are numpy's, smoothed by scipy's gaussian_filter of the values over that of the mask. Run with
/usr/bin/python3 (numpy, scipy): python3 smoothed.py
"""
import itertools
import json
import os

import numpy as np
from scipy.ndimage import gaussian_filter

HERE = os.path.dirname(os.path.abspath(__file__))
DIMS = (7, 6, 5)
SIZES = (3.0, 3.0, 4.0)
FWHM = 7.5
PARTICIPANTS = 4


def statistics(maps, mask):
    """pseudo-t and mean at the voxels of the mask, in Fortran order; maps are participants x voxels"""
    n = np.sum(~np.isnan(maps), axis=0)
    mean = np.nanmean(maps, axis=0)
    with np.errstate(invalid='ignore', divide='ignore'):
        variance = np.nanvar(maps, axis=0, ddof=1)
    defined = n > 1
    box, weights = np.zeros(DIMS), np.zeros(DIMS)
    where = np.argwhere(mask.transpose(2, 1, 0))[:, ::-1]
    for at, value, known in zip(where, variance, defined):
        if known:
            box[tuple(at)], weights[tuple(at)] = value, 1
    sigma = [FWHM / np.sqrt(8 * np.log(2)) / size for size in SIZES]
    smooth = gaussian_filter(box, sigma, mode='constant') / gaussian_filter(weights, sigma, mode='constant')
    pseudo = np.array([m / np.sqrt(smooth[tuple(at)] / k) for m, at, k in zip(mean, where, n)])
    pseudo[~defined] = np.nan
    mean[~defined] = np.nan
    return pseudo, mean


if __name__ == '__main__':
    rng = np.random.default_rng(12)
    mask = rng.random(DIMS) < 0.8
    maps = rng.normal(size=(PARTICIPANTS, int(mask.sum()))) * rng.uniform(0.5, 2, size=int(mask.sum())) + 0.4
    maps = np.round(maps, 3)
    maps[0, 5] = np.nan
    maps[1:, 9] = np.nan
    observed = statistics(maps, mask)
    nulls = [statistics(maps * np.array(signs)[:, None], mask)
             for signs in itertools.product([1, -1], repeat=PARTICIPANTS)]
    result = {'dims': DIMS, 'sizes': SIZES, 'fwhm': FWHM, 'mask': mask.transpose(2, 1, 0).ravel().astype(int).tolist(),
              'maps': [[None if np.isnan(x) else float(x) for x in row] for row in maps]}
    for number, name in enumerate(['pseudot', 'mean']):
        largest = np.array([np.nanmax(null[number]) for null in nulls])
        values = observed[number]
        result[name] = [None if np.isnan(x) else round(float(x), 10) for x in values]
        result[name + '_fwer'] = [None if np.isnan(x) else float(np.mean(largest >= x - 1e-12)) for x in values]
    with open(os.path.join(HERE, 'smoothed.json'), 'w') as out:
        json.dump(result, out, separators=(',', ':'))
        out.write('\n')
