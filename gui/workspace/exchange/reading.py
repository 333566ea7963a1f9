"""From a file of another tool to what it changes in the project."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from gui.document.errors import Message, ReadError, note
from gui.document.project import Snapshot
from gui.document.review import Comment, Reply
from gui.document.segment import Segment, State
from gui.document.work import Cancelled, Progress, never, unheard
from gui.exporters.bilingual import HEADINGS, bookmark
from gui.exporters.exchange import comments_by_segment, remark
from gui.exporters.text import printable
from gui.exporters.xliff import note_id, parts, sent_with
from gui.readers import isolation
from gui.workspace.corrections.base import Sent
from gui.workspace.corrections.model import Corrections, Problem, ProblemKind
from gui.workspace.corrections.reading import corrections, read_corrections
from gui.workspace.corrections.returned import Anchor, Note, Passage, Returned, Row
from gui.workspace.exchange import files
from gui.workspace.exchange.resegmented import Piece, pieces
from gui.workspace.interchange_xliff import XliffUnit

SUFFIXES = (".xlf", ".xliff", ".xlsx", ".csv")
"""Usual endings of such files, for dialogs; what a file is, is told by its content."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A state that a tool gave to a segment: its place in the project from 1, the old state and the new one."""

    key: str
    number: int
    old: State
    new: State


@dataclass(frozen=True, slots=True)
class Exchange:
    """All that came back in one file: corrections as a Word table brings them, and new states."""

    corrections: Corrections
    states: tuple[StateChange, ...] = ()


def read_exchange(
    path: Path, snapshot: Snapshot, progress: Progress = unheard, cancelled: Cancelled = never
) -> Exchange:
    """What was changed in an XLIFF, an Excel workbook or a CSV that came back.

    Args:
        path: the file; it is parsed by a process of its own.
        snapshot: the project as it is now.
        progress: called now and then.
        cancelled: asked now and then whether to stop.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: the file is none of these, is damaged, of another project, or has nothing in common with this one.
    """
    return exchange(path.name, isolation.run(files.read, path.absolute(), progress, cancelled), snapshot)


def read_any(path: Path, snapshot: Snapshot, progress: Progress = unheard, cancelled: Cancelled = never) -> Exchange:
    """What was changed in whatever came back; what has no ending of :data:`SUFFIXES` is read as a Word document.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: as :func:`read_exchange`, or as :func:`gui.workspace.corrections.reading.read_corrections`.
    """
    if path.suffix.lower() in SUFFIXES:
        return read_exchange(path, snapshot, progress, cancelled)
    return Exchange(read_corrections(path, snapshot, progress, cancelled))


def exchange(name: str, found: files.Sheet | files.Xliff, snapshot: Snapshot) -> Exchange:
    """What a file that was parsed means for the project.

    Raises:
        ReadError: it is of another project, or has nothing in common with this one.
    """
    back = _sheet(found, snapshot) if isinstance(found, files.Sheet) else _xliff(found, snapshot)
    head = Row(tuple(Passage(heading, in_table=True) for heading in HEADINGS))
    returned = Returned(name, back.project, back.version, back.editor, (head, *back.rows), (), notes=back.notes)
    if not back.rows:
        raise ReadError("{name} holds no segments of this project. Nothing was changed.", name=name)
    result = corrections(returned, snapshot)
    problems = sorted((*result.problems, *back.problems), key=lambda problem: back.numbers.get(problem.segment, 0))
    return Exchange(replace(result, problems=tuple(problems)), tuple(back.changed_states(snapshot)))


@dataclass(slots=True)
class _Back:
    """What is gathered of a file: rows as those of the Word table, notes by number, and states by key."""

    exported: Snapshot
    project: str = ""
    version: str = ""
    editor: str = ""
    rows: list[Row] = field(default_factory=list)
    notes: dict[str, Note] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    states: dict[str, State] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    _counter: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.numbers = {segment.key: number for number, segment in enumerate(self.exported.segments(), 1)}

    def add(
        self, segments: Sequence[Segment], korean: str, english: str, notes: Iterable[Note] = (), extra: str = ""
    ) -> None:
        """A row; without segments it is one that nobody knows."""
        anchors = tuple(Anchor(self._number(found)) for found in notes)
        number = str(self.numbers.get(segments[0].key, "")) if segments else ""
        lead = printable(segments[0].lead) if segments else ""
        texts = (f"{number} {extra}".strip(), lead + korean, english)
        cells = tuple(Passage(words, in_table=True) for words in texts)
        cells = (cells[0], cells[1], replace(cells[2], anchors=anchors))
        self.rows.append(Row(cells, tuple(bookmark(segment.key) for segment in segments)))

    def _number(self, found: Note) -> str:
        number = str(next(self._counter))
        self.notes[number] = found
        return number

    def say(self, segment: Segment, message: Message, text: str = "") -> None:
        """Something of a row that is only said."""
        self.problems.append(Problem(ProblemKind.OBJECT, message, segment.key, text))

    def state(self, segment: Segment, state: State | None, english: str) -> None:
        """What the file says how far a segment is. English that nobody has confirmed is a draft."""
        if state is not None:
            drafted = state is State.INITIAL and english.strip()
            self.states[segment.key] = State.DRAFT if drafted else state

    def changed_states(self, snapshot: Snapshot) -> Iterator[StateChange]:
        """The states that are neither what went out nor what stands there now; none without English."""
        sent = {segment.key: segment.state for segment in self.exported.segments()}
        for number, segment in enumerate(snapshot.segments(), 1):
            new = self.states.get(segment.key)
            if new is not None and new not in (segment.state, sent.get(segment.key), State.INITIAL):
                yield StateChange(segment.key, number, segment.state, new)


