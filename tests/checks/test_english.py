"""The checks of the English as such: quotations, marks, words, spaces, style, telephone numbers."""

import pytest

from gui.checks.base import SegmentCheck
from gui.checks.consistency import ConsistencyCheck
from gui.checks.contacts import ContactCheck
from gui.checks.omission import OmissionCheck
from gui.checks.pairing import PairingCheck
from gui.checks.quotations import QuotationCheck
from gui.checks.release_style import ReleaseStyleCheck
from gui.checks.repeats import RepeatedWordCheck
from gui.checks.spacing import SpacingCheck
from gui.checks.structure import StructureCheck
from gui.checks.style import StyleCheck
from gui.document.release import BlockKind
from tests.checks.findings import found, short
from tests.exporters.releases import Builder


def target(check: SegmentCheck, english: str, korean: str = "회의를 열었다.") -> list[tuple[str, str | None]]:
    return [(place, suggestion) for _, _, place, suggestion in found(check, (korean, english))]


def test_one_quotation_has_one_english() -> None:
    first = ("'푸른 항구 대화'를 열었다.", "They held the “Blue Harbor Dialogue.”")
    again = ("‘푸른 항구 대화’가 끝났다.", "The “Green Port Talks” ended.")
    assert found(QuotationCheck(), first, again) == [
        ("warning", "푸른 항구 대화", "Green Port Talks", "Blue Harbor Dialogue.")
    ]
    assert found(QuotationCheck(), first, ("‘푸른 항구 대화’", "The ‘Blue Harbor Dialogue’ ended.")) == []


@pytest.mark.parametrize(
    "text", ["He said “yes.”", "Korea’s ‘plan’ (first)", "1) one a) two", 'the "plan" of 5" pipes']
)
def test_paired_marks(text: str) -> None:
    assert target(PairingCheck(), text) == []


@pytest.mark.parametrize(
    ("text", "mark"), [("He said “yes.", "“"), ("(a plan", "("), ("plan)", ")"), ("the ‘plan", "‘")]
)
def test_marks_left_open(text: str, mark: str) -> None:
    assert target(PairingCheck(), text) == [(mark, None)]


def test_the_same_korean_has_the_same_english() -> None:
    pairs = [("연구소장", "Director of the Institute"), ("연구소장", "Head of Research Institute")]
    assert found(ConsistencyCheck(), *pairs) == [
        ("warning", "", "Head of Research Institute", "Director of the Institute")
    ]
    assert found(
        ConsistencyCheck(), ("가 협약", "They signed a memorandum"), ("나 계약", "They signed a memorandum")
    ) == [("info", "나 계약", "", None)]


def test_something_left_out() -> None:
    korean = "양국 기관은 대화에 앞서 업무협약을 맺고 해양 연구와 창업 지원, 인력 양성에서 힘을 모으기로 했습니다."
    assert target(OmissionCheck(), "They signed a deal.", korean) == [("They signed a deal.", None)]
    assert found(OmissionCheck(), ("Harbourwick에 납품한다.", "It delivers to the firm.")) == [
        ("warning", "Harbourwick", "", "Harbourwick")
    ]
    assert found(OmissionCheck(), ("MOU를 맺었다.", "They signed a memorandum of understanding.")) == []


def test_words_typed_twice() -> None:
    assert found(RepeatedWordCheck(), ("가", "in the the city of Bora Bora that that is is")) == [
        ("error", "", "the the", "the"),
        ("error", "", "is is", "is"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "suggestion"),
    [
        ("two  spaces.", "  ", " "),
        ("a comma , here.", " ,", ","),
        ("one,two.", ",", ", "),
        ("( open) bracket.", "( ", "("),
        ("end.. again.", "..", "."),
        ("no stop", "", "."),
    ],
)
def test_spaces_and_marks(text: str, place: str, suggestion: str) -> None:
    assert target(SpacingCheck(), text) == [(place, suggestion)]


@pytest.mark.parametrize(
    "text", ["KRW 1,250 million at 2 p.m., he said…", "www.korea.kr is it.", "U.S., Japan etc., too."]
)
def test_good_spacing(text: str) -> None:
    assert target(SpacingCheck(), text) == []


@pytest.mark.parametrize(
    ("text", "place", "suggestion"),
    [
        ("on April 28th.", "April 28th", "April 28"),
        ("on 28 April.", "28 April", "April 28"),
        ("on the 28th of April.", "28th of April", "April 28"),
        ("at 2:00 PM today", "2:00 PM", "2 p.m."),
        ("6 per cent", "per cent", "percent"),
        ("6 % more", "6 %", "6%"),
        ("US$20 million", "US$", "$"),
    ],
)
def test_style(text: str, place: str, suggestion: str) -> None:
    assert target(StyleCheck(), text) == [(place, suggestion)]


def test_good_style() -> None:
    assert target(StyleCheck(), "On April 28, 2023, at 2 p.m., 6.4% or $20 million in May 2021.") == []


def test_won_in_one_form() -> None:
    pairs = [("가", "KRW 12 billion and KRW 3 trillion"), ("나", "5 billion won")]
    assert found(ReleaseStyleCheck(), *pairs) == [("info", "", "5 billion won", "KRW 5 billion")]


def test_the_president_has_his_full_name_first() -> None:
    korean = "윤석열 대통령은 말했다."
    assert found(ReleaseStyleCheck(), (korean, "President Yoon spoke."), (korean, "President Yoon left.")) == [
        ("info", "", "President Yoon", "President Yoon Suk Yeol")
    ]
    assert (
        found(ReleaseStyleCheck(), (korean, "President Yoon Suk Yeol spoke."), (korean, "President Yoon left.")) == []
    )


def test_telephone_numbers_for_callers_from_abroad() -> None:
    assert found(ContactCheck(), ("(044-123-4567)", "(044-123-4567)")) == [
        ("warning", "", "044-123-4567", "+82-44-123-4567")
    ]
    assert found(ContactCheck(), ("(044-123-4567)", "(+82-44-123-4567)")) == []
    assert found(ContactCheck(), ("044-123-4567", "+82-44-123-4576")) == [
        ("error", "", "+82-44-123-4576", "+82-44-123-4567")
    ]


def test_stars_and_bullets() -> None:
    people = [
        (("가", "A"), ("나", "B"), [("○ 누리허브* 창업자", "○ Founder, NuriHub"), ("* 육성기관", "* An incubator")])
    ]
    assert short(StructureCheck(), Builder().attendees(people).snapshot()) == [
        ("warning", "*", "", None),
        ("warning", "", "○ ", None),
        ("warning", "", "* ", None),
    ]


def test_notes_bring_no_mark_of_their_own() -> None:
    note = Builder().add(BlockKind.NOTE, ("참고 사항", "※ A remark"), lead="※ ").snapshot()
    assert short(StructureCheck(), note) == [("warning", "", "※ ", None)]
    assert short(StructureCheck(), Builder().add(BlockKind.NOTE, ("참고", "A remark"), lead="※ ").snapshot()) == []
