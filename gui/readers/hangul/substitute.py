"""The second reader for documents of Hangul: ``dochan``, for what python-hwpx refuses.

It reads distribution documents (배포용) and some damaged files, but tells less: no boxes, no page breaks. It declares
no types, so its objects are ``Any`` here.
"""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from gui.document.errors import Message, ReadError, note
from gui.document.richtext import RichText, Style, join
from gui.readers.asides import HEADER_OR_FOOTER
from gui.readers.grids import Grids, RawCell
from gui.readers.hangul.lines import ParagraphText
from gui.readers.hangul.looks import CharLook
from gui.readers.hangul.walk import MEMO
from gui.readers.raw import Raw, RawAside, RawLine, RawPicture, RawTable, Role

_CENTRED = 3


def substitute_raws(name: str, data: bytes) -> tuple[list[Raw], tuple[Message, ...]]:
    """The raws of an HWPX or HWP file that the usual reader refused, and what the user should know.

    Raises:
        ReadError: this reader cannot read it either.
    """
    document = _document(data)
    reading = _Reading(document)
    raws = [raw for section in document.sections for raw in reading.raws(section.elements)]
    if not any(isinstance(raw, RawLine | RawTable) for raw in raws):
        raise ReadError(
            "{name} is damaged, cut short or locked. Ask for the file again, or open it in Hangul and save it as HWPX.",
            name=name,
        )
    return raws, (*_doubts(document.errors), *reading.grids.warnings)


def _doubts(errors: list[str]) -> Iterator[Message]:
    yield note(
        "A substitute reader had to open this file: boxes or parts may be missing. Compare it with the original."
    )
    if errors:
        yield note("Parts of the file are damaged and could not be read. Compare it with the original.")


def _document(data: bytes) -> Any:
    """The document. The library reads files only, so it gets one that is gone at once."""
    from dochan import Dochan  # heavy

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "release")
        file.write_bytes(data)
        return Dochan(str(file)).doc


class _Reading:
    """Makes raws of the elements of one document."""

    def __init__(self, document: Any) -> None:
        self.grids = Grids()
        self._shapes = document.para_shapes

    def raws(self, elements: Iterable[Any]) -> Iterator[Raw]:
        """The raws of elements in order."""
        from dochan.model.document import Paragraph
        from dochan.model.equation import Equation
        from dochan.model.header_footer import Footnote, HeaderFooter
        from dochan.model.image import Image
        from dochan.model.table import Table

        for element in elements:
            if isinstance(element, Paragraph):
                yield from self._paragraph(element)
            elif isinstance(element, Table):
                yield from self._captioned(element, self.grids.grid(self._cells(element)))
            elif isinstance(element, Image):
                yield from self._captioned(element, [RawPicture()])
            elif isinstance(element, HeaderFooter):
                yield from _aside(element.text, HEADER_OR_FOOTER)
            elif isinstance(element, Footnote):
                yield from self._note(element)
            elif isinstance(element, Equation) and element.script.strip():
                yield RawLine(RichText(element.script))

    def _paragraph(self, paragraph: Any) -> Iterator[RawLine]:
        text = ParagraphText(self._is_centred(paragraph.para_shape_id))
        for run in paragraph.runs:
            styles = [style for style in Style if getattr(run, style.value)]
            mark = f"{run.note_ref})" if run.note_ref else run.text
            text.add(mark, CharLook(float(run.font_size_pt), tuple(styles)))
        return text.take()

    def _is_centred(self, shape: int) -> bool:
        return 0 <= shape < len(self._shapes) and self._shapes[shape].align == _CENTRED

    def _cells(self, table: Any) -> Iterator[RawCell]:
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                if not cell.is_merged_away:
                    place = (row if cell.row is None else cell.row, column if cell.col is None else cell.col)
                    yield RawCell(tuple(self.raws(cell.paragraphs)), *place, cell.row_span, cell.col_span)

    def _captioned(self, element: Any, body: list[Raw]) -> list[Raw]:
        lines: list[Raw] = [
            RawLine(raw.text, raw.gap, size=raw.size, centred=raw.centred, role=Role.CAPTION)
            for raw in self.raws(element.caption)
            if isinstance(raw, RawLine)
        ]
        return [*lines, *body] if element.caption_side in ("TOP", "LEFT") else [*body, *lines]

    def _note(self, element: Any) -> Iterator[Raw]:
        if element.type == "comment":
            yield from _aside(element.text, MEMO)
            return
        mark = [RichText(f"{element.number})")] if element.number else []
        for raw in self.raws(element.paragraphs):
            if isinstance(raw, RawLine):
                yield RawLine(join([*mark, raw.text.strip()], " "), size=raw.size, role=Role.FOOTNOTE)
                mark = []
            else:
                yield raw


def _aside(text: str, reason: Message) -> Iterator[RawAside]:
    if text.strip():
        yield RawAside(text, reason)
