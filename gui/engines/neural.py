"""Neural translation on this machine: one engine around every kind of model that the user may bring.

Nothing leaves the machine, so neither consent nor the embargo lock applies. A model is loaded when the first draft
asks for it, on the thread of that draft, and kept for the next one until the settings name another.
"""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeAlias

from gui.document.edit import TargetEdit
from gui.document.errors import EngineError, Message
from gui.document.segment import Segment
from gui.document.work import Cancelled, Progress
from gui.engines import delivery, pieces, verify
from gui.engines.base import DraftRequest, EngineStatus
from gui.engines.verify import Fault
from gui.language import sentences

_BATCH = 8
"""Segments translated at once: models are quicker with several, and a cancel waits for as long as one batch takes."""

Identity: TypeAlias = tuple[object, ...]
"""Tells one model from another, and from the same after its files were changed."""


class Model(Protocol):
    """A loaded model. Safe to use from several threads."""

    def fits(self, sentence: str) -> bool:
        """Whether the model takes in all of a sentence: what is too long it would cut off without a word."""
        ...

    def translate(self, texts: Sequence[str]) -> Sequence[str]:
        """The English of each Korean sentence, in order."""
        ...


class ModelKind(Protocol):
    """A kind of model and the one of it that the settings name."""

    name: str
    label: Message

    def missing(self) -> Message | None:
        """What has to be installed, chosen or put in place before it can be loaded; found out without loading."""
        ...

    def title(self) -> str:
        """The name of the model, for origins."""
        ...

    def identity(self) -> Identity:
        """What a loaded model is kept under."""
        ...

    def load(self) -> Model:
        """Load it, which takes seconds and hundreds of megabytes.

        Raises:
            EngineUnavailable: it is damaged or no Korean–English model.
        """
        ...


class Models:
    """Loaded models, at most one of each kind, shared by all engines: those are made anew for each draft."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[str, tuple[Identity, Model]] = {}

    def get(self, kind: ModelKind) -> Model:
        """The model of a kind, loaded unless it is; whoever asks meanwhile waits for the same one.

        Raises:
            EngineUnavailable: it cannot be loaded.
        """
        with self._lock:
            self._forget_other_than(kind)
            if kind.name not in self._loaded:
                self._loaded[kind.name] = (kind.identity(), kind.load())
            return self._loaded[kind.name][1]

    def settle(self, kinds: Sequence[ModelKind]) -> None:
        """Let go of models that the settings no longer name. Returns at once while one is being loaded."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            for kind in kinds:
                self._forget_other_than(kind)
        finally:
            self._lock.release()

    def _forget_other_than(self, kind: ModelKind) -> None:
        known = self._loaded.get(kind.name)
        if known is not None and known[0] != kind.identity():
            del self._loaded[kind.name]


LOADED = Models()
"""The models of this process: each takes too much memory to be loaded twice."""


class NeuralEngine:
    """Drafts with a model on this machine."""

    online = False
    host = ""

    def __init__(self, kind: ModelKind, models: Models = LOADED) -> None:
        self.name = kind.name
        self.label = kind.label
        self._kind = kind
        self._models = models

    def status(self) -> EngineStatus:
        """What has to be installed or chosen; whether the files are sound shows when they are loaded."""
        missing = self._kind.missing()
        return EngineStatus(missing is None, missing)

    def draft(self, request: DraftRequest, progress: Progress, cancelled: Cancelled) -> Iterator[TargetEdit]:
        """One edit for each segment with Korean in it that the model gave usable English for.

        Raises:
            EngineUnavailable: the model cannot be loaded.
            EngineError: something is missing in the settings, or, at the end, some answers were not usable.
        """
        if missing := self._kind.missing():
            raise EngineError(missing.text, **dict(missing.values))
        translator = _Translator(self._models.get(self._kind))
        origin = f"{self.name} {self._kind.title()}"
        faults: Counter[Fault] = Counter()
        segments, done = delivery.wanted(request), 0
        for batch in _batches(segments):
            if cancelled():
                return
            for segment, english in zip(batch, translator.english(batch), strict=True):
                if isinstance(english, Fault):
                    faults[english] += 1
                elif english is not None:
                    yield delivery.machine_edit(segment, english, origin)
                done += 1
                progress(done, len(segments))
        delivery.report(faults, len(segments), self.label)


def _batches(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    for start in range(0, len(segments), _BATCH):
        yield segments[start : start + _BATCH]


def _is_one_sentence(text: str) -> bool:
    return len(sentences.split(text)) <= 1


class _Translator:
    """The English of segments for the length of one draft: each sentence is translated once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known: dict[str, str | Fault] = {}

    def english(self, segments: Sequence[Segment]) -> list[str | Fault | None]:
        """For each segment its English, what was wrong with it, or ``None`` where there is nothing to translate."""
        prepared = [pieces.prepare(segment.source.text, _is_one_sentence) for segment in segments]
        self._learn([piece for whole in prepared if whole is not None for piece in whole.pieces])
        return [None if whole is None else self._joined(whole) for whole in prepared]

    def _joined(self, whole: pieces.Prepared) -> str | Fault:
        answers = []
        for piece in whole.pieces:
            answer = self._known[piece]
            if isinstance(answer, Fault):
                return answer
            answers.append(answer)
        return whole.joined(answers)

    def _learn(self, sentences: Sequence[str]) -> None:
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._known]
        fitting = [sentence for sentence in new if self._model.fits(sentence)]
        self._known |= dict.fromkeys(new, Fault.TOO_LONG)
        for sentence, answer in zip(fitting, self._model.translate(fitting), strict=True):
            self._known[sentence] = verify.fault(sentence, answer) or answer.strip()
