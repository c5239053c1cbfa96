"""Makes seeds/: a small sound file of every form that is read, READER/NAME, for fuzzing and for the test of files that are cut.

Run in this folder: python3 make_seeds.py
Needs numpy, scipy, h5py, nibabel and the programs zstd, xz and bzip2. Files in one piece, whose form shows where they end, have the
prefix `whole-`: of these no beginning may pass for the file. Text that may end anywhere has none.
"""
import gzip
import json
import os
import shutil
import struct
import subprocess
import sys

import h5py
import nibabel as nib
import numpy as np
import scipy.io
from nibabel import cifti2

HERE = os.path.dirname(os.path.abspath(__file__))
OTHERS = os.path.dirname(HERE)
SEEDS = os.path.join(HERE, 'seeds')
sys.path.insert(0, os.path.join(OTHERS, 'analysis'))
sys.dont_write_bytecode = True

import mat_files

rng = np.random.default_rng(20)
AFFINE = np.array([[-3., 0, 0, 10], [0, 3, 0, -20], [0, 0, 4, 5], [0, 0, 0, 1]])
DIMS = (2, 2, 2)
WORDS = ['ant', 'bee', 'cat']


def path(reader, name):
    folder = os.path.join(SEEDS, reader)
    os.makedirs(folder, exist_ok=True)
    return os.path.join(folder, name)


def write(reader, name, content):
    with open(path(reader, name), 'wb') as out:
        out.write(content if isinstance(content, bytes) else content.encode())


def copy(reader, name, *source):
    shutil.copyfile(os.path.join(OTHERS, *source), path(reader, name))


def bytes_of(file):
    with open(file, 'rb') as content:
        return content.read()


def nifti(file, data, image=nib.Nifti1Image):
    written = image(data, AFFINE)
    written.set_sform(AFFINE, 1)
    nib.save(written, file)
    return bytes_of(file)


def images():
    box = rng.normal(size=(*DIMS, 6)).astype(np.float32)
    plain = nifti(path('nifti', 'whole-float.nii'), box[..., 0])
    nifti(path('nifti', 'whole-int.nii'), np.arange(8).reshape(DIMS).astype(np.int16))
    nifti(path('nifti', 'whole-second.nii'), box[..., :2].astype(float), nib.Nifti2Image)
    write('nifti', 'whole-float.nii.gz', gzip.compress(plain, mtime=0))
    for name in ('big_endian_scaled.nii', 'extensions.nii', 'five_dimensions.nii'):
        copy('nifti', 'whole-' + name, 'nifti', name)
    trials = nifti(path('trials', 'whole-six.nii'), box)
    write('trials', 'whole-six.nii.gz', gzip.compress(trials, mtime=0))
    labels = nifti(path('atlas-image', 'whole-labels.nii'), (np.arange(8) % 3).reshape(DIMS).astype(np.int16))
    write('atlas-image', 'whole-labels.nii.gz', gzip.compress(labels, mtime=0))


