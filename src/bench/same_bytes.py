"""Runs some forty commands of the README and the docs with one jar, keeps all that they print and write, and compares two such records.

    mvn -q -DskipTests package
    python3 src/bench/same_bytes.py record target/mitchell.jar /tmp/before [--only fit,map]
    ... change the code, build again ...
    python3 src/bench/same_bytes.py record target/mitchell.jar /tmp/after
    python3 src/bench/same_bytes.py compare /tmp/before /tmp/after

A record is a folder: `run/` where the commands ran one after another, with relative paths, and `said/` with what each printed and its
exit status. Compared are the bytes of every file. What may differ between two jars is blanked first: versions, commits, seconds,
dates and the absolute path of the record. Ends with status 1 and the list when anything else differs.

Needs Python 3 and ../shared/data (or --data FOLDER). Takes three to five minutes of processor time.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAPER = '../shared/data/mitchell2008'
VERBS = PAPER + '/verb25_60nouns.csv'
ATLAS = '--atlas ../shared/data/anatomy/aal.nii.gz --atlas-names ../shared/data/anatomy/aal.nii.txt'
T1 = '../shared/data/anatomy/mni_icbm152_t1_tal_nlin_sym_09a_converted.nii.gz'
S1 = 'derivatives/mitchell/sub-S1/sub-S1_task-nouns_space-MNI152Lin_'
R_MAP = S1 + 'stat-r_statmap.nii.gz'
P1 = 'derivatives/mitchell/sub-P1/sub-P1_task-nouns_'

COMMANDS = [line for line in f'''
help                --help
help-fit            fit --help
wrong       fit --subjct P1
fit-p1              fit --subject P1 --data {PAPER}/responses --features {VERBS}
fit-p1-json         fit --subject P1 --data {PAPER}/responses --features {VERBS} --json --out json
predict             predict celery --subject P1
predict-held        predict airplane --subject P1
predict-new         predict banana --subject P1
identify            identify {P1}contrast-airplane_desc-observed_statmap.tsv.gz --subject P1 --hold-out airplane --top 4
fit-ridge           fit --subject P2 --data {PAPER}/responses --features {VERBS} --ridge 1 --match single --out ridge
fit-auto            fit --subject P3 --data {PAPER}/responses --features {VERBS} --ridge auto --out auto
fit-voxelwise       fit --subject P3 --data {PAPER}/responses --features {VERBS} --ridge auto --ridge-per voxel --out voxelwise
fit-strict          fit --subject P4 --data {PAPER}/responses --features {VERBS} --preset strict --metric correlation --out strict
fit-many            fit --subject P1..P3 --data {PAPER}/responses --features {VERBS} --voxels all --scale zscore --out many
evaluate            evaluate --subject P1..P2 --data {PAPER}/responses --features {VERBS} --ridge 1 --permutations 100
evaluate-json       evaluate --subject P1 --data {PAPER}/responses --features {VERBS} --json --permutations 100 --out evaluated
evaluate-word       evaluate --subject P1 --data {PAPER}/responses --features {VERBS} --scheme within-left-out-category --ridge 1 --permutations 20 --out word
evaluate-rank       evaluate --subject P1 --data {PAPER}/responses --features {VERBS} --scheme rank --candidates {VERBS} --ridge 1 --permutations 20 --out rank
evaluate-category   evaluate --subject P1 --data {PAPER}/responses --features {VERBS} --scheme leave-category-out --ridge 1 --permutations 20 --out category
evaluate-curve      evaluate --subject P1 --data {PAPER}/responses --features {VERBS} --ridge 1 --permutations 20 --subsamples 0 --learning-curve --sensitivity --out curve
compare             compare --subject P1..P2 --data {PAPER}/responses --features verb25={VERBS},glove={PAPER}/glove100_60nouns.tsv --ridge 1 --subsamples 10
compare-variance    compare --subject P1..P2 --data {PAPER}/responses --features verb25={VERBS},glove={PAPER}/glove100_60nouns.tsv --ridge auto --variance --subsamples 5 --out variance
power               power --words 20 --participants 1,5 --repetitions 3
simulate            simulate --subject T1 --seed 3 --out simulated
demo                demo
fit-s1              fit --subject S1 --data ../shared/data/simulated --features {VERBS}
map                 map --subject S1 {ATLAS}
map-json            map --subject S1 --permutations 200 --cluster-threshold p.001 --json
map-fdr             map --subject S1 --stat fdr --permutations 200
map-fwer            map --subject S1 --stat fwer --permutations 200
map-r2              map --subject S1 --stat r2
map-ceiling         map --subject S1 --stat ceiling
map-normalised      map --subject S1 --stat normalised
map-beyond          map --subject S1 --stat r2 --beyond {VERBS}
fit-s2              fit --subject S2 --data ../shared/data/simulated/data-science-S1.mat --features {VERBS}
map-group-mean      map --subject S1,S2 --group mean --permutations 100
map-group-t         map --subject S1,S2 --group t --permutations 100
regions             regions --subject S1 {ATLAS} --permutations 20
evaluate-s1         evaluate --subject S1 --data ../shared/data/simulated --features {VERBS} --permutations 50 --subsamples 10
slices              figure slices {R_MAP} --cuts -12,0,12 --threshold 0.28 --background {T1} --out on-anatomy.svg
slices-peak         figure slices {R_MAP} --cuts peak --view all --theme dark --out peak.png
glass               figure glass {R_MAP} --threshold 0.28 --out glass.png
signatures          figure signatures S1 --out signatures.png
scatter             figure scatter S1 --out scatter.png
accuracy            figure accuracy S1 --out accuracy.svg
similarity          figure similarity S1 --out similarity.png
words               figure words {VERBS} --method tsne --out words.png
report              report --subject S1 --background {T1} --out report.html
count               corpus count --corpus ../shared/data/corpora/wordnet-glosses.txt.gz --out counts.tsv
build               features build --counts counts.tsv --weighting ppmi --out features.tsv
show                features show celery
features-compare    features compare features.tsv {VERBS}
plot                features plot features.tsv --out features.png
'''.strip().splitlines()]

BLANKS = [
    (re.compile(rb'"(?:seconds)"\s*:\s*\{[^}]*\}'), b'"seconds": {}'),
    (re.compile(rb'"(seconds\w*|\w*Seconds|commit|version|Version|CodeURL|date|time|command)"\s*:\s*("[^"]*"|[-0-9.eE+]+|null)'), rb'"\1": -'),
    (re.compile(rb'\b[0-9]+(\.[0-9]+)? ?(s|ms|min|seconds?|minutes?)\b'), b'- s'),
    (re.compile(rb'\b[0-9a-f]{7}(-dirty)?\b(?=[^0-9a-f])'), b'commit'),
    (re.compile(rb'\b[0-9]+\.[0-9]+\.[0-9]+(-SNAPSHOT)?\b'), b'version'),
    (re.compile(rb'\b20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z?)?\b'), b'date'),
]
TEXT = ('.json', '.txt', '.html', '.svg', '.md', '.tsv')


def record(jar, folder, data, only):
    """Runs the commands in folder/run and keeps what they print in folder/said."""
    jar = os.path.abspath(jar)
    if os.path.exists(folder):
        sys.exit('%s exists: give a folder that does not' % folder)
    run, said = os.path.join(folder, 'run'), os.path.join(folder, 'said')
    os.makedirs(run)
    os.makedirs(said)
    os.symlink(os.path.abspath(data), os.path.join(folder, 'shared'))
    keep = shutil.copy(jar, os.path.join(folder, 'mitchell.jar'))
    start = time.time()
    for line in COMMANDS:
        name, arguments = line.split(None, 1)
        if only and name.split('-')[0] not in only:
            continue
        done = subprocess.run(['java', '-Djava.awt.headless=true', '-jar', os.path.abspath(keep), *arguments.split()], cwd=run,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with open(os.path.join(said, name + '.txt'), 'wb') as out:
            out.write(done.stdout + b'\n--- stderr\n' + done.stderr + b'\n--- status %d\n' % done.returncode)
        print('%5.0f s  %-18s status %d' % (time.time() - start, name, done.returncode), flush=True)
    os.remove(keep)


def content(path, folder):
    with open(path, 'rb') as file:
        data = file.read()
    if path.endswith(TEXT):
        data = data.replace(os.path.realpath(folder).encode(), b'@').replace(os.path.abspath(folder).encode(), b'@')
        for pattern, blank in BLANKS:
            data = pattern.sub(blank, data)
    return data


def files(folder):
    found = {}
    for part in ('run', 'said'):
        for at, _, names in os.walk(os.path.join(folder, part)):
            for name in names:
                path = os.path.join(at, name)
                found[os.path.relpath(path, folder)] = path
    return found


def compare(before, after):
    old, new = files(before), files(after)
    wrong = 0
    for name in sorted(set(old) | set(new)):
        if name not in old or name not in new:
            print('%s: only %s' % (name, 'before' if name in old else 'after'))
            wrong += 1
            continue
        a, b = content(old[name], before), content(new[name], after)
        if a != b:
            wrong += 1
            print('%s: differs (%d and %d bytes)' % (name, len(a), len(b)))
            if name.endswith(TEXT) and len(a) < 2_000_000:
                lines = difflib.unified_diff(a.decode('utf-8', 'replace').splitlines(), b.decode('utf-8', 'replace').splitlines(),
                                             'before', 'after', n=0, lineterm='')
                for line in list(lines)[2:14]:
                    print('    ' + line[:200])
    print('%d files compared, %d differ' % (len(set(old) | set(new)), wrong))
    return 1 if wrong or not old else 0


def main():
    parser = argparse.ArgumentParser(description='the same commands with two jars give the same bytes')
    what = parser.add_subparsers(dest='what', required=True)
    first = what.add_parser('record', help='run the commands with a jar and keep all that they say and write')
    first.add_argument('jar')
    first.add_argument('folder')
    first.add_argument('--data', default=os.path.join(ROOT, '..', 'shared'), help='the folder that has data/ (default: ../shared)')
    first.add_argument('--only', help='families of commands, e.g. fit,map (the part of a name before the first -)')
    second = what.add_parser('compare', help='compare two records')
    second.add_argument('before')
    second.add_argument('after')
    options = parser.parse_args()
    if options.what == 'record':
        record(options.jar, options.folder, options.data, options.only.split(',') if options.only else None)
    else:
        sys.exit(compare(options.before, options.after))


if __name__ == '__main__':
    main()
