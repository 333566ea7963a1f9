"""All segments in one list, to be filtered and found by state, origin, issue and comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from gui.bridge.session import Session
from gui.document.segment import OriginKind, Segment, State
from gui.i18n import tr
from gui.models import wording

NUMBER, KOREAN, ENGLISH, STATE, ORIGIN, ISSUES, COMMENTS = range(7)
"""The columns."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OverviewModel(QAbstractTableModel):
    """One row for each segment that has Korean or English, tables included."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keys: list[str] = []
        self._rows: dict[str, int] = {}
        self._issues: Mapping[str, int] = {}
        self._comments: dict[str, int] = {}
        self.refresh()
        session.segment_changed.connect(self._on_segment_changed)

    def refresh(self) -> None:
        """Take all segments, and the comments on them, anew."""
        self.beginResetModel()
        shown = (segment for segment in self._session.segments() if segment.source.text.strip() or segment.target)
        self._keys = [segment.key for segment in shown]
        self._rows = {key: row for row, key in enumerate(self._keys)}
        self._comments = {}
        for comment in self._session.project.comments():
            if not comment.resolved:
                self._comments[comment.segment] = self._comments.get(comment.segment, 0) + 1
        self.endResetModel()

    def show_issues(self, issues: Mapping[str, int]) -> None:
        """How many findings each segment has, by its key."""
        self._issues = issues
        if self._keys:
            self.dataChanged.emit(self.index(0, ISSUES), self.index(len(self._keys) - 1, ISSUES))

    def _on_segment_changed(self, key: str) -> None:
        row = self._rows.get(key)
        if row is not None:
            self.dataChanged.emit(self.index(row, NUMBER), self.index(row, COMMENTS))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row a segment."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """See the columns above."""
        return 0 if parent.isValid() else COMMENTS + 1

    def key(self, row: int) -> str:
        """The segment of a row."""
        return self._keys[row]

    def row_of(self, key: str) -> int | None:
        """The row of a segment, ``None`` if it has none."""
        return self._rows.get(key)

    def segment(self, row: int) -> Segment:
        """The segment of a row as it is now."""
        return self._session.project.segment(self._keys[row])

    def counts(self, row: int) -> tuple[int, int]:
        """Findings and open comments of a row."""
        key = self._keys[row]
        return self._issues.get(key, 0), self._comments.get(key, 0)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the eye and for screen readers."""
        if not index.isValid() or not self._session.project.has(self._keys[index.row()]):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (STATE, ORIGIN):
            return wording.state_and_origin(self.segment(index.row()))
        return None

    def _text(self, row: int, column: int) -> str:
        segment = self.segment(row)
        if column in (ISSUES, COMMENTS):
            count = self.counts(row)[column == COMMENTS]
            return str(count) if count else ""
        return {
            NUMBER: lambda: str(row + 1),
            KOREAN: lambda: " ".join(segment.source.text.split()),
            ENGLISH: lambda: " ".join(segment.target.split()),
            STATE: lambda: wording.state(segment.state),
            ORIGIN: lambda: wording.origin(segment.translation.origin),
        }[column]()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (tr("No."), tr("Korean"), tr("English"), tr("State"), tr("Origin"), tr("Issues"), tr("Comments"))
        return names[section]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a segment must be like to be listed; what is ``None`` or empty does not matter."""

    text: str = ""
    state: State | None = None
    origin: OriginKind | None = None
    with_issues: bool = False
    with_comments: bool = False


class FilteredOverview(QSortFilterProxyModel):
    """The rows that pass a filter."""

    def __init__(self, model: OverviewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filter = Filter()
        self.setSourceModel(model)
        self.setDynamicSortFilter(False)  # a segment that is changed stays in sight until the filter is set again

    def use(self, wanted: Filter) -> None:
        """List what passes this filter."""
        self._filter = wanted
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: _Index) -> bool:
        """Whether a segment passes."""
        segment, wanted = self._model.segment(row), self._filter
        issues, comments = self._model.counts(row)
        origin = segment.translation.origin
        return (
            (not wanted.text or wanted.text.casefold() in f"{segment.source.text}\n{segment.target}".casefold())
            and wanted.state in (None, segment.state)
            and (wanted.origin is None or (origin is not None and origin.kind is wanted.origin))
            and (issues > 0 or not wanted.with_issues)
            and (comments > 0 or not wanted.with_comments)
        )
