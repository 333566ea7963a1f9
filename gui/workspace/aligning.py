"""Aligning an old release with its published English, to correct by hand and keep in memory."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from gui.document.errors import ProjectError
from gui.document.project import Snapshot
from gui.memory.align import Bead, align
from gui.memory.english_sentences import english_sentences
from gui.memory.pair import TranslationUnit
from gui.workspace.reading import read_project, read_release

__all__ = ["Alignment", "Bead", "align_files", "align_release"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts side by side.

    Attributes:
        name: the file of the Korean release.
        korean: its segments.
        english: the sentences of the English.
        beads: what translates what, in order; each segment of either side stands in one.
    """

    name: str
    korean: tuple[str, ...]
    english: tuple[str, ...]
    beads: tuple[Bead, ...]

    def texts(self, bead: Bead) -> tuple[str, str]:
        """The Korean and the English of a bead; either may be empty."""
        return " ".join(self.korean[slice(*bead.korean)]), " ".join(self.english[slice(*bead.english)])

    def joined(self, at: int) -> "Alignment":
        """With the bead ``at`` and the next one made one, as a person wants it.

        Raises:
            ProjectError: there is no next one.
        """
        if not 0 <= at < len(self.beads) - 1:
            raise ProjectError("There is no pair below this one to join it with.")
        one, other = self.beads[at : at + 2]
        bead = Bead((one.korean[0], other.korean[1]), (one.english[0], other.english[1]), 1.0)
        return replace(self, beads=(*self.beads[:at], bead, *self.beads[at + 2 :]))

    def cut(self, at: int, korean: int, english: int) -> "Alignment":
        """With the bead ``at`` cut in two, before the segments with these numbers, as a person wants it.

        Raises:
            ProjectError: that leaves one half empty.
        """
        bead = self.beads[at]
        halves = (
            Bead((bead.korean[0], korean), (bead.english[0], english), 1.0),
            Bead((korean, bead.korean[1]), (english, bead.english[1]), 1.0),
        )
        inside = bead.korean[0] <= korean <= bead.korean[1] and bead.english[0] <= english <= bead.english[1]
        if not inside or any(
            half.korean[0] == half.korean[1] and half.english[0] == half.english[1] for half in halves
        ):
            raise ProjectError("Put the cut between two sentences of the pair.")
        return replace(self, beads=(*self.beads[:at], *halves, *self.beads[at + 1 :]))

    def moved(self, at: int, *, korean: bool, down: bool) -> "Alignment":
        """With the last segment of a side given to the bead below, or the first one to the bead above.

        Raises:
            ProjectError: there is no such segment, or no bead on that side.
        """
        bead, other = self.beads[at], at + 1 if down else at - 1
        span = bead.korean if korean else bead.english
        if span[0] == span[1] or not 0 <= other < len(self.beads):
            raise ProjectError("There is nothing here to move that way.")
        cut = span[1] - 1 if down else span[0] + 1
        first, second = sorted((at, other))
        upper, lower = self.beads[first], self.beads[second]
        if korean:
            halves = (upper.korean[0], cut), upper.english, (cut, lower.korean[1]), lower.english
        else:
            halves = upper.korean, (upper.english[0], cut), lower.korean, (cut, lower.english[1])
        pair = (Bead(halves[0], halves[1], 1.0), Bead(halves[2], halves[3], 1.0))
        left = tuple(half for half in pair if half.korean[0] < half.korean[1] or half.english[0] < half.english[1])
        return replace(self, beads=(*self.beads[:first], *left, *self.beads[second + 1 :]))

    def units(self, chosen: Collection[int] | None = None, user: str = "") -> Iterator[TranslationUnit]:
        """The pairs as units for a memory, with their neighbours: of these beads, by number, or of all."""
        now = datetime.now(UTC).replace(microsecond=0)
        texts = [("", ""), *(self.texts(bead) for bead in self.beads), ("", "")]
        for number, bead in enumerate(self.beads, 1):
            if bead.is_pair and (chosen is None or number - 1 in chosen):
                source, target = texts[number]
                before, after = texts[number - 1][0], texts[number + 1][0]
                # without a date of creation, which would make the same pair another one when it is added again
                yield TranslationUnit(source, target, before, after, changed=now, author=user, project=self.name)


def align_files(korean: Path, english: Path) -> Alignment:
    """Align a Korean release with its English; both may have any format that releases have.

    Raises:
        ReadError: one of the files cannot be read.
        ProjectError: one of them holds no text.
    """
    return align_release(read_project(korean).snapshot(), english)


def align_release(korean: Snapshot, english: Path) -> Alignment:
    """Align a release that is open with its English.

    Raises:
        ReadError: the English cannot be read.
        ProjectError: one of them holds no text.
    """
    sources = tuple(segment.source.text for segment in korean.segments())
    targets = tuple(_sentences(english))
    for name, texts in ((korean.release.name, sources), (english.name, targets)):
        if not any(texts):
            raise ProjectError("{name} holds no text to align.", name=name)
    return Alignment(korean.release.name, sources, targets, align(sources, targets))


def _sentences(path: Path) -> Iterator[str]:
    """The sentences of an English document: each line or cell is split by itself."""
    for block in read_release(path).blocks:
        for line in block.whole.replace("\t", "\n").splitlines():
            yield from english_sentences(line)
