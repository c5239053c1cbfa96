"""Counts nouns against verbs in the plainest way and writes the table: what the tests compare ours with.

    python3 reference_counts.py brown TEXT.gz OUT.tsv document|line [three|all]
    python3 reference_counts.py wordnet FOLDER OUT.tsv

brown: the 60 nouns (singular) and 25 verbs within 4 tokens of each other; the whole file or each line one document.
wordnet: FOLDER holds data.noun, data.verb, data.adj and data.adv of WordNet 3.1; all verb forms, noun plurals; each
entry (lemmas of one word, then the gloss) is one document and the window.
Only the figures are kept beside this script, no text.
"""
import gzip
import re
import sys
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
TOKEN = re.compile(r"[^\W\d_]+")


def count(documents, nouns, verbs, window):
    rows = {form: n for n, forms in enumerate(nouns) for form in forms}
    columns = {form: v for v, forms in enumerate(verbs) for form in forms}
    counts = Counter()
    for text in documents:
        tokens = TOKEN.findall(text.lower())
        found = [(i, t) for i, t in enumerate(tokens) if t in columns]
        for i, noun in enumerate(tokens):
            if noun in rows:
                for j, verb in found:
                    if i != j and abs(i - j) <= window:
                        counts[rows[noun], columns[verb]] += 1
    return counts


def write(path, counts):
    with open(path, "w") as out:
        print("noun", "verb", "count", sep="\t", file=out)
        for n, noun in enumerate(NOUNS):
            for v, verb in enumerate(VERBS):
                print(noun[0], verb[0], counts[n, v], sep="\t", file=out)


def entries(folder):
    for part in ("noun", "verb", "adj", "adv"):
        with open(f"{folder}/data.{part}", encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith(" "):
                    data, gloss = line.split("|", 1)
                    cells = data.split()
                    lemmas = cells[4 : 4 + 2 * int(cells[3], 16) : 2]
                    yield " ".join(re.sub(r"\(.*", "", x) for x in lemmas if "_" not in x) + " " + gloss


if sys.argv[1] == "brown":
    text = gzip.open(sys.argv[2], "rt", encoding="utf-8", errors="replace", newline="").read()
    documents = text.split("\n") if sys.argv[4] == "line" else [text]
    verbs = VERBS if sys.argv[5:] == ["all"] else [forms[:3] for forms in VERBS]
    nouns = NOUNS if sys.argv[5:] == ["all"] else [forms[:1] for forms in NOUNS]
    write(sys.argv[3], count(documents, nouns, verbs, 4))
else:
    write(sys.argv[3], count(entries(sys.argv[2]), NOUNS, VERBS, 10**9))
