"""Makes one small study in every form of images of trials that is read; nibabel and h5py write the files.

12 words, each shown once in each of 2 runs: 24 trials of 60 values. The values are 4 planted features of the words and noise,
rounded to sixteenths, which float32 and int16 with a slope of 1/16 hold exactly. expected.json has them.

Run in this folder: python3 make_images.py
"""
import json
import os

import h5py
import nibabel as nib
import numpy as np
import scipy.io
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


# GLMsingle: its Python's file, and its MATLAB's, whose HDF5 has the dimensions reversed behind 512 bytes of MATLAB's header.
with h5py.File('TYPED_FITHRF_GLMDENOISE_RR.hdf5', 'w') as file:
    file.create_dataset('betasmd', data=box.astype(np.float32))
    file.create_dataset('R2', data=np.zeros(DIMS, np.float32))
with h5py.File('TYPED_FITHRF_GLMDENOISE_RR.mat', 'w', userblock_size=512) as file:
    stored = file.create_dataset('modelmd', data=box.astype(np.float32).T, compression='gzip')
    stored.attrs['MATLAB_class'] = np.bytes_('single')
with open('TYPED_FITHRF_GLMDENOISE_RR.mat', 'r+b') as file:
    file.write(b'MATLAB 7.3 MAT-file, made by make_images.py'.ljust(124) + b'\x00\x02IM')
np.save('TYPED_FITHRF_GLMDENOISE_RR.npy', {'betasmd': box.astype(np.float32)})

# SPM: two runs of 12 conditions, six of motion, and a constant each; the folders of the file are another machine's.
os.makedirs('spm', exist_ok=True)
names, betas = [], []
for run in (1, 2):
    for word in WORDS:
        names.append(f'Sn({run}) {word}*bf(1)')
        betas.append(box[..., next(t for t in range(24) if words[t] == word and runs[t] == run)])
    names += [f'Sn({run}) R{p}' for p in range(1, 3)] + [f'Sn({run}) antxage^1*bf(1)']
    betas += 3 * [np.ones(DIMS)]
names += ['Sn(1) constant', 'Sn(2) constant']
betas += 2 * [np.ones(DIMS)]
files = [f'beta_{b + 1:04d}.nii' for b in range(len(betas))]
for file, beta in zip(files, betas):
    nifti('spm/' + file, beta)
volumes = np.zeros(len(files), [('fname', object), ('descrip', object)])
for v, file in enumerate(files):
    volumes[v] = ('D:\\study\\first\\' + file, 'spm_spm:beta - ' + names[v])
scipy.io.savemat('spm/SPM.mat', {'SPM': {'SPMid': 'SPM12: spm_spm', 'xX': {'name': np.array(names, object)[None]},
                                         'Vbeta': volumes[None]}}, do_compression=True)

# The same as MATLAB saves it with -v7.3: a struct is a group, cells and struct arrays are references.
with h5py.File('spm/SPM-v73.mat', 'w', userblock_size=512) as file:
    def text(value):
        units = file.create_dataset(f'#refs#/t{len(file.get("#refs#", ()))}', data=np.array([[ord(c)] for c in value], np.uint16))
        units.attrs['MATLAB_class'] = np.bytes_('char')
        return units.ref
    for group in ('SPM', 'SPM/xX', 'SPM/Vbeta'):
        file.create_group(group).attrs['MATLAB_class'] = np.bytes_('struct')
    cell = file.create_dataset('SPM/xX/name', data=np.array([[text(name)] for name in names], h5py.ref_dtype))
    cell.attrs['MATLAB_class'] = np.bytes_('cell')
    file.create_dataset('SPM/Vbeta/fname', data=np.array([[text(name)] for name in files], h5py.ref_dtype))
with open('spm/SPM-v73.mat', 'r+b') as file:
    file.write(b'MATLAB 7.3 MAT-file, made by make_images.py'.ljust(124) + b'\x00\x02IM')

# AFNI: a bucket of 3dDeconvolve, a statistic behind every coefficient, and its labels in an extension of the header.
bricks, values_of = [], []
for t, word in enumerate(words):
    bricks += [f'{word}#{runs[t] - 1}_Coef', f'{word}#{runs[t] - 1}_Tstat']
    values_of += [box[..., t], np.zeros(DIMS)]
image = nib.Nifti1Image(np.stack(values_of, -1).astype(np.float32), AFFINE)
image.header.extensions.append(nib.nifti1.Nifti1Extension('afni', f'''<?xml version='1.0' ?>
<AFNI_attributes self_idcode="XYZ_toy" NIfTI_nums="3,4,5,1,48,16" ni_form="ni_group" >
<AFNI_atr ni_type="String" ni_dimen="1" atr_name="TYPESTRING" >
 "3DIM_HEAD_FUNC"
</AFNI_atr>
<AFNI_atr ni_type="String" ni_dimen="1" atr_name="BRICK_LABS" >
 "{'~'.join(bricks)}~"
</AFNI_atr>
</AFNI_attributes>
'''.encode()))
nib.save(image, 'bucket_afni.nii.gz')

# A mask and an atlas on a grid of half the step, whose voxel (1 + 2 i, 2 j, 2 k) is the centre of (i, j, k) above.
fine = AFFINE @ np.array([[.5, 0, 0, -.5], [0, .5, 0, 0], [0, 0, .5, 0], [0, 0, 0, 1]])
labels = np.arange(60).reshape(DIMS, order='F') % 4
blocks = np.zeros((8, 9, 11), np.int16)
blocks[1:7:2, 0:8:2, 0:10:2] = labels
nib.save(nib.Nifti1Image(labels.astype(np.int16), AFFINE), 'atlas.nii.gz')
nib.save(nib.Nifti1Image(blocks, fine), 'atlas_fine.nii.gz')

turns = (np.arange(60) % 4).astype(np.float32)
nib.save(cifti2.Cifti2Image(turns[None], (cifti2.ScalarAxis(['atlas']), models)), 'atlas.dscalar.nii')
keys = {0: ('???', (0, 0, 0, 0)), **{k: (f'region {k}', (1, 0, 0, 1)) for k in (1, 2, 3)}}
nib.save(cifti2.Cifti2Image(turns[None], (cifti2.LabelAxis(['atlas'], [keys]), models)), 'atlas.dlabel.nii')
nib.save(nib.gifti.GiftiImage(darrays=[nib.gifti.GiftiDataArray(turns[:32].astype(np.int32), 'NIFTI_INTENT_LABEL')]), 'atlas_hemi-L.label.gii')
for half, first, last in (('L', 0, 32), ('R', 32, 60)):
    nib.save(nib.gifti.GiftiImage(darrays=[nib.gifti.GiftiDataArray(turns[first:last])]), f'atlas_hemi-{half}.shape.gii')

table('labels_files.tsv', ['trial_type', 'run'], [(f'pictures/{w}_01.png', r) for w, r in zip(words, runs)])
table('names.tsv', ['stim_file', 'word'], [(f'pictures/{w}_01.png', w) for w in WORDS])
