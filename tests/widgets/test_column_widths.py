"""How columns share the width."""

from gui.document.release import Cell, CellItem, ColumnRole, Table
from gui.document.richtext import RichText
from gui.widgets.column_widths import shares, widths


def test_a_column_of_short_korean_has_room_for_an_english_word() -> None:
    row = ("담당 부서", "과 장", "(044-205-2201)", "12.5")
    table = Table((tuple(Cell((CellItem(RichText(text)),)) for text in row),))
    department, post, phone, figure = shares(table)
    assert department == post == 13
    assert (phone, figure) == (14, 6)


def test_a_telephone_number_has_room_for_its_form_from_abroad() -> None:
    roles = (ColumnRole.DEPARTMENT, ColumnRole.PHONE)
    row = tuple(Cell((CellItem(RichText(text)),)) for text in ("총괄과", "044-205-2201"))
    assert shares(Table((row,), 0, roles)) == [13, len("+82-44-205-2201") + 1]


def test_no_column_is_squeezed_below_the_least_width() -> None:
    assert widths([12, 12, 14, 6], 1000, 80) == [272, 273, 319, 136]
    assert widths([12, 6], 100, 80) == [80, 80]
