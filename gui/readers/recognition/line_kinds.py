"""What a line is by the marks it carries itself, whatever stands around it.

The marks are those counted in about 2,000 releases: the level of a bullet is its mark and its leading spaces, never a
margin. What only the context can tell (headline, slogan, subheadline, annex title) is left to
:mod:`gui.readers.structure`.
"""

import re
from dataclasses import dataclass

from gui.document.errors import Message, note
from gui.document.release import BlockKind
from gui.language.sentences import ends_sentence

_SPACE = r"[^\S\n]"
_LEAD = rf"{_SPACE}*+"
"""Possessive: several of them in a row must not try every way to share a long run of spaces between them."""

_BOXED_NUMBERS = "".join(chr(code) for code in range(0xF02B1, 0xF02C5))
"""Hangul's own boxed ①②③ in the private use area."""

_BULLETS = (
    (1, "□■❏◼◻◈◆◇▶▷❑▣☐▢⬜❖♦￭\uf06e\uf0a8\uf076"),
    (2, "ㅇᄋ○◦❍●◎〇⚬◉∘￮⭘⊙\uf06c\uf0a1"),
    (
        3,
        "•▪▫⦁‣∙◾◽▸▹►✓✔☑➢\uf0b7"
        "➀➁➂➃➄➅➆➇➈➉⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙ\uf0a7\uf0fc\uf0d8➊➋➌➍➎➏➐➑➒➓❶❷❸❹❺❻❼❽❾❿①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
        + _BOXED_NUMBERS,
    ),
    (4, "·‧ㆍ⋅･▲▴➜↳→➔⇒⇨☞\uf0e8\U000f080c"),
)
_CIRCLE_LETTERS = "oOｏοΟоО"
"""Latin, Greek and Cyrillic letters that are typed for a circle."""

_LEVELS = {mark: level for level, marks in _BULLETS for mark in marks}
_BULLET = re.compile(rf"{_LEAD}([{''.join(_LEVELS)}]){_LEAD}|{_LEAD}([-–—―−‐‑－⁃─ㅡ{_CIRCLE_LETTERS}]){_SPACE}+")
_DASH_LEVEL, _CIRCLE_LEVEL = 3, 2

_NOTE = re.compile(rf"{_LEAD}※{_LEAD}")
_FOOTNOTE = re.compile(rf"{_LEAD}[*＊]{{1,4}}{_LEAD}(?=[^\s*＊])")
_FOOTNOTE_NUMBER = re.compile(rf"{_LEAD}(?:\d{{1,3}}\)|[¹²³⁴⁵⁶⁷⁸⁹]|\*{{1,4}}){_LEAD}(?=[^\s*])")
_PAGE_NUMBER = re.compile(
    rf"{_LEAD}(?:[-–－—]{_LEAD}\d{{1,3}}{_LEAD}[-–－—]|[1-9]\d{{0,2}}{_LEAD}/{_LEAD}[1-9]\d{{0,2}})"
)
_END_MARK = re.compile(
    rf"{_LEAD}(?:[<‹〈＜《\[(【「-]{_LEAD}끝{_LEAD}\.?{_LEAD}[>›〉＞》\])】」-]|끝{_SPACE}?\.|[/-]?{_LEAD}끝{_LEAD}/?"
    rf"|[\U000f00c0-\U000f00c3])\.?"
)
_CLOSING = re.compile(r"\s+(?:[<‹〈＜\[(]\s*+끝\s*+\.?\s*+[>›〉＞\])]\.?|끝\s?\.)$|\s*+[\U000f00c0-\U000f00c3]$")
"""An end mark behind the last sentence; the private-use characters are Hangul's boxed 끝."""

