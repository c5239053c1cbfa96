"""Fits ridge regressions on the folds that `norms fit --out FOLDER` wrote, with numpy alone.

    python3 check_folds.py VECTORS FOLDER LAMBDA

Prints the largest difference of a fold's R2 from that in scores.tsv, and the mean R2.
"""
import csv
import sys
from pathlib import Path

import numpy as np

vectors = {}
for line in open(sys.argv[1], encoding="utf-8"):
    word, *numbers = line.split(" ")
    vectors[word] = np.array(numbers, dtype=np.float32).astype(float)
folder, penalty = Path(sys.argv[2]), float(sys.argv[3])


def rows(name):
    return list(csv.DictReader(open(folder / name, encoding="utf-8"), delimiter="\t"))


norm = rows("scores.tsv")[0]["norm"]
said = [row for row in rows("predictions.tsv") if row["norm"] == norm]
folds = [row for row in rows("folds.tsv") if row["norm"] == norm]
assert [row["word"] for row in said] == [row["word"] for row in folds]
X = np.array([vectors[row["word"].lower()] for row in said])
X /= np.linalg.norm(X, axis=1, keepdims=True)
y = np.array([float(row["observed"]) for row in said])
differences, found = [], []
for score in rows("scores.tsv"):
    if score["norm"] != norm:
        continue
    test = np.array([row["repeat" + score["repeat"]] == score["fold"] for row in folds])
    mean, centre = X[~test].mean(0), y[~test].mean()
    A = X[~test] - mean
    weights = np.linalg.solve(A.T @ A + penalty * np.eye(X.shape[1]), A.T @ (y[~test] - centre))
    errors = y[test] - centre - (X[test] - mean) @ weights
    r2 = 1 - (errors**2).sum() / ((y[test] - y[test].mean()) ** 2).sum()
    found.append(r2)
    differences.append(abs(r2 - float(score["r2"])))
print(f"{max(differences):.3e} {np.mean(found):.9f}")
