"""What the window shows while nothing is open: a large place to drop a file, recent files, the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.bridge import theme
from gui.i18n import tr

_SHOWN = 6
"""Recent files listed."""


class StartPage(QFrame):
    """The empty state."""

    open_wanted = Signal()
    """Choose a file."""

    sample_wanted = Signal()
    """Open the sample."""

    file_wanted = Signal(str)
    """Open this recent file."""

    def __init__(self, recent: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Start"))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._title(tr("Drop a Korean press release here"), 1.5))
        layout.addWidget(self._title(tr("HWPX, HWP, PDF, DOCX, Markdown or text, or a Daejo project (.daejo)"), 1.0))
        layout.addSpacing(16)
        self._said = self._title("", 1.0)
        self._said.hide()
        layout.addWidget(self._said)
        choose = QPushButton(tr("Open…"))
        choose.setDefault(True)
        choose.clicked.connect(self.open_wanted)
        sample = QPushButton(tr("Open the sample"))
        sample.clicked.connect(self.sample_wanted)
        for button in (choose, sample):
            button.setMinimumSize(220, 36)
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._add_recent(layout, recent)
        layout.addStretch(3)

    def tell(self, text: str) -> None:
        """Say why something could not be opened."""
        self._said.setText(text)
        self._said.show()

    def _title(self, text: str, size: float) -> QLabel:
        label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * size)
        label.setFont(font)
        return label

    def _add_recent(self, layout: QVBoxLayout, recent: Sequence[str]) -> None:
        if not recent:
            return
        layout.addSpacing(24)
        layout.addWidget(self._title(tr("Recent files"), 1.0))
        for path in recent[:_SHOWN]:
            button = QPushButton(Path(path).name, flat=True)
            button.setToolTip(path)
            button.clicked.connect(lambda _=False, path=path: self.file_wanted.emit(path))
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame: the whole area takes a dropped file."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.hairline(), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 12, 12)
