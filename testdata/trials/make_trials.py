"""Makes trials.json: designs of runs and the trial images that nilearn's regressors and numpy's least squares give.

    pip install nilearn==0.14.1
    python3 testdata/trials/make_trials.py testdata/trials/trials.json

Seeded, so that a second run gives the same file. Every case has frames (start, tr, count), events, confounds, a BOLD series of a few
voxels, and the expected images, in percent of each voxel's mean. Regressors and drifts are nilearn's; the models are solved whole, by
lstsq, with no projection.
"""
import json
import sys

import numpy as np
from nilearn.glm.first_level import compute_regressor
from nilearn.glm.first_level.design_matrix import create_cosine_drift

CASES = [
    dict(name='glover, cosines, StartTime', start=.75, tr=1.5, count=120, trials=10, duration=3.0, hrf='glover', drift=('cosine', 128), confounds=2, other=True),
    dict(name='spm, cosines, impulses', start=0.0, tr=2.0, count=90, trials=8, duration=0.0, hrf='spm', drift=('cosine', 100), confounds=0, other=False),
    dict(name='glover, polynomial, an event before the first frame', start=0.0, tr=.8, count=200, trials=12, duration=1.3, hrf='glover', drift=('polynomial', 3), confounds=3, other=True, early=True),
]
WINDOW = (4.0, 7.0)


def drift(kind, bound, times):
    if kind == "cosine":
        return create_cosine_drift(1 / bound, times)
    return np.array([(times / times.max()) ** k for k in range(bound + 1)]).T


def regressor(onsets, duration, hrf, times):
    events = np.array([onsets, np.full(len(onsets), duration), np.ones(len(onsets))])
    return compute_regressor(events, hrf, times)[0][:, 0]


def solve(columns, y):
    return np.linalg.lstsq(np.column_stack(columns), y, rcond=None)[0]


def case(spec, rng):
    times = spec['start'] + spec['tr'] * np.arange(spec['count'])
    span = times[-1]
    onsets = np.round(np.linspace(.05 * span, .85 * span, spec['trials']) + rng.uniform(-1, 1, spec['trials']), 3)
    if spec.get('early'):
        onsets[0] = -3.0
    others = np.round(rng.uniform(.1 * span, .8 * span, 3), 3) if spec['other'] else np.array([])
    confounds = rng.normal(size=(spec['confounds'], spec['count']))
    if spec['confounds'] == 3:
        confounds[2] = confounds[0] - 2 * confounds[1]  # says nothing new
    bold = np.float32(1000 + 40 * rng.normal(size=(spec['count'], 4)) + np.linspace(0, 30, spec['count'])[:, None])
    percent = 100 * bold.astype(float) / bold.astype(float).mean(0)
    nuisance = list(np.atleast_2d(drift(*spec['drift'], times).T)) + list(confounds)
    if len(others):
        nuisance.append(regressor(others, spec['duration'], spec['hrf'], times))
    own = [regressor([onset], spec['duration'], spec['hrf'], times) for onset in onsets]
    lsa = solve(own + nuisance, percent)[:len(own)]
    lss = [solve([own[t], sum(own[:t] + own[t + 1:])] + nuisance, percent)[0] for t in range(len(own))]
    left = percent - np.column_stack(nuisance) @ solve(nuisance, percent)
    boxes = [((times >= onset + WINDOW[0]) & (times <= onset + WINDOW[1])).astype(float) for onset in onsets]
    images = {'lsa': lsa, 'lss': np.array(lss)}
    if all(box.sum() for box in boxes):
        images['mean:4-7s'] = np.array([left[box > 0].mean(0) for box in boxes])
        images['fir:4-7s'] = solve(boxes + nuisance, percent)[:len(own)]
    return {
        'name': spec['name'], 'start': spec['start'], 'tr': spec['tr'], 'count': spec['count'], 'duration': spec['duration'],
        'hrf': spec['hrf'], 'drift': '%s:%s' % spec['drift'], 'onsets': onsets.tolist(), 'others': others.tolist(),
        'confounds': confounds.tolist(), 'bold': bold.tolist(), 'images': {name: np.round(image, 9).tolist() for name, image in images.items()},
    }


def main():
    rng = np.random.default_rng(20081)
    with open(sys.argv[1], 'w') as out:
        json.dump([case(spec, rng) for spec in CASES], out)
        out.write('\n')


if __name__ == '__main__':
    main()
