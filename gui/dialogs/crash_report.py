"""A fault of ours: what to do now, and a report that can be copied. It holds no text of the release."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gui.i18n import tr


class CrashReport(QDialog):
    """Shows one report."""

    def __init__(self, parent: QWidget, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong in Daejo"))
        self.resize(560, 360)
        self._report = QPlainTextEdit(report, readOnly=True)
        self._report.setAccessibleName(tr("Report"))
        text = tr(
            "Your work is kept: it is written to the recovery journal as you type. Save now. "
            "The report below says where the fault is; it contains no text of the release."
        )
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(text, wordWrap=True))
        layout.addWidget(self._report)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def add(self, report: str) -> None:
        """Show another report below."""
        self._report.appendPlainText(f"\n{report}")
