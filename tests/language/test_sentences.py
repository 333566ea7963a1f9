"""Sentence splitting: the hard cases, and what holds for any text."""

import ast
import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.language.sentences import ends_sentence, split

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "sentence_cases.tsv"


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def test_hard_cases() -> None:
    if not CASES.exists():
        pytest.skip(f"{CASES.name} is not on this machine")
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = {
        row["id"]: found
        for row in rows
        if len(found := sentences(ast.literal_eval(row["text"]))) != int(row["sentences"])
    }
    assert len(rows) == 12
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("행사는 2024. 3. 5. 개최된다. 이후 발표한다.", ["행사는 2024. 3. 5. 개최된다.", "이후 발표한다."]),
        ("올해 3.5% 늘었다. 내년은 4.1%다.", ["올해 3.5% 늘었다.", "내년은 4.1%다."]),
        (
            "“함께 갑니다. 멀리 갑니다.”라고 말했다. 박수가 나왔다.",
            ["“함께 갑니다. 멀리 갑니다.”라고 말했다.", "박수가 나왔다."],
        ),
        ('"됩니다." 라고 답했다. 끝났다.', ['"됩니다." 라고 답했다.', "끝났다."]),
        ("늘었다.(전년 대비) 줄었다.", ["늘었다.(전년 대비)", "줄었다."]),
        (
            "규제를 푼다(다만 예외가 있다. 별도로 정한다). 시행은 내년이다.",
            ["규제를 푼다(다만 예외가 있다. 별도로 정한다).", "시행은 내년이다."],
        ),
        ("'25년까지 짓는다. '26년에 연다.", ["'25년까지 짓는다.", "'26년에 연다."]),
        ("('13~'18) 근무했다. 이후 떠났다.", ["('13~'18) 근무했다.", "이후 떠났다."]),
        ("완료했습니다.또한 확대합니다.", ["완료했습니다.", "또한 확대합니다."]),
        ("※ 첫째 줄\n* 둘째 줄\n ㅇ 셋째 줄", ["※ 첫째 줄", "* 둘째 줄", "ㅇ 셋째 줄"]),
        ("한 문장이 두\n줄에 걸친다. 둘째다.", ["한 문장이 두\n줄에 걸친다.", "둘째다."]),
        ("가. 개요를 말한다. 나머지는 뺀다.", ["가. 개요를 말한다.", "나머지는 뺀다."]),
        ("", []),
        ("   ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("논의했습니다.", True),
        ("“함께 갑니다.”", True),
        ("등 총 4", False),
        ("2023. 4. 28.", False),
        ("불림(보스턴 컨설팅 그룹)", False),
        ("맺었습니다.*", True),
    ],
)
def test_ends_sentence(text: str, finished: bool) -> None:
    assert ends_sentence(text) is finished


@settings(max_examples=150)
@given(st.one_of(st.text(), st.text(alphabet="가다요. \n\"'()“”‘’*1a…?![]-※\t")))
def test_spans_cover_all_that_is_visible(text: str) -> None:
    spans = split(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    outside = text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]
        assert text[start:end] == text[start:end].strip()
    assert not outside.strip()
