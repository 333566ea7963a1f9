"""A finished document as plain data, for whoever lays it out as pages."""

from gui.document.project import Snapshot
from gui.exporters import english
from gui.exporters.base import USUAL, Letterhead
from gui.exporters.content import Content, Grid, GridCell, Item, Paragraph, Run

__all__ = ["Content", "Grid", "GridCell", "Item", "Paragraph", "Run", "finished"]


def finished(snapshot: Snapshot, head: Letterhead = USUAL.letterhead) -> Content:
    """The English release as it will be: what has no English stands there in Korean, marked.

    Raises:
        ExportError: the logo of the letterhead cannot be read.
    """
    return english.content(snapshot, head)
