"""How columns share the width."""

from gui.document.release import Cell, CellItem, Table
from gui.document.richtext import RichText
from gui.widgets.column_widths import shares, widths


def test_a_column_of_short_korean_has_room_for_an_english_word() -> None:
    row = ("담당 부서", "과 장", "(044-205-2201)", "12.5")
    table = Table((tuple(Cell((CellItem(RichText(text)),)) for text in row),))
    department, post, phone, figure = shares(table)
    assert department == post == 12
    assert (phone, figure) == (14, 6)


def test_no_column_is_squeezed_below_the_least_width() -> None:
    assert widths([12, 12, 14, 6], 1000, 80) == [272, 273, 319, 136]
    assert widths([12, 6], 100, 80) == [80, 80]
