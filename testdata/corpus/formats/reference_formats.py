"""Makes small corpora in the formats of lines, and counts them in the plainest way: what the tests compare ours with.

    python3 reference_formats.py make     writes the corpora into the folder where it is called
    python3 reference_formats.py count    writes a table (and its totals as JSON) for each of them

The n-grams are made up: words of English drawn at random (seed 5), in the layouts that the publishers document. Some
lines hold what real files have: markers, tagged entries, punctuation, letters beyond ASCII, bytes that are no UTF-8.
"""
import csv
import html
import json
import random
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from html.parser import HTMLParser

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


def structures():
    """Texts in structures, drawn with another seed so that the files above stay as they are."""
    rng = random.Random(7)
    texts = []
    for _ in range(40):
        paragraphs = [[plain(words) for words in ngrams(rng, rng.randrange(1, 5))] for _ in range(rng.randrange(1, 4))]
        texts.append(paragraphs)
    joined = ["\n\n".join(". ".join(sentences) for sentences in paragraphs) for paragraphs in texts]
    objects = [{"score": float("nan"), "id": i, "saw": "eat celery", "text": text} for i, text in enumerate(joined)]
    with open("objects-in-array.json", "w") as out:
        json.dump(objects + ["eat the celery", "saw cafés"], out)
    with open("objects-on-end.json", "w") as out:
        out.write("\n".join(json.dumps(one, indent=2, ensure_ascii=False) for one in objects) + "\n")
    with open("page.html", "w") as out:
        out.write('<!DOCTYPE html>\n<html><head><title>Saw &amp; see</title><script>var eat = "celery";</script>\n')
        out.write("<style>.saw { color: eaten }</style></head>\n<body class='celery'>\n")
        for paragraphs in texts:
            for sentences in paragraphs:
                out.write(f"<p id='fly'>{html.escape('. '.join(sentences))}<br>ea<b>t</b> caf&eacute;s</p><!-- saw -->\n")
        out.write("</body></html>\n")
    with open("tei.xml", "w", encoding="latin-1") as out:
        out.write('<?xml version="1.0" encoding="ISO-8859-1"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">')
        out.write("<teiHeader><title>eat saw celery</title></teiHeader>\n<text><body>")
        for paragraphs in texts:
            for sentences in paragraphs:
                out.write(f"<p>{html.escape('. '.join(sentences))} ea<hi>t</hi> caf&#233;s<![CDATA[ saw & celery ]]></p>")
        out.write("</body></text></TEI>\n")
    with open("bnc.xml", "w") as out:
        out.write('<?xml version="1.0"?>\n<bncDoc xml:id="A00"><teiHeader>eat saw</teiHeader><wtext type="NEWS">')
        for paragraphs in texts:
            for sentences in paragraphs:
                words = "".join(
                    f'<w c5="NN1" hw="eat" pos="SUBST">{html.escape(word)} </w>' for one in sentences for word in one.split(" ")
                )
                out.write(f'<p><s n="1">{words}<c c5="PUN">.</c></s></p>')
        out.write("</wtext></bncDoc>\n")
    with open("docs.txt", "w") as out:
        for i, text in enumerate(joined):
            out.write(f'<doc id="{i}" url="https://example.org/saw" title="eat">\nfly\n\n{text} 2 < 3 & more &lt;saw&gt;\n</doc>\n\n')
    with open("corpus.vrt", "w") as out:
        for i, paragraphs in enumerate(texts):
            out.write(f'<text id="eat{i}">\n')
            for sentences in paragraphs:
                out.write("<p>\n")
                for sentence in sentences:
                    tokens = "".join(f"{html.escape(word, False)}\tNN\teat\n" for word in sentence.split(" "))
                    out.write(f"<s>\n{tokens}</s>\n")
                out.write("</p>\n")
            out.write("</text>\n")
    with open("treebank.conllu", "w") as out:
        for i, paragraphs in enumerate(texts):
            out.write(f"# newdoc id = eat{i}\n")
            for sentence in (sentence for sentences in paragraphs for sentence in sentences):
                out.write("# text = saw\n")
                number = 0
                for word in sentence.split(" "):
                    number += 1
                    if word == "saw-mill":
                        out.write(f"{number}-{number + 1}\t{word}{8 * chr(9) + '_'}\n")
                        out.write(f"{number}\tsaw\teat{7 * chr(9) + '_'}\n{number + 1}\tmill\teat{7 * chr(9) + '_'}\n")
                        number += 1
                    else:
                        out.write(f"{number}\t{word}\teat{7 * chr(9) + '_'}\n")
                out.write(f"{number}.1\tsaw\tsaw{7 * chr(9) + '_'}\n\n")
    for name, separator in (("table.csv", ","), ("table.tsv", "\t")):
        with open(name, "w", newline="") as out:
            rows = csv.writer(out, delimiter=separator)
            rows.writerow(["saw id", "text", "label"])
            rows.writerows([i, text, "eat"] for i, text in enumerate(joined))
    with open("crawl.arc", "wb") as out:
        version = b"1 0 Saw\nURL IP-address Archive-date Content-type Archive-length\n"
        out.write(b"filedesc://saw.arc 0.0.0.0 20090101000000 text/plain %d\n%s\n" % (len(version), version))
        for i, text in enumerate(joined):
            page = f"<html><title>eat</title><p>{html.escape(text)}</p></html>".encode()
            record = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            out.write(b"http://example.org/%d 1.2.3.4 20090101000000 text/html %d\n%s\n" % (i, len(record), record))
    dump = open("../wikipedia/dump.xml", "rb").read()
    with open("part.xml", "wb") as out:
        out.write(dump[dump.index(b"<page>") : dump.rindex(b"</mediawiki>")])


