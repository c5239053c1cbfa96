"""Makes study/, a SIMULATED BIDS study of two participants, and expected-*.nii.gz, the trial images that nilearn makes of it (NaN outside the common mask).

TR 2.2 s from the sidecar of the whole dataset (the headers say 2 s); StartTime 0 in session a, none in session b; images without a space label, .nii.gz in
session a and .nii in session b, on an oblique grid of 3.5 x 3.5 x 4 mm; events with n/a durations, four kinds of absence
(fixation, rest, baseline, n/a) and two of no interest (button, question); runs with and without frames before the steady state.
Sub-02 has one run fewer. Models are solved whole, by lstsq, a run at a time, with nilearn's regressors and drifts; a duration of n/a is 0.

    pip install nilearn==0.14.1
    python3 make_study.py
"""
import json
import os
import shutil

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import nibabel
import numpy as np
from nilearn.glm.first_level import compute_regressor
from nilearn.glm.first_level.design_matrix import create_cosine_drift

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, 'study')
WORDS = ['anchor', 'bridge', 'candle', 'dolphin', 'engine', 'forest', 'guitar', 'hotel', 'island', 'jacket', 'kettle', 'lemon']
TR, FRAMES, SHAPE = 2.2, 58, (6, 7, 5)
MOTION = ['trans_x', 'trans_y', 'trans_z', 'rot_x', 'rot_y', 'rot_z']
AFFINE = np.array([[-3.45, .3, .2, 12], [.25, 3.4, -.5, -30], [.3, .6, 3.95, -8], [0, 0, 0, 1]])
RUNS = [('a', 1), ('a', 2), ('b', 1), ('b', 2)]


def regressor(events, times):
    onsets, durations = zip(*events)
    return compute_regressor(np.array([onsets, durations, np.ones(len(onsets))]), 'glover', times)[0][:, 0]


def events(rng, session):
    rows = []
    onset = 3.17
    for word in rng.permutation(WORDS):
        rows.append((round(onset, 3), [1.5, None][int(rng.integers(2))] if session == 'b' else 1.5, word))
        onset += float(rng.uniform(7.5, 9.5))
    last = onset
    rows += [(round(float(o), 3), .4, 'button') for o in np.sort(rng.uniform(5, last - 5, 4))]
    rows += [(round(float(rng.uniform(5, last - 5)), 3), 2.0, 'question')]
    rows += [(0.0, 3.0, 'fixation'), (round(last, 3), 6.0, 'Rest'), (40.0, 1.0, 'baseline'), (20.0, None, 'n/a')]
    return sorted(rows, key=lambda r: r[0])


def solve(columns, y):
    return np.linalg.lstsq(np.column_stack(columns), y, rcond=None)[0]


def images(percent, rows, times, confounds):
    trials = [(o, d or 0, w) for o, d, w in rows if w in WORDS]
    nuisance = list(create_cosine_drift(1 / 128, times).T) + list(confounds.T)
    nuisance += [regressor([(o, d or 0) for o, d, t in rows if t == kind], times) for kind in ('button', 'question')]
    own = [regressor([(o, d)], times) for o, d, _ in trials]
    lsa = solve(own + nuisance, percent)[:len(own)]
    lss = np.array([solve([own[t], sum(own[:t] + own[t + 1:])] + nuisance, percent)[0] for t in range(len(own))])
    left = percent - np.column_stack(nuisance) @ solve(nuisance, percent)
    mean = np.array([left[(times >= o + 4) & (times <= o + 7)].mean(axis=0) for o, _, _ in trials])
    return [w for _, _, w in trials], {'lsa': lsa, 'lss': lss, 'mean': mean}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


