#!/usr/bin/env python3
"""Encoders: mitchell and Python's onnxruntime in turn, with the same model, tokenizer and sentences.

    python3 src/bench/embed.py FOLDER --mitchell ./mitchell

FOLDER has model.onnx and tokenizer.json, such as the two resources of the library of minilm under these names.
A thousand sentences are made of common words, five to thirty of them each. mitchell's time is that of the whole command less
that of a command with one sentence; Python's is that of tokenizing, running and pooling, one by one and in batches of
32, by as many threads. Printed are the seconds of each round, by the clock and of processor time, the largest difference of a number
(one by one), and what the paper's sixty nouns take from the start. Needs numpy, tokenizers and onnxruntime, of
the version that mitchell has (1.26.0): another rounds weights of eight bits otherwise.
"""
import argparse
import random
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
import tokenizers

WORDS = """the a bird dog house river man woman child tree car saw found took gave in on under beside with and but
because very cold green old small slowly never always water bread table city music answer question began stood
walked about before after into every some two people school winter light""".split()


def made(folder, count):
    chance = random.Random(17)
    lines = [" ".join(chance.choice(WORDS) for _ in range(chance.randint(5, 30))) for _ in range(count)]
    table = folder / f"sentences-{count}.tsv"
    table.write_text("name\tsentence\n" + "".join(f"s{n}\t{line}\n" for n, line in enumerate(lines)))
    return table, lines


def mitchell(options, more, out):
    command = [*options.mitchell.split(), "features", "embed", *more, "--threads", str(options.threads), "--out", str(out), "--quiet"]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True)
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return np.array([took, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime])


def read(table):
    rows = table.read_text().splitlines()[1:]
    return np.array([[float(v) for v in row.split("\t")[1:]] for row in rows])


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def peer(options, lines, batch):
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = options.threads
    session = onnxruntime.InferenceSession(str(options.folder / "model.onnx"), settings)
    inputs = {i.name for i in session.get_inputs()}
    tokenizer = tokenizers.Tokenizer.from_file(str(options.folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding() if batch == 1 else tokenizer.enable_padding()
    begun, used, found = time.perf_counter(), time.process_time(), []
    for first in range(0, len(lines), batch):
        cut = tokenizer.encode_batch(lines[first : first + batch])
        mask = np.array([c.attention_mask for c in cut], dtype=np.int64)
        ids = np.array([c.ids for c in cut], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = session.run(None, {name: given[name] for name in inputs})[0]
        found.append((hidden * mask[..., None]).sum(1) / mask.sum(1)[:, None])
    return np.array([time.perf_counter() - begun, time.process_time() - used]), np.concatenate(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mitchell", default="./mitchell", help="the command")
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    print(f"onnxruntime {onnxruntime.__version__}, {options.threads} threads")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table, lines = made(folder, options.sentences)
        single, _ = made(folder, 1)
        use = ["--encoder", str(options.folder)]
        for n in range(options.rounds):
            start = mitchell(options, [*use, "--stimuli", str(single)], folder / "one.tsv")
            whole = mitchell(options, [*use, "--stimuli", str(table)], folder / "all.tsv")
            alone, vectors = peer(options, lines, 1)
            batches, _ = peer(options, lines, 32)
            apart = np.abs(unit(read(folder / "all.tsv")) - unit(vectors)).max()
            nouns = mitchell(options, use, folder / "nouns.tsv")
            for what, i in ("seconds", 0), ("seconds of processor time", 1):
                print(
                    f"round {n + 1}, {what}: mitchell {whole[i] - start[i]:.1f} ({whole[i]:.1f} with its start), Python one by"
                    f" one {alone[i]:.1f}, in batches of 32 {batches[i]:.1f}; 60 nouns from the start {nouns[i]:.1f}",
                )
            print(f"round {n + 1}: apart by {apart:.1e}", flush=True)


if __name__ == "__main__":
    main()
