"""No check ever raises, whatever text it is given, and every span lies in its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.checks.ignoring import fingerprint
from gui.checks.registry import CHECKS, run_checks
from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment
from tests.exporters.releases import Builder

KOREAN = (
    "대응제약|윤동섭|한-미 |‘지구상에서 가장|’|“|」|(|)|총 4건| 등 총 9건|다음 세 가지|오늘(28일, 금, 현지시간)|"
    "기획재정부|차관|동해|社|<b>|&amp;|**|*|① |2천만 달러|1,500만 달러|합계|△3.8|044-123-4567|'25년|\u1112\u1161"
)
ENGLISH = (
    "President Yoon|Yoon Dong-sup|Sea of Japan|the the|KRW 12 billion|5 billion won|April 28th|2:00 PM|today|recieve|"
    "+82-44-123-4567|Boston Dymaics|Boston Dynamics|an university|21th|\ud800|\u0000|\n| "
)
PIECES = [*KOREAN.split("|"), *ENGLISH.split("|")]
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text(max_size=30))
KINDS = st.sampled_from([kind for kind in BlockKind if not kind.is_table])
BLOCKS = st.lists(st.tuples(KINDS, TEXT, TEXT), max_size=6)
PEOPLE = st.lists(st.tuples(TEXT, TEXT), max_size=3)


def spans_lie_inside(issue: Issue, segment: Segment) -> bool:
    sides = ((issue.source_span, segment.source.text), (issue.target_span, segment.target))
    return all(span is None or 0 <= span[0] <= span[1] <= len(text) for span, text in sides)


def build(blocks: list[tuple[BlockKind, str, str]], people: list[tuple[str, str]]) -> Snapshot:
    builder = Builder()
    for kind, korean, english in blocks:
        builder.add(kind, (korean, english))
    return builder.attendees([(name, name, [("○ " + name[0], name[1])]) for name in people]).snapshot()


@settings(max_examples=150)
@given(BLOCKS, PEOPLE)
def test_no_text_breaks_a_check(blocks: list[tuple[BlockKind, str, str]], people: list[tuple[str, str]]) -> None:
    snapshot = build(blocks, people)
    segments = {segment.key: segment for segment in snapshot.segments()}
    for issue in run_checks(snapshot):
        assert str(issue.message)
        assert issue.segment is None or spans_lie_inside(issue, segments[issue.segment])
        assert fingerprint(issue, segments.get(issue.segment or ""))


@pytest.mark.parametrize(
    "text", ["가" * 20_000, "(" * 20_000, "' " * 10_000, "하고 " * 5_000, "1" * 5_000, "a the " * 4_000]
)
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    snapshot = build([(BlockKind.PARAGRAPH, text, text)], [])
    run_checks(snapshot, {check.id for check in CHECKS} - {"numbers", "dates"})
