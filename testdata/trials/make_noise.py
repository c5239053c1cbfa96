"""Makes noise.json: designs of runs with serially correlated noise, and the trial images that nilearn's run_glm(noise_model='ar1') gives.

    pip install nilearn==0.14.1
    python3 testdata/trials/make_noise.py testdata/trials/noise.json

Seeded, so that a second run gives the same file. The cases are those of make_trials.py, their BOLD series with noise of the first order
(shares -.4 to .8) in place of white noise. For lss run_glm is called once a trial, with this trial, the sum of all others and the columns
of no interest, as nilearn's example of beta series does; `shares` are the coefficients that it found, models x voxels.
"""
import json
import sys

import numpy as np
from nilearn.glm.first_level import run_glm

from make_trials import CASES, WINDOW, drift, regressor

SHARES = [-.4, 0, .15, .3, .45, .6, .8]


def solve(columns, percent):
    """The first coefficient of each voxel, and the voxels' shares."""
    labels, results = run_glm(percent, np.column_stack(columns), noise_model='ar1')
    theta = np.empty((len(columns), percent.shape[1]))
    for label, result in results.items():
        theta[:, labels == label] = result.theta
    return theta, [float(label) for label in labels]


def series(spec, rng):
    noise = rng.normal(size=(spec['count'], len(SHARES)))
    for i in range(1, spec['count']):
        noise[i] += np.array(SHARES) * noise[i - 1]
    return np.float32(1000 + 40 * noise + np.linspace(0, 30, spec['count'])[:, None])


def case(spec, rng):
    times = spec['start'] + spec['tr'] * np.arange(spec['count'])
    span = times[-1]
    onsets = np.round(np.linspace(.05 * span, .85 * span, spec['trials']) + rng.uniform(-1, 1, spec['trials']), 3)
    others = np.round(rng.uniform(.1 * span, .8 * span, 3), 3) if spec['other'] else np.array([])
    confounds = rng.normal(size=(spec['confounds'], spec['count']))
    if spec['confounds'] == 3:
        confounds[2] = confounds[0] - 2 * confounds[1]  # says nothing new
    bold = series(spec, rng)
    percent = 100 * bold.astype(float) / bold.astype(float).mean(0)
    nuisance = list(np.atleast_2d(drift(*spec['drift'], times).T)) + list(confounds)
    if len(others):
        nuisance.append(regressor(others, spec['duration'], spec['hrf'], times))
    own = [regressor([onset], spec['duration'], spec['hrf'], times) for onset in onsets]
    boxes = [((times >= onset + WINDOW[0]) & (times <= onset + WINDOW[1])).astype(float) for onset in onsets]
    images, shares = {}, {}
    theta, found = solve(own + nuisance, percent)
    images['lsa'], shares['lsa'] = theta[:len(own)], [found]
    if all(box.sum() for box in boxes):
        theta, found = solve(boxes + nuisance, percent)
        images['fir:4-7s'], shares['fir:4-7s'] = theta[:len(own)], [found]
    each = [solve([own[t], sum(own[:t] + own[t + 1:])] + nuisance, percent) for t in range(len(own))]
    images['lss'], shares['lss'] = np.array([theta[0] for theta, _ in each]), [found for _, found in each]
    return {
        'name': spec['name'], 'start': spec['start'], 'tr': spec['tr'], 'count': spec['count'], 'duration': spec['duration'],
        'hrf': spec['hrf'], 'drift': '%s:%s' % spec['drift'], 'onsets': onsets.tolist(), 'others': others.tolist(),
        'confounds': confounds.tolist(), 'bold': bold.tolist(), 'shares': shares,
        'images': {name: np.round(image, 9).tolist() for name, image in images.items()},
    }


def main():
    rng = np.random.default_rng(20151)
    with open(sys.argv[1], 'w') as out:
        json.dump([case(spec, rng) for spec in CASES], out)
        out.write('\n')


if __name__ == '__main__':
    main()
