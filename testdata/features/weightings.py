"""Counts, totals and the five weightings of text.txt, in the plainest way: what the tests compare ours with.

    python3 weightings.py          (in this folder; writes weighted-NAME.tsv for raw, unit, pmi, ppmi and log)

Every ordered pair of token positions of a paragraph at most WINDOW apart is visited one by one. The count expected by
chance is the sum, over these pairs, of the probability that the first is the noun and the second the verb. PMI is the
difference of logarithms of exact fractions.
"""
import math
import re
from fractions import Fraction

WINDOW = 4
NOUNS = ["dog", "cat", "bee", "celery", "saw", "key", "door", "igloo"]
VERBS = {"see": "see sees saw", "hear": "hear hears heard", "eat": "eat eats ate", "say": "say says said",
         "drive": "drive drives drove"}

with open("text.txt", encoding="utf-8") as text:
    paragraphs = [re.findall("[a-z]+", p.lower()) for p in re.split(r"\n\s*\n", text.read())]
tokens = [token for paragraph in paragraphs for token in paragraph]
chance_noun = {n: Fraction(sum(t == n for t in tokens), len(tokens)) for n in NOUNS}
chance_verb = {v: Fraction(sum(t in forms.split() for t in tokens), len(tokens)) for v, forms in VERBS.items()}
pairs = [(p[i], p[j]) for p in paragraphs for i in range(len(p)) for j in range(len(p)) if 0 < abs(i - j) <= WINDOW]


def log2(fraction):
    return math.log2(fraction.numerator) - math.log2(fraction.denominator)


def rows(weighting):
    for noun in NOUNS:
        counts = {v: sum(a == noun and b in forms.split() for a, b in pairs) for v, forms in VERBS.items()}
        row = []
        for verb, count in counts.items():
            expected = sum((chance_noun[noun] * chance_verb[verb] for _ in pairs), Fraction(0))
            pmi = log2(Fraction(count) / expected) if count else 0.0
            row.append({"raw": float(count), "log": math.log(1 + count), "pmi": pmi, "ppmi": pmi if pmi > 0 else 0.0,
                        "unit": count / math.hypot(*counts.values()) if any(counts.values()) else 0.0}[weighting])
        yield noun, row


for weighting in ["raw", "unit", "pmi", "ppmi", "log"]:
    with open(f"weighted-{weighting}.tsv", "w", encoding="utf-8") as table:
        table.write("\t".join(["word", *VERBS]) + "\n")
        for noun, row in rows(weighting):
            table.write("\t".join([noun, *map(repr, row)]) + "\n")
print(len(tokens), "tokens,", len(pairs), "pairs")
