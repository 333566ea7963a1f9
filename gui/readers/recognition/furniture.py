"""Page furniture: what stands on a page but is no part of the release, set aside before anything else is looked at."""

import re
from collections.abc import Iterable
from dataclasses import replace

from gui.document.release import Aside
from gui.readers.asides import PAGE_NUMBER, TOO_SMALL
from gui.readers.raw import Gap, Raw, RawAside, RawLine, RawPicture, RawTable
from gui.readers.recognition.line_kinds import classify

_UNREADABLE = 2.5
"""Points: letters of this size hold something in place; nobody can read them."""

_TINY = 5.0
"""Points: letters of this size are read only if there are words of them."""


def set_apart(raws: Iterable[Raw]) -> tuple[list[RawLine | RawTable | RawPicture], list[Aside]]:
    """The raws of the release, and the text that is none of it, each in the order of the file.

    A page number leaves a trace: the line after it is known to begin a page.
    """
    kept: list[RawLine | RawTable | RawPicture] = []
    asides: list[Aside] = []
    turned = False
    for raw in raws:
        if isinstance(raw, RawAside):
            asides.append(Aside(raw.text, raw.reason))
        elif isinstance(raw, RawLine) and _is_page_number(raw):
            asides.append(Aside(raw.text.text, PAGE_NUMBER))
            turned = True
        elif isinstance(raw, RawLine) and _is_stray(raw):
            asides.append(Aside(raw.text.text, TOO_SMALL))
        else:
            kept.append(_after_page(raw) if turned else raw)
            turned = False
    return kept, asides


def _is_page_number(line: RawLine) -> bool:
    return not line.box and classify(line.text.text).page_number


def _is_stray(line: RawLine) -> bool:
    if not line.size or line.size > _TINY:
        return False
    return line.size <= _UNREADABLE or not re.search(r"\w", line.text.text)


def _after_page(raw: RawLine | RawTable | RawPicture) -> RawLine | RawTable | RawPicture:
    return replace(raw, gap=Gap.PARAGRAPH, page_start=True) if isinstance(raw, RawLine) else raw
