"""Faults of the Korean that only the whole release shows."""

from dataclasses import replace

from gui.checks.source_counts import SourceCountsCheck
from gui.checks.source_layout import SourceLayoutCheck
from gui.checks.source_names import SourceNamesCheck
from gui.checks.source_numbers import SourceNumbersCheck
from gui.checks.source_quotations import SourceQuotationCheck
from gui.checks.source_variants import SourceVariantsCheck
from gui.document.errors import note
from gui.document.release import BlockKind
from tests.checks.findings import found, issues, marked, release, short
from tests.exporters.releases import Builder, cell


def test_two_spellings_of_one_name() -> None:
    assert marked(SourceVariantsCheck(), "매킨지 등 전문가", "맥킨지 보스턴 사무소", "매킨지는") == ["맥킨지"]
    assert marked(SourceVariantsCheck(), "타로비 파트너스가 발표했다.", "태로비 파트너스 대표") == ["태로비"]
    assert marked(SourceVariantsCheck(), "한-미 협력", "한미 양국") == ["한미"]


def test_verbs_and_endings_are_no_variants() -> None:
    assert marked(SourceVariantsCheck(), "국민의 권리와 국민이 원하는 것을 올렸다", "문을 열렸다. 이곳은, 이것은") == []


def test_a_latin_name_spelled_two_ways_in_a_row() -> None:
    people = [(("Robert Playter", ""), ("Boston Dymaics CEO", ""), [("○ Boston Dynamics CEO", "")])]
    assert short(SourceVariantsCheck(), Builder().attendees(people).snapshot()) == [("warning", "Dynamics", "", None)]


def test_similar_words_far_from_each_other_are_no_variants() -> None:
    assert marked(SourceVariantsCheck(), "National Bank", "Rational Tank and Minister of Ministry") == []


def test_one_organisation_in_two_scripts_in_a_row() -> None:
    people = [(("고종성", ""), ("Genosco CTO", ""), [("○ 제노스코 창립자", "")])]
    assert short(SourceVariantsCheck(), Builder().attendees(people).snapshot()) == [("info", "제노스코", "", None)]


def test_nearly_the_same_quotation() -> None:
    check = SourceQuotationCheck()
    quoted = (
        "'지구상 가장 혁신적인 마을'",
        "‘지구상에서 가장 혁신적인 마을’",
        "「제1차 종합계획」과 「제2차 종합계획」",
    )
    assert found(check, *((text, "") for text in quoted)) == [("warning", quoted[1], "", None)]
    assert found(check, ("「해양 대화」 개최", ""), ("‘해양 대화’를 열었다", "")) == []
    assert found(check, ("「한미 해양 대화」", ""), ("‘한-미 해양 대화’", "")) == [
        ("info", "‘한-미 해양 대화’", "", None)
    ]


def test_markup_left_over() -> None:
    assert marked(SourceLayoutCheck(), "<b>원장</b> Bain&amp;Company", "정보****") == ["<b>", "</b>", "&amp;"]


def test_a_sentence_cut_by_a_page_break() -> None:
    assert marked(SourceLayoutCheck(), "MOU 등 총 4", "건의 협약을 체결했습니다.", "끝났다.") == ["MOU 등 총 4"]


def test_what_the_reader_mended_is_told() -> None:
    snapshot = release(("끝났다.", ""))
    mended = replace(snapshot, release=replace(snapshot.release, warnings=(note("A line was joined."),)))
    assert [(issue.segment, str(issue.message)) for issue in issues(SourceLayoutCheck(), mended)] == [
        (None, "A line was joined.")
    ]


def test_names_that_mean_several_things() -> None:
    assert marked(SourceNamesCheck(), "뮌헨대 의학 박사", "서울대 박사") == ["뮌헨대"]


def test_amounts_in_two_styles() -> None:
    assert marked(SourceNumbersCheck(), "2천만 달러", "1,500만 달러와 300만 달러") == ["2천만 달러"]
    assert marked(SourceNumbersCheck(), "120억원, 3조원", "50억 원") == ["50억 원"]
    assert marked(SourceNumbersCheck(), "120억원, 3조원") == []


def test_lists_and_their_totals() -> None:
    check = SourceCountsCheck()
    assert found(check, ("해양 로봇, 조선, 항만, 어업 등 3개 분야", "")) == [("warning", "3개", "", None)]
    assert found(check, ("해양 로봇, 조선, 항만, 어업 등 4개 분야", "")) == []
    assert found(check, ("KAIST와 MGH 등 총 4건의 협약", "")) == [("info", "4건", "", None)]


def test_bullets_and_their_number() -> None:
    def build(stated: str) -> Builder:
        build = Builder().add(BlockKind.PARAGRAPH, (f"다음 {stated} 가지 과제를 추진한다.", ""))
        for text, level in (("연구", 2), ("세부", 3), ("창업", 2), ("인력", 2)):
            build.add(BlockKind.BULLET, (text, ""), level=level)
        return build.add(BlockKind.PARAGRAPH, ("끝.", ""))

    assert short(SourceCountsCheck(), build("세").snapshot()) == []
    assert short(SourceCountsCheck(), build("네").snapshot()) == [("warning", "네 가지", "", None)]


def test_sums_of_a_table() -> None:
    def table(total: str) -> Builder:
        rows = [["구분", "'23년", "'24년", "증감률"], ["로봇", "6.2", "7.5", "24.0"], ["조선", "21.4", "△0.9", "13.3"]]
        rows.append(["합  계", "27.6", total, "13.9"])
        return Builder().table([[cell((text, "")) for text in row] for row in rows], header_rows=1)

    assert short(SourceCountsCheck(), table("6.6").snapshot()) == []
    assert short(SourceCountsCheck(), table("16.6").snapshot()) == []  # one of two columns adds up: not sure enough


def test_a_wrong_sum_beside_right_ones() -> None:
    rows = [
        ["구분", "가", "나", "다"],
        ["로봇", "62", "75", "10"],
        ["조선", "214", "9", "20"],
        ["합계", "276", "84", "41"],
    ]
    snapshot = Builder().table([[cell((text, "")) for text in row] for row in rows], header_rows=1).snapshot()
    assert short(SourceCountsCheck(), snapshot) == [("warning", "41", "", None)]
