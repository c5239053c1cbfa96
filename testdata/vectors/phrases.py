"""Makes phrases.txt, a text with planted phrases and rare words, and phrases.tsv: its words after one and two passes of
the program word2phrase (threshold 3 in the last pass, 6 in the one before, discount 5), by the rule written down plainly.

    python phrases.py [WORD2PHRASE]

With the original program named, its output is held against the plain one too (on one line: the program joins words over
the ends of lines).
"""

import collections
import pathlib
import random
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent
DISCOUNT = 5
THRESHOLD = 3


def made():
    choice = random.Random(4)
    words = ["w" + chr(97 + i // 26) + chr(97 + i % 26) for i in range(60)]
    rare = ["rare" + chr(97 + i) for i in range(20)]
    lines = []
    for _ in range(250):
        line = []
        for _ in range(12):
            what = choice.random()
            if what < 0.06:
                line += ["new", "york"] + (["city", "hall"] if choice.random() < 0.5 else [])
            elif what < 0.1:
                line += ["hot", choice.choice(rare) if choice.random() < 0.3 else "dog"]
            elif what < 0.12:
                line.append(choice.choice(["york", "city", "dog", "new"]))
            else:
                line.append(choice.choice(words))
        lines.append(line)
    return lines


def joined(lines, threshold):
    words = collections.Counter(word for line in lines for word in line)
    pairs = collections.Counter(pair for line in lines for pair in zip(line, line[1:]))
    total = sum(words.values())
    result = []
    for line in lines:
        out, at = [], 0
        while at < len(line):
            a, b = (line[at : at + 2] + [None])[:2]
            frequent = b and words[a] >= DISCOUNT and words[b] >= DISCOUNT
            if frequent and (pairs[a, b] - DISCOUNT) / words[a] / words[b] * total > threshold:
                out.append(a + "_" + b)
                at += 2
            else:
                out.append(a)
                at += 1
        result.append(out)
    return result


def original(program, lines):
    with tempfile.TemporaryDirectory() as folder:
        text = pathlib.Path(folder, "text")
        text.write_text(" ".join(word for line in lines for word in line) + " ")
        for out, threshold in (("one", 2 * THRESHOLD), ("two", THRESHOLD)):
            out = pathlib.Path(folder, out)
            command = [program, "-train", text, "-output", out, "-threshold", str(threshold), "-debug", "0"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            text = out
            text.write_text(text.read_text() + " ")  # it passes over a last word without a blank behind it
        return text.read_text().split()


lines = made()
(FOLDER / "phrases.txt").write_text("\n\n".join(" ".join(line) for line in lines) + "\n")
once = joined(lines, THRESHOLD)
twice = joined(joined(lines, 2 * THRESHOLD), THRESHOLD)
rows = ["passes\tword\tcount"]
for passes, text in ((1, once), (2, twice)):
    counts = collections.Counter(word for line in text for word in line)
    rows += ["%d\t%s\t%d" % (passes, word, count) for word, count in sorted(counts.items()) if count >= DISCOUNT]
(FOLDER / "phrases.tsv").write_text("\n".join(rows) + "\n")
if len(sys.argv) > 1:
    line = [[word for line in lines for word in line]]
    assert original(sys.argv[1], line) == joined(joined(line, 2 * THRESHOLD), THRESHOLD)[0]
    print("as the original program")
