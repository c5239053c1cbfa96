#!/usr/bin/env python3
"""Trains small tokenizers of the families of GPT-2, RoBERTa and XLM-R on the text below, and has them cut texts of many scripts.

tokenizers/NAME.json are the tokenizers, as Hugging Face's `tokenizers` saves them; tokenizers/expected.json has for each
the ids, and where each token stands, of every text. Needs tokenizers and sentencepiece.
"""

import io
import json
import random
import sys
import tempfile
import unicodedata
from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

HERE = Path(__file__).parent / "tokenizers"
TEXT = """
The bird sang in the cold. A house was seen beside the river, and the hammers were in the barn.
She doesn't know what they've found; I'm sure he'll say it's the dog's. It costs 12,500.75 in 2024!
Der Vogel sang in der K\u00e4lte. Das Haus stand am Flu\u00df, und die H\u00e4mmer lagen in der Scheune.
L'oiseau chantait dans le froid. La maison \u00e9tait pr\u00e8s de la rivi\u00e8re, \u00e0 c\u00f4t\u00e9 d'une for\u00eat.
\u041f\u0442\u0438\u0446\u0430 \u043f\u0435\u043b\u0430 \u043d\u0430 \u0445\u043e\u043b\u043e\u0434\u0435. \u0414\u043e\u043c \u0441\u0442\u043e\u044f\u043b \u0443 \u0440\u0435\u043a\u0438, \u0430 \u043c\u043e\u043b\u043e\u0442\u043a\u0438 \u043b\u0435\u0436\u0430\u043b\u0438 \u0432 \u0441\u0430\u0440\u0430\u0435.
\u03a4\u03bf \u03c0\u03bf\u03c5\u03bb\u03af \u03c4\u03c1\u03b1\u03b3\u03bf\u03c5\u03b4\u03bf\u03cd\u03c3\u03b5 \u03c3\u03c4\u03bf \u03ba\u03c1\u03cd\u03bf. \u03a4\u03bf \u03c3\u03c0\u03af\u03c4\u03b9 \u03ae\u03c4\u03b1\u03bd \u03b4\u03af\u03c0\u03bb\u03b1 \u03c3\u03c4\u03bf \u03c0\u03bf\u03c4\u03ac\u03bc\u03b9.
\u9ce5\u306f\u5bd2\u3055\u306e\u4e2d\u3067\u6b4c\u3063\u305f\u3002\u5bb6\u306f\u5ddd\u306e\u305d\u3070\u306b\u3042\u3063\u305f\u3002\u30cf\u30f3\u30de\u30fc\u306f\u7d0d\u5c4b\u306b\u3042\u308b\u3002
\u9e1f\u5728\u5bd2\u51b7\u4e2d\u6b4c\u5531\u3002\u623f\u5b50\u5728\u6cb3\u8fb9\uff0c\u9524\u5b50\u5728\u8c37\u4ed3\u91cc\u3002
\uc0c8\uac00 \ucd94\uc704 \uc18d\uc5d0\uc11c \ub178\ub798\ud588\ub2e4. \uc9d1\uc740 \uac15 \uc606\uc5d0 \uc788\uc5c8\ub2e4.
\u063a\u0646\u0649 \u0627\u0644\u0637\u0627\u0626\u0631 \u0641\u064a \u0627\u0644\u0628\u0631\u062f. \u0643\u0627\u0646 \u0627\u0644\u0628\u064a\u062a \u0628\u062c\u0627\u0646\u0628 \u0627\u0644\u0646\u0647\u0631.
\u05d4\u05e6\u05d9\u05e4\u05d5\u05e8 \u05e9\u05e8\u05d4 \u05d1\u05e7\u05d5\u05e8. \u05d4\u05d1\u05d9\u05ea \u05e2\u05de\u05d3 \u05dc\u05d9\u05d3 \u05d4\u05e0\u05d4\u05e8.
\u091a\u093f\u0921\u093c\u093f\u092f\u093e \u0920\u0902\u0921 \u092e\u0947\u0902 \u0917\u093e\u0924\u0940 \u0925\u0940\u0964 \u0918\u0930 \u0928\u0926\u0940 \u0915\u0947 \u092a\u093e\u0938 \u0925\u093e\u0964
\u0e19\u0e01\u0e23\u0e49\u0e2d\u0e07\u0e40\u0e1e\u0e25\u0e07\u0e43\u0e19\u0e04\u0e27\u0e32\u0e21\u0e2b\u0e19\u0e32\u0e27 \u0e1a\u0e49\u0e32\u0e19\u0e2d\u0e22\u0e39\u0e48\u0e02\u0e49\u0e32\u0e07\u0e41\u0e21\u0e48\u0e19\u0e49\u0e33
""".strip()
WILD = [
    "celery", "Celery LETTUCE", " leading", "trailing  ", "  two  spaces  ", "tab\there\nline\r\nfeed\u00a0nbsp\u3000wide\u2028line\u0085next",
    "caf\u00e9 na\u00efve \u00c5ngstr\u00f6m \u0130stanbul \u03a3\u039f\u03a6\u039f\u03a3", "e\u0301 combining o\u0308 \u1ea5\u0323", "\ufb01ne \u2168 \u00bd \u33a5 \uff21\uff22\uff11",
    "don't stop-it (now)! $5 + 3 = 8 <b> a_b `x` ^~|", "I'LL we're 's 'S it'd've", "1,234.56 3rd COVID-19 e=mc\u00b2 \u20ac5 \u00a9",
    "zero\u200bwidth soft\u00adhyphen \ufeffbom \x00null \x07bell \ufffdbad", "emoji \U0001f600 \U0001f9ff \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "<s> is </s> here<mask>x <MASK> <mask> y", "<|endoftext|>a <|endoftext|> b", "\u2581under \u2581\u2581 score", "\u732b\u304c\u7720\u3063\u305f cat\u732bcat \uac00\ub098\ub2e4",
    "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22 \u0939\u093f\u0928\u094d\u0926\u0940 \u05e2\u05b4\u05d1\u05b0\u05e8\u05b4\u05d9\u05ea \u0627\u0644\u0639\u064e\u0631\u064e\u0628\u0650\u064a\u0629", "\u201cquotes\u201d \u2014 dash \u2026 \u00bfqu\u00e9? \u00ab\u00bb",
    "\n\n\nlines\n \n\tend\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\uff76\uff9e\uff77\uff9e \u3231 \u2121 \u1100\u1161\u11a8 \uac01", "\u0958 \u0915\u093c \u2126 \u212b \u1e9b\u0323", "\U00020000\U0002b81f rare \u4e00\u4e8c",
    "o\u0304\u0323 q\u0307\u0323", "\u00a0", "   ", "x" * 300,
]