def surfaces():
    triangle = [nib.gifti.GiftiDataArray(np.eye(3, dtype=np.float32), 'NIFTI_INTENT_POINTSET'),
                nib.gifti.GiftiDataArray(np.array([[0, 1, 2]], np.int32), 'NIFTI_INTENT_TRIANGLE')]
    nib.save(nib.gifti.GiftiImage(darrays=triangle), path('mesh', 'whole-triangle.gii'))
    for name in ('ascii-little-row', 'base64-big-column', 'gzip-little-row'):
        copy('mesh', f'whole-{name}.gii', 'gifti', name + '.surf.gii')
    meta = nib.gifti.GiftiMetaData({'AnatomicalStructurePrimary': 'CortexLeft'})
    arrays = [nib.gifti.GiftiDataArray(rng.normal(size=4).astype(np.float32), 'NIFTI_INTENT_NONE') for _ in range(2)]
    nib.save(nib.gifti.GiftiImage(darrays=arrays, meta=meta), path('vertex-maps', 'whole-two.gii'))
    copy('vertex-maps', 'whole-labels.gii', 'images', 'atlas_hemi-L.label.gii')
    models = (cifti2.BrainModelAxis.from_surface([0, 2], 4, 'CortexLeft')
              + cifti2.BrainModelAxis.from_mask(np.ones(DIMS, bool), 'ThalamusLeft', AFFINE))
    values = rng.normal(size=(2, 10)).astype(np.float32)
    nib.save(cifti2.Cifti2Image(values, (cifti2.ScalarAxis(['a', 'b']), models)), path('cifti', 'whole-scalars.nii'))
    nib.save(cifti2.Cifti2Image(values, (cifti2.SeriesAxis(0, 1, 2), models)), path('cifti', 'whole-series.nii'))
    keys = {0: ('???', (0, 0, 0, 0)), 1: ('one', (1, 0, 0, 1))}
    half = (np.arange(10) % 2).astype(np.float32)
    nib.save(cifti2.Cifti2Image(half[None], (cifti2.LabelAxis(['atlas'], [keys]), models)), path('label-matrix', 'whole-atlas.nii'))
    colours = np.array([[25, 5, 25, 0, 0], [220, 20, 20, 0, 0], [20, 30, 140, 0, 0]])
    nib.freesurfer.write_annot(path('annotation', 'whole-new.annot'), np.array([0, 1, 2, 2, -1]), colours, ['unknown', 'ant', 'bee'],
                               fill_ctab=True)
    # The other hemisphere, which is read where it lies beside; it has the same numbers.
    nib.freesurfer.write_annot(os.path.join(HERE, 'beside', 'rh.aparc.annot'), np.array([1, 2, 0]), colours, ['unknown', 'ant', 'bee'],
                               fill_ctab=True)
    for file, side in ((path('label-surface', 'whole-labels.gii'), 'Left'), (os.path.join(HERE, 'beside', 'rh.label.gii'), 'Right')):
        table = nib.gifti.GiftiLabelTable()
        for key, name in enumerate(('???', 'ant', 'bee')):
            label = nib.gifti.GiftiLabel(key, .1 * key, .2, .3, 1)
            label.label = name
            table.labels.append(label)
        meta = nib.gifti.GiftiMetaData({'AnatomicalStructurePrimary': f'Cortex{side}'})
        turns = nib.gifti.GiftiDataArray(np.array([0, 1, 2, 1, 2], np.int32), 'NIFTI_INTENT_LABEL', 'NIFTI_TYPE_INT32')
        nib.save(nib.gifti.GiftiImage(darrays=[turns], labeltable=table, meta=meta), file)
    # FreeSurfer before 2003: vertices and values, the table with its colours in the order of its rows.
    value = [sum(int(c) << 8 * k for k, c in enumerate(row[:3])) for row in colours]
    old = struct.pack('>i', 3) + b''.join(struct.pack('>2i', v, value[v]) for v in range(3)) + struct.pack('>2i', 1, 3)
    old += struct.pack('>i', 5) + b'file\0'
    for row, name in zip(colours, (b'unknown\0', b'ant\0', b'bee\0')):
        old += struct.pack('>i', len(name)) + name + struct.pack('>4i', *(int(c) for c in row[:4]))
    write('annotation', 'whole-old.annot', old)
    nib.save(cifti2.Cifti2Image(half[None], (cifti2.LabelAxis(['atlas'], [keys]), models)), path('cifti', 'whole-labels.nii'))


