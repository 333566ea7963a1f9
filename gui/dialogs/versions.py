"""Versions of the project: kept ones, what was changed since, and bringing one back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.document.review import Version
from gui.i18n import tr
from gui.language.word_diff import Kind
from gui.models.correction_model import DIFFERS
from gui.widgets.diff_text import DiffDelegate, DiffText, row_height
from gui.workspace.versions import Difference

_KEY = DIFFERS
"""The key of a difference also says that its row holds two wordings."""

_KOREAN, _OLD, _NEW = range(3)


class VersionsDialog(QDialog):
    """Lists versions, newest first, and compares the chosen one with the project as it is."""

    keep_wanted = Signal()
    """The project as it is shall be kept under a name."""

    rename_wanted = Signal(str)
    """A version shall have another name (its key)."""

    bring_back_wanted = Signal(str)
    """The project shall be as it was in a version (its key)."""

    forget_wanted = Signal(str)
    """A version is no longer needed (its key)."""

    place_wanted = Signal(str)
    """The user wants to see a segment (its key)."""

    def __init__(self, parent: QWidget, compare: Callable[[Version], Sequence[Difference]], *, editable: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Versions"))
        self.resize(980, 560)
        self._compare = compare
        self._versions: dict[str, Version] = {}
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Versions"))
        self._list.currentItemChanged.connect(self._on_chosen)
        self._summary = QLabel(wordWrap=True)
        self._model = QStandardItemModel(0, 3, self)
        self._model.setHorizontalHeaderLabels([tr("Korean"), tr("English then"), tr("English now")])
        self._differences = self._make_table()
        self._old = DiffText(tr("English then"), Kind.DELETED)
        self._new = DiffText(tr("English now"), Kind.INSERTED)
        self._buttons = self._make_buttons(editable=editable)
        self._lay_out()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName(tr("What was changed since"))
        table.setItemDelegate(DiffDelegate(_OLD, _NEW, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height(table.fontMetrics().lineSpacing()))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(lambda index, _: self._on_row(index.row()))
        table.activated.connect(lambda index: self.place_wanted.emit(self._model.item(index.row(), 0).data(_KEY)))
        return table

    def _make_buttons(self, *, editable: bool) -> list[QPushButton]:
        buttons = []
        for name, wanted in (
            (tr("Rename…"), self.rename_wanted),
            (tr("Bring back"), self.bring_back_wanted),
            (tr("Forget"), self.forget_wanted),
        ):
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(self.chosen))
            button.setProperty("allowed", editable)
            buttons.append(button)
        self._keep = QPushButton(tr("Keep this state…"))
        self._keep.setEnabled(editable)
        self._keep.clicked.connect(self.keep_wanted)
        return buttons

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._list, self._keep, *self._buttons):
            column.addWidget(widget)
        texts = QHBoxLayout()
        texts.addWidget(self._old)
        texts.addWidget(self._new)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._summary)
        column.addWidget(self._differences, 3)
        column.addLayout(texts, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([260, 720])
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        layout.addWidget(close)

    @property
    def chosen(self) -> str:
        """The key of the chosen version, empty if none is."""
        item = self._list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def show_versions(self, versions: Sequence[Version]) -> None:
        """List these; the one that was chosen stays so."""
        before = self.chosen
        self._versions = {version.key: version for version in versions}
        self._list.clear()
        for version in reversed(versions):
            item = QListWidgetItem(_label(version))
            item.setData(_KEY, version.key)
            self._list.addItem(item)
            if version.key == before:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None and versions:
            self._list.setCurrentRow(0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        version = self._versions.get(self.chosen)
        for button in self._buttons:
            button.setEnabled(version is not None and bool(button.property("allowed")))
        self._model.removeRows(0, self._model.rowCount())
        if version is None:
            self._summary.setText(tr("No version is kept yet. “Keep this state…” keeps the project as it is now."))
            self._on_row(-1)
            return
        found = self._compare(version)
        for difference in found:
            self._model.appendRow(_row(difference))
        self._summary.setText(
            tr("Segments changed since: {count}", count=len(found)) if found else tr("Nothing was changed since.")
        )
        self._differences.selectRow(0)
        self._on_row(0 if found else -1)

    def _on_row(self, row: int) -> None:
        old, new = (self._model.item(row, column).text() if row >= 0 else "" for column in (_OLD, _NEW))
        self._old.show_difference(old, new)
        self._new.show_difference(old, new)


def _row(difference: Difference) -> list[QStandardItem]:
    row = [QStandardItem(text) for text in (difference.korean, difference.old, difference.new)]
    for item in row:
        item.setData(difference.key, _KEY)
    return row


def _label(version: Version) -> str:
    at = f"{version.at.astimezone():%Y-%m-%d %H:%M}" if version.at is not None else ""
    name = tr("{name} (kept by the program)", name=version.name) if version.automatic else version.name
    return "\n".join(filter(None, (name, " · ".join(filter(None, (at, version.author))))))
