"""Trains word vectors by the original C program, by gensim where it is there, and by mitchell, in turn on the same text,
and prints how fast each was and how good its vectors are.

    git clone https://github.com/tmikolov/word2vec /tmp/w2v
    gcc -O3 -march=native -funroll-loops /tmp/w2v/word2vec.c -o /tmp/w2v/word2vec -lm -pthread
    python3 src/bench/word2vec.py --word2vec /tmp/w2v/word2vec [--corpus brown,gcide,wordnet-glosses] [--model skip-gram]
        [--speed] [--seeds 1,2,3] [--mitchell ./mitchell]

--speed trains one and three epochs on one thread and prints the words of the two epochs between per second of processor
time: starting, counting and compiling are left out, and a machine that is shared does not change the ratios much. Without
it, vectors of five epochs are scored: Spearman with WordSim-353, SimLex-999 and MEN, and Google's family analogies
(3CosAdd over the first 30,000 words). Needs numpy, scipy and ../shared/data.

The original program never clears its flag for the end of the file, so that a thread that has met it trains no further
epoch. Here it gets the text as often as there are epochs, and one epoch of that.
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


def commands(options, text, out, epochs, threads, seed):
    """A command line a program; {name: command}."""
    all_of = {}
    if options.word2vec:
        all_of['C'] = [options.word2vec, '-train', repeated(text, epochs), '-min-count', str(5 * epochs), '-output', out, '-binary', '1', '-debug', '0', '-threads', str(threads),
                       '-cbow', str(int(options.model == 'cbow')), '-alpha', ALPHA[options.model], '-iter', '1']
    if importlib.util.find_spec('gensim'):
        program = ('from gensim.models import Word2Vec as W; W(corpus_file={0!r}, sg={1}, alpha={2}, epochs={3}, workers={4}, seed={5})'
                   '.wv.save_word2vec_format({6!r}, binary=True)')
        all_of['gensim'] = [sys.executable, '-c', program.format(
            text, int(options.model == 'skip-gram'), ALPHA[options.model], epochs, threads, seed, out)]
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
    for seed in options.seeds.split(','):
        out = os.path.join(folder, 'quality.bin')
        for name, command in commands(options, text, out, 5, options.threads, int(seed)).items():
            processor_seconds(command)
            of.setdefault(name, []).append(scores(out))
            print('%-22s %s' % (name, ' '.join('%15.3f' % s for s in of[name][-1])), flush=True)
    for name, all_of in of.items():
        print('%-22s %s' % (name + ', mean', ' '.join('%15.3f' % s for s in numpy.mean(all_of, axis=0))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--word2vec', default='', help='the original program, built')
    parser.add_argument('--mitchell', default=os.path.join(ROOT, 'mitchell'))
    parser.add_argument('--corpus', default='brown,gcide,wordnet-glosses')
    parser.add_argument('--model', choices=list(ALPHA), default='skip-gram')
    parser.add_argument('--seeds', default='1,2,3')
    parser.add_argument('--threads', type=int, default=os.cpu_count())
    parser.add_argument('--rounds', type=int, default=1)
    parser.add_argument('--speed', action='store_true')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text, words = text_of(options.corpus.split(','), folder)
        print('%s: %s words' % (options.corpus, format(words, ',')))
        if options.speed:
            speed(options, text, words, folder)
        else:
            quality(options, text, folder)


main()
