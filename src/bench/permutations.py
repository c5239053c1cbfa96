"""Times the permutation null of leave-two-out beside numpy on the same machine in the same run, and tables its cost.

    mvn -q -Pbench -DskipTests package        # builds target/bench/benchmarks.jar
    python3 src/bench/permutations.py [--rounds 3] [--permutations 1000,10000] [--table]

Needs Python 3 with numpy and scipy, and ../shared/data. Each round runs the JMH benchmark (warm) and src/bench/peers/
numpy_permutations.py, one after the other, on the simulated participant S1 with 500 voxels chosen in every fold and two threads
or processes. Medians over the rounds; a ratio is the median of the ratios within a round. Wall time means something on a quiet
machine; processor time (all threads, the compiler's included) changes less when others work beside.

--table: processor seconds against permutations, chosen voxels and participants on S1, and against words and voxels on participants
of noise, with the exponent of the power law that fits best (log-log least squares) over the whole table and over its last two rows.
"""
import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(ROOT, '..', 'shared', 'data')
S1 = os.path.join(DATA, 'simulated', 'data-science-S1.mat')
VERBS = os.path.join(DATA, 'mitchell2008', 'verb25_60nouns.csv')
TABLES = [('permutations', (100, 300, 1000, 3000, 10000), {}),
          ('voxels', (125, 250, 500, 1000, 2000), {}),
          ('participants', (1, 2, 4), {}),
          ('words', (20, 40, 60, 80, 120), {'participant': 'noise'}),
          ('columns', (5441, 10882, 21764, 43528), {'participant': 'noise'})]


def output(command):
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit('%s: exit status %d' % (command, done.returncode))
    return done.stdout


def jmh(warmups, iterations, **parameters):
    """Median wall and processor seconds."""
    with tempfile.TemporaryDirectory() as folder:
        result = os.path.join(folder, 'jmh.json')
        chosen = [word for name, value in parameters.items() for word in ('-p', '%s=%s' % (name, value))]
        output(['java', '-jar', 'target/bench/benchmarks.jar', 'PermutationsBenchmark', '-wi', str(warmups), '-i', str(iterations),
                '-rf', 'json', '-rff', result, *chosen])
        with open(result) as stream:
            found = json.load(stream)[0]
    return tuple(statistics.median(metric['rawData'][0]) / 1000 for metric in (found['primaryMetric'], found['secondaryMetrics']['cpu']))


def numpy(permutations):
    script = os.path.join(HERE, 'peers', 'numpy_permutations.py')
    summary = json.loads(output([sys.executable, script, S1, VERBS, '--permutations', str(permutations), '--repeat', '2']))
    if round(summary['accuracy'] * 1770) != 1443:
        sys.exit('numpy: accuracy %s where 1443 of 1770 are expected' % summary['accuracy'])
    return statistics.median(summary['seconds']), statistics.median(summary['cpuSeconds'])


def beside_numpy(rounds, permutations):
    rows = []
    for _ in range(rounds):
        ours, theirs = jmh(2, 3, permutations=permutations), numpy(permutations)
        rows.append({'wall': ours[0], 'cpu': ours[1], 'numpy wall': theirs[0], 'numpy cpu': theirs[1],
                     'ratio wall': theirs[0] / ours[0], 'ratio cpu': theirs[1] / ours[1]})
    return {key: round(statistics.median(row[key] for row in rows), 2) for key in rows[0]}


def exponent(sizes, seconds):
    x, y = [math.log(n) for n in sizes], [math.log(s) for s in seconds]
    mx, my = statistics.fmean(x), statistics.fmean(y)
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)


def table(name, sizes, parameters):
    cpu = [jmh(1, 2, **{**parameters, name: size})[1] for size in sizes]
    print('\n| %s | processor seconds |\n|---|---|' % name)
    for size, seconds in zip(sizes, cpu):
        print('| {:,} | {:.2f} |'.format(size, seconds))
    print('exponent %.2f, between the last two %.2f' % (exponent(sizes, cpu), exponent(sizes[-2:], cpu[-2:])), flush=True)


def main():
    parser = argparse.ArgumentParser(description='permutations beside numpy')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--permutations', default='1000,10000')
    parser.add_argument('--table', action='store_true')
    options = parser.parse_args()
    for permutations in options.permutations.split(',') if options.rounds else ():
        print(permutations, 'permutations:', json.dumps(beside_numpy(options.rounds, int(permutations))), flush=True)
    for name, sizes, parameters in TABLES if options.table else ():
        table(name, sizes, parameters)


if __name__ == '__main__':
    main()
