"""Times the counting of text beside wc, zcat and GloVe's cooccur, on the same machine in the same run.

    python3 src/bench/corpus.py [--rounds 3] [--gigabytes 1] [--curve] [--glove FOLDER] [--work FOLDER]

Needs Python 3 (standard library), gzip, wc and ../shared/data; FOLDER of --glove holds vocab_count and cooccur, built from
Stanford's sources. The text is the GCIDE dictionary again and again, read once before so that it is in the page cache. Whole
processes are timed, Java's start included. Each round runs everything once, one after the other; a ratio is the median of the
ratios within a round, so that a machine that changes its speed does not change the ratio.

--curve adds the cost of 0.25, 0.5, 1, 2 and 4 GB with a heap of 256 MB.
"""
import argparse
import collections
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
GCIDE = os.path.join(ROOT, '..', 'shared', 'data', 'corpora', 'gcide.txt.gz')
C_LOCALE = dict(os.environ, LC_ALL='C')


# A process of its own starts every command: a child's peak memory is never below what its parent had when it was started.
MEASURE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(json.dumps([time.perf_counter() - start, usage.ru_maxrss / 1024, status]))
"""


def timed(command, **more):
    """Seconds and peak memory in MB of a command, which must succeed."""
    ran = subprocess.run([sys.executable, '-c', MEASURE, *command], stdout=subprocess.PIPE, cwd=ROOT, check=True, **more)
    seconds, megabytes, status = json.loads(ran.stdout)
    if status:
        sys.exit('%s: exit status %d' % (command, status))
    return seconds, megabytes


def count(corpus, folder, *more, java=''):
    """Seconds and peak memory of `mitchell corpus count`."""
    command = ['./mitchell', 'corpus', 'count', '--quiet', '--corpus', *corpus, '--out', os.path.join(folder, 'counts.tsv'), *more]
    environment = dict(os.environ, JAVA_TOOL_OPTIONS=java) if java else os.environ
    return timed(command, env=environment, stderr=subprocess.DEVNULL)


def repeated(text, path, size):
    """The text again and again, about size bytes of it, in the page cache."""
    with open(path, 'wb') as out:
        for _ in range(max(1, round(size / len(text)))):
            out.write(text)
    timed(['cat', path])
    return os.path.getsize(path)


def zipped(path):
    with open(path, 'rb') as plain, gzip.open(path + '.gz', 'wb', 6) as out:
        shutil.copyfileobj(plain, out, 1 << 20)
    timed(['cat', path + '.gz'])
    return path + '.gz'


def vocabularies(text, folder):
    """1,060 nouns (the paper's and 1,000 frequent words) and the 5,000 most frequent words as contexts."""
    words = collections.Counter(re.findall(r'[a-z]+', text.decode('utf-8', 'replace').lower()))
    frequent = [word for word, _ in words.most_common(6500)]
    with open(os.path.join(ROOT, '..', 'shared', 'data', 'mitchell2008', 'verb25_60nouns.csv')) as stream:
        sixty = [line.split(',')[0] for line in stream.read().splitlines()[1:]]
    nouns = sixty + [word for word in frequent[500:] if word not in sixty][:1000]
    for name, list_of_words in (('nouns', nouns), ('verbs', frequent[:5000])):
        with open(os.path.join(folder, name), 'w') as out:
            out.write('\n'.join(list_of_words) + '\n')
    return os.path.join(folder, 'nouns'), os.path.join(folder, 'verbs')


def glove(programs, text, folder):
    """Seconds of cooccur over tokens on lines, prepared before; windows of 4, every pair once."""
    tokens = os.path.join(folder, 'tokens')
    with open(tokens, 'w') as out:
        for paragraph in re.split(r'\n\s*\n', text.decode('utf-8', 'replace').lower()):
            out.write(' '.join(re.findall(r'[^\W\d_]+', paragraph)) + '\n')
    size = os.path.getsize(tokens)
    vocabulary = os.path.join(folder, 'vocabulary')
    with open(tokens) as stdin, open(vocabulary, 'w') as out:
        subprocess.run([os.path.join(programs, 'vocab_count'), '-min-count', '5', '-verbose', '0'],
                       stdin=stdin, stdout=out, check=True, stderr=subprocess.DEVNULL)
    with open(tokens) as stdin:
        seconds, _ = timed([os.path.join(programs, 'cooccur'), '-verbose', '0', '-window-size', '4', '-symmetric', '1',
                            '-distance-weighting', '0', '-memory', '4.0', '-vocab-file', vocabulary,
                            '-overflow-file', os.path.join(folder, 'overflow')], stdin=stdin, stderr=subprocess.DEVNULL)
    os.remove(tokens)
    return size, seconds


def one_round(plain, gz, gz2, lists, folder):
    nouns, verbs = lists
    row = {}
    row['wc'], _ = timed(['wc', '-w', plain], env=C_LOCALE)
    row['plain'], row['plain MB'] = count([plain], folder)
    row['large'], row['large MB'] = count([plain], folder, '--nouns', nouns, '--verbs', verbs)
    row['zcat'], _ = timed(['sh', '-c', 'zcat "%s" | wc -l' % gz])
    row['gz'], _ = count([gz], folder)
    row['two gz'], _ = count([gz, gz2], folder)
    return row


def line(curve):
    """The least-squares line through a curve: seconds = start + slope x gigabytes."""
    x = [row['bytes'] / 1e9 for row in curve]
    y = [row['seconds'] for row in curve]
    mean_x, mean_y = statistics.mean(x), statistics.mean(y)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)
    return {'start': round(mean_y - slope * mean_x, 2), 'seconds a GB': round(slope, 2)}


