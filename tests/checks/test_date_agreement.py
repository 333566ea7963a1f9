import pytest

from gui.checks.date_agreement import DateAgreementCheck
from tests.checks.findings import found


def marked(*korean: str) -> list[str]:
    return [source for _, source, _, _ in found(DateAgreementCheck(), *((text, "") for text in korean))]


@pytest.mark.parametrize(
    ("korean", "expected"),
    [
        ("장관은 오늘(18일) 회의를 열었다.", ["오늘(18일)"]),
        ("장관은 오늘(28일, 금, 현지시간) 회의를 열었다.", []),
        ("장관은 오늘(29일) 회의를 열었다.", []),
        ("장관은 어제(27일) 회의를 열었다.", []),
        ("장관은 내일(5월 2일) 회의를 연다.", ["내일(5월 2일)"]),
        ("지난 3월 16일 회의를 열었다.", []),
    ],
)
def test_today_against_the_day_of_the_release(korean: str, expected: list[str]) -> None:
    assert marked(korean) == expected


@pytest.mark.parametrize(
    ("korean", "expected"),
    [
        ("5월 3일부터 5일까지 나흘간 열린다.", ["5월 3일부터 5일까지 나흘"]),
        ("5월 3일부터 5일까지 사흘간 열린다.", []),
        ("30일부터 다음 달 2일까지 3일간 열린다.", []),
        ("4월 24일부터 30일까지 5박 7일간 방문한다.", []),
        ("5월 3일부터 5일까지 열리고 10일간 쉰다.", []),
    ],
)
def test_length_of_a_span(korean: str, expected: list[str]) -> None:
    assert marked(korean) == expected


def test_one_event_on_two_days() -> None:
    first = "장관은 5월 10일 서울에서 ‘한미 클러스터 대화’를 개최한다."
    assert marked(first, "오는 5월 11일 ‘한미 클러스터 대화’를 개최할 예정이다.") == ["5월 11일"]
    assert marked(first, "오는 5월 10일 ‘한미 클러스터 대화’를 개최할 예정이다.") == []
    assert marked(first, "5월 11일 ‘한미 기업인 만찬’을 개최한다.") == []
    assert marked(first, "5월 9일 사전 회의에서 ‘한미 클러스터 대화’ 준비를 점검했다.") == []


def test_no_dates_and_no_release_date() -> None:
    assert marked("날짜가 없다.") == []
    assert found(DateAgreementCheck(), ("오늘(18일) 회의", ""), on=None) == []