# -- XLIFF


def _xliff(found: files.Xliff, snapshot: Snapshot) -> _Back:
    project, version = sent_with(found.units[0].file) if found.units else ("", "")
    exported = Sent.of(snapshot, version).exported
    back = _Back(exported, project, version)
    ours = {name: segments for unit in exported.units for name, segments in parts(unit)}
    remarks = comments_by_segment(exported)
    for unit in found.units:
        segments = ours.get(unit.id, ())
        known = {note_id(comment): comment for segment in segments for comment in remarks.get(segment.key, ())}
        _unit(back, unit, segments, known)
    return back


def _unit(back: _Back, unit: XliffUnit, segments: Sequence[Segment], known: dict[str, Comment]) -> None:
    found = list(pieces(segments, unit.segments)) or [Piece((), "", None)]
    said: list[list[Note]] = [[] for _ in found]
    for name, text in unit.notes:
        new = _note(text, known.get(name)) if name != "kind" else None
        if new is not None:
            said[_place(found, name, known.get(name))].append(new)
    for piece, notes in zip(found, said, strict=True):
        _piece(back, piece, notes)


def _place(found: Sequence[Piece], name: str, known: Comment | None) -> int:
    """Which piece a note is about: the one that refers to it, or has our comment; else the first."""
    for number, piece in enumerate(found):
        referred = any(name in part.notes for part in piece.parts)
        if referred or (known is not None and any(segment.key == known.segment for segment in piece.segments)):
            return number
    return 0


def _piece(back: _Back, piece: Piece, notes: Sequence[Note]) -> None:
    english = piece.english
    if len(piece.segments) == 1:
        (segment,) = piece.segments
        if english is None:
            if segment.target:
                message = note(
                    "Row {number} came back without English. Its English stays.", number=back.numbers[segment.key]
                )
                back.say(segment, message, segment.target)
            english = printable(segment.target)
        else:
            states = {part.state for part in piece.parts}
            back.state(segment, _lowest(states), english)
    back.add(piece.segments, printable(piece.korean), printable(english or ""), notes)


def _lowest(states: set[State | None]) -> State | None:
    """How far a segment is whose parts are at different states: as far as the last of them."""
    order = list(State)
    return None if None in states or not states else min((state for state in states if state), key=order.index)


def _note(text: str, known: Comment | None) -> Note | None:
    """A note that is new, or a comment of ours with something added; ``None`` if it is as it went out."""
    if known is None:
        return Note(text)
    ours = remark(known)
    if text.strip() == ours.strip():
        return None
    if text.startswith(ours):
        replies = (*known.replies, Reply(text[len(ours) :].strip()))
        return Note(known.text, known.author, known.at, replies, known.resolved)
    return Note(text)


# -- tables


def _sheet(found: files.Sheet, snapshot: Snapshot) -> _Back:
    exported = Sent.of(snapshot, found.version).exported
    back = _Back(exported, found.project, found.version, found.editor)
    segments = {printable(segment.key): segment for segment in exported.segments()}
    remarks = comments_by_segment(exported)
    for row in found.rows:
        segment = segments.get((row.cells.get("key") or "").strip())
        if segment is None:
            korean, english = (row.cells.get(name) or "" for name in ("korean", "english"))
            back.add((), korean, english)
        else:
            _sheet_row(back, row, segment, remarks.get(segment.key, []))
    return back


def _sheet_row(back: _Back, row: files.SheetRow, segment: Segment, comments: Sequence[Comment]) -> None:
    number = back.numbers[segment.key]
    sent = {"korean": printable(segment.lead + segment.source.text), "english": printable(segment.target)}
    texts = {name: row.cells.get(name) for name in sent}
    for name, text in texts.items():
        if text is None and name in row.cells:
            message = note(
                "Row {number}: a formula or a date came back instead of text. It was not taken.", number=number
            )
            back.say(segment, message)
    korean, english = (sent[name] if texts[name] is None else str(texts[name]) for name in sent)
    lead = printable(segment.lead)
    new = _new_lines(row.cells.get("comment") or "", comments)
    back.add((segment,), korean.removeprefix(lead), english, [Note(new)] if new else [], " ".join(row.extra))
    back.state(segment, _state(back, segment, row), english)


def _state(back: _Back, segment: Segment, row: files.SheetRow) -> State | None:
    word = (row.cells.get("state") or "").strip()
    if word.casefold() in list(State):
        return State(word.casefold())
    if word:
        number = back.numbers[segment.key]
        back.say(segment, note("Row {number}: “{word}” is no state. The state stays.", number=number, word=word), word)
    return None


def _new_lines(text: str, comments: Sequence[Comment]) -> str:
    """What stands in the cell of comments beyond those that went out."""
    ours = {line.strip() for comment in comments for line in remark(comment).split("\n")}
    return "\n".join(line for line in text.split("\n") if line.strip() not in ours).strip()
