"""Makes contents/: one participant in every layout that people save, sound and wrong, each as MATLAB v5 and as v7.3.

Run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10, h5py 3.7): python3 make_contents.py
The participant: word w (0 bear, 1 cat) in epoch e (1, 2) has 100 w + 10 e + v + 0.25 in voxel v (0..3). A content is described
once, as a tree of the classes below; v5 is written of it by scipy.io.savemat (element by element where scipy cannot), v7.3 by
h5py. contents.json says what each must give: the images of the words, or what is complained of, the same in both formats.
"""
import json
import os
import sys

import h5py
import numpy as np
import scipy.io
import scipy.sparse

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, 'contents')
sys.path.insert(0, os.path.join(HERE, '..', 'analysis'))
sys.dont_write_bytecode = True

import mat_files
from mat5_bytes import Mat5

WORDS, CATEGORIES = ['bear', 'cat'], ['animal', 'pet']
ORDER = [(1, 2), (0, 1), (1, 1), (0, 2)]                        # (word, epoch) of each trial, shuffled
COORDS = [(1, 1, 1), (3, 2, 1), (2, 1, 2), (3, 2, 2)]


def values(word, epoch):
    return [100 * word + 10 * epoch + v + 0.25 for v in range(4)]


# ---- a content -------------------------------------------------------------------------------------------------------

class Num:
    """Numbers: an array as MATLAB shows it."""
    def __init__(self, array, kind='double'):
        self.array, self.kind = np.atleast_2d(np.asarray(array)), kind


class Char:
    """Letters: rows of text, filled up to the longest by `pad`; or one column of letters."""
    def __init__(self, *rows, pad=' ', column=False):
        length = max([len(r) for r in rows], default=0)
        self.letters = np.array([[ord(c) for c in r.ljust(length, pad)] for r in rows], np.uint16).reshape(len(rows), length)
        self.letters = self.letters.T if column else self.letters


class Cell:
    def __init__(self, items, row=False):
        self.items, self.dims = list(items), (1, len(items)) if row else (len(items), 1)


class Struct:
    """Rows of fields: one is a scalar struct."""
    def __init__(self, *rows, column=False):
        self.rows, self.dims = rows, (len(rows), 1) if column else (1, len(rows))


class Sparse:
    def __init__(self, array):
        self.array = np.atleast_2d(np.asarray(array, float))


class Complex:
    def __init__(self, array):
        self.array = np.atleast_2d(np.asarray(array, float)) * (1 + 1j)


class Handle:
    """A function handle, @sin."""


class Object:
    """An object of a class of MATLAB's or of a user's: what is in it lies elsewhere in the file."""
    def __init__(self, class_name):
        self.class_name = class_name


NUMPY = {'double': 'f8', 'single': 'f4', 'logical': 'u1', 'int8': 'i1', 'int16': 'i2', 'int32': 'i4', 'int64': 'i8',
         'uint8': 'u1', 'uint16': 'u2', 'uint32': 'u4', 'uint64': 'u8'}


# ---- MATLAB v5 -------------------------------------------------------------------------------------------------------

def to_numpy(value):
    """What scipy.io.savemat makes the same content of."""
    if isinstance(value, Num):
        return value.array.astype(bool if value.kind == 'logical' else NUMPY[value.kind])
    if isinstance(value, Char):
        if value.letters.size == 0:
            return np.array('')
        return np.array([''.join(map(chr, row)) for row in value.letters])
    if isinstance(value, Cell):
        cell = np.empty(value.dims, dtype=object)
        for n, item in enumerate(value.items):
            cell.flat[n] = to_numpy(item)
        return cell
    if isinstance(value, Struct):
        array = np.empty(value.dims, dtype=[(f, object) for f in (value.rows[0] if value.rows else {'word': 0})])
        for n, row in enumerate(value.rows):
            array.flat[n] = tuple(to_numpy(v) for v in row.values())
        return array
    if isinstance(value, Sparse):
        return scipy.sparse.csc_matrix(value.array)
    return value.array


def special(value):
    """Whether scipy cannot write it."""
    parts = value.items if isinstance(value, Cell) else [v for row in value.rows for v in row.values()] if isinstance(value, Struct) else []
    return isinstance(value, (Handle, Object)) or any(special(part) for part in parts)


