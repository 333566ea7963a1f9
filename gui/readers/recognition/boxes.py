"""Tables that are no tables: borders drawn around the masthead, the release line, a title, a summary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, takewhile

from gui.document.errors import note
from gui.document.release import BlockKind, Cell
from gui.document.richtext import RichText, join
from gui.readers.raw import Gap, RawLine, RawPicture, RawTable
from gui.readers.recognition.contacts import is_label, is_labelled, is_of_contacts
from gui.readers.recognition.line_kinds import LineKind, classify, counts_pages, is_masthead, names_release_kind
from gui.readers.recognition.paragraphs import KnownLine
from gui.readers.recognition.releaseline import is_date_alone, is_release_label, is_release_line

_SECTION_NUMBER = re.compile(r"\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4}|[①-⑳❶-❿➊-➓]|[가나다라마바사아자차카타파하]")
_ROMAN = re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+")
_FRAMED_TITLE = note("It stands beside a number in a table of one row.")
_TITLE_LABEL = re.compile(r"제\s*목\s*[:：]?")
_LABELLED = note("It stands beside 제목, the label of the headline.")
_ANNEX_LABEL = note("It is the label of an annex.")
_ANNEX_TITLE = note("It stands beside the label of an annex.")

_OF_PICTURE = note("It stands beside a picture in a table that only places pictures.")

_LONGEST_CAPTION = 60
_CAPTIONS_A_PICTURE = 2
_DEEPEST_FRONT = 12
"""The front of a release is not longer than so many lines, tables and pictures."""

_LARGEST_BOX = 24
"""A box around lines has no more cells than this."""

_TALLEST_FRONT = 12
"""Rows of a box with the masthead or the release line."""

Opened = RawLine | KnownLine | RawTable | RawPicture


def open_boxes(raws: Iterable[RawLine | RawTable | RawPicture]) -> Iterator[Opened]:
    """Lines instead of tables that only draw a box: masthead, release line, annex title, numbered heading, summary.

    Tables without any text are left out. The boxes drawn by tables are numbered on from those that the reader knows.
    """
    everything = list(raws)
    numbers = count(1 + max((raw.box for raw in everything if isinstance(raw, RawLine)), default=0))
    for place, raw in enumerate(everything):
        if not isinstance(raw, RawTable):
            yield raw
        elif rows := _filled(raw):
            following = takewhile(lambda after: isinstance(after, RawPicture), everything[place + 1 :])
            captions = _picture_captions(rows, raw, sum(1 for _ in following))
            yield from captions or _opened(rows, raw, next(numbers), in_front=place < _DEEPEST_FRONT) or (raw,)


def _filled(table: RawTable) -> list[list[Cell]]:
    """The cells with text, without rows that have none."""
    rows = [[cell for cell in row if cell.whole.strip()] for row in table.rows]
    return [row for row in rows if row]


def _picture_captions(rows: list[list[Cell]], table: RawTable, pictures: int) -> list[Opened]:
    """The captions of a table that only places pictures: rows of pictures have no text, and they come right behind."""
    texts = [_cell_text(cell) for row in rows for cell in row]
    places_pictures = len(rows) < len(table.rows) and len(texts) <= _CAPTIONS_A_PICTURE * pictures
    if not places_pictures or any(len(text) > _LONGEST_CAPTION or _is_figure(text.text) for text in texts):
        return []
    return [KnownLine(_line(text, table), LineKind(BlockKind.CAPTION, evidence=_OF_PICTURE)) for text in texts]


def _opened(rows: list[list[Cell]], table: RawTable, box: int, *, in_front: bool) -> list[Opened]:
    if sum(len(row) for row in rows) > _LARGEST_BOX:
        return []
    if all(len(row) == 1 for row in rows):
        return _column([row[0] for row in rows], table, box)
    if len(rows) == 1 and len(rows[0]) in (2, 3):
        titled = _title(rows[0], table)
        if titled:
            return titled
    front_row = _is_front_row if in_front else _is_release_row
    rows = _beside_labels(rows)
    if len(rows) <= _TALLEST_FRONT and any(front_row(row) for row in rows):
        return list(_front(rows, table, box))
    return []


def _beside_labels(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows of a label and its value where a row of labels stands above a row of values."""
    labels = all(is_release_label(cell.whole) or is_label(cell.whole) for cell in rows[0])
    if len(rows) != 2 or not labels or len(rows[0]) != len(rows[1]):
        return rows
    values_too = all(is_release_label(cell.whole) or is_label(cell.whole) for cell in rows[1])
    return rows if values_too else [list(pair) for pair in zip(*rows, strict=True)]


