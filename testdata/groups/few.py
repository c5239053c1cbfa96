"""How often five participants find a blob, corrected for all voxels, by t, by pseudo-t and by the mean; and how often
they find something where there is nothing. Printed, for docs/maps.md. Run with /usr/bin/python3 (numpy, scipy).
"""
import itertools

import numpy as np
from scipy.ndimage import gaussian_filter

DIMS, FWHM, STUDIES, PARTICIPANTS = (14, 14, 14), 8.0, 400, 5
SIGMA = FWHM / np.sqrt(8 * np.log(2)) / 3
WEIGHTS = gaussian_filter(np.ones(DIMS), SIGMA, mode='constant')
SIGNS = np.array([(1,) + s for s in itertools.product([1, -1], repeat=PARTICIPANTS - 1)], float)


def largest(maps):
    """of every pattern of signs and its opposite, and the observed maps: statistics x (maxima, map)"""
    q = (maps ** 2).sum(axis=0)
    maxima, observed = [], None
    for signs in SIGNS:
        mean = np.tensordot(signs, maps, 1) / PARTICIPANTS
        variance = (q - PARTICIPANTS * mean ** 2) / (PARTICIPANTS - 1)
        smooth = gaussian_filter(variance, SIGMA, mode='constant') / WEIGHTS
        now = [mean / np.sqrt(variance / PARTICIPANTS), mean / np.sqrt(smooth / PARTICIPANTS), mean]
        observed = now if observed is None else observed
        maxima.append([m.max() for m in now])
        maxima.append([(-m).max() for m in now])
    return np.array(maxima), observed


def run(rng, size, uneven):
    blob = np.zeros(DIMS)
    blob[5:9, 5:9, 5:9] = size
    sd = np.ones(DIMS)
    if uneven:
        sd[:, :, :7] = 3
    found, voxels = np.zeros(3), np.zeros(3)
    for _ in range(STUDIES):
        noise = np.array([gaussian_filter(rng.normal(size=DIMS), 0.85) for _ in range(PARTICIPANTS)])
        maps = noise / noise.std() * sd + blob
        maxima, observed = largest(maps)
        for k in range(3):
            # p of a voxel is the share of patterns whose maximum reaches it: 1 / 32 is the only p below .05
            hits = np.array([(maxima[:, k] >= value - 1e-12).mean() <= 0.05
                             for value in (observed[k][blob > 0] if size else [observed[k].max()])])
            found[k] += hits.any()
            voxels[k] += hits.mean()
    return found / STUDIES, voxels / STUDIES


if __name__ == '__main__':
    rng = np.random.default_rng(5)
    for size, uneven in [(0.0, False), (0.0, True), (1.5, False), (2.5, False), (2.5, True)]:
        found, voxels = run(rng, size, uneven)
        print('signal %.1f, %s noise: t %.3f, pseudo-t %.3f, mean %.3f; share of voxels %.3f %.3f %.3f'
              % (size, 'uneven' if uneven else 'even', *found, *voxels), flush=True)
