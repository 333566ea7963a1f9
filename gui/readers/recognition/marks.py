"""The marks at both ends of a heading or caption: brackets, section numbers."""

import re

_SECTION_LEAD = re.compile(r"(?:\d{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4}|[가나다라마바사아자차카타파하])\s*\.\s*")
_BRACKETS = re.compile(r"([\[【‹〈《≪<＜(]\s*)(?=\S).*?(\s*[\]】›〉》≫>＞)])", re.DOTALL)
_LONGEST_BRACKETED = 400


def heading_marks(text: str) -> tuple[str, str]:
    """The lead and tail of a heading: its section number, or the brackets around it."""
    section = _SECTION_LEAD.match(text)
    return (section[0], "") if section and section.end() < len(text) else bracket_marks(text)


def bracket_marks(text: str) -> tuple[str, str]:
    """The brackets around a text with the spaces inside them; both empty if there are none."""
    match = _BRACKETS.fullmatch(text) if len(text) <= _LONGEST_BRACKETED else None
    return (match[1], match[2]) if match else ("", "")
