"""Aligns a Korean release with its published English, to correct by hand and to keep in a memory."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.tasks import Task, TaskRunner
from gui.document.errors import DaejoError
from gui.document.project import Snapshot
from gui.i18n import say, tr
from gui.models.alignment_model import CHOSEN, ENGLISH, KOREAN, SURE, AlignmentModel
from gui.widgets.marked_text import CheckDelegate, MarkedDelegate
from gui.widgets.status_widgets import Busy
from gui.widgets.told import Told
from gui.workspace.aligning import Alignment, align_files, align_release
from gui.workspace.reading import suffixes
from gui.workspace.shared_memories import SharedMemories

if TYPE_CHECKING:
    from gui.workspace.memories import MemoryStatus

_NAME = 16
"""Characters of a memory's name that its list has room for."""

_NARROW = {CHOSEN: 30, SURE: 76}


class AlignmentDialog(QDialog):
    """Two files, the pairs, and the memory that they go into."""

    def __init__(
        self,
        parent: QWidget | None,
        tasks: TaskRunner,
        memories: SharedMemories,
        release: Snapshot | None = None,
        user: str = "",
    ) -> None:
        """Align with the release that is open, if there is one; another one can be chosen."""
        super().__init__(parent)
        self.setWindowTitle(tr("Align an old release"))
        self.resize(980, 600)
        self._tasks, self._memories, self._user = tasks, memories, user
        self._korean: Snapshot | Path | None = release
        self._english: Path | None = None
        self._task: Task | None = None
        self._model = AlignmentModel(self)
        self._busy, self._told = Busy(), Told()
        self._make_fields()
        self._make_table()
        self._make_buttons()
        self._arrange()
        self._connect()
        self._show_files()
        self._begin(tasks.run(lambda: memories.get().statuses(), self._on_memories))

    def _make_fields(self) -> None:
        self._names = {KOREAN: QLabel(), ENGLISH: QLabel()}
        self._choose = {
            KOREAN: QPushButton(tr("Choose the &Korean…")),
            ENGLISH: QPushButton(tr("Choose the &English…")),
        }
        self._memory = QComboBox()
        self._memory.setAccessibleName(tr("The memory that the pairs go into"))

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setAccessibleName(tr("Pairs"))
        self.table.setModel(self._model)
        self.table.setShowGrid(False)
        self.table.setItemDelegate(MarkedDelegate(self.table))
        self.table.setItemDelegateForColumn(CHOSEN, CheckDelegate(self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        for column in range(self._model.columnCount()):
            wide = column not in _NARROW
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Fixed
            )
            self.table.setColumnWidth(column, _NARROW.get(column, 300))

    def _make_buttons(self) -> None:
        self._join = QPushButton(tr("&Join with the next"))
        self._cut = QPushButton(tr("&Cut off the last"))
        self._up, self._down = QPushButton(tr("Sentence &up")), QPushButton(tr("Sentence &down"))
        self._doubtful = QPushButton(tr("Next dou&btful pair"))
        self._undo = QPushButton(tr("Und&o"))
        self._add, self._close = QPushButton(tr("&Add to the memory")), QPushButton(tr("Close"))
        for button in self._acting():
            button.setAutoDefault(False)

    def _acting(self) -> tuple[QPushButton, ...]:
        return self._join, self._cut, self._up, self._down, self._doubtful, self._undo, self._add, self._close

    def _arrange(self) -> None:
        files, tools, bottom = QFormLayout(), QHBoxLayout(), QHBoxLayout()
        for column in (KOREAN, ENGLISH):
            files.addRow(self._choose[column], self._names[column])
        for button in (self._join, self._cut, self._up, self._down, self._doubtful, self._undo):
            tools.addWidget(button)
        tools.addStretch()
        bottom.addWidget(self._busy)
        bottom.addStretch()
        bottom.addWidget(QLabel(tr("Memory:")))
        self._memory.setMinimumContentsLength(_NAME)
        for widget in (self._memory, self._add, self._close):
            bottom.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addLayout(files)
        layout.addWidget(self.table, 1)
        layout.addLayout(tools)
        layout.addWidget(self._told)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        self._choose[KOREAN].clicked.connect(lambda: self._on_choose(KOREAN))
        self._choose[ENGLISH].clicked.connect(lambda: self._on_choose(ENGLISH))
        self._busy.cancelled.connect(self._cancel)
        self._add.clicked.connect(self._on_add)
        self._close.clicked.connect(self.reject)
        standard = QKeySequence.StandardKey
        for button, keys, act in (
            (self._join, "Ctrl+J", lambda: self._correct(self._model.join)),
            (self._cut, "Ctrl+Shift+J", lambda: self._correct(self._model.cut)),
            (self._up, "Alt+Up", lambda: self._move(down=False)),
            (self._down, "Alt+Down", lambda: self._move(down=True)),
            (self._doubtful, "F8", lambda: self._step(1)),
            (self._undo, standard.Undo, lambda: self._travel(-1)),
        ):
            self._offer(button, QKeySequence(keys), act)
        choose = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        choose.setContext(Qt.ShortcutContext.WidgetShortcut)
        choose.activated.connect(self._toggle)
        for other, do in (("Shift+F8", lambda: self._step(-1)), (standard.Redo, lambda: self._travel(1))):
            QShortcut(QKeySequence(other), self).activated.connect(do)

    def _offer(self, button: QPushButton, keys: QKeySequence, act: Callable[[], object]) -> None:
        button.clicked.connect(lambda _=False: act())
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        QShortcut(keys, self).activated.connect(button.click)

    # -- the files

    def _on_choose(self, column: int) -> None:
        patterns = tr("Releases ({patterns})", patterns=" ".join(f"*{suffix}" for suffix in suffixes()))
        title = tr("The Korean release") if column == KOREAN else tr("Its published English")
        name, _ = QFileDialog.getOpenFileName(self, title, "", patterns)
        if name:
            self.choose(column, Path(name))

    def choose(self, column: int, path: Path) -> None:
        """Take this file for the Korean or the English side; with both at hand they are aligned."""
        if column == KOREAN:
            self._korean = path
        else:
            self._english = path
        self._show_files()
        if self._korean is not None and self._english is not None:
            self._align(self._korean, self._english)

    def _show_files(self) -> None:
        korean = self._korean.release.name if isinstance(self._korean, Snapshot) else self._korean and self._korean.name
        self._names[KOREAN].setText(korean or tr("not chosen yet"))
        self._names[ENGLISH].setText(self._english.name if self._english else tr("not chosen yet"))

    def _align(self, korean: Snapshot | Path, english: Path) -> None:
        self._cancel()

        def work() -> Alignment:
            return align_release(korean, english) if isinstance(korean, Snapshot) else align_files(korean, english)

        task = self._tasks.run(work)
        task.succeeded.connect(lambda alignment: self._on_aligned(task, alignment))
        self._begin(task)
        self._busy.show_progress(0, 0)

    def _on_aligned(self, task: Task, alignment: Alignment) -> None:
        if task.cancelled:
            return
        self._model.show(alignment)
        first = self._model.doubtful(-1, 1)
        self._go_to(first or 0, KOREAN)
        self.table.setFocus()

    def _on_memories(self, statuses: "tuple[MemoryStatus, ...]") -> None:
        self._memory.clear()
        self._memory.addItems([status.spec.name for status in statuses if status.ready and status.spec.writable])

    # -- corrections

    def _correct(self, change: Callable[[int], object]) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        try:
            change(index.row())
        except DaejoError as error:
            self._told.tell(say(error.message))
            return
        self._go_to(index.row(), index.column())

    def _move(self, *, down: bool) -> None:
        column = self.table.currentIndex().column()
        if column not in (KOREAN, ENGLISH):
            self._told.tell(tr("Go to the side whose sentence is to move first."))
            return
        self._correct(lambda row: self._model.move(row, column, down=down))

    def _toggle(self) -> None:
        """Choose the current pair, or leave it out, from any of its cells."""
        row = self.table.currentIndex().row()
        if row >= 0:
            now = Qt.CheckState.Unchecked if row in self._model.chosen else Qt.CheckState.Checked
            self._model.setData(self._model.index(row, CHOSEN), now.value, Qt.ItemDataRole.CheckStateRole)

    def _travel(self, step: int) -> None:
        index = self.table.currentIndex()
        self._model.travel(step)
        self._go_to(index.row(), index.column())

    def _step(self, step: int) -> None:
        found = self._model.doubtful(self.table.currentIndex().row(), step)
        if found is None:
            self._told.tell(tr("All pairs are sure."), good=True)
        else:
            self._go_to(found, KOREAN)

    def _go_to(self, row: int, column: int) -> None:
        index = self._model.index(min(max(row, 0), self._model.rowCount() - 1), max(column, 0))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_changed(self) -> None:
        self.table.resizeRowsToContents()
        self._told.tell("")
        self._show_buttons()

    def _show_buttons(self) -> None:
        count, idle = len(self._model.chosen), self._task is None
        self._add.setText(tr("&Add {count} pairs to the memory", count=count))
        for button in self._acting():
            button.setEnabled(self._model.rowCount() > 0)
        self._add.setEnabled(idle and count > 0 and self._memory.count() > 0)
        self._undo.setEnabled(self._model.can_travel(-1))
        self._close.setEnabled(True)

    # -- into the memory

    def _on_add(self) -> None:
        alignment, memory = self._model.alignment, self._memory.currentText()
        if alignment is None or not memory:
            return
        units = tuple(alignment.units(self._model.chosen, self._user))
        task = self._tasks.run(lambda: self._memories.get().add(memory, units))
        task.succeeded.connect(lambda new: self._told.tell(_added(new, len(units), memory), good=True))
        self._begin(task)
        self._busy.show_progress(0, 0)

    def _begin(self, task: Task) -> None:
        self._task = task
        task.failed.connect(lambda error: self._told.tell(say(error.message)))
        task.ended.connect(lambda: self._on_ended(task))
        self._told.tell("")
        self._show_buttons()

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._busy.hide()
            self._show_buttons()

    def _cancel(self) -> None:
        """What runs is let go: what it brings is not taken."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._busy.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their texts are in the new width."""
        super().resizeEvent(event)
        self.table.resizeRowsToContents()

    def done(self, result: int) -> None:
        """Let go what runs."""
        self._cancel()
        super().done(result)


def _added(new: int, asked: int, memory: str) -> str:
    if new == asked:
        return tr("{count} pairs are in {memory} now.", count=new, memory=memory)
    return tr("{count} new pairs are in {memory}; it had the others.", count=new, memory=memory)
