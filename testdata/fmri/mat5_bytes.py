"""Writes MATLAB v5 element by element, in either byte order, so that any length in it can be made a lie.

After the published format ("MAT-File Format", MathWorks). scipy writes little-endian files only, and none that lie.
"""
import struct
import zlib

INT8, UINT16, INT32, UINT32, DOUBLE, MATRIX, COMPRESSED = 1, 4, 5, 6, 9, 14, 15
CELL, STRUCT, CHAR, DOUBLE_CLASS, FUNCTION, OPAQUE = 1, 2, 4, 6, 16, 17


class Mat5:
    def __init__(self, order='<'):
        self.order = order

    def pack(self, code, *values):
        return struct.pack(self.order + str(len(values)) + code, *values)

    def element(self, kind, content, claim=None):
        """A tag, the content, zeros up to eight bytes; `claim` is the length to state when it is not the true one."""
        tag = self.pack('I', kind, len(content) if claim is None else claim)
        return tag + content + bytes(-len(content) % 8)

    def array(self, kind, dims, name, parts, dims_claim=None, name_claim=None, claim=None):
        head = self.element(UINT32, self.pack('I', kind, 0))
        head += self.element(INT32, self.pack('i', *dims), dims_claim)
        head += self.element(INT8, name.encode('ascii'), name_claim)
        return self.element(MATRIX, head + b''.join(parts), claim)

    def double(self, rows, name='', **lies):
        columns = [x for column in zip(*rows) for x in column]
        return self.array(DOUBLE_CLASS, (len(rows), len(rows[0])), name,
                          [self.element(DOUBLE, self.pack('d', *columns))], **lies)

    def text(self, text, name=''):
        return self.array(CHAR, (1, len(text)), name, [self.element(UINT16, self.pack('H', *map(ord, text)))])

    def letters(self, rows, name=''):
        """rows: an array of UTF-16 code units, rows x length."""
        return self.array(CHAR, rows.shape, name, [self.element(UINT16, self.pack('H', *rows.T.ravel().tolist()))])

    def handle(self, name=''):
        return self.array(FUNCTION, (1, 1), name, [self.struct([{'function': self.text('sin')}])])

    def opaque(self, class_name, name=''):
        """An object: it has no dimensions, but the system of its class, its class, and where its values lie."""
        parts = [self.element(UINT32, self.pack('I', OPAQUE, 0))]
        parts += [self.element(INT8, text.encode('ascii')) for text in (name, 'MCOS', class_name)]
        numbers = self.array(13, (6, 1), '', [self.element(UINT32, self.pack('I', 0xdd000000, 2, 1, 1, 1, 1))])
        return self.element(MATRIX, b''.join(parts) + numbers)

    def cell(self, cells, name='', dims=None, **lies):
        return self.array(CELL, dims or (len(cells), 1), name, cells, **lies)

    def struct(self, rows, name='', dims=None, **lies):
        """rows: dicts of arrays already packed, all with the same fields."""
        width = 32
        names = b''.join(field.encode('ascii').ljust(width, b'\0') for field in rows[0])
        parts = [self.element(INT32, self.pack('i', width)), self.element(INT8, names)]
        parts += [value for row in rows for value in row.values()]
        return self.array(STRUCT, dims or (1, len(rows)), name, parts, **lies)

    def compressed(self, variable):
        packed = zlib.compress(variable, 9)
        return self.pack('I', COMPRESSED, len(packed)) + packed

    def file(self, variables, compress=False):
        header = b'MATLAB 5.0 MAT-file, made by testdata/fmri/make_fixtures.py'.ljust(116) + bytes(8)
        header += self.pack('H', 0x0100) + self.pack('H', 0x4d49)
        return header + b''.join(self.compressed(v) if compress else v for v in variables)
