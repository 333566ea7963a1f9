"""The structure of every real file is what a person saw on its rendered pages (``expected/``, ``expectations.py``)."""

import re
from typing import Any

import pytest

from gui.document.errors import ReadError
from gui.document.release import BlockKind, ColumnRole, Release
from gui.readers.registry import read
from tests.readers.real.expectations import cases, compare, load, real_file, real_release, skips, squeezed

_PAGE_NUMBER = re.compile(r"[-–]\d{1,3}[-–]")


@pytest.fixture(params=cases(), ids=".".join)
def case(request: pytest.FixtureRequest) -> tuple[Release, dict[str, Any], str]:
    """A release that was read, what is expected of it, and its format."""
    stem, fmt = request.param
    return real_release(real_file(stem, fmt)), load(stem), fmt


def test_blocks(case: tuple[Release, dict[str, Any], str]) -> None:
    release, expected, fmt = case
    report = compare(release, expected, fmt)
    assert not report, "\n" + "\n".join(report)


def test_headline(case: tuple[Release, dict[str, Any], str]) -> None:
    release, expected, _ = case
    headline, wanted = squeezed(release.headline or ""), squeezed(expected["headline"])
    if wanted.startswith("?"):
        assert headline in ("", wanted[1:])
    elif wanted.startswith("~"):
        assert wanted[1:] in headline
    else:
        assert headline == wanted


def test_release_line(case: tuple[Release, dict[str, Any], str]) -> None:
    release, expected, _ = case
    wanted = expected["embargo"]
    if wanted is None:
        assert release.embargo is None
    else:
        assert release.embargo is not None
        assert squeezed(release.embargo.text) == squeezed(wanted["text"])
        assert release.embargo.lifts_at is not None
        assert release.embargo.lifts_at.isoformat() == wanted["lifts_at"]
    if expected["distributed"] != "?":
        assert (release.distributed and release.distributed.isoformat()) == expected["distributed"]


def test_people(case: tuple[Release, dict[str, Any], str]) -> None:
    release, expected, fmt = case
    assert len(release.attendees) == expected["attendees"]
    if expected["contacts"] is not None and "contacts" not in skips(expected, fmt):
        assert _contacts(release) == expected["contacts"]


def _contacts(release: Release) -> int:
    """How many names the contact tables hold."""
    return sum(
        bool(cell.whole.strip()) and column < len(table.roles) and table.roles[column] is ColumnRole.NAME
        for table in (block.table for block in release.of_kind(BlockKind.CONTACT_TABLE))
        if table is not None
        for row, column, cell in table.positions()
        if row >= table.header_rows
    )


def test_page_numbers_are_no_text(case: tuple[Release, dict[str, Any], str]) -> None:
    release, expected, fmt = case
    assert not [block for block in release.blocks if _PAGE_NUMBER.fullmatch(squeezed(block.whole))]
    if fmt == "pdf":
        numbers = [aside for aside in release.set_aside if _PAGE_NUMBER.fullmatch(squeezed(aside.text))]
        assert len(numbers) == expected["pages"]


def test_every_block_says_why(case: tuple[Release, dict[str, Any], str]) -> None:
    release, _, _ = case
    assert not [block.kind for block in release.blocks if block.evidence is None]


def test_lost_hangul_is_told() -> None:
    path = real_file("pdf_lost_hangul_fsc_loans", "pdf")
    with pytest.raises(ReadError, match="Hangul"):
        read(path)
