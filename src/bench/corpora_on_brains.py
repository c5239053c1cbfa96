"""What features counted in real corpora give on real brains: prints the tables of docs/corpora-on-brains.md.

    python3 src/bench/corpora_on_brains.py [--work FOLDER]

Needs Python 3 (standard library) and ../shared/data. The 25 verbs are counted beside the 60 nouns in each corpus, within 4
tokens either way, once with three forms of each verb and once with all forms and the plurals of the nouns; the counts of
the three corpora are also added up, and the built-in corpus (WordNet's entries) stands beside them as it is always counted.
Every weighting becomes a feature table, and every table is fitted to P1..P6 at ridge 0 and 1. Words without any count are
dropped by the fit, so everything is fitted again on the words that all tables have. One table is fitted with its words
shuffled, too: so far goes chance. Takes half an hour on two cores.
"""
import argparse
import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join('..', 'shared', 'data')
RESPONSES = os.path.join(DATA, 'mitchell2008', 'responses')
PUBLISHED = os.path.join(DATA, 'mitchell2008', 'verb25_60nouns.csv')

# A gloss stands in a line of its own, entries of GCIDE between blank lines; Brown is told by sentences, in their order.
CORPORA = {'WordNet': ('wordnet-glosses', 'line'), 'Brown': ('brown', 'file'), 'GCIDE': ('gcide', 'paragraph')}
ALL = 'all three'
BUILT_IN = 'WordNet entries'
FORMS = {'three forms': [], 'all forms, plurals': ['--forms', 'all', '--plurals']}
WEIGHTINGS = ['raw', 'unit', 'pmi', 'ppmi', 'log']
RIDGES = [0, 1]
SHUFFLES = 40


def mitchell(*words):
    """The JSON that a command prints."""
    command = ['./mitchell', *words, '--json']
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if ran.returncode:
        sys.exit('%s\n%s' % (' '.join(command), ran.stderr))
    return json.loads(ran.stdout)


class Fits:
    """Feature tables fitted to all six participants, each once."""

    def __init__(self, folder):
        self.folder = folder

    def accuracies(self, table, ridge):
        """Words, pairs and the six accuracies."""
        out = os.path.join(self.folder, 'fit')
        fitted = mitchell('fit', '--subject', 'P1..P6', '--data', RESPONSES, '--features', table, '--ridge', str(ridge), '--out', out)
        subjects = fitted['subjects']
        return subjects[0]['words'], subjects[0]['pairs'], [subject['accuracy'] for subject in subjects]

    def row(self, table, common):
        """What is printed of a table: of all its words at each ridge, and of the common ones."""
        least = os.path.join(self.folder, 'common-words.tsv')
        only(table, common, least)
        return [self.accuracies(table, ridge) for ridge in RIDGES], [self.accuracies(least, ridge) for ridge in RIDGES]


def count(folder, corpus, forms):
    """A table of counts."""
    name, rule = CORPORA[corpus]
    out = os.path.join(folder, 'counts-%s.tsv' % name)
    text = os.path.join(DATA, 'corpora', name + '.txt.gz')
    mitchell('corpus', 'count', '--corpus', text, '--document', rule, '--out', out, *FORMS[forms])
    return out


def beside(table):
    return table.removesuffix('.tsv') + '.json'


def add_up(tables, out):
    """The counts of several texts as those of one."""
    counts, record = {}, {}
    for table in tables:
        with open(table) as rows:
            for row in csv.DictReader(rows, delimiter='\t'):
                key = row['noun'], row['verb']
                counts[key] = counts.get(key, 0) + int(row['count'])
        with open(beside(table)) as text:
            one = json.load(text)
        for total in 'documents', 'tokens', 'pairs', 'bytes', 'malformedBytes':
            record[total] = record.get(total, 0) + one[total]
        for totals in 'nounTotals', 'verbTotals':
            sums = record.setdefault(totals, {})
            for word, number in one[totals].items():
                sums[word] = sums.get(word, 0) + number
    with open(out, 'w') as rows:
        print('noun', 'verb', 'count', sep='\t', file=rows)
        for (noun, verb), number in counts.items():
            print(noun, verb, number, sep='\t', file=rows)
    with open(beside(out), 'w') as text:
        json.dump(record, text)
    return out


def rows_of(table):
    with open(os.path.join(ROOT, table)) as text:
        return list(csv.reader(text, delimiter='\t' if table.endswith('.tsv') else ','))


