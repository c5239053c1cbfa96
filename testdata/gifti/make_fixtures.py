"""Makes one mesh in all encodings of GIFTI, byte orders and index orders, and reads each with nibabel.

nibabel writes the byte order of the machine only: the text of its files is rewritten here for the other one.

Run in this folder: python3 make_fixtures.py
"""
import base64
import json
import re
import zlib

import nibabel as nib
import numpy as np

points = np.array([[-1.5, 0, 0.25], [1.5, 0, 0], [0, -2, 0], [0, 2.125, 0], [0, 0, -3], [0.1, 0, 3]], np.float32)
triangles = np.array([[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]], np.int32)
ENCODINGS = {'ascii': 'ASCII', 'base64': 'B64BIN', 'gzip': 'B64GZ'}


def encoded(array, encoding, order, endian):
    if encoding == 'ascii':
        rows = array if order == 'C' else array.T
        return '\n'.join(' '.join(repr(float(v)) if array.dtype.kind == 'f' else str(v) for v in row) for row in rows)
    raw = array.astype(array.dtype.newbyteorder('>' if endian == 'big' else '<')).tobytes(order=order)
    return base64.b64encode(zlib.compress(raw) if encoding == 'gzip' else raw).decode()


for encoding, code in ENCODINGS.items():
    for endian in ('little', 'big'):
        for order, name in (('C', 'row'), ('F', 'column')):
            ordering = 'RowMajorOrder' if order == 'C' else 'ColumnMajorOrder'
            side = {'AnatomicalStructurePrimary': 'CortexRight'}
            arrays = [nib.gifti.GiftiDataArray(data, intent, encoding=code, ordering=ordering, meta=meta)
                      for data, intent, meta in ((points, 'NIFTI_INTENT_POINTSET', side),
                                                 (triangles, 'NIFTI_INTENT_TRIANGLE', {}))]
            text = nib.gifti.GiftiImage(darrays=arrays).to_xml().decode()
            text = re.sub('Endian="[A-Za-z]+"', f'Endian="{endian.capitalize()}Endian"', text)
            texts = iter([encoded(points, encoding, order, endian), encoded(triangles, encoding, order, endian)])
            text = re.sub('<Data>.*?</Data>', lambda _: f'<Data>{next(texts)}</Data>', text, flags=re.S)
            file = f'{encoding}-{endian}-{name}.surf.gii'
            open(file, 'w').write(text)
            again = nib.load(file)
            # Of text, nibabel takes the lines as rows, whatever the index order.
            turned = encoding == 'ascii' and order == 'F'
            for array, data in zip(again.darrays, (points, triangles)):
                assert np.array_equal(array.data.T if turned else array.data, data), file
            assert again.darrays[0].meta['AnatomicalStructurePrimary'] == 'CortexRight'

json.dump({'points': points.astype(float).ravel().tolist(), 'triangles': triangles.ravel().tolist()}, open('expected.json', 'w'))
