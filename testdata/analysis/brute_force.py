"""The analysis by its definitions: every fold is refitted, nothing is kept from one fold to the next.

Slow on purpose. It shares no formula with the fast program whose figures it checks: no closed form, no down-dated sums,
no hat matrix. README.md beside it lists the conventions.
"""
import csv
import itertools

import numpy as np

TIE = 1e-9            # scores closer than this are equal
VANISHING = 1e-12     # an image this much smaller than the largest word image counts as zero


class Participant:
    """Words in alphabetical order, each with its category and responses (presentations x voxels, in epoch order)."""

    def __init__(self, trials):
        """trials: (word, category, epoch, responses of one trial) in any order."""
        by_word = {}
        for word, category, epoch, values in trials:
            by_word.setdefault(word, (category, {}))[1][epoch] = np.asarray(values, float)
        self.words = sorted(by_word)
        self.categories = [by_word[w][0] for w in self.words]
        self.responses = [np.array([by_word[w][1][e] for e in sorted(by_word[w][1])]) for w in self.words]

    def with_presentations(self, numbers):
        """Only these presentations (1 = first) of every word."""
        chosen = object.__new__(Participant)
        chosen.words, chosen.categories = self.words, self.categories
        chosen.responses = [r[[n - 1 for n in numbers]] for r in self.responses]
        return chosen

    def presentations(self):
        """The smallest number of presentations of any word."""
        return min(len(r) for r in self.responses)

    def repeated(self):
        """presentations x words x voxels: the first m presentations of each word."""
        m = self.presentations()
        return np.array([r[:m] for r in self.responses]).swapaxes(0, 1)

    def images(self):
        """words x voxels: the mean over all of a word's presentations."""
        return np.array([r.mean(axis=0) for r in self.responses])


def read_features(path):
    """(names, {word: vector}) of a table whose first column is the word."""
    with open(path, newline='') as file:
        rows = list(csv.reader(file, delimiter='\t' if path.endswith('.tsv') else ','))
    return rows[0][1:], {row[0]: np.array([float(x) for x in row[1:]]) for row in rows[1:]}


def stability(repeated):
    """Mean over all pairs of presentations of the correlation over words; NaN where any presentation is constant."""
    count, _, voxels = repeated.shape
    result = np.full(voxels, np.nan)
    if count < 2:
        return result
    for v in range(voxels):
        rows = repeated[:, :, v]
        if (rows.max(axis=1) > rows.min(axis=1)).all():
            r = np.corrcoef(rows)
            result[v] = np.mean([r[p, q] for p, q in itertools.combinations(range(count), 2)])
    return result


def most_stable(scores, count):
    """Columns by falling score; equal scores by rising column; NaN never."""
    order = sorted((v for v in range(len(scores)) if not np.isnan(scores[v])), key=lambda v: (-scores[v], v))
    return order[:count]


def spread(x):
    """Population standard deviation of each column; 1 where the column is constant."""
    sd = x.std(axis=0)
    sd[x.max(axis=0) == x.min(axis=0)] = 1.0
    return sd


def centre(x):
    """Mean of each column; exactly the constant where the column is constant."""
    mean = x.mean(axis=0)
    constant = x.max(axis=0) == x.min(axis=0)
    mean[constant] = x[0][constant]
    return mean


def solve(x, y, ridge):
    """Coefficients, features x voxels: ridge, or for ridge 0 the least-squares solution of smallest norm."""
    if ridge == 0:
        return np.linalg.lstsq(x, y, rcond=None)[0]
    return np.linalg.solve(x.T @ x + ridge * np.eye(x.shape[1]), x.T @ y)


