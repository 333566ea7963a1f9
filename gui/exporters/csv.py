"""Both languages as CSV, a row for each segment, for spreadsheets and scripts.

UTF-8 with the mark by which Excel knows it, commas, every field in quotation marks, lines ended as RFC 4180 has it. A
cell that a spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-``, ``@`` or a tab, with or without
apostrophes before it) has one apostrophe more in front, which reading takes off again.
"""

import csv
import io
from pathlib import Path

from gui.document.errors import note
from gui.document.project import Snapshot
from gui.exporters import exchange
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.deliver import deliver


class CsvExporter:
    """Writes Korean and English side by side as comma-separated values."""

    name = "csv"
    label = note("Table of both languages (CSV)")
    suffix = ".csv"
    tag = "KO-EN"
    heeds: frozenset[Choice] = frozenset()

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:  # noqa: ARG002 - nothing to choose
        """See :class:`gui.exporters.base.Exporter`."""
        rows = [exchange.COLUMNS, *(line.cells() for line in exchange.lines(snapshot))]
        data = _written(rows)
        read = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        if [tuple(map(exchange.unguarded, row)) for row in read] != rows:
            raise exchange.mismatch(path.name)
        deliver(path, data)
        return ExportReport(path, exchange.warnings(exchange.texts(snapshot)))


def _written(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([exchange.guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
