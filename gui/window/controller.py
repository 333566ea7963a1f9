"""What the parts of a window's work have in common."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.document.issue import Issue
from gui.widgets.segment_editor import Format
from gui.window.context import Context
from gui.window.document_page import DocumentPage


class Controller(QObject):
    """One part of the work (translation memory, terms, comments …): what its actions do on the release that is open.

    To add a part: one module with a subclass, its line in ``commands.PARTS``, its actions in ``actions``.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.page: DocumentPage | None = None

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What to call for each of its actions, by name."""
        return {}

    def panels(self) -> Mapping[str, QWidget]:
        """The panels of the release that is open, by the names of :mod:`gui.window.panes`."""
        return {}

    def marks(self) -> Mapping[tuple[str, int], list[Format]]:
        """What to mark in the texts: for a segment and a column, the parts and how."""
        return {}

    def on_issues(self, issues: Sequence[Issue]) -> None:
        """Hear what the checks have found."""

    def set_page(self, page: DocumentPage | None) -> None:
        """Act on this release from now on; on none after closing."""
        self.page = page

    def on_page(self, act: Callable[[DocumentPage], object]) -> Callable[[], None]:
        """What acts on the open release, if there is one, with all that was typed taken over first."""

        def run() -> None:
            if self.page is not None:
                self.page.commit_typing()
                act(self.page)

        return run
