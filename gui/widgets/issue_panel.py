"""What the checks found, grouped by severity; going to one selects its place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import theme
from gui.document.issue import Issue, Severity
from gui.i18n import say, tr
from gui.models import wording

_ISSUE = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1

_FOLD = 3
"""More findings than this that say the same become one line, so that the others stay in sight."""

_LISTED = 500
"""So many findings stand in one list at most: nobody reads on, and each costs time."""

_FEW = 20
"""Fewer remarks than this are shown at once."""

_BESIDE = 34
"""Pixels of a row that its text cannot use: icon and margins."""

_ICON = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


class _Wrapped(QStyledItemDelegate):
    """Gives each finding as many lines as its sentence needs: a tree view by itself cuts it off."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the text in the width that the tree has."""
        hint = super().sizeHint(option, index)
        depth, parent = 1, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        width = self._tree.viewport().width() - depth * self._tree.indentation() - _BESIDE
        text = QRect(0, 0, max(60, width), 10_000)
        metrics = self._tree.fontMetrics()
        lines = metrics.boundingRect(text, int(Qt.TextFlag.TextWordWrap), index.data()).height()
        return QSize(width, max(hint.height(), lines + 8))


class IssuePanel(QWidget):
    """A filter over a list in three groups."""

    activated = Signal(object)
    """The user wants to go to this :class:`Issue`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issues: tuple[Issue, ...] = ()
        self._filter = QLineEdit(placeholderText=tr("Filter issues"), clearButtonEnabled=True)
        self._filter.setAccessibleName(tr("Filter issues"))
        self._filter.setAcceptDrops(False)  # files are for the window
        self._filter.textChanged.connect(self._fill)
        self._empty = QLabel(tr("Nothing to mend."), alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._tree = self._make_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        for widget in (self._filter, self._empty, self._tree):
            layout.addWidget(widget)
        self._fill()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("Issues"))
        tree.setHeaderHidden(True)
        tree.setIndentation(14)
        tree.setWordWrap(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setItemDelegate(_Wrapped(tree))
        tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        tree.itemExpanded.connect(self._on_expanded)
        tree.itemActivated.connect(self._on_activated)
        tree.itemClicked.connect(self._on_activated)
        return tree

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Replace what is shown."""
        if tuple(issues) != self._issues:
            self._issues = tuple(issues)
            self._fill()

    def _fill(self) -> None:
        words = self._filter.text().casefold()
        shown = [issue for issue in self._issues if words in say(issue.message).casefold()]
        self._tree.clear()
        for severity in Severity:
            self._add_group(severity, [issue for issue in shown if issue.severity is severity])
        self._tree.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._filter.setVisible(bool(self._issues))

    def _add_group(self, severity: Severity, issues: list[Issue]) -> None:
        if not issues:
            return
        title = tr("{name} ({count})", name=wording.severity(severity), count=len(issues))
        group = QTreeWidgetItem(self._tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        alike = _by_message(issues)
        self._add_issues(group, [issue for found in alike.values() if len(found) <= _FOLD for issue in found])
        for text, found in alike.items():
            if len(found) > _FOLD:
                self._add_fold(group, text, found)
        group.setExpanded(severity is not Severity.INFO or len(issues) < _FEW)

    def _add_fold(self, group: QTreeWidgetItem, text: str, issues: list[Issue]) -> None:
        """One line for many findings that say the same; they are listed once it is opened."""
        fold = QTreeWidgetItem(group, [tr("{name} ({count})", name=text, count=len(issues))])
        fold.setIcon(0, _icon(issues[0].severity))
        fold.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        fold.setData(0, _FOLDED, issues)

    def _add_issues(self, parent: QTreeWidgetItem, issues: Sequence[Issue]) -> None:
        """List findings of one severity."""
        if not issues:
            return
        icon, ink = _icon(issues[0].severity), QBrush(theme.text())
        for issue in issues[:_LISTED]:
            item = QTreeWidgetItem(parent, [say(issue.message)])
            item.setIcon(0, icon)
            item.setForeground(0, ink)
            item.setData(0, _ISSUE, issue)
            item.setToolTip(0, item.text(0))
        if len(issues) > _LISTED:
            more = tr("… and {count} more: use the filter.", count=len(issues) - _LISTED)
            QTreeWidgetItem(parent, [more]).setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        folded = item.data(0, _FOLDED)
        if folded and not item.childCount():
            self._add_issues(item, folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self._tree.scheduleDelayedItemsLayout()

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        issue = item.data(0, _ISSUE)
        if isinstance(issue, Issue):
            self.activated.emit(issue)
        elif item.data(0, _FOLDED):
            item.setExpanded(not item.isExpanded())


def _by_message(issues: Sequence[Issue]) -> dict[str, list[Issue]]:
    alike: dict[str, list[Issue]] = {}
    for issue in issues:
        alike.setdefault(say(issue.message), []).append(issue)
    return alike


def _icon(severity: Severity) -> QIcon:
    return QIcon(theme.pixmap(_ICON[severity], 32, colour(severity)))


def colour(severity: Severity) -> QColor:
    """The colour of a severity."""
    return {Severity.ERROR: theme.error(), Severity.WARNING: theme.warning(), Severity.INFO: theme.faint()}[severity]
