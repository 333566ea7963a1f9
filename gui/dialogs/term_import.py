"""What a file of terms would change, before anything is changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.i18n import say, tr
from gui.workspace.term_files import TermFile
from gui.workspace.term_import import Change, ChangeKind, ImportPlan, Policy

_SHOWN = 500
"""Changes that are listed; nobody reads more, and a list of all would make a large file slow."""

_WORTH_SEEING = (ChangeKind.CONFLICT, ChangeKind.CHANGED, ChangeKind.ADDED)


class TermImport(QDialog):
    """Counts and lists what is new, changed, in conflict or the same; ``policy`` is what the user has chosen."""

    def __init__(self, parent: QWidget, file: TermFile, plan: ImportPlan) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Take over terms from {name}", name=file.name))
        self.resize(760, 520)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(_counts(plan)))
        layout.addWidget(_list(plan), 1)
        if file.remarks:
            layout.addWidget(QLabel(tr("Of this file was left out:")))
            layout.addWidget(_remarks(file))
        self._policies = QButtonGroup(self)
        if plan.count(ChangeKind.CONFLICT) or plan.count(ChangeKind.CHANGED):
            layout.addWidget(self._choice())
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(tr("Take over"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _choice(self) -> QGroupBox:
        group = QGroupBox(tr("Where you have the same Korean already"))
        layout = QVBoxLayout(group)
        choices = {
            Policy.SKIP: tr("&Keep mine"),
            Policy.REPLACE: tr("&Replace mine by that of the file"),
            Policy.BOTH: tr("Keep &both; mine comes first"),
        }
        for number, (policy, words) in enumerate(choices.items()):
            button = QRadioButton(words)
            button.setProperty("policy", policy.value)
            button.setChecked(number == 0)
            self._policies.addButton(button)
            layout.addWidget(button)
        return group

    @property
    def policy(self) -> Policy:
        """What becomes of terms whose Korean the user has already."""
        chosen = self._policies.checkedButton()
        return Policy(chosen.property("policy")) if chosen is not None else Policy.SKIP


def _kind(kind: ChangeKind) -> str:
    return {
        ChangeKind.ADDED: tr("New"),
        ChangeKind.CHANGED: tr("Changed"),
        ChangeKind.CONFLICT: tr("Other English"),
        ChangeKind.SAME: tr("The same"),
    }[kind]


def _counts(plan: ImportPlan) -> str:
    return " · ".join(f"{_kind(kind)}: {plan.count(kind):,}" for kind in (*_WORTH_SEEING, ChangeKind.SAME))


def _list(plan: ImportPlan) -> QTreeWidget:
    view = QTreeWidget()
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAccessibleName(tr("What would change"))
    view.setHeaderLabels([tr("What"), tr("Korean"), tr("Yours"), tr("In the file")])
    changes = [change for kind in _WORTH_SEEING for change in plan.changes if change.kind is kind]
    view.addTopLevelItems([QTreeWidgetItem(_texts(change)) for change in changes[:_SHOWN]])
    if len(changes) > _SHOWN:
        view.addTopLevelItem(QTreeWidgetItem([tr("{count} more", count=f"{len(changes) - _SHOWN:,}")]))
    for column in range(view.columnCount()):
        view.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return view


def _texts(change: Change) -> list[str]:
    return [_kind(change.kind), change.new.korean, change.old.english if change.old else "", change.new.english]


def _remarks(file: TermFile) -> QListWidget:
    view = QListWidget()
    view.setWordWrap(True)
    view.setMaximumHeight(90)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(tr("Of this file was left out:"))
    view.addItems([say(remark) for remark in file.remarks])
    return view
