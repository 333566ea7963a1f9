import pytest

from gui.checks.source_wording import SourceWordingCheck
from tests.checks.findings import found, marked

CHECK = SourceWordingCheck()


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("경험을 공유하고 및 협력한다.", "공유하고 및"),
        ('"the best port" 로 불림', " 로"),
        ("후속 과제를 추진할계획입니다.", "추진할계획"),
        ("역량이 결합 된다면 좋다.", "결합 된다면"),
        ("협력을 위한 위한 회의", "위한 위한"),
        ("Genosco社 대표", "社"),
        ("(서울에서 회의를 열었다.", "("),
        ("the best innovative square mile", "best innovative"),
    ],
)
def test_slips_are_found(text: str, slip: str) -> None:
    assert marked(CHECK, text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "공유하고 협력하며, 기술 및 인력을 교류한다.",
        "'푸른 항구'로 불릴 만큼 달라졌다.",
        "1) 첫째 가) 둘째",
        "하나 하나 살펴보고 추진할 계획입니다.",
        '결과가 된다면 \'25년까지 "그대로" 둔다.',
        "“그는 “여기” 있다”",
    ],
)
def test_right_korean_is_left_alone(text: str) -> None:
    assert marked(CHECK, text) == []


def test_what_joins_twice_is_a_warning_and_hanja_information() -> None:
    assert [severity for severity, *_ in found(CHECK, ("美 기업을 지원하고 및 정부", ""))] == ["warning", "info"]
