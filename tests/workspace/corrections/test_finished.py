"""A finished English document that came back edited, paragraph by paragraph."""

import random
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.exporters.registry import exporter
from gui.workspace.corrections.finished import Part, cut_up
from gui.workspace.corrections.model import Corrections, Doubt, ProblemKind
from gui.workspace.corrections.paragraphs import paired
from tests.exporters.releases import Builder, whole_release
from tests.workspace.corrections.reviewer import HAS_LIBREOFFICE, came_back, through_libreoffice


def test_nothing_edited_nothing_found(tmp_path: Path) -> None:
    snapshot = whole_release()
    path = exporter("english").export(snapshot, tmp_path / "release.docx").path
    found = came_back(path, snapshot)
    assert (found.changes, found.remarks, found.problems) == ((), (), ())


@pytest.mark.skipif(not HAS_LIBREOFFICE, reason="LibreOffice is not installed")
def test_libreoffice_changes_nothing(tmp_path: Path) -> None:
    snapshot = whole_release()
    path = exporter("english").export(snapshot, tmp_path / "release.docx").path
    found = came_back(through_libreoffice(path, tmp_path, "odt", "docx"), snapshot)
    assert (found.changes, found.remarks, found.problems) == ((), (), ())


def all_paragraphs(document: Document) -> list[Paragraph]:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]


def retype(paragraph: Paragraph, text: str) -> None:
    for run in paragraph.runs[1:]:
        paragraph._p.remove(run._r)
    paragraph.runs[0].text = text


@pytest.mark.parametrize("seed", range(5))
def test_corrected_words_come_back_in_their_segments(tmp_path: Path, seed: int) -> None:
    snapshot = whole_release()
    path = exporter("english").export(snapshot, tmp_path / "release.docx").path
    document, chance = docx.Document(str(path)), random.Random(seed)
    wanted: dict[str, str] = {}
    segments = [segment for segment in snapshot.segments() if len(segment.target) > 30]
    paragraphs = all_paragraphs(document)
    for segment in chance.sample(segments, 12):
        word = max(segment.target.split(), key=len)
        place = next(
            (one for one in paragraphs if segment.target in one.text and segment.target.count(word) == 1), None
        )
        if place is not None and sum(segment.target in one.text for one in paragraphs) == 1:
            wanted[segment.key] = segment.target.replace(word, "corrected words")
            retype(place, place.text.replace(segment.target, wanted[segment.key]))
    document.save(str(path))
    found = came_back(path, snapshot)
    assert {change.key: change.corrected for change in found.changes} == wanted
    assert found.problems == ()


@pytest.fixture
def release() -> Snapshot:
    build = Builder()
    for number in range(6):
        build.add(
            BlockKind.PARAGRAPH,
            (f"문장 {number}이다.", f"Sentence {number} is about the port of Busan."),
            (f"다음 {number}이다.", f"The next one, {number}, deals with research."),
        )
    return build.snapshot()


def edited(tmp_path: Path, release: Snapshot, number: int, text: str) -> Corrections:
    path = exporter("english").export(release, tmp_path / "release.docx").path
    document = docx.Document(str(path))
    paragraphs = [one for one in document.paragraphs if one.text]
    if text:
        retype(paragraphs[number], text)
    else:
        document.element.body.remove(paragraphs[number]._p)
    document.save(str(path))
    return came_back(path, release)


def test_each_sentence_goes_to_its_segment(tmp_path: Path, release: Snapshot) -> None:
    text = "Sentence 2 is on the ports of Busan and Ulsan. The next one, 2, deals with science."
    found = edited(tmp_path, release, 2, text)
    assert [(change.key, change.corrected, change.doubts) for change in found.changes] == [
        ("b3.1", "Sentence 2 is on the ports of Busan and Ulsan.", ()),
        ("b3.2", "The next one, 2, deals with science.", ()),
    ]


def test_a_sentence_put_between_two_belongs_to_the_first(tmp_path: Path, release: Snapshot) -> None:
    text = "Sentence 2 is about the port of Busan. It is large. The next one, 2, deals with research."
    found = edited(tmp_path, release, 2, text)
    assert [(change.key, change.corrected) for change in found.changes] in (
        [("b3.1", "Sentence 2 is about the port of Busan. It is large.")],
        [("b3.2", "It is large. The next one, 2, deals with research.")],
    )


def test_sentences_made_one_are_not_guessed(tmp_path: Path, release: Snapshot) -> None:
    text = "Research and the harbour are what these lines deal with now"
    found = edited(tmp_path, release, 2, text)
    assert all(Doubt.PLACE in change.doubts for change in found.changes)
    assert found.changes or [problem.text for problem in found.problems] == [text]


def test_a_missing_paragraph_is_reported(tmp_path: Path, release: Snapshot) -> None:
    found = edited(tmp_path, release, 2, "")
    assert [(problem.kind, problem.segment) for problem in found.problems] == [(ProblemKind.MISSING, "b3.1")]
    assert found.changes == ()


def test_an_added_paragraph_is_reported(tmp_path: Path, release: Snapshot) -> None:
    path = exporter("english").export(release, tmp_path / "release.docx").path
    document = docx.Document(str(path))
    document.paragraphs[2].insert_paragraph_before("Something wholly new, which nobody wrote in Korean.")
    document.save(str(path))
    found = came_back(path, release)
    assert [problem.kind for problem in found.problems] == [ProblemKind.OUTSIDE]
    assert found.changes == ()


def test_korean_that_still_stood_there_is_put_into_english(tmp_path: Path) -> None:
    snapshot = Builder().add(BlockKind.HEADLINE, ("제목", "Headline")).add(BlockKind.NOTE, ("비고", "")).snapshot()
    path = exporter("english").export(snapshot, tmp_path / "release.docx").path
    document = docx.Document(str(path))
    (note,) = [paragraph for paragraph in document.paragraphs if "비고" in paragraph.text]
    note.runs[-1].text = "Remark"
    document.save(str(path))
    found = came_back(path, snapshot)
    assert [(change.exported, change.corrected) for change in found.changes] == [("", "Remark")]


def test_paragraphs_are_paired_in_order() -> None:
    sent = ["alpha beta gamma", "one two three", "delta epsilon", "x", "the last"]
    returned = ["alpha beta gamma!", "new words altogether here", "one two three", "x", "quite another", "x"]
    assert paired(sent, returned) == [(0, 0, False), (1, 2, False), (3, 3, False)]


def test_a_moved_paragraph_is_found_and_one_between_two_equal_ones_has_its_place() -> None:
    sent = ["first of all", "second", "third one here", "fourth"]
    assert paired(sent, [*sent[1:], sent[0]]) == [(0, 3, False), (1, 0, False), (2, 1, False), (3, 2, False)]
    assert paired(sent, [*sent[:2], "xyz", sent[3]])[2] == (2, 2, True)


def test_cuts_at_our_own_words() -> None:
    parts = [Part("Note: "), Part("One thing.", "a"), Part(" "), Part("Another thing.", "b")]
    text = "Note: One thing more. Another thing."
    assert [(cut.key, text[cut.start : cut.end], cut.sure) for cut in cut_up(parts, text)] == [
        ("a", "One thing more.", True),
        ("b", "Another thing.", True),
    ]
