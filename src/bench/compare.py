"""Times mitchell beside numpy on the same machine in the same run, and prints the ratios.

    mvn -q -Pbench -DskipTests package        # builds target/bench/benchmarks.jar
    python3 src/bench/compare.py [--rounds 5] [--refit-folds 30]

Needs Python 3 with numpy and scipy, and ../shared/data. Each round runs, one after the other: the JMH benchmark of the
evaluation (warm), `mitchell fit` as a whole process (cold; its own seconds.evaluate), the fastest numpy program of
src/bench/peers, and its plain refitting (some folds, extrapolated). Medians over the rounds; a ratio is the median of the
ratios within a round, so that a machine that changes its speed does not change the ratio.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(ROOT, '..', 'shared', 'data')
S1 = os.path.join(DATA, 'simulated', 'data-science-S1.mat')
VERBS = os.path.join(DATA, 'mitchell2008', 'verb25_60nouns.csv')


def output(command):
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit('%s: exit status %d' % (command, done.returncode))
    return done.stdout


def jmh(folder):
    result = os.path.join(folder, 'jmh.json')
    output(['java', '-jar', 'target/bench/benchmarks.jar', 'LeaveTwoOut', '-f', '1', '-rf', 'json', '-rff', result])
    with open(result) as stream:
        raw = json.load(stream)[0]['primaryMetric']['rawData']
    return statistics.median(raw[0]) / 1000


def fit(folder):
    command = ['./mitchell', 'fit', '--subject', 'S1', '--data', os.path.dirname(S1), '--features', VERBS,
               '--out', os.path.join(folder, 'derivatives'), '--json']
    start = time.perf_counter()
    summary = json.loads(output(command))
    wall = time.perf_counter() - start
    if summary['correct'] != 1443:
        sys.exit('mitchell: %s correct where 1443 are expected' % summary['correct'])
    return wall, summary['seconds']['evaluate']


def numpy_fast():
    summary = json.loads(output([sys.executable, os.path.join(HERE, 'peers', 'numpy_leave_two_out.py'), S1, VERBS]))
    if summary['correct'] != 1443:
        sys.exit('numpy: %s correct where 1443 are expected' % summary['correct'])
    return statistics.median(summary['seconds']['evaluateAll'])


def numpy_refit(folds):
    script = os.path.join(HERE, 'peers', 'numpy_refit.py')
    summary = json.loads(output([sys.executable, script, S1, VERBS, '--folds', str(folds)]))
    return summary['seconds']['allFolds']


def main():
    parser = argparse.ArgumentParser(description='mitchell beside numpy')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--refit-folds', type=int, default=30)
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        fit(folder)  # builds, and fills the page cache
        for _ in range(options.rounds):
            warm = jmh(folder)
            wall, cold = fit(folder)
            rows.append({'warm': warm, 'wall': wall, 'cold': cold, 'numpy': numpy_fast(),
                         'refit': numpy_refit(options.refit_folds)})
    median = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
    ratio = {'%s/%s' % (peer, ours): statistics.median(row[peer] / row[ours] for row in rows)
             for peer in ('numpy', 'refit') for ours in ('warm', 'cold')}
    print(json.dumps({'rounds': options.rounds, 'medianSeconds': median, 'medianRatio': ratio}, indent=1))


if __name__ == '__main__':
    main()
