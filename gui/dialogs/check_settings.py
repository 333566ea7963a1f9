"""Which checks run, and how much each matters."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.document.issue import Severity
from gui.i18n import tr
from gui.models import wording

OFF = "off"
"""The choice that switches a check off."""

_USUAL = ""


class CheckSettings(QDialog):
    """A line for each check. ``chosen`` holds what differs from the usual, by id, once the dialog is accepted."""

    def __init__(self, parent: QWidget, checks: Sequence[tuple[str, str, Severity]], chosen: dict[str, str]) -> None:
        """Show the checks: id, label and usual severity of each."""
        super().__init__(parent)
        self.setWindowTitle(tr("Checks"))
        self.resize(560, 520)
        self._boxes = {name: _box(label, usual, chosen.get(name, _USUAL)) for name, label, usual in checks}
        lines = QWidget()
        form = QFormLayout(lines)
        for name, label, _ in checks:
            text = QLabel(label, wordWrap=True)
            text.setBuddy(self._boxes[name])
            form.addRow(text, self._boxes[name])
        area = QScrollArea(widgetResizable=True)
        area.setWidget(lines)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)

    @property
    def chosen(self) -> dict[str, str]:
        """What differs from the usual, by id."""
        values = {name: str(box.currentData()) for name, box in self._boxes.items()}
        return {name: value for name, value in values.items() if value != _USUAL}


def _box(label: str, usual: Severity, chosen: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(label)
    box.addItem(tr("Usual: {severity}", severity=wording.severity(usual)), _USUAL)
    for severity in Severity:
        box.addItem(wording.severity(severity), severity.value)
    box.addItem(tr("Off"), OFF)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
