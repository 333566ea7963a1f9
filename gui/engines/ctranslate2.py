"""Models of CTranslate2 (optional extra ``offline``): a converted OPUS-MT folder, or an Argos package.

An OPUS-MT folder is what ``ct2-opus-mt-converter`` or ``ct2-transformers-converter`` writes, with the ``source.spm``
and ``target.spm`` of the original copied into it. An Argos package (``translate-ko_en.argosmodel``, a zip, or its
folder) holds ``model/``, ``sentencepiece.model`` and ``metadata.json``.
"""

import json
import os
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gui.document.errors import EngineUnavailable, Message, note
from gui.engines import extras, model_files
from gui.engines.model_files import DAMAGED
from gui.engines.model_package import Package, Parts, open_package, parts_of
from gui.engines.neural import Identity, Model

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

_LONGEST = 480
"""Pieces of a sentence: OPUS-MT knows 512 positions, and what lies beyond is cut off without a word."""

_KOREAN = "정부는 오늘 새로운 계획을 발표하고 국민의 의견을 듣기로 하였다."

_UNREADABLE = (
    OSError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    MemoryError,
    EOFError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the two libraries, zip and JSON raise on files that are damaged or something else."""


class CTranslate2:
    """The folder or package that the user chose."""

    name = "ctranslate2"
    label = note("OPUS-MT or Argos model (this computer)")

    def __init__(self, place: str) -> None:
        self._place = Path(place) if place else None

    def missing(self) -> Message | None:
        """The libraries, the model or files of it."""
        if absent := extras.missing(self.label, "ctranslate2", "sentencepiece"):
            return absent
        if self._place is None:
            return note("Choose the folder or the .argosmodel file of a model in the preferences.")
        try:
            return model_files.lacking(self._place, self._absent(self._place))
        except (OSError, zipfile.BadZipFile):
            return note(DAMAGED.text, name=self._place.name)

    @staticmethod
    def _absent(place: Path) -> Sequence[str]:
        if not place.exists():
            return ()
        with closing(open_package(place)) as package:
            return parts_of(package.names()).absent

    def title(self) -> str:
        """The name of the folder or package."""
        return self._place.stem if self._place else ""

    def identity(self) -> Identity:
        """Its files."""
        return model_files.identity(self._place)

    def load(self) -> Model:
        """Load the model and its SentencePiece vocabularies, all from memory: paths in Hangul fail on Windows.

        Raises:
            EngineUnavailable: they cannot be read, do not fit together or are for other languages.
        """
        if self._place is None:
            raise EngineUnavailable("Choose the folder or the .argosmodel file of a model in the preferences.")
        try:
            with closing(open_package(self._place)) as package:
                return _load(package, self._place.name)
        except _UNREADABLE:
            problem = EngineUnavailable(DAMAGED.text, name=self._place.name)
        raise problem


def _load(package: Package, name: str) -> "_Model":
    import ctranslate2

    parts = parts_of(package.names())
    _refuse_other_languages(package, parts)
    source, target = _pieces(package.read(parts.source)), _pieces(package.read(parts.target))
    if sum(source.IsUnknown(piece) for piece in source.EncodeAsIds(_KOREAN)) > 3:
        raise ValueError("its vocabulary knows no Hangul")
    files = {known: package.read(member) for known, member in parts.model.items()}
    threads = max(1, (os.cpu_count() or 2) - 1)  # one is the window's
    translator = ctranslate2.Translator(name, device="cpu", intra_threads=threads, files=files)
    return _Model(name, translator, source, target, ends=parts.is_marian and not _adds_end(files.get("config.json")))


def _refuse_other_languages(package: Package, parts: Parts) -> None:
    if parts.metadata:
        told = json.loads(package.read(parts.metadata))
        if (told["from_code"], told["to_code"]) != ("ko", "en"):
            raise ValueError("it is for other languages")


def _adds_end(config: bytes | None) -> bool:
    """Whether CTranslate2 itself puts the end mark after a sentence, which Marian's models were trained with."""
    return config is not None and json.loads(config).get("add_source_eos") is True


def _pieces(model: bytes) -> "SentencePieceProcessor":
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor()
    processor.LoadFromSerializedProto(model)
    return processor


class _Model:
    """Cuts sentences into pieces, translates them together, and joins the pieces of each answer."""

    def __init__(
        self,
        name: str,
        translator: Any,
        source: "SentencePieceProcessor",
        target: "SentencePieceProcessor",
        *,
        ends: bool,
    ) -> None:
        self._name = name
        self._translator = translator
        self._source = source
        self._target = target
        self._end = ["</s>"] if ends else []

    def fits(self, sentence: str) -> bool:
        """Whether the sentence has few enough pieces."""
        return len(self._source.EncodeAsPieces(sentence)) <= _LONGEST

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The English of each sentence.

        Raises:
            EngineUnavailable: the weights are damaged in a way that did not show when they were loaded.
        """
        pieces = [self._source.EncodeAsPieces(text) + self._end for text in texts]
        try:
            found = self._translator.translate_batch(
                pieces, beam_size=4, max_decoding_length=_LONGEST, replace_unknowns=True
            )
        except (RuntimeError, ValueError, MemoryError):
            found = None
        if found is None:
            raise EngineUnavailable(DAMAGED.text, name=self._name)
        answers = (self._target.DecodePieces(result.hypotheses[0]) for result in found)
        # A piece that is in the model's vocabulary but not in SentencePiece's keeps its mark for a space.
        return [" ".join(answer.replace("▁", " ").split()) for answer in answers]
