"""What comes back from other tools, as they change it."""

import csv
import io
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.errors import DaejoError, ReadError
from gui.document.project import PROJECT_ID, Snapshot
from gui.document.release import BlockKind
from gui.document.review import Comment, Layout, Reply, Version
from gui.document.segment import State
from gui.exporters.text import printable
from gui.workspace.corrections.model import Doubt, ProblemKind
from gui.workspace.exchange import files
from gui.workspace.exchange.reading import Exchange, StateChange, exchange, read_exchange
from gui.workspace.exporting import export
from tests.exporters.releases import Builder, whole_release

FORMATS = (".xlf", ".xlsx", ".csv")


def release(*pairs: tuple[str, str]) -> Snapshot:
    """A paragraph of several sentences."""
    return Builder().add(BlockKind.HEADLINE, ("제목", "Title")).add(BlockKind.PARAGRAPH, *pairs).snapshot()


PAIRS = (("첫 문장.", "First."), ("둘째 문장.", "Second."), ("셋째 문장.", "Third."))


def back(snapshot: Snapshot, folder: Path, change: Callable[[str], str], suffix: str = ".xlf") -> Exchange:
    """The project exported, its text changed, and read again, in this process."""
    path = export(snapshot, folder / f"a{suffix}").path
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return exchange(path.name, files.read(path), snapshot)


def corrected(found: Exchange) -> list[tuple[str, str]]:
    return [(change.key, change.corrected) for change in found.corrections.changes]


def problems(found: Exchange) -> list[tuple[ProblemKind, str]]:
    return [(problem.kind, problem.text) for problem in found.corrections.problems]


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_was_not_touched_changes_nothing(suffix: str, tmp_path: Path) -> None:
    comments = (Comment("c1", "b5.1", "Shorter?", "Kim", quote="Discusses", replies=(Reply("No."),)),)
    snapshot = replace(whole_release(), comments=comments)
    found = read_exchange(export(snapshot, tmp_path / f"a{suffix}").path, snapshot)
    assert (corrected(found), problems(found), found.states, found.corrections.remarks) == ([], [], (), ())


# -- XLIFF


def test_english_states_and_order_of_units(tmp_path: Path) -> None:
    def change(text: str) -> str:
        units = re.findall(r"<unit .*?</unit>\n", text, re.DOTALL)
        text = text.replace("".join(units), "".join(reversed(units)))
        text = text.replace('id="b2.2" state="translated"', 'id="b2.2" state="final"')
        return text.replace("<target>Third.</target>", "<target>The <ph id='x'/>third.</target>")

    found = back(release(*PAIRS), tmp_path, change)
    assert corrected(found) == [("b2.3", "The third.")]
    assert found.states == (StateChange("b2.2", 3, State.TRANSLATED, State.FINAL),)
    assert problems(found) == []


def test_segments_that_were_split_come_together_again(tmp_path: Path) -> None:
    one = '<segment id="b2.1" state="translated"><source>첫 문장.</source><target>First.</target></segment>'
    two = (
        '<segment id="b2.1" state="reviewed"><source>첫</source><target>The first</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment id="s9" state="final"><source>문장.</source><target>sentence.</target></segment>'
    )
    found = back(release(*PAIRS), tmp_path, lambda text: text.replace(one, two))
    assert corrected(found) == [("b2.1", "The first sentence.")]
    assert [(state.key, state.new) for state in found.states] == [("b2.1", State.REVIEWED)]
    assert problems(found) == []


def test_segments_that_were_joined_are_said_and_not_guessed(tmp_path: Path) -> None:
    def change(text: str) -> str:
        joined = "<segment id='b2.1'><source>첫 문장. 둘째 문장.</source><target>Both.</target></segment>"
        return re.sub(r'<segment id="b2.1".*?둘째.*?</segment>', joined, text, flags=re.DOTALL)

    found = back(release(*PAIRS), tmp_path, change)
    assert corrected(found) == []
    (problem,) = problems(found)
    assert problem[0] is ProblemKind.MERGED
    assert "Both." in problem[1]


