"""What gensim reads of files that mitchell writes, bit by bit. Needs numpy and gensim 4.

    python gensim_reads.py make                                  writes written-source.txt: any numbers, extreme ones among them
    mitchell vectors convert written-source.txt --out written.bin
    mitchell vectors convert written-source.txt --out written.txt
    python gensim_reads.py                                       writes written.tsv: the bits that gensim reads, of both files
"""

import pathlib
import sys

import gensim
import numpy as np

HERE = pathlib.Path(__file__).parent
WORDS = ["celery", "caf\u00e9", "\u732b", "New_York", "\U0001f600", "x"]
EXTREMES = [1e-45, -1e-45, 1.17549435e-38, 3.4028235e38, -3.4028235e38, 0.0, -0.0, 1 / 3, 16777217.0, 1e-10, 0.1, 2.0**-149 * 3]


def make():
    bits = np.random.default_rng(7).integers(0, 2**32, (len(WORDS), 20), dtype=np.uint32)
    rows = bits.view("<f4").copy()
    rows[~np.isfinite(rows)] = 0.5
    rows[0, : len(EXTREMES)] = np.array(EXTREMES, "<f4")
    with open(HERE / "written-source.txt", "w", encoding="utf-8") as out:
        out.write("%d %d\n" % rows.shape)
        for word, row in zip(WORDS, rows):
            out.write(word + "".join(" %.9g" % number for number in row) + "\n")


def read(name, binary):
    vectors = gensim.models.KeyedVectors.load_word2vec_format(str(HERE / name), binary=binary)
    return {word: vectors[word].astype("<f4").view("<u4").tolist() for word in vectors.index_to_key}


if sys.argv[1:] == ["make"]:
    make()
else:
    binary, text = read("written.bin", True), read("written.txt", False)
    assert binary == text, "gensim reads other numbers of the text"
    lines = ["\t".join([word] + ["%08x" % bits for bits in row]) for word, row in binary.items()]
    (HERE / "written.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "words")
