"""Review: comments, versions, the list of all segments, statistics."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QInputDialog, QWidget

from gui.document.edit import CommentEdit, VersionEdit
from gui.document.issue import Issue
from gui.document.review import Comment, Version
from gui.document.segment import State
from gui.i18n import tr
from gui.models.segment_model import TARGET
from gui.widgets.comments_panel import CommentsPanel
from gui.widgets.overview_panel import OverviewPanel
from gui.widgets.segment_delegate import comment_format
from gui.widgets.segment_editor import Format
from gui.window.context import Context
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage
from gui.window.panes import COMMENTS, LIST
from gui.workspace import commenting, versions
from gui.workspace.statistics import statistics


class ReviewController(Controller):
    """What an editor and a manager do: remark, compare, sign."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self.comments: CommentsPanel | None = None
        self.overview: OverviewPanel | None = None

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Its entries in the menus."""
        return {
            "comment": self.on_page(self._comment),
            "versions": self.on_page(self._show_versions),
            "statistics": self.on_page(self._show_statistics),
            "next_listed": self.on_page(lambda page: self._step(page, 1)),
            "previous_listed": self.on_page(lambda page: self._step(page, -1)),
            "review": self.on_page(lambda page: self._set_state(page, State.REVIEWED)),
            "approve": self.on_page(lambda page: self._set_state(page, State.FINAL)),
            "reopen": self.on_page(lambda page: self._set_state(page, State.DRAFT)),
        }

    def panels(self) -> Mapping[str, QWidget]:
        """Comments and the list of segments."""
        return {COMMENTS: self.comments or QWidget(), LIST: self.overview or QWidget()}

    def set_page(self, page: DocumentPage | None) -> None:
        """Make the panels of a release."""
        super().set_page(page)
        if page is None:
            self.comments = self.overview = None
            return
        page.session.author = self._context.settings.author
        self.comments, self.overview = CommentsPanel(page.session), OverviewPanel(page.session)
        self.overview.activated.connect(page.go_to)
        page.current_changed.connect(self.comments.show_segment)
        self.comments.activated.connect(self._go_to_comment)
        self.comments.answer_wanted.connect(self._answer)
        self.comments.settle_wanted.connect(self._settle)
        self.comments.remove_wanted.connect(self._remove)

    def marks(self) -> Mapping[tuple[str, int], list[Format]]:
        """The words that open comments are on."""
        found: dict[tuple[str, int], list[Format]] = {}
        project = self.page.session.project if self.page is not None else None
        for comment in project.comments() if project is not None else ():
            if project is None or comment.resolved or not project.has(comment.segment):
                continue
            span = comment.span(project.segment(comment.segment).target)
            if span is not None:
                found.setdefault((comment.segment, TARGET), []).append((*span, comment_format()))
        return found

    def on_issues(self, issues: Sequence[Issue]) -> None:
        """Let the list of segments say which have findings."""
        if self.overview is not None:
            self.overview.show_issues(Counter(issue.segment for issue in issues if issue.segment))

    def _set_state(self, page: DocumentPage, state: State) -> None:
        """Of the segments selected in the list, else of the current place."""
        listed = self.overview.chosen() if self.overview is not None and self.overview.is_used else []
        page.session.set_state(listed or page.current_keys(), state)

    def _step(self, page: DocumentPage, direction: int) -> None:
        key = self.overview.step(page.current, direction) if self.overview is not None else ""
        if key:
            page.go_to(key)
        else:
            self._context.messages.tell(tr("No segment passes the filter of the list."))

    # -- comments

    def _comment(self, page: DocumentPage) -> None:
        from gui.dialogs.comment import CommentDialog  # not needed to open the window

        if not page.current:
            return
        quote, start = page.selected_english()
        dialog = CommentDialog(self._window, tr("Comment"), f"“{quote}”" if quote else tr("On the whole segment"))
        if dialog.exec():
            session = page.session
            edit = commenting.writing(page.current, dialog.words, session.author, datetime.now(UTC), quote, start)
            session.push(tr("Comment"), [edit], page.current)
        dialog.deleteLater()

    def _answer(self, key: str) -> None:
        from gui.dialogs.comment import CommentDialog  # not needed to open the window

        comment = self._find(key)
        if comment is None or self.page is None:
            return
        dialog = CommentDialog(self._window, tr("Answer"), comment.text)
        if dialog.exec():
            edit = commenting.answering(comment, dialog.words, self.page.session.author, datetime.now(UTC))
            self._push(tr("Answer a comment"), edit)
        dialog.deleteLater()

    def _settle(self, key: str) -> None:
        comment = self._find(key)
        if comment is not None:
            self._push(tr("Settle a comment"), commenting.settling(comment, resolved=not comment.resolved))

    def _remove(self, key: str) -> None:
        comment = self._find(key)
        if comment is not None:
            self._push(tr("Remove a comment"), commenting.removing(comment))

    def _push(self, label: str, edit: CommentEdit | VersionEdit) -> None:
        if self.page is not None:
            self.page.session.push(label, [edit])

    def _find(self, key: str) -> Comment | None:
        comments = self.page.session.project.comments() if self.page is not None else ()
        return next((comment for comment in comments if comment.key == key), None)

    def _go_to_comment(self, key: str) -> None:
        comment = self._find(key)
        if comment is not None and self.page is not None and self.page.session.project.has(comment.segment):
            span = comment.span(self.page.session.project.segment(comment.segment).target)
            self.page.go_to(comment.segment, span[1] if span else None)

    # -- versions

    def _show_versions(self, page: DocumentPage) -> None:
        from gui.dialogs.versions import VersionsDialog  # not needed to open the window

        session = page.session
        dialog = VersionsDialog(
            self._window,
            lambda version: list(versions.differences(session.project.snapshot(), version)),
            editable=session.editable,
        )

        def refresh() -> None:
            dialog.show_versions(session.project.versions())

        session.review_changed.connect(refresh)
        dialog.keep_wanted.connect(lambda: self._keep(page))
        dialog.rename_wanted.connect(lambda key: self._rename(page, key))
        dialog.bring_back_wanted.connect(lambda key: self._bring_back(page, key))
        dialog.forget_wanted.connect(lambda key: self._forget(page, key))
        dialog.place_wanted.connect(page.go_to)
        refresh()
        dialog.exec()
        session.review_changed.disconnect(refresh)
        dialog.deleteLater()

    def _keep(self, page: DocumentPage) -> None:
        name = self._ask_name(tr("Keep this state"), "")
        if name:
            session = page.session
            edit = versions.keeping(session.project.snapshot(), name, session.author, datetime.now(UTC))
            self._push(tr("Keep a version"), edit)

    def _rename(self, page: DocumentPage, key: str) -> None:
        version = _version(page, key)
        name = self._ask_name(tr("Rename the version"), version.name) if version is not None else ""
        if version is not None and name:
            self._push(tr("Rename a version"), versions.renaming(version, name))

    def _forget(self, page: DocumentPage, key: str) -> None:
        version = _version(page, key)
        if version is not None:
            self._push(tr("Forget a version"), VersionEdit(key, version, None))

    def _bring_back(self, page: DocumentPage, key: str) -> None:
        version, session = _version(page, key), page.session
        if version is None:
            return
        snapshot = session.project.snapshot()
        edits = list(versions.bringing_back(snapshot, version))
        if edits:
            kept = versions.keeping(
                snapshot, tr("Before a version was brought back"), session.author, datetime.now(UTC), automatic=True
            )
            session.push(tr("Bring a version back"), [kept, *edits], page.current)
        self._context.messages.tell(tr("Brought back: {name}.", name=version.name))

    def _ask_name(self, title: str, name: str) -> str:
        text, agreed = QInputDialog.getText(self._window, title, tr("Name"), text=name)
        return text.strip() if agreed else ""

    def _show_statistics(self, page: DocumentPage) -> None:
        from gui.dialogs.statistics import StatisticsDialog  # not needed to open the window

        StatisticsDialog(self._window, statistics(page.session.project.snapshot())).exec()


def _version(page: DocumentPage, key: str) -> Version | None:
    return next((version for version in page.session.project.versions() if version.key == key), None)