def test_ids_that_a_tool_gave_anew_do_not_matter(tmp_path: Path) -> None:
    def change(text: str) -> str:
        return re.sub(r'<segment id="b2\.(\d)"', r'<segment id="seg\1"', text).replace(">Second.<", ">2nd.<")

    assert corrected(back(release(*PAIRS), tmp_path, change)) == [("b2.2", "2nd.")]


def test_korean_that_was_altered_is_said_and_its_english_is_in_doubt(tmp_path: Path) -> None:
    def change(text: str) -> str:
        return text.replace("<source>둘째 문장.", "<source>다른 문장.").replace(">Second.<", ">Another.<")

    found = back(release(*PAIRS), tmp_path, change)
    (one,) = found.corrections.changes
    assert (one.corrected, one.doubts) == ("Another.", (Doubt.KOREAN,))
    assert problems(found) == [(ProblemKind.KOREAN, "다른 문장.")]


def test_units_that_are_missing_doubled_and_unknown(tmp_path: Path) -> None:
    def change(text: str) -> str:
        head = re.search(r'<unit id="b1".*?</unit>\n', text, re.DOTALL)
        assert head is not None
        stranger = head[0].replace("b1", "b99").replace("제목", "남").replace("Title", "Else")
        other = head[0].replace("Title", "Headline")
        return text.replace(head[0], head[0] + other + stranger)

    found = back(release(*PAIRS), tmp_path, change)
    assert [(one.corrected, one.doubts) for one in found.corrections.changes] == [("Headline", (Doubt.DOUBLED,))]
    assert {kind for kind, _ in problems(found)} == {ProblemKind.DOUBLED, ProblemKind.UNKNOWN}
    gone = back(release(*PAIRS), tmp_path, lambda text: re.sub(r'<unit id="b1".*?</unit>', "", text, flags=re.DOTALL))
    assert problems(gone) == [(ProblemKind.MISSING, "Title")]


def test_english_that_is_gone_with_its_element_stays(tmp_path: Path) -> None:
    found = back(release(*PAIRS), tmp_path, lambda text: text.replace("<target>Second.</target>", ""))
    assert corrected(found) == []
    assert problems(found) == [(ProblemKind.OBJECT, "Second.")]


def test_notes_become_comments_and_answers(tmp_path: Path) -> None:
    snapshot = replace(release(*PAIRS), comments=(Comment("c1", "b2.1", "Which?", "Kim"),))

    def change(text: str) -> str:
        text = text.replace("Kim: Which?</note>", "Kim: Which?\nThe first one.</note><note>All is well.</note>")
        text = text.replace("</note><note>All", '</note><note id="m">On two words.</note><note id="k">All')
        return text.replace("<target>Second.", '<target><mrk id="q" type="comment" ref="#n=m">Second</mrk>.')

    remarks = back(snapshot, tmp_path, change).corrections.remarks
    told = {(remark.comment.segment, remark.comment.text, remark.comment.replies) for remark in remarks}
    assert told == {
        ("b2.1", "Which?", (Reply("The first one."),)),
        ("b2.2", "On two words.", ()),
        ("b2.1", "All is well.", ()),
    }


def test_a_file_of_another_project_is_refused(tmp_path: Path) -> None:
    ours = replace(release(*PAIRS), properties=((PROJECT_ID, "ab12"),))
    theirs = replace(ours, properties=((PROJECT_ID, "cd34"),))
    for suffix in (".xlf", ".xlsx"):
        path = export(theirs, tmp_path / f"a{suffix}").path
        with pytest.raises(ReadError, match="of another project"):
            read_exchange(path, ours)
    other = release(("전혀 다른 글.", "Else."), ("그리고 또.", "More."), ("끝이다.", "End."))
    path = export(replace(other, units=other.units[1:]), tmp_path / "b.csv").path
    with pytest.raises(ReadError, match="of another release"):
        read_exchange(path, release(*PAIRS))


