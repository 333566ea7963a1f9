"""What every machine engine does alike with a request: which segments, how an edit looks, what is told at the end."""

from collections import Counter
from datetime import UTC, datetime

from gui.document.edit import TargetEdit
from gui.document.errors import EngineError, Message
from gui.document.segment import Origin, OriginKind, Segment, State, Translation
from gui.engines.base import DraftRequest
from gui.engines.verify import Fault


def wanted(request: DraftRequest) -> list[Segment]:
    """The segments asked for, in the order asked; a key that is gone is left out."""
    segments = {segment.key: segment for segment in request.snapshot.segments()}
    return [segments[key] for key in request.keys if key in segments]


def machine_edit(segment: Segment, english: str, engine: str) -> TargetEdit:
    """The edit that gives a segment the draft of a machine; ``engine`` is what its origin names."""
    origin = Origin(OriginKind.MACHINE, engine=engine, at=datetime.now(UTC))
    return TargetEdit(segment.key, segment.translation, Translation(english, State.DRAFT, origin))


def report(faults: Counter[Fault], total: int, engine: Message) -> None:
    """Return where every segment got usable English; ``engine`` is its name on screen.

    Raises:
        EngineError: says for how many of ``total`` segments there is none.
    """
    if not faults:
        return
    values: dict[str, object] = {"engine": engine, "count": faults.total(), "total": total}
    if set(faults) == {Fault.TOO_LONG}:
        raise EngineError(
            "{count} of {total} segments are too long for {engine} and stay as they were; use another engine.",
            **values,
        )
    raise EngineError(
        "{engine} gave no usable English for {count} of {total} segments; they stay as they were.", **values
    )
