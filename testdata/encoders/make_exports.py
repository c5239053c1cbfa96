#!/usr/bin/env python3
"""Small models with the architectures of real encoders, exported to ONNX by optimum as anybody exports them, and what transformers
gives for the same texts.

    python3 testdata/encoders/make_exports.py FOLDER

FOLDER gets a folder a model and task: BERT, DistilBERT, RoBERTa, XLM-R (weights drawn at random, two or three layers) and GPT-2, each
exported by the one command that the docs name (`optimum-cli export onnx --task feature-extraction`); all of them once
more with hidden states and attentions as outputs; GPT-2 for text generation, with and without a cache of keys, and BERT with the outputs
of fill-mask. Tokenizers are those of make_tokenizers.py, and a WordPiece trained on its text. FOLDER/expected.json has for each the
vectors of all layers and the attentions of every text, by PyTorch. src/bench/encoders.py holds mitchell
against it.

Needs torch, transformers 4, tokenizers and optimum[onnxruntime]. Nothing is downloaded.
"""

import json
import subprocess
import sys
from pathlib import Path

import torch
import transformers
from optimum.exporters.onnx import main_export
from optimum.exporters.onnx.model_configs import BertOnnxConfig, DistilBertOnnxConfig, GPT2OnnxConfig, RobertaOnnxConfig, XLMRobertaOnnxConfig
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    AutoModel, AutoTokenizer, BertConfig, BertForMaskedLM, BertModel, BertTokenizerFast, DistilBertConfig, DistilBertModel, DistilBertTokenizerFast, GPT2Config,
    GPT2LMHeadModel, GPT2TokenizerFast, RobertaConfig, RobertaModel, RobertaTokenizerFast, XLMRobertaConfig, XLMRobertaModel,
    XLMRobertaTokenizerFast,
)

HERE = Path(__file__).parent
TEXTS = [
    "celery", "the bird sang in the cold", "A house was seen beside the river, and the hammers were in the barn.",
    "Der Vogel sang in der K\u00e4lte.", "He doesn't know what it costs: 12,500.75!", "caf\u00e9 na\u00efve \u00c5ngstr\u00f6m",
    "\u9ce5\u306f\u5bd2\u3055\u306e\u4e2d\u3067\u6b4c\u3063\u305f", "the bird and the house" + " and the bird" * 120,
]


