"""Foot-notes of Word's own in place of the stars."""

from pathlib import Path

import pytest

from gui.document.project import Snapshot
from gui.document.release import BlockKind, Cell, CellItem
from gui.document.richtext import RichText
from gui.exporters.base import ExportOptions, FootNotes
from gui.exporters.registry import exporter
from tests.exporters.parts import W, faults, names, paragraphs, part, text
from tests.exporters.releases import Builder, cell


def with_note(english: str, note: str = "Shore power: electricity at berth", mark: str = "*") -> Snapshot:
    build = Builder().add(BlockKind.PARAGRAPH, (f"육상전원{mark}을 늘린다.", english), ("끝났다.", "It ended."))
    return build.add(BlockKind.FOOTNOTE, ("정박 중 전기", note), lead=f"{mark} ").snapshot()


def written(snapshot: Snapshot, path: Path, **options: object) -> tuple[list[str], list[str]]:
    """The body with ``[n]`` for references, and the foot-notes."""
    exporter("english").export(snapshot, path, ExportOptions(**options))  # type: ignore[arg-type]  # as given
    assert faults(path) == []
    body = part(path, "document")
    for reference in body.iter(f"{W}footnoteReference"):
        reference.tag = f"{W}t"
        reference.text = f"[{reference.get(f'{W}id')}]"
    notes = []
    if "word/footnotes.xml" in names(path):
        notes = [text(note).strip() for note in part(path, "footnotes") if note.get(f"{W}type") is None]
    return [line for line in paragraphs(body) if line], notes


def test_the_star_becomes_the_reference(tmp_path: Path) -> None:
    body, notes = written(with_note("Shore power* will be extended."), tmp_path / "a.docx")
    assert body == ["Shore power[1] will be extended. It ended."]
    assert notes == ["Shore power: electricity at berth"]


@pytest.mark.parametrize(("mark", "english"), [("**", "Power** comes."), ("1)", "Power1) comes.")])
def test_marks_of_other_forms(tmp_path: Path, mark: str, english: str) -> None:
    body, _ = written(with_note(english, mark=mark), tmp_path / "a.docx")
    assert body == ["Power[1] comes. It ended."]


def test_a_lost_star_is_told_and_the_paragraph_ends_with_the_reference(tmp_path: Path) -> None:
    snapshot = with_note("Shore power will be extended.")
    body, _ = written(snapshot, tmp_path / "a.docx")
    assert body == ["Shore power will be extended. It ended.[1]"]
    report = exporter("english").export(snapshot, tmp_path / "a.docx")
    assert [str(warning) for warning in report.warnings] == [
        "Foot-notes whose star is not in the English: 1. Their reference is at the end of the paragraph."
    ]


def test_two_notes_of_one_mark_take_one_star_each(tmp_path: Path) -> None:
    build = Builder().add(BlockKind.PARAGRAPH, ("가* 나* 다", "A* and B* and C"))
    build.add(BlockKind.FOOTNOTE, ("하나", "One"), lead="* ").add(BlockKind.FOOTNOTE, ("둘", "Two"), lead="* ")
    assert written(build.snapshot(), tmp_path / "a.docx") == (["A[1] and B[2] and C"], ["One", "Two"])


def test_a_star_in_a_table(tmp_path: Path) -> None:
    starred = (Cell((CellItem(RichText("나*")),)), ("B*",))
    build = Builder().table([[cell(("가", "A")), starred]]).add(BlockKind.FOOTNOTE, ("설명", "Note"), lead="* ")
    assert written(build.snapshot(), tmp_path / "a.docx") == (["A", "B[1]"], ["Note"])


def test_a_star_lost_in_a_table_ends_its_cell(tmp_path: Path) -> None:
    starred = (Cell((CellItem(RichText("가*")),)), ("A",))
    build = Builder().table([[starred, cell(("나", "B"))]]).add(BlockKind.FOOTNOTE, ("설명", "Note"), lead="* ")
    assert written(build.snapshot(), tmp_path / "a.docx")[0] == ["A[1]", "B"]


def test_a_note_without_a_star_stays_a_paragraph(tmp_path: Path) -> None:
    build = Builder().add(BlockKind.PARAGRAPH, ("가", "A")).add(BlockKind.FOOTNOTE, ("설명", "Note"), lead="* ")
    assert written(build.snapshot(), tmp_path / "a.docx") == (["A", "* Note"], [])


def test_a_note_on_the_embargo_line_stays_a_paragraph(tmp_path: Path) -> None:
    build = Builder().add(BlockKind.EMBARGO, ("행사* 종료 이후", "Embargoed until the event* ends"))
    build.add(BlockKind.FOOTNOTE, ("설명", "Note"), lead="* ")
    assert written(build.snapshot(), tmp_path / "a.docx") == (["* Note"], [])


def test_notes_as_text(tmp_path: Path) -> None:
    body, notes = written(with_note("Shore power* comes."), tmp_path / "a.docx", footnotes=FootNotes.TEXT)
    assert (body, notes) == (["Shore power* comes. It ended.", "* Shore power: electricity at berth"], [])


def test_many_notes(tmp_path: Path) -> None:
    build = Builder()
    for number in range(300):
        build.add(BlockKind.PARAGRAPH, ("가*", f"Word{number}*"))
        build.add(BlockKind.FOOTNOTE, ("설명", f"Note {number}"), lead="* ")
    body, notes = written(build.snapshot(), tmp_path / "a.docx")
    assert body == [f"Word{number}[{number + 1}]" for number in range(300)]
    assert notes == [f"Note {number}" for number in range(300)]
