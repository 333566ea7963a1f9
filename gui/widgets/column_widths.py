"""How the columns of a table share the width of its view."""

from unicodedata import east_asian_width

from gui.document.release import ColumnRole, Table

_SHARES = {ColumnRole.NAME: 3, ColumnRole.NUMBER: 1, ColumnRole.POSITION: 5, ColumnRole.BACKGROUND: 7}
"""How the width is shared between the columns of an attendee table; any other gets 3."""

_NARROWEST, _WORD, _WIDEST = 6, 13, 60
"""Half-width characters that any other table's column of figures has room for at least, one of Korean (an English word
stands below it), and either at most for its share of the width."""

_TELEPHONE = 16
"""The same for telephone numbers, which are longer in English: +82-44-201-3823, and no place to break them."""

_SAMPLED = 60
"""Rows that are looked at for it."""


def shares(table: Table) -> list[int]:
    """How the columns share the width: by their roles, else by their longest texts."""
    if ColumnRole.NAME in table.roles and ColumnRole.PHONE not in table.roles:
        return [_SHARES.get(role, 3) for role in table.roles]
    longest = [_NARROWEST] * max(1, table.width)
    for row, column, cell in table.positions():
        if row < _SAMPLED and cell.column_span == 1:
            widest = max((_half_widths(item.whole) for item in cell.items), default=0)
            longest[column] = max(longest[column], min(widest, _WIDEST))
    for column, role in enumerate(table.roles):
        if role is ColumnRole.PHONE:
            longest[column] = max(longest[column], _TELEPHONE)
    return longest


def _half_widths(text: str) -> int:
    """How wide a line of Korean is, and no less than the English that is to stand below it."""
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    return max(len(text) + wide, _WORD if wide else 0)


def widths(parts: list[int], room: int, least: int) -> list[int]:
    """``room`` shared out among the columns, none narrower than ``least``: then the others get less, or it grows."""
    shared = dict[int, int]()
    for column in sorted(range(len(parts)), key=lambda column: parts[column]):
        left = [share for other, share in enumerate(parts) if other not in shared]
        shared[column] = max(least, (room - sum(shared.values())) * parts[column] // sum(left))
    return [shared[column] for column in range(len(parts))]
