"""English spelling and grammar: an adapter for Harper, which works without a network.

Harper's linter takes half a second to make and is not thread-safe, so there is one, made when first needed and guarded
by a lock. Each call costs as much as many sentences, so texts are read in bundles and remembered. Of its rules we use
those that find mistakes; style is the matter of our own checks.
"""

import csv
import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gui import assets
from gui.language.names import surnames
from gui.language.similarity import deletions, distance, one_slip
from gui.language.termbase import Termbase

if TYPE_CHECKING:
    from harper import Linter

_RULES = frozenset({
    "SpellCheck", "AnA", "AnAnother", "AdjectiveDoubleDegree", "CorrectNumberSuffix", "CommitmentTo", "ComprisesOf",
    "DespiteOf", "DoubleModal", "DoubleNegative", "HaveNegNoAny", "InflectedVerbAfterTo", "ItsContraction",
    "ItsPossessive", "MissingPreposition", "MissingTo", "ModalOf", "NounVerbConfusion",
    "PronounVerbAgreement", "QuantifierNeedsOf", "TheirToThere", "ThenThan",
    "ThereIsAgreement", "ThereToTheir",
})  # fmt: skip

_BUNDLE = 200
"""Texts in one call."""

_REMEMBERED = 30_000
"""Texts whose findings are kept."""

_GAP = "\n\n"

_SHORTEST_NAME = 6
"""Letters of a name; shorter ones are too easily alike."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake in an English text: where, the words in place of it (best first), and whether it is one of spelling.

    ``remark`` is Harper's own sentence, in English.
    """

    start: int
    end: int
    replacements: tuple[str, ...]
    spelling: bool
    remark: str


class Proofreader:
    """Reads English texts and remembers what it found. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: dict[str, tuple[Slip, ...]] = {}

    def slips(self, text: str, others: Iterable[str] = ()) -> tuple[Slip, ...]:
        """The mistakes in ``text``.

        Args:
            text: English text.
            others: Texts that will be asked for next. If ``text`` is new, all that are new are read together.
        """
        with self._lock:
            if text not in self._found:
                if len(self._found) > _REMEMBERED:
                    self._found.clear()
                self._read(dict.fromkeys((text, *(other for other in others if other not in self._found))))
            return self._found[text]

    def _read(self, texts: Iterable[str]) -> None:
        waiting = list(texts)
        for start in range(0, len(waiting), _BUNDLE):
            bundle = waiting[start : start + _BUNDLE]
            self._found.update((text, ()) for text in bundle)
            for text, slip in _of_bundle(bundle):
                self._found[text] += (slip,)


@cache
def proofreader() -> Proofreader:
    """The one proofreader."""
    return Proofreader()


def _of_bundle(texts: list[str]) -> Iterator[tuple[str, Slip]]:
    """The mistakes of several texts, each with its text; spans in the text."""
    clean = [_clean(text) for text in texts]
    starts, position = [], 0
    for text in clean:
        starts.append(position)
        position += len(text) + len(_GAP)
    number = 0
    lints = sorted(_linter().lint(_GAP.join(clean), language="plaintext"), key=lambda lint: lint.span.start)
    for lint in lints:
        while number + 1 < len(starts) and starts[number + 1] <= lint.span.start:
            number += 1
        start, end = lint.span.start - starts[number], lint.span.end - starts[number]
        if end <= len(texts[number]):
            words = tuple(one.replacement_text for one in lint.suggestions if one.replacement_text)
            yield texts[number], Slip(start, end, words, lint.lint_kind == "Spelling", lint.message)


_NAME = re.compile(r"(?<=[a-z0-9,;:”’)&-] )[“‘(]?[A-Z][\w&]{2,}(?:-\w+)*")
_NO_SPACE = {ord(mark): " " for mark in "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}


def _clean(text: str) -> str:
    """A text as Harper can take it, of the same length: no line breaks, no half characters, placeholders for names.

    Harper looks long for what an unknown name might be a slip for; slips in names are found by :func:`meant_name`.
    """
    one_line = text.translate(_NO_SPACE).encode("utf-8", "replace").decode("utf-8")
    return _NAME.sub(_placeholder, one_line)


def _placeholder(match: re.Match[str]) -> str:
    """A name that goes with the article before it: nobody but its bearer knows how a name begins (an NGO)."""
    return ("Ann" if match.string[: match.start()].endswith("an ") else "Tom").rjust(len(match[0]))


@cache
def known_english() -> frozenset[str]:
    """The words of the English side of our data: names of bodies, companies, universities, careers and families."""
    texts = [wording for term in Termbase.load() for wording in (term.english, *term.accepted)]
    for name in ("organisations.tsv", "careers.tsv"):
        with assets.path("language", name).open(encoding="utf-8", newline="") as file:
            texts += [row["en"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    texts += [spelling for surname in surnames().values() for spelling in surname.spellings]
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text))


def meant_name(word: str) -> str | None:
    """The word of our own data that a word with a capital is one slip away from: ``Ministry`` for ``Minstry``.

    None for a word that is known itself, or that is English.
    """
    if word in known_english() or len(word) < _SHORTEST_NAME:
        return None
    near = (known for key in deletions(word, 1) for known in _by_deletion().get(key, ()))
    meant = next((known for known in near if one_slip(word, known) and distance(word, known, 1) == 1), None)
    return meant if meant and any(slip.spelling for slip in proofreader().slips(word)) else None


@cache
def _by_deletion() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(known_english()):
        for key in deletions(word, 1) if len(word) >= _SHORTEST_NAME and word.istitle() else ():
            found[key] = (*found.get(key, ()), word)
    return found


@cache
def _linter() -> "Linter":
    from harper import Linter  # a tenth of a second and ten megabytes that many runs need not spend

    linter = Linter()
    linter.set_lint_config({name: name in _RULES for name in linter.get_default_lint_config()})
    linter.import_words(sorted(known_english()))
    return linter
