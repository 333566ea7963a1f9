"""A model in Mozilla's format, made on the spot: 1 layer of random weights, which says a few English words."""

import random
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from tests.engines.tiny_models import ENGLISH, KOREAN, pieces_model

_SIZE = 16
_FLOAT, _INT8, _INTGEMM8 = 0x404, 0x101, 0x4101
"""Marian's numbers for the types of items."""

_Item: TypeAlias = tuple[str, int, tuple[int, ...], bytes]


def firefox_folder(folder: Path, seed: int = 7) -> Path:
    """A model with two vocabularies, as Mozilla's Korean–English one has."""
    source = _write_pieces(folder / "srcvocab.koen.spm", KOREAN)
    target = _write_pieces(folder / "trgvocab.koen.spm", [ENGLISH, "A second sentence."])
    items = list(_items(source, target, random.Random(seed)))
    (folder / "model.koen.intgemm.alphas.bin").write_bytes(_packed(items))
    return folder


def _write_pieces(path: Path, lines: Sequence[str]) -> int:
    """Make a SentencePiece model; returns how many pieces it has."""
    from sentencepiece import SentencePieceProcessor

    written = pieces_model(lines)
    path.write_bytes(written)
    processor = SentencePieceProcessor()
    processor.LoadFromSerializedProto(written)
    return int(processor.GetPieceSize())


def _items(source: int, target: int, chance: random.Random) -> Iterator[_Item]:
    settings = {"dim-emb": _SIZE, "transformer-heads": 1, "enc-depth": 1, "dec-depth": 1, "transformer-dim-ffn": _SIZE}
    lines = [f"{name}: {value}" for name, value in settings.items()]
    text = "\n".join([*lines, "dim-vocabs:", f"  - {source}", f"  - {target}", "\0"]).encode()
    yield "special:model.yml", _INT8, (len(text),), text
    yield from _weight("encoder_Wemb", source, chance)
    yield from _weight("decoder_Wemb", target, chance)
    yield _floats("none_QuantMultA", (1,), [20.0])
    for layer in ("encoder_l1_self", "decoder_l1_context"):
        for part in "qkvo":
            yield from _weight(f"{layer}_W{part}", _SIZE, chance)
            yield _random(f"{layer}_b{part}", _SIZE, chance)
        yield _random(f"{layer}_Wo_ln_scale", _SIZE, chance)
    for layer in ("encoder_l1_ffn", "decoder_l1_ffn"):
        for part in "12":
            yield from _weight(f"{layer}_W{part}", _SIZE, chance)
            yield _random(f"{layer}_b{part}", _SIZE, chance)
        yield _random(f"{layer}_ffn_ln_scale", _SIZE, chance)
    yield from _weight("decoder_l1_rnn_W", _SIZE, chance)
    yield from _weight("decoder_l1_rnn_Wf", _SIZE, chance)
    yield _random("decoder_l1_rnn_bf", _SIZE, chance)
    yield _random("decoder_l1_rnn_ffn_ln_scale", _SIZE, chance)
    yield _random("decoder_ff_logit_out_b", target, chance)


def _weight(name: str, rows: int, chance: random.Random) -> Iterator[_Item]:
    """Bytes with the factor behind them that makes numbers of them, and the factor for what they are applied to."""
    numbers = bytes(chance.randrange(256) for _ in range(rows * _SIZE)) + struct.pack("<f", 64.0)
    yield name, _INTGEMM8, (rows, _SIZE), numbers + bytes(-len(numbers) % 256)
    yield _floats(f"{name}_QuantMultA", (1,), [20.0])


def _random(name: str, size: int, chance: random.Random) -> _Item:
    return _floats(name, (1, size), [chance.gauss(0, 1) for _ in range(size)])


def _floats(name: str, shape: tuple[int, ...], numbers: list[float]) -> _Item:
    return name, _FLOAT, shape, struct.pack(f"<{len(numbers)}f", *numbers)


def _packed(items: list[_Item]) -> bytes:
    head = struct.pack("<QQ", 1, len(items))
    for name, kind, shape, data in items:
        head += struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(data))
    head += b"".join(name.encode() + b"\0" for name, *_ in items)
    head += b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    filling = -(len(head) + 8) % 256
    return head + struct.pack("<Q", filling) + bytes(filling) + b"".join(data for *_, data in items)
