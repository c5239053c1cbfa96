"""Makes the files of this folder: a tiny participant in many layouts, and files that claim what they do not hold.

Run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10, h5py 3.7): python3 make_fixtures.py
The participant: word w (0 bear, 1 cat, 2 saw) in epoch e (1, 2) has 100 w + 10 e + v + 0.25 in voxel v (0..3).
"""
import os
import sys

import h5py
import numpy as np
import scipy.io

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'analysis'))
sys.dont_write_bytecode = True

import mat_files
from mat5_bytes import CELL, CHAR, DOUBLE_CLASS, DOUBLE, UINT16, Mat5

WORDS = ['bear', 'cat', 'saw']
CATEGORIES = ['animal', 'animal', 'tool']
COORDS = [(1, 1, 1), (3, 2, 1), (2, 1, 2), (3, 2, 2)]
ORDER = [(2, 2), (0, 1), (1, 1), (0, 2), (2, 1), (1, 2)]       # (word, epoch) of each trial, shuffled


def values(word, epoch):
    return [100 * word + 10 * epoch + v + 0.25 for v in range(4)]


PARTICIPANT = {'study': 'tiny', 'subject': 'P0', 'dims': (3, 2, 2), 'coords': np.array(COORDS),
               'categories': ['animal', 'tool'],
               'trials': [(WORDS[w], CATEGORIES[w], e, values(w, e)) for w, e in ORDER]}


def path(name):
    return os.path.join(HERE, name)


def write(name, content):
    with open(path(name), 'wb') as file:
        file.write(content)


# ---- MATLAB v5 ------------------------------------------------------------------------------------------------------

def info(mat, name='info'):
    return mat.struct([{'cond': mat.text(CATEGORIES[w]), 'word': mat.text(WORDS[w]), 'epoch': mat.double([[e]])}
                       for w, e in ORDER], name)


def data(mat, name='data'):
    return mat.cell([mat.double([values(w, e)]) for w, e in ORDER], name)


def meta(mat):
    return mat.struct([{'study': mat.text('tiny'), 'nvoxels': mat.double([[4]]), 'dimx': mat.double([[3]]),
                        'dimy': mat.double([[2]]), 'dimz': mat.double([[2]]),
                        'colToCoord': mat.double(COORDS)}], 'meta')


def good_v5():
    little, big = Mat5('<'), Mat5('>')
    write('v5-big-endian.mat', big.file([info(big), data(big), meta(big)]))
    write('v5-big-endian-compressed.mat', big.file([info(big), data(big), meta(big)], compress=True))
    write('v5-bytes.mat', little.file([info(little), data(little), meta(little)], compress=True))
    for name in ('v5-big-endian.mat', 'v5-big-endian-compressed.mat', 'v5-bytes.mat'):
        read = scipy.io.loadmat(path(name))                     # scipy must agree that these are right
        assert [list(cell[0][0]) for cell in read['data']] == [values(w, e) for w, e in ORDER], name
        assert [row['word'][0] for row in read['info'][0]] == [WORDS[w] for w, _ in ORDER], name
        assert read['meta'][0, 0]['colToCoord'].tolist() == [list(c) for c in COORDS], name
    content = {'info': np.array([[(CATEGORIES[w], WORDS[w], float(e)) for w, e in ORDER]],
                                dtype=[('cond', object), ('word', object), ('epoch', object)]),
               'data': np.array([values(w, e) for w, e in ORDER]), 'meta': mat_files.meta(PARTICIPANT)}
    for name, compress in (('v5-matrix.mat', False), ('v5-matrix-compressed.mat', True)):
        scipy.io.savemat(path(name), content, do_compression=compress, oned_as='row')
        with open(path(name), 'r+b') as file:                   # scipy writes the date here
            file.write(mat_files.V5_HEADER.ljust(116).encode('ascii'))


