"""Times trial images by lss beside nilearn's LSS loop, whole processes in the same run, and the memory of reading a long run.

    python3 src/bench/trials.py --mitchell ./mitchell --python PYTHON_WITH_NILEARN [--voxels 60000] [--runs 5] [--frames 300] [--trials 240] [--peer-trials 2]
    python3 src/bench/trials.py --mitchell "java -Xmx..." --memory [--side 70] [--frames 4400] [--voxels 20000] [--plain]

Makes a BIDS study of noise (int16, a mask of so many voxels, events 5 s apart), then runs `mitchell fit --bids ... --trials lss`, whose time
ends with the fit's own report of "images of", and nilearn's FirstLevelModel with the two regressors of LSS for --peer-trials trials of a run, which is multiplied up to
all trials. Both are told by the clock and in processor seconds, which others on the machine change less; the load is told too. --memory makes one run, .nii.gz, of so many frames of so many voxels along each axis (3 GB by default),
and prints the peak memory of `fit` beside that of the mask's time series. Needs Python 3 with numpy and nibabel here; nilearn for the peer alone.
"""
import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

from measured import measured

PEER = '''
import json, sys, time
import nibabel, numpy as np, pandas as pd
from nilearn.glm.first_level import FirstLevelModel
bold, mask, events, tr, count = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
image, mask, events = nibabel.load(bold), nibabel.load(mask), pd.read_csv(events, sep="\\t")
image.get_fdata(dtype=np.float32)
start, used = time.time(), time.process_time()
for t in range(count):
    lss = events.copy()
    lss["trial_type"] = ["this" if i == t else "others" for i in range(len(events))]
    model = FirstLevelModel(t_r=tr, mask_img=mask, hrf_model="glover", drift_model="cosine", high_pass=1 / 128, noise_model="ols",
                            standardize=False, signal_scaling=False, minimize_memory=True)
    model.fit(image, events=lss).compute_contrast("this", output_type="effect_size")
print(json.dumps([(time.time() - start) / count, (time.process_time() - used) / count]))
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


def long_study(root, nibabel, np, options):
    """One run; frames of noise come again every ten, so that the file is made in little time."""
    rng = np.random.default_rng(1)
    shape = (options.side,) * 3
    count = options.side ** 3
    func = os.path.join(root, 'sub-01', 'func')
    os.makedirs(func)
    name = os.path.join(func, 'sub-01_task-noise_run-1')
    header = nibabel.Nifti1Header()
    header.set_data_dtype(np.int16)
    header.set_data_shape(shape + (options.frames,))
    header.set_sform(np.diag([-3., 3, 3, 1]), 2)
    header.set_xyzt_units('mm', 'sec')
    header['pixdim'][1:5] = 3, 3, 3, 2
    header['vox_offset'] = 352
    header['magic'] = b'n+1'
    pool = [(1000 + 20 * rng.standard_normal(count, dtype=np.float32)).astype('<i2').tobytes() for _ in range(10)]
    with open(name + '_bold.nii', 'wb') if options.plain else gzip.open(name + '_bold.nii.gz', 'wb', compresslevel=1) as file:
        file.write(header.binaryblock + bytes(4))
        for frame in range(options.frames):
            file.write(pool[rng.integers(10)])
    inside = np.zeros(count, np.uint8)
    inside[:options.voxels] = 1
    nibabel.save(nibabel.Nifti1Image(inside.reshape(shape), np.diag([-3., 3, 3, 1])), name + '_desc-brain_mask.nii.gz')
    words = ['w%03d' % i for i in range(options.trials)]
    with open(name + '_events.tsv', 'w') as file:
        file.write('onset\tduration\ttrial_type\n')
        step = (options.frames * 2 - 40) / len(words)
        file.writelines('%.2f\t1.5\t%s\n' % (10 + step * i, w) for i, w in enumerate(words))
    with open(name + '_bold.json', 'w') as file:
        json.dump({'RepetitionTime': 2.0, 'StartTime': 0}, file)
    with open(os.path.join(root, 'vectors.csv'), 'w') as file:
        file.write('word,a,b,c\n')
        file.writelines('%s,%s\n' % (w, ','.join('%.5f' % v for v in rng.standard_normal(3))) for w in words)


def processor_seconds(pid):
    """Used by a running process so far; Linux alone tells it."""
    with open('/proc/%d/stat' % pid) as file:
        fields = file.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def memory(options, nibabel, np):
    with tempfile.TemporaryDirectory() as root:
        long_study(root, nibabel, np, options)
        bold = os.path.join(root, 'sub-01', 'func', 'sub-01_task-noise_run-1_bold.nii' + ('' if options.plain else '.gz'))
        command = options.mitchell.split() + ['fit', '--bids', root, '--subject', '01', '--features', os.path.join(root, 'vectors.csv'), '--quiet',
                                              '--trials', 'lss', '--out', os.path.join(root, 'out'), '--threads', '2']
        status, processor, clock, peak = measured(command)
        print('exit %d after %.1f s, %.1f s of processor time; series of %.0f MB read from %.0f MB (%.0f MB inflated): peak memory %.0f MB of the whole process'
              % (status, clock, processor, 4e-6 * options.voxels * options.frames, os.path.getsize(bold) / 1e6,
                 2e-6 * options.side ** 3 * options.frames, peak))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--mitchell', default='./mitchell')
    parser.add_argument('--python', default=sys.executable)
    parser.add_argument('--voxels', type=int, default=60000)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--frames', type=int, default=300)
    parser.add_argument('--trials', type=int, default=240)
    parser.add_argument('--peer-trials', type=int, default=2)
    parser.add_argument('--memory', action='store_true')
    parser.add_argument('--side', type=int, default=70)
    parser.add_argument('--plain', action='store_true', help='with --memory: .nii, which is made in seconds')
    options = parser.parse_args()
    import nibabel
    import numpy as np
    if options.memory:
        return memory(options, nibabel, np)
    with tempfile.TemporaryDirectory() as root:
        study(root, nibabel, np, options)
        command = options.mitchell.split() + ['check', '--bids', root, '--features', os.path.join(root, 'vectors.csv'), '--quiet']
        load = os.getloadavg()[0]
        start = time.time()
        subprocess.run(command, check=True)
        read = time.time() - start
        command = options.mitchell.split() + ['fit', '--bids', root, '--subject', '01', '--features', os.path.join(root, 'vectors.csv'),
                                              '--trials', 'lss', '--out', os.path.join(root, 'out'), '--threads', '2']
        start = time.time()
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        ours = used = float('nan')
        for line in process.stderr:
            if ': images of ' in line:
                ours = time.time() - start
                used = processor_seconds(process.pid)
        _, _, usage = os.wait4(process.pid, 0)
        func = os.path.join(root, 'sub-01', 'func', 'sub-01_task-noise_run-1')
        peer = subprocess.run([options.python, '-c', PEER, func + '_bold.nii.gz', func + '_desc-brain_mask.nii.gz', func + '_events.tsv', '2.0',
                               str(options.peer_trials)], stdout=subprocess.PIPE, text=True, check=True)
        theirs, their_use = (s * options.trials for s in json.loads(peer.stdout.strip().splitlines()[-1]))
        print('load of the machine %.1f before, %.1f after' % (load, os.getloadavg()[0]))
        print('mitchell: %.1f s to images of %d trials, read, made and written (check alone %.1f s); %.1f s of processor time, %.1f s to the end of the fit'
              % (ours, options.trials, read, used, usage.ru_utime + usage.ru_stime))
        print('nilearn: %.0f s (%.1f times), %.0f s of processor time (%.1f times)' % (theirs, theirs / ours, their_use, their_use / used))


if __name__ == '__main__':
    main()