def matlab():
    for name in ('data-matrix-v5-compressed', 'words-in-cells-v5-compressed', 'struct-of-letters-v5', 'data-matrix-single-v5'):
        copy('responses-mat', f'whole-{name}.mat', 'fmri', 'contents', name + '.mat')
    copy('responses-mat', 'whole-big-endian.mat', 'fmri', 'v5-big-endian-compressed.mat')
    copy('responses-mat', 'whole-v73-matrix.mat', 'fmri', 'v73-matrix.mat')
    box = rng.normal(size=(*DIMS, 6)).astype(np.float32)
    for name, how in (('contiguous', {}), ('chunked', {'chunks': (2, 2, 1, 3)}),
                      ('deflated', {'chunks': (2, 2, 2, 3), 'compression': 'gzip', 'shuffle': True, 'fletcher32': True})):
        for version in ('earliest', 'latest'):
            with h5py.File(path('glmsingle', f'whole-{name}-{version}.hdf5'), 'w', libver=version) as file:
                file.create_dataset('betasmd', data=box, **how)
    file = path('glmsingle', 'whole-v73.mat')
    with h5py.File(file, 'w', userblock_size=512) as content:
        content.create_dataset('modelmd', data=box.T).attrs['MATLAB_class'] = np.bytes_('single')
    with open(file, 'r+b') as content:
        content.write(b'MATLAB 7.3 MAT-file, made by make_seeds.py'.ljust(124) + b'\x00\x02IM')
    scipy.io.savemat(path('glmsingle', 'whole-v5.mat'), {'modelmd': box})
    names = [f'Sn({run}) {word}*bf(1)' for run in (1, 2) for word in WORDS]
    volumes = np.zeros(6, [('fname', object), ('descrip', object)])
    for v in range(6):
        volumes[v] = (f'beta_{v + 1:04d}.nii', names[v])
    spm = {'SPM': {'xX': {'name': np.array(names, object)[None]}, 'Vbeta': volumes[None]}}
    for name, compressed in (('whole-spm.mat', False), ('whole-spm-compressed.mat', True)):
        scipy.io.savemat(path('spm', name), spm, do_compression=compressed)
    for v in range(6):
        os.makedirs(os.path.join(HERE, 'beside'), exist_ok=True)
        nifti(os.path.join(HERE, 'beside', f'beta_{v + 1:04d}.nii'), box[..., v])
    nifti(os.path.join(HERE, 'beside', 'six.nii'), box)
    nifti(os.path.join(HERE, 'beside', 'mask.nii'), np.ones(DIMS, np.uint8))
    nifti(os.path.join(HERE, 'beside', 'atlas.nii'), (np.arange(8) % 3).reshape(DIMS).astype(np.int16))
    with open(os.path.join(HERE, 'beside', 'labels.tsv'), 'w') as out:
        out.write('word\trun\n' + ''.join(f'{word}\t{run}\n' for run in (1, 2) for word in WORDS))


