"""What a person's hands do: keys, an input method, the mouse."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def type_text(widget: QWidget, text: str) -> None:
    """Type Latin letters."""
    QTest.keyClicks(widget, text)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, key, modifiers)


def click(widget: QWidget, at: QPoint) -> None:
    """Click with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at)


def compose(widget: QWidget, *steps: str, commit: str = "") -> None:
    """What an input method sends while a syllable is composed (한글 must never go through keyClicks: Qt aborts)."""
    for step in steps:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(step, []))
    if commit:
        event = QInputMethodEvent()
        event.setCommitString(commit)
        QCoreApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press, move in four steps, release. Straight events: ``QTest.mouseMove`` moves no pointer offscreen."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    mouse(widget, QEvent.Type.MouseButtonPress, start, left, left)
    for step in range(1, 5):
        at = tuple(a + (b - a) * step // 4 for a, b in zip(start, end, strict=True))
        mouse(widget, QEvent.Type.MouseMove, (at[0], at[1]), none, left)
    mouse(widget, QEvent.Type.MouseButtonRelease, end, left, none)


def mouse(
    widget: QWidget, kind: QEvent.Type, at: tuple[int, int], button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    place = QPointF(*at)
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(place)), button, held, NONE)
    QCoreApplication.sendEvent(widget, event)
