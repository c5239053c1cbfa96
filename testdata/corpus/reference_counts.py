"""Counts nouns against verbs in the plainest way and writes the table: what the tests compare ours with.

    python3 reference_counts.py text TEXT.gz OUT.tsv file|paragraph|line three|all [ngram] [sentences]
    python3 reference_counts.py wordnet FOLDER OUT.tsv

text: the 60 nouns and the 25 verbs within 4 tokens of each other; the whole file, what stands between blank lines, or
each line one document. three: three forms of each verb and the singular of the nouns; all: all forms, and plurals.
ngram: every pair in every 5-gram of a document; otherwise each pair once. sentences: a sentence is a document to the
window (the documents that are told of stay what they are).
wordnet: FOLDER holds data.noun, data.verb, data.adj and data.adv of WordNet 3.1; all verb forms, noun plurals; each
entry (lemmas of one word, then the gloss) is one document and the window.

Beside OUT.tsv goes OUT.json: documents with a token, tokens, ordered pairs of tokens that meet, how often each noun and
verb came, bytes, and how many of them are no UTF-8. The tables of this folder (TEXT from shared/data/corpora):

    text brown.txt.gz brown-whole-three.tsv file three          text gcide.txt.gz gcide-three.tsv paragraph three
    text brown.txt.gz brown-line-three.tsv line three           text gcide.txt.gz gcide-ngram.tsv paragraph all ngram
    text brown.txt.gz brown-whole-all.tsv file all              text gcide.txt.gz gcide-sentences.tsv paragraph three sentences
    text wordnet-glosses.txt.gz glosses-three.tsv line three
    text wordnet-glosses.txt.gz glosses-sentences-ngram.tsv line all sentences ngram

Only the figures are kept beside this script, no text.
"""
import codecs
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter

VERBS = """see sees saw seen seeing/hear hears heard heard hearing/listen listens listened listened listening
taste tastes tasted tasted tasting/smell smells smelled smelled smelling smelt/eat eats ate eaten eating
touch touches touched touched touching/rub rubs rubbed rubbed rubbing/lift lifts lifted lifted lifting
manipulate manipulates manipulated manipulated manipulating/run runs ran run running
push pushes pushed pushed pushing/fill fills filled filled filling/move moves moved moved moving
ride rides rode ridden riding/say says said said saying/fear fears feared feared fearing
open opens opened opened opening/approach approaches approached approached approaching
near nears neared neared nearing/enter enters entered entered entering/drive drives drove driven driving
wear wears wore worn wearing/break breaks broke broken breaking/clean cleans cleaned cleaned cleaning"""
VERBS = [group.split() for group in VERBS.replace("\n", "/").split("/")]
NOUNS = """bear bears/cat cats/cow cows/dog dogs/horse horses/arm arms/eye eyes/foot feet/hand hands/leg legs
apartment apartments/barn barns/church churches/house houses/igloo igloos/arch arches/chimney chimneys/closet closets
door doors/window windows/coat coats/dress dresses/pants/shirt shirts/skirt skirts/bed beds/chair chairs/desk desks
dresser dressers/table tables/ant ants/bee bees/beetle beetles/butterfly butterflies/fly flies/bottle bottles/cup cups
glass glasses/knife knives/spoon spoons/bell bells/key keys/refrigerator refrigerators/telephone telephones
watch watches/chisel chisels/hammer hammers/pliers/saw saws/screwdriver screwdrivers/carrot carrots/celery celeries
corn corns/lettuce lettuces/tomato tomatoes/airplane airplanes/bicycle bicycles/car cars/train trains/truck trucks"""
NOUNS = [group.split() for group in NOUNS.replace("\n", "/").split("/")]
CATEGORY = [unicodedata.category(chr(c)) for c in range(0x110000)]
OTHER_FORMS = ((0x132, 0x133), (0x17F, 0x17F), (0x1C4, 0x1CC), (0x1F1, 0x1F3), (0x1E9B, 0x1E9B), (0x2100, 0x214F), (0xFB00, 0xFDFF),
               (0xFE70, 0xFEFC), (0xFF00, 0xFFEF), (0x1D400, 0x1D7FF), (0x1EE00, 0x1EEFF))
INVISIBLE = re.compile("[\u00ad\u034f\u0640\u061c\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
                       "\ufe00-\ufe0f\ufeff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
                       "\U000e0100-\U000e01ef]")


def spelled_out(form):
    """The letters of NFKC, if that is letters and marks."""
    letters = unicodedata.normalize("NFKC", form)
    return letters if all(CATEGORY[ord(c)][0] in "LM" for c in letters) else form


