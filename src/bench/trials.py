"""Times trial images by lss beside nilearn's LSS loop, whole processes in the same run, and the memory of reading a long run.

    python3 src/bench/trials.py --mitchell ./mitchell --python PYTHON_WITH_NILEARN [--voxels 60000] [--runs 5] [--frames 300] [--trials 240] [--peer-trials 2]

Makes a BIDS study of noise (int16, a mask of so many voxels, events 5 s apart), then runs `mitchell fit --bids ... --trials lss`, whose time
ends with the fit's own report of "images of", and nilearn's FirstLevelModel with the two regressors of LSS for --peer-trials trials of a run, which is multiplied up to
all trials. Needs Python 3 with numpy and nibabel here, and GNU time for the memory.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

PEER = '''
import json, sys, time
import nibabel, numpy as np, pandas as pd
from nilearn.glm.first_level import FirstLevelModel
bold, mask, events, tr, count = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
image, mask, events = nibabel.load(bold), nibabel.load(mask), pd.read_csv(events, sep="\\t")
image.get_fdata(dtype=np.float32)
start = time.time()
for t in range(count):
    lss = events.copy()
    lss["trial_type"] = ["this" if i == t else "others" for i in range(len(events))]
    model = FirstLevelModel(t_r=tr, mask_img=mask, hrf_model="glover", drift_model="cosine", high_pass=1 / 128, noise_model="ols",
                            standardize=False, signal_scaling=False, minimize_memory=True)
    model.fit(image, events=lss).compute_contrast("this", output_type="effect_size")
print(json.dumps((time.time() - start) / count))
'''


def study(root, nibabel, np, options):
    rng = np.random.default_rng(1)
    side = int(round((options.voxels / .55) ** (1 / 3)))
    shape = (side, side, side)
    inside = np.zeros(side ** 3, np.uint8)
    inside[:min(options.voxels, side ** 3)] = 1
    affine = np.diag([-3., 3, 3, 1])
    func = os.path.join(root, 'sub-01', 'func')
    os.makedirs(func)
    words = ['w%03d' % i for i in range(options.trials // options.runs)]
    for run in range(1, options.runs + 1):
        name = os.path.join(func, 'sub-01_task-noise_run-%d' % run)
        frames = (1000 + 20 * rng.standard_normal((options.frames, side ** 3), dtype=np.float32)).astype(np.int16)
        nibabel.save(nibabel.Nifti1Image(frames.T.reshape(shape + (options.frames,)), affine), name + '_bold.nii.gz')
        nibabel.save(nibabel.Nifti1Image(inside.reshape(shape), affine), name + '_desc-brain_mask.nii.gz')
        with open(name + '_events.tsv', 'w') as file:
            file.write('onset\tduration\ttrial_type\n')
            step = (options.frames * 2 - 40) / len(words)
            file.writelines('%.2f\t1.5\t%s\n' % (10 + step * i, w) for i, w in enumerate(words))
        with open(name + '_bold.json', 'w') as file:
            json.dump({'RepetitionTime': 2.0, 'StartTime': 0}, file)
    with open(os.path.join(root, 'vectors.csv'), 'w') as file:
        file.write('word,a,b,c\n')
        file.writelines('%s,%s\n' % (w, ','.join('%.5f' % v for v in rng.standard_normal(3))) for w in words)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--mitchell', default='./mitchell')
    parser.add_argument('--python', default=sys.executable)
    for name, value in (('voxels', 60000), ('runs', 5), ('frames', 300), ('trials', 240), ('peer-trials', 2)):
        parser.add_argument('--' + name, type=int, default=value)
    options = parser.parse_args()
    import nibabel
    import numpy as np
    with tempfile.TemporaryDirectory() as root:
        study(root, nibabel, np, options)
        command = options.mitchell.split() + ['check', '--bids', root, '--features', os.path.join(root, 'vectors.csv'), '--quiet']
        start = time.time()
        subprocess.run(command, check=True)
        read = time.time() - start
        command = options.mitchell.split() + ['fit', '--bids', root, '--subject', '01', '--features', os.path.join(root, 'vectors.csv'),
                                              '--trials', 'lss', '--out', os.path.join(root, 'out'), '--threads', '2']
        start = time.time()
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        ours = float('nan')
        for line in process.stderr:
            if ': images of ' in line:
                ours = time.time() - start
        process.wait()
        func = os.path.join(root, 'sub-01', 'func', 'sub-01_task-noise_run-1')
        peer = subprocess.run([options.python, '-c', PEER, func + '_bold.nii.gz', func + '_desc-brain_mask.nii.gz', func + '_events.tsv', '2.0',
                               str(options.peer_trials)], stdout=subprocess.PIPE, text=True, check=True)
        theirs = json.loads(peer.stdout.strip().splitlines()[-1]) * options.trials
        print('mitchell: %.1f s to images of %d trials, read, made and written (check alone %.1f s); nilearn %.0f s (%.1f times)'
              % (ours, options.trials, read, theirs, theirs / ours))


if __name__ == '__main__':
    main()
