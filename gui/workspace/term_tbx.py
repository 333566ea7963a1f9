"""TBX, the exchange format of termbases (ISO 30042): version 3 in both its styles, and version 2 (``martif``).

Of each concept the Korean terms are taken, each with all the English: the preferred term, others that are right, those
that are deprecated. What a term of ours has no place for (other languages, grammar, cross-references) is counted and
told. Validity and certainty, which TBX-Basic does not know, are written as notes (``daejo:valid-from=2024-05-17``).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from gui.document.errors import Message, ReadError, note
from gui.document.work import Cancelled, Progress
from gui.language.termbase import Term
from gui.memory import markup
from gui.memory.base import Stopped
from gui.workspace.term_rows import tidy

_ROOT = re.compile(rb"<(?:\w+:)?(tbx|martif)[\s>]", re.IGNORECASE)
_CONCEPT = frozenset({"conceptEntry", "termEntry"})
_LANGUAGE = frozenset({"langSec", "langSet"})
_TERM = frozenset({"termSec", "tig", "ntig"})
_GROUPS = frozenset({"termGrp", "descripGrp", "adminGrp", "termNoteGrp", "transacGrp", "langGrp"})
_STATUS = frozenset({"administrativeStatus", "normativeAuthorization"})
_NOTES = frozenset({"note", "definition", "explanation"})
_WRONG = re.compile("(?:deprecated|superseded|obsolete|notRecommended)", re.IGNORECASE)
_PREFERRED = re.compile("(?:preferred|standardi[sz]ed)", re.IGNORECASE)
_OURS = re.compile(r"daejo:(valid-from|valid-to|certainty)=(.+)")
_STEP = 200

_Fact = tuple[str, str]


@dataclass
class TermEntries:
    """The terms of a TBX file, and what could not be taken."""

    terms: list[Term] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    one_sided: int = 0

    def remarks(self) -> list[Message]:
        """What the user should know."""
        found = [note("Left out: {count} × {kind}; terms have no such field.", kind=kind, count=count)
                 for kind, count in self.left.items()]  # fmt: skip
        if self.one_sided:
            text = "Left out: {count} entries without a Korean or without an English term."
            found.append(note(text, count=self.one_sided))
        return found


@dataclass
class _Concept:
    """What is known of a concept: terms with their status by language, and facts of all its levels."""

    korean: list[str] = field(default_factory=list)
    english: list[_Fact] = field(default_factory=list)
    facts: list[_Fact] = field(default_factory=list)


def read_tbx(path: Path, progress: Progress, cancelled: Cancelled) -> TermEntries:
    """The terms of a TBX file.

    Raises:
        OSError: it cannot be read.
        ReadError: it is no TBX, or damaged.
        Stopped: it was cancelled.
    """
    found, size = TermEntries(), path.stat().st_size
    with path.open("rb") as file:
        root = _ROOT.search(file.read(8192).replace(b"\0", b""))
        file.seek(0)
        if root is None:
            raise ReadError("{name} is no termbase in TBX format.", name=path.name)
        try:
            for number, element in enumerate(markup.units(file, root[1].decode(), _CONCEPT)):
                if number % _STEP == 0:
                    if cancelled():
                        raise Stopped
                    progress(file.tell(), size)
                _take(element, found)
        except (etree.XMLSyntaxError, ValueError):
            raise ReadError("{name} is damaged or no TBX file; export it again from where it came.",
                            name=path.name) from None  # fmt: skip
    return found


def _take(element: etree._Element, found: TermEntries) -> None:
    concept = _Concept()
    concept.facts += _facts(element, _LANGUAGE)
    for section in element.iter(*(f"{{*}}{name}" for name in _LANGUAGE)):
        _take_language(section, concept, found)
    if not (concept.korean and concept.english):
        found.one_sided += 1
        return
    found.terms += _terms(concept, found)


def _take_language(section: etree._Element, concept: _Concept, found: TermEntries) -> None:
    language = markup.language(section)
    terms = [part for part in section.iter() if markup.local_name(part) in _TERM]
    if not (markup.is_korean(language) or markup.is_english(language)):
        found.left[f"{language or '?'} term"] += len(terms)
        return
    concept.facts += _facts(section, _TERM)
    for part in terms:
        facts = _facts(part, frozenset())
        words = " ".join(text for kind, text in facts if kind == "term")
        status = next((text for kind, text in facts if kind in _STATUS), "")
        concept.facts += [fact for fact in facts if fact[0] != "term" and fact[0] not in _STATUS]
        if not words:
            continue
        if markup.is_english(language):
            concept.english.append((words, status))
            continue
        concept.korean.append(words)
        if status and not _PREFERRED.match(status):
            found.left[f"ko {status}"] += 1


def _facts(element: etree._Element, below: frozenset[str]) -> list[_Fact]:
    """What is said at one level, as kind and text: the kind is the ``type``, or in the style DCT the element's name."""
    found: list[_Fact] = []
    for child in element:
        name = markup.local_name(child)
        if name in _GROUPS:
            found += _facts(child, below)
        elif name and name not in below:
            text = markup.words(child).strip()
            if text:
                found.append((child.get("type") or name, text))
    return found


