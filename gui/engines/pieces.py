"""What of a segment is sent: never its bullets and marks, nothing without Korean, and no more than fits a request."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gui.language import sentences

Fits = Callable[[str], bool]
"""Whether a text can go in one request."""

_LEAD = re.compile(
    r"\s*(?:(?:[□■◇◆◈○◯●◎❍◦△▲▽▼▷▶☐☑✓★☆※❖·•∙‧▪▫⦁➜➤➔⇒→⇨↳☞①-⑳❶-❿➊-➓]+|[*＊]+|ㅇ(?![ㄱ-ㅣ가-힣])|[o\-–—](?=\s))\s*)+"
)
_KOREAN = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\u3400-\u9fff]")
"""Hangul and the Chinese characters of Korean texts (``韓``, ``美``)."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The marks that a segment begins with, and the texts to send for the rest of it."""

    lead: str
    pieces: tuple[str, ...]

    def joined(self, answers: Iterable[str]) -> str:
        """The English of the segment from the answers to its pieces."""
        return self.lead + " ".join(answer.strip() for answer in answers)


def prepare(source: str, fits: Fits) -> Prepared | None:
    """The pieces of a segment in order; ``None`` if there is nothing in it to translate.

    Line ends become spaces, since deep-translator joins lines without one. A piece is as many sentences as fit; a
    single sentence that does not fit is a piece all the same, for half sentences come back as nonsense.
    """
    match = _LEAD.match(source)
    lead = match[0] if match else ""
    rest = source[len(lead) :]
    if not _KOREAN.search(rest):
        return None
    return Prepared(lead.lstrip(), tuple(_packed(rest, fits)))


def _packed(text: str, fits: Fits) -> Iterable[str]:
    whole = _one_line(text)
    if fits(whole):
        return [whole]
    pieces: list[str] = []
    for start, end in sentences.split(text):
        sentence = _one_line(text[start:end])
        longer = f"{pieces[-1]} {sentence}" if pieces else sentence
        if pieces and fits(longer):
            pieces[-1] = longer
        else:
            pieces.append(sentence)
    return pieces


def _one_line(text: str) -> str:
    return " ".join(text.split())
