"""Trying an engine with a sentence that stands in no release."""

from gui.document.errors import EngineUnavailable
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Unit
from gui.document.work import Cancelled, unheard
from gui.engines.base import DraftRequest, Engine

SENTENCE = "오늘은 하늘이 맑고 바람이 시원합니다."
"""About the weather: whoever receives it learns nothing."""


def try_out(engine: Engine, cancelled: Cancelled) -> str:
    """The engine's English for :data:`SENTENCE`; loads its model, or sends the sentence where the user allowed that.

    Raises:
        EngineError: it does not work, and why.
    """
    block = Block(BlockKind.PARAGRAPH, RichText(SENTENCE))
    unit = Unit("unit", block, (Segment("sentence", block.text),))
    request = DraftRequest(Snapshot(Release("text", "", (block,)), (unit,)), ("sentence",))
    for edit in engine.draft(request, unheard, cancelled):
        return edit.new.text
    raise EngineUnavailable("{engine} gave no answer.", engine=engine.label)
