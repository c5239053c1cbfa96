#!/usr/bin/env python3
"""Norms from vectors: mitchell and scikit-learn in turn, on the folds that mitchell writes.

    python3 src/bench/norms.py --vectors glove.6B.50d.txt --norms concreteness.tsv

Without files it makes 31,619 words x 50 numbers and a norm that is a line and a fold of them.
Ridge is compared with RidgeCV (20 penalties, leave-one-out), the perceptron with MLPRegressor (128
units, early stopping, standardised inputs). Printed are the R2 of both, the largest difference of a
fold's R2 (ridge), and the seconds of both: mitchell's are those of the evaluation, as --json gives
them, beside what the whole command took, by the clock and of processor time, and its parts. The peer
fits and scores as many folds, and nothing beside them. Needs numpy and scikit-learn.
"""
import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np


def made(folder, words=31619, size=50):
    """Vectors and a norm that no line follows to its end."""
    rng = np.random.default_rng(5)
    X = rng.normal(size=(words, size)).astype(np.float32)
    U = X / np.linalg.norm(X, axis=1, keepdims=True)
    y = 3 + 4 * U[:, 0] - 3 * U[:, 1] + 4 * np.abs(U[:, 2]) + rng.normal(0, 0.5, words)
    vectors, norms = folder / "vectors.txt", folder / "norms.tsv"
    with open(vectors, "w") as out:
        for w in range(words):
            out.write(f"w{w} " + " ".join("%g" % v for v in X[w]) + "\n")
    with open(norms, "w") as out:
        out.write("word\tvalue\n")
        out.writelines(f"w{w}\t{y[w]:.4f}\n" for w in range(words))
    return vectors, norms


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_vectors(path, wanted):
    vectors = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, *numbers = line.rstrip("\n").split(" ")
            if word in wanted:
                vectors[word] = np.array(numbers, dtype=np.float32)
    return vectors


def run(options, model, repeats, threads, folder):
    command = [options.mitchell, "norms", "fit", "--vectors", options.vectors, "--norms", options.norms]
    command += ["--model", model, "--repeats", repeats, "--threads", threads, "--out", folder, "--json"]
    command += ["--columns", options.column] if options.column else ["--columns", "1"]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True)
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return json.loads(done.stdout), took, used


def peer(folder, options, make, repeats):
    """The R2 of each fold by scikit-learn, and how long fitting and predicting took."""
    said, folds = rows(folder / "predictions.tsv"), rows(folder / "folds.tsv")
    vectors = read_vectors(options.vectors, {row["word"].lower() for row in said})
    X = np.array([vectors[row["word"].lower()] for row in said], dtype=float)
    X /= np.linalg.norm(X, axis=1, keepdims=True)
    y = np.array([float(row["observed"]) for row in said])
    found, begun = [], time.perf_counter()
    for repeat in range(1, repeats + 1):
        fold = np.array([int(row[f"repeat{repeat}"]) for row in folds])
        for f in sorted(set(fold)):
            test = fold == f
            found.append(make().fit(X[~test], y[~test]).score(X[test], y[test]))
    return np.array(found), time.perf_counter() - begun


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mitchell", default="./mitchell")
    parser.add_argument("--vectors")
    parser.add_argument("--norms")
    parser.add_argument("--column", help="the norm (default: the first)")
    parser.add_argument("--repeats", type=int, default=10, help="of ridge (default: 10)")
    parser.add_argument("--mlp-repeats", type=int, default=1, help="of the perceptron (default: 1)")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    from sklearn.linear_model import RidgeCV
    from sklearn.neural_network import MLPRegressor
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    def ridge():
        return RidgeCV(np.logspace(-3, 4, 20))

    def perceptron():
        network = MLPRegressor(hidden_layer_sizes=(128,), early_stopping=True, random_state=0)
        return make_pipeline(StandardScaler(), network)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not options.vectors:
            options.vectors, options.norms = made(folder)
        print(f"{'':10}  {'R2':>7}  {'peer':>7}  {'farthest':>9}  {'s':>7}  {'peer s':>7}  {'command s':>9}  {'processor s':>11}")
        for model, make, repeats in [
            ("ridge", ridge, options.repeats),
            ("mlp", perceptron, options.mlp_repeats),
        ]:
            out = folder / model
            result, whole, used = run(options, model, repeats, options.threads, out)
            other, seconds = peer(out, options, make, repeats)
            own = np.array([float(row["r2"]) for row in rows(out / "scores.tsv")])
            print(
                f"{model:10}  {own.mean():7.4f}  {other.mean():7.4f}  {abs(own - other).max():9.1e}"
                f"  {result['seconds']['evaluate']:7.2f}  {seconds:7.2f}  {whole:9.2f}  {used:11.2f}"
            )
            parts = ", ".join(f"{part} {took:.2f}" for part, took in result["seconds"].items())
            print(f"{'':10}  {parts}, start and end {whole - sum(result['seconds'].values()):.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
