from datetime import date

import pytest

from gui.memory.base import Repair
from gui.memory.compare import compare
from gui.memory.repair import repair

ON = date(2026, 6, 10)


def mended(match: str, english: str, segment: str) -> Repair:
    return repair(compare(segment, match, ON), english, ON)


@pytest.mark.parametrize(
    ("match", "english", "segment", "expected"),
    [
        ("예산 120억원 투입", "It spends 12 billion won", "예산 2조 3천억원 투입", "It spends 2.3 trillion won"),
        ("예산 120억원 투입", "It spends KRW 12 billion", "예산 85억원 투입", "It spends KRW 8.5 billion"),
        ("수출이 3.5% 늘었다", "Exports rose 3.5 percent", "수출이 12% 늘었다", "Exports rose 12 percent"),
        ("수출이 3.5% 늘었다", "Exports rose 3.5%", "수출이 12% 늘었다", "Exports rose 12%"),
        ("총 4건의 협약", "Four agreements", "총 15건의 협약", "15 agreements"),
        ("참석자 1,250명", "1,250 participants", "참석자 300명", "300 participants"),
        ("2025년 4월 28일 시행", "in force on April 28, 2025", "2026년 5월 3일 시행", "in force on May 3, 2026"),
        ("4월 28일(월) 회의", "The meeting on Monday, April 28", "6월 12일(금) 회의", "The meeting on Friday, June 12"),
        ("4월 28일 회의", "The meeting on Apr. 28", "9월 3일 회의", "The meeting on Sept. 3"),
        ("2,500억원 예산", "a 250 billion won budget", "3천억원 예산", "a 300 billion won budget"),
        ("오후 2시 30분에 시작", "It starts at 2:30 p.m.", "오전 10시에 시작", "It starts at 10 a.m."),
    ],
)  # fmt: skip
def test_figures_and_days_are_put_right_in_the_form_they_have(
    match: str, english: str, segment: str, expected: str
) -> None:
    found = mended(match, english, segment)
    assert found.target == expected
    assert found.complete
    assert len(found.replaced) == 1


@pytest.mark.parametrize(
    ("match", "english", "segment"),
    [
        ("남 3명, 여 3명", "three men and three women", "남 4명, 여 5명"),  # which is which
        ("총 4건의 협약", "Four agreements by four bodies", "총 5건의 협약"),  # twice in the English
        ("총 4건의 협약", "several agreements", "총 5건의 협약"),  # nowhere
        ("총 4건의 협약", "four agreements", "총 1건의 협약"),  # the noun would change
        ("수출이 13% 증가했다", "Exports were up 13%", "수출이 2% 감소했다"),  # the direction is another word
        ("약 30명", "about 30 people", "50명 이상"),  # as is the bound
        ("8% 인상", "an 8 percent rise", "10% 인상"),  # the article would change
        ("예산을 투입한다", "It will spend", "예산 85억원을 투입한다"),  # nothing to replace
    ],
)
def test_what_is_not_sure_stays_and_is_told(match: str, english: str, segment: str) -> None:
    found = mended(match, english, segment)
    assert (found.target, found.complete) == (english, False)


def test_names_are_proposed_and_marked() -> None:
    found = mended("윤동섭 원장은 말했다", "President Yoon Dong-sup said", "김철수 원장은 말했다")
    assert (found.target, found.marks, found.complete) == ("President Kim Cheol-su said", ("Kim Cheol-su",), True)
    again = mended("윤동섭 원장은 말했다", "Yoon Dong-sup spoke. Yoon said", "김철수 원장은 말했다")
    assert (again.target, again.complete) == ("Yoon Dong-sup spoke. Yoon said", False)


def test_bodies_are_put_right_from_the_termbase() -> None:
    found = mended("외교부는 밝혔다", "The Ministry of Foreign Affairs said", "국방부는 밝혔다")
    assert (found.target, found.complete) == ("The Ministry of National Defense said", True)


def test_differences_name_the_words_of_both() -> None:
    segment, match = "오늘 부산에서 회의를 3번 열었다", "오늘 서울에서 회의를 2번 열었다"
    found = compare(segment, match)
    assert [segment[slice(*span)] for span in found.differences.segment] == ["부산에서", "3번"]
    assert [match[slice(*span)] for span in found.differences.match] == ["서울에서", "2번"]
    assert compare("같은 말 4건", "같은  말 4 건").differences.segment == ()


def test_other_words_are_told() -> None:
    assert mended("회의에 4명이 참석했다", "Four people attended", "회의에 9명이 불참했다").reworded
    assert not mended("회의에 4명이 참석했다", "Four people attended", "회의에 9명이 참석했다!").reworded
