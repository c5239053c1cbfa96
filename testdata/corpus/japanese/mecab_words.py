"""Writes words.tsv: the words of text.txt as MeCab with IPADIC cuts its lines, as written and in base form.

An independent program with the same dictionary (2.7.0-20070801). Of its words the letters count, in lower case, as in every
text. Needs the packages mecab-python3 and ipadic.

    python mecab_words.py
"""

import pathlib
import unicodedata

import ipadic
import MeCab

FOLDER = pathlib.Path(__file__).parent
NO_BASE_FORM = "*"


def is_letter(character):
    return unicodedata.category(character).startswith("L")


tagger = MeCab.Tagger(ipadic.MECAB_ARGS)
rows = ["word\tbase"]
for line in (FOLDER / "text.txt").read_text(encoding="utf-8").splitlines():
    node = tagger.parseToNode(line)
    while node:
        word = "".join(filter(is_letter, node.surface))
        if word:
            features = node.feature.split(",")
            known = word == node.surface and len(features) > 6 and features[6] != NO_BASE_FORM
            rows.append(f"{word.lower()}\t{(features[6] if known else word).lower()}")
        node = node.next
(FOLDER / "words.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
print(len(rows) - 1, "words")
