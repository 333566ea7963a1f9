"""Mozilla's Korean–English model, through ``fxtranslate`` (optional extra ``offline``), from a folder of the user's.

The folder is the one that Firefox or ``fxtranslate models add ko en`` fills. Nothing is fetched from here.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gui.document.errors import EngineUnavailable, Message, note
from gui.engines import extras, model_files
from gui.engines.model_files import DAMAGED
from gui.engines.neural import Identity, Model

if TYPE_CHECKING:
    from fxtranslate import Translator

_LONGEST = 300
"""Characters: a piece of a Korean word has about two, and the library cuts off what is longer than the model allows."""

_MODEL, _USUAL_MODEL = "model.koen.*.bin", "model.koen.intgemm.alphas.bin"
_SHARED = "vocab.koen.spm"
_SOURCE, _TARGET = "srcvocab.koen.spm", "trgvocab.koen.spm"
_SHORTLIST = "lex.*koen.s2t.bin"


class Fxtranslate:
    """The folder with Mozilla's model."""

    name = "fxtranslate"
    label = note("Firefox model (this computer)")

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder) if folder else None

    def missing(self) -> Message | None:
        """The library, the folder or files in it."""
        if absent := extras.missing(str(self.label), "fxtranslate"):
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
        from fxtranslate import Translator

        if self._folder is None:
            raise EngineUnavailable("Choose the folder of a Firefox model in the preferences.")
        try:
            return _Model(Translator(*_contents(self._folder)))
        except (OSError, ValueError, MemoryError):
            problem = EngineUnavailable(DAMAGED.text, name=self._folder.name)
        except BaseException as error:  # the library's panics are no Exception
            if type(error).__name__ != "PanicException":
                raise
            problem = EngineUnavailable(DAMAGED.text, name=self._folder.name)
        raise problem


def _contents(folder: Path) -> tuple[bytes, bytes, bytes, bytes | None]:
    """Model, source and target vocabulary and, where there is one, the shortlist."""
    shared = _found(folder, _SHARED)
    paths = [_found(folder, _MODEL), shared or _found(folder, _SOURCE), shared or _found(folder, _TARGET)]
    model, source, target = (path.read_bytes() if path else b"" for path in paths)
    shortlist = _found(folder, _SHORTLIST)
    return model, source, target, shortlist.read_bytes() if shortlist else None


def _found(folder: Path, pattern: str) -> Path | None:
    return next((path for path in sorted(folder.glob(pattern)) if path.is_file()), None)


class _Model:
    """Sentence by sentence, as the library does it; one at a time, since it says nothing of threads."""

    def __init__(self, translator: "Translator") -> None:
        self._translator = translator
        self._turn = threading.Lock()

    def fits(self, sentence: str) -> bool:
        """Whether the sentence is short enough."""
        return len(sentence) <= _LONGEST

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The English of each sentence."""
        with self._turn:
            return [self._translator.translate(text) for text in texts]
