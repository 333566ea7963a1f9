"""The translation memories of the user as one: looking up, remembering, concordance, import and export."""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from gui.document.errors import DaejoError, DamagedMemory, Message, ProjectError, ReadError, note
from gui.document.project import Snapshot
from gui.document.segment import Origin, OriginKind, State, Translation
from gui.document.work import Cancelled, Progress, never
from gui.memory.base import THRESHOLD, Differences, Hit, Match, MatchKind, Query, Repair, Stopped
from gui.memory.pair import TranslationUnit
from gui.memory.search import ready_made
from gui.memory.sqlite_memory import SqliteMemory
from gui.memory.tmx import read_tmx
from gui.memory.tmx_export import Encoding, merged_headers, write_tmx
from gui.workspace.memory_specs import MemorySpec, default_spec, load_specs, save_specs

__all__ = [
    "THRESHOLD",
    "Differences",
    "Hit",
    "Match",
    "MatchKind",
    "Memories",
    "MemorySpec",
    "MemoryStatus",
    "Query",
    "Repair",
    "Stopped",
    "TranslationUnit",
    "default_spec",
    "load_specs",
    "query_for",
    "save_specs",
    "translation_of",
    "unit_for",
    "units_for",
]

_LIMIT = 100
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class MemoryStatus:
    """A memory as it stands: how many units it has, and what the user should know of it."""

    spec: MemorySpec
    ready: bool
    units: int = 0
    remark: Message | None = None


def query_for(snapshot: Snapshot, key: str, limit: int = 5, threshold: int = THRESHOLD) -> Query:
    """What to ask the memories for a segment.

    Raises:
        KeyError: there is no such segment.
    """
    source, before, after = _with_neighbours(snapshot, key)
    return Query(source, before, after, snapshot.release.distributed, limit, threshold)


def unit_for(snapshot: Snapshot, key: str, user: str = "") -> TranslationUnit:
    """A segment as a unit to remember, with its neighbours; the release's name is that of its project.

    Raises:
        KeyError: there is no such segment.
    """
    source, before, after = _with_neighbours(snapshot, key)
    target = next(segment.target for segment in snapshot.segments() if segment.key == key)
    project = snapshot.release.name
    return TranslationUnit(source, target, before, after, author=user, editor=user, project=project)


def units_for(snapshot: Snapshot, keys: Collection[str], user: str = "") -> tuple[TranslationUnit, ...]:
    """Confirmed segments as units to remember.

    Names in the columns of names are left out: another person of the same name may be spelled in another way. Segments
    that are gone, or open again, are left out too.
    """
    wanted = frozenset(keys)
    return tuple(
        unit_for(snapshot, segment.key, user)
        for unit in snapshot.units
        for segment in unit.segments
        if segment.key in wanted and not segment.state.is_open and not unit.is_name(segment)
    )


def translation_of(match: Match) -> Translation:
    """A match as a draft, with what a person has still to confirm in it."""
    origin = Origin(OriginKind.MEMORY, match.memory, match.percent, datetime.now(UTC))
    return Translation(match.target, State.DRAFT, origin, match.marks)


def _with_neighbours(snapshot: Snapshot, key: str) -> tuple[str, str, str]:
    segments = list(snapshot.segments())
    places = {segment.key: number for number, segment in enumerate(segments)}
    sources = ["", *(segment.source.text for segment in segments), ""]
    at = places[key] + 1
    return sources[at], sources[at - 1], sources[at + 1]


