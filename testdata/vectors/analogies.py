"""Analogies answered slowly, number by number, without any library: 3CosAdd and 3CosMul.

Written beside this script:
  analogies.txt   vectors of 30 made-up words, as text of GloVe
  analogies.tsv   for each question the words added, the words taken away, the method, and the three
                  best words with their scores

3CosAdd (Mikolov et al. 2013): the cosine with the sum of the unit vectors, those taken away
subtracted. 3CosMul (Levy and Goldberg 2014): the product of (1 + cosine) / 2 over the words added,
divided by (1 + cosine) / 2 + 1e-6 for each word taken away. The words of the question are no answer.
"""

import math
import pathlib
import random

HERE = pathlib.Path(__file__).parent
SIZE = 6
QUESTIONS = [
    (["baba", "dada"], ["caca"]),
    (["gege", "hihi"], ["baba"]),
    (["lolo", "mumu", "caca"], ["nana", "baba"]),
    (["caca"], ["dada"]),
    (["baba", "mumu"], []),
]


def vectors():
    rng = random.Random(2014)
    words = [a + v + a + v for v in "aeiou" for a in "bcdghlmn"][:30]
    words += [w for plus, minus in QUESTIONS for w in plus + minus if w not in words]
    words = list(dict.fromkeys(words))
    return {word: [round(rng.gauss(0, 1), 3) for _ in range(SIZE)] for word in words}


def unit(vector):
    length = math.sqrt(sum(x * x for x in vector))
    return [x / length for x in vector]


def cosine(a, b):
    return sum(x * y for x, y in zip(unit(a), unit(b)))


def add(vectors, word, plus, minus):
    total = [0.0] * SIZE
    for sign, words in ((1, plus), (-1, minus)):
        for each in words:
            total = [t + sign * x for t, x in zip(total, unit(vectors[each]))]
    return cosine(vectors[word], total)


def mul(vectors, word, plus, minus):
    product = 1.0
    for each in plus:
        product *= (1 + cosine(vectors[word], vectors[each])) / 2
    for each in minus:
        product /= (1 + cosine(vectors[word], vectors[each])) / 2 + 1e-6
    return product


def main():
    all_vectors = vectors()
    with open(HERE / "analogies.txt", "w", encoding="utf8", newline="\n") as out:
        for word, vector in all_vectors.items():
            out.write(word + "".join(" %.3f" % x for x in vector) + "\n")
    with open(HERE / "analogies.tsv", "w", encoding="utf8", newline="\n") as out:
        for plus, minus in QUESTIONS:
            for name, method in (("3cosadd", add), ("3cosmul", mul)):
                scores = {
                    word: method(all_vectors, word, plus, minus)
                    for word in all_vectors
                    if word not in plus + minus
                }
                best = sorted(scores, key=scores.get, reverse=True)[:3]
                out.write("\t".join([" ".join(plus), " ".join(minus), name]))
                for word in best:
                    out.write("\t%s\t%.9f" % (word, scores[word]))
                out.write("\n")


if __name__ == "__main__":
    main()
