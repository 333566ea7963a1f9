"""The styles and lists of our documents, written from scratch: the parts ``styles`` and ``numbering``.

Names are those that Word itself uses where it has one (so its gallery, navigation pane and table of contents work).
Lengths are twips (1/20 pt), sizes half-points, both as the format wants them.
"""

from dataclasses import dataclass

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 1361, 1474, 1304
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE

LATIN_FONT, KOREAN_FONT = "Arial", "Malgun Gothic"
INK, _GREY, _RED, _HAIRLINE, TINT = "1F2A3C", "5F6670", "9B1C1C", "BFC4CC", "EEF1F5"

UNTRANSLATED = "Untranslated"
"""Has no look of its own: a style may not carry a highlighter, but it lets all such passages be selected at once."""
LABEL = "Label"
FAINT = "Faint"
TABLE = "ReleaseTable"
LAYOUT_TABLE = "ReleaseLayout"
NOTE_REFERENCE, COMMENT_REFERENCE = "FootnoteReference", "CommentReference"
BULLETS = ("ListBullet", "ListBullet2", "ListBullet3", "ListBullet4")
ENUMERATED = ("List", "List2", "List3", "List4")
"""Lists whose numbers are text, because the release counts in its own way (①, 가)."""
_GLYPHS = ("•", "–", "▪", "·")
_BULLET_LIST, _CELL_LIST = 1, 2


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: ``paragraph`` and ``run`` are its properties in the order of the schema."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    custom: bool = False

    def xml(self) -> str:
        custom = ' w:customStyle="1"' if self.custom else ""
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based_on}"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
            f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.run}</w:rPr></w:style>"
        )


def _spacing(before: int = 0, after: int = 0, line: int = 276) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _indent(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _type(size: float, colour: str = "", *, bold: bool = False, italic: bool = False) -> str:
    half_points = round(size * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    slant = "<w:i/><w:iCs/>" if italic else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{slant}{ink}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _border(side: str, colour: str, eighths: int = 4, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _box(colour: str, eighths: int, space: int) -> str:
    sides = "".join(_border(side, colour, eighths, space) for side in ("top", "left", "bottom", "right"))
    return f"<w:pBdr>{sides}</w:pBdr>"


def _numbered(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


_KEEP = "<w:keepNext/><w:keepLines/>"


def _heading(level: int, size: float, before: int) -> _Look:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    paragraph = _KEEP + _spacing(before, 120, 259) + outline
    return _Look(f"Heading{level}", f"heading {level}", paragraph, _type(size, INK, bold=True), next="BodyText")


def _list(level: int, style: str, name: str, numbering: str) -> _Look:
    full_name = name if level == 0 else f"{name} {level + 1}"
    paragraph = numbering + _spacing(0, 100, 288) + _indent(*_bullet_indent(level))
    return _Look(style, full_name, paragraph, _type(10.5 if level < 2 else 10))


def _bullet_indent(level: int) -> tuple[int, int]:
    return 340 * (level + 1), 340


_CENTRED = '<w:jc w:val="center"/>'

_LOOKS = (
    _Look("Masthead", "Masthead", _KEEP + _spacing(0, 60), _type(10.5, _GREY, bold=True), custom=True),
    _Look("Slogan", "Slogan", _KEEP + _spacing(0, 20, 259), _type(9, _GREY, italic=True), custom=True),
    _Look("Date", "Date", _KEEP + _spacing(120, 120), _type(9.5, _GREY), next="BodyText"),
    _Look("Title", "Title", _KEEP + _spacing(160, 120, 264), _type(19, INK, bold=True), next="Subtitle"),
    _Look("Subtitle", "Subtitle", _KEEP + _spacing(0, 240, 276), _type(12.5, _GREY), next="BodyText"),
    _heading(1, 15, 280),
    _heading(2, 12.5, 260),
    _heading(3, 11, 200),
    _Look("BodyText", "Body Text", _spacing(0, 170, 300), _type(10.5)),
    *(_list(level, style, "List Bullet", _numbered(level, _BULLET_LIST)) for level, style in enumerate(BULLETS)),
    *(_list(level, style, "List", "") for level, style in enumerate(ENUMERATED)),
    _Look(
        "Summary",
        "Summary",
        f"<w:keepLines/>{_box(_HAIRLINE, 6, 6)}{_spacing(0, 60, 276)}"
        '<w:ind w:left="312" w:right="142" w:hanging="170"/>',
        _type(10.5),
        custom=True,
    ),
    _Look("Note", "Note", _spacing(0, 170, 276) + _indent(397), _type(9.5, _GREY), custom=True),
    _Look("FootNote", "Foot-note", _spacing(0, 120, 264) + _indent(397, 170), _type(9, _GREY), custom=True),
    _Look("Caption", "caption", _KEEP + _spacing(160, 80) + _CENTRED, _type(9.5, bold=True)),
    _Look("Attachment", "Attachment", _spacing(200, 120), _type(10), custom=True),
    _Look("EndMark", "End Mark", _spacing(240, 240) + _CENTRED, _type(10, _GREY), custom=True),
    _Look("TableText", "Table Text", _spacing(0, 20, 259), _type(9.5), custom=True),
    _Look("TableHeading", "Table Heading", "<w:keepNext/>", _type(9.5, INK, bold=True), "TableText", custom=True),
    _Look("TableHeadingCentred", "Table Heading Centred", _CENTRED, based_on="TableHeading", custom=True),
    _Look("TableNumber", "Table Number", '<w:jc w:val="right"/>', based_on="TableText", custom=True),
    _Look(
        "TableBullet", "Table Bullet", _numbered(0, _CELL_LIST) + _indent(198, 198), based_on="TableText", custom=True
    ),
    _Look("TableNote", "Table Note", _indent(312, 114), _type(8.5, _GREY), "TableText", custom=True),
    _Look("TableGap", "Table Gap", _spacing(0, 0, 240), _type(6), custom=True),
    _Look(
        "Embargo",
        "Embargo",
        f'<w:keepLines/>{_box(_RED, 8, 5)}<w:shd w:val="clear" w:color="auto" w:fill="FDF3F3"/>'
        f'{_spacing(0, 160, 259)}<w:ind w:left="113" w:right="113"/>{_CENTRED}',
        _type(9.5, _RED, bold=True),
        custom=True,
    ),
    _Look(
        "DraftMark",
        "Draft Mark",
        _KEEP + _spacing(0, 100, 240) + _CENTRED,
        f'<w:b/><w:bCs/><w:color w:val="{_RED}"/><w:spacing w:val="80"/><w:sz w:val="26"/><w:szCs w:val="26"/>',
        custom=True,
    ),
    _Look("Organisation", "Organisation", _KEEP + _spacing(0, 20, 252), _type(14, INK, bold=True), custom=True),
    _Look("ReleaseKind", "Release Kind", _KEEP + _spacing(0, 0, 252), _type(10.5, _GREY), custom=True),
    _Look(
        "LetterheadRule",
        "Letterhead Rule",
        f"{_KEEP}<w:pBdr>{_border('top', INK, 12, 1)}</w:pBdr>{_spacing(80, 60, 240)}",
        _type(6),
        custom=True,
    ),
    _Look("FootnoteText", "footnote text", _spacing(0, 40, 252) + _indent(170, 170), _type(9)),
    _Look("CommentText", "annotation text", _spacing(0, 0, 240), _type(10)),
    _Look("Header", "header", _spacing(0, 60, 240), _type(8.5, _GREY)),
    _Look(
        "Footer",
        "footer",
        f"<w:pBdr>{_border('top', _HAIRLINE, 4, 6)}</w:pBdr>{_spacing(0, 0, 240)}{_CENTRED}",
        _type(8.5, _GREY),
    ),
)


def _character(style: str, run: str, name: str = "") -> str:
    """A character style; one that Word knows by another ``name`` is none of our own."""
    custom = "" if name else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style}"><w:name w:val="{name or style}"/>'
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


def _table_style() -> str:
    lines = "".join(_border(side, _HAIRLINE) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 57), ("left", 102), ("bottom", 40), ("right", 102))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Release Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _layout_style() -> str:
    """For text that a table only lays out: no rules, and room between the columns."""
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 0), ("bottom", 0), ("right", 227))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{LAYOUT_TABLE}"><w:name w:val="Release Layout"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