_ANNEX_WORD = r"(?:참\s*+고\s*+자\s*+료|참\s*+고|붙\s*+임|별\s*+첨|첨\s*+부|별\s*+지)"
_MARKER_WORD = rf"(?:{_ANNEX_WORD}|별\s*+표|부\s*+록|(?:첨\s*+부|붙\s*+임)\s*+자\s*+료)"
_ANNEX_MARKER = re.compile(
    rf"{_LEAD}[\[<〈‹【(《]?{_LEAD}({_MARKER_WORD}){_LEAD}[-#]?{_LEAD}(\d{{1,2}}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])?{_LEAD}[\]>〉›】)》]?{_LEAD}[.:]?"
)
_ATTACHMENT = re.compile(
    rf"{_LEAD}(?:※{_LEAD}(?=[\[<〈(]?{_LEAD}[붙별첨]))?[\[<〈‹【(]?{_LEAD}{_ANNEX_WORD}(?=[\s\d\]>〉›】):.#])"
)
_BULLETED_ATTACHMENT = re.compile(
    rf"{_LEAD}[□■▢ㅇ○◦]{_LEAD}(?:붙\s*+임|별\s*+첨|첨\s*+부)(?:{_LEAD}[:：].|.*끝\s*+\.?\s*+$)"
)
_LABELLED_ENCLOSURE = re.compile(rf"^{_LEAD}(?:※{_LEAD})?{_ANNEX_WORD}{_LEAD}\d?{_LEAD}[:：]")
_ENCLOSURES = re.compile(r"끝\s*+\.?$|\d+\s*+[매부건장편종권](?:[\s.(,]|$)")
_REFERENCE = re.compile(rf"{_LEAD}[\[<〈‹【(]?{_LEAD}참\s*+고")
_REFERENCE_LINE = re.compile(rf"{_LEAD}참\s*+고\s*+[:：]")
_TITLE_LABEL = re.compile(rf"{_LEAD}[\[<〈【]?{_LEAD}제{_LEAD}목{_LEAD}[\]>〉】]?{_LEAD}[:：]{_LEAD}(?=\S)")
_UNIT = re.compile(
    rf"{_LEAD}[(\[<]?{_LEAD}단{_LEAD}위{_LEAD}[:：][^)\]>]*[)\]>]?"
    rf"|{_LEAD}\((?:[^()]{{0,30}}[,\s])?{_LEAD}(?:%p?|％|[천백십만억조]*\s?(?:원|명|건|개|달러|톤|호|가구|대))(?:,\s*+%p?)?{_LEAD}\)"
)
_PREDICATE_END = re.compile(r"(?:[다까죠함됨음임]|[세에네어아예지까해돼나가]요)\s*+[.?!][\s\"'”’」)]*$")
"""The end of a sentence, not of a list: ``… 바랍니다.``, but ``사진 2장.`` and ``사업 개요.``"""

_CAPTION = re.compile(
    rf"{_LEAD}(?:[<＜]{_LEAD}(?!/?[a-zA-Z]+\s*+>)[^<>]*[>＞](?:\s*+\([^()]*\))?"
    rf"|[\[<〈(【]{_LEAD}(?:사진|그림){_LEAD}[\]>〉)】]{_LEAD}(?=\S).{{1,80}}"
    rf"|[\[<〈(【]?{_LEAD}(?:표|그림|도표|사진){_LEAD}\d{{1,2}}(?:-\d{{1,2}})?{_LEAD}[\]>〉)】.:](?!\d).{{0,80}})"
)
_BOX_HEADING = re.compile(rf"{_LEAD}(?:\[[^\[\]]+\]|【[^【】]+】|[‹〈《≪][^‹›〈〉<>]+[›〉》≫>]|<[^<>]*내용[^<>]*>)")
_QUESTION = re.compile(
    rf"{_LEAD}[\[<(【]?(?:Q|문|질문|질의){_LEAD}\d{{0,2}}{_LEAD}[.:)\]>】]+{_LEAD}(?=\S)|{_LEAD}Q\d{{0,2}}{_SPACE}+(?=\S)"
)
_SECTIONS = (
    (1, re.compile(rf"{_LEAD}(?:[Ⅰ-Ⅻ]|[IVX]{{1,4}}){_LEAD}\.{_LEAD}(?=\S)")),
    (2, re.compile(rf"{_LEAD}\d{{1,2}}\.{_SPACE}+(?=\S)")),
    (3, re.compile(rf"{_LEAD}\(\d{{1,2}}\){_SPACE}+(?=\S)")),
    (3, re.compile(rf"{_LEAD}[가나다라마바사아자차카타파하]\.{_SPACE}+(?=\S)")),
)
_KINDS_OF_RELEASE = (
    r"(?:(?:언\s*+론\s*+)?보\s*+도\s*+(?:설\s*+명|참\s*+고|해\s*+명|반\s*+박|정\s*+정)?|동\s*+정|설\s*+명|참\s*+고|해\s*+명|반\s*+박|"
    r"브\s*+리\s*+핑|홍\s*+보)\s*+자\s*+료"
)
_RELEASE_KIND = re.compile(
    rf"\s*[\[<【(]?\s*(?:[가-힣·\s]{{0,20}}\s|공동|합동)?(?:{_KINDS_OF_RELEASE})\s*[\]>】)]?"
    r"(?:\s*제?\s*\(?\d{1,4}(?:-\d{1,4})?\s*호?\)?|\s[가-힣\s]{0,15})?\s*"
    r"|\s*[\[<【(]?\s*(?:대변인\s)?(?:(?:서\s*면\s*)?브\s*리\s*핑|모\s*두\s*발\s*언)\s*[\]>】)]?\s*|\s*(?:Press|PRESS)\s*(?:Release|RELEASE)\s*"
)
_PAGES = re.compile(
    r"\s*+(?:제\s*+)?\d{4}\s*+-\s*+\d{1,4}\s*+호\s*+|\s*+[(<]?\s*+총\s*+\d{1,3}\s*+(?:쪽|매|장|면|페이지)\s*+(?:\([^()]*\))?\s*+[)>]?\s*+"
)
_OFFICE = re.compile(
    r"\s*+(?:[가-힣]{2,12}(?:(?<![여전내외세])부|처|청|위원회|대변인실|대통령실|국무조정실|국무총리실)"
    r"|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|제주|전북|경남|경북|전남|충남|충북|[충전경][청라상][남북])"
    r"(?:특별시|광역시|특별자치시|특별자치도|시|도))\s*+"
)
_LONGEST_MASTHEAD = 60
_LONGEST_CLOSING = 20
_LONGEST_TITLE = 400
"""A line of more characters than this is running text, whatever it begins with."""

