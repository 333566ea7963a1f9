"""Terms: adding one from what is selected, and the termbase as a whole."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from gui.dialogs.add_term import AddTerm
from gui.document.errors import Message
from gui.i18n import tr
from gui.language import termbase
from gui.language.particles import without_particle
from gui.language.termbase import Term
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage
from gui.workspace import terms


class TermController(Controller):
    """What the user does with terms; drafts, checks and facts use them from then on."""

    changed = Signal()
    """The termbase is another one now: what was found with the one before has to be looked for again."""

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Adding a term, and editing them all."""
        return {"add_term": self.on_page(self._add), "termbase": self._open}

    def _add(self, page: DocumentPage) -> None:
        dialog = AddTerm(self._window, *_selected(page))
        if dialog.exec() and dialog.term is not None:
            term = dialog.term
            told = tr("{korean}: {english} is in the termbase.", korean=term.korean, english=term.english)
            self._change(partial(terms.add, term), told)

    def _open(self) -> None:
        """Show the termbase as it is by now: another window may have changed the file."""
        self._run(terms.install, partial(self._show, terms.mine()))

    def _show(self, known: tuple[Term, ...], remark: Message | None) -> None:
        from gui.dialogs.termbase import TermbaseDialog  # not needed before it is first opened

        if remark is not None:
            self._context.messages.warn(remark)
        before = terms.mine()
        dialog = TermbaseDialog(self._window, before, termbase.built_in(), self._context.tasks)
        if dialog.exec() and dialog.terms != before:
            self._change(partial(terms.change, before, dialog.terms), tr("The termbase is saved."))
        elif before != known:
            self.changed.emit()

    def _change(self, change: Callable[[], object], told: str) -> None:
        self._run(change, lambda _: self._on_changed(told))

    def _on_changed(self, told: str) -> None:
        self._context.messages.tell(told)
        self.changed.emit()

    def _run(self, work: Callable[[], object], done: Callable[[Any], object]) -> None:
        self._context.tasks.run(work, done).failed.connect(self._context.messages.fail)


def _selected(page: DocumentPage) -> tuple[str, str]:
    """The Korean, without its particles, and the English that are selected.

    In a table, the whole of a cell where nothing is selected in it.
    """
    table = page.tables.current
    if table is None or page.current not in table.current_keys():
        korean, english = (text.textCursor().selectedText() for text in (page.view.source_text, page.view.editor))
        return without_particle(korean.strip()), english
    index = table.currentIndex()
    korean, english = (text.textCursor().selectedText() for text in (table.korean_text, table.english_text))
    return without_particle(korean.strip()) or table.cells.korean(index), english or table.cells.english(index)
