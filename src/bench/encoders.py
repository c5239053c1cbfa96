#!/usr/bin/env python3
"""Exports of encoders: what mitchell makes of the folders of testdata/encoders/make_exports.py, and what transformers makes of the models.

    python3 src/bench/encoders.py FOLDER --mitchell ./mitchell

For each model: the largest difference of a number of the vectors of all texts (mean of tokens, first token), of the last layer and of all
layers, and of the rows of attention; for what no encoder is, what mitchell says. Needs no more than Python.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def mitchell(options, *more):
    return subprocess.run([*options.mitchell.split(), *map(str, more)], capture_output=True, text=True)


def rows(table):
    return [[float(v) for v in line.split("\t")[1:]] for line in table.read_text().splitlines()[1:]]


def apart(some, others):
    if [len(row) for row in some] != [len(row) for row in others]:
        return float("inf")
    return max(abs(a - b) for row, other in zip(some, others) for a, b in zip(row, other))


def said(done):
    return " ".join(done.stderr.split()) if done.returncode else "no error"


def embedded(options, folder, table, out, *more):
    done = mitchell(options, "features", "embed", "--encoder", folder, "--stimuli", table, "--out", out, "--quiet", *more)
    return None if done.returncode else sorted(out.glob('*.tsv')) if out.is_dir() else [Path(out)], said(done)


def compare(options, name, answers, work):
    table = work / "texts.tsv"
    table.write_text("name\tsentence\n" + "".join(f"t{n}\t{a['text'].strip()}\n" for n, a in enumerate(answers)))
    told = []
    for pool, key in ("mean", "mean"), ("cls", "first"):
        files, error = embedded(options, options.folder / name, table, work / f"{pool}.tsv", "--pool", pool)
        told.append(f"last, {pool} {apart(rows(files[0]), [a[key][-1] for a in answers]):.1e}" if files else f"last, {pool}: {error}")
        files, error = embedded(options, options.folder / name, table, work / f"{name}-{pool}", "--pool", pool, "--layer", "all")
        if files:
            layers = len(answers[0][key])
            worst = max(apart(rows(file), [a[key][n] for a in answers]) for n, file in enumerate(files)) if len(files) == layers else float("inf")
            told.append(f"{len(files)} of {layers} layers, {pool} {worst:.1e}")
        else:
            told.append(f"layers: {error}")
    text = answers[1]
    for layer in range(1, len(text["attention"]) + 1):
        done = mitchell(options, "figure", "attention", text["text"], "--encoder", options.folder / name, "--layer", layer, "--out", work / "a.png", "--json")
        if done.returncode:
            told.append(f"attention {layer}: {said(done)}")
        else:
            drawn = json.loads(done.stdout)
            told.append(f"{drawn['kind']} {layer} {apart(drawn['weights'], text['attention'][layer - 1]):.1e}")
    print(f"{name}:", *told, sep="\n  ", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mitchell", default="./mitchell", help="the command")
    options = parser.parse_args()
    known = json.loads((options.folder / "expected.json").read_text())
    print(*(f"{name} {version}" for name, version in known["versions"].items()))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for model, answers in known["models"].items():
            compare(options, model, answers, work)
            compare(options, f"{model}-all", answers, work)
        for model in "gpt2-past", "gpt2-text", "gpt2-features-past", "bert-mlm":
            done = mitchell(options, "features", "embed", "bird", "--encoder", options.folder / model, "--out", work / "no.tsv", "--quiet")
            print(f"{model}: {said(done)}")


if __name__ == "__main__":
    sys.exit(main())
