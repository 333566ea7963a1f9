"""What still stands between a release and its final document: open segments and errors, to be gone to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.bridge import theme
from gui.i18n import tr

_SEGMENT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason not to export yet: the segment's key and what to show for it."""

    segment: str
    text: str


class ExportReview(QDialog):
    """Lists the findings. Accepted means that one was chosen: :attr:`chosen` is its segment."""

    def __init__(self, parent: QWidget, segments: Sequence[Finding], errors: Sequence[Finding]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Before you export"))
        self.resize(620, 420)
        self.chosen = ""
        layout = QVBoxLayout(self)
        if segments:
            layout.addWidget(QLabel(open_ones(len(segments)), wordWrap=True))
            layout.addWidget(self._list(tr("Open segments"), segments, "state-untranslated"))
        if errors:
            layout.addWidget(QLabel(wrong_ones(len(errors)), wordWrap=True))
            layout.addWidget(self._list(tr("Open errors"), errors, "error"))
        layout.addWidget(self._buttons())

    def _list(self, name: str, findings: Sequence[Finding], icon: str) -> QListWidget:
        view = QListWidget()
        view.setWordWrap(True)
        view.setAccessibleName(name)
        image = QIcon(theme.pixmap(icon, 32, theme.error() if icon == "error" else theme.faint()))
        for finding in findings:
            item = QListWidgetItem(image, finding.text)
            item.setData(_SEGMENT, finding.segment)
            view.addItem(item)
        view.itemActivated.connect(self._on_chosen)
        view.setToolTip(tr("Double-click to go there"))
        return view

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        back = buttons.addButton(tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        back.setDefault(True)
        return buttons

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen = item.data(_SEGMENT)
        self.accept()


def open_ones(count: int) -> str:
    """How many segments are open."""
    return tr("1 segment is open.") if count == 1 else tr("{count} segments are open.", count=count)


def wrong_ones(count: int) -> str:
    """How many errors are open."""
    return tr("1 error is open.") if count == 1 else tr("{count} errors are open.", count=count)
