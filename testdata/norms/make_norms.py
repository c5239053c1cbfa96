"""Makes vectors.txt, norms.tsv and expected.json: what scikit-learn and scipy say of the same words.

    python3 testdata/norms/make_norms.py        (numpy, scipy, scikit-learn)

Ninety words of syllables have vectors of six numbers. 'taste' is linear in the unit vectors, with
noise; 'size' is a V of one direction, which no line can follow; 'kind' is a text. Some values are
missing, three rated words have no vector, one word is written in another case, one comes twice.
"""
import json
from pathlib import Path

import numpy as np
from scipy import stats
from sklearn.linear_model import LinearRegression, Ridge, RidgeCV
from sklearn.metrics import r2_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
WORDS, SIZE, FOLDS = 90, 6, 5
GRID = np.logspace(-3, 4, 20)

rng = np.random.default_rng(17)
first, second = ["ba", "ke", "li", "mo", "nu", "pa", "re", "si", "to"], list("bcdfgklmnp")
words = [a + b for a in first for b in second]
vectors = rng.normal(0.3, 1, (WORDS, SIZE)).round(5)
unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
taste = (2 + unit @ np.array([1, -2, 0.5, 0, 1.5, -1]) + rng.normal(0, 0.5, WORDS)).round(3)
size = (np.abs(unit[:, 0] - 0.2) * 4 + rng.normal(0, 0.2, WORDS)).round(2)

with open(HERE / "vectors.txt", "w") as out:
    for word, vector in zip(words, vectors):
        out.write(word + " " + " ".join("%.5f" % v for v in vector) + "\n")
with open(HERE / "norms.tsv", "w") as out:
    out.write("word\ttaste\tkind\tsize\n")
    for w, word in enumerate(words):
        missing = w % 30 == 7
        shown = word.capitalize() if w == 4 else word
        out.write(f"{shown}\t{taste[w]}\tfood\t{'NA' if missing else size[w]}\n")
    for word in ["zzx", "zzy", "zzz"]:
        out.write(f"{word}\t1.5\tnone\t2.5\n")
    out.write(f"{words[0]}\t{taste[0]}\tfood\t{size[0]}\n")

fold = np.arange(WORDS) % FOLDS
rng.shuffle(fold)


def scores(model, X, y):
    found = []
    for f in range(FOLDS):
        fitted = model().fit(X[fold != f], y[fold != f])
        last = fitted[-1] if hasattr(fitted, "steps") else fitted
        found.append(
            {
                "r2": r2_score(y[fold == f], fitted.predict(X[fold == f])),
                "penalty": float(getattr(last, "alpha_", getattr(last, "alpha", 0))),
            }
        )
    return found


twice = np.hstack([unit, unit[:, :2]])
wide = np.hstack([vectors, rng.normal(size=(WORDS, 94)).round(2)])
ties = np.round(taste)
expected = {
    "fold": fold.tolist(),
    "taste": taste.tolist(),
    "vectors": vectors.tolist(),
    "wide": wide.tolist(),
    "models": {
        "linear": scores(LinearRegression, unit, taste),
        "ridge": scores(lambda: Ridge(1), unit, taste),
        "auto": scores(lambda: RidgeCV(GRID), unit, taste),
        "zscored": scores(
            lambda: make_pipeline(StandardScaler(), RidgeCV(GRID * SIZE)), vectors, taste
        ),
        "twice": scores(LinearRegression, twice, taste),
        "wide": scores(lambda: Ridge(1), wide, taste),
    },
    "agreement": {
        "observed": ties.tolist(),
        "predicted": size.tolist(),
        "r2": r2_score(ties, size),
        "r": stats.pearsonr(ties, size).statistic,
        "rho": stats.spearmanr(ties, size).statistic,
        "rmse": float(np.sqrt(np.mean((ties - size) ** 2))),
    },
}
values = np.array([s["r2"] for s in expected["models"]["ridge"]])
half = stats.t.ppf(0.975, FOLDS - 1) * np.sqrt(values.var(ddof=1) * (1 / FOLDS + 1 / (FOLDS - 1)))
expected["interval"] = [values.mean() - half, values.mean() + half]
(HERE / "expected.json").write_text(json.dumps(expected) + "\n")
