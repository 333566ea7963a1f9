"""Releases written for tests in the forms that Korean offices use, each with the structure that a reader has to find.

``made/*.txt`` hold them, a release after each ``@ name``. Then come ``lifts`` and ``dist``, and a line for each block:
its kind with the level (several kinds that come of it between ``;``), its look in braces (points, ``c`` centred, ``b``
bold), its text. ``+`` goes on with the block above after a line break, ``BREAK`` begins a page. ``T =`` gives the
blocks that come of the table below it, whose rows begin with ``|``: cells between ``;``, their paragraphs between
``//``, ``<`` and ``^`` for a place that belongs to the cell before or above. All names and figures are invented.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from gui.document.release import Block, BlockKind, Release
from tests.readers import docx_files, hwpx_files

_FOLDER = Path(__file__).parent
_LOOKED = re.compile(r"(?:\{(\d*)([bc]*)\} ?)?(.*)", re.DOTALL)
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_RULED = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_SIDES}</w:tblBorders></w:tblPr>'
_BODY_SIZE = 14
_CELL_SIZE = 11


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a paragraph and its look."""

    text: str
    size: int
    centred: bool
    bold: bool

    @classmethod
    def of(cls, written: str, size: int) -> "Text":
        """``{24cb} text``; ``size`` where the look names none."""
        match = _LOOKED.fullmatch(written)
        assert match
        points, flags, text = match.groups()
        return cls(text, int(points or size), "c" in (flags or ""), "b" in (flags or ""))


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table, merges included."""

    texts: tuple[Text, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Made:
    """A release of the collection. ``parts`` are lines, tables and page breaks (``None``) in order."""

    name: str
    lifts: str = "none"
    distributed: str = "none"
    parts: list[Text | list[list[str]] | None] = field(default_factory=list)
    expected: list[tuple[str, str]] = field(default_factory=list)
    """Kinds with level or size, alternatives between bars, and the text of a line; empty for what a table gives."""


def collection() -> list[Made]:
    """All releases."""
    return [made for path in sorted(_FOLDER.glob("*.txt")) for made in _parsed(path.read_text(encoding="utf-8"))]


def _parsed(text: str) -> Iterator[Made]:
    for written in re.split(r"^@ ", text, flags=re.MULTILINE)[1:]:
        name, *lines = written.rstrip().split("\n")
        made = Made(name.split()[0])
        for line in filter(str.strip, lines):
            _take(made, line)
        yield made


def _take(made: Made, line: str) -> None:
    word, _, rest = line.partition(" ")
    last = made.parts[-1] if made.parts else None
    if word == "lifts":
        made.lifts = rest
    elif word == "dist":
        made.distributed = rest
    elif word == "BREAK":
        made.parts.append(None)
    elif word == "T":
        made.parts.append([])
        made.expected += [(kind.strip(), "") for kind in rest.removeprefix("=").split(";")]
    elif word == "|":
        assert isinstance(last, list)
        last.append([cell.strip() for cell in rest.split(";")])
    elif word == "+":
        assert isinstance(last, Text)
        made.parts[-1] = Text(f"{last.text}\n{rest}", last.size, last.centred, last.bold)
        made.expected[-1] = (made.expected[-1][0], made.expected[-1][1] + rest)
    else:
        made.parts.append(Text.of(rest, _BODY_SIZE))
        kinds = word.split(";")
        made.expected += [(kind, Text.of(rest, _BODY_SIZE).text if len(kinds) == 1 else "") for kind in kinds]


def places(rows: list[list[str]]) -> list[Place]:
    """The cells of a table written with ``<`` and ``^``."""
    return [_place(rows, r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell not in ("<", "^")]


def _place(rows: list[list[str]], row: int, column: int) -> Place:
    columns = next((n for n, cell in enumerate(rows[row][column + 1 :], 1) if cell != "<"), len(rows[row]) - column)
    below = (other[column] if column < len(other) else "" for other in rows[row + 1 :])
    down = next((n for n, cell in enumerate(below, 1) if cell != "^"), len(rows) - row)
    texts = tuple(Text.of(part.strip(), _CELL_SIZE) for part in rows[row][column].split(" // "))
    return Place(texts, row, column, down, columns)


def as_docx(made: Made) -> bytes:
    """The release as a Word document."""
    body, turned = "", False
    for part in made.parts:
        if isinstance(part, Text):
            body += _word_paragraph(part, "<w:pageBreakBefore/>" if turned else "")
            turned = False
        elif part is None:
            turned = True
        else:
            body += ("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>" if turned else "") + _word_table(part)
            turned = False
    return docx_files.docx(body)


def _word_paragraph(text: Text, properties: str = "") -> str:
    look = ("<w:b/>" if text.bold else "") + f'<w:sz w:val="{text.size * 2}"/>'
    lines = escape(text.text, quote=False).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    properties += '<w:jc w:val="center"/>' if text.centred else ""
    return docx_files.paragraph(docx_files.run(lines, look), properties=properties)


def _word_table(rows: list[list[str]]) -> str:
    written: list[list[str]] = [[] for _ in rows]
    for place in sorted(places(rows), key=lambda place: place.column):
        content = [_word_paragraph(text) for text in place.texts]
        for down in range(place.rows):
            merge = "" if place.rows == 1 else "continue" if down else "restart"
            cell = docx_files.cell(*(content if not down else ()), span=place.columns, merge=merge)
            written[place.row + down].append(cell)
    return docx_files.table(*(tuple(row) for row in written)).replace("<w:tblPr/>", _RULED) + "<w:p/>"


def as_hwpx(made: Made) -> bytes:
    """The release as a Hangul document."""
    body, turned = [], False
    for part in made.parts:
        if part is None:
            turned = True
            continue
        written = _hangul_paragraph(part, turned) if isinstance(part, Text) else _hangul_table(part, turned)
        turned = False
        body.append(written)
    return hwpx_files.hwpx(*body)


def _hangul_paragraph(text: Text, turned: bool = False) -> str:
    lines = escape(text.text, quote=False).replace("\n", "<hp:lineBreak/>")
    content = hwpx_files.run(hwpx_files.t(lines), hwpx_files.sized(text.size, bold=text.bold))
    return hwpx_files.p(content, look=hwpx_files.CENTRED if text.centred else hwpx_files.LEFT, page_break=turned)


def _hangul_table(rows: list[list[str]], turned: bool) -> str:
    written: list[list[str]] = [[] for _ in rows]
    for place in places(rows):
        content = "".join(_hangul_paragraph(text) for text in place.texts)
        written[place.row].append(hwpx_files.tc(content, place.row, place.column, (place.rows, place.columns)))
    return hwpx_files.p(hwpx_files.run(hwpx_files.tbl(*written)), page_break=turned)


def as_markdown(made: Made) -> bytes:
    """The release as Markdown, its tables in HTML."""
    parts = [part.text if isinstance(part, Text) else _html_table(part) for part in made.parts if part is not None]
    return "\n\n".join(parts).encode()


def _html_table(rows: list[list[str]]) -> str:
    written = [""] * len(rows)
    for place in places(rows):
        content = "<br>".join(escape(text.text, quote=False) for text in place.texts)
        written[place.row] += f'<td rowspan="{place.rows}" colspan="{place.columns}">{content}</td>'
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in written) + "</table>"


def faults(made: Made, release: Release) -> list[str]:
    """What differs from the expected structure, a line each."""
    found = [block for block in release.blocks if block.kind is not BlockKind.PICTURE]
    report = list(_differences(made.expected, found))
    lifts = release.embargo.lifts_at if release.embargo else None
    if (lifts.isoformat()[:16] if lifts else "none") != made.lifts:
        report.append(f"lifts {lifts}, expected {made.lifts}")
    if str(release.distributed or "none") != made.distributed:
        report.append(f"distributed {release.distributed}, expected {made.distributed}")
    return report


def _differences(expected: list[tuple[str, str]], found: list[Block]) -> Iterator[str]:
    at = 0
    for kinds, text in expected:
        near = [i for i in range(at, min(at + 4, len(found))) if _fits(kinds, text, found[i])]
        if not near:
            shown = _shown(found[at]) if at < len(found) else "nothing"
            yield f"{kinds} {text[:40]!r}: found {shown}"
            at += at < len(found) and (not text or _squeezed(text) == _squeezed(found[at].whole))
            continue
        yield from (f"unexpected {_shown(block)}" for block in found[at : near[0]])
        at = near[0] + 1
    yield from (f"unexpected {_shown(block)}" for block in found[at:])


def _fits(kinds: str, text: str, block: Block) -> bool:
    label = block.kind.value + (str(block.level) if block.kind is BlockKind.BULLET else "")
    size = f" {len(block.table.rows)}x{block.table.width}" if block.table else ""
    named = any(kind in (block.kind.value, label, label + size) for kind in kinds.split("|"))
    return named and (not text or _squeezed(text) == _squeezed(block.whole))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _shown(block: Block) -> str:
    size = f"{len(block.table.rows)}x{block.table.width}" if block.table else str(block.level)
    return f"{block.kind.value} {size} {block.whole[:40]!r}"
