"""Makes expected.json: principal components and t-SNE of features_T.csv and wide_T.csv (../analysis) by scikit-learn 1.9.

Run with a Python that has numpy, scipy and scikit-learn: python make_embedding.py
t-SNE has no single right answer: what is compared are the neighbour probabilities, and how far the plane diverges from them.
"""
import csv
import json
import os

import numpy as np
from scipy.optimize import brentq
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

HERE = os.path.dirname(os.path.abspath(__file__))
PERPLEXITY = 4


def vectors(table):
    with open(os.path.join(HERE, '..', 'analysis', table), newline='') as stream:
        rows = list(csv.reader(stream))[1:]
    return np.array([[float(x) for x in row[1:]] for row in sorted(rows)])


def probabilities(x):
    """p(i, j) with widths found by a root finder."""
    n = len(x)
    d = ((x[:, None] - x[None]) ** 2).sum(-1)
    conditional = np.zeros((n, n))
    for i in range(n):
        others = [j for j in range(n) if j != i]

        def p(log_precision):
            e = np.exp(-np.exp(log_precision) * (d[i, others] - d[i, others].min()))
            return e / e.sum()

        def excess(log_precision):
            q = p(log_precision)
            return -(q[q > 0] * np.log(q[q > 0])).sum() - np.log(PERPLEXITY)

        conditional[i, others] = p(brentq(excess, -20, 20, xtol=1e-13))
    return (conditional + conditional.T) / (2 * n)


def main():
    result = {}
    for table in ('features_T.csv', 'wide_T.csv'):
        x = vectors(table)
        pca = PCA(n_components=2, svd_solver='full').fit(x)
        best = min(TSNE(perplexity=PERPLEXITY, method='exact', init='pca' if seed == 0 else 'random', random_state=seed,
                        max_iter=2000).fit(x).kl_divergence_ for seed in range(5))
        result[table] = {'scores': [[float('%.10g' % v) for v in row] for row in pca.transform(x)],
                         'shares': [float('%.10g' % v) for v in pca.explained_variance_ratio_],
                         'probabilities': [[float('%.10g' % v) for v in row] for row in probabilities(x)],
                         'divergence': float('%.6g' % best)}
    with open(os.path.join(HERE, 'expected.json'), 'w') as file:
        json.dump(result, file, separators=(',', ':'))
        file.write('\n')


if __name__ == '__main__':
    main()
