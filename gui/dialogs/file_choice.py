"""A file that may be chosen and taken back again."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui.i18n import tr


class FileChoice(QWidget):
    """Shows the name of the chosen file, the whole path on pointing at it, and ``nothing`` where there is none."""

    def __init__(self, name: str, nothing: str, patterns: str, chosen: str = "") -> None:
        super().__init__()
        self._patterns = patterns
        self._shown = QLineEdit(readOnly=True, placeholderText=nothing)
        self._shown.setAccessibleName(name)
        choose = QPushButton(tr("Choose…"))
        choose.setAccessibleName(tr("{what}: choose a file", what=name))
        choose.clicked.connect(self._choose)
        self._remove = QPushButton(tr("Remove"))
        self._remove.setAccessibleName(tr("{what}: take it back", what=name))
        self._remove.clicked.connect(lambda: self.set_path(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._shown, 1)
        for button in (choose, self._remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.set_path(Path(chosen) if chosen else None)

    @property
    def path(self) -> Path | None:
        """The chosen file."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Choose a file, or none."""
        self._path = path
        self._shown.setText(path.name if path else "")
        self._shown.setToolTip(str(path) if path else "")
        self._remove.setEnabled(path is not None)

    def _choose(self) -> None:
        folder = str(self._path.parent) if self._path else ""
        name, _ = QFileDialog.getOpenFileName(self, self._shown.accessibleName(), folder, self._patterns)
        if name:
            self.set_path(Path(name))
