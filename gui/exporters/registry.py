"""All exporters. Importing this loads no document library."""

from gui.document.errors import ExportError
from gui.exporters.base import Exporter
from gui.exporters.bilingual import BilingualExporter
from gui.exporters.english import EnglishExporter

EXPORTERS: tuple[Exporter, ...] = (EnglishExporter(), BilingualExporter())
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