def tables():
    write('features', 'tabs.tsv', 'word\tsee\teat\nant\t.5\t1e-3\nbee\t-2\t7\ncat\t3\t4\n')
    write('features', 'commas.csv', '\ufeff"word","see","e""at"\r\nant,1,2\r\n"b,e",3,4\r\n')
    write('features', 'semicolons.csv', '# decimal commas\nword;see;eat\nant;1,5;2,25\nbee;3;4,5\n')
    write('features', 'blanks.txt', 'ant 1 2 3\nbee 4 5 6\n')
    write('features', 'quoted.tsv', b'word\tsee\ncaf\xc3\xa9\t1\n"two\nlines"\t2\n')
    write('responses-table', 'trials.tsv', 'word\tepoch\tv1\tv2\nant\t1\t1\t2\nant\t2\t3\t4\nbee\t1\t5\t6\nbee\t2\t7\t8.5\n')
    write('responses-table', 'words.csv', 'ant,1,2,3\nbee,4,5,6\n')
    write('labels', 'words.tsv', 'word\trun\n' + ''.join(f'{w}\t{r}\n' for r in (1, 2) for w in WORDS))
    write('labels', 'more.csv', 'trial_type,run,session,category\n' + ''.join(f'{w},{r},a,x\n' for r in (1, 2) for w in WORDS))
    write('labels', 'alone.txt', '\n'.join(2 * WORDS) + '\n')
    write('events', 'events.tsv', 'onset\tduration\ttrial_type\n0.0\t3.0\tfixation\n3.17\t1.5\tant\n20\tn/a\tn/a\n')
    write('events', 'words.tsv', 'onset\tduration\tword\tresponse_time\n1\t2\tbee\t.5\n4e0\t2\tcat\tn/a\n')
    write('confounds', 'motion.tsv', 'csf\ttrans_x\ttrans_y\n' + 'n/a\t.1\t0\n' + '-.59\t.07\t1e-3\n' * 2)
    write('coordinates', 'ijk.tsv', 'i\tj\tk\n1\t1\t1\n2\t1\t1\n')
    write('coordinates', 'ijk.csv', 'voxel,i,j,k\nv1,1,1,1\nv2,2,3,4\n')
    write('categories', 'categories.tsv', 'word\tcategory\nant\tinsect\nbee\tinsect\ncat\tanimal\n')
    write('word-list', 'words.txt', 'ant\nbee\n# a comment\nnew york\n')
    write('word-list', 'quoted.csv', '"ant";"bee"\n"cat"\n')
    write('norms', 'norms.tsv', 'word\ttaste\tkind\nant\t1.4\tx\nbee\t.2\ty\ncat\tn/a\tz\n')
    write('frequency', 'counts.tsv', 'word\tcount\nant\t12\nBee\t.5\ncat\t1e3\n')
    write('word-names', 'names.tsv', 'stimulus\tword\ns1\tant\ns2\tbee\n')
    shares = 'label\tregion\tvoxels\tshare\tspace\tr2\tlow\thigh\tp\tp_corrected\n'
    for share, space in (('joint', 'n/a'), ('unique', 'a'), ('unique', 'b'), ('shared', 'n/a')):
        shares += f'1\tAnt\t4\t{share}\t{space}\t.25\t.1\t.4\tn/a\t.04\n'
    write('shares', 'shares.tsv', shares)
    search = json.loads(bytes_of(path('regions', 'whole-regions.json'))) | {'Atlas': 'atlas.nii', 'Spaces': ['a', 'b'], 'Permutations': 100, 'Subsamples': 50, 'FewestVoxels': 1,
              'RegionsLeftOut': 0}
    with open(os.path.join(HERE, 'beside', 'sub-G1', 'sub-G1_task-nouns_desc-shares.json'), 'w') as out:
        json.dump(search, out, indent=1)
    write('pairs', 'pairs.tsv', 'word1\tword2\tscore\nant\tbee\t7.5\nant\tcat\t1\n')
    write('analogies', 'questions.txt', ': capitals\nathens greece oslo norway\n: plural\nant ants bee bees\n')
    write('stimuli', 'sentences.tsv', 'name\ttext\na\tThe bird sang.\nb\tIt was cold.\n')
    atlas = {'blanks.txt': '1 Left-Ant\n2 Right-Bee\n', 'freesurfer.txt': '# No. Label\n1 Left-Ant 70 130 180 0\n2 Right-Bee 1 2 3 0\n',
             'itksnap.txt': '    0 0 0 0 0 0 0 "Clear"\n    1 255 0 0 1 1 1 "Ant"\n', 'header.tsv': 'index\tname\n1\tant\n2\tbee\n',
             'commas.csv': 'ant,1\nbee,2\n', 'last.txt': 'FAG Frontal_Ant 1\nFAD Frontal_Bee 2\n',
             'whole-fsl.xml': '<atlas version="1.0"><header><type>Label</type></header><data><label index="0" x="1" y="2" z="3">Ant</label>'
                              '<label index="1" x="1" y="2" z="3">Bee</label></data></atlas>\n',
             'whole-spm.xml': '<?xml version="1.0"?><atlas><data><label><index>1</index><name>Ant</name></label>'
                              '<label><index>2</index><name>Bee</name></label></data></atlas>\n'}
    for name, text in atlas.items():
        write('atlas-names', name, text)


