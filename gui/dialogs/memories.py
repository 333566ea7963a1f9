"""The translation memories of the user: which there are, in which order, and TMX files in and out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.tasks import Task, TaskRunner
from gui.document.errors import DaejoError, ProjectError
from gui.document.work import Cancelled, Progress
from gui.i18n import say, tr
from gui.models.memory_model import NAME, PENALTY, UNITS, WRITABLE, MemoryModel
from gui.widgets.marked_text import CheckDelegate
from gui.widgets.status_widgets import Busy
from gui.widgets.told import Told
from gui.workspace.memories import MemorySpec, MemoryStatus, Stopped, default_spec, save_specs
from gui.workspace.shared_memories import SharedMemories

_SUFFIX = ".sqlite"
_WIDTHS = {NAME: 150, UNITS: 80, WRITABLE: 70, PENALTY: 80}


class MemoriesDialog(QDialog):
    """Every change holds at once; only closing is left to do."""

    def __init__(self, parent: QWidget | None, tasks: TaskRunner, memories: SharedMemories) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Translation memories"))
        self.resize(800, 420)
        self._tasks, self._memories = tasks, memories
        self._task: Task | None = None
        self._model = MemoryModel(self)
        self._busy, self._told = Busy(), Told()
        self._make_table()
        self._make_buttons()
        self._arrange()
        self._connect()
        self._begin(tasks.run(lambda: memories.get().statuses(), self._show))

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setAccessibleName(tr("Translation memories, the most trusted first"))
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(WRITABLE, CheckDelegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)

    def _make_buttons(self) -> None:
        self._new = QPushButton(tr("&New…"))
        self._add = QPushButton(tr("&Add a file…"))
        self._remove = QPushButton(tr("&Remove from the list"))
        self._up, self._down = QPushButton(tr("Move &up")), QPushButton(tr("Move &down"))
        self._import = QPushButton(tr("&Import TMX…"))
        self._export = QPushButton(tr("&Export TMX…"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in self._acting():
            button.setAutoDefault(False)

    def _acting(self) -> tuple[QPushButton, ...]:
        return self._new, self._add, self._remove, self._up, self._down, self._import, self._export

    def _arrange(self) -> None:
        side, bottom = QVBoxLayout(), QHBoxLayout()
        for button in self._acting():
            side.addWidget(button)
        side.addStretch()
        middle = QHBoxLayout()
        middle.addWidget(self.table, 1)
        middle.addLayout(side)
        bottom.addWidget(self._busy)
        bottom.addStretch()
        bottom.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addWidget(self._told)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._model.edited.connect(self._use)
        self._model.modelReset.connect(self._show_buttons)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self._new.clicked.connect(self._on_new)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._import.clicked.connect(self._on_import)
        self._export.clicked.connect(self._on_export)
        self._busy.cancelled.connect(self._cancel)
        self._buttons.rejected.connect(self.reject)

    # -- the list

    def _show(self, statuses: Sequence[MemoryStatus]) -> None:
        row = self._row()
        self._model.show(statuses)
        self.table.selectRow(min(max(row, 0), len(statuses) - 1))

    def _row(self) -> int:
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _show_buttons(self) -> None:
        row, last, idle = self._row(), self._model.rowCount() - 1, self._task is None
        status = self._model.status(row) if 0 <= row <= last else None
        for button in self._acting():
            button.setEnabled(idle and (status is not None or button in (self._new, self._add)))
        if idle and status is not None:
            self._remove.setEnabled(status.spec.path != default_spec().path)
            self._up.setEnabled(row > 0)
            self._down.setEnabled(row < last)
            self._import.setEnabled(status.ready and status.spec.writable)
            self._export.setEnabled(status.ready)
        self.table.setEnabled(idle)

    def _use(self, specs: Sequence[MemorySpec]) -> None:
        """Keep this list, and work with it from now on."""

        def work() -> tuple[MemoryStatus, ...]:
            try:
                save_specs(specs)
            except OSError:
                raise ProjectError(
                    "The list of memories cannot be written; check the data folder and the space left."
                ) from None
            memories = self._memories.get()
            memories.use(specs)
            return memories.statuses()

        self._begin(self._tasks.run(work, self._show))

    def _on_new(self) -> None:
        kinds = tr("Translation memories ({patterns})", patterns=f"*{_SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(
            self, tr("New translation memory"), "", kinds, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            path = Path(name)
            self.add_file(path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX))

    def _on_add(self) -> None:
        kinds = tr("Translation memories ({patterns})", patterns=f"*{_SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self, tr("Add a translation memory"), "", kinds)
        if name:
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Put a memory at the end of the list; one that is not there yet is made."""
        specs = self._model.specs
        if any(spec.path == path for spec in specs):
            self._told.tell(tr("{name} is in the list already.", name=path.name))
            return
        names = {spec.name for spec in specs}
        name = next(name for name in _names(path.stem) if name not in names)
        self._use((*specs, MemorySpec(path, name)))

    def _on_remove(self) -> None:
        row, specs = self._row(), self._model.specs
        self._use((*specs[:row], *specs[row + 1 :]))
        self._told.tell(tr("{name} is off the list; its file stays.", name=specs[row].name), good=True)

    def _move(self, step: int) -> None:
        row, specs = self._row(), list(self._model.specs)
        specs.insert(row + step, specs.pop(row))
        self.table.selectRow(row + step)
        self._use(specs)

    # -- TMX

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Import TMX"), "", tr("TMX files ({patterns})", patterns="*.tmx")
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Add the pairs of a TMX file to the selected memory."""
        memory = self._model.status(self._row()).spec.name

        def work(progress: Progress, cancelled: Cancelled) -> int:
            return self._memories.get().import_tmx(path, memory, _scaled(progress), cancelled)

        def told(new: int) -> str:
            return tr("{name}: {count} new pairs.", name=path.name, count=f"{new:,}")

        self._exchange(work, told)

    def _on_export(self) -> None:
        memory = self._model.status(self._row()).spec.name
        kinds = tr("TMX files ({patterns})", patterns="*.tmx")
        name, _ = QFileDialog.getSaveFileName(self, tr("Export TMX"), f"{memory}.tmx", kinds)
        if name:
            path = Path(name)
            self.export_file(path if path.suffix.lower() == ".tmx" else path.with_name(path.name + ".tmx"))

    def export_file(self, path: Path) -> None:
        """Write the selected memory as TMX."""
        status = self._model.status(self._row())

        def work(progress: Progress, cancelled: Cancelled) -> int:
            self._memories.get().export_tmx(status.spec.name, path, progress=progress, cancelled=cancelled)
            return status.units

        def told(written: int) -> str:
            return tr("{name} is written: {count} pairs.", name=path.name, count=f"{written:,}")

        self._exchange(work, told)

    def _exchange(self, work: Callable[[Progress, Cancelled], int], told: Callable[[int], str]) -> None:
        def run(progress: Progress, cancelled: Cancelled) -> tuple[int | None, tuple[MemoryStatus, ...]]:
            done = None
            with suppress(Stopped):
                done = work(progress, cancelled)
            return done, self._memories.get().statuses()

        def done(result: tuple[int | None, tuple[MemoryStatus, ...]]) -> None:
            number, statuses = result
            self._show(statuses)
            self._told.tell(tr("Stopped; nothing was changed.") if number is None else told(number), good=True)

        task = self._tasks.follow(run, done)
        self._begin(task)
        task.progressed.connect(self._busy.show_progress)
        self._busy.show_progress(0, 0)

    # -- work under way

    def _begin(self, task: Task) -> None:
        self._told.tell("")
        self._task = task
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._show_buttons()

    def _on_failed(self, error: DaejoError) -> None:
        self._told.tell(say(error.message))

    def _on_ended(self) -> None:
        self._task = None
        self._busy.hide()
        self._show_buttons()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def done(self, result: int) -> None:
        """Stop what is still read or written."""
        self._cancel()
        super().done(result)


def _names(stem: str) -> Iterator[str]:
    """The stem, and with a number where that is taken."""
    yield stem
    yield from (f"{stem} {number}" for number in count(2))


def _scaled(progress: Progress) -> Progress:
    """In kilobytes: Qt's progress bars count no further than two thousand millions."""
    return lambda done, total: progress(done // 1000, total // 1000)
