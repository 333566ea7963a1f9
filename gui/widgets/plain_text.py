"""Plain text that is edited where it stands: in a segment of the desk, in a cell of a table."""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gui.bridge import theme
from gui.document.richtext import RichText
from gui.widgets.segment_style import apply_marks, set_line_height, units

_PARAGRAPH = "\u2029"
"""What Qt has between the lines of a document."""

_BREAK = re.compile("\r\n|[\r\u2029]")
"""What Qt takes for a line break beside a line feed."""


class PlainText(QTextEdit):
    """Text without frame, scroll bars or an undo of its own; undo goes across everything and belongs to the window."""

    left = Signal(int)
    """The caret wants to go out at the top or the front (-1), or at the bottom or the end (+1)."""

    height_changed = Signal()
    """The text needs another number of lines."""

    entered = Signal()
    """It got the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self.height_changed)

    # -- text

    def show_text(self, text: RichText, font: QFont, line_height: float) -> None:
        """Show another text, the caret at its end. What is being composed has to be committed before."""
        self.document().setDefaultFont(font)
        self.setFont(font)
        self.setPlainText(text.text)
        set_line_height(self.document(), line_height)
        apply_marks(self.document(), text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def toPlainText(self) -> str:
        """The text as it was given, line breaks as line feeds; Qt's own would turn no-break spaces into spaces."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the same."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n"))
        return data

    def change_text(self, text: str) -> None:
        """Follow a change made elsewhere (undo, a draft); the caret goes to where it happened."""
        text, old = _BREAK.sub("\n", text), self.toPlainText()
        if text == old:
            return
        start = _common_prefix(old, text)
        tail = _common_prefix(old[start:][::-1], text[start:][::-1])
        cursor = self.textCursor()
        cursor.setPosition(units(old[:start]))
        cursor.setPosition(units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - tail])
        self.setTextCursor(cursor)

    def insertPlainText(self, text: str) -> None:
        """Put text at the caret, unless the project can only be read."""
        if not self.isReadOnly():
            super().insertPlainText(text)

    def commit_preedit(self) -> None:
        """Take what an input method is still composing into the text, before the text or the place is exchanged."""
        QGuiApplication.inputMethod().commit()
        pending = self.textCursor().block().layout().preeditAreaText()
        if pending:
            event = QInputMethodEvent()
            event.setCommitString(pending)
            QCoreApplication.sendEvent(self, event)
            QGuiApplication.inputMethod().reset()

    # -- caret

    @property
    def caret(self) -> int:
        """Where the caret is, in characters."""
        position = self.textCursor().position()
        return len(self.toPlainText().encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))

    def place_caret(self, characters: int) -> None:
        """Put the caret at an offset in characters, or at the end where the text is shorter."""
        cursor = self.textCursor()
        cursor.setPosition(units(self.toPlainText()[:characters]))
        self.setTextCursor(cursor)

    # -- keys

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: they go across all segments."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go on into the neighbouring text."""
        step = self.step_of(event)
        if step:
            self.left.emit(step)
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")  # Qt's own separator would not begin another line of a cell
        elif not _is_undo(event):
            super().keyPressEvent(event)

    def step_of(self, event: QKeyEvent) -> int:
        """Where a key leads out of the text: -1, +1, or 0 if it stays inside."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0
        cursor, key = self.textCursor(), event.key()
        if (key == Qt.Key.Key_Left and cursor.atStart()) or (key == Qt.Key.Key_Up and self._on_line(first=True)):
            return -1
        if (key == Qt.Key.Key_Right and cursor.atEnd()) or (key == Qt.Key.Key_Down and self._on_line(first=False)):
            return 1
        return 0

    def _on_line(self, *, first: bool) -> bool:
        cursor = self.textCursor()
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock()).lineNumber()
        if first:
            return cursor.blockNumber() == 0 and line <= 0
        return cursor.blockNumber() == self.document().blockCount() - 1 and line >= layout.lineCount() - 1

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, but no files: the window opens those that are dropped, and their paths are no words of a release."""
        return not self.isReadOnly() and source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        if self.canInsertFromMimeData(source):
            self.insertPlainText(self.pasted(source.text()))

    def pasted(self, text: str) -> str:
        """What becomes of text that is pasted or dropped."""
        return text

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this text is being worked on."""
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What lies around scrolls, never the text in its place."""
        event.ignore()

    # -- look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is no text, say so on the very line where it will stand."""
        super().paintEvent(event)
        layout = self.document().firstBlock().layout()
        if self.hint and not self.toPlainText().strip() and not layout.preeditAreaText() and layout.lineCount():
            line = layout.lineAt(0)
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(theme.faint())
            painter.drawText(QPointF(line.x(), line.y() + line.ascent()), self.hint)

    def sizeHint(self) -> QSize:
        """The size of the text."""
        return self.document().size().toSize()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _common_prefix(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
