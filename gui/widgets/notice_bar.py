"""One line above the texts for what the user should know now; closed by a click, never in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gui.bridge import theme
from gui.i18n import tr


class NoticeBar(QFrame):
    """Shows one notice, with at most one thing to do about it."""

    dismissed = Signal()
    """The user closed the notice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(tr("Notice"))
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._do: Callable[[], object] | None = None
        self._button.clicked.connect(self._on_clicked)
        close = QToolButton(autoRaise=True)
        close.setIcon(theme.icon("close"))
        close.setToolTip(tr("Close"))
        close.setMinimumSize(24, 24)
        close.setAccessibleName(tr("Close"))
        close.clicked.connect(self._on_closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        for widget in (self._label, self._button, close):
            layout.addWidget(widget)
        self.hide()

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text``, with a button ``action`` that calls ``do``."""
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._do = do
        self.setStyleSheet(f"#notice {{ background: {theme.tint().name()}; }}")
        self.show()

    @property
    def text(self) -> str:
        """What is shown, empty if nothing is."""
        return "" if self.isHidden() else self._label.text()

    def _on_clicked(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _on_closed(self) -> None:
        self.hide()
        self.dismissed.emit()
