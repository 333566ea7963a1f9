"""What the status bar shows: progress of the work, issues, saving, the engine, and long work under way."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from gui.bridge import theme
from gui.document.issue import Issue, Severity
from gui.document.segment import Segment, State
from gui.i18n import tr


class StatusLine(QWidget):
    """How far the work is, what is wrong, whether it is saved, and which engine drafts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts, self._issues, self._saved, self._engine = QLabel(), QLabel(), QLabel(), QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedSize(110, 8)
        self._bar.setAccessibleName(tr("Progress"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 12, 0)
        layout.setSpacing(18)
        for widget in (self._counts, self._bar, self._issues, self._saved, self._engine):
            layout.addWidget(widget)

    def show_counts(self, segments: Sequence[Segment]) -> None:
        """Count what a person has confirmed and what is open, of all segments with Korean or English."""
        counted = [segment for segment in segments if segment.source.text.strip() or segment.target]
        reviewed = sum(segment.state in (State.REVIEWED, State.FINAL) for segment in counted)
        still_open = sum(segment.state.is_open for segment in counted)
        text = tr(
            "{translated} of {total} translated · {reviewed} reviewed · {open} open",
            translated=len(counted) - still_open,
            total=len(counted),
            reviewed=reviewed,
            open=still_open,
        )
        self._counts.setText(text)
        self._bar.setRange(0, max(1, len(counted)))
        self._bar.setValue(len(counted) - still_open)

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """How many findings there are; errors are counted on their own."""
        errors = sum(issue.severity is Severity.ERROR for issue in issues)
        text = tr("1 issue") if len(issues) == 1 else tr("{count} issues", count=len(issues))
        self._issues.setText(
            text if not errors else tr("{count} issues, {errors} errors", count=len(issues), errors=errors)
        )
        self._issues.setStyleSheet(f"color: {theme.error().name()}" if errors else "")

    def show_saved(self, at: datetime | None, *, dirty: bool) -> None:
        """When it was last saved, or that there is something to save."""
        if dirty:
            self._saved.setText(tr("not saved yet") if at is None else tr("unsaved changes"))
        else:
            self._saved.setText(tr("saved {time}", time=f"{at.astimezone():%H:%M}") if at is not None else "")

    def show_engine(self, name: str) -> None:
        """Which engine drafts what memory and rules leave."""
        self._engine.setText(tr("engine: {name}", name=name))


class Busy(QWidget):
    """Long work under way (a draft, a file being opened): how far it is, and a way to stop it."""

    cancelled = Signal()
    """The user wants it to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setFixedSize(150, 18)
        self._bar.setAccessibleName(tr("Work under way"))
        self._stop = QToolButton(autoRaise=True)
        self._stop.setText(tr("Stop"))
        self._stop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._stop.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is; ``total`` is 0 where nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setTextVisible(total > 0)
        self._bar.setFormat(tr("{done} of {total}", done=done, total=total))
        self.show()
