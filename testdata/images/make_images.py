"""Makes one small study in every form of images of trials that is read; nibabel and h5py write the files.

12 words, each shown once in each of 2 runs: 24 trials of 60 values. The values are 4 planted features of the words and noise,
rounded to sixteenths, which float32 and int16 with a slope of 1/16 hold exactly. expected.json has them.

Run in this folder: python3 make_images.py
"""
import json
import os
import shutil

import h5py
import nibabel as nib
import numpy as np
from nibabel import cifti2

rng = np.random.default_rng(15)
WORDS = ['ant', 'bee', 'cat', 'dog', 'eel', 'fox', 'hammer', 'saw', 'drill', 'chair', 'desk', 'lamp']
AFFINE = np.array([[-3., 0, 0, 10], [0, 3, 0, -20], [0, 0, 4, 5], [0, 0, 0, 1]])
DIMS = (3, 4, 5)

features = np.round(rng.normal(size=(12, 4)), 3)
order = np.concatenate([rng.permutation(12), rng.permutation(12)])
runs = np.repeat([1, 2], 12)
values = features[order] @ rng.normal(size=(4, 60)) + 4 * rng.normal(size=(24, 60))
values = np.round(16 * values) / 16
words = [WORDS[w] for w in order]


def table(name, header, rows):
    with open(name, 'w') as out:
        out.write('\n'.join('\t'.join(str(cell) for cell in row) for row in [header, *rows]) + '\n')


table('labels.tsv', ['word', 'run'], zip(words, runs))
table('features.tsv', ['word', 'f1', 'f2', 'f3', 'f4'], [[w, *f] for w, f in zip(WORDS, features)])
json.dump({'words': words, 'runs': runs.tolist(), 'values': values.tolist()}, open('expected.json', 'w'))

# The values of a trial fill the box i fastest.
box = np.stack([v.reshape(DIMS, order='F') for v in values], -1)


def nifti(name, data, kind=np.float32, image=nib.Nifti1Image, endian='<'):
    header = image.header_class(endianness=endian)
    header.set_data_dtype(kind)
    header.set_data_shape(data.shape)
    written = image(data, AFFINE, header)
    written.set_sform(AFFINE, 1)
    written.set_qform(AFFINE, 1)
    nib.save(written, name)


nifti('betas.nii.gz', box)
nifti('betas_5d.nii.gz', box[:, :, :, None, :])
nifti('betas_nifti2.nii.gz', box, image=nib.Nifti2Image)
nifti('mask.nii.gz', np.ones(DIMS), np.uint8)
# nibabel chooses a slope of its own, so that the stored numbers are written here: value = 1/16 stored.
for name, endian in (('betas_int16.nii.gz', '<'), ('betas_big_endian.nii.gz', '>')):
    nifti(name, np.round(16 * box).astype(np.int16), np.int16, endian=endian)
    image = nib.load(name)
    raw = bytearray(image.header.binaryblock)
    raw[108:120] = np.array([352, 1 / 16, 0], endian + 'f4').tobytes()
    with nib.openers.Opener(name, 'wb', mtime=0) as out:
        out.write(bytes(raw) + bytes(4) + np.round(16 * box).astype(endian + 'i2').tobytes(order='F'))
    assert np.array_equal(nib.load(name).get_fdata(), box), name

os.makedirs('volumes', exist_ok=True)
for t in range(24):
    nifti(f'volumes/trial-{t + 1}.nii.gz', box[..., t], np.float32)

# Two hemispheres of 32 and 28 vertices.
for half, first, last in (('L', 0, 32), ('R', 32, 60)):
    arrays = [nib.gifti.GiftiDataArray(v[first:last].astype(np.float32), 'NIFTI_INTENT_NONE', meta={'Name': w})
              for v, w in zip(values, words)]
    structure = {'AnatomicalStructurePrimary': 'CortexLeft' if half == 'L' else 'CortexRight'}
    nib.save(nib.gifti.GiftiImage(darrays=arrays, meta=nib.gifti.GiftiMetaData(structure)),
             f'sub-01_hemi-{half}_space-toy_betas.func.gii')

# 25 of 40 vertices on the left, 25 of 30 on the right, and 10 voxels.
left = cifti2.BrainModelAxis.from_surface(np.sort(rng.choice(40, 25, False)), 40, 'CortexLeft')
right = cifti2.BrainModelAxis.from_surface(np.sort(rng.choice(30, 25, False)), 30, 'CortexRight')
deep = np.zeros(DIMS, bool)
deep.flat[rng.choice(60, 10, False)] = True
models = left + right + cifti2.BrainModelAxis.from_mask(deep, 'ThalamusLeft', AFFINE)
nib.save(cifti2.Cifti2Image(values.astype(np.float32), (cifti2.ScalarAxis(words), models)), 'sub-01_space-toy_betas.dscalar.nii')
nib.save(cifti2.Cifti2Image(values.astype(np.float32), (cifti2.SeriesAxis(0, 1, 24), models)), 'sub-01_space-toy_betas.dtseries.nii')
half = np.ones(60, np.float32)
half[::3] = 0
nib.save(cifti2.Cifti2Image(half[None], (cifti2.ScalarAxis(['mask']), models)), 'mask.dscalar.nii')
