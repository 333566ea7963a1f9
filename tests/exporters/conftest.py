"""Documents, opened as a reader of Word opens them."""

from pathlib import Path
from typing import Protocol

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from gui.document.project import Snapshot
from gui.exporters.registry import exporter


class Export(Protocol):
    """Exports a snapshot in a layout and opens the document."""

    def __call__(self, snapshot: Snapshot, layout: str = "english") -> Document: ...


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Exports into ``tmp_path / "<layout>.docx"``."""

    def run(snapshot: Snapshot, layout: str = "english") -> Document:
        path = exporter(layout).export(snapshot, tmp_path / f"{layout}.docx").path
        return docx.Document(str(path))

    return run


def rows_with(table: Table, flag: str) -> list[bool]:
    """Which rows carry a flag such as ``w:tblHeader``."""
    return [row.trPr is not None and row.trPr.find(qn(flag)) is not None for row in table._tbl.tr_lst]


def widths(table: Table) -> list[int]:
    """The widths of the grid columns in twips."""
    return [int(column.get(qn("w:w")) or 0) for column in table._tbl.tblGrid.gridCol_lst]
