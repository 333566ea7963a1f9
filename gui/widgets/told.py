"""One sentence in a dialog: what came of the last action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.bridge import theme


class Told(QLabel):
    """Takes room only while there is something to say. Names of files and words of cells are no mark-up to it."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.hide()

    def tell(self, text: str, *, good: bool = False) -> None:
        """Say it, in the colour of errors unless it is ``good``; an empty text takes back what was said."""
        colour = theme.text() if good else theme.error()
        self.setStyleSheet(f"color: {colour.name()}")
        self.setText(text)
        self.setVisible(bool(text))