def to_bytes(mat, value, name=''):
    if isinstance(value, Num):
        return mat.double(value.array.tolist(), name)
    if isinstance(value, Char):
        return mat.letters(value.letters, name)
    if isinstance(value, Cell):
        return mat.cell([to_bytes(mat, v) for v in value.items], name, dims=value.dims)
    if isinstance(value, Struct):
        return mat.struct([{f: to_bytes(mat, v) for f, v in row.items()} for row in value.rows], name, dims=value.dims)
    if isinstance(value, Handle):
        return mat.handle(name)
    return mat.opaque(value.class_name, name)


def write_v5(path, variables, order='<', compress=False):
    if order == '>' or any(special(v) for v in variables.values()):
        mat = Mat5(order)
        with open(path, 'wb') as file:
            file.write(mat.file([to_bytes(mat, v, name) for name, v in variables.items()], compress))
        return
    scipy.io.savemat(path, {name: to_numpy(v) for name, v in variables.items()}, do_compression=compress, oned_as='column')
    with open(path, 'r+b') as file:                              # scipy writes the date here
        file.write(mat_files.V5_HEADER.ljust(116).encode('ascii'))


# ---- MATLAB v7.3 -----------------------------------------------------------------------------------------------------

class File73(mat_files.Matlab73):
    """As MATLAB lays it out: dimensions reversed; see mat_files.py."""

    def put(self, group, name, value):
        if isinstance(value, Num):
            if value.array.size == 0:
                return self.empty(group, name, value.kind, value.array.shape)
            item = group.create_dataset(name, data=value.array.astype(NUMPY[value.kind]).T)
            self.describe(item, value.kind, None)
            if value.kind == 'logical':
                item.attrs['MATLAB_int_decode'] = np.int32(1)
        elif isinstance(value, Char):
            if value.letters.size == 0:
                return self.empty(group, name, 'char', (0, 0))
            item = group.create_dataset(name, data=value.letters.T)
            self.describe(item, 'char', None)
            item.attrs['MATLAB_int_decode'] = np.int32(2)
        elif isinstance(value, Cell):
            item = self.refs_of(group, name, value.items, value.dims)
            self.describe(item, 'cell', None)
        elif isinstance(value, Struct):
            if not value.rows:
                return self.empty(group, name, 'struct', (0, 0))
            item = group.create_group(name)
            self.describe(item, 'struct', None)
            for field in value.rows[0]:
                if len(value.rows) == 1:
                    self.put(item, field, value.rows[0][field])
                else:                                            # an array: references without a class of their own
                    self.refs_of(item, field, [row[field] for row in value.rows], value.dims)
        elif isinstance(value, Sparse):
            item = group.create_group(name)
            self.describe(item, 'double', None)
            item.attrs['MATLAB_sparse'] = np.uint64(value.array.shape[0])
            matrix = scipy.sparse.csc_matrix(value.array)
            for part, numbers in (('data', matrix.data), ('ir', matrix.indices.astype('u8')), ('jc', matrix.indptr.astype('u8'))):
                item.create_dataset(part, data=numbers)
        elif isinstance(value, Complex):
            pairs = np.empty(value.array.T.shape, dtype=[('real', 'f8'), ('imag', 'f8')])
            pairs['real'], pairs['imag'] = value.array.T.real, value.array.T.imag
            item = group.create_dataset(name, data=pairs)
            self.describe(item, 'double', None)
        elif isinstance(value, Handle):
            item = group.create_group(name)
            self.describe(item, 'function_handle', None)
            item.attrs['MATLAB_object_decode'] = np.int32(1)
        else:
            item = group.create_dataset(name, data=np.array([[0xdd000000, 2, 1, 1, 1, 1]], np.uint32))
            self.describe(item, value.class_name, None)
            item.attrs['MATLAB_object_decode'] = np.int32(3)
        return item

    def empty(self, group, name, kind, shape):
        item = group.create_dataset(name, data=np.array(shape, np.uint64))
        self.describe(item, kind, None)
        item.attrs['MATLAB_empty'] = np.uint8(1)
        return item

    def refs_of(self, group, name, items, dims):
        flat = np.empty(len(items), dtype=h5py.ref_dtype)
        for n, item in enumerate(items):
            self.count += 1
            flat[n] = self.put(self.refs, 'r%d' % self.count, item).ref
        item = group.create_dataset(name, dims[::-1], dtype=h5py.ref_dtype)
        if items:
            item[...] = flat.reshape(dims[::-1])
        return item