def fits():
    golden = os.path.join(OTHERS, 'derivatives', 'golden', 'sub-G1')
    for reader, name in (('fit', 'sub-G1_task-nouns_model.json'), ('accuracy', 'sub-G1_task-nouns_evaluation.json')):
        write(reader, 'whole-' + name.split('_')[-1], bytes_of(os.path.join(golden, name)))
    for name in os.listdir(golden):
        if name.endswith('model.json') or 'signatures' in name or 'brain_mask' in name or 'stat-stability' in name or name.endswith(('nouns_pairs.tsv', 'nouns_pairs.json')):
            os.makedirs(os.path.join(HERE, 'beside', 'sub-G1'), exist_ok=True)
            shutil.copyfile(os.path.join(golden, name), os.path.join(HERE, 'beside', 'sub-G1', name))
    with open(os.path.join(golden, 'sub-G1_task-nouns_model.json')) as content:
        joint = json.load(content)
    joint['layout'] = 2
    joint['options']['combine'] = 'banded'
    joint['features'] = ['a.see', 'a.eat', 'b.push']
    joint['spaces'] = [{'label': 'a', 'source': '/golden/a.csv', 'columns': '', 'features': 2},
                       {'label': 'b', 'source': '/golden/b.csv', 'columns': '1-1', 'features': 1}]
    write('fit', 'whole-joint.json', json.dumps(joint, indent=1))
    stem = os.path.join(golden, 'sub-G1_task-nouns_space-MNI152Lin_')
    for name, kind in (('stat-r_statmap', 'map-sidecar'), ('contrast-ant_desc-predicted_statmap', 'map-sidecar'),
                       ('desc-signatures_statmap', 'map-sidecar'), ('stat-r_desc-clusters', 'clusters')):
        write(kind, f'whole-{name}.json', bytes_of(stem + name + '.json'))
    write('regions', 'whole-regions.json', bytes_of(os.path.join(golden, 'sub-G1_task-nouns_desc-regions.json')))
    write('league', 'whole-league.json', bytes_of(os.path.join(os.path.dirname(golden), 'group_task-nouns_desc-league_comparison.json')))
    for name in ('gpt2', 'roberta', 'xlmr'):
        copy('tokenizer', f'whole-{name}.json', 'encoders', 'tokenizers', name + '.json')
    copy('encoder-config', 'whole-config.json', 'encoders', 'last', 'config.json')
    shutil.copyfile(os.path.join(OTHERS, 'encoders', 'last', 'model.onnx'), os.path.join(HERE, 'beside', 'model.onnx'))
    for folder in ('last', 'layers'):
        copy('onnx', f'whole-{folder}.onnx', 'encoders', folder, 'model.onnx')
    copy('tokenizer', 'whole-tokenizer.json', 'encoders', 'last', 'tokenizer.json')
    for name in ('tokenizer.json', 'config.json'):
        shutil.copyfile(os.path.join(OTHERS, 'encoders', 'last', name), os.path.join(HERE, 'beside', name))


def vectors():
    numbers = rng.normal(size=(3, 4)).astype('<f4')
    binary = b'3 4\n' + b''.join(w.encode() + b' ' + v.tobytes() + b'\n' for w, v in zip(WORDS, numbers))
    write('vectors', 'whole-word2vec.bin', binary)
    write('vectors', 'whole-word2vec.bin.gz', gzip.compress(binary, mtime=0))
    lines = ''.join(w + ' ' + ' '.join('%.4f' % x for x in v) + '\n' for w, v in zip(WORDS, numbers))
    write('vectors', 'word2vec.vec', '3 4\n' + lines)
    write('vectors', 'glove.txt', lines)
    write('vectors', 'numberbatch.txt', ''.join('/c/en/' + line + '\n' for line in lines.splitlines()))
    # fastText 0.9.2: magic, version; dim ws epoch minCount neg wordNgrams loss model bucket minn maxn lrUpdateRate t; dictionary;
    # rows of words and pieces; rows of the output.
    head = struct.pack('<2i12id', 793712314, 12, 4, 5, 5, 1, 5, 1, 2, 2, 5, 3, 4, 100, 1e-4)
    words = struct.pack('<3i2q', 3, 3, 0, 9, -1) + b''.join(w.encode() + b'\0' + struct.pack('<qb', 3, 0) for w in WORDS)
    rows = struct.pack('<?2q', False, 8, 4) + rng.normal(size=32).astype('<f4').tobytes()
    output = struct.pack('<?2q', False, 3, 4) + numbers.tobytes()
    write('vectors', 'whole-fasttext.bin', head + words + rows + output)


