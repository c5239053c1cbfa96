"""Writes a participant in the CMU layout: MATLAB v5 through scipy, and v7.3 (HDF5) the way MATLAB lays it out.

A participant here is a dict: trials = list of (word, category, epoch, values), coords = voxels x 3 (1-based i j k),
dims, study, subject, categories = category names in the order that cond_number counts them.
"""
import h5py
import numpy as np
import scipy.io

V5_HEADER = 'MATLAB 5.0 MAT-file, made by testdata/analysis/make_fixtures.py'
V73_HEADER = ('MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Mon Jan  1 00:00:00 2024'
              ' HDF5 schema 1.00 .')


def info_rows(participant):
    """One dict a trial, with the numbers that CMU's files carry beside the names."""
    words_of = {c: sorted({t[0] for t in participant['trials'] if t[1] == c}) for c in participant['categories']}
    return [{'cond': category, 'cond_number': float(participant['categories'].index(category) + 1), 'word': word,
             'word_number': float(words_of[category].index(word) + 1), 'epoch': float(epoch)}
            for word, category, epoch, _ in participant['trials']]


def meta(participant):
    coords, dims = participant['coords'], participant['dims']
    coord_to_col = np.zeros(dims)
    for column, (i, j, k) in enumerate(coords):
        coord_to_col[i - 1, j - 1, k - 1] = column + 1
    return {'study': participant['study'], 'subject': participant['subject'],
            'ntrials': float(len(participant['trials'])), 'nvoxels': float(len(coords)),
            'dimx': float(dims[0]), 'dimy': float(dims[1]), 'dimz': float(dims[2]),
            'colToCoord': coords.astype(float), 'coordToCol': coord_to_col}


def write_v5(path, participant):
    rows = info_rows(participant)
    info = np.empty((1, len(rows)), dtype=[(field, object) for field in rows[0]])
    for t, row in enumerate(rows):
        info[0, t] = tuple(row.values())
    data = np.empty((len(rows), 1), dtype=object)
    for t, trial in enumerate(participant['trials']):
        data[t, 0] = np.asarray(trial[3], float).reshape(1, -1)
    scipy.io.savemat(path, {'info': info, 'data': data, 'meta': meta(participant)},
                     do_compression=True, oned_as='row')
    with open(path, 'r+b') as file:       # scipy writes the date here: the same input gives the same bytes
        file.write(V5_HEADER.ljust(116).encode('ascii'))


class Matlab73:
    """An HDF5 file with MATLAB's conventions; README.md beside this file spells them out."""

    LETTERS = 'abcdefghijklmnopqrstuvwxyz'

    def __init__(self, path):
        self.path = path
        self.file = h5py.File(path, 'w', userblock_size=512, libver='earliest')
        self.refs = self.file.create_group('#refs#')
        empty = self.refs.create_dataset('a', data=np.zeros(2, np.uint64))   # MATLAB's first reference is this
        self.describe(empty, 'canonical empty', None)
        empty.attrs['MATLAB_empty'] = np.uint8(1)
        self.count = 1

    def close(self):
        self.file.close()
        with open(self.path, 'r+b') as file:
            file.write(V73_HEADER.ljust(116).encode('ascii') + bytes(8) + b'\x00\x02IM')

    @staticmethod
    def describe(item, matlab_class, place):
        item.attrs['MATLAB_class'] = np.bytes_(matlab_class)
        if place:
            item.attrs['H5PATH'] = np.bytes_(place)

    def value(self, group, name, value, place=None):
        """A string, number or array as one dataset: its dimensions come reversed."""
        if isinstance(value, str):
            item = group.create_dataset(name, data=np.array([[ord(c)] for c in value], np.uint16))
            self.describe(item, 'char', place)
            item.attrs['MATLAB_int_decode'] = np.int32(2)
            return item
        array = np.atleast_2d(np.asarray(value, float)).T
        packed = {'chunks': array.shape, 'compression': 'gzip', 'compression_opts': 3} if array.size > 100 else {}
        item = group.create_dataset(name, data=array, **packed)
        self.describe(item, 'double', place)
        return item

    def reference(self, value):
        name, n = '', self.count
        while True:
            name, n = self.LETTERS[n % 26] + name, n // 26 - 1
            if n < 0:
                break
        self.count += 1
        return self.value(self.refs, name, value, '/#refs#/' + name).ref

    def references(self, group, name, values, shape):
        item = group.create_dataset(name, shape, dtype=h5py.ref_dtype)
        flat = np.empty(len(values), dtype=h5py.ref_dtype)
        for n, value in enumerate(values):
            flat[n] = self.reference(value)
        item[...] = flat.reshape(shape)
        return item

    def struct(self, name, fields):
        group = self.file.create_group(name)
        self.describe(group, 'struct', None)
        names = np.empty(len(fields), dtype=object)
        for n, field in enumerate(fields):
            names[n] = np.array([c.encode('ascii') for c in field], 'S1')
        group.attrs.create('MATLAB_fields', names, dtype=h5py.vlen_dtype(np.dtype('S1')))
        return group

    def struct_array(self, name, rows):
        """1 x N struct array: a group; each field a dataset of N x 1 references without a MATLAB_class of its own."""
        group = self.struct(name, list(rows[0]))
        for field in rows[0]:
            self.references(group, field, [row[field] for row in rows], (len(rows), 1))

    def scalar_struct(self, name, fields):
        group = self.struct(name, list(fields))
        for field, value in fields.items():
            self.value(group, field, value, '/' + name)

    def cell_column(self, name, values):
        """N x 1 cell array: a dataset of 1 x N references with MATLAB_class cell."""
        self.describe(self.references(self.file, name, values, (1, len(values))), 'cell', None)


def write_v73(path, participant):
    file = Matlab73(path)
    file.struct_array('info', info_rows(participant))
    file.cell_column('data', [np.asarray(t[3], float).reshape(1, -1) for t in participant['trials']])
    file.scalar_struct('meta', meta(participant))
    file.close()