def main():
    parser = argparse.ArgumentParser(description='mitchell corpus count beside wc, zcat and cooccur')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--gigabytes', type=float, default=1)
    parser.add_argument('--curve', action='store_true')
    parser.add_argument('--glove', help='the folder of vocab_count and cooccur')
    parser.add_argument('--work', help='where the texts are made (default: a temporary folder)')
    options = parser.parse_args()
    with gzip.open(GCIDE) as stream:
        text = stream.read()
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        plain = os.path.join(folder, 'text')
        size = repeated(text, plain, options.gigabytes * 1e9)
        gz = zipped(plain)
        gz2 = gz + '2.gz'
        shutil.copy(gz, gz2)
        lists = vocabularies(text, folder)
        count([gz], folder)  # builds, and fills the page cache
        rows = [one_round(plain, gz, gz2, lists, folder) for _ in range(options.rounds)]
        result = {'bytes': size, 'rounds': rows}
        result['median'] = {key: round(statistics.median(row[key] for row in rows), 2) for key in rows[0]}
        ratios = {
            'plain / wc -w': lambda row: row['wc'] / row['plain'],
            'gz / zcat|wc -l': lambda row: row['zcat'] / row['gz'],
            'two gz / zcat|wc -l': lambda row: 2 * row['zcat'] / row['two gz'],
            '1,060 x 5,000 / 60 x 25': lambda row: row['plain'] / row['large'],
        }
        result['ratio'] = {name: round(statistics.median(map(ratio, rows)), 2) for name, ratio in ratios.items()}
        if options.glove:
            bytes_, seconds = glove(options.glove, text, folder)
            part = os.path.join(folder, 'part')
            part_size = repeated(text, part, bytes_)
            ours, _ = count([part], folder, '--nouns', lists[0], '--verbs', lists[1])
            result['cooccur'] = {'bytes': bytes_, 'seconds': round(seconds, 2), 'mitchell bytes': part_size,
                                 'mitchell seconds': round(ours, 2),
                                 'ratio of bytes per second': round(part_size / ours / (bytes_ / seconds), 2)}
        os.remove(gz)
        os.remove(gz2)
        if options.curve:
            result['curve'] = []
            for gigabytes in (0.25, 0.5, 1, 2, 4):
                size = repeated(text, plain, gigabytes * 1e9)
                seconds, memory = count([plain], folder, java='-Xmx256m')
                result['curve'].append({'bytes': size, 'seconds': round(seconds, 2), 'MB/s': round(size / seconds / 1e6),
                                        'peak MB': round(memory)})
            result['line'] = line(result['curve'])
    print(json.dumps(result, indent=1))


if __name__ == '__main__':
    main()