_LONGEST_HEADING = 70
"""A numbered line longer than this many characters, or one that ends as a sentence, is a paragraph."""


_PLAIN_TEXT = note("It carries no mark of its own.")
_LABELLED = note("It begins with 제목, the label of the headline.")
_ASKED = note("It is a question of a list of questions and answers.")
_SECTION_NUMBER = note("It begins with a section number and is no sentence.")


@dataclass(frozen=True, slots=True)
class LineKind:
    """What a line is by itself, and why; ``lead`` is the number of characters of its mark, leading spaces included."""

    kind: BlockKind
    level: int = 0
    lead: int = 0
    page_number: bool = False
    annex_marker: bool = False
    evidence: Message = _PLAIN_TEXT

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
        return LineKind(BlockKind.END_MARK, evidence=note("It says that the release ends here."))
    if _ANNEX_MARKER.fullmatch(text.rstrip()):
        return LineKind(BlockKind.ANNEX_HEADING, annex_marker=True, evidence=note("It is the label of an annex."))
    if _ATTACHMENT.match(text) or _BULLETED_ATTACHMENT.match(text):
        return _annex_or_attachment(text)
    return _noted(text) or _boxed(text) or _section(text) or _question(text) or _bullet(text) or _titled(text) or _PLAIN


def footnote(text: str) -> LineKind:
    """The kind of a line that the file itself marks as a foot-note; its number or star is the lead."""
    mark = _FOOTNOTE_NUMBER.match(text)
    evidence = note("The file itself marks it as a foot-note.")
    return LineKind(BlockKind.FOOTNOTE, lead=mark.end() if mark else 0, evidence=evidence)


def bullet_evidence(mark: str, level: int) -> Message:
    """Why a line is a bullet of this level."""
    return note("It begins with {mark}, a mark of level {level}.", mark=mark, level=level)


def closing_mark(text: str) -> str:
    """The end mark behind the last sentence of a paragraph with the spaces before it (``"  끝."``), else empty."""
    match = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
    return match[0] if match and match.start() else ""


def is_unit(text: str) -> bool:
    """Whether a line only gives the unit of a table: ``(단위 : 조원)``."""
    return len(text) <= _LONGEST_HEADING and _UNIT.fullmatch(text.rstrip()) is not None


def is_masthead(text: str) -> bool:
    """Whether a line names the kind of the release (보도자료 …) or only the office, or counts the pages."""
    return (
        names_release_kind(text)
        or counts_pages(text)
        or (len(text) <= _LONGEST_MASTHEAD and _OFFICE.fullmatch(text) is not None)
    )