class Memories:
    """All memories of the user. May be used from any thread; a memory that fails is left out and the others go on."""

    def __init__(self, specs: Sequence[MemorySpec] | None = None) -> None:
        """Open the memories; never fails, :meth:`statuses` tells what could not be opened.

        Args:
            specs: in order of trust; ``None`` takes what the user has set up.
        """
        self._lock = threading.Lock()
        self._latest = 0
        self._specs: tuple[MemorySpec, ...] = ()
        self._open: dict[str, SqliteMemory] = {}
        self._remarks: dict[str, Message] = {}
        self._own: Path | None = None
        with suppress(OSError):
            self._own = default_spec().path
            self.use(load_specs() if specs is None else specs)

    def use(self, specs: Iterable[MemorySpec]) -> None:
        """Go on with these memories, in order of trust: new ones are opened, those that are left out are closed."""
        wanted = tuple(specs)
        stay = {(spec.name, spec.path, spec.writable) for spec in wanted if spec.name in self._open}
        for spec in self._specs:
            if (spec.name, spec.path, spec.writable) not in stay:
                self._remarks.pop(spec.name, None)
                if memory := self._open.pop(spec.name, None):
                    memory.close()
        self._specs = wanted
        for spec in wanted:
            if spec.name not in self._open:
                self._start(spec)

    def statuses(self) -> tuple[MemoryStatus, ...]:
        """Every memory in order of trust and how it is."""
        found = []
        for spec in self._specs:
            units = self._ask(spec, len)
            memory = self._open.get(spec.name)
            remark = self._remarks.get(spec.name)
            if memory and not memory.indexed and remark is None:
                remark = note("Searches in a large memory are slow here: this system's SQLite has no full-text index.")
            found.append(MemoryStatus(spec, memory is not None, units or 0, remark))
        return tuple(found)

    def lookup(self, query: Query, cancelled: Cancelled = never) -> tuple[Match, ...]:
        """The best matches of all memories, best first, each pair once; penalties are taken off."""
        found: list[Match] = []
        for spec in self._specs:
            wanted = replace(query, threshold=query.threshold + spec.penalty)
            matches = self._ask(spec, partial(SqliteMemory.lookup, query=wanted, cancelled=cancelled)) or ()
            found += [replace(match, percent=match.percent - spec.penalty) for match in matches]
        found = [match for match in found if match.percent >= query.threshold]
        ranked = sorted(found, key=lambda match: -match.percent)
        once = {(match.unit.source, match.target): match for match in reversed(ranked)}
        return tuple(match for match in ranked if once[match.unit.source, match.target] is match)[: query.limit]

    def lookup_latest(self, query: Query) -> tuple[Match, ...]:
        """As :meth:`lookup`, for the segment that the user is at: the next call ends this one with nothing."""
        with self._lock:
            self._latest += 1
            mine = self._latest
        return self.lookup(query, lambda: self._latest != mine)

    def exact(self, source: str, before: str = "", after: str = "") -> Match | None:
        """The best match with the same source."""
        found = []
        for spec in self._specs:
            match = self._ask(spec, partial(SqliteMemory.exact, source=source, before=before, after=after))
            found += [replace(match, percent=match.percent - spec.penalty)] if match else []
        return max(found, key=lambda match: match.percent, default=None)

    def similar(self, source: str, on: date | None = None) -> Match | None:
        """The best fuzzy match that can stand in a draft."""
        return ready_made(self.lookup(Query(source, on=on)))

    def remember(self, units: Iterable[TranslationUnit]) -> None:
        """Keep confirmed segments in the first memory that may be written; units without text are left out.

        Raises:
            ProjectError: it cannot be written.
        """
        spec = next((spec for spec in self._specs if spec.writable and spec.name in self._open), None)
        pairs = [unit for unit in units if unit.is_pair]
        if spec and pairs:
            with _told(spec.name):
                self._ask(spec, lambda memory: memory.remember(pairs))

    def add(self, memory: str, units: Iterable[TranslationUnit]) -> int:
        """Add units to a memory, all or none; how many are new.

        Raises:
            ProjectError: the memory cannot be written.
            ReadError: it may not be written, or is not open.
        """
        return self._change(memory, lambda found: found.add(units))

    def concordance(self, text: str, limit: int = _LIMIT, cancelled: Cancelled = never) -> tuple[Hit, ...]:
        """Where a text stands in any memory, in either language, whole words and near ones, best first."""
        search = partial(SqliteMemory.concordance, text=text, limit=limit, cancelled=cancelled)
        found = [hit for spec in self._specs for hit in self._ask(spec, search) or ()]
        return tuple(sorted(found, key=lambda hit: -hit.percent)[:limit])

    def replace(self, memory: str, number: int, unit: TranslationUnit) -> None:
        """Put an edited unit in the place of one that was found.

        Raises:
            ProjectError: the memory cannot be written.
            ReadError: it may not be written, or is not open.
        """
        self._change(memory, lambda found: found.replace(number, replace(unit, changed=datetime.now(UTC))))

    def delete(self, memory: str, number: int) -> None:
        """Take a unit that was found out of its memory.

        Raises:
            ProjectError: the memory cannot be written.
            ReadError: it may not be written, or is not open.
        """
        self._change(memory, lambda found: found.delete(number))

    def used(self, match: Match) -> None:
        """Count that a match was put into a release; a memory for reading alone counts nothing.

        Raises:
            ProjectError: the memory cannot be written.
        """
        memory = self._open.get(match.memory)
        unit = memory.unit(match.number) if memory and memory.writable else None
        if memory and unit:
            with _told(match.memory):
                memory.replace(match.number, replace(unit, used=unit.used + 1))

    def import_tmx(
        self, path: Path, memory: str, progress: Progress | None = None, cancelled: Cancelled = never
    ) -> int:
        """Add the units of a TMX file to a memory, all or none.

        Args:
            path: the file.
            memory: the name of a writable memory.
            progress: gets the bytes read and the bytes in all.
            cancelled: whether to stop.

        Returns:
            How many units are new.

        Raises:
            ProjectError: the memory cannot be written.
            ReadError: the file is damaged or no TMX, or the memory may not be written.
            Stopped: it was cancelled; nothing was added.
        """
        headers: list[str] = []

        def add(found: SqliteMemory) -> int:
            count = found.add(read_tmx(path, headers.append, progress, cancelled))
            for header in headers:
                found.header = merged_headers(found.header, header)
            return count

        return self._change(memory, add)

    def export_tmx(
        self, memory: str, path: Path, encoding: Encoding = "utf-8", progress: Progress | None = None,
        cancelled: Cancelled = never,
    ) -> None:  # fmt: skip
        """Write a memory as TMX 1.4b with all that was imported into it, whole or not at all.

        Raises:
            ExportError: the file cannot be written.
            ReadError: the memory is not open, or damaged.
            Stopped: it was cancelled; an earlier file stands as it was.
        """
        found = self._memory(memory)
        units = (unit for _, unit in found.units())
        write_tmx(
            path, units, found.header, total=len(found), encoding=encoding, progress=progress, cancelled=cancelled
        )

    def close(self) -> None:
        """Close all memories."""
        for memory in self._open.values():
            memory.close()
        self._open.clear()

    def _start(self, spec: MemorySpec) -> None:
        try:
            self._open[spec.name] = SqliteMemory(spec.name, spec.path, writable=spec.writable)
        except DamagedMemory as error:
            self._fail(spec, error)
        except DaejoError as error:
            self._remarks[spec.name] = error.message

    def _ask(self, spec: MemorySpec, question: Callable[[SqliteMemory], _Answer]) -> _Answer | None:
        """The answer of a memory; one that fails is closed, and its failure told by :meth:`statuses`."""
        memory = self._open.get(spec.name)
        if memory is None:
            return None
        try:
            return question(memory)
        except DamagedMemory as error:
            self._open.pop(spec.name, None)
            memory.close()
            self._fail(spec, error)
        except ReadError as error:
            self._remarks[spec.name] = error.message
        return None

    def _fail(self, spec: MemorySpec, error: DamagedMemory) -> None:
        """The default memory is moved aside and begun anew; others are left as they are, for the user to replace."""
        if spec.path != self._own:
            self._remarks[spec.name] = error.message
            return
        aside = spec.path.with_name(f"{spec.path.stem}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite")
        try:
            spec.path.replace(aside)
            for suffix in ("-wal", "-shm"):
                spec.path.with_name(spec.path.name + suffix).unlink(missing_ok=True)
            self._open[spec.name] = SqliteMemory(spec.name, spec.path, writable=spec.writable)
        except (OSError, DaejoError):
            self._remarks[spec.name] = error.message
            return
        self._remarks[spec.name] = note(
            "The translation memory {name} was damaged: it is kept as {kept}, and a new one was begun.",
            name=spec.name,
            kept=aside.name,
        )

    def _memory(self, name: str) -> SqliteMemory:
        memory = self._open.get(name)
        if memory is None:
            raise ReadError("The translation memory {name} is not open; see the list of memories.", name=name)
        return memory

    def _change(self, name: str, work: Callable[[SqliteMemory], _Answer]) -> _Answer:
        memory = self._memory(name)
        if not memory.writable:
            raise ReadError("The translation memory {name} is read-only; choose another one.", name=name)
        with _told(name):
            return work(memory)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the disk refuses is said of the memory by name."""
    try:
        yield
    except OSError:
        raise ProjectError(
            "The translation memory {name} cannot be written; check its folder and the space left.", name=name
        ) from None