def texts():
    """The lines, their pieces, those above, and mixtures of all characters there are among them."""
    lines = TEXT.split("\n")
    made = lines + WILD + [w for line in lines for w in line.split()[:6]]
    chance = random.Random(11)
    signs = sorted(set(TEXT + "".join(WILD)))
    for n in range(120):
        made.append("".join(chance.choice(signs + [" "] * 30) for _ in range(1 + n % 24)))
    return made


def byte_level(roberta):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    special = ["<s>", "<pad>", "</s>", "<unk>"] if roberta else ["<|endoftext|>"]
    trainer = trainers.BpeTrainer(vocab_size=600, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    tokenizer.train_from_iterator(TEXT.split("\n"), trainer)
    tokenizer.decoder = decoders.ByteLevel()
    if roberta:
        tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
        tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    else:
        tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    return tokenizer


def rules():
    """A table of normal forms of our own: Unicode's NFKC of what the texts have, blanks to spaces, controls away."""
    made = {}
    parts = set(TEXT + "".join(WILD)) | {"e\u0301", "o\u0308", "\uff76\uff9e", "\u1100\u1161\u11a8", "\u0915\u093c", "\u1ea5\u0323"}
    for part in sorted(parts):
        form = unicodedata.normalize("NFKC", part)
        if part in "\t\n\r\u0085\u2028\u200b":
            form = " "
        elif part in "\x00\x07\u00ad\ufeff":
            form = ""
        if form != part and part != "\x00":
            made[part] = form
    return "".join("{}\t{}\n".format(*(" ".join(f"{ord(c):X}" for c in text) for text in rule)) for rule in made.items())


def unigram(**normal):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT.split("\n")), model_writer=model, vocab_size=420, model_type="unigram",
        character_coverage=1.0, minloglevel=2, hard_vocab_limit=False, **normal,
    )
    read = sentencepiece_model_pb2.ModelProto.FromString(model.getvalue())
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)] + [(p.piece, p.score) for p in read.pieces[3:]]
    tokenizer = Tokenizer(models.Unigram(pieces, 3, False))
    charsmap = read.normalizer_spec.precompiled_charsmap
    tokenizer.normalizer = normalizers.Sequence([normalizers.Precompiled(charsmap), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace("\u2581", "always")])
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
    tokenizer.post_processor = processors.TemplateProcessing("<s> $A </s>", "<s> $A </s> </s> $B </s>", [("<s>", 0), ("</s>", 2)])
    return tokenizer


def main():
    """With a folder as argument: XLM-R's own table there, which is too large to be kept here."""
    HERE.mkdir(exist_ok=True)
    expected = {"texts": texts()}
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as table:
        table.write(rules())
        table.flush()
        small = unigram(normalization_rule_tsv=table.name)
    if len(sys.argv) > 1:
        whole = unigram(normalization_rule_name="nmt_nfkc")
        whole.save(f"{sys.argv[1]}/xlmr.json")
        ids = [Tokenizer.from_file(f"{sys.argv[1]}/xlmr.json").encode(text).ids for text in expected["texts"]]
        Path(sys.argv[1], "expected.json").write_text(json.dumps({"texts": expected["texts"], "xlmr": ids}))
    for name, tokenizer in {"gpt2": byte_level(False), "roberta": byte_level(True), "xlmr": small}.items():
        tokenizer.save(str(HERE / f"{name}.json"), pretty=False)
        tokenizer = Tokenizer.from_file(str(HERE / f"{name}.json"))
        expected[name] = [tokenizer.encode(text).ids for text in expected["texts"]]
    (HERE / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
