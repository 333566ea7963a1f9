"""The difference view: what came back in a document, to accept or refuse row by row."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import theme
from gui.i18n import say, tr
from gui.models.correction_model import DECISION, NEW, NUMBER, OLD, CorrectionModel, Decision, Entry
from gui.widgets.correction_detail import CorrectionDetail
from gui.widgets.diff_text import DiffDelegate, row_height
from gui.workspace.corrections.model import Change, Corrections, Problem, Remark

_ROLE = QDialogButtonBox.ButtonRole
_KEYS = {Qt.Key.Key_A: Decision.ACCEPTED, Qt.Key.Key_R: Decision.REFUSED}


class CorrectionsDialog(QDialog):
    """Accepted means: take over what was accepted, by the reviewer and in the state that stand at the bottom."""

    place_wanted = Signal(str)
    """The user wants to see this segment behind the dialog, which stays with all that was decided."""

    def __init__(self, parent: QWidget, corrections: Corrections, sources: dict[str, str]) -> None:
        """``sources`` is the Korean of the segments by key."""
        super().__init__(parent)
        self.setWindowTitle(tr("Corrections in {name}", name=corrections.name))
        self.resize(1000, 620)
        self._model = CorrectionModel(corrections, sources, self)
        self._filter = _Filter(self._model, self)
        self._table = _Table(self._filter, self._decide)
        self._detail = CorrectionDetail(self._model)
        self._counts = QLabel()
        self._reviewer = QLineEdit(corrections.reviewer)
        self._reviewer.setAccessibleName(tr("Corrections by"))
        self._reviewed = QCheckBox(tr("&Mark as reviewed"))
        self._take = QPushButton()
        self._lay_out(corrections)
        self._table.selectionModel().currentRowChanged.connect(self._on_current)
        self._model.decided.connect(self._on_decided)
        self._on_decided()
        self._table.selectRow(0)
        self._table.setFocus()

    @property
    def reviewer(self) -> str:
        """Whose corrections they are."""
        return self._reviewer.text().strip()

    @property
    def reviewed(self) -> bool:
        """Whether what is taken over counts as reviewed."""
        return self._reviewed.isChecked()

    def accepted_changes(self) -> list[Change]:
        """The changes to take over."""
        return self._model.accepted_changes()

    def accepted_remarks(self) -> list[Remark]:
        """The remarks to take over."""
        return self._model.accepted_remarks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or in the list does not take anything over; only the button does."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self, corrections: Corrections) -> None:
        layout = QVBoxLayout(self)
        for message in corrections.notes:
            layout.addWidget(QLabel(say(message), wordWrap=True))
        splitter = QSplitter(Qt.Orientation.Vertical)
        if corrections.problems:
            splitter.addWidget(self._problems(corrections.problems))
        splitter.addWidget(self._rows())
        splitter.addWidget(self._detail)
        splitter.setStretchFactor(splitter.count() - 2, 3)
        splitter.setStretchFactor(splitter.count() - 1, 2)
        splitter.setChildrenCollapsible(False)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._bottom())

    def _problems(self, problems: tuple[Problem, ...]) -> QWidget:
        view = QListWidget()
        view.setAccessibleName(tr("To settle by hand"))
        view.setWordWrap(True)
        view.setMinimumHeight(48)
        view.setMaximumHeight(120)
        view.setToolTip(tr("Double-click to go there"))
        icon = theme.icon("warning")
        for problem in problems:
            text = f"{say(problem.message)}\n{problem.text}" if problem.text.strip() else say(problem.message)
            item = QListWidgetItem(icon, text)
            item.setData(Qt.ItemDataRole.UserRole, problem.segment)
            view.addItem(item)
        view.itemActivated.connect(self._on_problem)
        return _titled(tr("To settle by hand: {count}", count=len(problems)), view)

    def _rows(self) -> QWidget:
        shown = QComboBox()
        shown.setAccessibleName(tr("Show"))
        for name, wanted in _shown():
            shown.addItem(name, wanted)
        shown.currentIndexChanged.connect(lambda: self._filter.show_only(shown.currentData()))
        words = QLineEdit(placeholderText=tr("Filter"), clearButtonEnabled=True)
        words.setAccessibleName(tr("Filter"))
        words.textChanged.connect(self._filter.search)
        accept, refuse = QPushButton(tr("Accept a&ll")), QPushButton(tr("Re&fuse all"))
        accept.setToolTip(tr("All that is in no doubt. A accepts, R refuses the rows that are selected."))
        accept.clicked.connect(lambda: self._model.decide_all(Decision.ACCEPTED))
        refuse.clicked.connect(lambda: self._model.decide_all(Decision.REFUSED))
        row = QHBoxLayout()
        for widget in (shown, words, self._counts, accept, refuse):
            row.addWidget(widget, int(widget is words))
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._table)
        return result

    def _bottom(self) -> QHBoxLayout:
        buttons = QDialogButtonBox()
        buttons.addButton(self._take, _ROLE.AcceptRole)
        buttons.addButton(tr("Cancel"), _ROLE.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        label = QLabel(tr("Corrections &by"))
        label.setBuddy(self._reviewer)
        row = QHBoxLayout()
        for widget in (label, self._reviewer, self._reviewed):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def _entry(self, index: QModelIndex | QPersistentModelIndex) -> Entry | None:
        place = self._filter.mapToSource(index)
        return self._model.entries[place.row()] if place.isValid() else None

    def _on_current(self, current: QModelIndex) -> None:
        self._detail.show_entry(self._entry(current))

    def _on_problem(self, item: QListWidgetItem) -> None:
        """Show the row of the segment, and the segment behind the dialog."""
        segment = item.data(Qt.ItemDataRole.UserRole)
        if not segment:
            return
        self.place_wanted.emit(segment)
        for row in range(self._filter.rowCount()):
            entry = self._entry(self._filter.index(row, 0))
            if entry is not None and entry.segment == segment:
                self._table.selectRow(row)
                return

    def _decide(self, decision: Decision) -> None:
        """Decide on the selected rows and go on to the next one."""
        indexes = self._table.selectionModel().selectedRows()
        self._model.decide((self._filter.mapToSource(index).row() for index in indexes), decision)
        below = max((index.row() for index in indexes), default=-1) + 1
        if 0 < below < self._filter.rowCount():
            self._table.selectRow(below)

    def _on_decided(self) -> None:
        accepted = self._model.count(Decision.ACCEPTED)
        self._take.setText(tr("&Take over {count}", count=accepted))
        self._take.setEnabled(accepted > 0)
        open_rows = self._model.count(Decision.OPEN)
        self._counts.setText(tr("{open} of {count} open", open=open_rows, count=len(self._model.entries)))


class _Table(QTableView):
    """The rows, with keys to decide."""

    def __init__(self, model: "_Filter", decide: Callable[[Decision], object]) -> None:
        super().__init__()
        self._decide = decide
        self.setModel(model)
        self.setAccessibleName(tr("Corrections"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(DiffDelegate(OLD, NEW, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics().lineSpacing()))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, sample in ((DECISION, tr("✓ accepted")), (NUMBER, "0000 ⚠")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A accepts, R refuses, the space bar turns the current row over; no key looks for words."""
        if event.key() in _KEYS and not event.modifiers():
            self._decide(_KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            accepted = self.currentIndex().siblingAtColumn(DECISION).data() == tr("✓ accepted")
            self._decide(Decision.REFUSED if accepted else Decision.ACCEPTED)
        else:
            super().keyPressEvent(event)


class _Filter(QSortFilterProxyModel):
    """The rows of one sort that hold some words."""

    def __init__(self, model: CorrectionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = model.entries
        self._wanted: Callable[[Entry], bool] = _everything
        self._words = ""
        self.setSourceModel(model)
        self.setDynamicSortFilter(False)

    def show_only(self, wanted: Callable[[Entry], bool]) -> None:
        """Show the rows of this sort. One that is decided on stays until the next choice."""
        self._wanted = wanted
        self.invalidate()

    def search(self, words: str) -> None:
        """Show the rows with these words in either text."""
        self._words = words.casefold()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a row is shown."""
        if not self._wanted(self._entries[row]):
            return False
        model = self.sourceModel()
        texts = (str(model.index(row, column, parent).data() or "") for column in range(NUMBER, NEW + 1))
        return not self._words or any(self._words in text.casefold() for text in texts)


def _everything(_entry: Entry) -> bool:
    return True


def _shown() -> tuple[tuple[str, Callable[[Entry], bool]], ...]:
    return (
        (tr("All corrections"), _everything),
        (tr("In doubt"), lambda entry: entry.doubtful),
        (tr("Not decided"), lambda entry: entry.decision is Decision.OPEN),
        (tr("Accepted"), lambda entry: entry.decision is Decision.ACCEPTED),
        (tr("Refused"), lambda entry: entry.decision is Decision.REFUSED),
        (tr("Comments"), lambda entry: entry.remark is not None),
    )


def _titled(title: str, view: QWidget) -> QWidget:
    result = QWidget()
    layout = QVBoxLayout(result)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(QLabel(title))
    layout.addWidget(view)
    return result
