"""The real release comes out whole."""

import html
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gui.document.release import BlockKind, Release
from gui.document.richtext import Style
from gui.readers.registry import read

RELEASE = Path(__file__).parents[3].parent / "shared" / "releases" / "2023-04-28_korea-us-cluster-round-table.md"


@pytest.fixture(scope="module")
def release() -> Release:
    if not RELEASE.exists():
        pytest.skip(f"{RELEASE.name} is not on this machine")
    return read(RELEASE)


def visible(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def test_every_visible_character_is_in_the_model(release: Release) -> None:
    source = RELEASE.read_text(encoding="utf-8")
    bare = html.unescape(re.sub(r"</?(?:b|ul|li)\b[^>]*>|^#+ ", "", source, flags=re.MULTILINE))
    assert visible("".join(block.whole for block in release.blocks)) == visible(bare)


def test_counts(release: Release) -> None:
    counts = Counter(block.kind for block in release.blocks)
    assert counts == {
        BlockKind.SLOGAN: 2,
        BlockKind.EMBARGO: 1,
        BlockKind.DISTRIBUTION: 1,
        BlockKind.HEADLINE: 1,
        BlockKind.SUBHEADLINE: 1,
        BlockKind.PARAGRAPH: 7,
        BlockKind.NOTE: 2,
        BlockKind.END_MARK: 1,
        BlockKind.ANNEX_HEADING: 2,
        BlockKind.ATTENDEE_TABLE: 1,
    }


def test_release_line(release: Release) -> None:
    assert release.embargo is not None
    assert release.embargo.text == "행사 종료 이후 보도 가능(대외협력비서관실 별도 공지)"
    assert release.embargo.lifts_at is None
    assert release.distributed == date(2023, 4, 28)


def test_subheadline_is_one(release: Release) -> None:
    (subheadline,) = release.of_kind(BlockKind.SUBHEADLINE)
    assert (subheadline.lead, subheadline.tail) == ("- ", " -")
    assert subheadline.content.text.startswith("보스턴 「한-미")
    assert subheadline.content.text.endswith("첨단 분야 미국 과학기술 역량과 한국 제조생산 역량 결합 강조")


def test_broken_paragraph_is_joined_and_told(release: Release) -> None:
    (joined,) = [block for block in release.blocks if "등 총 4건의 클러스터 관련" in block.text.text]
    assert joined.text.text.startswith("오늘 행사와 관련하여")
    assert [str(warning) for warning in release.warnings] == [
        "A paragraph that a page break had torn apart was joined again at line 29."
    ]


def test_attendees(release: Release) -> None:
    assert [len(attendee.background) for attendee in release.attendees] == [3, 3, 3, 3, 2, 2, 3, 3, 3, 3, 2]
    assert release.attendees[5].position == "존슨앤존슨(J&J) 부회장"
    assert release.attendees[1].background[2] == "* 생명과학분야 민간 협력 인큐베이터"


def test_bold_positions_stay_bold(release: Release) -> None:
    (block,) = release.of_kind(BlockKind.ATTENDEE_TABLE)
    assert block.table is not None
    positions = [row[1].items[0].text for row in block.table.rows[1:]]
    assert all(text.covered_by(Style.BOLD) for text in positions)
