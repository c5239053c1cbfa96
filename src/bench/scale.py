"""Processor time and memory of a participant's commands as it grows: voxels, words, presentations, features.

    mvn -q -DskipTests package
    python3 src/bench/scale.py [--program 'java -XX:+UseSerialGC -jar target/mitchell.jar'] [--sizes 20000x60x6x25,...] [--commands fit,map]

A size is VOXELS x WORDS x PRESENTATIONS x FEATURES. The participant is made of planted features and noise and written as one 4-D NIfTI image
of float32 with a table of labels and a mask; the largest takes 1.5 GB of disk. Prints a row of a Markdown table a size and command: seconds of
processor time, seconds on the clock, the most memory that the process held (its largest resident set, all of Java), and what it said where
it failed. map, predict and identify go on from a fit, identify from the image that predict wrote of a new word. Needs numpy and nibabel.
"""
import argparse
import os
import shlex
import sys
import tempfile

import nibabel as nib
import numpy as np

from measured import measured

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIZES = ('20000x60x6x25', '50000x60x6x25', '100000x60x6x25', '200000x60x6x25', '20000x300x6x25', '200000x300x6x25',
         '20000x60x6x300', '20000x60x6x1000', '20000x60x6x5000')
# More features than these say nothing: their weights alone would take this script more memory than the program.
MOST_PLANTED = 1000
COMMANDS = {
    'fit': 'fit --subject X --images x.nii --labels x.tsv --mask mask.nii --space MNI152Lin --features features.tsv --voxels 500 --ridge 1',
    'evaluate': 'evaluate --subject X --images x.nii --labels x.tsv --mask mask.nii --space MNI152Lin --features features.tsv --ridge 1'
                ' --subsamples 0 --permutations 100',
    'map': 'map --subject X --permutations 100',
    'predict': 'predict new --subject X --features new.tsv',
    'identify': 'identify derivatives/mitchell/sub-X/sub-X_task-nouns_space-MNI152Lin_contrast-new_desc-predicted_statmap.nii.gz --subject X',
    'compare': 'compare --subject X --images x.nii --labels x.tsv --mask mask.nii --space MNI152Lin --features a=features.tsv,b=random.tsv'
               ' --ridge 1 --subsamples 0',
    'similarity': 'similarity --subject X --images x.nii --labels x.tsv --mask mask.nii --space MNI152Lin --features features.tsv'
                  ' --permutations 100',
}


def table(name, words, rows):
    with open(name, 'w') as out:
        out.write('word\t' + '\t'.join(f'f{f + 1}' for f in range(rows.shape[1])) + '\n')
        for word, row in zip(words, rows):
            out.write(word + '\t' + '\t'.join(f'{x:.4f}' for x in row) + '\n')


def make(folder, voxels, words, presentations, features):
    rng = np.random.default_rng(20)
    side = int(np.ceil(voxels ** (1 / 3)))
    mask = (np.arange(side ** 3) < voxels).astype(np.uint8).reshape((side,) * 3, order='F')
    affine = np.diag([3., 3, 3, 1])
    names = [f'w{w:03d}' for w in range(words)]
    rows = rng.normal(size=(words, features)).astype(np.float32)
    table(os.path.join(folder, 'features.tsv'), names, rows)
    table(os.path.join(folder, 'random.tsv'), names, rng.normal(size=rows.shape))
    table(os.path.join(folder, 'new.tsv'), ['new'], np.random.default_rng(21).normal(size=(1, features)))
    image = nib.Nifti1Image(mask, affine)
    image.set_sform(affine, 4)
    nib.save(image, os.path.join(folder, 'mask.nii'))
    planted = rows[:, :MOST_PLANTED]
    weights = rng.normal(size=(planted.shape[1], voxels)).astype(np.float32) / np.sqrt(planted.shape[1])
    header = nib.Nifti1Header()
    header.set_data_dtype(np.float32)
    header.set_data_shape((side, side, side, words * presentations))
    header.set_sform(affine, 4)
    header['vox_offset'] = 352
    header['magic'] = b'n+1'
    with open(os.path.join(folder, 'x.nii'), 'wb') as out, open(os.path.join(folder, 'x.tsv'), 'w') as labels:
        out.write(header.binaryblock + bytes(4))
        labels.write('word\trun\n')
        volume = np.zeros(side ** 3, np.float32)
        for p in range(presentations):
            for w in range(words):
                volume[:voxels] = planted[w] @ weights + rng.standard_normal(voxels, np.float32)
                out.write(volume.tobytes())
                labels.write(f'{names[w]}\t{p + 1}\n')


def run(program, command, folder):
    with tempfile.TemporaryFile() as said:
        status, processor, clock, memory = measured(program + shlex.split(command), cwd=folder, stdout=said, stderr=said)
        said.seek(0)
        return status, processor, clock, memory, said.read().decode(errors='replace')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default=f'java -XX:+UseSerialGC -jar {ROOT}/target/mitchell.jar')
    parser.add_argument('--sizes', default=','.join(SIZES))
    parser.add_argument('--commands', default=','.join(COMMANDS))
    options = parser.parse_args()
    program = shlex.split(options.program)
    print('| voxels | words | presentations | features | command | processor s | clock s | most memory, MB | said |')
    print('|--:|--:|--:|--:|---|--:|--:|--:|---|')
    for size in options.sizes.split(','):
        numbers = [int(n) for n in size.split('x')]
        with tempfile.TemporaryDirectory() as folder:
            make(folder, *numbers)
            for name in options.commands.split(','):
                status, processor, clock, memory, text = run(program, COMMANDS[name], folder)
                last = text.strip().splitlines()[-1][:150] if status else ''
                print('| ' + ' | '.join(f'{n:,}' for n in numbers)
                      + f' | {name} | {processor:.1f} | {clock:.1f} | {memory:,.0f} | {last} |', flush=True)


if __name__ == '__main__':
    sys.exit(main())
