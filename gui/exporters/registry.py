"""All exporters. Importing this loads no document library."""

from gui.document.errors import ExportError
from gui.exporters.base import Exporter
from gui.exporters.bilingual import BilingualExporter
from gui.exporters.csv import CsvExporter
from gui.exporters.english import EnglishExporter
from gui.exporters.html import HtmlExporter
from gui.exporters.side_by_side import SideBySideExporter
from gui.exporters.tracked import TrackedExporter
from gui.exporters.xliff import XliffExporter
from gui.exporters.xlsx import XlsxExporter

EXPORTERS: tuple[Exporter, ...] = (
    EnglishExporter(),
    BilingualExporter(),
    SideBySideExporter(),
    TrackedExporter(),
    HtmlExporter(),
    XliffExporter(),
    XlsxExporter(),
    CsvExporter(),
)
"""In the order of menus."""


def exporter(name: str) -> Exporter:
    """The exporter with this name.

    Raises:
        ExportError: there is none.
    """
    for member in EXPORTERS:
        if member.name == name:
            return member
    names = ", ".join(member.name for member in EXPORTERS)
    raise ExportError("There is no layout “{name}”. Choose one of: {names}.", name=name, names=names)