def _terms(concept: _Concept, found: TermEntries) -> Iterator[Term]:
    right = [words for words, status in concept.english if not _WRONG.match(status)]
    wrong = [words for words, status in concept.english if _WRONG.match(status)]
    preferred = next((words for words, status in concept.english if _PREFERRED.match(status)), next(iter(right), ""))
    if not preferred:
        found.one_sided += 1
        return
    notes, own = [], {}
    for kind, text in concept.facts:
        match = _OURS.fullmatch(text) if kind == "note" else None
        if match:
            own[match[1]] = match[2]
        elif kind in _NOTES:
            notes.append(text)
        elif kind not in ("subjectField", "source"):
            found.left[kind] += 1
    for korean in dict.fromkeys(concept.korean):
        yield tidy(
            Term(
                korean,
                preferred,
                ", ".join(_texts(concept, "subjectField")),
                tuple(words for words in right if words != preferred),
                tuple(wrong),
                _day(own.get("valid-from", "")),
                _day(own.get("valid-to", "")),
                own.get("certainty", "A"),
                "\n".join(dict.fromkeys(notes)),
                "; ".join(_texts(concept, "source")),
            )
        )


def _texts(concept: _Concept, kind: str) -> Iterable[str]:
    return dict.fromkeys(text for found, text in concept.facts if found == kind)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


# -- writing

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="ko" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Terms exported from Daejo</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_TAIL = "</body></text>\n</tbx>\n"


def write_tbx(file: BinaryIO, terms: Iterable[Term]) -> None:
    """Write TBX-Basic, version 3, style DCA."""
    file.write(_HEAD.encode())
    for number, term in enumerate(terms, 1):
        file.write(etree.tostring(_concept(term, number), encoding="utf-8", pretty_print=True))
    file.write(_TAIL.encode())


def _concept(term: Term, number: int) -> etree._Element:
    concept = etree.Element("conceptEntry", id=f"c{number}")
    if term.domain:
        _child(concept, "descrip", term.domain, "subjectField")
    if term.source:
        _child(concept, "admin", term.source, "source")
    for text in filter(None, (term.note, *_own_notes(term))):
        _child(concept, "note", text)
    _add_terms(concept, "ko", [(term.korean, "preferredTerm-admn-sts")])
    english = [(term.english, "preferredTerm-admn-sts")]
    english += [(words, "admittedTerm-admn-sts") for words in term.accepted]
    english += [(words, "deprecatedTerm-admn-sts") for words in term.forbidden]
    _add_terms(concept, "en", english)
    return concept


def _own_notes(term: Term) -> Iterator[str]:
    if term.valid_from:
        yield f"daejo:valid-from={term.valid_from.isoformat()}"
    if term.valid_to:
        yield f"daejo:valid-to={term.valid_to.isoformat()}"
    if term.certainty != "A":
        yield f"daejo:certainty={term.certainty}"


def _add_terms(concept: etree._Element, language: str, terms: Iterable[_Fact]) -> None:
    section = _child(concept, "langSec")
    section.set(markup.LANG, language)
    for words, status in terms:
        part = _child(section, "termSec")
        _child(part, "term", words)
        _child(part, "termNote", status, "administrativeStatus")


def _child(parent: etree._Element, name: str, text: str = "", kind: str = "") -> etree._Element:
    child = etree.SubElement(parent, name)
    if kind:
        child.set("type", kind)
    child.text = text or None
    return child
