"""Mozilla's Korean–English model, through ``fxtranslate`` (optional extra ``offline``), from a folder of the user's.

The folder is the one that Firefox or ``fxtranslate models add ko en`` fills. Nothing is fetched from here.
"""

import math
import struct
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gui.document.errors import EngineUnavailable, Message, note
from gui.engines import extras, model_files
from gui.engines.model_files import DAMAGED
from gui.engines.neural import Identity, Model
from gui.engines.resident import Resident

if TYPE_CHECKING:
    from fxtranslate import Translator

_T = TypeVar("_T")

_LONGEST = 300
"""Characters: a piece of a Korean word has about two, and the library cuts off what is longer than the model allows."""

_MODEL, _USUAL_MODEL = "model.koen.*.bin", "model.koen.intgemm.alphas.bin"
_SHARED = "vocab.koen.spm"
_SOURCE, _TARGET = "srcvocab.koen.spm", "trgvocab.koen.spm"

_VERSION = 1
_HEAD, _ITEM = struct.Struct("<QQ"), struct.Struct("<QQQQ")
"""Marian's binary format: version and number of items; of each item the lengths of its name, type, shape and data."""


class Fxtranslate:
    """The folder with Mozilla's model."""

    name = "fxtranslate"
    label = note("Firefox model (this computer)")

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder) if folder else None

    def missing(self) -> Message | None:
        """The library, the folder or files in it."""
        if absent := extras.missing(self.label, "fxtranslate"):
            return absent
        if self._folder is None:
            return note("Choose the folder of a Firefox model in the preferences.")
        return model_files.lacking(self._folder, self._absent(self._folder))

    @staticmethod
    def _absent(folder: Path) -> Sequence[str]:
        model = () if _found(folder, _MODEL) else (_USUAL_MODEL,)
        if _found(folder, _SHARED):
            return model
        apart = [name for name in (_SOURCE, _TARGET) if _found(folder, name) is None]
        return (*model, _SHARED) if len(apart) == 2 else (*model, *apart)

    def title(self) -> str:
        """The name of the folder."""
        return self._folder.name if self._folder else ""

    def identity(self) -> Identity:
        """The folder's files."""
        return model_files.identity(self._folder)

    def load(self) -> Model:
        """Load the model and its vocabularies.

        Raises:
            EngineUnavailable: they cannot be read or do not fit together.
        """
        if self._folder is None:
            raise EngineUnavailable("Choose the folder of a Firefox model in the preferences.")
        return _guarded(partial(_load, self._folder), self._folder.name)


def _load(folder: Path) -> "_Model":
    from fxtranslate import Translator

    contents = _contents(folder)
    return _Model(folder.name, Resident(lambda: Translator(*contents)))


def _guarded(work: Callable[[], _T], name: str) -> _T:
    """Do ``work`` with the model called ``name``; what the library makes of a damaged one becomes one sentence."""
    try:
        return work()
    except (OSError, ValueError, MemoryError, struct.error):
        pass
    except BaseException as error:  # the library's panics are no Exception
        if type(error).__name__ != "PanicException":
            raise
    raise EngineUnavailable(DAMAGED.text, name=name)


def _contents(folder: Path) -> tuple[bytes, bytes, bytes]:
    """Model, source and target vocabulary. The shortlist, which only makes it quicker, is left out."""
    shared = _found(folder, _SHARED)
    paths = [_found(folder, _MODEL), shared or _found(folder, _SOURCE), shared or _found(folder, _TARGET)]
    model, source, target = (path.read_bytes() if path else b"" for path in paths)
    _refuse_impossible(model)
    return model, source, target


def _refuse_impossible(model: bytes) -> None:
    """See that the sizes in the model's head add up: the library takes them for true and ends the process.

    Raises:
        ValueError: they do not.
        struct.error: the head is cut off.
    """
    version, count = _HEAD.unpack_from(model)
    if version != _VERSION or not 0 < count <= len(model) // _ITEM.size:
        raise ValueError("not Marian's format")
    items = [_ITEM.unpack_from(model, _HEAD.size + number * _ITEM.size) for number in range(count)]
    at = _HEAD.size + count * _ITEM.size + sum(name for name, *_ in items)
    ints = sum(shape for _, _, shape, _ in items)
    if at + 4 * ints + sum(data for *_, data in items) > len(model):
        raise ValueError("shorter than its head says")
    for _, _, shape, data in items:
        if math.prod(struct.unpack_from(f"<{shape}I", model, at)) > data:
            raise ValueError("an item is larger than its data")
        at += 4 * shape


def _found(folder: Path, pattern: str) -> Path | None:
    return next((path for path in sorted(folder.glob(pattern)) if path.is_file()), None)


class _Model:
    """Sentence by sentence, as the library does it, on the one thread that it allows."""

    def __init__(self, name: str, translator: "Resident[Translator]") -> None:
        self._name = name
        self._translator = translator

    def fits(self, sentence: str) -> bool:
        """Whether the sentence is short enough."""
        return len(sentence) <= _LONGEST

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The English of each sentence.

        Raises:
            EngineUnavailable: the weights do not fit together, which shows only here.
        """
        return _guarded(
            lambda: self._translator.ask(lambda translator: [translator.translate(text) for text in texts]), self._name
        )
