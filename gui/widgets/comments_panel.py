"""Comments and their answers, those of the current segment first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import theme
from gui.bridge.session import Session
from gui.document.review import Comment
from gui.i18n import tr

_KEY = Qt.ItemDataRole.UserRole


class CommentsPanel(QWidget):
    """A list of all comments, with what can be done about the chosen one."""

    activated = Signal(str)
    """The user wants to go to the words of a comment (its key)."""

    answer_wanted = Signal(str)
    """The user wants to answer a comment (its key)."""

    settle_wanted = Signal(str)
    """The user wants to settle a comment, or to open it again (its key)."""

    remove_wanted = Signal(str)
    """The user wants a comment to go (its key)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current = ""
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setWordWrap(True)
        self._tree.setAccessibleName(tr("Comments"))
        self._tree.itemActivated.connect(lambda item: self.activated.emit(item.data(0, _KEY)))
        self._tree.currentItemChanged.connect(self._on_current)
        self._settled = QCheckBox(tr("Settled ones too"))
        self._settled.toggled.connect(self.refresh)
        self._empty = QLabel(tr("No comments. Select words in the English and press Ctrl+M."), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._tree, 1)
        layout.addLayout(self._buttons())
        session.review_changed.connect(self.refresh)
        self.refresh()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._settled, 1)
        self._actions = []
        for name, wanted in (
            (tr("Answer"), self.answer_wanted),
            (tr("Settle"), self.settle_wanted),
            (tr("Remove"), self.remove_wanted),
        ):
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, wanted=wanted: self._want(wanted))
            row.addWidget(button)
            self._actions.append(button)
        return row

    def _want(self, wanted: Signal) -> None:
        item = self._tree.currentItem()
        if item is not None:
            wanted.emit(item.data(0, _KEY))  # type: ignore[attr-defined]  # the class of a bound signal has no name

    def _on_current(self) -> None:
        for button in self._actions:
            button.setEnabled(self._tree.currentItem() is not None and self._session.editable)

    def show_segment(self, key: str) -> None:
        """Put the comments of this segment first."""
        if key != self._current:
            self._current = key
            self.refresh()

    def refresh(self) -> None:
        """Show the comments as they are now."""
        shown = [c for c in self._session.project.comments() if self._settled.isChecked() or not c.resolved]
        shown.sort(key=lambda comment: comment.segment != self._current)
        self._tree.clear()
        self._tree.addTopLevelItems([self._item(comment) for comment in shown])
        self._tree.expandAll()
        self._tree.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._on_current()

    def _item(self, comment: Comment) -> QTreeWidgetItem:
        item = _line(comment.key, _signed(comment.author, comment.text, comment.quote))
        item.addChildren([_line(comment.key, _signed(reply.author, reply.text)) for reply in comment.replies])
        font = item.font(0)
        font.setBold(comment.segment == self._current)
        item.setFont(0, font)
        if comment.resolved:
            item.setForeground(0, theme.faint())
            item.setText(0, tr("{comment} (settled)", comment=item.text(0)))
        return item


def _line(key: str, text: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    item.setData(0, _KEY, key)
    item.setToolTip(0, text)
    return item


def _signed(author: str, text: str, quote: str = "") -> str:
    about = f"“{quote}” — " if quote else ""
    return f"{author}: {about}{text}" if author else about + text
