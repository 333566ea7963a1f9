"""Real releases opened in a session, for the tests of everything that stands in the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.bridge.session import Session
from gui.document.edit import TargetEdit
from gui.document.project import EMBARGO_LIFTED
from gui.document.release import BlockKind
from gui.document.segment import Origin, OriginKind, Segment, State, Translation, Unit
from gui.workspace import opening, samples

REAL = "2023-04-28_korea-us-cluster-round-table.md"


def sample_copy(folder: Path) -> Path:
    """The sample release with its translation memory, copied to ``folder``."""
    for path in samples.sample_release().parent.glob("ocean-*"):
        shutil.copy(path, folder)
    return folder / samples.sample_release().name


def open_session(path: Path) -> Session:
    return Session(opening.open_path(path))


def close_session(session: Session) -> None:
    session.opened.close(discard=True)
    session.deleteLater()


def english_of(segment: Segment) -> str:
    """Made-up English of believable length."""
    words = max(1, len(segment.source.text) // 4)
    return " ".join(["Draft", *["text"] * words]) + "."


def draft_edits(session: Session) -> list[TargetEdit]:
    """A machine's draft of everything that has Korean."""
    origin = Origin(OriginKind.MACHINE, "loopback")
    return [
        TargetEdit(item.key, item.translation, Translation(english_of(item), State.DRAFT, origin))
        for item in session.segments()
        if item.source.text.strip()
    ]


def draft(session: Session) -> None:
    """Draft everything, as one undo step."""
    session.push("Draft", draft_edits(session))


def lift_embargo(session: Session) -> None:
    session.set_property("Embargo", EMBARGO_LIFTED, True)


def units_of(session: Session, kind: BlockKind) -> list[Unit]:
    return [unit for unit in session.project.snapshot().units if unit.block.kind is kind]


def paragraph(session: Session) -> Unit:
    """A paragraph of at least two sentences."""
    return next(unit for unit in units_of(session, BlockKind.PARAGRAPH) if len(unit.segments) > 1)


def table(session: Session) -> Unit:
    return units_of(session, BlockKind.ATTENDEE_TABLE)[0]


def texts(session: Session) -> list[str]:
    return [segment.target for segment in session.segments()]


def segment_with(session: Session, words: str) -> Segment:
    return next(segment for segment in session.segments() if words in segment.source.text)


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    """The sample, without any English yet."""
    opened = open_session(sample_copy(tmp_path))
    yield opened
    close_session(opened)


@pytest.fixture
def drafted(session: Session) -> Session:
    """The sample with the draft of the embedded engine."""
    draft(session)
    return session


@pytest.fixture
def real(shared: Path, tmp_path: Path, qapp: object) -> Iterator[Session]:
    """The real release beside the checkout."""
    opened = open_session(Path(shutil.copy(shared / "releases" / REAL, tmp_path)))
    yield opened
    close_session(opened)
