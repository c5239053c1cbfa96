"""Files of word vectors in every format that is read, and what independent programs make of them.

Needs numpy, gensim 4 and Debian's fasttext (0.9.2). Written beside this script:
  words.bin, words-without-newlines.bin   word2vec binary, by struct
  gensim.bin                              the same vectors, by gensim
  words.txt glove.txt words.vec concepts.txt words.tsv   text
  fasttext.bin fasttext.tsv               a model that fasttext trained, and what it prints for
                                          words of the text and for others (print-word-vectors)
  fasttext-oldest.bin                     the same model without magic number and version
  dictionary.pickle array.npy             files that are refused
  answers.tsv                             cosine, correlation and distance of pairs by numpy
"""

import pathlib
import pickle
import struct
import subprocess
import tempfile

import gensim
import numpy as np

HERE = pathlib.Path(__file__).parent
WORDS = ["celery", "corn", "hammer", "pliers", "New_York", "caf\u00e9", "dog", "Dog"]
SIZE = 7


def rows():
    return (np.random.default_rng(2013).standard_normal((len(WORDS), SIZE)) / 4).astype("<f4")


def word2vec(path, vectors, newline):
    with open(path, "wb") as out:
        out.write(b"%d %d\n" % (len(WORDS) + 1, SIZE))
        for word, vector in zip(["</s>"] + WORDS, np.vstack([np.zeros((1, SIZE), "<f4"), vectors])):
            out.write(word.encode() + b" " + struct.pack("<%df" % SIZE, *vector) + newline)


def text(path, vectors, head, prefix, separator, end):
    with open(path, "w", encoding="utf8", newline="") as out:
        out.write(head)
        for word, vector in zip(WORDS, vectors):
            numbers = separator.join("%.9g" % x for x in vector)
            out.write(prefix + word + separator + numbers + end + "\n")


def fasttext():
    """Trains on sentences made by rule, so that nothing of others is committed."""
    rng = np.random.default_rng(5)
    names = ["celery", "corn", "carrot", "tomato", "hammer", "pliers", "saw", "caf\u00e9", "dog", "cat"]
    verbs = ["eats", "holds", "sees", "cuts"]
    with tempfile.TemporaryDirectory() as folder:
        corpus = pathlib.Path(folder) / "text.txt"
        corpus.write_text(
            "\n".join(
                " ".join([rng.choice(names), rng.choice(verbs), rng.choice(names)]) for _ in range(300)
            )
            + "\n",
            encoding="utf8",
        )
        subprocess.run(
            ["fasttext", "skipgram", "-input", corpus, "-output", f"{folder}/model", "-dim", "5",
             "-bucket", "97", "-minCount", "1", "-minn", "3", "-maxn", "5", "-thread", "1",
             "-epoch", "30", "-lr", "0.08"],
            check=True, capture_output=True)
        model = (pathlib.Path(folder) / "model.bin").read_bytes()
        asked = names + ["celeries", "caf\u00e9s", "hammering", "x"]
        printed = subprocess.run(
            ["fasttext", "print-word-vectors", f"{folder}/model.bin"],
            input="\n".join(asked) + "\n", text=True, check=True, capture_output=True).stdout
    (HERE / "fasttext.bin").write_bytes(model)
    (HERE / "fasttext.tsv").write_text(
        "".join(line.strip().replace(" ", "\t") + "\n" for line in printed.splitlines()),
        encoding="utf8")
    oldest(model)


def oldest(model):
    """The first releases wrote no magic number, no version, no pruning and no kind of matrix."""
    arguments = model[8:64]
    entries, words, labels, tokens, pruned = struct.unpack_from("<iiiqq", model, 64)
    assert pruned == -1
    at = 64 + 28
    start = at
    for _ in range(entries):
        at = model.index(b"\0", at) + 1 + 9
    rows, columns = struct.unpack_from("<qq", model, at + 1)
    end = at + 1 + 16 + 4 * rows * columns
    matrices = model[at + 1:end] + model[end + 1:]
    (HERE / "fasttext-oldest.bin").write_bytes(
        arguments + struct.pack("<iiiq", entries, words, labels, tokens) + model[start:at] + matrices)


def main():
    vectors = rows()
    word2vec(HERE / "words.bin", vectors, b"\n")
    word2vec(HERE / "words-without-newlines.bin", vectors, b"")
    keyed = gensim.models.KeyedVectors(SIZE)
    keyed.add_vectors(WORDS, vectors)
    keyed.save_word2vec_format(HERE / "gensim.bin", binary=True)
    text(HERE / "words.txt", vectors, "%d %d\n" % vectors.shape, "", " ", "")
    text(HERE / "glove.txt", vectors, "", "", " ", "")
    text(HERE / "words.vec", vectors, "%d %d\n" % vectors.shape, "", " ", " ")
    text(HERE / "concepts.txt", vectors, "%d %d\n" % vectors.shape, "/c/en/", " ", "")
    head = "word\t" + "\t".join("d%d" % (d + 1) for d in range(SIZE)) + "\n"
    text(HERE / "words.tsv", vectors, head, "", "\t", "")
    pickle.dump(dict(zip(WORDS, vectors.tolist())), open(HERE / "dictionary.pickle", "wb"))
    np.save(HERE / "array.npy", vectors)
    exact = vectors.astype(float)
    with open(HERE / "answers.tsv", "w") as out:
        for a, b in [(0, 1), (0, 2), (2, 3), (6, 7)]:
            x, y = exact[a], exact[b]
            cosine = x @ y / np.linalg.norm(x) / np.linalg.norm(y)
            out.write("%s\t%s\t%.12f\t%.12f\t%.12f\n"
                      % (WORDS[a], WORDS[b], cosine, np.corrcoef(x, y)[0, 1], np.linalg.norm(x - y)))
    fasttext()


if __name__ == "__main__":
    main()