def only(table, words, out):
    """The rows of these words alone."""
    header, *rows = rows_of(table)
    with open(out, 'w') as text:
        csv.writer(text, delimiter='\t').writerows([header] + [row for row in rows if row[0] in words])


def decimal(accuracy):
    return ('%.3f' % accuracy).removeprefix('0')


def mean(numbers):
    return sum(numbers) / len(numbers)


def cells(results):
    """One cell a participant and the mean, ridge 0 / ridge 1."""
    (_, _, plain), (_, _, ridged) = results
    pairs = zip(plain + [mean(plain)], ridged + [mean(ridged)])
    return ['%s / %s' % (decimal(one), decimal(other)) for one, other in pairs]


def listed(words):
    return '%d (%s)' % (len(words), ', '.join(sorted(words)))


def print_row(name, weighting, results, on_common):
    words, pairs, _ = results[0]
    print('| %s |' % ' | '.join([name, weighting, str(words), format(pairs, ',')] + cells(results) + [cells(on_common)[-1]]))


def print_table(fits, features, common):
    """A row a corpus and weighting; those that come out the same share one."""
    print('| corpus | weighting | words | pairs | P1 | P2 | P3 | P4 | P5 | P6 | mean | mean on %d words |' % len(common))
    print('|' + '---|' * 12)
    print_row('*published, 1 trillion tokens*', '', *fits.row(PUBLISHED, common))
    for corpus in dict.fromkeys(corpus for corpus, _ in features):
        printed = {}
        for weighting in WEIGHTINGS:
            row = fits.row(features[corpus, weighting], common)
            same = [other for other, results in printed.items() if results == row]
            if same:
                printed[same[0] + ', ' + weighting] = printed.pop(same[0])
            else:
                printed[weighting] = row
        for names, row in printed.items():
            print_row(corpus, names, *row)


def print_chance(fits, features):
    """What a table gives when its rows belong to other words: so much is chance."""
    header, *rows = rows_of(features[ALL, 'ppmi'])
    shuffled = os.path.join(fits.folder, 'shuffled.tsv')
    random_order, means, single = random.Random(1), [], []
    for _ in range(SHUFFLES):
        words = [row[0] for row in rows]
        random_order.shuffle(words)
        with open(shuffled, 'w') as text:
            csv.writer(text, delimiter='\t').writerows([header] + [[word] + row[1:] for word, row in zip(words, rows)])
        _, _, accuracies = fits.accuracies(shuffled, 1)
        means.append(mean(accuracies))
        single += accuracies
    figures = decimal(mean(means)), decimal(statistics.stdev(means)), decimal(max(means)), decimal(statistics.stdev(single))
    print('- %s, ppmi, ridge 1, words shuffled %d times: means %s (sd %s, highest %s); sd of a participant %s' % (ALL, SHUFFLES, *figures))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--work', help='where tables go and stay (default: a temporary folder)')
    work = parser.parse_args().work
    with tempfile.TemporaryDirectory() as temporary:
        for forms in FORMS:
            folder = os.path.join(os.path.abspath(work or temporary), forms.replace(', ', '-').replace(' ', '-'))
            os.makedirs(folder, exist_ok=True)
            tables = {corpus: count(folder, corpus, forms) for corpus in CORPORA}
            tables[ALL] = add_up(tables.values(), os.path.join(folder, 'counts-all.tsv'))
            origins = {corpus: ['--counts', counts] for corpus, counts in tables.items()}
            if '--plurals' in FORMS[forms]:
                origins[BUILT_IN] = []
            features, zero = {}, {}
            for corpus, origin in origins.items():
                for weighting in WEIGHTINGS:
                    out = os.path.join(folder, 'features-%s-%s.tsv' % (corpus.replace(' ', '-'), weighting))
                    built = mitchell('features', 'build', *origin, '--weighting', weighting, '--out', out)
                    features[corpus, weighting] = out
                    zero[corpus, weighting] = set(built['zeroWords'])
            words = {row[0] for row in rows_of(features[ALL, 'raw'])[1:]}
            common = words - set.union(*zero.values())
            print('\n## %s\n' % forms.capitalize())
            print_table(Fits(folder), features, common)
            print()
            print_chance(Fits(folder), features)
            for corpus in origins:
                never = zero[corpus, 'raw']
                rarely = zero[corpus, 'ppmi'] - never
                print('- %s: %s meet no verb%s' % (corpus, listed(never), '; with ppmi %s are zero too' % listed(rarely) if rarely else ''))


main()
