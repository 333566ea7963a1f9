"""The table of three columns, and the keys in it."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gui.document.project import PROJECT_ID
from gui.document.review import Layout, Version
from gui.exporters.bilingual import bookmark
from gui.exporters.registry import exporter
from tests.exporters.conftest import Export, rows_with
from tests.exporters.parts import faults
from tests.exporters.releases import whole_release


def rows_by_key(document: Document) -> dict[str, tuple[str, str]]:
    """Korean and English by the bookmark of their row, as a round trip will read them."""
    (table,) = document.tables
    found: dict[str, tuple[str, str]] = {}
    for row in table.rows:
        cells = row.cells
        names = [mark.get(qn("w:name")) for mark in cells[0]._tc.iter(qn("w:bookmarkStart"))]
        found |= {name: (cells[1].text, cells[2].text) for name in names if name.startswith("daejo_")}
    return found


def test_a_row_for_each_segment(export: Export) -> None:
    snapshot = whole_release()
    document = export(snapshot, "bilingual")
    (table,) = document.tables
    segments = list(snapshot.segments())
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Korean", "English"]
    shown = [tuple(cell.text for cell in row.cells) for row in table.rows][1:]
    assert shown == [
        (str(number), segment.lead + segment.source.text, segment.target) for number, segment in enumerate(segments, 1)
    ]
    assert list(rows_by_key(document)) == [bookmark(segment.key) for segment in segments]


def test_header_row_repeats_and_rows_do_not_split(export: Export) -> None:
    (table,) = export(whole_release(), "bilingual").tables
    assert rows_with(table, "w:tblHeader").count(True) == 1
    assert all(rows_with(table, "w:cantSplit"))


def test_an_open_row_is_tinted(export: Export) -> None:
    (table,) = export(whole_release(), "bilingual").tables
    open_cells = [row.cells[2] for row in table.rows if not row.cells[2].text]
    assert len(open_cells) == 3
    for cell in open_cells:
        assert cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "FFF7D6"


def test_each_row_links_to_its_own_bookmark(export: Export) -> None:
    """A copied row keeps its link where the bookmark stays with the first one."""
    snapshot = whole_release()
    (table,) = export(snapshot, "bilingual").tables
    anchors = [link.get(qn("w:anchor")) for link in table._tbl.iter(qn("w:hyperlink"))]
    assert anchors == [bookmark(segment.key) for segment in snapshot.segments()]


def test_the_document_says_which_project_and_version_it_is(tmp_path: Path) -> None:
    snapshot = whole_release()
    version = Version("v7", "Sent out", layouts=tuple(Layout(unit.key, unit.segments) for unit in snapshot.units))
    kept = replace(snapshot, properties=((PROJECT_ID, "<p&1>"),), versions=(version,))
    path = exporter("bilingual").export(kept, tmp_path / "kept.docx").path
    with zipfile.ZipFile(path) as archive:
        entries = etree.fromstring(archive.read("docProps/custom.xml"))
    found = {entry.get("name"): "".join(str(text) for text in entry.itertext()) for entry in entries}
    assert found == {"DaejoProject": "<p&1>", "DaejoVersion": "v7"}
    assert faults(path) == []


@given(st.lists(st.text(min_size=1, max_size=60), unique=True, max_size=8))
def test_bookmark_names_are_valid_and_distinct(keys: list[str]) -> None:
    names = [bookmark(key) for key in keys]
    assert len(set(names)) == len(keys)
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() and name.isascii() for name in names)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("through", ["docx", "odt"])
def test_keys_survive_libreoffice(tmp_path: Path, through: str) -> None:
    exporter("bilingual").export(whole_release(), tmp_path / "first.docx")
    _convert(tmp_path / "first.docx", through, tmp_path / "middle", tmp_path / "profile")
    _convert(tmp_path / "middle" / f"first.{through}", "docx", tmp_path / "last", tmp_path / "profile")
    before = rows_by_key(docx.Document(str(tmp_path / "first.docx")))
    assert rows_by_key(docx.Document(str(tmp_path / "last" / "first.docx"))) == before


def _convert(path: Path, suffix: str, folder: Path, profile: Path) -> None:
    settings = f"-env:UserInstallation={profile.as_uri()}"
    command = ["soffice", settings, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
