"""The termbase: searched, edited in place, taken over from files and given to others. Nothing is kept before OK."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.tasks import Task, TaskRunner
from gui.dialogs import ask
from gui.dialogs.add_term import AddTerm
from gui.dialogs.term_import import TermImport
from gui.document.errors import DaejoError
from gui.document.work import Cancelled, Progress
from gui.i18n import say, tr
from gui.language.termbase import Term
from gui.models.term_model import TermFilter, TermModel
from gui.widgets.status_widgets import Busy
from gui.widgets.told import Told
from gui.workspace.term_files import SUFFIXES, Stopped, TermFile, read_terms, write_terms
from gui.workspace.term_import import ImportPlan, plan

_DEBOUNCE = 150
"""Milliseconds without a key press before the table is searched."""

_WIDTHS = (170, 240, 150, 150, 100, 86, 86, 74, 120, 200)


class TermbaseDialog(QDialog):
    """All terms as a table; ``terms`` are those of the user once the dialog is accepted."""

    def __init__(
        self, parent: QWidget | None, mine: Iterable[Term], built_in: Iterable[Term], tasks: TaskRunner
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Termbase"))
        self.resize(980, 560)
        self._tasks = tasks
        self._task: Task | None = None
        self._before = tuple(mine)
        self._model = TermModel(self._before, built_in, self)
        self._shown = TermFilter(self._model, self)
        self._search = QLineEdit(clearButtonEnabled=True, placeholderText=tr("Search in all fields"))
        self._search.setAccessibleName(tr("Search in all fields"))
        self._only_mine = QCheckBox(tr("Only &my terms"))
        self._count, self._told = QLabel(), Told()
        self._busy = Busy()
        self._soon = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._make_table()
        self._make_buttons()
        self._arrange()
        self._connect()
        self._on_rows_changed()
        self._search.setFocus()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The user's terms as they stand in the table."""
        return self._model.mine()

    # -- what it is made of

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setAccessibleName(tr("Terms"))
        self.table.setModel(self._shown)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)

    def _make_buttons(self) -> None:
        self._add = QPushButton(tr("&Add…"))
        self._remove = QPushButton(tr("&Remove"))
        self._import = QPushButton(tr("&Import…"))
        self._export = QPushButton(tr("&Export what is shown…"))
        for button in self._acting():
            button.setAutoDefault(False)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel)

    def _acting(self) -> tuple[QPushButton, ...]:
        return self._add, self._remove, self._import, self._export

    def _arrange(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._only_mine)
        top.addWidget(self._count)
        for button in self._acting():
            bottom.addWidget(button)
        bottom.addWidget(self._busy)
        bottom.addStretch()
        bottom.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._told)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda: self._soon.start())
        self._search.returnPressed.connect(self._find)
        self._only_mine.toggled.connect(self._find)
        self._soon.timeout.connect(self._find)
        self._model.refused.connect(self._told.tell)
        self._model.changed.connect(self._on_rows_changed)
        self._model.dataChanged.connect(lambda: self._told.tell(""))
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._import.clicked.connect(self._on_import)
        self._export.clicked.connect(self._on_export)
        self._busy.cancelled.connect(self._cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    # -- searching and telling

    def _find(self) -> None:
        self._soon.stop()
        self._shown.search(self._search.text(), only_mine=self._only_mine.isChecked())
        self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        shown, mine = f"{self._shown.rowCount():,}", f"{len(self.terms):,}"
        self._count.setText(tr("{shown} shown · {mine} of your own", shown=shown, mine=mine))
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self._acting():
            button.setEnabled(self._task is None)
        self._remove.setEnabled(self._task is None and next(self._selected(), None) is not None)
        self._export.setEnabled(self._task is None and self._shown.rowCount() > 0)

    # -- terms

    def _selected(self) -> Iterator[int]:
        """The selected rows of the model that are the user's."""
        rows = (self._shown.mapToSource(index).row() for index in self.table.selectionModel().selectedRows())
        return (row for row in rows if self._model.term(row).by_user)

    def _on_add(self) -> None:
        dialog = AddTerm(self, *self._searched())
        if dialog.exec() and dialog.term is not None:
            made = self._model.index(self._model.add(dialog.term), 0)
            shown: QModelIndex = self._shown.mapFromSource(made)
            self.table.setCurrentIndex(shown)
            self.table.setFocus()

    def _searched(self) -> tuple[str, str]:
        """What was looked for and not found is what to add."""
        text = self._search.text().strip()
        if not text or self._shown.rowCount():
            return "", ""
        return ("", text) if text.isascii() else (text, "")

    def _on_remove(self) -> None:
        self._model.remove(list(self._selected()))

    # -- files

    def _on_import(self) -> None:
        kinds = tr("Terms (*.tbx *.xlsx *.csv *.tsv *.txt *.xml)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Import terms"), "", kinds)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Read a file, show what it would change, and take it over if the user agrees."""
        mine = self.terms

        def read(progress: Progress, cancelled: Cancelled) -> tuple[TermFile, ImportPlan] | None:
            with suppress(Stopped):
                file = read_terms(path, progress, cancelled)
                return file, plan(mine, file.terms)
            return None

        self._begin(self._tasks.follow(read, self._on_read))

    def _on_read(self, read: tuple[TermFile, ImportPlan] | None) -> None:
        self._end()
        if read is None or not self.isVisible():
            return
        file, made = read
        dialog = TermImport(self, file, made)
        if dialog.exec():
            self._model.replace_mine(made.result(dialog.policy))
            self._told.tell(tr("Taken over from {name}; OK keeps it.", name=file.name), good=True)

    def _on_export(self) -> None:
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES)
        name, kind = QFileDialog.getSaveFileName(self, tr("Export terms"), "terms", kinds)
        if name:
            path = Path(name)
            suffix = next(suffix for suffix in SUFFIXES if f"*{suffix})" in kind)
            self.export_file(path if path.suffix.lower() in SUFFIXES else path.with_name(path.name + suffix))

    def export_file(self, path: Path) -> None:
        """Write the terms that are shown."""
        shown = self._shown.shown()

        def write(progress: Progress, cancelled: Cancelled) -> bool:
            with suppress(Stopped):
                write_terms(path, shown, progress, cancelled)
                return True
            return False

        self._begin(self._tasks.follow(write, lambda written: self._on_written(path.name, written=written)))

    def _on_written(self, name: str, *, written: bool) -> None:
        if written:
            self._told.tell(tr("{name} is written.", name=name), good=True)

    def _begin(self, task: Task) -> None:
        self._told.tell("")
        self._task = task
        task.progressed.connect(self._busy.show_progress)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._end)
        self._busy.show_progress(0, 0)
        self._show_buttons()

    def _on_failed(self, error: DaejoError) -> None:
        self._told.tell(say(error.message))

    def _end(self) -> None:
        self._task = None
        self._busy.hide()
        self._show_buttons()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # -- closing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends typing in the search line or a cell; it does not close the dialog, as it would by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Ask before changes are thrown away."""
        if self.terms != self._before and set(self.terms) != set(self._before):
            answer = ask.save_changes(self, tr("Termbase"))
            if answer == QMessageBox.StandardButton.Save:
                self.accept()
            if answer != QMessageBox.StandardButton.Discard:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Stop what is still read or written."""
        self._cancel()
        super().done(result)
