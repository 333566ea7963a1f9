"""English spelling and the grammar of short phrases: an adapter for Harper, which works without a network.

Harper reads about a thousand sentences a second, too slowly to follow typing in a long release, and words come again
and again. So it is asked once for each word and for each phrase that can be judged by itself (``an university``,
``could of``, ``21th``), all new ones of a project in one call. Its linter takes half a second to make and is not
thread-safe, so there is one, made when first needed and guarded by a lock.
"""

import re
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gui import assets
from gui.language.names import surnames
from gui.language.similarity import deletions, distance, one_slip
from gui.language.termbase import Termbase, per_termbase

if TYPE_CHECKING:
    from harper import Linter

_RULES = frozenset({"SpellCheck", "AnA", "AnAnother", "CorrectNumberSuffix", "DoubleModal", "ModalOf"})
_PIECE = re.compile(
    r"(?<![\w'’&-])(?:(?P<word>[a-z]{4,})(?![\w&-]|['’](?!s\b))"
    r"|(?P<phrase>[Aa]n? [a-z][a-z-]{2,}|\d+(?:st|nd|rd|th)"
    r"|(?:could|would|should|must|might|may|can) (?:of|can|could|will|would|must))\b)"
)
"""What is judged by itself. Words with a capital are names; shorter ones, or with a hyphen, pieces of names."""

_GAP = ".\n\n"
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

    _lock = threading.Lock()
    """One for all: where the termbase changes, the proofreader before may still be at work with the one linter."""

    def __init__(self) -> None:
        self._slips: dict[str, tuple[Slip, ...]] = {}
        self._read: set[str] = set()

    def slips(self, text: str, others: Iterable[str] = ()) -> tuple[Slip, ...]:
        """The mistakes in ``text``.

        Args:
            text: English text.
            others: Texts that will be asked for next. If ``text`` is new, all that are new are read together.
        """
        with self._lock:
            if text not in self._read:
                self._learn([text, *(other for other in others if other not in self._read)])
            return tuple(self._in_text(text))

    def prepare(self) -> None:
        """Makes the linter, so that the first text has not to wait for it."""
        with self._lock:
            _linter()

    def _learn(self, texts: list[str]) -> None:
        self._read.update(texts)
        pieces = (piece for text in texts for _, piece in _pieces(text))
        new = [piece for piece in dict.fromkeys(pieces) if piece not in self._slips]
        self._slips.update((piece, ()) for piece in new)
        for piece, slip in _judged(new):
            self._slips[piece] += (slip,)

    def _in_text(self, text: str) -> Iterator[Slip]:
        for start, piece in _pieces(text):
            for slip in self._slips[piece]:
                yield replace(slip, start=start + slip.start, end=start + slip.end)


@per_termbase()
def proofreader() -> Proofreader:
    """The one proofreader."""
    return Proofreader()


@per_termbase()
def prepare_proofreader() -> threading.Thread:
    """Has the linter made on a thread of its own, once; other work goes on meanwhile, as it holds no lock of Python."""
    thread = threading.Thread(target=proofreader().prepare, name="proofreader")
    thread.start()
    return thread


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    position = 0
    while match := _PIECE.search(text, position):
        yield match.start(), match[0]
        position = match.end() if match["word"] else match.start() + 1


def _judged(pieces: list[str]) -> Iterator[tuple[str, Slip]]:
    """The mistakes of several pieces, each with its piece; spans in the piece."""
    if not pieces:
        return
    starts, position = [], 0
    for piece in pieces:
        starts.append(position)
        position += len(piece) + len(_GAP)
    lints = _linter().lint(_GAP.join(pieces), language="plaintext")
    for lint in lints:
        number = bisect_right(starts, lint.span.start) - 1
        piece, start, end = pieces[number], lint.span.start - starts[number], lint.span.end - starts[number]
        is_word = " " not in piece
        if end <= len(piece) and (lint.lint_kind == "Spelling") is (is_word and piece.isalpha()):
            words = tuple(one.replacement_text for one in lint.suggestions if one.replacement_text)
            yield piece, Slip(start, end, words, is_word and piece.isalpha(), lint.message)


@per_termbase()
def known_english() -> frozenset[str]:
    """The words of the English side of our data: names of bodies, companies, universities, careers and families."""
    texts = [wording for term in Termbase.load() for wording in (term.english, *term.accepted)]
    for name in ("organisations.tsv", "careers.tsv"):
        texts += [row["en"] for row in assets.rows("language", name)]
    texts += [spelling for surname in surnames().values() for spelling in surname.spellings]
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text))


@per_termbase(maxsize=20_000)
def meant_name(word: str) -> str | None:
    """The word of our own data that a word with a capital is one slip away from: ``Ministry`` for ``Minstry``.

    None for a word that is known itself, or that is English.
    """
    if word in known_english() or len(word) < _SHORTEST_NAME:
        return None
    near = (known for key in deletions(word, 1) for known in _by_deletion().get(key, ()))
    meant = next((known for known in near if one_slip(word, known) and distance(word, known, 1) == 1), None)
    return meant if meant and not _is_english(word) else None


def _is_english(word: str) -> bool:
    """Whether Harper knows the word, in small letters or with a capital (Israeli)."""
    lower = word.lower()
    return not any(
        lower not in map(str.casefold, slip.replacements) for slip in proofreader().slips(lower) if slip.spelling
    )


@per_termbase()
def _by_deletion() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(known_english()):
        for key in deletions(word, 1) if len(word) >= _SHORTEST_NAME and word.istitle() else ():
            found[key] = (*found.get(key, ()), word)
    return found


@per_termbase()
def _linter() -> "Linter":
    from harper import Linter  # a tenth of a second and ten megabytes that many runs need not spend

    linter = Linter()
    linter.set_lint_config({name: name in _RULES for name in linter.get_default_lint_config()})
    linter.import_words(sorted(known_english()))
    return linter
