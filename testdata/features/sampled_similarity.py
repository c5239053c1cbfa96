"""Expected value of TableAgreementTest.ofVeryManyWordsSoManyPairsAreDrawnThatTheFigureStands:
Spearman's correlation of cosines among random vectors, uniform in a cube, with the cosines of the
same vectors without their first coordinate. Prints the mean and the spread over three draws."""
import numpy as np
from scipy.stats import spearmanr

figures = []
for seed in range(3):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (4000, 3))
    y = x * [0, 1, 1]
    rows = np.triu_indices(4000, 1)
    cosines = [(u := v / np.linalg.norm(v, axis=1, keepdims=True)) @ u.T for v in (x, y)]
    figures.append(spearmanr(cosines[0][rows], cosines[1][rows])[0])
print("%.4f +- %.4f" % (np.mean(figures), np.std(figures)))
