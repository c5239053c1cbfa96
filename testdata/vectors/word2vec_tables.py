#!/usr/bin/env python3
"""Tables of word2vec for a small vocabulary, by the slowest way that is plainly right.

Writes word2vec_tables.json beside this script: for word counts the probability that an occurrence is
kept, the share of each word among negative samples, and the paths of the Huffman tree.
"""
import json
import math
import os

COUNTS = [50_000, 21_000, 9_000, 9_000, 4_000, 1_200, 700, 350, 350, 350, 90, 60, 60, 31, 12, 9, 7, 5, 5, 5]
SAMPLE = 1e-3


def kept(count, total):
    # word2vec.c: (sqrt(cn / (sample * train_words)) + 1) * (sample * train_words) / cn, kept if above a uniform number
    return min(1.0, (math.sqrt(count / (SAMPLE * total)) + 1) * (SAMPLE * total) / count)


def shares(counts, table_size=2_000_000):
    """As word2vec.c fills its table of places, and then by counting the places."""
    powers = [c**0.75 for c in counts]
    places = [0] * len(counts)
    word, reached = 0, powers[0] / sum(powers)
    for place in range(table_size):
        places[word] += 1
        if place / table_size > reached and word < len(counts) - 1:
            word += 1
            reached += powers[word] / sum(powers)
    return [p / table_size for p in places]


def tree(counts):
    """Joins the two rarest again and again, searched for among all that is left.

    Of equal counts an inner node comes before a word, an older inner node before a newer one, and a
    word further back in the vocabulary before one further ahead: the order of the original program.
    """
    left = [(c, 1, -i, ("word", i)) for i, c in enumerate(counts)]
    children = []
    while len(left) > 1:
        first = min(left)
        left.remove(first)
        second = min(left)
        left.remove(second)
        node = len(children)
        children.append((first[3], second[3]))
        left.append((first[0] + second[0], 0, node, ("node", node)))
    nodes, turns = [None] * len(counts), [None] * len(counts)

    def walk(what, path, way):
        kind, number = what
        if kind == "word":
            nodes[number], turns[number] = path, way
        else:
            for turn, child in enumerate(children[number]):
                walk(child, path + [number], way + [turn])

    walk(left[0][3], [], [])
    return nodes, turns


total = sum(COUNTS)
nodes, turns = tree(COUNTS)
result = {
    "counts": COUNTS,
    "sample": SAMPLE,
    "kept": [kept(c, total) for c in COUNTS],
    "shares": shares(COUNTS),
    "nodes": nodes,
    "turns": turns,
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "word2vec_tables.json"), "w") as out:
    json.dump(result, out, indent=1)
    out.write("\n")
