"""Word vectors beside the original C program and gensim: how fast they are trained, how good they are, what memory they take,
and how fast a big file of them is read. Prints the tables of docs/vectors.md.

    git clone https://github.com/tmikolov/word2vec /tmp/w2v
    gcc -O3 -march=native -funroll-loops /tmp/w2v/word2vec.c -o /tmp/w2v/word2vec -lm -pthread
    python3 -m pip install gensim scipy
    python3 src/bench/vectors.py speed --word2vec /tmp/w2v/word2vec [--corpus brown,gcide,wordnet-glosses] [--model skip-gram]
    for seed in 1 2 3; do
      sed "s/next_random = 1;/next_random = $seed;/; s/next_random = (long long)id;/next_random = id + ($seed - 1) * 1000003ULL;/" \
        /tmp/w2v/word2vec.c > /tmp/w2v/$seed.c
      gcc -O3 -march=native -funroll-loops /tmp/w2v/$seed.c -o /tmp/w2v/word2vec-$seed -lm -pthread
    done
    python3 src/bench/vectors.py quality --word2vec /tmp/w2v/word2vec-1,/tmp/w2v/word2vec-2,/tmp/w2v/word2vec-3 [--seeds 1,2,3]
    python3 src/bench/vectors.py memory
    python3 src/bench/vectors.py reading --vectors glove.6B.50d.txt

speed trains one and three epochs on one thread, all programs in turn, and prints the words of the two epochs between per
second of processor time: starting, counting and compiling are left out, and a machine that is shared does not change the
ratios much. quality scores vectors of five epochs: Spearman with WordSim-353, SimLex-999 and MEN, and Google's family
analogies (3CosAdd over the first 30,000 words). memory prints the largest resident set of vectors train. reading takes a
noun from a file at 256 MB of heap (sixty cost the same: the file is gone through once), in turn with wc -l; the file is in the
page cache. What is not there (the C program,
gensim) is left out. Needs numpy, scipy and ../shared/data.

The original program never clears its flag for the end of the file, so that a thread that has met it trains no further
epoch. Here it gets the text as often as there are epochs, and one epoch of that. It has no seed: on one thread every run
gives the same vectors, so that for quality there is a program a seed (above), whose random numbers begin elsewhere.
"""
import argparse
import gzip
import importlib.util
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

import numpy
from scipy.stats import spearmanr

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(ROOT, '..', 'shared', 'data')
PAIRS = ('wordsim353-all', 'simlex999', 'men3000')
ALPHA = {'cbow': '.05', 'skip-gram': '.025'}


def text_of(corpora, folder):
    """The texts as lower-case letters, one space between words; returns the file and how many words it has."""
    path, words = os.path.join(folder, 'text'), 0
    with open(path, 'w', encoding='utf-8') as out:
        for corpus in corpora:
            with gzip.open(os.path.join(DATA, 'corpora', corpus + '.txt.gz'), 'rt', encoding='utf-8', errors='replace') as lines:
                for line in lines:
                    found = re.findall(r'[^\W\d_]+', line.lower())
                    words += len(found)
                    out.write(''.join(word + ' ' for word in found))
    return path, words


def repeated(text, times):
    path = '%s-%d' % (text, times)
    if not os.path.exists(path):
        with open(text, 'rb') as once, open(path, 'wb') as out:
            content = once.read()
            for _ in range(times):
                out.write(content)
    return path


def in_lines(text):
    """The same text with 1,000 words a line, as long as the sentences of the other programs: gensim reads the first 10,000 of a line."""
    path = text + '-lines'
    if not os.path.exists(path):
        with open(text, encoding='utf-8') as whole, open(path, 'w', encoding='utf-8') as out:
            words = whole.read().split()
            for start in range(0, len(words), 1000):
                out.write(' '.join(words[start:start + 1000]) + '\n')
    return path


def commands(options, text, out, epochs, threads, seed):
    """A command line a program; {name: command}."""
    all_of = {}
    if options.word2vec:
        programs = options.word2vec.split(',')
        all_of['C'] = [programs[min(seed, len(programs)) - 1], '-train', repeated(text, epochs), '-min-count', str(5 * epochs), '-output', out, '-binary', '1', '-debug', '0', '-threads', str(threads),
                       '-cbow', str(int(options.model == 'cbow')), '-alpha', ALPHA[options.model], '-iter', '1']
    if importlib.util.find_spec('gensim'):
        program = ('from gensim.models import Word2Vec as W; W(corpus_file={0!r}, sg={1}, alpha={2}, epochs={3}, workers={4}, seed={5})'
                   '.wv.save_word2vec_format({6!r}, binary=True)')
        all_of['gensim'] = [sys.executable, '-c', program.format(
            in_lines(text), int(options.model == 'skip-gram'), ALPHA[options.model], epochs, threads, seed, out)]
    ours = [options.mitchell, 'vectors', 'train', '--corpus', text, '--document', 'file', '--model', options.model, '--quiet',
            '--epochs', str(epochs), '--threads', str(threads), '--seed', str(seed), '--out', out]
    all_of['mitchell'] = ours
    all_of['mitchell --lock-free'] = ours + ['--lock-free']
    return all_of


def processor_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def speed(options, text, words, folder):
    out = os.path.join(folder, 'speed.bin')
    rates = {}
    for turn in range(options.rounds):
        seconds = {}
        for epochs in (1, 3):
            for name, command in commands(options, text, out, epochs, 1, 1).items():
                seconds.setdefault(name, {})[epochs] = processor_seconds(command)
        for name, of in seconds.items():
            rates.setdefault(name, []).append(2 * words / (of[3] - of[1]))
    for name, of in rates.items():
        print('%-22s %9.0f words a second and thread (%s)' % (name, numpy.median(of), ', '.join('%.0f' % r for r in of)))
    for name, beside in (('mitchell', 'C'), ('mitchell', 'mitchell --lock-free')):
        if beside in rates:
            print('%s / %s: %.2f' % (name, beside, numpy.median(numpy.array(rates[name]) / numpy.array(rates[beside]))))