def counts_pages(text: str) -> bool:
    """Whether a line only counts the release or its pages: ``제2023-412호``, ``총 7쪽(붙임 3쪽 포함)``."""
    return len(text) <= _LONGEST_MASTHEAD and _PAGES.fullmatch(text) is not None


def names_release_kind(text: str) -> bool:
    """Whether a line names the kind of the release: 보도자료, 보도설명자료, 동정자료 …."""
    return len(text) <= _LONGEST_MASTHEAD and _RELEASE_KIND.fullmatch(text) is not None


def is_statement(text: str) -> bool:
    """Whether a line ends as a sentence with its verb does."""
    return _PREDICATE_END.search(text[-_LONGEST_CLOSING:]) is not None


def is_attachment_list(text: str) -> bool:
    """Whether an annex line speaks of enclosures (``관련 사진 2매(별첨).  끝.``) rather than being a title."""
    if len(text) > _LONGEST_TITLE:
        return False
    return bool(_ENCLOSURES.search(text.rstrip()) or _LABELLED_ENCLOSURE.match(text))


def may_title_annex(text: str) -> bool:
    """Whether an annex line with a colon says nothing of copies (``붙임 : 질의응답``), so that it may be a title."""
    if len(text) > _LONGEST_TITLE:
        return False
    return _LABELLED_ENCLOSURE.match(text) is not None and not _ENCLOSURES.search(text.rstrip())


def _annex_or_attachment(text: str) -> LineKind:
    if is_statement(text) and not is_attachment_list(text):
        return _noted(text) or _bullet(text) or _PLAIN
    if _REFERENCE.match(text):
        if _REFERENCE_LINE.match(text):
            return _PLAIN
        return LineKind(BlockKind.ANNEX_HEADING, evidence=note("It begins with the label of an annex."))
    return LineKind(BlockKind.ATTACHMENT, evidence=note("It begins with a word for what is attached."))


def _titled(text: str) -> LineKind | None:
    label = _TITLE_LABEL.match(text)
    return LineKind(BlockKind.HEADLINE, lead=label.end(), evidence=_LABELLED) if label else None


def _noted(text: str) -> LineKind | None:
    remark = _NOTE.match(text)
    if remark:
        return LineKind(BlockKind.NOTE, lead=remark.end(), evidence=note("It begins with ※, the mark of a remark."))
    starred = _FOOTNOTE.match(text)
    evidence = note("It begins with a star, the mark of a foot-note.")
    return LineKind(BlockKind.FOOTNOTE, lead=starred.end(), evidence=evidence) if starred else None


def _boxed(text: str) -> LineKind | None:
    bare = text.rstrip()
    if is_unit(bare):
        return LineKind(BlockKind.CAPTION, evidence=note("It gives the unit of a table."))
    if _CAPTION.fullmatch(bare) and not _BOX_HEADING.fullmatch(bare):
        return LineKind(BlockKind.CAPTION, evidence=note("It has the form of the title of a table or picture."))
    if _BOX_HEADING.fullmatch(bare) and len(bare) <= _LONGEST_HEADING:
        return LineKind(BlockKind.HEADING, level=2, evidence=note("It stands alone in brackets."))
    return None


def _section(text: str) -> LineKind | None:
    for level, pattern in _SECTIONS:
        match = pattern.match(text)
        if match and len(text) <= _LONGEST_HEADING and not ends_sentence(text):
            return LineKind(BlockKind.HEADING, level=level, evidence=_SECTION_NUMBER)
    return None


def _question(text: str) -> LineKind | None:
    match = _QUESTION.match(text)
    asked = match and text.rstrip(' ”"’').endswith(("?", "요", "까"))
    return LineKind(BlockKind.HEADING, level=2, lead=match.end(), evidence=_ASKED) if match and asked else None


def _bullet(text: str) -> LineKind | None:
    match = _BULLET.match(text)
    if not match or match.end() == len(text):
        return None
    mark = match[1] or match[2]
    level = _LEVELS.get(mark, _CIRCLE_LEVEL if mark in _CIRCLE_LETTERS else _DASH_LEVEL)
    return LineKind(BlockKind.BULLET, level, match.end(), evidence=bullet_evidence(mark, level))
