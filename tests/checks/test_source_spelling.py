import pytest

from gui.checks.source_spelling import SourceSpellingCheck
from tests.checks.findings import found, marked

CHECK = SourceSpellingCheck()


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("대응제약은 계약을 체결했다.", "대응제약"),
        ("메사추세츠 종합병원과 협력한다.", "메사추세츠 종합병원"),
        ("콜롬비아 의대를 졸업했다.", "콜롬비아 의대"),
        ("안센 연구개발 책임자", "안센"),
        ("캠브리지대 박사", "캠브리지대"),
        ("회의가 몇일 동안 열렸다.", "몇일"),
        ("협력이 됬다.", "됬"),
        ("글로벌 컨텐츠와 파트너쉽", "컨텐츠"),
    ],
)
def test_slips_are_found(text: str, slip: str) -> None:
    assert slip in marked(CHECK, text)


@pytest.mark.parametrize(
    "text",
    [
        "대웅제약은 얀센과 계약을 체결했다.",
        "컬럼비아 의대와 케임브리지대, 매사추세츠 종합병원",
        "콜롬비아 정부와 협정을 맺었다.",
        "매킨지와 맥킨지는 한 회사다.",
        "기획재정부, 산업통상자원부, 보건복지부 장관",
    ],
)
def test_names_that_are_right_are_not(text: str) -> None:
    assert marked(CHECK, text) == []


def test_loanwords_are_only_information() -> None:
    assert [severity for severity, *_ in found(CHECK, ("컨텐츠와 대응제약", ""))] == ["info", "warning"]
