"""What other translation tools open."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gui.document.project import PROJECT_ID, Snapshot
from gui.document.release import Block, BlockKind
from gui.document.review import Comment, Layout, Reply, Version
from gui.document.richtext import Mark, RichText, Style
from gui.document.segment import Segment, State, Translation, Unit
from gui.exporters.registry import exporter
from gui.exporters.text import printable
from gui.exporters.xliff import document, file_id, sent_with
from tests.exporters.releases import Builder, translated, whole_release, without_english
from tests.exporters.xliff_rules import CORE, MDA, faults


def one(segment: Segment, *comments: Comment) -> Snapshot:
    unit = Unit("b1", Block(BlockKind.PARAGRAPH, segment.source), (segment,))
    return replace(Builder().unit(unit).snapshot(), comments=comments)


def of_one(snapshot: Snapshot) -> etree._Element:
    data = document(snapshot)
    assert faults(data) == []
    (segment,) = etree.fromstring(data).iter(CORE + "segment")
    return segment


def side(segment: etree._Element, name: str) -> str:
    element = segment.find(CORE + name)
    assert element is not None
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text.partition(">")[2].removesuffix(f"</{name}>")


@pytest.mark.parametrize("snapshot", [whole_release(), without_english(whole_release())])
def test_whole_releases_keep_the_rules_of_the_standard(snapshot: Snapshot, tmp_path: Path) -> None:
    path = exporter("xliff").export(snapshot, tmp_path / "a.xlf").path
    assert faults(path.read_bytes()) == []


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.INITIAL, ("initial", None)),
        (State.DRAFT, ("initial", "daejo:draft")),
        (State.TRANSLATED, ("translated", None)),
        (State.REVIEWED, ("reviewed", None)),
        (State.FINAL, ("final", None)),
    ],
)
def test_states(state: State, told: tuple[str, str | None]) -> None:
    segment = of_one(one(Segment("b1.1", RichText("하나"), Translation("One", state))))
    assert (segment.get("state"), segment.get("subState")) == told


def test_without_english_there_is_no_target() -> None:
    segment = of_one(one(Segment("b1.1", RichText("하나"))))
    assert segment.get("state") == "initial"
    assert segment.find(CORE + "target") is None


def test_styles_that_overlap_are_codes_that_nest() -> None:
    marks = (Mark(0, 3, Style.BOLD), Mark(2, 5, Style.ITALIC), Mark(4, 6, Style.UNDERLINE))
    segment = of_one(one(Segment("b1.1", RichText("가나다라마바", marks), translated("ABC"))))
    opened = [(code.get("subType"), "".join(map(str, code.itertext()))) for code in segment.iter(CORE + "pc")]
    assert opened == [("xlf:b", "가나다"), ("xlf:i", "다"), ("xlf:i", "라마"), ("xlf:u", "마"), ("xlf:u", "바")]
    assert side(segment, "target") == "ABC"


def test_a_style_over_all_of_the_korean_is_over_the_english() -> None:
    source = RichText("가나", (Mark(0, 2, Style.BOLD), Mark(0, 2, Style.ITALIC)))
    target = of_one(one(Segment("b1.1", source, translated("AB")))).find(CORE + "target")
    assert target is not None
    assert [code.get("subType") for code in target.iter(CORE + "pc")] == ["xlf:b", "xlf:i"]
    assert "".join(str(text) for text in target.itertext()) == "AB"


def test_comments_are_notes_and_lie_on_their_words() -> None:
    at = datetime(2024, 6, 1, tzinfo=UTC)
    comments = (
        Comment("c1", "b1.1", "Which port?", "Kim", at, "port", 4, (Reply("Busan", "Lee"),)),
        Comment("c2", "b1.1", "All of it."),
        Comment("c3", "b1.1", "Gone.", quote="ships"),
        Comment("c4", "b1.1", "Cuts the first in two.", quote="rt o", start=6),
    )
    snapshot = one(Segment("b1.1", RichText("항구"), translated("The port opens")), *comments)
    segment = of_one(snapshot)
    (mark,) = segment.iter(CORE + "mrk")
    assert (mark.text, mark.get("ref")) == ("port", "#n=n-c1")
    notes = {note.get("id"): note.text for note in etree.fromstring(document(snapshot)).iter(CORE + "note")}
    assert notes == {
        "kind": "paragraph",
        "n-c1": "Kim: “port”: Which port?\n↳ Lee: Busan",
        "n-c2": "All of it.",
        "n-c3": "“ships”: Gone.",
        "n-c4": "“rt o”: Cuts the first in two.",
    }


def test_a_cell_says_where_it_stands() -> None:
    root = etree.fromstring(document(whole_release()))
    told = {
        unit.get("id"): {meta.get("type"): meta.text for meta in unit.iter(MDA + "meta")}
        for unit in root.iter(CORE + "unit")
        if unit.get("type") == "daejo:cell"
    }
    cell = next(entry for name, entry in told.items() if str(name).endswith(".row2.col1.item0"))
    assert (cell["kind"], cell["row"], cell["column"], cell["item"]) == ("table", "2", "1", "0")


def test_an_embargo_goes_with_the_file() -> None:
    root = etree.fromstring(document(whole_release()))
    note = root.find(f"{CORE}file/{CORE}notes/{CORE}note")
    assert note is not None
    assert note.text == "Embargoed until the event ends (separate notice)"


def test_the_file_says_of_which_project_and_version_it_is() -> None:
    snapshot = one(Segment("b1.1", RichText("하나")))
    assert sent_with(file_id(snapshot)) == ("", "")
    named = replace(snapshot, properties=((PROJECT_ID, "ab12"),))
    assert sent_with(file_id(named)) == ("ab12", "")
    layouts = tuple(Layout(unit.key, unit.segments) for unit in named.units)
    kept = replace(named, versions=(Version("cd34", "Sent", layouts=layouts),))
    assert sent_with(file_id(kept)) == ("ab12", "cd34")


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(
    any_text, any_text, any_text, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(Style)))
)
def test_any_text_and_any_styles(korean: str, english: str, said: str, ranges: list[tuple[int, int, Style]]) -> None:
    length = len(korean)
    marks = tuple(
        Mark(min(a, length), min(b, length), style) for a, b, style in ranges if min(a, length) < min(b, length)
    )
    comment = Comment("c 1", "b1.1", said, quote=english[1:4], start=1)
    segment = of_one(one(Segment("b1.1", RichText(korean, marks), translated(english)), comment))
    texts = [printable(text) for text in (korean, english)]
    source, target = segment.find(CORE + "source"), segment.find(CORE + "target")
    assert source is not None
    assert "".join(str(text) for text in source.itertext()) == texts[0]
    assert ("" if target is None else "".join(str(text) for text in target.itertext())) == texts[1]


@given(st.text(max_size=8))
def test_forbidden_characters_are_reported(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.xlf"
    report = exporter("xliff").export(one(Segment("b1.1", RichText("하나"), translated(f"\x01{text}"))), path)
    (warning,) = report.warnings
    assert "Control characters" in str(warning)