def claims_v5():
    """Files of some hundred bytes that claim gigabytes; `data` is the liar, or a part of it."""
    mat = Mat5()
    numbers = mat.element(DOUBLE, mat.pack('d', 1, 2))
    deep = mat.double([[1]])
    for _ in range(5000):
        deep = mat.cell([deep])
    lies = {
        'cells': mat.cell([mat.double([[1]])], 'data', dims=(1 << 30, 1)),
        'cells-overflow': mat.cell([mat.double([[1]])], 'data', dims=(65536, 65536)),
        'cells-negative': mat.cell([mat.double([[1]])], 'data', dims=(-1, -1)),
        'fields': mat.struct([{'a': mat.double([[1]])}], 'data', dims=(1, 1 << 29)),
        'numbers': mat.array(DOUBLE_CLASS, (1, 1 << 27), 'data', [mat.element(DOUBLE, bytes(16), claim=1 << 30)]),
        'numbers-dims': mat.array(DOUBLE_CLASS, (1 << 15, 1 << 15), 'data', [numbers]),
        'dimensions': mat.cell([mat.double([[1]])], 'data', dims_claim=0x7ffffff0),
        'dimensions-negative': mat.cell([mat.double([[1]])], 'data', dims_claim=0xfffffff0),
        'name': mat.cell([mat.double([[1]])], 'data', name_claim=0x7ffffff0),
        'letters': mat.array(CHAR, (1, 1 << 30), 'data', [mat.element(UINT16, b'')]),
        'variable': mat.cell([mat.double([[1]])], 'data', claim=0x7ffffff0),
        'end': data(mat) + bytes(16),
        'deep': mat.cell([deep], 'data'),
        'no-rows': mat.array(DOUBLE_CLASS, (1 << 30, 0), 'data', [mat.element(DOUBLE, b'')]),
    }
    for name, liar in lies.items():
        if name not in ('deep', 'end'):   # long when it is not compressed
            write('claims-%s.mat' % name, mat.file([info(mat), liar, meta(mat)]))
        write('claims-%s-compressed.mat' % name, mat.file([info(mat), liar, meta(mat)], compress=True))


# ---- MATLAB v7.3 ----------------------------------------------------------------------------------------------------

def change(name, *changes):
    """The participant as v7.3, then changes to its HDF5 objects."""
    mat_files.write_v73(path(name), PARTICIPANT)
    with h5py.File(path(name), 'r+') as file:
        for one in changes:
            one(file)


def replace(name, values, matlab_class='double', **options):
    def apply(file):
        del file[name]
        item = file.create_dataset(name, data=values, **options)
        item.attrs['MATLAB_class'] = np.bytes_(matlab_class)
    return apply


def claim(shape, **options):
    """A dataset whose space on disk was never taken."""
    def apply(file):
        del file['data']
        file.create_dataset('data', shape=shape, dtype='f8', **options).attrs['MATLAB_class'] = np.bytes_('double')
    return apply


def delete(name):
    def apply(file):
        del file[name]
    return apply


def group(name):
    def apply(file):
        del file[name]
        file.create_group(name).attrs['MATLAB_class'] = np.bytes_('struct')
    return apply


def trial(number, values, matlab_class='double'):
    def apply(file):
        item = file['#refs#'].create_dataset('changed', data=values)
        item.attrs['MATLAB_class'] = np.bytes_(matlab_class)
        file['data'][0, number] = item.ref
    return apply


def to_a_group(file):
    file['data'][0, 2] = file['meta'].ref


def v73():
    matrix = np.array([values(w, e) for w, e in ORDER]).T       # dimensions come reversed
    complex_row = np.array([[(1.0, 2.0)]] * 4, dtype=[('real', 'f8'), ('imag', 'f8')])
    change('v73.mat')
    change('v73-matrix.mat', replace('data', matrix))
    change('v73-matrix-chunked.mat', replace('data', matrix.astype('f4'), 'single', chunks=(2, 4), compression='gzip'))
    change('v73-bad-no-data.mat', delete('data'))
    change('v73-bad-no-info.mat', delete('info'))
    change('v73-bad-struct-data.mat', group('data'))
    change('v73-bad-cube.mat', replace('data', np.zeros((2, 2, 2))))
    change('v73-bad-matrix-info.mat', replace('info', matrix))
    change('v73-bad-complex.mat', trial(2, complex_row))
    change('v73-bad-short-trial.mat', trial(2, np.zeros((3, 1))))
    change('v73-bad-group-trial.mat', to_a_group)
    change('v73-bad-five-trials.mat', shorter)
    change('v73-bad-numeric-word.mat', numeric_word)
    change('claims-v73-contiguous.mat', claim((4, 1 << 31)))
    change('claims-v73-chunked.mat', claim((1 << 20, 1 << 20), chunks=(1, 6), compression='gzip'))
    change('claims-v73-large-chunks.mat', claim((1 << 14, 1 << 14), chunks=(1 << 13, 1 << 13), compression='gzip'))


def shorter(file):
    references = file['data'][:, :5]
    replace('data', references, 'cell', dtype=h5py.ref_dtype)(file)


def numeric_word(file):
    item = file['#refs#'].create_dataset('number', data=np.array([[7.0]]))
    item.attrs['MATLAB_class'] = np.bytes_('double')
    file['info/word'][3, 0] = item.ref


if __name__ == '__main__':
    good_v5()
    claims_v5()
    v73()