WIKI = '''<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en"><siteinfo><dbname>enwiki</dbname><namespaces>
<namespace key="0" case="first-letter" /><namespace key="14" case="first-letter">Category</namespace></namespaces></siteinfo>
<page><title>Ants</title><ns>0</ns><id>1</id><revision><id>2</id><text xml:space="preserve">The '''+"'''ant'''"+''' saw a [[bee|bees]]
{{Infobox|a=b}} and {| table |} &lt;ref&gt;x&lt;/ref&gt; [[Category:Insects]] eats.</text></revision></page></mediawiki>
'''


def corpora():
    write('corpus', 'whole-bare.xml', '<bncDoc xml:id="A" n="a longer tag"><wtext type="news"><head>Ants</head><s n="1"><w c5="AT0">The </w>'
                                      '<w c5="NN1">ant</w></s></wtext></bncDoc>\n')
    page = '<!DOCTYPE html><html><head><title>x</title><script>no</script></head><body><p>The ant saw a bee.</p></body></html>'
    http = f'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n{page}'
    warc = (f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n'
            f'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n'
            f'Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n')
    first = '1 0 Someone\nURL IP-address Archive-date Content-type Archive-length\n'
    arc = (f'filedesc://a.arc 0.0.0.0 20200101000000 text/plain {len(first)}\n{first}\nhttp://a.example/ 1.2.3.4 20200101000000 text/html'
           f' {len(http)}\n{http}\n')
    vrt = '<text id="1">\n<s>\nThe\tDT\tthe\nants\tNNS\tant\nsaw\tVBD\tsee\n</s>\n</text>\n'
    conllu = '# sent_id = 1\n1\tAnts\tant\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tsee\tsee\tVERB\tVBP\t_\t0\troot\t_\t_\n\n'
    forms = {
        'text.txt': 'The ant saw a bee.\nCats see ants; caf\u00e9s open.\n' * 3,
        'whole-wiki.xml': WIKI, 'crawl.warc': warc, 'crawl.arc': arc, 'lines.jsonl': '{"text": "The ant saw"}\n{"text": "a bee"}\n',
        'whole-array.json': '[{"text": "The ant saw"}, {"text": "a b\\u00e9e"}]\n',
        'page.html': page, 'corpus.vrt': vrt, 'treebank.conllu': conllu, 'table.csv': 'id,text\n1,"The ant, saw"\n2,a bee\n',
        'whole-tei.xml': '<?xml version="1.0" encoding="ISO-8859-1"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>The ant saw'
                         ' a bee</p></body></text></TEI>\n',
        'whole-bnc.xml': '<?xml version="1.0"?><bncDoc xml:id="A"><wtext><s n="1"><w c5="AT0" hw="the">The </w><w c5="NN1" hw="ant">ant</w></s></wtext></bncDoc>\n',
        'books.txt': 'ant_NOUN saw_VERB\t1999,5,2\t2000,7,3\nants see\t1999,1,1\n', 'old.txt': 'ant saw a bee x\t1999\t5\t2\t2\n' * 3,
        'web1t.txt': 'ant saw a bee x\t57\nants see the cat x\t41\n', 'docs.txt': '<doc id="1" title="x">\nThe ant saw.\n</doc>\n',
    }
    for name, text in forms.items():
        content = text.encode('latin-1' if 'ISO-8859' in text else 'utf-8')
        write('corpus', name, content)
        if name in ('text.txt', 'whole-wiki.xml', 'crawl.warc', 'whole-array.json'):
            bare = name.removeprefix('whole-')
            write('corpus', f'whole-{bare}.gz', gzip.compress(content, mtime=0))
            for ending, program in (('bz2', ['bzip2', '-c']), ('xz', ['xz', '-0', '-c']), ('zst', ['zstd', '-q', '-c', '--check'])):
                write('corpus', f'whole-{bare}.{ending}', subprocess.run(program, input=content, capture_output=True, check=True).stdout)
    write('counts', 'counts.tsv', bytes_of(os.path.join(OTHERS, 'corpus', 'formats', 'web1t.tsv')))


shutil.rmtree(SEEDS, ignore_errors=True)
for make in (images, surfaces, matlab, fits, tables, vectors, corpora):
    make()