def word_piece(text):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(text, trainers.WordPieceTrainer(vocab_size=400, special_tokens=special, show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return tokenizer


def sources(folder):
    """A folder a model, as save_pretrained writes it."""
    sys.path.insert(0, str(HERE))
    tokenizers = HERE / "tokenizers"
    from make_tokenizers import TEXT

    pieces = word_piece(TEXT.split("\n"))
    byte = GPT2TokenizerFast(tokenizer_file=str(tokenizers / "gpt2.json"))
    roberta = RobertaTokenizerFast(tokenizer_file=str(tokenizers / "roberta.json"), model_max_length=512)
    unigram = XLMRobertaTokenizerFast(tokenizer_file=str(tokenizers / "xlmr.json"), model_max_length=512)
    bert = BertTokenizerFast(tokenizer_object=pieces, model_max_length=512)
    small = {"hidden_size": 32, "num_hidden_layers": 3, "num_attention_heads": 4, "intermediate_size": 64, "attn_implementation": "eager"}
    places = {"max_position_embeddings": 514, "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "type_vocab_size": 1}
    gpt = GPT2Config(vocab_size=len(byte), n_embd=32, n_layer=3, n_head=4, n_positions=256, attn_implementation="eager",
                     bos_token_id=len(byte) - 1, eos_token_id=len(byte) - 1)
    made = {
        "bert": (BertModel(BertConfig(vocab_size=len(bert), **small)), bert),
        "bert-mlm": (BertForMaskedLM(BertConfig(vocab_size=len(bert), **small)), bert),
        "distilbert": (
            DistilBertModel(DistilBertConfig(vocab_size=len(bert), dim=32, n_layers=2, n_heads=4, hidden_dim=64, attn_implementation="eager")),
            DistilBertTokenizerFast(tokenizer_object=pieces, model_max_length=512),
        ),
        "roberta": (RobertaModel(RobertaConfig(vocab_size=len(roberta), **small, **places)), roberta),
        "xlmr": (XLMRobertaModel(XLMRobertaConfig(vocab_size=len(unigram), **small, **places)), unigram),
        "gpt2": (GPT2LMHeadModel(gpt), byte),
    }
    for name, (model, tokenizer) in made.items():
        for parameter in model.parameters():  # those drawn for training are too small to tell layers apart
            torch.nn.init.normal_(parameter, std=0.3) if parameter.dim() > 1 else parameter.data.add_(0.1 * torch.randn_like(parameter))
        model.eval().save_pretrained(folder / name)
        tokenizer.save_pretrained(folder / name)


def export(source, target, task, more=()):
    command = ["optimum-cli", "export", "onnx", "--model", str(source), "--task", task, *more, str(target)]
    path = Path(sys.executable).parent / "optimum-cli"
    subprocess.run([str(path), *command[1:]], check=True)


def all_outputs(config_class, layers):
    class Config(config_class):
        @property
        def outputs(self):
            named = {"last_hidden_state": {0: "batch_size", 1: "sequence_length"}}
            for layer in range(layers + 1):
                named[f"hidden_states.{layer}"] = {0: "batch_size", 1: "sequence_length"}
            for layer in range(layers):
                named[f"attentions.{layer}"] = {0: "batch_size", 2: "sequence_length", 3: "sequence_length"}
            return named

    return Config


def export_all(source, target, config_class):
    config = transformers.AutoConfig.from_pretrained(source)
    main_export(
        str(source), str(target), task="feature-extraction", no_post_process=True,
        model_kwargs={"output_hidden_states": True, "output_attentions": True, **({"use_cache": False} if config.model_type == "gpt2" else {})},
        custom_onnx_configs={"model": all_outputs(config_class, config.num_hidden_layers)(config, task="feature-extraction")},
    )


def expected(source):
    tokenizer = AutoTokenizer.from_pretrained(source)
    model = AutoModel.from_pretrained(source, attn_implementation="eager").eval()
    most = min(tokenizer.model_max_length, 256 if "gpt2" in source.name else 512)
    found = []
    with torch.no_grad():
        for text in TEXTS:
            tokens = tokenizer(text, return_tensors="pt", truncation=True, max_length=most)
            out = model(**tokens, output_hidden_states=True, output_attentions=True)
            found.append({
                "text": text, "ids": tokens["input_ids"][0].tolist(),
                "mean": [h[0].mean(0).tolist() for h in out.hidden_states], "first": [h[0][0].tolist() for h in out.hidden_states],
                "last": out.last_hidden_state[0].mean(0).tolist(),
                "attention": [a[0].mean(0).tolist() for a in out.attentions] if text == TEXTS[1] else [],
            })
    return found


def main():
    folder = Path(sys.argv[1])
    torch.manual_seed(17)
    sources(folder / "sources")
    every = {"bert": BertOnnxConfig, "distilbert": DistilBertOnnxConfig, "roberta": RobertaOnnxConfig, "xlmr": XLMRobertaOnnxConfig, "gpt2": GPT2OnnxConfig}
    answers = {}
    for name, config in every.items():
        source = folder / "sources" / name
        answers[name] = expected(source)
        export(source, folder / name, "feature-extraction")
        export_all(source, folder / f"{name}-all", config)
    gpt = folder / "sources" / "gpt2"
    export(gpt, folder / "gpt2-past", "text-generation-with-past")
    export(gpt, folder / "gpt2-text", "text-generation")
    export(gpt, folder / "gpt2-features-past", "feature-extraction-with-past")
    export(folder / "sources" / "bert-mlm", folder / "bert-mlm", "fill-mask")
    (folder / "expected.json").write_text(json.dumps({
        "versions": {"torch": torch.__version__, "transformers": transformers.__version__}, "models": answers,
    }))


if __name__ == "__main__":
    sys.exit(main())
