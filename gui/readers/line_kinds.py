"""What a line is by the marks it carries itself, whatever stands around it.

The marks are those counted in about 2,000 releases: the level of a bullet is its mark and its leading spaces, never a
margin. What only the context can tell (headline, slogan, subheadline, annex title) is left to
:mod:`gui.readers.structure`.
"""

import re
from dataclasses import dataclass

from gui.document.release import BlockKind
from gui.language.sentences import ends_sentence

_SPACE = r"[^\S\n]"
_LEAD = rf"{_SPACE}*"

_BOXED_NUMBERS = "".join(chr(code) for code in range(0xF02B1, 0xF02C5))
"""Hangul's own boxed ①②③ in the private use area."""

_BULLETS = (
    (1, "□■❏◼◻◈◆◇▶▷❑"),
    (2, "ㅇ○◦❍●◎〇⚬"),
    (3, "•▪⦁‣∙◾➊➋➌➍➎➏➐➑➒➓❶❷❸❹❺❻❼❽❾❿①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" + _BOXED_NUMBERS),
    (4, "·‧ㆍ⋅▲▴➜↳→➔"),
)
_LEVELS = {mark: level for level, marks in _BULLETS for mark in marks}
_BULLET = re.compile(rf"{_LEAD}([{''.join(_LEVELS)}]){_LEAD}|{_LEAD}([-–―−o]){_SPACE}+")
_DASH_LEVEL, _LATIN_O_LEVEL = 3, 2

_NOTE = re.compile(rf"{_LEAD}※{_LEAD}")
_FOOTNOTE = re.compile(rf"{_LEAD}\*{{1,4}}{_LEAD}(?=[^\s*])")
_PAGE_NUMBER = re.compile(
    rf"{_LEAD}(?:[-–－—]{_LEAD}\d{{1,3}}{_LEAD}[-–－—]|[1-9]\d{{0,2}}{_LEAD}/{_LEAD}[1-9]\d{{0,2}})"
)
_END_MARK = re.compile(
    rf"{_LEAD}(?:[<‹〈＜《\[(【「-]{_LEAD}끝{_LEAD}\.?{_LEAD}[>›〉＞》\])】」-]|끝{_SPACE}?\.|[/-]?{_LEAD}끝{_LEAD}/?)\.?"
)
_ANNEX_WORD = r"(?:참\s*고\s*자\s*료|참\s*고|붙\s*임|별\s*첨|첨\s*부|별\s*지)"
_ANNEX_MARKER = re.compile(
    rf"{_LEAD}[\[<〈‹【(《]?{_LEAD}({_ANNEX_WORD}){_LEAD}[-#]?{_LEAD}(\d{{1,2}}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])?{_LEAD}[\]>〉›】)》]?{_LEAD}[.:]?"
)
_ATTACHMENT = re.compile(rf"{_LEAD}(?:※{_LEAD}(?=[붙별첨]))?[\[<〈‹【(]?{_LEAD}{_ANNEX_WORD}(?=[\s\d\]>〉›】):.#])")
_ENCLOSURES = re.compile(
    rf"끝\s*\.?$|\d+\s*[매부건](?:[\s.(,]|$)|^{_LEAD}(?:※{_LEAD})?{_ANNEX_WORD}{_LEAD}\d?{_LEAD}[:：]"
)
_CAPTION = re.compile(
    rf"{_LEAD}(?:[<＜]{_LEAD}(?!/?[a-zA-Z]+\s*>)[^<>]*[>＞]|\(?{_LEAD}단{_LEAD}위{_LEAD}[:：][^)]*\)?)"
)
_BOX_HEADING = re.compile(rf"{_LEAD}(?:\[[^\[\]]+\]|【[^【】]+】|[‹〈《≪][^‹›〈〉<>]+[›〉》≫>]|<[^<>]*내용[^<>]*>)")
_SECTIONS = (
    (1, re.compile(rf"{_LEAD}(?:[Ⅰ-Ⅻ]|[IVX]{{1,4}}){_LEAD}\.{_LEAD}(?=\S)")),
    (2, re.compile(rf"{_LEAD}\d{{1,2}}\.{_SPACE}+(?=\S)")),
    (3, re.compile(rf"{_LEAD}[가나다라마바사아자차카타파하]\.{_SPACE}+(?=\S)")),
)
_KINDS_OF_RELEASE = r"(?:보\s*도\s*(?:설\s*명|참\s*고|해\s*명)?|동\s*정|설\s*명|참\s*고|브\s*리\s*핑)\s*자\s*료"
_RELEASE_KIND = re.compile(
    rf"\s*[\[<【(]?\s*(?:[가-힣·\s]{{0,20}}\s)?(?:{_KINDS_OF_RELEASE})\s*[\]>】)]?"
    r"(?:\s*제?\s*\(?\d{1,4}(?:-\d{1,4})?\s*호?\)?|\s[가-힣\s]{0,15})?\s*|\s*(?:Press|PRESS)\s*(?:Release|RELEASE)\s*"
)
_OFFICE = re.compile(r"\s*[가-힣]{2,12}(?:(?<![여전내외세])부|처|청|위원회|대변인실|대통령실|국무조정실|국무총리실)\s*")
_LONGEST_MASTHEAD = 60
_LONGEST_TITLE = 400
"""A line of more characters than this is running text, whatever it begins with."""

