"""Inline formatting of Markdown and HTML: emphasis, tags and character references become marks over plain text.

One pass over the text and no backtracking, so that a line of any length takes time in proportion to it. Stars are read
as emphasis only where they clearly enclose something: releases are full of foot-note stars.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from gui.document.richtext import Mark, RichText, Style

_STYLES = {"b": Style.BOLD, "strong": Style.BOLD, "i": Style.ITALIC, "em": Style.ITALIC, "u": Style.UNDERLINE}
_DELIMITERS = {"***": (Style.BOLD, Style.ITALIC), "**": (Style.BOLD,), "__": (Style.BOLD,), "*": (Style.ITALIC,)}
BLOCK_TAGS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article"}
    | {"header", "footer", "figure", "figcaption", "dl", "dt", "dd", "pre", "center"}
)
TABLE_TAGS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"})
_OTHER_TAGS = frozenset(
    {
        "span",
        "font",
        "a",
        "img",
        "s",
        "del",
        "ins",
        "sub",
        "sup",
        "small",
        "big",
        "mark",
        "code",
        "html",
        "body",
        "head",
    }
    | {"meta", "main", "label", "nobr", "tt", "wbr", "title", "link"}
)
_PARTING_TAGS = BLOCK_TAGS | TABLE_TAGS
"""Words on either side of these are apart."""

KNOWN_TAGS = _PARTING_TAGS | _OTHER_TAGS | frozenset(_STYLES)
"""Anything else between angle brackets is text: ``<끝>``, ``<the Boston area>``."""

ATTRIBUTES = r"(?:\s[^<>]*=[^<>]*|\s+(?:nowrap|noshade|compact|hidden|open))?\s*/?"
"""What may stand between the name of a tag and its end. ``<a@b.kr>`` and ``<big data 산업>`` are text."""

TAG = re.compile(rf"<(?P<close>/?)(?P<tag>{'|'.join(sorted(KNOWN_TAGS))}){ATTRIBUTES}>", re.IGNORECASE)
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TOKEN = re.compile(
    rf"{TAG.pattern}|(?P<reference>{REFERENCE.pattern})|\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<stars>\*+|__+)",
    re.IGNORECASE,
)
_ITEM_END = re.compile(rf"</?(?:li|br|p|div|ul|ol|dt|dd|tr|h[1-6]){ATTRIBUTES}>|\n", re.IGNORECASE)
_BEFORE_SINGLE = re.compile(r"[\s(\[\"'‘“「<,·:]")


@dataclass(slots=True)
class _Builder:
    """Text and marks as they grow; ``open`` holds where each style began, tags and delimiters alike."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    open: dict[str, list[int]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def begin(self, name: str) -> None:
        self.open.setdefault(name, []).append(self.length)

    def end(self, name: str, styles: tuple[Style, ...]) -> None:
        starts = self.open.get(name)
        start = starts.pop() if starts else self.length
        if start < self.length:
            self.marks += [Mark(start, self.length, style) for style in styles]

    def finish(self) -> RichText:
        for name, style in _STYLES.items():
            while self.open.get(name):
                self.end(name, (style,))
        return RichText("".join(self.parts), tuple(sorted(self.marks, key=lambda mark: (mark.start, mark.end))))


def rich(text: str) -> RichText:
    """One line of Markdown with inline HTML as text with marks. Tags that are no formatting are left out."""
    paired = _paired_delimiters(text)
    builder = _Builder()
    position = 0
    for match in _TOKEN.finditer(text):
        builder.add(text[position : match.start()])
        _apply(builder, match, paired)
        position = match.end()
    builder.add(text[position:])
    return builder.finish()


def _apply(builder: _Builder, match: re.Match[str], paired: dict[int, bool]) -> None:
    if match["stars"]:
        _apply_stars(builder, match, paired)
    elif match["reference"]:
        builder.add(_one_line(html.unescape(match["reference"])))
    elif match["escaped"]:
        builder.add(match["escaped"])
    elif (style := _STYLES.get(match["tag"].lower())) is not None:
        name = match["tag"].lower()
        if match["close"]:
            builder.end(name, (style,))
        else:
            builder.begin(name)
    elif match["tag"].lower() in _PARTING_TAGS:
        builder.add(" ")


def _apply_stars(builder: _Builder, match: re.Match[str], paired: dict[int, bool]) -> None:
    opens = paired.get(match.start())
    if opens is None:
        builder.add(match["stars"])
    elif opens:
        builder.begin(match["stars"])
    else:
        builder.end(match["stars"], _DELIMITERS[match["stars"]])


def _one_line(text: str) -> str:
    return "".join(" " if character in "\n\r\v\f\x85\u2028\u2029" else character for character in text)


def _paired_delimiters(text: str) -> dict[int, bool]:
    """The delimiters that enclose something: the place of each, and whether it opens."""
    waiting: dict[str, int] = {}
    paired: dict[int, bool] = {}
    for match in _TOKEN.finditer(text):
        stars = match["stars"]
        if stars not in _DELIMITERS:
            continue
        if stars in waiting and _may_close(text, match):
            paired[waiting.pop(stars)] = True
            paired[match.start()] = False
        elif _may_open(text, match):
            waiting[stars] = match.start()
    return paired


def _may_open(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 1]
    if not after or after.isspace():
        return False
    if match["stars"] == "__":
        return match.start() == 0 or not text[match.start() - 1].isalnum()
    return len(match["stars"]) > 1 or match.start() == 0 or bool(_BEFORE_SINGLE.match(text[match.start() - 1]))


def _may_close(text: str, match: re.Match[str]) -> bool:
    inside_word = match["stars"] == "__" and text[match.end() : match.end() + 1].isalnum()
    return match.start() > 0 and not text[match.start() - 1].isspace() and not inside_word


def items(text: str) -> Iterator[RichText]:
    """The lines and list items of a table cell, blank ones left out, marks kept across them."""
    whole = rich(_ITEM_END.sub("\n", text))
    lines = whole.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    marks: list[list[Mark]] = [[] for _ in lines]
    for mark in whole.marks:
        for number in range(bisect_right(starts, mark.start) - 1, bisect_left(starts, mark.end)):
            begin, end = max(0, mark.start - starts[number]), min(len(lines[number]), mark.end - starts[number])
            if begin < end:
                marks[number].append(Mark(begin, end, mark.style))
    for line, on_line in zip(lines, marks, strict=True):
        item = RichText(line, tuple(on_line)).strip()
        if item.text:
            yield item