def write_v73(path, variables):
    file = File73(path)
    for name, value in variables.items():
        file.put(file.file, name, value)
    file.close()


# ---- the cases -------------------------------------------------------------------------------------------------------

def row(w, e, **changes):
    fields = {'cond': Char(CATEGORIES[w]), 'word': Char(WORDS[w]), 'epoch': Num([[e]])}
    fields.update(changes)
    return {field: value for field, value in fields.items() if value is not None}


def rows(**changes):
    return [row(w, e, **{f: (c(w, e) if callable(c) else c) for f, c in changes.items()}) for w, e in ORDER]


def columns(**changes):
    fields = {'word': Cell([Char(WORDS[w]) for w, _ in ORDER]), 'cond': Cell([Char(CATEGORIES[w]) for w, _ in ORDER]),
              'epoch': Num([[e] for _, e in ORDER])}
    fields.update(changes)
    return Struct({f: v for f, v in fields.items() if v is not None})


META = {'study': Char('tiny'), 'nvoxels': Num([[4]]), 'dimx': Num([[3]]), 'dimy': Num([[2]]), 'dimz': Num([[2]]),
        'colToCoord': Num(COORDS)}
DATA = Cell([Num([values(w, e)]) for w, e in ORDER])
MATRIX = np.array([values(w, e) for w, e in ORDER])


def content(info=None, data=None, meta=None):
    return {'info': info or Struct(*rows()), 'data': data or DATA, 'meta': meta or Struct(META)}


def with_trial(number, value):
    return Cell([value if t == number else item for t, item in enumerate(DATA.items)])


def images(change=lambda x: x):
    return {WORDS[w]: [[change(x) for x in values(w, e)] for e in (1, 2)] for w in (0, 1)}


def in_file_order():
    order = {w: [e for word, e in ORDER if word == w] for w in (0, 1)}
    return {WORDS[w]: [values(w, e) for e in order[w]] for w in (0, 1)}


def typed(kind):
    return Cell([Num(np.array([values(w, e)]).astype(NUMPY[kind]), kind) for w, e in ORDER])


SOUND = {
    'struct-row': content(),
    'struct-column': content(Struct(*rows(), column=True)),
    'struct-of-cells': content(columns()),
    'struct-of-cells-in-rows': content(columns(
        word=Cell([Char(WORDS[w]) for w, _ in ORDER], row=True), epoch=Num([[e for _, e in ORDER]]))),
    'struct-of-cells-epochs-too': content(columns(epoch=Cell([Num([[e]]) for _, e in ORDER]))),
    'struct-of-letters': content(columns(word=Char(*[WORDS[w] for w, _ in ORDER]), cond=Char(*[CATEGORIES[w] for w, _ in ORDER]))),
    'struct-of-letters-zeros': content(columns(word=Char(*[WORDS[w] for w, _ in ORDER], pad='\0'))),
    'struct-of-cells-int-epochs': content(columns(epoch=Num([[e] for _, e in ORDER], 'int32'))),
    'struct-of-cells-in-a-cell': content(Cell([columns()])),
    'cell-of-structs': content(Cell([Struct(r) for r in rows()], row=True)),
    'struct-in-a-cell': content(Cell([Struct(*rows())])),
    'words-in-cells': content(Struct(*rows(word=lambda w, e: Cell([Char(WORDS[w])]), cond=lambda w, e: Cell([Cell([Char(CATEGORIES[w])])])))),
    'cells-in-cells': content(columns(word=Cell([Cell([Char(WORDS[w])]) for w, _ in ORDER]))),
    'words-padded': content(Struct(*rows(word=lambda w, e: Char(WORDS[w] + '   ')))),
    'words-down-a-column': content(Struct(*rows(word=lambda w, e: Char(WORDS[w], column=True)))),
    'more-fields': content(Struct(*rows(word_number=lambda w, e: Num([[w]]), code=Sparse([[1, 0]]), extra=Complex([[1]])))),
    'data-columns': content(data=Cell([Num(np.array([values(w, e)]).T) for w, e in ORDER])),
    'data-row-of-cells': content(data=Cell(DATA.items, row=True)),
    'data-in-cells': content(data=Cell([Cell([item]) for item in DATA.items])),
    'data-cell-in-a-cell': content(data=Cell([DATA])),
    'data-matrix': content(data=Num(MATRIX)),
    'data-matrix-single': content(data=Num(MATRIX, 'single')),
    'data-matrix-between': content(data=Num(MATRIX.reshape(4, 1, 4))),
    'data-single': content(data=typed('single')),
    'meta-in-a-cell': content(meta=Cell([Struct(META)])),
    'meta-ints': content(meta=Struct({**META, 'nvoxels': Num([[4]], 'uint8'), 'colToCoord': Num(COORDS, 'int16')})),
}

