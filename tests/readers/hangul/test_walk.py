"""The walk over the OWPML tree: everything that can stand in a paragraph comes out where it is printed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.richtext import Mark, Style
from gui.readers.hangul.reader import hangul_raws
from gui.readers.raw import Gap, Raw, RawAside, RawLine, RawPicture, RawTable, Role
from tests.readers.hwpx_files import (
    BOLD,
    BULLETED,
    CENTRED,
    FILLED,
    NUMBERED,
    OUTLINED,
    SUBNUMBERED,
    TINY,
    UNDERLINED,
    WHITE,
    at,
    control,
    hwpx,
    p,
    run,
    sub_list,
    t,
    tbl,
    tc,
)


def raws_of(*paragraphs: str) -> list[Raw]:
    return hangul_raws("release.hwpx", hwpx(*paragraphs))[0]


def warnings_of(*paragraphs: str) -> list[str]:
    return [str(warning) for warning in hangul_raws("release.hwpx", hwpx(*paragraphs))[1]]


def lines(raws: list[Raw]) -> list[str]:
    return [raw.text.text for raw in raws if isinstance(raw, RawLine)]


def asides(raws: list[Raw]) -> list[str]:
    return [raw.text for raw in raws if isinstance(raw, RawAside)]


def box(text: str, place: str = "") -> str:
    return run(f'<hp:rect textWrap="TOP_AND_BOTTOM">{place}<hp:drawText>{sub_list(p(text))}</hp:drawText></hp:rect>')


def note(kind: str, text: str, number: int) -> str:
    form = '<hp:autoNumFormat type="DIGIT" suffixChar=")"/>'
    automatic = f'<hp:autoNum num="{number}" numType="{kind.upper()}">{form}</hp:autoNum>'
    paragraph = p(run(control(automatic) + t(f" {text}")))
    return control(f'<hp:{kind} number="{number}">{sub_list(paragraph)}</hp:{kind}>')


class TestText:
    def test_white_space_elements_are_kept_in_their_places(self) -> None:
        (line,) = raws_of(p("과<hp:fwSpace/>장<hp:nbSpace/>(전화)<hp:tab/>044"))
        assert isinstance(line, RawLine)
        assert line.text.text == "과\u3000장\u00a0(전화)\t044"

    def test_a_line_break_begins_a_line_and_an_empty_line_a_paragraph(self) -> None:
        raws = raws_of(p("첫째<hp:lineBreak/>둘째<hp:lineBreak/><hp:lineBreak/>셋째"))
        assert [raw.gap for raw in raws if isinstance(raw, RawLine)] == [Gap.PARAGRAPH, Gap.BREAK, Gap.PARAGRAPH]

    def test_marks_run_over_neighbouring_runs(self) -> None:
        (line,) = raws_of(p(run(t("굵"), BOLD), run(t("게"), BOLD), run(t(" 밑줄"), UNDERLINED)))
        assert isinstance(line, RawLine)
        assert line.text.marks == (Mark(0, 2, Style.BOLD), Mark(2, 5, Style.UNDERLINE))

    def test_size_and_centring_are_told(self) -> None:
        (line,) = raws_of(p(run(t("제"), 0), run(t("목이다"), BOLD), look=CENTRED))
        assert isinstance(line, RawLine)
        assert (line.size, line.centred) == (15.0, True)

    def test_marker_pens_and_unknown_elements_do_not_stop_the_text(self) -> None:
        assert lines(raws_of(p('앞<hp:markpenBegin color="#FFFF00"/>칠<hp:markpenEnd/><hp:news>새</hp:news>뒤'))) == [
            "앞칠새뒤"
        ]

    def test_a_page_break_marks_the_next_line(self) -> None:
        raws = raws_of(p("앞"), p("", page_break=True), p("뒤"), p("끝"))
        assert [raw.gap is Gap.PAGE for raw in raws if isinstance(raw, RawLine)] == [False, True, False]

    def test_a_section_begins_a_page(self) -> None:
        raws, _ = hangul_raws("release.hwpx", hwpx(sections=(p("하나"), p("둘"))))
        assert [raw.gap is Gap.PAGE for raw in raws if isinstance(raw, RawLine)] == [False, True]

    def test_private_use_numbers_stay_as_they_are(self) -> None:
        compose = '<hp:compose circleType="CHAR" composeText="&#xF02BA;&#xF02C3;"/>'
        assert lines(raws_of(p(run(compose + t(" 기반"))))) == ["\U000f02ba\U000f02c3 기반"]

    def test_ruby_keeps_both_texts(self) -> None:
        ruby = "<hp:dutmal><hp:mainText>國</hp:mainText><hp:subText>국</hp:subText></hp:dutmal>"
        assert lines(raws_of(p(run(ruby + t("가"))))) == ["國(국)가"]

    def test_a_formula_keeps_its_script_and_warns(self) -> None:
        formula = p(run(t("식 ") + "<hp:equation><hp:script>a over b</hp:script></hp:equation>"))
        assert lines(raws_of(formula)) == ["식 a over b"]
        assert any("script" in warning for warning in warnings_of(formula))

    def test_form_objects_show_what_they_hold(self) -> None:
        forms = (
            '<hp:checkBtn caption="참석" value="CHECKED"/>'
            '<hp:comboBox selectedValue="b"><hp:listItem displayText="가" value="a"/>'
            '<hp:listItem displayText="나" value="b"/></hp:comboBox><hp:edit><hp:text>입력</hp:text></hp:edit>'
        )
        assert lines(raws_of(p(run(forms)))) == ["☑ 참석나입력"]

    def test_the_text_of_fields_is_kept_but_not_their_parameters(self) -> None:
        begin = (
            '<hp:fieldBegin type="HYPERLINK"><hp:parameters><hp:stringParam name="Command">http\\://x</hp:stringParam>'
            "</hp:parameters></hp:fieldBegin>"
        )
        field = run(control(begin) + t("누리집") + control("<hp:fieldEnd/>"))
        assert lines(raws_of(p(field))) == ["누리집"]

    def test_of_two_ways_to_say_the_same_the_first_counts(self) -> None:
        switch = f"<hp:switch><hp:case>{t('새')}</hp:case><hp:default>{t('옛')}</hp:default></hp:switch>"
        raws = raws_of(p(run(switch)))
        assert lines(raws) == ["새"]
        assert not asides(raws)


class TestNumbers:
    def test_numbers_and_bullets_stand_in_front(self) -> None:
        raws = raws_of(
            p("하나", look=NUMBERED),
            p("둘", look=SUBNUMBERED),
            p("셋", look=SUBNUMBERED),
            p("넷", look=NUMBERED),
            p("다섯", look=SUBNUMBERED),
            p("여섯", look=BULLETED),
            p("일곱", look=OUTLINED),
        )
        assert lines(raws) == ["다. 하나", "다-1) 둘", "다-2) 셋", "라. 넷", "라-1) 다섯", "■ 여섯", "I. 일곱"]

    def test_a_paragraph_without_text_shows_no_number(self) -> None:
        assert lines(raws_of(p("", look=BULLETED), p("글", look=BULLETED))) == ["■ 글"]

    def test_caption_numbers_are_shown(self) -> None:
        number = control('<hp:autoNum num="3" numType="TABLE"><hp:autoNumFormat type="DIGIT"/></hp:autoNum>')
        caption = f'<hp:caption side="TOP">{sub_list(p(run(t("표 ") + number + t(" 현황"))))}</hp:caption>'
        raws = raws_of(p(run(tbl((tc("가", 0, 0), tc("나", 0, 1)), caption=caption))))
        assert isinstance(raws[0], RawLine)
        assert (raws[0].text.text, raws[0].role) == ("표 3 현황", Role.CAPTION)
        assert isinstance(raws[1], RawTable)


class TestNotes:
    def test_a_footnote_follows_its_paragraph_and_leaves_its_mark(self) -> None:
        raws = raws_of(p(run(t("지표") + note("footNote", "잠정치", 1) + t("가 올랐다."))), p("다음"))
        assert lines(raws) == ["지표1)가 올랐다.", "1) 잠정치", "다음"]
        assert [raw.role for raw in raws if isinstance(raw, RawLine)] == [None, Role.FOOTNOTE, None]

    def test_end_notes_too(self) -> None:
        assert lines(raws_of(p(run(t("지표") + note("endNote", "자료", 2))))) == ["지표2)", "2) 자료"]

    def test_a_note_without_a_number_is_counted(self) -> None:
        bare = control(f"<hp:footNote>{sub_list(p('설명'))}</hp:footNote>")
        assert lines(raws_of(p(run(t("가") + bare)), p(run(t("나") + bare)))) == ["가1)", "1) 설명", "나2)", "2) 설명"]

    def test_a_footnote_in_a_cell_follows_the_table(self) -> None:
        cell = p(run(t("값") + note("footNote", "추정", 1)))
        raws = raws_of(p(run(tbl((tc(cell, 0, 0), tc("나", 0, 1))))))
        assert [type(raw) for raw in raws] == [RawTable, RawLine]
        assert lines(raws) == ["1) 추정"]


class TestAsides:
    def test_headers_footers_and_comments_are_set_aside(self) -> None:
        parts = [
            control(f"<hp:{name}>{sub_list(p(text))}</hp:{name}>")
            for name, text in (("header", "머리"), ("footer", "꼬리"), ("hiddenComment", "숨은 설명"))
        ]
        raws = raws_of(p(run("".join(parts) + t("본문"))))
        assert lines(raws) == ["본문"]
        assert asides(raws) == ["머리", "꼬리", "숨은 설명"]

    def test_memos_are_set_aside(self) -> None:
        memo = control(f'<hp:fieldBegin type="MEMO">{sub_list(p("확인 요망"))}</hp:fieldBegin>')
        assert asides(raws_of(p(run(memo + t("본문"))))) == ["확인 요망"]

    def test_what_is_stored_twice_comes_once(self) -> None:
        header = f"<hp:header>{sub_list(p('머리'))}</hp:header>"
        raws = raws_of(p(run(f"<hp:secPr>{header}</hp:secPr>" + control(header) + t("본문"))))
        assert asides(raws) == ["머리"]

    def test_letters_nobody_can_read_are_set_aside(self) -> None:
        raws = raws_of(p(run(t("본문")), run(t("작은"), TINY), run(t("흰"), WHITE)))
        assert lines(raws) == ["본문"]
        assert asides(raws) == ["작은흰"]

    def test_white_letters_on_a_colour_are_text(self) -> None:
        raws = raws_of(p(run(tbl((tc(p(run(t("제목"), WHITE)), 0, 0, fill=FILLED), tc("나", 0, 1))))))
        assert isinstance(raws[0], RawTable)
        assert raws[0].rows[0][0].whole == "제목"

    def test_white_letters_that_may_lie_on_a_picture_are_text(self) -> None:
        white = sub_list(p(run(t("제목"), WHITE)))
        for markup in (
            f"<hp:container><hp:pic/><hp:rect><hp:drawText>{white}</hp:drawText></hp:rect></hp:container>",
            f'<hp:rect textWrap="IN_FRONT_OF_TEXT"><hp:drawText>{white}</hp:drawText></hp:rect>',
            f'<hp:pic textWrap="BEHIND_TEXT"/><hp:rect><hp:drawText>{white}</hp:drawText></hp:rect>',
        ):
            assert lines(raws_of(p(run(markup)))) == ["제목"]

    def test_tiny_spaces_are_spaces(self) -> None:
        assert lines(raws_of(p(run(t("  "), TINY), run(t("- 글"))))) == ["  - 글"]

    def test_deleted_text_is_set_aside_even_over_paragraphs(self) -> None:
        raws = raws_of(p('남은 <hp:deleteBegin Id="1" TcId="1"/>지운'), p('것<hp:deleteEnd Id="1" TcId="1"/> 글'))
        assert lines(raws) == ["남은 ", " 글"]
        assert "".join(asides(raws)) == "지운것"

    def test_a_deletion_that_never_ends_deletes_nothing(self) -> None:
        assert lines(raws_of(p('남은 <hp:deleteBegin Id="1" TcId="1"/>글'))) == ["남은 글"]

    def test_inserted_text_is_text(self) -> None:
        assert lines(raws_of(p('앞<hp:insertBegin TcId="1"/>새<hp:insertEnd TcId="1"/>뒤'))) == ["앞새뒤"]

    def test_text_in_unknown_places_is_never_lost(self) -> None:
        unknown = run(f"<hp:hologram>{sub_list(p('모르는 글'))}</hp:hologram>")
        assert asides(raws_of(p("본문"), p(unknown))) == ["모르는 글"]
        assert any("not understood" in warning for warning in warnings_of(p("본문"), p(unknown)))


class TestObjects:
    def test_a_text_box_is_a_box(self) -> None:
        (line,) = raws_of(p(box("상자 안")))
        assert isinstance(line, RawLine)
        assert (line.text.text, line.box) == ("상자 안", 1)

    def test_groups_give_the_text_of_all_their_shapes(self) -> None:
        shapes = "".join(
            f"<hp:{kind}><hp:drawText>{sub_list(p(kind))}</hp:drawText></hp:{kind}>"
            for kind in ("ellipse", "polygon", "curve")
        )
        assert lines(raws_of(p(run(f"<hp:container>{shapes}</hp:container>")))) == ["ellipse", "polygon", "curve"]

    def test_lettering_is_text(self) -> None:
        assert lines(raws_of(p(run('<hp:textart text="글맵시"/>')))) == ["글맵시"]

    def test_a_short_box_in_the_line_is_part_of_the_line(self) -> None:
        assert lines(raws_of(p(box("1", at(inline=True)), " 추진 배경"))) == ["1 추진 배경"]

    def test_a_drop_cap_begins_its_word(self) -> None:
        shape = f'<hp:rect dropcapstyle="DoubleLine">{at()}<hp:drawText>{sub_list(p("정"))}</hp:drawText></hp:rect>'
        assert lines(raws_of(p(run(shape), "부는 밝혔다."))) == ["정부는 밝혔다."]

    def test_a_picture_has_its_size_and_its_caption_after_it(self) -> None:
        picture = (
            f'<hp:pic>{at(height=14400)}<hp:caption side="BOTTOM">{sub_list(p("사진 설명"))}</hp:caption></hp:pic>'
        )
        raws = raws_of(p(run(picture)))
        assert raws[0] == RawPicture(25.4, 50.8)
        assert isinstance(raws[1], RawLine)
        assert raws[1].role is Role.CAPTION

    def test_the_description_of_a_picture_is_no_text(self) -> None:
        raws = raws_of(p(run("<hp:pic><hp:shapeComment>그림입니다.</hp:shapeComment></hp:pic>")))
        assert raws == [RawPicture()]

    def test_charts_and_other_embedded_things_are_pictures(self) -> None:
        assert raws_of(p(run("<hp:ole/><hp:chart/>"))) == [RawPicture(), RawPicture()]


class TestTables:
    def test_merged_cells(self) -> None:
        (raw,) = raws_of(p(run(tbl((tc("담당", 0, 0, (2, 1)), tc("과장", 0, 1)), (tc("사무관", 1, 1),)))))
        assert isinstance(raw, RawTable)
        assert [[cell.whole for cell in row] for row in raw.rows] == [["담당", "과장"], ["사무관"]]
        assert raw.rows[0][0].row_span == 2
        assert raw.size == 14

    def test_cells_that_claim_one_place_keep_the_order_of_the_file(self) -> None:
        (raw,) = raws_of(p(run(tbl((tc("가", 0, 0), tc("나", 0, 0)), (tc("다", 0, 0), tc("라", 0, 0))))))
        assert isinstance(raw, RawTable)
        assert [[cell.whole for cell in row] for row in raw.rows] == [["가", "나"], ["다", "라"]]

    def test_each_paragraph_of_a_cell_is_an_item(self) -> None:
        (raw,) = raws_of(p(run(tbl((tc("이름", 0, 0), tc(p("○ 교수") + p("* 전임"), 0, 1))))))
        assert isinstance(raw, RawTable)
        assert [item.text.text for item in raw.rows[0][1].items] == ["○ 교수", "* 전임"]

    def test_a_table_of_one_cell_is_a_box(self) -> None:
        (line,) = raws_of(p(run(tbl((tc("요약", 0, 0),)))))
        assert isinstance(line, RawLine)
        assert line.box == 1


class TestOrder:
    """Where an object is printed counts, not where it is anchored."""

    def test_an_object_below_the_lines_follows_them(self) -> None:
        headline = run(tbl((tc("제목", 0, 0),), place=at(top=2400, height=6000)))
        release_line = run(tbl((tc("보도시점", 0, 0), tc("즉시", 0, 1)), place=at(height=1500, inline=True)))
        raws = raws_of(p(headline, release_line, lines=[(4567, 2100)]))
        assert [type(raw) for raw in raws] == [RawTable, RawLine]

    def test_an_object_at_the_top_of_its_paragraph_stays(self) -> None:
        headline = run(tbl((tc("제목", 0, 0),), place=at(height=6000)))
        raws = raws_of(p(headline, "본문", lines=[(7000, 1400)]))
        assert lines(raws) == ["제목", "본문"]

    def test_objects_below_come_from_top_to_bottom(self) -> None:
        low, high = (run(tbl((tc(name, 0, 0),), place=at(top=top))) for name, top in (("아래", 9000), ("위", 3000)))
        assert lines(raws_of(p(low, high, "본문", lines=[(0, 1400)]))) == ["본문", "위", "아래"]

    def test_an_object_fixed_to_the_page_comes_where_it_is_printed(self) -> None:
        release_line = run(tbl((tc("보도시점 즉시", 0, 0),), place=at("PAGE", top=3000)))
        raws = raws_of(
            p("보도자료", lines=[(0, 2000)]),
            p("제목", lines=[(5000, 2000)]),
            p(release_line, "본문", lines=[(8000, 1400)]),
        )
        assert lines(raws) == ["보도자료", "보도시점 즉시", "제목", "본문"]

    def test_it_stays_on_its_page(self) -> None:
        low = run(tbl((tc("담당", 0, 0),), place=at("PAGE", top=70000)))
        raws = raws_of(
            p(low, "첫 쪽", lines=[(0, 1400)]), p("본문", lines=[(60000, 1400)]), p("둘째 쪽", lines=[(0, 1400)])
        )
        assert lines(raws) == ["첫 쪽", "본문", "담당", "둘째 쪽"]

    def test_without_a_layout_the_order_of_the_file_stands(self) -> None:
        fixed = run(tbl((tc("상자", 0, 0),), place=at("PAGE", top=0)))
        assert lines(raws_of(p("하나"), p("둘", fixed), p("셋"))) == ["하나", "둘", "상자", "셋"]


WORDS = st.text(st.sampled_from("가나다라 12①□ㅇ-*"), min_size=1, max_size=8).filter(str.strip)


@st.composite
def contents(draw: st.DrawFn, depth: int = 2) -> tuple[str, list[str]]:
    """The markup of a paragraph of nested objects, and every text in it."""
    text = f"{draw(WORDS)}{draw(st.integers(10, 99))}"
    if depth == 0:
        return p(text), [text]
    inner, texts = draw(contents(depth - 1))
    spot = at(draw(st.sampled_from(("PARA", "PAGE", "PAPER"))), draw(st.integers(0, 9000)), inline=draw(st.booleans()))
    kind = draw(st.sampled_from(("table", "frame", "box", "note", "header")))
    made = {
        "table": run(tbl((tc(inner, 0, 0), tc(text, 0, 1)), place=spot)),
        "frame": run(tbl((tc(inner, 0, 0),), place=spot)) + run(t(text)),
        "box": run(f"<hp:rect>{spot}<hp:drawText>{sub_list(inner)}</hp:drawText></hp:rect>") + run(t(text)),
        "note": run(t(text) + control(f"<hp:footNote>{sub_list(inner)}</hp:footNote>")),
        "header": run(t(text) + control(f"<hp:header>{sub_list(inner)}</hp:header>")),
    }[kind]
    segments = draw(st.sampled_from(([], [(0, 1400)], [(0, 1400), (2000, 1400)])))
    return p(made, lines=segments), [text, *texts]


@settings(max_examples=40, deadline=None)
@given(st.lists(contents(), min_size=1, max_size=4))
def test_no_text_is_ever_lost(paragraphs: list[tuple[str, list[str]]]) -> None:
    raws = raws_of(*(markup for markup, _ in paragraphs))
    found = [
        raw.text if isinstance(raw, RawAside) else raw.text.text for raw in raws if isinstance(raw, RawAside | RawLine)
    ]
    found += [cell.whole for raw in raws if isinstance(raw, RawTable) for row in raw.rows for cell in row]
    everything = "\n".join(found)
    assert all(text.strip() in everything for _, texts in paragraphs for text in texts)
