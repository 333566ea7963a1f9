"""Comments in Word, on the words that they are about."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.review import Comment, Reply
from gui.exporters.base import ExportOptions, ExportReport
from gui.exporters.registry import exporter
from gui.exporters.remarks import paragraph_id
from tests.exporters.parts import W, faults, names, part
from tests.exporters.releases import Builder, versioned, whole_release

AT = datetime(2024, 6, 14, 9, 30, tzinfo=UTC)
ENGLISH = "He hosted the round table and hosted the dinner."
LAYOUTS = ("english", "bilingual", "tracked")


def commented(*comments: Comment) -> Snapshot:
    build = Builder().add(BlockKind.PARAGRAPH, ("행사를 열었다.", ENGLISH), ("끝.", "It ended."))
    return replace(versioned(build.snapshot()), comments=comments)


def write(snapshot: Snapshot, path: Path, layout: str = "english") -> ExportReport:
    report = exporter(layout).export(snapshot, path, ExportOptions(comments=True))
    assert faults(path) == []
    return report


def anchored(path: Path) -> dict[str, str]:
    """What each comment stands on."""
    open_ones: dict[str, str] = {}
    done: dict[str, str] = {}
    for element in part(path, "document").iter():
        number = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            open_ones[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            done[number] = open_ones.pop(number)
        elif element.tag == f"{W}t":
            open_ones = {key: words + (element.text or "") for key, words in open_ones.items()}
    return done


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_comment_stands_on_its_words(tmp_path: Path, layout: str) -> None:
    path = tmp_path / "a.docx"
    comment = Comment("c1", "b1.1", "Twice?\nSay “gave” & <go>", "Kim Min-su", AT, "hosted", 30)
    write(commented(comment), path, layout)
    assert anchored(path) == {"0": "hosted"}
    (written,) = docx.Document(str(path)).comments
    assert (written.text, written.author, written.initials) == ("Twice?\nSay “gave” & <go>", "Kim Min-su", "KM")
    assert written.timestamp == AT


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_comment_on_the_segment_and_one_whose_words_are_gone(tmp_path: Path, layout: str) -> None:
    path = tmp_path / "a.docx"
    write(commented(Comment("c1", "b1.2", "All"), Comment("c2", "b1.1", "Gone", quote="supper")), path, layout)
    assert anchored(path) == {"0": "It ended.", "1": ENGLISH}


def test_comments_may_overlap(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    first = Comment("c1", "b1.1", "One", "A", AT, "hosted the round", 3)
    write(commented(first, Comment("c2", "b1.1", "Two", "B", AT, "round table", 14)), path)
    assert anchored(path) == {"0": "hosted the round", "1": "round table"}


def test_answers_stand_below_and_resolved_ones_are_done(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    replies = (Reply("Yes.", "박지민", AT), Reply("Done.", "", None))
    write(commented(Comment("c1", "b1.1", "Right?", "Kim", AT, replies=replies, resolved=True)), path)
    assert anchored(path) == dict.fromkeys("012", ENGLISH)
    entries = [{etree.QName(name).localname: value for name, value in entry.items()} for entry in extended(path)]
    first = paragraph_id("c1")
    assert [entry.get("paraIdParent") for entry in entries] == [None, first, first]
    assert [entry["done"] for entry in entries] == ["1", "1", "1"]
    assert len({entry["paraId"] for entry in entries}) == 3


def extended(path: Path) -> list[etree._Element]:
    return list(part(path, "commentsExtended"))


def test_what_cannot_stand_where_it_belongs_is_at_the_beginning(tmp_path: Path) -> None:
    build = Builder().add(BlockKind.EMBARGO, ("종료 후", "Embargoed until the end"))
    build.add(BlockKind.PARAGRAPH, ("가*", "A*")).add(BlockKind.FOOTNOTE, ("설명", "Note"), lead="* ")
    comments = tuple(Comment(f"c{number}", key, "?") for number, key in enumerate(("b1.1", "gone", "b3.1")))
    report = write(replace(build.snapshot(), comments=comments), tmp_path / "a.docx")
    assert set(anchored(tmp_path / "a.docx").values()) == {"A"}
    assert [str(warning) for warning in report.warnings] == [
        "Comments whose text is not in the body: 2. They stand at the beginning."
    ]


def test_a_document_that_goes_out_has_none_unasked(tmp_path: Path) -> None:
    snapshot = commented(Comment("c1", "b1.1", "Secret"))
    exporter("english").export(snapshot, tmp_path / "a.docx")
    assert "word/comments.xml" not in names(tmp_path / "a.docx")
    exporter("bilingual").export(snapshot, tmp_path / "b.docx")
    assert "word/comments.xml" in names(tmp_path / "b.docx")


def test_an_empty_release_has_no_place_for_comments(tmp_path: Path) -> None:
    report = write(replace(Builder().snapshot(), comments=(Comment("c1", "gone", "?"),)), tmp_path / "a.docx")
    assert len(report.warnings) == 1


@given(st.text(max_size=40), st.text(max_size=12), st.integers(0, 50))
def test_any_comment_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, words: str, author: str, start: int
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.docx"
    comment = Comment("c1", "b1.1", words, author, AT, ENGLISH[start : start + 7], start)
    exporter("english").export(commented(comment), path, ExportOptions(comments=True))
    assert len(anchored(path)) == 1


def test_many_comments_on_a_whole_release(tmp_path: Path) -> None:
    snapshot = whole_release()
    comments = tuple(
        Comment(f"c{number}", segment.key, f"Remark {number}", "Kim", AT, segment.target[:5])
        for number, segment in enumerate(snapshot.segments())
    )
    for layout in LAYOUTS:
        write(replace(versioned(snapshot), comments=comments), tmp_path / "a.docx", layout)
        assert len(anchored(tmp_path / "a.docx")) == len(comments)