OTHER = {
    'data-int16': (content(data=typed('int16')), {'images': images(int)}),
    'data-int8': (content(data=typed('int8')), {'images': images(lambda x: int(np.array(x).astype('i8').astype('i1')))}),
    'data-uint32': (content(data=typed('uint32')), {'images': images(int)}),
    'data-int64': (content(data=typed('int64')), {'images': images(int)}),
    'data-logical': (content(data=Cell([Num([[w, e - 1, 1, 0]], 'logical') for w, e in ORDER])),
                     {'images': {WORDS[w]: [[w, e - 1, 1, 0] for e in (1, 2)] for w in (0, 1)}}),
    'no-epochs': (content(Struct(*rows(epoch=None))), {'images': in_file_order()}),
    'empty-epochs': (content(Struct(*rows(epoch=Num(np.zeros((0, 0)))))), {'images': in_file_order()}),
    'no-categories': (content(Struct(*rows(cond=None))), {'categories': ['', '']}),
    'empty-categories': (content(Struct(*rows(cond=Char()))), {'categories': ['', '']}),
    'numeric-categories': (content(Struct(*rows(cond=lambda w, e: Num([[w]])))),
                           {'categories': ['', ''], 'note': 'info.cond is no text in 4 of 4 trials: their words have no category (a table of words and categories gives them'}),
    'accents': (content(Struct(*rows(word=lambda w, e: Char(['caf\u00e9', '\u732b'][w])))), {'words': ['caf\u00e9', '\u732b']}),
    'no-meta': ({'info': Struct(*rows()), 'data': DATA}, {'note': 'no meta.colToCoord in the file'}),
    'empty-meta': (content(meta=Num(np.zeros((0, 0)))), {'note': 'no meta.colToCoord in the file'}),
}

