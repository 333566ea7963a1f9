"""What a bilingual table that came back means: rows are found by their key, and nothing is guessed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gui.document.errors import Message, ReadError, note
from gui.document.project import PROJECT_ID
from gui.document.segment import Segment
from gui.exporters.bilingual import MASTHEAD, bookmark
from gui.exporters.english import page_header
from gui.exporters.text import printable
from gui.workspace.corrections.base import DRAFT_MARK, Found, Sent, Spot
from gui.workspace.corrections.columns import columns, headings, korean_shown
from gui.workspace.corrections.model import Doubt, Problem, ProblemKind
from gui.workspace.corrections.returned import Returned, Row


def compare(returned: Returned, sent: Sent) -> Found:
    """Compare a table with what went out.

    Raises:
        ReadError: it is of another release, or a column of it is gone.
    """
    return _Comparison(returned, sent).found()


class _Comparison:
    """One table, row by row."""

    def __init__(self, returned: Returned, sent: Sent) -> None:
        self._returned, self._sent = returned, sent
        self._columns = columns(returned)
        self._segments = {bookmark(segment.key): segment for segment in sent.segments()}
        self._found = Found(notes=list(sent.notes))

    def found(self) -> Found:
        live = [(row, self._names(row)) for row in self._returned.rows if row.struck is None]
        by_key: dict[str, list[Row]] = {}
        for row, names in live:
            if len(names) == 1:
                by_key.setdefault(names[0], []).append(row)
        without_key = [row for row, names in live if not names and not headings(row)]
        self._refuse_foreign(by_key, without_key)
        for name, rows in by_key.items():
            self._rows_of(self._segments[name], rows)
        missing = {name: segment for name, segment in self._segments.items() if name not in by_key}
        for row, names in live:
            if len(names) > 1:
                self._merged(row, [self._segments[name] for name in names])
                missing = {name: segment for name, segment in missing.items() if name not in names}
        self._rows_without_key(without_key, missing)
        self._report_missing(missing)
        self._report_outside()
        self._note_order([names[0] for _, names in live if len(names) == 1])
        return self._found

    def _names(self, row: Row) -> list[str]:
        """The keys of a row. The links count where there are any: a copied bookmark may have been renamed."""
        for names in (row.links, row.bookmarks):
            known = [name for name in dict.fromkeys(names) if name in self._segments]
            if known:
                return known
        return []

    def _refuse_foreign(self, by_key: dict[str, list[Row]], without_key: list[Row]) -> None:
        """Keys are alike in all projects: where hardly any Korean agrees, the table is of another release."""
        if self._returned.project and self._returned.project == self._sent.exported.property(PROJECT_ID):
            return
        sources = {korean_shown(segment) for segment in self._segments.values()}
        agree = [self._columns.korean_agrees(self._segments[name], row) for name in by_key for row in by_key[name]]
        agree += [self._columns.korean_of(row) in sources for row in without_key if self._columns.is_whole(row)]
        if sum(agree) * 2 < max(len(agree), 1):
            raise ReadError("The table in {name} is of another release. Nothing was changed.", name=self._returned.name)

    def _say(self, kind: ProblemKind, message: Message, segment: Segment | None = None, text: str = "") -> None:
        self._found.problems.append(Problem(kind, message, "" if segment is None else segment.key, text))

    def _rows_of(self, segment: Segment, rows: Sequence[Row]) -> None:
        whole = [row for row in rows if self._columns.is_whole(row)]
        for row in rows:
            self._place_comments(segment, row)
            if not self._columns.is_whole(row):
                self._merged(row, [segment])
            self._report_row(segment, row)
        texts = list(dict.fromkeys(self._columns.english_of(segment, row) for row in whole))
        if len(whole) > 1:
            self._doubled(segment, len(whole), different=len(texts) > 1)
        for text in texts:
            row = next(row for row in whole if self._columns.english_of(segment, row) == text)
            doubts = [Doubt.DOUBLED] if len(texts) > 1 else []
            doubts += [] if self._columns.korean_agrees(segment, row) else [Doubt.KOREAN]
            self._change(segment, row, tuple(doubts))

    def _place_comments(self, segment: Segment, row: Row) -> None:
        """Comments on the English are on its words, all others of the row on the segment as a whole."""
        for place, cell in enumerate(row.cells):
            blank = len(cell.text) - len(cell.text.lstrip("\n"))
            for anchor in cell.anchors:
                english = place == self._columns.english
                quote = cell.text[anchor.start : anchor.end].strip("\n") if english else ""
                spot = Spot(segment.key, quote, max(anchor.start - blank, 0) if quote else 0)
                self._found.spots.setdefault(anchor.comment, spot)

    def _change(self, segment: Segment, row: Row, doubts: tuple[Doubt, ...]) -> None:
        cell, text = row.cells[self._columns.english], self._columns.english_of(segment, row)
        if segment.key not in self._sent.now:
            if text != printable(segment.target):
                number = self._sent.number(segment)
                message = note("Row {number}: its segment was split, merged or removed since.", number=number)
                self._say(ProblemKind.GONE, message, None, text)
            return
        change = self._sent.change(segment, text, cell.hands, doubts)
        if change is not None:
            self._found.changes.append(change)

    def _doubled(self, segment: Segment, count: int, *, different: bool) -> None:
        number = self._sent.number(segment)
        if different:
            message = note(
                "Row {number} stands there {count} times, with different English.", number=number, count=count
            )
        else:
            message = note("Row {number} stands there {count} times, always the same.", number=number, count=count)
        self._say(ProblemKind.DOUBLED, message, segment)

    def _report_row(self, segment: Segment, row: Row) -> None:
        """What was done to a row beside its English."""
        number = self._sent.number(segment)
        if self._columns.is_whole(row) and not self._columns.korean_agrees(segment, row):
            message = note("Row {number}: the Korean was altered. It stays as it is.", number=number)
            self._say(ProblemKind.KOREAN, message, segment, row.cells[self._columns.korean].text)
        if any(cell.objects for cell in row.cells):
            message = note(
                "Row {number}: a picture, text box or note was put in, which cannot be taken over.", number=number
            )
            self._say(ProblemKind.OBJECT, message, segment)
        others = [cell.text for cell in self._columns.beside(row) if cell.text.strip()]
        digits = row.cells[self._columns.number].text.strip() if self._columns.is_whole(row) else ""
        others += [digits] if digits and digits != str(number) and not digits.isdigit() else []
        if others:
            message = note("Row {number}: there is text beside Korean and English.", number=number)
            self._say(ProblemKind.OUTSIDE, message, segment, "\n".join(others))

    def _merged(self, row: Row, segments: Sequence[Segment]) -> None:
        numbers = ", ".join(str(self._sent.number(segment)) for segment in segments)
        message = note("Row {number}: cells were merged or deleted, so its English cannot be told.", number=numbers)
        self._say(ProblemKind.MERGED, message, segments[0], "\n".join(cell.text for cell in row.cells))

    def _rows_without_key(self, rows: Sequence[Row], missing: dict[str, Segment]) -> None:
        """Rows whose Korean is that of one missing row may be that row: a person says."""
        rows = [row for row in rows if any(cell.text.strip() for cell in row.cells)]
        wanted = Counter(map(korean_shown, missing.values()))
        offered = Counter(map(self._columns.korean_of, rows))
        for row in rows:
            text = self._columns.korean_of(row)
            if text and wanted[text] == offered[text] == 1:
                name = next(name for name, segment in missing.items() if korean_shown(segment) == text)
                self._row_by_korean(missing.pop(name), row)
            else:
                message = note("A row of the table is not known: it carries no key of this project.")
                self._say(ProblemKind.UNKNOWN, message, None, "\n".join(cell.text for cell in row.cells))

    def _row_by_korean(self, segment: Segment, row: Row) -> None:
        message = note("Row {number} has lost its key and was found by its Korean.", number=self._sent.number(segment))
        self._say(ProblemKind.NO_KEY, message, segment)
        self._place_comments(segment, row)
        self._change(segment, row, (Doubt.NO_KEY,))

    def _report_missing(self, missing: dict[str, Segment]) -> None:
        struck = {name: row.struck for row in self._returned.rows if row.struck for name in self._names(row)}
        for name, segment in missing.items():
            who = struck.get(name)
            number = self._sent.number(segment)
            if who is not None and who.author:
                message = note(
                    "Row {number} was deleted by {author}. Its English stays.", number=number, author=who.author
                )
            else:
                message = note("Row {number} is missing. Its English stays.", number=number)
            self._say(ProblemKind.MISSING, message, segment, segment.target)

    def _report_outside(self) -> None:
        for text in self._outside():
            message = note("There is text outside the table.")
            self._say(ProblemKind.OUTSIDE, message, None, text)

    def _outside(self) -> Iterator[str]:
        ours = {"", MASTHEAD, DRAFT_MARK, *(paragraph.text.strip() for paragraph in page_header(self._sent.exported))}
        beside = (passage for passage in self._returned.passages if not passage.in_table)
        for passage in (*self._returned.heads, *beside):
            if passage.text.strip() not in ours:
                yield passage.text.strip()

    def _note_order(self, names: Sequence[str]) -> None:
        places = [self._sent.number(self._segments[name]) for name in dict.fromkeys(names)]
        if any(one > other for one, other in pairwise(places)):
            moved = note("Rows were moved. Each was found by its key; the order of the release stays.")
            self._found.notes.append(moved)
