"""Before an export: which layout, with what, where to, and whether it is final. Enter takes what was chosen last."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import theme
from gui.bridge.settings import Settings
from gui.dialogs import ask
from gui.dialogs.export_review import ExportReview, Finding, open_ones, wrong_ones
from gui.dialogs.file_choice import FileChoice
from gui.i18n import say, tr
from gui.workspace import exporting
from gui.workspace.exporting import Choice, Exporter, ExportOptions, FootNotes, Letterhead

_ON, _OFF = "yes", "no"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be exported.

    ``start`` is the proposed place, without what the layout adds to the name. ``versions`` are key and name of each,
    the latest last. ``segments`` and ``errors`` are why the document would be a draft.
    """

    layout: str
    start: Path
    versions: Sequence[tuple[str, str]] = ()
    segments: Sequence[Finding] = ()
    errors: Sequence[Finding] = ()
    author: str = ""

    @property
    def is_unfinished(self) -> bool:
        """Whether anything is still to be done."""
        return bool(self.segments or self.errors)


class ExportDialog(QDialog):
    """Accepted means: export as :meth:`options` say. ``chosen`` is a segment to go to instead, if one was chosen."""

    def __init__(self, parent: QWidget, settings: Settings, request: ExportRequest) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(600)
        self._settings = settings
        self._request = request
        self._confirmed = ""
        self.chosen = ""
        self._make_fields()
        layout = QVBoxLayout(self)
        if request.is_unfinished:
            layout.addWidget(self._unfinished())
        layout.addLayout(self._form())
        layout.addWidget(self._letterhead)
        layout.addWidget(self._buttons())
        self._layouts.currentIndexChanged.connect(self._on_layout)
        self._layouts.setCurrentIndex(self._layouts.findData(request.layout))
        self._on_layout()
        self._export.setFocus()

    # -- what was chosen

    @property
    def layout_name(self) -> str:
        """The name of the layout."""
        return str(self._layouts.currentData())

    @property
    def path(self) -> Path:
        """The file to write."""
        path = Path(self._file.text().strip())
        return (
            path if path.suffix.lower() == self._exporter.suffix else path.with_name(path.name + self._exporter.suffix)
        )

    def options(self) -> ExportOptions:
        """What to write it with; what the layout has no use for stays as usual."""
        heeds = self._exporter.heeds
        return ExportOptions(
            draft=self._is_draft,
            comments=self._comments.isChecked(),
            footnotes=FootNotes(self._footnotes.currentData()),
            letterhead=self._letterhead_chosen()
            if Choice.LETTERHEAD in heeds and self._letterhead.isChecked()
            else Letterhead(),
            template=self._template.path if Choice.TEMPLATE in heeds else None,
            against=self._against.currentData(),
            author=self._request.author,
        )

    def _letterhead_chosen(self) -> Letterhead:
        return Letterhead(self._organisation.text().strip(), self._kind.text().strip(), self._logo.path)

    @property
    def _exporter(self) -> Exporter:
        return next(member for member in exporting.EXPORTERS if member.name == self.layout_name)

    @property
    def _is_draft(self) -> bool:
        return self._request.is_unfinished and not self._final.isChecked()

    # -- the fields

    def _make_fields(self) -> None:
        remembered = self._settings.export_choice
        self._layouts = _combo(tr("Layout"), [(member.name, say(member.label)) for member in exporting.EXPORTERS])
        self._against = _combo(tr("Changes since"), list(reversed(self._request.versions)))
        notes = [(FootNotes.REAL, tr("At the foot of the page")), (FootNotes.TEXT, tr("As text below the paragraph"))]
        self._footnotes = _combo(tr("Foot-notes"), [(str(value), label) for value, label in notes])
        self._footnotes.setCurrentIndex(max(0, self._footnotes.findData(remembered("footnotes"))))
        self._comments = QCheckBox(tr("With the comments of colleagues"))
        words = tr("Word templates ({patterns})", patterns="*.docx *.dotx *.docm *.dotm")
        self._template = FileChoice(tr("Template"), tr("The look of Daejo"), words, remembered("template"))
        self._organisation = QLineEdit(remembered("organisation"))
        self._kind = QLineEdit(remembered("kind"))
        pictures = tr("Pictures ({patterns})", patterns="*.png *.jpg *.jpeg")
        self._logo = FileChoice(tr("Logo"), tr("No logo"), pictures, remembered("logo"))
        self._letterhead = self._letterhead_group()
        self._file = QLineEdit()
        self._file.setAccessibleName(tr("File"))
        self._file.textEdited.connect(lambda: self._file.setModified(True))
        self._final = QCheckBox(tr("Export as final all the same"))
        self._final.toggled.connect(self._propose_name)

    def _letterhead_group(self) -> QGroupBox:
        group = QGroupBox(tr("Letterhead"), checkable=True)
        group.setChecked(self._settings.export_choice("letterhead") == _ON)
        form = QFormLayout(group)
        for label, line in ((tr("Organisation"), self._organisation), (tr("Kind of release"), self._kind)):
            line.setAccessibleName(label)
            form.addRow(label, line)
        form.addRow(tr("Logo"), self._logo)
        return group

    def _unfinished(self) -> QWidget:
        request = self._request
        counts = [
            count(len(found)) for count, found in ((open_ones, request.segments), (wrong_ones, request.errors)) if found
        ]
        words = QLabel(" ".join([*counts, tr("The document is marked DRAFT.")]), wordWrap=True)
        icon = QLabel()
        icon.setPixmap(theme.pixmap("warning", 20, theme.warning()))
        show = QPushButton(tr("Show them…"))
        show.setAutoDefault(False)
        show.clicked.connect(self._review)
        box = QGroupBox()
        column, row = QVBoxLayout(box), QHBoxLayout()
        for widget, stretch in ((icon, 0), (words, 1), (show, 0)):
            row.addWidget(widget, stretch)
        column.addLayout(row)
        column.addWidget(self._final)
        return box

    def _form(self) -> QFormLayout:
        browse = QPushButton(tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self._file, 1)
        place.addWidget(browse)
        self._rows = form = QFormLayout()
        form.addRow(tr("Layout"), self._layouts)
        form.addRow(tr("File"), place)
        form.addRow(tr("Changes since"), self._against)
        form.addRow(tr("Foot-notes"), self._footnotes)
        form.addRow(tr("Template"), self._template)
        form.addRow(self._comments)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # -- what happens

    def _on_layout(self) -> None:
        """Show what the layout heeds."""
        heeds = self._exporter.heeds
        for choice, field in (
            (Choice.AGAINST, self._against),
            (Choice.FOOTNOTES, self._footnotes),
            (Choice.TEMPLATE, self._template),
            (Choice.COMMENTS, self._comments),
        ):
            self._rows.setRowVisible(field, choice in heeds)
        self._letterhead.setVisible(Choice.LETTERHEAD in heeds)
        self._final.setVisible(Choice.DRAFT in heeds)
        # A comment of a colleague in a document that goes out is a leak: only on purpose.
        usual = _OFF if self.layout_name == "english" else _ON
        self._comments.setChecked((self._settings.export_choice(f"comments/{self.layout_name}") or usual) == _ON)
        self._export.setEnabled(Choice.AGAINST not in heeds or bool(self._request.versions))
        self._propose_name()
        self.adjustSize()

    def _propose_name(self) -> None:
        """The name follows the choices until the user types another."""
        start = self._request.start
        if not self._file.isModified():
            name = exporting.proposed_name(start.name, self._exporter, draft=self._is_draft)
            self._file.setText(str(start.with_name(name)))

    def _browse(self) -> None:
        patterns = tr("Documents ({patterns})", patterns=f"*{self._exporter.suffix}")
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), str(self.path), patterns)
        if name:
            self._file.setText(name)
            self._file.setModified(True)
            # A name without the ending may mean another file than the one that the system's dialog asked about.
            self._confirmed = name if str(self.path) == name else ""

    def _review(self) -> None:
        review = ExportReview(self, self._request.segments, self._request.errors)
        if review.exec():
            self.chosen = review.chosen
            self.reject()

    def accept(self) -> None:
        """Remember what was chosen, unless another file would be lost by it."""
        path = self.path
        if not self._file.text().strip():
            self._file.setFocus()
        elif str(path) == self._confirmed or not path.exists() or ask.replace_file(self, path.name):
            self._remember()
            super().accept()

    def _remember(self) -> None:
        """Only of what this layout has."""
        heeds = self._exporter.heeds
        letterhead = self._letterhead_chosen()
        for choice, name, value in (
            (Choice.FOOTNOTES, "footnotes", str(self._footnotes.currentData())),
            (Choice.COMMENTS, f"comments/{self.layout_name}", _ON if self._comments.isChecked() else _OFF),
            (Choice.TEMPLATE, "template", str(self._template.path or "")),
            (Choice.LETTERHEAD, "letterhead", _ON if self._letterhead.isChecked() else _OFF),
            (Choice.LETTERHEAD, "organisation", letterhead.organisation),
            (Choice.LETTERHEAD, "kind", letterhead.kind),
            (Choice.LETTERHEAD, "logo", str(letterhead.logo or "")),
        ):
            if choice in heeds:
                self._settings.set_export_choice(name, value)


def _combo(name: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, label in entries:
        box.addItem(label, value)
    return box
