#!/usr/bin/env python3
"""Dissimilarities, agreements, ceilings and variances by rsatoolbox 0.3.2, for SimilarityReferenceTest.

    python3 reference.py > reference.json        needs: pip install rsatoolbox

The responses are made here: three participants, eight words, four presentations, twelve voxels.
"""
import json
import sys

import numpy as np
import rsatoolbox
from rsatoolbox.data import Dataset
from rsatoolbox.data.noise import cov_from_residuals
from rsatoolbox.inference.noise_ceiling import boot_noise_ceiling
from rsatoolbox.rdm import RDMs, calc_rdm, compare
from rsatoolbox.util.inference_util import _dual_bootstrap

PARTICIPANTS, WORDS, PRESENTATIONS, VOXELS = 3, 8, 4, 12
AGREEMENTS = {
    "SPEARMAN": "spearman",
    "TAU_A": "tau-a",
    "PEARSON": "corr",
    "COSINE": "cosine",
    "WHITENED_COSINE": "cosine_cov",
    "WHITENED_PEARSON": "corr_cov",
}
random = np.random.default_rng(20081)


def rounded(values):
    return np.float32(values).astype(float)


signal = random.normal(size=(WORDS, VOXELS))
mixing = np.eye(VOXELS) + 0.3 * random.normal(size=(VOXELS, VOXELS))
responses = rounded(
    signal[None, :, None, :]
    + random.normal(size=(PARTICIPANTS, WORDS, PRESENTATIONS, VOXELS)) @ mixing
)
# Few values, so that there are ties.
features = np.round(random.uniform(0, 3, size=(WORDS, 3)))
features[:, 0] += np.arange(WORDS) % 3 + 1


def dataset(trials):
    words = np.repeat(np.arange(WORDS), PRESENTATIONS)
    runs = np.tile(np.arange(PRESENTATIONS), WORDS)
    return Dataset(
        trials.reshape(-1, VOXELS), obs_descriptors={"word": words, "run": runs}
    )


def distances(trials):
    residuals = (trials - trials.mean(axis=1, keepdims=True)).reshape(-1, VOXELS)
    covariance = cov_from_residuals(
        residuals, dof=WORDS * (PRESENTATIONS - 1), method="shrinkage_diag"
    )
    noise = np.linalg.inv(covariance)
    data = dataset(trials)
    found = {
        "CORRELATION": calc_rdm(data, method="correlation", descriptor="word"),
        "EUCLIDEAN": calc_rdm(data, method="euclidean", descriptor="word"),
        "MAHALANOBIS": calc_rdm(data, method="mahalanobis", descriptor="word", noise=noise),
        "CROSSNOBIS": calc_rdm(
            data, method="crossnobis", descriptor="word", noise=noise, cv_descriptor="run"
        ),
    }
    return {name: rdm.get_vectors()[0].tolist() for name, rdm in found.items()}


each = [distances(trials) for trials in responses]
# Equal distances come out of sums that round differently: rounded, they are equal.
model = np.round(1 - np.corrcoef(features)[np.triu_indices(WORDS, 1)], 13)
correlation = np.array([one["CORRELATION"] for one in each])
drawn = [0, 2, 2, 3, 5, 5, 5, 7]
different = np.array(
    [drawn[i] != drawn[j] for i in range(WORDS) for j in range(i + 1, WORDS)]
)


def resampled(vector):
    square = np.zeros((WORDS, WORDS))
    square[np.triu_indices(WORDS, 1)] = vector
    square += square.T
    values = square[np.ix_(drawn, drawn)][np.triu_indices(WORDS, 1)]
    return np.where(different, values, np.nan)


def agreements(one, other):
    return {
        name: float(compare(RDMs(one[None]), RDMs(other[None]), method)[0, 0])
        for name, method in AGREEMENTS.items()
    }


ceilings = {}
for name, method in AGREEMENTS.items():
    lower, upper = boot_noise_ceiling(RDMs(correlation), method=method)
    ceilings[name] = [float(lower), float(upper)]

variances = random.uniform(0.1, 1, size=(5, 3))
variances[0] = [1.5, 0.3, 0.4]
combined = [
    {"both": row[0], "participants": row[1], "words": row[2],
     "variance": float(_dual_bootstrap(row, n_rdm=9, n_pattern=60))}
    for row in variances.tolist()
]

# A box of voxels that are no cubes, turned a little; two are not in the brain.
DIMS = (5, 4, 3)
AFFINE = np.array([[3.0, 0.2, 0, -7], [-0.2, 3.0, 0, 4], [0, 0, 4.0, 1]])
RADIUS = 6.0
inside = [ijk for ijk in np.ndindex(*DIMS[::-1]) if ijk not in ((0, 0, 0), (1, 2, 3))]
voxels = np.array([ijk[::-1] for ijk in inside])
places = voxels @ AFFINE[:, :3].T + AFFINE[:, 3]
images = rounded(random.normal(size=(WORDS, len(voxels))))
light = []
for centre in places:
    sphere = np.linalg.norm(places - centre, axis=1) <= RADIUS
    if sphere.sum() < 10:
        light.append(None)
        continue
    rdm = calc_rdm(Dataset(images[:, sphere]), method="correlation")
    light.append(agreements(model, rdm.get_vectors()[0]))

json.dump(
    {
        "searchlight": {
            "dims": DIMS,
            "affine": AFFINE.tolist(),
            "radius": RADIUS,
            "voxels": voxels.tolist(),
            "images": images.tolist(),
            "agreements": light,
        },
        "rsatoolbox": rsatoolbox.__version__ if hasattr(rsatoolbox, "__version__") else "0.3.2",
        "responses": responses.tolist(),
        "features": features.tolist(),
        "distances": each,
        "featureDistances": model.tolist(),
        "agreements": [agreements(model, one) for one in correlation],
        "drawn": drawn,
        "agreementsOfDrawn": agreements(resampled(model), resampled(correlation[0])),
        "ceilings": ceilings,
        "variances": combined,
    },
    sys.stdout,
)
print()
