"""A project as a translation memory."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gui.document.release import BlockKind
from gui.document.review import Comment
from gui.document.segment import Origin, OriginKind, State, Translation
from gui.exporters.text import printable
from gui.memory.tmx import read_tmx
from gui.workspace.exporting import export
from tests.exporters.releases import Builder, whole_release


def test_pairs_with_their_neighbours_come_back(tmp_path: Path) -> None:
    snapshot = whole_release()
    report = export(snapshot, tmp_path / "a.tmx")
    units = list(read_tmx(report.path))
    segments = list(snapshot.segments())
    wanted = [(segment.source.text, segment.target) for segment in segments if segment.target]
    assert [(unit.source, unit.target) for unit in units] == wanted
    assert units[1].before == segments[0].source.text
    assert units[1].after == segments[2].source.text
    assert "Segments without English: 3" in str(report.warnings[0])


def test_state_origin_marks_and_comments_go_along(tmp_path: Path) -> None:
    at = datetime(2024, 6, 1, 12, 30, 15, 500, tzinfo=UTC)
    snapshot = Builder().add(BlockKind.HEADLINE, ("홍길동", "Hong")).snapshot()
    (unit,) = snapshot.units
    origin = Origin(OriginKind.MEMORY, "agency", 92, at)
    translation = Translation("Hong", State.REVIEWED, origin, ("Hong",), "Kim", at)
    unit = replace(unit, segments=(replace(unit.segments[0], translation=translation),))
    snapshot = replace(snapshot, units=(unit,), comments=(Comment("c1", "b1.1", "Sure?", "Lee"),))
    path = export(snapshot, tmp_path / "a.tmx").path
    (element,) = etree.parse(str(path)).iter("tu")
    props = {prop.get("type"): prop.text for prop in element.iter("prop")}
    assert props["x-kind"] == "headline"
    assert props["x-state"] == "reviewed"
    assert props["x-origin"] == "memory 92% agency"
    assert props["x-to-confirm"] == "Hong"
    assert [note.text for note in element.iter("note")] == ["Lee: Sure?"]
    assert (element.get("tuid"), element.get("changeid"), element.get("changedate")) == (
        "b1.1",
        "Kim",
        "20240601T123015Z",
    )
    assert [child.tag for child in element] == sorted(
        (child.tag for child in element), key=["note", "prop", "tuv"].index
    )


def test_an_embargo_stands_in_the_header(tmp_path: Path) -> None:
    header: list[str] = []
    list(read_tmx(export(whole_release(), tmp_path / "a.tmx").path, header.append))
    assert "EMBARGO: Embargoed until the event ends" in header[0]


side = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(st.tuples(side, side), min_size=1, max_size=4))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.tmx"
    export(Builder().add(BlockKind.PARAGRAPH, *pairs).snapshot(), path)
    wanted = [pair for pair in pairs if all(text.strip() for text in pair)]
    found = [(unit.source, unit.target) for unit in read_tmx(path)]
    assert found == [tuple(unicodedata.normalize("NFC", printable(text)) for text in pair) for pair in wanted]
