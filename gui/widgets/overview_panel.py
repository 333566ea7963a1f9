"""All segments in a list that can be filtered; several at once can be reviewed or approved."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.session import Session
from gui.document.segment import Origin, OriginKind, State
from gui.i18n import tr
from gui.models import wording
from gui.models.overview_model import ENGLISH, KOREAN, NUMBER, Filter, FilteredOverview, OverviewModel

_SETTLE = 150
"""Milliseconds that changes are gathered before the list is made anew."""


class OverviewPanel(QWidget):
    """Filter on top, segments below. What is chosen there is what the review actions are about."""

    activated = Signal(str)
    """The user wants to go to a segment (its key)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = OverviewModel(session, self)
        self._shown = FilteredOverview(self.model, self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._refresh)
        self._make_filter()
        self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        layout.addLayout(self._filter_row())
        layout.addWidget(self._list)
        for changed in (session.unit_changed, session.block_changed, session.review_changed):
            changed.connect(self._settle.start)
        self._apply()

    def _make_filter(self) -> None:
        self._text = QLineEdit(placeholderText=tr("Filter segments"), clearButtonEnabled=True)
        self._text.setAccessibleName(tr("Filter segments"))
        self._text.textChanged.connect(self._apply)
        self._state = _combo(tr("State"), tr("Any state"), {wording.state(state): state for state in State})
        origins = {wording.origin(Origin(kind, "")).partition(":")[0]: kind for kind in OriginKind}
        self._origin = _combo(tr("Origin"), tr("Any origin"), origins)
        self._issues, self._comments = QCheckBox(tr("With issues")), QCheckBox(tr("With comments"))
        self._count = QLabel()
        for combo in (self._state, self._origin):
            combo.currentIndexChanged.connect(self._apply)
        for box in (self._issues, self._comments):
            box.toggled.connect(self._apply)

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        for widget in (self._state, self._origin, self._issues, self._comments, self._count):
            row.addWidget(widget)
        return row

    def _make_list(self) -> None:
        self._list = QTableView()
        self._list.setModel(self._shown)
        self._list.setAccessibleName(tr("Segments"))
        self._list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setShowGrid(False)
        self._list.setWordWrap(False)
        self._list.setTabKeyNavigation(False)
        self._list.verticalHeader().hide()
        header = self._list.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (KOREAN, ENGLISH):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(NUMBER, 48)
        self._list.activated.connect(self._on_activated)

    def _on_activated(self, index: QModelIndex) -> None:
        self.activated.emit(self.model.key(self._shown.mapToSource(index).row()))

    def _apply(self) -> None:
        self._shown.use(
            Filter(
                self._text.text().strip(),
                self._state.currentData(),
                self._origin.currentData(),
                self._issues.isChecked(),
                self._comments.isChecked(),
            )
        )
        shown, total = self._shown.rowCount(), self.model.rowCount()
        self._count.setText(tr("{shown} of {total}", shown=shown, total=total))

    def _refresh(self) -> None:
        chosen = self.chosen()
        self.model.refresh()
        self._apply()
        for key in chosen:
            self._select(key)

    def _select(self, key: str) -> None:
        row = self.model.row_of(key)
        if row is not None:
            index = self._shown.mapFromSource(self.model.index(row, 0))
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self._list.selectionModel().select(index, flags)

    def show_issues(self, issues: Mapping[str, int]) -> None:
        """How many findings each segment has, by its key."""
        self.model.show_issues(issues)
        if self._issues.isChecked():
            self._apply()

    def chosen(self) -> list[str]:
        """The keys of the segments that are selected, in order."""
        rows = self._list.selectionModel().selectedRows()
        return [self.model.key(row) for row in sorted(self._shown.mapToSource(index).row() for index in rows)]

    @property
    def is_used(self) -> bool:
        """Whether the user is in the list, so that actions are about what is selected there."""
        return self._list.hasFocus() and bool(self.chosen())

    def step(self, key: str, direction: int) -> str:
        """The next (+1) or previous (-1) listed segment after ``key``, round the end; empty if none is listed."""
        rows = [self._shown.mapToSource(self._shown.index(row, 0)).row() for row in range(self._shown.rowCount())]
        if not rows:
            return ""
        here = self.model.row_of(key)
        place = -1 if here is None else here
        if direction > 0:
            return self.model.key(next((row for row in rows if row > place), rows[0]))
        return self.model.key(next((row for row in reversed(rows) if row < place), rows[-1]))


def _combo(name: str, anything: str, entries: Mapping[str, object]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.addItem(anything, None)
    for label, value in entries.items():
        combo.addItem(label, value)
    combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return combo
