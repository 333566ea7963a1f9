import pytest

from gui.document.edit import PropertyEdit, TargetEdit
from gui.document.naming import CONFIRMED_NAMES, confirmed_names
from gui.document.project import Project
from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Release, Table
from gui.document.richtext import RichText
from gui.document.segment import State, Translation
from gui.engines.facts import facts
from gui.workspace.drafting import draft_all, known_engines
from gui.workspace.naming import confirm_name, names_of
from gui.workspace.segmenting import project_from


def _cell(text: str) -> Cell:
    return Cell((CellItem(RichText(text)),))


def _project(body: tuple[str, ...], rows: tuple[tuple[str, str], ...]) -> Project:
    cells = tuple(tuple(map(_cell, row)) for row in (("이름", "현직"), *rows))
    table = Table(cells, 1, (ColumnRole.NAME, ColumnRole.POSITION))
    paragraphs = [Block(BlockKind.PARAGRAPH, RichText(text)) for text in body]
    return project_from(Release("markdown", "r.md", (*paragraphs, Block(BlockKind.ATTENDEE_TABLE, table=table))))


def _segment(project: Project, source: str) -> str:
    return next(segment.key for segment in project.snapshot().segments() if segment.source.text == source)


def _put(project: Project, source: str, target: str, state: State = State.DRAFT, *marks: str) -> str:
    key = _segment(project, source)
    old = project.segment(key).translation
    assert project.apply(TargetEdit(key, old, Translation(target, state, None, marks)))
    return key


FIRST = "설나래 원장이 발표를 했습니다."
LATER = "설 원장은 감사를 전했습니다."
ROWS = (("설나래", "해양연구원 원장"), ("나한결", "국립암센터 원장"))


@pytest.fixture
def project() -> Project:
    return _project((FIRST, LATER), ROWS)


def _apply(project: Project, hangul: str, english: str) -> None:
    for edit in confirm_name(project.snapshot(), hangul, english):
        assert project.apply(edit)


def test_every_name_has_a_spelling_and_its_grounds(project: Project) -> None:
    entries = {entry.hangul: entry for entry in names_of(project.snapshot())}
    assert set(entries) == {"설나래", "나한결"}
    assert entries["설나래"].english == "Seol Na-rae"
    assert not entries["설나래"].confirmed
    assert "customary Seol" in str(entries["설나래"].grounds)
    assert len(entries["설나래"].occurrences) == 2  # the body and the table


def test_the_spelling_of_the_release_comes_before_the_customary_one() -> None:
    project = _project(("설나래(Narae SUL) 원장이 발표를 했습니다.",), ROWS)
    entry = next(entry for entry in names_of(project.snapshot()) if entry.hangul == "설나래")
    assert entry.english == "Sul Narae"
    assert str(entry.grounds) == "as the release spells it"


def test_confirming_carries_through_body_and_table(project: Project) -> None:
    body = _put(project, FIRST, "President Seol Na-rae gave a talk.", State.REVIEWED, "Seol Na-rae")
    later = _put(project, LATER, "President Seol gave thanks.")
    name = _put(project, "설나래", "Seol Na-rae", State.DRAFT, "Seol Na-rae")
    _apply(project, "설나래", "Sul Narae")
    assert project.segment(body).target == "President Sul Narae gave a talk."
    assert project.segment(body).translation.marks == ()
    assert project.segment(body).state is State.TRANSLATED  # reviewed text has changed
    assert project.segment(later).target == "President Sul gave thanks."
    assert project.segment(name).target == "Sul Narae"
    assert confirmed_names(project.snapshot()) == {"설나래": "Sul Narae"}
    entry = next(entry for entry in names_of(project.snapshot()) if entry.hangul == "설나래")
    assert (entry.english, entry.confirmed) == ("Sul Narae", True)


def test_confirming_the_proposal_itself_clears_the_mark(project: Project) -> None:
    key = _put(project, "설나래", "Seol Na-rae", State.DRAFT, "Seol Na-rae")
    _apply(project, "설나래", "Seol Na-rae")
    assert project.segment(key).translation.marks == ()
    assert confirm_name(project.snapshot(), "설나래", "Seol Na-rae") == []


def test_a_family_name_that_two_people_share_is_left_alone() -> None:
    project = _project((FIRST, LATER), (*ROWS, ("설가람", "교수")))
    _put(project, FIRST, "President Seol Na-rae gave a talk.")
    later = _put(project, LATER, "President Seol gave thanks.")
    _apply(project, "설나래", "Sul Narae")
    assert project.segment(later).target == "President Seol gave thanks."


def test_every_edit_can_be_undone(project: Project) -> None:
    _put(project, FIRST, "President Seol Na-rae gave a talk.", State.DRAFT, "Seol Na-rae")
    before = project.snapshot()
    edits = confirm_name(before, "설나래", "Sul Narae")
    assert isinstance(edits[0], PropertyEdit)
    assert edits[0].name == CONFIRMED_NAMES
    for edit in edits:
        project.apply(edit)
    for edit in reversed(edits):
        assert project.apply(edit.inverse())
    assert project.snapshot() == before


def test_later_drafts_and_facts_use_the_confirmed_spelling(project: Project) -> None:
    _apply(project, "설나래", "Sul Narae")
    draft_all(project.snapshot(), known_engines()[:1], project.apply)
    segment = project.segment(_segment(project, "설나래"))
    assert (segment.target, segment.translation.marks) == ("Sul Narae", ())
    found = facts(FIRST, None, confirmed_names(project.snapshot()))
    assert ("Sul Narae", True) in [(fact.english, fact.sure) for fact in found]
