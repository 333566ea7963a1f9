"""Figures, dates, names and terms of a segment, ready-made for insertion."""

from gui.engines.facts import Fact, facts

__all__ = ["Fact", "facts"]
