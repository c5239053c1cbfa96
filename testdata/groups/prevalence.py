#!/usr/bin/env python3
"""The posterior of a prevalence on a fine grid, for PrevalenceTest: python3 prevalence.py > prevalence.json

With a test of level a that finds every effect, a participant is significant with probability
t = a + (1 - a) g, where g is the prevalence. A uniform prior on g in 0..1 is a uniform one on t in a..1;
the posterior is t^k (1 - t)^(n - k) there (Ince, Paton, Kay and Schyns 2021, eLife 10:e62461). The
interval is the shortest one that holds 95%: grid cells are taken from the highest density down.
"""
import json

import numpy as np

CELLS = 2_000_000
made = []
for k, n, level in [(0, 6, 0.05), (1, 6, 0.05), (5, 6, 0.05), (6, 6, 0.05), (9, 9, 0.05), (12, 40, 0.01), (1, 1, 0.05), (0, 1, 0.05)]:
    g = (np.arange(CELLS) + 0.5) / CELLS
    t = level + (1 - level) * g
    log = k * np.log(t) + (n - k) * np.log1p(-t)
    density = np.exp(log - log.max())
    density /= density.sum()
    order = np.argsort(-density, kind="stable")
    held = order[: np.searchsorted(np.cumsum(density[order]), 0.95) + 1]
    made.append({
        "significant": k, "participants": n, "level": level, "estimate": float(g[np.argmax(density)]),
        "low": float(held.min() / CELLS), "high": float((held.max() + 1) / CELLS),
    })
print(json.dumps(made, indent=1))
