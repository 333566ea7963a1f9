"""Tracked changes: accepting them all gives the English of now, rejecting them all that of the version."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.edit import Edit
from gui.document.errors import ExportError
from gui.document.project import Project, Snapshot
from gui.document.release import BlockKind
from gui.document.segments import merge_with_next, split_segment
from gui.document.tables import insert_row, move_row, remove_row, set_cell
from gui.exporters import verify
from gui.exporters.base import ExportOptions
from gui.exporters.english import content
from gui.exporters.package import document
from gui.exporters.registry import exporter
from gui.exporters.tracked import content as tracked
from tests.exporters.parts import W, faults, part
from tests.exporters.releases import (
    Builder,
    people,
    translated,
    versioned,
    whole_release,
    with_english,
    without_english,
)

AT = datetime(2024, 6, 14, 9, tzinfo=UTC)


def paragraph(*pairs: str) -> Snapshot:
    return Builder().add(BlockKind.PARAGRAPH, *((f"문장 {number}", en) for number, en in enumerate(pairs))).snapshot()


def changes(path: Path) -> list[tuple[str, str]]:
    """Each tracked change of words: what it does, and its words."""
    root = part(path, "document")
    return [
        (element.tag.removeprefix(W), "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText")))
        for element in root.iter(f"{W}ins", f"{W}del")
        if len(element)
    ]


def write(old: Snapshot, new: Snapshot, path: Path, **options: object) -> list[tuple[str, str]]:
    """The changes from one to the other; the exporter itself makes sure that they lead there and back."""
    exporter("tracked").export(versioned(new, old), path, ExportOptions(**options))  # type: ignore[arg-type]  # as given
    assert faults(path) == []
    return changes(path)


def edited(snapshot: Snapshot, *steps: Callable[[Project], Edit]) -> Snapshot:
    project = Project(snapshot.release, snapshot.units)
    for step in steps:
        assert project.apply(step(project))
    return project.snapshot()


def test_words_that_changed(tmp_path: Path) -> None:
    old, new = paragraph("The half goes to Busan.", "It ended."), paragraph("A half will go to Busan.", "It ended.")
    assert write(old, new, tmp_path / "a.docx") == [
        ("del", "The"),
        ("ins", "A"),
        ("del", "goes"),
        ("ins", "will go"),
    ]


def test_a_phrase_is_replaced_as_a_whole(tmp_path: Path) -> None:
    old, new = paragraph("He said so yesterday."), paragraph("He warned against this.")
    assert write(old, new, tmp_path / "a.docx") == [("del", "said so yesterday"), ("ins", "warned against this")]


def test_changes_are_signed(tmp_path: Path) -> None:
    old, new = paragraph("One.", "Two."), paragraph("One.", "Three.")
    (unit,) = new.units
    second = replace(unit.segments[1], translation=replace(translated("Three."), signed_by="Lee <Ga>", signed_at=AT))
    signed = replace(new, units=(replace(unit, segments=(unit.segments[0], second)),))
    for snapshot, author in ((signed, "Lee <Ga>"), (new, "Desk")):
        write(old, snapshot, tmp_path / "a.docx", author="Desk")
        marks = list(part(tmp_path / "a.docx", "document").iter(f"{W}ins", f"{W}del"))
        assert {mark.get(f"{W}author") for mark in marks} == {author}
        assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)
        assert all(str(mark.get(f"{W}date")).endswith("Z") for mark in marks)
    assert marks[0].get(f"{W}date") != "2024-06-14T09:00:00Z"


def test_nothing_changed(tmp_path: Path) -> None:
    assert write(whole_release(), whole_release(), tmp_path / "a.docx") == []


def test_a_first_draft_against_no_english(tmp_path: Path) -> None:
    found = write(without_english(whole_release()), whole_release(), tmp_path / "a.docx")
    assert ("ins", "Press Release") in found
    assert ("del", "보도자료") in found


def test_segments_split_and_merged(tmp_path: Path) -> None:
    old = paragraph("One two three.", "Four five.")
    for new in (
        edited(old, lambda project: split_segment(project.unit("b1"), "b1.1", 2, 4)),
        edited(old, lambda project: merge_with_next(project.unit("b1"), "b1.1")),
    ):
        assert write(old, new, tmp_path / "a.docx") == []
        other = with_english(new, lambda segment: segment.target.replace("three", "3"))
        assert write(old, other, tmp_path / "a.docx") == [("del", "three"), ("ins", "3")]


def test_rows_that_came_went_and_moved(tmp_path: Path) -> None:
    old = Builder().attendees(people(5)).snapshot()
    new = edited(
        old,
        lambda project: remove_row(project.unit("b1"), 2),
        lambda project: move_row(project.unit("b1"), 4, 1),
        lambda project: insert_row(project.unit("b1"), 3),
    )
    write(old, new, tmp_path / "a.docx")
    rows = list(part(tmp_path / "a.docx", "document").iter(f"{W}tr"))
    marks = ["ins" if row.find(f"{W}trPr/{W}ins") is not None else "del" if row.find(f"{W}trPr/{W}del") is not None
             else "" for row in rows]  # fmt: skip
    assert sorted(mark for mark in marks if mark) == ["del", "del", "ins", "ins"]


@pytest.mark.parametrize("lines", [(), ("One",), ("One", "Two", "Three", "Four", "Five")])
def test_lines_of_a_cell_that_came_and_went(tmp_path: Path, lines: tuple[str, ...]) -> None:
    old = Builder().attendees(people(2)).snapshot()
    steps = set_cell(old.units[0], 1, 2, lines)
    new = edited(old, *(partial(_same, step=step) for step in steps))
    write(old, new, tmp_path / "a.docx")
    write(new, old, tmp_path / "a.docx")


def _same(_project: Project, step: Edit) -> Edit:
    return step


def test_the_version_that_is_asked_for(tmp_path: Path) -> None:
    first, second, now = paragraph("One."), paragraph("Two."), paragraph("Three.")
    snapshot = versioned(now, first, second)
    for against, gone in ((None, "Two"), ("v1", "One")):
        exporter("tracked").export(snapshot, tmp_path / "a.docx", ExportOptions(against=against))
        assert changes(tmp_path / "a.docx") == [("del", gone), ("ins", "Three")]
    with pytest.raises(ExportError, match="no earlier version"):
        exporter("tracked").export(snapshot, tmp_path / "a.docx", ExportOptions(against="v9"))
    with pytest.raises(ExportError, match="no earlier version"):
        exporter("tracked").export(now, tmp_path / "a.docx")


def test_the_embargo_line_is_tracked(tmp_path: Path) -> None:
    old = Builder().add(BlockKind.EMBARGO, ("종료 후", "Embargoed until Friday")).snapshot()
    new = with_english(old, lambda _: "Embargoed until Monday")
    write(old, new, tmp_path / "a.docx")
    assert len(list(part(tmp_path / "a.docx", "header1").iter(f"{W}ins", f"{W}del"))) == 2


TEXTS = st.text(st.sampled_from("ab .,*가\n\t-"), max_size=30)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_texts(tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]) -> None:
    old, new = (paragraph(*(pair[side] for pair in texts)) for side in (0, 1))
    path = tmp_path_factory.mktemp("any") / "a.docx"
    exporter("tracked").export(versioned(new, old), path)


def test_changes_that_lead_elsewhere_are_refused() -> None:
    old, new = paragraph("One two."), paragraph("One three.")
    data = document(tracked(old, new, ExportOptions()))
    verify.verify_changes(data, content(old), content(new), "a.docx")
    for wrong in ((content(new), content(new)), (content(old), content(old))):
        with pytest.raises(ExportError, match="does not match the project"):
            verify.verify_changes(data, *wrong, "a.docx")
