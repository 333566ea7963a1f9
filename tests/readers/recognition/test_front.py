"""Headlines, subheadlines and release lines in the shapes of ministries, agencies and local governments."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from gui.document.release import BlockKind
from gui.readers.raw import Gap, Raw
from gui.readers.recognition.releaseline import KST
from tests.readers.raws import (
    BODY,
    BODY_KINDS,
    PICTURE,
    PLAIN_BODY,
    PLAIN_KINDS,
    cell,
    kinds,
    line,
    read,
    table,
    wording,
)

TITLE = "가상부, 창업 공간 열두 곳 연다"
HEADLINE = line(TITLE, 24, centred=True, box=1)


def subheadlines(*raws: Raw) -> list[str]:
    release = read(line("보도자료", 30, centred=True), *raws)
    assert release.headline == TITLE
    return wording(release.of_kind(BlockKind.SUBHEADLINE))


def test_a_city_puts_contacts_and_release_line_above_the_headline() -> None:
    release = read(
        PICTURE,
        line("보도자료", 30, centred=True),
        table("담당부서: 홍보과|과장|홍길동|02-000-1111", "|팀장|김나래|02-000-1112"),
        table("사진없음 □|매수 3매|배포일시 2025. 5. 20.(화)"),
        line(TITLE, 24, centred=True),
        line("임대료는 절반, 기간은 세 해", 16, centred=True),
        *PLAIN_BODY,
    )
    assert kinds(release) == [
        "picture", "masthead", "contact_table", "slogan", "slogan", "distribution", "headline", "subheadline",
        *PLAIN_KINDS,
    ]  # fmt: skip
    assert release.distributed == date(2025, 5, 20)


def test_everything_above_the_body_in_one_table() -> None:
    release = read(
        table(
            [cell("보도자료", 4)],
            ["보도일시", "2025. 5. 21.(수) 조간부터", "담당부서", "홍보과"],
            ["배포일시", "2025. 5. 20.(화) 10:00", "담당과장", "홍길동(044-000-1111)"],
            [cell(TITLE, 4)],
            size=22,
        ),
        *BODY,
    )
    assert release.headline == TITLE
    assert release.distributed == date(2025, 5, 20)
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2025, 5, 21, 6, tzinfo=KST)


@pytest.mark.parametrize(
    "release_line",
    [
        table("보도시점|2025. 5. 20.(화) 12:00|배포|2025. 5. 20.(화) 09:00"),
        table("보도일시|2025. 5. 20.(화) 12:00", "배포일시|2025. 5. 20.(화) 09:00"),
        table("보도시점 : 2025. 5. 20.(화) 12:00 / 배포 : 2025. 5. 20.(화)"),
        table(["보도시점", cell("2025. 5. 20.(화) 12:00\n< 5. 21.(수) 조간 >"), "배포", "2025. 5. 20.(화)"]),
        table([cell("보도\n시점"), cell("(온라인) 5. 20.(화) 12:00\n(지  면) 5. 21. 조간"), "배포", "2025. 5. 20."]),
        table([cell("보도시점", rows=2), "(온라인) 5. 20. 12:00"], ["(지면) 5. 21. 조간"], ["배포", "2025. 5. 20."]),
        line("보도시점 : 2025. 5. 20.(화) 12:00 / 배포 : 2025. 5. 20.(화)", 10, box=9),
        line("2025. 5. 20.(화) 12:00부터 보도하여 주시기 바랍니다. 배포일자: 2025. 5. 20.", 10),
        table("제공일자|2025. 5. 20.(화)|보도일자|2025. 5. 20.(화) 12:00"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("behind", [False, True])
def test_release_lines(release_line: Raw, behind: bool) -> None:
    front = [HEADLINE, release_line] if behind else [release_line, HEADLINE]
    release = read(line("보도자료", 30, centred=True), *front, *BODY)
    assert release.headline == TITLE
    assert release.distributed == date(2025, 5, 20)
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2025, 5, 20, 12, tzinfo=KST)
    assert kinds(release)[-2:] == BODY_KINDS
    assert not release.of_kind(BlockKind.SLOGAN)


@pytest.mark.parametrize(
    "kind",
    [
        *("보도자료", "보 도 자 료", "보도참고자료", "보도설명자료", "해명자료", "해 명 자 료", "동정자료"),
        *("언론보도 설명자료", "합동 보도자료", "가상도 보도자료"),
    ],
)
def test_kinds_of_releases_may_be_larger_than_the_headline(kind: str) -> None:
    release = read(line(kind, 36, centred=True), line(TITLE, 24, centred=True), *BODY)
    assert kinds(release) == ["masthead", "headline", *BODY_KINDS]


def test_a_headline_of_several_lines_is_one() -> None:
    release = read(
        line("가상청, 바다 위 발전소", 26, centred=True), line("세계에서 처음 문 연다", 26, centred=True), *BODY
    )
    assert release.headline == "가상청, 바다 위 발전소 세계에서 처음 문 연다"
    broken = read(line("가상청, 바다 위 발전소", 26, centred=True), line("문 연다", 24, gap=Gap.BREAK), *BODY)
    assert broken.headline == "가상청, 바다 위 발전소 문 연다"


def test_a_headline_and_a_subheadline_in_the_rows_of_a_table() -> None:
    release = read(
        table([cell("바다 위 발전소\n세계에서 처음 문 연다")], [" - 전기 3만 가구분 만들어"], size=26), *BODY
    )
    assert release.headline == "바다 위 발전소 세계에서 처음 문 연다"
    assert wording(release.of_kind(BlockKind.SUBHEADLINE)) == ["전기 3만 가구분 만들어"]


def test_a_spoken_headline() -> None:
    release = read(line("가상 택시 요금은 아직 정해진 바 없습니다.", 22, centred=True), *BODY)
    assert kinds(release) == ["headline", *BODY_KINDS]


@pytest.mark.parametrize("mark", ["- {} -", "-{}-", "– {} –", "- {}", "▴ {}", "▲ {}"])
def test_marked_subheadlines(mark: str) -> None:
    first, second = "임대료는 절반으로 낮춰", "기간은 세 해로 늘려"
    assert subheadlines(HEADLINE, line(mark.format(first)), line(mark.format(second)), *BODY) == [first, second]


def test_unmarked_subheadlines_are_larger_or_in_the_middle() -> None:
    assert subheadlines(
        HEADLINE, line("임대료는 올해의 절반으로 낮춰", 17), line("기간은 세 해로", centred=True), *BODY
    ) == [
        "임대료는 올해의 절반으로 낮춰",
        "기간은 세 해로",
    ]


def test_body_text_is_no_subheadline() -> None:
    assert subheadlines(HEADLINE, *PLAIN_BODY) == []
    assert subheadlines(HEADLINE, line("창업 공간이 열린다"), *PLAIN_BODY) == []


def test_a_box_right_below_the_headline_is_the_summary() -> None:
    release = read(
        HEADLINE,
        line("〈 달라지는 것 〉", box=2),
        line("• 임대료가 절반이 된다.", box=2),
        line("기간이 세 해가 된다.", box=2),
        *BODY,
    )
    assert kinds(release) == ["headline", "summary", "summary", "summary", *BODY_KINDS]
    assert [(block.lead, block.level, block.tail) for block in release.of_kind(BlockKind.SUMMARY)] == [
        ("〈 ", 0, " 〉"),
        ("• ", 3, ""),
        ("", 0, ""),
    ]


def test_a_rebuttal_has_headings_and_no_summary() -> None:
    release = read(
        line("해명자료", 30),
        line("보도시점 : 배포 즉시", 10),
        HEADLINE,
        line("‹ 보도 내용 (가상신문, 5.20) >", box=2),
        line("◈ 내년부터 요금이 오를 것이라고 보도", box=2),
        line("‹ 설명 내용 >"),
        *BODY,
    )
    assert kinds(release) == ["masthead", "embargo", "headline", "heading", "bullet", "heading", *BODY_KINDS]
    assert release.embargo is None


def test_without_masthead_and_release_line() -> None:
    release = read(
        line("가상군, 봄꽃 잔치 열어", 28, centred=True), line("사흘 동안 5만 명", 16, centred=True), *PLAIN_BODY
    )
    assert kinds(release) == ["headline", "subheadline", *PLAIN_KINDS]


def test_body_text_alone_has_no_headline() -> None:
    release = read(*BODY)
    assert kinds(release) == BODY_KINDS
    assert [str(warning) for warning in release.warnings] == ["No headline was recognised."]


def test_a_headline_with_its_label() -> None:
    release = read(line("보도자료", 26), line("제 목 : 가상 대출이 줄었다", 15), line("- 석 달 만에 -"), *BODY)
    assert release.headline == "가상 대출이 줄었다"
    assert kinds(release) == ["masthead", "headline", "subheadline", *BODY_KINDS]
    framed = read(line("보도자료", 26), table("제  목|가상 대출이 줄었다"), *BODY)
    assert (framed.headline, kinds(framed)) == ("가상 대출이 줄었다", ["masthead", "headline", *BODY_KINDS])


def test_a_release_line_with_the_shortest_labels() -> None:
    release = read(
        line("보도자료", 26),
        table("보도|2025. 5. 20.(화) 조간|배포|2025. 5. 19.(월)"),
        table("책임자|가상총괄팀|김나래 팀장|(02-000-1111)", "담당자|가상총괄팀|박다온 조사역|(02-000-1112)"),
        HEADLINE,
        *BODY,
    )
    assert kinds(release) == ["masthead", "embargo", "distribution", "contact_table", "headline", *BODY_KINDS]
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2025, 5, 20, 6, tzinfo=KST)


def test_contacts_beside_the_release_line() -> None:
    release = read(
        table(
            [cell("보도자료", 6)],
            ["배포일", cell("2025. 5. 20.(화) / (총 8매)", 2), "담당부서", cell("창업정책과", 2)],
            ["과  장", "홍길동", "전  화", "044-000-1111", "사무관", "김나래"],
            size=28,
        ),
        HEADLINE,
        *BODY,
    )
    assert release.distributed == date(2025, 5, 20)
    assert release.headline == TITLE
    assert "slogan" not in kinds(release)


def test_the_title_of_the_markup_comes_before_sizes() -> None:
    title, section = replace(line(TITLE, 16), heading=1), replace(line("창업 공간을 여는 까닭과 차례", 16), heading=2)
    release = read(line("함께 여는 내일", 20), title, section, *BODY)
    assert kinds(release) == ["slogan", "headline", "heading", *BODY_KINDS]
    assert str(release.blocks[1].evidence) == "It is the first heading of the markup."


def test_a_short_large_line_at_the_margin_is_a_heading() -> None:
    assert kinds(read(HEADLINE, line("추진 배경", 17), *BODY)) == ["headline", "heading", *BODY_KINDS]


def test_a_subheadline_over_two_lines_is_one() -> None:
    first, second = line("– 임대료는 절반, 기간은 세 해로 늘려 열두 곳에서", 16), line("먼저 시작 –", 16)
    assert subheadlines(HEADLINE, first, second, *BODY) == ["임대료는 절반, 기간은 세 해로 늘려 열두 곳에서 먼저 시작"]


def test_statements_behind_dashes_are_body_text() -> None:
    statement = "- 가상부는 5월 20일 창업 지원 방안을 새로 시작한다고 밝혔다."
    assert kinds(read(HEADLINE, line(statement), line(statement))) == ["headline", "bullet", "bullet"]


def test_a_summary_in_the_box_of_the_headline() -> None:
    lines = [line("◈ 창업 공간을 열두 곳 새로 연다", box=1), line("◈ 임대료를 절반으로 낮춘다", box=1)]
    assert kinds(read(HEADLINE, *lines, *BODY)) == ["headline", "summary", "summary", *BODY_KINDS]