def vectors(path):
    with open(path, 'rb') as stream:
        count, size = map(int, stream.readline().split())
        words, rows = {}, numpy.empty((count, size), 'f4')
        for row in range(count):
            word = bytearray()
            while not word.endswith(b' '):
                word += stream.read(1)
            words[word.strip().decode('utf-8', 'replace')] = row
            rows[row] = numpy.frombuffer(stream.read(4 * size), '<f4')
    return words, rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-12)


def scores(path):
    words, rows = vectors(path)
    result = []
    for name in PAIRS:
        with open(os.path.join(DATA, 'words', 'similarities', name + '.tsv'), encoding='utf-8') as table:
            lines = [line.lower().rstrip('\n').split('\t') for line in table if not line.startswith(('#', 'word1'))]
        covered = [(float(s), words[a], words[b]) for a, b, s, *_ in lines if a in words and b in words]
        result.append(spearmanr([s for s, _, _ in covered], [rows[a] @ rows[b] for _, a, b in covered])[0])
    right = asked = 0
    section = ''
    for line in gzip.open(os.path.join(DATA, 'words', 'analogies', 'semantic-google.tsv.gz'), 'rt', encoding='utf-8'):
        section = line if line.startswith('#') else section
        question = line.lower().split()
        if 'family' in section and len(question) == 4 and all(word in words for word in question):
            a, b, c, d = (words[word] for word in question)
            cosines = rows[:30000] @ (rows[b] - rows[a] + rows[c])
            cosines[[a, b, c]] = -9
            asked, right = asked + 1, right + (cosines.argmax() == d)
    return result + [right / max(1, asked)]


def quality(options, text, folder):
    print('%-22s %s' % ('', ' '.join('%15s' % name for name in PAIRS + ('family',))))
    of = {}
    for turn, seed in enumerate(options.seeds.split(',')):
        out = os.path.join(folder, 'quality.bin')
        for name, command in commands(options, text, out, 5, 1, int(seed)).items():
            if name == 'mitchell --lock-free' or name == 'C' and turn >= len(options.word2vec.split(',')):
                continue
            processor_seconds(command)
            of.setdefault(name, []).append(scores(out))
            print('%-22s %s' % (name, ' '.join('%15.3f' % s for s in of[name][-1])), flush=True)
    for name, all_of in of.items():
        for what, figure in (('mean', numpy.mean), ('least', numpy.min), ('most', numpy.max)):
            print('%-22s %s' % (name + ', ' + what, ' '.join('%15.3f' % s for s in figure(all_of, axis=0))))


def resident(command):
    """The largest resident set of a command, in MB."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit('failed: ' + ' '.join(command))
    return usage.ru_maxrss / 1024


def memory(options, folder):
    """Hardly a word is trained on, for speed; with the usual --sample blocks have more rows to copy (about 12 MB at 56,439 words x 400)."""
    print('%-28s %10s %10s %6s %10s %10s' % ('corpus', 'tokens', 'words', 'size', 'MB', 'bound MB'))
    for corpora in (['brown'], ['brown', 'wordnet-glosses'], ['brown', 'gcide', 'wordnet-glosses']):
        text, tokens = text_of(corpora, folder)
        for size in (50, 100, 200, 400):
            out = os.path.join(folder, 'memory.bin')
            used = resident([options.mitchell, 'vectors', 'train', '--corpus', text, '--size', str(size), '--epochs', '1', '--sample', '1e-7',
                             '--document', 'file', '--threads', '2', '--quiet', '--out', out])
            with open(out, 'rb') as stream:
                words = int(stream.readline().split()[0])
            bound = words * size * 8 / 2**20 + 150
            print('%-28s %10s %10s %6d %10.0f %10.0f' % ('+'.join(corpora), format(tokens, ','), format(words, ','), size, used, bound), flush=True)


def reading(options):
    environment = dict(os.environ, JAVA_TOOL_OPTIONS='-Xmx256m')
    ours = [options.mitchell, 'features', 'show', 'celery', '--features', options.vectors]
    took = {'wc -l': [], 'mitchell': []}
    for _ in range(options.rounds):
        for name, command in (('wc -l', ['wc', '-l', options.vectors]), ('mitchell', ours)):
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            took[name].append((time.monotonic() - start, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))
    for name, runs in took.items():
        wall, processor = numpy.median(runs, axis=0)
        print('%-10s %.2f s (fastest %.2f), processor %.2f s' % (name, wall, min(run[0] for run in runs), processor))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('what', choices=['speed', 'quality', 'memory', 'reading'])
    parser.add_argument('--word2vec', default='', help='the original program, built; for quality one a seed')
    parser.add_argument('--mitchell', default=os.path.join(ROOT, 'mitchell'))
    parser.add_argument('--corpus', default='brown,gcide,wordnet-glosses')
    parser.add_argument('--model', choices=list(ALPHA), default='skip-gram')
    parser.add_argument('--seeds', default='1,2,3')
    parser.add_argument('--rounds', type=int, default=1)
    parser.add_argument('--vectors', default='', help='for reading')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.what == 'memory':
            memory(options, folder)
        elif options.what == 'reading':
            reading(options)
        else:
            text, words = text_of(options.corpus.split(','), folder)
            print('%s, %s: %s words' % (options.corpus, options.model, format(words, ',')), flush=True)
            speed(options, text, words, folder) if options.what == 'speed' else quality(options, text, folder)


main()
