"""Every cross-validation scheme by its definition: each fold chooses its voxels and fits its model anew.

Slow on purpose, and no formula in common with the fast program. What a participant, a stability, a fit and a similarity
are is defined in ../analysis/brute_force.py; its README says which conventions were open.
"""
import itertools
import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'analysis'))

import brute_force

SCHEMES = ('leave-two-out', 'within-category', 'leave-category-out', 'within-left-out-category', 'presentations')


class Fold:
    """left: words outside the training; presentation: left out instead, or None; pairs: what is matched."""

    def __init__(self, left, presentation, pairs):
        self.left, self.presentation, self.pairs = list(left), presentation, list(pairs)


def folds(scheme, participant):
    """Folds in the order in which their pairs are listed: words alphabetically, categories too."""
    words, of = range(len(participant.words)), participant.categories
    every = list(itertools.combinations(words, 2))
    members = [[w for w in words if of[w] == c] for c in sorted(set(of))]
    if scheme == 'leave-two-out':
        return [Fold(pair, None, [pair]) for pair in every]
    if scheme == 'within-category':
        return [Fold(pair, None, [pair]) for pair in every if of[pair[0]] == of[pair[1]]]
    if scheme == 'leave-category-out':
        return [Fold(sorted(one + two), None, [(a, b) for a, b in every if {a, b} <= set(one + two) and of[a] != of[b]])
                for one, two in itertools.combinations(members, 2)]
    if scheme == 'within-left-out-category':
        return [Fold(one, None, itertools.combinations(one, 2)) for one in members if len(one) > 1]
    return [Fold([], p, every) for p in range(participant.presentations())]


def without_presentation(participant, p):
    fewer = object.__new__(brute_force.Participant)
    fewer.words, fewer.categories = participant.words, participant.categories
    fewer.responses = [np.delete(r, p, axis=0) for r in participant.responses]
    return fewer


def training_stability(participant, fold):
    if fold.presentation is None:
        return brute_force.stability(np.delete(participant.repeated(), fold.left, axis=1))
    return brute_force.stability(without_presentation(participant, fold.presentation).repeated())


class Scheme:
    """One scheme on one participant: its folds, and the voxels that each chooses."""

    def __init__(self, name, participant, voxels):
        self.name, self.participant = name, participant
        self.folds = folds(name, participant)
        self.stabilities = [training_stability(participant, fold) for fold in self.folds] if voxels != 'all' else []
        self.chosen = [brute_force.most_stable(s, voxels) for s in self.stabilities]
        raw = participant.images()
        self.largest = np.linalg.norm(raw - raw.mean(axis=0), axis=1).max()
        if voxels == 'all':
            self.chosen = [list(range(raw.shape[1])) for _ in self.folds]

    def gap(self, voxels):
        """How far the last chosen voxel is from the first left out, copies of it aside; the smallest of all folds."""
        gap = np.inf
        for fold, scores in zip(self.folds, self.stabilities):
            ranked = brute_force.most_stable(scores, voxels + 1)
            if len(ranked) > voxels:
                last, next_one = ranked[-2], ranked[-1]
                responses = self.participant.repeated()
                if not np.array_equal(responses[:, :, last], responses[:, :, next_one]):
                    gap = min(gap, scores[last] - scores[next_one])
        return gap

    def images(self, features, preset, scale, ridge):
        """A list with an entry a fold: {word: (predicted, observed)} as departures from the mean that the preset removes.

        features: {word: vector}, whichever vectors the words are given.
        """
        whole = brute_force.Analysis(self.participant, features, preset, scale, ridge)
        result = []
        for fold in self.folds:
            if fold.presentation is None:
                departures, intercept = whole.held_out(fold.left)
                result.append({w: (d, whole.images[w] - intercept) for w, d in zip(fold.left, departures)})
            else:
                result.append(self.of_presentation(fold.presentation, features, preset, scale, ridge))
        return result

    def of_presentation(self, p, features, preset, scale, ridge):
        """All words by the model of the other presentations, and as the presentation showed them."""
        rest = brute_force.Analysis(without_presentation(self.participant, p), features, preset, scale, ridge)
        words = range(len(rest.x))
        offset, divisor, coefficients, intercept = rest.fit(list(words))
        shown = np.array([r[p] for r in self.participant.responses])
        shown = shown - (shown.mean(axis=0) if preset == 'paper' else intercept)
        predicted = ((rest.x - offset) / divisor) @ coefficients
        return {w: (predicted[w], shown[w]) for w in words}

    def similarities(self, images, metric):
        """A row a pair, in the order of the folds: s(p1,o1), s(p1,o2), s(p2,o1), s(p2,o2)."""
        return np.array([[brute_force.similarity(of[a][0][columns], of[b][1][columns], metric, self.largest)
                          for a in pair for b in pair]
                         for fold, of, columns in zip(self.folds, images, self.chosen) for pair in fold.pairs])

    def pairs(self):
        return [pair for fold in self.folds for pair in fold.pairs]


def outcome(similarities, match, preset):
    """Correct pairs, ties, the smallest difference that is none and the largest that is."""
    correct, ties, margin, largest_tie = 0.0, 0, np.inf, 0.0
    for s11, s12, s21, s22 in similarities:
        differences = [s11 + s22 - s12 - s21] if match == 'sum' else [s11 - s12, s22 - s21]
        score = brute_force.verdict(differences, match)
        for d in differences:
            tie = abs(d) <= brute_force.TIE
            largest_tie, margin = (max(largest_tie, abs(d)), margin) if tie else (largest_tie, min(margin, abs(d)))
        ties += score == 0.5
        correct += score if score != 0.5 else 0.0 if preset == 'paper' else 0.5
    return correct, ties, margin, largest_tie