SPELLED_OUT = {c: spelled_out(chr(c)) for first, last in OTHER_FORMS for c in range(first, last + 1) if CATEGORY[c][0] == "L"}


def character_class(categories):
    """As ranges: of what lies beyond U+FFFF a regular expression tries one character or range after the other."""
    ranges = []
    for c in range(0x110000):
        if CATEGORY[c][0] in categories:
            if ranges and ranges[-1][1] == c - 1:
                ranges[-1][1] = c
            else:
                ranges.append([c, c])
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


TOKEN = re.compile(f"[{character_class('L')}][{character_class('LM')}]*")
BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*(?=\n)")
SENTENCE_END = re.compile("([.!?\u2026][\"')\\]}\u2019\u201d\u00bb\u203a]*)\\s+")
DOCUMENTS = {"file": lambda text: [text], "line": lambda text: text.split("\n"), "paragraph": BLANK_LINE.split}


def decoded(stored):
    """UTF-8; bytes that are none are U+FFFD each, and counted."""
    malformed = []

    def replace(error):
        malformed.extend(range(error.start, error.end))
        return "\ufffd" * (error.end - error.start), error.end

    codecs.register_error("replaceEach", replace)
    return stored.decode("utf-8", "replaceEach"), len(malformed)


def in_one_form(text):
    """Words as they are compared: invisible characters out, other forms of letters spelled out, composed, in lower case."""
    composed = unicodedata.normalize("NFC", INVISIBLE.sub("", text.translate(SPELLED_OUT)))
    return unicodedata.normalize("NFC", "".join(low[0] for low in map(str.lower, composed)))


def sentences(document):
    return SENTENCE_END.sub("\\1\0", document).split("\0")


def ngrams(tokens, size):
    return [tokens[i : i + size] for i in range(len(tokens) - size + 1)]


def count(documents, nouns, verbs, window, contexts=lambda document: [document], as_ngrams=False):
    rows = {form: forms[0] for forms in nouns for form in forms}
    columns = {form: forms[0] for forms in verbs for form in forms}
    counts, seen_nouns, seen_verbs, totals = Counter(), Counter(), Counter(), Counter()
    for document in documents:
        totals["documents"] += bool(TOKEN.search(document))
        for context in contexts(document):
            tokens = TOKEN.findall(context)
            totals["tokens"] += len(tokens)
            seen_nouns.update(rows[token] for token in tokens if token in rows)
            seen_verbs.update(columns[token] for token in tokens if token in columns)
            for span in ngrams(tokens, window + 1) if as_ngrams else [tokens]:
                for i, noun in enumerate(span):
                    first, last = max(0, i - window), min(len(span), i + window + 1)
                    totals["pairs"] += last - first - 1
                    if noun in rows:
                        for j in range(first, last):
                            if i != j and span[j] in columns:
                                counts[rows[noun], columns[span[j]]] += 1
    totals["nounTotals"] = {forms[0]: seen_nouns[forms[0]] for forms in nouns}
    totals["verbTotals"] = {forms[0]: seen_verbs[forms[0]] for forms in verbs}
    return counts, totals


def write(path, counts, totals):
    with open(path, "w") as out:
        print("noun", "verb", "count", sep="\t", file=out)
        for noun in NOUNS:
            for verb in VERBS:
                print(noun[0], verb[0], counts[noun[0], verb[0]], sep="\t", file=out)
    with open(path.removesuffix(".tsv") + ".json", "w") as out:
        print(json.dumps(totals, indent=2), file=out)


def entries(folder):
    for part in ("noun", "verb", "adj", "adv"):
        with open(f"{folder}/data.{part}", encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith(" "):
                    data, gloss = line.split("|", 1)
                    cells = data.split()
                    lemmas = cells[4 : 4 + 2 * int(cells[3], 16) : 2]
                    words = [re.sub(r"\(.*", "", x) for x in lemmas if "_" not in x]
                    yield in_one_form(" ".join(words) + " " + gloss)


if sys.argv[1] == "text":
    stored = gzip.open(sys.argv[2]).read()
    text, malformed = decoded(stored)
    rule, forms, *more = sys.argv[4:]
    verbs = VERBS if forms == "all" else [group[:3] for group in VERBS]
    nouns = NOUNS if forms == "all" else [group[:1] for group in NOUNS]
    contexts = sentences if "sentences" in more else lambda document: [document]
    counts, totals = count(DOCUMENTS[rule](in_one_form(text)), nouns, verbs, 4, contexts, "ngram" in more)
    totals["bytes"], totals["malformedBytes"] = len(stored), malformed
    write(sys.argv[3], counts, totals)
else:
    write(sys.argv[3], *count(entries(sys.argv[2]), NOUNS, VERBS, 10**9))
