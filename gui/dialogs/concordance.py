"""Concordance: where words stand in the translation memories, in either language, with the other beside them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.tasks import Task, TaskRunner
from gui.dialogs import ask
from gui.dialogs.edit_unit import EditUnit
from gui.document.errors import DaejoError
from gui.i18n import say, tr
from gui.models.hit_model import CHANGED, MEMORY, HitModel
from gui.widgets.marked_text import MarkedDelegate
from gui.widgets.status_widgets import Busy
from gui.workspace.shared_memories import SharedMemories

if TYPE_CHECKING:
    from gui.workspace.memories import Hit

_DEBOUNCE = 250
"""Milliseconds without a key press before the memories are searched."""

_NARROW = {MEMORY: 90, CHANGED: 92}


class Concordance(QDialog):
    """Stays open beside the texts while one works."""

    inserted = Signal(str)
    """The user wants this English at the caret."""

    def __init__(self, parent: QWidget | None, tasks: TaskRunner, memories: SharedMemories) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Concordance"))
        self.resize(860, 480)
        self._tasks, self._memories = tasks, memories
        self._task: Task | None = None
        self._search = QLineEdit(clearButtonEnabled=True, placeholderText=tr("Korean or English words"))
        self._search.setAccessibleName(tr("Korean or English words"))
        self._busy, self._told = Busy(), QLabel(wordWrap=True)
        self._soon = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._model = HitModel(self)
        self._make_table()
        self._make_buttons()
        self._arrange()
        self._connect()
        self._on_selected()

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setAccessibleName(tr("What was found"))
        self.table.setModel(self._model)
        self.table.setShowGrid(False)
        self.table.setItemDelegate(MarkedDelegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        for column in range(self._model.columnCount()):
            fixed = column in _NARROW
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Interactive if fixed else QHeaderView.ResizeMode.Stretch
            )
            if fixed:
                self.table.setColumnWidth(column, _NARROW[column])

    def _make_buttons(self) -> None:
        self._insert = QPushButton(tr("&Insert the English"))
        self._copy = QPushButton(tr("&Copy the English"))
        self._edit = QPushButton(tr("&Edit…"))
        self._delete = QPushButton(tr("&Delete…"))
        for button in (self._insert, self._copy, self._edit, self._delete):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._busy)
        for button in (self._insert, self._copy, self._edit, self._delete):
            bottom.addWidget(button)
        bottom.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._told)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda: self._soon.start())
        self._soon.timeout.connect(self._find)
        self._busy.cancelled.connect(self._cancel)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self._model.modelReset.connect(self._on_selected)
        self.table.doubleClicked.connect(lambda _: self._on_insert())
        self._insert.clicked.connect(self._on_insert)
        self._copy.clicked.connect(self._on_copy)
        self._edit.clicked.connect(self._on_edit)
        self._delete.clicked.connect(self._on_delete)
        keys = QKeySequence.StandardKey
        for key, act in ((keys.Copy, self._on_copy), (keys.Delete, self._on_delete)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # -- searching

    def search_for(self, text: str) -> None:
        """Come to the front and look for a text; for what was looked for last, if there is none."""
        if text:
            self._search.setText(text)
        self.show()
        self.activateWindow()
        self._search.setFocus()
        self._search.selectAll()
        if self._search.text().strip():
            self._find()

    def _find(self) -> None:
        """The search before is ended: only the latest counts."""
        self._soon.stop()
        self._cancel()
        text = self._search.text().strip()
        if not text:
            self._model.show(())
            self._told.setText("")
            return
        task = self._tasks.follow(
            lambda _progress, cancelled: self._memories.get().concordance(text, cancelled=cancelled)
        )
        task.succeeded.connect(lambda hits: self._on_found(task, hits))
        task.failed.connect(self._on_failed)
        task.ended.connect(lambda: self._on_ended(task))
        self._task = task
        self._busy.show_progress(0, 0)

    def _on_found(self, task: Task, hits: "tuple[Hit, ...]") -> None:
        if task is not self._task or task.cancelled:
            return
        self._model.show(hits)
        self._fit_rows()
        self._told.setText(
            tr("Found {count}.", count=len(hits)) if hits else tr("Nothing like that stands in the memories.")
        )
        if hits:
            self.table.selectRow(0)

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._busy.hide()

    def _on_failed(self, error: DaejoError) -> None:
        self._told.setText(say(error.message))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._busy.hide()

    def _fit_rows(self) -> None:
        self.table.resizeRowsToContents()

    # -- what is done with a hit

    def _current(self) -> "Hit | None":
        rows: list[QModelIndex] = self.table.selectionModel().selectedRows()
        return self._model.hit(rows[0].row()) if rows else None

    def _on_selected(self) -> None:
        has_hit = self._current() is not None
        for button in (self._insert, self._copy, self._edit, self._delete):
            button.setEnabled(has_hit)

    def _on_insert(self) -> None:
        hit = self._current()
        if hit is not None:
            self.inserted.emit(hit.unit.target)

    def _on_copy(self) -> None:
        hit = self._current()
        if hit is not None:
            QGuiApplication.clipboard().setText(hit.unit.target)
            self._told.setText(tr("The English is copied."))

    def _on_edit(self) -> None:
        hit = self._current()
        if hit is None:
            return
        dialog = EditUnit(self, hit.unit.source, hit.unit.target)
        if dialog.exec() and dialog.texts != (hit.unit.source, hit.unit.target):
            source, target = dialog.texts
            unit = replace(hit.unit, source=source, target=target)
            self._change(lambda: self._memories.get().replace(hit.memory, hit.number, unit))

    def _on_delete(self) -> None:
        hit = self._current()
        if hit is not None and ask.delete_pair(self, hit.memory):
            self._change(lambda: self._memories.get().delete(hit.memory, hit.number))

    def _change(self, work: Callable[[], None]) -> None:
        task = self._tasks.run(work, lambda _: self._find())
        task.failed.connect(self._on_failed)

    # -- the window itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches from the field, goes on to the hits, and inserts there."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.table.hasFocus():
            self._on_insert()
        elif self._soon.isActive() or self._current() is None:
            self._find()
        else:
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their texts are in the new width."""
        super().resizeEvent(event)
        self._fit_rows()

    def done(self, result: int) -> None:
        """Stop what is still being looked for."""
        self._cancel()
        super().done(result)
