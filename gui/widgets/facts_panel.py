"""The panel of a segment under the name that it had."""

from gui.widgets.segment_panel import KEYS
from gui.widgets.segment_panel import SegmentPanel as FactsPanel

__all__ = ["KEYS", "FactsPanel"]
