"""Two tables and how far they agree, by scipy: what the tests compare ours with.

    python3 agreement.py           (numpy, scipy; in this folder; writes agree-a.tsv, agree-b.tsv, agree-c.tsv, agreement.json)

a and b have the same features in another order, ties, signs, a word that is all zero (igloo) and one that is constant
(door); each has words of its own. c has fewer columns, of other names. Figures are rounded to twelve decimals before
they are ranked, as rounding errors would break ties.
"""
import json

import numpy as np
from scipy.spatial.distance import cosine as distance
from scipy.stats import spearmanr

WORDS = ["ant", "bee", "cow", "dog", "eye", "fly", "igloo", "door", "arm", "leg", "cat", "bed"]
FEATURES = [f"f{i}" for i in range(9)]
random = np.random.default_rng(20081)
a = random.poisson(2.0, (12, 9)).astype(float)
b = np.round(0.7 * a + random.normal(0, 1.2, a.shape), 1)
a[WORDS.index("igloo")] = 0
b[WORDS.index("door")] = 1.5
order = random.permutation(9)
c = np.round(b @ random.normal(0, 1, (9, 4)), 3)


def write(name, words, features, rows):
    with open(name, "w", encoding="utf-8") as table:
        table.write("\t".join(["word", *features]) + "\n")
        for word, row in zip(words, rows):
            table.write("\t".join([word, *(format(x, "g") for x in row)]) + "\n")


def number(x):
    return None if np.isnan(x) else float(x)


def structure(x, y):
    kept = [w for w in range(len(WORDS)) if x[w].any() and y[w].any()]
    upper = [[round(1 - distance(t[i], t[j]), 12) for n, i in enumerate(kept) for j in kept[n + 1:]] for t in (x, y)]
    return number(spearmanr(*upper)[0])


write("agree-a.tsv", WORDS + ["onlya"], FEATURES, np.vstack([a, np.arange(9)]))
shuffled = random.permutation(12)
write("agree-b.tsv", ["onlyb", "alsob"] + [WORDS[w] for w in shuffled], [FEATURES[f] for f in order],
      np.vstack([np.ones((2, 9)), b[shuffled][:, order]]))
write("agree-c.tsv", WORDS, ["p", "q", "r", "s"], c)

per_word = []
for w, word in enumerate(WORDS):
    zero = not a[w].any() or not b[w].any()
    constant = np.ptp(a[w]) == 0 or np.ptp(b[w]) == 0
    per_word.append({"word": word, "cosine": None if zero else 1 - float(distance(a[w], b[w])),
                     "rank": None if constant else float(spearmanr(a[w], b[w])[0])})
cosines = [p["cosine"] for p in per_word if p["cosine"] is not None]
ranks = [p["rank"] for p in per_word if p["rank"] is not None]
with open("agreement.json", "w", encoding="utf-8") as out:
    json.dump({"meanCosine": float(np.mean(cosines)), "medianCosine": float(np.median(cosines)),
               "meanRank": float(np.mean(ranks)), "medianRank": float(np.median(ranks)),
               "similarity": structure(a, b), "similarityOfAAndC": structure(a, c), "perWord": per_word}, out, indent=1)
    out.write("\n")
