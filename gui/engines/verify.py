"""Whether an answer can be a translation at all.

Services send error pages, quota warnings, the source itself or half a sentence with status 200. These rules only catch
what no translation looks like; whether it is a good one is for the checks and the person.
"""

import re
from enum import StrEnum

from gui.language import sentences


class Fault(StrEnum):
    """Why a segment gets no English."""

    EMPTY = "empty"
    SERVICE = "service message"
    ECHO = "echo"
    KOREAN = "Korean left"
    LENGTH = "length"
    TRUNCATED = "truncated"
    TOO_LONG = "too long to send"


_SERVICE = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|QUERY LENGTH LIMIT EXCE|INVALID LANGUAGE PAIR"
    r"|INVALID (?:SOURCE|TARGET) LANGUAGE|INVALID EMAIL PROVIDED|NO QUERY SPECIFIED|SELECT TWO DISTINCT LANGUAGES"
    r"|^\W*(?:HTTP )?(?:Error )?[45]\d\d\W{1,3}(?:Server Error|Bad Gate|Service |Gateway |Internal |Too Many|Forbidden)"
    r"|That.s an error\. ?(?:The server|Please|There)|^\W*(?:Internal Server Error|Too many requests|Bad Gateway)\b"
    r"|Our systems have detected unusual traffic|Before you continue to Google"
    r"|^\s*<(?:!doctype|html|head|body)\b",
    re.IGNORECASE,
)
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
_UNFINISHED = ("...", "…")
_CLOSERS = " \"'”’˝»)]"

_SHORTEST, _LONGEST = 0.4, 4.0
"""Visible English characters for each unit of Korean (a syllable is 2 units, any other character 1).

Measured on 1,000 sentence pairs of news: median 1.15, 1 % below 0.45 (all of them cut short), 0.4 % above 4.
"""

_ALLOWANCE = 40
"""Characters on top: names of offices grow in translation (``산업부`` has 3 syllables, its English name 38 letters)."""

_JUDGEABLE = 20
"""Units of Korean below which a short or open answer says nothing (``업무협약`` is "MOU")."""


def fault(source: str, answer: str) -> Fault | None:
    """What is wrong with ``answer`` as the English of the Korean ``source``; ``None`` if it may pass."""
    answer = answer.strip()
    if not any(character.isalnum() for character in answer):
        return Fault.EMPTY
    if _SERVICE.search(answer):
        return Fault.SERVICE
    if _bare(answer) == _bare(source):
        return Fault.ECHO
    if _HANGUL.search(answer):
        return Fault.KOREAN
    return _fault_of_size(source, answer)


def _fault_of_size(source: str, answer: str) -> Fault | None:
    units = sum(2 if _HANGUL.match(character) else 1 for character in source if not character.isspace())
    letters = sum(not character.isspace() for character in answer)
    if letters > _LONGEST * units + _ALLOWANCE:
        return Fault.LENGTH
    if units < _JUDGEABLE:
        return None
    return Fault.TRUNCATED if letters < _SHORTEST * units or _breaks_off(source, answer) else None


def _breaks_off(source: str, answer: str) -> bool:
    """Whether the Korean is a finished sentence and the English is not."""
    end = answer.rstrip(_CLOSERS)
    if end.endswith(_UNFINISHED):
        return not source.rstrip(_CLOSERS).endswith(_UNFINISHED)
    return sentences.ends_sentence(source) and not end.endswith((".", "?", "!", ":", ";"))


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