_NO_GAPS = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
"""Korean sets no gap between a figure and its unit (``2024년``); Word would add one."""


def _foundation() -> str:
    """Document defaults, and the four styles that Word takes for granted."""
    fonts = f'<w:rFonts w:ascii="{LATIN_FONT}" w:eastAsia="{KOREAN_FONT}" w:hAnsi="{LATIN_FONT}" w:cs="{LATIN_FONT}"/>'
    language = '<w:lang w:val="en-US" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="21"/>{language}</w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>{_spacing()}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_NO_GAPS}</w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/>'
        "</w:style>"
    )


def styles_xml() -> str:
    """The ``styles`` part."""
    characters = (
        _character(UNTRANSLATED, "")
        + _character(LABEL, "<w:b/><w:bCs/>")
        + _character(FAINT, f'<w:color w:val="{_GREY}"/>')
        + _character(NOTE_REFERENCE, '<w:vertAlign w:val="superscript"/>', "footnote reference")
        + _character(COMMENT_REFERENCE, '<w:sz w:val="16"/><w:szCs w:val="16"/>', "annotation reference")
    )
    paragraphs = "".join(look.xml() for look in _LOOKS)
    tables = _table_style() + _layout_style()
    return f'<w:styles xmlns:w="{NAMESPACE}">{_foundation()}{paragraphs}{characters}{tables}</w:styles>'


def _level(level: int, glyph: str, style: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{glyph}"/><w:lvlJc w:val="left"/><w:pPr>{_indent(left, hanging)}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:eastAsia="{LATIN_FONT}" w:cs="{LATIN_FONT}" '
        'w:hint="default"/></w:rPr></w:lvl>'
    )


def numbering_xml() -> str:
    """The ``numbering`` part: one list of four levels for the text, one of a single level for table cells."""
    text = "".join(_level(level, glyph, BULLETS[level], *_bullet_indent(level)) for level, glyph in enumerate(_GLYPHS))
    lists = (
        (_BULLET_LIST, "multilevel", text),
        (_CELL_LIST, "singleLevel", _level(0, "•", "TableBullet", 198, 198)),
    )
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        for number, kind, levels in lists
    )
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, _, _ in lists
    )
    return f'<w:numbering xmlns:w="{NAMESPACE}">{definitions}{instances}</w:numbering>'
