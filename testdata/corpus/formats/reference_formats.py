"""Makes small corpora in the formats of lines, and counts them in the plainest way: what the tests compare ours with.

    python3 reference_formats.py make     writes the corpora into the folder where it is called
    python3 reference_formats.py count    writes a table (and its totals as JSON) for each of them

The n-grams are made up: words of English drawn at random (seed 5), in the layouts that the publishers document. Some
lines hold what real files have: markers, tagged entries, punctuation, letters beyond ASCII, bytes that are no UTF-8.
"""
import json
import random
import re
import sys
from collections import Counter

NOUNS = "saw saws/celery/hammer hammers/fly flies/watch watches/café cafés"
VERBS = "see sees saw seen/eat eats ate eaten eating/open opens opened/watch watches watched/fly flies flew"
NOUNS, VERBS = ([group.split() for group in groups.split("/")] for groups in (NOUNS, VERBS))
TAGS = "NOUN VERB ADJ ADV PRON DET ADP NUM CONJ PRT X .".split()
WORDS = """saw:NOUN saw:VERB Saw:VERB saws:NOUN celery:NOUN CELERY:NOUN hammer:NOUN flies:NOUN flies:VERB fly:VERB
watch:NOUN watch:VERB watched:VERB café:NOUN Cafés:NOUN see:VERB seen:VERB eat:VERB ate:VERB eating:VERB open:ADJ
open:VERB opened:VERB the:DET a:DET of:ADP in:ADP she:PRON They:PRON and:CONJ n't:PRT 's:PRT to:PRT
old:ADJ green:ADJ quickly:ADV 12:NUM 1987:NUM ,:. .:. saw-mill:NOUN fresh_cut:X o'clock:ADV watch-maker:NOUN""".split()
WORDS = [word.rsplit(":", 1) for word in WORDS]
TOKEN = re.compile(r"[^\W\d_]+")


def ngrams(rng, lines):
    return [[rng.choice(WORDS) for _ in range(rng.choice((2, 3, 4, 5, 5, 5)))] for _ in range(lines)]


def plain(words):
    return " ".join(word for word, _ in words)


def with_tags(rng, words):
    """Every word tagged; or some; or placeholders; or none."""
    kind = rng.randrange(5)
    if kind < 2:
        return " ".join(f"{word}_{tag}" for word, tag in words)
    if kind == 2:
        return " ".join(f"{word}_{tag}" if rng.random() < 0.5 else word for word, tag in words)
    if kind == 3:
        first = rng.choice(["_START_", "_ROOT_", "_DET_", "_._"])
        return " ".join([first] + [word if rng.random() < 0.7 else f"_{tag}_" for word, tag in words[1:]])
    return plain(words)


def make():
    rng = random.Random(5)
    with open("web1t.txt", "wb") as out:
        for words in ngrams(rng, 200):
            cells = plain(words).split(" ")
            if rng.random() < 0.2:
                cells[0 if rng.random() < 0.5 else -1] = rng.choice(["<S>", "</S>", "<UNK>"])
            out.write(f"{' '.join(cells)}\t{rng.randrange(40, 100_000)}\n".encode())
        out.write(b"eat caf\xe9 saw\xa0s\t77\n\nwatch \xff flies\t41\r\nsee the green celery .\t9000000000\n")
    with open("google-2009.txt", "w") as out:
        for words in ngrams(rng, 60):
            for year in sorted(rng.sample(range(1950, 2009), 3)):
                counts = rng.randrange(1, 500), rng.randrange(1, 90), rng.randrange(1, 50)
                print(plain(words), year, *counts, sep="\t", file=out)
    with open("google-2012.txt", "w") as out:
        for words in ngrams(rng, 90):
            ngram = with_tags(rng, words)
            for year in sorted(rng.sample(range(1950, 2009), 3)):
                print(ngram, year, rng.randrange(1, 500), rng.randrange(1, 50), sep="\t", file=out)
    with open("google-2020.txt", "w") as out:
        for words in ngrams(rng, 200):
            years = sorted(rng.sample(range(1950, 2020), rng.randrange(1, 6)))
            cells = [f"{year},{rng.randrange(1, 500)},{rng.randrange(1, 50)}" for year in years]
            print(with_tags(rng, words), *cells, sep="\t", file=out)
    with open("documents.jsonl", "wb") as out:
        for number in range(60):
            text = ""
            for words in ngrams(rng, rng.randrange(0, 8)):
                text += plain(words) + rng.choice([" ", ". ", "\n", "\n\n", "\n \n", ' "', "\t"])
            other = plain(ngrams(rng, 1)[0])
            body = text.split("\n") if number % 7 == 3 else text
            meta = {"text": other, "body": body}
            line = {"id": number, "title": other, "meta": meta, "text": text, "tags": [other, None]}
            out.write(json.dumps(line, ensure_ascii=number % 2 == 0).encode() + b"\n")
            if number % 20 == 5:
                out.write(b"\n")
        out.write(b'{"text": "eat the caf\xe9 celery", "meta": {"body": "saw\xff saw"}}\r\n')


