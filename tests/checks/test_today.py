from gui.checks.today import TodayCheck
from tests.checks.findings import found

SOURCE = "대통령은 오늘(28일, 금, 현지시간) 회의를 열었습니다."


def test_today_in_english_is_replaced_by_the_date() -> None:
    assert found(TodayCheck(), (SOURCE, "The president met them today.")) == [("info", "", "today", "on April 28")]
    assert found(TodayCheck(), ("내일 발표한다.", "It is announced tomorrow.")) == [
        ("info", "", "tomorrow", "on April 29")
    ]


def test_a_local_today_is_told_before_it_is_translated() -> None:
    assert found(TodayCheck(), (SOURCE, "")) == [("info", "오늘(28일, 금, 현지시간)", "", None)]


def test_dates_and_other_words_are_left_alone() -> None:
    assert found(TodayCheck(), (SOURCE, "The president met them on April 28.")) == []
    assert found(TodayCheck(), ("현대 사회", "today’s society")) == []
