"""How much there is and how much is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.document.segment import Origin, OriginKind, State
from gui.i18n import tr
from gui.models import wording
from gui.workspace.statistics import Count, Statistics


class StatisticsDialog(QDialog):
    """Segments, Hangul syllables and English words: in all, by state, by origin."""

    def __init__(self, parent: QWidget, counted: Statistics) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Statistics"))
        self.resize(560, 420)
        rows = [(tr("In all"), counted.total)]
        rows += [(wording.state(state), counted.states.get(state, Count())) for state in State]
        rows += [(_origin(kind), counted.origins.get(kind, Count())) for kind in (*OriginKind, None)]
        layout = QVBoxLayout(self)
        layout.addWidget(_table(rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _origin(kind: OriginKind | None) -> str:
    if kind is None:
        return tr("Origin: none yet")
    words = {
        OriginKind.MEMORY: tr("translation memory"),
        OriginKind.MACHINE: tr("machine"),
    }
    return tr("Origin: {origin}", origin=words.get(kind) or wording.origin(Origin(kind)))


def _table(rows: list[tuple[str, Count]]) -> QTableWidget:
    table = QTableWidget(len(rows), 4)
    table.setAccessibleName(tr("Statistics"))
    table.setHorizontalHeaderLabels(["", tr("Segments"), tr("Hangul syllables"), tr("English words")])
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for row, (name, count) in enumerate(rows):
        table.setItem(row, 0, QTableWidgetItem(name))
        for column, number in enumerate((count.segments, count.syllables, count.words), start=1):
            item = QTableWidgetItem(f"{number:,}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    return table
