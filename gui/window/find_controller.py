"""Connects the find bar with the texts."""

from PySide6.QtCore import QObject, QTimer, Signal

from gui.i18n import tr
from gui.models.segment_model import SOURCE, TARGET
from gui.widgets.find_bar import Found, find_all
from gui.widgets.segment_delegate import found_format
from gui.window.check_controller import Marks
from gui.window.document_page import DocumentPage

_DEBOUNCE = 120
"""Milliseconds after the last change before everything is searched again."""


class FindController(QObject):
    """Searches the release of one page."""

    changed = Signal()
    """The matches, or the current one, are others now."""

    def __init__(self, page: DocumentPage) -> None:
        super().__init__(page)
        self._page = page
        self._bar = page.find_bar
        self._matches: list[Found] = []
        self._at = -1
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._timer.timeout.connect(self._search)
        self._bar.changed.connect(self._timer.start)
        self._bar.stepped.connect(self.step)
        self._bar.replaced.connect(self._on_replaced)
        self._bar.replaced_all.connect(self._on_replaced_all)
        self._bar.closed.connect(self.close)
        page.session.segment_changed.connect(self._on_text_changed)
        page.session.unit_changed.connect(self._on_text_changed)

    def open(self, *, replace: bool) -> None:
        """Show the bar with the selected words."""
        words = (
            self._page.view.editor.textCursor().selectedText()
            or self._page.view.source_text.textCursor().selectedText()
        )
        self._bar.open(words, replace=replace)
        self._search()

    def close(self) -> None:
        """Hide the bar and go back to the text."""
        self._bar.hide()
        self._matches, self._at = [], -1
        self._page.view.editor.setFocus()
        self.changed.emit()

    def _on_text_changed(self, _key: str) -> None:
        if self._bar.isVisible():
            self._timer.start()

    def _search(self) -> None:
        current = self._matches[self._at] if 0 <= self._at < len(self._matches) else None
        self._matches = find_all(self._page.session.segments(), self._bar.words, match_case=self._bar.match_case)
        self._at = self._matches.index(current) if current in self._matches else -1
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        self._bar.show_count(self._at + 1, len(self._matches))

    def step(self, direction: int) -> None:
        """Go to the next (+1) or previous (-1) match, from the current segment on and round; ask what to find first."""
        if not self._bar.words:
            self.open(replace=False)
            return
        if self._timer.isActive() or not self._bar.isVisible():
            self._timer.stop()
            self._bar.show()
            self._search()
        if not self._matches:
            return
        self._at = (self._at + direction) % len(self._matches) if self._at >= 0 else self._first(direction)
        self._visit()

    def _first(self, direction: int) -> int:
        places = {key: number for number, key in enumerate(self._page.session.project.keys())}
        here = places.get(self._page.current, 0)
        numbers = range(len(self._matches))
        if direction > 0:
            return next((n for n in numbers if places[self._matches[n].key] >= here), 0)
        return next((n for n in reversed(numbers) if places[self._matches[n].key] <= here), len(self._matches) - 1)

    def _visit(self) -> None:
        had_focus = self._bar.isAncestorOf(focus) if (focus := self._bar.focusWidget()) else False
        found = self._matches[self._at]
        self._page.go_to(found.key, found.end, in_source=not found.in_target)
        if had_focus and focus is not None:
            focus.setFocus()
        self._show_count()
        self.changed.emit()

    def _search_now(self) -> None:
        """The matches of the words that stand there, not of those before the last key press."""
        if self._timer.isActive():
            self._timer.stop()
            self._search()

    def _on_replaced(self) -> None:
        self._page.commit_typing()
        self._search_now()
        if 0 <= self._at < len(self._matches) and self._matches[self._at].in_target:
            found = self._matches[self._at]
            text = self._page.session.project.segment(found.key).target
            self._page.session.replace_target(
                tr("Replace"), found.key, text[: found.start] + self._bar.new + text[found.end :]
            )
            self._timer.stop()
            self._search()
        self.step(1)

    def _on_replaced_all(self) -> None:
        self._page.commit_typing()
        self._timer.stop()
        self._search()
        texts: dict[str, str] = {}
        for found in reversed([found for found in self._matches if found.in_target]):
            text = texts.get(found.key) or self._page.session.project.segment(found.key).target
            texts[found.key] = text[: found.start] + self._bar.new + text[found.end :]
        self._page.session.replace_targets(tr("Replace all"), list(texts.items()))

    def marks(self) -> Marks:
        """The grounds of the matches."""
        result: Marks = {}
        for number, found in enumerate(self._matches):
            place = (found.key, TARGET if found.in_target else SOURCE)
            result.setdefault(place, []).append((found.start, found.end, found_format(current=number == self._at)))
        return result