def run(rng, subject, session, number, signal):
    name = 'sub-%s_ses-%s_task-listen_run-%d' % (subject, session, number)
    folder = os.path.join('sub-' + subject, 'ses-' + session, 'func')
    raw, made = os.path.join(ROOT, folder), os.path.join(ROOT, 'derivatives', 'prep', folder)
    rows = events(rng, session)
    write(os.path.join(raw, name + '_events.tsv'),
          'onset\tduration\ttrial_type\n' + ''.join('%s\t%s\t%s\n' % (o, 'n/a' if d is None else d, t) for o, d, t in rows))
    times = TR * np.arange(FRAMES)
    confounds = rng.standard_normal((FRAMES, 6)) * [.1, .1, .1, .002, .002, .002]
    steady = np.zeros((FRAMES, 1 if number == 2 else 0))
    steady[:1] = 1
    header = ['csf'] + MOTION + ['non_steady_state_outlier00'] * steady.shape[1]
    cells = np.column_stack([rng.standard_normal(FRAMES), confounds, steady])
    text = '\t'.join(header) + '\n' + ''.join('\t'.join('%.9g' % v for v in row) + '\n' for row in cells)
    write(os.path.join(made, name + '_desc-confounds_timeseries.tsv'), text)
    confounds = np.array([[float(c) for c in line.split('\t')[1:]] for line in text.splitlines()[1:]])
    response = sum(np.outer(regressor([(o, d or 0)], times), signal[t]) for o, d, t in rows if t in WORDS)
    response = response + np.outer(regressor([(o, d or 0) for o, d, t in rows if t == 'button'], times), signal['button'])
    voxels = int(np.prod(SHAPE))
    bold = 900 + 25 * response + 6 * rng.standard_normal((FRAMES, voxels)) + np.linspace(0, 20, FRAMES)[:, None]
    bold += 40 * confounds[:, :3].sum(axis=1)[:, None]
    bold[0] += 60 * steady[:1].sum()
    image = nibabel.Nifti1Image(np.round(bold).astype(np.int16).T.reshape(SHAPE + (FRAMES,)), AFFINE)
    image.header.set_xyzt_units('mm', 'sec')
    image.header['pixdim'][4] = 2.0
    mask = np.ones(SHAPE, np.uint8)
    mask[0, 0] = 0
    mask[-1, -1, number - 1] = 0                # another voxel in every run of a session
    end = '.nii.gz' if session == 'a' else '.nii'
    nibabel.save(image, os.path.join(made, name + '_desc-preproc_bold' + end))
    nibabel.save(nibabel.Nifti1Image(mask, AFFINE), os.path.join(made, name + '_desc-brain_mask.nii.gz'))
    if session == 'a':
        write(os.path.join(made, name + '_desc-preproc_bold.json'), json.dumps({'StartTime': 0}) + '\n')
    series = np.asarray(image.dataobj).reshape(voxels, FRAMES).T.astype(float)
    return rows, times, confounds, 100 * series / series.mean(axis=0), mask.astype(bool)


def main():
    rng = np.random.default_rng(156)
    shutil.rmtree(ROOT, ignore_errors=True)
    for folder in (ROOT, os.path.join(ROOT, 'derivatives', 'prep')):
        write(os.path.join(folder, 'dataset_description.json'), json.dumps({'Name': 'SIMULATED listening', 'BIDSVersion': '1.8.0'}) + '\n')
    write(os.path.join(ROOT, 'task-listen_bold.json'), json.dumps({'TaskName': 'listen', 'RepetitionTime': TR}) + '\n')
    features = {w: rng.standard_normal(3) for w in WORDS}
    write(os.path.join(HERE, 'features.csv'),
          'word,f1,f2,f3\n' + ''.join('%s,%s\n' % (w, ','.join('%.6f' % v for v in features[w])) for w in WORDS))
    labels = {}
    for subject in ('01', '02'):
        weights = rng.standard_normal((3, int(np.prod(SHAPE))))
        signal = {w: features[w] @ weights for w in WORDS}
        signal['button'] = rng.standard_normal(int(np.prod(SHAPE)))
        made, common = [], np.ones(SHAPE, bool)
        for session, number in RUNS[:4 if subject == '01' else 3]:
            rows, times, confounds, percent, mask = run(rng, subject, session, number, signal)
            made.append((session, number, images(percent, rows, times, confounds)))
            common &= mask
        listed = [(s, n, w) for s, n, (words, _) in made for w in words]
        labels[subject] = ['%s %d %s' % t for t in listed]
        for method in ('lsa', 'lss', 'mean'):
            whole = np.vstack([of[method] for _, _, (_, of) in made])
            volumes = np.where(common, whole.reshape((-1,) + SHAPE), np.nan).astype(np.float32)
            nibabel.save(nibabel.Nifti1Image(np.moveaxis(volumes, 0, -1), AFFINE),
                         os.path.join(HERE, 'expected-%s-%s.nii.gz' % (subject, method)))
    with open(os.path.join(HERE, 'expected.json'), 'w') as file:
        json.dump(labels, file, indent=1)


if __name__ == '__main__':
    main()
