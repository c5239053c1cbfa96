"""Leave-one-out ranks by their definition: every fold is refitted, every candidate's image is made.

Slow on purpose: it shares no formula with the program whose figures it checks. The model, the selection and the
similarity are those of ../analysis/brute_force.py; percentiles are scipy's.
"""
import os
import sys

import numpy as np
import scipy.special
import scipy.stats

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'analysis'))

import brute_force  # noqa: E402


def scaled(analysis, raw, own_rows):
    """Any word's features as the analysis scales those of its own words (own_rows: their raw features)."""
    if analysis.scale == 'unit':
        length = np.linalg.norm(raw)
        return raw / length if length > 0 else raw
    if analysis.scale == 'zscore' and analysis.preset == 'paper':
        return (raw - brute_force.centre(own_rows)) / brute_force.spread(own_rows)
    return raw


def fold_voxels(participant, voxels):
    """A list of columns a held-out word."""
    words = len(participant.words)
    if voxels == 'all':
        return [list(range(participant.images().shape[1]))] * words
    repeated = participant.repeated()
    return [brute_force.most_stable(brute_force.stability(np.delete(repeated, w, axis=1)), voxels)
            for w in range(words)]


def similarities(participant, features, candidates, word, columns, preset, scale, ridge, metric):
    """{candidate: similarity} for one held-out word (its number), itself among them; features: {word: raw vector}."""
    analysis = brute_force.Analysis(participant, features, preset, scale, ridge)
    own_rows = np.array([features[w] for w in participant.words])
    offset, divisor, coefficients, intercept = analysis.fit([w for w in range(len(own_rows)) if w != word])
    observed, coefficients = (analysis.images[word] - intercept)[columns], coefficients[:, columns]
    largest = np.linalg.norm(analysis.raw - analysis.raw.mean(axis=0), axis=1).max()
    name = participant.words[word]
    vectors = {c: v for c, v in candidates.items() if c != name}
    vectors[name] = features[name]
    result = {}
    for candidate, raw in vectors.items():
        predicted = ((scaled(analysis, raw, own_rows) - offset) / divisor) @ coefficients
        result[candidate] = brute_force.similarity(predicted, observed, metric, largest)
    return result


def outcome(by_candidate, word, temperature):
    """Percentile, place, number of candidates, similarity and probability of the right word."""
    right = by_candidate[word]
    others = np.array([s for c, s in by_candidate.items() if c != word])
    settled = np.where(abs(others - right) <= brute_force.TIE, right, others)
    probabilities = scipy.special.softmax(np.array(list(by_candidate.values())) / temperature)
    return {'percentile': scipy.stats.percentileofscore(settled, right, kind='mean') / 100,
            'place': float(scipy.stats.rankdata(-np.append(settled, right))[-1]),
            'candidates': len(by_candidate), 'similarity': right,
            'probability': float(probabilities[list(by_candidate).index(word)])}


def relabelled(participant, permutation):
    """The participant whose word p[w] has the responses of word w: what giving w the features of p[w] means."""
    other = object.__new__(brute_force.Participant)
    other.words, other.categories = participant.words, participant.categories
    other.responses = [None] * len(participant.words)
    for w, p in enumerate(permutation):
        other.responses[p] = participant.responses[w]
    return other
