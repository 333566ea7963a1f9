"""The embargo, always in view: strong while it is on, quiet when there is none."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.bridge import theme
from gui.document.project import EMBARGO_LIFTED, Snapshot
from gui.i18n import tr


class EmbargoBadge(QToolButton):
    """A button that opens the embargo dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("embargo")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(28)

    def show_embargo(self, snapshot: Snapshot) -> None:
        """Tell what holds for this release."""
        active = snapshot.embargo_active()
        text = embargo_text(snapshot)
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 420))
        self.setToolTip(text)
        self.setAccessibleName(text)
        colour = theme.error().name() if active else theme.faint().name()
        weight = "bold" if active else "normal"
        self.setStyleSheet(
            f"#embargo {{ color: {colour}; font-weight: {weight}; border: 1px solid {colour};"
            " border-radius: 4px; padding: 3px 10px; background: transparent; }"
        )

    def sizeHint(self) -> QSize:
        """Room for the text."""
        return super().sizeHint() + QSize(8, 0)


def embargo_text(snapshot: Snapshot) -> str:
    """The embargo in one line."""
    release = snapshot.release
    if release.embargo is None:
        return tr("No embargo")
    if snapshot.property(EMBARGO_LIFTED) is True:
        return tr("Embargo lifted")
    if release.embargo.lifts_at is None:
        return tr("EMBARGO · {condition}", condition=release.embargo.text)
    when = release.embargo.lifts_at.strftime("%Y-%m-%d %H:%M")
    if snapshot.embargo_active():
        return tr("EMBARGO until {when} KST", when=when)
    return tr("Embargo ended {when} KST", when=when)
