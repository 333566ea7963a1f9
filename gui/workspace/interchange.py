"""Files of Korean-English pairs that are checked without being opened: two-column TSV, TMX, XLIFF."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gui.document.errors import ProjectError
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segment import HUMAN, Segment, State, Translation, Unit
from gui.readers.plain.encoding import decode

_ROOT = re.compile(rb"<(?:\w+:)?(tmx|xliff)[\s>]")


class Pair(NamedTuple):
    """A pair with what its file calls it: the 1-based line of a TSV, a ``tuid``, a unit id."""

    label: int | str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class PairFile:
    """The pairs of a file as a project that checks can read; ``labels`` by segment key."""

    snapshot: Snapshot
    labels: dict[str, int | str] = field(default_factory=dict)


def read_pairs(name: str, data: bytes) -> PairFile:
    """The pairs in the bytes of a file called ``name``; its format is told by its content.

    Raises:
        ReadError: the file is not text.
        ProjectError: it holds no pairs in any of the formats.
    """
    root = _root(data)
    if root == "tmx":
        return _pair_file(name, root, _tmx(name, data))
    if root == "xliff":
        return _pair_file(name, root, _xliff(name, data))
    return _pair_file(name, "tsv", _tsv(name, decode(name, data)))


def _root(data: bytes) -> str:
    """The root element of a TMX or XLIFF, empty for anything else."""
    start = data[:4096].replace(b"\0", b"")  # so that UTF-16 shows its root too
    found = _ROOT.search(start) if start.lstrip(b"\xef\xbb\xbf\xff\xfe\xfe\xff \r\n\t").startswith(b"<") else None
    return found[1].decode() if found else ""


def _tmx(name: str, data: bytes) -> Iterator[Pair]:
    from gui.memory.tmx import labelled_units  # as lxml, only where such a file is read

    for label, unit in labelled_units(io.BytesIO(data), name):
        yield Pair(label, unit.source, unit.target)


def _xliff(name: str, data: bytes) -> Iterator[Pair]:
    from gui.workspace import interchange_xliff  # as above

    return (Pair(*pair) for pair in interchange_xliff.read(name, data))


def _tsv(name: str, text: str) -> list[Pair]:
    """Columns beyond the second are comments; a line without a tab is Korean without English."""
    rows = [(number, line.split("\t")) for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1)]
    if all(len(columns) < 2 for _, columns in rows):
        raise ProjectError(
            "{name} holds no pairs. Give a project, a TMX, an XLIFF, or Korean and English with a tab between.",
            name=name,
        )
    return [
        Pair(number, columns[0], columns[1] if len(columns) > 1 else "") for number, columns in rows if any(columns)
    ]


def _pair_file(name: str, kind: str, pairs: Iterable[Pair]) -> PairFile:
    labels: dict[str, int | str] = {}
    units: list[Unit] = []
    for number, pair in enumerate(pairs, 1):
        source, target = RichText(pair.source), pair.target.strip()
        translation = Translation(target, State.TRANSLATED, HUMAN) if target else Translation()
        segment = Segment(f"p{number}.1", source, translation)
        units.append(Unit(f"p{number}", Block(BlockKind.PARAGRAPH, source), (segment,)))
        labels[segment.key] = pair.label
    release = Release(kind, name, tuple(unit.block for unit in units))
    return PairFile(Snapshot(release, tuple(units)), labels)
