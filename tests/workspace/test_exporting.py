"""Which documents are drafts, and what they are called."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import State
from gui.workspace.exporting import EXPORTERS, Exporter, ExportOptions, export, exporter_for, proposed_name, unfinished
from tests.exporters.releases import Builder


def release(state: State = State.TRANSLATED, english: str = "He went on Monday.") -> Snapshot:
    snapshot = Builder().add(BlockKind.PARAGRAPH, ("그는 월요일에 갔습니다.", english)).snapshot()
    (unit,) = snapshot.units
    segments = tuple(replace(item, translation=replace(item.translation, state=state)) for item in unit.segments)
    return replace(snapshot, units=(replace(unit, segments=segments),))


def header(path: Path) -> str:
    return str(docx.Document(str(path)).sections[0].header.paragraphs[0].text)


@pytest.mark.parametrize(
    ("snapshot", "mark"),
    [
        (release(), ""),
        (release(State.DRAFT), "DRAFT"),
        (release(State.INITIAL, ""), "DRAFT"),
        (Builder().add(BlockKind.PARAGRAPH, ("1,024", "")).snapshot(), ""),
        (Builder().add(BlockKind.PARAGRAPH, ("120억원", "KRW 120 billion")).snapshot(), "DRAFT"),
    ],
    ids=["finished", "unconfirmed", "untranslated", "figure", "error"],
)
def test_what_nobody_was_asked_about_is_a_draft_if_unfinished(tmp_path: Path, snapshot: Snapshot, mark: str) -> None:
    path = export(snapshot, tmp_path / "mine.docx").path
    assert (path.name, header(path)) == ("mine.docx", mark)


def test_a_deliberate_choice_stands(tmp_path: Path) -> None:
    assert header(export(release(State.DRAFT), tmp_path / "a.docx", None, ExportOptions()).path) == ""
    assert header(export(release(), tmp_path / "a.docx", None, ExportOptions(draft=True)).path) == "DRAFT"


def test_errors_of_open_segments_are_not_told_twice() -> None:
    issues = [Issue("numbers", Severity.ERROR, key, note("Wrong")) for key in ("b1.1", None)]
    issues.append(Issue("style", Severity.WARNING, None, note("Meh")))
    assert len(unfinished(release(State.DRAFT), issues).errors) == 1
    assert len(unfinished(release(), issues).errors) == 2
    assert not unfinished(release(), issues[2:])


def test_proposed_names() -> None:
    names = {member.name: proposed_name("보도자료", member, draft=True) for member in EXPORTERS}
    assert names["english"] == "보도자료_EN (DRAFT).docx"
    assert names["csv"] == "보도자료_KO-EN.csv"
    assert proposed_name("a", exporter_for(Path("a.docx"), "bilingual"), draft=False) == "a_KO-EN.docx"


@pytest.mark.parametrize("member", EXPORTERS, ids=lambda member: member.name)
def test_each_format_is_found_by_its_name(member: Exporter) -> None:
    assert exporter_for(Path(f"a{member.suffix}"), member.name) is member
