from dataclasses import replace
from datetime import datetime, timedelta, timezone

from gui.checks.embargo import EmbargoCheck
from gui.document.project import Snapshot
from gui.document.release import BlockKind, Embargo
from tests.checks.findings import issues
from tests.exporters.releases import Builder

CONDITION = "행사 종료 이후 보도 가능(대변인실 별도 공지)"
SEOUL = timezone(timedelta(hours=9))


def release(korean: str, english: str, lifts_at: datetime | None = None) -> Snapshot:
    build = Builder().add(BlockKind.EMBARGO, (korean, english), lead="※엠바고 : ")
    snapshot = build.add(BlockKind.PARAGRAPH, ("끝났다.", "It ended.")).snapshot()
    return replace(snapshot, release=replace(snapshot.release, embargo=Embargo(korean, lifts_at)))


def said(snapshot: Snapshot) -> list[str]:
    return [str(issue.message) for issue in issues(EmbargoCheck(), snapshot)]


def test_the_condition_stands_in_the_english() -> None:
    good = "Embargoed until the event ends (to be announced separately by the Spokesperson’s Office)"
    assert said(release(CONDITION, good)) == []


def test_a_lost_embargo() -> None:
    assert said(release(CONDITION, "")) == ["The embargo has no English: it would be lost."]


def test_nothing_is_said_before_anything_is_translated() -> None:
    assert said(Builder().add(BlockKind.EMBARGO, (CONDITION, "")).snapshot()) == []


def test_a_broken_embargo() -> None:
    assert said(release(CONDITION, "For immediate release")) == [
        "The English allows at once what the Korean holds back.",
        "The embargo lasts to the end of the event: the English does not say so.",
        "The Korean announces a separate notice: the English does not.",
    ]


def test_day_and_hour_agree() -> None:
    lifts_at = datetime(2025, 8, 13, 15, tzinfo=SEOUL)
    korean = "2025. 8. 13.(수) 15:00"
    assert said(release(korean, "Embargoed until 3 p.m., Wednesday, August 13, 2025", lifts_at)) == []
    assert said(release(korean, "Embargoed until 5 p.m., Wednesday, August 13, 2025", lifts_at)) == [
        "The embargo lifts at 3 p.m.: the English does not say so."
    ]
    assert said(release(korean, "Embargoed until 3 p.m., August 14", lifts_at)) == [
        "The embargo lifts on August 13, 2025: the English does not say so."
    ]


def test_morning_papers() -> None:
    assert said(release("2025. 12. 3.(수) 조간", "Embargoed until the evening papers of December 3")) == [
        "조간 are the morning papers: the English does not say so."
    ]


def test_an_embargo_in_two_lines() -> None:
    lifts_at = datetime(2025, 12, 2, 16, tzinfo=SEOUL)
    online, in_print = "(온라인) 2025. 12. 2.(화) 16:00", "(지면) 2025. 12. 3.(수) 조간"
    build = Builder().add(BlockKind.EMBARGO, (online, "Embargoed until 4 p.m., December 2, 2025, on line"))
    build.add(BlockKind.EMBARGO, (in_print, "In print: embargoed until the morning papers of December 3, 2025"))
    snapshot = build.snapshot()
    assert said(replace(snapshot, release=replace(snapshot.release, embargo=Embargo(online, lifts_at)))) == []
