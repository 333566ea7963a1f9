"""This segment: what it is, matches of the memories, ready-made figures, dates, names and terms, and its comments."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.document.release import Block
from gui.i18n import say, tr
from gui.models import wording
from gui.models.offers import Offer, of_facts, of_matches
from gui.widgets.matches import KEYS, OfferList
from gui.workspace.facts import Fact

if TYPE_CHECKING:
    from gui.workspace.memories import Match  # opened after the first paint

__all__ = ["KEYS", "SegmentPanel"]


class SegmentPanel(QWidget):
    """Follows the caret. What is empty folds away."""

    inserted = Signal(str)
    """The user wants this English at the caret."""

    match_chosen = Signal(object)
    """The user wants the English of this :class:`Match` in place of what stands there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: tuple[Offer, ...] = ()
        self._facts: tuple[Offer, ...] = ()
        self._list = OfferList()
        self._list.chosen.connect(self._on_chosen)
        self._empty = QLabel(tr("No matches, figures, dates or terms for this segment."), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._kind = QLabel(wordWrap=True)
        self._kind.setAccessibleName(tr("What this block is, and why"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self._kind)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._list, 1)
        self._show()

    def show_block(self, block: Block) -> None:
        """Say what the current segment belongs to, and why it was taken for that."""
        name = wording.kind(block.kind, block.level)
        self._kind.setText(f"{name} — {say(block.evidence)}" if block.evidence is not None else name)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Offer these below the matches."""
        self._facts = of_facts(facts)
        self._show()

    def show_matches(self, matches: "Sequence[Match]", source: str) -> None:
        """Offer the matches of a segment with this Korean."""
        self._matches = of_matches(matches, source)
        self._show()

    def insert(self, number: int) -> None:
        """Insert the one with this number, from 1; nothing happens if there is none."""
        self._list.choose(number)

    def _show(self) -> None:
        offers = (*self._matches, *self._facts)
        self._list.show_offers(offers)
        self._list.setVisible(bool(offers))
        self._empty.setVisible(not offers)

    def _on_chosen(self, offer: Offer) -> None:
        if offer.match is None:
            self.inserted.emit(offer.english)
        else:
            self.match_chosen.emit(offer.match)
