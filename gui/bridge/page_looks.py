"""How the styles of a document look on the pages of the preview, on paper and in a PDF.

The names are the style ids of the Word document, and so are the sizes: what is seen here is what Word will show, but
for fonts that this computer does not have.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt

INK, GREY, RED, HAIRLINE, TINT, OPEN = "#1F2A3C", "#5F6670", "#9B1C1C", "#BFC4CC", "#EEF1F5", "#FFF6C2"


@dataclass(frozen=True, slots=True)
class Look:
    """Size, spaces and indents in points; ``line`` is the line height in percent; ``mark`` hangs before the text."""

    size: float = 10.5
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False
    above: float = 0.0
    below: float = 6.0
    indent: float = 0.0
    hanging: float = 0.0
    line: int = 118
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    mark: str = ""
    boxed: str = ""


_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_BULLETS = "•–▪·"

LOOKS = {
    "Masthead": Look(10.5, GREY, bold=True, below=3),
    "Organisation": Look(14, INK, bold=True, below=1),
    "ReleaseKind": Look(10.5, GREY, below=0),
    "LetterheadRule": Look(4, below=8),
    "Slogan": Look(9, GREY, italic=True, below=1),
    "Date": Look(9.5, GREY, above=6),
    "Title": Look(19, INK, bold=True, above=8, line=110),
    "Subtitle": Look(12.5, GREY, below=12),
    "Heading1": Look(15, INK, bold=True, above=14),
    "Heading2": Look(12.5, INK, bold=True, above=13),
    "Heading3": Look(11, INK, bold=True, above=10),
    "BodyText": Look(below=8.5, line=125),
    "Summary": Look(below=3, indent=15.6, hanging=8.5, boxed=HAIRLINE),
    "Note": Look(9.5, GREY, below=8.5, indent=20),
    "FootNote": Look(9, GREY, indent=20, hanging=8.5),
    "FootnoteText": Look(9, below=2),
    "Caption": Look(9.5, bold=True, above=8, below=4, align=_CENTRE),
    "Attachment": Look(10, above=10),
    "EndMark": Look(10, GREY, above=12, below=12, align=_CENTRE),
    "TableText": Look(9.5, below=1, line=108),
    "TableHeading": Look(9.5, INK, bold=True, below=1, line=108),
    "TableHeadingCentred": Look(9.5, INK, bold=True, below=1, line=108, align=_CENTRE),
    "TableNumber": Look(9.5, below=1, line=108, align=_RIGHT),
    "TableBullet": Look(9.5, below=1, line=108, indent=10, hanging=10, mark="•"),
    "TableNote": Look(8.5, GREY, below=1, line=108, indent=15.6, hanging=5.7),
    "TableGap": Look(6, below=0),
    "Embargo": Look(9.5, RED, bold=True, align=_CENTRE, boxed=RED),
    "Header": Look(8.5, GREY, below=3),
    **{
        f"List{kind}{level or ''}".removesuffix("1"): Look(
            10.5 if level < 3 else 10,
            below=5,
            indent=17 * max(level, 1),
            hanging=17,
            mark=_BULLETS[max(level, 1) - 1] if kind else "",
        )
        for kind in ("Bullet", "")
        for level in range(1, 5)
    },
}
"""The looks by style id; an id that is not among them looks like body text."""


def look(style: str) -> Look:
    """The look of a style."""
    return LOOKS.get(style, LOOKS["BodyText"])
