"""Models for CTranslate2 and SentencePiece, made on the spot: 1 layer, a few kilobytes, real files."""

import io
import json
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ENGLISH = "The ministry announced a new plan today."
_WORDS = ("▁The", "▁ministry", "▁announced", "▁a", "▁new", "▁plan", "▁today", ".")
_SIZE = 16
"""Numbers for each word: more than there are English ones."""
_SPECIAL = ("<unk>", "<s>", "</s>")
KOREAN = (
    "정부는 오늘 새로운 계획을 발표하고 국민의 의견을 듣기로 하였다.",
    "두 번째 문장을 여기에 적어 둔다.",
    "세 번째 문장도 여기에 적어 둔다.",
)


def require_libraries() -> None:
    """Skip where the extra ``offline`` is not installed."""
    pytest.importorskip("ctranslate2")
    pytest.importorskip("sentencepiece")


def pieces_model(lines: Sequence[str]) -> bytes:
    """A SentencePiece model that knows the characters of ``lines``."""
    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.Train(
        sentence_iterator=iter(lines), model_writer=written, vocab_size=120, hard_vocab_limit=False, minloglevel=2
    )
    return written.getvalue()


def opus_folder(folder: Path, *, adds_end: bool = False, sentence: bool = True) -> Path:
    """What the converter of OPUS-MT writes, with its two SentencePiece models.

    ``sentence``: the model says :data:`ENGLISH`, whatever it is given; else it has random weights, so that what it
    says depends on what it is given.
    """
    folder.mkdir(parents=True)
    source, target = pieces_model(KOREAN), pieces_model([ENGLISH, "A second sentence."])
    (folder / "source.spm").write_bytes(source)
    (folder / "target.spm").write_bytes(target)
    _write_model(folder, _vocabulary(source), (*_SPECIAL, *_WORDS), adds_end=adds_end, sentence=sentence)
    return folder


def argos_file(folder: Path, path: Path, source: str = "ko") -> Path:
    """The same model as an Argos package."""
    top = f"translate-{source}_en-1_0"
    with zipfile.ZipFile(path, "w") as package:
        for file in opus_folder(folder).iterdir():
            if file.suffix != ".spm":
                package.write(file, f"{top}/model/{file.name}")
        package.write(folder / "source.spm", f"{top}/sentencepiece.model")
        package.writestr(f"{top}/metadata.json", json.dumps({"from_code": source, "to_code": "en"}))
    return path


def _vocabulary(model: bytes) -> tuple[str, ...]:
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor()
    processor.LoadFromSerializedProto(model)
    return tuple(processor.IdToPiece(number) for number in range(processor.GetPieceSize()))


def _write_model(folder: Path, source: Sequence[str], target: Sequence[str], *, adds_end: bool, sentence: bool) -> None:
    from ctranslate2.specs import TransformerSpec

    np = pytest.importorskip("numpy")
    chance = np.random.default_rng(7)
    spec = TransformerSpec.from_config(num_layers=1, num_heads=1)
    _fill(spec, None if sentence else chance)
    spec.encoder.embeddings[0].weight = chance.normal(size=(len(source), _SIZE)).astype(np.float32)
    random = chance.normal(size=(len(target), _SIZE)).astype(np.float32)
    apart = 100 * np.eye(len(target), _SIZE, dtype=np.float32)  # a word's place in the sentence counts for nothing
    spec.decoder.embeddings.weight = apart if sentence else random
    spec.decoder.projection.weight = _chain(target) if sentence else random[::-1].copy()
    spec.decoder.projection.bias = np.zeros(len(target), np.float32)
    spec.register_source_vocabulary(list(source))
    spec.register_target_vocabulary(list(target))
    spec.config.add_source_eos = adds_end
    spec.validate()
    spec.save(str(folder))


def _chain(target: Sequence[str]) -> Any:
    """Weights under which each word of the sentence brings the next one, and the last one the end."""
    np = pytest.importorskip("numpy")
    weight = np.zeros((len(target), _SIZE), np.float32)
    for word, following in pairwise(["<s>", *_WORDS, "</s>"]):
        weight[target.index(following), target.index(word)] = 10
    return weight


def _fill(spec: Any, chance: Any) -> None:
    """Give every layer weights: random ones, or none so that only the embeddings speak."""
    from ctranslate2.specs import attention_spec, common_spec, transformer_spec

    np = pytest.importorskip("numpy")
    for layer in _layers(spec):
        if isinstance(layer, common_spec.LayerNormSpec):
            layer.gamma, layer.beta = np.ones(_SIZE, np.float32), np.zeros(_SIZE, np.float32)
        elif isinstance(layer, attention_spec.MultiHeadAttentionSpec):
            rows = (3, 1) if len(layer.linear) == 2 else (1, 2, 1)  # self-attention keeps all three in one
            for linear, factor in zip(layer.linear, rows, strict=True):
                _fill_linear(linear, factor * _SIZE, chance)
        elif isinstance(layer, transformer_spec.FeedForwardSpec):
            _fill_linear(layer.linear_0, _SIZE, chance)
            _fill_linear(layer.linear_1, _SIZE, chance)


def _fill_linear(linear: Any, rows: int, chance: Any) -> None:
    np = pytest.importorskip("numpy")
    weight = np.zeros((rows, _SIZE)) if chance is None else chance.normal(size=(rows, _SIZE))
    linear.weight, linear.bias = weight.astype(np.float32), np.zeros(rows, np.float32)


def _layers(spec: Any) -> list[Any]:
    from ctranslate2.specs.model_spec import LayerSpec

    found = [spec] if isinstance(spec, LayerSpec) else []
    values = spec if isinstance(spec, list) else vars(spec).values() if isinstance(spec, LayerSpec) else ()
    return found + [layer for value in values for layer in _layers(value)]
