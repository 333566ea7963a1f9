"""Short questions. Each says what is at stake, and its safe answer is the default."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox, QWidget

from gui.i18n import tr
from gui.models import wording
from gui.workspace.opening import Recovery

_Button = QMessageBox.StandardButton
_Role = QMessageBox.ButtonRole


def _box(parent: QWidget, text: str, detail: str, icon: QMessageBox.Icon = QMessageBox.Icon.Question) -> QMessageBox:
    box = QMessageBox(icon, "Daejo", text, parent=parent)
    box.setInformativeText(detail)
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)  # names of files and words of a release may look like mark-up
    return box


def save_changes(parent: QWidget, name: str) -> QMessageBox.StandardButton:
    """Before closing: Save, Discard or Cancel."""
    box = _box(parent, tr("Save the changes to “{name}”?", name=name), tr("Without saving they are lost."))
    box.setStandardButtons(_Button.Save | _Button.Discard | _Button.Cancel)
    box.setDefaultButton(_Button.Save)
    return _Button(box.exec())


def take_over(parent: QWidget, why: str) -> bool:
    """A locked project: open it all the same?"""
    detail = tr("If you are sure that nobody else has it open, you can open it anyway.")
    box = _box(parent, why, detail, QMessageBox.Icon.Warning)
    anyway = box.addButton(tr("Open anyway"), _Role.DestructiveRole)
    box.setDefaultButton(box.addButton(_Button.Cancel))
    box.exec()
    return box.clickedButton() is anyway


def overwrite(parent: QWidget, why: str) -> bool:
    """A project that somebody else changed on disk: replace their version?"""
    box = _box(parent, why, tr("Save under another name to keep both versions."), QMessageBox.Icon.Warning)
    replace = box.addButton(tr("Replace their version"), _Role.DestructiveRole)
    box.setDefaultButton(box.addButton(_Button.Cancel))
    box.exec()
    return box.clickedButton() is replace


def restore_backup(parent: QWidget, why: str, at: datetime) -> bool:
    """A damaged project: go back to its latest earlier version?"""
    when = at.astimezone().strftime("%Y-%m-%d %H:%M")
    detail = tr("There is an earlier version of {when}. The damaged file is kept beside it.", when=when)
    return _yes(parent, why, detail, tr("Open the earlier version"))


class Beside(Enum):
    """What to open where a project stands beside a release."""

    PROJECT = "project"
    RELEASE = "release"
    CANCEL = "cancel"


def project_beside(parent: QWidget, release: str, project: str) -> Beside:
    """A release that was worked on before: go on with its project, or begin anew?"""
    text = tr("There is a project of “{name}” beside it.", name=release)
    box = _box(parent, text, tr("Open {project} to go on where you left it.", project=project))
    go_on = box.addButton(tr("Open the project"), _Role.AcceptRole)
    anew = box.addButton(tr("Begin anew"), _Role.DestructiveRole)
    box.addButton(_Button.Cancel)
    box.setDefaultButton(go_on)
    box.exec()
    if box.clickedButton() is go_on:
        return Beside.PROJECT
    return Beside.RELEASE if box.clickedButton() is anew else Beside.CANCEL


def replace_file(parent: QWidget, name: str) -> bool:
    """A file of the completed name is there already: replace it?"""
    text, detail = tr("{name} is there already.", name=name), tr("Replacing it loses what it holds.")
    return _yes(parent, text, detail, tr("Replace it"))


class Recover(Enum):
    """What to do with work that was not saved."""

    OPEN = "open"
    LATER = "later"
    DISCARD = "discard"


def recover(parent: QWidget, recovery: Recovery) -> Recover:
    """After a crash: open the unsaved work, keep it for later, or throw it away?"""
    when = recovery.when.astimezone().strftime("%Y-%m-%d %H:%M")
    text = tr("Daejo closed without saving “{name}”.", name=recovery.name)
    box = _box(parent, text, tr("Your work up to {when} can be restored.", when=when))
    restore = box.addButton(tr("Restore"), _Role.AcceptRole)
    discard = box.addButton(tr("Throw it away"), _Role.DestructiveRole)
    later = box.addButton(tr("Ask again next time"), _Role.RejectRole)
    box.setDefaultButton(restore)
    box.setEscapeButton(later)
    box.exec()
    if box.clickedButton() is restore:
        return Recover.OPEN
    return Recover.DISCARD if box.clickedButton() is discard else Recover.LATER


def consent(parent: QWidget, engine: str, host: str) -> bool:
    """Before the first use of an on-line engine."""
    text = tr("Send text to {engine}?", engine=engine)
    detail = tr(
        "Drafting with {engine} sends the Korean sentences that are still open to {host}. "
        "You can take this back in the preferences.",
        engine=engine,
        host=wording.place(host),
    )
    return _yes(parent, text, detail, tr("Send from now on"))


def break_embargo(parent: QWidget, engine: str, condition: str, host: str) -> bool:
    """Under an active embargo: allow this engine, which sends text to ``host``, for this release?"""
    text = tr("This release is under embargo.")
    detail = tr(
        "“{condition}”\n\nDrafting with {engine} would send unpublished text to {host}. "
        "Allow {engine} for this release?",
        condition=condition,
        engine=engine,
        host=wording.place(host),
    )
    return _yes(parent, text, detail, tr("Allow for this release"))


def keep_keys_in_file(parent: QWidget) -> bool:
    """Keys in a file: is that understood?"""
    detail = tr("Only your own account can open the file, but whoever uses that account, and its backups, can read it.")
    return _yes(parent, tr("Keep keys in a file?"), detail, tr("Keep them in a file"))


def lift_embargo(parent: QWidget, condition: str, *, lifted: bool) -> bool:
    """Say that the embargo is over, or on again."""
    if lifted:
        return _yes(parent, tr("The embargo is marked as lifted."), condition, tr("Put it on again"))
    detail = tr("“{condition}”\n\nMark it as lifted once the condition is met.", condition=condition)
    return _yes(parent, tr("This release is under embargo."), detail, tr("Mark as lifted"))


def reason(parent: QWidget, issue: str) -> str:
    """Why a finding is to be ignored; empty if the user thinks better of it."""
    text, agreed = QInputDialog.getText(parent, tr("Ignore the issue"), tr("{issue}\n\nWhy can it stay?", issue=issue))
    return text.strip() if agreed else ""


def choose(parent: QWidget, title: str, label: str, entries: Sequence[str]) -> int | None:
    """One of several entries by its number, ``None`` for none."""
    if not entries:
        QMessageBox.information(parent, title, tr("There are none."))
        return None
    entry, agreed = QInputDialog.getItem(parent, title, label, list(entries), editable=False)
    return entries.index(entry) if agreed else None


def _yes(parent: QWidget, text: str, detail: str, label: str) -> bool:
    box = _box(parent, text, detail, QMessageBox.Icon.Warning)
    agree = box.addButton(label, _Role.AcceptRole)
    box.setDefaultButton(box.addButton(_Button.Cancel))
    box.exec()
    return box.clickedButton() is agree


def delete_pair(parent: QWidget, memory: str) -> bool:
    """A pair of a translation memory: delete it?"""
    text = tr("Delete this pair from the memory {name}?", name=memory)
    return _yes(parent, text, tr("That cannot be undone."), tr("Delete"))


def take_states(parent: QWidget, count: int) -> bool:
    """A file of another tool says how far segments are: take that over too?"""
    text = tr("Segments with another state in the file: {count}.", count=count)
    box = _box(parent, text, tr("Taking the states over marks them as reviewed or approved, or opens them again."))
    take = box.addButton(tr("Take the states over"), _Role.AcceptRole)
    box.setDefaultButton(box.addButton(tr("Leave the states"), _Role.RejectRole))
    box.exec()
    return box.clickedButton() is take
