"""How long an export takes, against what lxml and zip alone need for the same paragraphs in the same run."""

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from lxml import etree

from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.review import Comment
from gui.exporters.base import ExportOptions
from gui.exporters.registry import exporter
from gui.exporters.styles import NAMESPACE
from tests.benchmarks.conftest import Report
from tests.exporters.releases import Builder, people, versioned, with_english

PARAGRAPHS = 10_000
RATIO_BOUND = 3.0
TABLE_ROWS = 500
TABLE_BOUND = 1.0
ANNOTATED = 500
TIMES = 4
GROWTH_BOUND = 8.0
"""Half of what comparing each with each would take."""
ENGLISH = "The Government will invest KRW 12 billion in shore power over the next three years, the minister said. "


def best_of(times: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest of several runs: the one that the rest of the machine disturbed least."""

    def timed() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(timed() for _ in range(times))


def raw_floor(path: Path) -> None:
    """The least that any writer has to do: elements, serialisation, compression, a file."""
    name = f"{{{NAMESPACE}}}".__add__
    root = etree.Element(name("document"), nsmap={"w": NAMESPACE})
    body = etree.SubElement(root, name("body"))
    for number in range(PARAGRAPHS):
        paragraph = etree.SubElement(body, name("p"))
        style = etree.SubElement(etree.SubElement(paragraph, name("pPr")), name("pStyle"))
        style.set(name("val"), "BodyText")
        etree.SubElement(etree.SubElement(paragraph, name("r")), name("t")).text = f"{ENGLISH}{number}"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", etree.tostring(root, encoding="UTF-8", standalone=True))
    path.write_bytes(file.getvalue())


def test_ten_thousand_paragraphs(tmp_path: Path, report: Report) -> None:
    build = Builder()
    for number in range(PARAGRAPHS):
        build.add(BlockKind.PARAGRAPH, (f"장관은 협력을 강조했습니다. {number}", f"{ENGLISH}{number}"))
    snapshot = build.snapshot()
    english = exporter("english")
    english.export(snapshot, tmp_path / "warm.docx")
    floor = best_of(5, lambda: raw_floor(tmp_path / "floor.docx"))
    ours = best_of(5, lambda: english.export(snapshot, tmp_path / "ours.docx"))
    report(
        "export of 10,000 paragraphs, verified",
        f"{ours:.2f} s, {ours / floor:.1f} × raw lxml and zip at {floor:.2f} s (bound {RATIO_BOUND:.0f} ×)",
    )
    assert ours <= RATIO_BOUND * floor


def test_long_attendee_table(tmp_path: Path, report: Report) -> None:
    snapshot = Builder().attendees(people(TABLE_ROWS)).snapshot()
    for name in ("english", "bilingual"):
        seconds = best_of(3, partial(exporter(name).export, snapshot, tmp_path / "table.docx"))
        report(f"export of a {TABLE_ROWS}-row attendee table, {name}", f"{seconds:.2f} s (bound {TABLE_BOUND:.0f} s)")
        assert seconds < TABLE_BOUND


def test_notes_comments_and_changes_grow_with_the_text(tmp_path: Path, report: Report) -> None:
    options = ExportOptions(comments=True)
    for name in ("english", "bilingual", "tracked"):
        few, many = (
            best_of(3, partial(exporter(name).export, annotated(count), tmp_path / "notes.docx", options))
            for count in (ANNOTATED, TIMES * ANNOTATED)
        )
        report(
            f"export of {TIMES * ANNOTATED} paragraphs with a foot-note and a comment each, {name}",
            f"{many:.2f} s, {many / few:.1f} × those of a quarter (bound {GROWTH_BOUND:.0f} ×)",
        )
        assert many <= GROWTH_BOUND * few


def annotated(count: int) -> Snapshot:
    """Paragraphs with a foot-note, a comment and a change since the only version."""
    build = Builder()
    for number in range(count):
        build.add(BlockKind.PARAGRAPH, ("협력*을 강조했습니다.", f"{ENGLISH}{number}*"))
        build.add(BlockKind.FOOTNOTE, ("설명", f"Note {number}"), lead="* ")
    snapshot = build.snapshot()
    keys = (unit.segments[0].key for unit in snapshot.units[::2])
    comments = tuple(Comment(f"c{number}", key, "Remark", quote="invest") for number, key in enumerate(keys))
    earlier = with_english(snapshot, lambda segment: segment.target.replace("three", "two"))
    return replace(versioned(snapshot, earlier), comments=comments)
