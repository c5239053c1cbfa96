"""Times max-statistic permutations of a correlation map beside numpy on the same machine in the same run.

    mvn -q -DskipTests package
    python3 src/bench/maps.py [--rounds 5] [--permutations 1000]

Needs Python 3 with numpy and scipy, and ../shared/data. Each round runs `mitchell map --stat fwer` on the simulated participant S1
(60 words, 21,764 voxels), a new process every time, and src/bench/peers/numpy_maps.py, one after the other, with two threads each.
"null" are the seconds that the command spends on null maps and clusters, in a cold Java; numpy's are those of its fastest
repetition but the reading. Medians over the rounds; a ratio is the median of the ratios within a round.
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


def run(command):
    """What a command printed, its wall seconds, processor seconds and peak memory in MiB."""
    with tempfile.TemporaryFile('w+') as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit('%s: exit status %d' % (command, process.returncode))
        out.seek(0)
        return out.read(), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description='null maps beside numpy')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--permutations', type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        mitchell = ['java', '-jar', 'target/mitchell.jar']
        run(mitchell + ['fit', '--subject', 'S1', '--data', S1, '--features', VERBS, '--out', folder, '--quiet', '--threads', '2'])
        rows = []
        for _ in range(options.rounds):
            out, wall, cpu, memory = run(mitchell + [
                'map', '--subject', 'S1', '--model', folder, '--stat', 'fwer', '--permutations', str(options.permutations), '--json',
                '--threads', '2'])
            ours = json.loads(out)
            theirs = json.loads(run([sys.executable, os.path.join(HERE, 'peers', 'numpy_maps.py'), S1, VERBS, '--permutations',
                                     str(options.permutations)])[0])
            best = min(theirs['seconds'])
            rows.append({'null': ours['seconds']['null'], 'whole process': wall, 'processor': cpu, 'peak MiB': memory,
                         'numpy': best, 'numpy / null': best / ours['seconds']['null'],
                         'highest of a null map, 95%': ours['null']['highest05'], 'numpy: highest of a null map, 95%': theirs['highest05']})
    print(json.dumps({key: round(statistics.median(row[key] for row in rows), 3) for key in rows[0]}, indent=2))


if __name__ == '__main__':
    main()
