import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.language.particles import occurrences, without_particle


def found(text: str, term: str) -> bool:
    return any(occurrences(text, term))


def test_the_measured_cases(shared: Path) -> None:
    with (shared / "cases" / "term_cases.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == 30
    assert not [row for row in rows if found(row["text"], row["term"]) != (row["matches"] == "1")]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("정부로부터의 지원", "정부"),
        ("정부뿐만 아니라", "정부"),
        ("정부만이 할 수 있다", "정부"),
        ("한국에서의 활동", "한국"),
        ("대통령께서는", "대통령"),
        ("미국측은 동의했다", "미국"),
        ("반도체였으며", "반도체"),
        ("스타트업들과의 만남", "스타트업"),
        ("법으로 정한다", "법"),
        ("대표로서의 책임", "대표"),
        ("KAIST와 협력", "KAIST"),
        ("글로벌혁신특구를 지정", "글로벌 혁신 특구"),
        ("‘클러스터’를 육성", "클러스터"),
        ("중소기업인 한빛은", "중소기업"),
    ],
)
def test_terms_with_particles(text: str, term: str) -> None:
    assert found(text, term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("연구원장이 말했다", "연구원"),
        ("감사원은 밝혔다", "감사"),
        ("과장된 보도", "과장"),
        ("국회의원이 물었다", "국회"),
        ("외국인 투자", "외국"),
        ("인도네시아 정부", "인도"),
        ("인도적 지원", "인도"),
        ("AIDS 예방", "AI"),
        ("결과를 냈다", "결"),  # 결 + 과 would fit the sound: the list of words decides
        ("법로 정한다", "법"),  # no such particle after this sound
        ("시간이 흐른다", "시"),
        ("한미일 정상", "한미"),
        ("대표자는 누구인가", "대표"),
        ("시장경제를 지킨다", "시장"),
    ],
)
def test_pieces_of_longer_words(text: str, term: str) -> None:
    assert not found(text, term)


def test_the_span_leaves_particles_out() -> None:
    text = "오늘 정부에서는 정부의"
    assert [text[start:end] for start, end in occurrences(text, "정부")] == ["정부", "정부"]


@given(st.text(max_size=30), st.text(min_size=1, max_size=6))
def test_spans_hold_the_letters_of_the_term(text: str, term: str) -> None:
    for start, end in occurrences(text, term):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("국세청에서는", "국세청"),
        ("누리 파도를", "누리 파도"),
        ("기업들을", "기업"),
        ("업무협약으로", "업무협약"),
        ("누리파도", "누리파도"),  # 도, 가, 이, 의 and 로 end too many nouns
        ("청년마을", "청년마을"),
        ("중소기업은행", "중소기업은행"),
        ("경제인은", "경제인"),
        ("AI", "AI"),
        ("", ""),
    ],
)
def test_a_selected_word_is_looked_up_without_its_particle(word: str, stem: str) -> None:
    assert without_particle(word) == stem
