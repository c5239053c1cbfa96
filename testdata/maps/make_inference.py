"""Makes inference.json: maps of participant T1 (../analysis) and what they are worth, by the definitions.

Every relabelling is evaluated by refitting every fold (../analysis/brute_force.py); p-values are counted with loops or
taken from scipy. Run with Debian's /usr/bin/python3 (numpy 1.24, scipy 1.10): python3 make_inference.py
"""
import json
import os
import sys

os.environ['OPENBLAS_NUM_THREADS'] = '1'   # before numpy is loaded

import numpy as np
import scipy.io
import scipy.stats

HERE = os.path.dirname(os.path.abspath(__file__))
ANALYSIS = os.path.join(HERE, '..', 'analysis')
sys.path.insert(0, ANALYSIS)
import brute_force  # noqa: E402

RELABELLINGS = 6
CONFIGURATIONS = [('features_T.csv', preset, scale, ridge)
                  for preset in ('paper', 'strict') for scale in ('unit', 'zscore', 'none') for ridge in (0, 0.5)]
CONFIGURATIONS += [('wide_T.csv', 'paper', 'unit', 0.5), ('wide_T.csv', 'strict', 'unit', 0), ('onehot_T.csv', 'paper', 'unit', 0),
                   ('deficient_T.csv', 'paper', 'unit', 0)]


def participant():
    """Responses as float32, as the program keeps them; arithmetic on them is in double."""
    mat = scipy.io.loadmat(os.path.join(ANALYSIS, 'data-science-T1.mat'), variable_names=('info', 'data'))
    return brute_force.Participant([
        (str(i['word'][0]), str(i['cond'][0]), int(i['epoch'][0, 0]), values.ravel().astype(np.float32))
        for i, values in zip(mat['info'].ravel(), mat['data'].ravel())])


def rounded(values):
    return [None if not np.isfinite(x) else float('%.12g' % x) for x in values]


def mean_predictions(analysis):
    """Raw predicted images, words x voxels: the mean over all folds that hold a word out."""
    n = len(analysis.x)
    total = np.zeros_like(analysis.images)
    for fold in analysis.folds():
        departure, intercept = analysis.held_out(fold)
        for k, word in enumerate(fold):
            total[word] += departure[k] + intercept
    return total / (n - 1)


def explained_variance(analysis):
    """1 - SSE / SST from the raw images: preset paper predicts a departure from the training words' mean."""
    n = len(analysis.x)
    predicted = mean_predictions(analysis)
    sse, sst = 0, 0
    for w in range(n):
        others = np.mean([analysis.raw[o] for o in range(n) if o != w], axis=0)
        guess = predicted[w] + (others if analysis.preset == 'paper' else 0)
        sse = sse + (analysis.raw[w] - guess) ** 2
        sst = sst + (analysis.raw[w] - others) ** 2
    with np.errstate(all='ignore'):
        r2 = 1 - sse / sst
    r2[np.ptp(analysis.raw, axis=0) == 0] = np.nan
    return r2


def relabelled_maps(person, features, preset, scale, ridge, relabellings):
    maps = []
    for of in relabellings:
        table = {word: features[person.words[number]] for word, number in zip(person.words, of)}
        maps.append(brute_force.Analysis(person, table, preset, scale, ridge).correlation_map())
    return maps


def judged(rng):
    """A made-up map of 40 voxels with 99 null maps: all p-values by counting."""
    observed = np.round(rng.normal(0.15, 0.2, 40), 2)           # rounded, so that there are ties
    observed[7] = np.nan
    nulls = np.round(rng.normal(0, 0.2, (99, 40)), 2)
    nulls[:, 7] = np.nan
    defined = [v for v in range(40) if v != 7]
    p, pooled, fwer = np.full(40, np.nan), np.full(40, np.nan), np.full(40, np.nan)
    every = nulls[:, defined].ravel()
    for v in defined:
        p[v] = (1 + sum(x >= observed[v] for x in nulls[:, v])) / 100
        pooled[v] = (1 + sum(x >= observed[v] for x in every)) / (1 + len(every))
        fwer[v] = (1 + sum(max(row[defined]) >= observed[v] for row in nulls)) / 100
    fdr = np.full(40, np.nan)
    q = benjamini_hochberg(pooled[defined])
    for v, value in zip(defined, q):
        fdr[v] = value
    return {'observed': rounded(observed), 'nulls': [rounded(row) for row in nulls], 'p': rounded(p), 'pooledP': rounded(pooled),
            'fwer': rounded(fwer), 'fdr': rounded(fdr), 'nullMean': rounded(nulls.mean(axis=0))}


def benjamini_hochberg(p):
    """The smallest level at which the step-up procedure rejects each hypothesis, by trying every level of rejection."""
    m = len(p)
    ordered = sorted(p)
    adjusted = []
    for one in p:
        levels = [ordered[k] * m / (k + 1) for k in range(m) if ordered[k] >= one]
        adjusted.append(min(levels))
    return np.array(adjusted)


def flipped(rng):
    """Departures of 5 participants at 30 voxels, some missing: t by scipy, all 32 patterns of signs."""
    departures = rng.normal(0.05, 0.1, (5, 30))
    departures[2, 4] = departures[0, 9] = departures[1, 9] = np.nan
    def t(values):
        statistic = scipy.stats.ttest_1samp(values, 0, axis=0, nan_policy='omit').statistic
        return np.ma.filled(statistic, np.nan)

    observed = t(departures)
    every = []
    for pattern in range(32):
        signs = np.array([-1 if pattern >> k & 1 else 1 for k in range(5)])
        every.append(t(departures * signs[:, None]))
    every = np.array(every)
    highest = every.max(axis=1)
    tie = 1e-9
    return {'departures': [rounded(row) for row in departures], 't': rounded(observed),
            'p': rounded((every >= observed - tie).mean(axis=0)),
            'fwer': rounded([(highest >= x - tie).mean() for x in observed])}