class Page(HTMLParser):
    """The text of a page, set apart where blocks begin and end."""

    def __init__(self, page):
        super().__init__()
        self.text, self.hidden = "", 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style")
        self.text += "\n" if tag in ("p", "br", "title") else ""

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        self.text += "\n" if tag in ("p", "title") else ""

    def handle_data(self, data):
        self.text += "" if self.hidden else data


def in_elements(element):
    """The text of an element, set apart unless it is emphasis, without headers."""
    name = element.tag.rsplit("}", 1)[-1]
    if name == "teiHeader":
        return ""
    text = (element.text or "") + "".join(in_elements(child) + (child.tail or "") for child in element)
    return text if name == "hi" else f" {text} "


def arc_pages():
    rest = open("crawl.arc", "rb").read()
    while rest:
        header, rest = rest.split(b"\n", 1)
        length = int(header.split(b" ")[-1])
        if not header.startswith(b"filedesc"):
            yield Page(rest[:length].split(b"\r\n\r\n", 1)[1].decode()).text
        rest = rest[length + 1 :]


def conllu_documents():
    for document in open("treebank.conllu").read().split("# newdoc")[1:]:
        words, last = [], 0
        for line in document.split("\n")[1:]:
            cells = line.split("\t")
            if len(cells) > 2 and "." not in cells[0]:
                first, *end = map(int, cells[0].split("-"))
                last = 0 if first == 1 and cells[0] == "1" and not last else last
                if end:
                    last = end[0]
                    words.append(cells[1])
                elif first > last:
                    words.append(cells[1])
                elif first == last:
                    last = 0
        yield " ".join(words)


def structured():
    """Name and texts, a document each."""
    values = json.load(open("objects-in-array.json"))
    yield "array", [value if isinstance(value, str) else value["text"] for value in values]
    pretty = open("objects-on-end.json", encoding="utf-8").read()
    yield "pretty", [json.loads(one)["text"] for one in re.findall(r"^\{.*?^\}", pretty, re.S | re.M)]
    yield "page", [Page(open("page.html", encoding="utf-8").read()).text]
    for name in ("tei", "bnc"):
        yield name, [in_elements(ElementTree.parse(f"{name}.xml").getroot())]
    docs = re.findall(r"<doc [^>]*>(.*?)</doc>", open("docs.txt").read(), re.S)
    yield "docs", [html.unescape(doc) for doc in docs]
    texts = open("corpus.vrt").read().split("</text>")[:-1]
    yield "vrt", [
        "\n".join(html.unescape(line.split("\t")[0]) for line in text.split("\n") if line and line[0] != "<") for text in texts
    ]
    yield "conllu", list(conllu_documents())
    for name, separator in (("table-csv", ","), ("table-tsv", "\t")):
        with open(name.replace("-", "."), newline="") as table:
            yield name, [row["text"] for row in csv.DictReader(table, delimiter=separator)]
    yield "arc", list(arc_pages())


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
    structures()
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
    for name, texts in structured():
        count(name, [(tokens(text), 1, 4) for text in texts])
    count("part", documents_written_out("../wikipedia/expected.txt"))
