"""What of a file is no part of the release, and what its reader did not understand."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.document.release import Release
from gui.i18n import say, tr


class SetAside(QDialog):
    """Lists every text that was kept apart, with the reason, and the warnings of the reader."""

    def __init__(self, parent: QWidget, release: Release) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What was set aside"))
        layout = QVBoxLayout(self)
        if release.warnings:
            layout.addWidget(_warnings(release))
        if release.set_aside:
            self.resize(680, 440)
            layout.addWidget(QLabel(tr("These texts of the file are not part of the release:")))
            layout.addWidget(_list(release))
        else:
            layout.addWidget(QLabel(tr("Every text of the file is part of the release.")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _warnings(release: Release) -> QListWidget:
    view = QListWidget()
    view.setWordWrap(True)
    view.setAccessibleName(tr("Warnings of the reader"))
    view.addItems(list(dict.fromkeys(say(warning) for warning in release.warnings)))
    view.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    return view


def _list(release: Release) -> QTreeWidget:
    view = QTreeWidget()
    view.setRootIsDecorated(False)
    view.setWordWrap(True)
    view.setHeaderLabels([tr("Text"), tr("Why")])
    view.setAccessibleName(tr("What was set aside"))
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    view.header().setStretchLastSection(False)
    view.addTopLevelItems([QTreeWidgetItem([aside.text, say(aside.reason)]) for aside in release.set_aside])
    return view
