"""Makes divergences.json: how little the planes of scikit-learn's exact t-SNE diverge, and what a given plane's divergence is.

Run with a Python that has numpy, scipy and scikit-learn (1.9), where ../shared/data is: python make_divergences.py
Of the paper's 60 nouns in three tables, vectors of unit length, the best of ten descents (the first from the principal
components, nine from random places; 1,000 steps), as `figure words --method tsne` has them. Figures only.
"""
import csv
import json
import os

import numpy as np
from sklearn.manifold import TSNE

from make_embedding import HERE, probabilities, vectors

TABLES = os.path.join(HERE, '..', '..', '..', 'shared', 'data', 'mitchell2008')


def unit_vectors(table):
    with open(os.path.join(TABLES, table), newline='') as stream:
        rows = list(csv.reader(stream, delimiter='\t' if table.endswith('.tsv') else ','))
    x = np.array([[float(v) for v in row[1:]] for row in rows[1:]])
    x = x[(x != 0).any(1)]
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def divergence(p, y):
    """Kullback-Leibler, of the t-distributed neighbours of a plane from p, in nats."""
    q = 1 / (1 + ((y[:, None] - y[None]) ** 2).sum(-1))
    np.fill_diagonal(q, 0)
    q /= q.sum()
    some = p > 0
    return (p[some] * np.log(p[some] / q[some])).sum()


def main():
    best = {}
    for table in ('verb25_60nouns.csv', 'glove100_60nouns.tsv', 'mturk229_60nouns.csv'):
        x = unit_vectors(table)
        perplexity = (len(x) - 1) / 3
        descents = [TSNE(perplexity=perplexity, method='exact', init='pca' if seed == 0 else 'random', random_state=seed,
                         max_iter=1000).fit(x).kl_divergence_ for seed in range(10)]
        best[table] = {'words': len(x), 'perplexity': perplexity, 'divergence': float('%.5g' % min(descents))}
    plane = vectors('features_T.csv')[:, :2]
    result = {'bestOfTen': best, 'ofTheFirstTwoFeatures': float('%.10g' % divergence(probabilities(vectors('features_T.csv')), plane))}
    with open(os.path.join(HERE, 'divergences.json'), 'w') as file:
        json.dump(result, file, indent=1)
        file.write('\n')


if __name__ == '__main__':
    main()