WRONG = {
    'coordinates-lie': (content(meta=Struct({**META, 'colToCoord': Num(np.array(COORDS).T)})),
                        'meta.colToCoord is 3 x 4: transpose it'),
    'coordinates-sparse': (content(meta=Struct({**META, 'colToCoord': Sparse(COORDS)})),
                           'meta.colToCoord is sparse: save full(meta.colToCoord)'),
    'coordinates-text': (content(meta=Struct({**META, 'colToCoord': Char('none')})),
                         'meta.colToCoord is a char array of 2 dimensions where a matrix of numbers is expected'),
    'coordinates-wide': (content(meta=Struct({**META, 'colToCoord': Num(np.ones((4, 60)))})),
                         'meta.colToCoord is 4 x 60 where a row (i, j, k) a voxel is expected'),
    'data-sparse': (content(data=Sparse(MATRIX)), 'data is sparse: save full(data)'),
    'trial-sparse': (content(data=with_trial(2, Sparse([values(0, 1)]))), 'trial 3: data{3} is sparse: save full(data{3})'),
    'data-complex': (content(data=Complex(MATRIX)),
                     'data is a complex double array of 2 dimensions where real numbers are expected: save real(data)'),
    'trial-complex': (content(data=with_trial(2, Complex([values(0, 1)]))),
                      'trial 3: data holds a complex double array of 2 dimensions where real numbers are expected: save real(data{3})'),
    'data-handle': (content(data=Handle()), 'data is a function handle: save its value'),
    'trial-handle': (content(data=with_trial(1, Handle())), 'trial 2: data holds a function handle: save its value'),
    'data-table': (content(data=Object('table')),
                   "data is an object of MATLAB's class table: save table2struct(data), or table2array(data) for numbers"),
    'data-text': (content(data=Char('numbers')), 'data is a char array of 2 dimensions where a cell array (trials x 1) or a matrix is expected'),
    'data-struct': (content(data=Struct({'a': Num([[1]])})), 'data is a struct where a cell array (trials x 1) or a matrix is expected'),
    'data-cube': (content(data=Num(np.zeros((4, 3, 2)))), 'data is a double array of 3 dimensions where a cell array'),
    'data-lies': (content(data=Num(np.vstack([MATRIX, MATRIX[:1]]).T)),
                  'info has 4 entries where data has 4 trials'),
    'data-empty': (content(data=Cell([])), 'data has no trials'),
    'trial-struct': (content(data=with_trial(2, Struct({'a': Num([[1]])}))), 'trial 3: data holds a struct where real numbers are expected'),
    'trial-short': (content(data=with_trial(1, Num([[1, 2, 3]]))), 'trial 2: 3 values where 4 voxels are declared'),
    'trial-empty': (content(data=with_trial(1, Num(np.zeros((0, 0))))), 'trial 2: 0 values where 4 voxels are declared'),
    'info-table': (content(Object('table')), "info is an object of MATLAB's class table: save table2struct(info)"),
    'info-object': (content(Object('Experiment')),
                    "info is an object of MATLAB's class Experiment: save its values as numbers, text, cells or a struct"),
    'info-numbers': (content(Num(MATRIX)), 'info is a double where a struct array is expected'),
    'info-empty': (content(Struct()), 'info has 0 entries where data has 4 trials: they must agree'),
    'info-empty-cell': (content(Cell([])), 'info has 0 entries where data has 4 trials: they must agree'),
    'info-mixed-cell': (content(Cell([Struct(rows()[0]), Num([[1]])] + [Struct(r) for r in rows()[2:]])),
                        'info{2} is a double array of 2 dimensions where a struct is expected'),
    'info-short': (content(Struct(*rows()[:3])), 'info has 3 entries where data has 4 trials: they must agree'),
    'info-one-word': (content(Struct(rows()[0])), 'info has 1 entry where data has 4 trials: they must agree'),
    'word-missing': (content(Struct(*rows(word=None))), 'trial 1: info.word is missing or is not text'),
    'word-number': (content(Struct(*rows(word=lambda w, e: Num([[w]])))),
                    'trial 1: info.word is missing or is not text: it is a double array of 2 dimensions'),
    'word-blank': (content(Struct(*rows(word=Char('   ')))), 'trial 1: info.word is missing or is not text'),
    'word-rows': (content(Struct(*rows(word=Char('bear', 'cat ')))),
                  'trial 1: info.word is missing or is not text: it is a char array of 2 dimensions'),
    'word-string': (content(Struct(*rows(word=Object('string')))),
                    "trial 1: info.word is an object of MATLAB's class string: save char(info.word), or cellstr(info.word)"),
    'word-handle': (content(Struct(*rows(word=Handle()))), 'trial 1: info.word is a function handle: save its value'),
    'words-string': (content(columns(word=Object('string'))),
                     "info.word is an object of MATLAB's class string: save char(info.word), or cellstr(info.word)"),
    'words-categorical': (content(columns(word=Object('categorical'))),
                          "info.word is an object of MATLAB's class categorical: save cellstr(info.word)"),
    'words-numbers': (content(columns(word=Num([[w] for w, _ in ORDER]))), 'trial 1: info.word is missing or is not text'),
    'epochs-short': (content(columns(epoch=Num([[1], [2], [3]]))), 'info.epoch has 3 entries where info.word has 4: they must agree'),
    'epoch-text': (content(Struct(*rows(epoch=Char('one')))), 'trial 1: info.epoch is a char array of 2 dimensions where one number is expected'),
    'epoch-several': (content(Struct(*rows(epoch=Num([[1, 2]])))), 'trial 1: info.epoch is a double array of 2 dimensions where one number is expected'),
    'epoch-nan': (content(Struct(*rows(epoch=Num([[np.nan]])))), 'trial 1: info.epoch is NaN where a number is expected'),
    'epoch-twice': (content(columns(epoch=Num([[1]] * 4))), 'trial 3: the word cat in epoch 1 was already trial 1'),
    'category-changes': (content(Struct(*rows(cond=lambda w, e: Char('abc'[w + e - 1])))),
                         "trial 3: the word cat has category 'b' here and 'c' in an earlier trial"),
    'meta-numbers': (content(meta=Num(MATRIX)), 'meta is a double array of 2 dimensions where a struct is expected'),
    'no-data': ({'info': Struct(*rows()), 'meta': Struct(META)}, "there is no variable 'data'"),
    'no-info': ({'data': DATA, 'meta': Struct(META)}, "there is no variable 'info'"),
}
WRONG['data-lies'] = (content(info=Struct(*(rows() + [row(0, 3)])), data=Num(np.vstack([MATRIX, MATRIX[:1]]).T)),
                      'info has 5 entries where data has 4 trials: they must agree. data is voxels x trials here: transpose it')