_LONGEST_HEADING = 70
"""A numbered line longer than this many characters, or one that ends as a sentence, is a paragraph."""


@dataclass(frozen=True, slots=True)
class LineKind:
    """What a line is by itself; ``lead`` is the number of characters of its mark, leading spaces included."""

    kind: BlockKind
    level: int = 0
    lead: int = 0
    page_number: bool = False
    annex_marker: bool = False

    @property
    def plain(self) -> bool:
        """Whether the line carries no mark, so that it may go on with the line before it."""
        return self.kind is BlockKind.PARAGRAPH and not self.page_number


_PLAIN = LineKind(BlockKind.PARAGRAPH)


def classify(text: str) -> LineKind:
    """What the line ``text`` is by its own marks; a plain line is a paragraph."""
    if len(text) > _LONGEST_TITLE:
        return _noted(text) or _bullet(text) or _PLAIN
    if _PAGE_NUMBER.fullmatch(text.rstrip()):
        return LineKind(BlockKind.PARAGRAPH, page_number=True)
    if _END_MARK.fullmatch(text.rstrip()):
        return LineKind(BlockKind.END_MARK)
    if _ANNEX_MARKER.fullmatch(text.rstrip()):
        return LineKind(BlockKind.ANNEX_HEADING, annex_marker=True)
    if _ATTACHMENT.match(text):
        return _annex_or_attachment(text)
    return _noted(text) or _boxed(text) or _section(text) or _bullet(text) or _PLAIN


def is_masthead(text: str) -> bool:
    """Whether a line names the kind of the release (보도자료 …) or only the office."""
    return names_release_kind(text) or (len(text) <= _LONGEST_MASTHEAD and _OFFICE.fullmatch(text) is not None)


def names_release_kind(text: str) -> bool:
    """Whether a line names the kind of the release: 보도자료, 보도설명자료, 동정자료 …."""
    return len(text) <= _LONGEST_MASTHEAD and _RELEASE_KIND.fullmatch(text) is not None


def is_attachment_list(text: str) -> bool:
    """Whether an annex line speaks of enclosures (``관련 사진 2매(별첨).  끝.``) rather than being a title."""
    return len(text) <= _LONGEST_TITLE and bool(_ENCLOSURES.search(text.rstrip()))


def _annex_or_attachment(text: str) -> LineKind:
    if ends_sentence(text) and not is_attachment_list(text):
        return _noted(text) or _PLAIN
    if re.match(rf"{_LEAD}참\s*고", text):
        return _PLAIN if re.match(rf"{_LEAD}참\s*고\s*[:：]", text) else LineKind(BlockKind.ANNEX_HEADING)
    return LineKind(BlockKind.ATTACHMENT)


def _noted(text: str) -> LineKind | None:
    note = _NOTE.match(text)
    if note:
        return LineKind(BlockKind.NOTE, lead=note.end())
    footnote = _FOOTNOTE.match(text)
    return LineKind(BlockKind.FOOTNOTE, lead=footnote.end()) if footnote else None


def _boxed(text: str) -> LineKind | None:
    bare = text.rstrip()
    if _BOX_HEADING.fullmatch(bare) and len(bare) <= _LONGEST_HEADING:
        return LineKind(BlockKind.HEADING, level=2)
    return LineKind(BlockKind.CAPTION) if _CAPTION.fullmatch(bare) else None


def _section(text: str) -> LineKind | None:
    for level, pattern in _SECTIONS:
        match = pattern.match(text)
        if match and len(text) <= _LONGEST_HEADING and not ends_sentence(text):
            return LineKind(BlockKind.HEADING, level=level)
    return None


def _bullet(text: str) -> LineKind | None:
    match = _BULLET.match(text)
    if not match or match.end() == len(text):
        return None
    if match[1]:
        return LineKind(BlockKind.BULLET, _LEVELS[match[1]], match.end())
    return LineKind(BlockKind.BULLET, _LATIN_O_LEVEL if match[2] == "o" else _DASH_LEVEL, match.end())