def web1t():
    for line in open("web1t.txt", encoding="utf-8", errors="surrogateescape"):
        if line.strip():
            ngram, count = line.split("\t")
            yield [w for w in ngram.split(" ") if w not in ("<S>", "</S>", "<UNK>")], int(count)


def google(file, years):
    for line in open(file, encoding="utf-8"):
        ngram, *cells = line.rstrip("\n").split("\t")
        rows = [cell.split(",") for cell in cells] if "," in cells[0] else [cells]
        yield ngram.split(" "), sum(int(row[1]) for row in rows if int(row[0]) in years)


def untagged(entries):
    tag = "|".join(map(re.escape, TAGS))
    for words, count in entries:
        if not any(re.fullmatch(rf".*_({tag})|_({tag}|START|END|ROOT)_", word) for word in words):
            yield words, count


def tagged(entries):
    tag = "|".join(map(re.escape, TAGS))
    for words, count in entries:
        parts = [re.fullmatch(rf"(.+)_({tag})", word) for word in words]
        if all(parts):
            yield [part.groups() for part in parts], count


def tokens(text):
    """Pairs of a token and what it may be."""
    return [(token.lower(), ("NOUN", "VERB")) for token in TOKEN.findall(text)]


def documents_of_ngrams(entries):
    for words, count in entries:
        document = []
        for word in words:
            text, tag = word if isinstance(word, tuple) else (word, None)
            document += [(token, (tag,) if tag else kinds) for token, kinds in tokens(text)]
        yield document, count, len(words) ** 2 + 99


def documents_of_json(field, rule):
    for line in open("documents.jsonl", encoding="utf-8", errors="surrogateescape"):
        if line.strip():
            text = json.loads(line)
            for name in field.split("."):
                text = text[name]
            text = text if isinstance(text, str) else "\n".join(text)
            for document in re.split(r"\n[ \t]*(?=\n)", text) if rule == "paragraph" else [text]:
                yield tokens(document), 1, 4


def documents_written_out(file):
    """What is text in a dump or a crawl was written down by hand, a line %% behind each document."""
    for document in open(file, encoding="utf-8").read().split("%%\n"):
        yield tokens(document), 1, 4


def count(name, documents, malformed=0):
    pairs, nouns, verbs, totals = Counter(), Counter(), Counter(), Counter()
    for document, times, window in documents:
        totals["documents"] += times * bool(document)
        totals["tokens"] += times * len(document)
        for i, (token, kinds) in enumerate(document):
            rows = [forms[0] for forms in NOUNS if token in forms and "NOUN" in kinds]
            nouns.update({row: times for row in rows})
            verbs.update({forms[0]: times for forms in VERBS if token in forms and "VERB" in kinds})
            for j, (other, other_kinds) in enumerate(document):
                if i != j and abs(i - j) <= window:
                    totals["pairs"] += times
                    columns = [forms[0] for forms in VERBS if other in forms and "VERB" in other_kinds]
                    pairs.update({(row, column): times for row in rows for column in columns})
    with open(f"{name}.tsv", "w") as out:
        print("noun", "verb", "count", sep="\t", file=out)
        for noun in NOUNS:
            for verb in VERBS:
                print(noun[0], verb[0], pairs[noun[0], verb[0]], sep="\t", file=out)
    totals["malformedBytes"] = malformed
    totals["nounTotals"] = {forms[0]: nouns[forms[0]] for forms in NOUNS}
    totals["verbTotals"] = {forms[0]: verbs[forms[0]] for forms in VERBS}
    with open(f"{name}.json", "w") as out:
        print(json.dumps(totals, indent=2, ensure_ascii=False), file=out)


if sys.argv[1] == "make":
    make()
else:
    every = range(0, 10_000)
    count("web1t", documents_of_ngrams(web1t()), malformed=3)
    for version in ("2009", "2012", "2020"):
        file = f"google-{version}.txt"
        count(f"google-{version}", documents_of_ngrams(untagged(google(file, every))))
        count(f"google-{version}-1980-1999", documents_of_ngrams(untagged(google(file, range(1980, 2000)))))
        if version != "2009":
            count(f"google-{version}-tagged", documents_of_ngrams(tagged(google(file, every))))
    count("text", [(tokens(open("../compressed/words.txt", encoding="utf-8").read()), 1, 4)])
    count("wikipedia", documents_written_out("../wikipedia/expected.txt"))
    count("warc", documents_written_out("../warc/expected.txt"))
    count("documents-text", documents_of_json("text", "file"), malformed=2)
    count("documents-text-paragraph", documents_of_json("text", "paragraph"), malformed=2)
    count("documents-meta.body", documents_of_json("meta.body", "file"), malformed=2)
