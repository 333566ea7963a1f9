"""The names of persons in a release: how each is spelled, on what grounds, where; confirming a spelling everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.i18n import tr
from gui.models.name_model import ENGLISH, GROUNDS, KOREAN, PLACES, NameModel
from gui.workspace.naming import NameEntry


class _NameTable(QTableView):
    """Enter or Space confirms the spelling of a row, after typing too; Shift+Enter goes to its next place."""

    confirmed = Signal(int)
    place_wanted = Signal(int)

    def __init__(self, model: NameModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Names"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (KOREAN, PLACES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ENGLISH, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.hideColumn(GROUNDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the row by key; other keys type into its English."""
        index = self.currentIndex()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not index.isValid() or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif enters and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.place_wanted.emit(index.row())
        elif (enters or event.key() == Qt.Key.Key_Space) and not modifiers:
            self.confirmed.emit(index.row())
        else:
            if event.text().isprintable() and event.text():
                self.setCurrentIndex(index.siblingAtColumn(ENGLISH))
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter after typing confirms what was typed; leaving the field by other ways only keeps it."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self.currentIndex().isValid():
            self.confirmed.emit(self.currentIndex().row())


class NamesPanel(QWidget):
    """A table of the names, below it the grounds of the current one and what can be done about it."""

    confirm_wanted = Signal(str, str)
    """The user confirms a spelling: the name in Hangul, its English."""

    place_wanted = Signal(str)
    """The user wants to see a name where it stands (the key of a segment)."""

    refused = Signal(str)
    """Why what was typed cannot be a spelling."""

    def __init__(self, parent: QWidget | None = None, *, editable: bool = True) -> None:
        super().__init__(parent)
        self._editable = editable
        self._place = -1
        self.model = NameModel(self, editable=editable)
        self.model.refused.connect(self.refused)
        self.table = _NameTable(self.model)
        self.table.confirmed.connect(self._confirm)
        self.table.place_wanted.connect(self._go_on)
        self._grounds = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._empty = QLabel(tr("No Korean names of persons found."), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        for widget, stretch in ((self._empty, 1), (self.table, 1), (self._grounds, 0)):
            layout.addWidget(widget, stretch)
        layout.addLayout(self._buttons())
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.model.dataChanged.connect(self._show_current)
        self.model.modelReset.connect(self._show_current)
        self._show_current()

    def _buttons(self) -> QHBoxLayout:
        self._confirm_button = QPushButton(tr("Confirm everywhere"))
        self._confirm_button.setToolTip(tr("Enter or Space"))
        self._confirm_button.clicked.connect(lambda: self._confirm(self._row))
        self._place_button = QPushButton(tr("Next place"))
        self._place_button.setToolTip(tr("Shift+Enter"))
        self._place_button.clicked.connect(lambda: self._go_on(self._row))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._place_button)
        row.addWidget(self._confirm_button)
        return row

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    def set_editable(self, *, editable: bool) -> None:
        """Whether spellings can be confirmed in this project."""
        self._editable = editable
        self.model.set_editable(editable=editable)
        self._show_current()

    def show_names(self, entries: Sequence[NameEntry]) -> None:
        """Show these names, the current one still current if it is among them."""
        current = self.model.entry(self._row).hangul if self._row >= 0 else ""
        self.model.show_names(entries)
        if self._row < 0:
            rows = [row for row in range(self.model.rowCount()) if self.model.entry(row).hangul == current]
            self.table.setCurrentIndex(self.model.index(rows[0] if rows else 0, ENGLISH))
        self._show_current()

    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._place = -1
        self._show_current()

    def _show_current(self) -> None:
        """Say where the spelling of the current name comes from."""
        has_names, has_row = self.model.rowCount() > 0, self._row >= 0
        self.table.setVisible(has_names)
        self._empty.setVisible(not has_names)
        grounds = self.model.index(self._row, GROUNDS).data() if has_row else ""
        self._grounds.setText(tr("Grounds: {grounds}", grounds=grounds) if grounds else "")
        confirmed = has_row and self.model.is_confirmed(self._row)
        self._confirm_button.setEnabled(has_row and self._editable and not confirmed)
        self._place_button.setEnabled(has_row and bool(self.model.entry(self._row).occurrences))

    def _confirm(self, row: int) -> None:
        if not self._editable or row < 0 or self.model.is_confirmed(row):
            return
        hangul, english = self.model.entry(row).hangul, self.model.english(row)
        self.model.forget_typed(row)
        self.confirm_wanted.emit(hangul, english)

    def _go_on(self, row: int) -> None:
        """Go round the places of a name."""
        places = self.model.entry(row).occurrences if row >= 0 else ()
        if places:
            self._place = (self._place + 1) % len(places)
            self.place_wanted.emit(places[self._place])