def expectation(given):
    expected = {'words': WORDS, 'categories': CATEGORIES, 'images': images()}
    expected.update(given)
    if expected['words'] != WORDS:
        expected['images'] = dict(zip(expected['words'], expected['images'].values()))
    return expected


def check(name, expected):
    """scipy must find in the v5 file what is claimed of it, where the layout is the usual one."""
    read = scipy.io.loadmat(os.path.join(OUT, name + '-v5.mat'))
    if read['info'].dtype.names and read['info'].size == 4 and read['data'].dtype == object and read['data'].size == 4:
        for trial, entry in enumerate(read['info'].ravel()):
            if np.asarray(entry['word']).dtype.kind == 'U' and 'epoch' in entry.dtype.names and np.asarray(entry['epoch']).size:
                word = ''.join(entry['word']).rstrip()
                image = read['data'].ravel()[trial]
                image = image if image.dtype != object else image[0, 0]
                assert np.array_equal(np.ravel(image), expected['images'][word][int(entry['epoch'][0, 0]) - 1]), name


def main():
    os.makedirs(OUT, exist_ok=True)
    for old in os.listdir(OUT):
        os.remove(os.path.join(OUT, old))
    cases = []
    for name, (variables, given) in {**{n: (v, {}) for n, v in SOUND.items()}, **OTHER}.items():
        write_v5(os.path.join(OUT, name + '-v5.mat'), variables)
        write_v73(os.path.join(OUT, name + '-v73.mat'), variables)
        expected = expectation(given)
        check(name, expected)
        cases.append({'name': name, **expected})
    for name, (variables, complaint) in WRONG.items():
        write_v5(os.path.join(OUT, name + '-v5.mat'), variables)
        write_v73(os.path.join(OUT, name + '-v73.mat'), variables)
        cases.append({'name': name, 'complaint': complaint})
    for name in ('struct-row', 'struct-of-letters', 'words-in-cells', 'data-matrix'):
        write_v5(os.path.join(OUT, name + '-v5-compressed.mat'), SOUND[name], compress=True)
        write_v5(os.path.join(OUT, name + '-v5-big-endian.mat'), SOUND[name], order='>')
        write_v5(os.path.join(OUT, name + '-v5-big-endian-compressed.mat'), SOUND[name], order='>', compress=True)
    scipy.io.savemat(os.path.join(OUT, 'version-4.mat'), {'data': MATRIX}, format='4')
    with open(os.path.join(OUT, 'version-4-big-endian.mat'), 'wb') as file:
        file.write(np.array([1000, 4, 4, 0, 5], '>i4').tobytes() + b'data\0' + MATRIX.T.astype('>f8').tobytes())
    with open(os.path.join(OUT, 'contents.json'), 'w') as file:
        json.dump(cases, file, indent=1)
        file.write('\n')


if __name__ == '__main__':
    main()