def _column(cells: list[Cell], table: RawTable, box: int) -> list[Opened]:
    """The items of a single column, each a line. The letters of its first cell are taken for its largest."""
    lines: list[Opened] = []
    largest = table.size
    for cell in cells:
        items = [item.text for item in cell.items if item.text.text.strip()]
        titled = not any(_is_known_front(text.text) for text in items)
        lines += [_line(text, table, box, largest if titled else 0.0) for text in items]
        largest = 0.0 if titled else largest
    return lines


def _title(row: list[Cell], table: RawTable) -> list[Opened]:
    """The lines of a title box ``참고 | title`` or ``1 | title``; none if it is not one."""
    number, title = _cell_text(row[0]), join((_cell_text(cell) for cell in row[1:]), " ")
    if classify(number.text).annex_marker:
        label = LineKind(BlockKind.ANNEX_HEADING, annex_marker=True, evidence=_ANNEX_LABEL)
        beside = LineKind(BlockKind.ANNEX_HEADING, evidence=_ANNEX_TITLE)
        return [KnownLine(_line(number, table), label), KnownLine(_line(title, table), beside)]
    if _TITLE_LABEL.fullmatch(number.text):
        headline = LineKind(BlockKind.HEADLINE, lead=len(number) + 1, evidence=_LABELLED)
        return [KnownLine(_line(join((number, title), " "), table), headline)]
    bare = number.text.strip().rstrip(".")
    if len(row) == 2 and _SECTION_NUMBER.fullmatch(bare) and not _is_figure(title.text):
        level = 1 if _ROMAN.fullmatch(bare) else 2
        kind = LineKind(BlockKind.HEADING, level, lead=len(number) + 1, evidence=_FRAMED_TITLE)
        return [KnownLine(_line(join((number, title), " "), table), kind)]
    return []


def _is_figure(text: str) -> bool:
    return not re.search(r"[가-힣A-Za-z]", text)


def _is_front_row(row: list[Cell]) -> bool:
    return _is_release_row(row) or any(is_release_label(cell.whole) for cell in row)


def _is_release_row(row: list[Cell]) -> bool:
    return is_release_line(_row_text(row).text) or any(names_release_kind(cell.whole) for cell in row)


def _is_known_front(text: str) -> bool:
    return is_release_line(text) or is_masthead(text) or is_date_alone(text)


def _front(rows: list[list[Cell]], table: RawTable, box: int) -> Iterator[Opened]:
    """The rows around a masthead: release lines, contacts left as a table, and lines, the first of which is a title."""
    largest = table.size
    contacts: list[tuple[Cell, ...]] = []
    for alone, group in [(len(row) == 1, group) for row in rows for group in _groups(row)]:
        if _is_of_contacts(group):
            contacts.append(tuple(replace(cell, row_span=1, column_span=1) for cell in group))
            continue
        yield from _table_of(contacts, table)
        contacts = []
        for text in _front_texts(group):
            titled = alone and not _is_known_front(text.text)
            yield _line(text, table, box, largest) if titled else _line(text, table)
            largest = 0.0 if titled else largest
    yield from _table_of(contacts, table)


def _is_of_contacts(group: list[Cell]) -> bool:
    labelled = any(is_labelled(cell.whole) for cell in group)
    return labelled or (len(group) > 1 and any(is_of_contacts(cell.whole) for cell in group))


def _table_of(rows: list[tuple[Cell, ...]], table: RawTable) -> Iterator[RawTable]:
    width = max((len(row) for row in rows), default=0)
    if rows:
        filled = ((*row[:-1], replace(row[-1], column_span=1 + width - len(row))) for row in rows)
        yield RawTable(tuple(filled), table.number)


def _groups(row: list[Cell]) -> list[list[Cell]]:
    """A row cut before each label and before the number of pages: ``보도시점 | … | 총 3쪽 | 담당부서 | …``."""
    groups: list[list[Cell]] = []
    contact = False
    for cell in row:
        release, person = is_release_label(cell.whole), is_labelled(cell.whole)
        if not groups or release or counts_pages(cell.whole) or (person and not contact):
            groups.append([])
        contact = person or (contact and not release)
        groups[-1].append(cell)
    return groups


def _front_texts(row: list[Cell]) -> list[RichText]:
    """A release line is a line of its own; what stands beside the masthead is not."""
    whole = _row_text(row)
    if is_release_line(whole.text):
        return [whole]
    return [item.text.strip() for cell in row for item in cell.items if item.text.text.strip()]


def _line(text: RichText, table: RawTable, box: int = 0, size: float = 0.0) -> RawLine:
    return RawLine(text, Gap.PARAGRAPH, number=table.number, box=box, size=size)


def _cell_text(cell: Cell) -> RichText:
    return join((item.text for item in cell.items), " ").strip()


def _row_text(row: list[Cell]) -> RichText:
    return join((_cell_text(cell) for cell in row), " ")
