"""Times the choice of a ridge penalty for every voxel beside himalaya on the same arrays in the same run.

    mvn -q -Pbench -DskipTests package        # builds target/bench/benchmarks.jar
    python3 src/bench/ridge.py [--rounds 5]

Needs Python 3 with numpy, scipy, scikit-learn and himalaya, and ../shared/data. The problem is one for both: 60 words x 25
features of unit length, 21,764 voxels, an intercept, 20 penalties from 1e-3 to 1e4, float64, two threads; for each voxel the
penalty of the smallest leave-one-out error, and the coefficients with it. himalaya does it with folds of one word (the same
choice: testdata/ridge) and with its default of five folds (less work, another choice). A ratio is the median of the
ratios within a round.
"""
import argparse
import json
import os
import statistics
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from compare import S1, VERBS, output


def jmh(folder):
    """(median seconds of ten warm runs, of the first cold one)."""
    result = os.path.join(folder, 'jmh.json')
    base = ['java', '-jar', 'target/bench/benchmarks.jar', 'VoxelwiseRidge', '-f', '1', '-rf', 'json', '-rff', result]
    seconds = []
    for more in ([], ['-wi', '0', '-i', '1']):
        output(base + more)
        with open(result) as stream:
            seconds.append(statistics.median(json.load(stream)[0]['primaryMetric']['rawData'][0]) / 1000)
    return seconds


def main():
    parser = argparse.ArgumentParser(description='mitchell beside himalaya')
    parser.add_argument('--rounds', type=int, default=5)
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.rounds):
            warm, cold = jmh(folder)
            peer = json.loads(output([sys.executable, os.path.join(HERE, 'peers', 'himalaya_ridge.py'), S1, VERBS]))
            rows.append({'warm': warm, 'cold': cold, 'himalayaFiveFolds': peer['secondsFiveFolds'],
                         'himalayaOneWordAFold': peer['secondsOneWordAFold']})
    median = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
    ratio = {'%s/%s' % (peer, ours): statistics.median(row[peer] / row[ours] for row in rows)
             for peer in ('himalayaFiveFolds', 'himalayaOneWordAFold') for ours in ('warm', 'cold')}
    print(json.dumps({'rounds': options.rounds, 'medianSeconds': median, 'medianRatio': ratio}, indent=1))


if __name__ == '__main__':
    main()
