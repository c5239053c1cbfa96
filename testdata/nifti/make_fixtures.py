"""Makes the NIfTI files of this folder with nibabel, and expected.json with what nibabel and numpy say of them.

Run in this folder: python3 make_fixtures.py
"""
import gzip
import json

import nibabel as nib
import numpy as np
from nibabel.nifti1 import Nifti1Extension, Nifti1Header, Nifti1Image, Nifti1Pair
from nibabel.nifti2 import Nifti2Header, Nifti2Image

expected = {}


def numbers(array):
    return [repr(v.item()) if isinstance(v, np.generic) else repr(v) for v in np.ravel(array, order='F')]


def describe(name, image, stored):
    again = nib.load(name)
    header = again.header
    slope, inter = again.dataobj.slope, again.dataobj.inter
    expected[name] = {
        'version': 2 if isinstance(header, Nifti2Header) else 1,
        'order': 'LITTLE_ENDIAN' if header.endianness == '<' else 'BIG_ENDIAN',
        'dims': list(again.shape),
        'datatype': header.get_data_dtype().name.upper(),
        'affine': again.affine.tolist(),
        'qformCode': int(header['qform_code']),
        'sformCode': int(header['sform_code']),
        'slope': float(slope),
        'inter': float(inter),
        'pixdim': [float(v) for v in header['pixdim']],
        'intentCode': int(header['intent_code']),
        'intentName': header['intent_name'].item().decode(),
        'intentP': [float(header[f'intent_p{i}']) for i in (1, 2, 3)],
        'xyztUnits': int(header['xyzt_units']),
        'calMin': float(header['cal_min']),
        'calMax': float(header['cal_max']),
        'descrip': header['descrip'].item().decode(),
        'auxFile': header['aux_file'].item().decode(),
        'toffset': float(header['toffset']),
        'slices': [int(header['dim_info']), int(header['slice_start']), int(header['slice_end']),
                   int(header['slice_code']), float(header['slice_duration'])],
        'extensions': [[int(e.get_code()), e.get_content().hex()] for e in header.extensions],
        'stored': numbers(stored),
        'values': numbers(np.asarray(again.get_fdata())),
    }


def affine(steps, origin, angles=(0, 0, 0)):
    a, b, c = angles
    rx = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    ry = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    rz = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    matrix = np.eye(4)
    matrix[:3, :3] = rz @ ry @ rx @ np.diag(steps)
    matrix[:3, 3] = origin
    return matrix


MNI = affine((-3.125, 3.125, 6), (78.125, -112.5, -48))

# Big-endian int16 with scaling and every descriptive field filled.
stored = np.arange(-30, 30, dtype='>i2').reshape((3, 4, 5), order='F') * 7
header = Nifti1Header(endianness='>')
header.set_data_dtype('>i2')
image = Nifti1Image(stored, MNI, header)
header = image.header
header.set_xyzt_units('mm', 'sec')
header.set_intent('t test', (58,), name='celery')
header.set_dim_info(freq=1, phase=0, slice=2)
header['slice_start'], header['slice_end'], header['slice_code'], header['slice_duration'] = 1, 4, 3, 0.25
header['toffset'] = 1.5
header['cal_min'], header['cal_max'] = -4, 4
header['descrip'], header['aux_file'] = b'big-endian, scaled', b'lut.txt'
image.set_sform(MNI, 4)
image.set_qform(MNI, 1)
header.set_slope_inter(0.5, 10)
nib.save(image, 'big_endian_scaled.nii')
# nibabel rescales on saving: write the stored numbers themselves.
raw = bytearray(open('big_endian_scaled.nii', 'rb').read())
raw[112:120] = np.array([0.5, 10], '>f4').tobytes()
raw[352:] = stored.astype('>i2').tobytes(order='F')
open('big_endian_scaled.nii', 'wb').write(raw)
describe('big_endian_scaled.nii', image, stored)

# NIfTI-2, gzipped, float64 with values that float32 does not have, NaN and infinity among them.
stored = (np.arange(24) / 7.0).reshape((2, 3, 4), order='F')
stored[0, 0, 0], stored[1, 2, 3] = np.nan, -np.inf
image = Nifti2Image(stored, None)
image.set_sform(MNI, 4)
image.header['descrip'] = b'NIfTI-2'
open('nifti2_float64.nii.gz', 'wb').write(gzip.compress(image.to_bytes(), mtime=0))
describe('nifti2_float64.nii.gz', image, stored)

# NIfTI-2, big-endian, uint64 beyond what int64 and double hold.
stored = np.array([0, 1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1], '>u8').reshape((3, 2, 1), order='F')
header = Nifti2Header(endianness='>')
header.set_data_dtype('>u8')
image = Nifti2Image(stored, np.eye(4), header, dtype='>u8')
image.to_filename('nifti2_big_endian_uint64.nii')
describe('nifti2_big_endian_uint64.nii', image, stored)

# Only a qform: an oblique, left-handed grid.
stored = np.arange(24, dtype=np.uint8).reshape((4, 3, 2), order='F') * 10
oblique = affine((2, 2.5, -3), (-10, 20, 30.5), (0.3, -0.2, 2.9))
image = Nifti1Image(stored, None, dtype=np.uint8)
image.set_qform(oblique, 1)
image.set_sform(None, 0)
nib.save(image, 'qform_only.nii')
describe('qform_only.nii', image, stored)

# Neither form: the voxel sizes alone.
stored = np.arange(-12, 12, dtype=np.int8).reshape((4, 3, 2), order='F')
image = Nifti1Image(stored, None, dtype=np.int8)
image.header.set_zooms((2, 3, 4))
image.header['qform_code'] = image.header['sform_code'] = 0
nib.save(image, 'no_forms.nii')
describe('no_forms.nii', image, stored)

# Two extensions.
stored = np.arange(8, dtype=np.int32).reshape((2, 2, 2), order='F') * -100000
image = Nifti1Image(stored, MNI, dtype=np.int32)
image.header.extensions.append(Nifti1Extension('comment', b'made by hand'))
image.header.extensions.append(Nifti1Extension(40, bytes(range(24))))
nib.save(image, 'extensions.nii')
describe('extensions.nii', image, stored)

# Five dimensions: vectors over time.
stored = np.linspace(-1, 1, 2 * 3 * 2 * 2 * 3, dtype=np.float32).reshape((2, 3, 2, 2, 3), order='F')
image = Nifti1Image(stored, MNI)
image.header.set_intent('vector', (), name='shift')
image.header.set_zooms((3.125, 3.125, 6, 2.5, 1))
nib.save(image, 'five_dimensions.nii')
describe('five_dimensions.nii', image, stored)

# A pair of files.
stored = np.arange(12, dtype=np.uint16).reshape((3, 2, 2), order='F') * 5000
image = Nifti1Pair(stored, MNI)
nib.save(image, 'pair.hdr')
describe('pair.hdr', image, stored)

# Sound, but not for us: complex numbers.
nib.save(Nifti1Image(np.full((2, 2, 2), 1 + 2j, np.complex64), np.eye(4)), 'complex64.nii')

with open('expected.json', 'w') as out:
    json.dump(expected, out, indent=1)
    out.write('\n')