def crossed(rng):
    """Made-up r of 5 participants at 30 voxels in a line with 59 relabellings: t by scipy, and the larger of two p.

    One is that of t among all patterns of signs, the other that of the mean r among relabellings; sizes of clusters are of t in both. Three participants lack a voxel each. A cluster is a run of voxels with t of 2 or more.
    """
    observed = rng.normal(0.12, 0.12, (5, 30))
    relabelled = rng.normal(-0.02, 0.1, (59, 5, 30)) + rng.normal(0, 0.08, (59, 1, 30))
    for participant, voxel in ((2, 4), (0, 9), (1, 9)):
        observed[participant, voxel] = np.nan
        relabelled[:, participant, voxel] = np.nan
    chance = relabelled.mean(axis=0)

    def t(values):
        return np.ma.filled(scipy.stats.ttest_1samp(values, 0, axis=0, nan_policy='omit').statistic, np.nan)

    def longest(row):
        return max(len(run) for run in ''.join('x' if x >= 2 else ' ' for x in row).split(' '))

    statistic = t(observed - chance)
    signs = [np.array([-1 if pattern >> k & 1 else 1 for k in range(5)]) for pattern in range(1, 32)]
    of_t = [np.array([t(r - chance) for r in relabelled]), np.array([t((observed - chance) * s[:, None]) for s in signs])]
    kinds = [(np.nanmean(observed, axis=0), np.nanmean(relabelled, axis=1)), (statistic, of_t[1])]
    tie = 1e-9

    def larger(count):
        return np.max([[(1 + count(x, null, v)) / (1 + len(null)) for v in range(30)] for x, null in kinds], axis=0)

    pooled = np.max([[(1 + (null >= one - tie).sum()) / (1 + null.size) for one in x] for x, null in kinds], axis=0)
    return {'observed': [rounded(row) for row in observed], 'relabelled': [[rounded(row) for row in one] for one in relabelled],
            't': rounded(statistic), 'relabelledT': [rounded(row) for row in of_t[0]],
            'p': rounded(larger(lambda x, null, v: (null[:, v] >= x[v] - tie).sum())),
            'fwer': rounded(larger(lambda x, null, v: (null.max(axis=1) >= x[v] - tie).sum())),
            'pooledP': rounded(pooled), 'fdr': rounded(benjamini_hochberg(list(pooled))),
            'clusterP': [max((1 + sum(longest(row) >= size for row in null)) / (1 + len(null)) for null in of_t) for size in range(1, 6)],
            'shareWithCluster': [max(sum(longest(row) >= size for row in null) / len(null) for null in of_t) for size in range(1, 6)]}


def ceilings():
    """Pairs of stability and presentations with the correlation that a simulated voxel's mean has with its signal."""
    out = []
    for s in (-0.1, 0.0, 0.02, 0.1, 0.5, 0.9):
        for r in (2, 6):
            # With signal of variance s and noise of variance 1 - s: cov(mean, signal) / (sd sd).
            value = s / np.sqrt(s * (s + (1 - s) / r)) if s > 0 else np.nan
            out.append({'stability': s, 'presentations': r, 'ceiling': rounded([value])[0]})
    return out


def similarities(person):
    """Cosines between words: of unit feature vectors, of held-out predictions and of observed images without their means."""
    features = brute_force.read_features(os.path.join(ANALYSIS, 'features_T.csv'))[1]
    analysis = brute_force.Analysis(person, features, 'paper', 'unit', 0)
    predicted = mean_predictions(analysis)

    def cosines(rows):
        return [rounded([a @ b / np.linalg.norm(a) / np.linalg.norm(b) for b in rows]) for a in rows]

    result = {'features': cosines(analysis.x), 'predicted': cosines(predicted - predicted.mean(axis=0)),
              'observed': cosines(analysis.images)}
    lower = np.tril_indices(len(person.words), -1)
    result['agreement'] = float('%.12g' % np.corrcoef(np.array(result['predicted'])[lower], np.array(result['observed'])[lower])[0, 1])
    return result


def main():
    rng = np.random.default_rng(2008)
    person = participant()
    relabellings = [[int(n) for n in rng.permutation(len(person.words))] for _ in range(RELABELLINGS)]
    configurations = []
    for table, preset, scale, ridge in CONFIGURATIONS:
        features = brute_force.read_features(os.path.join(ANALYSIS, table))[1]
        analysis = brute_force.Analysis(person, features, preset, scale, ridge)
        configurations.append({
            'features': table, 'preset': preset, 'scale': scale, 'ridge': ridge,
            'r': rounded(analysis.correlation_map()), 'r2': rounded(explained_variance(analysis)),
            'relabelled': [rounded(m) for m in relabelled_maps(person, features, preset, scale, ridge, relabellings)]})
    result = {'words': person.words, 'relabellings': relabellings, 'configurations': configurations,
              'judged': judged(rng), 'flipped': flipped(rng), 'crossed': crossed(np.random.default_rng(2016)), 'ceilings': ceilings(),
              'similarities': similarities(person)}
    with open(os.path.join(HERE, 'inference.json'), 'w') as file:
        json.dump(result, file, separators=(',', ':'))
        file.write('\n')


if __name__ == '__main__':
    main()