def test_what_the_desk_changed_meanwhile_is_in_doubt(tmp_path: Path) -> None:
    sent = replace(release(*PAIRS), properties=((PROJECT_ID, "ab12"),))
    layouts = tuple(Layout(unit.key, unit.segments) for unit in sent.units)
    sent = replace(sent, versions=(Version("cd34", "Sent", layouts=layouts),))
    ours = release(("첫 문장.", "The desk's."), *PAIRS[1:])
    now = replace(sent, units=ours.units)
    for suffix in FORMATS[:2]:
        path = export(sent, tmp_path / f"a{suffix}").path
        assert corrected(read_exchange(path, now)) == []
    path = export(sent, tmp_path / "a.xlf").path
    path.write_text(path.read_text(encoding="utf-8").replace("First.", "The editor's."), encoding="utf-8")
    (change,) = read_exchange(path, now).corrections.changes
    assert (change.exported, change.current, change.corrected) == ("First.", "The desk's.", "The editor's.")
    assert change.doubts == (Doubt.CONFLICT,)


OLDER = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="ko" target-language="en" original="a"><body>
<trans-unit id="b1" approved="yes"><source>제목</source><target>The <g id="1">title</g></target></trans-unit>
<trans-unit id="b2"><source>첫 문장. 둘째 문장. 셋째 문장.</source>
<seg-source><mrk mtype="seg" mid="0">첫 문장.</mrk> <mrk mtype="seg" mid="1">둘째 문장.</mrk> <mrk mtype="seg"
mid="2">셋째 문장.</mrk></seg-source>
<target state="signed-off"><mrk mtype="seg" mid="0">First.</mrk> <mrk mtype="seg" mid="2">3rd.</mrk></target>
<note>Checked.</note></trans-unit></body></file></xliff>"""


def test_xliff_1_2_as_other_tools_convert_to_it(tmp_path: Path) -> None:
    found = back(release(*PAIRS), tmp_path, lambda _: OLDER)
    assert corrected(found) == [("b1.1", "The title"), ("b2.3", "3rd.")]
    assert [(state.key, state.new) for state in found.states] == [
        ("b1.1", State.FINAL),
        ("b2.1", State.REVIEWED),
        ("b2.3", State.REVIEWED),
    ]
    assert problems(found) == [(ProblemKind.OBJECT, "Second.")]
    assert [remark.comment.text for remark in found.corrections.remarks] == ["Checked."]


# -- tables


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_csv_as_another_program_saves_it(tmp_path: Path) -> None:
    snapshot = release(*PAIRS[:2], ("-3도", "=3 °C"))
    path = export(snapshot, tmp_path / "a.csv").path
    head, *body = rows(path)
    body[0][4], body[1][7], body[2][5] = "Headline", "Really?", "reviewed"
    columns = [4, 1, 3, 5, 7]
    text = "\n".join(";".join(row[column] for column in columns) for row in (head, *reversed(body)))
    path.write_bytes(text.encode("cp949"))
    found = read_exchange(path, snapshot)
    assert corrected(found) == [("b1.1", "Headline")]
    assert [(one.comment.segment, one.comment.text) for one in found.corrections.remarks] == [("b2.1", "Really?")]
    assert found.states == (StateChange("b2.2", 3, State.TRANSLATED, State.REVIEWED),)
    assert problems(found) == []


def test_formulas_and_dates_of_a_workbook_are_said_and_not_taken(tmp_path: Path) -> None:
    snapshot = release(*PAIRS)
    path = export(snapshot, tmp_path / "a.xlsx").path
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["E2"], sheet["E3"], sheet["E4"] = '=HYPERLINK("http://x")', "=text", 12.0
    sheet["E3"].data_type = "s"
    sheet["F5"], sheet["I5"], sheet["I1"] = "done", "beside", "Mine"
    book.save(path)
    found = read_exchange(path, snapshot)
    assert corrected(found) == [("b2.1", "=text"), ("b2.2", "12")]
    assert sorted(problems(found)) == [
        (ProblemKind.OBJECT, ""),
        (ProblemKind.OBJECT, "done"),
        (ProblemKind.OUTSIDE, "4 beside"),
    ]


def test_rows_that_are_gone_doubled_or_new(tmp_path: Path) -> None:
    snapshot = release(*PAIRS)
    path = export(snapshot, tmp_path / "a.xlsx").path
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append([None, "zz", None, "모름", "Unknown"])
    sheet.append(["3", "b2.2", None, "둘째 문장.", "2nd."])
    sheet.delete_rows(2)
    book.save(path)
    found = read_exchange(path, snapshot)
    assert [(one.corrected, one.doubts) for one in found.corrections.changes] == [("2nd.", (Doubt.DOUBLED,))]
    assert {kind for kind, _ in problems(found)} == {ProblemKind.MISSING, ProblemKind.DOUBLED, ProblemKind.UNKNOWN}


def test_a_column_that_is_gone_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("No.,Korean,English\n1,하나,One\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"A column of the table in a\.csv is gone"):
        read_exchange(path, release(*PAIRS))


# -- any text, bad files, speed


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=4))
def test_any_text_goes_out_and_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    before = release(*((f"문장 {number}.", "") for number in range(len(texts))))
    after = release(*((f"문장 {number}.", text) for number, text in enumerate(texts)))
    for suffix in FORMATS:
        path = export(after, folder / f"a{suffix}").path
        found = exchange(path.name, files.read(path), before)
        wanted = {f"b2.{number}": printable(text).strip("\n") for number, text in enumerate(texts, 1)}
        assert dict(corrected(found)) == {key: text for key, text in wanted.items() if text}
        assert problems(found) == []


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]><xliff version="2.1"><file id="f"><unit id="b1"><segment id="b1.1">
<source>제목</source><target>&b;&c;</target></segment></unit></file></xliff>"""


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(BOMB, encoding="utf-8")
    (change,) = read_exchange(path, release(*PAIRS)).corrections.changes
    assert change.corrected == "&b;&c;"


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("part", [0.0, 0.3, 0.7, 0.98])
def test_part_of_a_file_is_one_clear_sentence(suffix: str, part: float, tmp_path: Path) -> None:
    snapshot = whole_release()
    path = export(snapshot, tmp_path / f"a{suffix}").path
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    if suffix == ".csv" and part:  # a table cut between two rows is a table, of which the rest is missing
        with suppress(ReadError):
            assert read_exchange(path, snapshot).corrections.problems
        return
    with pytest.raises(ReadError, match=r"^[^/\n]*$"):
        read_exchange(path, snapshot)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"%PDF-1.7", b"PK\x03\x04", b"<html></html>", b"\xff\xfe\x00", b"a,b\n"]
)
def test_files_of_another_kind_are_one_clear_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"a\.xlf"):
        read_exchange(path, release(*PAIRS))
    with pytest.raises(DaejoError, match=r"gone\.csv"):
        read_exchange(tmp_path / "gone.csv", release(*PAIRS))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_thousand_segments_in_less_than_five_seconds(suffix: str, tmp_path: Path) -> None:
    build = Builder()
    for number in range(250):
        build.add(
            BlockKind.PARAGRAPH, *((f"문장 {number}-{part}이다.", f"Sentence {number}-{part}.") for part in range(4))
        )
    snapshot = build.snapshot()
    began = time.perf_counter()
    found = read_exchange(export(snapshot, tmp_path / f"a{suffix}").path, snapshot)
    assert corrected(found) == []
    assert time.perf_counter() - began < 5
