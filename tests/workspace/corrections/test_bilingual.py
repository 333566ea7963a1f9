"""What single things in a table that came back mean."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from gui.document.edit import PropertyEdit, SegmentsEdit, TargetEdit
from gui.document.errors import ReadError
from gui.document.project import PROJECT_ID, Project
from gui.document.release import BlockKind
from gui.document.review import Comment, Reply
from gui.document.segment import HUMAN, State, Translation
from gui.exporters.registry import exporter
from gui.workspace.corrections.model import Corrections, Doubt, ProblemKind
from gui.workspace.corrections.reading import read_corrections
from gui.workspace.corrections.returned import Hand
from tests.exporters.releases import Builder, whole_release
from tests.workspace.corrections.reviewer import AUTHOR, Reviewer, W, came_back, sent_out

FIRST, SECOND, THIRD = "b1.1", "b1.2", "b2.1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.docx"


@pytest.fixture
def project(path: Path) -> Project:
    build = Builder().add(
        BlockKind.PARAGRAPH, ("첫째 문장이다.", "The first sentence."), ("둘째 문장이다.", "The second sentence.")
    )
    return sent_out(build.add(BlockKind.NOTE, ("셋째", "The third one."), lead="※ ").snapshot(), path)


@pytest.fixture
def reviewer(path: Path, project: Project) -> Reviewer:
    return Reviewer(path, project.snapshot())


Back = Callable[[], Corrections]


@pytest.fixture
def back(reviewer: Reviewer, project: Project) -> Back:
    return lambda: came_back(reviewer.save(), project.snapshot())


def texts(found: Corrections) -> dict[str, str]:
    return {change.key: change.corrected for change in found.changes}


def kinds(found: Corrections) -> list[tuple[ProblemKind, str]]:
    return [(problem.kind, problem.segment) for problem in found.problems]


def type_at_desk(project: Project, key: str, text: str) -> None:
    old = project.segment(key).translation
    assert project.apply(TargetEdit(key, old, Translation(text, State.TRANSLATED, HUMAN)))


# -- English


def test_a_tracked_change_names_its_author(reviewer: Reviewer, back: Back) -> None:
    reviewer.track(FIRST, "The ", "first", "1st", " sentence.")
    (change,) = back().changes
    assert (change.number, change.exported, change.corrected) == (1, "The first sentence.", "The 1st sentence.")
    assert change.hands == (Hand(AUTHOR, datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC)),)
    assert back().reviewer == AUTHOR


def test_moved_words_are_taken_where_they_went(reviewer: Reviewer, back: Back) -> None:
    paragraph = reviewer.paragraph(FIRST)
    reviewer.clear(paragraph)
    paragraph.append(reviewer.tracked("moveFrom", reviewer.runs("The ")))
    paragraph.extend(reviewer.runs("first sentence"))
    paragraph.append(reviewer.tracked("moveTo", reviewer.runs(", the.")))
    assert texts(back()) == {FIRST: "first sentence, the."}


def test_paragraphs_in_a_cell_are_lines_and_empty_ones_at_its_ends_nothing(reviewer: Reviewer, back: Back) -> None:
    reviewer.in_paragraphs(FIRST, "One.", "Two.")
    reviewer.in_paragraphs(SECOND, "The second sentence.", "", "")
    assert texts(back()) == {FIRST: "One.\nTwo."}


def test_a_paragraph_whose_end_was_deleted_reads_on(reviewer: Reviewer, back: Back) -> None:
    reviewer.in_paragraphs(FIRST, "The first ", "sentence.")
    paragraph = reviewer.paragraph(FIRST)
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    marks = properties.makeelement(W + "rPr")
    marks.append(reviewer.tracked("del", []))
    properties.append(marks)
    assert back().changes == ()


@pytest.mark.parametrize("text", ["The\N{NO-BREAK SPACE}first sentence.", "The “first” sentence.", "The first – x", ""])
def test_what_word_puts_in_by_itself_is_a_change_like_any_other(reviewer: Reviewer, back: Back, text: str) -> None:
    reviewer.retype(FIRST, text)
    assert texts(back()) == {FIRST: text}


def test_looks_are_no_change(reviewer: Reviewer, back: Back) -> None:
    for run in reviewer.cell(FIRST).iter(W + "r"):
        properties = run.makeelement(W + "rPr")
        properties.append(run.makeelement(W + "b"))
        run.insert(0, properties)
    assert back().changes == ()


def test_special_hyphens_of_word(reviewer: Reviewer, back: Back) -> None:
    reviewer.retype(FIRST, "Gil")
    (run,) = reviewer.paragraph(FIRST).findall(W + "r")
    for name in ("noBreakHyphen", "softHyphen"):
        run.append(run.makeelement(W + name))
    assert texts(back()) == {FIRST: "Gil\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"}


# -- conflicts


def test_what_the_desk_changed_meanwhile_is_a_conflict(project: Project, reviewer: Reviewer, back: Back) -> None:
    type_at_desk(project, FIRST, "The desk's sentence.")
    type_at_desk(project, SECOND, "The desk's second.")
    reviewer.retype(FIRST, "The reviewer's sentence.")
    (change,) = back().changes
    assert change.doubts == (Doubt.CONFLICT,)
    assert (change.exported, change.current) == ("The first sentence.", "The desk's sentence.")


def test_the_same_change_on_both_sides_is_none(project: Project, reviewer: Reviewer, back: Back) -> None:
    type_at_desk(project, FIRST, "Same.")
    reviewer.retype(FIRST, "Same.")
    assert back().changes == ()


def test_english_of_another_row_is_in_doubt(reviewer: Reviewer, back: Back) -> None:
    reviewer.retype(FIRST, "The second sentence.")
    assert [change.doubts for change in back().changes] == [(Doubt.OTHER_ROW,)]


def test_a_segment_that_is_gone_is_reported(project: Project, reviewer: Reviewer, back: Back) -> None:
    unit = project.unit("b1")
    assert project.apply(SegmentsEdit("b1", unit.segments, (replace(unit.segments[0], key="b1.9"),)))
    reviewer.retype(SECOND, "Corrected.")
    found = back()
    assert found.changes == ()
    assert [(problem.kind, problem.text) for problem in found.problems] == [(ProblemKind.GONE, "Corrected.")]


# -- rows


def test_a_missing_row(reviewer: Reviewer, back: Back) -> None:
    reviewer.remove(SECOND)
    assert kinds(back()) == [(ProblemKind.MISSING, SECOND)]


def test_a_struck_row_names_who_deleted_it(reviewer: Reviewer, back: Back) -> None:
    reviewer.strike(SECOND)
    (problem,) = back().problems
    assert (problem.kind, problem.segment) == (ProblemKind.MISSING, SECOND)
    assert AUTHOR in str(problem.message)


def test_a_moved_row_is_no_problem(reviewer: Reviewer, back: Back) -> None:
    reviewer.move(FIRST, THIRD)
    found = back()
    assert (found.changes, found.problems, len(found.notes)) == ((), (), 1)


def test_a_row_moved_while_changes_are_tracked(reviewer: Reviewer, back: Back) -> None:
    """The bookmark stays in the row that is struck, the link goes along."""
    row = reviewer.double(FIRST)
    reviewer.strike(FIRST)
    reviewer.rows[THIRD].addnext(row)
    found = back()
    assert (found.changes, found.problems) == ((), ())


def test_a_doubled_row_with_equal_english_counts_once(reviewer: Reviewer, back: Back) -> None:
    reviewer.retype(FIRST, "Corrected.")
    reviewer.double(FIRST)
    found = back()
    assert kinds(found) == [(ProblemKind.DOUBLED, FIRST)]
    assert [(change.corrected, change.doubts) for change in found.changes] == [("Corrected.", ())]


def test_a_doubled_row_with_different_english_is_to_be_chosen(reviewer: Reviewer, back: Back) -> None:
    reviewer.retype(FIRST, "One way.")
    reviewer.double(FIRST)
    reviewer.retype(FIRST, "Another way.")
    found = back()
    assert kinds(found) == [(ProblemKind.DOUBLED, FIRST)]
    assert {change.corrected for change in found.changes} == {"One way.", "Another way."}
    assert all(change.doubts == (Doubt.DOUBLED,) for change in found.changes)


def test_altered_korean(reviewer: Reviewer, back: Back) -> None:
    reviewer.retype(FIRST, "다른 글", column=1)
    reviewer.retype(FIRST, "Corrected.")
    found = back()
    assert kinds(found) == [(ProblemKind.KOREAN, FIRST)]
    assert [change.doubts for change in found.changes] == [(Doubt.KOREAN,)]


def test_a_row_without_its_key_is_offered_by_its_korean(reviewer: Reviewer, back: Back) -> None:
    reviewer.lose_key(FIRST)
    reviewer.retype(FIRST, "Corrected.")
    found = back()
    assert kinds(found) == [(ProblemKind.NO_KEY, FIRST)]
    assert [(change.key, change.doubts) for change in found.changes] == [(FIRST, (Doubt.NO_KEY,))]


def test_a_table_that_lost_all_keys_is_offered_by_its_korean(reviewer: Reviewer, back: Back) -> None:
    """Some editors on the web drop bookmarks and links alike."""
    for key in reviewer.rows:
        reviewer.lose_key(key)
    reviewer.retype(SECOND, "Corrected.")
    found = back()
    assert [(change.key, change.doubts) for change in found.changes] == [(SECOND, (Doubt.NO_KEY,))]
    assert kinds(found) == [(ProblemKind.NO_KEY, key) for key in reviewer.rows]


def test_a_bookmark_alone_is_a_key(reviewer: Reviewer, back: Back) -> None:
    for link in list(reviewer.table.iter(W + "hyperlink")):
        parent = link.getparent()
        assert parent is not None
        for run in list(link):
            link.addprevious(run)
        parent.remove(link)
    reviewer.retype(FIRST, "Corrected.")
    found = back()
    assert (texts(found), found.problems) == ({FIRST: "Corrected."}, ())


def test_a_link_as_a_field_is_a_key(reviewer: Reviewer, back: Back) -> None:
    """Word may write links as fields."""
    paragraph = reviewer.paragraph(FIRST, 0)
    reviewer.clear(paragraph)
    (field,) = reviewer.runs("")
    field.append(field.makeelement(W + "instrText"))
    field[0].text = ' HYPERLINK \\l "daejo_b1_1" '
    paragraph.extend([field, *reviewer.runs("1")])
    reviewer.retype(FIRST, "Corrected.")
    found = back()
    assert (texts(found), found.problems) == ({FIRST: "Corrected."}, ())


def test_an_unknown_row_and_text_outside_the_table(reviewer: Reviewer, back: Back) -> None:
    row = reviewer.double(FIRST)
    for number, text in enumerate(("", "새 글", "New text.")):
        paragraph = row.findall(W + "tc")[number].find(W + "p")
        assert paragraph is not None
        reviewer.clear(paragraph)
        paragraph.extend(reviewer.runs(text))
    below = reviewer.table.makeelement(W + "p")
    below.extend(reviewer.runs("Dear colleagues"))
    reviewer.table.addnext(below)
    found = back()
    assert [(problem.kind, problem.text) for problem in found.problems] == [
        (ProblemKind.UNKNOWN, "\n새 글\nNew text."),
        (ProblemKind.OUTSIDE, "Dear colleagues"),
    ]


def test_merged_cells_are_told(reviewer: Reviewer, back: Back) -> None:
    cell = reviewer.cell(SECOND)
    properties = cell.find(W + "tcPr")
    assert properties is not None
    properties.append(properties.makeelement(W + "vMerge"))
    reviewer.retype(SECOND, "")
    found = back()
    assert kinds(found) == [(ProblemKind.MERGED, SECOND)]
    assert found.changes == ()


def test_another_column_with_words(reviewer: Reviewer, back: Back) -> None:
    """Columns are known by their headings; what a reviewer writes into one of their own is not lost."""
    for row in reviewer.table.findall(W + "tr"):
        cell = row.makeelement(W + "tc")
        cell.append(row.makeelement(W + "p"))
        row.insert(1, cell)
    paragraph = reviewer.rows[FIRST].findall(W + "tc")[0].find(W + "p")
    assert paragraph is not None
    paragraph.extend(reviewer.runs("My remark"))
    found = back()
    assert [(problem.kind, problem.segment, problem.text) for problem in found.problems] == [
        (ProblemKind.OUTSIDE, FIRST, "My remark")
    ]
    assert found.changes == ()


# -- comments


def test_a_new_comment_stands_on_its_words(reviewer: Reviewer, back: Back) -> None:
    reviewer.comment(FIRST, "Which one?", 4, 9)
    (remark,) = back().remarks
    comment = remark.comment
    assert (comment.key, comment.segment, comment.text, comment.author) == ("", FIRST, "Which one?", AUTHOR)
    assert (comment.quote, comment.start, remark.old) == ("first", 4, None)


@pytest.fixture
def commented(project: Project, path: Path) -> Project:
    reply = Reply("I think so.", "Desk")
    comment = Comment("c1", FIRST, "Is this right?", AUTHOR, None, "first", 4, (reply,))
    made = Project(project.release, project.snapshot().units, {PROJECT_ID: "abc"}, [comment])
    return sent_out(made.snapshot(), path)


def test_our_own_comments_come_back_as_they_were(commented: Project, path: Path) -> None:
    found = came_back(path, commented.snapshot())
    assert (found.changes, found.remarks, found.problems, found.notes) == ((), (), (), ())


def test_a_resolved_comment(commented: Project, path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in parts if name.endswith("commentsExtended.xml"))
    parts[name] = parts[name].replace(b'done="0"', b'done="1"')
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    (remark,) = came_back(path, commented.snapshot()).remarks
    assert remark.old == commented.comments()[0]
    assert remark.comment == replace(commented.comments()[0], resolved=True)


# -- documents that are not ours


def refusal(path: Path, project: Project) -> str:
    with pytest.raises(ReadError) as caught:
        read_corrections(path, project.snapshot())
    return str(caught.value)


def test_no_word_document(tmp_path: Path, project: Project) -> None:
    (tmp_path / "note.docx").write_text("just text", encoding="utf-8")
    assert refusal(tmp_path / "note.docx", project).startswith("note.docx is no Word document.")


def test_a_document_that_is_not_there(tmp_path: Path, project: Project) -> None:
    assert refusal(tmp_path / "gone.docx", project).startswith("gone.docx is not there")


def test_half_a_file(path: Path, project: Project) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert refusal(path, project).startswith("table.docx is damaged")


def test_a_file_with_a_password(path: Path, project: Project) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(path, project).startswith("table.docx is protected with a password.")


def test_another_document(path: Path, project: Project) -> None:
    document = docx.Document()
    for number in range(5):
        document.add_paragraph(f"Minutes of meeting {number}")
    document.save(str(path))
    assert refusal(path, project).startswith("table.docx is neither the bilingual table nor the English")


def test_another_project(path: Path, project: Project) -> None:
    assert project.apply(PropertyEdit(PROJECT_ID, project.property(PROJECT_ID), "other"))
    assert refusal(path, project).startswith("table.docx is of another project.")


def test_another_release_that_does_not_say_so(path: Path, project: Project) -> None:
    exporter("bilingual").export(whole_release(), path)
    assert refusal(path, project).startswith("The table in table.docx is of another release.")


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("heading", [True, False])
def test_a_deleted_column(reviewer: Reviewer, path: Path, project: Project, column: int, heading: bool) -> None:
    rows = reviewer.table.findall(W + "tr")
    for row in rows:
        row.remove(row.findall(W + "tc")[column])
    if not heading:
        reviewer.table.remove(rows[0])
    reviewer.save()
    assert refusal(path, project).startswith("A column of the table in table.docx is gone")


def test_a_column_deleted_while_changes_are_tracked(reviewer: Reviewer, path: Path, project: Project) -> None:
    for row in reviewer.table.findall(W + "tr"):
        properties = row.findall(W + "tc")[2].find(W + "tcPr")
        assert properties is not None
        properties.append(reviewer.tracked("cellDel", []))
    reviewer.save()
    assert refusal(path, project).startswith("A column of the table in table.docx is gone")


def test_columns_in_another_order(reviewer: Reviewer, back: Back) -> None:
    reviewer.retype(FIRST, "Corrected.")
    for row in reviewer.table.findall(W + "tr"):
        row.append(row.findall(W + "tc")[1])
    found = back()
    assert (texts(found), found.problems) == ({FIRST: "Corrected."}, ())


def test_a_document_that_does_not_say_what_it_is(project: Project, path: Path) -> None:
    bare = Project(project.release, project.snapshot().units)
    exporter("bilingual").export(bare.snapshot(), path)
    found = came_back(path, project.snapshot())
    assert (found.changes, found.problems, len(found.notes)) == ((), (), 2)


def test_what_a_project_cannot_write_is_no_change(path: Path) -> None:
    """Control characters went out as U+FFFD; that alone changes nothing."""
    project = sent_out(Builder().add(BlockKind.PARAGRAPH, ("제\x01목", "Con\x02trol\r\nline")).snapshot(), path)
    found = came_back(path, project.snapshot())
    assert (found.changes, found.problems) == ((), ())


def test_segments_are_found_whatever_their_keys(path: Path) -> None:
    snapshot = Builder().add(BlockKind.PARAGRAPH, ("하나", "One"), ("둘", "Two")).snapshot()
    (unit,) = snapshot.units
    odd = tuple(replace(segment, key=f"키 {segment.key} \N{BULLET}" * 9) for segment in unit.segments)
    project = sent_out(replace(snapshot, units=(replace(unit, segments=odd),)), path)
    reviewer = Reviewer(path, project.snapshot())
    reviewer.retype(odd[1].key, "Zwei")
    assert texts(came_back(reviewer.save(), project.snapshot())) == {odd[1].key: "Zwei"}