class Analysis:
    """One participant, one feature table, one preset: fits on some words, predicts others."""

    def __init__(self, participant, features, preset, scale, ridge):
        self.participant, self.preset, self.scale, self.ridge = participant, preset, scale, ridge
        self.raw = participant.images()
        x = np.array([features[w] for w in participant.words])
        if scale == 'unit':
            x = x / np.linalg.norm(x, axis=1, keepdims=True)
        elif scale == 'zscore' and preset == 'paper':
            x = (x - centre(x)) / spread(x)
        self.x = x
        self.images = self.raw - self.raw.mean(axis=0) if preset == 'paper' else self.raw

    def fit(self, train):
        """(feature offset, feature divisor, coefficients, intercept) of these words."""
        x, y = self.x[train], self.images[train]
        if self.preset == 'paper':
            return 0.0, 1.0, solve(x, y, self.ridge), np.zeros(y.shape[1])
        offset, divisor = centre(x), spread(x) if self.scale == 'zscore' else 1.0
        intercept = y.mean(axis=0)
        return offset, divisor, solve((x - offset) / divisor, y - intercept, self.ridge), intercept

    def held_out(self, held):
        """(departures from the intercept, intercept) predicted for words the fit has not seen."""
        train = [w for w in range(len(self.x)) if w not in held]
        offset, divisor, coefficients, intercept = self.fit(train)
        return ((self.x[list(held)] - offset) / divisor) @ coefficients, intercept

    def folds(self):
        return list(itertools.combinations(range(len(self.x)), 2))

    def signatures(self):
        return self.fit(list(range(len(self.x))))[2]

    def leave_one_out(self, word):
        """The predicted image of one word by the others, on the scale of the images (strict: raw)."""
        departure, intercept = self.held_out((word,))
        return departure[0] + intercept

    def correlation_map(self):
        n = len(self.x)
        total = np.zeros_like(self.images)
        for fold in self.folds():
            departures, intercept = self.held_out(fold)
            for place, word in enumerate(fold):
                total[word] += departures[place] + intercept
        predicted = total / (n - 1)
        result = np.full(self.raw.shape[1], np.nan)
        for v in range(len(result)):
            if self.raw[:, v].max() > self.raw[:, v].min():
                result[v] = np.corrcoef(predicted[:, v], self.images[:, v])[0, 1]
        return result

    def similarities(self, voxels, metric, chosen):
        """folds x 4: s(p1,o1), s(p1,o2), s(p2,o1), s(p2,o2) over each fold's voxels; chosen: columns per fold."""
        largest = np.linalg.norm(self.raw - self.raw.mean(axis=0), axis=1).max()
        result = []
        for fold in self.folds():
            departures, intercept = self.held_out(fold)
            columns = list(range(self.raw.shape[1])) if voxels == 'all' else chosen[fold]
            p, o = departures[:, columns], (self.images[list(fold)] - intercept)[:, columns]
            result.append([similarity(p[i], o[j], metric, largest) for i in (0, 1) for j in (0, 1)])
        return np.array(result)


def similarity(a, b, metric, largest):
    if metric == 'correlation':
        a, b = a - a.mean(), b - b.mean()
    lengths = np.linalg.norm(a), np.linalg.norm(b)
    if min(lengths) <= VANISHING * largest:
        return 0.0
    return float(a @ b / (lengths[0] * lengths[1]))


def selections(participant, voxels):
    """({fold: columns}, smallest gap between the last chosen and the first left out, copies aside)."""
    repeated, chosen, gap = participant.repeated(), {}, np.inf
    n = repeated.shape[1]
    for fold in itertools.combinations(range(n), 2):
        scores = stability(np.delete(repeated, fold, axis=1))
        chosen[fold] = most_stable(scores, voxels)
        ranked = most_stable(scores, voxels + 1)
        if len(ranked) > voxels:
            last, next_one = ranked[voxels - 1], ranked[voxels]
            if not np.array_equal(repeated[:, :, last], repeated[:, :, next_one]):
                gap = min(gap, scores[last] - scores[next_one])
    return chosen, gap


def verdict(differences, match):
    """1, 1/2 or 0 for each comparison of a pair, joined by the rule: sum has one, single is or, strict is and."""
    scores = [0.5 if abs(d) <= TIE else float(d > 0) for d in differences]
    return max(scores) if match == 'single' else min(scores)


def outcome(analysis, similarities, match):
    """Counts of a configuration; a tied pair is wrong in the paper preset and half right in the strict one."""
    categories = analysis.participant.categories
    correct, pairs, ties, margin, largest_tie = {True: 0.0, False: 0.0}, {True: 0, False: 0}, 0, np.inf, 0.0
    for (a, b), (s11, s12, s21, s22) in zip(analysis.folds(), similarities):
        differences = [s11 + s22 - s12 - s21] if match == 'sum' else [s11 - s12, s22 - s21]
        score = verdict(differences, match)
        for d in differences:
            if abs(d) <= TIE:
                largest_tie = max(largest_tie, abs(d))
            else:
                margin = min(margin, abs(d))
        if score == 0.5:
            ties += 1
            score = 0.0 if analysis.preset == 'paper' else 0.5
        same = categories[a] == categories[b]
        correct[same] += score
        pairs[same] += 1
    return {'pairs': len(similarities), 'correct': correct[True] + correct[False],
            'within': {'pairs': pairs[True], 'correct': correct[True]},
            'between': {'pairs': pairs[False], 'correct': correct[False]},
            'ties': ties, 'minMargin': margin, 'largestTie': largest_tie}
