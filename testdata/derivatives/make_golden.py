"""Makes `golden/`: what an earlier version left in its derivatives folder, of two tiny simulated participants.

    python3 testdata/derivatives/make_golden.py mitchell-0.1.0.jar

The jar must be of the version whose files are to stay readable; the committed folder is of 0.1.0. Every kind of file is there: fits,
evaluations by pairs and by ranks, maps of one and of both with null maps and clusters, regions, predictions, a comparison. Paths of the
machine become `/golden`, and the hashes and sizes of the files that had them are those of what is written here.

Needs Python 3 with numpy and nibabel, and Java. Takes about a minute.
"""
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

import nibabel
import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = ['ant', 'arm', 'bear', 'bell', 'car', 'cat', 'cow', 'cup', 'dog', 'eye', 'fly', 'key']
COMMANDS = '''
simulate --subject G1 --nouns nouns.txt --categories categories.csv --features features.csv --mask mask.nii.gz --snr 1 --presentations 4 --out data
simulate --subject G2 --nouns nouns.txt --categories categories.csv --features features.csv --mask mask.nii.gz --snr 1 --presentations 4 --seed 2 --out data
fit --subject G1,G2 --data data --features features.csv --categories categories.csv --voxels 40 --ridge auto --out golden
evaluate --subject G1 --data data --features features.csv --categories categories.csv --voxels 40 --ridge auto --permutations 20 --subsamples 20 --random-features 5 --out golden
evaluate --subject G2 --data data --features features.csv --categories categories.csv --voxels 30 --permutations 20 --subsamples 20 --learning-curve --sensitivity --out golden
evaluate --subject G1 --data data --features features.csv --scheme rank --candidates features.csv --voxels 40 --ridge 1 --permutations 20 --subsamples 20 --out golden
compare --subject G1,G2 --data data --features all=features.csv,some=some.csv --categories categories.csv --ridge auto --variance --subsamples 5 --out golden
map --subject G1 --permutations 20 --threshold 0.3 --cluster-size 2 --atlas atlas.nii.gz --atlas-names atlas.txt --model golden
map --subject G1 --stat ceiling --model golden
map --subject G1,G2 --group t --permutations 100 --threshold 1 --cluster-size 2 --model golden
regions --subject G1 --atlas atlas.nii.gz --atlas-names atlas.txt --permutations 20 --fewest-voxels 5 --model golden
predict ant --subject G1 --model golden --out golden
'''.strip().splitlines()


def inputs(folder):
    random = numpy.random.default_rng(8)
    affine = numpy.diag([3.0, 3.0, 3.0, 1.0])
    affine[:3, 3] = [-12, -12, -9]
    ijk = numpy.indices((8, 8, 6))
    ball = sum(((ijk[axis] - centre) / radius) ** 2 for axis, centre, radius in ((0, 3.5, 3.6), (1, 3.5, 3.6), (2, 2.5, 2.8))) <= 1
    mask = nibabel.Nifti1Image(ball.astype(numpy.uint8), affine)
    mask.set_sform(affine, code=4)
    nibabel.save(mask, os.path.join(folder, 'mask.nii.gz'))
    atlas = nibabel.Nifti1Image(numpy.where(ijk[0] < 4, 1, 2).astype(numpy.int16), affine)
    atlas.set_sform(affine, code=4)
    nibabel.save(atlas, os.path.join(folder, 'atlas.nii.gz'))
    write(folder, 'atlas.txt', '1 One_side\n2 Other_side\n')
    write(folder, 'nouns.txt', ''.join(word + '\n' for word in WORDS))
    write(folder, 'categories.csv', 'word,category\n' + ''.join('%s,kind%d\n' % (word, w % 3) for w, word in enumerate(WORDS)))
    vectors = random.random((len(WORDS), 3))
    for name, columns in (('features.csv', 3), ('some.csv', 2)):
        rows = ''.join('%s,%s\n' % (word, ','.join('%.3f' % v for v in vectors[w][:columns])) for w, word in enumerate(WORDS))
        write(folder, name, 'word,%s\n' % ','.join(['see', 'eat', 'push'][:columns]) + rows)


def write(folder, name, text):
    with open(os.path.join(folder, name), 'w') as file:
        file.write(text)


def without_machine(folder, root):
    """Replaces the machine's paths, and the hashes and sizes of the files that had them."""
    names = [os.path.join(at, name) for at, _, files in os.walk(folder) for name in files if name.endswith('.json')]
    changed = {}
    for name in names:
        with open(name, 'rb') as file:
            before = file.read()
        after = before.replace(os.path.realpath(root).encode(), b'/golden').replace(root.encode(), b'/golden')
        if after != before:
            changed[name] = (before, after)
            with open(name, 'wb') as file:
                file.write(after)
    for name in names:
        with open(name, 'rb') as file:
            text = file.read()
        for before, after in changed.values():
            old, new = (hashlib.sha256(data).hexdigest().encode() for data in (before, after))
            sizes = [b'"bytes" : %d,' % len(data) for data in (before, after)]
            if old in text:
                at = text.index(old)
                start = text.rindex(b'"bytes"', 0, at)
                text = text[:start] + text[start:at].replace(*sizes) + text[at:].replace(old, new, 1)
        with open(name, 'wb') as file:
            file.write(text)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    jar = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        inputs(folder)
        for line in COMMANDS:
            subprocess.run(['java', '-jar', jar, *line.split(), '--quiet'], cwd=folder, check=True)
        golden = os.path.join(folder, 'golden')
        without_machine(golden, folder)
        target = os.path.join(HERE, 'golden')
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(golden, target)


if __name__ == '__main__':
    main()
