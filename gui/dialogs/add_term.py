"""A term of the user's own: two lines and Enter; the rest where it is needed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import theme
from gui.i18n import say, tr
from gui.language.termbase import Term, Termbase
from gui.models.term_model import headings
from gui.workspace.term_rows import TermError, with_field

_FIRST = ("ko", "en")
_MORE = ("accepted", "forbidden", "domain", "valid_from", "valid_to", "certainty", "source", "note")
_CERTAINTY = "certainty"


class AddTerm(QDialog):
    """Korean and English, filled with what was selected; ``term`` is what was made of them once it is accepted."""

    def __init__(self, parent: QWidget, korean: str = "", english: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add a term"))
        self.setMinimumWidth(440)
        self.term: Term | None = None
        self._headings = headings()
        self._fields = {name: QLineEdit() for name in (*_FIRST, *_MORE) if name != _CERTAINTY}
        self._fields["domain"].setCompleter(QCompleter(sorted({term.domain for term in Termbase.load()}), self))
        self._certainty = _certainty_box()
        self._remark = QLabel(wordWrap=True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._arrange()
        for name, text in (("ko", korean), ("en", english)):
            self._fields[name].setText(" ".join(text.split()))
            self._fields[name].textChanged.connect(self._on_typed)
        self._on_typed()
        empty = next((name for name in _FIRST if not self._fields[name].text()), "en")
        self._fields[empty].setFocus()

    def _arrange(self) -> None:
        more = QToolButton(autoRaise=True)
        more.setText(tr("More fields"))
        more.setCheckable(True)
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.setArrowType(Qt.ArrowType.RightArrow)
        rest = QWidget()
        rest.setLayout(self._form(_MORE))
        rest.hide()
        more.toggled.connect(rest.setVisible)
        more.toggled.connect(lambda on: more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow))
        more.toggled.connect(self.adjustSize)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form(_FIRST))
        for widget in (self._remark, more, rest, self._buttons):
            layout.addWidget(widget)
        hints = {
            "valid_from": tr("for example 2024-05-17"), "valid_to": tr("for example 2025-12-31"),
            "accepted": tr("parted by semicolons"), "forbidden": tr("parted by semicolons"),
        }  # fmt: skip
        for name, hint in hints.items():
            self._fields[name].setPlaceholderText(hint)

    def _form(self, names: tuple[str, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        for name in names:
            field = self._certainty if name == _CERTAINTY else self._fields[name]
            field.setAccessibleName(self._headings[name])
            form.addRow(self._headings[name], field)
        return form

    def _on_typed(self) -> None:
        """Say what the termbase has by now, and let nothing be saved that is no term."""
        korean, english = (self._fields[name].text().strip() for name in _FIRST)
        known = Termbase.load().lookup(korean) if korean else None
        if known is None:
            remark = ""
        elif known.by_user:
            remark = tr("Takes the place of your term {english}.", english=known.english)
        else:
            remark = tr("Built in: {english}. Yours will be used instead.", english=known.english)
        self._remark.setStyleSheet("")
        self._remark.setText(remark)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(korean and english))

    def accept(self) -> None:
        """Make the term, or say what is wrong with a field."""
        term = Term("", "", "", by_user=True)
        texts = {name: field.text() for name, field in self._fields.items()}
        texts[_CERTAINTY] = str(self._certainty.currentData())
        try:
            for name, text in texts.items():
                term = with_field(term, name, text)
        except TermError as error:
            self._remark.setStyleSheet(f"color: {theme.error().name()}")
            self._remark.setText(say(error.message))
            return
        self.term = term
        super().accept()


def _certainty_box() -> QComboBox:
    box = QComboBox()
    box.addItem(tr("A: generally used"), "A")
    box.addItem(tr("V: looked up in an official source"), "V")
    box.addItem(tr("B: context decides; drafts mark it"), "B")
    return box
